"""Where events are: a noun alone for a place named before, a place elsewhere in the sentence, none for words."""

import pytest

from hudna.reading import Reading, read
from hudna.text import Document


def told(text: str) -> Reading:
    return read(Document("d", text))


def places(text: str) -> list[tuple[str, str | None]]:
    """Each event's type and the name of its place."""
    reading = told(text)
    names = {e.id: e.name for e in reading.entities}
    return [(e.type, names.get(e.place or "", e.place)) for e in reading.events]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("سيطر المتمردون على بلدة ساكي. وأعلن الجيش الكونغولي أنه يحاصر البلدة.", "ساكي"),
        ("قصفت القوات الروسية مدينة بوكروفسك. واندلعت اشتباكات عنيفة وسط المدينة.", "بوكروفسك"),
        ("وصلت التعزيزات إلى قاعدة الوطية الجوية. ودارت اشتباكات داخل القاعدة.", "قاعدة الوطية الجوية"),
        ("شهدت كادقلي توترا. ودارت اشتباكات في المدينة بين الجيش السوداني والحركة الشعبية.", "كادقلي"),
    ],
)
def test_a_noun_alone_is_the_place_named_before(text: str, place: str) -> None:
    assert places(text)[-1][1] == place


@pytest.mark.parametrize(
    "text",
    [
        "دارت معارك في مدينة غاو. واندلعت اشتباكات في المدينة القديمة.",  # another one
        "دارت معارك قرب غاو. واندلعت اشتباكات في المطار.",  # none was named
    ],
)
def test_a_place_that_was_not_named_is_none(text: str) -> None:
    assert places(text)[-1][1] is None


def test_what_happens_on_the_ground_is_where_the_sentence_says() -> None:
    text = "وكان سكان في بلدة كيدال قد قالوا إن مسلحين هاجموا قافلة للجيش المالي."
    assert ("ASSAULT", "كيدال") in places(text)


def test_another_events_place_is_not_taken_for_what_a_word_dates() -> None:
    text = "دارت اشتباكات في مدينة سبها هي الأعنف منذ الإطاحة بالقذافي."
    assert places(text)[0] == ("ASSAULT", "سبها")
    assert ("ASSAULT", "سبها") not in places(text)[1:]


def test_a_demand_is_not_where_it_asks_for_something() -> None:
    text = "طالب الاتحاد الأفريقي القوات الإثيوبية بالانسحاب من مدينة ميكيلي."
    assert ("REQUEST", None) in places(text)


def test_what_is_condemned_was_not_done_where_it_is_condemned() -> None:
    assert ("ASSAULT", None) in places("وفي أنقرة، دان الرئيس التركي الهجوم الأوغندي على الحدود.")


def test_a_call_is_nowhere() -> None:
    text = "أجرى الوزير سيرغي لافروف محادثة هاتفية مع الوزير جيهون بيراموف بشأن القتال في ناغورني قره باغ."
    assert ("CONSULT", None) in places(text)
