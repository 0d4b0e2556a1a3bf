from hudna.views import Dossier, Measured, Reliability, case, doubt_of, doubts

NOTHING = Reliability({}, {})


def telling(dossier: Dossier, document: str, kind: str) -> str:
    return next(t.id for t in dossier.record.tellings if t.document == document and t.type == kind)


def test_a_case_holds_the_words_in_their_sentence(dossier: Dossier) -> None:
    own = telling(dossier, "first", "ASSAULT")
    doubt = doubt_of(dossier, NOTHING, own)
    assert doubt
    held = case(dossier, doubt)
    (passage,) = held.passages
    mark = passage.mark
    assert passage.words == "قصفت"
    assert passage.before + passage.words + passage.after == dossier.quote(mark.document, mark.sentence)
    assert held.row
    assert held.group == dossier.record.owners[own]
    assert held.others == len(dossier.record.event[dossier.record.owners[own]].tellings) - 1


def test_what_is_alike_is_of_the_same_type_and_not_the_same(dossier: Dossier) -> None:
    for told in dossier.record.tellings:
        doubt = doubt_of(dossier, NOTHING, told.id)
        assert doubt
        for other in case(dossier, doubt).alike:
            assert other.type == told.type
            assert other.id != told.event


def test_every_doubt_is_a_case(dossier: Dossier) -> None:
    unsure = Reliability({}, {"event": Measured(0.3, 100)})
    for doubt in doubts(dossier, unsure):
        assert len(case(dossier, doubt).passages) == len(doubt.sources)


def test_what_is_no_fact_is_no_doubt(dossier: Dossier) -> None:
    assert doubt_of(dossier, NOTHING, "t000000000000") is None
    assert doubt_of(dossier, NOTHING, dossier.record.events[0].id) is None


def test_a_disagreement_is_a_case_of_all_its_facts(dossier: Dossier) -> None:
    held = dossier.record.disagreements[0]
    doubt = doubt_of(dossier, NOTHING, held.id)
    assert doubt is not None
    assert doubt.what == "disagreement"
    facts = {f for account in held.accounts for f in account.facts}
    assert {p.mark.fact for p in case(dossier, doubt).passages} == facts
