"""Every noun phrase of a document that refers to its entities."""

from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.office import Held
from hudna.reading.scene import Scene, side_of


def references(scene: Scene, casting: Casting) -> tuple[Reference, ...]:
    """All references, sorted and apart; of two that overlap the one that begins first, then the longer."""
    out = [Reference(*f.extent, (entity,), "body" if f.bare else "name") for f, entity in zip(casting.found, casting.ids, strict=True)]
    out += [r for h in casting.held if h.name is None and (r := _office(casting, h))]
    taken = {k for r in out for k in range(r.first, r.last)}
    out += _nisbas(scene, taken)
    apart: list[Reference] = []
    for reference in sorted(out, key=lambda r: (r.first, -r.last)):
        if not apart or reference.first >= apart[-1].last:
            apart.append(reference)
    return tuple(apart)


def _office(casting: Casting, held: Held) -> Reference | None:
    """An office without a name: the holder the document names, else the state it is of."""
    before = [
        (f, entity)
        for f, entity in zip(casting.found, casting.ids, strict=True)
        if f.type == "PER" and f.office is not None and f.office.id == held.office.id
    ]
    same = [entity for f, entity in before if held.office.of in (None, f.office.of)]  # type: ignore[union-attr]
    if held.number == "sg" and same and held.definite:
        return Reference(held.first, held.last, (same[-1],), "role")
    if held.office.of and len(held.office.of) == 3 and held.office.of.isupper():  # noqa: PLR2004 - a state
        return Reference(held.first, held.last, ("loc." + held.office.of,), "role")
    return None


def _nisbas(scene: Scene, taken: set[int]) -> list[Reference]:
    out = []
    for i in range(len(scene.page.tokens)):
        if i in taken or not scene.is_arabic(i):
            continue
        nisba = scene.nisba(i)
        side = side_of(nisba.entry) if nisba else None
        if side and len(side) == 3 and side.isupper():  # noqa: PLR2004 - a state
            out.append(Reference(i, i + 1, ("loc." + side,), "nisba"))
    return out
