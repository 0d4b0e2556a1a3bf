"""The step that finds the days of undated documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hudna.reading import Reading
from hudna.record import dating
from hudna.record.steps.entities import Casting
from hudna.record.steps.index import Index
from hudna.record.steps.owned import Owned
from hudna.record.steps.run import Run
from hudna.record.workings import chunks
from hudna.text import Document


def renew(run: Run, names: Iterable[str], casting: Casting, into: Owned) -> set[str]:
    """Bring the datings up to date.

    Args:
        run: the run.
        names: documents of which something changed.
        casting: who is who.
        into: where contradictions go.

    Returns:
        The documents of which the dating is another now.

    """
    indexes = _Indexes(run)
    pending = indexes.take(run, names, casting) - run.gone
    run.saved.replace("datings", "document", {name: [] for name in run.gone})
    into.replace({f"dating {name}": () for name in {*run.gone, *pending}})
    if not pending:
        return set()
    told = _Told(run, pending | indexes.anchors.documents(indexes.wanted.keys(pending)))
    local = casting.cast(sorted(told.names))
    found = dating.settle(told, local, run.sides, run.types, run.lines)
    made = {d.document: [d] for d in found.datings}
    into.replace({f"dating {_document(x.topic)}": [x] for x in found.contradictions})
    return run.saved.replace("datings", "document", {name: made.get(name, []) for name in pending})


def _document(topic: str) -> str:
    return topic.removeprefix("document ")


@dataclass(frozen=True, slots=True)
class _Told:
    """Documents with their readings, as often as they are gone through."""

    run: Run
    names: set[str]

    def __iter__(self) -> Iterator[tuple[Document, Reading]]:
        return (pair for told, _ in self.run.documents(self.names) for pair in told)


class _Indexes:
    """Under which keys documents can date others, and undated ones look for what dates them."""

    def __init__(self, run: Run) -> None:
        self.anchors = Index(run.connection, "anchors")
        self.wanted = Index(run.connection, "wanted")
        self._ties = Index(run.connection, "undated")  # by what undated documents can date one another

    def take(self, run: Run, names: Iterable[str], casting: Casting) -> set[str]:
        """Take in documents; the undated ones that have to be looked at again."""
        touched, ties = set[str](), set[str]()
        out: set[str] = set()
        for some in chunks(sorted(run.gone)):
            ties |= self._ties.replace({name: set() for name in some})
            touched |= self.anchors.replace({name: set() for name in some})
            self.wanted.replace({name: set() for name in some})
        for told, _ in run.documents(names):
            context = dating.Context(casting.cast([d.name for d, _ in told]), run.sides, run.types, run.lines)
            dated, looked, loose = ({d.name: set[tuple[str, str]]() for d, _ in told} for _ in range(3))
            for document, reading in told:
                sketched, _ = context.sketched(document, reading)
                dated[document.name] = {(_text(key), "") for key in dating.anchors(sketched, run.sides)}
                if reading.published.value is None:
                    out.add(document.name)
                    keys, ends = dating.wanted(document, reading, sketched, run.sides)
                    looked[document.name] = {(_text(key), "") for key in keys}
                    loose[document.name] = {(_text(key), "") for key in ends}
            touched |= self.anchors.replace(dated)
            self.wanted.replace(looked)
            ties |= self._ties.replace(loose)
        out |= self.wanted.documents(touched) | self._ties.documents(ties)
        return self._all(out)

    def _all(self, names: set[str]) -> set[str]:
        """The undated documents that these can date or be dated by, at first or at tenth hand."""
        waiting, out = names, set(names)
        while waiting:
            waiting = self._ties.documents(self._ties.keys(waiting)) - out
            out |= waiting
        return out


def _text(key: tuple[str, ...]) -> str:
    return "\0".join(key)
