from collections.abc import Callable
from typing import Any

import pytest

from hudna.record import Record, Truce, derive

PARTIES = ("loc.AAA", "loc.BBB")


def told(scribe: Callable[..., Any], name: str, text: str, status: str, day: str | None = None, **fields: Any) -> Any:
    report = scribe(name, text, day)
    report.truce("هدنة", status, **({"parties": PARTIES} | fields))
    return report


def made(*reports: Any) -> Record:
    return derive(r.pair() for r in reports)


def rules(truce: Truce) -> list[str]:
    return [j.rule for j in truce.joins]


def test_tellings_of_one_truce_join_by_parties_and_day(scribe: Callable[..., Any]) -> None:
    one = told(scribe, "a", "أعلن الوسيط هدنة.", "announced", start="2021-03-10", duration="P5D")
    two = told(scribe, "b", "انهارت هدنة الأربعاء.", "collapsed", start="2021-03-10", parties=PARTIES[::-1])
    (truce,) = made(one, two).truces
    assert truce.status == "collapsed"
    assert (truce.start, truce.duration, truce.parties) == ("2021-03-10", "P5D", PARTIES)
    assert len(truce.tellings) == 2
    assert truce.joins[0].rule == "same-parties"


def test_other_days_or_parties_are_other_truces(scribe: Callable[..., Any]) -> None:
    one = told(scribe, "a", "أعلن الوسيط هدنة.", "announced", start="2021-03-10")
    later = told(scribe, "b", "أعلن الجانبان هدنة جديدة.", "announced", start="2021-05-01")
    others = told(scribe, "c", "هناك هدنة أخرى.", "announced", start="2021-03-10", parties=("loc.AAA", "loc.CCC"))
    undated = told(scribe, "d", "طالب بإعلان هدنة.", "demanded")
    assert len(made(one, later, others, undated).truces) == 4


def test_a_state_and_the_movement_in_it_are_parties_of_one_truce_where_each_report_names_both(
    scribe: Callable[..., Any],
) -> None:
    movement = told(
        scribe, "a", "أعلن الوسيط هدنة.", "announced", start="2021-03-10", parties=("loc.AAA", "org.rebels")
    )
    broken = (("خرق", {"by": ("org.rebels",), "against": ("loc.AAA",), "claimed_by": ("loc.AAA",)}),)
    state = scribe("b", "خرق المتمردون هدنة الأربعاء.", "2021-03-11")
    state.truce("هدنة", "violated", broken, parties=PARTIES, start="2021-03-10")
    named = scribe("c", "ستنسحب البلاد بعد هدنة الأربعاء.", "2021-03-10")
    both = (("هدنة الأربعاء", {"by": ("loc.BBB",), "against": ("loc.AAA",), "claimed_by": ("loc.AAA",)}),)
    named.truce("هدنة", "announced", both, parties=("loc.AAA", "org.rebels"), start="2021-03-10")
    assert len(made(movement, state).truces) == 2  # the first names nobody of the state
    (truce,) = made(movement, state, named).truces
    assert len(truce.tellings) == 3


def test_a_violation_that_is_only_denied_is_no_allegation(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "نفى الجيش خرق هدنة الأربعاء.", "2021-03-12")
    event = report.event("ASSAULT", "خرق", actors=("loc.BBB",), status="denied")
    report.claim("loc.BBB", "نفى", "خرق هدنة الأربعاء")
    report.truce("هدنة", "in_effect", (("خرق هدنة", {"by": ("loc.BBB",), "event": event}),), parties=PARTIES)
    (truce,) = made(report).truces
    assert [s.stage for s in truce.steps if s.stage in ("violation", "denied")] == ["denied"]


def test_of_one_party_and_broker_it_is_the_truce_that_begins_that_day(scribe: Callable[..., Any]) -> None:
    day: dict[str, Any] = {"start": "2022-07-03", "brokers": ("loc.CCC",)}
    both = told(scribe, "a", "تبدأ هدنة الأحد.", "announced", "2022-07-02", **day)
    one = told(scribe, "b", "وافقت على هدنة الأحد.", "accepted", "2022-07-02", parties=PARTIES[:1], **day)
    (truce,) = made(both, one).truces
    assert set(truce.parties) == set(PARTIES)


def test_a_telling_without_a_day_is_of_the_truce_then_in_force(scribe: Callable[..., Any]) -> None:
    july = told(scribe, "a", "تبدأ هدنة الأحد.", "announced", "2022-07-01", start="2022-07-03")
    october = told(scribe, "b", "تبدأ هدنة الاثنين.", "announced", "2022-10-08", start="2022-10-10")
    broken = told(scribe, "c", "خرقوا هدنة قائمة.", "violated", "2022-10-12")
    record = made(july, october, broken)
    held = {t.start: t for t in record.truces}
    assert len(held) == 2
    assert [record.by_id[t].document for t in held["2022-10-10"].tellings] in (["b", "c"], ["c", "b"])
    assert rules(held["2022-10-10"]) == ["in-force"]
    assert "2 days after 2022-10-10" in held["2022-10-10"].joins[0].why


def test_a_report_in_force_before_a_truce_began_is_of_an_earlier_one(scribe: Callable[..., Any]) -> None:
    october = told(scribe, "a", "تبدأ هدنة الاثنين.", "announced", "2022-10-08", start="2022-10-10")
    before = told(scribe, "b", "خرقوا هدنة قائمة.", "violated", "2022-09-30")
    assert len(made(october, before).truces) == 2


def test_what_ran_out_weeks_ago_is_no_longer_in_force(scribe: Callable[..., Any]) -> None:
    short = told(scribe, "a", "تبدأ هدنة الاثنين.", "announced", "2022-10-08", start="2022-10-10", duration="P3D")
    late = told(scribe, "b", "خرقوا هدنة قائمة.", "violated", "2022-11-30")
    collapsed = told(scribe, "c", "انهارت هدنة الشهر.", "collapsed", "2022-10-12")
    assert len(made(short, late).truces) == 2
    assert len(made(short, collapsed).truces) == 1
    assert len(made(collapsed, told(scribe, "d", "تسري هدنة جديدة.", "in_effect", "2022-10-20")).truces) == 2


@pytest.mark.parametrize(("day", "truces"), [("2022-10-03", 1), ("2022-08-01", 2), ("2022-10-12", 2)])
def test_a_call_is_the_first_step_of_a_truce_that_follows_soon(
    scribe: Callable[..., Any], day: str, truces: int
) -> None:
    call = scribe("a", "دعا الوزير إلى هدنة فورية.", day)
    asked = call.event("REQUEST", "دعا", actors=("loc.CCC",), targets=PARTIES, topic="ceasefire", date=day)
    call.truce("هدنة", "demanded", parties=PARTIES, events=(asked,))
    truce = told(scribe, "b", "تبدأ هدنة الاثنين.", "announced", "2022-10-08", start="2022-10-10")
    held = made(call, truce).truces
    assert len(held) == truces
    if truces == 1:
        assert [s.stage for s in held[0].steps] == ["demanded", "starts"]
        assert rules(held[0]) == ["first-step"]


def test_calls_of_the_same_days_are_one_and_of_other_months_another(scribe: Callable[..., Any]) -> None:
    days = {"a": "2022-07-17", "b": "2022-09-27", "c": "2022-09-30"}
    calls = [told(scribe, n, "دعا الوزير إلى هدنة.", "demanded", day) for n, day in days.items()]
    record = made(*calls)
    assert sorted(len(t.tellings) for t in record.truces) == [1, 2]


def test_the_same_length_and_beginning_join_what_names_other_parties(scribe: Callable[..., Any]) -> None:
    one = told(scribe, "a", "أعلن الوسيط هدنة.", "announced", start="2021-03-10", duration="P5D", place="loc.AAA")
    two = told(
        scribe, "b", "بدأت هدنة أمس.", "in_effect", start="2021-03-10", duration="P5D", parties=(), place="loc.AAA"
    )
    other = told(
        scribe, "c", "بدأت هدنة أمس.", "in_effect", start="2021-03-10", duration="P5D", parties=(), place="loc.ZZZ"
    )
    assert sorted(len(t.tellings) for t in made(one, two, other).truces) == [1, 2]


def test_the_life_tells_each_step_with_who_and_where(scribe: Callable[..., Any]) -> None:
    first = scribe("a", "أعلنت الحكومة هدنة من الأربعاء.", "2021-03-09")
    given = first.event("AGREE", "أعلنت", actors=("loc.AAA",), topic="ceasefire", date="2021-03-09")
    first.truce("هدنة", "announced", parties=PARTIES, announced_by=("loc.AAA",), start="2021-03-10", events=(given,))
    second = scribe("b", "نفى الجيش خرق هدنة الأربعاء بقصف البلدة.", "2021-03-12")
    shelled = second.event("ASSAULT", "قصف", actors=("loc.BBB",), status="denied", date="2021-03-11")
    second.claim("loc.BBB", "نفى", "خرق هدنة الأربعاء بقصف البلدة")
    broken = (("خرق هدنة", {"by": ("loc.BBB",), "event": shelled, "claimed_by": ("loc.AAA",)}),)
    second.truce("هدنة", "violated", broken, parties=PARTIES)
    (truce,) = made(first, second).truces
    assert [(s.stage, s.date, s.by, s.document) for s in truce.steps] == [
        ("announced", "2021-03-09", ("loc.AAA",), "a"),
        ("starts", "2021-03-10", (), "a"),
        ("violation", "2021-03-11", ("loc.BBB",), "b"),
        ("denied", None, ("loc.BBB",), "b"),
    ]
    assert all(s.fact for s in truce.steps)


def test_alleged_violations_belong_to_the_truce_with_those_who_claim_them(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قالت الوزارة إن هدنة الأربعاء خرقت 12 مرة.")
    broken = (("خرقت 12 مرة", {"by": ("loc.BBB",), "count": "12", "claimed_by": ("loc.AAA",)}),)
    report.truce("هدنة", "violated", broken, parties=PARTIES, start="2021-03-10")
    record = made(report, told(scribe, "b", "بدأت هدنة جديدة.", "in_effect", start="2021-03-10"))
    (truce,), (breach,) = record.truces, record.breaches
    assert truce.breaches == (breach.id,)
    assert breach.truce == truce.id
    assert (breach.by, breach.count, breach.claimed_by) == (("loc.BBB",), "12", ("loc.AAA",))
