"""Bodies told by a head noun: «وزارة الدفاع الأرمنية», «القوات المسلحة», «كتيبة "ثوار المدينة"», «جيش أذربيجان»."""

from dataclasses import dataclass, replace

from hudna.lexicon import Hit, Sense
from hudna.reading.known import known_at
from hudna.reading.person import name_end, name_start
from hudna.reading.scene import QUOTES, Found, Scene, is_country, is_state, side_of
from hudna.text import TokenKind
from hudna.text.clitic import proclitics

_LONGEST = 6  # words after the head of a body's name
_QUOTED = 6  # words between the quotation marks of a name


@dataclass(frozen=True, slots=True)
class Complement:
    """How far a body's name goes after its head, and the side it names."""

    last: int
    side: str | None = None
    named: bool = False


def body_at(scene: Scene, i: int) -> Found | None:
    """The body whose head noun is token ``i``, as far as its name is told."""
    hit = scene.layer_hit(i, "body")
    if hit is None:
        return None
    sense = hit.senses[0]
    if sense.number == "du":
        return None
    cut = _cut(scene, i, sense)
    takes = sense.entry.get("takes")
    definite = scene.is_definite(i) or any(scene.is_definite(k) for k in range(hit.first + 1, hit.last))
    if takes == "state":
        found = _of_state(scene, hit, sense, cut, definite=definite)
    elif takes == "name":
        found = _of_name(scene, hit, sense, cut, definite=definite)
    else:
        found = _of_topic(scene, hit, sense, cut, definite=definite)
    return found


def _cut(scene: Scene, i: int, sense: Sense) -> int:
    form = scene.form(i)
    cut = max((s.cut for s in proclitics(form) if s.clitics == sense.clitics), default=0)
    return cut or sense.cut


def _found(hit: Hit, sense: Sense, cut: int, complement: Complement, rule: str, *, bare: bool = False) -> Found:
    last = max(hit.last, complement.last)
    return Found(
        hit.first, last, "ORG", rule, cut, side=complement.side, kind=sense.entry.get("class") or "", bare=bare
    )


def _of_state(scene: Scene, hit: Hit, sense: Sense, cut: int, *, definite: bool) -> Found | None:
    entry = sense.entry
    complement = _state(
        scene,
        hit.last,
        definite=definite,
        qualifiers=entry.get("lone") is None,
        feminine=_is_feminine(scene, hit, sense),
    )
    if entry.get("lone") == "feminine" and not (complement.side and _feminine(scene, hit.last)):
        return None
    if complement.side or complement.named:
        return _found(hit, sense, cut, complement, "mention.head-noun")
    if entry.get("person"):
        named = _of_person(scene, hit.last)
        if named:
            return replace(_found(hit, sense, cut, Complement(named), "mention.head-noun"), kind="")
    if entry.get("head_only") and not definite and (_of_person(scene, hit.last) or _is_of_office(scene, hit.last)):
        return _found(hit, sense, cut, Complement(hit.last), "mention.bare-body", bare=True)
    if entry.get("own"):
        return replace(_found(hit, sense, cut, Complement(hit.last), "mention.bare-body", bare=True), field="own")
    if not definite or (entry.get("plain") and complement.last > hit.last):
        return None
    if entry.get("lone") and not entry.get("bare"):
        return None
    if complement.last > hit.last or entry.get("bare"):
        found = _found(hit, sense, cut, complement, "mention.bare-body", bare=True)
        seat = (
            known_at(scene, found.last + 1, "LOC")
            if scene.form(found.last) == "في"
            else known_at(scene, found.last, "LOC")
        )
        if (
            seat
            and is_state(seat.side)
            and (scene.form(found.last) == "في" or scene.form(found.last)[:1] in "بل")
            and seat.field == "names"
        ):
            return replace(found, side=seat.side, bare=False, rule="mention.head-noun")
        return found
    return None


def _is_feminine(scene: Scene, hit: Hit, sense: Sense) -> bool | None:
    """Gender that an adjective of the whole name agrees with: that of its first noun; None where a lone noun stands for more."""
    if sense.entry.get("lone"):
        return None
    return scene.form(hit.first).endswith(("ه", "ات", "قوي")) or sense.number == "pl" or "قوات" in scene.form(hit.first)


def _feminine(scene: Scene, k: int) -> bool:
    return scene.form(k).endswith("ه")


def _of_person(scene: Scene, k: int) -> int | None:
    """One past the name of the one a regime or force is called after: «نظام الأسد»."""
    known = known_at(scene, k, "PER")
    if known and not known.cut:
        return known.last
    named = name_start(scene, k) == 0 and (scene.form(k) in scene.words.given or scene.form(k) in scene.words.particles)
    return (name_end(scene, k) if named else k) if named and name_end(scene, k) > k else None


def _is_of_office(scene: Scene, k: int) -> bool:
    """Whether an office without a clitic follows: «حكومة الرئيس …»."""
    role = scene.role(k) if scene.is_arabic(k) else None
    return role is not None and not role.senses[0].clitics and scene.is_definite(k)


def _state(scene: Scene, k: int, *, definite: bool, qualifiers: bool, feminine: bool | None = None) -> Complement:
    """Adjectives and the state after a head: «المسلحة الأرمينية», «أذربيجان»."""
    start = k
    while qualifiers and scene.form(k) in scene.words.qualifiers and scene.is_arabic(k) and not scene.nisba(k):
        k += 1
    hit = scene.nisba_hit(k) if scene.is_arabic(k) else None
    nisba = hit.senses[0] if hit else None
    if hit and feminine is not None and scene.form(hit.last - 1).endswith("ه") != feminine:
        return Complement(k)  # «قائد القوات الجوية الأذري»: the commander is, not the force
    if hit and nisba and not nisba.clitics and scene.is_definite(k) and definite:
        end = hit.last
        while scene.is_arabic(end) and scene.form(end) in scene.words.qualifiers:
            end += 1
        return Complement(end, side_of(nisba.entry), named=True)
    if not definite or k > start:
        place = known_at(scene, k, "LOC") if scene.is_arabic(k) else None
        if place and not place.cut and (not definite or k > start):
            return Complement(place.last, place.side, named=True)
    return Complement(k)


def _quoted(scene: Scene, k: int) -> int | None:
    """One past the closing mark of a short quotation that opens at ``k``."""
    if scene.form(k) not in QUOTES and scene.form(k) != "(":
        return None
    for end in range(k + 2, min(k + 2 + _QUOTED, len(scene.page.tokens))):
        if scene.page.tokens[end].kind is TokenKind.BREAK:
            return None
        if scene.form(end) in QUOTES or scene.form(end) == ")":
            return end + 1
    return None


def _of_name(scene: Scene, hit: Hit, sense: Sense, cut: int, *, definite: bool) -> Found | None:
    k = hit.last
    quoted = _quoted(scene, k)
    if quoted:
        end = quoted
        if scene.layer_hit(end, "purpose"):
            end += 1
        after = _state(scene, end, definite=True, qualifiers=False)
        inner = known_at(scene, k + 1, "ORG")
        found = _found(hit, sense, cut, Complement(max(end, after.last), after.side), "mention.named-body")
        if inner and inner.last == quoted - 1:
            return replace(found, entry=inner.entry, field=inner.field, side=inner.side or after.side)
        return found
    complement = _words(scene, k, unknown=True, ordinals=bool(sense.entry.get("unit")))
    generic = definite and complement.side is None
    told = (
        complement.named and (complement.side is None or complement.last > k + 1)
        if sense.entry.get("unit")
        else not generic
    )
    if complement.last > k and told:
        return _found(hit, sense, cut, complement, "mention.named-body")
    if definite and sense.entry.get("bare"):
        return _found(hit, sense, cut, Complement(k), "mention.bare-body", bare=True)
    return None


def _of_topic(scene: Scene, hit: Hit, sense: Sense, cut: int, *, definite: bool) -> Found | None:
    complement = _words(scene, hit.last, unknown=False)
    if complement.last > hit.last:
        return _found(hit, sense, cut, complement, "mention.head-noun")
    if definite and sense.entry.get("bare"):
        return _found(hit, sense, cut, Complement(hit.last), "mention.bare-body", bare=True)
    return None


def _seat(scene: Scene, k: int) -> int | None:
    """One past the place a body belongs to: «المجلس العسكري لمدينة مصراتة»."""
    hit = scene.layer_hit(k, "place_head")
    if hit is None or hit.senses[0].clitics != "ل":
        return None
    place = known_at(scene, hit.last, "LOC")
    return place.last if place and not place.cut else None


def _words(scene: Scene, k: int, *, unknown: bool, ordinals: bool = False) -> Complement:
    """The words of a body's name after its head: definite nouns, adjectives, numbers, the state, unknown words.

    It is «named» when more than definite nouns and adjectives is among them.
    """
    start, side, words, named = k, None, scene.words, False
    while k < start + _LONGEST and (scene.is_arabic(k) or scene.page.is_word(k)):
        form = scene.form(k)
        nisba = scene.nisba_hit(k)
        if nisba and not nisba.senses[0].clitics:
            if not scene.is_definite(k):
                break
            side = side or side_of(nisba.senses[0].entry)
            k, named = nisba.last, True
            continue
        if scene.page.tokens[k].kind is TokenKind.NUMBER or (ordinals and form in words.ordinals):
            k, named = k + 1, True
            continue
        known = known_at(scene, k)
        if known and known.type == "PER" and k > start and not scene.role(k - 1):
            break
        if known and not known.cut:
            country = known.side if known.field == "names" and known.entry and is_country(known.entry.id) else None
            return Complement(known.last, side or country, named=True)
        seat = _seat(scene, k)
        if seat:
            return Complement(seat, side, named=True)
        if form in words.function or words.is_description(form) or (scene.is_verb(k) and not form.startswith("ال")):
            break
        if form.startswith("ال") and len(form) > 4 and not (k == start and form in words.generic):  # noqa: PLR2004 - article, noun
            k += 1
            continue
        if (
            k > start
            and form.startswith("لل")
            and (scene.nisba(k - 1) or scene.form(k - 1) in words.qualifiers)
            and not known_at(scene, k)
        ):
            k += 1  # «الوكالة الأميركية للتنمية»
            continue
        called = form in words.given and (k == start or scene.role(k - 1) is not None)
        if (called or (unknown and words.is_unknown(form))) and name_start(scene, k) == 0:
            end = name_end(scene, k)
            if end == k:
                break
            k, named = end, True
            continue
        break
    return Complement(k, side, named=named)
