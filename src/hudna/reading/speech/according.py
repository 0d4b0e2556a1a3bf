"""«بحسب X»: a source that stands before or after what it says, or an outlet behind another's speech."""

from bisect import bisect_left

from hudna.reading.speech.aside import skip_asides
from hudna.reading.speech.content import Stops
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.speaker import Speaker, read_speaker
from hudna.reading.speech.statement import Statement
from hudna.text import fold

_TELLING = frozenset({"say", "confirm", "claim", "opinion", "admit"})  # forces of verbs behind «كما» as «as»
_SOURCE_REACH = 3  # tokens of asides between the source and its content
_ISSUED = 5  # tokens from a paper on in which the one who gave it out is named
_NEAR = 4  # tokens between the source and a word of saying that it only passes on
_LONGEST = 260  # tokens of clause before the source
_VERB_ALONE = 3  # tokens before the source: «كما قتل،»
_COMPLEMENTS = frozenset({"الي", "عن", "علي"})  # what a verb before the source may still want


def source_behind(hearing: Hearing, at: int, end: int) -> Speaker | None:
    """The source that «بحسب» names from token ``at`` on, past «تقديرات» and its like."""
    if told := hearing.role(at, "pointer"):
        return read_speaker(hearing, told) if told < end else None  # «بحسب هذه البيانات»
    if at + 1 < end and hearing.role(at + 1, "paper") and not hearing.role(at, "paper") and hearing.cast.at(at) is None:
        at += 1  # «وفق آخر حصيلة»
    first = at
    while at < end and hearing.role(at, "paper") and hearing.cast.at(at) is None:
        at += 1
    if at >= end:
        return None
    if speaker := read_speaker(hearing, at):
        return speaker
    if at > first:
        return _issuer(hearing, at, end) or read_speaker(hearing, first)  # «وفق إحصاءات رسمية»
    titled = (
        hearing.form(at).startswith("ال") and at + 1 < end
    )  # a rank that the cast does not know: «بحسب الرقيب فلان»
    return read_speaker(hearing, at + 1) if titled else None


def _issuer(hearing: Hearing, at: int, end: int) -> Speaker | None:
    """Who gave out a paper told of before ``at``: «حصيلة جديدة أعلنتها الوزارة», «أرقام صادرة عن الأمم المتحدة»."""
    for k in range(at, min(end, at + _ISSUED)):
        if not hearing.is_word(k) or hearing.role(k, "that", "clause"):
            return None
        if speaker := read_speaker(hearing, k):
            return speaker
    return None


def past_pronoun(hearing: Hearing, at: int) -> int:
    """One past «به» and a time behind a verb of saying: «حسب ما صرح به مسؤول», «كما ذكرت أمس الجمعة مصادر»."""
    at = hearing.role(at, "resumed") or at
    while last := hearing.role(at, "time"):
        at = last
    return at


def addressed(hearing: Hearing, at: int) -> tuple[int, str | None]:
    """One past the outlet at token ``at`` to which somebody spoke, and the outlet: «كما قال لرويترز X»."""
    told = hearing.named_at(at)
    if told is None or told.entities[0] not in hearing.cast.outlets:
        return at, None
    if read_speaker(hearing, told.last) is None or hearing.form(told.last).startswith("و"):
        return at, None
    return told.last, told.entities[0]


def quoted_by(hearing: Hearing, verb: Cue, outlet: Speaker, end: int) -> Speaker | None:
    """The speaker in «حسبما نقلت وكالة X عن Y» or «حسبما ذكرت X نقلا عن Y», or None."""
    if quoting := hearing.role(outlet.last, "quoting"):
        return read_speaker(hearing, quoting) if quoting < end else None
    if verb.transmits is None or outlet.last + 1 >= end:
        return None
    prepositions = {fold(word) for word in verb.transmits.get("from", ())}
    return read_speaker(hearing, outlet.last + 1) if hearing.form(outlet.last) in prepositions else None


def is_also(hearing: Hearing, cue: Cue, statement: Statement | None) -> bool:
    """Whether «كما» means «also»: at the beginning of a sentence, or before a verb that has content of its own."""
    first, _ = hearing.sentence(cue.first)
    opening = statement.opening if statement is not None else None
    reports = opening is not None and not hearing.role(opening.first, "anonymous")
    if statement and statement.cue.entry.get("force") not in _TELLING and not statement.cue.transmits:
        return bool(hearing.role(cue.first, "also"))  # «كما يدين …»
    return bool(hearing.role(cue.first, "also")) and (reports or cue.first - first <= 1)


def leads(hearing: Hearing, cue: Cue) -> bool:
    """Whether the source stands before what it says: «وبحسب X، …»."""
    first, _ = hearing.sentence(cue.first)
    if cue.first - first <= 1 or (hearing.comma(cue.first - 1) and cue.joined):
        return True
    return bool(hearing.role(cue.first - 1, "that", "clause"))


def content_after(hearing: Hearing, speaker: Speaker, end: int, stops: Stops) -> tuple[int, int, int]:
    """Tokens from behind the source to the end of its clause."""
    first = _content_start(hearing, speaker, end)
    return first, stops.first(first, end) or end, 0


def passed_on(hearing: Hearing, speaker: Speaker, end: int) -> Cue | None:
    """The word of saying right behind the source, which then only passes it on: «ووفقا لوكالة X، قال Y إن …»."""
    first = _content_start(hearing, speaker, end)
    near = (hearing.cues.get(k) for k in range(first, min(end, first + _NEAR)))
    return next((cue for cue in near if cue and cue.kind == "verb"), None)


def _content_start(hearing: Hearing, speaker: Speaker, end: int) -> int:
    i = skip_asides(hearing, speaker.last, min(end, speaker.last + _SOURCE_REACH))
    return hearing.role(i, "that") or i


def content_around(hearing: Hearing, cue: Cue, speaker: Speaker, told: int, stops: Stops) -> tuple[int, int, int]:
    """Tokens of the sentence around the source that begin at character ``told`` or later.

    They go on behind it where the clause is not at its end: «أدت، حسب الجيش، إلى مقتل ثمانية».
    """
    _, end = hearing.sentence(cue.first)
    start, last, cut = _content_before(hearing, cue, told)
    k = speaker.last + (speaker.last < end and hearing.comma(speaker.last))
    alone = hearing.comma(cue.first - 1) and cue.first - start <= _VERB_ALONE
    open_ = alone and any(s.pos == "verb" for s in hearing.page.senses[cue.first - 2])  # «قتل، بحسب الوزارة، 14»
    goes_on = start < last and start < k < end and (open_ or hearing.form(k) in _COMPLEMENTS)
    return (start, stops.first(k, end) or end, cut) if goes_on else (start, last, cut)


def _content_before(hearing: Hearing, cue: Cue, told: int) -> tuple[int, int, int]:
    first, _ = hearing.sentence(cue.first)
    first = max(first, cue.first - _LONGEST)
    if own := hearing.role(first, "own_voice"):
        first = hearing.role(own, "that") or own
    return bisect_left(hearing.page.tokens, told, first, cue.first, key=lambda t: t.span.start), cue.first, 0
