"""What must hold of the reviewed names and of the tables beside them."""

import re
from collections import defaultdict
from importlib.resources import files
from typing import Any

import pytest
import yaml

from hudna.text import fold

NAMES = files("hudna.lexicon").joinpath("ar", "names")
FILES = ("countries", "organisations", "groups", "media", "places", "regions", "persons")
FIELDS = ("names", "weak", "capital", "family", "acronyms")
TYPES = {"countries": {"LOC"}, "places": {"LOC", "FAC"}, "regions": {"LOC"}, "persons": {"PER"}}


def entries(name: str) -> list[dict[str, Any]]:
    content = yaml.load(NAMES.joinpath(name + ".yaml").read_bytes(), Loader=yaml.CSafeLoader)
    assert content["layer"] == "names"
    return list(content["entries"])


ENTRIES = {name: entries(name) for name in FILES}
ALL = [entry for name in FILES for entry in ENTRIES[name]]


def table(name: str) -> list[list[str]]:
    lines = NAMES.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_id_type_english_and_a_name(name: str) -> None:
    allowed = TYPES.get(name, {"ORG"})
    for entry in ENTRIES[name]:
        assert entry["type"] in allowed, entry["id"]
        assert entry["id"].startswith(entry["type"].lower() + "."), entry["id"]
        assert entry["en"].strip(), entry["id"]
        assert entry.get("names") or entry.get("weak"), entry["id"]


def test_ids_are_unique() -> None:
    seen = [entry["id"] for entry in ALL]
    assert len(seen) == len(set(seen))


def test_no_form_is_empty_or_other_than_text() -> None:
    for entry in ALL:
        for field in (*FIELDS, "nisba", "people"):
            for form in entry.get(field, ()):
                assert isinstance(form, str), (entry["id"], field, form)
                assert form == form.strip() != "", (entry["id"], field)
                assert len(fold(form)) > 1, (entry["id"], field, form)


def test_a_form_of_two_entries_is_marked_in_both() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    marked: dict[str, set[str]] = defaultdict(set)
    for entry in ALL:
        for field in FIELDS:
            for form in entry.get(field, ()):
                owners[fold(form)].add(entry["id"])
        for form in entry.get("ambiguous", ()):
            marked[fold(form)].add(entry["id"])
    for form, ids in owners.items():
        assert marked.get(form, set()) == (ids if len(ids) > 1 else set()), form


def test_countries_are_complete() -> None:
    ids = {entry["id"] for entry in ENTRIES["countries"]}
    assert all(re.fullmatch(r"loc\.[A-Z]{3}", i) for i in ids)
    assert len(ids) >= 193 + 5  # members of the United Nations, PSE, VAT, TWN, XKX, ESH
    assert {"loc.PSE", "loc.VAT", "loc.TWN", "loc.XKX", "loc.ESH"} <= ids


def test_nisbas_are_masculine_singular_without_article() -> None:
    for entry in ENTRIES["countries"]:
        for nisba in entry.get("nisba", ()):
            assert not nisba.startswith("ال"), nisba
            assert nisba.endswith("ي"), nisba


def test_places_lie_in_known_countries() -> None:
    codes = {entry["id"].removeprefix("loc.") for entry in ENTRIES["countries"]} | {"IOT"}
    assert {entry["country"] for entry in (*ENTRIES["places"], *ENTRIES["regions"]) if "country" in entry} <= codes


def test_gazetteer_is_well_formed_and_small() -> None:
    file = NAMES.joinpath("world.tsv")
    assert len(file.read_bytes()) < 1_500_000
    header, *rows = table("world.tsv")
    assert header == ["id", "name", "en", "country", "lat", "lon", "population", "kind"]
    assert all(len(row) == len(header) for row in rows)
    assert len({fold(row[1]) for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[A-Z]{3}", row[3]) for row in rows)
    assert all(row[6].isdigit() for row in rows)


def test_gazetteer_repeats_no_reviewed_name() -> None:
    reviewed = {fold(form) for entry in ALL for field in ("names", "weak", "capital") for form in entry.get(field, ())}
    assert not reviewed & {fold(row[1]) for row in table("world.tsv")[1:]}


def test_given_names_are_well_formed() -> None:
    header, *rows = table("given_names.tsv")
    assert header == ["name", "en", "kind", "gender"]
    assert all(row[2] in {"given", "family", "both"} and row[3] in {"m", "f", "-"} for row in rows)
    assert len({fold(row[0]) for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[A-Za-zÀ-ž'’. -]+", row[1]) for row in rows)


def test_yaml_stays_compact() -> None:
    assert sum(len(NAMES.joinpath(name + ".yaml").read_bytes()) for name in FILES) < 900_000
