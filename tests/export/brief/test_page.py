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
    for section in held.sections:
        for line in section.lines:
            yield from line.walk()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reliability", TABLES)
def test_every_line_has_a_source(dossier: Dossier, reliability: Reliability, language: str) -> None:
    held = made(dossier, reliability, language)
    assert list(lines(held))
    for line in lines(held):
        assert line.parts or held.numbers(line), line
        assert line.runs or line.quote


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


def test_what_is_to_be_checked_is_given_in_the_words_of_the_source(dossier: Dossier) -> None:
    section = made(dossier, DOUBTFUL, "ar").sections[-1]
    assert section.id == "to_check"
    for line in section.lines:
        assert line.runs == ()
        assert line.quote
    assert sum("40%" in line.tag for line in section.lines) >= 3  # the other rules were never measured


def test_a_sentence_is_to_be_checked_once(dossier: Dossier) -> None:
    lines = made(dossier, DOUBTFUL, "ar").sections[-1].lines
    assert len({line.quote for line in lines}) == len(lines)
    assert any(line.tag.count("قُرئ") > 1 for line in lines)


def told(held: Page, section: str) -> list[str]:
    found = next(s for s in held.sections if s.id == section)
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
