"""What people decided about a record: an append-only log, and what it makes of the readings.

- ``Judgement``, with ``check``, ``to_line`` and ``from_line``: one decision, pointing to characters by ``Place``s.
- ``Log.of(judgements)``: all in their order; ``.live`` those that nobody took back.
- ``Judged(told, log)``: documents with their readings as people corrected them, and what became of each judgement.
- ``Pointer``: from the ids that a record shows to places.
- ``FIELDS``, ``fault``: which fields of a fact can be set, and to what.
"""

from hudna.record.judgements.cast import Unreadable
from hudna.record.judgements.fields import FIELDS, fault
from hudna.record.judgements.judged import Judged
from hudna.record.judgements.judgement import BadJudgement, Judgement, Place, check, from_line, to_line
from hudna.record.judgements.log import Log
from hudna.record.judgements.pointing import Pointer, Unknown

__all__ = [
    "FIELDS",
    "BadJudgement",
    "Judged",
    "Judgement",
    "Log",
    "Place",
    "Pointer",
    "Unknown",
    "Unreadable",
    "check",
    "fault",
    "from_line",
    "to_line",
]
