from collections.abc import Callable
from typing import Any

import pytest

from hudna.record import derive
from hudna.record.relations import tenure


@pytest.mark.parametrize(
    ("title", "after", "told"),
    [
        ("وزير الخارجية", " سامي رامزي في وقت سابق", "held"),
        ("وزير الخارجية السابق", " سامي رامزي", "former"),
        ("وزير الأوقاف", " الأسبق سامي رامزي", "former"),
        ("الرئيس الراحل", " سامي رامزي", "late"),
        ("وزير الدفاع", " المعين حديثا سامي رامزي", "new"),
        ("رئيس الوزراء", " معين رامزي", "held"),
        ("مدير المطار", " بالإنابة سامي رامزي", "acting"),
    ],
)
def test_a_title_and_what_follows_it_tell_of_the_tenure(title: str, after: str, told: str) -> None:
    assert tenure(title, after) == told


def test_a_state_its_ministry_its_army_and_its_capital_are_four_and_tied(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قالت وزارة الدفاع الأرمينية إن جيش أرمينيا عاد إلى يريفان، فيما شكرت أرمينيا الوسطاء.")
    report.entity("ORG", "وزارة الدفاع الأرمينية", side="ARM")
    report.entity("ORG", "جيش أرمينيا", side="ARM")
    report.entity("LOC", "يريفان", side="ARM")
    report.entity("LOC", "أرمينيا", own="loc.ARM")
    found = {e.name: [(r.kind, r.of) for r in e.relations] for e in derive([report.pair()]).entities}
    assert found == {
        "وزارة الدفاع الأرمينية": [("ministry-of", "loc.ARM")],
        "جيش أرمينيا": [("army-of", "loc.ARM")],
        "يريفان": [("capital-of", "loc.ARM")],
        "أرمينيا": [],
    }


def test_an_office_ties_its_holder_to_the_state_with_the_words_that_say_so(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال وزير النقل السابق سامي رامزي إنه باق.", "2020-01-05")
    report.entity("PER", "سامي رامزي", side="GEO", title="وزير النقل")
    (person,) = derive([report.pair()]).entities
    (relation,) = person.relations
    assert (relation.kind, relation.of) == ("office-of", "loc.GEO")
    assert report.document.text[relation.span.start : relation.span.end] == "وزير النقل"
    assert "former" in relation.why
    assert [o.tenure for o in person.offices] == ["former"]
