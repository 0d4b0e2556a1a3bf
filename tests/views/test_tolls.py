from dataclasses import replace

from hudna.views import Choice, Dossier, bearers, casualties, choose, ledgers, losses


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


def test_a_figure_names_through_whom_its_claim_came(dossier: Dossier) -> None:
    claim = next(c for c in dossier.record.claims if c.document == "first")
    (toll,) = (t for t in dossier.record.tolls if t.document == "first")
    assert claim.source in toll.claimed_by
    assert toll.quote.within(claim.content)
    relayed = replace(claim, relay="unnamed: news agency")
    rest = tuple(c for c in dossier.record.claims if c != claim)
    through = Dossier(replace(dossier.record, claims=(*rest, relayed)), dossier.texts)
    assert [[p.id for p in f.relays] for f in casualties(through) if f.id == toll.id] == [["unnamed: news agency"]]
    assert [f.id for f in casualties(through, Choice(actors=(frozenset({"unnamed: news agency"}),)))] == [toll.id]


def test_the_sides_of_whose_losses_is_told_have_their_kinds_and_days(dossier: Dossier) -> None:
    figures = (*casualties(dossier), *losses(dossier))
    (bearer,) = bearers(figures)
    assert bearer.side is not None
    assert (bearer.side.id, bearer.kinds, bearer.figures) == ("SDN", ("killed", "destroyed"), 3)
    assert (bearer.first, bearer.last) == ("2023-05-01", "2023-05-03")


def test_losses_of_which_no_text_tells_whose_they_are_stand_last(dossier: Dossier) -> None:
    figures = casualties(dossier)
    nobodys = tuple(replace(f, side=None, date=None, reported=None) for f in figures * 2)
    told = bearers((*nobodys, *figures))
    assert [(b.side is None, b.figures, b.first) for b in told] == [(False, 2, "2023-05-01"), (True, 4, None)]
