from collections.abc import Callable
from typing import Any

from hudna.record import Record, derive

NORTH, SOUTH = "loc.AAA", "loc.BBB"


def kinds(record: Record) -> set[tuple[str, str, str]]:
    """Each link as its kind with the words of its two ends."""
    told = {t.id: t for t in record.tellings}
    words = {t.event: f"{t.type} {t.status}" for t in told.values()}
    return {(x.kind, words[x.left], words[x.right]) for x in record.links}


def test_an_accusation_is_tied_to_the_deed_that_the_accuser_tells(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "اتهمت بلاد الشمال جارتها بقصف قرى الحدود. وعبر المهاجمون النهر في اليوم نفسه.")
    report.event("ACCUSE", "اتهمت", actors=(NORTH,), targets=(SOUTH,))
    report.event("ASSAULT", "قصف", actors=(SOUTH,), claimed_by=(NORTH,))
    report.event("MOBILIZE", "عبر", actors=("unnamed: attackers",))
    (link,) = derive([report.pair()]).links
    assert (link.kind, link.rule) == ("alleges", "charge-and-claim")
    assert link.why == "AAA, the accuser, tells it"
    assert [f[0] for f in link.facts] == ["t", "t"]


def test_the_deed_of_another_is_not_what_is_alleged(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "اتهمت بلاد الشمال جارتها بالقصف وقالت إن قواتها هاجمت المواقع.")
    report.event("ACCUSE", "اتهمت", actors=(NORTH,), targets=(SOUTH,))
    report.event("ASSAULT", "هاجمت", actors=(NORTH,), claimed_by=(NORTH,))
    assert not derive([report.pair()]).links


def test_the_fight_over_which_two_accuse_each_other(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "اندلعت اشتباكات وسط اتهامات متبادلة بين الطرفين.")
    report.event("ASSAULT", "اشتباكات", mode="clash", actors=(NORTH, SOUTH))
    report.event("ACCUSE", "اتهامات متبادلة", actors=(NORTH, SOUTH), targets=(NORTH, SOUTH))
    assert kinds(derive([report.pair()])) == {("alleges", "ACCUSE actual", "ASSAULT actual")}


def test_a_refusal_answers_the_demand_of_whom_it_refuses(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "طالبت بلاد الشمال بالانسحاب. ورفضت بلاد الجنوب الطلب. ودعا المبعوث إلى الحوار.")
    report.event("REQUEST", "طالبت", topic="withdrawal", actors=(NORTH,), targets=(SOUTH,))
    report.event("REJECT", "رفضت", topic="withdrawal", actors=(SOUTH,), targets=(NORTH,))
    report.event("REQUEST", "دعا", topic="negotiations", actors=("unnamed: envoy",), targets=("unnamed: sides",))
    assert kinds(derive([report.pair()])) == {("answers", "REJECT actual", "REQUEST actual")}


def test_claims_that_each_lay_an_attack_to_the_other(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال الجيش إن المتمردين قصفوا الحي. وقال المتمردون إن الجيش هاجم مواقعهم.")
    report.event("ASSAULT", "قصفوا", actors=(SOUTH,), claimed_by=(NORTH,))
    report.event("ASSAULT", "هاجم", actors=(NORTH,), claimed_by=(SOUTH,))
    assert kinds(derive([report.pair()])) == {("counters", "ASSAULT actual", "ASSAULT actual")}


def test_what_each_side_tells_of_itself_is_no_counterclaim(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال الجيش إنه قصف الحي. وقال المتمردون إنهم هاجموا مواقعه.")
    report.event("ASSAULT", "قصف", actors=(NORTH,), claimed_by=(NORTH,))
    report.event("ASSAULT", "هاجموا", actors=(SOUTH,), claimed_by=(SOUTH,))
    assert not derive([report.pair()]).links


def test_fighting_again_reverses_the_truce(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "تجددت المعارك بين الطرفين بعد ساعات من إعلان هدنة بينهما.")
    report.event("ASSAULT", "المعارك", mode="clash", actors=(NORTH, SOUTH))
    report.event("AGREE", "إعلان هدنة", topic="ceasefire", actors=(NORTH, SOUTH))
    assert kinds(derive([report.pair()])) == {("reverses", "ASSAULT actual", "AGREE actual")}


def test_a_deed_in_the_course_of_a_fight_is_part_of_it(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "أسر المتمردون ضابطا خلال اشتباكات مع الجيش قرب الجسر.")
    report.event("COERCE", "أسر", actors=(SOUTH,), targets=(NORTH,))
    report.event("ASSAULT", "اشتباكات", mode="clash", actors=(NORTH, SOUTH))
    assert kinds(derive([report.pair()])) == {("part_of", "COERCE actual", "ASSAULT actual")}


def test_a_meeting_is_part_of_the_visit(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "وصل ماركو فالدي إلى العاصمة في زيارة. والتقى فالدي الرئيس.")
    guest = report.entity("PER", "ماركو فالدي", side="AAA")
    report.event("CONSULT", "زيارة", mode="visit", actors=(guest, SOUTH))
    report.event("CONSULT", "التقى", mode="meeting", actors=(guest, SOUTH))
    assert kinds(derive([report.pair()])) == {("part_of", "CONSULT actual", "CONSULT actual")}
