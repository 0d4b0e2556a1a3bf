from collections.abc import Callable
from typing import Any

from hudna.record import Record, derive

PARTIES = ("loc.AAA", "loc.BBB")


def told(scribe: Callable[..., Any], name: str, text: str, status: str, **fields: Any) -> Any:
    report = scribe(name, text)
    report.truce("هدنة", status, **({"parties": PARTIES} | fields))
    return report


def made(*reports: Any) -> Record:
    return derive(r.pair() for r in reports)


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


def test_alleged_violations_belong_to_the_truce_with_those_who_claim_them(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قالت الوزارة إن هدنة الأربعاء خرقت 12 مرة.")
    broken = (("خرقت 12 مرة", {"by": ("loc.BBB",), "count": "12", "claimed_by": ("loc.AAA",)}),)
    report.truce("هدنة", "violated", broken, parties=PARTIES, start="2021-03-10")
    record = made(report, told(scribe, "b", "بدأت هدنة جديدة.", "in_effect", start="2021-03-10"))
    (truce,), (breach,) = record.truces, record.breaches
    assert truce.breaches == (breach.id,)
    assert breach.truce == truce.id
    assert (breach.by, breach.count, breach.claimed_by) == (("loc.BBB",), "12", ("loc.AAA",))
