"""What one document says: the values of the format ``hudna.reading/1`` (docs/reading-format.md).

All spans are code points of the stored text. Ids hold within one reading; a country always has
``loc.<ISO 3166-1 alpha-3>``. A field that the text does not fill is None or (), never guessed.
"""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.text import Span

TRUCE_STATUSES = (  # the life of a truce; the furthest told is its status
    "demanded",
    "proposed",
    "refused",
    "accepted",
    "announced",
    "in_effect",
    "extended",
    "violated",
    "collapsed",
    "ended",
)


@made_fast
@dataclass(frozen=True, slots=True)
class Role:
    """An office that a text gives to a person: «وزير الخارجية الروسي» is title «وزير الخارجية» of RUS."""

    title: str
    of: str | None
    span: Span


@made_fast
@dataclass(frozen=True, slots=True)
class Entity:
    """A person (PER), body (ORG), place (LOC) or facility (FAC) of one document."""

    id: str
    type: str
    name: str  # longest name as written
    label_ar: str | None = None
    label_en: str | None = None
    side: str | None = None  # ISO 3166-1 alpha-3 of the state it acts for, or the short name of a party
    roles: tuple[Role, ...] = ()
    lexicon: str | None = None  # id of its entry in the lexicon, the same over all documents


@made_fast
@dataclass(frozen=True, slots=True)
class Mention:
    """Characters that name an entity."""

    span: Span
    entity: str
    rule: str = ""


@made_fast
@dataclass(frozen=True, slots=True)
class Time:
    """A calendar expression.

    Attributes:
        span: its characters.
        value: ISO 8601 date, month, year, date-time or ``start/end``; None where text and metadata do not settle it.
        form: what it says before it is anchored, for dating in the record: «--09-27» (no year), «day-1» (yesterday),
            «weekday:2<» (the Wednesday before; Monday is 0), «weekday:2» (a Wednesday), or the value itself.
        rule: id of the rule that found it.

    """

    span: Span
    value: str | None
    form: str
    rule: str = ""


@made_fast
@dataclass(frozen=True, slots=True)
class Attribution:
    """A proposition and the one who is presented as saying it."""

    source: str  # entity id, or "unnamed: <short English>"
    cue: Span
    content: Span
    via: str = "unknown"  # speech, statement, call, tweet, interview, press, report or unknown
    relay: str | None = None  # through whom the text has it
    rule: str = ""
    record_id: str = ""  # its id in the record that holds it, given there


@made_fast
@dataclass(frozen=True, slots=True)
class Event:
    """One document's telling of one happening (event types: PLOVER 2)."""

    id: str
    type: str
    trigger: Span
    evidence: Span
    mode: str | None = None
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    status: str = "actual"  # actual, planned, called_for, denied or possible
    claimed_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    topic: str | None = None
    weapon: str | None = None
    rule: str = ""
    date_form: str | None = None  # what the words say of a date that stays open, as ``Time.form``
    record_event: str | None = None  # the record's event, in a record's export only
    record_id: str = ""  # its id in the record that holds it, given there


@made_fast
@dataclass(frozen=True, slots=True)
class Casualty:
    """Human losses as one claim gives them."""

    id: str
    kind: str  # killed, wounded, missing, captured, displaced or killed_or_wounded
    count: str  # "12", ">=12", "<=12", "~12", "10-12", "~tens", "unknown"
    victims: str  # military, civilian, mixed or unspecified
    quote: Span
    evidence: Span
    side: str | None = None
    place: str | None = None
    date: str | None = None
    cumulative: bool = False
    claimed_by: tuple[str, ...] = ()
    event: str | None = None
    blamed: tuple[str, ...] = ()
    rule: str = ""
    date_form: str | None = None
    record_id: str = ""  # its id in the record that holds it, given there


@made_fast
@dataclass(frozen=True, slots=True)
class Loss:
    """Material losses as one claim gives them."""

    id: str
    kind: str  # destroyed, damaged, downed or captured
    item: str
    count: str
    quote: Span
    evidence: Span
    side: str | None = None
    place: str | None = None
    date: str | None = None
    claimed_by: tuple[str, ...] = ()
    event: str | None = None
    blamed: tuple[str, ...] = ()
    rule: str = ""
    date_form: str | None = None
    record_id: str = ""  # its id in the record that holds it, given there


@made_fast
@dataclass(frozen=True, slots=True)
class Violation:
    """An alleged breach of a truce."""

    quote: Span
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    count: str | None = None
    event: str | None = None
    claimed_by: tuple[str, ...] = ()
    record_id: str = ""  # its id in the record that holds it, given there


@made_fast
@dataclass(frozen=True, slots=True)
class Particular:
    """The words that tell one of the particulars of a truce."""

    part: str  # the field of the truce: status, announced_by, start, end, duration, place, brokers, terms, mechanism
    quote: Span


@made_fast
@dataclass(frozen=True, slots=True)
class Truce:
    """A truce, ceasefire or humanitarian pause as one document tells of it."""

    id: str
    kind: str  # ceasefire, humanitarian_pause or agreement
    status: str  # one of TRUCE_STATUSES
    quote: Span
    evidence: Span
    parties: tuple[str, ...] = ()
    announced_by: tuple[str, ...] = ()
    brokers: tuple[str, ...] = ()
    announced: str | None = None
    start: str | None = None
    end: str | None = None
    duration: str | None = None  # ISO 8601 duration
    place: str | None = None
    terms: tuple[str, ...] = ()
    mechanism: str | None = None
    events: tuple[str, ...] = ()
    violations: tuple[Violation, ...] = ()
    rule: str = ""
    announced_form: str | None = None  # what the words say of dates that stay open, as ``Time.form``
    start_form: str | None = None
    end_form: str | None = None
    told: tuple[Particular, ...] = ()
    record_id: str = ""  # its id in the record that holds it, given there


@made_fast
@dataclass(frozen=True, slots=True)
class Published:
    """When a document appeared, and what says so."""

    value: str | None = None
    basis: str = "unknown"  # dateline, metadata, inferred or unknown
    span: Span | None = None


@made_fast
@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says."""

    name: str
    sha256: str
    engine: str
    title: str = ""
    language: str = "ar"
    outlet: str | None = None
    url: str | None = None
    agency: str | None = None  # the news agency whose text the document relays, as its dateline or footer tells
    published: Published = Published()
    furniture: tuple[Span, ...] = ()  # page furniture: kept in the text, read for nothing
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    losses: tuple[Loss, ...] = ()
    truces: tuple[Truce, ...] = ()
