"""Reports that nobody wrote: made of sentences of ours, always the same, as many as are asked for.

A war has two sides, towns and outlets. Each day has happenings; several reports tell of each, in one of several
wordings, and do not always agree on how many died.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hudna.text import Document

_FIRST_DAY = date(2023, 1, 1)
_DAYS = 700
_TELLINGS = (1, 1, 1, 2, 2, 3)  # how many reports tell of a happening
_SENTENCES = 4  # happenings that a report tells of


@dataclass(frozen=True, slots=True)
class _War:
    """Two sides, their speakers, and the towns that they fight over."""

    sides: tuple[str, str]
    towns: str


@dataclass(frozen=True, slots=True)
class _Happening:
    """What happened, as those who wrote of it know it."""

    kind: str
    side: str
    other: str
    town: str
    day: date
    number: int


_WARS = (
    _War(
        ("الجيش السوداني", "قوات الدعم السريع"),
        "الخرطوم، أم درمان، الأبيض، نيالا، الفاشر، الجنينة، زالنجي، ود مدني، كوستي، الدلنج، كادوقلي، "
        "كسلا، القضارف، سنار، الدمازين، بورتسودان، الضعين، عطبرة، شندي، دنقلا",
    ),
    _War(
        ("الجيش اليمني", "جماعة الحوثي"),
        "تعز، مأرب، الحديدة، عدن، الضالع، صعدة، حجة، البيضاء، شبوة، إب، ذمار، عمران، المخا، لحج، أبين، "
        "الجوف، المكلا، زبيد",
    ),
    _War(
        ("الجيش السوري", "المعارضة السورية"),
        "حلب، إدلب، حماة، حمص، درعا، دير الزور، الرقة، منبج، الباب، عفرين، سراقب، معرة النعمان، "
        "القنيطرة، تدمر، جرابلس، أعزاز، جسر الشغور، خان شيخون",
    ),
    _War(
        ("الجيش الأذربيجاني", "الجيش الأرميني"),
        "توفوز، غنجة، تارتار، ستيباناكيرت، شوشة، لاتشين، كلبجار، فضولي، جبرائيل، زنغلان، غوريس",
    ),
)
_WORDINGS = {
    "shelling": (
        "قصف {side} بالمدفعية أحياء سكنية في مدينة {town} يوم {day}، ما أدى إلى مقتل {number} مدنيا.",
        "قتل {number} مدنيا في قصف مدفعي شنه {side} على مدينة {town} يوم {day}.",
        "أعلن مسؤولون محليون مقتل {number} مدنيا جراء قصف {side} لمدينة {town} يوم {day}.",
        "واتهم {other} {side} بقصف سوق في مدينة {town} يوم {day} ما أسفر عن مقتل {number} مدنيا.",
    ),
    "raid": (
        "شن الطيران غارات جوية على مواقع {other} في محيط مدينة {town} يوم {day}.",
        "وقال شهود إن طائرات حربية قصفت مستودعا قرب مدينة {town} يوم {day} وإن {number} شخصا أصيبوا.",
    ),
    "clash": (
        "اندلعت اشتباكات عنيفة بين {side} و{other} في مدينة {town} يوم {day}.",
        "وأسفرت معارك بين {side} و{other} في مدينة {town} يوم {day} عن إصابة {number} شخصا.",
    ),
    "denial": (
        "ونفى {side} يوم {day} أن يكون قد قصف مدينة {town}، واتهم {other} بإطلاق النار أولا.",
        "وقال {side} في بيان يوم {day} إن {other} هاجم مواقعه في مدينة {town}.",
    ),
    "truce": (
        "واتفق {side} و{other} يوم {day} على هدنة لمدة {hours} ساعة في مدينة {town}.",
        "واتهم {side} {other} بخرق الهدنة في مدينة {town} يوم {day}.",
    ),
    "capture": (
        "أعلن {side} يوم {day} سيطرته على مدينة {town} بعد انسحاب {other} منها.",
        "وسيطر {side} على مدينة {town} يوم {day}، فيما تحدث {other} عن معارك مستمرة.",
    ),
    "call": (
        "ودعا الأمين العام للأمم المتحدة {side} و{other} يوم {day} إلى وقف إطلاق النار في مدينة {town}.",
        "وبحث وزير الخارجية المصري هاتفيا مع نظيره السعودي يوم {day} الوضع في مدينة {town}.",
    ),
}
_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)
_OUTLETS = ("الوكالة أ", "الصحيفة ب", "الموقع ج", "القناة د", "الوكالة هـ", "الإذاعة و")
_FEW = 11  # from here the counted noun is in the singular accusative


def reports(count: int) -> Iterator[Document]:
    """So many reports in the order of their days."""
    chance = Random(5)  # noqa: S311 no secret: the same reports on every machine
    waiting: list[_Happening] = []
    for number in range(count):
        day = _FIRST_DAY + timedelta(days=number * _DAYS // count)
        while len(waiting) < _SENTENCES * 2:
            happening = _happening(chance, day)
            waiting += [happening] * chance.choice(_TELLINGS)
        told = [waiting.pop(chance.randrange(len(waiting))) for _ in range(_SENTENCES)]
        yield _report(chance, number, day, told)


def _happening(chance: Random, day: date) -> _Happening:
    war = chance.choice(_WARS)
    side, other = chance.sample(war.sides, 2)
    town, kind = chance.choice(war.towns.split("، ")), chance.choice(tuple(_WORDINGS))
    return _Happening(kind, side, other, town, day, chance.randint(_FEW, 60))


def _report(chance: Random, number: int, day: date, told: list[_Happening]) -> Document:
    lines = [_sentence(chance, happening) for happening in told]
    title = f"{told[0].town}: {told[0].side} و{told[0].other} في اليوم {(day - _FIRST_DAY).days + 1} من المعارك"
    appeared = day + timedelta(days=1)
    return Document(
        f"report-{number:05}",
        "\n\n".join([title, *lines]),
        title,
        outlet=chance.choice(_OUTLETS),
        published=appeared.isoformat(),
    )


def _sentence(chance: Random, happening: _Happening) -> str:
    """A happening in one of its wordings; one account in four gives another number."""
    wording = chance.choice(_WORDINGS[happening.kind])
    number = happening.number + (chance.randint(1, 9) if chance.random() < 1 / 4 else 0)
    return wording.format(
        side=happening.side,
        other=happening.other,
        town=happening.town,
        day=f"{happening.day.day} {_MONTHS[happening.day.month - 1]} {happening.day.year}",
        number=number,
        hours=chance.choice((24, 48, 72)),
    )
