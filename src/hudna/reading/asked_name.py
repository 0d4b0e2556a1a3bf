"""Names that an office, a rank or a verb of speech asks for, so that their words may be words of the language."""

from hudna.reading.person import (
    ALI,
    ALONE,
    INFLECTED,
    is_ali,
    is_construct_office,
    is_name,
    is_word,
    name_end,
    name_start,
)
from hudna.reading.scene import Scene
from hudna.text import COMMAS

_TOLD = 4  # words of a name that only its place tells


def opened_name(scene: Scene, i: int) -> int:
    """One past a name at ``i`` where an office asks for one, so a word may begin it («إلهام علييف»); ``i`` for none."""
    form, words, following = scene.form(i), scene.words, scene.form(i + 1)
    if not scene.is_native(i) or not scene.is_native(i + 1) or scene.is_definite(i) or scene.is_definite(i + 1):
        return i
    read = any(s.entry.layer != "furniture" for s in scene.page.senses[i])
    if read or words.is_function(form) or form.endswith(INFLECTED):
        return i
    particle = following[0] in "ولف" or (following[0] == "ب" and scene.page.names.get(i + 1))
    if following not in words.given and (not words.is_unknown(following) or particle):
        return i
    end = name_end(scene, i + 1)
    return end if end > i + 1 else i


def ranked_name(scene: Scene, i: int) -> int:
    """One past a name at ``i`` right after a rank with the article, where words may be names: «العميد فضل حسن»."""
    k = i + 2 if _is_ranked_pair(scene, i) else i
    while k < i + 2 and _may_follow_rank(scene, k, first=k == i):
        k += 1
    if k > i + 1 and scene.form(k) == scene.form(i):
        return k + 1  # «كول ديم كول»
    return max(k, name_end(scene, k)) if k > i and name_start(scene, k) == 0 else k


def _is_ranked_pair(scene: Scene, i: int) -> bool:
    """Whether a word and a family name in «ال…ي» stand at ``i``: «العقيد ساهر الحربي», not «العميد سابقا المصري»."""
    form, family = scene.form(i), scene.form(i + 1)
    if not (scene.is_native(i) and scene.is_native(i + 1)) or scene.is_definite(i) or len(form) < ALONE:
        return False
    if scene.words.is_function(form) or is_word(scene, i) or is_word(scene, i + 1) or scene.is_verb(i):
        return False
    adjective = (
        family in scene.words.qualifiers or scene.words.is_function(family) or scene.words.is_description(family)
    )
    return family.startswith("ال") and family.endswith("ي") and not adjective and not form.endswith(("ه", "ا"))


def branch_end(scene: Scene, k: int) -> int:
    """One past the branches of arms at ``k`` that belong to a rank: «اللواء الركن الطيار»."""
    while scene.form(k).removeprefix("ال") in scene.words.branches:
        k += 1
    return k


def told_name(scene: Scene, i: int, *, titled: bool = False) -> int:
    """One past a name of two to four words right after a verb of speech, which a comma or what is said follows.

    A given name opens it; its other words may be words of the language: «قال صالح قائد فاضل إن». ``i`` for none.
    ``titled`` says that the words before are an office, so that nothing else has to be a name («هاني البحر»).
    """
    end = next((k for k in range(i + 2, i + _TOLD + 1) if _closes(scene, k, titled=titled)), i)
    words, first = scene.words, scene.form(i)
    common = words.is_common(first)
    sure = first in words.given and not common
    given = first in words.given or (first == ALI and is_ali(scene, i)) or (titled and words.is_unknown(first))
    if not given or not scene.is_native(i) or scene.role(i) or scene.nisba(i) or scene.is_definite(i):
        return i
    inner = all(_may_be_told(scene, k, end, common=common and not titled) for k in range(i + 1, end - sure))
    if not inner:
        return i
    if sure and not (_may_be_told(scene, end - 1, end, common=False) or _is_family(scene, end - 1)):
        return i
    rest = range(i + 1, end)
    others = sum(scene.form(k) in words.given or words.is_unknown(scene.form(k)) or _is_family(scene, k) for k in rest)
    if first not in words.given and first != ALI and others < end - i - 1:
        return i
    if scene.form(end) not in words.closes_speaker and scene.role(end) is None:
        while end > i + 2 and not is_name(scene, end - 1):
            end -= 1  # «أكد النقيب جو هيريرا مقتل ثلاثة»
    return end if others or titled or not common else i


def spoken_name(scene: Scene, i: int) -> int:
    """One past a name of two or three words between a verb of speech or an office and «إن»; ``i`` for none.

    Its first word is a given name, whatever else it may be, and the rest may be any words that describe nobody: «قال
    سالم دربي إن», «أوضح جبريل بساي، وهو …».
    """
    words = scene.words
    if scene.form(i) not in words.given and scene.form(i) not in words.opening:
        return i
    if scene.role(i) or scene.nisba(i) or scene.page.layer(i, "crowd"):
        return i
    least = i + 2 + (scene.form(i) in words.opening)  # «قال عبد النور إن»: he was named before
    end = next((k for k in range(least, i + _TOLD) if _ends_speaker(scene, k)), i)
    return end if end > i and all(_may_be_spoken(scene, k, end) for k in range(i + 1, end)) else i


def spoken_family(scene: Scene, i: int) -> int:
    """One past a family name alone between a verb of speech and «إن», ``i`` for none: «ذكر المغردي أن», «قال ميد إنه».

    With the article it is no word of the language; without, no word that anything here reads, and a man's.
    """
    form, words = scene.form(i), scene.words
    if not scene.is_native(i) or scene.form(i + 1) not in words.complementisers or len(form) < ALONE:
        return i
    if form.startswith("ال"):
        named = not words.is_ordinary(form) and (_is_family(scene, i) or words.is_unknown(form))
    else:
        verbs = () if scene.page.layer(i - 1, "informant") else scene.page.layer(i - 1, "reporting")  # «شاهد عيان»
        man = [s for s in verbs if s.number == "sg" and s.gender == "m" and "that" in s.entry.get("takes", ())]
        past = any(s.tense == "past" for s in man)
        told = past or (bool(man) and not words.is_ordinary(form))  # «يجب | إدراك أن»
        plain = not (words.is_function(form) or words.is_description(form) or _is_toward(scene, form))
        named = told and plain and not (form[0] == "ي" and words.is_ordinary(form))
    read = scene.page.senses[i] or scene.role(i) is not None or scene.page.names.get(i)
    return i + 1 if named and not read and not form.endswith((*INFLECTED, "ا", "ه")) else i


def _is_toward(scene: Scene, form: str) -> bool:
    """Whether a form is a particle and a word: «بنشر», «بسهولة»."""
    return form.startswith(("ب", "ل")) and len(form) > ALONE and form[1:] in scene.words.ordinary


def _ends_speaker(scene: Scene, k: int) -> bool:
    """Whether what is said begins at ``k``, or a remark on who says it: «، وهو قيادي»."""
    if scene.form(k) not in COMMAS:
        return scene.form(k) in scene.words.complementisers
    return scene.form(k + 1) in scene.words.remarks or scene.role(k + 1) is not None


def _may_be_spoken(scene: Scene, k: int, end: int) -> bool:
    """Whether a word goes on with a name that «إن» at ``end`` closes."""
    form, words = scene.form(k), scene.words
    if form == ALI:
        return k == end - 1 and scene.page.raw(k, end).endswith("ي")
    if form in words.closing:
        return scene.form(k + 1) not in words.praise
    if not scene.is_native(k) or words.is_function(form) or words.is_description(form) or form in words.qualifiers:
        return False
    if any(scene.page.layer(k, layer) for layer in ("crowd", "time", "number", "body")) or scene.role(k) is not None:
        return False
    act = any(s.pos == "masdar" for s in scene.page.senses[k]) or scene.page.raw(k, k + 1).endswith("ه")
    verb = scene.is_verb(k) and (form.startswith(("ي", "ت")) or scene.page.layer(k, "reporting"))
    if act or verb:
        return False  # «عن فلان | تأكيده بأن», «الصغير | يجب أن», «الملا عمر | قال إن»
    towards = form.startswith(("لل", "بال")) or (_is_toward(scene, form) and not form.endswith("ي"))
    towards = towards or any(s.cut for hit in scene.page.names.get(k, ()) for s in hit.senses)  # «لرويترز»
    towards = towards or form in words.generic
    definite = form.startswith("ال") and not (form.endswith("ي") or form in words.given or words.is_unknown(form))
    return not (towards or definite or form.endswith(INFLECTED)) and (len(form) >= ALONE or words.is_unknown(form))


def _is_family(scene: Scene, k: int) -> bool:
    """Whether a word may be a family name by its ending, as the adjective of a forefather or town: «محمد علوي»."""
    form, words = scene.form(k), scene.words
    plain = scene.is_native(k) and form.endswith("ي") and not words.is_function(form) and not words.is_description(form)
    verb = scene.is_verb(k) and form.startswith(("ي", "ت"))  # «أداني» would be one too
    return plain and not (scene.nisba(k) or scene.role(k) or verb or form in words.qualifiers)


def spoken_end(scene: Scene, k: int) -> int:
    """One past a last word at ``k`` that a name before it has where «إن» follows: «قال العقيد سرحد قادر إن»."""
    if scene.form(k + 1) not in scene.words.complementisers:
        return k
    form = scene.form(k)
    if not (_is_family(scene, k) or _may_be_told(scene, k, k + 1, common=True)):
        return k
    taken = scene.role(k) is not None or bool(scene.page.names.get(k)) or form.startswith("ال")
    return k if taken else k + 1


def _closes(scene: Scene, k: int, *, titled: bool) -> bool:
    """Whether what stands at ``k`` ends a name after a verb of speech or, with any word of the grammar, an office."""
    form = scene.form(k)
    if is_construct_office(scene, k) or (titled and scene.is_definite(k) and scene.role(k) is not None):
        return True  # «قال سامي بحر رئيس الوفد», «الدكتور أحمد بحر النائب الأول»
    return form in scene.words.closes_speaker or (titled and form in scene.words.function and form != ALI)


def _may_be_told(scene: Scene, k: int, end: int, *, common: bool) -> bool:
    """Whether a word goes on with a name that :func:`told_name` reads up to ``end``.

    ``common`` says that a common word opens it.
    """
    form, words = scene.form(k), scene.words
    if not scene.is_native(k) or words.is_function(form) or words.is_description(form) or form in words.qualifiers:
        return False
    if scene.is_verb(k) or (form.startswith(("ي", "ت")) and words.is_ordinary(form)):
        return False
    if form in words.given:
        return True
    people = is_construct_office(scene, k) if scene.role(k) is not None else _are_people(scene, k)
    if people or _is_toward(scene, form):
        return False
    if form.startswith("ال"):
        last = k == end - 1 and not common
        named = form.endswith("ي") or ((last or words.is_unknown(form)) and not scene.role(k))
        return named and not scene.nisba(k)
    short = len(form) <= ALONE and not common  # «زاو مين تون», «جو آر هيريرا»
    ending = form.endswith(("ي", "ه", "ا", "ين", "ت", *INFLECTED)) and not words.is_unknown(form)
    inflected = not short and (len(form) < ALONE or form.startswith("و") or ending)
    return not inflected and len(form) > 1 and not scene.nisba(k)


def _are_people(scene: Scene, k: int) -> bool:
    """Whether a noun for people stands at ``k``, who somebody is: «محمد نور | لاعب الفريق»."""
    victims = (s for s in scene.page.layer(k, "casualty") if s.entry.get("part") == "victim")
    return bool(scene.page.layer(k, "crowd")) or any(victims)


def _may_follow_rank(scene: Scene, k: int, *, first: bool) -> bool:
    form, words = scene.form(k), scene.words
    if not scene.is_native(k) or words.is_function(form) or scene.is_verb(k) or is_word(scene, k):
        return False
    if form in words.qualifiers:
        return False
    if form.startswith("ال"):
        return not first and (form.endswith("ي") or words.is_unknown(form))
    if form in words.given or words.is_unknown(form):
        return True
    return form[0] not in "يتسولبف" and not form.endswith(("ا", "ه", "ين", "ون")) and len(form) >= ALONE
