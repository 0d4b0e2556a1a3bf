"""Why things are one or tied, in the words of both languages."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.export.brief import Voice, catalogue
from hudna.record.coreference.likeness import _OPENINGS
from hudna.views import Dossier, Trait, table, whole
from hudna.views.doubts import WEAK
from hudna.web.language import LANGUAGES, speak
from hudna.web.reasons import RULES, TRAITS, reason, shared
from tests.web.markup import parsed
from tests.web.test_pages import ADDRESSES, EXAMPLES

SCHEMA = (Path(__file__).parents[2] / "docs" / "record-schema.md").read_text("utf-8")


def rules(section: str, column: int) -> set[str]:
    """The rules that a table of the description of records lists."""
    rows = SCHEMA.partition(f"## {section}\n")[2].partition("\n## ")[0].splitlines()
    cells = [row.split("|")[column] for row in rows if row.startswith("|")]
    return {rule for cell in cells for rule in re.findall("`([a-z-]+)`", cell)}


def test_every_rule_that_joins_or_links_has_words() -> None:
    assert rules("Rules that join", 1) | rules("Rules that link", 2) == set(RULES)
    assert set(RULES) >= WEAK
    assert reason("new-rule") == "new-rule"


def test_every_trait_has_words() -> None:
    assert list(TRAITS) == list(_OPENINGS)


@pytest.mark.parametrize(
    ("name", "words", "ar", "en"),
    [
        ("when", "2023-05-01, unknown", "1 مايو/أيار 2023، بلا تاريخ", "1 May 2023, undated"),
        ("mode", "aerial, heavy-weapons", "جوّي، قصف", "from the air, shelling"),
        ("losses", "killed 12; killed >=9, wounded 3", None, "killed 12; killed >=9, wounded 3"),
        ("actors", "rsf + SDN, XYZ", None, "Rapid Support Forces + Sudan, XYZ"),
        ("place", f"{EXAMPLES['place']}, loc.SDN", None, None),
        ("words", "killed unknown", "killed unknown", "killed unknown"),
        ("parties", "", "", ""),
    ],
)
def test_what_accounts_share_is_said_in_the_language(
    dossier: Dossier, name: str, words: str, ar: str | None, en: str | None
) -> None:
    for language, expected in (("ar", ar), ("en", en)):
        said = shared(Voice(catalogue(language), dossier), speak(language), Trait(name, words, 1.0))
        assert expected in (None, said)
        assert not re.search("e[0-9a-f]{12}", said)


def test_why_accounts_are_one_is_read_from_the_record(dossier: Dossier) -> None:
    (join,) = whole(dossier, table(), EXAMPLES["event"], (), ()).joins
    assert join.rule == "same-happening"
    assert {"when", "words", "place"} <= {trait.name for trait in join.traits}
    points = re.match(r"[\d.]+", join.why)
    assert points is not None
    assert sum(t.points for t in join.traits) == pytest.approx(float(points[0]), abs=0.3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_says_why_its_accounts_are_one(client: TestClient, language: str) -> None:
    client.cookies.set("hudna_language", language)
    page = parsed(client.get(ADDRESSES["event"]).text)
    assert page.xpath("//details[@class='joins']//dl[@class='traits']/div")
    said = page.xpath("string(//details[@class='joins'])")
    assert speak(language)(RULES["same-happening"]) in said
    assert "same-happening" not in said
