"""Nouns for those who came to harm: «12 قتيلا», «سقوط قتلى وجرحى»."""

from dataclasses import replace

from hudna.reading.casualty.group import Group
from hudna.reading.casualty.sentence import SentenceReader, Telling
from hudna.reading.layer_words import Word
from hudna.text import COMMAS, STOPS

_BY_LOT = ("captured", "displaced")  # what people are for a time
_ROW = 4  # nouns for the fallen in a row before the verb that says they fell
_FREED = 4  # words before captives in which they may be said to be set free
_CARRIER_WINDOW = 6  # words between «أوقع» and the plain noun that it brings


class Fallen(SentenceReader):
    """Reads the nouns for the fallen in a sentence."""

    def _fallen(self, i: int) -> None:
        fallen = self.words.at(i, "fallen")
        if fallen is None or self._untold(i):
            return
        number = self.victims.within_number.get(i - 1)
        if number is None and self.page.form(i - 1) == "من":
            number = self.victims.within_number.get(i - 2)
        counted = number is not None and number.last in (i, i - 1)
        if fallen.entry.get("kind") in _BY_LOT and self._freed(number.first if counted and number else i):
            return
        if number is not None and counted:
            self._counted(i, number.first)
        elif (people := self._people_before(i)) is not None:
            self._tell(i, replace(people, kind=fallen.entry.get("kind")), people.first, "casualty.fallen", None)
        elif fallen.entry.get("counts") and fallen.last in self.victims.numbers:
            self._behind(i, fallen)
        elif fallen.entry.get("counts") and self._of_whom(i, fallen):
            return
        elif fallen.entry.get("bare") and not fallen.definite:
            self._uncounted(i)

    def _counted(self, i: int, first: int) -> None:
        """The fallen at token ``i`` with the number that begins at ``first``: «سقوط 12 قتيلا»."""
        group, carrier = self.victims.at(first, self.last), self._carrier(first)
        vague = self.victims.numbers[first].kind == "vague" and carrier is None
        if group is not None and first not in self.taken and not vague:
            group = self._with_wounded(group, i)
            beside = carrier is not None and carrier.last == first
            self._tell(i, group, carrier.first if carrier is not None and beside else first, "casualty.fallen", carrier)

    def _with_wounded(self, group: Group, i: int) -> Group:
        """A group of killed as well as wounded: «90 قتيلا | وجريحا»."""
        other = self.words.at(i + 1, "fallen")
        both = {group.kind, other.entry.get("kind")} == {"killed", "wounded"} if other is not None else False
        one = both and other is not None and other.clitics == "و" and other.number == "sg" and not other.definite
        counted = one and self.page.form(i).endswith(self.grammar.accusatives[0])
        if not counted:
            return group
        owner = self.victims.whose(i + 2, self.last)
        group = replace(group, kind="killed_or_wounded", last=max(group.last, owner.last))
        return replace(group, sides=group.sides or owner.sides, victims=group.victims or owner.victims)

    def _people_before(self, i: int) -> Group | None:
        """Those counted right before the noun at token ``i`` that a verb brings as such: «أوقع سبعة أشخاص | جرحى»."""
        number = self.victims.within_number.get(i - 2)
        group = self.victims.at(number.first, i, act=True) if number is not None and number.last == i - 1 else None
        brought = group is not None and group.last == i and group.first not in self.taken and self._carrier(group.first)
        return replace(group, last=i + 1) if group is not None and brought else None

    def _freed(self, i: int) -> bool:
        """Whether captives or refugees at token ``i`` are told of as freed, helped or back: «عودة 500 لاجئ»."""
        return bool(self.words.between(max(self.first, i - _FREED), i, "freed", "helped"))

    def _behind(self, i: int, fallen: Word) -> None:
        """Those whom the noun at token ``i`` counts behind it: «جثث 14 رجلا»."""
        group = self.victims.at(fallen.last, self.last)
        if group is not None and fallen.last not in self.taken:
            self._tell(i, replace(group, kind=fallen.entry.get("kind")), i, "casualty.fallen", None)

    def _of_whom(self, i: int, fallen: Word) -> bool:
        """Add the dead whom the one or two bodies at token ``i`` are told to be: «جثة سائح كندي», «جثتي بحارين»."""
        carrier = self._carrier(i)
        if carrier is None or fallen.definite or fallen.pronoun or fallen.number not in ("sg", "du"):
            return False
        group = self.victims.at(fallen.last, self.last, act=True) or self.victims.one(fallen.last, self.last)
        count = "1" if fallen.number == "sg" else "2"
        if group is None or group.count not in (count, "unknown") or (group.count == "unknown" and count == "1"):
            return False
        group = replace(group, kind=fallen.entry.get("kind"), count=count, counted=True)
        self._tell(i, group, i, "casualty.fallen", None)
        return True

    def _uncounted(self, i: int) -> None:
        """The fallen at token ``i`` without a number, under a verb or noun that says they fell: «سقوط قتلى»."""
        fallen = self.words.at(i, "fallen")
        if fallen is not None and fallen.pronoun and fallen.number == "sg":
            return  # «أدى إلى وفاته»: of somebody told before
        carrier = self._carrier(i) or self._fell(i)
        group = self.victims.at(i, self.last) if carrier is not None else None
        if carrier is not None and group is not None:
            beside = i - 1 <= carrier.last <= i
            self._tell(i, group, carrier.first if beside else i, "casualty.carried", carrier)

    def _fell(self, i: int) -> Word | None:
        """The verb behind the fallen at token ``i`` that says they fell: «إن قتلى وجرحى سقطوا»."""
        k = i
        while k < i + _ROW and self.words.at(k, "fallen") is not None:
            k += 1
        carrier = self.words.at(k, "carrier")
        fell = carrier is not None and carrier.pos == "verb" and carrier.number == "pl" and carrier.entry.get("kind")
        return carrier if fell else None

    def _tell(self, i: int, group: Group, first: int, rule: str, carrier: Word | None) -> None:
        """Add the telling of a group from token ``first`` on, if it says what befell them."""
        if not group.kind:
            return
        cut, does = self._cut(first, group, carrier), _does(carrier)
        self._add(Telling(group.kind, group, first, group.last, rule, i, cut=cut, does=does))
        self._joined(len(self.out) - 1)

    def _cut(self, first: int, group: Group, carrier: Word | None) -> int:
        return (
            carrier.cut if carrier is not None and carrier.first == first else group.cut if group.first == first else 0
        )

    def _carrier(self, i: int) -> Word | None:
        for k in range(i - 1, max(self.first, i - _CARRIER_WINDOW) - 1, -1):
            if self.page.form(k) in STOPS or self.page.form(k) in COMMAS:
                return None
            carrier = self.words.at(k, "carrier")
            if carrier is not None and carrier.last <= i:
                return carrier
            if self.words.at(k, "act") or (k in self.victims.within_number and i - k > 1):
                return None
        return None


def _does(carrier: Word | None) -> bool:
    return carrier is not None and bool(carrier.entry.get("does"))
