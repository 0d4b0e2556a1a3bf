"""Places told by a head noun or by what stands beside them: «في منطقة توفوز», «الحدود الأرمينية الأذربيجانية»."""

import re
from dataclasses import replace

from hudna.lexicon import Hit
from hudna.reading.known import known_at, listed_at
from hudna.reading.person import name_end, name_start
from hudna.reading.scene import Found, Scene, is_country, is_state, side_of
from hudna.text import QUOTES, TokenKind

_FOREIGN = 4  # letters of a second word of an unknown place
_LONGEST = 3  # words of an unknown place name
_OF_IT = re.compile(r"[يت]\w{2,}(ها|هم|هما)")  # «قرية | يقطنها», «مبان | تستخدمها» name nothing
_INFLECTED = ("ي", "ه", "ين", "ون", "ات")  # «مدينة سياحية», «حي سكني», «قرية نازحين» name nothing


def place_at(scene: Scene, i: int) -> Found | None:  # noqa: PLR0911 - a list of decisions
    """The place whose head noun is token ``i``."""
    hit = scene.layer_hit(i, "place_head")
    if hit is None or scene.form(i - 1) == "عن":
        return None  # «عن طريق الوساطة»
    entry, cut = hit.senses[0].entry, hit.senses[0].cut
    definite = scene.is_definite(i)
    if entry.get("whole"):
        return Found(hit.first, hit.last, "LOC", "mention.place-line", cut)
    if entry.get("border"):
        return _border(scene, hit, cut) if definite else None
    if definite:
        return (
            _state(scene, hit, cut)
            if entry.get("state")
            else _described(scene, hit, cut)
            if entry.get("described")
            else None
        )
    if entry.get("facility") and (dated := _date(scene, hit.last)):
        return Found(hit.first, _adjectives(scene, dated), "FAC", "mention.place-head", cut)
    named = named_place(scene, hit.last, clitic=False, loose=bool(entry.get("loose")))
    if named is None and entry.get("settled") and hit.senses[0].number != "pl":
        named = _settlement(scene, hit.last)
    if named is None and entry.get("honours"):
        named = _honoured(scene, hit.last)
    if named is None:
        return None
    if not entry.get("in_name"):
        return replace(named, begin=hit.first)
    last = _adjectives(scene, named.last) if entry.get("facility") or entry.get("state") else named.last
    return Found(hit.first, last, "FAC" if entry.get("facility") else "LOC", "mention.place-head", cut, side=named.side)


def _adjectives(scene: Scene, k: int) -> int:
    while scene.is_arabic(k) and scene.form(k) in scene.words.qualifiers:
        k += 1
    return k


def _date(scene: Scene, k: int) -> int | None:
    """One past a day and month that a facility is called after: «قصر 22 مايو», «جسر 14 تموز»."""
    dated = (
        scene.page.is_word(k)
        and scene.page.tokens[k].kind is TokenKind.NUMBER
        and scene.form(k + 1) in scene.words.calendar
    )
    return k + 2 if dated and scene.is_arabic(k + 1) else None


def _described(scene: Scene, hit: Hit, cut: int) -> Found | None:
    """«القاعدة العسكرية الروسية رقم 102», «القصر الرئاسي»: a definite facility with what tells it from others."""
    k = _adjectives(scene, hit.last)
    while (nisba := scene.nisba_hit(k)) and scene.is_definite(k):
        k = nisba.last
    if k == hit.last:
        return None
    if scene.form(k) == "رقم" and scene.page.is_word(k + 1) and scene.page.tokens[k + 1].kind is TokenKind.NUMBER:
        k += 2
    return Found(hit.first, k, "FAC", "mention.place-head", cut)


def _border(scene: Scene, hit: Hit, cut: int) -> Found | None:
    """«الحدود السعودية», «الحدود الأرمينية الأذربيجانية»."""
    k = hit.last
    while (nisba := scene.nisba_hit(k)) and scene.is_definite(k):
        k = nisba.last
    return Found(hit.first, k, "LOC", "mention.place-line", cut) if k > hit.last else None


def _state(scene: Scene, hit: Hit, cut: int) -> Found | None:
    """«الجمهورية العربية السورية»: the state of the adjective."""
    k = hit.last
    while scene.is_arabic(k) and scene.form(k) in scene.words.qualifiers and not scene.nisba(k):
        k += 1
    nisba = scene.nisba_hit(k)
    if nisba is None or not scene.is_definite(k):
        return None
    entry = nisba.senses[0].entry
    return (
        Found(hit.first, nisba.last, "LOC", "mention.place-state", cut, entry, "names", side_of(entry))
        if is_state(side_of(entry))
        else None
    )


def named_place(scene: Scene, k: int, *, clitic: bool, loose: bool = False) -> Found | None:  # noqa: PLR0911 - a list of decisions
    """The place name at ``k``, known or not, where the words before say that it is one; quotation marks may open it."""
    if scene.form(k) in QUOTES:
        k += 1
    if not scene.is_arabic(k):
        return None
    known = known_at(scene, k, "LOC", "FAC", placed=True) or listed_at(scene, k)
    if known:
        last = known.last if clitic else _rest(scene, known)
        if last > known.last:
            return Found(k, last, "LOC", "mention.place-head")
        return replace(known, rule="mention.place-head") if clitic or not known.cut else None
    if known_at(scene, k):
        return None
    form, words = scene.form(k), scene.words
    verb = scene.is_verb(k) or _OF_IT.fullmatch(form)
    if verb or form in words.function or scene.nisba(k) or words.is_description(form):
        return None
    if words.is_unknown(form) and form not in words.generic:
        end = min(max(name_end(scene, k), k + 1), k + _LONGEST)
        cut = 1 if clitic and form.startswith("و") and len(form) > 3 else 0  # noqa: PLR2004 - conjunction and a name
        return Found(k, end, "LOC", "mention.place-head", cut)
    happening = any(s.pos != "verb" for layer in ("event", "casualty") for s in scene.page.layer(k, layer))
    if happening and scene.is_verb(k - 1):
        return None  # «وأدى القصف إلى …» is no valley
    if loose and form.startswith("ال") and form not in words.generic and form not in words.qualifiers:
        return Found(k, _dedication(scene, k), "LOC", "mention.place-head")
    return None


def _honoured(scene: Scene, k: int) -> Found | None:
    """The person at ``k`` whose name a building bears: «مستشفى أبو يوسف النجار»."""
    sure = scene.form(k) in scene.words.given or scene.form(k) in scene.words.opening
    end = name_end(scene, k) if sure and name_start(scene, k) == 0 else k
    return Found(k, end, "LOC", "mention.place-head") if end > k else None


def _rest(scene: Scene, known: Found) -> int:
    """One past a word of no other use after a name of the gazetteer alone: «قاعدة بالي دوغلي» is no «بالي»."""
    k = known.last
    form, words = scene.form(k), scene.words
    sure = known.rule != "mention.gazetteer" or known.entry is None or is_country(known.entry.id)
    if sure or known.cut or known.last > known.first + 1 or not scene.is_native(k):
        return k
    if scene.is_definite(k) or form in words.given or name_end(scene, k) > k + 1:
        return k  # «محافظ مدينة كركوك راكان سعيد»
    plain = form[0] not in "اولبتيسن" and len(form) >= _FOREIGN and not form.endswith(("ا", *_INFLECTED[1:]))
    return k + 1 if plain and words.is_unknown(form) and not scene.page.senses[k] else k


def _settlement(scene: Scene, k: int) -> Found | None:
    """«مدينة قم», «بلدة دير الغصون»: any plain word after the noun for a settlement, adjectives and plurals apart."""
    form, words = scene.form(k), scene.words
    plain = scene.is_native(k) and len(form) > 1 and not scene.is_definite(k) and not form.endswith(_INFLECTED)
    if not plain or words.is_function(form) or form in words.generic or known_at(scene, k):
        return None
    verb = scene.is_verb(k) or _OF_IT.fullmatch(form)
    if verb or scene.nisba(k) or scene.role(k) or scene.layer_hit(k, "place_head"):
        return None
    opens = form in words.place_opening and scene.is_arabic(k + 1) and not words.is_function(scene.form(k + 1))
    return Found(k, k + 2 if opens or name_start(scene, k + 1) == 0 else k + 1, "LOC", "mention.place-head")


def _dedication(scene: Scene, k: int) -> int:
    """One past «الملك فهد», «الحبيب بورقيبة» that a building is called after; else one past the word at ``k``."""
    titled = scene.role(k) is not None or scene.form(k) in scene.words.given
    return max(k + 1, name_end(scene, k + 1)) if titled and name_start(scene, k + 1) == 0 else k + 1
