"""A record of documents that want to do harm."""

from pathlib import Path

from hudna.reading import Attribution, Entity, Event, Mention, Reading
from hudna.record import Store
from hudna.text import Document, Span

UNIT = "<script>alert(1)</script>\u202e\x00\x07" + "س" * 472 + " "
LINE = "قصف الجيش السوداني " + UNIT * 10_000  # five million characters, not one end of line
NAME = 'line/../"><script>alert(2)</script>'
TITLE = "<img src=x onerror=alert(3)>\u202e" + "<b>" * 500
MENTIONS = 100_000
_ARMY = Entity("a", "ORG", "الجيش السوداني", "الجيش السوداني", "<script>alert(5)</script>", "SDN")


def record(path: Path) -> Path:
    """A line of five million characters with facts as long as it is, and a hundred thousand mentions."""
    with Store.open(path, create=True) as store:
        for document, reading in (_line(), _mentions()):
            store.put(document, reading)
    return path


def _line() -> tuple[Document, Reading]:
    document = Document(NAME, LINE, TITLE, outlet="<script>alert(4)</script>", published="2023-05-02")
    places = [Span(4, 18), *(Span(19 + 500 * n, 400 + 500 * n) for n in (1, 5000, 9000))]
    events = tuple(
        Event(f"v{n}", "ASSAULT", place, Span(0, len(LINE)), "other", ("a",), date="2023-05-01", rule="=cmd")
        for n, place in enumerate(places)
    )
    said = Attribution("a", Span(0, 3), Span(4, len(LINE)), "statement", rule="test.says")
    mentions = (Mention(places[0], "a", "test"),)
    facts = {"entities": (_ARMY,), "mentions": mentions, "attributions": (said,), "events": events}
    return document, Reading(NAME, document.sha256, "test", TITLE, **facts)  # type: ignore[arg-type]


def _mentions() -> tuple[Document, Reading]:
    document = Document("mentions", "الجيش " * MENTIONS)
    mentions = tuple(Mention(Span(6 * n, 6 * n + 5), "a", "test") for n in range(MENTIONS))
    return document, Reading("mentions", document.sha256, "test", entities=(_ARMY,), mentions=mentions)
