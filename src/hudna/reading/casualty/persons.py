"""Named persons who came to harm, with the noun before the name: «القائد العسكري عبد المحسن طاووس»."""

from bisect import bisect_left
from dataclasses import replace
from functools import cached_property

from hudna.reading.cast import Reference
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.member import Members
from hudna.reading.layer_words import Word
from hudna.reading.scene import is_state
from hudna.text import COMMAS

_TITLE = 3  # words before a name that may hold its title («القائد العسكري للمتمردين …»)


class Persons(Members):
    """Reads them."""

    @cached_property
    def _name_starts(self) -> frozenset[int]:
        """Where the names of the page begin: «صياد خدايي» is no fisherman."""
        return frozenset(m.span.start for m in self.cast.mentions)

    def in_name(self, i: int) -> bool:
        """Whether token ``i`` is part of a person's name."""
        reference = self.cast.at(i)
        named = reference is not None and reference.how == "name" and bool(reference.entities)
        entity = self.cast.entity(reference.entities[0]) if reference is not None and named else None
        first = self.page.tokens[i].span.start if 0 <= i < len(self.page.tokens) else -1
        inside = reference is not None and any(
            self.page.tokens[k].span.start in self._name_starts for k in range(reference.first, i + 1)
        )
        return entity is not None and entity.type == "PER" and inside and first >= 0

    @cached_property
    def _in_bodies(self) -> frozenset[int]:
        """The tokens within names of bodies, but the first of each: «حركة طالبان» are no students."""
        starts = {start: k for k, start in enumerate(self.page.starts)}
        bodies = (m for m in self.cast.mentions if self.cast.is_body(m.entity))
        return frozenset(
            k
            for m in bodies
            if (first := starts.get(m.span.start)) is not None
            for k in range(first + 1, bisect_left(self.page.starts, m.span.end))
        )

    def _head_of(self, body: Reference) -> Reference:
        """The person whose name stands behind the body that he heads: «زعيم الحركة، فلان»; else the body."""
        k = body.last + (self.page.form(body.last) in COMMAS)
        person = self.cast.at(k)
        entity = self.cast.entity(person.entities[0]) if person is not None and person.entities else None
        named = person is not None and person.first == k and entity is not None and entity.type == "PER"
        return person if person is not None and named else body

    def _named_at(self, i: int, end: int) -> tuple[Word | None, Reference | None]:
        """The noun at token ``i`` before a name, if there is one, and the name: «القيادي في الحركة فلان»."""
        noun, start = self.words.at(i, "victim"), i
        if noun is not None and noun.number in ("sg", "") and noun.last < end:
            start = noun.last
            if self.page.is_word(start) and self.cast.at(start) is None and self.page.form(start).startswith("ال"):
                start += 1
        if noun is not None and self.page.form(start) == self.grammar.within:
            start += 1
        reference = self.cast.at(start)
        if noun is not None and (reference is None or reference.first != start or reference.last > end):
            start, reference = i, self.cast.at(i)
        if reference is None or reference.first != start:
            return noun, None
        reference = self._head_of(reference) if noun is not None else reference
        return noun, reference if reference.last <= end or (noun is not None and start == i) else None

    def _person(self, i: int, end: int) -> Group | None:
        """«القائد العسكري عبد المحسن طاووس», «الطفل علي»: named persons, with the noun before the name."""
        noun, reference = self._named_at(i, end)
        entity = self.cast.entity(reference.entities[0]) if reference is not None and reference.entities else None
        if reference is None or entity is None or entity.type != "PER" or reference.how not in ("name", "role"):
            return None
        group = Group(
            i,
            reference.last,
            0,
            str(len(reference.entities)),
            sides=(entity.side,) if entity.side else (),
            victims="unspecified",
            person=entity.id,
        )
        for word in self.words.between(max(i - _TITLE, 0), reference.last, "victim"):
            named = self.page.span(word.first, word.last).start in self._name_starts or word.first in self._in_bodies
            if (word.definite or word.first >= i) and not named:
                group = self._described(group, word)
        party = entity.side is not None and not is_state(entity.side)
        if party and (group.victims == "unspecified" or (noun is not None and noun.entry.get("fits"))):
            group = replace(group, victims="military")  # a leader of a party that fights
        return group
