from collections.abc import Callable
from typing import Any

from hudna.record import derive

ARMY, REBELS = "loc.AAA", "loc.BBB"


def test_who_denies_a_deed_does_not_tell_of_it(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "نفى المتمردون مهاجمة القوات الحكومية.")
    report.event("ASSAULT", "مهاجمة", actors=(REBELS,), status="denied", claimed_by=(REBELS,))
    report.claim(REBELS, "نفى", "مهاجمة القوات الحكومية")
    (event,) = derive([report.pair()]).events
    assert (event.claimed_by, event.disputed_by, event.standing) == ((), (REBELS,), "disputed")


def test_who_says_that_he_did_not_do_it_claims_nothing(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال المتمردون إنهم لم يطلقوا قذيفة.")
    said: dict[str, Any] = {"status": "denied", "claimed_by": (REBELS,), "disputed_by": (REBELS,)}
    report.event("ASSAULT", "يطلقوا", actors=(REBELS,), **said)
    (event,) = derive([report.pair()]).events
    assert (event.claimed_by, event.disputed_by) == ((), (REBELS,))


def test_what_only_a_denial_tells_is_no_news_of_the_deed(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "نفى المتمردون أن تكون قواتهم هي التي بدأت القصف.")
    report.event("ASSAULT", "القصف", actors=(REBELS,))
    report.claim(REBELS, "نفى", "أن تكون قواتهم هي التي بدأت القصف")
    held = derive([report.pair()])
    assert held.events[0].status == "denied"
    assert held.disagreements == ()


def test_a_pronoun_behind_the_denial_is_no_hindrance(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال الجيش إن المتمردين قصفوا الحي، وهو ما ينفيه المتمردون.")
    report.event("ASSAULT", "قصفوا", actors=(REBELS,), claimed_by=(ARMY,))
    report.claim(ARMY, "قال", "المتمردين قصفوا الحي")
    report.claim(REBELS, "ينفيه", "المتمردين قصفوا الحي")
    (event,) = derive([report.pair()]).events
    assert (event.claimed_by, event.disputed_by, event.standing) == ((ARMY,), (REBELS,), "disputed")


def test_what_a_relative_clause_adds_is_not_denied(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "نفى المتمردون اتهامات بقصف المدينة التي حاصرها الجيش.")
    report.event("ASSAULT", "قصف", actors=(REBELS,), claimed_by=(ARMY,))
    report.event("COERCE", "حاصرها", actors=(ARMY,))
    report.claim(REBELS, "نفى", "اتهامات بقصف المدينة التي حاصرها الجيش")
    assert {e.type: e.standing for e in derive([report.pair()]).events} == {"ASSAULT": "disputed", "COERCE": "reported"}


def test_refusing_is_not_denying(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "رفض المتمردون وقف القتال.")
    report.event("REJECT", "رفض", actors=(REBELS,))
    report.claim(REBELS, "رفض", "وقف القتال")
    assert derive([report.pair()]).events[0].standing == "reported"


def test_not_to_deny_is_no_denial(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "لم ينف المتمردون مهاجمة القوات الحكومية.")
    report.event("ASSAULT", "مهاجمة", actors=(REBELS,), claimed_by=(REBELS,))
    report.claim(REBELS, "ينف", "مهاجمة القوات الحكومية")
    assert derive([report.pair()]).events[0].disputed_by == ()


def test_to_lie_is_not_to_deny(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قالت المعارضة إن الحكومة كذبت بشأن قصف القرية.")
    report.event("ASSAULT", "قصف", actors=(ARMY,))
    report.claim(ARMY, "كذبت", "بشأن قصف القرية")
    assert derive([report.pair()]).events[0].disputed_by == ()
