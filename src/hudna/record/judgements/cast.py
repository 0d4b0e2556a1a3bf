"""Whom a judgement names: found among those whom the document names, or brought into its reading.

A judgement names a country by its id, an unnamed source by its words and anybody else by an object:
``{"type": "ORG", "at": [120, 135]}`` who is named at these characters, ``{"type": "PER", "name": "…", "side": "…",
"lexicon": "…"}`` somebody whom the document does not name, as other documents do.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hudna.reading import Entity, Mention, Reading
from hudna.record.identity import COUNTRY, is_country, is_unnamed
from hudna.record.names import plain
from hudna.text import Document, Span

RULE = "judgement"  # of what stands in a reading on a person's word


class Unreadable(ValueError):  # noqa: N818 - it says what the value is
    """A value that this text cannot have; the message says why in one line."""


class Cast:
    """Those whom a reading names and those whom judgements name in it."""

    def __init__(self, document: Document, reading: Reading) -> None:
        """Whom the reading of a document names."""
        self._document = document
        self._reading = reading
        self._entities = {e.id: e for e in reading.entities}
        self._spans = {m.span: m.entity for m in reversed(reading.mentions)}
        self._first: dict[str, Span] = {}
        for mention in reading.mentions:
            self._first[mention.entity] = min(self._first.get(mention.entity, mention.span), mention.span)
        self._mentions: dict[str, Mention] = {}

    def find(self, reference: str | Mapping[str, Any]) -> str:
        """The id in the reading of whom a judgement names.

        Raises:
            Unreadable: the characters are not in the text.

        """
        if isinstance(reference, str):
            return reference
        return self._at(reference) if "at" in reference else self._named(reference)

    def reference(self, local: str) -> str | dict[str, Any]:
        """How a judgement names somebody whom the reading names."""
        if is_country(local) or is_unnamed(local):
            return local
        entity = self._entities[local]
        if local in self._first:
            return {"type": entity.type, "at": list(self._first[local])}
        held = {"type": entity.type, "name": entity.name, "side": entity.side, "lexicon": entity.lexicon}
        return {key: value for key, value in held.items() if value}

    def joined(self, reading: Reading, used: frozenset[str]) -> Reading:
        """``reading`` with those of the entities that judgements brought which ``used`` names."""
        known = {e.id for e in reading.entities}
        new = tuple(e for i, e in sorted(self._entities.items()) if i in used and i not in known)
        mentions = tuple(self._mentions[e.id] for e in new if e.id in self._mentions)
        return replace(reading, entities=(*reading.entities, *new), mentions=(*reading.mentions, *mentions))

    def _at(self, reference: Mapping[str, Any]) -> str:
        span = Span(*reference["at"])
        if span.end > len(self._document.text):
            raise Unreadable(f"{span.start}-{span.end} is no span of its {len(self._document.text)} characters")
        if span in self._spans:
            return self._spans[span]
        over = {m.entity for m in self._reading.mentions if m.span.overlaps(span)}
        if len(over) == 1:
            return over.pop()
        own = f"judged.{span.start}-{span.end}"
        name = " ".join(self._document.text[span.start : span.end].split())
        if not name:
            raise Unreadable(f"no name stands at {span.start}-{span.end}")
        self._entities[own] = Entity(own, reference["type"], name)
        self._mentions[own] = Mention(span, own, RULE)
        self._first[own] = span
        return own

    def _named(self, reference: Mapping[str, Any]) -> str:
        entry, kind, name = reference.get("lexicon"), reference["type"], reference["name"]
        if entry and COUNTRY.fullmatch(entry):
            return str(entry)
        for entity in self._reading.entities:
            same = plain(entity.name) == plain(name) and entity.type == kind and not (entry and entity.lexicon)
            if same or (entry and entity.lexicon == entry):
                return entity.id
        own = f"judged.{kind}.{name}.{reference.get('side', '')}"
        self._entities[own] = Entity(own, kind, name, side=reference.get("side"), lexicon=entry)
        return own
