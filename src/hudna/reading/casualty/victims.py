"""The phrase that counts and names those who came to harm: «12 جنديا أذربيجانيا», «عدد من أفراد القوات النظامية»."""

from dataclasses import replace
from functools import cached_property

from hudna.reading.casualty.grammar import Grammar
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.persons import Persons
from hudna.reading.layer_words import Word
from hudna.reading.numbers import Number, count_of, definite_number
from hudna.reading.page import Page
from hudna.reading.scene import is_state
from hudna.text import QUOTES

_FEW = ("1", "2", "unknown")  # of whom a noun tells by its form
_PLAIN = 2  # words of a group behind which the hedge is the number's own
_BEFORE_NOUN = frozenset({"", "و", "ب", "ف", "وب", "ل", "ول"})  # particles before a noun that is told of


class VictimReader(Persons):
    """Reads the groups of one page."""

    def at(self, i: int, end: int, *, act: bool = False, bare: bool = False) -> Group | None:
        """The group that begins at token ``i`` and ends before ``end``.

        Args:
            i: where it begins.
            end: where the sentence or clause ends.
            act: whether a verb or verbal noun says what befell them; then «نازح» is who they are.
            bare: whether a number alone may be a group («إصابة 16»).

        """
        if not (0 <= i < end) or not self.page.is_word(i):
            return None
        number = self.numbers.get(i)
        if number is not None:
            return (
                self._hedged_behind(self._numbered(number, end, act=act, bare=bare))
                if number.kind != "percent" and number.last <= end and not self._told_before(number)
                else None
            )
        if (one := self.words.at(i, "one")) and (owners := self._one_of(one, end, act=act)):
            return owners
        if (all_of := self.words.at(i, "all")) and (group := self._all_of(all_of, end, act=act)):
            return group
        if (told := self._counted_behind(i, end)) is not None:
            return told
        return self._person(i, end) or self._unnumbered(i, end, act=act) or (self._national(i, end) if act else None)

    def _hedged_behind(self, group: Group | None) -> Group | None:
        """A group with the «على الأقل» behind all of it: «150 متمردا من نمور التاميل | على الأقل»."""
        if group is None or not group.count.isdecimal() or group.last - group.first <= _PLAIN:
            return group
        behind = (self.page.form(group.last), self.page.form(group.last + 1))
        return replace(group, count=f">={group.count}") if behind == self.grammar.at_least else group

    def one(self, i: int, end: int) -> Group | None:
        """The one person whom a definite noun at token ``i`` means: «جثة الطيار»."""
        noun = self.words.at(i, "victim")
        if noun is None or not noun.definite or noun.number != "sg" or noun.pos == "phrase" or noun.last > end:
            return None
        return self._headed(Group(i, noun.last, noun.cut, "1"), noun, end)

    def counted_by(self, head: Word, end: int) -> Group:
        """The people whom the head of a toll names («قتلى القوات الأمريكية»), without a figure."""
        return self._headed(Group(head.first, head.last, head.cut, "unknown"), head, end)

    def whose(self, k: int, end: int) -> Group:
        """The people of whom the words from token ``k`` on tell, without a figure: «خسائر | القوات الأمريكية»."""
        return self._with_tail(Group(k, k, 0, "unknown"), k, end)

    def _one_of(self, one: Word, end: int, *, act: bool) -> Group | None:
        """«أحد عناصر الشرطة», «أحد الجنود»."""
        head = self._head(one.last, act=act)
        if head is None or not (self._many(head) or head.entry.get("many")):
            return None
        taken = act and head.part == "fallen" and bool(head.entry.get("weak"))  # «مقتل أحد الرهائن»
        return self._headed(Group(one.first, head.last, one.cut, "1"), head, end) if taken or _is_victim(head) else None

    def _many(self, head: Word) -> bool:
        """Whether a noun can be a plural: «المهاجمين» is one as well as a dual."""
        return any(w.number == "pl" for w in self.words.all_at(head.first, head.part))

    def _all_of(self, all_of: Word, end: int, *, act: bool) -> Group | None:
        """«جميع ركابها وعددهم 298», «بقية الأرمن»: the number may follow."""
        k = all_of.last
        head = self._head(k, act=act)
        base = Group(all_of.first, k + 1, all_of.cut, "unknown", counted=False)
        if head is not None and head.part == "victim":
            group = self._headed(replace(base, last=head.last), head, end)
        elif self.is_nation(k):
            group = self._with_tail(replace(base, victims="unspecified"), k, end)
        else:
            return None
        counted = self.words.at(group.last, "counted_as")
        number = self.numbers.get(counted.last) if counted is not None else None
        return replace(group, last=number.last, count=number.count, counted=True) if number is not None else group

    def _told_before(self, number: Number) -> bool:
        """Whether a number counts the noun before it: «القتلى الـ13 مدني واحد»."""
        page = self.page
        definite = page.form(number.first).startswith("ال") and number.value is not None
        before = number.first - 1
        noun = self.words.at(before, "fallen", "victim") or self._is_plain_plural(before)
        return definite and not page.form(number.last).startswith("ال") and bool(noun)

    def _is_plain_plural(self, k: int) -> bool:
        """Whether a definite noun stands at token ``k`` that a number may follow: «الصواريخ الثلاثة»."""
        other = any(s.pos == "verb" or s.entry.layer == "time" for s in self.page.senses[k])
        return self.page.form(k).startswith("ال") and not other

    def _number_behind(self, noun: Word) -> Number | None:
        """The definite number right behind a definite plural, which counts all of them: «الجنود التسعة»."""
        several = (noun.definite and noun.number in ("pl", "du")) or noun.entry.get("many")  # «أفراد طاقمها الثلاثة»
        return definite_number(self.page, self.numbers, noun.last) if several else None

    def _counted_behind(self, i: int, end: int) -> Group | None:
        """«الجنود التسعة»: people whom a number behind their noun counts."""
        noun = self.words.at(i, "victim")
        number = self._number_behind(noun) if noun is not None else None
        if noun is None or number is None or number.last > end:
            return None
        group = self._described(Group(i, number.last, noun.cut, number.count), noun)
        return self._with_tail(group, number.last, end)

    def _numbered(self, number: Number, end: int, *, act: bool, bare: bool) -> Group | None:
        page = self.page
        k = number.last + (page.form(number.last) == ")")
        base = Group(number.first, number.last, number.cut, number.count)
        if of_them := self.words.at(k, "of_them"):
            noun = self.words.at(of_them.last, "victim") if of_them.last > k + 1 else None
            base = replace(base, last=k + 1, like=True, of_them=True)
            those = noun is not None and noun.definite  # «ثلاثة من هؤلاء | الجنود»
            return replace(base, last=k + 3) if those else self._with_tail(base, k + 1, end)
        partitive = page.form(k) == self.grammar.of or number.kind == "vague"
        if page.form(k) == self.grammar.of and k + 1 < end:
            k += 1
        k += page.form(k) == self.grammar.senior and k + 1 < end  # «عدد من كبار المسؤولين»
        head = self._counted_head(k, act=act)
        if head is not None and head.part == "other":
            return self._with_tail(replace(base, like=True), k + 1, end)
        if head is not None:
            return self._headed(base, head, end)
        things = self.page.form(k).startswith("ال") and not self.page.form(k).endswith(self.grammar.people)
        vague = number.kind == "vague" and things  # «إصابة عدد من الأهداف»
        if (page.form(number.last - 1).startswith("ال") and number.value is None) or (
            bare and not vague and self._stands_alone(k, end)
        ):
            if (
                partitive and k > number.last and page.form(k).startswith("ال")
            ):  # «خمسة من المحاصرين»: nobody told of before
                base = replace(base, victims="unspecified")
            named = self._with_tail(replace(base, like=True), number.last, end)
            return replace(named, like=not named.sides and named.victims is None)
        owned = partitive and (self._reference(k) or self.words.at(k, "force"))  # «خمسة من قوات المتمردين»
        if self.is_nation(k) or self._side_of_word(k) or owned or self._members(k):
            return self._with_tail(base, number.last, end)
        return None

    def _headed(self, base: Group, head: Word, end: int) -> Group:
        group = replace(base, last=head.last, ours=head.pronoun == "نا", owner=head.pronoun in self.grammar.theirs)
        group = (
            replace(group, kind=head.entry.get("kind"), victims=head.entry.get("victims"))
            if head.part == "fallen"
            else self._described(group, head)
        )
        if (party := head.entry.get("party")) is not None and self._is_told_of(str(party)):
            group = replace(group, sides=(str(party),))  # «52 داعشيا»
        last = head.last
        whole = self._reference(head.first)
        if whole is not None and whole.how == "name" and whole.last > last:  # «ثلاثة من القراصنة الصوماليين»
            group, last = replace(group, last=whole.last, sides=self._sides(whole)), whole.last
        beside = self.words.at(last, "victim")
        if beside is not None and base.count not in _FEW and self._are_alike(head, beside):
            group, last = self._described(group, beside), beside.last  # «خمسة مدنيين وعسكريين»
        elif (
            beside
            and beside.clitics == "و"
            and base.count != "1"
            and self.page.form(last).endswith("ا")
            and head.number == "sg"
            and beside.number == "sg"
            and not self.one_more(beside.last)
        ):
            group, last = self._described(group, beside), beside.last  # «13 جنديا وشرطيا»
        return self._with_tail(group, last, end)

    def _are_alike(self, head: Word, beside: Word) -> bool:
        """Whether one number counts two sound plurals, so that the second is no dual: «خمسة مدنيين وعسكريين»."""
        joined = beside.clitics == "و" and not (beside.definite or beside.pronoun)
        sound = all(self.page.form(w.last - 1).endswith(self.grammar.people) for w in (head, beside))
        return joined and sound and head.part == "victim"

    @cached_property
    def _named_sides(self) -> frozenset[str]:
        """The sides of all that the page names, nationalities included."""
        named = {s for m in self.cast.mentions if (s := self.cast.side(m.entity))}
        return frozenset(named | {s for r in self.cast.references for s in self._sides(r)})

    def _is_told_of(self, party: str) -> bool:
        """Whether a party is one by its name alone, or a state that the page names."""
        return not is_state(party) or party in self._named_sides

    def one_more(self, k: int) -> bool:
        """Whether «واحد» stands at token ``k``: «22 جنديا ومدنيا واحدا»."""
        return self.page.is_word(k) and any(s.entry.id == "number.1" for s in self.page.senses[k])

    def _head(self, k: int, *, act: bool) -> Word | None:
        order = ("victim", "other", "fallen") if act else ("fallen", "victim", "other")
        if self.page.form(k) in QUOTES:
            k += 1
        return next((w for part in order if (w := self.words.at(k, part)) is not None), None)

    def _counted_head(self, k: int, *, act: bool) -> Word | None:
        """The noun that a number counts at token ``k``; «وإصابة» and «لوفاة» behind one are none."""
        head = self._head(k, act=act)
        particles = ("و", "ل") if head is not None and head.part == "fallen" else ("و",)
        return head if head is None or not any(p in head.clitics for p in particles) else None

    def _unnumbered(self, i: int, end: int, *, act: bool) -> Group | None:
        """«جنديان», «مدني واحد», «آخرين»: the form of the noun counts."""
        deed = self.page.phrase(i - 1, "event")  # «قتل بهجوم | انتحاري»
        head = self._head(i, act=act) if deed is None or deed.last != i + 1 else None
        if head is None or head.clitics not in _BEFORE_NOUN or self.in_name(head.first) or _is_loose(head, act=act):
            return None
        if head.pronoun and head.pronoun != "نا" and head.number != "sg":
            return None
        if (act and head.part == "fallen" and head.definite) or self.words.at(i - 1, "all"):
            return None  # «كل شخص جرح»
        definite = head.definite or head.pronoun == "نا"
        if definite and head.part != "fallen":
            return None
        one = (
            {s.entry.id for s in self.page.senses[head.last]} & {"number.1", "number.2"}
            if self.page.is_word(head.last)
            else set()
        )
        count = _form_count(self.page, head, self.grammar)
        base = Group(i, head.last, head.cut, count, counted=count != "unknown")
        if head.part == "other":
            return (
                self._with_tail(replace(base, like=True), head.last, end)
                if self._stands_alone(head.last, end)
                else None
            )
        group = replace(self._headed(base, head, end), ours=head.pronoun == "نا")
        return replace(group, last=max(group.last, head.last + 1)) if one else group

    def _stands_alone(self, k: int, end: int) -> bool:
        """Whether «آخر» is a noun: «آخر جيوب المقاومة» is the last of something."""
        form = self.page.form(k)
        return (
            k >= end
            or not self.page.is_word(k)
            or form in self.prepositions
            or form.startswith(("ال", "و", "ف", "ب", "ل"))
            or bool(self.words.at(k, "act"))
            or any(s.entry.get("kind") == "part" for s in self.page.layer(k, "time"))  # «جرح 17 مساء الأحد»
        )


def _is_loose(head: Word, *, act: bool) -> bool:
    """Whether people told of without a number are no news: «وصول لاجئين», not «مقتل رهينتين»."""
    return bool(head.entry.get("weak")) and not (act and head.number in ("sg", "du") and not head.definite)


def _is_victim(head: Word) -> bool:
    return head.part == "victim"


def _form_count(page: Page, head: Word, grammar: Grammar) -> str:
    counted = count_of(page, head.first) if head.last == head.first + 1 else None
    if head.part == "other":
        form = page.form(head.first)[head.cut :]
        one, two = form in grammar.other_one or bool(head.entry.get("one")), form.startswith(grammar.other_two)
        return "1" if one else "2" if two else "unknown"
    if counted:
        return counted
    if head.entry.get("two"):
        return "2"
    if head.entry.get("many") or (head.part == "fallen" and head.pos == "phrase"):
        return "unknown"
    return (
        "1"
        if head.number in ("sg", "") and not head.definite
        else "2"
        if head.number == "du" and count_of(page, head.first)
        else "unknown"
    )
