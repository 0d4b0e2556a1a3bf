import pytest

from hudna.record import Entity, Spelling
from hudna.views import Dossier, Party
from hudna.views.english import arabic, english, states


def entity(name: str, kind: str = "ORG", side: str | None = "ARM", label: str | None = None) -> Entity:
    return Entity("e1", kind, name, None, label, side, None, (), (Spelling(name, 1, 1),), (), ())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("وزارة الدفاع الأرمينية", "Ministry of Defence of Armenia"),
        ("وزارة الدفاع في أرمينيا", "Ministry of Defence of Armenia"),
        ("الخارجية الأرمنية", "Ministry of Foreign Affairs of Armenia"),
        ("برلمان أرمينيا", "Parliament of Armenia"),
        ("الوزارة", None),
        ("وزارة الدفاع", "Ministry of Defence of Armenia"),
        ("القوات الأرمنية الخاصة", None),
        ("هيئة الصناعات الأرمنية", None),
    ],
)
def test_a_body_is_named_by_its_head_and_its_state_or_not_at_all(name: str, told: str | None) -> None:
    assert english(entity(name)) == told


def test_a_state_that_takes_the_article_has_it_behind_of() -> None:
    assert english(entity("خارجية الكونغو الديمقراطية", side="COD")).endswith("of the Democratic Republic of the Congo")
    assert english(entity("وزارة الدفاع الفلبينية", side="PHL")) == "Ministry of Defence of the Philippines"


def test_a_seat_of_government_is_named_as_a_city() -> None:
    assert english(entity("يريفان", "LOC")) == "Yerevan"
    assert english(entity("يريفان", "LOC", "AZE")) is None


def test_the_lexicon_goes_first_and_parties_that_are_no_states_keep_their_names() -> None:
    assert english(entity("الجيش الأرميني", label="Armenian Army")) == "Armenian Army"
    assert english(entity("الجيش", side="rebels")) is None
    assert english(entity("نيكول باشينيان", "PER")) is None


def test_every_state_has_both_names() -> None:
    assert states()["SDN"].en == "Sudan"
    assert all(s.ar and s.en for s in states().values())


def test_a_bare_body_of_no_state_is_named_by_its_head() -> None:
    assert english(entity("السلطات", side=None)) == "Authorities"
    assert english(entity("السلطات المحلية في البلدة", side=None)) is None


def test_a_place_is_shown_without_the_state_that_tells_it_from_namesakes() -> None:
    spellings = (Spelling("الميادين", 2, 1),)
    place = Entity("e1", "LOC", "الميادين", "الميادين السورية", None, "SYR", "loc.x", (), spellings, (), ())
    assert arabic(place) == "الميادين"


def test_a_body_of_a_state_is_shown_with_its_state() -> None:
    spellings = (Spelling("الجيش", 3, 2), Spelling("الجيش الأرميني", 1, 1))
    army = Entity("e1", "ORG", "الجيش", None, None, "ARM", None, (), spellings, (), ())
    assert arabic(army) == "الجيش الأرميني"
    assert arabic(entity("الجيش")) == "الجيش (أرمينيا)"
    assert arabic(entity("الجيش", side="rebels")) == "الجيش"
    army = Entity("e2", "ORG", "الجيش", "الجيش السوري", None, "SYR", None, (), (Spelling("الجيش", 1, 1),), (), ())
    assert arabic(army) == "الجيش السوري"


def test_a_side_that_is_no_state_has_the_name_of_a_body_of_the_lexicon(dossier: Dossier) -> None:
    side = dossier.side("gaddafi")
    assert side is not None
    assert (side.ar, side.en) == ("كتائب القذافي", "Gaddafi brigades")
    assert dossier.side("nobody") == Party("nobody", "nobody", None, "nobody")
