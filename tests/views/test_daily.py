from hudna.views import Day, Dossier, Measured, Reliability, brief, daily

UNMEASURED = Reliability({}, {})


def held(dossier: Dossier) -> dict[str, Day]:
    return {d.id: d for d in daily(brief(dossier, UNMEASURED))}


def test_days_come_with_the_latest_first_and_the_unknown_one_last(dossier: Dossier) -> None:
    assert [(d.id, d.reports, d.lineages) for d in daily(brief(dossier, UNMEASURED))] == [
        ("2023-05-03", 1, 1),
        ("2023-05-02", 1, 1),
        ("", 1, 1),
    ]


def test_a_day_brings_what_was_told_first_then(dossier: Dossier) -> None:
    days = held(dossier)
    assert [(days[d].stated, days[d].to_check) for d in sorted(days)] == [(1, 0), (4, 0), (4, 0)]
    assert [type(h.row).__name__ for h in days["2023-05-02"].news] == ["Happening", "Deaths", "Happening", "Happening"]


def test_a_matter_is_contested_from_the_second_account_on(dossier: Dossier) -> None:
    days = held(dossier)
    assert [d.about for d in days["2023-05-03"].contested] == ["count"]
    assert [d.about for d in days["2023-05-02"].contested] == ["occurrence"]


def test_what_may_not_be_stated_is_counted_apart(dossier: Dossier) -> None:
    doubted = daily(brief(dossier, Reliability({"test.event": Measured(0.4, 50)}, {})))
    assert sum(d.stated for d in doubted) == 0
    assert all(not h.stated for d in doubted for h in d.news)
