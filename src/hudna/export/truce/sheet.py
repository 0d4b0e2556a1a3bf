"""A truce as a sheet: its particulars, its life, its alleged violations by side, the reports that tell of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hudna.export.brief.catalogue import Catalogue
from hudna.export.brief.figures import counted, date, duration
from hudna.export.brief.line import Line, Run, Runs, capital, fill, fill_first, words
from hudna.export.brief.page import Page, Section
from hudna.export.brief.pauses import violation
from hudna.export.brief.voice import Voice
from hudna.export.visible import seen
from hudna.views import Ceasefire, Dossier, Party, Reliability, Stage, Violation, days, documents, passages, tellings

if TYPE_CHECKING:
    from hudna.record import TruceTelling

_PAIR = 2
_SHORT = frozenset({"starts", "ends", "in_effect", "collapsed", "ended", "violation", "denied"})  # quoted as they stand
_MOMENTS = frozenset({"announced", "start", "duration", "end"})  # of which values that differ are shown apart


@dataclass(frozen=True, slots=True)
class Sheet:
    """One truce as it is set: its row, its title, and its sections."""

    row: Ceasefire
    title: Line
    sections: tuple[Section, ...]


def sheet(voice: Voice, row: Ceasefire) -> Sheet:
    """The sheet of a truce."""
    made = (
        ("facts", tuple(_facts(voice, row)), ""),
        ("life", tuple(stage(voice, s) for s in row.steps), ""),
        ("breaches", tuple(_breaches(voice, row)), str(voice.words("sheet", "breaches_note"))),
        ("reports", tuple(_reports(voice, row)), ""),
    )
    sections = tuple(
        Section(f"{name}-{row.id}", str(voice.words("sheet", name)), lines, note) for name, lines, note in made if lines
    )
    return Sheet(row, _title(voice, row), sections)


def page(voice: Voice, sheets: Iterable[Sheet], reliability: Reliability) -> Page:
    """The page that numbers the passages of some sheets."""
    held = tuple(sheets)
    return Page(
        words=voice.words,
        coverage=(),
        standing=_reliability(voice.words, reliability),
        stated=tuple(section for s in held for section in s.sections),
        absent=(),
        to_check=(),
        dossier=voice.dossier,
        reports=(),
    )


def stage(voice: Voice, row: Stage) -> Line:
    """A step in the life of a truce."""
    slots = {
        "actors": voice.names(row.by),
        "targets": voice.names(t for t in row.against if t not in row.by),
        "several": voice.names(row.by) if len(row.by) >= _PAIR else (),
    }
    runs = fill_first(voice.words("truce", "stages", row.stage), slots)
    if row.claimed_by:
        runs += voice.by(row.claimed_by)
    when, dated = voice.when(row.date, row.reported)
    tag = counted(voice.words, row.lineages, "lineages") if row.lineages > 1 else ""
    first = row.sources[0]
    quote = voice.words_of(first) if row.stage in _SHORT else voice.clause(first)
    return Line(capital(runs), quote, row.sources, when, dated, tag, "corroborated" if tag else "")


def accused(dossier: Dossier, row: Ceasefire) -> Mapping[tuple[Party, ...], list[Violation]]:
    """The alleged violations by the side that is said to have made them, those that name nobody last."""
    out: dict[tuple[Party, ...], list[Violation]] = {}
    for held in sorted(row.violations, key=lambda v: not v.by):
        who = tuple(dict.fromkeys(dossier.side(p.side) or p for p in held.by))
        out.setdefault(who, []).append(held)
    return out


def heading(voice: Voice, who: tuple[Party, ...]) -> Runs:
    """What the violations ascribed to somebody are called."""
    if not who:
        return words(voice.words("sheet", "nobody"))
    return fill(voice.words("sheet", "against"), {"actors": voice.names(who)})


def _title(voice: Voice, row: Ceasefire) -> Line:
    parties = _principals(row)
    slots = {
        "kind": words(voice.words("truce", "kinds", row.kind)),
        "parties": voice.names(parties),
        "several": voice.names(parties) if len(parties) >= _PAIR else (),
    }
    runs = fill_first(voice.words("truce", "line"), slots)
    if row.place and row.place not in row.parties:
        runs += voice.at(row.place)
    return Line(capital(runs), when=voice.when(row.date, row.reported)[0])


def _principals(row: Ceasefire) -> tuple[Party, ...]:
    """One party of each side: the state where it is named, else the first."""
    held: dict[str, Party] = {}
    for party in sorted(row.parties, key=lambda p: p.type != "LOC"):
        held.setdefault(party.side or party.id, party)
    return tuple(held.values())


def _facts(voice: Voice, row: Ceasefire) -> Iterator[Line]:
    """The particulars, each with the tellings that give it; those that no document tells are left out."""
    comma = str(voice.words("list", "comma"))

    def described(terms: Iterable[str]) -> Runs:
        return words(comma.join(t for term in terms if (t := voice.described(term))))

    over = str(voice.words("sheet", "computed")).format(date=date(voice.words, row.over)) if row.over else ""
    told: tuple[tuple[str, Runs, Callable[[TruceTelling], object]], ...] = (
        ("status", words(voice.words("truce", "status", row.status)), lambda t: t.status == row.status),
        ("parties", voice.names(row.parties), lambda t: t.parties),
        ("place", voice.name(row.place) if row.place else (), lambda t: t.place),
        ("announced_by", voice.names(row.announced_by), lambda t: t.announced_by),
        ("announced", (), lambda t: t.announced),
        ("start", (), lambda t: t.start),
        ("duration", (), lambda t: t.duration),
        ("end", (), lambda t: t.end),
        ("over", words(over), lambda t: t.start or t.duration),
        ("brokers", voice.names(row.brokers), lambda t: t.brokers),
        ("mechanism", described(row.mechanisms), lambda t: t.mechanism),
        ("terms", described(row.terms), lambda t: t.terms),
    )
    for name, runs, get in told:
        label = str(voice.words("sheet", "labels", name))
        if name in _MOMENTS:
            yield from _moment(voice, row, name, label)
        elif runs:
            part = "start" if name == "over" else name
            yield Line(capital(runs), "", passages(voice.dossier, row, part, get), label)


def _moment(voice: Voice, row: Ceasefire, name: str, label: str) -> Iterator[Line]:
    """A day or a length: one value if all allow it, else what differs side by side."""
    shown = duration if name == "duration" else date
    values: list[list[str]] = []  # those that allow each other together, the fullest last
    told = {str(v) for t in tellings(voice.dossier, row) if (v := getattr(t, name))}
    for value in sorted(told, key=lambda v: (v[:10], len(v))):
        if values and name != "duration" and not any(_apart(value, other) for other in values[-1]):
            values[-1].append(value)
        else:
            values.append([value])

    def line(held: list[str], label: str = "") -> Line:
        part = "announced_by" if name == "announced" else name
        marks = passages(voice.dossier, row, part, lambda t: getattr(t, name) in held)
        return Line(words(shown(voice.words, max(held, key=len))), "", marks, label)

    if len(values) > 1:
        head = words(counted(voice.words, len(values), "accounts"))
        yield Line(capital(head), when=label, parts=tuple(line(held) for held in values))
    elif values:
        yield line(values[0], label)


def _apart(one: str, two: str) -> bool:
    """Whether two moments exclude each other: two days, or two hours of one."""
    if "T" in one and "T" in two:
        return one != two
    left, right = days(one), days(two)
    return bool(left and right and (left[1] < right[0] or right[1] < left[0]))


def _breaches(voice: Voice, row: Ceasefire) -> Iterator[Line]:
    """The alleged violations under a head for each side that is said to have made them."""
    for who, held in accused(voice.dossier, row).items():
        yield Line(capital(heading(voice, who)), parts=tuple(violation(voice, v) for v in held))


def _reports(voice: Voice, row: Ceasefire) -> Iterator[Line]:
    """The documents that tell of it."""
    named = {m.document for m in row.sources}
    for report in documents(voice.dossier):
        if report.id in named:
            marks = tuple(m for m in row.sources if m.document == report.id)
            outlet = seen(report.outlet) if report.outlet else str(voice.words("page", "outlet_unknown"))
            names = (Run("name", seen(report.id)), *words(" — "), Run("name", seen(report.title)))
            runs = (*names, *words(" ("), Run("name", outlet), *words(")"))
            yield Line(runs, "", marks, date(voice.words, report.published), days(report.published) is not None)


def _reliability(say: Catalogue, reliability: Reliability) -> str:
    """How often truces and violations were read rightly."""
    rates = {}
    for name, kind in (("truces", "truce"), ("violations", "violation")):
        held = reliability.kinds.get(kind)
        cases = counted(say, held.cases, "readings", bound=True) if held else ""
        told = str(say("page", "measured")).format(right=held.right, cases=cases) if held else ""
        rates[name] = told or str(say("page", "unmeasured"))
    return str(say("sheet", "reliability")).format(**rates)
