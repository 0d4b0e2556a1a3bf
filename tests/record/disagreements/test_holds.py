"""How assaults on places went, as reports have it."""

from collections.abc import Callable
from typing import Any

from hudna.record import derive

NORTH, SOUTH = "loc.AAA", "loc.BBB"
Scribe = Callable[..., Any]


def assault(scribe: Scribe, name: str, text: str, words: str, day: str, **fields: Any) -> Any:
    report = scribe(name, text, day)
    town = report.entity("LOC", "زاريت")
    report.event("ASSAULT", words, actors=(NORTH,), place=town, **fields)
    return report


def told(*reports: Any) -> list[tuple[str, str, list[str]]]:
    found = derive(r.pair() for r in reports).disagreements
    return [(d.about, d.kind, [a.value for a in d.accounts]) for d in found]


def test_taken_as_one_side_says_and_repelled_as_the_other(scribe: Scribe) -> None:
    report = scribe("a", "قال الشمال إن قواته سيطرت على زاريت. وقال الجنوب إنه صد هجوما على البلدة.", "2021-03-08")
    town = report.entity("LOC", "زاريت")
    report.event("ASSAULT", "سيطرت", actors=(NORTH,), place=town, claimed_by=(NORTH,))
    report.event("ASSAULT", "هجوما", actors=(NORTH,), place=town, claimed_by=(SOUTH,))
    assert ("occurrence", "contradiction", ["repelled", "taken"]) in told(report)


def test_stormed_and_the_next_day_taken(scribe: Scribe) -> None:
    one = assault(scribe, "a", "بدأت قوات الشمال اقتحام زاريت من الغرب.", "اقتحام", "2021-03-08")
    two = assault(scribe, "b", "سيطرت قوات الشمال على زاريت بعد معارك عنيفة.", "سيطرت", "2021-03-09")
    assert told(one, two) == [("occurrence", "change", ["stormed", "taken"])]
    late = assault(scribe, "b", "سيطرت قوات الشمال على زاريت بعد معارك عنيفة.", "سيطرت", "2021-03-19")
    assert told(one, late) == []
    one = assault(scribe, "a", "سيطرت قوات الشمال على زاريت بعد معارك عنيفة.", "سيطرت", "2021-03-08")
    two = assault(scribe, "b", "بدأت قوات الشمال اقتحام زاريت من الغرب.", "اقتحام", "2021-03-09")
    assert told(one, two) == []
