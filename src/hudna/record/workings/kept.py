"""The pool of a run that finds one: in the tables, looked at as far as something changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from hudna.record.workings.block import Blocks, Pair, Seat, crowded, shifted
from hudna.record.workings.codec import decode, encode, pack, unpacker
from hudna.record.workings.component import Component, Found, gather
from hudna.record.workings.pool import Pool
from hudna.record.workings.schema import chunks, fill
from hudna.record.workings.terms import Terms

_T = TypeVar("_T")
_TOGETHER = 100  # items whose meetings are held at once
_REMEMBERED = 1 << 16  # items kept in memory


class Kept(Pool[_T]):
    """Items of which some came in earlier runs: asked for and compared as far as something changed."""

    def __init__(self, connection: Connection, terms: Terms[_T]) -> None:
        """The items that earlier runs left in the tables."""
        super().__init__(connection, terms)
        self._unpack = unpacker(terms.kind)
        self._known: dict[int, _T] = {}
        self._moved: dict[tuple[int, str], tuple[set[Seat], set[Seat]]] = {}  # (key, rule) → who went, who came

    # --- what is there ---

    def get(self, wanted: Iterable[int]) -> Mapping[int, _T]:
        """The items of these numbers that there are."""
        wanted = list(wanted)
        missing = [n for n in wanted if n not in self._known]
        if len(self._known) + len(missing) > _REMEMBERED:
            self._known.clear()
            missing = wanted
        table = self._terms.items
        for some in chunks(missing):
            for own, data in self._connection.execute(select(table.c.id, table.c.data).where(table.c.id.in_(some))):
                self._known[own] = self._unpack(data)
        return {n: self._known[n] for n in wanted if n in self._known}

    def owned(self, owners: Iterable[str]) -> Mapping[str, set[int]]:
        """Owner → the numbers of its items."""
        table = self._terms.items
        out: dict[str, set[int]] = {owner: set() for owner in owners}
        for some in chunks(out):
            for own, owner in self._connection.execute(
                select(table.c.id, table.c.owner).where(table.c.owner.in_(some))
            ):
                out[owner].add(own)
        return out

    def owners(self, wanted: Iterable[int]) -> Mapping[int, str]:
        """Number → the owner of the item."""
        return self._column("owner", wanted)

    def groups(self, wanted: Iterable[int]) -> Mapping[int, str]:
        """Number → id of the group that the item is in, for those that are in one."""
        return {own: group for own, group in self._column("grp", wanted).items() if group}

    def members(self, groups: Iterable[str]) -> Mapping[str, list[int]]:
        """Group → the numbers of its items, for those that have any."""
        table = self._terms.items
        out: dict[str, list[int]] = {}
        for some in chunks(groups):
            for group, own in self._connection.execute(select(table.c.grp, table.c.id).where(table.c.grp.in_(some))):
                out.setdefault(group, []).append(own)
        return out

    def owners_in(self, groups: Iterable[str]) -> set[str]:
        """The owners of the items of these groups."""
        table = self._terms.items
        out: set[str] = set()
        for some in chunks(groups):
            out.update(
                self._connection.execute(select(table.c.owner).where(table.c.grp.in_(some)).distinct()).scalars()
            )
        return out

    def sizes(self, groups: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Group → how many items it has and the smallest number, for those that have any."""
        table = self._terms.items
        out: dict[str, tuple[int, int]] = {}
        for some in chunks(groups):
            query = select(table.c.grp, func.count(), func.min(table.c.id)).where(table.c.grp.in_(some))
            for group, times, first in self._connection.execute(query.group_by(table.c.grp)):
                out[group] = (times, first)
        return out

    def of_first(self, groups: Iterable[str]) -> Mapping[str, list[int]]:
        """Group → the numbers of its items that its first owner has, in order."""
        table = self._terms.items
        out: dict[str, list[int]] = {}
        for some in chunks(groups):
            query = select(table.c.grp, func.min(table.c.owner).label("first")).where(table.c.grp.in_(some))
            first = query.group_by(table.c.grp).subquery()
            theirs = (table.c.grp == first.c.grp) & (table.c.owner == first.c.first)
            for group, own in self._connection.execute(select(table.c.grp, table.c.id).join(first, theirs)):
                out.setdefault(group, []).append(own)
        return {group: sorted(held) for group, held in out.items()}

    def _column(self, name: str, wanted: Iterable[int]) -> dict[int, str]:
        table = self._terms.items
        out: dict[int, str] = {}
        for some in chunks(wanted):
            rows = self._connection.execute(select(table.c.id, table.c[name]).where(table.c.id.in_(some)))
            out.update((own, value) for own, value in rows)
        return out

    # --- coming and going ---

    def put(self, given: Mapping[int, tuple[str, _T]]) -> None:
        """Put items with their owners in; those that are the same as before are not touched."""
        packed = {own: (owner, pack(item)) for own, (owner, item) in given.items()}
        before: dict[int, tuple[str, str]] = {}
        table = self._terms.items
        for some in chunks(packed):
            query = select(table.c.id, table.c.owner, table.c.data).where(table.c.id.in_(some))
            before.update((own, (owner, data)) for own, owner, data in self._connection.execute(query))
        changed = [own for own in packed if before.get(own) != packed[own]]
        self._set_keys(changed, {own: given[own][1] for own in changed})
        self.touched.update(changed)
        new = [own for own in changed if own not in before]
        fill(self._connection, table, ((own, *packed[own], None) for own in new))
        renewed = [
            {"own": own, "owned_by": packed[own][0], "given": packed[own][1]} for own in changed if own in before
        ]
        if renewed:
            change = update(table).where(table.c.id == bindparam("own"))
            self._connection.execute(change.values(owner=bindparam("owned_by"), data=bindparam("given")), renewed)
        if len(self._known) + len(changed) > _REMEMBERED:
            self._known.clear()
        self._known.update((own, given[own][1]) for own in changed)

    def drop(self, gone: Iterable[int]) -> None:
        """Take items out."""
        gone = list(gone)
        self.left.update(self.groups(gone).values())
        self._set_keys(gone, {})
        self.touched.update(gone)
        for some in chunks(gone):
            self._connection.execute(delete(self._terms.items).where(self._terms.items.c.id.in_(some)))
        for own in gone:
            self._known.pop(own, None)

    def _set_keys(self, changed: Iterable[int], items: Mapping[int, _T]) -> None:
        table, rules = self._terms.held, self._terms.rules
        for some in chunks(changed):
            for key, place, item, rule in self._connection.execute(select(table).where(table.c.item.in_(some))):
                if rules[rule].crowd is not None or rules[rule].compare is None:
                    self._moved.setdefault((key, rule), (set(), set()))[0].add((place, item))
            self._connection.execute(delete(table).where(table.c.item.in_(some)))
        rows: list[tuple[int, str, int, str]] = []
        for own, item in items.items():
            for key, place, rule in self._terms.places(item):
                if rules[rule].crowd is not None or rules[rule].compare is None:
                    self._moved.setdefault((key, rule), (set(), set()))[1].add((place, own))
                rows.append((key, place, own, rule))
        fill(self._connection, table, rows)

    # --- meeting ---

    def meet(self) -> None:
        """Compare all that can be something to an item that was touched; forget what no longer holds."""
        self._forget(self.touched)
        blocks = Blocks(self._connection, self._terms)
        for some in chunks(sorted(self.touched), _TOGETHER):
            self._compare(self._meetings(some, blocks))
        self._shift(blocks)

    def _meetings(self, items: list[int], blocks: Blocks) -> set[tuple[str, Pair]]:
        """Which pairs these touched items are in; of two touched ones the first has the pair."""
        held = blocks.keys_of(items)
        blocks.fetch((key, rule) for seats in held.values() for key, rule in seats)
        out: set[tuple[str, Pair]] = set()
        for item, seats in held.items():
            for key, rule in seats:
                for pair in blocks[key].met(item, self._terms.rules[rule]):
                    other = pair[0] if pair[1] == item else pair[1]
                    if other > item or other not in self.touched:
                        out.add((rule, pair))
        return out

    def _compare(self, meetings: Iterable[tuple[str, Pair]]) -> None:
        meetings = sorted(meetings)
        items = self.get({own for _, pair in meetings for own in pair})
        rows = []
        for rule, (left, right) in meetings:
            compare = self._terms.rules[rule].compare
            if compare and (what := compare(items[left], items[right])) is not None:
                rows.append((left, right, rule, encode(what)))
                self.disturbed.update((left, right))
        fill(self._connection, self._terms.pairs, rows)

    def _forget(self, items: Iterable[int]) -> None:
        """Take back what was found of these items."""
        table = self._terms.pairs
        for some in chunks(items):
            mine = or_(table.c.left.in_(some), table.c.right.in_(some))
            for pair in self._connection.execute(select(table.c.left, table.c.right).where(mine)):
                self.disturbed.update(pair)
            self._connection.execute(delete(table).where(mine))

    def _shift(self, blocks: Blocks) -> None:
        """Follow those who stayed in a crowd and have other neighbours now."""
        for some in chunks(self._moved, _TOGETHER):
            seats = blocks.seats(key for key, _ in some)
            for key, name in some:
                self._follow(name, seats.get(key, []), *self._moved[key, name], blocks)

    def _follow(self, name: str, after: list[Seat], went: set[Seat], came: set[Seat], blocks: Blocks) -> None:
        rule = self._terms.rules[name]
        if rule.compare is None:
            self.disturbed.update(item for _, item in after)
            return
        before = sorted((set(after) - came) | went)
        if crowded(len(before), rule) or crowded(len(after), rule):
            lost, gained = shifted(before, after, rule)
            self._part({p for p in lost if self.touched.isdisjoint(p)}, name, blocks)
            self._join({p for p in gained if self.touched.isdisjoint(p)}, name)

    def _part(self, lost: Iterable[Pair], rule: str, blocks: Blocks) -> None:
        """Forget pairs that one key no longer brings together, unless another does."""
        for pair in self._stored(lost, rule):
            held = blocks.keys_of(list(pair))
            common = {key for key, name in held[pair[0]] if name == rule} & {key for key, _ in held[pair[1]]}
            blocks.fetch((key, rule) for key in common)
            if not any(blocks[key].meet(pair, self._terms.rules[rule]) for key in common):
                table = self._terms.pairs
                this = (table.c.left == pair[0]) & (table.c.right == pair[1]) & (table.c.rule == rule)
                self._connection.execute(delete(table).where(this))
                self.disturbed.update(pair)

    def _join(self, gained: set[Pair], rule: str) -> None:
        """Compare pairs that a key now brings together, unless another did."""
        known = self._stored(gained, rule)
        self._compare((rule, pair) for pair in gained - known)

    def _stored(self, pairs: Iterable[Pair], rule: str) -> set[Pair]:
        """Those of the pairs that were found to be something to each other."""
        wanted, table = set(pairs), self._terms.pairs
        out: set[Pair] = set()
        for some in chunks(sorted({left for left, _ in wanted})):
            query = select(table.c.left, table.c.right).where(table.c.left.in_(some), table.c.rule == rule)
            out.update((left, right) for left, right in self._connection.execute(query))
        return out & wanted

    def found(self, items: Iterable[int]) -> Iterator[Found]:
        """What these items are to others that come second to them."""
        table = self._terms.pairs
        for some in chunks(items):
            for left, right, rule, what in self._connection.execute(select(table).where(table.c.left.in_(some))):
                yield Found(left, right, rule, decode(what))

    # --- groups ---

    def components(self, also: Iterable[int] = (), /) -> Iterator[Component[_T]]:
        """The components that have an item which was touched, lost or gained something, or is one of ``also``."""
        self.meet()
        start = self.touched | self.disturbed | set(also)
        for some in gather(self._connection, self._terms, start):
            items = self.get(own for members in some for own in members)
            former = self._column("grp", items)
            for members in some:
                held = {own: items[own] for own in members if own in items}
                if held:
                    yield Component(held, {own: former.get(own) for own in held})

    def assign(self, groups: Mapping[int, str]) -> None:
        """Note the group that each of these items is in."""
        table = self._terms.items
        change = update(table).where(table.c.id == bindparam("own")).values(grp=bindparam("into"))
        for some in chunks(groups.items()):
            self._connection.execute(change, [{"own": own, "into": group} for own, group in some])
