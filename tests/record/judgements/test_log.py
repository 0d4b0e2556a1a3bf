"""The log as a whole: how it travels, what order matters, what an undo restores."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.record import Record, derive
from hudna.record.judgements import BadJudgement, Judgement, Log, from_line, to_line

DECISIONS = ("accept", "reject", "date", "count", "add", "join", "split", "note", "undo")


def decide(person: Any, kind: str, number: int) -> None:
    """Judge something of the record as it is now, chosen by a number; nothing where there is nothing of the kind."""
    record: Record = person.record
    tellings, tolls = record.tellings, record.tolls
    match kind:
        case "accept" | "reject" | "note" if tellings:
            ident = tellings[number % len(tellings)].id
            person.note(ident, "نص") if kind == "note" else getattr(person, kind)(ident)
        case "date" if tellings:
            person.correct(tellings[number % len(tellings)].id, date=f"2021-03-{number % 28 + 1:02}")
        case "count" if tolls:
            person.correct(tolls[number % len(tolls)].id, count=str(number), claimed_by=[{"type": "ORG", "at": [0, 3]}])
        case "add":
            document = record.documents[number % len(record.documents)].name
            person.add(document, " ", "event", type="PROTEST", date="2021-03-07")
        case "join":
            groups = [*record.events, *(e for e in record.entities if e.members and e.type == "PER")]
            one = groups[number % len(groups)]
            two = next((g for g in groups if g is not one and type(g) is type(one)), None)
            if two:
                person.join(one.id, two.id)
        case "split":
            grouped = [t for e in record.events if len(e.tellings) > 1 for t in e.tellings]
            grouped += [m.id for e in record.entities if len(e.members) > 1 for m in e.members]
            if grouped:
                person.split(grouped[number % len(grouped)])
        case "undo" if person.log:
            person.undo(person.log[number % len(person.log)])


decisions = st.lists(st.tuples(st.sampled_from(DECISIONS), st.integers(0, 99)), max_size=8)


@settings(max_examples=8)
@given(made=decisions, last=st.tuples(st.sampled_from(DECISIONS), st.integers(0, 99)), data=st.data())
def test_an_undo_restores_the_very_bytes(reports: Any, at_work: Any, made: Any, last: Any, data: Any) -> None:
    person = at_work(reports)
    for decision in made:
        decide(person, *decision)
    before, count = person.record.to_json(), len(person.log)
    decide(person, *last)
    if len(person.log) > count:
        person.undo(person.log[-1])
    assert person.record.to_json() == before
    shuffled = data.draw(st.permutations(person.told))
    assert derive(shuffled, person.log).to_json() == before


@settings(max_examples=8)
@given(made=decisions)
def test_the_log_travels_as_lines(reports: Any, at_work: Any, made: Any) -> None:
    person = at_work(reports)
    for decision in made:
        decide(person, *decision)
    again = [from_line(to_line(j)) for j in person.log]
    assert [j.id for j in again] == [j.id for j in person.log]
    assert derive(reports, again).to_json() == person.record.to_json()
    assert derive(reports, [*again, *again]).to_json() == person.record.to_json()


@settings(max_examples=6)
@given(made=decisions, data=st.data())
def test_judgements_on_documents_that_are_away_wait_for_them(reports: Any, at_work: Any, made: Any, data: Any) -> None:
    person = at_work(reports)
    for decision in made:
        decide(person, *decision)
    some = data.draw(st.lists(st.sampled_from(range(len(reports))), unique=True))
    held = [reports[n] for n in some]
    about = {sha256 for sha256, judged in Log.of(person.log).by_text.items() if judged}
    away = [j for j in person.log if not any(p.sha256 in {d.sha256 for d, _ in held} for p in j.places)]
    rest = [j for j in person.log if j not in away]
    if about:
        partial = derive(held, person.log)
        assert partial.tellings == derive(held, rest).tellings
        assert all(r.state == "waiting" for r in partial.reviews if r.id in {j.id for j in away})


def test_an_undo_can_be_undone(reviewer: Any) -> None:
    own = reviewer.record.tellings[0].id
    rejected = reviewer.reject(own)
    undone = reviewer.undo(rejected)
    assert own in reviewer.record.by_id
    reviewer.undo(undone)
    assert own not in reviewer.record.by_id
    assert Log.of(reviewer.log).undone == {undone.id: reviewer.log[-1].id}


TOLL = {"sha256": "a" * 64, "start": 3, "end": 7, "what": "toll", "as": "killed 12"}


def good(**fields: Any) -> dict[str, Any]:
    place = {"sha256": "a" * 64, "start": 3, "end": 7, "what": "event", "as": "ASSAULT None"}
    return {"kind": "reject", "on": [place], "author": "Lena", "made": "2024-05-01T10:00:00+00:00"} | fields


def line(held: Any) -> str:
    import json  # noqa: PLC0415 - here only

    return json.dumps(held)


@pytest.mark.parametrize(
    ("held", "says"),
    [
        ("]", "no JSON"),
        ("[]", "no JSON object"),
        (line(good(kind="burn")), "no kind of judgement"),
        (line(good(author="")), "author is missing"),
        (line(good(made="yesterday")), "no ISO 8601 date-time"),
        (line(good(on=[])), "reject with 0 places"),
        (line(good(on={})), "on is no list"),
        (line(good(on=[{"sha256": "x"}])), "digest"),
        (line(good(on=[good()["on"][0] | {"start": 9}])), "no span"),
        (line(good(on=[good()["on"][0] | {"what": "verdict"}])), "what stands there"),
        (line(good(on=[good()["on"][0] | {"what": ["event"]}])), "what stands there"),
        (line(good(author="\ud800")), "halves of characters"),
        (line(good(kind="correct")), "nothing is corrected"),
        (line(good(kind="correct", fields={"type": "BOMB"})), "type: 'BOMB' is no one of"),
        (line(good(kind="correct", fields={"date": "2021-02-31"})), "is no ISO 8601 date"),
        (line(good(kind="correct", fields={"colour": "red"})), "'colour' is no field"),
        (line(good(kind="correct", fields={"actors": ["somebody"]})), "is no list of names"),
        (line(good(kind="correct", on=[TOLL], fields={"count": "20-15"})), "count: '20-15' is no count"),
        (line(good(kind="correct", on=[TOLL], fields={"count": "9" * 5000})), "is no count"),
        (line(good(kind="correct", on=[TOLL], fields={"count": "١٢"})), "is no count"),
        (line(good(kind="add", fields={"date": "2021"})), "needs type"),
        (line(good(kind="accept")), "what was accepted"),
        (line(good(kind="undo", fields={})), "names no judgement"),
        (line(good(kind="join")), "join with 1 places"),
        (line(good(fields={"type": "ASSAULT"})), "reject has no fields"),
        (line(good(id="j000000000000")), "the line was changed"),
    ],
)
def test_what_is_no_judgement_is_refused_with_the_reason(held: str, says: str) -> None:
    with pytest.raises(BadJudgement, match=says):
        from_line(held)


def test_equal_judgements_have_equal_ids_whatever_the_order_of_their_fields() -> None:
    one = Judgement("note", (), "Lena", "2024-05-01T10:00:00", {}, "x")
    assert (
        one.id
        == Judgement("note", (), "Lena", "2024-05-01T10:00:00", {}, "x").id
        != one.__class__("note", (), "Omar", "2024-05-01T10:00:00", {}, "x").id
    )
