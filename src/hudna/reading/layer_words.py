"""The words of one lexicon layer on a page, by position and the part they play; pronouns may be attached."""

from bisect import bisect_left
from typing import NamedTuple

from hudna.lexicon import Entry
from hudna.reading.page import Page


class Word(NamedTuple):
    """A word or fixed phrase of the layer.

    Attributes:
        first: its first token.
        last: the token after it.
        entry: what the lexicon says of it.
        pos: verb, masdar, active, noun or phrase.
        number: "sg", "du", "pl" or "".
        definite: written with the article.
        clitics: the particles before it.
        pronoun: attached pronoun or "".
        cut: letters of its first token before the word itself.
        tense: of a verb "past" or "present", else "".

    """

    first: int
    last: int
    entry: Entry
    pos: str
    number: str
    definite: bool
    clitics: str
    pronoun: str
    cut: int
    tense: str = ""

    @property
    def part(self) -> str:
        """Which part the word plays in its layer («act», «victim», «truce» …)."""
        return str(self.entry.get("part"))


class Words:
    """All words of one layer on one page."""

    def __init__(self, page: Page, layer: str) -> None:
        """Collect the words of ``layer``: at each token phrases first, the longest before the others."""
        self.page = page
        self._at: dict[int, tuple[Word, ...]] = {}
        self._begins = sorted(page.openings(layer))
        phrases = page.phrases_of.get(layer, {})
        for i in self._begins:
            found = [
                Word(
                    i,
                    hit.last,
                    s.entry,
                    s.pos,
                    s.number,
                    s.definite or page.form(i)[s.cut :].startswith("ال"),
                    s.clitics,
                    "",
                    s.cut,
                )
                for hit in phrases.get(i, ())
                for s in hit.senses
            ]
            found += [
                Word(i, i + 1, s.entry, s.pos, s.number, s.definite, s.clitics, s.pronoun, s.cut, s.tense)
                for s in page.layer(i, layer)
                if not (s.person == "1" and s.tense == "present" and s.number == "sg")  # «أسقط» is «shot down»
                and not (s.number == "du" and names_body(page, i))  # «طالبان» are no two students
            ]
            self._at[i] = tuple(sorted(found, key=lambda w: (-w.last, w.cut)) if len(found) > 1 else found)

    def beginning(self, first: int, last: int) -> list[int]:
        """Those of tokens ``first`` to ``last`` (exclusive) at which a word of the layer begins."""
        return self._begins[bisect_left(self._begins, first) : bisect_left(self._begins, last)]

    def at(self, i: int, *parts: str) -> Word | None:
        """The longest word at token ``i`` that plays one of ``parts``, rather one without a pronoun."""
        owned = None
        for word in self._at.get(i, ()):
            if word.part in parts:
                if not word.pronoun:
                    return word
                owned = owned or word
        return owned

    def all_at(self, i: int, *parts: str) -> tuple[Word, ...]:
        """Every reading at token ``i`` that plays one of ``parts``, the longest first."""
        return tuple(w for w in self._at[i] if w.part in parts) if i in self._at else ()

    def between(self, first: int, last: int, *parts: str) -> tuple[Word, ...]:
        """The best word at each of tokens ``first`` to ``last`` (exclusive) that has one playing one of ``parts``."""
        return tuple(w for i in self.beginning(first, last) if (w := self.at(i, *parts)) is not None)


def names_body(page: Page, i: int) -> bool:
    """Whether the one word at token ``i`` is the name of a body."""
    return any(h.last == i + 1 and s.entry.get("type") == "ORG" for h in page.names.get(i, ()) for s in h.senses)
