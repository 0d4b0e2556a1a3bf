"""What the steps of recognising mentions share: a page with its word lists, and what has been found on it."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from hudna.lexicon import Entry, Hit, Sense
from hudna.lexicon.nameword import NameWords
from hudna.reading.finite import says
from hudna.reading.page import Page
from hudna.text import TokenKind

PLURALS = ("ون", "ين", "ات")  # sound endings of several, which no name of one has
SOUND = ("ون", "ين", "ان")  # sound endings of several men, or of two
_BODY = 3  # words back to the noun of the body whose state an adjective tells: «الطيران الحربي المالي»
# letters of no name, and the ending of an indefinite accusative; «پ چ ژ ڤ گ» are used for foreign names in Arabic too
_ALIEN = re.compile("[ٹڈڑںےھۀێۆەېۇۈڵڕٿڇڊڍڏڻ\N{ARABIC FATHATAN}]")
# layers of nouns that an adjective of a state describes
_DESCRIBED = frozenset({"role", "casualty", "crowd", "loss", "weapon", "event", "place_head"})
_REMEMBERED = 1 << 15  # forms of which it is remembered whether they have the article


@dataclass(frozen=True, slots=True)
class Office:
    """An office that stands with a name: its words, the state or party it is of, and its tokens."""

    id: str
    unique: bool
    of: str | None
    first: int
    last: int
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is known whom it means. Positions are tokens.

    Attributes:
        first: first token of the name.
        last: one past its last token.
        type: PER, ORG, LOC or FAC.
        rule: id of the rule that found it.
        cut: letters of the first token that stand before the name.
        entry: its entry in the lexicon.
        field: the field of the entry that held the name («names», «capital», «family», «weak», «acronyms»,
            «epithet»); of a body told by a noun «own» for «قواتنا», «land» for that of the government of the land.
        side: state or party as far as the words tell.
        kind: class of body («army», «foreign-ministry»), "" where only the whole name tells bodies apart.
        bare: the head noun alone («الوزارة»).
        office: the office before or after the name of a person.
        begin: first token of the whole noun phrase.
        end: one past its last token.

    """

    first: int
    last: int
    type: str
    rule: str
    cut: int = 0
    entry: Entry | None = None
    field: str = ""
    side: str | None = None
    kind: str = ""
    bare: bool = False
    office: Office | None = None
    begin: int = -1
    end: int = -1

    @property
    def extent(self) -> tuple[int, int]:
        """Tokens of the whole noun phrase."""
        return (self.begin if self.begin >= 0 else self.first, self.end if self.end >= 0 else self.last)


@dataclass(frozen=True, slots=True)
class Scene:
    """A page and the word lists of its language.

    What the lexicon says of the words is gathered once for a layer, when it is first asked for.
    """

    page: Page
    words: NameWords
    writes_ali: bool = False  # the text tells the name «علي» from the preposition «على»
    dotless: bool = False  # the text writes every final «ي» as «ى»
    anchored: frozenset[str] = frozenset()  # places with a common word for a name that the document surely names
    absent: frozenset[str] = frozenset()  # bodies by whose name others go too, of whose land nothing is told
    _hits: dict[str, dict[int, Hit]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _alien: set[int] = field(default_factory=set, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the words with letters of other languages."""
        starts, tokens = self.page.starts, self.page.tokens
        for letter in _ALIEN.finditer(self.page.document.text):
            at = bisect_right(starts, letter.start()) - 1
            if at >= 0 and letter.start() < tokens[at].span.end:
                self._alien.add(at)

    def form(self, i: int) -> str:
        """Normalised form of token ``i``, "" outside the document."""
        forms = self.page.forms  # asked more often than anything else
        return forms[i] if 0 <= i < len(forms) else ""

    def is_arabic(self, i: int) -> bool:
        """Whether token ``i`` is a word in Arabic letters."""
        tokens = self.page.tokens
        return 0 <= i < len(tokens) and tokens[i].kind is TokenKind.WORD

    def is_native(self, i: int) -> bool:
        """Whether token ``i`` is an Arabic word without letters that names never have, as those of Urdu and Kurdish."""
        return self.is_arabic(i) and i not in self._alien

    def is_verb(self, i: int) -> bool:
        """Whether the lexicon knows token ``i`` as a finite verb."""
        return i in self.page.verbs

    def is_told(self, i: int) -> bool:
        """Whether a verb of speech stands right before token ``i``."""
        return i - 1 in self.page.verbs and says(self.page, i - 1)

    def nisba(self, i: int) -> Sense | None:
        """The adjective of a state at ``i``, which says a side: «روسي», «الأذربيجانية»."""
        hit = self.nisbas.get(i)
        return hit.senses[0] if hit else None

    def nisba_side(self, i: int) -> str | None:
        """The side that an adjective of a state at ``i`` says; None for no such adjective."""
        nisba = self.nisba(i)
        return side_of(nisba.entry) if nisba is not None else None

    def nisba_hit(self, i: int) -> Hit | None:
        """The adjective of a state at ``i`` with its tokens: «الكوري الجنوبي» has two."""
        return self.nisbas.get(i)

    @property
    def nisbas(self) -> Mapping[int, Hit]:
        """All adjectives of states by their first token, in the order of the text."""
        held = self._hits.get("nisba")
        if held is None:
            found = ((i, self._nisba(i)) for i in sorted(self.page.openings("names")))
            held = self._hits["nisba"] = {i: hit for i, hit in found if hit}
        return held

    def _nisba(self, i: int) -> Hit | None:
        phrase = self.page.phrase(i, "names")
        if phrase is not None:
            return phrase
        senses = tuple(s for s in self.page.layer(i, "names") if s.pos == "nisba")
        if senses and not self.dotless and self.page.raw(i, i + 1).endswith("ى"):
            return None  # «اليمنى» is the right one, «المجرى» a course
        if senses and senses[0].entry.get("common_nisba") and not self._is_of_named_state(i, senses[0].entry):
            return None
        if (
            senses
            and self.form(i).endswith("ا")
            and any(s.pos == "names" for h in self.page.names.get(i, ()) for s in h.senses)
            and (senses[0].clitics or not self._describes(i))
        ):
            return None  # «روسيا»: the country, seldom the accusative of the adjective
        return Hit(i, i + 1, senses) if senses else None

    def _describes(self, i: int) -> bool:
        """Whether a word spelled as a country is the adjective of the accusative before it: «أسر جنديا تركيا».

        «رئيسا تركيا وروسيا» are two presidents.
        """
        before = (s for s in self.page.senses[i - 1] if s.entry.layer in _DESCRIBED) if i else ()
        noun = self.form(i - 1).endswith("ا") and any(s.pos in ("noun", "masdar") and not s.definite for s in before)
        another = self.form(i + 1).startswith("و") and bool(self.page.names.get(i + 1))
        return noun and not another

    def _is_of_named_state(self, i: int, state: Entry) -> bool:
        """Whether an adjective that is a word too tells of the state: a body's, or of one that the text names.

        «القوات المالية» and «الحكومة المالية» are Mali's, «وزارتي المالية والداخلية» nobody's.
        """
        of_state = any(s.entry.get("class") for k in range(i - _BODY, i) for s in self.page.layer(k, "body"))
        military = "ال" + self.form(i - 1).removeprefix("ال") in self.words.qualifiers  # «قافلة عسكرية مالية»
        return of_state or military or state.id in self.anchored

    def role(self, i: int) -> Hit | None:
        """The word or phrase for an office, a rank or an address at ``i``."""
        return self.layer_hit(i, "role")

    def layer_hit(self, i: int, layer: str) -> Hit | None:
        """The longest phrase, else the word, of a layer at ``i``."""
        held = self._hits.get(layer)
        return (self.hits(layer) if held is None else held).get(i)

    def hits(self, layer: str) -> Mapping[int, Hit]:
        """The longest phrases, else the words, of a layer by their first token, in the order of the text."""
        held = self._hits.get(layer)
        if held is None:
            found = ((i, self._layer_hit(i, layer)) for i in sorted(self.page.openings(layer)))
            held = self._hits[layer] = {i: hit for i, hit in found if hit}
        return held

    def _layer_hit(self, i: int, layer: str) -> Hit | None:
        hit = self.page.phrase(i, layer)
        if hit:
            return hit
        held = self.page.layer(i, layer)
        listed = any(s.pos == "phrase" for s in held)  # «الأخير» as such, not as a form of another word
        if not held or (self.form(i) in self.words.function and not listed):
            return None
        senses = tuple(s for s in held if not s.pronoun or layer == "deixis" or s.entry.id == "counterpart")
        return Hit(i, i + 1, senses) if senses else None

    def is_definite(self, i: int) -> bool:
        """Whether token ``i`` carries the article."""
        return is_definite(self.form(i))


def is_country(entity: str) -> bool:
    """Whether an id is that of a country: «loc.» and its ISO 3166-1 alpha-3 code."""
    return entity.startswith("loc.") and is_state(entity[4:])


def is_state(side: str | None) -> bool:
    """Whether a side is a state, by its ISO 3166-1 alpha-3 code, and no party."""
    return side is not None and len(side) == 3 and side.isascii() and side.isupper()  # noqa: PLR2004 - as the code has


@lru_cache(maxsize=_REMEMBERED)
def is_definite(form: str) -> bool:
    """Whether a form has the article, a particle before it or not: «الوزير», «والوزير», «للوزير»."""
    stem = form[1:] if form[:1] in "وف" and len(form) > 4 else form  # noqa: PLR2004 - conjunction, article and two letters
    if stem[:1] in "بك" and stem[1:3] == "ال":
        return len(stem) > 4  # noqa: PLR2004 - two letters behind the article: «كاله» is the rest of «وكالة»
    return stem.startswith(("ال", "لل")) and len(stem) > 3  # noqa: PLR2004


def side_of(entry: Entry) -> str | None:
    """The state or party an entry of the lexicon belongs to: a country to itself, a disputed place to nobody."""
    if entry.get("disputed"):
        return None
    if is_country(entry.id):
        return entry.id[4:]
    side: str | None = entry.get("side") or entry.get("country")
    return side
