import pytest

from hudna.views import Choice, Dossier, NobodyOfThatName, choose, happenings, named


def test_an_exact_name_goes_before_a_part_of_others(dossier: Dossier) -> None:
    entities = dossier.record.entities
    assert len(named(entities, "قوات الدعم السريع")) == 1
    assert named(entities, "الدعم") == named(entities, "Rapid")


@pytest.mark.parametrize("field", ["actor", "place", "side"])
def test_a_name_that_nobody_has_is_refused_in_a_line(dossier: Dossier, field: str) -> None:
    with pytest.raises(NobodyOfThatName, match="knows no"):
        choose(dossier.record, **{field: "لا أحد"})


def test_words_without_letters_name_nobody(dossier: Dossier) -> None:
    with pytest.raises(NobodyOfThatName):
        named(dossier.record.entities, " \u200f ")


@pytest.mark.parametrize("words", ["سامح شكرى", "sameh-shoukry", "Sâmeh Shoukry", "فيصل فرحان"])
def test_another_spelling_finds_the_same_person(dossier: Dossier, words: str) -> None:
    assert len(named(dossier.record.entities, words)) == 1


def test_events_are_chosen_by_type_and_standing(dossier: Dossier) -> None:
    rows = happenings(dossier)
    for kind in {(row.type, row.standing) for row in rows}:
        held = happenings(dossier, Choice(type=kind[0], standing=kind[1]))
        assert held == tuple(row for row in rows if (row.type, row.standing) == kind)
    assert happenings(dossier, Choice(type="AID")) == ()
