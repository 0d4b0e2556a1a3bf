"""The check of times and numerals, on cases of our own in the notation of the suites."""

import json
from pathlib import Path

import pytest

from quality.temporal import MUST, SUITES, expected_time, run


def suite(folder: Path, name: str, *rows: tuple[str, dict[str, object] | None]) -> Path:
    lines = (
        json.dumps({"input": said, "expected": expected, "reference_date": "2019-04-16T10:00:00+00:00"})
        for said, expected in rows
    )
    (folder / f"duckling_{name}.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def moment(grain: str, *values: str, kind: str = "datetime") -> dict[str, object]:
    return {"kind": kind, "grain": grain, "values": list(values)}


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (moment("Day", "2019-04-18T00:00:00"), "2019-04-18"),
        (moment("Month", "2019-04-01T00:00:00"), "2019-04"),
        (moment("Week", "2019-04-15T00:00:00"), "2019-04-15/2019-04-21"),
        (moment("Minute", "2019-04-18T09:30:00"), "2019-04-18T09:30"),
        (moment("Day", "2019-05-03T00:00:00", "2019-05-06T00:00:00", kind="datetimeInterval"), "2019-05-03/2019-05-05"),
    ],
)
def test_what_a_suite_expects_as_a_value(expected: dict[str, object], value: str) -> None:
    assert expected_time(expected) == value


def test_cases_are_right_wrong_or_out_of_scope(tmp_path: Path) -> None:
    folder = suite(
        tmp_path,
        "time",
        ("الخميس", moment("Day", "2019-04-18T00:00:00")),
        ("الاثنين", moment("Day", "2019-04-15T00:00:00")),
        ("غدا", moment("Day", "2019-04-30T00:00:00")),
        ("العام السابق", moment("Year", "2018-01-01T00:00:00")),
        ("شكرا", None),
    )
    outcome = run("time", folder)
    assert outcome.right == 3
    assert outcome.wrong == (("غدا", "2019-04-17"),)
    assert outcome.out == {"counted from another time": 1}


def test_numerals_and_ordinals(tmp_path: Path) -> None:
    row = {"values": [45.0], "grain": None}
    folder = suite(tmp_path, "numeral", ("خمسة وأربعون", row), ("٤٥", row), ("-45", {"values": [-45.0]}))
    suite(tmp_path, "ordinal", ("الخامس والأربعين", row))
    assert run("numeral", folder).right == 2
    assert run("ordinal", folder).share == 1


@pytest.mark.skipif(not SUITES.is_dir(), reason="the suites lie beside the project")
@pytest.mark.parametrize("name", MUST)
def test_the_suites_hold(name: str) -> None:
    assert run(name).share >= MUST[name]
