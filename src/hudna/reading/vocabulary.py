"""The words of one lexicon layer on a page, by position and kind."""

from collections.abc import Collection
from typing import NamedTuple

from hudna.lexicon import Entry, Sense
from hudna.reading.page import Page


class Word(NamedTuple):
    """A word or fixed phrase of a layer.

    Attributes:
        last: the token after it.
        entry: what the lexicon says of it.
        cut: letters of its first token that stand before the word itself.
        clitics: the particles among them.
        number: "sg", "du", "pl" or "".
        definite: written with the article.

    """

    last: int
    entry: Entry
    cut: int
    clitics: str
    number: str
    definite: bool


class Vocabulary:
    """All words of one layer on one page."""

    def __init__(self, page: Page, layer: str) -> None:
        """Collect the words of ``layer``; those with an attached pronoun are none of them."""
        self.page = page
        self._words: dict[int, dict[str, Word]] = {}
        for i, hits in page.phrases_of.get(layer, {}).items():
            for hit in hits:
                self._add(i, hit.last, hit.senses)
        for i, senses in page.layers.get(layer, {}).items():
            self._add(i, i + 1, tuple(s for s in senses if not s.pronoun))

    def _add(self, i: int, last: int, senses: tuple[Sense, ...]) -> None:
        for sense in senses:
            written = sense.entry.get("written")
            if written and not self.page.raw(i, last, sense.cut).startswith(written):
                continue
            kinds = self._words.setdefault(i, {})
            known = kinds.get(sense.entry.data["kind"])
            # the longest phrase wins, then the reading with the fewest clitics
            if known is None or (last, -sense.cut) > (known.last, -known.cut):
                definite = sense.definite or self.page.form(i)[sense.cut :].startswith("ال")
                word = Word(last, sense.entry, sense.cut, sense.clitics, sense.number, definite)
                kinds[sense.entry.data["kind"]] = word

    def __contains__(self, i: object) -> bool:
        """Whether any word of the layer begins at token ``i``."""
        return i in self._words

    def places(self) -> Collection[int]:
        """The tokens at which its words begin."""
        return self._words.keys()

    def kinds(self, i: int) -> Collection[str]:
        """The kinds of the words that begin at token ``i``."""
        return self._words.get(i, ())

    def cut(self, i: int) -> int:
        """Letters of token ``i`` before its words of this layer, 0 where it has none."""
        return min((word.cut for word in self._words.get(i, {}).values()), default=0)

    def at(self, i: int, *kinds: str) -> Word | None:
        """The word that begins at token ``i`` and is of the first of ``kinds`` that fits."""
        words = self._words.get(i)
        if words:
            for kind in kinds:
                if kind in words:
                    return words[kind]
        return None

    def plain(self, i: int, *kinds: str) -> Word | None:
        """The same, without particles before it."""
        word = self.at(i, *kinds)
        return word if word and not word.clitics else None

    def joined(self, i: int, *kinds: str) -> Word | None:
        """The word at ``i`` that «و» joins to what stands before, written onto it or as a token of its own."""
        if self.page.form(i) == "و":
            return self.plain(i + 1, *kinds)
        word = self.at(i, *kinds)
        return word if word and word.clitics == "و" else None
