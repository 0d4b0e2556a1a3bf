"""Accusations told by a noun: «تبادل الطرفان الاتهامات بـ …», «اتهامات متبادلة بـ …», «اتهامات الحكومة بـ …»."""

from dataclasses import dataclass

from hudna.reading.cast import Cast
from hudna.reading.clause import Complement, governed
from hudna.reading.cue import Words
from hudna.reading.page import Page
from hudna.reading.speaker import Speaker, read_speaker, skip_circumstances

_FARTHEST = 16  # tokens between the verb of exchanging and its object, and between the noun and its preposition
_CHARGE = ("ب",)  # the preposition of what is alleged


@dataclass(frozen=True, slots=True)
class Accusation:
    """A noun of accusing with those who accuse and where the allegation begins."""

    first: int
    last: int
    speaker: Speaker
    opening: Complement
    mutual: bool


def find_accusations(page: Page, cast: Cast, words: Words) -> tuple[Accusation, ...]:
    """Every accusation of ``page`` that a noun tells and whose accusers are named in its sentence."""
    out: list[Accusation] = []
    for number, sentence in enumerate(page.sentences):
        if number in page.furniture:
            continue
        for i in range(sentence.first, sentence.last):
            if last := words.any_role(i, "mutual", "charge"):
                found = _read(page, cast, words, i, last, sentence.first, sentence.last)
                if found:
                    out.append(found)
    return tuple(out)


def _read(page: Page, cast: Cast, words: Words, i: int, last: int, first: int, end: int) -> Accusation | None:
    exchange = next((k for k in range(i - 1, max(first, i - _FARTHEST) - 1, -1) if words.role(k, "exchange")), None)
    mutual = bool(words.role(i, "mutual")) and (exchange is not None or last > i + 1)
    if mutual:
        speaker = _parties(page, cast, words, exchange, first, i)
    else:
        speaker = read_speaker(page, cast, words, last) if words.role(i, "charge") and cast.at(last) else None
    if speaker is None or not speaker.sources:
        return None
    opening = _charge(page, cast, words, last if mutual else speaker.last, end)
    return Accusation(i, last, speaker, opening, mutual) if opening else None


def _parties(page: Page, cast: Cast, words: Words, exchange: int | None, first: int, i: int) -> Speaker | None:
    """Those who accuse each other: the subject of the verb of exchanging, after or before it, else the last pair named."""
    if exchange is not None:
        after = read_speaker(page, cast, words, skip_circumstances(page, words, exchange + 1, i))
        if after and len(after.sources) > 1 and after.last <= i:
            return after
    for reference in reversed(cast.between(first, i if exchange is None else exchange)):
        speaker = read_speaker(page, cast, words, reference.first)
        if speaker and len(speaker.sources) > 1:
            return speaker
    return None


def _charge(page: Page, cast: Cast, words: Words, at: int, end: int) -> Complement | None:
    """What is alleged: behind «ب», past a time or an aside in brackets."""
    i = skip_circumstances(page, words, at, min(end, at + _FARTHEST))
    found = governed(page, cast, words, i, _CHARGE) if i < end else None
    if found and (that := words.role(i, "that")):
        return Complement("that", that, i)
    return found
