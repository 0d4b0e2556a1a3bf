from hudna.views import Dossier, truces, violations


def test_a_truce_has_its_terms_and_its_alleged_violations(dossier: Dossier) -> None:
    (truce,) = truces(dossier)
    assert (truce.kind, truce.status, truce.duration) == ("humanitarian_pause", "announced", "P3D")
    (breach,) = violations(dossier)
    assert truce.violations == (breach,)
    assert [p.en for p in breach.by] == ["Rapid Support Forces"]
    assert breach.sources[0].quote == "خرق الهدنة مرتين"
