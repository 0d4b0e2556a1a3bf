"""The log of judgements in the record file."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select

from hudna.record import schema
from hudna.record.judgements.judgement import Judgement, from_line, to_line
from hudna.record.judgements.log import Log


def log(connection: Connection) -> Log:
    """What people decided, in the order in which it came."""
    table = schema.judgements
    held = connection.execute(select(table.c.value).order_by(table.c.id)).scalars()
    return Log.of(from_line(value) for value in held)


def append(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Append judgements to the log, those left out that it holds already; how many came to it."""
    held = {j.id for j in log(connection).all}
    new = [j for j in Log.of(judgements).all if j.id not in held]
    if new:
        connection.execute(insert(schema.judgements), [_row(j) for j in new])
    return len(new)


def _row(judgement: Judgement) -> dict[str, Any]:
    first = judgement.places[0] if judgement.places else None
    return {
        "sha256": first.sha256 if first else "",
        "start": first.span.start if first else 0,
        "end": first.span.end if first else 0,
        "kind": judgement.kind,
        "value": to_line(judgement),
        "author": judgement.author,
        "made": judgement.made,
    }
