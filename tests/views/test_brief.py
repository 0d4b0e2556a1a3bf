from hudna.views import Choice, Deaths, Dossier, Measured, Reliability, brief

UNMEASURED = Reliability({}, {})


def test_the_situation_is_one_row_of_each_kind_of_news(dossier: Dossier) -> None:
    held = brief(dossier, UNMEASURED).situation
    assert [type(r).__name__ for r in held] == ["Happening", "Ceasefire", "Deaths", "Happening", "Happening"]


def test_deaths_are_told_for_each_side(dossier: Dossier) -> None:
    deaths = next(r for r in brief(dossier, UNMEASURED).situation if isinstance(r, Deaths))
    assert [ledger.side.id for ledger in deaths.ledgers if ledger.side] == ["SDN"]


def test_what_proved_unreliable_is_to_be_checked_and_stated_nowhere(dossier: Dossier) -> None:
    rules = {
        "test.event": Measured(0.4, 50),
        "test.toll": Measured(0.95, 50),
        "test.loss": Measured(0.95, 50),
        "test.truce": Measured(0.95, 50),
    }
    held = brief(dossier, Reliability(rules, {}))
    assert held.contacts == held.incidents == held.undated == ()
    assert [d.about for d in held.disagreements] == ["count"]
    assert len(held.tolls) == len(held.truces) == 1
    assert len(held.to_check) == len(dossier.record.events)


def test_a_period_limits_every_section(dossier: Dossier) -> None:
    held = brief(dossier, UNMEASURED, Choice(since="2023-05-03"))
    assert held.contacts == held.incidents == held.tolls == held.disagreements == ()
    assert [h.type for h in held.measures] == ["MOBILIZE"]
    assert [r.id for r in held.reports] == ["second"]


def test_places_show_the_names_in_use_only_where_these_differ(dossier: Dossier) -> None:
    assert brief(dossier, UNMEASURED).names == ()
