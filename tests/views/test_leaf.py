import pytest

from hudna.views import Dossier, Happening, Reliability, leaf

NONE = Reliability({}, {})


def test_a_document_comes_with_what_it_tells_in_the_order_of_its_text(dossier: Dossier) -> None:
    held = leaf(dossier, NONE, "second")
    assert [fact.what for fact in held.facts] == ["event", "toll", "loss", "event", "truce", "breach"]
    assert held.text == dossier.texts["second"]


def test_an_event_is_told_as_this_document_tells_it(dossier: Dossier) -> None:
    first, second = (leaf(dossier, NONE, name).facts for name in ("first", "second"))
    here = next(f for f in second if f.what == "event")
    assert isinstance(here.row, Happening)
    assert (here.row.actors, here.row.documents) == ((), ("second",))
    assert here.elsewhere == ("first",)
    assert here.within in {f.within for f in first}


def test_a_document_that_is_not_there_is_a_key_error(dossier: Dossier) -> None:
    with pytest.raises(KeyError):
        leaf(dossier, NONE, "none")
