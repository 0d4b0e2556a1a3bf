"""What opens the content of a word of saying: «أن», a quotation, a colon, a preposition or the content itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.lexicon import Sense
from hudna.reading.grammar import load_grammar
from hudna.reading.speech.aside import past_outlet, skip_asides
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.hearing import ENDS, OPENING_QUOTES, Hearing
from hudna.reading.speech.speaker import Speaker, read_speaker
from hudna.text import TokenKind, fold
from hudna.text.clitic import ENCLITICS

SPOKEN = frozenset({"that", "quote", "colon", "plain"})  # openings that only words follow
_FARTHEST = 45  # tokens between a verb and what opens its content
_OBJECT_REACH = 16  # tokens of object before the preposition: «اتهم X بـ», and of a relative clause before the content
_OBJECT_HEAD = 3  # tokens of an object that tell what it is: «نحو 20 قتيلا»
_FROM = "من"
_FARTHEST_THAT = 12  # tokens of a speaker no one has read before «أن»
_SHORTEST_IMPERFECT = 4  # letters of an imperfect verb that the lexicon does not know; «يد» is none
_LONGEST_REMARK = 30  # tokens of «وهو …» up to its comma
_WE = ("present", "1", "pl")
_OWN_THAT = ("أ", "بأ")  # how the «that» begins of what is said itself
_LONGEST_APPOSITION = 6  # tokens of a name between commas
_LONGEST_TITLE = 8  # tokens of a name between quotation marks
_SHORTEST_CLAUSE = 3  # tokens said before «تقول الشرطة»
_LONGEST_AGE = 4  # tokens from mark to mark around «24 عاما»
_ONE_WORD = 2  # tokens from mark to mark around one word
_ROOT = 3  # letters of a past tense that its verbal noun is spelled like
_SHORTEST = 3  # letters of a word with its preposition
_CLITIC = frozenset("بل")


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a reported clause.

    Attributes:
        kind: that, quote, colon, plain (a main clause without any of these), preposition, object, or spoken where the
            words stand before their verb.
        first: first token of the content.
        opened: the token that opens it (the complementiser, mark or preposition; for an object its first word).
        cut: letters of the first token that are no part of the content («بحل» → «حل»).
        last: one past the last token of the content, where the opening settles it; else 0.

    """

    kind: str
    first: int
    opened: int
    cut: int = 0
    last: int = 0


def find_opening(hearing: Hearing, cue: Cue, at: int, end: int) -> Opening | None:
    """What opens the content of ``cue`` between tokens ``at`` and ``end``, or None where nothing is reported."""
    i = at
    direct = True  # nothing stands between the subject and token i that an object could not follow
    apposed = False  # a name between commas was passed: behind the second comma stands no other
    while i < min(end, at + _FARTHEST):
        if past := past_outlet(hearing, i, spoken=True) or _past_remark(hearing, i, end):
            i = past
        elif (found := _marked(hearing, cue, i, end)) and (direct or not _needs_to_be_near(hearing, cue, found)):
            return found
        elif _closed(hearing, cue, i):
            return None
        elif past := _past_aside(hearing, cue, i, end):
            direct = direct or hearing.comma(past - 1) or bool(hearing.role(i, "which"))
            i = past
        elif direct and (hearing.is_word(i) or _is_quoted_name(hearing, i)):
            past = 0 if apposed else _past_apposition(hearing, cue, i, end)
            apposed = apposed or past > 0
            if not past:
                if found := _object(hearing, cue, i, end):
                    return found
                if cue.addressee:
                    return None
                direct = False
            i = past or i + 1
        else:
            direct = False
            i += 1
    return None


def words_before(hearing: Hearing, cue: Cue, speaker: Speaker, first: int, end: int) -> Opening | None:
    """«"لن نتراجع"، قال الوزير.», «الطريق مفتوح، تقول الشرطة.»: what stands before its verb, or None.

    Without marks the verb and its speaker end the sentence, which began at token ``first``.
    """
    if "quote" not in cue.takes or cue.joined:
        return None
    before = cue.first - 1 - hearing.comma(cue.first - 1)
    opened = hearing.openings.get(before)
    if opened is not None and before - opened > _ONE_WORD:
        return Opening("spoken", opened + 1, opened, last=before)
    last = before + 1
    over = not any(hearing.is_word(k) for k in range(speaker.last, end))
    if not over or last == cue.first or last - first < _SHORTEST_CLAUSE or cue.entry.get("weak"):
        return None
    return Opening("spoken", first, first, last=last)


def _needs_to_be_near(hearing: Hearing, cue: Cue, opening: Opening) -> bool:
    """Whether words that nobody has read may not stand before an opening.

    «صرح X برفقة Y قائلا»: the clitic belongs to another word; «واصل العمل بـ"اتفاق الأمس"»: marks hold no speech.
    """
    if opening.kind in ("object", "plain"):
        return True
    if opening.kind == "preposition":
        return opening.cut > 0 or bool(cue.entry.get("weak"))
    return opening.kind == "quote" and hearing.form(opening.opened - 1) != ":" and bool(cue.entry.get("weak"))


def _closed(hearing: Hearing, saying: Cue, i: int) -> bool:
    """Whether the clause of a word of saying is over at ``i`` without content: «تعد المدينة …، مضيفا أن»."""
    back = "object" in saying.takes and not saying.addressee and hearing.told_before(i)  # «نفى ذلك، مشيرا إلى …»
    if back or hearing.ends(i) or hearing.breaks(i) or hearing.role(i, "that"):
        return True
    cue = hearing.cues.get(i)
    if cue is None or hearing.role(i - 1, "relative") or cue.entry.get("voice"):
        return False
    act = cue.sense.pronoun and "object" in saying.takes and not cue.joined
    if act and any(s.pos == "masdar" and s.pronoun and not s.clitics for s in hearing.page.senses[i]):
        return False  # «أكدت الجزائر رفضها أي تدخل»
    if cue.kind == "participle":
        told = hearing.role(saying.first - 1, "which") or ("object" in saying.takes and "that" not in saying.takes)
        told = told and hearing.comma(i - 1)  # «القضية التي كشفت …، مضيفا أن», «امتدح شجاعته، مضيفا أن»
        return bool(saying.entry.get("weak") or told)  # others may go on with it: «صرح قائلا إن»
    return cue.kind in ("according", "according_clause") or (cue.kind == "verb" and not cue.entry.get("weak"))


def _past_aside(hearing: Hearing, cue: Cue, i: int, end: int) -> int:
    """Past an aside at ``i``, or to the opening that it hides («خلال لقائه X إلى …»); 0 where there is none."""
    if hearing.form(i) in OPENING_QUOTES and i not in hearing.closings:
        return i + 1
    if (mouth := hearing.cues.get(i)) and mouth.entry.get("voice"):
        speaker = read_speaker(hearing, mouth.last)
        last = speaker.last if speaker else mouth.last
        return last + bool(hearing.role(last - 1, "in_name_of"))  # «المتحدثة باسم | خارجيتها»
    step = skip_asides(hearing, i, end, short=True)
    if step > i:
        inner = max(i + 1, hearing.role(i, "preposition"))  # not «على» of «ردا على»
        return next((k for k in range(inner, step) if _opening(hearing, k, cue.takes, end)), step)
    if hearing.form(i) in {fold(word) for word in cue.entry.get("swallows", ())}:
        return i + 1
    return _past_relative(hearing, i, end) if hearing.role(i, "which") else 0


def _past_relative(hearing: Hearing, i: int, end: int) -> int:
    """Past «التي تساند اليمن» up to a comma, a time or what opens the content."""
    for k in range(i + 2, min(end, i + _OBJECT_REACH)):
        if hearing.comma(k) or hearing.form(k) == ":" or k in hearing.closings or hearing.role(k, "that", "time"):
            return k
    return end


def _past_apposition(hearing: Hearing, cue: Cue, i: int, end: int) -> int:
    """Past a few words between two commas: a name that no one has read, not the content; 0 where there is none."""
    if not hearing.comma(i - 1) or hearing.role(i, "any"):
        return 0
    if "object" in cue.takes and any(s.pos == "masdar" for k in (i, i + 1) for s in _senses(hearing, k)):
        return 0  # «أعلنت الوزارة، تسجيل قصف …، استهدف …»
    return next((k for k in range(i + 1, min(end, i + _LONGEST_APPOSITION)) if hearing.comma(k)), 0)


def _senses(hearing: Hearing, i: int) -> tuple[Sense, ...]:
    return hearing.page.senses[i] if i < len(hearing.page.senses) else ()


def _marked(hearing: Hearing, cue: Cue, i: int, end: int) -> Opening | None:
    """What is said from token ``i`` on by what stands there: a mark, a word, a figure, or what opens a main clause."""
    if hearing.form(i - 1) == _FROM and hearing.role(i, "that") and not (cue.sense.pronoun or _FROM in cue.takes):
        return None  # «تزيد المخاوف من | أن …», but «ما كشفه التحقيق من أن …»
    found = _opening(hearing, i, cue.takes, end) or _figure(hearing, cue, i, end)
    return found or (Opening("plain", i, i) if _is_said_plainly(hearing, cue, i, end) else None)


def _is_said_plainly(hearing: Hearing, cue: Cue, i: int, end: int) -> bool:
    """Whether what is said begins at token ``i`` without «إن» or marks: «وقال المتحدث لا توجد هدنة», «… سنقاتل».

    Where «إن» follows, the words only describe the speaker: «قال مسؤول لم يكشف عن هويته إن …».
    """
    if "quote" not in cue.takes or cue.entry.get("weak") or cue.kind != "verb":
        return False
    senses = hearing.page.senses[i] if hearing.is_word(i) else ()
    ours = bool(senses) and all(s.pos == "verb" for s in senses)
    ours = ours and any(s.tense == "future" or (s.tense, s.person, s.number) == _WE for s in senses)
    if not (ours or hearing.role(i, "unmarked")):
        return False
    that = (k for k in range(i, min(end, i + _FARTHEST)) if hearing.role(k, "that"))
    return all(hearing.page.raw(k, k + 1).startswith(_OWN_THAT) for k in that)


def _past_remark(hearing: Hearing, i: int, end: int) -> int:
    """Past «، وهو ضابط سابق،» to the words behind its second comma, if these open what is said; 0 where none is."""
    remarks = load_grammar(hearing.page.document.language).circumstances
    if hearing.form(i) not in remarks or not hearing.comma(i - 1):
        return 0
    marks = (k + 1 for k in range(i + 1, min(end, i + _LONGEST_REMARK)) if hearing.comma(k))
    return next((k for k in marks if hearing.role(k, "that") or k in hearing.closings), 0)


def _opening(hearing: Hearing, i: int, takes: Sequence[str], end: int) -> Opening | None:
    if "that" in takes and (last := hearing.role(i, "that")) and not _goes_on_with(hearing, i):
        return Opening("that", last, i)
    if "that" in takes and hearing.form(i) == ":" and (last := hearing.role(i + 1, "that")):
        return Opening("that", last, i + 1)  # «وقالت: إن …»
    if "quote" in takes and hearing.form(i) == ":" and i + 1 < end:
        return Opening("quote", i + 2, i + 1) if hearing.form(i + 1) in OPENING_QUOTES else Opening("colon", i + 1, i)
    if "quote" in takes and i in hearing.closings and not _quoted_name(hearing, i):
        return Opening("quote", i + 1, i)
    return governed(hearing, i, takes)


def _goes_on_with(hearing: Hearing, i: int) -> bool:
    """«… وأن»: a second reported clause, which opens no content of its own."""
    return any("و" in s.clitics for s in hearing.senses.get(i, ()) if s.entry.get("role") == "that")


def _is_quoted_name(hearing: Hearing, i: int) -> bool:
    return i in hearing.closings and _quoted_name(hearing, i)


def _quoted_name(hearing: Hearing, i: int) -> bool:
    """«حركة "طالبان"», «فلان "24 عاما"»: marks around a name, one word or an age are no quotation."""
    close = hearing.closings[i]
    if close - i <= _LONGEST_AGE and hearing.page.tokens[i + 1].kind is TokenKind.NUMBER:
        return True
    reference = hearing.cast.at(i + 1)
    name = reference is not None and reference.last >= close and close - i <= _LONGEST_TITLE
    return name or close - i <= _ONE_WORD


def governed(hearing: Hearing, i: int, takes: Sequence[str]) -> Opening | None:
    """The content that a preposition at ``i`` opens, if it is one of ``takes``."""
    form = hearing.form(i)
    mouth = hearing.cues.get(i)  # «مؤكدا على لسان متحدثة …», «شكك المتحدث في باماكو …»
    place = hearing.starts(i + 1) if hearing.role(i, "place") else None
    if (mouth and mouth.entry.get("voice")) or (place and hearing.kind(place.entities[0]) == "LOC"):
        return None
    for word in takes:
        if word not in _CLITIC:
            if hearing.role(i, "preposition") and form.removeprefix("و") == fold(word):
                that = hearing.role(i + 1, "that")
                return Opening("that", that, i) if that else Opening("preposition", i + 1, i)
        elif form == word:  # «ب"التدخل"», «بـ"…"»
            return Opening("preposition", i + 1, i)
        elif form.startswith(word):
            if that := hearing.role(i, "that"):
                return Opening("that", that, i)
            if _has_preposition(hearing, i):
                return Opening("preposition", i, i, 1)
    return None


def _has_preposition(hearing: Hearing, i: int) -> bool:
    """Whether the first letter of a word is a preposition, as far as the lexicon knows: not in «بيان», «بريطانيا»."""
    form = hearing.form(i)
    if len(form) < _SHORTEST or form[1:] in ENCLITICS:
        return False
    if any(not s.clitics for s in hearing.page.senses[i]):
        return False
    if any(not s.cut for hit in hearing.page.names.get(i, ()) for s in hit.senses):
        return False
    reference = hearing.cast.at(i)
    return reference is None or reference.first == i


def _object(hearing: Hearing, cue: Cue, i: int, end: int) -> Opening | None:
    """The content as object: «أعلن مقتل …», or with the one addressed, «اتهم X بـ …»."""
    goes_on = hearing.cues.get(i)  # «حذر المتحدث | قائلا …»
    if cue.addressee:
        addressed = (goes_on is None or goes_on.kind != "participle") and _addressed(hearing, cue, i, end)
        return Opening("object", i, i) if addressed else None
    if "object" not in cue.takes or hearing.role(i, "personal") or not _is_what_it_takes(hearing, cue, i, end):
        return None
    if hearing.told_before(i):
        return None
    if _is_finite(hearing, i) or ("that" in cue.takes and _names_speaker(hearing, i, end)):
        return None
    if "that" in cue.takes and _is_body(hearing, i, end):
        return None
    return Opening("object", i, i)


def _is_body(hearing: Hearing, i: int, end: int) -> bool:
    """Whether a body that no one has read stands before «أن»: «أعلن اتحاد قوى المقاومة في بيان أن …»."""
    body = hearing.cast.at(i) is None and any(s.pos == "noun" and not s.clitics for s in hearing.page.layer(i, "body"))
    words = range(i + 1, min(end, i + _FARTHEST)) if body else range(0)
    stop = next((k for k in words if hearing.role(k, "that") or k in hearing.cues), None)
    return stop is not None and bool(hearing.role(stop, "that"))


def _figure(hearing: Hearing, cue: Cue, i: int, end: int) -> Opening | None:
    """The object of a verb of counting that a number opens: «أحصت المنظمة 40 قتيلا»."""
    if not cue.entry.get("only_with") or cue.addressee or hearing.page.tokens[i].kind is not TokenKind.NUMBER:
        return None
    return Opening("object", i, i) if _is_what_it_takes(hearing, cue, i, end) else None


def _is_what_it_takes(hearing: Hearing, cue: Cue, i: int, end: int) -> bool:
    """Whether an object begins with one of the words with which alone its verb reports: «أحصى المرصد مقتل …»."""
    words = {fold(word) for word in cue.entry.get("only_with", ())}
    return not words or any(hearing.form(k) in words for k in range(i, min(end, i + _OBJECT_HEAD)))


def _is_finite(hearing: Hearing, i: int) -> bool:
    """«خلال زيارة يقوم بها»: a finite verb is no object; «كشف خلية», «رغبتها في» are nouns with the form of one.

    Right behind a word of saying stands no other verb; elsewhere three letters are rather a noun.
    """
    senses = hearing.page.senses[i]
    noun = i - 1 in hearing.cues or len(hearing.form(i)) <= _ROOT
    if noun and any(s.tense == "past" for s in senses) and not hearing.role(i + 1, "resumed"):
        return False
    imperfect = hearing.form(i).startswith("ي") and len(hearing.form(i)) >= _SHORTEST_IMPERFECT
    owned = any(s.pronoun and s.tense == "past" and not s.clitics for s in senses)  # «نفى الجيش علمه ب…»: a noun
    verbs = all(s.pos == "verb" for s in senses) and not owned
    return verbs and (bool(senses) or imperfect) and hearing.cast.at(i) is None


def _names_speaker(hearing: Hearing, i: int, end: int) -> bool:
    """«وأكد رئيس الهيئة فلان أن …»: words before «أن» that are no deed are a speaker no one has read, not an object."""
    if any(s.pos == "masdar" or s.pronoun for s in hearing.page.senses[i]):
        return False
    for k in range(i + 1, min(end, i + _FARTHEST_THAT)):
        if hearing.role(k, "that"):
            return not hearing.role(k - 1, "preposition")
        if hearing.form(k) in ENDS or hearing.role(k, "clause", "which", "own_voice") or k in hearing.cues:
            return False
    return False


def _addressed(hearing: Hearing, cue: Cue, i: int, end: int) -> bool:
    """Whether an object that is addressed is followed by what the verb needs: its preposition or one of its words."""
    words = {fold(word) for word in cue.entry.get("only_with", ())}
    stop = min(end, i + _OBJECT_REACH)
    stop = next((k for k in range(i, stop) if hearing.ends(k)), stop)
    if words:
        return any(hearing.form(k) in words for k in range(i, stop))
    if cue.entry.get("free_object"):
        return True
    return any(_opening(hearing, k, cue.takes, end) for k in range(i + 1, stop))
