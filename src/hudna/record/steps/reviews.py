"""The step that says what became of the judgements."""

from collections import ChainMap

from hudna.record.judgements.judged import Judged
from hudna.record.steps.entities import Casting
from hudna.record.steps.lookup import owners
from hudna.record.steps.run import Run


def renew(run: Run, casting: Casting) -> None:
    """Tell of every judgement what it did; only documents that somebody judged are looked at."""
    names = sorted(run.judged)
    judged = Judged(run.told(names), run.log)
    for _ in judged:
        pass
    found = judged.reviews(casting.cast(names), ChainMap(*owners(run.connection)))
    former = run.saved.all("reviews", "id")
    run.saved.replace("reviews", "id", {own: [] for own in former} | {r.id: [r] for r in found})
