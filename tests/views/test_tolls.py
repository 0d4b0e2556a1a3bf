from hudna.views import Dossier, casualties, choose, ledgers


def test_differing_figures_stand_side_by_side_and_are_not_added(dossier: Dossier) -> None:
    (ledger,) = ledgers(casualties(dossier))
    assert ledger.side is not None
    assert (ledger.side.id, ledger.side.ar, ledger.side.en) == ("SDN", "السودان", "Sudan")
    said = {a.figure.claimed_by[0].en: a.figure.count for a in ledger.accounts}
    assert said == {"Sudanese Army": "12", "Rapid Support Forces": "9"}


def test_figures_are_chosen_by_claimant_side_and_place(dossier: Dossier) -> None:
    assert [f.count for f in casualties(dossier, choose(dossier.record, actor="الجيش السوداني"))] == ["12"]
    assert len(casualties(dossier, choose(dossier.record, place="الأبيض"))) == 2
    assert casualties(dossier, choose(dossier.record, side="EGY")) == ()
