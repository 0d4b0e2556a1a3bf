"""A page as the rules of attribution see it: the small words that matter to them, by what they do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hudna.lexicon import Sense
from hudna.reading.cast import Cast, Reference
from hudna.reading.page import Page
from hudna.text import COMMAS

if TYPE_CHECKING:
    from hudna.reading.speech.cue import Cue

LAYER = "reporting"
ENDS = frozenset(".!?؟…؛")
OPENING_QUOTES = frozenset("\"«“„'‘")
_INFORMANT = "informant"
_THAT = frozenset({"", "و", "ف", "ب", "وب", "فب"})  # «بأن», «وأن»; «لأن» gives a reason
_PLAIN = frozenset({"", "و", "ف"})
# «قبل أن», «إلا أن», «غير أنها»: their «أن» opens no reported clause
_BINDING = frozenset({"clause", "negation", "preposition", "personal"})
_ALONE = ("that", "relative", "which")  # what a word inside a conjunction no longer does
_NAMED_ROLES = frozenset({"media", "occasion"})  # what a word may be inside a name («وكالة الأناضول»)
_NOMINAL_ROLES = frozenset({"occasion", "paper", "mutual", "time", "media"})  # may have the article and prepositions
_JOINING = frozenset({"clause", "subjunctive"})
_WALI = "والي"  # the governor and «وإلى» fold alike
_TO = ("إلى", "الى", "على")
_CALENDAR = frozenset({"month", "hijri", "weekday", "day", "part"})  # kinds of the layer «time»


@dataclass(frozen=True, slots=True)
class Hearing:
    """A page with its cast and, by token, what its words do in reporting.

    Attributes:
        page: the page.
        cast: who is in it.
        roles: for each token, for each role of a phrase that begins there, the token after the phrase.
        closings: for each opening quotation mark its closing one.
        openings: and back.
        senses: readings of words in the layer «reporting».
        informants: readings of words in the layer «informant».
        cues: words of saying by their first token.

    """

    page: Page
    cast: Cast
    roles: dict[int, dict[str, int]]
    closings: dict[int, int]
    openings: dict[int, int]
    senses: Mapping[int, tuple[Sense, ...]]
    informants: Mapping[int, tuple[Sense, ...]]
    cues: "dict[int, Cue]" = field(default_factory=dict)

    def form(self, i: int) -> str:
        """Normalised form of token ``i``, "" outside the page."""
        return self.page.form(i)

    def is_word(self, i: int) -> bool:
        """Whether token ``i`` is a word or number."""
        return self.page.is_word(i)

    def comma(self, i: int) -> bool:
        """Whether token ``i`` is a comma."""
        return self.page.form(i) in COMMAS

    def named_at(self, i: int) -> Reference | None:
        """The reference that begins at ``i``, or behind the noun for an outlet there («وكالة X»)."""
        media = self.role(i, "media")
        return self.starts(i) or (self.starts(media) if media else None)

    def role(self, i: int, *names: str) -> int:
        """One past the phrase at ``i`` that has the first of these roles it has at all, or 0."""
        held = self.roles.get(i)
        if held:
            for name in names:
                if name in held:
                    return held[name]
        return 0

    def ends(self, i: int) -> bool:
        """Whether a mark that ends a sentence or a part of it stands at ``i``, none behind an initial: «ب. فلان»."""
        initial = self.form(i) == "." and self.is_word(i - 1) and len(self.form(i - 1)) == 1
        return self.form(i) in ENDS and not initial

    def starts(self, i: int) -> Reference | None:
        """The reference that begins at token ``i`` and is known to mean someone."""
        reference = self.cast.at(i)
        return reference if reference and reference.first == i and reference.entities else None

    def kind(self, source: str) -> str:
        """PER, ORG, LOC or FAC for an entity, LOC also for a state that is only referred to; "" for unnamed sources."""
        entity = self.cast.entity(source)
        if entity is None:
            return "LOC" if source.startswith("loc.") else ""
        return entity.type

    def told_before(self, i: int) -> bool:
        """Whether «ذلك» at token ``i`` stands for what was told, not before a noun: «ذلك الهجوم»."""
        return bool(self.role(i, "pointer")) and not self.form(i + 1).startswith("ال")

    def breaks(self, i: int) -> bool:
        """Whether a conjunction at ``i`` begins another clause («فيما», «في حين»); «قبل» alone is a preposition."""
        last = self.role(i, "clause")
        return bool(last) and (last > i + 1 or not self.role(i, "preposition"))

    def sentence(self, i: int) -> tuple[int, int]:
        """First token and one past the last of the sentence that holds token ``i``."""
        sentence = self.page.sentences[self.page.sentence_of[i]]
        return sentence.first, sentence.last

    def in_name(self, i: int) -> bool:
        """Whether token ``i`` is part of a name of several words, where it is no word of the language."""
        reference = self.cast.at(i)
        return reference is not None and reference.how == "name" and reference.last - reference.first > 1


def listen(page: Page, cast: Cast) -> Hearing:
    """What the rules need to know of the words of ``page``, without its cues."""
    hearing = Hearing(
        page,
        cast,
        {},
        {first - 1: last for first, last in page.quotations},
        {last: first - 1 for first, last in page.quotations},
        page.layers.get(LAYER, {}),
        page.layers.get(_INFORMANT, {}),
    )
    for i in sorted({*page.openings(LAYER), *page.layers.get("time", ())}):
        found = _roles(hearing, i)
        if found:
            hearing.roles[i] = found
    _bind(hearing.roles)
    return hearing


def _roles(hearing: Hearing, i: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for hit in hearing.page.phrases_of.get(LAYER, {}).get(i, ()):
        for sense in hit.senses:
            if role := sense.entry.get("role"):
                found.setdefault(role, hit.last)
    for sense in hearing.senses.get(i, ()):
        if (role := sense.entry.get("role")) and _fits(role, sense):
            found.setdefault(role, i + 1)
    if any(s.entry.get("kind") in _CALENDAR for s in hearing.page.layer(i, "time")):
        found.setdefault("time", i + 1)
    found = _unmistaken(hearing.page, i, found)
    if found.get("time", 0) > found.get("clause", i):
        found.pop("clause", None)  # «في وقت سابق» is no «في وقت …»
    if found and hearing.in_name(i):
        return {role: last for role, last in found.items() if role in _NAMED_ROLES}
    return found


def _unmistaken(page: Page, i: int, found: dict[str, int]) -> dict[str, int]:
    """The roles of token ``i`` without those of small words that it only folds like: «كيني», «والي»."""
    if page.form(i) == _WALI and _is_wali(page, i):
        return {}
    kenyan = any(s.pos == "nisba" and s.entry.layer == "names" for s in page.senses[i])
    return {role: last for role, last in found.items() if role not in _JOINING} if kenyan else found


def _is_wali(page: Page, i: int) -> bool:
    """Whether «والي» is the governor, in a text that writes «وإلى» otherwise."""
    return page.raw(i, i + 1) == _WALI and any(word in page.document.text for word in _TO)


def _fits(role: str, sense: Sense) -> bool:
    if role in _NOMINAL_ROLES:
        return True
    if sense.definite:
        return False
    return sense.clitics in (_THAT if role in ("that", "according") else _PLAIN)


def _bind(roles: dict[int, dict[str, int]]) -> None:
    """Take from words inside «قبل أن», «في حين» and their like what they would do alone."""
    for i, held in list(roles.items()):
        end = max((last for name, last in held.items() if name in _BINDING), default=0)
        for k in range(i + 1, end):
            for name in _ALONE:
                roles.get(k, {}).pop(name, None)
