"""What sources differ on as blocks to read: the versions one below the other, each with its words."""

from collections.abc import Iterable, Iterator

from hudna.export import seen
from hudna.views import Difference, Party, Version

_ASKED = {
    "occurrence": "whether it happened",
    "actors": "who did it",
    "targets": "to whom it was done",
    "place": "where",
    "date": "when",
    "count": "how many",
    "cause": "why",
}
_SAID = {
    "affirmed": "it happened",
    "denied": "it did not happen",
    "agreed": "agreed",
    "refused": "refused",
    "condemned": "condemned by the one blamed",
    "stormed": "it was being stormed",
    "taken": "it was taken",
    "repelled": "the attack was repelled",
}
_QUOTES = 2  # sentences that are shown of a version; the others are counted
_LONG = 300  # characters of a sentence


def blocks(rows: Iterable[Difference]) -> Iterator[str]:
    """The lines of each difference, an empty line between them."""
    for row in rows:
        yield f"{_asked(row)}{_matter(row)}" + (", changing over time" if row.kind == "change" else "")
        yield f"  {row.id}" + (f", event {row.happening.id}" if row.happening else "")
        for version in row.versions:
            yield from _version(version)
        yield ""


def _asked(row: Difference) -> str:
    blamed = row.about == "actors" and row.happening is not None and row.happening.type == "ACCUSE"
    return "who is to blame" if blamed else _ASKED[row.about]


def _matter(row: Difference) -> str:
    """What it is about: what is counted, or the event with its people, place and date."""
    if row.happening is None or row.about == "count":
        return f": {seen(row.topic)}" if row.topic else ""
    event = row.happening
    parts = [f"{event.type}/{event.mode}" if event.mode else event.type]
    if row.topic:
        parts.append(seen(row.topic))
    if row.about != "actors" and event.actors:
        parts.append("by " + _names(event.actors))
    if row.about not in ("actors", "targets") and event.targets:
        parts.append("against " + _names(event.targets))
    if event.place:
        parts.append("in " + _names((event.place,)))
    parts.append(event.date or (f"reported {row.reported}" if row.reported else "undated"))
    return ": " + ", ".join(parts)


def _version(version: Version) -> Iterator[str]:
    value = _names(version.parties) if version.parties else _SAID.get(version.value, seen(version.value))
    told = _names(version.claimed_by) or "the report itself"
    yield f"  - {value} — {told}"
    for quote, source in list(zip(version.quotes, _firsts(version), strict=True))[:_QUOTES]:
        shown = seen(quote)
        yield f"      {source} «{shown if len(shown) <= _LONG else shown[:_LONG] + '…'}»"
    if len(version.quotes) > _QUOTES:
        yield f"      and {len(version.quotes) - _QUOTES} more"


def _firsts(version: Version) -> list[str]:
    """Where each of the sentences stands first, in their order."""
    places: dict[tuple[str, object], str] = {}
    for mark in version.sources:
        places.setdefault((mark.document, mark.sentence), str(mark))
    return list(places.values())[: len(version.quotes)]


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(seen(p.name("en")) for p in parties))
