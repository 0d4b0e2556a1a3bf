import pytest

from hudna.views import Dossier, Index, Lead, facts, index


@pytest.fixture
def known(dossier: Dossier) -> tuple[dict[str, Lead], Index]:
    held = facts(dossier)
    return {lead.id: lead for lead in held}, index(dossier, held)


def test_the_latest_told_comes_first_and_the_undated_last(dossier: Dossier) -> None:
    days = [lead.date or lead.reported or "" for lead in facts(dossier)]
    assert days == sorted(days, reverse=True)
    assert {lead.what for lead in facts(dossier)} == {"event", "toll", "loss", "truce"}


@pytest.mark.parametrize("words", ["هاتفيا", "اتّصالا", "شكري", "Shoukry", "SHOUKRY فيصل"])
def test_a_fact_is_found_by_its_words_and_by_any_name(known: tuple[dict[str, Lead], Index], words: str) -> None:
    rows, held = known
    found = [getattr(rows[i].row, "type", None) for i in held.find(words)]
    assert "CONSULT" in found


def test_every_word_must_be_there(known: tuple[dict[str, Lead], Index]) -> None:
    assert known[1].find("شكري قصف") == frozenset()
    assert known[1].find("زرافة") == known[1].find("...") == known[1].find("") == frozenset()
