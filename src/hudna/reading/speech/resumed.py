"""Who speaks where a word of saying has no subject, and who acts in what was told goes on.

«هاجمت الحركة القاعدة. وقالت إنها …» goes on with whom the sentence before tells of; «نقلت الوكالة عن مصدر قوله … وأضافت
أن …» with the outlet that reported what another said; «أعلنت الأمم المتحدة أن الأمين العام اتصل … وطلب …» with him.
"""

from bisect import bisect_right

from hudna.reading.finite import finite
from hudna.reading.scene import is_country
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.draft import Draft
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.memory import Spoken, same_speaker
from hudna.reading.speech.speaker import Speaker, read_speaker
from hudna.reading.speech.subject import agrees

_GAP = 2  # characters from the end of what is told to the verb that is joined to it
_ACTS = frozenset({"ask", "condemn", "demand", "offer", "praise", "promise", "refuse"})  # forces of more than words
_OPENING = 3  # tokens of a sentence among which its first verb is looked for


def told_of(hearing: Hearing, cue: Cue, last: Spoken | None) -> Speaker | None:
    """The subject of the sentence before, unless somebody spoke in it, or the outlet that did.

    Args:
        hearing: the page.
        cue: a verb of saying without a subject.
        last: who spoke last before it.

    """
    first, _ = hearing.sentence(cue.first)
    if cue.kind != "verb" or not first or cue.first - first > 1 or cue.several:
        return None
    before, _ = hearing.sentence(first - 1)
    spoke = -1 if last is None else last.cue.first if last.cue is not None else last.speaker.first
    if spoke >= before:
        return _outlet(hearing, cue, last)
    for k in range(before, min(before + _OPENING, first)):
        subject = read_speaker(hearing, k)
        if finite(hearing.page, k) is not None:
            subject = read_speaker(hearing, k + 1)
        elif subject is not None and finite(hearing.page, subject.last) is None:
            continue
        if subject is not None:
            return subject if _may_speak(hearing, cue, subject) else None
    return None


def who_acts(hearing: Hearing, cue: Cue, last: Draft) -> Speaker | None:
    """Who meets or calls others in what a body told ``last``, where a joined verb of demand or refusal goes on."""
    page = hearing.page
    if cue.kind != "verb" or not cue.joined or cue.entry.get("force") not in _ACTS or cue.several:
        return None
    if last.contents[-1].end + _GAP < page.tokens[cue.first].span.start:
        return None
    doer = read_speaker(hearing, bisect_right(page.starts, last.contents[0].start) - 1)
    if doer is None or not agrees(cue, doer, before=True) or any(hearing.kind(s) != "PER" for s in doer.sources):
        return None
    acts = (s for k in (doer.last - 1, doer.last) for s in page.layer(k, "event") if s.pos == "verb")
    meets = any(s.entry.get("event") == "CONSULT" for s in acts)  # «التقى» is an adjective too («التقي»)
    return doer if meets and all(hearing.kind(s) in ("ORG", "LOC") for s in last.sources) else None


def _outlet(hearing: Hearing, cue: Cue, last: Spoken | None) -> Speaker | None:
    """The agency or paper that passed on what somebody else said last, where the verb is not of his gender."""
    if last is None or last.relay is None or same_speaker(cue, last) or cue.sense.gender != "f":
        return None
    body = hearing.kind(last.relay) == "ORG"
    return Speaker((last.relay,), cue.first, cue.first) if body else None


def _may_speak(hearing: Hearing, cue: Cue, subject: Speaker) -> bool:
    """Whether a person, a body or a state is the one subject, of the gender of the verb."""
    kinds = [hearing.kind(s) for s in subject.sources]
    state = all(is_country(s) for s in subject.sources)
    return len(kinds) == 1 and (kinds[0] in ("ORG", "PER") or state) and agrees(cue, subject, before=True)
