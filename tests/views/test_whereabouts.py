from hudna.record import Entity
from hudna.record.model import Relation, Spelling
from hudna.text import Span
from hudna.views import Choice, Dossier, atlas, local, localities, present, sites
from hudna.views.whereabouts import STANDINGS, found


def entity(lexicon: str | None, *relations: Relation, name: str = "دمشق") -> Entity:
    spellings = (Spelling(name, 1, 1),)
    return Entity("e1", "LOC", name, None, None, None, lexicon, (), spellings, (), (), relations)


def test_a_town_is_a_point(dossier: Dossier) -> None:
    (site,) = sites(dossier)
    assert (site.party.en, site.kind, site.latitude, site.longitude) == ("El Obeid", "town", 13.18, 30.22)
    assert sum(getattr(site, word) for word in STANDINGS) == site.events == len(local(dossier))
    assert (site.first, site.last) == ("2023-05-01", "2023-05-01")


def test_a_region_is_a_circle_and_a_country_an_outline() -> None:
    region, country = found(entity("loc.anbar")), found(entity("loc.SDN"))
    assert region is not None
    assert region.kind == "area"
    assert region.radius > 100
    assert country is not None
    assert (country.kind, country.latitude, country.outline) == ("country", None, "729")


def test_a_capital_lies_where_its_town_does() -> None:
    relation = Relation("capital-of", "loc.SYR", "", "first", Span(0, 1))
    where = found(entity(None, relation))
    assert where is not None
    assert (where.kind, where.latitude, where.longitude) == ("town", 33.51, 36.29)
    assert found(entity(None, relation, name="القصر")) is None


def test_what_no_table_tells_is_nowhere() -> None:
    assert found(entity("loc.of_nowhere")) is None
    assert found(entity(None)) is None


def test_a_map_counts_each_event_once(dossier: Dossier) -> None:
    held = atlas(dossier)
    assert len(held.events) == sum(site.events for site in held.sites)
    assert {held.standings[event[1]] for event in held.events} == {row.standing for row in local(dossier)}
    assert atlas(dossier, Choice(type="AID")).sites == ()


def test_places_come_with_every_spelling(dossier: Dossier) -> None:
    (place,) = localities(dossier)
    assert {w.text for w in place.written} == {"الأبيض", "الابيض"}
    assert place.mentions == sum(w.count for w in place.written)
    assert place.events == len(local(dossier))


def test_who_was_there_is_counted_and_no_place_is_at_itself(dossier: Dossier) -> None:
    held = present(local(dossier))
    assert {p.party.en for p in held} >= {"Rapid Support Forces"}
    assert "El Obeid" not in {p.party.en for p in held}
    assert [p.events for p in held] == sorted((p.events for p in held), reverse=True)
