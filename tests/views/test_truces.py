from hudna.views import Dossier, truces, violations


def test_a_truce_has_its_terms_and_its_alleged_violations(dossier: Dossier) -> None:
    (truce,) = truces(dossier)
    assert (truce.kind, truce.status, truce.duration) == ("humanitarian_pause", "announced", "P3D")
    (breach,) = violations(dossier)
    assert truce.violations == (breach,)
    assert [p.en for p in breach.by] == ["Rapid Support Forces"]
    assert breach.sources[0].quote == "خرق الهدنة مرتين"


def test_the_life_of_a_truce_is_told_in_steps(dossier: Dossier) -> None:
    (truce,) = truces(dossier)
    assert [s.stage for s in truce.steps][-1] == "violation"
    assert all(s.sources and s.lineages == 1 for s in truce.steps)
    assert truce.over is None  # how long it lasts is told, not when it begins
