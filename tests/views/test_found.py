from pathlib import Path

from hudna.record import Store
from hudna.views import Choice, Dossier, choose, naming, search, sentences


def test_a_dossier_at_hand_finds_what_the_record_finds(record_file: Path) -> None:
    with Store.open(record_file) as store:
        dossier = Dossier.of(store)
        assert sentences(dossier, store, "الجيش") == search(store, "الجيش")
        assert len(sentences(dossier, store, "الجيش", limit=1)) == 1


def test_sentences_are_of_the_documents_asked_for(record_file: Path) -> None:
    with Store.open(record_file) as store:
        dossier = Dossier.of(store)
        held = sentences(dossier, store, "الجيش", Choice(since="2023-05-03"))
        assert {f.document for f in held} == {"second"}


def test_documents_are_asked_for_by_whom_and_what_they_name(dossier: Dossier) -> None:
    assert naming(dossier, choose(dossier.record, actor="Sameh Shoukry")) == {"first"}
    assert naming(dossier, choose(dossier.record, actor=["Sudanese Army", "Rapid Support Forces"])) == {
        "first",
        "second",
    }
    assert naming(dossier, choose(dossier.record, place="El Obeid", since="2023-05-03")) == {"second"}
    assert naming(dossier, choose(dossier.record, side="EGY")) == {"first"}
