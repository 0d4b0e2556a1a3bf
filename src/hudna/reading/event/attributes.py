"""What else is told of an event: weapon, mode, topic."""

from hudna.reading.event.clause import Clauses
from hudna.reading.event.trigger import Trigger
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.text import COMMAS

_WEAPON_WINDOW = 12  # words to either side of an event word in which its weapon may be named


def weapon_and_mode(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger) -> tuple[str | None, str | None]:
    """The weapon in English as told, and the mode of the event: the word's own, or what the weapon makes of it."""
    mode = trigger.entry.get("mode")
    if trigger.entry.get("event") != "ASSAULT" or mode == "clash" or trigger.entry.get("fixed_mode"):
        return None, mode
    first, last = _window(page, grammar, clauses, trigger)
    names: list[str] = []
    modes: list[str] = []
    i = first
    while i < last:
        if page.form(i) in grammar.backing:
            i = _backing_end(page, grammar, i, last)
            continue
        hit = page.phrase(i, "weapon")
        senses = hit.senses if hit else page.layer(i, "weapon")
        aimed_at = page.form(i - 1) in grammar.aims or page.form(i).startswith("لل")  # «أطلق النار على طائرة»
        adjective = hit is None and bool(senses) and senses[0].pos == "adjective"
        if adjective and any(s.entry.get("object") for s in page.layer(i - 1, "crowd")):
            aimed_at = True  # «هاجموا قاعدة جوية»
        if senses and not aimed_at and not (adjective and i < trigger.first):
            names.append(senses[0].entry.get("en"))
            modes.append(senses[0].entry.get("mode"))
        i = hit.last if hit and senses else i + 1
    if modes and mode in ("other", "heavy-weapons"):
        mode = "drone" if "drone" in modes else next((m for m in modes if m != "other"), mode)
    return (" and ".join(dict.fromkeys(names[:2])) or None), mode


def _backing_end(page: Page, grammar: Grammar, i: int, last: int) -> int:
    """One past what is told of those who back somebody: «بدعم من طائرات التحالف | السيطرة على», «مدعومين بدبابات»."""
    for k in range(i + 1, last):
        if page.form(k) in COMMAS or (page.form(k) in grammar.prepositions and page.form(k) != "من"):
            return k
        if any(s.pos == "verb" for s in page.layer(k, "event")) or (k > i + 1 and _tells(page, k)):
            return k
    return last


def _tells(page: Page, i: int) -> bool:
    """Whether an event noun that is no weapon stands at token ``i``."""
    return not page.layer(i, "weapon") and any(s.pos in ("noun", "masdar") for s in page.layer(i, "event"))


def _window(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger) -> tuple[int, int]:
    """The words in which the weapon may stand, up to what the deed answers: «هاجموا … ردا على غارات …»."""
    first, last = clauses.around(trigger.first)
    last = min(max(last, trigger.last), trigger.last + _WEAPON_WINDOW)
    last = next((k for k in range(trigger.last, last) if page.form(k) in grammar.adjuncts), last)
    return max(first, trigger.first - _WEAPON_WINDOW), last


def topic_of(page: Page, first: int, last: int) -> str | None:
    """The topic that tokens ``first`` to ``last`` tell: the lowest in rank, else the first."""
    best: tuple[int, str] | None = None
    for i in range(first, last):
        hit = page.phrase(i, "topic")
        for sense in hit.senses if hit else page.layer(i, "topic"):
            if sense.entry.get("topic") == "mediation" and sense.clitics[-1:] == "ب":
                continue  # «اتفقتا بوساطة تركية على …»: how it came about
            rank, topic = sense.entry.get("rank"), sense.entry.get("topic")
            if best is None or rank < best[0]:
                best = (rank, topic)
    return best[1] if best else None
