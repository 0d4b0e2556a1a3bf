"""What people decide, as the views tell it."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from hudna.record import Store
from hudna.record.judgements import Unknown
from hudna.text import Span
from hudna.views import Bench, Dossier, Measured, Reliability, brief, casualties, doubts, explain, incidents, verdicts
from hudna.views.deciding import Undecidable

NONE_SURE = Reliability({}, {"event": Measured(0.3, 100), "casualty": Measured(0.4, 100), "truce": Measured(0.5, 100)})


@pytest.fixture
def store(record_file: Path) -> Iterator[Store]:
    with Store.open(record_file) as opened:
        yield opened


@pytest.fixture
def bench(store: Store) -> Bench:
    seconds = count()
    return Bench(store, "Lena", lambda: f"2024-05-01T10:00:{next(seconds):02}+00:00")


def shelling(store: Store, document: str = "first") -> str:
    return next(t.id for t in store.record().tellings if t.document == document and t.type == "ASSAULT")


def test_a_brief_states_what_a_person_accepted(store: Store, bench: Bench) -> None:
    before = brief(Dossier.of(store), NONE_SURE)
    assert before.stated.incidents == ()
    bench.accept(shelling(store))
    after = brief(Dossier.of(store), NONE_SURE)
    (row,) = after.stated.incidents
    assert row.reviewed == ("accepted",)
    assert after.facts[0] == 1


def test_rows_tell_what_was_done_to_them(store: Store, bench: Bench) -> None:
    toll = store.record().tolls[0].id
    bench.correct(toll, {"count": "10-12"})
    bench.accept(toll)
    bench.add("first", Span(0, 4), "event", {"type": "assault", "mode": "drone"})
    dossier = Dossier.of(store)
    assert {f.id: f.reviewed for f in casualties(dossier)}[toll] == ("accepted", "corrected")
    assert [h.reviewed for h in incidents(dossier) if h.mode == "drone"] == [("added",)]


def test_the_queue_holds_what_nobody_judged_and_nothing_vouches_for(store: Store, bench: Bench) -> None:
    before = doubts(Dossier.of(store), NONE_SURE)
    own = shelling(store)
    assert own in {d.id for d in before}
    assert [d.weight for d in before] == sorted((d.weight for d in before), reverse=True)
    bench.accept(own)
    after = {d.id for d in doubts(Dossier.of(store), NONE_SURE)}
    event = store.record().owners[own]
    assert after.isdisjoint(store.record().event[event].tellings)
    sure = Reliability({}, {k: Measured(0.9, 100) for k in NONE_SURE.kinds})
    assert {d.what for d in doubts(Dossier.of(store), sure)} <= {"join", "disagreement", "breach", "loss", "claim"}


def test_a_rejected_fact_and_its_event_are_still_explained(store: Store, bench: Bench) -> None:
    own = shelling(store, '../<b>"x"')
    event = store.record().owners[own]
    bench.reject(own, "a test of the siren")
    dossier = Dossier.of(store)
    for ident in (own, event):
        answer = explain(dossier, ident, NONE_SURE)
        (verdict,) = answer.verdicts
        assert (answer.what, verdict.kind, verdict.note) == ("rejected fact", "reject", "a test of the siren")
        assert verdict.source
        assert verdict.source.quote == "قصف"
    with pytest.raises(KeyError):
        explain(dossier, "t000000000000", NONE_SURE)


def test_an_entity_tells_of_the_judgements_on_its_members(store: Store, bench: Bench) -> None:
    town = next(e for e in store.record().entities if e.type == "LOC" and len(e.members) > 1)
    bench.split([town.members[0].id], "another Obeid")
    dossier = Dossier.of(store)
    owner = dossier.record.owners[town.members[1].id]
    assert [v.note for v in explain(dossier, owner, NONE_SURE).verdicts] == ["another Obeid"]
    assert [v.state for v in verdicts(dossier)] == ["applied"]


def test_names_are_understood_in_any_spelling(store: Store, bench: Bench) -> None:
    own = shelling(store)
    bench.correct(own, {"actors": "Sudanese Army, EGY، unnamed: gunmen", "place": "Sudan", "claimed_by": ""})
    told = store.record().telling[own]
    army = next(e.id for e in store.record().entities if e.label_en == "Sudanese Army")
    assert told.actors == (army, "loc.EGY", "unnamed: gunmen")
    assert (told.place, told.claimed_by) == ("loc.SDN", ())


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"actors": "nobody at all"}, "knows no entity"),
        ({"date": "1 May"}, "ISO 8601"),
        ({"event": "v0"}, "is no field of this event"),
    ],
)
def test_what_is_not_understood_is_told(store: Store, bench: Bench, said: dict[str, str], says: str) -> None:
    with pytest.raises(Undecidable, match=says):
        bench.correct(shelling(store), said)


def test_a_disagreement_is_accepted_with_all_its_accounts(store: Store, bench: Bench) -> None:
    held = store.record().disagreements[0]
    facts = {f for account in held.accounts for f in account.facts}
    assert held.id in {d.id for d in doubts(Dossier.of(store), NONE_SURE)}
    made = bench.accept(held.id)
    dossier = Dossier.of(store)
    assert len(made) == len(facts)
    assert {f for r in dossier.record.reviews for f in r.facts} == facts
    assert held.id not in {d.id for d in doubts(dossier, NONE_SURE)}
    assert held.id in {d.id for d in dossier.record.disagreements}


def test_of_a_disagreement_one_says_what_was_read_wrongly(store: Store, bench: Bench) -> None:
    held = next(d for d in store.record().disagreements if d.about == "count")
    with pytest.raises(Undecidable, match="read wrongly"):
        bench.reject(held.id)
    with pytest.raises(Undecidable, match="read wrongly"):
        bench.correct(held.id, {"count": "3"})
    bench.reject(" ".join(held.accounts[0].facts))
    assert held.id not in {d.id for d in store.record().disagreements}


def test_what_is_judged_together_is_judged_wholly_or_not_at_all(store: Store, bench: Bench) -> None:
    own = shelling(store)
    for idents in (f"{own} t000000000000", "", " "):
        with pytest.raises((Unknown, Undecidable)):
            bench.accept(idents)
        with pytest.raises((Unknown, Undecidable)):
            bench.reject(idents)
    assert store.judgements().all == ()


def test_a_note_is_no_decision(store: Store, bench: Bench) -> None:
    record = store.record()
    before = {d.id for d in doubts(Dossier.of(store), NONE_SURE)}
    for own in (shelling(store), record.disagreements[0].id):
        bench.note(own, "ask the desk")
    assert {d.id for d in doubts(Dossier.of(store), NONE_SURE)} == before
