"""Names of persons that no list holds: where one begins and where it ends."""

from hudna.lexicon import Sense
from hudna.reading.scene import Scene, is_country
from hudna.text.clitic import proclitics

_LONGEST = 7  # words of one name, its particles counted
ALONE = 3  # letters a name of one word must have
_FAMILY = 5  # letters of a particle and a family name that are surely not one name
_FOREIGN_W = ("وي", "وو")  # how a foreign name with a W of its own begins
_ARTICLE = 4  # letters of an article with at least two letters after it
INFLECTED = ("تين", "تان", "ات", "ون")
_DUAL = ("تين", "تان")
_TWO = "ين"
ALI = "علي"  # the name and the preposition «على» fold alike


def name_start(scene: Scene, i: int) -> int | None:  # noqa: PLR0911 - a list of decisions
    """Letters before a name that may begin at token ``i``, or None where no name begins."""
    form, words = scene.form(i), scene.words
    if not scene.is_native(i) or form.removeprefix("و") in words.fighters:  # «ومقاتلو بانجسامورو»
        return None
    if form == ALI:
        return 0 if is_ali(scene, i) else None
    if form in words.opening:
        return None if is_word(scene, i + 1) and scene.is_definite(i + 1) else 0  # «ابن الرئيس»
    closed = scene.form(i + 1) in words.closing and _is_closed(scene, i)
    if closed or not words.may_begin_name(form):
        return 0 if closed else None
    if form in words.function and _is_spelled(scene, i):
        return 0
    # «الإنتاج الحربي المصري»: two adjectives
    described = form.startswith("ال") and scene.is_definite(i - 1) and _is_definite_nisba(scene, i + 1)
    if described or is_dual(scene, i) or (is_word(scene, i) and not _after_title(scene, i)):
        return None
    if form in words.given and (not words.is_common(form) or _after_title(scene, i) or is_name(scene, i + 1)):
        return 0
    if form in words.function or scene.is_verb(i):
        return None
    cut = _cut_before_given(scene, i)
    if cut is not None:
        return cut
    definite = form.startswith("ال") and not form.endswith("ي")
    return None if is_word(scene, i) or definite or not words.is_unknown(form) else 0


def is_dual(scene: Scene, i: int) -> bool:
    """Whether a dual and its adjective begin at ``i``, which are no name: «مكالمتين هاتفيتين», «برميلين متفجرين»."""
    form, ending = scene.form(i), scene.form(i)[-3:]
    if form.endswith(_TWO) and form[: -len(_TWO)] in scene.words.ordinary:
        ending = _TWO
    listed = ending in (*_DUAL, _TWO)
    return listed and scene.form(i + 1).endswith(ending) and form not in scene.words.given


def is_ali(scene: Scene, i: int) -> bool:
    """Whether «علي» is the name: in a text that writes the preposition «على», with more of a name after it."""
    following = scene.form(i + 1)
    more = following in scene.words.given or following in scene.words.particles or scene.words.is_unknown(following)
    family = following.startswith("ال") and following.endswith("ي") and not scene.nisba(i + 1)
    return _may_be_ali(scene, i) and scene.is_arabic(i + 1) and (more or family)


def _may_be_ali(scene: Scene, k: int) -> bool:
    """Whether «علي» at ``k`` can be the name: the text writes the preposition otherwise, or names stand beside it."""
    before, behind = scene.form(k - 1), scene.form(k + 1)
    beside = "بن" in (before, behind) or (before in scene.words.given and behind in scene.words.given)
    return (scene.writes_ali or beside) and scene.page.raw(k, k + 1).endswith("ي")


def _is_closed(scene: Scene, i: int) -> bool:
    """Whether the next word makes a name of this one: «عز الدين», «عصمت الله»; not «رجل الدين», «فضل الله تعالى»."""
    form, words = scene.form(i), scene.words
    if scene.form(i + 1) not in words.closing or is_word(scene, i) or scene.form(i + 2) in words.praise:
        return False
    return form in words.closed or form in words.given or words.is_unknown(form)


def _is_spelled(scene: Scene, i: int) -> bool:
    """Whether a name of more words begins at ``i`` that folds like a word of the grammar: «آلان دوس»."""
    return scene.page.raw(i, i + 1) in scene.words.spelled and is_name(scene, i + 1)


def _cut_before_given(scene: Scene, i: int) -> int | None:
    """Letters before a given name with a particle («ولافروف», «لمحمد»)."""
    form, words = scene.form(i), scene.words
    splits = proclitics(form)
    if len(splits) == 1 or words.is_common(form):
        return None
    for split in splits:
        if split.cut and split.stem in words.given and (not words.is_common(split.stem) or is_name(scene, i + 1)):
            return split.cut
    return None


def is_word(scene: Scene, i: int) -> bool:
    """Whether a word is the adjective of a state or an office before it is a name: «تركي», «أمير»."""
    return i in scene.nisbas or scene.role(i) is not None


def _is_definite_nisba(scene: Scene, i: int) -> bool:
    return scene.is_definite(i) and scene.nisba(i) is not None


def is_name(scene: Scene, i: int) -> bool:
    """Whether token ``i`` is a part of names or no word of the language."""
    form = scene.form(i)
    if form == ALI:
        return _may_be_ali(scene, i)
    if not scene.is_arabic(i) or scene.is_verb(i):
        return False
    return form in scene.words.given or form in scene.words.particles or scene.words.is_unknown(form)


def _after_title(scene: Scene, i: int) -> bool:
    """Whether a title with the article stands before: «الأمير سلطان بن …», but not in «رئيس الوزراء وزير الدفاع».

    A definite adjective of a state is the title's: «الرئيس الجزائري عبد القادر …».
    """
    if is_word(scene, i) and (not is_name(scene, i + 1) or _is_definite_nisba(scene, i)):
        return False
    if i > 0 and is_word(scene, i) and _is_definite_nisba(scene, i - 1):  # «وزيرة الخارجية الكينية | أمينة محمد»
        return scene.form(i) in scene.words.given and scene.form(i + 1) in scene.words.given
    return i > 0 and scene.is_arabic(i - 1) and scene.is_definite(i - 1) and scene.role(i - 1) is not None


def name_end(scene: Scene, i: int) -> int:
    """One past the last token of the name that begins at ``i``; ``i`` itself where the words are no name."""
    if _is_done_by_body(scene, i):
        return i
    end, k, joined = i, i, False
    while k < i + _LONGEST and scene.is_native(k):
        form = scene.form(k) if k > i else scene.form(k)[name_start(scene, i) or 0 :]
        if scene.is_arabic(k + 1) and (form in scene.words.particles or (joined and form == "لا")):  # «دي لا كايي»
            k, joined = k + 1, True
            continue
        barred = form in scene.words.function and not (form == ALI and _may_be_ali(scene, k))
        if joined and (barred or is_construct_office(scene, k)):
            end = k if end > i and scene.form(k - 1) not in scene.words.opening else end  # «آلان دوس رئيس البعثة»
            break
        if k > i and (_is_told(scene, k) or _is_another(scene, i, k) or _is_capital(scene, i, k)):
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


def _is_another(scene: Scene, i: int, k: int) -> bool:
    """Whether two persons of the lexicon stand side by side, known by their family names: «انتقد ترامب زيلينسكي»."""
    one = _listed(scene, i, k)
    other = _listed(scene, k, k + 1) | _listed(scene, k, k + 2)  # «استقبل أوباما | محمود عباس»
    return bool(one) and bool(other) and not one & other


def _listed(scene: Scene, first: int, last: int) -> set[str]:
    """The persons of the lexicon whose name, or family name, tokens ``first`` to ``last`` are."""
    hits = (h for h in scene.page.names.get(first, ()) if h.last == last)
    senses = (s for h in hits for s in h.senses if s.entry.get("type") == "PER" and s.pos != "weak")
    return {s.entry.id for s in senses if not s.cut}


def _is_done_by_body(scene: Scene, i: int) -> bool:
    """Whether a given name that is a verb too has a state, town or body behind it, which does it: «رفعت واشنطن …»."""
    if not any(s.pos == "verb" and not s.clitics for s in scene.page.senses[i]):
        return False
    listed = {s.entry.get("type") for hit in scene.page.names.get(i + 1, ()) for s in hit.senses if not s.cut}
    return bool(listed & {"LOC", "ORG"}) and "PER" not in listed  # «رفعت الأسد»


def _is_capital(scene: Scene, i: int, k: int) -> bool:
    """Whether a state or its capital stands behind a name, which is that of nobody: «دعا لافروف | كييف إلى …».

    Behind a given name only a capital with the article is: «اتهم الوزير أحمد علامي | الخرطوم», «جورج واشنطن». Not so
    behind the family name of one whom the lexicon knows: «زار شكري | نجامينا».
    """
    senses = [s for h in scene.page.names.get(k, ()) if h.last == k + 1 for s in h.senses if not s.cut]
    capital = any(s.pos == "capital" for s in senses)
    if scene.is_definite(k):
        return capital
    land = capital or any(is_country(s.entry.id) for s in senses)
    if land and k == i + 1 and _listed(scene, i, k):
        return True
    person = any(s.entry.get("type") == "PER" for s in senses) or scene.form(k) in scene.words.given
    before, words = scene.form(k - 1), scene.words
    first = before in words.given and before not in words.family
    return land and not (person or first or before in words.particles or before in words.opening)


def _is_told(scene: Scene, k: int) -> bool:
    """Whether a listed name with a particle stands behind a person's: «قال سامي شكري لرويترز»."""
    listed = (s for hit in scene.page.names.get(k, ()) for s in hit.senses)
    towards = [s for s in listed if s.cut and s.clitics[-1:] in ("ب", "ل")]
    return any(s.entry.get("type") != "PER" or _is_whole_name(scene, k, s) for s in towards)


def _is_whole_name(scene: Scene, k: int, sense: Sense) -> bool:
    """Whether a person of the lexicon, and no other name, stands behind a particle: «اتصل ماكرون | بنتنياهو»."""
    return sense.pos != "weak" and scene.form(k) not in scene.words.given and len(scene.form(k)) > _FAMILY


def _is_first(scene: Scene, k: int, form: str) -> bool:
    """Whether a word can begin a name, after particles or without."""
    words = scene.words
    if form == ALI:
        return _may_be_ali(scene, k)
    if form in words.closing or _is_closed(scene, k) or (form in words.function and _is_spelled(scene, k)):
        return True
    if form in words.given and (not form.startswith("ال") or form.endswith("ي")):
        return form not in words.qualifiers
    if _is_barred(scene, form) or is_word(scene, k) or words.is_ordinary(form):
        return False
    return len(form) >= ALONE


def _is_next(scene: Scene, k: int, form: str) -> bool:  # noqa: PLR0911 - a list of decisions
    """Whether a word goes on with a name that has begun."""
    words, before = scene.words, scene.form(k - 1)
    if form == ALI:
        return _may_be_ali(scene, k)
    if form in words.closing:
        return scene.form(k + 1) not in words.praise
    if form in words.sons or (scene.form(k + 1) in words.sons and not _is_barred(scene, form)):
        return True
    if form in words.given:
        return form not in words.qualifiers and not is_construct_office(scene, k)
    if form in words.ordinals:
        return before in words.given  # «عبد الله الثاني»
    foreign = form.startswith(_FOREIGN_W) and before in words.given and form[1:] not in words.given  # «مارك ويليامز»
    joined = form.startswith("و") and len(form) > _ARTICLE and not foreign  # «أغدام وفضولي» are two names
    if joined or _is_barred(scene, form) or scene.is_verb(k):
        return False
    family = form.startswith("ال") and form.endswith("ي") and len(form) > _ARTICLE
    if is_word(scene, k) or (words.is_ordinary(form) and not _is_split_by_chance(scene, k)):
        opened = before in words.given or before == ALI or scene.form(k - 2) in words.particles
        house = any(s.entry.get("type") == "PER" for h in scene.page.names.get(k, ()) for s in h.senses)
        family = family or (house and before in words.closing)  # «حسين بن عبد الله الأحمر»
        family = family or (form.startswith("ال") and not scene.page.senses[k] and _ends_full_name(scene, k))
        return family and not scene.role(k) and opened
    return True


def _is_split_by_chance(scene: Scene, k: int) -> bool:
    """Whether a name behind a sure given name is a particle and a word by chance: «مارين لوبن», «جوزيبي كابانا»."""
    before, form, words = scene.form(k - 1), scene.form(k), scene.words
    given = before in words.given and not words.is_common(before)
    particle = form[0] == "ك" or (len(form) == _ARTICLE and form[0] in "ول")
    return given and particle and form not in words.ordinary


def _ends_full_name(scene: Scene, k: int) -> bool:
    """Whether an office or what is said follows a word behind a father's name: «فهد بن علي | العليان المدير …»."""
    closed = scene.form(k + 1) in scene.words.complementisers
    return scene.form(k - 2) in scene.words.particles and (closed or scene.role(k + 1) is not None)


def is_construct_office(scene: Scene, k: int) -> bool:
    """Whether an office that something follows begins at ``k``: «رئيس البعثة», not «رئيس» in «محمد رئيس»."""
    office = scene.role(k) if scene.is_arabic(k) else None
    if office is None:
        return False
    form, words = scene.form(k + 1), scene.words
    # «مساعد رئيس …», «رئيس برنامج …»
    noun = scene.is_arabic(k + 1) and not (form in words.given or words.is_function(form) or scene.is_verb(k + 1))
    return office.last > k + 1 or scene.is_definite(k + 1) or (noun and words.is_ordinary(form))


def _is_barred(scene: Scene, form: str) -> bool:
    """Whether a word is never part of a name: a letter, an adjective of description, a word of the grammar."""
    function = scene.words.function
    grammar = form in function or (form[0] in "وف" and form[1:] in function)  # «وقد طالب …»
    return len(form) == 1 or form.startswith("لل") or grammar or scene.words.is_description(form)


def _adjacent(scene: Scene, k: int) -> bool:
    """Whether a hyphen at ``k`` joins two words without spaces."""
    if not scene.is_arabic(k + 1):
        return False
    before, mark, after = (t.span for t in scene.page.tokens[k - 1 : k + 2])
    return before.end == mark.start and mark.end == after.start


def is_plain(scene: Scene, first: int, last: int) -> bool:
    """Whether unknown words look like names and not like rare words: no verbal prefix, no ending of dual or plural."""
    forms = [scene.form(k) for k in range(first, last)]
    return all(len(f) > ALONE and not f.endswith(INFLECTED) and not f.startswith(("است", "ال", "لل")) for f in forms)


def strength(scene: Scene, first: int, last: int) -> int:
    """How much of a name is in no other use: a given name counts two, one that is a word too, or unknown, one."""
    return sum(_weight(scene, scene.form(k)) for k in range(first, last))


def _weight(scene: Scene, form: str) -> int:
    if form in scene.words.particles or form in scene.words.closing:
        return 2
    if form in scene.words.given or form == ALI:
        return 1 if scene.words.is_common(form) else 2
    return int(scene.words.is_unknown(form))
