"""A word of saying with what belongs to it: subject, opening of the content, and where its clause begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.reading.cast import Cast
from hudna.reading.clause import Complement, complement
from hudna.reading.cue import Cue, Words
from hudna.reading.page import Page
from hudna.reading.speaker import (
    Speaker,
    person_after_title,
    read_speaker,
    skip_circumstances,
    subject_after,
    subject_before,
)

_FARTHEST_START = 40  # tokens back to the beginning of a clause
_FARTHEST_APPOSITION = 25  # tokens between a name and «أن»
_WEAK_REACH = 8  # tokens after which a word that is often something else opens no content
_LONGEST_ASCRIBED = 6  # tokens of the noun phrase before «نسبه»
_COMMAS = frozenset("،,")
_STARTS = frozenset(":؛(/-–—\"«“„'‘.!?؟…")


@dataclass(frozen=True, slots=True)
class Statement:
    """One reporting word in its clause.

    Attributes:
        cue: the word.
        start: first token of its clause.
        end: one past the last token of its sentence.
        subject: who says it, where the clause names one.
        before: the subject stands before the verb.
        opening: what opens the content; None for a source that only follows («بحسب X»).
        relayed_by: the outlet or agency that reports for the subject («نقلت وكالة X عن Y»).

    """

    cue: Cue
    start: int
    end: int
    subject: Speaker | None
    before: bool
    opening: Complement | None
    relayed_by: Speaker | None = None


def read_statement(page: Page, cast: Cast, words: Words, cue: Cue, cues: dict[int, Cue]) -> Statement:
    """The clause around a verb, participle or masdar of saying."""
    sentence = page.sentences[page.sentence_of[cue.first]]
    start = clause_start(page, words, cue.first, sentence.first)
    if cue.transmits and (statement := _transmitted(page, cast, words, cue, start, sentence.last, cues)):
        return statement
    if cue.entry.get("role") == "transmit":
        return Statement(cue, start, sentence.last, None, before=False, opening=None)
    before = _before(page, cast, words, cue, start)
    after = None if before or cue.kind != "verb" else _after(page, cast, words, cue, sentence.last, cues)
    at = after.last if after else cue.last
    opening = complement(page, cast, words, cue, at, sentence.last, cues)
    if after and opening and _is_object(cue, after, opening):
        after, opening = None, complement(page, cast, words, cue, cue.last, sentence.last, cues)
    one = cue.kind == "verb" and cue.sense.number == "sg" and not cue.entry.get("addressee")
    if opening and not before and not after and one and not _impersonal(cue):
        after, opening = _titled(page, cast, words, cue, opening, sentence.last, cues)
    if after and opening and opening.kind == "object":
        opening = _behind_apposition(page, cast, words, cue, after, opening, sentence.last, cues)
    if opening and not _reports(page, words, cue, before or after, opening, start):
        opening = None
    if cue.entry.get("needs_document") and not (after and after.paper or _in_paper(page, words, cue, opening)):
        opening = None
    return Statement(cue, start, sentence.last, before or after, bool(before), opening)


def _titled(
    page: Page, cast: Cast, words: Words, cue: Cue, opening: Complement, end: int, cues: dict[int, Cue]
) -> tuple[Speaker | None, Complement]:
    """A person named behind a title that the cast does not know, with the opening that follows the name."""
    reach = opening.opened if opening.kind != "object" else _reach(page, words, cue.last, end)
    person = person_after_title(page, cast, words, cue.last, reach)
    if person is None or opening.kind != "object":
        return person, opening
    behind = complement(page, cast, words, cue, person.last, end, cues)
    return (person, behind) if behind and behind.kind != "object" else (None, opening)


def _behind_apposition(
    page: Page, cast: Cast, words: Words, cue: Cue, subject: Speaker, opening: Complement, end: int, cues: dict[int, Cue]
) -> Complement:
    """«أعلن فلان مدير المنظمة … أن»: behind a person's name stands what he is, and «أن» opens the content."""
    entity = cast.entity(subject.sources[0]) if subject.sources else None
    if opening.first != subject.last or entity is None or entity.type != "PER" or cue.entry.get("addressee"):
        return opening
    for k in range(opening.first, min(end, opening.first + _FARTHEST_APPOSITION)):
        if (k in cues and cues[k].kind == "verb") or page.form(k) in _STARTS - {'"', "«"}:
            break
        if last := words.role(k, "that"):
            return Complement("that", last, k)
    return opening


def _reports(page: Page, words: Words, cue: Cue, subject: Speaker | None, opening: Complement, start: int) -> bool:
    """Whether a form that is often something else reports speech here."""
    adjacent = opening.opened <= cue.last + 1 and opening.kind != "object"
    if cue.kind == "participle":
        if page.form(cue.first - 1) in _COMMAS or adjacent or cue.first == page.sentences[page.sentence_of[cue.first]].first:
            return True
        return page.form(cue.first).endswith("ا") and (opening.kind != "object" or bool(cue.entry.get("addressee")))
    if opening.kind == "object" and cue.kind == "verb" and not cue.entry.get("addressee"):
        if words.role(cue.first - 1, "relative") or (cue.sense.tense == "present" and cue.entry.get("force") == "opinion"):
            return False  # «الذين رفضوا خوض المعركة», «تعتبر روسيا عضوا»
    if cue.sense.pronoun and not cue.entry.get("addressee") and cue.kind == "verb":
        return bool(words.role(cue.first - 1, "relative")) and opening.kind in ("that", "quote", "colon") and not cue.entry.get("weak")
    if cue.sense.tense == "present" and cue.entry.get("force") == "opinion" and subject is None and not cue.joined:
        return False  # «الذي يعتبر خرقا»: spelled as the active, meant as the passive
    if cue.entry.get("weak") and cue.kind == "verb":
        in_paper = any(s.pronoun and s.entry.get("role") == "preposition" for s in page.layer(cue.last, "reporting"))
        if subject is None and not (cue.joined and adjacent) and not in_paper:
            return False  # «طلب فيه دعم …» speaks in a paper named before
        if in_paper:
            return True
        behind = subject.last if subject and subject.last > cue.last else cue.last
        if opening.opened - behind > _WEAK_REACH:
            return False
        return opening.kind != "object" or "object" in cue.entry.get("takes", ()) and subject is not None and subject.first >= start
    return True


def clause_start(page: Page, words: Words, i: int, floor: int) -> int:
    """The first token of the clause that holds token ``i``."""
    opened = words.openings
    k = i
    while k > max(floor, i - _FARTHEST_START):
        k -= 1
        if k in opened and opened[k] >= floor:
            k = opened[k]
            continue
        if page.form(k) in ("\"", "'") and k == i - 1:
            k = next((m for m in range(k - 1, max(floor, k - 8), -1) if page.form(m) == page.form(k)), k)
            continue
        if page.form(k) in _STARTS:
            return k + 1
        if last := words.any_role(k, "that", "auxiliary", "clause"):
            if last <= i and not _is_particle(page, words, k):
                return last
    return max(floor, i - _FARTHEST_START)


def _is_particle(page: Page, words: Words, i: int) -> bool:
    """«قد» and its like stand between a subject and its verb and open no clause."""
    return bool(words.role(i, "auxiliary")) and not any(s.pos == "verb" for s in page.layer(i, "reporting"))


def _before(page: Page, cast: Cast, words: Words, cue: Cue, start: int) -> Speaker | None:
    if cue.kind != "verb" or start >= cue.first:
        return None
    if words.role(cue.first - 1, "relative"):
        return _antecedent(page, cast, words, cue)
    if cue.joined and page.form(start - 1) != "اما":
        return None
    speaker = subject_before(page, cast, words, cue, start) or _adjacent(page, cast, words, cue)
    return speaker if speaker and agrees(cue, speaker, before=True) else None


def _antecedent(page: Page, cast: Cast, words: Words, cue: Cue) -> Speaker | None:
    """The noun phrase that «الذي» goes back to: «الأنباء التي تحدثت عن …», «المصدر الذي أضاف أن …»."""
    if not words.role(cue.first - 1, "which"):
        return None
    for k in range(cue.first - 2, max(cue.first - 6, 0), -1):
        speaker = read_speaker(page, cast, words, k)
        if speaker and speaker.sources and speaker.last == cue.first - 1 and agrees(cue, speaker, before=True):
            return speaker
    return None


def _adjacent(page: Page, cast: Cast, words: Words, cue: Cue) -> Speaker | None:
    """A subject right before its verb, joined to what stands before: «… وأرمينيا تؤكد»."""
    i = cue.first - 1
    while words.role(i, "auxiliary"):
        i -= 1
    reference = cast.at(i)
    if reference is None or not reference.entities or reference.last != i + 1 or words.role(reference.first - 1, "preposition"):
        return None
    speaker = read_speaker(page, cast, words, reference.first)
    joined = page.form(reference.first).startswith("و") or words.any_role(reference.first - 1, "that", "clause")
    return speaker if joined and speaker and speaker.last <= cue.first else None


def _after(page: Page, cast: Cast, words: Words, cue: Cue, end: int, cues: dict[int, Cue]) -> Speaker | None:
    if cue.sense.number in ("pl", "du") or cue.sense.pronoun in ("ني", "نا"):
        return None
    speaker = subject_after(page, cast, words, cue.last, _reach(page, words, cue.last, end))
    if speaker is None or not agrees(cue, speaker, before=False):
        return None
    return None if any(k in cues and cues[k].kind == "verb" for k in range(cue.last, speaker.first)) else speaker


def _reach(page: Page, words: Words, at: int, end: int) -> int:
    """How far a subject may stand behind its verb: up to what opens the content."""
    for k in range(at, min(end, at + _FARTHEST_START)):
        if words.any_role(k, "that", "clause") or page.form(k) in ".:؛":
            return k
    return min(end, at + _FARTHEST_START)


def agrees(cue: Cue, speaker: Speaker, *, before: bool) -> bool:
    """Whether verb and subject agree in gender, and in number where the subject stands first."""
    sense = cue.sense
    if sense.gender and speaker.gender and sense.gender != speaker.gender and not speaker.plural:
        return False
    if not before:
        return True
    if sense.number in ("pl", "du"):
        return speaker.plural or len(speaker.sources) > 1
    return len(speaker.sources) < 2 or sense.gender == "f"  # noqa: PLR2004 - joint speakers take a plural or dual verb


def _is_object(cue: Cue, speaker: Speaker, opening: Complement) -> bool:
    """«واتهم أوكرانيا بشن …»: with one noun phrase before the preposition, a verb that needs an object has no subject."""
    return cue.entry.get("addressee") == "required" and opening.opened == speaker.last and opening.kind == "preposition"


def _impersonal(cue: Cue) -> bool:
    return cue.sense.tense == "present" and cue.entry.get("weak", False)


def _in_paper(page: Page, words: Words, cue: Cue, opening: Complement | None) -> bool:
    """«جاء في بيان …»: the paper follows in a phrase with a preposition."""
    last = opening.opened if opening else min(cue.last + 8, len(page.tokens))
    return any(s.entry.get("document") for k in range(cue.last, last) for s in page.layer(k, "reporting"))


def issuer_in_phrase(page: Page, cast: Cast, words: Words, cue: Cue, last: int) -> Speaker | None:
    """The paper in «جاء في بيان لوزارة الدفاع», read as a speaker."""
    for k in range(cue.last, last):
        if any(s.entry.get("document") for s in page.layer(k, "reporting")):
            speaker = read_speaker(page, cast, words, k)
            return speaker if speaker and speaker.paper else None
    return None


def _transmitted(page: Page, cast: Cast, words: Words, cue: Cue, start: int, end: int, cues: dict[int, Cue]) -> Statement | None:
    """«نقلت وكالة X عن Y قوله إن …», «ونسبت الوكالات إلى Y قوله …»."""
    assert cue.transmits is not None  # noqa: S101 - the caller asks only then
    if cue.sense.pronoun and cue.transmits.get("ascribes"):
        return _ascribed(page, cast, words, cue, start, end, cues)
    before = _before(page, cast, words, cue, start)
    relay = before or _after(page, cast, words, cue, end, cues)
    i = relay.last if relay and not before else cue.last
    i = _preposition(page, words, i, end, cue.transmits.get("from", ()))
    if not i:
        return None
    speaker = read_speaker(page, cast, words, i) or person_after_title(page, cast, words, i, min(end, i + 10))
    at = speaker.last if speaker else i
    k, said = _own_saying(cues, at, end)
    if said:
        opening = complement(page, cast, words, said, said.last, end, cues)
        return Statement(said, start, end, speaker, False, opening, relay) if opening else None
    opening = complement(page, cast, words, _as_announced(cue, cues), skip_circumstances(page, words, at, end), end, cues) if speaker else None
    return Statement(cue, start, end, speaker, False, opening, relay) if opening else None


def _ascribed(page: Page, cast: Cast, words: Words, cue: Cue, start: int, end: int, cues: dict[int, Cue]) -> Statement | None:
    """«هجوم نسبته السلطات إلى …»: what is ascribed stands before the verb and belongs to the content."""
    subject = _after(page, cast, words, cue, end, cues)
    if subject is None or not _preposition(page, words, subject.last, end, ("إلى", "ل")):
        return None
    first = cue.first - 1
    while first > start and page.is_word(first - 1) and not words.role(first - 1, "preposition") and cue.first - first < _LONGEST_ASCRIBED:
        first -= 1
    return Statement(cue, start, end, subject, before=False, opening=Complement("object", first, cue.first))


def _preposition(page: Page, words: Words, i: int, end: int, wanted: Sequence[str]) -> int:
    for k in range(i, min(end, i + 6)):
        if words.role(k, "that"):
            return 0
        if words.role(k, "preposition") and page.form(k).replace("الي", "إلى") in wanted:
            return k + 1
    return 0


def _own_saying(cues: dict[int, Cue], at: int, end: int) -> tuple[int, Cue | None]:
    """«قوله», «نفيه» behind the speaker, perhaps after an aside."""
    for k in range(at, min(end, at + 14)):
        if k in cues:
            return k, cues[k] if cues[k].kind == "masdar" else None
    return at, None


def _as_announced(cue: Cue, cues: dict[int, Cue]) -> Cue:
    """A verb of transmission takes the same openings as a verb of announcing."""
    entry = type(cue.entry)(cue.entry.layer, cue.entry.id, {"takes": ["that", "quote", "object"]})
    return Cue(cue.first, cue.last, entry, cue.kind, cue.sense)
