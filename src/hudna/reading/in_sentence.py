"""Facts by the sentence that holds them, so that looking them up does not cost the length of the document."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from hudna.reading.page import Page
from hudna.text import Span

_Fact = TypeVar("_Fact")


def by_sentence(page: Page, facts: Iterable[_Fact], *spans: Callable[[_Fact], Span]) -> dict[int, list[_Fact]]:
    """The facts by the number of each sentence in which one of their ``spans`` begins, in their order."""
    starts = [page.tokens[s.first].span.start for s in page.sentences]
    out: dict[int, list[_Fact]] = defaultdict(list)
    for fact in facts:
        for number in {bisect_right(starts, span(fact).start) - 1 for span in spans}:
            if number >= 0:
                out[number].append(fact)
    return out
