"""The step that finds who is who."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from hudna.record import entities, joining
from hudna.record.entities import Seen
from hudna.record.forms import Form
from hudna.record.identity import is_country
from hudna.record.joining import Known
from hudna.record.model import Entity, Join
from hudna.record.steps import lookup
from hudna.record.steps.counts import Counts
from hudna.record.steps.run import Regrouping, Run, number
from hudna.record.workings import Component, Pool, Terms, chunks, open_pool, portions
from hudna.record.workings import number as hashed
from hudna.record.workings.codec import pack

SEEN: Terms[Seen] = Terms("seen", Seen, lambda _: (), {})
_AT_ONCE = 500  # forms whose counts are held at once
_JOINS = ("parent", "position", *(field.name for field in fields(Join)))  # columns of joins
_SEEN = ("id", "type", "side", "name")  # of an entity, what facts can depend on


class _Circle(NamedTuple):
    """The forms that are one entity."""

    id: str
    forms: list[int]
    joins: tuple[Join, ...]


class Casting:
    """Who is who in a record."""

    def __init__(self, run: Run) -> None:
        """As earlier runs left it."""
        self._run = run
        self._seen: Pool[Seen] = open_pool(run.connection, SEEN)
        self._forms: Pool[Known] = open_pool(run.connection, joining.TERMS)
        self._counts = Counts(run.connection)
        self._named: dict[int, Form] = {}  # forms that came
        self._cast: dict[str, Mapping[str, str]] = {}  # what ``cast`` gives
        self._touched: set[int] = set()  # forms of which a member came, changed or went

    def renew(self, names: Iterable[str]) -> set[str]:
        """Take in what these documents and those that are gone bring.

        Args:
            names: documents that are to be looked at again.

        Returns:
            The documents that name somebody who is another now, or of another side.

        """
        lines = self._run.lines
        self._take({name: {} for name in self._run.gone})
        for told, bonds in self._run.documents(names):
            self._take({d.name: _numbered(d.name, entities.seen(d, r, lines[d.name], bonds)) for d, r in told})
        self._know()
        return self._regroup()

    def cast(self, names: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
        """Document → id of an entity in its reading → its id in the record."""
        missing = [name for name in names if name not in self._cast]
        self._cast |= {name: _local(seen) for name, seen in self._known(missing).items()} if missing else {}
        return {name: self._cast[name] for name in names}

    def save(self, names: Iterable[str]) -> None:
        """Write who is who, and what these documents bring to entities: their members and offices."""
        for some in chunks(sorted({*names, *self._run.gone})):
            members: dict[str, list[Any]] = {name: [] for name in some}
            offices: dict[str, list[Any]] = {name: [] for name in some}
            for name, seen in self._known(some).items():
                self._cast[name] = _local(seen)
                members[name] = [(own, s.member) for s, own in seen if s.member]
                offices[name] = sorted({(own, office) for s, own in seen for office in s.offices}, key=str)
            self._run.saved.replace("entity_members", "document", members)
            self._run.saved.replace("entity_offices", "document", offices)
        for kept in (self._seen, self._forms, self._counts):
            kept.save()

    # --- what documents bring ---

    def _take(self, given: Mapping[str, Mapping[int, Seen]]) -> None:
        owned = self._seen.owned(given)
        before = self._seen.get(own for owns in owned.values() for own in owns)
        now = {own: seen for items in given.values() for own, seen in items.items()}
        forms = {form: _form(form) for form in {seen.form for seen in (*before.values(), *now.values())}}
        gone = [(forms[seen.form], seen) for own, seen in before.items() if now.get(own) != seen]
        came = [(forms[seen.form], seen) for own, seen in now.items() if before.get(own) != seen]
        self._counts.change(gone, came)
        self._touched.update(form for form, _ in (*gone, *came))
        self._seen.replace(given)
        self._seen.assign({own: str(forms[seen.form]) for own, seen in now.items()})
        self._named.update((form, seen.form) for form, seen in came)

    def _know(self) -> None:
        """Take in the forms that came or that people judged, and take out those that no document has any more."""
        held = self._members(self._touched)
        self._forms.drop(form for form in sorted(self._touched) if form not in held)
        for some in chunks(sorted(self._touched & held.keys())):
            judged = self._counts.of(some, ("judgement",))
            known = self._forms.get(some)
            forms = {own: self._named.pop(own) if own in self._named else known[own].form for own in some}
            bound = {own: tuple(sorted(judged.get(own, {}).get("judgement", ()))) for own in some}
            self._forms.put({own: ("", Known(form, bound[own])) for own, form in forms.items()})

    # --- who is who ---

    def _regroup(self) -> set[str]:
        groups = Regrouping(self._run, self._forms, "entities")
        changed: set[int] = set()  # forms that belong to somebody else now, or to somebody of another side
        for some in portions(self._forms.components(self._touched), lambda c: len(c.members), _AT_ONCE):
            former = self._former({own for component in some for own in component.former.values() if own})
            for component, made, kept in self._resolved(some):
                groups.add(component, made, kept)
                for entity, forms in made:
                    changed.update(f for f in forms if former.get(component.former[f] or "") != _seen_as(entity))
        vanished = groups.close()
        self._follow(vanished)
        return self._seen.owners_in(map(str, changed))

    def _resolved(
        self, some: Sequence[Component[Known]]
    ) -> Iterator[tuple[Component[Known], list[tuple[Entity, list[int]]], list[str]]]:
        """The entities of each of some components with the numbers of their forms; ids of those that are as before."""
        held = self._members(own for component in some for own in component.members)
        cut = [self._cut(component, held) for component in some]
        kept = self._kept(cut)
        own = [n for _, circles in cut for c in circles if c.id not in kept for n in c.forms]
        earliest, counts = self._earliest(own), self._counts.of(own, entities.COUNTED)
        for component, circles in cut:
            made = []
            for circle in circles:
                if circle.id not in kept:
                    times = {component.members[n].form: held[n][0] for n in circle.forms}
                    held_of = [counts[n] for n in circle.forms if n in counts]
                    added = {what: _sum([c[what] for c in held_of if what in c]) for what in entities.COUNTED}
                    seen = [s for n in circle.forms for s in earliest.get(n, ())]
                    entity = entities.entity(circle.id, times, added, joins=circle.joins, first=seen)
                    made.append((entity, circle.forms))
            yield component, [*made, *_bare(component, made)], [c.id for c in circles if c.id in kept]

    def _cut(
        self, component: Component[Known], held: Mapping[int, tuple[int, int]]
    ) -> tuple[Component[Known], list["_Circle"]]:
        """A component with the groups of forms in it that are one entity each."""
        numbers = {known.form: own for own, known in component.members.items()}
        first = {form: f"m{held[own][1]:012x}" for form, own in numbers.items()}
        groups = entities.resolve(numbers, first, self._bound(component))
        ids = entities.ids(forms for forms, _ in groups)
        return component, [
            _Circle(own, [numbers[f] for f in forms], joins) for own, (forms, joins) in zip(ids, groups, strict=True)
        ]

    def _kept(self, cut: Sequence[tuple[Component[Known], list["_Circle"]]]) -> set[str]:
        """The entities of the same forms, members and joins as before; not countries, which facts alone can name."""
        same: dict[str, _Circle] = {}
        for component, circles in cut:
            former = Counter(component.former.values())
            for c in circles:
                before = {component.former[own] for own in c.forms}
                whole = before == {c.id} and former[c.id] == len(c.forms) and c.id not in self._forms.left
                if whole and not is_country(c.id) and self._touched.isdisjoint(c.forms):
                    same[c.id] = c
        rows = sorted(self._run.saved.columns("entity_joins", _JOINS, sorted(same)))
        joins: dict[str, list[Join]] = {own: [] for own in same}
        for own, _, *told in rows:
            joins[own].append(Join(*told))
        return {own for own, c in same.items() if tuple(joins[own]) == c.joins}

    def _bound(self, component: Component[Known]) -> entities.Bound:
        """What people decided of the members of the forms of a component."""
        judged = {own: known.form for own, known in component.members.items() if known.judgements}
        out: dict[Form, list[Any]] = {form: [] for form in judged.values()}
        if judged:
            held = self._seen.members(map(str, judged)).values()
            for seen in self._seen.get(own for each in held for own in each).values():
                if seen.member and seen.bonds:
                    out[seen.form].append((seen.member.id, seen.bonds))
        return {form: sorted(members) for form, members in out.items()}

    def _earliest(self, forms: Iterable[int]) -> dict[int, list[Seen]]:
        """Form → what the first document by name that has it has seen of it."""
        first = self._seen.of_first(map(str, forms))
        seen = self._seen.get(own for held in first.values() for own in held)
        return {int(form): [seen[own] for own in held] for form, held in first.items()}

    def _members(self, forms: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Form → how many members it has, and the number of the first."""
        return {int(form): held for form, held in self._seen.sizes(map(str, forms)).items()}

    def _former(self, ids: Iterable[str]) -> dict[str, tuple[str | None, ...]]:
        """Id of an entity → what facts saw it as so far."""
        return {row[0]: _as_seen(*row) for row in self._run.saved.columns("entities", _SEEN, sorted(ids))}

    def _known(self, names: Sequence[str]) -> dict[str, list[tuple[Seen, str]]]:
        """Document → what it has seen, each with the entity of the record that it is."""
        owned = self._seen.owned(names)
        seen = self._seen.get(own for owns in owned.values() for own in owns)
        form_of = {own: int(form) for own, form in self._seen.groups(seen).items()}
        entities = self._forms.groups(set(form_of.values()))
        who = {own: (s, entities[form_of[own]]) for own, s in seen.items()}
        return {name: [who[own] for own in sorted(owns)] for name, owns in owned.items()}

    def _follow(self, vanished: Iterable[str]) -> None:
        """Note what became of entities that are no more: what the first of their members that is left is now."""
        members = self._run.saved.pairs("entity_members", "parent", "id", sorted(vanished))
        heirs: dict[str, int] = {}
        forms = self._seen.groups(number(own) for _, own in members)
        for parent, own in sorted(members):
            if number(own) in forms:
                heirs.setdefault(parent, int(forms[number(own)]))
        now = self._forms.groups(heirs.values())
        for parent in vanished:
            self._run.moved.pop(parent, None)
            if parent in heirs:
                self._run.moved[parent] = now[heirs[parent]]


def _numbered(document: str, seen: Iterable[Seen]) -> dict[int, Seen]:
    """What a document has seen by number; that of a country without a member is a hash."""
    return {number(s.member.id) if s.member else hashed("named", document, s.form.entry): s for s in seen}


def _local(seen: Iterable[tuple[Seen, str]]) -> dict[str, str]:
    """Id of an entity in its reading → its id in the record."""
    return {s.member.local: own for s, own in seen if s.member}


def _seen_as(entity: Entity) -> tuple[str | None, ...]:
    """What of an entity the facts that name it depend on."""
    return _as_seen(*(getattr(entity, name) for name in _SEEN))


def _as_seen(own: str, kind: str, side: str | None, name: str) -> tuple[str | None, ...]:
    return (own, kind, side, name if kind in lookup.PLACES else None)


def _form(form: Form) -> int:
    """The number of a form."""
    return hashed(pack(form))


def _sum(counters: Sequence[Mapping[str, int]]) -> Mapping[str, int]:
    if len(counters) == 1:
        return counters[0]
    out: Counter[str] = Counter()
    for counter in counters:
        out.update(counter)
    return out


def _bare(component: Component[Known], made: Sequence[tuple[Entity, list[int]]]) -> Iterator[tuple[Entity, list[int]]]:
    """The country of a component that no document mentions: facts name it alone."""
    forms_of = {own: known.form for own, known in component.members.items()}
    named = {own: form.entry for own, form in forms_of.items() if is_country(form.entry) and not form.text}
    for entity, forms in made:
        forms.extend(own for own, entry in named.items() if entry == entity.id)
    given = {entity.id for entity, _ in made}
    yield from ((entities.country(entry), [own]) for own, entry in named.items() if entry not in given)
