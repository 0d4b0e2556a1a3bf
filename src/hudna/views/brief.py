"""What a mediation adviser wants on one page: what is chosen and in which order, not how it is said.

Every row stands in one of two parts. What stands on a fact of measured reliability, or on one that a person accepted,
corrected or added, is stated; all else is to be checked, in the same sections, with how often such readings proved
right. Within a section the dated come before the undated, the latest first; of one day the row with the better
standing, then more independent lineages, then more documents.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from hudna.record import Claim, Entity
from hudna.text import fold
from hudna.views.cast import Named, places
from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.documents import Report, documents
from hudna.views.dossier import Dossier, Fact
from hudna.views.happening import EVERYTHING
from hudna.views.mark import Mark
from hudna.views.reliability import THRESHOLD, Measured, Reliability
from hudna.views.sections import Rows, Sections, arranged, parted
from hudna.views.situation import Headline, situation

_BACKGROUND_DAYS = 365  # what ended more than a year before the first document appeared is background


@dataclass(frozen=True, slots=True)
class Brief:
    """The rows of a brief.

    Attributes:
        reports: the documents of the period.
        lineages: number of independent lineages among them.
        choice: what was asked for.
        threshold: precision from which a fact is stated.
        situation: five rows at most, the stated ones first.
        stated: what may be stated.
        to_check: all else.
        facts: how many facts are stated, and how many are to be checked.
        measured: of the rows to be checked, by id, the best precision of their facts; none was measured for others.
        names: places with names that differ.

    """

    reports: Sequence[Report]
    lineages: int
    choice: Choice
    threshold: float
    situation: tuple[Headline, ...]
    stated: Sections
    to_check: Sections
    facts: tuple[int, int]
    measured: Mapping[str, Measured]
    names: tuple[Named, ...]


def brief(
    dossier: Dossier, reliability: Reliability, choice: Choice = EVERYTHING, threshold: float = THRESHOLD
) -> Brief:
    """The brief of a dossier over the days of ``choice``."""

    def sure(marks: Iterable[Mark]) -> bool:
        held = _facts(dossier, marks)
        return bool(dossier.reviewed(f.id for f in held)) or any(reliability.vouches(f, threshold) for f in held)

    told, doubted = parted(dossier, choice, sure)
    horizon = _horizon(dossier)
    stated, to_check = arranged(told, horizon), arranged(doubted, horizon)
    measured = dict(_measures(dossier, reliability, doubted))
    reports = documents(dossier, choice)
    return Brief(
        reports=reports,
        lineages=len({r.lineage for r in reports}),
        choice=choice,
        threshold=threshold,
        situation=situation(stated, to_check),
        stated=stated,
        to_check=to_check,
        facts=(len(told.facts), len(doubted.facts)),
        measured=measured,
        names=tuple(places(dossier, wanted=lambda e: not _country(e) and _differ(e))),
    )


def _measures(dossier: Dossier, reliability: Reliability, rows: Rows) -> Iterable[tuple[str, Measured]]:
    """By id of a row the best precision of its facts; of a disagreement that of its weakest version."""
    for row in rows.facts:
        if best := _best(reliability, _facts(dossier, row.sources)):
            yield row.id, best
    for difference in rows.disagreements:
        known = [_best(reliability, _facts(dossier, v.sources)) for v in difference.versions]
        if weakest := min((m for m in known if m), key=lambda m: m.precision, default=None):
            yield difference.id, weakest


def _facts(dossier: Dossier, marks: Iterable[Mark]) -> list[Fact]:
    items = (dossier.record.by_id[m.fact] for m in marks)
    return [i for i in items if isinstance(i, Fact) and not isinstance(i, Claim)]


def _best(reliability: Reliability, facts: Iterable[Fact]) -> Measured | None:
    return max((m for f in facts if (m := reliability.of(f))), key=lambda m: m.precision, default=None)


def _horizon(dossier: Dossier) -> str:
    """The day before which an event is background."""
    first = min((b[0] for d in dossier.record.documents if (b := days(d.published))), default=None)
    return (date.fromisoformat(first) - timedelta(_BACKGROUND_DAYS)).isoformat() if first else ""


def _differ(entity: Entity) -> bool:
    """Whether two names differ by more than a word that one of them adds."""
    held = [set(fold(s.text).split()) for s in entity.spellings]
    return any(not a <= b and not b <= a for a, b in combinations(held, 2))


def _country(entity: Entity) -> bool:
    """Whether it is a state: its names are no matter of dispute here."""
    return entity.id.startswith("loc.") and entity.id[4:].isupper()
