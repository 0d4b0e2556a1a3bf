"""A brief as a page: sections of lines, the passages that they stand on, and the documents around those."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from hudna.export.brief import doubts, losses
from hudna.export.brief.catalogue import Catalogue
from hudna.export.brief.events import event, happening
from hudna.export.brief.figures import counted, date
from hudna.export.brief.line import Line
from hudna.export.brief.pauses import truce
from hudna.export.brief.voice import Voice
from hudna.export.visible import seen
from hudna.text import Span
from hudna.views import Brief, Deaths, Dossier, Happening, Ledger, Mark, News, Report, days, documents

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; ``note`` is a word of explanation beneath the heading."""

    id: str
    title: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that lines stand on, with the number that the lines give."""

    number: int
    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text; ``number`` is that of the passage it is, None between passages."""

    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document, its text cut at the passages; the pieces together are the stored text, character for character."""

    report: Report
    about: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Page:
    """All that a template sets."""

    words: Catalogue
    coverage: tuple[str, ...]
    sections: tuple[Section, ...]
    dossier: Dossier
    reports: tuple[Report, ...]

    def numbers(self, line: Line) -> tuple[int, ...]:
        """The numbers of the passages that a line itself stands on."""
        return tuple(sorted({self._passage(m).number for m in line.sources}))

    def documents(self, line: Line) -> tuple[str, ...]:
        """The names of the documents that a line itself stands on."""
        return tuple(dict.fromkeys(m.document for m in line.sources))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that lines stand on, numbered as the lines first need them; overlapping sentences are one."""
        spans = _merged(self._marks())
        order: dict[tuple[str, Span], int] = {}
        for mark in self._marks():
            held = next(s for s in spans[mark.document] if mark.sentence.overlaps(s))
            order.setdefault((mark.document, held), len(order) + 1)
        return tuple(
            Passage(number, document, span, seen(self.dossier.quote(document, span)))
            for (document, span), number in order.items()
        )

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The documents in the order of their names."""
        return tuple(self._leaf(r) for r in self.reports)

    @cached_property
    def _by_document(self) -> dict[str, list[Passage]]:
        out: dict[str, list[Passage]] = {}
        for passage in sorted(self.passages, key=lambda p: p.span):
            out.setdefault(passage.document, []).append(passage)
        return out

    def _passage(self, mark: Mark) -> Passage:
        return next(p for p in self._by_document[mark.document] if mark.sentence.overlaps(p.span))

    def _marks(self) -> Iterator[Mark]:
        for section in self.sections:
            for line in section.lines:
                for held in line.walk():
                    yield from held.sources

    def _leaf(self, report: Report) -> Leaf:
        text = self.dossier.texts[report.id]
        pieces = []
        done = 0
        for passage in self._by_document.get(report.id, ()):
            pieces.append(Piece(text[done : passage.span.start], None))
            pieces.append(Piece(text[passage.span.start : passage.span.end], passage.number))
            done = passage.span.end
        pieces.append(Piece(text[done:], None))
        return Leaf(report, _about(self.words, report), tuple(p for p in pieces if p.text))


def page(brief: Brief, dossier: Dossier, catalogue: Catalogue) -> Page:
    """A brief as a page in the catalogue's language; a section without lines stays where its absence is news."""
    voice = Voice(catalogue, dossier)

    def section(name: str, lines: Iterable[Line], *, always: bool = True) -> Section | None:
        held = tuple(lines)
        note = catalogue("page").get(f"{name}_note", "")
        return Section(name, catalogue("page", name), held, note) if held or always else None

    def told(rows: Iterable[_Row], line: Callable[[Voice, _Row], Line]) -> list[Line]:
        return [line(voice, row) for row in rows]

    past = told(brief.background, happening) + told(_sides(brief.past_tolls), losses.side)
    sections = (
        section("situation", told(brief.situation, _news)),
        section("contacts", told(brief.contacts, happening)),
        section("positions", told(brief.positions, happening)),
        section("charges", told(brief.charges, happening), always=False),
        section("incidents", told(brief.incidents, happening)),
        section("tolls", told(_sides(brief.tolls), losses.side)),
        section("losses", told(_sides(brief.losses), losses.side), always=False),
        section("measures", told(brief.measures, happening)),
        section("truces", told(brief.truces, truce)),
        section("other", told(brief.other, happening), always=False),
        section("disagreements", told(brief.disagreements, doubts.difference)),
        section("undated", told(brief.undated, event)),
        section("background", past, always=False),
        section("names", told(brief.names, doubts.names), always=False),
        section("to_check", doubts.doubts(voice, brief.to_check), always=False),
    )
    return Page(
        catalogue,
        _coverage(brief, catalogue),
        tuple(s for s in sections if s),
        dossier,
        _cited(brief, dossier, sections),
    )


def _sides(rows: Iterable[Ledger]) -> list[tuple[Ledger, ...]]:
    """Ledgers side by side, as they come: those of one side stand together."""
    return [tuple(held) for _, held in groupby(rows, key=lambda r: r.side)]


def _news(voice: Voice, row: News) -> Line:
    """A row of the situation: one line with nothing beneath it."""
    if isinstance(row, Happening):
        return happening(voice, row)
    return losses.deaths(voice, row) if isinstance(row, Deaths) else replace(truce(voice, row), parts=())


def _cited(brief: Brief, dossier: Dossier, sections: Iterable[Section | None]) -> tuple[Report, ...]:
    """The reports of the period and whatever else a line stands on."""
    lines = [line for s in sections if s for held in s.lines for line in held.walk()]
    named = {m.document for line in lines for m in line.sources} | {r.id for r in brief.reports}
    return tuple(r for r in documents(dossier) if r.id in named)


def _merged(marks: Iterable[Mark]) -> dict[str, list[Span]]:
    """The sentences of marks by document; those that overlap become one."""
    out: dict[str, list[Span]] = {}
    for document, span in sorted({(m.document, m.sentence) for m in marks}):
        held = out.setdefault(document, [])
        if held and span.start < held[-1].end:
            held[-1] = Span(held[-1].start, max(held[-1].end, span.end))
        else:
            held.append(span)
    return out


def _coverage(brief: Brief, catalogue: Catalogue) -> tuple[str, ...]:
    """How many reports the brief rests on, when they appeared, and which days were asked for."""
    reports = counted(catalogue, len(brief.reports), "reports")
    lineages = counted(catalogue, brief.lineages, "lineages", bound=True)
    out = [str(catalogue("page", "coverage")).format(reports=reports, lineages=lineages)]
    dated = sorted(b for r in brief.reports if (b := days(r.published)))
    if dated:
        first, last = dated[0][0], max(b[1] for b in dated)
        key = "published_on" if first == last else "published"
        out.append(str(catalogue("page", key)).format(dates=date(catalogue, f"{first}/{last}")))
    limits = [
        str(catalogue("page", key)).format(date=date(catalogue, value))
        for key, value in (("since", brief.choice.since), ("until", brief.choice.until))
        if value
    ]
    if limits:
        out.append(str(catalogue("page", "period")).format(dates=" ".join(limits)))
    return tuple(out)


def _about(catalogue: Catalogue, report: Report) -> str:
    """Outlet, agency, date and copies of a document on one line."""
    parts = [seen(report.outlet) if report.outlet else str(catalogue("page", "outlet_unknown"))]
    if report.agency:
        parts.append(str(catalogue("page", "agency")).format(agency=seen(report.agency)))
    parts.append(date(catalogue, report.published))
    if report.copies:
        names = str(catalogue("list", "comma")).join(seen(c) for c in report.copies)
        parts.append(str(catalogue("page", "copies")).format(documents=names))
    return " · ".join(parts)
