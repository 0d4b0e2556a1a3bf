"""Reporting for another: «نقلت وكالة X عن Y قوله إن …», «هجوم نسبته السلطات إلى …»."""

from collections.abc import Sequence
from dataclasses import replace

from hudna.lexicon import Entry
from hudna.reading.speech.aside import skip_asides
from hudna.reading.speech.cue import Cue, act_of_speaker
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.opening import Opening, find_opening
from hudna.reading.speech.speaker import Speaker, read_speaker
from hudna.reading.speech.statement import Statement
from hudna.reading.speech.subject import person_after_title, subject_after, subject_before
from hudna.text import fold

_FARTHEST_SPEAKER = 6  # tokens between the relay and the preposition before the speaker
_FARTHEST_NAME = 10
_FARTHEST_MASDAR = 14  # tokens between the speaker and «قوله»
_ANNOUNCED = ("that", "quote", "object")  # a verb of reporting for another takes what a verb of announcing takes
_LONGEST_ASCRIBED = 6  # tokens of the noun phrase before «نسبه»


def read_transmission(hearing: Hearing, cue: Cue, start: int, end: int) -> Statement | None:
    """The statement of a verb that reports for another; «قوله», where it stands, is its cue."""
    if cue.transmits is None:
        return None
    if cue.sense.pronoun and cue.transmits.get("ascribes"):
        return _ascribed(hearing, cue, start, end)
    before = subject_before(hearing, cue, start)
    relay = before or subject_after(hearing, cue, end)
    behind = relay.last if relay and not before else cue.last
    bare = Statement(cue, start, end, relayed_by=relay)
    prepositions = cue.transmits.get("from", ())
    if at := _preposition(hearing, behind, end, prepositions):
        return _for_another(hearing, bare, at)
    if _of_him(hearing, behind, prepositions):
        return _saying(hearing, bare, behind + 1, None)
    return _own_report(hearing, cue, start, end, relay)


def _for_another(hearing: Hearing, bare: Statement, at: int) -> Statement | None:
    """The statement of the one named from token ``at`` on; where no one has read the name, it is nobody's."""
    end = bare.end
    speaker = read_speaker(hearing, at) or person_after_title(hearing, at, min(end, at + _FARTHEST_NAME))
    at = speaker.last if speaker else at
    said = next((k for k in range(at, min(end, at + _FARTHEST_MASDAR)) if k in hearing.cues), None)
    if said is not None and act_of_speaker(hearing, said):
        return _saying(hearing, bare, said, speaker or Speaker(("unnamed: source",), at, at + 1))
    takes = _ANNOUNCED if speaker else ("that",)
    opening = find_opening(hearing, _taking(bare.cue, *takes), skip_asides(hearing, at, end) if speaker else at, end)
    return replace(bare, subject=speaker or Speaker((), at, at), opening=opening) if opening else None


def _saying(hearing: Hearing, bare: Statement, i: int, speaker: Speaker | None) -> Statement | None:
    """«قوله إن …» at token ``i``; without speaker it is the last one («ونقلت عنه الصحيفة قوله»)."""
    said = act_of_speaker(hearing, i)
    if said is None:
        return None
    opening = find_opening(hearing, said, said.last, bare.end)
    return replace(bare, cue=said, subject=speaker, opening=opening) if opening else None


def quoting(hearing: Hearing, statement: Statement) -> Statement | None:
    """«ذكرت وكالة X نقلا عن Y أن …», «وقال نقلا عن Y إن …»: one reports for Y; None where nobody is quoted."""
    relay, cue = statement.subject, statement.cue
    at = relay.last if relay and not statement.before else cue.last
    i = skip_asides(hearing, at, min(statement.end, at + _FARTHEST_SPEAKER))
    at = hearing.role(i, "quoting")
    if not at:
        return None
    speaker = read_speaker(hearing, at) or person_after_title(hearing, at, min(statement.end, at + _FARTHEST_NAME))
    if speaker is None or not speaker.sources:
        return None
    opening = find_opening(hearing, cue, speaker.last, statement.end)
    return replace(statement, subject=speaker, opening=opening, relayed_by=relay) if opening else None


def _own_report(hearing: Hearing, cue: Cue, start: int, end: int, relay: Speaker | None) -> Statement | None:
    """«نقلت قناة X أن …»: an outlet that names no one else speaks itself."""
    if relay is None or not relay.media or not cue.entry.get("role"):
        return None
    i = skip_asides(hearing, relay.last, end)
    last = hearing.role(i, "that")
    return Statement(cue, start, end, relay, opening=Opening("that", last, i)) if last else None


def _ascribed(hearing: Hearing, cue: Cue, start: int, end: int) -> Statement | None:
    """«هجوم نسبته السلطات إلى …»: what is ascribed stands before the verb and belongs to the content."""
    subject = subject_after(hearing, cue, end)
    if subject is None or cue.transmits is None:
        return None
    at = _preposition(hearing, subject.last, end, cue.transmits.get("from", ()))
    if not at:
        return None
    accused = read_speaker(hearing, at)
    first = cue.first - 1
    while first > max(start, cue.first - _LONGEST_ASCRIBED) and hearing.is_word(first - 1):
        if hearing.role(first - 1, "preposition"):
            break
        first -= 1
    return Statement(
        cue, start, end, subject, opening=Opening("object", first, cue.first, last=accused.last if accused else 0)
    )


def _of_him(hearing: Hearing, i: int, wanted: Sequence[str]) -> bool:
    """«عنه», «عنها»: the preposition with a pronoun."""
    words = tuple(fold(word) for word in wanted)
    pronoun = any(s.pronoun for s in hearing.senses.get(i, ()) if s.entry.get("role") == "preposition")
    return pronoun and hearing.form(i).startswith(words)


def _preposition(hearing: Hearing, i: int, end: int, wanted: Sequence[str]) -> int:
    """One past the preposition that names the speaker, or 0."""
    words = {fold(word) for word in wanted}
    for k in range(i, min(end, i + _FARTHEST_SPEAKER)):
        if hearing.role(k, "that"):
            return 0
        if hearing.form(k) in words:
            return k + 1
    return 0


def _taking(cue: Cue, *takes: str) -> Cue:
    """The cue with these openings of its content."""
    return replace(cue, entry=Entry(cue.entry.layer, cue.entry.id, {"takes": takes}))
