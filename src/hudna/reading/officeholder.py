"""Whom an office without a name means: the holder whom the document names, the body spoken for, else the state."""

from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.office import Held
from hudna.reading.scene import Scene, is_state

_ROW = 2  # offices before the last one of a row that is surely one man's
_SPEAKS = "spokesperson"  # id in cast/roles.yaml


def in_row(casting: Casting, offices: list[Reference]) -> list[Reference]:
    """Offices of one holder side by side as one reference: «القائد العام للقوات المسلحة وزير الدفاع»."""
    out: list[Reference] = []
    for r in offices:
        if out and out[-1].last == r.first and _of_one(casting, out[-1], r):
            one = out.pop()
            person = casting.type_of(one.entities[0]) == "PER"
            out.append(Reference(one.first, r.last, one.entities if person else r.entities, "role"))
        else:
            out.append(r)
    return out


def _of_one(casting: Casting, one: Reference, other: Reference) -> bool:
    """Whether two offices may be those of one holder: not «التقى الوزير | نظيره», nor those of two states."""
    sides = {casting.side_of(r.entities[0]) for r in (one, other)}
    return other.how != "counterpart" and len(sides) == 1


def _complement(scene: Scene, first: int, last: int) -> set[str]:
    """The words that tell of what an office is, without its head, adjectives of states and articles."""
    words = range(first + 1, last)
    told = (k for k in words if scene.is_arabic(k) and not scene.nisba(k) and not scene.role(k))
    return {scene.form(k).removeprefix("لل").removeprefix("ال") for k in told} - scene.words.tenure


def by_office(scene: Scene, casting: Casting, held: Held) -> Reference | None:
    """An office without a name: the body it speaks for, the holder the document names, else the state it is of."""
    last = max([held.last, *(f.last for f in held.inside)])
    if held.kind == "counterpart":
        return _counterpart(scene, casting, held, last)
    if held.number != "sg" or held.kind == "address":
        return None
    if not held.definite:
        return _shortened(scene, casting, held)
    if held.office.id == _SPEAKS and last == held.first + 1:
        return _spokesperson(scene, casting, held)
    return _by_holder(scene, casting, held, last)


def _by_holder(scene: Scene, casting: Casting, held: Held, last: int) -> Reference | None:
    """The holder of an office whom the document names, a body in the phrase, else the state; ``last`` is its end."""
    same = [
        (f, entity)
        for f, entity in casting.holders
        if f.office is not None and is_like(f.office.id, held.office.id) and held.office.of in (None, f.office.of)
    ]
    told = set() if held.office.unique else _complement(scene, held.first, last)
    same = [(f, e) for f, e in same if told <= _complement(scene, f.extent[0], f.extent[1])]
    before = [entity for f, entity in same if f.first < held.first] or [entity for _, entity in same]
    if before and held.office.id != _SPEAKS:
        return Reference(held.first, last, (before[-1],), "role")
    if (titled := _by_row_of_offices(casting, held)) is not None:
        return Reference(held.first, last, (titled,), "role")
    for f in held.inside:
        sent = is_state(held.office.of) and scene.form(f.first - 1) in scene.words.accredited
        if f.type == "ORG" and f.first in casting.at and not sent:
            return Reference(held.first, last, (casting.at[f.first],), "role")
    if is_state(held.office.of) and held.kind == "office":
        return Reference(held.first, last, (f"loc.{held.office.of}",), "role")
    return None


def _by_row_of_offices(casting: Casting, held: Held) -> str | None:
    """The one before whose name a row of offices stood that this one opened.

    «ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية الأمير فلان»; a row of two may be of two men.
    """
    firsts = {h.first: h for h in casting.held}
    for h in reversed(casting.held):
        if h.first >= held.first or h.office.id != held.office.id or h.name is not None:
            continue
        row = [h]
        while row[-1].name is None and row[-1].last in firsts:
            row.append(firsts[row[-1].last])
        name = row[-1].name
        if len(row) > _ROW and name is not None and row[-1].office.of in (None, held.office.of):
            return casting.at.get(name.first)
    return None


def _shortened(scene: Scene, casting: Casting, held: Held) -> Reference | None:
    """«مدير المنظمة» for the one whom the document named with more words of the same post: «مدير منظمة الصحة …»."""
    i = held.last
    if i != held.first + 1 or not scene.is_arabic(i) or not scene.is_definite(i) or scene.is_definite(i + 1):
        return None
    noun = _complement(scene, held.first, i + 1)
    before = [
        entity
        for f, entity in casting.holders
        if f.office is not None and f.first < held.first and f.office.id == held.office.id
        if noun and noun <= _complement(scene, f.extent[0], f.extent[1])
    ]
    return Reference(held.first, i + 1, (before[-1],), "role") if before else None


def _counterpart(scene: Scene, casting: Casting, held: Held, last: int) -> Reference | None:
    """«نظيره الإيراني» without a name: who holds the office of the person named last in that state, else the state."""
    of = held.office.of
    if held.number != "sg" or not is_state(of):
        return None
    first = scene.page.sentences[scene.page.sentence_of[held.first]].first
    told = zip(casting.found, casting.ids, strict=True)
    before = [entity for f, entity in told if f.type == "PER" and first <= f.first < held.first]
    posts = {f.office.id for f in casting.of(before[-1]) if f.office is not None} if before else set()
    like = [e for f, e in casting.holders if f.office and f.office.of == of and f.office.id in posts]
    return Reference(held.first, last, (like[-1] if like else f"loc.{of}",), "counterpart")


def _spokesperson(scene: Scene, casting: Casting, held: Held) -> Reference | None:
    """«المتحدث» alone: who spoke for a body last, by name or as the body, man or woman as the word has it."""
    feminine = scene.form(held.first).endswith("ه")
    named = [(f.extent[0], e) for f, e in casting.holders if f.office is not None and f.office.id == _SPEAKS]
    nameless = [
        (h.first, casting.at[f.first])
        for h in casting.held
        if h.name is None and h.office.id == _SPEAKS and h.number == "sg"
        for f in h.inside[:1]
        if f.type == "ORG" and f.first in casting.at
    ]
    before = [(i, e) for i, e in named + nameless if i < held.first and scene.form(i).endswith("ه") == feminine]
    return Reference(held.first, held.first + 1, (max(before)[1],), "role") if before else None


def is_like(one: str, other: str) -> bool:
    """Whether the holder of one office may be called by the other: «الوزير» for a foreign minister."""
    return (
        one == other
        or (other == "minister" and one.endswith("minister") and one != "prime-minister")
        or (other == "president" and one == "president-state")
    )
