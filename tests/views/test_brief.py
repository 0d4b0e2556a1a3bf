from hudna.views import Choice, Deaths, Dossier, Happening, Measured, Reliability, brief

UNMEASURED = Reliability({}, {})


def test_the_situation_is_one_row_of_each_kind_of_news(dossier: Dossier) -> None:
    held = brief(dossier, UNMEASURED).situation
    assert all(r.stated for r in held)
    assert [type(r.row).__name__ for r in held] == ["Happening", "Ceasefire", "Deaths", "Happening", "Happening"]


def test_deaths_are_told_for_each_side(dossier: Dossier) -> None:
    deaths = next(r.row for r in brief(dossier, UNMEASURED).situation if isinstance(r.row, Deaths))
    assert [ledger.side.id for ledger in deaths.ledgers if ledger.side] == ["SDN"]


def test_what_proved_unreliable_is_to_be_checked_and_stated_nowhere(dossier: Dossier) -> None:
    rules = {
        "test.event": Measured(0.4, 50),
        "test.toll": Measured(0.95, 50),
        "test.loss": Measured(0.95, 50),
        "test.truce": Measured(0.95, 50),
    }
    held = brief(dossier, Reliability(rules, {}))
    assert held.stated.contacts == held.stated.incidents == held.stated.undated == ()
    assert [d.about for d in held.stated.disagreements] == ["count"]
    assert len(held.stated.tolls) == len(held.stated.truces) == 1
    assert held.stated.truces[0].violations == ()  # of no measured reliability
    assert len(held.to_check.violations) == 1
    assert held.facts == (4, len(dossier.record.events) + 1)
    assert {m.right for m in held.measured.values()} == {20}


def test_what_is_stated_comes_first_in_the_situation_and_kinds_without_any_fill_up(dossier: Dossier) -> None:
    rules = {"test.event": Measured(0.4, 50), "test.toll": Measured(0.95, 50), "test.truce": Measured(0.95, 50)}
    held = brief(dossier, Reliability(rules, {})).situation
    assert [(type(r.row).__name__, r.stated) for r in held][:2] == [("Ceasefire", True), ("Deaths", True)]
    assert [r.stated for r in held[2:]] == [False] * 3
    assert [r.row.type for r in held[2:] if isinstance(r.row, Happening)] == ["ASSAULT", "CONSULT", "REQUEST"]


def test_a_period_limits_every_section(dossier: Dossier) -> None:
    held = brief(dossier, UNMEASURED, Choice(since="2023-05-03"))
    assert held.stated.contacts == held.stated.incidents == held.stated.tolls == held.stated.disagreements == ()
    assert [h.type for h in held.stated.measures] == ["MOBILIZE"]
    assert [r.id for r in held.reports] == ["second"]


def test_places_show_the_names_in_use_only_where_these_differ(dossier: Dossier) -> None:
    assert brief(dossier, UNMEASURED).names == ()
