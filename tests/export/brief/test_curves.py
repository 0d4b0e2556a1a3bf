import re
from dataclasses import replace
from itertools import pairwise

import pytest

from hudna.export.brief.catalogue import LANGUAGES, catalogue
from hudna.export.brief.curves import Panels, curves
from hudna.export.brief.voice import Voice
from hudna.export.chart.scale import levels
from hudna.views import Account, Dossier, Ledger, casualties, ledgers


def ledger(dossier: Dossier, *told: tuple[str, str], cumulative: bool = True) -> Ledger:
    """A ledger of one claimant with figures by day."""
    (held,) = ledgers(casualties(dossier))
    first = held.accounts[0]
    accounts = []
    for day, count in told:
        figure = replace(first.figure, count=count, date=day, reported=day, cumulative=cumulative)
        accounts.append(Account(figure, first.sources))
    return replace(held, cumulative=cumulative, accounts=tuple(accounts))


def drawn(dossier: Dossier, *rows: Ledger, language: str = "en") -> tuple[Panels, ...]:
    return curves(Voice(catalogue(language), dossier), rows, "x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_are_joined_by_steps_and_listed_beside(dossier: Dossier, language: str) -> None:
    held = ledger(dossier, ("2023-05-01", "12"), ("2023-05-04", ">=20"), ("2023-05-09", "25-30"))
    ((panel,),) = [p.panels for p in drawn(dossier, held, language=language)]
    assert len(panel.rows) == 3
    wide, narrow = re.findall(r"<svg .*?</svg>", str(panel.drawing))
    for svg in (wide, narrow):
        assert 'role="img"' in svg
        assert svg.count('class="dot') == 3
        assert svg.count('class="series') == 1
        (path,) = re.findall(r'<path d="([^"]+)" class="series', svg)
        points = [tuple(map(float, p.split())) for p in re.split("[ML]", path) if p.strip()]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))


def test_incidents_are_never_joined_nor_drawn_with_totals(dossier: Dossier) -> None:
    days = ("2023-05-01", "12"), ("2023-05-04", "3")
    totals, incidents = drawn(dossier, ledger(dossier, *days), ledger(dossier, *days, cumulative=False))
    assert (totals.heading, incidents.heading) == ("Running totals over time", "Tolls of single incidents by day")
    assert 'class="series' in str(totals.panels[0].drawing)
    assert 'class="series' not in str(incidents.panels[0].drawing)


def test_what_gives_no_number_stands_beneath_the_line_as_told(dossier: Dossier) -> None:
    held = ledger(
        dossier, ("2023-05-01", "~tens"), ("2023-05-02", "unknown"), ("2023-05-03", "4"), ("2023-05-04", "~5")
    )
    svg = str(drawn(dossier, held)[0].panels[0].drawing).split("</svg>")[0]
    assert re.findall(r'class="value[^>]*>([^<]+)<', svg) == ["tens", "?"]
    assert svg.count('class="dot open') == 1


def test_one_day_or_an_unknown_side_is_not_drawn(dossier: Dossier) -> None:
    assert drawn(dossier, ledger(dossier, ("2023-05-01", "12"), ("2023-05-01", "13"))) == ()
    held = ledger(dossier, ("2023-05-01", "12"), ("2023-05-04", "13"))
    bare = replace(
        held, side=None, accounts=tuple(replace(a, figure=replace(a.figure, side=None)) for a in held.accounts)
    )
    assert drawn(dossier, bare) == ()


def test_figures_far_apart_are_drawn_by_their_powers_and_the_title_says_so(dossier: Dossier) -> None:
    ((panel,),) = [p.panels for p in drawn(dossier, ledger(dossier, ("2023-05-01", "2"), ("2023-05-04", "900000")))]
    assert "logarithmic" in "".join(r.text for r in panel.title.runs)


@pytest.mark.parametrize(
    ("highest", "found"), [(0, [0, 1]), (3, [0, 1, 2, 3]), (12, [0, 5, 10, 15]), (43, [0, 20, 40, 60])]
)
def test_levels_are_round_and_hold_the_highest(highest: float, found: list[int]) -> None:
    assert levels(highest) == found
