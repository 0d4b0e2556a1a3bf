import pytest

from hudna.views import Dossier, Reliability, Whole, casualties, disagreements, losses, whole

UNMEASURED = Reliability({}, {})


@pytest.fixture
def shelling(dossier: Dossier) -> Whole:
    ident = next(e.id for e in dossier.record.events if len(e.tellings) > 1)
    figures = (*casualties(dossier), *losses(dossier))
    return whole(dossier, UNMEASURED, ident, figures, disagreements(dossier))


def test_every_telling_says_what_it_alone_tells(shelling: Whole) -> None:
    assert [t.report.id for t in shelling.tellings] == ["first", "second"]
    assert [t.row.claimed_by[0].en for t in shelling.tellings] == ["Sudanese Army", "Rapid Support Forces"]
    assert all(t.source.quote in t.sentence for t in shelling.tellings)
    assert all(t.stated for t in shelling.tellings)


def test_its_losses_and_what_is_contested_of_it_stand_with_it(shelling: Whole) -> None:
    assert sorted(f.count for f in shelling.figures) == ["1", "12", "9"]
    assert "occurrence" in {d.about for d in shelling.differences}
    assert shelling.joins


def test_an_event_of_one_telling_has_nothing_of_others(dossier: Dossier) -> None:
    ident = next(e.id for e in dossier.record.events if e.type == "CONSULT")
    held = whole(dossier, UNMEASURED, ident, casualties(dossier), disagreements(dossier))
    assert (len(held.tellings), held.figures, held.differences, held.joins) == (1, (), (), ())


def test_nothing_has_no_tellings(dossier: Dossier) -> None:
    with pytest.raises(KeyError):
        whole(dossier, UNMEASURED, "e0", (), ())
