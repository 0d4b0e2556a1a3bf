"""Names of persons that no list holds: where one begins and where it ends."""

from hudna.reading.scene import Scene
from hudna.text.clitic import proclitics

_LONGEST = 7  # words of one name, its particles counted
_ALONE = 3  # letters a name of one word must have
_ARTICLE = 4  # letters of an article with at least two letters after it
_INFLECTED = ("تين", "تان", "ات", "ون")
_TOLD = 4  # words of a name that only its place tells
_ALI = "علي"  # the name and the preposition «على» fold alike


def name_start(scene: Scene, i: int) -> int | None:  # noqa: PLR0911 - a list of decisions
    """Letters before a name that may begin at token ``i``, or None where no name begins."""
    if not scene.is_native(i):
        return None
    form, words = scene.form(i), scene.words
    if form == _ALI:
        return 0 if _is_ali(scene, i) else None
    if form in words.opening:
        return None if _is_word(scene, i + 1) and scene.is_definite(i + 1) else 0  # «ابن الرئيس»
    if _is_closed(scene, i) or _is_spelled(scene, i):
        return 0
    if form in words.qualifiers or words.is_description(form) or (_is_word(scene, i) and not _after_title(scene, i)):
        return None
    if form.startswith("ال") and scene.is_definite(i - 1) and _is_definite_nisba(scene, i + 1):
        return None  # «الإنتاج الحربي المصري»: two adjectives
    if form in words.given and (not words.is_common(form) or _after_title(scene, i) or _is_name(scene, i + 1)):
        return 0
    if scene.is_verb(i) or form in words.function:
        return None
    cut = _cut_before_given(scene, i)
    if cut is not None:
        return cut
    definite = form.startswith("ال") and not form.endswith("ي")
    return None if _is_word(scene, i) or definite or not words.is_unknown(form) else 0


def _is_ali(scene: Scene, i: int) -> bool:
    """Whether «علي» is the name: in a text that writes the preposition «على», with more of a name after it."""
    following = scene.form(i + 1)
    more = following in scene.words.given or following in scene.words.particles or scene.words.is_unknown(following)
    family = following.startswith("ال") and following.endswith("ي") and not scene.nisba(i + 1)
    return _may_be_ali(scene, i) and scene.is_arabic(i + 1) and (more or family)


def _may_be_ali(scene: Scene, k: int) -> bool:
    """Whether «علي» at ``k`` can be the name: the text writes the preposition otherwise, or «بن» stands beside it."""
    beside = "بن" in (scene.form(k - 1), scene.form(k + 1))
    return (scene.writes_ali or beside) and scene.page.raw(k, k + 1).endswith("ي")


def _is_closed(scene: Scene, i: int) -> bool:
    """Whether the next word makes a name of this one: «عز الدين», «عصمت الله»; not «رجل الدين», «فضل الله تعالى»."""
    form, words = scene.form(i), scene.words
    if scene.form(i + 1) not in words.closing or _is_word(scene, i) or scene.form(i + 2) in words.praise:
        return False
    return form in words.closed or form in words.given or words.is_unknown(form)


def _is_spelled(scene: Scene, i: int) -> bool:
    """Whether a name of more words begins at ``i`` that folds like a word of the grammar: «آلان دوس»."""
    return scene.page.raw(i, i + 1) in scene.words.spelled and _is_name(scene, i + 1)


def _cut_before_given(scene: Scene, i: int) -> int | None:
    """Letters before a given name with a particle («ولافروف», «لمحمد»)."""
    form, words = scene.form(i), scene.words
    if words.is_common(form):
        return None
    for split in proclitics(form):
        if split.cut and split.stem in words.given and (not words.is_common(split.stem) or _is_name(scene, i + 1)):
            return split.cut
    return None


def _is_word(scene: Scene, i: int) -> bool:
    """Whether a word is the adjective of a state or an office before it is a name: «تركي», «أمير»."""
    return scene.nisba(i) is not None or scene.role(i) is not None


def _is_definite_nisba(scene: Scene, i: int) -> bool:
    return scene.is_definite(i) and scene.nisba(i) is not None


def _is_name(scene: Scene, i: int) -> bool:
    """Whether token ``i`` is a part of names or no word of the language."""
    form = scene.form(i)
    if form == _ALI:
        return _may_be_ali(scene, i)
    if not scene.is_arabic(i) or scene.is_verb(i):
        return False
    return form in scene.words.given or form in scene.words.particles or scene.words.is_unknown(form)


def _after_title(scene: Scene, i: int) -> bool:
    """Whether a title with the article stands before: «الأمير سلطان بن …», but not in «رئيس الوزراء وزير الدفاع».

    A definite adjective of a state is the title's: «الرئيس الجزائري عبد القادر …».
    """
    if _is_word(scene, i) and (not _is_name(scene, i + 1) or _is_definite_nisba(scene, i)):
        return False
    return i > 0 and scene.is_arabic(i - 1) and scene.is_definite(i - 1) and scene.role(i - 1) is not None


def opened_name(scene: Scene, i: int) -> int:
    """One past a name at ``i`` where an office asks for one, so a word may begin it («إلهام علييف»); ``i`` for none."""
    form, words, following = scene.form(i), scene.words, scene.form(i + 1)
    if not scene.is_native(i) or not scene.is_native(i + 1) or scene.is_definite(i) or scene.is_definite(i + 1):
        return i
    read = any(s.entry.layer != "furniture" for s in scene.page.senses[i])
    if read or words.is_function(form) or form.endswith(_INFLECTED):
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
    if not (scene.is_native(i) and scene.is_native(i + 1)) or scene.is_definite(i) or len(form) < _ALONE:
        return False
    if scene.words.is_function(form) or _is_word(scene, i) or _is_word(scene, i + 1) or scene.is_verb(i):
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
    given = first in words.given or (first == _ALI and _is_ali(scene, i)) or (titled and words.is_unknown(first))
    if not given or not scene.is_native(i) or scene.role(i) or scene.nisba(i) or scene.is_definite(i):
        return i
    inner = all(_may_be_told(scene, k, common=common and not titled) for k in range(i + 1, end - sure))
    if not inner or (sure and not (_may_be_told(scene, end - 1, common=False) or _is_family(scene, end - 1))):
        return i
    others = sum(scene.form(k) in words.given or words.is_unknown(scene.form(k)) for k in range(i + 1, end))
    if first not in words.given and first != _ALI and others < end - i - 1:
        return i
    if scene.form(end) not in words.closes_speaker and scene.role(end) is None:
        while end > i + 2 and not _is_name(scene, end - 1):
            end -= 1  # «أكد النقيب جو هيريرا مقتل ثلاثة»
    return end if others or titled or not common else i


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
    if not (_is_family(scene, k) or _may_be_told(scene, k, common=True)):
        return k
    taken = scene.role(k) is not None or bool(scene.page.names.get(k)) or form.startswith("ال")
    return k if taken else k + 1


def _closes(scene: Scene, k: int, *, titled: bool) -> bool:
    """Whether what stands at ``k`` ends a name after a verb of speech or, with any word of the grammar, an office."""
    form = scene.form(k)
    if _is_construct_office(scene, k) or (titled and scene.is_definite(k) and scene.role(k) is not None):
        return True  # «قال سامي بحر رئيس الوفد», «الدكتور أحمد بحر النائب الأول»
    return form in scene.words.closes_speaker or (titled and form in scene.words.function and form != _ALI)


def _may_be_told(scene: Scene, k: int, *, common: bool) -> bool:
    """Whether a word goes on with a name that :func:`told_name` reads; ``common`` says that a common word opens it."""
    form, words = scene.form(k), scene.words
    if not scene.is_native(k) or words.is_function(form) or words.is_description(form) or form in words.qualifiers:
        return False
    if scene.is_verb(k) or (form.startswith(("ي", "ت")) and words.is_ordinary(form)):
        return False
    if form in words.given:
        return True
    if form.startswith(("ب", "ل")) and len(form) > _ALONE and form[1:] in words.ordinary:
        return False  # a particle and a word: «بنشر»
    if form.startswith("ال"):
        return (form.endswith("ي") or (not common and not scene.role(k))) and not scene.nisba(k)
    short = len(form) <= _ALONE and not common  # «زاو مين تون», «جو آر هيريرا»
    ending = form.endswith(("ي", "ه", "ا", "ين", "ت", *_INFLECTED)) and not words.is_unknown(form)
    inflected = not short and (len(form) < _ALONE or form.startswith("و") or ending)
    return not inflected and len(form) > 1 and not scene.nisba(k)


def _may_follow_rank(scene: Scene, k: int, *, first: bool) -> bool:
    form, words = scene.form(k), scene.words
    if not scene.is_native(k) or words.is_function(form) or scene.is_verb(k) or _is_word(scene, k):
        return False
    if form in words.qualifiers:
        return False
    if form.startswith("ال"):
        return not first and (form.endswith("ي") or words.is_unknown(form))
    if form in words.given or words.is_unknown(form):
        return True
    return form[0] not in "يتسولبف" and not form.endswith(("ا", "ه", "ين", "ون")) and len(form) >= _ALONE


def name_end(scene: Scene, i: int) -> int:
    """One past the last token of the name that begins at ``i``; ``i`` itself where the words are no name."""
    end, k, joined = i, i, False
    while k < i + _LONGEST and scene.is_native(k):
        form = scene.form(k) if k > i else scene.form(k)[name_start(scene, i) or 0 :]
        if form in scene.words.particles and scene.is_arabic(k + 1):
            k, joined = k + 1, True
            continue
        barred = form in scene.words.function and not (form == _ALI and _may_be_ali(scene, k))
        if joined and (barred or _is_construct_office(scene, k)):
            end = k if end > i and scene.form(k - 1) not in scene.words.opening else end  # «آلان دوس رئيس البعثة»
            break
        if k > i and _is_told(scene, k):
            break
        # «كول ديم كول»
        again = k > i and form not in scene.words.function and form in (scene.form(n) for n in range(i, k))
        if not (joined or again) and not (_is_first(scene, k, form) if end == i else _is_next(scene, k, form)):
            break
        k, joined = k + 1, False
        end = k
        if scene.form(k) == "-" and _adjacent(scene, k):
            k += 1
    return end


def _is_told(scene: Scene, k: int) -> bool:
    """Whether a listed name with a particle stands behind a person's: «قال سامي شكري لرويترز»."""
    listed = (s for hit in scene.page.names.get(k, ()) for s in hit.senses)
    return any(s.cut and s.clitics[-1:] in ("ب", "ل") and s.entry.get("type") != "PER" for s in listed)


def _is_first(scene: Scene, k: int, form: str) -> bool:
    """Whether a word can begin a name, after particles or without."""
    words = scene.words
    if form == _ALI:
        return _may_be_ali(scene, k)
    if form in words.closing or _is_closed(scene, k) or _is_spelled(scene, k):
        return True
    if form in words.given and (not form.startswith("ال") or form.endswith("ي")):
        return form not in words.qualifiers
    if _is_barred(scene, form) or _is_word(scene, k) or words.is_ordinary(form):
        return False
    return len(form) >= _ALONE


def _is_next(scene: Scene, k: int, form: str) -> bool:  # noqa: PLR0911 - a list of decisions
    """Whether a word goes on with a name that has begun."""
    words, before = scene.words, scene.form(k - 1)
    if form == _ALI:
        return _may_be_ali(scene, k)
    if form in words.closing:
        return scene.form(k + 1) not in words.praise
    if form in words.given:
        return form not in words.qualifiers and not _is_construct_office(scene, k)
    if form in words.ordinals:
        return before in words.given  # «عبد الله الثاني»
    joined = form.startswith("و") and len(form) > _ARTICLE  # «أغدام وفضولي» are two names
    if joined or _is_barred(scene, form) or scene.is_verb(k):
        return False
    family = form.startswith("ال") and form.endswith("ي") and len(form) > _ARTICLE
    if _is_word(scene, k) or words.is_ordinary(form):
        opened = before in words.given or before == _ALI or scene.form(k - 2) in words.particles
        house = any(s.entry.get("type") == "PER" for h in scene.page.names.get(k, ()) for s in h.senses)
        family = family or (house and before in words.closing)  # «حسين بن عبد الله الأحمر»
        return family and not scene.role(k) and opened
    return True


def _is_construct_office(scene: Scene, k: int) -> bool:
    """Whether an office that something follows begins at ``k``: «رئيس البعثة», not «رئيس» in «محمد رئيس»."""
    office = scene.role(k) if scene.is_arabic(k) else None
    return office is not None and (office.last > k + 1 or scene.is_definite(k + 1))


def _is_barred(scene: Scene, form: str) -> bool:
    """Whether a word is never part of a name: a letter, an adjective of description, a word of the grammar."""
    return len(form) == 1 or form.startswith("لل") or form in scene.words.function or scene.words.is_description(form)


def _adjacent(scene: Scene, k: int) -> bool:
    """Whether a hyphen at ``k`` joins two words without spaces."""
    if not scene.is_arabic(k + 1):
        return False
    before, mark, after = (t.span for t in scene.page.tokens[k - 1 : k + 2])
    return before.end == mark.start and mark.end == after.start


def is_plain(scene: Scene, first: int, last: int) -> bool:
    """Whether unknown words look like names and not like rare words: no verbal prefix, no ending of dual or plural."""
    forms = [scene.form(k) for k in range(first, last)]
    return all(len(f) > _ALONE and not f.endswith(_INFLECTED) and not f.startswith(("است", "ال", "لل")) for f in forms)


def strength(scene: Scene, first: int, last: int) -> int:
    """How much of a name is in no other use: a given name counts two, one that is a word too, or unknown, one."""
    return sum(_weight(scene, scene.form(k)) for k in range(first, last))


def _weight(scene: Scene, form: str) -> int:
    if form in scene.words.particles or form in scene.words.closing:
        return 2
    if form in scene.words.given or form == _ALI:
        return 1 if scene.words.is_common(form) else 2
    return int(scene.words.is_unknown(form))
