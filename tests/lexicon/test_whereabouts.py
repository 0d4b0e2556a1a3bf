from importlib.resources import files

from hudna.lexicon import load, whereabouts

ROWS = [line.split("\t") for line in files("hudna.lexicon").joinpath("whereabouts.tsv").read_text("utf-8").splitlines()]


def test_every_place_of_the_table_is_one_of_the_lexicon() -> None:
    known = {entry.id for entry in load("ar").layer("names")}
    assert [row[0] for row in ROWS[1:] if not row[5].startswith("country") and row[0] not in known] == []


def test_places_lie_on_the_earth_and_areas_have_a_size() -> None:
    for ident, _, latitude, longitude, radius, kind in ROWS[1:]:
        if latitude:
            assert abs(float(latitude)) <= 90, ident
            assert abs(float(longitude)) <= 180, ident
        assert (int(radius) > 0) == (kind == "area"), ident


def test_a_town_of_the_world_lies_where_its_table_says() -> None:
    held = whereabouts("loc.nyala")
    assert held is not None
    assert held.kind == "town"


def test_a_capital_is_found_by_its_name_alone() -> None:
    assert whereabouts("loc.SYR", ("دِمشق",)) == whereabouts("loc.SYR", ("دمشق",)) is not None
    assert whereabouts("loc.SYR", ("حلب",)) is None


def test_a_capital_lies_where_it_lies_under_every_spelling() -> None:
    spelt = [(e.id, str(name)) for e in load("ar").layer("names") for name in e.get("capital") or ()]
    unknown = {name for ident, name in spelt if whereabouts(ident, (name,)) is None}
    assert unknown == {"سانت جونز", "سانت جورجز", "نغيرولمود"}  # which GeoNames does not have
    assert whereabouts("loc.DNK", ("كوبنهاجن",)) == whereabouts("loc.DNK", ("كوبنهاغن",))


def test_an_airport_named_after_a_town_is_somewhere_around_it() -> None:
    town, airport = whereabouts("loc.aden"), whereabouts("fac.aden_airport")
    assert town is not None
    assert airport is not None
    assert (airport.kind, airport.latitude, airport.longitude) == ("area", town.latitude, town.longitude)
