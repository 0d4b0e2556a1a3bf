"""Names of persons that no list holds: where one begins and where it ends."""

from hudna.reading.scene import Scene
from hudna.text.clitic import proclitics

_LONGEST = 7  # words of one name, its particles counted
_ALONE = 3  # letters a name of one word must have
_ARTICLE = 4  # letters of an article with at least two letters after it
_ALI = "علي"  # the name and the preposition «على» fold alike
_JOINED = ("بال", "وال", "فال", "كال", "لل")


def _is_ali(scene: Scene, i: int) -> bool:
    """Whether «علي» is the name: written so in a text that writes the preposition «على», with more of a name after it."""
    following = scene.form(i + 1)
    more = following in scene.words.given or following in scene.words.particles or scene.words.is_unknown(following)
    family = following.startswith("ال") and following.endswith("ي") and not scene.nisba(i + 1)
    return scene.writes_ali and scene.page.raw(i, i + 1).endswith("ي") and scene.is_arabic(i + 1) and (more or family)


def name_start(scene: Scene, i: int) -> int | None:
    """Letters before a name that may begin at token ``i``, or None where no name begins."""
    if not scene.is_arabic(i):
        return None
    form, words = scene.form(i), scene.words
    if form == _ALI:
        return 0 if _is_ali(scene, i) else None
    if form in words.given or form in words.particles:
        return 0
    if scene.is_verb(i) or form in words.function:
        return None
    splits = [s for s in proclitics(form) if s.cut]
    for split in splits:
        if split.stem in words.given:
            return split.cut
    if scene.nisba(i) or scene.role(i) or (form.startswith("ال") and not form.endswith("ي")):
        return None
    return 0 if words.is_unknown(form) else None


def opened_name(scene: Scene, i: int) -> int:
    """One past a name at ``i`` where an office asks for one, so that a word of the language may begin it: «إلهام علييف»."""
    form, words = scene.form(i), scene.words
    if not scene.is_arabic(i) or scene.is_definite(i) or not scene.is_arabic(i + 1) or words.is_function(form):
        return i
    if scene.is_verb(i) or scene.nisba(i) or scene.role(i) or scene.is_definite(i + 1):
        return i
    following = scene.form(i + 1)
    if following not in words.given and (not words.is_unknown(following) or following[:1] in "ولبف"):
        return i
    end = name_end(scene, i + 1)
    return end if end > i + 1 else i


def name_end(scene: Scene, i: int) -> int:
    """One past the last token of the name that begins at ``i``; ``i`` itself where the words are no name."""
    end, k, joined = i, i, False
    while k < i + _LONGEST and scene.is_arabic(k):
        form = scene.form(k) if k > i else scene.form(k)[name_start(scene, i) or 0 :]
        if form in scene.words.particles and scene.is_arabic(k + 1):
            k, joined = k + 1, True
            continue
        if not (joined and form not in scene.words.function) and not _is_part(scene, k, form, began=end > i, first=k == i):
            break
        k, joined = k + 1, False
        end = k
        if scene.form(k) == "-" and _adjacent(scene, k):
            k += 1
    return end


def _is_part(scene: Scene, k: int, form: str, *, began: bool, first: bool) -> bool:
    words = scene.words
    if form == _ALI:
        return scene.writes_ali and scene.page.raw(k, k + 1).endswith("ي")
    if form in words.given:
        return True
    if began and form in words.ordinals:
        return scene.form(k - 1) in words.given  # «عبد الله الثاني»
    if len(form) == 1 or form.startswith(_JOINED):
        return False
    if began and form.startswith("و") and len(form) > _ARTICLE:
        return False  # «أغدام وفضولي» are two names
    if form in words.function or (scene.is_verb(k) and not first):
        return False
    if scene.nisba(k) or scene.layer_hit(k, "role"):
        return began and scene.is_definite(k) and form.endswith("ي") and scene.form(k - 1) in words.given and not scene.role(k)
    if not words.is_ordinary(form):
        return len(form) >= _ALONE or began
    family = form.startswith("ال") and len(form) > _ARTICLE and form.endswith("ي")
    return began and family and scene.form(k - 1) in words.given


def _adjacent(scene: Scene, k: int) -> bool:
    tokens = scene.page.tokens
    return (
        scene.is_arabic(k + 1)
        and tokens[k - 1].span.end == tokens[k].span.start
        and tokens[k].span.end == tokens[k + 1].span.start
    )


def strength(scene: Scene, first: int, last: int) -> int:
    """How many words of a name are in no other use: given names count two."""
    words = scene.words
    return sum(2 if scene.form(k) in words.given else int(words.is_unknown(scene.form(k))) for k in range(first, last))
