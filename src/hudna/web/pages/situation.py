"""The situation: what is new and what became contested, day by day, and what the record rests on."""

from dataclasses import dataclass

from hudna.views import EVERYTHING, Brief, Choice, Day, Dossier, Headline, brief, daily, table
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows

_WEEK = 7  # days of a part: each may bring many rows


@dataclass(frozen=True, slots=True)
class Situation:
    """What stands above the days.

    Attributes:
        reports: how many the record holds.
        lineages: of how many independent lineages.
        days: on how many days they appeared.
        first: the first of these.
        last: the last.
        stated: facts that may be stated.
        to_check: all others.
        contested: what sources differ on.
        percent: how often readings of a kind must have proved right for a fact to be stated.
        news: five rows at most.

    """

    reports: int
    lineages: int
    days: int
    first: str
    last: str
    stated: int
    to_check: int
    contested: int
    percent: int
    news: tuple[Headline, ...]


def show(ask: Ask) -> Rows:
    """The days asked for, those on which reports appeared."""
    ((situation, days),) = ask.edition.rows(_situation)
    since, until = ask.choice.since or "", ask.choice.until or "9999"
    all_ = ask.choice == EVERYTHING
    rows = () if ask.unclear else tuple(d for d in days if all_ or (d.id and since <= d.id <= until))
    return Rows(Day, rows, {"situation": situation})


def _situation(dossier: Dossier, _: Choice) -> tuple[tuple[Situation, tuple[Day, ...]], ...]:
    """Both from one brief, of all that the record holds: it takes long to make."""
    held = brief(dossier, table())
    days = daily(held)
    return ((_above(held, days), days),)


def _above(held: Brief, days: tuple[Day, ...]) -> Situation:
    appeared = sorted(d.id for d in days if d.id and d.reports)
    return Situation(
        reports=len(held.reports),
        lineages=held.lineages,
        days=len(appeared),
        first=appeared[0] if appeared else "",
        last=appeared[-1] if appeared else "",
        stated=held.facts[0],
        to_check=held.facts[1],
        contested=len(held.stated.disagreements) + len(held.to_check.disagreements),
        percent=round(100 * held.threshold),
        news=held.situation,
    )


PAGE = Page(
    "situation",
    "/situation",
    N_("Situation"),
    show,
    order=10,
    filters=("since", "until"),
    warm=(_situation,),
    size=_WEEK,
)
