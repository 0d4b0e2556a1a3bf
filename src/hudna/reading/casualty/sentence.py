"""What a sentence tells of human losses, and what «و» joins to a telling."""

from dataclasses import dataclass, replace

from hudna.reading.cast import Reference
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.finite import may_be_finite
from hudna.reading.page import Page
from hudna.reading.scene import is_country
from hudna.text import COMMAS, DASHES, STOPS

_OPENERS = DASHES | {":", "(", "؛"}  # what opens the parts of a figure
_BRACKETS = 6  # words that brackets behind a person may hold
_AND_ONE = "واحد"  # «و» and «أحد», for «one» stands behind its noun
_DONE = frozenset({"casualty.noun", "casualty.verb", "casualty.subject"})  # rules of acts, which say what befell all
_OPENED = frozenset({"casualty.part", "casualty.breakdown"})  # rules of parts, which others joined to them share
_COMPANY = 8  # words behind others whom no figure counts in which «إلى جانب» may stand
_AIM = 4  # words before a telling with which «تهدف إلى» may begin
_UNTOLD_WINDOW = 7  # words before a telling in which it may be denied


@dataclass(frozen=True, slots=True)
class Telling:
    """One group and what is said to have befallen it.

    Attributes:
        kind: killed, wounded …
        group: those whom it befell.
        first: first token of the words that carry the fact.
        last: one past the last.
        rule: id of the rule.
        word: token of the verb or noun that says what befell them.
        agent: whoever is said to have done it, as the subject of the verb.
        toll: whether it is a running total by its words.
        after: index, in the same sentence, of the telling that it goes on from, or None.
        cut: letters of the first token before the words that carry the fact.
        does: whether the verb's own subject, told before, did it.
        chained: whether it is joined to that one by «و» or a comma alone.

    """

    kind: str
    group: Group
    first: int
    last: int
    rule: str
    word: int
    agent: Reference | None = None
    toll: bool = False
    after: int | None = None
    chained: bool = False
    cut: int = 0
    does: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    """Where a joined group begins, and whether «و» stands alone before it or a dash sets it apart."""

    first: int
    joined: bool
    apart: bool


class SentenceReader:
    """What the readers of acts, fallen and totals share: the sentence, what is taken, what is joined to a telling."""

    def __init__(self, page: Page, victims: VictimReader, first: int, last: int) -> None:
        self.page, self.victims, self.words, self.grammar = page, victims, victims.words, victims.grammar
        self.first, self.last = first, last
        self.out: list[Telling] = []
        self.taken: set[int] = set()

    def _joined(self, owner: int, end: int | None = None) -> None:
        """Groups joined to the last one share what befell it, unless their noun says otherwise: «12 جنديا وضابط»."""
        told, end = self.out[owner], end or self.last
        while (link := self._link(told, end)) is not None:
            k = link.first
            group = self._party(k, told, joined=link.joined) or self._group_joined(link, told, end)
            if group is None:
                self._beside_uncounted(k, told)
                return
            if group.kind == "captured" and self.out[owner].rule in _DONE:  # «مقتل جنديين وأحد | الرهائن»
                group = replace(group, kind=told.kind, victims="unspecified")
            kind = group.kind or told.kind
            among = told.rule in _OPENED and kind == told.kind  # «بينهم طفلان وثلاث نساء», not «…، والجرحى إلى 20»
            rule = "casualty.breakdown" if link.apart else told.rule if among else "casualty.joined"
            shared = replace(told, after=len(self.out) - 1, chained=True, does=False)
            told = replace(shared, kind=kind, group=group, first=k, last=group.last, rule=rule, cut=group.cut)
            self._add(told)

    def _beside_uncounted(self, k: int, told: Telling) -> None:
        """Read past others whom no figure counts: «11 مدنيا | وأعضاء في قوات الأمن، إلى جانب ثمانية مسلحين»."""
        others = self.words.at(k, "victim") if self.out[-1] is told else None
        if others is None or others.definite or others.number != "pl" or not told.group.counted:
            return
        if told.group.victims == "civilian" and others.entry.get("victims") in ("military", None):
            self.out[-1] = replace(told, group=replace(told.group, victims="mixed"))
        near = range(others.last, min(self.last, others.last + _COMPANY))
        as_well = next((n for n in near if self.words.at(n, "as_well")), None)
        if as_well is not None and not self.words.between(others.last, as_well, "act", "carrier"):
            self._beside_fate(as_well)

    def _beside_fate(self, k: int) -> None:
        """Those told of as well from token ``k`` on, behind what befell the last: «… مصرعهم، إلى جانب ستة جنود»."""
        while k < self.last and self.words.at(k, "as_well") is None:
            hedge = (self.page.form(k), self.page.form(k + 1)) == self.grammar.at_least
            place = self._place_behind(k)
            if not (hedge or place or self.page.form(k) in COMMAS or self.page.layer(k, "time")):
                return
            k = place or k + 1 + hedge
        as_well = self.words.at(k, "as_well")
        group = self.victims.at(as_well.last, self.last) if as_well is not None else None
        if group is None or not group.counted or group.first in self.taken:
            return
        told = replace(self.out[-1], after=len(self.out) - 1, chained=True, does=False, rule="casualty.joined")
        told = replace(told, kind=group.kind or told.kind, group=group)
        self._add(replace(told, first=group.first, last=group.last, cut=group.cut))
        self._joined(len(self.out) - 1)

    def _place_behind(self, k: int) -> int:
        """One past where they fell, told behind «في» at token ``k``: «… مصرعهم في أفغانستان، إلى جانب»; 0 for none."""
        named = self.victims.cast.at(k + 1) if self.page.form(k) == self.grammar.within else None
        if named is None or named.first != k + 1 or not named.entities:
            return 0
        land = is_country(named.entities[0]) or self.victims.cast.is_mere_place(named.entities[0])
        return named.last if land else 0

    def _link(self, told: Telling, end: int) -> _Link | None:
        """What joins the words behind a telling to it, and where they begin; None where nothing does."""
        k = self._behind_brackets(told.group.last)
        while k < self.last and (
            self.page.form(k) in COMMAS or self.page.form(k) in '"»)' or self.page.form(k) in _OPENERS
        ):
            k += 1
        joined = self.page.form(k) == self.grammar.joiner
        k += joined
        if as_well := self.words.at(k, "as_well"):
            joined, k = True, as_well.last
        elif self._is_beside(k, told) and k + 1 in self.victims.numbers:
            joined, k = True, k + 1
        apart = not joined and k in self.victims.numbers and told.group.counted
        apart = apart and (self.page.form(k - 1) in _OPENERS or self._makes_up(told.group, k, end))
        if k >= end or k in self.taken or not (joined or apart or self.page.form(k).startswith(self.grammar.joiner)):
            return None
        return None if not joined and self.words.at(k, "act", "carrier") else _Link(k, joined, apart)

    def _is_beside(self, k: int, told: Telling) -> bool:
        """Whether token ``k`` sets others beside those who fell: «مع اثنين من حراسه», «231 مسلحا، مقابل 29 جنديا»."""
        form = self.page.form(k)
        return form == self.grammar.along or (form == self.grammar.against and told.kind in ("killed", "wounded"))

    def _makes_up(self, whole: Group, k: int, end: int) -> bool:
        """Whether groups joined by «و» from token ``k`` on add up to a figure: «خمسة أشخاص، أربعة جنود وصحفية»."""
        total, count = 0, int(whole.count) if whole.count.isdecimal() else 0
        while total < count:
            part = self.victims.at(k + (self.page.form(k) == self.grammar.joiner), end, act=False)
            if part is None or not part.count.isdecimal():
                return False
            total, k = total + int(part.count), part.last + (self.page.form(part.last) in COMMAS)
            if total < count and not self.page.form(k).startswith(self.grammar.joiner):
                return False
        return 0 < count == total

    def _group_joined(self, link: _Link, told: Telling, end: int) -> Group | None:
        """The group at a link, if it can share what befell the one told before."""
        group = self.victims.at(link.first, end, act=False)
        one = self.page.form(link.first) == _AND_ONE  # «مقتل جنديين | وأحد الرهائن»
        if group is None or not (link.joined or link.apart or group.cut or one):
            return None
        to = self.words.at(group.last, "reached")  # «ارتفع عدد القتلى إلى 36 والجرحى إلى 134»
        number = self.victims.numbers.get(to.last if to is not None else group.last)
        counts = number is not None and number.value is not None and (told.toll or to is not None)
        if number is not None and counts and group.kind and group.count == "unknown":
            group = replace(group, last=number.last, count=number.count, counted=True)  # «والمصابين 2518»
        if told.group.first in self.victims.numbers and self._may_be_two(group):
            group = replace(group, count="2", counted=True)  # «ستة جنود وشرطيين»
        after_comma = self.page.form(link.first - 1) in COMMAS and may_be_finite(self.page, link.first)
        if after_comma and group.count == "1" and self.page.form(link.first + 1).startswith(("ب", "ال")):
            return None  # «إصابات بين المدنيين، | وطالب بوقف إطلاق النار»
        if group.count == "1" and self.victims.one_more(group.last):
            group = replace(group, last=group.last + 1)  # «إضافة إلى إصابة مدني | واحد»
        other_deed = group.like and self.words.at(link.first, "act")
        loose = not group.counted and not group.kind and told.group.counted
        numbered = told.group.first in self.victims.numbers and link.first not in self.victims.numbers
        adjective = numbered and group.count == "1" and group.victims == "unspecified"  # «16 مسلحا محليا وأجنبيا»
        return None if other_deed or loose or adjective else group

    def _may_be_two(self, group: Group) -> bool:
        """Whether a group without a number is one noun that can be a dual as well as a plural."""
        nouns = self.words.all_at(group.first, "victim") if not group.counted else ()
        return any(w.number == "du" and not w.definite and not w.pronoun for w in nouns)

    def _behind_brackets(self, k: int) -> int:
        """One past what stands in brackets at ``k``: «والدته (26 عاما) وشقيقه»."""
        if self.page.form(k) != "(" or k + 1 in self.victims.numbers:
            return k
        inside = range(k + 1, min(self.last, k + _BRACKETS))
        return next((n + 1 for n in inside if self.page.form(n) == ")"), k)

    def _party(self, k: int, told: Telling, *, joined: bool) -> Group | None:
        """Another party that lost people alike: «مقتل عدد من أفراد القوات النظامية وحزب الله»."""
        reference = self.victims.cast.at(k)
        if (
            (told.group.counted and told.group.count != "unknown")
            or not told.group.sides
            or reference is None
            or reference.first != k
            or reference.how == "nisba"
        ):
            return None
        entity = self.victims.cast.entity(reference.entities[0])
        if entity is None or entity.type != "ORG" or entity.side is None or entity.side in told.group.sides:
            return None
        return replace(told.group, first=k, last=reference.last, cut=0 if joined else 1, sides=(entity.side,))

    def _aimed(self, i: int) -> bool:
        """Whether the word at token ``i`` is only what somebody aims at: «تهدف إلى اعتقال …»."""
        return any(w.last in (i - 1, i) or w.first < i < w.last for w in self.words.between(i - _AIM, i, "aim"))

    def _untold(self, i: int) -> bool:
        if self._aimed(i):
            return True
        for k in range(i - 1, max(self.first, i - _UNTOLD_WINDOW) - 1, -1):
            if self.page.form(k) in STOPS or self.page.form(k) in COMMAS:
                return False
            untold = self.words.at(k, "untold")
            told = untold is not None and self.page.form(untold.last) in self.grammar.identity
            told = told or (untold is not None and not self.page.form(i).startswith(untold.entry.get("by", "")))
            if (untold is not None and not told) or any(
                s.entry.get("status") in ("planned", "possible") and not (s.entry.get("next") and k < i - 1)
                for s in self.page.layer(k, "modality")
            ):
                return True  # «قرب مقتله», not «انفجار قرب السفارة أدى إلى مقتل …»
            if self.page.form(k) in self.grammar.contrasts:
                return False
        return bool(self.words.at(i, "untold"))

    def _add(self, telling: Telling) -> None:
        """Add a telling; «بين قتيل وجريح» behind its group leaves open what befell whom."""
        both = self.words.at(telling.group.last, "act") or self.words.at(telling.last, "act")
        if both is not None and both.entry.get("id") == "dead_or_wounded":
            self.taken.update(range(both.first, both.last))
            telling = replace(telling, kind=str(both.entry.get("kind")))
        self.out.append(telling)
        self.taken.update(range(telling.group.first, telling.group.last))
        if telling.word < telling.group.last:
            self.taken.update(range(telling.first, min(telling.last, telling.first + 2)))
        self.taken.add(telling.word)
