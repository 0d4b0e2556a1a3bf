"""What a noun or name says of the people of a group: soldiers, civilians, a crew, of a state or of nobody."""

from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.nation import Nations
from hudna.reading.layer_words import Word

_NEAR_SHIP = 60  # words to either side of a crew in which their ship may be told
_STORY = 8  # sentences back to the ship of a crew that is told of as known
_ITS = ("ها", "ه")  # endings of «طاقمها», «طاقمه»
_ADJECTIVES = 3  # words behind a ship in which one may tell whose it is


class Descriptions(Nations):
    """Reads it."""

    def _as_force(self, group: Group, reference: Reference) -> Group:
        """Members of an armed body or group are military."""
        if group.victims not in (None, "unspecified"):
            return group
        party = self.cast.faction(reference.entities[0]) if reference.entities else None
        forces = self.words.between(reference.first, reference.last, "force")
        if not (party or forces):
            return group
        of = next((w.entry.get("of") for w in forces if w.entry.get("of")), None)
        return replace(self._forced(group), of=group.of or of)

    def _forced(self, group: Group) -> Group:
        open_ = group.victims in (None, "unspecified") or group.office
        return replace(group, victims="military") if open_ else group

    def _described(self, group: Group, noun: Word) -> Group:
        told, of = noun.entry.get("victims"), noun.entry.get("of")
        if noun.entry.get("crew") and self._of_war(noun.first):
            told, of = "military", "state"
        elif noun.entry.get("leads") and noun.pronoun and self._of_war(noun.first):
            group, of = replace(group, owner=False), "state"  # «مقاتلة … قائدها»
        if group.victims in (None, "unspecified"):
            victims = told
        elif told in ("unspecified", group.victims):
            victims = group.victims
        else:
            victims = "mixed" if group.count != "1" else "military"  # «شيخ من قادة الحركة» is one man
        if noun.entry.get("aboard"):
            group = replace(group, owner=False)
        local, kin = group.local or bool(noun.entry.get("local")), group.kin or bool(noun.entry.get("kin"))
        office = group.office or bool(noun.entry.get("office"))
        of = of if of == "armed" else group.of or of  # «قوات المتمردين»
        attacks = group.attacks or bool(noun.entry.get("attacks"))
        return replace(group, victims=victims, of=of, local=local, kin=kin, office=office, attacks=attacks)

    def _of_war(self, k: int) -> Word | None:
        """The ship or aircraft of war of which the sentence of token ``k`` or the one before tells: «الفرقاطة»."""
        number = self.page.sentence_of[k]
        first = max(self.page.sentences[max(number - 1, 0)].first, k - _NEAR_SHIP)
        told = self.words.between(first, min(self.page.sentences[number].last, k + _NEAR_SHIP), "warship")
        if not told and self._known(k):
            told = self.words.between(self.page.sentences[max(number - _STORY, 0)].first, k, "warship")
        return told[-1] if told else None

    def _known(self, k: int) -> bool:
        """Whether the crew at token ``k`` is that of a ship told of before: «البحارة», «أفراد طاقمها»."""
        crew = self.words.all_at(k, "victim")
        return any(w.definite or w.pronoun or self.page.form(w.last - 1).endswith(_ITS) for w in crew)

    def _aboard(self, group: Group) -> Group:
        """The crew of a ship or aircraft of war with the state to which an adjective behind it says it belongs."""
        crew = (w.entry.get("crew") for w in self.words.between(group.first, group.last, "victim"))
        ship = self._of_war(group.first) if not group.sides and any(crew) else None
        if ship is None:
            return group
        near = range(ship.last, ship.last + _ADJECTIVES)
        sides = (s for k in near for s in self.sides_of(k))
        return replace(group, sides=tuple(sides)[:1])
