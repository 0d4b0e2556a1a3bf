import pytest

from hudna.export.brief import Voice, catalogue, line
from hudna.views import Dossier, Reliability, leaf


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_kind_of_fact_has_its_line_with_its_sources(dossier: Dossier, language: str) -> None:
    voice = Voice(catalogue(language), dossier)
    for name in ("first", "second"):
        for fact in leaf(dossier, Reliability({}, {}), name).facts:
            said = line(voice, fact.row)
            assert said.runs
            assert said.sources == fact.row.sources


def test_a_statement_gives_who_speaks_and_the_words(dossier: Dossier) -> None:
    claim = next(f for f in leaf(dossier, Reliability({}, {}), "first").facts if f.what == "claim")
    runs = line(Voice(catalogue("en"), dossier), claim.row).runs
    assert "".join(r.text for r in runs[:-1]).endswith(": ")
    assert (runs[-1].kind, "قصفت مدينة" in runs[-1].text) == ("quote", True)
