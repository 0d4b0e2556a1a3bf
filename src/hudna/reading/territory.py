"""Whose a place, a unit or a party is where neither its name nor the lexicon tells: the text around it does.

In: the mentions of a document and the keys of its entities; out: the mentions with their sides.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from hudna.lexicon import load
from hudna.reading.scene import Found, Scene, is_state

_NEXT = 4  # tokens between a place and the one behind it that says where it lies («قرية … جنوب محافظة …»)


@lru_cache(maxsize=4)
def usual(language: str) -> dict[tuple[str, str], tuple[str, str | None]]:
    """For a class of party and a state: the key of the entity that the class alone means there, and its side."""
    rows = load(language).layer("usual")
    return {(row.get("class"), row.get("state")): (row.get("means"), row.get("side")) for row in rows}


def with_territory(scene: Scene, found: Iterable[Found], home: str | None) -> list[Found]:
    """Places and numbered units without a side with that of their surroundings, else of the state the text is about."""
    listed, sentence_of = list(found), scene.page.sentence_of
    telling: dict[int, list[Found]] = {}  # the places of each sentence that say in which state they lie
    for f in listed:
        if _tells(f) and not is_backer(scene, f):
            telling.setdefault(sentence_of[f.first], []).append(f)
    return [
        replace(f, side=_territory(f, telling.get(sentence_of[f.first], ()), home)) if _is_open(scene, f) else f
        for f in listed
    ]


def with_employers(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Persons without a side with that of the one body that their office calls by its noun: «المتحدث باسم الشرطة»."""
    sides: dict[str, set[str]] = {}
    at: dict[int, str] = {}  # those of parties by where they are named
    for f in found:
        if f.type == "ORG" and f.side:
            if f.kind:
                sides.setdefault(f.kind, set()).add(f.side)
            else:
                at[f.first] = f.side
    return [replace(f, side=_employer(scene, f, sides, at)) if f.type == "PER" and not f.side else f for f in found]


def _employer(scene: Scene, f: Found, sides: Mapping[str, Collection[str]], at: Mapping[int, str]) -> str | None:
    """The side of the party that an office names by its noun, or of the only body of a class in the text."""
    words = range(f.office.first, f.office.last) if f.office is not None else range(0)
    if (named := next((at[k] for k in words if k in at), None)) is not None:
        return named
    for k in words:
        hit = scene.layer_hit(k, "body") if scene.is_definite(k) else None
        told = sides.get(str(hit.senses[0].entry.get("class")), ()) if hit is not None else ()
        if len(told) == 1:
            return next(iter(told))
    return None


def _is_open(scene: Scene, f: Found) -> bool:
    """Whether a mention has no side though it must lie in a state or serve one."""
    if f.side is not None or f.entry is not None:
        return False
    if f.type in ("LOC", "FAC"):
        return f.rule != "mention.place-line"
    head = scene.layer_hit(f.first, "body") if f.rule == "mention.named-body" and scene.is_definite(f.first) else None
    return head is not None and bool(head.senses[0].entry.get("unit"))


def _territory(f: Found, here: Sequence[Found], home: str | None) -> str | None:
    """The state of the place right behind, else of all the places of the sentence, else the home of the text."""
    if f.type == "ORG":
        return home
    behind = next((o.side for o in here if f.last <= o.first <= f.last + _NEXT), None)
    told = {o.side for o in here}
    return behind or (next(iter(told)) if len(told) == 1 else None if told else home)


def is_backer(scene: Scene, f: Found) -> bool:
    """Whether a state only backs those told of: «المتمردين المدعومين من رواندا»."""
    return scene.form(f.first - 1) == "من" and scene.form(f.first - 2) in scene.words.backed


def _tells(f: Found) -> bool:
    """Whether a place says in which state it lies; a capital may stand for its government."""
    return f.type in ("LOC", "FAC") and is_state(f.side) and f.field != "capital"
