from hudna.cli.differences import blocks
from hudna.views import Dossier, disagreements


def test_versions_stand_below_what_they_are_about_with_their_words(dossier: Dossier) -> None:
    lines = list(blocks(disagreements(dossier)))
    counted = lines.index(next(x for x in lines if x.startswith("how many")))
    assert lines[counted] == "how many: killed civilian SDN"
    assert lines[counted + 2] == "  - 12 — Sudanese Army"
    assert lines[counted + 3].startswith("      first:")
    assert "مقتل 12 مدنيا" in lines[counted + 3]
    assert any(x.startswith("whether it happened: ASSAULT/heavy-weapons") for x in lines)
    assert "  - it did not happen — Rapid Support Forces" in lines
    assert not any("\x1b" in x or "\u202e" in x for x in lines)
