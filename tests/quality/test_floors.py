from dataclasses import replace
from pathlib import Path

from quality.floors import Figure, Figures, drops, load_floors, raised, save_floors

FLOOR = {"dev": Figures("digest", 58, {"times": Figure(0.80, 0.02, 216), "mentions": Figure(0.90, 0.01, 1637)})}


def now(times: float, mentions: float = 0.90, digest: str = "digest") -> dict[str, Figures]:
    return {"dev": Figures(digest, 58, {"times": Figure(times, 0.03, 216), "mentions": Figure(mentions, 0.01, 1637)})}


def test_a_drop_within_one_standard_error_passes() -> None:
    assert drops(FLOOR, now(times=0.781)) == []


def test_a_drop_of_more_than_one_standard_error_is_named_with_its_figures() -> None:
    assert drops(FLOOR, now(times=0.779)) == [
        "dev: times is 0.779, its floor 0.800 with a standard error of 0.020",
    ]


def test_a_measure_that_vanished_has_fallen() -> None:
    bare = {"dev": replace(now(0.8)["dev"], measures={"mentions": Figure(0.90, 0.01, 1637)})}
    assert [line.split(" is ")[0] for line in drops(FLOOR, bare)] == ["dev: times"]


def test_a_set_that_was_not_measured_fails() -> None:
    assert drops(FLOOR, {}) == ["dev: has floors but was not measured"]


def test_other_gold_is_not_compared_and_not_passed_over() -> None:
    assert drops(FLOOR, now(0.99, digest="other")) == [
        "dev: the gold is not that of the floors; set them anew with --lower",
    ]
    assert raised(FLOOR, now(0.99, digest="other")) == FLOOR


def test_raising_moves_up_and_never_down() -> None:
    measures = raised(FLOOR, now(times=0.85, mentions=0.89))["dev"].measures
    assert measures["times"] == Figure(0.85, 0.03, 216)
    assert measures["mentions"] == Figure(0.90, 0.01, 1637)


def test_a_new_set_gets_floors_by_raising() -> None:
    assert raised({}, now(0.5)) == now(0.5)


def test_floors_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors(FLOOR, path)
    assert load_floors(path) == FLOOR
