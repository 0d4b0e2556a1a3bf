"""How one event is tied to another, as a row of the one tells it."""

from dataclasses import dataclass

INVERSE = {
    "realises": "realised_by",
    "answers": "answered_by",
    "alleges": "alleged_by",
    "denies": "denied_by",
    "counters": "counters",
    "reverses": "reversed_by",
    "part_of": "has_part",
}


@dataclass(frozen=True, slots=True)
class Bond:
    """A link seen from one of its ends.

    Attributes:
        relation: kind of the link, or its inverse where the other end is what it is said of.
        event: id of the other event.

    """

    relation: str
    event: str

    def __str__(self) -> str:
        return f"{self.relation} {self.event}"
