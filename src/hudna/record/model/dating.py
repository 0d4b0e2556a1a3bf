"""When a document without a date appeared, as the record allows."""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.text import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: words of a document and what follows from them.

    Attributes:
        rule: id of the rule (docs/record-schema.md lists them).
        document: where the words stand.
        span: the words.
        why: what they say and what follows, in words that a person can check.
        fact: the telling that they date, or "".

    """

    rule: str
    document: str
    span: Span
    why: str
    fact: str


@made_fast
@dataclass(frozen=True, slots=True)
class Dating:
    """What is known of the day of a document that bears no date.

    Attributes:
        id: of the document, as a dating's.
        document: its name.
        value: the day, or the interval of at most a month that holds it; None where it stays open.
        earliest: first possible day; None where nothing says.
        latest: last possible day; None where nothing says.
        days: every possible day of a closed interval.
        contradictory: whether no day fits all reasons; then none is chosen.
        open: words that name days which stay open.
        reasons: the chain of reasons.

    """

    id: str
    document: str
    value: str | None
    earliest: str | None
    latest: str | None
    days: tuple[str, ...]
    contradictory: bool
    open: tuple[Span, ...]
    reasons: tuple[Reason, ...]
