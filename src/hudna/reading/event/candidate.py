"""One telling of an event, before the tellings of one happening are united."""

from dataclasses import dataclass

from hudna.reading.model import Event


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event and how it was told.

    Attributes:
        event: the event.
        entry: id of its word in the lexicon.
        frame: its frame.
        definite: whether the word is a definite noun, which may only point back («القصف»).
        title: whether the headline tells it; «if headline and body differ, the body wins» (GUIDE).
        generic: whether the word is one for fighting as such («المعارك»).
        bare: whether it is a definite noun with nobody of its own: it points back to an event told before.
        answers: whether it is done in answer to an attack, and so another deed than that.

    """

    event: Event
    entry: str
    frame: str
    definite: bool
    title: bool
    generic: bool
    bare: bool
    answers: bool = False

    @property
    def rank(self) -> tuple[bool, int]:
        """Order of informativeness, best first: particular words, what it says."""
        e = self.event
        told = (
            2 * len(e.actors)
            + 2 * len(e.targets)
            + (e.place is not None)
            + (e.date is not None)
            + (e.weapon is not None)
        )
        return self.generic, -told
