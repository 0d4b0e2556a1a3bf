"""Asides within a clause, behind which its noun phrases go on: «، اليوم الاثنين،», «، وهي حليف لفرنسا،», «(…)».

In: a page and the position of the mark that opens one; out: where it ends.
"""

from hudna.reading.cast import Cast
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.text import COMMAS

_SHORT = 6  # words that an aside between commas may have
_LONG = 16  # and a remark on somebody, or one in brackets


def remark_end(page: Page, grammar: Grammar, i: int, last: int) -> int | None:
    """One past the comma that closes what is said of somebody from the comma at ``i`` on: «، وهي حليف لفرنسا،»."""
    if i + 1 >= last or page.form(i + 1) not in grammar.circumstances | grammar.backing:
        return None
    for k in range(i + 2, min(i + _LONG, last)):
        if page.form(k) in COMMAS:
            return k + 1 if k + 1 < last and page.is_word(k + 1) else None
        if not page.is_word(k) or finite(page, k) is not None:
            return None
    return None


def parenthesis_end(page: Page, cast: Cast, i: int, last: int) -> int | None:
    """One past the comma that closes a short aside begun at ``i`` («، اليوم الاثنين،»), None if there is none."""
    for k in range(i + 1, min(i + _SHORT, last)):
        if page.form(k) in COMMAS:
            return k + 1
        if not page.is_word(k) or cast.at(k) is not None or may_be_finite(page, k) or page.layer(k, "crowd"):
            return None
    return None


def bracket_end(page: Page, i: int, last: int) -> int | None:
    """One past the bracket that closes the remark opened at ``i``; None where it is long or does not close."""
    return next((k + 1 for k in range(i + 1, min(i + _LONG, last)) if page.form(k) == ")"), None)
