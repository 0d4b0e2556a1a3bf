"""Whose account a loss is by the words right before its clause: «… 80 مسلحا، كما قتل ثلاثة جنود»."""

from collections.abc import Sequence

from hudna.reading.casualty.victims import VictimReader
from hudna.reading.finite import says
from hudna.reading.layer_words import Words
from hudna.reading.model import Attribution, Casualty, Loss
from hudna.reading.page import Page
from hudna.text import COMMAS, STOPS, Span

_SOURCE = 8  # words of «بحسب X» and a comma
_ALSO = 6  # words back to «كما» that opens the clause of a telling


def carried(
    victims: VictimReader, said: Sequence[Attribution], word: int, before: Casualty | Loss | None
) -> tuple[str, ...]:
    """The sources of the words right before the clause of a loss that goes on with them; () where none does.

    Behind «فيما» or «و» it goes on only with a loss that they told: «أعلنت مقتل عشرة، فيما أصيب ثلاثون».

    Args:
        victims: the reader of groups of the page.
        said: the attributions of the sentence.
        word: token of the verb or noun that tells the loss.
        before: the loss told before it in the sentence.

    """
    page, words = victims.page, victims.words
    first = page.sentences[page.sentence_of[word]].first
    k = _opening(page, words, word, first)
    also = words.at(k, "also")
    if also is None and not page.form(k).startswith(victims.grammar.joiner):
        return ()
    ended = [a for a in said if a.content.end <= page.tokens[k].span.start]
    last = max((a.content.end for a in ended), default=-1)
    near = [a for a in ended if a.content.end == last and _reaches(page, a, k, first)]
    told = before is not None and before.claimed_by and any(_holds(a, before.quote) for a in near)
    same = told or (also is not None and bool(also.entry.get("alike")))
    return tuple(dict.fromkeys(a.source for a in near)) if same else ()


def _opening(page: Page, words: Words, word: int, first: int) -> int:
    """The conjunction that opens the clause of a word, or the word."""
    for k in range(word, max(word - _ALSO, first), -1):
        if words.at(k, "also"):
            return k
        said = page.layer(k, "informant") or says(page, k)
        if page.form(k) in COMMAS or page.form(k) in STOPS or said:
            return word  # «فيما تحدث مصدر عن …»: another tells it
    return word


def _reaches(page: Page, attribution: Attribution, k: int, first: int) -> bool:
    """Whether what somebody said ends right before token ``k``, or only «بحسب X» stands between."""
    behind = attribution.cue.start >= attribution.content.end
    near = max(k - (_SOURCE if behind else 2), first)
    return max(attribution.content.end, attribution.cue.start) >= page.tokens[near].span.start


def _holds(attribution: Attribution, quote: Span) -> bool:
    return quote.within(attribution.content)
