"""The documents, each with those that go back to the same text."""

from dataclasses import dataclass

from hudna.record import DocumentEntry
from hudna.views.choice import Choice
from hudna.views.dates import overlap
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING
from hudna.views.listing import Listing


@dataclass(frozen=True, slots=True)
class Report:
    """One document; ``copies`` names the others that go back to the same text and count with it as one."""

    id: str
    title: str
    outlet: str | None
    agency: str | None
    published: str | None
    basis: str
    url: str | None
    lineage: str
    copies: tuple[str, ...]
    characters: int
    facts: int

    @property
    def inferred(self) -> bool:
        """Whether the record found out when it appeared, and nothing in it says so."""
        return self.basis == "inferred"


def documents(dossier: Dossier, choice: Choice = EVERYTHING) -> Listing[DocumentEntry, Report]:
    """The documents by name; of a choice only the days limit them."""
    held = tuple(d for d in dossier.record.documents if overlap(d.published, choice.since, choice.until))
    return Listing(held, lambda entry: report(dossier, entry))


def report(dossier: Dossier, entry: DocumentEntry) -> Report:
    """A document as a row."""
    return Report(
        entry.name,
        entry.title,
        entry.outlet,
        entry.agency,
        entry.published,
        entry.basis,
        entry.url,
        entry.lineage,
        _others(dossier.line(entry.lineage), entry.name),
        len(dossier.texts[entry.name]),
        len(dossier.facts(entry.name)),
    )


def _others(line: tuple[str, ...], name: str) -> tuple[str, ...]:
    """A lineage without one of its documents; thousands may go back to one text."""
    at = line.index(name)
    return (*line[:at], *line[at + 1 :])
