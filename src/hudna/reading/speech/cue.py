"""Words and phrases that report speech."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudna.lexicon import Entry, Sense
from hudna.reading.finite import is_behind_that, is_circumstance
from hudna.reading.grammar import load_grammar
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.speaker import named_person, read_speaker

_ACCUSATIVE = ("ا", "ه", "ين")  # endings of a participle that goes on reporting: «مؤكدا», «مؤكدة», «مؤكدين»
_LONGEST_SPEAKER = 6  # tokens of a noun phrase before «يتوقع»
_LONGEST_TURN = 6  # tokens of «من جهته،» and its like before the verb
_OF_SPEAKER = frozenset({"ه", "ها", "هم", "هما"})  # pronouns by which a masdar names its speaker: «قوله»


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that reports what someone says.

    Attributes:
        first: its first token.
        last: one past its last token.
        entry: the word of saying, or the phrase.
        kind: verb, participle, masdar (with the speaker as its pronoun or behind it), according or according_clause.
        sense: how the word is inflected.
        transmits: the same form read as «reports for another» («نقلت … عن»), if it can be.

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
        return self.sense.clitics.startswith(("و", "ف"))

    @property
    def addressee(self) -> str:
        """Whether it takes a person or body as object: "", optional or required."""
        return str(self.entry.get("addressee", ""))

    @property
    def takes(self) -> tuple[str, ...]:
        """What may open its content: that, quote, object or prepositions."""
        return tuple(self.entry.get("takes", ()))

    @property
    def several(self) -> bool:
        """Whether its form says that several speak."""
        return self.sense.number in ("du", "pl")


def find_cues(hearing: Hearing) -> Iterator[Cue]:
    """Every word or phrase that may report speech, in order; furniture and the reporter's own voice are passed over."""
    page, skip_to = hearing.page, 0
    for i in sorted({*hearing.senses, *hearing.roles}):
        if i < skip_to or page.sentence_of[i] in page.furniture or hearing.in_name(i):
            continue
        if passed := _passed_over(hearing, i):
            skip_to = passed
        elif cue := _cue_at(hearing, i):
            skip_to = cue.last
            yield cue


def _passed_over(hearing: Hearing, i: int) -> int:
    """One past words that report nothing by themselves, or 0; «يتوقع مراقبون أن» has a speaker."""
    if passed := hearing.role(i, "own_words", "anonymous"):
        return passed
    called = hearing.role(i, "called")
    if called and named_person(hearing, called) and _ends_speaker(hearing, i):
        return called
    passed = hearing.role(i, "own_voice")
    if not passed or hearing.role(passed - 1, "that"):
        return passed
    spoken = read_speaker(hearing, passed) is not None or _ends_speaker(hearing, i)
    return 0 if spoken else passed


def _ends_speaker(hearing: Hearing, i: int) -> bool:
    """Whether a speaker stands right before token ``i``."""
    for k in range(i - 1, max(i - _LONGEST_SPEAKER, -1), -1):
        if not hearing.is_word(k):
            return False
        speaker = read_speaker(hearing, k)
        if speaker and speaker.last == i:
            return not hearing.role(k - 1, "preposition")
    return False


def _cue_at(hearing: Hearing, i: int) -> Cue | None:
    kinds = ((hearing.role(i, kind), kind) for kind in ("according", "according_clause"))
    last, kind = max(kinds, key=lambda found: found[0])  # «كما جاء في», not «كما»
    if last:
        phrase = _phrase_sense(hearing, i, kind)
        return Cue(i, last, phrase.entry, kind, phrase) if phrase else None
    if (goes_on := next((s for s in hearing.senses.get(i, ()) if s.entry.get("goes_on")), None)) is not None:
        return Cue(i, i + 1, goes_on.entry, "participle", goes_on)
    verbs = [s for s in hearing.senses.get(i, ()) if s.pos == "verb"]
    if verbs and hearing.page.raw(i, i + 1).endswith("ة"):  # «دعوة» folds like «دعوه»
        verbs = []
    own = [s for s in verbs if not s.entry.get("role")]
    on_paper = bool(hearing.role(i + 1, "preposition"))  # «ورد في بيان», but «ورد الوزير بأن …»
    verb = next((s for s in own if on_paper or not s.entry.get("needs_document")), next(iter(own), None))
    passing = (s for s in verbs if s.entry.get("role") == "transmit" and not (s.pronoun and s.entry.get("bare")))
    transmits = next(passing, None)
    sense = verb or transmits
    if sense is None:
        return _nominal(hearing, i)
    if (
        _governed(hearing, i)
        or (sense.pronoun and _behind_source(hearing, i))
        or (sense.entry.get("belongs") and _belongs(hearing, i))
    ):
        return None
    if not _asserted(hearing, i, sense) or (hearing.role(i, "preposition") and not _opens_sentence(hearing, i)):
        return None
    return Cue(i, i + 1, sense.entry, "verb", sense, transmits.entry if transmits else None)


def _behind_source(hearing: Hearing, i: int) -> bool:
    """«مصدر وصفته بالمطلع»: an indefinite source that the outlet describes."""
    return any(s.entry.get("en") and not s.definite for s in hearing.informants.get(i - 1, ()))


def _belongs(hearing: Hearing, i: int) -> bool:
    """Whether a form says to whom the noun before it belongs: «موقع تابع لها»."""
    described = hearing.is_word(i - 1) and not hearing.form(i).startswith(("و", "ف"))
    form, grammar = hearing.form(i + 1), load_grammar(hearing.page.document.language)
    return described and (form.startswith("لل") or form in grammar.to_them)


def _governed(hearing: Hearing, i: int) -> bool:
    """«على أمل أن»: behind a preposition stands a noun, however it is spelled; «حتى» and «منذ» precede verbs too."""
    before = 0 < i == hearing.role(i - 1, "preposition") and not hearing.role(i - 1, "clause", "since", "relative")
    return before and not any(s.pronoun for s in hearing.senses.get(i - 1, ()))


def _opens_sentence(hearing: Hearing, i: int) -> bool:
    """A form that is mostly a preposition («عبر», «بين») is a verb at the beginning of its sentence or before «أن».

    «كما بين», «من جهته، عبر» begin as well.
    """
    first, _ = hearing.sentence(i)
    if i == first or hearing.role(i + 1, "that") or (hearing.comma(i - 1) and i - first <= _LONGEST_TURN):
        return True
    return i == first + 1 and bool(hearing.role(first, "auxiliary", "also"))


def _phrase_sense(hearing: Hearing, i: int, role: str) -> Sense | None:
    hits = (s for hit in hearing.page.phrases.get(i, ()) for s in hit.senses)
    return next((s for s in (*hits, *hearing.senses.get(i, ())) if s.entry.get("role") == role), None)


def _nominal(hearing: Hearing, i: int) -> Cue | None:
    """An indefinite participle that goes on reporting, or a masdar with its speaker («قوله», «تأكيد الجيش»)."""
    if hearing.role(i - 1, "negation"):
        return None
    for sense in hearing.senses.get(i, ()):
        if sense.entry.get("role") or sense.definite:
            continue
        if sense.pos == "masdar" and is_circumstance(hearing.page, i):
            continue
        if sense.pos == "masdar" and sense.pronoun and sense.clitics[-1:] == "ب" and sense.entry.get("as_what"):
            continue  # «تستهدف الشرطة بوصفها الهدف الأسهل»
        if sense.pos == "active" and not sense.pronoun and not sense.clitics and hearing.form(i).endswith(_ACCUSATIVE):
            return Cue(i, i + 1, sense.entry, "participle", sense)
        if sense.pos == "masdar" and (sense.pronoun in _OF_SPEAKER or (not sense.pronoun and hearing.starts(i + 1))):
            return Cue(i, i + 1, sense.entry, "masdar", sense)
    return None


def act_of_speaker(hearing: Hearing, i: int) -> Cue | None:
    """The masdar at token ``i`` behind the name of its speaker: «نقلت وكالة X عن Y نفيه …», also spelled as a verb."""
    cue = hearing.cues.get(i)
    if cue is None or cue.kind == "masdar":
        return cue
    if cue.kind != "verb" or not cue.sense.pronoun or cue.joined:
        return None
    act = _nominal(hearing, i)
    return act if act and act.kind == "masdar" else None


def _asserted(hearing: Hearing, i: int, sense: Sense) -> bool:
    """Whether the verb tells of a speech that took place: not denied, not future, not the wish or plan of another."""
    negated = bool(sense.entry.get("negated"))
    if sense.tense == "future" or sense.person != "3" or (sense.tense == "jussive" and not negated):
        return False
    if (hearing.role(i - 1, "negation") and not negated) or _is_remark(hearing, i):
        return False
    if hearing.role(i - 1, "that") and any(s.pronoun for s in hearing.senses.get(i - 1, ()) if s.entry.id == "that"):
        return False  # «قال إنه يرفض …»: what he says he does belongs to what he says
    masdar = any(s.pos == "masdar" and not s.pronoun for s in hearing.page.senses[i])
    grammar = load_grammar(hearing.page.document.language)
    if masdar and sense.tense == "past" and is_behind_that(hearing.page, grammar, i):
        return False  # «يرون أن | رفض الحركة كان …»
    if masdar and not sense.clitics and _is_judged(hearing, i):
        return False  # «اعتبر الوزير | طلب القيادة صائبا»
    present = sense.tense in ("present", "jussive")
    return not (present and ("ل" in sense.clitics or hearing.role(i - 1, "that", "subjunctive")))


def _is_judged(hearing: Hearing, i: int) -> bool:
    """Whether only its subject stands between a verb of opinion and token ``i``: «اعتبر وزير الدفاع | طلب …»."""
    for k in range(i - 1, max(i - 1 - _LONGEST_SPEAKER, -1), -1):
        if not hearing.is_word(k) or hearing.role(k, "that"):
            return False
        if any(s.pos == "verb" and s.entry.get("force") == "opinion" for s in hearing.senses.get(k, ())):
            return k + 1 < i
    return False


def _is_remark(hearing: Hearing, i: int) -> bool:
    """Whether token ``i`` says what the people before it are thought to be: «مسلحين | يعتقد أنهم من الحركة»."""
    page, grammar = hearing.page, load_grammar(hearing.page.document.language)
    if page.form(i) not in grammar.suspecting or page.form(i + 1) not in grammar.suspected & grammar.pronominal:
        return False
    people = (*page.layer(i - 1, "crowd"), *page.layer(i - 1, "casualty"))
    return bool(people) and not any(s.definite or s.pos == "verb" for s in people)
