"""What sources differ on."""

from dataclasses import dataclass

from hudna.frozen import made_fast

CONTRADICTION, CHANGE = "contradiction", "change"


@made_fast
@dataclass(frozen=True, slots=True)
class Account:
    """One of the versions that disagree: what it says, who says it and the facts that carry it."""

    value: str  # as in the facts: entity ids joined by ", ", a count, a date, a status; the words that give a cause
    claimed_by: tuple[str, ...]
    facts: tuple[str, ...]


@made_fast
@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources differ on.

    Attributes:
        id: from the smallest fact concerned.
        about: occurrence, actors, targets, place, date, count or cause.
        kind: contradiction, or change: a running figure that rises from report to report, a measure first denied and
            then taken.
        event: the event concerned; None where several events or none are.
        topic: what is counted, for count: "killed military AZE"; of a truce: "truce"; else "".
        accounts: the versions side by side, at least two; of a change in the order in which they were told.

    """

    id: str
    about: str
    kind: str
    event: str | None
    topic: str
    accounts: tuple[Account, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that carry its versions, each once."""
        return tuple(dict.fromkeys(fact for account in self.accounts for fact in account.facts))
