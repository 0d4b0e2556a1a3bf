"""What became of the judgements that people made."""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.text import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Change:
    """A field of a fact before and after; what is unknown is ""; several values are parted by ", "."""

    field: str
    before: str
    after: str


@made_fast
@dataclass(frozen=True, slots=True)
class Review:
    """One judgement that was not taken back, and what it does to the record.

    Attributes:
        id: the judgement's id, the same wherever it travels.
        kind: accept, reject, correct, add, join, split or note.
        what: event, claim, toll, loss, truce, breach or entity.
        documents: names of the documents that have the text it is about; of joins and splits all of them.
        span: the characters that it is about, of joins and splits the first.
        facts: ids of the facts, members or tellings that it is about; a rejected fact is in the record no more.
        author: who made it.
        made: when, ISO 8601 date-time.
        note: why, in the author's words.
        state: applied; overruled by a later judgement that contradicts it; waiting for its document or fact.
        by: id of the judgement that overruled it.
        why: what it waits for.
        changes: what it changed; of a rejected fact what it said, of an added one what it says.

    """

    id: str
    kind: str
    what: str
    documents: tuple[str, ...]
    span: Span
    facts: tuple[str, ...]
    author: str
    made: str
    note: str | None
    state: str
    by: str | None
    why: str | None
    changes: tuple[Change, ...]
