"""Hand-written readings of three short reports: what views, exports and their commands are tried on."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from hudna.reading import Attribution, Casualty, Entity, Event, Loss, Mention, Published, Reading, Truce, Violation
from hudna.record import Store, derive
from hudna.text import Document, Span
from hudna.views import Dossier

# No test is timed: a busy machine is no failure. Benchmarks measure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ARMY, FORCES, BOTH = "الجيش السوداني", "قوات الدعم السريع", "الطرفين"
FIRST = (
    "أعلن الجيش السوداني أن قوات الدعم السريع قصفت مدينة الأبيض، ما أدى إلى مقتل 12 مدنيا.\n"
    "ونفت قوات الدعم السريع ذلك.\n"
    "وأجرى سامح شكري اتصالا هاتفيا مع فيصل بن فرحان، ودعا شكري الطرفين إلى وقف إطلاق النار فورا.\n"
)
SECOND = (
    "قالت قوات الدعم السريع إن قصف الابيض أوقع 9 قتلى من المدنيين ودمر مستشفى.\r\n"
    "وأعلن الجيش السوداني حالة الطوارئ، وأعلنت الهدنة لمدة 3 أيام.\r\n"
    "واتهم الجيش السوداني قوات الدعم السريع بخرق الهدنة مرتين.\r\n"
)
# What a page or a terminal must survive: markup, a formula, an order of words turned round, control characters.
HOSTILE = (
    '=HYPERLINK("http://x.example") <script>alert(1)</script> & &amp; </mark></div>\r'
    "قصف \u202eالجيش السوداني\u202c الأبيض\u2069\x1b[31m اليوم, قال <b>شاهد</b>.\x0b\n\n* _x_ [y](z)\n"
)


def _at(text: str, words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def _sentence(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end - (text[end - 1] == "\r"))


def _mentions(text: str, names: dict[str, str]) -> tuple[Mention, ...]:
    return tuple(Mention(_at(text, name), entity, "test.name") for name, entity in names.items() if name in text)


_ENTITIES = (
    Entity("a", "ORG", ARMY, ARMY, "Sudanese Army", "SDN", (), "org.sudan_army"),
    Entity("f", "ORG", FORCES, FORCES, "Rapid Support Forces", "rsf", (), "org.rsf"),
    Entity("s", "PER", "سامح شكري", None, "Sameh Shoukry", "EGY", (), "per.shoukry"),
    Entity("b", "PER", "فيصل بن فرحان", None, None, "SAU"),
    Entity("o", "LOC", "الأبيض", "الأبيض", "El Obeid", None, (), "loc.el_obeid"),
)


def _told(name: str, text: str, reading: dict[str, object], title: str = "") -> tuple[Document, Reading]:
    document = Document(name, text, title)
    entities = tuple(e for e in _ENTITIES if reading.get("all") or e.id in str(reading))
    facts = {k: v for k, v in reading.items() if k != "all"}
    return document, Reading(name, document.sha256, "test", title, entities=entities, **facts)  # type: ignore[arg-type]


def _first() -> tuple[Document, Reading]:
    def event(ident: str, kind: str, words: str, **fields: object) -> Event:
        span = _at(FIRST, words)
        return Event(ident, kind, span, _sentence(FIRST, span), rule="test.event", **fields)  # type: ignore[arg-type]

    quote = _at(FIRST, "مقتل 12 مدنيا")
    return _told(
        "first",
        FIRST,
        {
            "all": True,
            "published": Published("2023-05-02", "metadata"),
            "mentions": _mentions(
                FIRST, {ARMY: "a", FORCES: "f", "سامح شكري": "s", "فيصل بن فرحان": "b", "الأبيض": "o"}
            ),
            "attributions": (
                Attribution("a", _at(FIRST, "أعلن"), _at(FIRST, FIRST[20:84]), "statement", rule="test.says"),
            ),
            "events": (
                event(
                    "v1",
                    "ASSAULT",
                    "قصفت",
                    mode="heavy-weapons",
                    actors=("f",),
                    targets=("o",),
                    place="o",
                    date="2023-05-01",
                    claimed_by=("a",),
                    disputed_by=("f",),
                    weapon="artillery",
                ),
                event("v2", "CONSULT", "اتصالا هاتفيا", mode="phone", actors=("s", "b")),
                event("v3", "REQUEST", "دعا", actors=("s",), targets=("a", "f"), topic="ceasefire", date="2023-05-02"),
            ),
            "casualties": (
                Casualty(
                    "c1",
                    "killed",
                    "12",
                    "civilian",
                    quote,
                    _sentence(FIRST, quote),
                    "SDN",
                    "o",
                    "2023-05-01",
                    claimed_by=("a",),
                    event="v1",
                    blamed=("f",),
                    rule="test.toll",
                ),
            ),
        },
        "قصف على الأبيض",
    )


def _second() -> tuple[Document, Reading]:
    quote, truce = _at(SECOND, "9 قتلى من المدنيين"), _at(SECOND, "الهدنة لمدة 3 أيام")
    shelling, emergency = _at(SECOND, "قصف"), _at(SECOND, "حالة الطوارئ")
    breach = Violation(_at(SECOND, "خرق الهدنة مرتين"), ("f",), ("a",), "2", None, ("a",))
    return _told(
        "second",
        SECOND,
        {
            "published": Published("2023-05-03", "metadata"),
            "mentions": _mentions(SECOND, {ARMY: "a", FORCES: "f", "الابيض": "o"}),
            "events": (
                Event(
                    "v1",
                    "ASSAULT",
                    shelling,
                    _sentence(SECOND, shelling),
                    "heavy-weapons",
                    (),
                    ("o",),
                    "o",
                    "2023-05-01",
                    "actual",
                    ("f",),
                    rule="test.event",
                ),
                Event(
                    "v2",
                    "MOBILIZE",
                    emergency,
                    _sentence(SECOND, emergency),
                    "martial-law",
                    ("a",),
                    (),
                    None,
                    "2023-05-03",
                    rule="test.event",
                ),
            ),
            "casualties": (
                Casualty(
                    "c1",
                    "killed",
                    "9",
                    "civilian",
                    quote,
                    _sentence(SECOND, quote),
                    "SDN",
                    "o",
                    "2023-05-01",
                    claimed_by=("f",),
                    event="v1",
                    rule="test.toll",
                ),
            ),
            "losses": (
                Loss(
                    "l1",
                    "destroyed",
                    "hospital",
                    "1",
                    _at(SECOND, "دمر مستشفى"),
                    _sentence(SECOND, quote),
                    "SDN",
                    "o",
                    claimed_by=("f",),
                    event="v1",
                    rule="test.loss",
                ),
            ),
            "truces": (
                Truce(
                    "t1",
                    "humanitarian_pause",
                    "announced",
                    truce,
                    _sentence(SECOND, truce),
                    ("a", "f"),
                    duration="P3D",
                    violations=(breach,),
                    rule="test.truce",
                ),
            ),
        },
    )


def _hostile() -> tuple[Document, Reading]:
    span = _at(HOSTILE, "قصف")
    event = Event("v1", "ASSAULT", span, Span(0, len(HOSTILE)), "other", ("a",), (), "o", rule="=cmd")
    mentions = _mentions(HOSTILE, {ARMY: "a", "الأبيض": "o"})
    return _told('../<b>"x"', HOSTILE, {"mentions": mentions, "events": (event,)}, "<img src=x onerror=alert(1)>\u202e")


def documents() -> list[tuple[Document, Reading]]:
    """Three documents with their readings."""
    return [_first(), _second(), _hostile()]


@pytest.fixture(scope="session")
def told() -> list[tuple[Document, Reading]]:
    """The three documents with their readings."""
    return documents()


@pytest.fixture(scope="session")
def dossier(told: list[tuple[Document, Reading]]) -> Dossier:
    """Their record with their texts."""
    return Dossier(derive(told), {d.name: d.text for d, _ in told})


@pytest.fixture
def record_file(told: list[tuple[Document, Reading]], tmp_path: Path) -> Path:
    """Their record as a file."""
    path = tmp_path / "told.hudna"
    with Store.open(path, create=True) as store:
        for document, reading in told:
            store.put(document, reading)
    return path


@pytest.fixture
def work() -> Callable[[Callable[[], object]], int]:
    """How many functions a call calls: what it costs, the same on every machine."""

    def count(do: Callable[[], object]) -> int:
        calls = 0

        def note(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        sys.setprofile(note)
        try:
            do()
        finally:
            sys.setprofile(None)
        return calls

    return count
