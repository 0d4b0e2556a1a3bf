"""What may stand between a word of saying, its subject and its content without being part of any of them."""

from hudna.reading.speech.hearing import Hearing
from hudna.text import DASHES, TokenKind

_LONGEST_ASIDE = 40  # tokens of a phrase with a preposition up to its comma
_LONGEST_BRACKET = 15
_TO = "ل"
_AT = "ب"
_ISSUES = frozenset({"issue", "transmit"})  # roles of verbs by which a paper comes about or reaches us


def skip_asides(hearing: Hearing, i: int, stop: int, *, short: bool = False) -> int:
    """The first token from ``i`` on, up to ``stop``, that is no comma, time, aside in brackets or prepositional phrase.

    Nor the outlet to which somebody speaks: «وأضاف | لرويترز | أن …», «وأوضح | لـ «عكاظ» | مصدر أن …».

    Such a phrase lasts to its comma or, if ``short``, only as long as its words are sure to belong together.
    """
    while i < stop:
        if hearing.comma(i) or hearing.page.tokens[i].kind is TokenKind.NUMBER:
            i += 1
        elif hearing.form(i) == "(":
            i = _past_bracket(hearing, i, stop)
        elif hearing.form(i) in DASHES:
            i = _past_dash(hearing, i, stop)
        elif last := hearing.role(i, "time", "auxiliary") or past_outlet(hearing, i) or _past_spot(hearing, i):
            i = last
        elif hearing.role(i, "clause") > i + 1:
            break  # «في حين» is a conjunction
        elif hearing.role(i, "preposition"):
            i = _past_sure_phrase(hearing, i, stop) if short else _past_phrase(hearing, i, stop)
        else:
            break
    return i


def past_outlet(hearing: Hearing, i: int, *, spoken: bool = False) -> int:
    """One past the outlet at token ``i`` to which somebody speaks («لوكالة X»), or 0.

    A name in marks right behind «لـ» is one; where the speaker is told (``spoken``) so is whatever stands in them.
    """
    if not hearing.form(i).startswith(_TO):
        return 0
    if close := hearing.closings.get(i + 1, 0) if hearing.form(i) == _TO else 0:
        inner = hearing.starts(i + 2)
        return close + 1 if spoken or (inner is not None and inner.last == close) else 0
    told = hearing.named_at(i)
    return told.last if told is not None and told.entities[0] in hearing.cast.outlets else 0


def _past_spot(hearing: Hearing, i: int) -> int:
    """One past the place at token ``i`` where something is said: «وقال في خطاب | بمدينة كربلاء»; or 0."""
    inside = any(s.clitics == _AT for s in hearing.page.layer(i, "place_head"))
    place = (hearing.starts(i) or hearing.starts(i + 1)) if inside else None
    return place.last if place is not None and hearing.kind(place.entities[0]) in ("LOC", "FAC") else 0


def _past_bracket(hearing: Hearing, i: int, stop: int) -> int:
    return next((k + 1 for k in range(i, min(stop, i + _LONGEST_BRACKET)) if hearing.form(k) == ")"), i + 1)


def _past_dash(hearing: Hearing, i: int, stop: int) -> int:
    """Past «-في وقت سابق-»; where a source stands between the dashes («-نقلا عن X-») only past the first."""
    close = next((k for k in range(i + 1, min(stop, i + _LONGEST_BRACKET)) if hearing.form(k) in DASHES), 0)
    names = any(hearing.role(k, "quoting", "that") for k in range(i + 1, close))
    return i + 1 if not close or names else close + 1


def _past_phrase(hearing: Hearing, i: int, stop: int) -> int:
    """Past «في بيان», «في كلمة له», «خلال مؤتمر صحفي»; another phrase with a preposition ends at its comma."""
    k = hearing.role(i, "preposition")
    if _is_whole(hearing, i):
        return k
    if k < stop and (last := hearing.role(k, "occasion")):
        while last < stop and (hearing.role(last, "own", "time") or _goes_with(hearing, k, last)):
            last += 1
        return _past_issuer(hearing, last, stop)
    ends = (m for m in range(k, min(stop, k + _LONGEST_ASIDE)) if hearing.comma(m) or hearing.role(m, "that"))
    return next(ends, stop)


def _goes_with(hearing: Hearing, noun: int, i: int) -> bool:
    """Whether an adjective of the occasion at ``noun`` stands at ``i``: «في خطابه الليلي», «في كلمة متلفزة، …»."""
    if is_adjective(hearing, i):
        return True
    definite = hearing.form(noun).startswith("ال") or any(s.pronoun for s in hearing.page.senses[noun])
    if definite:
        return hearing.form(i).startswith("ال") and hearing.cast.at(i) is None
    return hearing.is_word(i) and not hearing.page.senses[i] and hearing.cast.at(i) is None and hearing.comma(i + 1)


def _past_issuer(hearing: Hearing, i: int, stop: int) -> int:
    """Past «أصدرته وزارة الدفاع», «نقلتها وكالة X» behind a paper or a speech: who issued it or passed it on.

    Or where it came out: «صدر في لندن».
    """
    issues = [s for s in hearing.senses.get(i, ()) if s.entry.get("role") in _ISSUES]
    if i >= stop or not issues:
        return i
    if not any(s.pronoun for s in issues):
        place = hearing.cast.at(i + 2) if hearing.form(i + 1) == "في" else None
        return min(stop, place.last) if place is not None else i
    i += 1
    reference = hearing.named_at(i)
    return min(stop, reference.last) if reference else max(i, hearing.role(i, "media"))


def _is_whole(hearing: Hearing, i: int) -> bool:
    """«فيه», «عنها»: a preposition with its pronoun."""
    return any(s.pronoun for s in hearing.senses.get(i, ()) if s.entry.get("role") == "preposition")


def _past_sure_phrase(hearing: Hearing, i: int, stop: int) -> int:
    """Past a preposition, its noun, and the names, definite words and times with it: «خلال مؤتمر صحفي في باكو»."""
    end = _past_phrase(hearing, i, stop)
    if _is_whole(hearing, i):
        return end
    noun = hearing.role(i, "preposition")
    k = noun + 1
    while k < end:
        reference = hearing.cast.at(k)
        last = hearing.role(k, "time", "occasion", "own") or (reference.last if reference else 0)
        if (issued := _past_issuer(hearing, k, end)) > k:
            last = issued
        if not last and (
            hearing.form(k).startswith("ال")
            or "/" in (hearing.form(k), hearing.form(k - 1))
            or is_adjective(hearing, k)
            or (k == noun + 1 and hearing.role(noun, "occasion") and _goes_with(hearing, noun, k))
        ):
            last = k + 1
        if not last:
            break
        k = max(last, k + 1)
    return min(k, end)


def is_adjective(hearing: Hearing, i: int) -> bool:
    """Whether token ``i`` is a nisba or an adjective that qualifies sources and papers («عسكري», «مشترك»)."""
    if any(s.entry.get("qualifier") for s in hearing.informants.get(i, ())):
        return True
    return hearing.is_word(i) and any(s.pos == "nisba" for s in hearing.page.senses[i])
