from dataclasses import replace

import pytest

from hudna.record import Join
from hudna.views import Dossier, actors, profile, stances


def _id(dossier: Dossier, name: str) -> str:
    return next(a.id for a in actors(dossier) if a.party.ar == name)


def test_an_entity_has_its_spellings_with_their_counts(dossier: Dossier) -> None:
    held = profile(dossier, _id(dossier, "الأبيض"), ())
    assert [(s.text, s.count) for s in held.spellings] == [("الأبيض", 2), ("الابيض", 1)]
    assert held.mentions == 3
    assert {m.document for m in held.sources} == set(held.documents)


def test_a_person_has_his_contacts_positions_and_all_he_takes_part_in(dossier: Dossier) -> None:
    held = profile(dossier, _id(dossier, "سامح شكري"), stances(dossier))
    (pair,) = held.contacts
    assert pair.times == 1
    assert [p.told.type for p in held.positions] == ["REQUEST"]
    assert {h.type for h in held.happenings} == {"CONSULT", "REQUEST"}
    assert held.side is not None
    assert held.side.id == "EGY"


def test_what_one_only_says_is_not_what_one_takes_part_in(dossier: Dossier) -> None:
    army = _id(dossier, "الجيش السوداني")
    held = profile(dossier, army, ())
    assert all(army in {p.id for p in (*h.actors, *h.targets)} for h in held.happenings)


def test_a_position_that_changed_has_the_one_before(dossier: Dossier) -> None:
    who = _id(dossier, "سامح شكري")
    (stance,) = (s for s in stances(dossier) if s.party.id == who)
    turned = replace(stance, changed=True, before=stance.id)
    (position,) = profile(dossier, who, (turned,)).positions
    assert position.before == position.told


def _joined(dossier: Dossier, ident: str, *joins: Join) -> Dossier:
    entity = replace(dossier.record.entity[ident], joins=joins)
    entities = tuple(entity if e.id == ident else e for e in dossier.record.entities)
    return replace(dossier, record=replace(dossier.record, entities=entities))


def test_the_evidence_for_one_name_leads_to_where_each_stands(dossier: Dossier) -> None:
    ident = _id(dossier, "الأبيض")
    one, two, *_ = dossier.record.entity[ident].members
    held = _joined(dossier, ident, Join("same-spelling", one.id, two.id, "the same spelling"))
    (join,) = profile(held, ident, ()).joins
    assert join.left is not None
    assert join.right is not None
    assert (join.left.document, join.right.document) == (one.document, two.document)


def test_evidence_of_names_that_stand_nowhere_has_no_place(dossier: Dossier) -> None:
    ident = _id(dossier, "الأبيض")
    (join,) = profile(_joined(dossier, ident, Join("judgement", "m1", "m2", "said so")), ident, ()).joins
    assert (join.left, join.right, join.why) == (None, None, "said so")


def test_nobody_of_that_id_has_no_profile(dossier: Dossier) -> None:
    with pytest.raises(KeyError):
        profile(dossier, "e000000000000", ())
