"""The tellings of one sentence: running totals, acts, nouns for the fallen, and parts of those told before."""

from dataclasses import replace

from hudna.reading.casualty.act import Acts
from hudna.reading.casualty.fallen import Fallen
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.nation import YEARS
from hudna.reading.casualty.sentence import Telling
from hudna.reading.finite import finite
from hudna.reading.layer_words import Word
from hudna.text import COMMAS, STOPS

_ADVERB = 4  # words of «حتى الآن» and its like between «بلغت» and the figure
_HEDGED = ("at_least", "at_most", "about")  # kinds of numbers that need no «بلغ» before them
_AT_LEAST, _AT_MOST = ">=", "<="  # in the notation of the reading format
_SIGNS = {"at_least": _AT_LEAST, "about": "~"}  # how a verb hedges its figure
_FIGURE = 4  # words between «إن العدد» and its figure
_RISEN_WINDOW = 30  # the same behind «ارتفعت»
_ABOARD = 14  # words between a seizure and «على متنها»
_TAKEN = "captured"
_TOLL_WINDOW = 16  # words between «حصيلة» and its figure


def _nation(toll: Word) -> Word:
    """The people of a nation right behind a toll, as a word of the layer that says no more of them."""
    return toll._replace(first=toll.last, last=toll.last + 1, cut=0, pronoun="")


class SentenceTeller(Acts, Fallen):
    """Reads one sentence."""

    def tellings(self) -> list[Telling]:
        """The tellings in the order of their groups."""
        known = self.words.beginning(self.first, self.last)
        self._tolls(known)
        for i in known:
            if i not in self.taken:
                self._act(i)
        for i in known:
            if i not in self.taken:
                self._fallen(i)
        for i in range(self.first, self.last) if known else ():
            if i not in self.taken:
                self._part(i)
                self._aboard(i)
        for i in known:
            if i not in self.taken:
                self._same_toll(i)
        order = sorted(range(len(self.out)), key=lambda n: self.out[n].group.first)
        places = {n: place for place, n in enumerate(order)}
        return [
            replace(self.out[n], after=places[after]) if (after := self.out[n].after) is not None else self.out[n]
            for n in order
        ]

    def _tolls(self, known: list[int]) -> None:
        for i in known:
            toll = self.words.at(i, "toll")
            if toll is None or i in self.taken:
                continue
            near = [w for k in range(toll.last, toll.last + 3) if (w := self.words.at(k, "fallen", "victim"))]
            told = next((w for w in near if w.part == "fallen"), near[0] if near else None)
            beside = told is not None and near[0].first == toll.last
            people = near[0] if beside and told is not near[0] and near[0].part == "victim" else None
            if told is None and self.victims.is_nation(toll.last):  # «عدد الفلسطينيين الذين قتلوا»
                told, beside = _nation(toll), True
            fate = self._fate(told) if told is not None and beside else None
            if fate is not None and near and near[0].part == "victim":
                told = near[0]  # «عدد الجنود البريطانيين القتلى»
            if (fell := self._who_fell(toll.last)) is not None:  # «عدد من سقطوا من الجنود»
                fate = str(fell.entry.get("kind"))
                told = self.words.at(fell.last + (self.page.form(fell.last) == self.grammar.of), "victim")
            if toll.entry.get("needs_fallen") and fate is None:
                continue
            self._toll(toll, told, fate, people)

    def _same_toll(self, i: int) -> None:
        """Another figure for those told before in the sentence: «47 ألف قتيل، فيما تقول الحكومة إن العدد عشرة آلاف»."""
        toll = self.words.at(i, "toll")
        before = [n for n, t in enumerate(self.out) if t.group.last <= i]
        told = toll is not None and (toll.definite or toll.pronoun) and self.page.form(i - 1) in self.grammar.that
        if toll is None or not before or not told or not toll.entry.get("needs_fallen"):
            return
        for k in range(toll.last, min(self.last, toll.last + _FIGURE)):
            number = self.victims.numbers.get(k)
            if number is not None and number.value is not None:
                after = max(before, key=lambda n: self.out[n].group.first)
                group = Group(number.first, number.last, number.cut, number.count, like=True)
                kind = self.out[after].kind
                self._add(
                    Telling(kind, group, toll.first, number.last, "casualty.toll", toll.first, toll=True, after=after)
                )
                return
            if not self.page.is_word(k) or self.page.form(k) in self.grammar.relatives:
                return

    def _fate(self, head: Word) -> str | None:
        """What befell those whom a toll counts: «القتلى», «الجنود الذين قتلوا»."""
        if head.part == "fallen":
            return str(head.entry.get("kind"))
        group = self.victims.counted_by(head, self.last)
        relative = self.page.form(group.last) in self.grammar.relatives
        act = self.words.at(group.last + 1, "act") if relative else None
        return str(act.entry.get("kind")) if act is not None and act.number == "pl" else None

    def _who_fell(self, k: int) -> Word | None:
        """The verb behind «من» or «الذين» at ``k`` that says what befell those who are counted: «عدد | من قتلوا»."""
        those = self.page.form(k) == self.grammar.of or self.page.form(k) in self.grammar.relatives
        verb = self.words.at(k + 1, "act", "carrier") if those else None
        fell = verb is not None and verb.pos == "verb" and verb.number == "pl" and verb.entry.get("kind")
        return verb if fell else None

    def _toll(self, toll: Word, told: Word | None, fate: str | None, people: Word | None) -> None:
        """Add the figure of a toll; ``people`` are those whom «القتلى» describes: «عدد الجنود البريطانيين القتلى»."""
        if told is not None and self._figure_before(toll, told, fate):
            return
        end = min(self.last, toll.last + (_RISEN_WINDOW if self._rises(toll) else _TOLL_WINDOW))
        reached = self._reached(toll.first) or self._risen(toll, end)
        behind = self.victims.counted_by(told, end).last if told is not None else None
        for k in range(toll.last, end):
            form = self.page.form(k)
            breaks = form in self.grammar.clause_breaks and (self._begins(k) or form in self.grammar.adversatives)
            if form in STOPS or breaks:
                return
            group = self._figure(k, end, reached=reached, behind=k == behind)
            if group is None:
                continue
            for head in (h for h in (told, people) if h is not None):
                group = self._as_headed(group, head, k)
            group = self._as_reached(group, self._reached_at(k) or (self._reached_at(toll.first) if reached else None))
            if toll.entry.get("headed") and self.page.form(toll.last - 1).endswith(self.grammar.theirs):
                group = replace(group, owner=True, victims=group.victims or "military")  # «بلغت خسائره 31 قتيلا»
            elif toll.entry.get("headed") and not group.sides:
                owner = self.victims.whose(toll.last, end)  # «خسائر موسكو», «الخسائر البشرية للجيش الأمريكي»
                group = replace(group, sides=owner.sides, victims=group.victims or owner.victims)
            if toll.entry.get("headed") and not group.kind and group.victims is None:
                continue
            named = told.entry.get("kind") if told is not None else None
            kind = group.kind or fate or named or toll.entry.get("kind") or "killed"
            first = toll.first
            self._add(
                Telling(
                    kind,
                    group,
                    first,
                    group.last,
                    "casualty.toll",
                    toll.first,
                    toll=not toll.entry.get("list"),
                    cut=toll.cut,
                )
            )
            self.taken.update(range(first, group.last))
            self._joined(len(self.out) - 1)
            self._over_longer()
            return

    def _begins(self, k: int) -> bool:
        """Whether a comma parts token ``k`` from what stands before it."""
        return self.page.form(k - 1) in COMMAS

    def _figure_before(self, toll: Word, told: Word, fate: str | None) -> bool:
        """Add the figure right before «عدد»: «يرتفع إلى 140 عدد الفلسطينيين الذين قتلوا»."""
        number = self.victims.within_number.get(toll.first - 1)
        if number is None or number.last != toll.first or not self._reached(number.first):
            return False
        group = self._as_headed(Group(number.first, number.last, number.cut, number.count), told, self.last)
        group = self._as_reached(replace(group, last=max(told.last, toll.last)), self._reached_at(number.first))
        kind = str(fate or told.entry.get("kind") or toll.entry.get("kind") or "killed")
        self._add(Telling(kind, group, number.first, group.last, "casualty.toll", toll.first, toll=True))
        self._over_longer()
        return True

    def _over_longer(self) -> None:
        """Add the figure of a longer time for those whom the last toll counts: «إلى 40 هذا العام وإلى 241 منذ 2001»."""
        told = self.out[-1]
        for k in range(told.group.last, self.last):
            if self.page.form(k) in STOPS or self.words.at(k, "toll"):
                return
            to = self.words.at(k, "reached")
            number = self.victims.numbers.get(to.last) if to is not None and to.clitics == self.grammar.joiner else None
            if number is not None and number.value is not None:
                group = replace(told.group, first=number.first, last=number.last, cut=number.cut, count=number.count)
                self._add(replace(told, group=group, first=number.first, last=number.last, cut=number.cut))
                return

    def _as_headed(self, group: Group, told: Word, end: int) -> Group:
        """The figure's group with what the head of the toll says of them: «عدد قتلى القوات الأمريكية إلى 796»."""
        head = self.victims.counted_by(told, end)
        group = replace(group, like=False, victims=head.victims) if group.like else group
        victims = head.victims if group.victims in (None, "unspecified") else group.victims
        owner = group.owner or head.owner
        foreign = group.foreign or head.foreign
        sides, of = group.sides or head.sides, group.of or head.of
        return replace(group, victims=victims, of=of, sides=sides, owner=owner, foreign=foreign)

    def _risen(self, toll: Word, end: int) -> bool:
        """Whether «يرتفع عدد …» is followed by its figure without a «إلى» before it."""
        return self._rises(toll) and not self.words.between(toll.last, end, "reached")

    def _rises(self, toll: Word) -> bool:
        near = (self.words.at(n, "rise") for n in (toll.first - 1, toll.first - 2))
        return any(w and not (w.tense == "present" and self.page.form(w.first - 1) in self.grammar.that) for w in near)

    def _as_reached(self, group: Group, verb: Word | None) -> Group:
        """The group with what the verb says of how exact its figure is: «تجاوز عدد القتلى 500»."""
        sign = _SIGNS.get(str(verb.entry.get("hedge")), "") if verb is not None else ""
        if verb is not None and sign == _AT_LEAST and self.page.form(verb.first - 1) in self.grammar.negations:
            sign = _AT_MOST  # «لم يتجاوز»
        return replace(group, count=sign + group.count) if group.count.isdecimal() else group

    def _reached_at(self, k: int) -> Word | None:
        """«بلغ», «تجاوزت» or the like right before token ``k``."""
        near = (k - 1,) if self.words.at(k - 1, "act") else (k - 1, k - 2)  # «أشارت حصيلة إلى مقتل عشرة»
        return next((w for n in near if (w := self.words.at(n, "reached")) is not None), None)

    def _reached(self, k: int) -> bool:
        """Whether «بلغ», «تجاوزت» or the like stands right before token ``k``."""
        if self._reached_at(k) is not None or self.words.at(k - 1, "counted_as"):
            return True  # «من بين إجمالي القتلى، وعددهم 1387»
        over = next((w for n in range(k - _ADVERB, k) if (w := self.words.at(n, "over")) and w.last == k), None)
        return over is not None and self.words.at(over.first - 1, "reached") is not None

    def _figure(self, k: int, end: int, *, reached: bool, behind: bool) -> Group | None:
        """The group at token ``k`` if its number is the figure of a toll.

        ``reached`` is said before the toll; ``behind``: right behind those counted («إن عدد القتلى المدنيين 45»).
        """
        before = self._reached(k)
        number = self.victims.numbers.get(k)
        if number is not None and number.value in YEARS and self.page.form(k - 1) in self.grammar.years:
            return None  # «منذ عام 2001»
        if number is None:
            return self.victims.at(k, end) if self.words.at(k - 1, "reached") and self.words.at(k, "fallen") else None
        if reached and not before:
            alone = not self.page.is_word(number.last) or self.page.form(number.last) in self.victims.prepositions
            return self.victims.at(k, min(self.last, end + 8), bare=alone or number.cut > 0)
        if not before and number.kind not in _HEDGED and not (behind and number.kind == "exact"):
            return None
        return self.victims.at(k, min(self.last, end + 8), bare=True)

    def _part_of_fallen(self, i: int) -> bool:
        """Add the part that «بينهم» opens right behind a noun for those who fell: «القتلى بينهم طفلان»."""
        fallen, subset = self.words.at(i - 1, "fallen"), self.words.at(i, "subset")
        if fallen is None or subset is None or not fallen.definite or i - 1 in self.taken:
            return False
        group = self.victims.at(subset.last, self.last, act=True)
        if group is None or not group.counted:
            return False
        kind = str(fallen.entry.get("kind"))
        self._add(Telling(kind, group, group.first, group.last, "casualty.part", i - 1, cut=group.cut))
        self._joined(len(self.out) - 1)
        return True

    def _aboard(self, i: int) -> None:
        """«خطف القراصنة سفينة على متنها 24 بحارا»: those taken with it."""
        aboard = self.words.at(i, "aboard")
        group = self.victims.at(aboard.last, self.last, act=True) if aboard is not None else None
        if group is None or not group.counted or group.kind or self._untold(i):
            return
        first = next((k + 1 for k in range(i - 1, self.first, -1) if self.page.form(k) in COMMAS), self.first)
        acts = self.words.between(max(first, i - _ABOARD), i, "act", "seizes")
        if acts and (acts[-1].part == "seizes" or acts[-1].entry.get("kind") == _TAKEN) and not acts[-1].definite:
            self._add(Telling(_TAKEN, group, group.first, group.last, "casualty.noun", acts[-1].first, cut=group.cut))
            self._joined(len(self.out) - 1)

    def _part(self, i: int) -> None:
        """«بينهم طفلان», «ثلاثة منهم في مكمن»."""
        number = self.victims.numbers.get(i)
        of_them = number is not None and self.words.at(number.last, "of_them") is not None
        if not of_them and self.words.at(i, "subset") is None:
            return
        before = [n for n, t in enumerate(self.out) if t.group.first < i]
        other = of_them and self.words.at(i - 1, "act") is None and finite(self.page, i - 1) is not None
        if other or self._untold(i) or self._part_of_fallen(i) or not before:
            return  # «وهي تحتضن | نحو مليون منهم»
        owner = max(before, key=lambda n: self.out[n].group.first)
        opening = i
        if of_them:
            group = self.victims.at(i, self.last)
        elif subset := self.words.at(i, "subset"):
            group = self.victims.at(subset.last, self.last, act=True, bare=True)
        else:
            return
        if group is not None and group.counted and group.count != "unknown" and group.first not in self.taken:
            self.taken.update(range(opening, group.first))
            told = self.out[owner]
            deed = self.words.at(opening - 1, "act")  # «قتل منهم 14»
            if deed is not None and opening - 1 not in self.taken:
                told = replace(told, kind=str(deed.entry.get("kind")), word=deed.first)
            rule = "casualty.of-them" if group.of_them else "casualty.part"
            self._add(
                Telling(
                    told.kind, group, group.first, group.last, rule, told.word, told.agent, after=owner, cut=group.cut
                )
            )
            self._joined(len(self.out) - 1)
