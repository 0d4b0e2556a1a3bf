"""Words that report speech, and the small words around them, as the reporting layer of the lexicon knows them."""

from dataclasses import dataclass

from hudna.lexicon import Entry, Sense
from hudna.reading.cast import Cast
from hudna.reading.page import Page

LAYER = "reporting"
_THAT = frozenset({"", "و", "ف", "ب", "وب", "فب"})  # «بأن», «وأن»; «لأن» gives a reason
_PLAIN = frozenset({"", "و", "ف"})
_BINDING = ("clause", "negation", "preposition")  # «قبل أن», «إلا أن»: their «أن» opens no reported clause
_NAMED_ROLES = frozenset({"media", "occasion"})  # what a word may be inside a name («وكالة الأناضول»)
_CALENDAR = frozenset({"month", "hijri", "weekday", "day", "part"})
_DEFINITE_ROLES = frozenset({"occasion", "paper", "mutual", "time", "media"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that reports what someone says.

    Attributes:
        first: its first token.
        last: one past its last token.
        entry: the word of saying, or the phrase.
        kind: verb, participle, masdar (with the pronoun of the speaker), according or according_clause.
        sense: how the word is inflected.
        transmits: the same form read as «reports on behalf of» («نقلت … عن»), if it can be.

    """

    first: int
    last: int
    entry: Entry
    kind: str
    sense: Sense
    transmits: Entry | None = None

    @property
    def joined(self) -> bool:
        """Whether «و» or «ف» joins it to what stands before."""
        return self.sense.clitics[:1] in ("و", "ف") and bool(self.sense.clitics)


@dataclass(frozen=True, slots=True)
class Words:
    """What the rules know of the small words of a page: by token, for each role the token after its phrase."""

    roles: dict[int, dict[str, int]]
    closings: dict[int, int]  # opening quotation mark → closing one
    openings: dict[int, int]  # and back

    def role(self, i: int, name: str) -> int:
        """One past the phrase of this role that begins at token ``i``, or 0."""
        return self.roles.get(i, {}).get(name, 0)

    def any_role(self, i: int, *names: str) -> int:
        """The first of several roles at ``i``, as ``role``."""
        held = self.roles.get(i)
        return next((held[n] for n in names if n in held), 0) if held else 0


def read_words(page: Page, cast: Cast) -> Words:
    """The function words of ``page``; what the cast takes as a name («بان كي مون») is none."""
    roles: dict[int, dict[str, int]] = {}
    for i in range(len(page.tokens)):
        found: dict[str, int] = {}
        for hit in page.phrases.get(i, ()):
            for sense in hit.senses:
                if sense.entry.layer == LAYER and (role := sense.entry.get("role")):
                    found.setdefault(role, hit.last)
        for sense in page.senses[i]:
            if sense.entry.layer == LAYER and (role := sense.entry.get("role")) and _fits(role, sense):
                found.setdefault(role, i + 1)
        if any(s.entry.layer == "time" and s.entry.get("kind") in _CALENDAR for s in page.senses[i]):
            found.setdefault("time", i + 1)
        if _in_name(cast, i):
            found = {role: last for role, last in found.items() if role in _NAMED_ROLES}
        if found.get("time", 0) > found.get("clause", i):
            found.pop("clause", None)  # «في وقت سابق» is no «في وقت …»
        if found:
            roles[i] = found
    for i in [i for i, held in roles.items() if any(last > i + 1 for name, last in held.items() if name in _BINDING)]:
        for k in range(i + 1, max(last for name, last in roles[i].items() if name in _BINDING)):
            roles.get(k, {}).pop("that", None)
    return Words(roles, {f - 1: last for f, last in page.quotations}, {last: f - 1 for f, last in page.quotations})


def _fits(role: str, sense: Sense) -> bool:
    if sense.definite and role not in _DEFINITE_ROLES:
        return False
    if role == "that":
        return sense.clitics in _THAT
    return role in _DEFINITE_ROLES or sense.clitics in _PLAIN or role == "according"


def _in_name(cast: Cast, i: int) -> bool:
    reference = cast.at(i)
    return reference is not None and reference.how == "name" and reference.last - reference.first > 1


def find_cues(page: Page, cast: Cast, words: Words) -> tuple[Cue, ...]:
    """Every word or phrase of ``page`` that may report speech, in order; furniture is passed over."""
    out: list[Cue] = []
    skip_to = 0
    for number, sentence in enumerate(page.sentences):
        if number in page.furniture:
            continue
        for i in range(max(sentence.first, skip_to), sentence.last):
            if i < skip_to or not page.is_word(i) or _in_name(cast, i):
                continue
            if passed := words.any_role(i, "own_voice", "own_words"):
                skip_to = passed
                continue
            cue = _cue_at(page, words, i)
            if cue:
                out.append(cue)
                skip_to = cue.last
    return tuple(out)


def _cue_at(page: Page, words: Words, i: int) -> Cue | None:
    for kind in ("according_clause", "according"):
        if last := words.role(i, kind):
            phrase = _phrase_sense(page, i, kind)
            return Cue(i, last, phrase.entry, kind, phrase) if phrase else None
    verb = transmits = None
    other: Cue | None = None
    for sense in page.layer(i, LAYER):
        role = sense.entry.get("role")
        if sense.pos == "verb" and role == "transmit":
            transmits = transmits or sense
        elif role is None and sense.pos == "verb":
            verb = verb or sense
        elif role is None and other is None and (kind := _nominal_kind(page, words, i, sense)):
            other = Cue(i, i + 1, sense.entry, kind, sense)
    if verb is None and transmits is None:
        return other
    sense = verb or transmits
    assert sense is not None  # noqa: S101 - one of the two is set
    if not _asserted(page, words, i, sense) or (words.role(i, "preposition") and not _opens_clause(page, words, i)):
        return None
    return Cue(i, i + 1, sense.entry, "verb", sense, transmits.entry if transmits else None)


def _opens_clause(page: Page, words: Words, i: int) -> bool:
    """A form that is mostly a preposition («عبر», «بين») is a verb at the beginning of its sentence."""
    first = page.sentences[page.sentence_of[i]].first
    return i == first or (i == first + 1 and bool(words.role(first, "auxiliary")))


def _phrase_sense(page: Page, i: int, role: str) -> Sense | None:
    for hit in page.phrases.get(i, ()):
        for sense in hit.senses:
            if sense.entry.get("role") == role:
                return sense
    return next((s for s in page.layer(i, LAYER) if s.entry.get("role") == role), None)


def _nominal_kind(page: Page, words: Words, i: int, sense: Sense) -> str:
    """Participles go on reporting where they are indefinite; a masdar reports where it names its speaker («قوله»)."""
    if sense.definite or sense.clitics not in _PLAIN and sense.pos != "masdar":
        return ""
    if words.role(i - 1, "negation"):
        return ""
    if sense.pos == "active" and not sense.pronoun and not sense.clitics:
        return "participle" if page.form(i).endswith(("ا", "ه", "ين")) else ""
    if sense.pos == "masdar" and sense.pronoun in ("ه", "ها", "هم", "هما"):
        return "masdar"
    return ""


def _asserted(page: Page, words: Words, i: int, sense: Sense) -> bool:
    """Whether the verb tells of a speech that took place: not denied, not future, not the complement of another verb."""
    if sense.tense == "future" or (sense.tense == "jussive" and not sense.entry.get("negated")):
        return False
    if sense.tense in ("present", "jussive") and "ل" in sense.clitics:
        return False
    if sense.person != "3":
        return False
    if words.role(i - 1, "that") and _pronoun_after_that(page, i - 1):
        return False  # «قال إنه يرفض …»: what he says he does belongs to what he says
    if words.role(i - 1, "negation") and not sense.entry.get("negated"):
        return False
    return not (sense.tense == "present" and words.any_role(i - 1, "that", "subjunctive"))


def _pronoun_after_that(page: Page, i: int) -> bool:
    return any(s.pronoun for s in page.layer(i, LAYER) if s.entry.get("role") == "that")
