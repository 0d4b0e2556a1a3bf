from types import SimpleNamespace
from typing import Any

import pytest

from quality.gold import SHARED, available, load_gold, load_scorer
from quality.measure import Match, Scored, f1, recording, score, standard_errors


class Tally:
    """What the scorer's own tally does: an optional gold item counts neither when matched nor when missed."""

    def __init__(self) -> None:
        self.tp = self.gold = self.pred = 0

    def count(self, pairs: Any, gold: Any, pred: Any) -> None:
        free = {i for i, item in enumerate(gold) if item.get("optional")}
        waived = sum(i in free for i, _ in pairs)
        self.tp += len(pairs) - waived
        self.gold += len(gold) - len(free)
        self.pred += len(pred) - waived

    def row(self) -> dict[str, float]:
        return {"gold": self.gold}


def scored(*matches: Match) -> Scored:
    clusters = tuple((("g1", "p1"), ("g2", "p1")) for _ in matches)
    return Scored({}, {"mentions": matches}, clusters, headline=("mentions", "entity clusters"))


SCORER = SimpleNamespace(bcubed=lambda pairs: (0.5, 1.0) if pairs else (0.0, 0.0), f1=lambda p, r: p * r)


def test_a_recording_tally_counts_as_before_and_remembers_each_document() -> None:
    tally = recording(Tally)()
    tally.count([(0, 0), (1, 1)], [{}, {"optional": True}, {}], [{"rule": "a"}, {"rule": "b"}, {"rule": "c"}])
    tally.count([], [{}], [])
    first, second = tally.row()["matches"]
    assert tally.row()["gold"] == 3
    assert (first.right, first.gold, first.pred) == (1, 2, 2)
    assert first.preds[1] == {"rule": "b"}
    assert (second.right, second.gold, second.pred) == (0, 1, 0)


@pytest.mark.parametrize(
    ("counts", "expected"), [((0, 0, 0), 0.0), ((0, 5, 5), 0.0), ((3, 4, 2), 1.0), ((2, 4, 4), 0.5)]
)
def test_f1(counts: tuple[int, int, int], expected: float) -> None:
    assert f1(*counts) == expected


def test_documents_alike_have_no_standard_error() -> None:
    errors = standard_errors(SCORER, scored(*[Match(3, 4, 5)] * 6))
    assert errors == {"mentions": 0.0, "entity clusters": 0.0, "headline": 0.0}


def test_documents_that_differ_have_one_and_it_repeats() -> None:
    uneven = scored(Match(0, 4, 4), Match(4, 4, 4), Match(1, 4, 4), Match(3, 4, 4))
    assert 0.1 < standard_errors(SCORER, uneven)["mentions"] < 0.3
    assert standard_errors(SCORER, uneven) == standard_errors(SCORER, uneven)


@pytest.mark.skipif(not available(), reason="the gold annotations are not here")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the scorer leaves closing its files to the interpreter
def test_gold_scored_against_itself_is_right_and_sums_to_the_scorers_figures() -> None:
    gold = load_gold("dev")
    itself = score(load_scorer(), gold.folder, gold.folder / "texts", gold.folder)
    assert itself.figures()["mentions"] == 1.0
    assert itself.figures()["headline"] > 0.99
    for name, matches in itself.matches.items():
        assert len(matches) == len(gold.documents)
        total = f1(sum(m.right for m in matches), sum(m.gold for m in matches), sum(m.pred for m in matches))
        assert total == pytest.approx(itself.summary[name]["F1"])


def test_without_the_gold_it_is_not_available(tmp_path: Any) -> None:
    assert not available(tmp_path)
    assert SHARED.name == "shared"
