"""Days for documents without one, in rounds: whom dated reports date, dates others in the next.

What a round finds stays, and a document is never held against one that it dated: the chain of reasons has no circle
and the order in which documents came cannot matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hudna.reading.redate import interval, on_all
from hudna.record.coreference import Sketch
from hudna.record.dating.links import Link, Pool, best_first
from hudna.record.dating.sheet import Sheet
from hudna.record.identity import DATING, DISAGREEMENT, FactIds
from hudna.record.model import Account, Dating, Disagreement, Reason
from hudna.record.model.disagreement import CONTRADICTION
from hudna.text import Span

_LONGEST = 366  # days between the first and the last possible beyond which a document stays open
_MONTH = 31  # days between them beyond which they are no date, though they may settle what the document tells
_SHOWN = 3  # tellings of one happening that are shown as its reasons


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a round makes of a document: its possible days, () where no day fits, None where it stays open."""

    days: tuple[date, ...] | None
    links: tuple[tuple[Link, ...], ...]  # by telling


_OPEN = _Outcome(None, ())


@dataclass(frozen=True, slots=True)
class Found:
    """The datings of the undated documents, and the reasons that contradict each other, by document."""

    datings: tuple[Dating, ...]
    contradictions: tuple[Disagreement, ...]


def find(sheets: Sequence[Sheet], pool: Pool) -> Found:
    """What the record says of the days of its undated documents; ``pool`` holds the dated tellings, and grows."""
    pending = {s.document: s for s in sorted(sheets, key=lambda s: s.document)}
    out: dict[str, _Outcome] = {}
    while pending:
        found = {name: outcome for name, s in pending.items() if (outcome := _settle(s, pool)).days is not None}
        if not found:
            break
        for name, outcome in found.items():
            pool.add(_resolved(pending.pop(name), outcome.days or ()))
        out.update(found)
    datings = [_dating(s, out.get(s.document, _OPEN)) for s in sheets]
    torn = [(d, out[d.document]) for d in datings if d.contradictory and d.document in out]
    return Found(tuple(datings), tuple(_contradiction(d, outcome) for d, outcome in torn if outcome.links))


def _settle(sheet: Sheet, pool: Pool) -> _Outcome:
    """The days that fit the document's own words and, for each telling, one of those that tell the same."""
    days = sheet.own.days()
    linked: list[tuple[Link, ...]] = []
    for told in sheet.told:
        fitting = [
            replace(x, days=kept) for x in pool.links(told) if (kept := frozenset(filter(sheet.own.fits, x.days)))
        ]
        if fitting:
            linked.append(tuple(best_first(fitting)))
            possible = frozenset[date]().union(*(x.days for x in fitting))
            days = tuple(sorted(possible if days is None else possible.intersection(days)))
    if not sheet.own.weekdays:
        days = ()  # «أمس الأحد» and «اليوم الأربعاء»
    if days and (days[-1] - days[0]).days > _LONGEST:
        days = None
    return _Outcome(days, tuple(linked))


def _resolved(sheet: Sheet, days: Sequence[date]) -> Iterable[Sketch]:
    """The tellings of a document that has days now, with the date that they have on all of them."""
    for told in sheet.told:
        if value := on_all(told.form, days):
            yield replace(told.sketch, telling=replace(told.sketch.telling, date=value))


def _dating(sheet: Sheet, outcome: _Outcome) -> Dating:
    days, own = outcome.days, sheet.own
    reasons = (*own.reasons, *(step for links in outcome.links for x in links[:_SHOWN] for step in _reasons(sheet, x)))
    earliest = days[0] if days else own.earliest
    latest = days[-1] if days else own.latest
    return Dating(
        id=FactIds(sheet.document, sheet.sha256).give(DATING, Span(0, 0)),
        document=sheet.document,
        value=interval(days) if days and (days[-1] - days[0]).days <= _MONTH else None,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        days=tuple(d.isoformat() for d in days or ()),
        contradictory=days == (),
        open=tuple(span for span, form in sheet.open if not days or on_all(form, days) is None),
        reasons=reasons,
    )


def _reasons(sheet: Sheet, link: Link) -> tuple[Reason, Reason]:
    """What the words of the document tell, and those of the other that date it."""
    told, other = link.told.sketch.telling, link.other.telling
    follows = interval(sorted(link.days)) if _together(link.days) else f"one of {len(link.days)} days"
    why = f"{other.document} tells it of {link.day}; so written {follows}"
    same = f"the same happening, of {link.day}: {'; '.join(link.like.shared)} ({link.like.points:.1f} points)"
    return (
        Reason("same-happening-dated", sheet.document, link.told.words, why, told.id),
        Reason("dates-it", other.document, other.trigger, same, other.id),
    )


def _together(days: Iterable[date]) -> bool:
    held = sorted(days)
    return (held[-1] - held[0]).days < 2 * len(held)


def _contradiction(dating: Dating, outcome: _Outcome) -> Disagreement:
    """The days that the tellings of others give to a document, side by side."""
    accounts: dict[str, Account] = {}
    for links in outcome.links:
        days = sorted(frozenset[date]().union(*(x.days for x in links)))
        facts = tuple(dict.fromkeys(f for x in links[:_SHOWN] for f in (x.told.sketch.telling.id, x.other.telling.id)))
        value = interval(days) if _together(days) else ", ".join(d.isoformat() for d in days)
        before = accounts.get(value)
        accounts[value] = Account(value, (), tuple(dict.fromkeys((*before.facts, *facts))) if before else facts)
    held = tuple(accounts[value] for value in sorted(accounts))
    own = f"{DISAGREEMENT}{dating.id[1:]}.date"
    return Disagreement(own, "date", CONTRADICTION, None, f"document {dating.document}", held)
