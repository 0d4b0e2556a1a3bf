"""What follows the head of a group and says who they are: adjectives, «من …», «في صفوف …», «معظمهم من …»."""

from dataclasses import replace
from functools import cached_property

from hudna.reading.cast import Reference
from hudna.reading.casualty.described import Descriptions
from hudna.reading.casualty.group import Group
from hudna.reading.event.roles import joined
from hudna.reading.layer_words import Word
from hudna.text import QUOTES

_LONGEST_TAIL = 14  # words after the head that may still say whose people they are
_ASIDE = frozenset('،,"«“')
_SUMMARY = 6  # words after «معظمهم» that say who they are
_ARTICLE = "ال"
_INNER = QUOTES | {"(", ")"}
_SHORT = 3  # letters up to which a first «و» is no conjunction


class Tails(Descriptions):
    """Reads what follows the head of a group."""

    def _with_tail(self, group: Group, k: int, end: int) -> Group:
        """The group with what follows its head: adjectives, «من …», «في صفوف …», the names there."""
        stop, head = min(end, k + _LONGEST_TAIL), k
        if beside := self._beside(k):  # «20 من المدنيين والجنود»
            group, k = self._described(group, beside), beside.last
        last = k
        while k < stop:
            inner = self.page.form(k) in _INNER
            closed = not inner and (not self.page.is_word(k) or self.words.at(k, "subset", "most", "including"))
            if closed or self._is_alias(head, k):
                break
            if inner:
                k += 1
                continue
            link = self._link(k) or self._past_hedge(k, last)
            if link:
                k = link
                continue
            step = self._named(group, k, last) or self._described_at(group, k)
            if step is None:
                break
            group, k = step
            if beside := self._beside(k):  # «من المدنيين ورجال الأمن»
                group, k = self._described(group, beside), beside.last
            last = k
        group = replace(group, last=max(self._past_whole(last), group.last))
        group = self._out_of(self._citizens(self._employed(group, end)), end)
        for reference in self.cast.between(group.first, group.last):
            own = bool(group.sides) and reference.last <= head  # «تسعة مستوطنين»: the noun itself
            if self._reference(reference.first) is not None and not own:
                group = replace(group, sides=joined(group.sides, self._sides(reference)))
        return self._summed_up(self._aboard(group), end)

    def _is_alias(self, head: int, k: int) -> bool:
        """Whether brackets behind a name tell how else it is called: «من جبهة النصرة (تنظيم القاعدة في بلاد الشام)»."""
        named = any(r.by_name for r in self.cast.between(head, k))
        return named and self.page.form(k) == "("

    def _past_whole(self, k: int) -> int:
        """One past the number at token ``k`` of those of whom the group is part: «سبعة من المهاجمين العشرين»."""
        whole = self.numbers.get(k)
        return whole.last if whole is not None and whole.value and self.page.form(k).startswith("ال") else k

    def _employed(self, group: Group, end: int) -> Group:
        """The group with the state for whose body it works: «عامل في شركة الكهرباء التركية»."""
        k = group.last + (self.page.form(group.last) == self.grammar.within)
        by_particle = k == group.last and self.page.form(k).startswith(self.grammar.belonging)
        if group.sides or k >= end or not (k > group.last or by_particle):
            return group
        reference = self._reference(k)
        body = reference.entities[0] if reference is not None and reference.entities else ""
        if reference is None or not self.cast.is_body(body):
            return group
        if group.victims != "civilian" and not (self.cast.faction(body) and self._is_member(group)):
            return group
        group = replace(group, last=reference.last, sides=self._sides(reference))
        return self._as_force(group, reference)  # «قيادي في الحركة»

    def _citizens(self, group: Group) -> Group:
        """The group with the state whose nationality they are told to have: «قتلى يحملون الجنسية التركية»."""
        papers = self.words.at(group.last, "papers")
        sides = self.sides_of(papers.last) if papers is not None and not group.sides else ()
        return replace(group, last=papers.last + 1, sides=sides) if papers is not None and sides else group

    def _is_member(self, group: Group) -> bool:
        """Whether the last noun of a group is one for people of a body: «قيادي», «عضو بارز», «مقاتل»."""
        nouns = self.words.between(group.first, group.last, "victim")
        return bool(nouns) and nouns[-1].entry.get("victims") != "civilian"

    def _out_of(self, group: Group, end: int) -> Group:
        """The group with those out of whom it is: «18 جثة من أصل 31 جنديا فقدوا»."""
        number = self.numbers.get(group.last + 2)
        source = (self.page.form(group.last), self.page.form(group.last + 1)) in self.grammar.out_of
        if number is None or not source or group.victims not in (None, "unspecified"):
            return group
        whole = self.at(number.first, end)
        return group if whole is None else replace(group, victims=whole.victims, of=whole.of, sides=whole.sides)

    def at(self, i: int, end: int, *, act: bool = False, bare: bool = False) -> Group | None:
        """The group at token ``i``; see VictimReader, which reads it."""
        raise NotImplementedError

    def _beside(self, k: int) -> Word | None:
        """The definite plural at token ``k`` that «و» joins to one right before it."""
        beside = self.words.at(k, "victim")
        near = (w for n in (k - 1, k - 2) for w in self.words.all_at(n, "victim") if w.last == k)
        before = next(near, None)
        if before is None or beside is None or beside.clitics != "و":
            return None
        if not (before.definite or before.entry.get("many")):
            return None
        many = beside.entry.get("many") or (beside.definite and beside.number != "sg")
        return beside if many and before.number != "sg" else None

    def _past_hedge(self, k: int, last: int) -> int:
        """One past «على الأقل» between a head and what says who they are, 0 where it is none."""
        hedge = k == last and (self.page.form(k), self.page.form(k + 1)) == self.grammar.at_least
        goes_on = self.page.form(k + 2) == self.grammar.of or self.words.at(k + 2, "most", "ranks")
        return k + 2 if hedge and goes_on else 0

    def _link(self, k: int) -> int:
        """One past a word that binds the next noun to the group («من», «في صفوف»), 0 where there is none."""
        if ranks := self.words.at(k, "ranks"):
            return ranks.last
        of = self.page.form(k) == self.grammar.of and self.page.form(k + 1) not in self.grammar.no_owners
        return k + 1 if of else 0

    def _named(self, group: Group, k: int, last: int) -> tuple[Group, int] | None:
        """The group with a body, nation or name that begins at token ``k``, and one past it."""
        if (theirs := self.words.at(k, "of_theirs")) is not None:
            return replace(group, owner=not group.sides), theirs.last  # «أربعة جنود تابعين لها»
        if owner := self._loyal_to(k):
            sides = group.sides or self._sides(owner)
            return self._forced(replace(group, sides=sides)), owner.last
        reference = self._reference(k)
        if reference is not None:
            scene = any(s.clitics for s in self.page.layer(k, "place_head"))  # «مقتل شخصين | بمنطقة سنجار»
            if scene or (self._is_conjoined(k) and last != k - 1) or self._is_direction(k):
                return None
            sides = joined(group.sides, self._sides(reference))
            entity = self.cast.entity(reference.entities[0]) if reference.entities else None
            known = entity is not None and (entity.lexicon is not None or entity.id in self.strangers)
            group = self._as_force(replace(group, sides=sides), reference)
            of_none = not sides and known and group.of == "state"
            return replace(group, foreign=group.foreign or of_none), reference.last  # «جنود القوة الدولية»
        name = self.cast.at(k)
        if name is not None and name.first == k and name.how == "name" and last in (k, k - 1):
            if group.victims == "military" and self._many_of(k - 1):  # «15 من مسلحي حفتر»
                group = replace(group, sides=joined(group.sides, self._sides(name)))
            alone = last == k and self.page.form(k - 1).endswith(self.grammar.people)
            return (group, name.last) if not alone and (group.sides or last == k - 1) else None  # «والده سعد»
        return None

    def _many_of(self, k: int) -> bool:
        """Whether the word at token ``k`` is a plural in construct: «مسلحي»."""
        if self.page.form(k).endswith(self.grammar.people):
            return False  # «مسلحون | القيادي فلانا»
        return any(w.number in ("pl", "du") and not w.definite for w in self.words.all_at(k, "victim"))

    def _is_direction(self, k: int) -> bool:
        """Whether token ``k`` is a direction before a place, as in «جنديان غربي أفغانستان», and no part of its name."""
        if self.page.form(k) not in self.grammar.directions:
            return False
        return self.cast.clitics_before_name(self.page.tokens[k].span) == 0 and k not in self._named_tokens

    @cached_property
    def _named_tokens(self) -> frozenset[int]:
        """The tokens at which a name begins."""
        starts = {m.span.start for m in self.cast.mentions}
        return frozenset(k for k, t in enumerate(self.page.tokens) if t.span.start in starts)

    def _loyal_to(self, k: int) -> Reference | None:
        """Whom the group fights for, where token ``k`` begins his name: «الموالية للرئيس …»."""
        reference = self.cast.at(k)
        first = reference is not None and reference.first == k
        return reference if first and self.words.at(k - 1, "loyal") is not None else None

    def _is_conjoined(self, k: int) -> bool:
        if not self.cast.clitics_before_name(self.page.tokens[k].span):
            return False
        reference = self.cast.at(k)
        body = reference is not None and bool(reference.entities) and self.cast.is_body(reference.entities[0])
        return not (body and self.page.form(k).startswith(self.grammar.belonging))  # «جنديا للقوات الدولية»

    def _described_at(self, group: Group, k: int) -> tuple[Group, int] | None:
        """The group with the noun or adjective at token ``k``, and one past it; None where the phrase ends."""
        if not self._hangs(k) or self._is_another(group, k):
            return None
        noun = self.words.at(k, "victim", "force")
        if noun is not None and self._is_object(group, noun):
            return None
        if noun is not None and self._is_told(noun, k):
            owner = noun.pronoun in self.grammar.theirs
            group = replace(group, ours=group.ours or noun.pronoun == "نا", owner=group.owner or owner)
            if noun.part == "victim":
                group = self._described(group, noun)
                party = str(noun.entry.get("party") or "")
                if party.islower() and not group.sides:
                    group = replace(group, sides=(party,))  # «قيادي داعشي»
            else:
                group = replace(self._forced(group), of=group.of or noun.entry.get("of"))
        elif self.words.at(k, "other") and group.victims == "unspecified":
            group = replace(group, victims=None, like=True, people=True)
        beside = self.words.at(k - 1, "victim") is not None  # «الجنود الغيلانيين», not «دوريات الأمن المركزي»
        abroad = noun is None and beside and self._foreign(k)
        if group.of and (abroad or self.page.form(k) in self._outsiders):
            group = replace(group, foreign=True)
        if side := self._side_of_word(k):
            group = replace(group, sides=joined(group.sides, (side,)))
            group = group if side.isupper() else self._forced(group)
        return group, noun.last if noun is not None else k + 1

    def _is_object(self, group: Group, noun: Word) -> bool:
        """Whether a noun behind several tells to whom they did it.

        «خطف مسلحون | مديرا», «خطف مسلحو الحركة | جنديين», «احتجاز مسلحين | لسياح».
        """
        head, form = self.page.form(group.last - 1), self.page.form(noun.first)
        several = noun.number in ("sg", "") and head.endswith(self.grammar.nominative)
        if not noun.definite and (several or self.page.form(group.first).endswith(self.grammar.nominative[0])):
            return True
        return bool(noun.clitics) and not (group.kind or head.endswith("ا") or form.startswith("لل"))

    @cached_property
    def _outsiders(self) -> frozenset[str]:
        return self.grammar.outsiders | self.grammar.international

    def _is_another(self, group: Group, k: int) -> bool:
        """Whether the word right behind several who do something is no adjective: «اغتال مسلحون | القيادي …»."""
        head, form = self.page.form(group.last - 1), self.page.form(k)
        doers = head.endswith(self.grammar.nominative) and not head.startswith(_ARTICLE)
        if group.last != k or not doers or form.endswith(self.grammar.nominative):
            return False
        return form.startswith(_ARTICLE) or all(s.number != "pl" for s in self.page.senses[k])  # «مقاتلون أجانب»

    def _is_told(self, noun: Word, k: int) -> bool:
        """Whether a noun says who they are: occupations only after «من» or «بين»: they may be adjectives."""
        civilian = noun.entry.get("id") == "civilian" or noun.entry.get("household")  # «أفراد العائلة»
        plain = noun.entry.get("victims") != "civilian" or civilian
        among = any(w.last == k for w in self.words.between(k - 2, k, "ranks"))
        return plain or among or self.page.form(k - 1) == self.grammar.of

    def _summed_up(self, group: Group, end: int) -> Group:
        """Who they are by what follows: «معظمهم من النساء», «بما في ذلك في صفوف المدنيين»."""
        k = group.last
        if (self.page.form(k), self.page.form(k + 1)) == self.grammar.at_least:
            k += 2
        while k < end and self.page.form(k) in _ASIDE:
            k += 1
        opening = self.words.at(k, "most", "including")
        if opening is None:
            return group
        if (both := opening.entry.get("victims")) is not None:  # «بين مدني وعسكري»
            return replace(group, victims=str(both))
        near = self.words.between(opening.last, min(end, opening.last + _SUMMARY), "victim", "force")
        told = {w.entry.get("victims") or "military" for w in near} - {"unspecified"}
        if not told:
            return group
        victims = str(told.pop()) if len(told) == 1 else "mixed"
        if opening.part == "including":
            return group if group.victims == victims else replace(group, victims="mixed")
        return replace(group, victims=victims) if group.victims in (None, "unspecified") else group

    def is_free_relative(self, k: int) -> bool:
        """Whether «الذين» at token ``k`` describes no noun before it: «125 جنديا للحلول مكان | الذين قتلوا»."""
        before = self.page.senses[k - 1] if 0 < k < len(self.page.senses) else ()
        free = self.page.form(k) in self.grammar.relatives - self.grammar.that and self.cast.at(k - 1) is None
        free = free and self.page.is_word(k - 1) and not self.page.form(k - 1).startswith(_ARTICLE)
        return free and not any(s.pronoun for s in before)

    def _hangs(self, k: int) -> bool:
        """Whether the word at ``k`` goes on with the phrase: no conjunction, particle, verb or new number."""
        page = self.page
        form = page.form(k)
        if form in self.grammar.directions or self.is_free_relative(k):
            return False
        attack = any(s.entry.get("event") == "ASSAULT" and s.pos != "verb" for s in page.layer(k, "event"))
        if (
            form in self.prepositions
            or (attack and form.startswith("ال"))
            or k in self.within_number
            or self.words.at(k, "act", "carrier", "fallen", "subset", "over", "toll", "untold")
        ):
            return False
        senses = page.senses[k]
        known = self.words.at(k, "victim", "force", "other")
        if known is not None:
            return known.clitics in ("", "ل")
        if self._side_of_word(k):
            own = [s for s in senses if s.pos == "nisba" and not s.clitics]
            return bool(own) or form[0] not in "وف" or len(form) <= _SHORT
        plain = any(s.pos == "adjective" and not s.clitics for s in senses)  # «كبير» is no «ك» and «بئر»
        joined = (any(s.clitics for s in senses) and not plain) or (form[0] == "و" and len(form) > _SHORT)
        verbal = bool(senses) and all(s.pos == "verb" for s in senses)
        if joined or verbal or any(s.entry.layer == "time" for s in senses):
            return False
        return bool(form.startswith("ال") or not senses or any(s.pos in ("noun", "adjective", "nisba") for s in senses))
