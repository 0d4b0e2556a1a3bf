"""The head and foot of a report: its date, who published it and whose text it relays.

A date counts only where it stands as datelines do: on a line, in brackets or before a colon, with nothing beside it but
names, marks and the words of lexicon/ar/masthead.yaml. A date in a sentence dates what it tells, not the report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hudna.reading.calendar import anchor_days
from hudna.reading.model import Published, Time
from hudna.reading.page import Page
from hudna.reading.vocabulary import Vocabulary
from hudna.text import DASHES, Span, TokenKind

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?")
_HEAD_LINES, _FOOT_LINES = 6, 4  # lines that may belong to the head or foot of a page
_LONGEST = 26  # tokens of a line or lead that is no sentence
_NAME = 4  # words of a name that the lexicon does not know
_LONGEST_NAME = 12  # tokens of an outlet's name with its head noun and marks
_UNRANKED = 1
_WEEK = 7
_WORDY = (TokenKind.WORD, TokenKind.FOREIGN, TokenKind.NUMBER)
_AGENCIES = frozenset({"agency"})
_OUTLETS = frozenset({"newspaper", "channel", "site", "magazine", "radio"})


@dataclass(frozen=True, slots=True)
class Masthead:
    """What head and foot of a report say of it; None where they say nothing.

    Attributes:
        published: its date and what says so.
        outlet: who published it, as given with the document or written in the head.
        agency: whose text it relays, as written.
        title: the headline.
        anchor: the day or interval that its relative times are counted from: its dateline, else the date given with it.

    """

    published: Published
    outlet: str | None
    agency: str | None
    title: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class _Lead:
    """Tokens ``first`` to ``last`` that stand like a dateline; whether as the whole line, whether after «المصدر»."""

    first: int
    last: int
    foot: bool


def find_masthead(page: Page, times: Sequence[Time]) -> Masthead:
    """The masthead of a page whose furniture is known; what is given with the document wins over what is written.

    ``times`` are those of the page; their values may be without anchor.
    """
    reader = _Reader(page, Vocabulary(page, "masthead"), tuple(times))
    leads = tuple(reader.leads())
    document = page.document
    dateline = reader.dateline(leads)
    published = Published(document.published, "metadata") if document.published else dateline
    agency = reader.agency(leads)
    outlet = document.outlet or reader.outlet(leads, agency)
    anchor = dateline.value if _agrees(dateline.value, document.published) else document.published
    return Masthead(published, outlet, agency, _title(page), anchor)


def _agrees(dateline: str | None, given: str | None) -> bool:
    """Whether a dateline may stand for the date given: pages also print the day on which they are shown."""
    days = anchor_days(dateline)
    others = anchor_days(given)
    return bool(days) and (given is None or any(abs((days[0] - d).days) <= _WEEK for d in others))


def _title(page: Page) -> str:
    if page.document.title:
        return page.document.title
    number = next((n for n in range(len(page.sentences)) if n not in page.furniture), None)
    if number is None:
        return ""
    lines = [s for s in page.sentences if s.line == page.sentences[number].line]
    return page.raw(lines[0].first, lines[-1].last) if lines[-1].last - lines[0].first <= 2 * _LONGEST else ""


def _lines(page: Page) -> list[tuple[int, int]]:
    """First token and end of every line that holds anything."""
    lines: dict[int, tuple[int, int]] = {}
    for sentence in page.sentences:
        first = lines[sentence.line][0] if sentence.line in lines else sentence.first
        lines[sentence.line] = (first, sentence.last)
    return list(lines.values())


@dataclass(frozen=True, slots=True)
class _Reader:
    """A page with the words and times of its masthead."""

    page: Page
    words: Vocabulary
    times: tuple[Time, ...]

    def leads(self) -> Iterator[_Lead]:
        """Everything in the first and last lines that stands like a dateline; a headline with no outlet does not."""
        lines = _lines(self.page)
        feet = max(len(lines) - _FOOT_LINES, 1)
        for number, (first, last) in enumerate(lines):
            source = self.words.plain(first, "source")
            sourced = source is not None and self.page.form(source.last) == ":"
            if _HEAD_LINES <= number < feet and not sourced:
                continue
            whole = _Lead(first, last, foot=sourced or number >= feet)
            if last - first <= _LONGEST and (self._is_lead(first, last) if number else self._is_signed(whole)):
                yield whole
            elif number < _HEAD_LINES:
                reach = range(first + 1, min(last, first + _LONGEST))
                end = next((k for k in reach if _closes(self.page, first, k)), None)
                if end is not None and self._is_lead(first, end):
                    yield _Lead(first, end, foot=False)

    def _is_lead(self, first: int, last: int, unnamed: int = _NAME) -> bool:
        """Whether only names, dates, marks and masthead words stand there, and one of the first two or a source.

        ``unnamed`` words may be of names that the lexicon does not know.
        """
        page = self.page
        dated = [t.span for t in self._dates(first, last)]
        named = {k for i in range(first, last) for hit in page.names.get(i, ()) for k in range(i, hit.last)}
        known = named | {k for i in range(first, last) for k in range(i, self._end(i))}
        unknown = 0
        for i in range(first, last):
            token = page.tokens[i]
            if token.kind not in _WORDY or i in known or any(token.span.within(span) for span in dated):
                continue
            if any(s.pos == "verb" for s in page.senses[i]):
                return False
            unknown += 1
        headed = any(self.words.plain(i, "outlet", "agency", "source") for i in range(first, last))
        return bool(dated or named or headed) and unknown <= (unnamed if dated or headed else 0)

    def _is_signed(self, lead: _Lead) -> bool:
        """Whether a first line is a dateline with a day and an outlet or agency: «بيروت / رويترز - 3 مايو 2015»."""
        if not (self._named(lead, "agency", _AGENCIES) or self._named(lead, "outlet", _OUTLETS)):
            return False
        dated = any(_DATE.fullmatch(t.value or "") for t in self._dates(lead.first, lead.last))
        return dated and self._is_lead(lead.first, lead.last, unnamed=0)

    def _end(self, i: int) -> int:
        word = self.words.at(i, "label", "source", "outlet", "agency", "filler")
        return word.last if word else i

    def _dates(self, first: int, last: int) -> list[Time]:
        span = self.page.span(first, last)
        return [t for t in self.times if t.span.within(span)]

    def dateline(self, leads: Sequence[_Lead]) -> Published:
        """The date of the first publication if it is labelled, else the first bare date, else that of an update."""
        best: tuple[int, int, Published] | None = None
        for lead in leads:
            for time in self._dates(lead.first, lead.last):
                if not _DATE.fullmatch(time.value or ""):
                    continue
                candidate = (self._rank(lead, time), lead.foot + (time.rule == "time.hijri"), time)
                if best is None or candidate[:2] < best[:2]:
                    best = (*candidate[:2], Published((time.value or "")[:10], "dateline", time.span))
        return best[2] if best else Published()

    def _rank(self, lead: _Lead, time: Time) -> int:
        """How much the label before a date makes of it."""
        rank = _UNRANKED
        for i in range(lead.first, lead.last):
            if self.page.tokens[i].span.start >= time.span.start:
                break
            label = self.words.plain(i, "label")
            rank = int(label.entry.data["rank"]) if label else rank
        return rank

    def agency(self, leads: Sequence[_Lead]) -> str | None:
        """The agency that a head or foot names, else what stands after «المصدر» in the foot."""
        for lead in leads:
            named = self._named(lead, "agency", _AGENCIES)
            if named:
                return named
        for lead in leads:
            source = self.words.plain(lead.first, "source") if lead.foot else None
            if source:
                parts = [p for p in self._parts(lead) if p[0] >= source.last]
                return self.page.raw(*parts[0]) if parts else None
        return None

    def outlet(self, leads: Sequence[_Lead], agency: str | None) -> str | None:
        """The outlet that a head or foot names; in «(ص / الوكالة - تاريخ)» the first part even if it is unknown."""
        for lead in leads:
            named = self._named(lead, "outlet", _OUTLETS)
            if named:
                return named
            parts = self._parts(lead)
            unnamed = parts and self.page.form(lead.first) == "(" and self._is_unknown(*parts[0])
            if unnamed and agency and self.page.raw(*parts[0]) != agency:
                return self.page.raw(*parts[0])
        return None

    def _parts(self, lead: _Lead) -> list[tuple[int, int]]:
        """The runs of words between marks, dates, labels and source words left out."""
        dated = [t.span for t in self._dates(lead.first, lead.last)]
        out: list[tuple[int, int]] = []
        i, open_at = lead.first, None
        while i <= lead.last:
            word = self.words.plain(i, "label", "source")
            inside = i < lead.last and not word and self._is_name_part(i, dated)
            if inside and open_at is None:
                open_at = i
            if not inside and open_at is not None:
                out.append((open_at, i))
                open_at = None
            i = word.last if word else i + 1
        return out

    def _named(self, lead: _Lead, kind: str, classes: frozenset[str]) -> str | None:
        """The agency or outlet in a lead: by a name of the lexicon, else by its head noun."""
        i = lead.first
        while i < lead.last:
            hits = [hit for hit in self.page.names.get(i, ()) if hit.last <= lead.last]
            for hit in hits:
                if any(s.entry.get("kind") in classes for s in hit.senses):
                    return self.page.raw(i, hit.last, min(s.cut for s in hit.senses))
            i = max((hit.last for hit in hits), default=i + 1)
        for first, last in self._parts(lead):
            head = self.words.plain(first, kind)
            if head and head.last < last and last - first <= _LONGEST_NAME:
                return self.page.raw(first, last)
        return None

    def _is_name_part(self, i: int, dated: Sequence[Span]) -> bool:
        """Whether token ``i`` may belong to a name: a word, or anything in quotation marks («مجموعة "أ - ب"»)."""
        token = self.page.tokens[i]
        if any(token.span.within(span) for span in dated):
            return False
        quoted = any(self.page.quotation_at(k) is not None for k in (i - 1, i, i + 1))
        return token.kind in _WORDY or (quoted and token.form != ":")

    def _is_unknown(self, first: int, last: int) -> bool:
        return not any(hit.last == last for hit in self.page.names.get(first, ()))


def _closes(page: Page, first: int, k: int) -> bool:
    """Whether the lead that begins at ``first`` ends before token ``k``: «(… )», «القاهرة (تاس) -», «واس – جدة:»."""
    form = page.form(k)
    if page.form(first) == "(":
        return form == ")"
    return form == ":" or (form in DASHES and (page.form(k - 1) == ")" or page.form(k + 1) == form))
