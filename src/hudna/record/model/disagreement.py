"""What sources differ on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """One of the versions that disagree: what it says, who says it and the facts that carry it."""

    value: str  # as in the facts: entity ids joined by ", ", a count, a date, a status
    claimed_by: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources differ on.

    Attributes:
        id: from the smallest fact concerned.
        about: occurrence, actors, targets, count or date.
        event: the event concerned; None for tolls that no event is tied to.
        topic: what is counted, for count: "killed military AZE"; else "".
        accounts: the versions side by side, at least two.

    """

    id: str
    about: str
    event: str | None
    topic: str
    accounts: tuple[Account, ...]
