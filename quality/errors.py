"""The errors of a scored set by class, so that the next person knows where to dig: a class is a group and a name.

The scorer's notes tell what was missed and what a matched fact has wrong; its counts of each document what was found
without need; its ratios how often a field of what was matched is wrong. One fact may stand in several classes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quality.measure import Scored

Class = tuple[str, str]
Note = tuple[Any, ...]
_REVERSED = "event reversed (lower is better)"  # the one ratio that counts errors and not what is right
_DAY, _MONTH, _YEAR = len("2020-07-12"), len("2020-07"), len("2020")
_FIELDS = ("kind", "count", "victims", "side", "claimant")  # of a casualty in the scorer's notes


def classes(scored: Scored) -> Counter[Class]:
    """How many errors each class holds; ``scored`` must carry the scorer's notes."""
    found: Counter[Class] = Counter()
    for note in scored.errors:
        found.update(_of_note(note))
    found.update(_spurious(scored))
    for measure, row in scored.summary.items():
        if "acc" in row:
            right = row["acc"] if measure != _REVERSED else 1 - row["acc"]
            group, _, field = measure.partition(" ")
            found[f"{group}: a field wrong", field.partition(" (")[0]] += round(row["n"] * (1 - right))
    return +found


def table(found: Mapping[Class, int], words: int) -> list[str]:
    """Lines of a table: groups and in them classes, the largest first, per 1,000 words and as a number."""
    totals: Counter[str] = Counter()
    for (group, _), count in found.items():
        totals[group] += count
    lines = []
    for group, total in totals.most_common():
        lines.append(f"{group:40}{1000 * total / words:6.1f}{total:6}")
        own = Counter({name: count for (g, name), count in found.items() if g == group})
        lines += [f"    {name:36}{1000 * n / words:6.1f}{n:6}" for name, n in own.most_common() if n > 1]
        if single := sum(n == 1 for n in own.values()):
            lines.append(f"    {'of one class each':36}{1000 * single / words:6.1f}{single:6}")
    return lines


def _of_note(note: Note) -> Iterator[Class]:
    """The classes of one of the scorer's notes: (document, what, …)."""
    what, rest = str(note[1]), note[2:]
    if what in ("mention missed", "mention spurious", "event missed", "event spurious"):
        kind, _, how = what.partition(" ")
        yield f"{kind}s {how}", str(rest[0])
    elif what == "event sides wrong":
        yield from _sides(str(rest[0]), rest[1:3], rest[4:6])
    elif what.startswith("attribution"):
        yield "attributions", "missed" if not rest[2] else "wrong source" if rest[2][0] else "without source"
    elif what.startswith("time"):
        yield f"times {'wrong' if rest[2] else 'missed'}", kind_of_time(rest[0])
    elif what.startswith("casualty"):
        yield from _casualty(rest[:5], rest[6])
    elif what != "event status/claim wrong":  # those two are among the ratios
        yield "others", what


def _sides(kind: str, gold: Sequence[Sequence[str]], told: Sequence[Sequence[str]]) -> Iterator[Class]:
    """Which side of an event is missing, wrong or there without need; a talk has only participants."""
    (actors, targets), (told_actors, told_targets) = map(_plain, gold), map(_plain, told)
    if kind == "CONSULT":
        actors, targets, told_actors, told_targets = (
            actors | targets,
            frozenset(),
            told_actors | told_targets,
            frozenset(),
        )
    if actors and targets and (actors, targets) == (told_targets, told_actors):
        yield "event sides", f"{kind} reversed"
        return
    for name, right, given in (("actor", actors, told_actors), ("target", targets, told_targets)):
        if right != given:
            how = "missing" if not given else "spurious" if not right else "partly" if right & given else "wrong"
            yield "event sides", f"{kind} {name} {how}"


def _plain(ids: Sequence[str]) -> frozenset[str]:
    return frozenset("unnamed" if i.startswith("unnamed") else i for i in ids)


def _casualty(gold: Sequence[Any], told: Sequence[Sequence[Any]]) -> Iterator[Class]:
    """A casualty that nothing matches, or each field of one that was matched and is wrong."""
    if not told:
        yield "casualties", f"missed {gold[0]}"
        return
    for field, right, given in zip(_FIELDS, gold, told[0], strict=True):
        if isinstance(right, list):
            right, given = _plain(right), _plain(given)  # noqa: PLW2901 - the same two, comparable
        if right != given:
            yield "casualties", f"{field} {'missing' if not given else 'spurious' if not right else 'wrong'}"


def _spurious(scored: Scored) -> Iterator[Class]:
    """What was found and matches nothing, where the scorer's notes do not tell."""
    for measure, group in (("times span", "times spurious"), ("attributions content", "attributions")):
        for fact in _unmatched(scored, measure):
            yield group, "spurious" if group == "attributions" else kind_of_time(fact.get("value"))
    for measure, group in (("casualties count", "casualties"), ("losses", "losses"), ("truces", "truces")):
        for fact in _unmatched(scored, measure):
            yield group, f"spurious {fact.get('kind')}"


def _unmatched(scored: Scored, measure: str) -> Iterator[Mapping[str, Any]]:
    for match in scored.matches.get(measure, ()):
        taken = {pred for _, pred in match.pairs}
        yield from (fact for number, fact in enumerate(match.preds) if number not in taken)


def kind_of_time(value: str | None) -> str:
    """What a value names: day, month, year, range, hour, or «unresolved» for none."""
    if not value:
        return "unresolved"
    if "/" in value:
        return "range"
    if "T" in value:
        return "hour"
    return {_DAY: "day", _MONTH: "month", _YEAR: "year"}.get(len(value), "other")
