"""What people decide to be one or not."""

from typing import Any

import pytest

from hudna.record import Entity, Record


def event_of(record: Record, document: str) -> str:
    return next(t.event for t in record.tellings if t.document == document)


def owner(record: Record, document: str, name: str) -> str:
    return next(e.id for e in record.entities for m in e.members if m.document == document and name in m.name)


def member(record: Record, document: str, name: str) -> str:
    return next(m.id for e in record.entities for m in e.members if m.document == document and name in m.name)


def state(record: Record, judgement: Any) -> str:
    return next(r.state for r in record.reviews if r.id == judgement.id)


def test_tellings_are_joined_whatever_they_tell(reviewer: Any) -> None:
    left, right = event_of(reviewer.record, "call-0"), event_of(reviewer.record, "clash-0")
    judgement = reviewer.join(left, right)
    event = reviewer.record.event[event_of(reviewer.record, "call-0")]
    assert {"call-0", "clash-0"} <= set(event.documents)
    evidence = next(j for j in event.joins if j.rule == "judgement")
    assert evidence.why == "Lena, 2024-05-01"
    assert state(reviewer.record, judgement) == "applied"


def test_a_telling_is_split_from_its_event(reviewer: Any) -> None:
    event = next(e for e in reviewer.record.events if len(e.tellings) > 1)
    judgement = reviewer.split(event.tellings[0])
    after = reviewer.record
    alone, *rest = (after.telling[t].event for t in event.tellings)
    assert alone not in rest
    assert state(after, judgement) == "applied"


def test_a_member_is_split_from_its_entity_and_joined_again(reviewer: Any) -> None:
    before = reviewer.record
    assert owner(before, "call-0", "بيراموغلو") == owner(before, "call-1", "بيراموغلو")
    split = reviewer.split(member(before, "call-0", "بيراموغلو"))
    apart = reviewer.record
    assert owner(apart, "call-0", "بيراموغلو") != owner(apart, "call-1", "بيراموغلو")
    assert owner(apart, "call-1", "بيراموغلو") == owner(apart, "call-2", "بيراموغلو")
    joined = reviewer.join(owner(apart, "call-0", "بيراموغلو"), owner(apart, "call-1", "بيراموغلو"))
    again = reviewer.record
    assert owner(again, "call-0", "بيراموغلو") == owner(again, "call-1", "بيراموغلو")
    assert (state(again, split), state(again, joined)) == ("overruled", "applied")


def test_people_of_two_sides_can_be_joined(reviewer: Any) -> None:
    record = reviewer.record
    reviewer.join(owner(record, "call-0", "لافرنوف"), owner(record, "call-0", "بيراموغلو"))
    assert owner(reviewer.record, "call-1", "لافرنوف") == owner(reviewer.record, "call-2", "بيراموغلو")


def test_a_later_split_overrules_a_join_through_others(reviewer: Any) -> None:
    record = reviewer.record
    one, two = (member(record, "call-0", name) for name in ("لافرنوف", "بيراموغلو"))
    army = member(record, "clash-0", "قوات")
    first, second = reviewer.join(one, two), reviewer.join(two, army)
    assert owner(reviewer.record, "clash-0", "قوات") == owner(reviewer.record, "call-0", "لافرنوف")
    third = reviewer.split(member(reviewer.record, "call-0", "بيراموغلو"))
    after = reviewer.record
    assert owner(after, "call-0", "بيراموغلو") not in {
        owner(after, "clash-0", "قوات"),
        owner(after, "call-0", "لافرنوف"),
    }
    assert state(after, third) == "applied"
    assert "overruled" in {state(after, first), state(after, second)}


def test_truces_are_joined_and_split(reviewer: Any) -> None:
    together = next(t for t in reviewer.record.truces if len(t.tellings) > 1)
    split = reviewer.split(together.tellings[0])
    assert len(reviewer.record.truces) == len(together.tellings)
    undone = reviewer.undo(split)
    assert undone.places == split.places[:1]
    assert [t.tellings for t in reviewer.record.truces] == [together.tellings]


def test_a_group_that_stands_alone_cannot_be_split(reviewer: Any) -> None:
    reviewer.add("truce-0", "أعلن", "event", type="AGREE")
    alone = next(e for e in reviewer.record.events if e.type == "AGREE")
    with pytest.raises(ValueError, match="stands alone"):
        reviewer.split(alone.tellings[0])
    with pytest.raises(ValueError, match="is a group"):
        reviewer.split(alone.id)


def test_who_is_no_country_any_more_has_an_entity_of_his_own(at_work: Any, scribe: Any) -> None:
    told = []
    for n in range(3):
        report = scribe(f"state-{n}", f"زار وفد بلاد الشمال المدينة {n}.", "2021-03-07")
        report.entity("LOC", "بلاد الشمال", own="loc.AAA", side="AAA")
        told.append(report.pair())
    person = at_work(told)
    person.split(person.record.entity["loc.AAA"].members[0].id)
    entities: tuple[Entity, ...] = person.record.entities
    assert sorted(len(e.members) for e in entities) == [1, 2]
    assert len({e.id for e in entities}) == len(entities)


def test_copies_of_one_text_are_judged_together(at_work: Any, phone_call: Any) -> None:
    text = "بحث سيرغي لافرنوف مع جيهون بيراموغلو في اتصال هاتفي الأوضاع."
    person = at_work([phone_call(f"copy-{n}", text, "2021-03-07").pair() for n in range(2)])
    person.reject(person.record.tellings[0].id)
    assert not person.record.tellings
    assert person.record.reviews[0].documents == ("copy-0", "copy-1")
    with pytest.raises(ValueError, match="stands alone"):
        person.split(member(person.record, "copy-0", "لافرنوف"))
