"""Many readings, one record.

The public names:

- ``Store.open(path, create=False)``: the record file. ``.current(document, engine)`` tells whether a document must
  be read again; ``.put(document, reading)`` stores one in one transaction; ``.remove(name)``; ``.document(name)``,
  ``.documents()``, ``.reading(name)``, ``.readings()``; ``.record()`` gives the derived ``Record`` (rebuilt first
  if stale), ``.rebuild()`` derives it anew; ``.exported()`` yields the readings with the record's ids, for
  ``to_json(reading, global_ids=True)``; ``.search(words)`` yields ``Hit``s; ``.resolve(id)`` follows old ids. Use
  it as a context manager.
- ``derive(told)``: the record of a set of (document, reading) pairs, a pure function; ``Store.told()`` yields them.
- ``recalls(kind, name, words)``: whether words can be another spelling of a name.
- ``with_record_ids(reading, record)``: a reading with the record's ids.
- ``stamp(path)``: a value that changes with every commit to a record file.
- ``RecordError``: a file that cannot be used, said in one line; ``ReadingRefused``: a reading that contradicts its
  text.
- the values of ``hudna.record.model``.
"""

from hudna.record.derive import derive
from hudna.record.identity import with_record_ids
from hudna.record.model import (
    Account,
    Breach,
    Change,
    Claim,
    Dating,
    Disagreement,
    DocumentEntry,
    Entity,
    Event,
    Join,
    Lineage,
    Link,
    Loss,
    Member,
    Office,
    Reason,
    Record,
    Relation,
    Review,
    Spelling,
    Step,
    Telling,
    Toll,
    Truce,
    TruceTelling,
)
from hudna.record.names import recalls
from hudna.record.search import Hit, forms, sought
from hudna.record.stamp import stamp
from hudna.record.store import ReadingRefused, RecordError, Store

__all__ = [
    "Account",
    "Breach",
    "Change",
    "Claim",
    "Dating",
    "Disagreement",
    "DocumentEntry",
    "Entity",
    "Event",
    "Hit",
    "Join",
    "Lineage",
    "Link",
    "Loss",
    "Member",
    "Office",
    "ReadingRefused",
    "Reason",
    "Record",
    "RecordError",
    "Relation",
    "Review",
    "Spelling",
    "Step",
    "Store",
    "Telling",
    "Toll",
    "Truce",
    "TruceTelling",
    "derive",
    "forms",
    "recalls",
    "sought",
    "stamp",
    "with_record_ids",
]
