"""The documents, each with those that go back to the same text."""

from dataclasses import dataclass

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

    @property
    def inferred(self) -> bool:
        """Whether the record found out when it appeared, and nothing in it says so."""
        return self.basis == "inferred"


def documents(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Report, ...]:
    """The documents by name; of a choice only the days limit them."""
    copies = {line.id: line.documents for line in dossier.record.lineages}
    return tuple(
        Report(
            d.name,
            d.title,
            d.outlet,
            d.agency,
            d.published,
            d.basis,
            d.url,
            d.lineage,
            tuple(c for c in copies.get(d.lineage, ()) if c != d.name),
            len(dossier.texts[d.name]),
        )
        for d in dossier.record.documents
        if overlap(d.published, choice.since, choice.until)
    )
