"""What people decide about single facts."""

from typing import Any

import pytest

from hudna.record import Record, Review, Telling, Toll
from hudna.record.facts import facts
from hudna.record.judgements import Judged, Log
from hudna.record.verify import verify


def telling(record: Record, document: str, kind: str = "") -> Telling:
    return next(t for t in record.tellings if t.document == document and t.type.startswith(kind))


def toll(record: Record, document: str) -> Toll:
    return next(t for t in record.tolls if t.document == document)


def review(record: Record, judgement: Any) -> Review:
    return next(r for r in record.reviews if r.id == judgement.id)


def test_a_rejected_fact_leaves_the_record_and_is_told_of_in_its_review(reviewer: Any) -> None:
    before = reviewer.record
    shelling, count = telling(before, "clash-0"), toll(before, "clash-0")
    judgement = reviewer.reject(shelling.id, "it tells of an exercise")
    after = reviewer.record
    assert shelling.id not in after.by_id
    assert toll(after, "clash-0") == type(count)(**{**_fields(count), "event": None, "telling": None})
    told = review(after, judgement)
    assert (told.state, told.facts, told.note) == ("applied", (shelling.id,), "it tells of an exercise")
    assert {c.field: c.before for c in told.changes}["type"] == "ASSAULT"
    assert all(c.after == "" for c in told.changes)


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_a_correction_changes_its_fields_and_keeps_the_id(reviewer: Any) -> None:
    shelling = telling(reviewer.record, "clash-0")
    judgement = reviewer.correct(shelling.id, type="THREATEN", mode=None, date="2021-03-09", targets=["loc.CCC"])
    after = reviewer.record.telling[shelling.id]
    assert (after.type, after.mode, after.date, after.targets) == ("THREATEN", None, "2021-03-09", ("loc.CCC",))
    assert (after.actors, after.trigger, after.rule) == (shelling.actors, shelling.trigger, shelling.rule)
    changes = {c.field: (c.before, c.after) for c in review(reviewer.record, judgement).changes}
    assert changes == {
        "type": ("ASSAULT", "THREATEN"),
        "mode": ("heavy-weapons", ""),
        "date": ("2021-03-08", "2021-03-09"),
        "targets": ("loc.BBB", "loc.CCC"),
    }


def test_a_corrected_toll_counts_anew(reviewer: Any) -> None:
    figure = toll(reviewer.record, "clash-1")
    reviewer.correct(figure.id, count="10-12", victims="civilian", cumulative=True, blamed=["unnamed: gunmen"])
    after = toll(reviewer.record, "clash-1")
    assert (after.id, after.low, after.high, after.cumulative) == (figure.id, 10, 12, True)
    assert (after.victims, after.blamed) == ("civilian", ("unnamed: gunmen",))


def test_an_added_event_bears_its_rule_and_its_sentence(reviewer: Any) -> None:
    judgement = reviewer.add("truce-0", "أعلن", "event", type="AGREE", actors=["loc.AAA", "loc.BBB"], topic="ceasefire")
    added = telling(reviewer.record, "truce-0", "AGREE")
    assert (added.rule, added.status, added.actors) == ("judgement", "actual", ("loc.AAA", "loc.BBB"))
    assert added.trigger.within(added.evidence)
    told = review(reviewer.record, judgement)
    assert (told.state, told.facts) == ("applied", (added.id,))
    assert {c.field: c.after for c in told.changes}["topic"] == "ceasefire"


def test_an_added_fact_can_be_corrected_accepted_and_rejected(reviewer: Any) -> None:
    reviewer.add("truce-0", "أعلن", "event", type="AGREE")
    own = telling(reviewer.record, "truce-0", "AGREE").id
    reviewer.correct(own, topic="ceasefire")
    accepted = reviewer.accept(own)
    assert telling(reviewer.record, "truce-0", "AGREE").topic == "ceasefire"
    assert review(reviewer.record, accepted).state == "applied"
    rejected = reviewer.reject(own)
    assert not [t for t in reviewer.record.tellings if t.document == "truce-0"]
    assert [r.by for r in reviewer.record.reviews if r.state == "overruled"] == [rejected.id] * 3


def test_who_is_not_named_there_is_brought_in_and_joined_with_himself(reviewer: Any) -> None:
    minister = next(e for e in reviewer.record.entities if e.name == "سيرغي لافرنوف")
    known = {"type": "PER", "name": minister.name, "side": "AAA"}
    shelling = telling(reviewer.record, "clash-0")
    reviewer.correct(shelling.id, claimed_by=[known])
    assert reviewer.record.telling[shelling.id].claimed_by == (minister.id,)


def test_somebody_is_named_by_his_characters(reviewer: Any) -> None:
    shelling = telling(reviewer.record, "clash-0")
    text = next(d.text for d, _ in reviewer.told if d.name == "clash-0")
    at = [text.index("الجيش"), text.index("الجيش") + 5]
    reviewer.correct(shelling.id, claimed_by=[{"type": "ORG", "at": at}])
    (claimant,) = reviewer.record.telling[shelling.id].claimed_by
    assert reviewer.record.entity[claimant].name == "الجيش"
    town = reviewer.record.telling[shelling.id].place
    reviewer.correct(shelling.id, targets=[{"type": "LOC", "at": [text.index("زاريت"), text.index("زاريت") + 4]}])
    assert reviewer.record.telling[shelling.id].targets == (town,)


def test_the_later_of_two_that_contradict_wins(reviewer: Any) -> None:
    own = telling(reviewer.record, "clash-0").id
    accepted, rejected = reviewer.accept(own), reviewer.reject(own)
    assert (review(reviewer.record, accepted).state, review(reviewer.record, accepted).by) == ("overruled", rejected.id)
    corrected = reviewer.correct(own, date="2021-03-07")
    assert reviewer.record.telling[own].date == "2021-03-07"
    assert review(reviewer.record, rejected).by == corrected.id
    again = reviewer.correct(own, date="2021-03-06", status="denied")
    assert reviewer.record.telling[own].date == "2021-03-06"
    assert review(reviewer.record, corrected).by == again.id
    back = reviewer.accept(own)
    assert review(reviewer.record, back).state == "applied"
    assert review(reviewer.record, again).state == "applied"


def test_an_acceptance_waits_where_the_fact_reads_otherwise(reviewer: Any) -> None:
    own = telling(reviewer.record, "clash-0").id
    corrected = reviewer.correct(own, date="2021-03-07")
    accepted = reviewer.accept(own)
    assert review(reviewer.record, accepted).state == "applied"
    reviewer.undo(corrected)
    told = review(reviewer.record, accepted)
    assert (told.state, told.why) == ("waiting", "what stands there is read otherwise now")


def test_a_judgement_whose_document_is_absent_waits(reviewer: Any, at_work: Any) -> None:
    judgement = reviewer.reject(telling(reviewer.record, "clash-0").id)
    others = [p for p in reviewer.told if p[0].name != "clash-0"]
    alone = at_work(others, [judgement])
    told = review(alone.record, judgement)
    assert (told.state, told.why) == ("waiting", "no document of the record has its text")
    bare = at_work(others).record
    assert alone.record.tellings == bare.tellings


@pytest.mark.parametrize("at", [(5, 9_000), (9_000, 9_010)])
def test_what_points_outside_the_text_waits(reviewer: Any, at: tuple[int, int]) -> None:
    own = telling(reviewer.record, "clash-0").id
    before = reviewer.record.tellings
    judgement = reviewer.correct(own, actors=[{"type": "ORG", "at": list(at)}])
    assert reviewer.record.tellings == before
    assert review(reviewer.record, judgement).state == "waiting"


def test_a_note_changes_nothing_but_is_told(reviewer: Any) -> None:
    before = reviewer.record
    judgement = reviewer.note(telling(before, "clash-0").id, "ask the stringer")
    assert reviewer.record.tellings == before.tellings
    assert review(reviewer.record, judgement).note == "ask the stringer"


def test_what_judgements_make_of_a_reading_fits_its_text(reviewer: Any) -> None:
    reviewer.reject(telling(reviewer.record, "clash-0").id)
    reviewer.correct(telling(reviewer.record, "clash-1").id, actors=[{"type": "ORG", "at": [0, 4]}])
    reviewer.add("clash-2", "قصفت", "toll", kind="wounded", count="~tens", side="AAA")
    for document, reading in Judged(reviewer.told, Log.of(reviewer.log)):
        verify(document, reading)
        assert facts(reading, {}).tellings or not reading.events
