"""The step that finds the days of undated documents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hudna.reading import Reading
from hudna.record import dating
from hudna.record.coreference import Sketch
from hudna.record.steps.entities import Casting
from hudna.record.steps.index import Index
from hudna.record.steps.owned import Owned
from hudna.record.steps.run import Run
from hudna.record.workings import chunks
from hudna.text import Document


class Calendar:
    """Which documents can date others, and which wait to be dated, by the keys under which they meet."""

    def __init__(self, run: Run) -> None:
        """As earlier runs left it."""
        self._run = run
        self._anchors = Index(run.connection, "anchors")
        self._wanted = Index(run.connection, "wanted")
        self._ties = Index(run.connection, "undated")  # by what undated documents can date one another
        self._touched: set[str] = set()  # keys of anchors that came or went
        self._loosened: set[str] = set()  # those of ties
        for some in chunks(sorted(run.gone)):
            self._touched |= self._anchors.replace({name: set() for name in some})
            self._put(some, {}, {})

    def anchor(self, given: Mapping[str, Iterable[Sketch]]) -> None:
        """Take in dated documents with their tellings."""
        sides = self._run.sides
        keys = {name: {(_text(key), "") for key in dating.anchors(told, sides)} for name, told in given.items()}
        self._touched |= self._anchors.replace(keys)
        self._put(list(given), {}, {})

    def renew(self, undated: Iterable[str], casting: Casting, into: Owned) -> set[str]:
        """Bring the datings up to date; to be called when all dated documents are taken in.

        Args:
            undated: undated documents of which something changed.
            casting: who is who.
            into: where contradictions go.

        Returns:
            The documents of which the dating is another now.

        """
        run = self._run
        pending = self._pending(undated, casting) - run.gone
        run.saved.replace("datings", "document", {name: [] for name in run.gone})
        into.replace({f"dating {name}": () for name in {*run.gone, *pending}})
        if not pending:
            return set()
        told = _Told(run, pending | self._anchors.documents(self._wanted.keys(pending)))
        found = dating.settle(told, casting.cast(sorted(told.names)), run.sides, run.types, run.lines)
        made = {d.document: [d] for d in found.datings}
        into.replace({f"dating {_document(x.topic)}": [x] for x in found.contradictions})
        return run.saved.replace("datings", "document", {name: made.get(name, []) for name in pending})

    def _pending(self, undated: Iterable[str], casting: Casting) -> set[str]:
        """Take in undated documents; those that have to be looked at again, with them or for what else changed."""
        run, out = self._run, set(undated)
        for told, _ in run.documents(out):
            names = [d.name for d, _ in told]
            self._touched |= self._anchors.replace({name: set() for name in names})
            context = dating.Context(casting.cast(names), run.sides, run.types, run.lines)
            looked, loose = dict[str, set[tuple[str, str]]](), dict[str, set[tuple[str, str]]]()
            for document, reading in told:
                sketched, _ = context.sketched(document, reading)
                keys, ends = dating.wanted(document, reading, sketched, run.sides)
                looked[document.name] = {(_text(key), "") for key in keys}
                loose[document.name] = {(_text(key), "") for key in ends}
            self._put(names, looked, loose)
        out |= self._wanted.documents(self._touched) | self._ties.documents(self._loosened)
        return self._all(out)

    def _put(
        self,
        names: Iterable[str],
        looked: Mapping[str, set[tuple[str, str]]],
        loose: Mapping[str, set[tuple[str, str]]],
    ) -> None:
        """Note what these documents wait for and what ties them to each other: nothing, if they are dated."""
        self._wanted.replace({name: looked.get(name, set()) for name in names})
        self._loosened |= self._ties.replace({name: loose.get(name, set()) for name in names})

    def _all(self, names: set[str]) -> set[str]:
        """The undated documents that these can date or be dated by, at first or at tenth hand."""
        waiting, out = names, set(names)
        while waiting:
            waiting = self._ties.documents(self._ties.keys(waiting)) - out
            out |= waiting
        return out


def _document(topic: str) -> str:
    return topic.removeprefix("document ")


@dataclass(frozen=True, slots=True)
class _Told:
    """Documents with their readings, as often as they are gone through."""

    run: Run
    names: set[str]

    def __iter__(self) -> Iterator[tuple[Document, Reading]]:
        return (pair for told, _ in self.run.documents(self.names) for pair in told)


def _text(key: tuple[str, ...]) -> str:
    return "\0".join(key)
