"""Who and what a document speaks of, and every place where it refers to them."""

from bisect import bisect_right
from dataclasses import dataclass, field

from hudna.reading.model import Entity, Mention
from hudna.reading.scene import is_country, is_state
from hudna.text import Span

OFFICES = frozenset({"role", "counterpart"})  # references by an office, whose holder may not be named


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens that refer to entities of the document.

    Attributes:
        first: first token of the whole noun phrase, title or head noun included («وزير الخارجية سيرغي لافروف»).
        last: one past its last token.
        entities: ids of those referred to: one, or several for «الجانبان», «البلدين», «الطرفين».
        how: name (the phrase holds a mention), role («الوزير»), body («الوزارة», «الجيش»), pair («الطرفان»),
            mutual («كل طرف الآخر»), counterpart («نظيره»), side («الجانب الروسي»), possessive («بلاده»,
            «قواتها»), nisba (an adjective alone: «أرمينية»), place («المدينة», of one named before).

    """

    first: int
    last: int
    entities: tuple[str, ...]
    how: str

    @property
    def by_name(self) -> bool:
        """Whether the name of somebody or the word of a body stands there, and none that only leads back to one."""
        return self.how in ("name", "body")


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of one document with their mentions and references, the latter sorted and never overlapping.

    ``outlets`` are the ids of those that are news agencies, channels, newspapers and the like, ``rebels`` those of
    bodies only called the rebels of a nation («المتمردين التشاديين»).
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...]
    outlets: frozenset[str] = frozenset()
    rebels: frozenset[str] = frozenset()
    _firsts: tuple[int, ...] = field(init=False)
    _by_id: dict[str, Entity] = field(init=False)
    _by_start: dict[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        """Index the references by their first token."""
        object.__setattr__(self, "_firsts", tuple(r.first for r in self.references))
        object.__setattr__(self, "_by_id", {e.id: e for e in self.entities})
        object.__setattr__(self, "_by_start", {m.span.start: m for m in self.mentions})

    def at(self, i: int) -> Reference | None:
        """The reference that covers token ``i``."""
        k = bisect_right(self._firsts, i) - 1
        return self.references[k] if k >= 0 and i < self.references[k].last else None

    def between(self, first: int, last: int) -> tuple[Reference, ...]:
        """The references that begin at tokens ``first`` to ``last`` (exclusive), in order."""
        return self.references[bisect_right(self._firsts, first - 1) : bisect_right(self._firsts, last - 1)]

    def is_named_at(self, token: Span) -> bool:
        """Whether a name begins within a token."""
        return any(k in self._by_start for k in range(token.start, token.end))

    def clitics_before_name(self, token: Span) -> int:
        """Characters of a token that stand before a name which begins within it, 0 where none does."""
        return next((k for k in range(1, token.end - token.start) if token.start + k in self._by_start), 0)

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of this id."""
        return self._by_id.get(entity_id)

    def is_person(self, entity_id: str) -> bool:
        """Whether an id is that of a person."""
        entity = self._by_id.get(entity_id)
        return entity is not None and entity.type == "PER"

    def is_body(self, entity_id: str) -> bool:
        """Whether an id is that of a body: a state's, a party's, a company's or anybody's else."""
        entity = self._by_id.get(entity_id)
        return entity is not None and entity.type == "ORG"

    def faction(self, entity_id: str) -> str | None:
        """The side of a body that is no state's: of a movement, a militia, a rebel government."""
        side = self.side(entity_id) if self.is_body(entity_id) else None
        return None if is_state(side) else side

    def is_mere_place(self, entity_id: str) -> bool:
        """Whether an id is that of a place which is no country."""
        entity = self._by_id.get(entity_id)
        return entity is not None and entity.type in ("LOC", "FAC") and not is_country(entity_id)

    def side(self, entity_id: str) -> str | None:
        """The state or party an entity belongs to; a country belongs to itself."""
        entity = self._by_id.get(entity_id)
        return entity.side if entity else None

    def party(self, entity_id: str) -> str | None:
        """The side an entity is on, a body that nobody's is on its own; None for an unnamed one, a place, an outlet."""
        entity = self._by_id.get(entity_id)
        if entity is None or entity_id in self.outlets:
            return None
        return entity.side or (entity_id if entity.type == "ORG" else None)

    def stands_for(self, side: str) -> str | None:
        """The entity that stands for a side: its country where that is named, else its first body, else the first."""
        own = [e for e in self.entities if self.party(e.id) == side]
        country = next((e.id for e in own if e.id == f"loc.{side}"), None)
        body = next((e.id for e in own if e.type == "ORG"), None)
        return country or body or next((e.id for e in own), None)
