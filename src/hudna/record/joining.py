"""Which names, as documents give them, are one.

Each document's entity is a *form*: its type, its entry in the lexicon if it has one, its longest name and its
side; equal forms are one from the start. Forms are then joined by rules, the surest first; a join that would make
one entity of two lexicon entries or two sides is refused, so homonyms of different sides stay apart; an entry of the
lexicon is one, whatever sides documents see it on. Work is done within blocks of names that share consonants, so its
cost grows with the number of forms, not of pairs.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from hudna.record.groups import Groups
from hudna.record.identity import is_country
from hudna.record.names import Name, alike, contains, ends, near, parse

_CROWD = 200  # forms of one block beyond which names are too common to be told apart by likeness


@dataclass(frozen=True, slots=True)
class Form:
    """What a document gives of an entity that can be compared; ``scope`` holds a bare «الوزارة» to its lineage.

    ``apart`` is the id of a member that somebody decided not to belong to its group: it is like no other.
    """

    type: str
    entry: str  # id in the lexicon, or a country's id, or ""
    text: str
    side: str
    kind: str = ""  # «army of ARM»: a class of body of which a side has one
    scope: str = ""
    apart: str = ""

    @property
    def name(self) -> Name:
        """The name taken apart."""
        return parse(self.type, self.text)


def form_order(form: Form) -> tuple[str, str, str, int, str, str, str]:
    """The order in which forms are taken: those of a lexicon entry last, fuller names before shorter ones."""
    return (form.apart, form.type, form.entry, -len(form.name.words), form.text, form.side, form.scope)


def form_facts(form: Form) -> dict[str, str]:
    """What must not differ within one entity."""
    return {
        field: value
        for field, value in (("entry", form.entry), ("side", form.side), ("type", form.type), ("kind", form.kind))
        if value and not (field == "side" and form.entry)
    }


class Match(NamedTuple):
    """Two forms to join, the rule that says so and the evidence."""

    left: Form
    right: Form
    rule: str
    why: str


Offices = Mapping[Form, frozenset[str]]
_NONE: frozenset[str] = frozenset()


def matches(forms: Sequence[Form], offices: Offices, groups: Groups[Form]) -> Iterator[Match]:
    """The forms to join, in the order of the rules; later rules see what earlier ones joined.

    Args:
        forms: all forms, in the order of ``form_order``.
        offices: the titles that documents give to a form, where they give any.
        groups: what is joined so far; the caller joins each match before asking for the next.

    """
    yield from _same_entry(forms)
    yield from _same_class(forms)
    free = [f for f in forms if not is_country(f.entry)]
    yield from _same_name(free)
    people = [f for f in free if f.type == "PER"]
    yield from _near_name(people, offices)
    yield from _family_name(people, offices, groups)


def _same_entry(forms: Sequence[Form]) -> Iterator[Match]:
    first: dict[tuple[str, str], Form] = {}
    for form in forms:
        if form.entry:
            before = first.setdefault((form.type, form.entry), form)
            if before is not form:
                yield Match(
                    before,
                    form,
                    "same-entry",
                    f"«{before.text}», «{form.text}»: both are {form.entry}",
                )


def _same_class(forms: Sequence[Form]) -> Iterator[Match]:
    """Bodies of one class and side; an entry of the lexicon with them if it is the only one, and of no other class."""
    entries: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if form.kind and form.entry:
            entries[form.kind].add(form.entry)
            kinds[form.entry].add(form.kind)
    first: dict[str, Form] = {}
    for form in forms:
        if form.kind and not (form.entry and (len(entries[form.kind]) > 1 or len(kinds[form.entry]) > 1)):
            before = first.setdefault(form.kind, form)
            if before is not form and not (before.entry and before.entry == form.entry):
                yield Match(before, form, "same-class", f"«{before.text}», «{form.text}»: both are the {form.kind}")


def _same_name(forms: Sequence[Form]) -> Iterator[Match]:
    """Names of the same words or consonants; a form without side joins where all others are of one side."""
    blocks: dict[tuple[str, str, tuple[str, ...]], list[Form]] = defaultdict(list)
    for form in forms:
        name = form.name
        if name.words and not form.scope:
            kept = name.bones if alike(name, Name(("",) * len(name.words), name.bones)) else name.words
            blocks[form.type, (form.side if name.generic else ""), kept].append(form)
    for _, block in sorted(blocks.items()):
        sides = {f.side for f in block if f.side}
        first: dict[str, Form] = {}
        for form in sorted(block, key=lambda f: (bool(f.apart), not f.side, form_order(f))):
            side = form.side or (min(sides) if len(sides) == 1 else "")
            before = first.setdefault(side, form)
            if before is not form:
                yield Match(before, form, *_likeness(before, form))


def _likeness(left: Form, right: Form) -> tuple[str, str]:
    pair = f"«{left.text}», «{right.text}»"
    if left.text == right.text:
        return "same-spelling", f"{pair}: the same spelling"
    if left.name.words == right.name.words:
        return "same-words", f"{pair}: the same words but for particles, head nouns and the state"
    return "same-consonants", f"{pair}: the same consonants ({' '.join(left.name.bones)})"


def _near_name(people: Sequence[Form], offices: Offices) -> Iterator[Match]:
    """A name with a word left out or a slip in one word, where side or office agree."""
    blocks: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in people:
        bones = form.name.bones
        pairs = [("both", *p) for p in combinations(bones, 2)]
        ends_of = [("first", bones[0]), ("last", bones[-1])] if len(bones) == 2 else []  # noqa: PLR2004 - given and family name
        for key in dict.fromkeys([*pairs, *ends_of]):
            blocks[key].append(form)
    for _, block in sorted(blocks.items()):
        if len(block) > _CROWD:
            continue
        for left, right in combinations(sorted(block, key=form_order), 2):
            agrees = _agreement(left, right, offices)
            if agrees and near(left.name, right.name):
                yield Match(
                    left, right, "near-spelling", f"«{left.text}», «{right.text}»: a slip of spelling apart; {agrees}"
                )
            elif agrees and (contains(left.name, right.name) or contains(right.name, left.name)):
                yield Match(
                    left,
                    right,
                    "shorter-name",
                    f"«{left.text}», «{right.text}»: one leaves out parts of the other; {agrees}",
                )


def _family_name(people: Sequence[Form], offices: Offices, groups: Groups[Form]) -> Iterator[Match]:
    """A family name alone is the only person of that name; among several, the only one whose side or office agrees."""
    full: dict[str, list[Form]] = defaultdict(list)
    for form in people:
        if len(form.name.bones) > 1:
            full[form.name.bones[-1]].append(form)
    for form in people:
        name = form.name
        if not name.bones:
            continue
        found = [
            f
            for f in full.get(name.bones[-1], ())
            if _ends(f.name, name) and not (f.side and form.side and f.side != form.side)
        ]
        persons = {groups.find(f): f for f in reversed(found)}
        why = "the only person of this name"
        if len(persons) > 1:
            persons = {k: f for k, f in persons.items() if _agreement(f, form, offices)}
            why = "the only person of this name whose side or office agrees"
        if len(persons) == 1:
            other = next(iter(persons.values()))
            yield Match(other, form, "family-name", f"«{form.text}», «{other.text}»: {why}")


def _ends(full: Name, short: Name) -> bool:
    sure = alike(short, Name(("",) * len(short.words), short.bones))
    return ends(full, short) and (sure or full.words[-len(short.words) :] == short.words)


def _agreement(left: Form, right: Form, offices: Offices) -> str:
    """What speaks for two alike names being one person: their side or their office; "" for nothing."""
    if left.side and left.side == right.side:
        return f"both of {left.side}"
    if left.side and right.side:
        return ""
    shared = sorted(offices.get(left, _NONE) & offices.get(right, _NONE))
    return f"both «{shared[0]}»" if shared else ""
