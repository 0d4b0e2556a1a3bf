"""Events, the tellings that they are made of and the claims that carry them."""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.record.model.join import Join
from hudna.text import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Telling:
    """One document's telling of an event; fields as in the reading, with the record's ids."""

    id: str
    event: str
    document: str
    local: str
    type: str
    mode: str | None
    topic: str | None
    trigger: Span
    evidence: Span
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    date: str | None
    date_form: str | None  # what the words say of a day that the document alone leaves open
    status: str
    claimed_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    weapon: str | None
    rule: str


@made_fast
@dataclass(frozen=True, slots=True)
class Event:
    """What several tellings are about.

    Attributes:
        id: smallest id of its tellings, as an event's.
        type: PLOVER type.
        mode: as in the reading: what most tellings give, «other» only where all that give one do.
        topic: as mode.
        actors: all that the tellings name; of three or more that agree on some, without whom one alone adds. Who lays
            a deed to others altogether adds them: the two accounts are in ``disagreements``.
        targets: as actors.
        place: entity id; the most told of those smaller than a country, in the country most told.
        date: the narrowest of the tellings' dates that all the others allow, else the most frequent.
        status: the furthest that is told: actual before denied, planned, called_for, possible.
        claimed_by: all to whom a telling is attributed.
        disputed_by: all who deny it.
        weapon: the most told among the tellings of its mode.
        standing: reported (an outlet's own voice), claimed (by one side), disputed, corroborated or admitted.
        tellings: ids, by document name and place in the text.
        documents: names of the documents that tell it.
        lineages: ids of the independent lineages among them.
        joins: why the tellings were taken for one happening.

    """

    id: str
    type: str
    mode: str | None
    topic: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    date: str | None
    status: str
    claimed_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    weapon: str | None
    standing: str
    tellings: tuple[str, ...]
    documents: tuple[str, ...]
    lineages: tuple[str, ...]
    joins: tuple[Join, ...]


@made_fast
@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition and the one who is presented as saying it."""

    id: str
    document: str
    source: str
    cue: Span
    content: Span
    via: str
    relay: str | None
    tellings: tuple[str, ...]  # the tellings whose trigger stands in the content
    rule: str
