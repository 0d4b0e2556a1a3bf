"""How often the members of forms have which name, label or spelling: added up, so that they need not be asked."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, tuple_

from hudna.record.entities import Seen
from hudna.record.workings import chunks
from hudna.record.workings.schema import COUNTS

_Cell = tuple[int, str, str]  # form, what is counted, value


class Counts:
    """The counts of all forms."""

    def __init__(self, connection: Connection) -> None:
        """As earlier runs left them."""
        self._connection = connection

    def change(self, gone: Iterable[tuple[int, Seen]], came: Iterable[tuple[int, Seen]]) -> None:
        """Take off what some members of forms added, and add what others do; each comes with the number of its form."""
        change: Counter[_Cell] = Counter()
        for form, seen in came:
            change.update((form, what, value) for what, value in seen.counts())
        for form, seen in gone:
            change.subtract((form, what, value) for what, value in seen.counts())
        cell = tuple_(COUNTS.c.form, COUNTS.c.what, COUNTS.c.value)
        for some in chunks(sorted(own for own, times in change.items() if times)):
            before = {(f, w, v): n for f, w, v, n in self._connection.execute(select(COUNTS).where(cell.in_(some)))}
            if before:
                self._connection.execute(delete(COUNTS).where(cell.in_(list(before))))
            rows = [
                {"form": own[0], "what": own[1], "value": own[2], "times": times}
                for own in some
                if (times := before.get(own, 0) + change[own])
            ]
            if rows:
                self._connection.execute(insert(COUNTS), rows)

    def of(self, forms: Iterable[int], kinds: Collection[str]) -> Mapping[int, Mapping[str, Counter[str]]]:
        """Form → what is counted, of these kinds → value → times."""
        out: dict[int, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for some in chunks(forms):
            mine = COUNTS.c.form.in_(some) & COUNTS.c.what.in_(kinds)
            for form, what, value, times in self._connection.execute(select(COUNTS).where(mine)):
                out[form][what][value] = times
        return out
