"""Making disagreements of accounts."""

from collections.abc import Iterable, Sequence

from hudna.record.identity import DISAGREEMENT, group_id
from hudna.record.model import Account, Disagreement
from hudna.record.model.disagreement import CONTRADICTION


def account(value: str, claimants: Iterable[Iterable[str]], facts: Iterable[str]) -> Account:
    """An account with all who give it."""
    return Account(value, tuple(sorted({x for names in claimants for x in names})), tuple(sorted(set(facts))))


def disagreement(
    about: str, event: str | None, accounts: Sequence[Account], *, topic: str = "", kind: str = CONTRADICTION
) -> Disagreement:
    """The disagreement of these accounts; its id comes from the smallest fact concerned."""
    smallest = min(fact for held in accounts for fact in held.facts)
    return Disagreement(f"{group_id(DISAGREEMENT, [smallest])}.{about}", about, kind, event, topic, tuple(accounts))
