from hudna.views.reliability import Measured, Reliability
from quality.measure import Match, Scored
from quality.stated import Stated, stated

TABLE = Reliability(
    {"sure": Measured(0.9, 20), "doubtful": Measured(0.5, 20), "rare": Measured(1.0, 2)},
    {"event.CONSULT": Measured(0.95, 30), "event.ASSAULT": Measured(0.4, 30)},
)


def _scored(*told: tuple[str, str]) -> Scored:
    preds = tuple({"type": kind, "rule": rule} for kind, rule in told)
    match = Match(1, 1, len(preds), pairs=((0, 0),), golds=({},), preds=preds)
    mention = Match(1, 1, 1, pairs=((0, 0),), golds=({},), preds=({"type": "PER", "rule": "sure"},))
    return Scored({}, {"events sides": (match,), "mentions": (mention,)}, ((),), ())


def test_the_rule_decides_and_where_it_was_seldom_seen_the_kind() -> None:
    told = (("ASSAULT", "sure"), ("ASSAULT", "doubtful"), ("CONSULT", "rare"), ("ASSAULT", "rare"), ("CONSULT", "new"))
    held = stated(_scored(*told), TABLE)
    assert held == Stated(found=5, stated=3, right=1)
    assert held.precision == 1 / 3
    assert held.share == 3 / 5


def test_nothing_stated_has_no_precision() -> None:
    assert stated(_scored(("ASSAULT", "doubtful")), TABLE).precision == 0.0
