"""Nouns for those who came to harm: «12 قتيلا», «سقوط قتلى وجرحى»."""

from hudna.reading.casualty.group import Group
from hudna.reading.casualty.sentence import SentenceReader, Telling
from hudna.reading.layer_words import Word
from hudna.text import COMMAS, STOPS

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
        if number is not None and number.last in (i, i - 1):
            group = self.victims.at(number.first, self.last)
            carrier = self._carrier(number.first)
            if group is not None and group.kind and number.first not in self.taken:
                first = carrier.first if carrier is not None and carrier.last == number.first else number.first
                self._add(
                    Telling(
                        group.kind,
                        group,
                        first,
                        group.last,
                        "casualty.fallen",
                        i,
                        cut=self._cut(first, group, carrier),
                        does=_does(carrier),
                    )
                )
                self._joined(len(self.out) - 1)
            return
        if fallen.entry.get("bare") and not fallen.definite:
            carrier = self._carrier(i)
            group = self.victims.at(i, self.last) if carrier is not None else None
            if carrier is not None and group is not None and group.kind:
                first = carrier.first if carrier.last >= i - 1 else i
                self._add(
                    Telling(
                        group.kind,
                        group,
                        first,
                        group.last,
                        "casualty.carried",
                        i,
                        cut=self._cut(first, group, carrier),
                        does=_does(carrier),
                    )
                )
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
