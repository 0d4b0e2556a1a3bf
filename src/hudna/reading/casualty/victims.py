"""The phrase that counts and names those who came to harm: «12 جنديا أذربيجانيا», «عدد من أفراد القوات النظامية»."""

from dataclasses import dataclass, replace
from functools import cached_property

from hudna.reading.cast import Cast, Reference
from hudna.reading.casualty.side import is_state
from hudna.reading.layer_words import Word, Words
from hudna.reading.numbers import Number, count_of, find_numbers
from hudna.reading.page import Page
from hudna.text import TokenKind, fold

_LONGEST_TAIL = 14  # words after the head that may still say whose people they are
_QUOTES = frozenset("\"«»“”„‘’'")
_ENDINGS = ("ين", "ون", "ان", "ات", "ا", "ه")
_OF = "من"
_ASIDE = frozenset('،,"«“')
_AT_LEAST = ("علي", "الاقل")
_THEIRS = frozenset({"ه", "ها", "هم"})
_TITLE = 3  # words before a name that may hold its title («القائد العسكري للمتمردين …»)
_SUMMARY = 6  # words after «معظمهم» that say who they are


@dataclass(frozen=True, slots=True)
class Group:
    """Persons counted together.

    Attributes:
        first: first token.
        last: one past the last, what tells whose people they are included.
        cut: letters of the first token before the phrase.
        count: in the notation of the reading format.
        kind: what befell them, where the noun says it («قتيل»), else None.
        victims: military, civilian, mixed, unspecified; None where no noun says who they are.
        of: "state" or "armed" where the noun tells regular forces from those who fight a state.
        sides: states or parties named in the phrase.
        like: told only by number or «آخرون»: who they are was told before.
        ours: the noun has the possessive of the first person.
        owner: the noun has a possessive of the third person («جنودها»).
        person: id of the one person, where it is somebody named.
        foreign: an adjective not known to the lexicon tells whose people they are («الجنود الغربيين»).
        of_them: told as part of people named before («منهم»).
        counted: a number or the form of the noun says how many.

    """

    first: int
    last: int
    cut: int
    count: str
    kind: str | None = None
    victims: str | None = None
    of: str | None = None
    sides: tuple[str, ...] = ()
    like: bool = False
    ours: bool = False
    counted: bool = True
    owner: bool = False
    of_them: bool = False
    person: str | None = None
    foreign: bool = False


class VictimReader:
    """Reads the groups of one page."""

    def __init__(self, page: Page, cast: Cast, words: Words) -> None:
        self.page, self.cast, self.words = page, cast, words
        self.numbers: dict[int, Number] = {n.first: n for n in (self._own(number) for number in find_numbers(page))}
        self.within_number: dict[int, Number] = {k: n for n in self.numbers.values() for k in range(n.first, n.last)}

    def _own(self, number: Number) -> Number:
        """A number without «على الأقل» before it, which belongs to what stands before («13 جنديا على الأقل ثلاثة منهم»)."""
        page, i = self.page, number.first
        if (
            number.kind == "at_least"
            and (page.form(i), page.form(i + 1)) == _AT_LEAST
            and page.is_word(i - 1)
            and number.value is not None
        ):
            return replace(number, first=i + 2, kind="exact", count=f"{number.value:g}", cut=0)
        return number

    def at(self, i: int, end: int, *, act: bool = False, bare: bool = False) -> Group | None:
        """The group that begins at token ``i`` and ends before ``end``.

        Args:
            i: where it begins.
            end: where the sentence or clause ends.
            act: whether a verb or verbal noun says what befell them, so that «نازح» is who they are, not what befell them.
            bare: whether a number alone may be a group («إصابة 16»).

        """
        if not (0 <= i < end) or not self.page.is_word(i):
            return None
        number = self.numbers.get(i)
        if number is not None:
            return (
                self._numbered(number, end, act=act, bare=bare)
                if number.kind != "percent" and number.last <= end
                else None
            )
        if (one := self.words.at(i, "one")) and (owners := self._one_of(one, end, act=act)):
            return owners
        return self._person(i, end) or self._unnumbered(i, end, act=act) or (self._national(i, end) if act else None)

    def _one_of(self, one: Word, end: int, *, act: bool) -> Group | None:
        """«أحد عناصر الشرطة», «أحد الجنود»."""
        head = self._head(one.last, act=act)
        if head is None or head.part != "victim" or head.number != "pl":
            return None
        return self._headed(Group(one.first, head.last, one.cut, "1"), head, end)

    def _numbered(self, number: Number, end: int, *, act: bool, bare: bool) -> Group | None:
        page = self.page
        k = number.last
        if page.form(k) == ")":
            k += 1
        base = Group(number.first, number.last, number.cut, number.count)
        if self.words.at(k, "of_them"):
            return replace(base, last=k + 1, like=True, of_them=True)
        partitive = page.form(k) == _OF or number.kind == "vague"
        if page.form(k) == _OF and k + 1 < end:
            k += 1
        head = self._head(k, act=act)
        if head is not None and head.part == "other":
            return self._with_tail(replace(base, like=True), k + 1, end)
        if head is not None:
            return self._headed(base, head, end)
        if (page.form(number.last - 1).startswith("ال") and number.value is None) or (
            bare and self._stands_alone(k, end)
        ):
            named = self._with_tail(replace(base, like=True), number.last, end)
            return replace(named, like=not named.sides and named.victims is None)
        if self._nisba(k) or self._side_of_word(k) or (partitive and self._reference(k)):
            return self._with_tail(base, number.last, end)
        return None

    def _nisba(self, k: int) -> bool:
        """Whether the word can be a person of a nation («فلسطينيين»), whatever else refers to it."""
        return (
            any(s.entry.layer == "names" and s.pos == "nisba" for s in self.page.senses[k])
            if 0 <= k < len(self.page.tokens)
            else False
        )

    def _national(self, i: int, end: int) -> Group | None:
        """«مقتل فلسطيني»: a nationality alone, right after what befell them."""
        senses = [
            s
            for s in self.page.senses[i]
            if s.entry.layer == "names"
            and s.pos == "nisba"
            and not s.definite
            and s.clitics in ("", "و")
            and s.gender != "f"
        ]
        if not senses or self.page.form(i)[senses[0].cut :].startswith("ال"):
            return None
        numbers = {s.number for s in senses}
        count = "1" if numbers == {"sg"} else "2" if numbers == {"du"} else "unknown"
        group = Group(
            i,
            i + 1,
            senses[0].cut,
            count,
            victims="unspecified",
            counted=count != "unknown",
            sides=tuple(x for x in (self._side_of_word(i),) if x),
        )
        return self._with_tail(group, i + 1, end)

    def _headed(self, base: Group, head: Word, end: int) -> Group:
        group = replace(base, last=head.last, ours=head.pronoun == "نا", owner=head.pronoun in _THEIRS)
        group = (
            replace(group, kind=head.entry.get("kind"), victims=head.entry.get("victims"))
            if head.part == "fallen"
            else self._described(group, head)
        )
        last = head.last
        beside = self.words.at(last, "victim")
        if (
            beside
            and beside.clitics == "و"
            and base.count != "1"
            and self.page.form(last).endswith("ا")
            and head.number == "sg"
            and beside.number == "sg"
        ):
            group, last = self._described(group, beside), beside.last  # «13 جنديا وشرطيا»
        return self._with_tail(group, last, end)

    def _described(self, group: Group, noun: Word) -> Group:
        told, of = noun.entry.get("victims"), noun.entry.get("of")
        if group.victims in (None, "unspecified"):
            victims = told
        elif told in ("unspecified", group.victims):
            victims = group.victims
        else:
            victims = "mixed"
        return replace(group, victims=victims, of=group.of or of)

    def _head(self, k: int, *, act: bool) -> Word | None:
        order = ("victim", "other", "fallen") if act else ("fallen", "victim", "other")
        if self.page.form(k) in _QUOTES:
            k += 1
        return next((w for part in order if (w := self.words.at(k, part)) is not None), None)

    def _unnumbered(self, i: int, end: int, *, act: bool) -> Group | None:
        """«جنديان», «مدني واحد», «آخرين»: the form of the noun counts."""
        head = self._head(i, act=act)
        if head is None or head.clitics not in ("", "و", "ب", "ف", "وب", "ل", "ول") or head.entry.get("weak"):
            return None
        if head.pronoun and head.pronoun != "نا" and head.number != "sg":
            return None
        if act and head.part == "fallen" and head.definite:
            return None
        definite = head.definite or head.pronoun == "نا"
        if definite and head.part != "fallen":
            return None
        one = (
            {s.entry.id for s in self.page.senses[head.last]} & {"number.1", "number.2"}
            if self.page.is_word(head.last)
            else set()
        )
        count = _form_count(self.page, head)
        base = Group(i, head.last, head.cut, count, counted=count != "unknown")
        if head.part == "other":
            return (
                self._with_tail(replace(base, like=True), head.last, end)
                if self._stands_alone(head.last, end)
                else None
            )
        group = replace(self._headed(base, head, end), ours=head.pronoun == "نا")
        return replace(group, last=max(group.last, head.last + 1)) if one else group

    def _foreign(self, k: int) -> bool:
        """Whether an adjective the lexicon does not know may name a nation or party."""
        form = self.page.form(k)
        return (
            not self.page.senses[k] and form.endswith(("ي", "يه", "يين", "يون", "يا")) and self._side_of_word(k) is None
        )

    def _stands_alone(self, k: int, end: int) -> bool:
        """Whether «آخر» is a noun: «آخر جيوب المقاومة» is the last of something."""
        form = self.page.form(k)
        return (
            k >= end
            or not self.page.is_word(k)
            or form in self.prepositions
            or form.startswith(("ال", "و", "ف", "ب", "ل"))
            or bool(self.words.at(k, "act"))
        )

    def _person(self, i: int, end: int) -> Group | None:
        """«القائد العسكري عبد المحسن طاووس», «الطفل علي»: named persons, with the noun before the name."""
        noun = self.words.at(i, "victim")
        start = i
        if noun is not None and noun.number in ("sg", "") and noun.last < end:
            start = noun.last
            if self.page.is_word(start) and self.cast.at(start) is None and self.page.form(start).startswith("ال"):
                start += 1
        reference = self.cast.at(start)
        if reference is None or reference.first != start or reference.last > end:
            if noun is None:
                return None
            reference = self.cast.at(i)
            if reference is None or reference.first != i:
                return None
        entity = self.cast.entity(reference.entities[0]) if reference.entities else None
        if entity is None or entity.type != "PER" or reference.how not in ("name", "role"):
            return None
        group = Group(
            i,
            reference.last,
            0,
            str(len(reference.entities)),
            sides=(entity.side,) if entity.side else (),
            victims="unspecified",
            person=entity.id,
        )
        for word in self.words.between(max(i - _TITLE, 0), reference.last, "victim"):
            if word.definite or word.first >= i:
                group = self._described(group, word)
        return group

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

    @cached_property
    def prepositions(self) -> frozenset[str]:
        return frozenset(
            ["في", "علي", "الي", "عن", "مع", "ضد", "قرب", "داخل", "خارج", "خلال", "منذ", "حتي", "عبر", "لدي", "عند", "فوق", "تحت", "امام", "خلف", "وسط", "بعد", "قبل", "اثناء", "عقب", "اثر", "بسبب", "نتيجه", "جراء", "وسط", "ان", "قد", "كانوا", "كان", "حيث", "بينما", "فيما", "كما", "عندما", "حين", "الذي", "التي", "الذين", "اللذين", "بيد", "برصاص", "اذ", "لكن", "بل", "او", "ام"]
        )

    def _reference(self, k: int) -> Reference | None:
        reference = self.cast.at(k)
        if reference is None or reference.first != k or reference.how in ("pair",):
            return None
        entity = self.cast.entity(reference.entities[0]) if reference.entities else None
        return reference if entity is None or entity.type != "PER" else None

    def _cut(self, reference: Reference) -> bool:
        form = self.page.form(reference.first)
        return form[0] in "وف"

    def _sides(self, reference: Reference) -> tuple[str, ...]:
        return tuple(
            side
            for e in reference.entities
            if (side := self.cast.side(e) or (e[4:] if e.startswith("loc.") and is_state(e[4:]) else None))
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

    def _side_of_word(self, k: int) -> str | None:
        """The side of an adjective or plural of nationality or party: «أذربيجانيا», «حوثيا»."""
        reference = self.cast.at(k)
        if reference is not None and reference.how == "nisba":
            return next(iter(self._sides(reference)), None)
        if (
            (reference is not None and not self._nisba(k))
            or not (0 <= k < len(self.page.tokens))
            or self.page.tokens[k].kind is not TokenKind.WORD
        ):
            return None
        for sense in self.page.senses[k]:
            if sense.entry.layer == "names" and sense.pos == "nisba":
                name = sense.entry.id
                return name[4:] if name.startswith("loc.") else sense.entry.get("side")
        return self._parties.get(_stem(self.page.form(k))) if not self.page.senses[k] else None

    @cached_property
    def _parties(self) -> dict[str, str]:
        """Sides by the stem of the one-word names of groups: «الحوثيين» also tells what «حوثيا» is."""
        out: dict[str, str] = {}
        for mention in self.cast.mentions:
            entity = self.cast.entity(mention.entity)
            if entity is None or entity.type != "ORG" or not entity.side or entity.side.isupper():
                continue
            name = fold(self.page.document.text[mention.span.start : mention.span.end]).split()
            if name and name[-1].startswith("ال"):
                out.setdefault(_stem(name[-1]), entity.side)
        return out


def _form_count(page: Page, head: Word) -> str:
    counted = count_of(page, head.first) if head.last == head.first + 1 else None
    if head.part == "other":
        form = page.form(head.first)[head.cut :]
        return "1" if form in ("اخر", "اخرا", "اخري") else "2" if form.startswith("اخران") else "unknown"
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


def _stem(form: str) -> str:
    form = form.removeprefix("و").removeprefix("ال") if form.startswith(("وال", "ال")) else form
    return next((form.removesuffix(e) for e in _ENDINGS if form.endswith(e) and len(form) - len(e) > 2), form)  # noqa: PLR2004


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return old + tuple(x for x in dict.fromkeys(new) if x not in old)
