"""Short forms of the names of persons whom the text names in full: «لافروف», misspelled «لافرورف», «شيرين»."""

from dataclasses import replace

from hudna.reading.scene import Found, Scene
from hudna.reading.slip import Spellings, is_slip
from hudna.text import TokenKind, fold
from hudna.text.clitic import proclitics

_SHORTEST = 3  # letters of a family name that stands for the full name
_FIRST = 4  # letters of a given name that does
_SPELLED = 5  # letters of a family name below which no slip of spelling is forgiven
_TAIL = 2  # last letters that a family name and each form of it with particles have in common
_PARTICLES = frozenset("ولب")  # what is written onto a family name with a slip of spelling


def with_short_names(scene: Scene, found: list[Found]) -> list[Found]:
    """The mentions of a document in the order of the text with later and earlier short forms of full names."""
    full = [f for f in found if f.type == "PER" and f.last - f.first > 1]
    families: dict[str, Found] = {}
    for f in full:
        if not _is_joined(scene, f):
            families.setdefault(scene.form(f.last - 1), f)
    if not full:
        return sorted(found, key=lambda f: (f.first, f.last))
    firsts = _given(scene, full)
    tails = {family[-_TAIL:] for family in families}
    spellings = Spellings(families)
    initials = {family[0] for family in families}
    listed = frozenset(f.entry.id for f in full if f.entry is not None)
    found = [_as_person(scene, _as_namesake(scene, f, families, listed), families) for f in found]
    taken = {k for f in found for k in range(f.first, f.last)}
    more = []
    for k, token in enumerate(scene.page.tokens):
        form = token.form
        if k in taken or token.kind is not TokenKind.WORD or form in scene.words.function:
            continue
        short = _family(scene, k, families) if form[-_TAIL:] in tails else None
        short = short or (_first(scene, k, firsts[form]) if form in firsts else None)
        unlisted = short is None and len(form) >= _SPELLED and not scene.page.senses[k]
        if unlisted and (form[0] in initials or form[0] in _PARTICLES):
            short = _misspelled(scene, k, families, spellings)
        if short:
            more.append(short)
    return sorted([*found, *more], key=lambda f: (f.first, f.last))


def _is_joined(scene: Scene, f: Found) -> bool:
    """Whether the last word of a name is no family name: «بن علي», «عبد الله», «الثاني»."""
    last, words = scene.form(f.last - 1), scene.words
    return scene.form(f.last - 2) in words.particles or last in words.ordinals or last in words.inseparable


def _given(scene: Scene, full: list[Found]) -> dict[str, Found]:
    """Given names that one person of the document bears and that are no other word."""
    bearers: dict[str, dict[str, Found]] = {}
    for f in full:
        form = scene.form(f.first)[f.cut :]
        if form in scene.words.given and not scene.words.is_common(form) and len(form) >= _FIRST:
            bearers.setdefault(form, {})[f.entry.id if f.entry else scene.form(f.last - 1)] = f
    return {form: next(iter(held.values())) for form, held in bearers.items() if len(held) == 1}


def _short(f: Found, k: int, cut: int) -> Found:
    return Found(k, k + 1, "PER", "mention.family-name", cut, f.entry, "family", f.side)


def _as_namesake(scene: Scene, f: Found, families: dict[str, Found], listed: frozenset[str]) -> Found:
    """A family name of the lexicon that is that of another named before: «الجنرال أطهر عباس … الجنرال عباس».

    Not where the text names him of the lexicon in full (``listed``), the name has an office of his own state, or the
    other may be he in another spelling: «رمزان» for «رمضان قديروف».
    """
    if f.type != "PER" or f.entry is None or f.last > f.first + 1 or f.entry.id in listed:
        return f
    full = families.get(scene.form(f.first)[f.cut :])
    his = f.office is not None and f.office.of is not None and f.office.of == f.side
    if full is None or full.first >= f.first or his:
        return f
    given = scene.form(full.first)[full.cut :]
    if any(is_slip(given, fold(name.split()[0])) for name in f.entry.get("names", ())):
        return f
    return replace(_short(full, f.first, f.cut), office=f.office, begin=f.begin, end=f.end)


def _as_person(scene: Scene, f: Found, families: dict[str, Found]) -> Found:
    """A place of one word that is the family name of a person of the document, where he speaks or no list is sure."""
    form = scene.form(f.first)
    full = (families.get(form[f.cut :]) or families.get(form)) if f.last == f.first + 1 else None  # «باراك»
    if full is None or f.type == "PER" or full.first == f.first:
        return f
    speaks = not f.cut and scene.is_told(f.first)
    unsure = f.type == "LOC" and f.rule in ("mention.gazetteer", "mention.tagger")
    cut = f.cut if form[f.cut :] in families else 0
    return _short(full, f.first, cut) if speaks or unsure else f


def _family(scene: Scene, k: int, families: dict[str, Found]) -> Found | None:
    form = scene.form(k)
    for split in proclitics(form):
        full = families.get(split.stem)
        told = not split.cut and scene.is_told(k)  # «وأضاف طه»
        if full is None or (len(split.stem) < _SHORTEST and not told) or (split.cut and form in scene.words.ordinary):
            continue
        if not split.cut and (begin := _with_given(scene, k)) < k:
            return Found(begin, k + 1, "PER", "mention.person-name")  # another of the family
        same = ("ئ" in scene.page.raw(k, k + 1)) == ("ئ" in scene.page.raw(full.last - 1, full.last))
        return _short(full, k, split.cut) if same else None  # «هادئ» is not «هادي»
    return None


def _with_given(scene: Scene, k: int) -> int:
    """The token at which a given name before the family name at ``k`` stands, ``k`` for none: «فارس مناع»."""
    before = scene.form(k - 1) if k and scene.is_arabic(k - 1) else ""
    given = before in scene.words.given and not scene.is_verb(k - 1) and not scene.role(k - 1)
    hits = (s for h in scene.page.names.get(k - 1, ()) for s in h.senses)
    another = any(s.pos == "family" and not s.cut for s in hits)  # «استقبل السيسي | عباس»
    return k - 1 if given and not another else k


def _first(scene: Scene, k: int, full: Found) -> Found | None:
    """A given name alone, where no more of a name can follow."""
    following = scene.form(k + 1)
    closed = not scene.is_arabic(k + 1) or following in scene.words.function or scene.is_verb(k + 1)
    return _short(full, k, 0) if closed and not _is_part(scene, k - 1) else None


def _is_part(scene: Scene, k: int) -> bool:
    form, words = scene.form(k), scene.words
    return scene.is_arabic(k) and (form in words.given or form in words.particles or words.is_unknown(form))


def _misspelled(scene: Scene, k: int, families: dict[str, Found], spellings: Spellings) -> Found | None:
    """A family name with a slip of spelling, in a word that is no other."""
    form = scene.form(k)
    if form.startswith("ال") or not scene.is_native(k) or not scene.words.is_unknown(form):
        return None
    family, cut = next(spellings.like(form), None), 0
    if family is None and form[0] in _PARTICLES:
        family, cut = next(spellings.like(form[1:]), None), 1
    return _short(families[family], k, cut) if family is not None else None
