"""The documents, each with those that go back to the same text."""

from dataclasses import dataclass

from hudna.record import DocumentEntry
from hudna.views.choice import Choice
from hudna.views.dates import overlap
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING


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


def documents(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Report, ...]:
    """The documents by name; of a choice only the days limit them."""
    held = (d for d in dossier.record.documents if overlap(d.published, choice.since, choice.until))
    return tuple(report(dossier, d) for d in held)


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
        tuple(c for c in dossier.line(entry.lineage) if c != entry.name),
        len(dossier.texts[entry.name]),
        len(dossier.facts(entry.name)),
    )
