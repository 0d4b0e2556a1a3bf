"""A brief as a page: sections of lines, the passages that they stand on, and the documents around those."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from hudna.export.brief import losses, sources
from hudna.export.brief.catalogue import Catalogue
from hudna.export.brief.doubts import Checking
from hudna.export.brief.events import event, happening, turn
from hudna.export.brief.figures import counted, date
from hudna.export.brief.line import Line
from hudna.export.brief.pauses import truce
from hudna.export.brief.voice import Voice
from hudna.export.visible import seen
from hudna.text import Span
from hudna.views import Brief, Deaths, Dossier, Happening, Headline, Ledger, Mark, Report, days, documents

_Row = TypeVar("_Row")
# Sections whose absence is news.
_NEWS = ("contacts", "positions", "incidents", "tolls", "measures", "truces", "disagreements")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; ``note`` is a word of explanation beneath the heading."""

    id: str
    title: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """A section of which nothing is stated; ``doubted`` counts its sentences that are to be checked."""

    id: str
    title: str
    doubted: int


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
    """All that a template sets.

    Attributes:
        words: those of the language.
        coverage: what it rests on.
        standing: how much is stated and how much to be checked, in a sentence.
        stated: the sections of what is stated, the situation first.
        absent: the sections of which nothing is stated.
        to_check: the sections of what is to be checked.
        dossier: the record with its texts.
        reports: the documents to show.

    """

    words: Catalogue
    coverage: tuple[str, ...]
    standing: str
    stated: tuple[Section, ...]
    absent: tuple[Absence, ...]
    to_check: tuple[Section, ...]
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
        for section in (*self.stated, *self.to_check):
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
    """A brief as a page in the catalogue's language; sections without lines are named where their absence is news."""
    voice = Voice(catalogue, dossier)
    checking = Checking(voice, brief)
    told, doubted = _stated(voice, brief), checking.sections()
    situation = [_news(voice, checking, row) for row in brief.situation]
    stated, to_check = _sections(catalogue, {"situation": situation, **told}), _sections(catalogue, doubted)
    absent = tuple(
        Absence(name, str(catalogue("page", name)), len(doubted.get(name, ())))
        for name, lines in told.items()
        if not lines and (name in _NEWS or doubted.get(name))
    )
    return Page(
        catalogue,
        _coverage(brief, catalogue),
        _standing(brief, catalogue),
        stated,
        absent,
        to_check,
        dossier,
        _cited(brief, dossier, (*stated, *to_check)),
    )


def _stated(voice: Voice, brief: Brief) -> dict[str, list[Line]]:
    """The lines of each section of what is stated."""

    def told(rows: Iterable[_Row], line: Callable[[Voice, _Row], Line]) -> list[Line]:
        return [line(voice, row) for row in rows]

    held = brief.stated
    return {
        "contacts": told(held.contacts, happening),
        "positions": told(held.positions, happening),
        "turns": told(held.turns, turn),
        "charges": told(held.charges, happening),
        "incidents": told(held.incidents, happening),
        "tolls": told(_sides(held.tolls), losses.side),
        "losses": told(_sides(held.losses), losses.side),
        "measures": told(held.measures, happening),
        "truces": told(held.truces, truce),
        "other": told(held.other, happening),
        "disagreements": told(held.disagreements, sources.difference),
        "undated": told(held.undated, event),
        "background": told(held.background, happening) + told(_sides(held.past_tolls), losses.side),
        "names": told(brief.names, sources.names),
    }


def _sections(catalogue: Catalogue, held: Mapping[str, Sequence[Line]]) -> tuple[Section, ...]:
    """The sections that have lines."""
    return tuple(
        Section(name, catalogue("page", name), tuple(lines), catalogue("page").get(f"{name}_note", ""))
        for name, lines in held.items()
        if lines
    )


def _sides(rows: Iterable[Ledger]) -> list[tuple[Ledger, ...]]:
    """Ledgers side by side, as they come: those of one side stand together."""
    return [tuple(held) for _, held in groupby(rows, key=lambda r: r.side)]


def _news(voice: Voice, checking: Checking, held: Headline) -> Line:
    """A row of the situation: one line with nothing beneath it."""
    row = held.row
    if isinstance(row, Happening):
        line = happening(voice, row)
    else:
        line = losses.deaths(voice, row) if isinstance(row, Deaths) else replace(truce(voice, row), parts=())
    return line if held.stated else checking.news(row, line)


def _standing(brief: Brief, catalogue: Catalogue) -> str:
    """How many facts are stated, how many are to be checked, and why."""
    stated, doubted = brief.facts
    return str(catalogue("page", "standing")).format(
        stated=counted(catalogue, stated, "stated"),
        doubted=counted(catalogue, doubted, "doubted"),
        percent=round(100 * brief.threshold),
    )


def _cited(brief: Brief, dossier: Dossier, sections: Iterable[Section]) -> tuple[Report, ...]:
    """The reports of the period and whatever else a line stands on."""
    lines = [line for s in sections for held in s.lines for line in held.walk()]
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
    told = date(catalogue, report.published)
    parts.append(str(catalogue("date", "inferred")).format(date=told) if report.inferred else told)
    if report.copies:
        names = str(catalogue("list", "comma")).join(seen(c) for c in report.copies)
        parts.append(str(catalogue("page", "copies")).format(documents=names))
    return " · ".join(parts)
