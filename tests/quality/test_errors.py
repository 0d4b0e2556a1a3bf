from quality.errors import classes, kind_of_time, table
from quality.measure import Match, Scored

NOTES = (
    ("r", "mention missed", "ORG", "جبهة"),
    ("r", "event spurious", "ASSAULT", "clash", [], [], "قصف"),
    ("r", "event sides wrong", "ASSAULT", ["org.a"], ["loc.B"], "got", ["loc.B"], ["org.a"], "قصف"),
    ("r", "event sides wrong", "ASSAULT", ["org.a"], [], "got", [], ["loc.B"], "قصف"),
    ("r", "event sides wrong", "CONSULT", ["a"], ["b"], "got", ["a", "b", "c"], [], "لقاء"),
    ("r", "event sides wrong", "ACCUSE", ["unnamed: aide"], ["b", "c"], "got", ["unnamed"], ["b"], "اتهم"),
    ("r", "event status/claim wrong", "AGREE", "actual", [], "got", "planned", [], "اتفق"),
    ("r", "attribution missed/wrong", "a", "…", []),
    ("r", "attribution missed/wrong", "a", "…", ["b"]),
    ("r", "time missed/wrong", "2020-07", "يوليو", ["2021-07"]),
    ("r", "casualty missed/wrong", "killed", "2", "civilian", "A", [], "got", []),
    (
        "r",
        "casualty missed/wrong",
        "killed",
        "2",
        "civilian",
        "A",
        ["x"],
        "got",
        [("killed", "2", "civilian", None, ["y"])],
    ),
)


def _scored(summary: dict[str, dict[str, float]] | None = None) -> Scored:
    unneeded = Match(1, 1, 2, pairs=((0, 1),), preds=({"value": "2020"}, {"value": None}))
    return Scored(summary or {}, {"times span": (unneeded,)}, (), (), NOTES)


def test_each_note_has_its_class() -> None:
    assert classes(_scored()) == {
        ("mentions missed", "ORG"): 1,
        ("events spurious", "ASSAULT"): 1,
        ("event sides", "ASSAULT reversed"): 1,
        ("event sides", "ASSAULT actor missing"): 1,
        ("event sides", "ASSAULT target spurious"): 1,
        ("event sides", "CONSULT actor partly"): 1,
        ("event sides", "ACCUSE target partly"): 1,
        ("attributions", "missed"): 1,
        ("attributions", "wrong source"): 1,
        ("times wrong", "month"): 1,
        ("times spurious", "year"): 1,
        ("casualties", "missed killed"): 1,
        ("casualties", "side missing"): 1,
        ("casualties", "claimant wrong"): 1,
    }


def test_fields_of_what_matched_are_counted_from_their_ratios() -> None:
    summary = {"event date": {"acc": 0.75, "n": 8}, "event reversed (lower is better)": {"acc": 0.1, "n": 10}}
    found = classes(_scored(summary))
    assert found["event: a field wrong", "date"] == 2
    assert found["event: a field wrong", "reversed"] == 1


def test_the_table_puts_the_largest_first_and_singles_together() -> None:
    lines = table({("a", "x"): 1, ("a", "y"): 1, ("b", "z"): 4}, 2000)
    assert [line.split() for line in lines] == [
        ["b", "2.0", "4"],
        ["z", "2.0", "4"],
        ["a", "1.0", "2"],
        ["of", "one", "class", "each", "1.0", "2"],
    ]


def test_kinds_of_times() -> None:
    values = (None, "2020", "2020-07", "2020-07-12", "2020-07-12/2020-07-14", "2020-07-12T16:00", "soon?")
    assert [kind_of_time(v) for v in values] == ["unresolved", "year", "month", "day", "range", "hour", "other"]
