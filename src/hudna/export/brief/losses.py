"""Losses as lines of the brief: figures side by side, each with who gives it."""

from collections.abc import Sequence
from dataclasses import replace

from hudna.export.brief.figures import count, date
from hudna.export.brief.line import Line, Run, Runs, capital, join, words
from hudna.export.brief.voice import Voice
from hudna.views import Account, Deaths, Figure, Ledger, Party


def side(voice: Voice, rows: Sequence[Ledger]) -> Line:
    """The losses of one side: a head, beneath it each kind, and where figures differ all of them beneath that."""
    return Line(capital(of_side(voice, rows[0].side)), parts=tuple(_ledger(voice, r) for r in rows))


def deaths(voice: Voice, row: Deaths) -> Line:
    """The highest death toll of each side on one line, figures that differ against each other, each as of its day."""
    against, stop = str(voice.words("list", "against")), str(voice.words("separator"))
    sides: list[Runs] = []
    accounts: list[Account] = []
    for ledger in row.ledgers:
        numbered = [a for a in ledger.accounts if a.figure.size]
        told = {a.figure.count: a.figure for a in reversed(numbered)}
        shown = (_figure(voice, f, tail=False) + _as_of(voice, f) for f in reversed(told.values()))
        figures = join(shown, against, against)
        reach = words(f" ({voice.words('page', 'cumulative')})") if ledger.cumulative else ()
        sides.append(of_side(voice, ledger.side) + words(voice.words("colon")) + figures + reach)
        accounts += numbered
    sources = tuple(m for a in accounts for m in a.sources)
    return Line(capital(join(sides, stop, stop)), "", sources, str(voice.words("page", "deaths")))


def _as_of(voice: Voice, row: Figure) -> Runs:
    """The day for which a figure stands, so that an old one and a new one are not read as one against the other."""
    return words(f" ({date(voice.words, row.as_of) if row.as_of else voice.words('date', 'unknown')})")


def figure(voice: Voice, row: Account) -> Line:
    """One figure with its side and those who give it."""
    told = _told(voice, row)
    reach = f" ({voice.words('page', 'cumulative')})" if row.figure.cumulative else ""
    side = of_side(voice, row.figure.side) + words(f"{reach}{voice.words('colon')}")
    return replace(told, runs=capital(side + _figure(voice, row.figure, tail=True)))


def of_side(voice: Voice, party: Party | None) -> Runs:
    """Whose losses they are."""
    return voice.name(party) if party else words(voice.words("page", "no_side"))


def what(voice: Voice, row: Ledger | Figure) -> str:
    """What is counted: «قتلى من المدنيين»."""
    if not human(row) and row.kind == "captured":
        return str(voice.words("loss_captured"))
    return f"{voice.words('kinds', row.kind)} {voice.words('victims').get(row.what, '')}".strip()


def number(voice: Voice, row: Figure) -> Runs:
    """How many were lost, and of which class: «12 قتيلاً من المدنيين»."""
    return words(f"{count(voice.words, row.count, row.kind)} {voice.words('victims', row.what)}".strip())


def human(row: Ledger | Figure) -> bool:
    """Whether people are counted: things may be captured too, but are of none of these classes."""
    of_people = row.what in ("military", "civilian", "mixed", "unspecified")
    return of_people and row.kind not in ("destroyed", "damaged", "downed")


def _ledger(voice: Voice, row: Ledger) -> Line:
    reach = str(voice.words("page", "cumulative")) if row.cumulative else ""
    accounts = tuple(_told(voice, a) for a in row.accounts)
    if len(accounts) == 1:
        return replace(accounts[0], tag=reach)
    return Line(capital(words(what(voice, row))), tag=reach, parts=accounts)


def _told(voice: Voice, row: Account) -> Line:
    """One figure with those who give it."""
    when, dated = voice.when(row.figure.date, row.figure.reported)
    return Line(capital(_figure(voice, row.figure, tail=True)), "", row.sources, when, dated)


def _figure(voice: Voice, row: Figure, *, tail: bool) -> Runs:
    """A figure with who gives it; ``tail`` adds where, and who is blamed."""
    runs = number(voice, row) if human(row) else _thing(voice, row)
    if tail and row.part:
        runs += voice.tail("part")
    if tail and row.place:
        runs += voice.at(row.place)
    runs += voice.by(row.claimed_by, row.relays)
    if tail and row.blamed:
        runs += voice.tail("blamed", blamed=voice.names(row.blamed))
    return runs + voice.reviewed(row.reviewed)


def _thing(voice: Voice, row: Figure) -> Runs:
    """A material loss: the thing where the language has a word for it, and always the words of the source."""
    quoted: Runs = (Run("quote", voice.words_of(row.sources[0])),)
    thing = voice.described(row.what)
    told = f"{row.count} × {thing} " if row.count.isdigit() else f"{thing} "
    return words(told) + quoted if thing else quoted
