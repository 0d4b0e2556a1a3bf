from hudna.views import Dossier, Measured, Reliability, table


def test_a_rule_seen_often_speaks_for_its_facts_a_rare_one_leaves_that_to_the_kind(dossier: Dossier) -> None:
    fact = next(t for t in dossier.record.tellings if t.type == "CONSULT")
    kinds = {"event.CONSULT": Measured(0.9, 80)}
    assert Reliability({"test.event": Measured(0.5, 40)}, kinds).of(fact) == Measured(0.5, 40)
    assert Reliability({"test.event": Measured(0.5, 4)}, kinds).of(fact) == Measured(0.9, 80)
    assert Reliability({}, {"event": Measured(0.7, 9)}).of(fact) == Measured(0.7, 9)


def test_nothing_is_doubted_where_nothing_was_measured(dossier: Dossier) -> None:
    fact = dossier.record.tellings[0]
    assert Reliability({}, {}).vouches(fact)
    assert not Reliability({}, {"truce": Measured(1.0, 50)}).vouches(fact)


def test_what_was_seen_seldom_vouches_for_nothing(dossier: Dossier) -> None:
    fact = next(t for t in dossier.record.tellings if t.type == "CONSULT")
    assert not Reliability({}, {"event.CONSULT": Measured(1.0, 9)}).vouches(fact)
    assert not Reliability({}, {"event.CONSULT": Measured(1.0, 9), "event": Measured(0.4, 90)}).vouches(fact)
    assert Reliability({}, {"event.CONSULT": Measured(0.4, 10)}).vouches(fact, 0.4)


def test_the_table_of_the_package_is_a_table() -> None:
    held = table()
    assert all(0 <= m.precision <= 1 and m.cases > 0 for m in (*held.rules.values(), *held.kinds.values()))
