"""Capitals: the city, or the government that sits there."""

from hudna.reading.finite import says
from hudna.reading.scene import Found, Scene, is_country
from hudna.text import COMMAS, QUOTES

_ATTACK = 3  # words between a noun of attack and «على»
_NEUTRAL = frozenset({"من", "علي"})  # «رد غاضب من موسكو» and «قادمة من موسكو» look alike


def governments(scene: Scene, found: list[Found]) -> set[int]:
    """The numbers of those capitals among ``found`` that stand for their state: «قالت باكو», «بين موسكو وأنقرة».

    Where the words around one do not tell, it is the city if the document speaks of the city elsewhere, else the state.
    """
    told = {n: _evidence(scene, f) for n, f in enumerate(found) if f.field == "capital"}
    told = {n: True if state is None and _is_addressed(found, n) else state for n, state in told.items()}
    for n, state in told.items():
        if state is None:
            told[n] = _by_company(scene, found, n, told)
    cities = {found[n].entry for n, state in told.items() if state is False}
    return {n for n, state in told.items() if state or (state is None and found[n].entry not in cities)}


def _is_addressed(found: list[Found], n: int) -> bool:
    """Whether a capital stands right behind a person, as the object of what he says: «أمهل الرئيس فلان | طهران»."""
    return n > 0 and found[n - 1].type == "PER" and found[n - 1].last == found[n].first and not found[n].cut


def _by_company(scene: Scene, found: list[Found], n: int, told: dict[int, bool | None]) -> bool | None:
    """As what a capital is listed: «صنعاء ومأرب» are towns, «موسكو وأنقرة» and «روسيا وأنقرة» governments."""
    f = found[n]
    for m in (n - 1, n + 1):
        if not 0 <= m < len(found) or found[m].type != "LOC":
            continue
        one, other = sorted((f, found[m]), key=lambda x: x.first)
        listed = other.first - one.last <= 1 and (
            scene.form(other.first).startswith("و") or scene.form(one.last) in COMMAS
        )
        if listed and found[m].field != "capital":
            entry = found[m].entry
            return entry is not None and is_country(entry.id)
        if listed and told.get(m) is not None:
            return told[m]
    return None


def _evidence(scene: Scene, f: Found) -> bool | None:  # noqa: PLR0911 - a list of decisions
    """True where the words around a capital make it a government, False where they make it a place, else None."""
    i = f.first
    clitic = scene.form(i)[f.cut - 1] if f.cut else ""
    before = scene.form(i - 2 if scene.form(i - 1) in QUOTES else i - 1)
    stem = before[1:] if before[:1] in "وف" and (len(before) > 3 or before[1:] == "في") else before  # noqa: PLR2004
    if clitic == "ب" or (stem == "علي" and _is_struck(scene, i - 1)):
        return False
    if stem == "في" and i > 1 and scene.layer_hit(i - 2, "body"):
        return True  # «السلطات في دمشق»
    if _is_venue(scene, f) or _is_scene(scene, f):
        return False
    if stem == "في":
        return says(scene.page, i - 2) and not scene.page.layer(i - 2, "light")  # «مؤتمر يعقد في لندن»
    if scene.form(i - 2) in scene.words.capital_of and scene.nisba(i - 1):
        return False  # «العاصمة البريطانية لندن»
    if stem in scene.words.political or _is_verb(scene, i - 1) or _is_verb(scene, _past_was(scene, f.last)):
        return True
    if (
        (stem in scene.words.locative and stem not in _NEUTRAL)
        or scene.layer_hit(i - 1, "place_head")
        or _is_dateline(scene, f)
    ):
        return False
    return None


def _is_venue(scene: Scene, f: Found) -> bool:
    """Whether a capital stands in construct with a talk or agreement, that of the place: «مفاوضات الدوحة»."""
    if f.cut or not scene.is_arabic(f.first - 1) or scene.is_definite(f.first - 1):
        return False
    senses = (s for s in scene.page.layer(f.first - 1, "event") if s.pos == "noun" and not s.pronoun)
    kinds = ("CONSULT", "AGREE")
    return any(s.entry.get("event") in kinds and s.entry.get("mode") != "visit" for s in senses)


def _is_scene(scene: Scene, f: Found) -> bool:
    """Whether a capital stands in construct with what bursts or strikes, which befell the city: «تفجير كابل»."""
    if f.cut or not scene.is_arabic(f.first - 1) or scene.is_definite(f.first - 1):
        return False
    senses = scene.page.layer(f.first - 1, "event")
    befell = [s for s in senses if s.entry.get("event") == "ASSAULT" and s.pos in ("noun", "masdar") and not s.pronoun]
    return bool(befell) and not any(s.pos == "verb" for s in senses)


def _is_struck(scene: Scene, k: int) -> bool:
    """Whether «على» at token ``k`` follows a noun or verb of attack: «غارات على صنعاء» fall on the city."""
    words = range(max(k - _ATTACK, 0), k)
    return any(s.entry.get("event") == "ASSAULT" for i in words for s in scene.page.layer(i, "event"))


def _is_verb(scene: Scene, k: int) -> bool:
    return scene.is_arabic(k) and scene.is_verb(k) and scene.form(k) not in scene.words.function


def _past_was(scene: Scene, k: int) -> int:
    """One past «كانت قد» at token ``k``: «أن طهران كانت | اتهمت»."""
    senses = scene.page.senses[k] if k < len(scene.page.tokens) else ()
    k += any(s.pos == "verb" and s.entry.id == "كان" for s in senses)
    return k + (scene.form(k) == "قد")


def _is_dateline(scene: Scene, f: Found) -> bool:
    """Whether a capital opens a line as the place of writing: «كييف 25 شوال», «دمشق (أ ف ب)», «موسكو - »."""
    sentence = scene.page.sentences[scene.page.sentence_of[f.first]]
    after = scene.form(f.last)
    return f.first == sentence.first and (after[:1] in "(-–/:،,0123456789" and after != "")
