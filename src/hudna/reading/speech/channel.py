"""How speech reaches us: in a statement, an interview, by a paper, and through which outlet."""

from hudna.reading.speech.cue import Cue
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.speaker import Speaker, is_media
from hudna.reading.speech.statement import Statement

INTERVIEW = "interview"
_OWN = ("ه", "ها")
_POSTED = "tweet"  # how what stands on one's own page reaches us: «على صفحتها في موقع فيسبوك»
_LONGEST_OCCASION = 14  # tokens from the beginning of a sentence in which an interview is told of
_NEAR_OUTLET = 4  # tokens between «حديث» and the outlet


def channel(hearing: Hearing, statement: Statement, speaker: Speaker) -> str:
    """Through what it comes, by the verb, what stands beside it («في بيان») or the speaker; "" where none tells."""
    cue = statement.cue
    last = statement.opening.opened if statement.opening else cue.last
    beside = (s.entry.get("via") for i in range(statement.start, last) for s in hearing.senses.get(i, ()))
    via = cue.entry.get("via") or next((v for v in beside if v), None) or speaker.via
    if not via and listener(hearing, statement, speaker):
        via = INTERVIEW
    return str(via or ("report" if speaker.media else ""))


def listener(hearing: Hearing, statement: Statement, speaker: Speaker) -> str | None:
    """The outlet to which somebody speaks, by what stands behind his verb or by an interview told of before it."""
    last = statement.opening.opened if statement.opening else statement.cue.last
    for reference in reversed(hearing.cast.between(statement.cue.last, last)):
        outlet = reference.entities[0] if reference.entities else None
        if outlet and outlet not in speaker.sources and is_media(hearing, reference):
            beside = range(statement.cue.last, reference.first)
            # «… الرسالة التي لم يتسن لقناة X التأكد منها»: what a negated verb tells is no relay; nor is one's own page
            own = any(_is_own_page(hearing, k) for k in beside)
            return None if own or any(hearing.role(k, "negation") for k in beside) else outlet
    return _told_to(hearing, statement.cue, speaker)


def _is_own_page(hearing: Hearing, k: int) -> bool:
    """Whether a page or account with a pronoun stands at token ``k``: «صفحتها», not «تغريدة»."""
    posted = any(s.entry.get("via") == _POSTED and s.pos == "phrase" for s in hearing.senses.get(k, ()))
    return posted and hearing.form(k).endswith(_OWN)


def _told_to(hearing: Hearing, cue: Cue, speaker: Speaker) -> str | None:
    """The outlet of an interview told of before the verb of saying: «وفي حديث لقناة X، اتهم …»."""
    first, _ = hearing.sentence(cue.first)
    for reference in hearing.cast.between(first, min(cue.first, first + _LONGEST_OCCASION)):
        near = range(max(first, reference.first - _NEAR_OUTLET), reference.first)
        held = any(s.entry.get("via") == INTERVIEW for k in near for s in hearing.senses.get(k, ()))
        if held and is_media(hearing, reference) and reference.entities[0] not in speaker.sources:
            return reference.entities[0]
    return None
