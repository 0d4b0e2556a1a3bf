"""Words that bring in somebody who is no party to what is told: «الموالين لروسيا», «بدعم من فرنسا», «التابع للجيش».

In: the tokens of a noun phrase and the preposition behind them; out: what the name after it is to the phrase.
"""

from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.lexicon.inflect import adjective_forms
from hudna.reading.page import Page
from hudna.text import fold

OWNED, ALLIED = "owned", "allied"
_HELP = frozenset({"SUPPORT", "COOPERATE", "AID"})
_BACK = 2  # words back to the adjective: «موالين سابقا ل…»


def whose(page: Page, first: int, last: int, preposition: str) -> str:
    """What ``preposition`` right behind tokens ``first`` to ``last`` brings.

    OWNED: the owner of what they name («أحياء تابعة ل…»); ALLIED: those whom they stand by or against («متمردين
    موالين ل…»), or who help («بدعم من …»); "" where the tokens do not say.
    """
    adjectives = _adjectives(page.document.language)
    for k in range(last - 1, max(first, last - _BACK) - 1, -1):
        form = page.form(k)
        for spelled in (form, form[2:] if form.startswith("ال") else ""):
            if makes := adjectives.get((spelled, preposition)):
                return makes
    return ALLIED if preposition in ("من", "مع") and _is_help(page, first, last) else ""


def _is_help(page: Page, first: int, last: int) -> bool:
    """Whether the tokens begin with the name of help given: «بدعم», «بمساندة جوية»."""
    helped = any(s.entry.get("event") in _HELP and s.pos != "verb" for s in page.layer(first, "event"))
    phrase = page.phrase(first, "event")
    return first < last and (helped or (phrase is not None and phrase.senses[0].entry.get("event") in _HELP))


@lru_cache(maxsize=4)
def _adjectives(language: str) -> dict[tuple[str, str], str]:
    """What each form of the adjectives of events/allegiance.yaml makes with a preposition."""
    return {
        (fold(form.text), preposition): row["makes"]
        for row in read_settings(language, "events/allegiance")
        for adjective in row["adjectives"]
        for form in adjective_forms(adjective)
        for preposition in row["with"]
    }
