from collections.abc import Iterator

import pytest

from hudna.export.brief.catalogue import LANGUAGES, catalogue
from hudna.export.brief.line import Line
from hudna.export.brief.page import Page, page
from hudna.views import Dossier, Measured, Reliability, brief

DOUBTFUL = Reliability({"test.event": Measured(0.4, 50)}, {})
TABLES = [Reliability({}, {}), DOUBTFUL]


def made(dossier: Dossier, reliability: Reliability, language: str) -> Page:
    return page(brief(dossier, reliability), dossier, catalogue(language))


def lines(held: Page) -> Iterator[Line]:
    for section in (*held.stated, *held.to_check):
        for line in section.lines:
            yield from line.walk()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reliability", TABLES)
def test_every_line_has_a_source(dossier: Dossier, reliability: Reliability, language: str) -> None:
    held = made(dossier, reliability, language)
    assert list(lines(held))
    for section in held.stated:
        for line in (part for top in section.lines for part in top.walk()):
            assert line.parts or held.numbers(line), line
            assert line.runs or line.quote
    for section in held.to_check:
        for line in section.lines:
            assert held.numbers(line) or all(held.numbers(part) for part in line.parts), line
            assert line.quote or all(part.quote for part in line.parts)


def test_numbers_lead_to_sentences_that_hold_the_words(dossier: Dossier) -> None:
    held = made(dossier, TABLES[0], "ar")
    passages = {p.number: p for p in held.passages}
    assert sorted(passages) == list(range(1, len(passages) + 1))
    for line in lines(held):
        for mark in line.sources:
            numbers = [passages[n] for n in held.numbers(line)]
            assert any(p.document == mark.document and mark.span.within(p.span) for p in numbers)


def test_pieces_of_a_document_are_its_text(dossier: Dossier) -> None:
    for leaf in made(dossier, TABLES[0], "ar").leaves:
        assert "".join(p.text for p in leaf.pieces) == dossier.texts[leaf.report.id]


def test_what_is_to_be_checked_is_given_in_the_words_of_the_source_first(dossier: Dossier) -> None:
    held = made(dossier, DOUBTFUL, "ar")
    assert [s.id for s in held.to_check] == [
        *("contacts", "positions", "incidents", "tolls", "losses", "measures", "truces", "disagreements")
    ]
    for section in held.to_check[:-1]:
        for line in section.lines:
            assert line.runs == ()
            assert line.quote
            assert all("".join(r.text for r in part.runs).startswith("قُرئت هكذا: ") for part in line.parts)
    rates = {part.tag for s in held.to_check[:-1] for line in s.lines for part in line.parts}
    assert rates == {"صحّت 20 من 50 قراءة من هذا النوع", "لم تُقس دقّتها"}


def test_a_sentence_is_to_be_checked_once_in_a_section(dossier: Dossier) -> None:
    for section in made(dossier, DOUBTFUL, "ar").to_check[:-1]:
        assert len({line.quote for line in section.lines}) == len(section.lines)


def test_the_top_says_how_much_is_stated_and_the_situation_marks_what_is_not(dossier: Dossier) -> None:
    held = made(dossier, DOUBTFUL, "en")
    doubted = sum(brief(dossier, DOUBTFUL).facts)
    assert held.standing.startswith(f"No fact is stated and {doubted} are to be checked")
    assert {line.tag for line in held.stated[0].lines} == {"To be checked"}
    assert {a.id: a.doubted for a in held.absent}["contacts"] == 1
    assert {line.tag for line in made(dossier, TABLES[0], "en").stated[0].lines} <= {"", "disputed"}


def test_a_lower_threshold_states_more(dossier: Dossier) -> None:
    held = page(brief(dossier, DOUBTFUL, threshold=0.3), dossier, catalogue("en"))
    assert [s.id for s in held.stated][:4] == ["situation", "contacts", "positions", "incidents"]
    # What was never measured stays to be checked, whatever the threshold.
    assert [s.id for s in held.to_check] == ["incidents", "tolls", "losses", "truces", "disagreements"]


def told(held: Page, section: str) -> list[str]:
    found = next(s for s in held.stated if s.id == section)
    return ["".join(r.text for r in line.runs) for top in found.lines for line in top.walk()]


def test_an_incident_says_who_claims_who_leaves_the_attacker_unnamed_and_who_denies(dossier: Dossier) -> None:
    assert told(made(dossier, TABLES[0], "ar"), "incidents")[0] == (
        "قصف من جانب قوات الدعم السريع على الأبيض باستخدام المدفعية — بحسب الجيش السوداني"
        " — ودون تسمية الفاعل بحسب قوات الدعم السريع؛ نفي من جانب قوات الدعم السريع"
    )
    assert told(made(dossier, TABLES[0], "en"), "incidents")[0] == (
        "Shelling by the Rapid Support Forces of El Obeid with artillery — according to the Sudanese Army"
        " — and, without naming who did it, according to the Rapid Support Forces; denied by the Rapid Support Forces"
    )


def test_tolls_stand_under_their_side(dossier: Dossier) -> None:
    side, kind, *figures = told(made(dossier, TABLES[0], "en"), "tolls")
    assert (side, kind) == ("Sudan", "Killed (civilians)")
    assert set(figures) == {
        "9 killed (civilians) in El Obeid — according to the Rapid Support Forces",
        "12 killed (civilians) in El Obeid — according to the Sudanese Army; blamed: the Rapid Support Forces",
    }


def test_a_name_without_english_stays_as_written(dossier: Dossier) -> None:
    (line,) = told(made(dossier, TABLES[0], "en"), "contacts")
    assert "فيصل بن فرحان" in line
    assert "Sameh Shoukry" in line
