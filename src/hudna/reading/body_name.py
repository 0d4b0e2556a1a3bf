"""How far the name of a body goes after its head noun."""

from dataclasses import dataclass

from hudna.reading.known import known_at
from hudna.reading.person import name_end, name_start
from hudna.reading.scene import Found, Scene, is_country, side_of
from hudna.text import QUOTES, TokenKind

QUOTED_OPEN = QUOTES | {"("}
_LONGEST = 6  # words after the head of a body's name
_QUOTED = 6  # words between the quotation marks of a name
_ENDINGS = ("يه", "ين", "ون", "ات", "ي")  # of adjectives and plurals
_TEN = frozenset({"عشر", "عشره"})
_NOUN = 5  # letters of an article and a noun


@dataclass(frozen=True, slots=True)
class Complement:
    """How far a body's name goes after its head, and the side it names.

    Attributes:
        last: one past the last token.
        side: state or party named.
        named: whether more than definite nouns and adjectives is among the words.

    """

    last: int
    side: str | None = None
    named: bool = False


def qualified(scene: Scene, k: int) -> int:
    """One past the adjectives at ``k`` that belong to the names of bodies: «المسلحة», «الوطنية»."""
    while scene.is_arabic(k) and scene.form(k) in scene.words.qualifiers and not scene.nisba(k):
        k += 1
    return k


def quotation_end(scene: Scene, k: int) -> int | None:
    """One past the closing mark of a short quotation that opens at ``k``."""
    for end in range(k + 2, min(k + 2 + _QUOTED, len(scene.page.tokens))):
        if scene.page.tokens[end].kind is TokenKind.BREAK:
            return None
        if scene.form(end) in QUOTES or scene.form(end) == ")":
            return end + 1
    return None


def words_after(scene: Scene, k: int, *, unknown: bool, ordinals: bool = False, ministry: bool = False) -> Complement:
    """The words of a name after its head: definite nouns, adjectives, numbers, the state, at last unknown words.

    Args:
        scene: the page.
        k: first token after the head.
        unknown: whether words of no other use belong to the name.
        ordinals: whether «الأول», «التاسعة» do.
        ministry: whether the first word is a field of government, whatever it is («المياه», «التجارة»).

    """
    start, side, named, proper = k, None, False, False
    while k < start + _LONGEST and scene.page.is_word(k) and not _is_another_body(scene, k, start):
        nisba = scene.nisba_hit(k)
        if nisba and not nisba.senses[0].clitics:
            if not scene.is_definite(k) or _disagrees(scene, k):
                break
            side, named, k = side or side_of(nisba.senses[0].entry), True, nisba.last
            continue
        if scene.page.tokens[k].kind is TokenKind.NUMBER or (ordinals and scene.form(k) in scene.words.ordinals):
            arms = _arms(scene, k + 1) if ordinals else k + 1
            if arms > k + 1:
                return Complement(arms, side, named=True)
            named, k = True, k + 1
            continue
        known = known_at(scene, k)
        if known:
            return _with_known(scene, known, start, k, Complement(k, side, named=named), unit=unknown)
        if seat := _seat(scene, k):
            return Complement(seat, side, named=True)
        apart = named or scene.is_definite(k - 1)
        field = ministry or (ordinals and scene.form(k).removeprefix("ال") in scene.words.arms)
        if _is_noun(scene, k, first=k == start, any_noun=field) and (
            not apart or (is_adjective(scene, k) and not _is_title(scene, k))
        ):
            k += 1
            continue
        end = k if proper else _name(scene, k, unknown=unknown, first=k == start)
        if end == k:
            break
        named, proper, k = True, True, end
    return Complement(k, side, named=named)


def _disagrees(scene: Scene, k: int) -> bool:
    """Whether people of a nation stand behind a noun in the feminine, no adjective of it: «طالبت الحركة | الليبيين»."""
    return scene.form(k).endswith(("ين", "ون")) and scene.is_definite(k - 1) and scene.form(k - 1).endswith("ه")


def _arms(scene: Scene, k: int) -> int:
    """One past the words at ``k`` that go on with the number of a unit: «الخامس عشر», «35 مدرع»."""
    if scene.form(k) in _TEN:
        k += 1
    while scene.is_arabic(k) and scene.form(k).removeprefix("ال") in scene.words.arms:
        k += 1
    return k


def agency_end(scene: Scene, k: int) -> int:
    """One past what closes the name of a news agency at ``k``: «الرسمية للأنباء», «الإيرانية للأنباء»; else ``k``."""
    end = qualified(scene, k)
    while scene.is_definite(end) and (nisba := scene.nisba_hit(end)):
        end = qualified(scene, nisba.last)
    return end + 1 if scene.form(end) in scene.words.agency_tail else k


def _with_known(scene: Scene, known: Found, start: int, k: int, so_far: Complement, *, unit: bool) -> Complement:
    """The complement with a name of the lexicon at its end; a person only right after the head or a title.

    After a definite word no name stands in construct: in «حث الاتحاد الأفريقي كينيا» the state is another noun phrase,
    in «حزب الدعوة المجلس الأعلى» another body. Units alone are called so after their town: «القوة الأمنية زوارة».
    """
    country = known.entry is not None and is_country(known.entry.id)
    if known.type == "ORG":
        next_phrase = scene.is_definite(k - 1)
    elif known.type == "PER":
        next_phrase = not scene.role(k - 1)
    else:
        adjective = scene.form(k) in scene.words.qualifiers  # «المؤسسة العامة … العربية السعودية»
        next_phrase = scene.is_definite(k - 1) and not adjective and (country or not unit)
    # «مدير المرصد رامي …», «اتهمت الحركة إسرائيل»
    apart = known.type in ("PER", "LOC") and scene.is_definite(k - 1)
    if known.cut or ((k > start or apart) and next_phrase):
        return so_far
    state = known.side if country and known.field == "names" else None
    return Complement(known.last, so_far.side or state, named=True)


def _is_another_body(scene: Scene, k: int, start: int) -> bool:
    """Whether the head of another body stands at ``k`` behind a definite word: «انتقد الاتحاد الأوروبي السلطات …»."""
    hit = scene.layer_hit(k, "body") if k > start else None
    clear = hit is not None and not hit.senses[0].clitics and hit.senses[0].entry.get("takes") == "state"
    return clear and scene.is_definite(k) and (scene.is_definite(k - 1) or scene.words.is_unknown(scene.form(k - 1)))


def is_adjective(scene: Scene, k: int) -> bool:
    """Whether a definite word after another is its adjective by its form: «الحقوقية», «الأعلى», «اللجنة الدائمة»."""
    form, before = scene.form(k), scene.form(k - 1)
    if form.startswith("لل"):
        return True
    feminine = form.endswith("ه") and (before.endswith(("ه", "ات", "اء")) or not scene.is_definite(k - 1))
    # «الاتحاد الأفريقي | المجلس العسكري»: another body
    after_one = before.endswith("ي") and form.startswith("الم") and scene.layer_hit(k, "body") is None
    listed = form in scene.words.qualifiers or form in scene.words.ordinals
    return listed or feminine or after_one or form.endswith(("ي", "يه"))


def _is_title(scene: Scene, k: int) -> bool:
    """Whether a title with its holder stands at ``k``: «محكمة الاستئناف القاضي سامي …», not «المكتب الإعلامي»."""
    return scene.role(k) is not None and name_start(scene, k + 1) == 0


def is_plain_noun(scene: Scene, k: int) -> bool:
    """Whether an indefinite word that is no verb, adjective of a state or word of the grammar stands at ``k``."""
    form, words = scene.form(k), scene.words
    plain = scene.is_native(k) and len(form) > _NOUN - 2 and not form.endswith(_ENDINGS) and not words.is_function(form)
    other = scene.role(k) or scene.layer_hit(k, "place_head") or scene.nisba(k)
    return plain and not (other or scene.is_verb(k) or words.is_description(form))


def _seat(scene: Scene, k: int) -> int | None:
    """One past the place a body belongs to: «المجلس العسكري لمدينة مصراتة»."""
    hit = scene.layer_hit(k, "place_head")
    if hit is None or hit.senses[0].clitics != "ل":
        return None
    place = known_at(scene, hit.last, "LOC")
    return place.last if place and not place.cut else None


def _is_noun(scene: Scene, k: int, *, first: bool, any_noun: bool) -> bool:
    """Whether a definite noun or adjective of the name stands at ``k``: «الأعلى», «الوكالة الأميركية للتنمية»."""
    form, words = scene.form(k), scene.words
    if form in words.function or words.is_description(form):
        return False
    if form.startswith("لل"):
        return not first and (scene.nisba(k - 1) is not None or scene.form(k - 1) in words.qualifiers)
    return form.startswith("ال") and len(form) >= _NOUN and (any_noun or not (first and form in words.generic))


def _name(scene: Scene, k: int, *, unknown: bool, first: bool) -> int:
    """One past a proper name at ``k``, ``k`` for none."""
    form, words = scene.form(k), scene.words
    if form in words.function or words.is_description(form) or scene.is_verb(k):
        return k
    construct = first and not scene.is_definite(k - 1)  # «مدير المرصد رامي …»: the director's name
    titled = scene.role(k - 1) is not None
    called = form in words.given and (construct or titled)
    # no name stands in construct after a definite word or a number: «القوة لإلقاء القبض», «الفرقة 30 متوارين»
    apart = not titled and (scene.is_definite(k - 1) or scene.page.tokens[k - 1].kind is TokenKind.NUMBER)
    told = called or (unknown and words.is_unknown(form) and not apart and not form.startswith("وال"))
    if not told or name_start(scene, k) != 0:
        return k
    end = name_end(scene, k)
    if called:
        return end
    # «كتيبة آزوف دينيس بروكوبينكو»: another name begins with a given name
    sure = (n for n in range(k + 1, end) if scene.form(n) in words.given and not words.is_common(scene.form(n)))
    return next(sure, end)
