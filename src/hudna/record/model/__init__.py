"""What the documents together say: the values of a record.

A record is derived from a set of readings and nothing else. Everything is ordered by its id (documents by name),
all ids are the record's: facts have the hash of what they stand on, an entity or event the smallest id of its
members, countries ``loc.<ISO 3166-1 alpha-3>``. Where a field names somebody it holds an entity id, or ``"unnamed:
<short English>"`` as the reading has it. Spans are code points of the stored text of the named document. What no
text carries is None or ().
"""

from hudna.record.model.dating import Dating, Reason
from hudna.record.model.disagreement import Account, Disagreement
from hudna.record.model.document import DocumentEntry, Lineage
from hudna.record.model.entity import Entity, Member, Office, Relation, Spelling
from hudna.record.model.event import Claim, Event, Telling
from hudna.record.model.join import Join
from hudna.record.model.link import Link
from hudna.record.model.loss import Loss, Toll
from hudna.record.model.record import Fact, Item, Record
from hudna.record.model.review import Change, Review
from hudna.record.model.truce import Breach, Step, Truce, TruceTelling

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
    "Fact",
    "Item",
    "Join",
    "Lineage",
    "Link",
    "Loss",
    "Member",
    "Office",
    "Reason",
    "Record",
    "Relation",
    "Review",
    "Spelling",
    "Step",
    "Telling",
    "Toll",
    "Truce",
    "TruceTelling",
]
