"""Lines on what is to be checked: the words of the source first, then how they were read and how often that was right.

Readings of one sentence stand beneath it together, so that it is read once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hudna.export.brief import losses, pauses, sources
from hudna.export.brief.events import happening
from hudna.export.brief.figures import counted
from hudna.export.brief.line import Line, fill, words
from hudna.export.brief.voice import Voice
from hudna.views import Brief, Deaths, Difference, Happening, Ledger, Mark, Measured, News, Sections, Turn

_Drafts = list[tuple[str, Line]]  # the id of a row with the line that would state it


@dataclass(frozen=True, slots=True)
class Checking:
    """Says what a brief leaves to be checked."""

    voice: Voice
    brief: Brief

    def sections(self) -> Mapping[str, list[Line]]:
        """The lines of each section by its name."""
        held = self.brief.to_check
        return {
            "contacts": self._events(held.contacts),
            "positions": self._events(held.positions),
            "turns": [self._turn(t) for t in held.turns],
            "charges": self._events(held.charges),
            "incidents": self._events(held.incidents),
            "tolls": self._figures(held.tolls),
            "losses": self._figures(held.losses),
            "measures": self._events(held.measures),
            "truces": self._truces(held),
            "other": self._events(held.other),
            "disagreements": [self._difference(d) for d in held.disagreements],
            "background": self._events(held.background) + self._figures(held.past_tolls),
        }

    def news(self, row: News, line: Line) -> Line:
        """A line of the situation that is to be checked, marked as such, with the words of its source."""
        tag = str(self.voice.words("page", "to_check"))
        quote = "" if isinstance(row, Deaths) else self.voice.around(row.sources[0])
        return replace(line, quote=quote, tag=tag, standing="doubt")

    def _events(self, rows: Iterable[Happening]) -> list[Line]:
        return self._grouped([(r.id, happening(self.voice, r)) for r in rows])

    def _figures(self, rows: Iterable[Ledger]) -> list[Line]:
        return self._grouped([(a.figure.id, losses.figure(self.voice, a)) for r in rows for a in r.accounts])

    def _truces(self, held: Sections) -> list[Line]:
        drafts: _Drafts = [(t.id, pauses.truce(self.voice, t)) for t in held.truces]
        return self._grouped(drafts + [(v.id, pauses.violation(self.voice, v)) for v in held.violations])

    def _grouped(self, drafts: _Drafts) -> list[Line]:
        """The sentences in the order of the first row of each, how they were read beneath."""
        by_sentence: dict[tuple[str, int], _Drafts] = {}
        for ident, line in drafts:
            first = line.sources[0]
            by_sentence.setdefault((first.document, first.sentence.start), []).append((ident, line))
        return [self._sentence(held) for held in by_sentence.values()]

    def _sentence(self, drafts: _Drafts) -> Line:
        first = drafts[0][1].sources[0]
        several = len(drafts) > 1
        parts = tuple(self._read(first, *d, several=several) for d in drafts)
        return Line((), self.voice.around(first), (first,), parts=parts)

    def _read(self, first: Mark, ident: str, line: Line, *, several: bool) -> Line:
        """How a sentence was read, and of several readings from which words; its own mark stands beside it already."""
        others = tuple(m for m in line.sources if (m.document, m.sentence) != (first.document, first.sentence))
        runs = fill(self.voice.words("page", "read_as"), {"reading": line.runs})
        quote = self.voice.words_of(line.sources[0]) if several else ""
        return replace(line, runs=runs, quote=quote, sources=others, tag=self._rate(ident), standing="doubt", parts=())

    def _difference(self, row: Difference) -> Line:
        """What accounts differ on, each with its sentence."""
        versions = []
        for held in row.versions:
            runs = fill(self.voice.words("page", "read_as"), {"reading": sources.version(self.voice, row, held)})
            versions.append(Line((), self.voice.around(held.sources[0]), held.sources, parts=(Line(runs),)))
        line = sources.difference(self.voice, row)
        tag = " · ".join(filter(None, (line.tag, self._rate(row.id))))
        return replace(line, tag=tag, standing="doubt", parts=tuple(versions))

    def _turn(self, row: Turn) -> Line:
        """The sentences of a change, the later one first, with how they were read."""
        sentences = (self._sentence([(h.id, happening(self.voice, h))]) for h in (row.after, row.before))
        after, before = sentences
        return replace(after, parts=(*after.parts, replace(before, runs=words(self.voice.words("page", "earlier")))))

    def _rate(self, ident: str) -> str:
        return rate(self.voice, self.brief.measured.get(ident))


def rate(voice: Voice, measured: Measured | None) -> str:
    """How many of such readings were right."""
    if measured is None:
        return str(voice.words("page", "unmeasured"))
    cases = counted(voice.words, measured.cases, "readings", bound=True)
    return str(voice.words("page", "measured")).format(right=measured.right, cases=cases)
