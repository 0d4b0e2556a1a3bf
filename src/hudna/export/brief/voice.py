"""How names, dates and quotations are said in one language."""

from collections.abc import Iterable, Sequence

from hudna.export.brief.catalogue import Catalogue
from hudna.export.brief.figures import date
from hudna.export.brief.line import Run, Runs, fill, join, words
from hudna.export.visible import seen
from hudna.text import ARABIC_LETTER
from hudna.views import Dossier, Mark, Party

_QUOTE_LENGTH = 120  # characters of a clause that a line quotes
_SENTENCE_LENGTH = 400  # characters of a sentence that is quoted whole where it is to be checked
_EDGES = " \"'«»“”،؛:.,;"  # what a quotation need not begin or end with


class Voice:
    """The words of one language for what a dossier holds."""

    def __init__(self, catalogue: Catalogue, dossier: Dossier) -> None:
        self.words = catalogue
        self.dossier = dossier

    def names(self, parties: Iterable[Party], *, source: bool = False) -> Runs:
        """Names as a list in a sentence, none twice; ``source`` where they are named as saying something."""
        named = dict.fromkeys(self.name(p, source=source) for p in parties)
        return join(named, self.words("list", "names"), self.words("list", "and"))

    def name(self, party: Party, *, source: bool = False) -> Runs:
        """A name in the form that it takes inside a sentence."""
        if party.unnamed:
            what = seen(party.en or "")
            general = str(self.words("unnamed_source" if source else "unnamed_actor")).format(what=what)
            return words(self.words.word("unnamed", what) or general)
        name = seen(party.name(self.words.language))
        heads = name.split() if party.type == "ORG" else name.split()[:1]
        listed = self.words("with_article")["bodies" if party.type == "ORG" else "others"]
        article = self.words("article") if any(h in listed for h in heads) else ""
        return (*words(article), Run("name", self.words.word("after_preposition", name) or name))

    def at(self, place: Party) -> Runs:
        """Where something happened."""
        stretch = any(w in self.words("stretches") for w in place.name(self.words.language).casefold().split())
        named = self.name(place)
        return self.tail("place_along", place=named[-1:]) if stretch else self.tail("place", place=named)

    def tail(self, key: str, **slots: Runs) -> Runs:
        """One of the phrases that follow a sentence."""
        return fill(self.words("tail", key), slots)

    def by(self, claimants: Sequence[Party], relays: Iterable[Party] = ()) -> Runs:
        """Who says so, and through whom; that nobody is named as saying so is said as well."""
        named = self.names(claimants, source=True)
        through = self.names((r for r in relays if r not in claimants), source=True)
        if named and through:
            return self.tail("by_relay", claimants=named, relays=through)
        return self.tail("by", claimants=named) if named else self.tail("unattributed")

    def reviewed(self, did: Sequence[str]) -> Runs:
        """What a person did to a fact as it stands: of several things the one that says most."""
        return next((self.tail(x) for x in ("added", "corrected", "accepted") if x in did), ())

    def when(self, value: str | None, reported: str | None) -> tuple[str, bool]:
        """A date in words and whether it is the date of the thing itself, not only that of a report of it."""
        if value:
            return date(self.words, value), True
        if reported:
            return str(self.words("date", "reported")).format(date=date(self.words, reported)), False
        return str(self.words("date", "unknown")), False

    def quote(self, text: str) -> str:
        """Words of a document between quotation marks."""
        opening, closing = self.words("quotes")
        return f"{opening}{seen(text)}{closing}"

    def words_of(self, mark: Mark) -> str:
        """The words that carry a fact, quoted within measure."""
        return self.quote(self._short(mark.quote))

    def clause(self, mark: Mark) -> str:
        """From the words that carry a fact to the end of their sentence, quoted within measure."""
        return self.quote(self._short(self.dossier.wording(mark)))

    def around(self, mark: Mark) -> str:
        """The sentence of a fact if it is short, else from the words that carry the fact on, quoted."""
        sentence = self.dossier.quote(mark.document, mark.sentence)
        return self.quote(sentence) if len(sentence) <= _SENTENCE_LENGTH else self.clause(mark)

    def described(self, text: str) -> str:
        """A short English description of the readings as this language can show it: "" where it cannot."""
        told = self.words.word("weapons", text) or self.words.word("terms", text)
        if told or self.words.language == "en" or ARABIC_LETTER.search(text):
            return told or seen(text)
        return ""

    def _short(self, text: str) -> str:
        shown = seen(text).strip(_EDGES)
        if len(shown) <= _QUOTE_LENGTH:
            return shown
        return shown[:_QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(_EDGES) + str(self.words("ellipsis"))
