"""People told of only by their nation or party: «مقتل فلسطيني», «ثلاثة حوثيين»."""

from hudna.reading.casualty.group import Group
from hudna.reading.casualty.tail import Tails
from hudna.reading.layer_words import names_body
from hudna.reading.numbers import count_of
from hudna.reading.scene import is_state


class Members(Tails):
    """Reads them."""

    def _members(self, k: int) -> bool:
        """Whether the one word at token ``k`` names a party by its people: «ثلاثة حوثيين»."""
        reference = self._reference(k)
        one = reference is not None and reference.last == k + 1 and not self.page.form(k).startswith("ال")
        party = self.cast.faction(reference.entities[0]) if reference is not None and reference.entities else None
        whole = self.page.form(k).endswith(self.grammar.dual) and names_body(self.page, k)  # «طالبان»
        return one and party is not None and not whole and self.page.form(k).endswith(self.grammar.endings)

    def _party_alone(self, i: int, end: int) -> Group | None:
        """«مقتل حوثيين اثنين», «قتل حوثيان»: people of a party right after what befell them."""
        side = self._side_of_word(i)
        form = self.page.form(i)
        named = side is not None and not is_state(side) and not form.startswith("ال")
        if not (named or self._members(i)) or form.endswith(self.grammar.feminine):
            return None
        two = self.page.form(i).endswith(self.grammar.dual) or count_of(self.page, i) == "2"
        count = "2" if two else "unknown" if self.page.form(i).endswith(self.grammar.people) else "1"
        return self._with_tail(Group(i, i + 1, 0, count, counted=count != "unknown"), i, end)

    def _national(self, i: int, end: int) -> Group | None:
        """«مقتل فلسطيني»: a nationality alone, right after what befell them."""
        if (members := self._party_alone(i, end)) is not None:
            return members
        senses = [
            s
            for s in self.page.senses[i]
            if s.entry.layer == "names"
            and s.pos == "nisba"
            and not s.definite
            and s.clitics in ("", "و")
            and s.gender != "f"
        ]
        reference = self.cast.at(i)
        named = reference is not None and reference.how == "name"  # «سوريا أوقفت المحادثات»
        if not senses or named or self.page.form(i)[senses[0].cut :].startswith("ال"):
            return None
        numbers = {s.number for s in senses}
        count = "1" if numbers == {"sg"} else "2" if numbers == {"du"} else "unknown"
        group = Group(
            i,
            i + 1,
            senses[0].cut,
            count,
            victims="unspecified",
            counted=count != "unknown",
            sides=tuple(x for x in (self._side_of_word(i),) if x),
        )
        party = bool(group.sides) and not is_state(group.sides[0])  # «قتل حوثيان»
        return self._with_tail(self._forced(group) if party else group, i + 1, end)
