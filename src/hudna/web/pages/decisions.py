"""What people decided, the last first."""

from hudna.views import Choice, Dossier, Verdict, verdicts
from hudna.web import codes
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows


def latest(dossier: Dossier, _: Choice) -> tuple[Verdict, ...]:
    """All judgements of the log, the last first."""
    return verdicts(dossier)[::-1]


def show(ask: Ask) -> Rows:
    """The log."""
    return Rows(Verdict, ask.rows(latest), {"codes": codes})


PAGE = Page("decisions", "/decisions", N_("Decisions"), show, warm=(latest,))
