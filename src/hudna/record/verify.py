"""Whether a reading fits the document it is given with."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hudna.reading import Reading
from hudna.record.identity import is_country, is_unnamed, references
from hudna.text import Document, Span


class ReadingRefused(ValueError):  # noqa: N818 - it says what happened to the reading
    """A reading that does not fit the document it is given with; nothing was stored."""


def verify(document: Document, reading: Reading) -> None:
    """Refuse a reading that is of another text, points outside it, or refers to what it does not hold.

    A text with half a surrogate pair is refused too: it is no Unicode and no database would give it back.

    Raises:
        ReadingRefused: with the field and the offending value.

    """
    if reading.name != document.name or reading.sha256 != document.sha256:
        raise ReadingRefused(f"the reading of {reading.name!r} is not of the text of {document.name!r}")
    for field in ("name", "title", "outlet", "url", "text"):
        try:
            (getattr(document, field) or "").encode()
        except UnicodeEncodeError as error:
            where = f"{field}, character {error.start}"
            raise ReadingRefused(f"{document.name!a} holds half a surrogate pair ({where})") from error
    length = len(document.text)
    for field, span in _spans(reading):
        if not 0 <= span.start < span.end <= length:
            where = f"{field}: {tuple(span)} is no span of its {length} characters"
            raise ReadingRefused(f"the reading of {reading.name!r} points outside its text ({where})")
    entities = {e.id for e in reading.entities}
    for field, entity in references(reading):
        if entity not in entities and not is_country(entity) and not is_unnamed(entity):
            raise ReadingRefused(
                f"the reading of {reading.name!r} names an entity it does not hold ({field}: {entity!r})"
            )
    events = {e.id for e in reading.events}
    for field, event in _told(reading):
        if event not in events:
            raise ReadingRefused(
                f"the reading of {reading.name!r} names an event it does not hold ({field}: {event!r})"
            )


def _spans(value: object, path: str = "reading") -> Iterator[tuple[str, Span]]:
    """Every span within a reading with the name of its field."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item, path)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name), field.name if path == "reading" else f"{path}.{field.name}")


def _told(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every reference to an event with the name of its field."""
    yield from (("casualties", c.event) for c in reading.casualties if c.event)
    yield from (("losses", x.event) for x in reading.losses if x.event)
    for truce in reading.truces:
        yield from (("truces", e) for e in truce.events)
        yield from (("truces.violations", v.event) for v in truce.violations if v.event)
