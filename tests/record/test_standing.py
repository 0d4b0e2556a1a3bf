from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from hudna.record import derive
from hudna.record.standing import standing

SIDES = {"army": "AAA", "ministry": "AAA", "foe": "BBB", "loc.BBB": "BBB"}


@pytest.fixture
def told(scribe: Callable[..., Any]) -> Callable[..., Any]:
    def tell(name: str, **fields: Any) -> Any:
        report = scribe(name, "قصفت القوات البلدة.")
        report.event("ASSAULT", "قصفت", **fields)
        return derive([report.pair()]).tellings[0]

    return tell


def of(tellings: Sequence[Any], lines: dict[str, str] | None = None) -> str:
    return standing(tellings, SIDES, lines or {t.document: t.document for t in tellings})


def test_an_outlets_own_voice_is_reported(told: Callable[..., Any]) -> None:
    assert of([told("a")]) == "reported"


def test_what_one_side_says_is_claimed_however_many_repeat_it(told: Callable[..., Any]) -> None:
    by_foe = {"actors": ("unnamed: army",), "claimed_by": ("unnamed: foe",)}
    assert of([told("a", **by_foe)]) == "claimed"
    assert of([told("a", **by_foe), told("b", **by_foe)]) == "claimed"


def test_independent_voices_corroborate_but_copies_do_not(told: Callable[..., Any]) -> None:
    two = [told("a"), told("b", claimed_by=("unnamed: witness",))]
    assert of(two) == "corroborated"
    assert of(two, {"a": "one", "b": "one"}) == "reported"


def test_a_denial_makes_it_disputed(told: Callable[..., Any]) -> None:
    assert of([told("a", disputed_by=("unnamed: army",))]) == "disputed"
    assert of([told("a"), told("b", status="denied")]) == "disputed"


def test_the_side_that_did_it_admits_what_others_allege(told: Callable[..., Any]) -> None:
    alleged = told("a", actors=("loc.BBB",), claimed_by=("loc.AAA",))
    own = told("b", actors=("loc.BBB",), claimed_by=("loc.BBB",))
    assert of([alleged]) == "claimed"
    assert of([own]) == "claimed"
    assert of([alleged, own]) == "admitted"
    handed = replace(alleged, type="RETREAT", targets=("loc.AAA",), claimed_by=("loc.BBB",))
    left = replace(own, type="RETREAT")
    assert of([handed, left]) == of([left, handed]) == "admitted"


def test_a_plan_does_not_corroborate_what_came_of_it(told: Callable[..., Any]) -> None:
    assert of([told("a", status="planned"), told("b")]) == "reported"


def test_an_attack_laid_to_two_sides_is_disputed(told: Callable[..., Any]) -> None:
    sides = {"loc.AAA": "AAA", "loc.BBB": "BBB"}
    two = [told("a", actors=("loc.AAA",)), told("b", actors=("loc.BBB",))]
    assert standing(two, sides, {"a": "a", "b": "b"}) == "disputed"
    assert standing(two, sides, {"a": "one", "b": "one"}) == "reported"
    unknown = [told("a", actors=("loc.AAA",)), told("b", actors=("unnamed: gunmen",))]
    assert standing(unknown, sides, {"a": "a", "b": "b"}) == "corroborated"


def test_both_sides_of_a_clash_corroborate_it(told: Callable[..., Any]) -> None:
    both = {"mode": "clash", "actors": ("loc.AAA", "loc.BBB")}
    two = [told("a", claimed_by=("loc.AAA",), **both), told("b", claimed_by=("loc.BBB",), **both)]
    assert of(two) == "corroborated"


def test_two_bodies_of_one_side_are_one_voice(told: Callable[..., Any]) -> None:
    two = [replace(told(name), claimed_by=(by,)) for name, by in (("a", "army"), ("b", "ministry"))]
    assert of(two) == "claimed"


def test_letting_prisoners_go_is_no_admission(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال الجيش إنه أطلق الأسرى.")
    report.event("RETREAT", "أطلق", actors=("loc.BBB",), targets=("unnamed: prisoners",), claimed_by=("loc.BBB",))
    assert derive([report.pair()]).events[0].standing == "claimed"


def test_who_gives_way_admits_a_setback(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال الجيش إنه انسحب من البلدة.")
    report.event("RETREAT", "انسحب", actors=("loc.BBB",), claimed_by=("loc.BBB",))
    assert derive([report.pair()]).events[0].standing == "admitted"
