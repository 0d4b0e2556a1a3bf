"""Accusations told by a noun: «تبادل الطرفان الاتهامات بـ …», «اتهامات متبادلة بـ …», «اتهامات الحكومة بـ …»."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudna.reading.speech.aside import skip_asides
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.opening import Opening, governed
from hudna.reading.speech.speaker import Speaker, read_speaker

_FARTHEST = 16  # tokens between the verb of exchanging and its object, and between the noun and its preposition
_PARTIES_REACH = 40  # tokens back to the two who accuse each other
_CHARGE = ("ب",)  # the preposition of what is alleged


@dataclass(frozen=True, slots=True)
class Accusation:
    """A noun of accusing.

    Attributes:
        first: its first token.
        last: one past its last token.
        speaker: those who accuse.
        opening: where the allegation begins.
        mutual: they accuse each other.

    """

    first: int
    last: int
    speaker: Speaker
    opening: Opening
    mutual: bool


def find_accusations(hearing: Hearing) -> Iterator[Accusation]:
    """Every accusation that a noun tells and whose accusers are named in its sentence."""
    for i in hearing.roles:
        last = hearing.role(i, "mutual", "charge")
        if last and hearing.page.sentence_of[i] not in hearing.page.furniture and (found := _read(hearing, i, last)):
            yield found


def _read(hearing: Hearing, i: int, last: int) -> Accusation | None:
    first, end = hearing.sentence(i)
    exchange = next((k for k in range(i - 1, max(first, i - _FARTHEST) - 1, -1) if hearing.role(k, "exchange")), None)
    mutual = bool(hearing.role(i, "mutual")) and (exchange is not None or last > i + 1)
    if mutual:
        speaker = _parties(hearing, exchange, first, i)
    else:
        owned = any(s.pronoun for s in hearing.page.senses[i])  # «اتهاماتها لدمشق»: they are accused
        told = hearing.role(i, "charge") and hearing.starts(last) and not owned
        speaker = read_speaker(hearing, last) if told else None
    if speaker is None or not speaker.sources:
        return None
    opening = _charge(hearing, last if mutual else speaker.last, end)
    if hearing.role(i, "indictment") and opening and opening.opened == speaker.last:
        return None  # «سارع إلى اتهام المتمردين بتدبير …»: they are accused
    return Accusation(i, last, speaker, opening, mutual) if opening else None


def _parties(hearing: Hearing, exchange: int | None, first: int, i: int) -> Speaker | None:
    """Those who accuse each other: the subject of the verb of exchanging, else the last pair named before."""
    if exchange is not None:
        after = read_speaker(hearing, skip_asides(hearing, exchange + 1, i))
        if after and len(after.sources) > 1 and after.last <= i:
            return after
        i = exchange
    for reference in reversed(hearing.cast.between(max(first, i - _PARTIES_REACH), i)):
        speaker = read_speaker(hearing, reference.first)
        if speaker and len(speaker.sources) > 1:
            return speaker
    return None


def _charge(hearing: Hearing, at: int, end: int) -> Opening | None:
    """What is alleged: behind «ب», past who is accused as a pronoun, a time or an aside in brackets."""
    at += bool(hearing.role(at, "own"))  # «اتهامات الجيش لها ب…»
    i = skip_asides(hearing, at, min(end, at + _FARTHEST))
    return governed(hearing, i, _CHARGE) if i < end else None
