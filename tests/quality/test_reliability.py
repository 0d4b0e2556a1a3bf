import json
from pathlib import Path

from quality.measure import Match, Scored
from quality.reliability import TABLE, reliability, write


def test_precision_by_rule_and_by_kind_with_optional_gold_left_out() -> None:
    golds = ({}, {"optional": True})
    preds = (
        {"type": "CONSULT", "rule": "call"},
        {"type": "CONSULT", "rule": "call"},
        {"type": "ASSAULT", "rule": "shelling"},
        {"type": "CONSULT", "rule": "call"},
    )
    match = Match(1, 1, 3, pairs=((0, 0), (1, 1)), golds=golds, preds=preds)
    scored = Scored({}, {"events sides": (match,), "events type": (match,)}, ((),), ())
    table = reliability(scored, name="val", digest="d")
    assert table["measured_on"] == {"set": "val", "documents": 1, "digest": "d"}
    assert table["rules"] == {"call": {"precision": 0.5, "cases": 2}, "shelling": {"precision": 0.0, "cases": 1}}
    assert table["kinds"]["event"] == {"precision": 0.333, "cases": 3}
    assert table["kinds"]["event.CONSULT"] == {"precision": 0.5, "cases": 2}
    assert table["kinds"]["event.ASSAULT"] == {"precision": 0.0, "cases": 1}


def test_facts_without_a_rule_count_by_kind_alone() -> None:
    match = Match(1, 1, 1, pairs=((0, 0),), golds=({},), preds=({"value": "2020-07-12"},))
    table = reliability(Scored({}, {"times": (match,)}, ((),), ()), name="val", digest="d")
    assert table["rules"] == {}
    assert table["kinds"] == {"time": {"precision": 1.0, "cases": 1}}


def test_writing_says_whether_anything_changed(tmp_path: Path) -> None:
    path = tmp_path / "reliability.json"
    assert write({"rules": {}}, path)
    assert not write({"rules": {}}, path)


def test_the_table_that_ships_holds_numbers_only() -> None:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    assert set(table) == {"measured_on", "rules", "kinds"}
    for row in (*table["rules"].values(), *table["kinds"].values()):
        assert set(row) == {"precision", "cases"}
        assert 0 <= row["precision"] <= 1
