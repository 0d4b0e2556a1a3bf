from pathlib import Path

import pytest

from quality.gold import available, load_gold, load_scorer
from quality.whole import IDENTITY, figures, identity

CLUSTERS = [[("a", "e1"), ("b", "e1")], [("a", "e2"), ("c", "e1")]]


def test_all_pairs_joined_and_no_other_is_one() -> None:
    assert identity([[(0, "v1"), (1, "v2")], [(0, "v1")], [(1, "v2")]], CLUSTERS) == 1.0


def test_a_pair_left_apart_and_one_falsely_joined_count_against_it() -> None:
    told = [[(0, "v1"), (1, "v3")], [(0, "v1"), (("b", "e9"), "v2")], [(1, "v2")]]
    assert identity(told, CLUSTERS) == pytest.approx(0.5)  # one right, two said, two true


def test_nothing_joined_is_nothing() -> None:
    assert identity([[(0, "v1")], [(0, "v2")]], CLUSTERS) == 0.0


@pytest.mark.skipif(not available(), reason="the gold annotations are not here")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the scorer leaves closing its files to the interpreter
def test_the_record_of_a_set_has_a_figure_with_its_error(tmp_path: Path) -> None:
    gold = load_gold("val")
    held = figures(load_scorer(), gold, tmp_path / "work")
    assert held
    assert held.digest == gold.digest
    assert 0.0 < held.measures[IDENTITY].standard_error < 0.3
