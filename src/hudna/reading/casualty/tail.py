"""What follows the head of a group and says who they are: adjectives, «من …», «في صفوف …», «معظمهم من …»."""

from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.nation import Nations
from hudna.reading.layer_words import Word

_LONGEST_TAIL = 14  # words after the head that may still say whose people they are
_QUOTES = frozenset("\"«»“”„‘’'")
_OF = "من"
_ASIDE = frozenset('،,"«“')
_THEIRS = frozenset({"ه", "ها", "هم"})
_SUMMARY = 6  # words after «معظمهم» that say who they are


class Tails(Nations):
    """Reads what follows the head of a group."""

    def _with_tail(self, group: Group, k: int, end: int) -> Group:
        """The group with what follows its head: adjectives, «من …», «في صفوف …», the names there."""
        stop = min(end, k + _LONGEST_TAIL)
        last = k
        bound = True  # whether the next noun hangs on the head
        while k < stop:
            form = self.page.form(k)
            if form in _QUOTES or form in "()":
                k += 1
                continue
            if not self.page.is_word(k):
                break
            if self.words.at(k, "subset", "most", "including"):
                break
            if ranks := self.words.at(k, "ranks"):
                k, bound = ranks.last, True
                continue
            if form == _OF and self.page.form(k + 1) not in ("قبل", "جانب", "طرف", "بينهم", "بين", "ضمنهم"):
                k, bound = k + 1, True
                continue
            reference = self._reference(k)
            if reference is not None and bound:
                if form[0] in "وف" and len(form) > 3 and self._cut(reference) and last != k - 1:  # noqa: PLR2004
                    break
                group = replace(group, sides=_joined(group.sides, self._sides(reference)))
                group = self._as_force(group, reference)
                k = last = reference.last
                continue
            name = self.cast.at(k)
            if name is not None and name.first == k and name.how == "name" and last == k - 1:
                k = last = name.last  # «والده سعد»
                continue
            if not self._hangs(k, bound):
                break
            if (noun := self.words.at(k, "victim", "force")) and not (
                noun.entry.get("victims") == "civilian"
                and noun.entry.get("id") != "civilian"
                and self.page.form(k - 1) != _OF
            ):
                group = replace(
                    group, ours=group.ours or noun.pronoun == "نا", owner=group.owner or noun.pronoun in _THEIRS
                )
                group = (
                    self._described(group, noun)
                    if noun.part == "victim"
                    else replace(self._forced(group), of=group.of or noun.entry.get("of"))
                )
            elif self.words.at(k, "other") and group.victims == "unspecified":
                group = replace(group, victims=None, like=True)
            if not noun and group.of and self._foreign(k):
                group = replace(group, foreign=True)
            if side := self._side_of_word(k):
                group = replace(group, sides=_joined(group.sides, (side,)))
                group = group if side.isupper() else self._forced(group)
            k = last = noun.last if (noun := self.words.at(k, "victim", "force")) else k + 1
        group = replace(group, last=max(last, group.last))
        for reference in self.cast.between(group.first, group.last):
            if self._reference(reference.first) is not None:
                group = replace(group, sides=_joined(group.sides, self._sides(reference)))
        return self._summed_up(group, end)

    def _summed_up(self, group: Group, end: int) -> Group:
        """Who they are by what follows: «معظمهم من النساء», «بما في ذلك في صفوف المدنيين»."""
        k = group.last
        while k < end and self.page.form(k) in _ASIDE:
            k += 1
        opening = self.words.at(k, "most", "including")
        if opening is None:
            return group
        told = {
            w.entry.get("victims")
            for w in self.words.between(opening.last, min(end, opening.last + _SUMMARY), "victim")
        } - {"unspecified"}
        if len(told) != 1:
            return group
        victims = told.pop()
        if opening.part == "including":
            return group if group.victims == victims else replace(group, victims="mixed")
        return replace(group, victims=victims) if group.victims in (None, "unspecified") else group

    def _hangs(self, k: int, bound: bool) -> bool:
        """Whether the word at ``k`` goes on with the phrase: no conjunction, particle, verb or new number."""
        page = self.page
        form = page.form(k)
        if (
            form in self.prepositions
            or k in self.within_number
            or self.words.at(k, "act", "carrier", "fallen", "subset", "over", "toll", "untold")
        ):
            return False
        senses = page.senses[k]
        known = self.words.at(k, "victim", "force", "other")
        if known is not None:
            return known.clitics in ("", "ل")
        if self._side_of_word(k):
            return form[0] not in "وف" or len(form) < 4  # noqa: PLR2004
        if any(s.clitics[:1] in ("و", "ف", "ب", "ل", "ك") and s.clitics for s in senses) or (
            form[0] in "و" and len(form) > 3
        ):
            return False
        if any(s.pos == "verb" for s in senses) and not any(s.pos != "verb" for s in senses):
            return False
        if any(s.entry.layer == "time" for s in senses):
            return False
        return bound and (
            form.startswith("ال") or not senses or any(s.pos in ("noun", "adjective", "nisba") for s in senses)
        )

    def _as_force(self, group: Group, reference: Reference) -> Group:
        """Members of an armed body or group are military."""
        if group.victims not in (None, "unspecified"):
            return group
        entity = self.cast.entity(reference.entities[0]) if reference.entities else None
        party = entity is not None and entity.type == "ORG" and entity.side is not None and not entity.side.isupper()
        armed = any(self.words.at(k, "force") for k in range(reference.first, reference.last))
        return self._forced(group) if party or armed else group

    def _forced(self, group: Group) -> Group:
        return replace(group, victims="military") if group.victims in (None, "unspecified") else group

    def _described(self, group: Group, noun: Word) -> Group:
        told, of = noun.entry.get("victims"), noun.entry.get("of")
        if group.victims in (None, "unspecified"):
            victims = told
        elif told in ("unspecified", group.victims):
            victims = group.victims
        else:
            victims = "mixed"
        return replace(group, victims=victims, of=group.of or of)

    def _cut(self, reference: Reference) -> bool:
        form = self.page.form(reference.first)
        return form[0] in "وف"


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return old + tuple(x for x in dict.fromkeys(new) if x not in old)
