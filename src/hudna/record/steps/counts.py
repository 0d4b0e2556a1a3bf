"""How often the members of forms have which name, label or spelling: added up, so that they need not be asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, select

from hudna.record.entities import Seen
from hudna.record.workings import chunks, empty, fill
from hudna.record.workings.schema import COUNTS

_Cell = tuple[int, str, str]  # form, what is counted, value
_CELL = ("form", "what", "value")


class Counts:
    """The counts of all forms; those of a run that finds none are kept in memory until they are saved."""

    def __init__(self, connection: Connection) -> None:
        """As earlier runs left them."""
        self._connection = connection
        self._fresh = empty(connection, COUNTS)
        self._held: Counter[_Cell] = Counter()
        self._cells: dict[int, list[_Cell]] | None = None  # by form; None if it has to be looked up

    def change(self, gone: Iterable[tuple[int, Seen]], came: Iterable[tuple[int, Seen]]) -> None:
        """Take off what some members of forms added, and add what others do; each comes with the number of its form."""
        change: Counter[_Cell] = self._held if self._fresh else Counter()
        for form, seen in came:
            change.update((form, what, value) for what, value in seen.counts())
        for form, seen in gone:
            change.subtract((form, what, value) for what, value in seen.counts())
        self._cells = None
        if not self._fresh:
            self._add(change)

    def of(self, forms: Iterable[int], kinds: Collection[str]) -> Mapping[int, Mapping[str, Mapping[str, int]]]:
        """Form → what is counted, of these kinds → value → times, as far as there is any."""
        out: dict[int, dict[str, dict[str, int]]] = {}
        for (form, what, value), times in self._of(forms, kinds):
            out.setdefault(form, {}).setdefault(what, {})[value] = times
        return out

    def save(self) -> None:
        """Write what the table does not hold yet, and let go of it."""
        if self._fresh:
            fill(self._connection, COUNTS, sorted((*cell, times) for cell, times in self._held.items() if times))
            self._fresh, self._held, self._cells = False, Counter(), None

    def _of(self, forms: Iterable[int], kinds: Collection[str]) -> Iterable[tuple[_Cell, int]]:
        if self._fresh:
            for form in forms:
                cells = (cell for cell in self._by_form().get(form, ()) if cell[1] in kinds)
                yield from ((cell, times) for cell in cells if (times := self._held[cell]))
            return
        for some in chunks(forms):
            mine = COUNTS.c.form.in_(some) & COUNTS.c.what.in_(kinds)
            for form, what, value, times in self._connection.execute(select(COUNTS).where(mine)):
                yield (form, what, value), times

    def _by_form(self) -> dict[int, list[_Cell]]:
        if self._cells is None:
            self._cells = {}
            for cell in self._held:
                self._cells.setdefault(cell[0], []).append(cell)
        return self._cells

    def _add(self, change: Mapping[_Cell, int]) -> None:
        """Add to the cells of the table; none is left at nothing."""
        this = (COUNTS.c[name] == bindparam(f"own_{name}") for name in _CELL)
        gone = delete(COUNTS).where(*this)
        for some in chunks(sorted(own for own, times in change.items() if times)):
            forms = COUNTS.c.form.in_({form for form, _, _ in some})  # of whole cells SQLite would look at every row
            held = {(f, w, v): n for f, w, v, n in self._connection.execute(select(COUNTS).where(forms))}
            before = {own: held[own] for own in some if own in held}
            if before:
                named = [{f"own_{name}": part for name, part in zip(_CELL, own, strict=True)} for own in before]
                self._connection.execute(gone, named)
            sums = ((own, before.get(own, 0) + change[own]) for own in some)
            fill(self._connection, COUNTS, ((*own, times) for own, times in sums if times))
