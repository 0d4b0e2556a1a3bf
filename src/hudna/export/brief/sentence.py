"""Rows of a view as lines of the brief: templates of the catalogue filled with facts, nothing else."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hudna.export.brief.catalogue import Catalogue
from hudna.export.brief.figures import count, counted, date, duration
from hudna.export.brief.line import Line, Run, Runs, fill, fill_first, join, words
from hudna.export.visible import seen
from hudna.views import (
    Account,
    Ceasefire,
    Deaths,
    Difference,
    Dossier,
    Doubt,
    Figure,
    Happening,
    Ledger,
    Mark,
    Named,
    Party,
    Version,
    Violation,
)

_QUOTE_LENGTH = 120  # characters of a clause that a line quotes
_SPELLINGS = 8  # spellings of a place that a line shows
_PAIR = 2
_CLAUSES = frozenset({"REQUEST", "REJECT", "AGREE", "SUPPORT", "ACCUSE", "THREATEN"})  # what they say is in the clause
_WORDS = frozenset({"MOBILIZE", "COERCE", "RETREAT", "CONCEDE", "COOPERATE", "AID", "PROTEST", "SANCTION"})
_ATTRIBUTED = frozenset({"ASSAULT", "COERCE"})  # where it matters that nobody is named as saying so
_ARABIC = re.compile("[\u0621-\u064a]")


class Scribe:
    """Writes rows as lines in one language."""

    def __init__(self, catalogue: Catalogue, dossier: Dossier) -> None:
        self.words = catalogue
        self.dossier = dossier

    # --- events

    def happening(self, row: Happening) -> Line:
        """An event: what, by whom, to whom, where, who says so, who denies it."""
        runs = fill_first(
            self.words.templates(f"{row.type}/{row.mode}", f"{row.type}/{row.topic}", row.type), self._roles(row)
        )
        runs += self._with_what(row) + self._where(row) + words(self.words.word("status", row.status) or "")
        runs += self._said(row)
        when, dated = self._when(row.date, row.reported)
        tag = (self.words.word("standing", row.standing) or "") if row.status == "actual" else ""
        return Line(_capital(runs), self._words_of(row), row.sources, when, dated, tag, row.standing if tag else "")

    def _roles(self, row: Happening) -> dict[str, Runs]:
        mutual = row.actors if len(row.actors) >= _PAIR and set(row.actors) == set(row.targets) else ()
        targets = () if mutual else tuple(t for t in row.targets if t not in row.actors)
        return {
            "mutual": self._names(mutual),
            "actors": self._names(row.actors),
            "targets": self._names(targets),
            "several": self._names(row.actors) if len(row.actors) >= _PAIR and not targets else (),
            "targets_several": self._names(targets) if len(targets) >= _PAIR else (),
            "topic": words(self.words.word("topics", row.topic or "") or ""),
        }

    def event(self, row: Happening) -> Line:
        """An event by what, who and where alone."""
        when, dated = self._when(row.date, row.reported)
        return Line(_capital(self._bare(row)), "", row.sources, when, dated)

    def _with_what(self, row: Happening) -> Runs:
        weapon = self._english(row.weapon) if row.weapon else ""
        return self._tail("weapon", weapon=words(weapon)) if weapon else ()

    def _where(self, row: Happening | Figure) -> Runs:
        """Where it happened, unless the place is already named as taking part."""
        if row.place is None or (isinstance(row, Happening) and row.place in (*row.actors, *row.targets)):
            return ()
        return self._at(row.place)

    def _at(self, place: Party) -> Runs:
        stretch = any(w in self.words("stretches") for w in place.name(self.words.language).casefold().split())
        named = self._name(place)
        return self._tail("place_along", place=named[-1:]) if stretch else self._tail("place", place=named)

    def _words_of(self, row: Happening) -> str:
        """The words of the source where the type alone says too little."""
        if row.sources and row.type in _CLAUSES:
            return self.quote(self._clause(row.sources[0]))
        if row.sources and (row.type in _WORDS or (row.type == "ASSAULT" and row.mode in (None, "other"))):
            return self.quote(self._short(row.sources[0].quote))
        return ""

    def _clause(self, mark: Mark) -> str:
        """From the words that carry the fact to the end of their sentence, within measure."""
        text = self.dossier.texts[mark.document][mark.span.start : mark.sentence.end]
        return self._short(text)

    def _said(self, row: Happening) -> Runs:
        out: Runs = ()
        naming = tuple(c for c in row.claimed_by if c not in row.unnaming)
        if naming:
            relays = tuple(r for r in row.relays if r not in row.claimed_by)
            kind = "by_relay" if relays else "by"
            out += self._tail(kind, claimants=self._names(naming, source=True), relays=self._names(relays))
        if row.unnaming:
            out += self._tail("unnaming", claimants=self._names(row.unnaming, source=True))
        elif not naming and row.type in _ATTRIBUTED:
            out += self._tail("unattributed")
        if row.disputed_by:
            out += self._tail("denied", deniers=self._names(row.disputed_by, source=True))
        return out

    # --- losses

    def side(self, rows: Sequence[Ledger]) -> Line:
        """The losses of one side: a head, beneath it each kind, and where figures differ all of them beneath that."""
        return Line(_capital(self._side(rows[0].side)), parts=tuple(self._ledger(r) for r in rows))

    def _ledger(self, row: Ledger) -> Line:
        reach = str(self.words("page", "cumulative")) if row.cumulative else ""
        if len(row.accounts) == 1:
            only = self.account(row.accounts[0])
            return replace(only, tag=reach)
        return Line(_capital(words(self._what(row))), tag=reach, parts=tuple(self.account(a) for a in row.accounts))

    def deaths(self, row: Deaths) -> Line:
        """The highest death toll of each side on one line, figures that differ against each other."""
        against, stop = str(self.words("list", "against")), str(self.words("separator"))
        sides, accounts = [], []
        for ledger in row.ledgers:
            numbered = [a for a in ledger.accounts if a.figure.low or a.figure.high]
            told = {a.figure.count: a.figure for a in reversed(numbered)}
            figures = join((self._figure(f, tail=False) for f in reversed(told.values())), against, against)
            reach = words(f" ({self.words('page', 'cumulative')})") if ledger.cumulative else ()
            sides.append(self._side(ledger.side) + words(self.words("colon")) + figures + reach)
            accounts += numbered
        sources = tuple(m for a in accounts for m in a.sources)
        return Line(_capital(join(sides, stop, stop)), "", sources, str(self.words("page", "deaths")))

    def account(self, row: Account) -> Line:
        """One figure with those who give it."""
        when, dated = self._when(row.figure.date, row.figure.reported)
        return Line(_capital(self._figure(row.figure, tail=True)), "", row.sources, when, dated)

    def _figure(self, row: Figure, *, tail: bool) -> Runs:
        runs = words(self._number(row)) if self._human(row) else self._thing(row)
        if tail:
            runs += self._where(row)
        if row.claimed_by:
            runs += self._tail("by", claimants=self._names(row.claimed_by, source=True))
        else:
            runs += self._tail("unattributed")
        if tail and row.blamed:
            runs += self._tail("blamed", blamed=self._names(row.blamed))
        return runs

    def _number(self, row: Figure) -> str:
        return f"{count(self.words, row.count, row.kind)} {self.words('victims', row.what)}".strip()

    def _thing(self, row: Figure) -> Runs:
        """A material loss: the thing in English, and always the words of the source."""
        quoted: Runs = (Run("quote", self.quote(self._short(row.sources[0].quote))),)
        thing = self._english(row.what)
        number = row.count if row.count.isdigit() else ""
        told = f"{number} × {thing} " if number else f"{thing} "
        return words(told) + quoted if thing else quoted

    def _what(self, row: Ledger) -> str:
        kind = "loss_captured" if not _human_kind(row.kind, row.what) and row.kind == "captured" else None
        named = str(self.words(kind)) if kind else str(self.words("kinds", row.kind))
        victims = self.words("victims").get(row.what, "")
        return f"{named} {victims}".strip()

    def _side(self, side: Party | None) -> Runs:
        return self._name(side) if side else words(self.words("page", "no_side"))

    def _human(self, row: Figure) -> bool:
        return _human_kind(row.kind, row.what)

    # --- truces

    def truce(self, row: Ceasefire) -> Line:
        """A truce with its terms, and its alleged violations beneath."""
        slots = {
            "kind": words(self.words("truce", "kinds", row.kind)),
            "status": words(self.words("truce", "status", row.status)),
            "parties": self._names(row.parties),
            "several": self._names(row.parties) if len(row.parties) >= _PAIR else (),
        }
        runs = fill_first(self.words("truce", "line"), slots)
        if row.place and row.place not in row.parties:
            runs += self._at(row.place)
        runs += fill(self.words("truce", "stage"), slots)
        for key, value in self._terms(row):
            runs += fill(self.words("truce", key), {_slot(key): value})
        quote = self.quote(self._short(row.sources[0].quote)) if row.sources else ""
        when, dated = self._when(row.date, row.reported)
        parts = tuple(self.violation(v) for v in row.violations)
        return Line(_capital(runs), quote, row.sources, when, dated, parts=parts)

    def _terms(self, row: Ceasefire) -> list[tuple[str, Runs]]:
        told = [t for term in row.terms if (t := self._english(term))]
        means = [t for m in row.mechanisms if (t := self._english(m))]
        comma = str(self.words("list", "comma"))
        parts: list[tuple[str, Runs]] = [
            ("announced_by", self._names(row.announced_by, source=True)),
            ("brokers", self._names(row.brokers)),
            ("start", words(date(self.words, row.start) if row.start else "")),
            ("end", words(date(self.words, row.end) if row.end else "")),
            ("duration", words(duration(self.words, row.duration) if row.duration else "")),
            ("terms", words(comma.join(told))),
            ("mechanism", words(comma.join(means))),
        ]
        return [(key, value) for key, value in parts if value]

    def violation(self, row: Violation) -> Line:
        """One alleged violation."""
        slots = {"actors": self._names(row.by), "targets": self._names(row.against)}
        runs = fill_first(self.words("truce", "violation"), slots)
        if row.count:
            runs += words(str(self.words("truce", "violations")).format(count=count(self.words, row.count, "breaches")))
        if row.claimed_by:
            runs += self._tail("by", claimants=self._names(row.claimed_by, source=True))
        return Line(_capital(runs), self.quote(self._short(row.sources[0].quote)), row.sources)

    # --- differences, names, doubts

    def difference(self, row: Difference) -> Line:
        """What sources differ on, the versions beneath."""
        runs = words(self.words("about", row.about))
        if row.figure:
            ledger = Ledger(row.figure.side, row.figure.kind, row.figure.what, row.figure.cumulative, ())
            runs += words(self.words("colon") + self._what(ledger) + " — ") + self._side(row.figure.side)
        if row.happening:
            runs += words(" — " if row.figure else self.words("colon")) + self._bare(row.happening)
        when = self._when(row.happening.date, row.happening.reported) if row.happening else ("", True)
        return Line(_capital(runs), "", (), *when, parts=tuple(self._version(row, v) for v in row.versions))

    def _bare(self, row: Happening) -> Runs:
        templates = self.words.templates(f"{row.type}/{row.mode}", f"{row.type}/{row.topic}", row.type)
        status = words(self.words.word("status", row.status) or "")
        return fill_first(templates, self._roles(row)) + self._where(row) + status

    def _version(self, row: Difference, version: Version) -> Line:
        runs = self._value(row, version)
        if version.claimed_by:
            runs += self._tail("by", claimants=self._names(version.claimed_by, source=True))
        else:
            runs += self._tail("unattributed")
        quote = self.quote(self._short(version.sources[0].quote)) if version.sources else ""
        return Line(_capital(runs), quote, version.sources)

    def _value(self, row: Difference, version: Version) -> Runs:
        if row.about in ("actors", "targets"):
            return self._names(version.parties) or words(self.words("nobody"))
        if row.about == "count":
            if row.figure and self._human(row.figure):
                return words(count(self.words, version.value, row.figure.kind))
            return words(version.value)
        if row.about == "date":
            return words(date(self.words, version.value))
        return words(self.words.word("occurrence", version.value) or version.value)

    def names(self, row: Named) -> Line:
        """A place with every name that the sources use for it."""
        shown = tuple(dict.fromkeys(seen(s) for s in row.spellings))[:_SPELLINGS]
        comma = str(self.words("list", "comma"))
        head = self._name(row.party) + words(self.words("colon"))
        return Line(head + join(((Run("name", s),) for s in shown), comma, comma), "", row.sources)

    def doubt(self, row: Doubt) -> Line:
        """A row that is to be checked: the words of the source, what they were read as, how often that proved right."""
        first = row.row.sources[0]
        kind = _doubted(row.row)
        read_as = str(self.words("page", "read_as")).format(kind=self.words("types", kind))
        if row.measured:
            cases = counted(self.words, row.measured.cases, "cases")
            percent = round(100 * row.measured.precision)
            reliability = str(self.words("page", "measured")).format(percent=percent, cases=cases)
        else:
            reliability = str(self.words("page", "unmeasured"))
        return Line(
            (), self.quote(self._around(first)), row.row.sources, tag=f"{read_as} · {reliability}", standing="doubt"
        )

    def _around(self, mark: Mark) -> str:
        """The sentence of a fact if it is short, else from the words that carry the fact on."""
        sentence = self.dossier.quote(mark.document, mark.sentence)
        return sentence if len(sentence) <= 2 * _QUOTE_LENGTH else self._clause(mark)

    # --- words

    def quote(self, text: str) -> str:
        """Words of a document between quotation marks."""
        opening, closing = self.words("quotes")
        return f"{opening}{seen(text)}{closing}"

    def _short(self, text: str) -> str:
        shown = seen(text).strip(" \"'«»“”،؛:.,;")
        if len(shown) <= _QUOTE_LENGTH:
            return shown
        return shown[:_QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(" \"'«»“”،؛:.,;") + str(self.words("ellipsis"))

    def _english(self, text: str) -> str:
        """A short description of the readings as this language can show it: "" where it cannot."""
        told = self.words.word("weapons", text)
        if told or self.words.language == "en" or _ARABIC.search(text):
            return told or seen(text)
        return ""

    def _names(self, parties: Iterable[Party], *, source: bool = False) -> Runs:
        named = (self._name(p, source=source) for p in parties)
        return join(named, self.words("list", "comma"), self.words("list", "and"))

    def _name(self, party: Party, *, source: bool = False) -> Runs:
        if party.unnamed:
            what = seen(party.en or "")
            general = str(self.words("unnamed_source" if source else "unnamed_actor")).format(what=what)
            return words(self.words.word("unnamed", what) or general)
        name = seen(party.name(self.words.language))
        heads = name.split() if party.type == "ORG" else name.split()[:1]
        listed = self.words("with_article")["bodies" if party.type == "ORG" else "others"]
        article = self.words("article") if any(h in listed for h in heads) else ""
        return (*words(article), Run("name", self.words.word("after_preposition", name) or name))

    def _tail(self, key: str, **slots: Runs) -> Runs:
        return fill(self.words("tail", key), slots)

    def _when(self, value: str | None, reported: str | None) -> tuple[str, bool]:
        if value:
            return date(self.words, value), True
        if reported:
            return str(self.words("date", "reported")).format(date=date(self.words, reported)), False
        return str(self.words("date", "unknown")), False


def _human_kind(kind: str, what: str) -> bool:
    """Whether a figure counts people: things may be captured too, but are none of these."""
    return kind not in ("destroyed", "damaged", "downed") and what in ("military", "civilian", "mixed", "unspecified")


def _slot(key: str) -> str:
    return {"announced_by": "claimants", "start": "date", "end": "date"}.get(key, key)


def _doubted(row: Happening | Figure | Ceasefire) -> str:
    if isinstance(row, Happening):
        return row.type
    if isinstance(row, Figure):
        return "casualty" if _human_kind(row.kind, row.what) else "loss"
    return "truce"


def _capital(runs: Runs) -> Runs:
    """Runs with a capital at the beginning, where the language has them."""
    if not runs or runs[0].kind == "quote" or not runs[0].text:
        return runs
    first = runs[0]
    return (Run(first.kind, first.text[0].upper() + first.text[1:]), *runs[1:])
