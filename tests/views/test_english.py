import pytest

from hudna.record import Entity, Spelling
from hudna.views.english import english, states


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
