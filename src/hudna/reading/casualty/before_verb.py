"""Those whom a verb befell who stand before it: «ثلاثة أشخاص قتلوا»."""

from dataclasses import replace

from hudna.reading.casualty.group import Group
from hudna.reading.casualty.nation import YEARS
from hudna.reading.casualty.sentence import SentenceReader, Telling
from hudna.reading.layer_words import Word
from hudna.text import COMMAS, STOPS

_THINGS = ("event", "weapon")  # layers of deeds and weapons, on which a nation is an adjective
_TIMES = 4  # words of a time behind a verb
_BACK_WINDOW = 24  # words before a verb in which they may stand


class BeforeVerbs(SentenceReader):
    """Finds those whom a verb behind them befell."""

    def _before_verb(self, act: Word, kind: str, *, adjacent: bool = False) -> bool:
        """Those who stand before the verb: «ثلاثة أشخاص قتلوا»; they must reach up to it, or to a part told of them."""
        if (act.part == "carrier" and act.number not in ("du", "pl")) or (
            act.entry.get("near") and not self._ends(act.last)
        ):
            return False
        if self.victims.is_free_relative(act.first - 1):
            return False
        if (act.cut and self.page.form(act.last).startswith("ال")) or self._has_object(act):
            return False  # «أعدم التنظيم جنديا وخطف المسلحون طبيبا»
        for k in range(max(self.first, act.first - _BACK_WINDOW), act.first):
            group = self._subject_at(k, act, adjacent=adjacent)
            if group is None or not self._agrees(act, group):
                continue
            loose = self.page.form(k - 1) in self.grammar.openers
            reaches = self._row_ends if adjacent else self._reaches
            if reaches(group.last, act.first, loose=loose):
                self._add(Telling(kind, group, group.first, act.last, "casualty.subject", act.first, cut=group.cut))
                self._joined(len(self.out) - 1, act.first)
                self._beside_fate(act.last)
                return True
        return False

    def _has_object(self, act: Word) -> bool:
        """Whether an object follows a plural verb: «مسلحين قتلوا شيخا», «مستوطنون قتلوا العام 2008 شابين»."""
        if act.number != "pl":
            return False
        i = act.last
        while i < min(self.last, act.last + _TIMES) and self._is_time(i):
            i += 1
        if not self.page.is_word(i) or not self.page.form(i).endswith(self.grammar.accusatives):
            return False
        person = self.page.layer(i, "role") or self.page.layer(i, "crowd")
        two = self.page.form(i).endswith("ين")
        one = bool(person) or self.page.form(i + 1).endswith("يا")
        noun = self.words.at(i, "victim")
        return noun is not None and noun.number == "du" and not noun.definite if two else one

    def _is_time(self, i: int) -> bool:
        dated = any(s.entry.layer == "time" for s in self.page.senses[i])
        return dated or (self.page.form(i).isdigit() and int(self.page.form(i)) in YEARS)

    def _subject_at(self, k: int, act: Word, *, adjacent: bool) -> Group | None:
        """The group at token ``k`` that can be the subject of a verb after it."""
        numbers, within = self.victims.numbers, self.victims.within_number
        before = self.page.form(k - 1)
        opened = before in self.grammar.openers
        year = k in numbers and numbers[k].value in YEARS and numbers[k].last == act.first
        if k in self.taken or year or self.words.at(k - 1, "subset") or before in self.grammar.ordinals:
            return None  # «هو أول جندي يقتل»: one told of before; «في 24 نوفمبر 2008 اعتقلت الشرطة …»
        if k not in numbers:
            after_preposition = k > self.first and before in self.victims.prepositions and not opened
            if k in within or k - 1 in within or after_preposition:
                return None
        joined = self.page.form(k).startswith("و") and self.words.at(k - 1, "victim")
        adjective = k not in numbers and self.words.at(k - 1, "victim") and self.victims.is_nation(k)
        if joined or adjective or (self._is_of_thing(k) and not opened):
            return None  # «أول جندي | إسرائيلي يقتل», «قصف | إسرائيلي أصاب …»
        bare = k in numbers and (numbers[k].value is not None or self.page.form(numbers[k].last) != self.grammar.of)
        group = self.victims.at(k, act.first, act=True, bare=bare) or self._both(k, act)
        if group is None or (act.part == "carrier" and group.kind):
            return None
        if not group.counted and act.number == "du":
            group = replace(group, count="2", counted=True)
        if group.like and not opened and k not in numbers:
            return None  # «في هجوم آخر قتل …»
        return group if group.counted or group.like or (adjacent and opened) else None

    def _is_of_thing(self, k: int) -> bool:
        """Whether token ``k`` is the adjective of a nation on the noun for a deed or a weapon before it."""
        if k in self.victims.numbers or k == self.first or not any(s.pos == "nisba" for s in self.page.senses[k]):
            return False
        ends = {hit.last for n in (k - 2, k - 3) for layer in _THINGS if (hit := self.page.phrase(n, layer))}
        before = (s for layer in _THINGS for s in self.page.layer(k - 1, layer))
        return k in ends or any(s.pos in ("noun", "masdar", "phrase") for s in before)

    def _both(self, k: int, act: Word) -> Group | None:
        """Two told of before, with a verb in the dual: «الجنديين المفقودين ماتا»."""
        nouns = (w for w in self.words.all_at(k, "victim") if w.number == "du" and w.definite)
        noun = next(nouns, None) if act.number == "du" else None
        if noun is None:
            return None
        return replace(self.victims.counted_by(noun, act.first), count="2")

    def _ends(self, k: int) -> bool:
        """Whether no object follows the verb."""
        form = self.page.form(k)
        return (
            k >= self.last
            or not self.page.is_word(k)
            or form in self.victims.prepositions
            or any(s.entry.layer == "time" for s in self.page.senses[k])
        )

    def _agrees(self, act: Word, group: Group) -> bool:
        """Whether the verb after its subject has its number: «جندي قتل», «ثلاثة قتلوا»."""
        if act.pos != "verb":
            return True
        if group.count == "1":
            return act.number == "sg" or (act.number in ("du", "pl") and self.page.form(group.last).startswith("و"))
        return act.number != "sg" or self.page.form(act.first).endswith("ت")

    def _row_ends(self, k: int, verb: int, *, loose: bool) -> bool:
        """Whether nothing or only groups joined by «و» stand between a group and the verb."""
        while k < verb and loose:
            joiner = self.page.form(k) == self.grammar.joiner
            group = self.victims.at(k + joiner, verb, act=True) if self.page.form(k).startswith("و") else None
            if group is None:
                return False
            k = group.last
        return k == verb

    def _reaches(self, k: int, verb: int, *, loose: bool) -> bool:
        """Whether only what is said of the group stands between it and the verb; after «أن» more may be said."""
        while k < verb:
            k = self._behind_brackets(k)  # «سبعة من رجال الوكالة (السي آي إيه) قتلوا»
            form = self.page.form(k)
            if form in STOPS or self.words.at(k, "act", "carrier", "toll"):
                return False
            if self.words.at(k, "subset", "most"):
                return True
            joiner = form == self.grammar.joiner
            group = self.victims.at(k + joiner, verb, act=True)
            if group is not None and (form.startswith("و") or self.page.form(k - 1) in COMMAS):
                k = group.last
                continue
            senses = self.page.senses[k]
            passed = form in self.grammar.passed_over or form in COMMAS or form in '"»«()' or form.isdigit()
            if passed or form in self.victims.prepositions or any(s.entry.layer == "time" for s in senses):
                k += 1
                continue
            was = self.grammar.passed_over & self.grammar.openers
            verb_of_it = self._verbal_word(k) and self.page.form(k - 1) not in was
            if not loose or form in self.grammar.openers or form in COMMAS or verb_of_it:
                return False  # «إن مدنيا كان يسير قرب المقر قتل»
            k += 1
        return True

    def _verbal_word(self, k: int) -> bool:
        """Whether a word can only be a verb."""
        return bool(self.page.senses[k]) and all(s.pos == "verb" for s in self.page.senses[k])
