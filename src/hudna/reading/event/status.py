"""Whether what an event word tells is said to have happened: negation, modality, tense, demand."""

from hudna.reading.event.clause import Clauses
from hudna.reading.event.grammar import Grammar
from hudna.reading.event.trigger import Trigger
from hudna.reading.page import Page

_NEAR = 7  # words between a modal word and the event word that depends on it
_NEGATION = 2  # words between a negation and the verb


def status_of(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger, carrier: int | None) -> str:
    """The GUIDE status of an event word: actual, planned, called_for, denied or possible."""
    anchors = [trigger.first] if carrier is None else [carrier, trigger.first]
    for anchor in anchors:
        if _negated(page, grammar, anchor):
            return "denied"
        if any(s.tense == "future" for s in page.senses[anchor] if s.pos == "verb") or page.form(anchor - 1) == "سوف":
            return "planned"
    return _modal(page, clauses, min(anchors)) or "actual"


def _negated(page: Page, grammar: Grammar, i: int) -> bool:
    return any(page.form(k) in grammar.negations or page.form(k)[1:] in grammar.negations for k in range(i - _NEGATION, i) if page.is_word(k))


def _modal(page: Page, clauses: Clauses, i: int) -> str | None:
    """The status that the nearest modal word before ``i`` in its clause gives."""
    first, _ = clauses.around(i)
    for k in range(i - 1, first - 1, -1):
        if not page.is_word(k):
            if page.form(k) in "،,":
                return None
            continue
        hit = page.phrase(k, "modality")
        senses = hit.senses if hit is not None and hit.last <= i else page.layer(k, "modality")
        for sense in senses:
            if i - k > _NEAR and (sense.pos != "verb" or sense.entry.get("status") != "denied"):
                continue  # only a denial reaches over a long subject
            if not sense.entry.get("needs") or page.form(k + 1)[:1] in sense.entry.get("needs"):
                return str(sense.entry.get("status"))
    return None
