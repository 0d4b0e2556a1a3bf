from hudna.views import EVERYTHING, Choice, Dossier, disagreements


def test_a_count_and_a_denial_are_told_as_versions(dossier: Dossier) -> None:
    held = {d.about: d for d in disagreements(dossier)}
    assert [v.value for v in held["count"].versions] == ["12", "9"]
    assert held["count"].figure is not None
    assert {d.kind for d in held.values()} == {"contradiction"}
    assert held["count"].versions[0].quotes == (dossier.quote("first", held["count"].versions[0].sources[0].sentence),)
    assert [v.claimed_by[0].en for v in held["occurrence"].versions if v.value == "denied"] == ["Rapid Support Forces"]


def test_only_differences_over_what_is_asked_for(dossier: Dossier) -> None:
    assert disagreements(dossier, Choice(since="2023-06-01")) == ()
    assert len(disagreements(dossier, EVERYTHING)) == 2
