"""Which figures are running totals, and not what one attack cost."""

from datetime import date

from hudna.lexicon import Sense
from hudna.reading.casualty.circumstance import BACK, MOST, Circumstances, points_back
from hudna.reading.casualty.sentence import Telling
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.layer_words import Word
from hudna.reading.model import Time
from hudna.text import COMMAS, STOPS

_SINCE = 14  # words between a figure and its «منذ»
_RIGHT_BEHIND = 5  # words between a figure and the «منذ» that belongs to it
_OVER = 30  # words to either side of a figure that can make it a running total
_MOMENT = 6  # words between a figure and the «عندما» that tells when they came to harm
_RISEN = 4  # words before a figure in which «ارتفعت» may stand
_SAW = 6  # words before a loss in which «شهد» may stand
_RECORD = 7  # words before «منذ» that may tell a record: «أعنف هجوم من نوعه منذ …»
_LOSSES = ("act", "fallen", "subset", "over", "since", "carrier", "as_well", "victim")  # what goes on behind a comma
_BREAKS = STOPS | COMMAS
FEW = frozenset({"1", "2"})  # so few are no running total
_MANY = 1000  # so many are not lost at once: without a day it is a running total
_YEAR = 365  # days
_WEEKS = 14  # days that are no long time
_DAYS = 10  # length of an ISO date
_MONTH = 7  # length of an ISO month


class RunningTotals:
    """Tells them apart on one page."""

    def __init__(self, victims: VictimReader, around: Circumstances) -> None:
        self.page, self.words, self.numbers, self.small = victims.page, victims.words, victims.numbers, victims.grammar
        self.counting = victims.within_number
        self.grammar, self.times, self.events = around.grammar, around.times, around.events

    def is_one(self, telling: Telling, number: int) -> bool:
        """Whether the figure is a running total: by its noun, «منذ …», or a long time that is no attack's."""
        if telling.toll or self._rises(telling):
            return not self._of_one_attack(telling, number)
        if telling.group.count in FEW and telling.rule != "casualty.joined":
            return False
        first, last = self._clause(telling, number)
        times = self.times.get(number, [])[:MOST]
        if self._over(first, last) or self._since(telling, first, last) or self._month_saw(times, telling):
            return True
        behind = range(telling.last, min(telling.last + _MOMENT, self.page.sentences[number].last))
        if any(self.page.form(k) in self.small.moments for k in behind):
            return False  # «قتل أكثر من ألف شخص عندما …»
        values = [t.value for t in times if t.value]
        if telling.kind == "displaced" or (telling.kind != "captured" and _many(telling.group.count)):
            return all(_long(v) for v in values)
        long = bool(values) and all(_long(v) for v in values)
        return (long or self._running_month(times, first, last)) and not self._attacked(number)

    def _rises(self, telling: Telling) -> bool:
        """Whether the figure of a noun for the fallen has risen: «الإصابات ارتفعت إلى 80 إصابة»."""
        before = range(telling.first - _RISEN, telling.first)
        to = telling.rule == "casualty.fallen" and self.words.at(telling.first - 1, "reached") is not None
        return to and any(self.words.at(k, "rise") for k in before)

    def _month_saw(self, times: list[Time], telling: Telling) -> bool:
        """Whether a month or year is said to have seen the loss: «شهد شهر يوليو مقتل 45 جنديا»."""
        saw = self.words.between(telling.first - _SAW, telling.first, "saw")
        here = self.page.tokens[telling.first].span.start
        before = [t for t in times if t.value and t.span.end <= here]
        if not saw or not before or len(before[-1].value or "") > _MONTH:
            return False
        near = range(saw[-1].last, saw[-1].last + 2)
        behind = any(self.page.tokens[k].span.start == before[-1].span.start for k in near)
        return behind or before[-1].span.end <= self.page.tokens[saw[-1].first].span.start

    def _clause(self, telling: Telling, number: int) -> tuple[int, int]:
        """The tokens around a telling that can make it a running total: its clause, what is joined, what is fronted."""
        sentence = self.page.sentences[number]
        left = self._opening(telling.first, sentence.first)
        while left > sentence.first and self.page.form(left - 1) in COMMAS:
            before = self._opening(left - 1, sentence.first)
            deed = self.words.at(left, "act", "carrier", "fallen")
            if deed is None or not self.page.form(left).startswith(self.small.joiner):
                fronted = self.words.between(before, before + 2, "over", "since", "within")
                left = before if fronted and not self._tells_deed(before, left - 1) else left
                break
            left = before
        right = telling.last
        while right < sentence.last and self._goes_on(right, sentence.last):
            right += 1
        return max(left, telling.first - _OVER), min(right, telling.last + _OVER)

    def _opening(self, k: int, first: int) -> int:
        """Where the words between marks begin in which token ``k`` stands or that end before it."""
        while k > first and self.page.form(k - 1) not in _BREAKS and self.page.form(k) not in self.small.clause_breaks:
            k -= 1
        return k

    def _goes_on(self, k: int, end: int) -> bool:
        """Whether the clause goes on at token ``k``: a comma is passed before another loss or what makes a total."""
        form = self.page.form(k)
        if form in STOPS or form in self.small.clause_breaks:
            return False
        if form in self.small.relatives and any(_is_one_attack(s) for s in self.page.layer(k - 1, "event")):
            return False  # «في الهجوم | الذي يأتي ضمن هجمات هزت البلاد في الشهور الأخيرة»
        if form not in COMMAS:
            return True
        after = k + 1 + (self.page.form(k + 1) == self.small.joiner)
        losses = self.words.between(after, min(after + 2, end), *_LOSSES)
        return bool(losses) or self._throughout(after) or after in self.numbers

    def _throughout(self, k: int) -> bool:
        """Whether «خلال» and its like stand at token ``k``, not a bare «في» or «ففي»."""
        return self.words.at(k, "within") is not None and not self.page.form(k).endswith(self.small.within)

    def _tells_deed(self, first: int, last: int) -> bool:
        """Whether words tell something that is done, so that they are no adverb before a clause."""
        return bool(self.words.between(first, last, "act", "carrier")) or any(
            self.page.senses[k] and all(s.pos == "verb" for s in self.page.senses[k]) for k in range(first, last)
        )

    def _over(self, first: int, last: int) -> bool:
        """Whether words of a clause tell a running time or a whole war, and not as a backdrop."""
        words = self.words.between(first, last, "over")
        return any(self.page.form(w.first - 1) not in self.small.backdrops for w in words)

    def _running_month(self, times: list[Time], first: int, last: int) -> bool:
        """Whether the clause counts over a month: «خلال شهر مايو», «هذا الشهر»."""
        for k in range(first, last):
            time = next((t for t in times if t.span.start == self.page.tokens[k].span.start), None)
            if time is None or len(time.value or "") != _MONTH:
                continue
            words = {self.page.form(n) for n in range(k, last) if self.page.tokens[n].span.end <= time.span.end}
            if {self.page.form(k), self.page.form(k - 1)} & self.small.points:
                continue
            if words & self.small.current or self._throughout(k - 1):
                return True
        return False

    def _attacked(self, number: int) -> bool:
        """Whether a sentence tells of one attack, which is no series of them («هجمات») and no fighting."""
        sentence = self.page.sentences[number]
        attacks = (e for e in self.events.get(number, ())[:MOST] if e.type == "ASSAULT" and e.mode != "clash")
        told = [e.trigger.start for e in attacks]
        starts = {self.page.tokens[k].span.start: k for k in range(sentence.first, sentence.last)} if told else {}
        tokens = (starts.get(start) for start in told)
        return any(k is None or all(s.number != "pl" for s in self.page.layer(k, "event")) for k in tokens)

    def _of_one_attack(self, telling: Telling, number: int) -> bool:
        """Whether a toll is that of one attack told of in its sentence: «ارتفعت حصيلة قتلى التفجير إلى 45»."""
        sentence = self.page.sentences[number]
        first, last = max(sentence.first, telling.first - _OVER), min(sentence.last, telling.last + _OVER)
        if self.words.between(first, last, "over", "since"):
            return False
        return self._names_attack(first, last) or self._goes_on_about(telling, number)

    def _names_attack(self, first: int, last: int) -> bool:
        return any(_is_one_attack(s) for k in range(first, last) for s in self.page.layer(k, "event"))

    def _goes_on_about(self, telling: Telling, number: int) -> bool:
        """Whether a toll of some dead goes on about the one attack that the sentences right before it tell of."""
        if _many(telling.group.count) or self.times.get(number) or self.events.get(number):
            return False
        before = self.page.sentences[max(number - BACK, 0) : number]
        return any(self._names_attack(s.first, s.last) for s in before)

    def _period(self, word: Word) -> bool:
        number = self.numbers.get(word.last)
        return number is not None and bool(self.words.at(number.last, "unit"))

    def _since(self, telling: Telling, first: int, last: int) -> bool:
        """Whether «منذ …» in the clause of the telling reaches further back than some hours or days."""
        first, last = max(first, telling.first - _SINCE), min(last, telling.last + _SINCE)
        if any(self._period(w) for w in self.words.between(first, last, "within")):
            return True
        return any(self._long_since(w, telling, first) for w in self.words.between(first, last, "since"))

    def _long_since(self, since: Word, telling: Telling, first: int) -> bool:
        """Whether «منذ» makes the figure a running total: right behind it any does, elsewhere a long one."""
        after = since.first >= telling.last
        between = range(telling.last, since.first) if after else range(first, since.first)
        relatives = self.small.relatives - self.small.that
        if any(self.page.form(k) in relatives for k in between if k >= first + 1 or after):
            return False  # «المدينة التي تشهد منذ أشهر …»
        near = (k for k in range(since.first - _RECORD, since.first) if k not in self.counting)
        if any(self.page.form(k) in self.small.records for k in near):
            return False  # «أسوأ هجوم منذ …», not «أكثر من ستين قتيلا منذ …»
        if after and len(between) <= _RIGHT_BEHIND:
            words = [k for k in between if self.page.form(k) not in self.grammar.prepositions]  # «بين»
            return not any(s.pos == "verb" for k in words for s in self.page.senses[k] if not self.words.at(k, "act"))
        return not self.words.at(since.last, "short")


def _is_one_attack(sense: Sense) -> bool:
    """«التفجير», «الهجوم»: a definite singular, not «القصف», which goes on."""
    return sense.entry.get("id") != "bombard" and points_back(sense)


def _many(count: str) -> bool:
    digits = count.lstrip("<>=~")
    return int(digits) >= _MANY if digits.isdecimal() else count.startswith(("~thousands", "~hundreds of", "~tens of"))


def _long(value: str) -> bool:
    """Whether an ISO value is a year, or a period told by years or months, or by days of two months and some weeks."""
    first, _, last = value.partition("/")
    if len(first) < _MONTH or (last and len(first) < _DAYS):
        return True
    if not last or first[:_MONTH] == last[:_MONTH]:
        return False
    days = (date.fromisoformat(last[:_DAYS]) - date.fromisoformat(first[:_DAYS])).days
    return days % _YEAR > _WEEKS  # a stand-in for «الأسبوع الماضي» may lie about New Year (nominal.py)
