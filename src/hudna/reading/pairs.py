"""The two whom a dual means: «الطرفان», «البلدين», «قواتهما».

In: the references of a document and the noun; out: the ids of two entities, or None where nobody is told of.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from hudna.reading.bodies import PARTIES
from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.officeholder import is_like
from hudna.reading.pair_words import (
    accuse_each_other,
    act_together,
    are_hostile,
    are_joined,
    are_set_apart,
    do_alike,
    have_dealings,
    is_beside,
    is_force,
    is_mediated,
    is_object,
    only_says,
)
from hudna.reading.scene import Scene, is_country, is_state

_RULERS = frozenset({"government", "army"})  # kinds of bodies that rebels fight, be their state unknown
_HAS = "قد"  # a particle right before its verb
_RECALLED = 120  # references back among which two foes are sought
_TWICE = 2  # times that two must be named together to be those whom others address as «الطرفين»
_MEDIATORS = 4  # words behind «بوساطة» in which states are named
FAR = 8  # sentences that a pair, or whoever a pronoun stands for, may lie back


@dataclass(frozen=True, slots=True)
class Pairs:
    """The references of a document, in its order, and the pairs among them.

    Attributes:
        scene: the page.
        casting: its entities.
        known: the references by name, office or body.
        firsts: their first tokens.
        lands: sentence → the two whom «البلدان» in it means.
        meant: sentence → the two whom «الطرفان» in it means, of those asked for so far, from the first word on.

    """

    scene: Scene
    casting: Casting
    known: list[Reference]
    firsts: list[int]
    meant: dict[int, tuple[str, ...]] = field(default_factory=dict)
    lands: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def lately(self, i: int) -> list[Reference]:
        """The references before token ``i`` in its sentence and the few before it."""
        out: list[Reference] = []
        for k in range(bisect_left(self.firsts, i) - 1, -1, -1):
            if self._sentence(i) - self._sentence(self.known[k].first) > FAR:
                break
            out.append(self.known[k])
        return out[::-1]

    def pair(self, i: int, of: str, office: str | None) -> tuple[str, ...] | None:
        """The two most salient entities of a kind before token ``i``: sentence by sentence back, joined ones first.

        «الطرفان» are rather two of whom a sentence tells talks or fighting than two named in one by the way, and those
        whom «الطرفان» meant there, unless it sets two others against each other.
        """
        found = self._found(i, of, office) or (self._officers(i, office) if office is not None else None)
        if of == "country" and found:
            self.lands[self._sentence(i)] = found
        if of == "any" and found:
            found = self.meant[self._sentence(i)] = self._alike(self._as_bodies(found, i))
        return found

    def _officers(self, i: int, office: str) -> tuple[str, ...] | None:
        """The only two persons named lately who hold an office, each of another state: «… واتفق الرئيسان»."""
        near = (self._as(r, "person", office) for r in self.lately(i))
        held = tuple(dict.fromkeys(e for e in near if e is not None))
        return held if len(held) == 2 and self._side(held[0]) != self._side(held[1]) else None  # noqa: PLR2004 - a pair

    def _as_bodies(self, found: tuple[str, ...], i: int) -> tuple[str, ...]:
        """Two bodies where one of two is told of by a person: «الحكومة والحركة … رفض رئيس وفد الحكومة … الجانبان»."""
        persons = [e for e in found if self._type(e) == "PER" and self._side(e) is not None]
        others = [e for e in found if self._type(e) == "ORG"]
        if len(persons) != 1 or len(others) != 1:
            return found
        before = self.known[max(bisect_left(self.firsts, i) - _RECALLED, 0) : bisect_left(self.firsts, i)]
        for one, other in reversed(list(pairwise(before))):
            two = {*one.entities, *other.entities}
            own = [e for e in two if self._type(e) == "ORG" and self._side(e) == self._side(persons[0])]
            if are_joined(self.scene, one, other) and len(two) == 2 and own and others[0] in two:  # noqa: PLR2004 - a pair
                return tuple(own[0] if e == persons[0] else e for e in found)
        return found

    def _alike(self, found: tuple[str, ...]) -> tuple[str, ...]:
        """Two states where one of two is told of by a person: «عرض خان إجراء محادثات مع نيودلهي … الجانبين»."""
        if sum(map(is_country, found)) != 1:
            return found
        persons = {e for e in found if self._type(e) == "PER" and is_state(self._side(e))}
        states = tuple(f"loc.{self._side(e)}" if e in persons else e for e in found)
        return states if len(set(states)) == len(states) else found

    def _found(self, i: int, of: str, office: str | None) -> tuple[str, ...] | None:
        if self.scene.form(i - 1) == "بين" and self.scene.form(i - 2) in self.scene.words.conflicts:
            return self._foes(i, of)
        before = [r for r in self.lately(i) if not is_beside(self.scene, self.casting, r)]
        before = self._of_sides(before) if of == "any" else before
        if of == "any" and (others := self._without_mediators(before)) != before:
            found = self._told_apart(i, others) or self._nearest(i, of, office, others) or self._two_left(others)
            if found is not None:
                return found
        told = self._told_apart(i, before) if of == "any" else None
        return told or self._nearest(i, of, office, before)

    def _two_left(self, others: list[Reference]) -> tuple[str, ...] | None:
        """The only two of known sides who are named beside mediators: «غادر حفتر … السراج … بين الطرفين برعاية …»."""
        sides: dict[str, str] = {}
        for r in others:
            entity = self._as(r, "any", None)
            if entity is not None and self._type(entity) != "LOC":
                sides[self._side(entity) or entity] = entity
        return tuple(sides.values()) if len(sides) == 2 else None  # noqa: PLR2004 - a pair

    def _without_mediators(self, before: list[Reference]) -> list[Reference]:
        """``before`` without states told to mediate: «… بوساطة سعودية أميركية. وتعهد الطرفان …»."""
        page, sides = self.scene.page, set[str | None]()
        for k, form in enumerate(page.forms):
            if form not in self.scene.words.mediating:
                continue
            for n in range(k + 1, min(k + 1 + _MEDIATORS, len(page.forms))):
                named = next((r for r in self._around(n) if r.first <= n < r.last), None)
                told = [] if named is None else [self._side(e) for e in named.entities]
                told += [self.scene.nisba_side(n)] if named is None and self.scene.nisba(n) else []
                if not told:
                    break
                sides.update(told)
        states = {s for s in sides if is_state(s)}
        return [r for r in before if not states.issuperset(self._side(e) for e in r.entities)]

    def _around(self, i: int) -> list[Reference]:
        """The references that may hold token ``i``."""
        k = bisect_left(self.firsts, i + 1)
        return self.known[max(k - 1, 0) : k]

    def _told_apart(self, i: int, before: list[Reference]) -> tuple[str, ...] | None:
        """Those whom a dual meant before in the sentence of the one at ``i``; foes, where it is accused or acted on."""
        here = self._sentence(i)
        if told := self.meant.get(here) or self.lands.get(here):
            return told  # «كان البلدان قد دأبا على اتهام بعضهما البعض»
        if accuse_each_other(self.scene, i) and (foes := self._foes(i, "any", least=_TWICE)):
            return foes  # «تبادل الطرفان الاتهامات»: not the two who spoke by telephone
        if not is_object(self.scene, i):
            return None
        own = frozenset(self._side(e) for r in before if self._sentence(r.first) == here for e in r.entities)
        return self._foes(i, "any", own - {None})

    def _nearest(self, i: int, of: str, office: str | None, before: list[Reference]) -> tuple[str, ...] | None:
        """The pair told last ``before`` token ``i``, sentence by sentence back."""
        here = self._sentence(i)
        apart: set[str | None] = set()
        told_by_the_way: tuple[str, ...] | None = None
        if is_mediated(self.scene, i):  # «… وفلان الذي توسط بين الطرفين»: neither of them
            apart = {self._side(e) for r in before if self._sentence(r.first) == here for e in r.entities}
        for number in range(here, here - FAR - 1, -1):
            held = [
                r
                for r in before
                if self._sentence(r.first) == number and not apart & {self._side(e) for e in r.entities}
            ]
            if pair := self._fighting(held, of, office, i) or self._set_apart(held, of, office):
                return pair
            if of == "any" and number in self.meant:
                return self.meant[number]
            pair = self._named(held, of, office, number, here)
            persons = pair is not None and all(self._type(e) == "PER" for e in pair)
            if persons and number != here and of == "any" and self._is_acted_on(i):
                if known := self._known(here):
                    return known  # «اجتمع فلان مع فلان. ودعا الأمين العام الطرفين …»
                told_by_the_way = told_by_the_way or pair
                continue
            if pair and (of != "any" or number == here or have_dealings(self.scene, number)):
                return pair
            told_by_the_way = told_by_the_way or pair
            if number == here and self._is_acted_on(i):
                apart = {self._side(e) for r in held if not only_says(self.scene, r, i) for e in r.entities}
        return (of == "any" and told_by_the_way and self._known(here)) or told_by_the_way  # «قدمت قطر مساعدات للسودان»

    def _known(self, here: int) -> tuple[str, ...] | None:
        """The two bodies whom a dual meant last before sentence ``here``."""
        before = (n for n in sorted(self.meant, reverse=True) if n < here)
        return next((self.meant[n] for n in before if all(self._type(e) != "PER" for e in self.meant[n])), None)

    def _of_sides(self, held: list[Reference]) -> list[Reference]:
        """``held`` without persons of no known side, where two bodies or states are named: «سلمت الحركة النائب …»."""
        persons = {e for r in held for e in r.entities if self._type(e) == "PER"}
        bodies = {e for r in held for e in r.entities} - persons
        loose = {e for e in persons if self._side(e) is None} if len(bodies) > 1 else set()
        return [r for r in held if not loose & set(r.entities)]

    def _named(
        self, held: list[Reference], of: str, office: str | None, number: int, here: int
    ) -> tuple[str, ...] | None:
        """Two of the references ``held`` in a sentence that are joined, or of two sides."""
        parties = [r for r in held if number != here or not self.scene.is_told(r.first)]
        if of == "any" and number != here:  # «ترعى كوبا والنرويج المفاوضات. … الجانبان»
            alike = {r.first for two in pairwise(held) if do_alike(self.scene, *two) for r in two}
            held = parties = [r for r in held if r.first not in alike]
        pair = self._joined(held, of, office) or self._apart_two(parties, of, office)
        attend = pair is not None and of == "any" and number != here and self._only_attend(pair, held, number)
        return None if attend else pair

    def _only_attend(self, pair: tuple[str, ...], held: list[Reference], number: int) -> bool:
        """Whether two persons joined in a sentence do one thing there, where two parties are known from before."""
        persons = all(self._type(e) == "PER" for e in pair) and self._joined(held, "any", None) == pair
        before = (self.meant[n] for n in range(number - 1, number - FAR, -1) if n in self.meant)
        known = next(before, None)
        return persons and known is not None and all(self._type(e) != "PER" for e in known)

    def other(self, i: int) -> str | None:
        """The one of the two told to be at odds before token ``i`` of whose side nobody is named in its sentence."""
        here = {
            self._side(e) for r in self.lately(i) if self._sentence(r.first) == self._sentence(i) for e in r.entities
        }
        pair = self.pair(i, "any", None) or ()
        others = [e for e in pair if self._side(e) not in here]
        if pair and not others:  # «علقت الخرطوم المحادثات مع الحركة متهمة الطرف الآخر ب…»: not who does it
            first = next((r for r in self.lately(i) if self._sentence(r.first) == self._sentence(i)), None)
            others = [e for e in pair if first is not None and self._side(e) != self._side(first.entities[0])]
        return others[0] if len(others) == 1 else None

    def _set_apart(self, held: list[Reference], of: str, office: str | None) -> tuple[str, ...] | None:
        """The two that the last «بين … و…» sets against each other, people of theirs between: «بين عناصر من … و…»."""
        return self._last_two(held, of, office, partial(are_set_apart, self.scene))

    def _fighting(self, held: list[Reference], of: str, office: str | None, i: int) -> tuple[str, ...] | None:
        """Subject and object of the last verb of force before token ``i`` in the sentence of ``held``."""
        if not held or of == "person":
            return None
        first = self.scene.page.sentences[self._sentence(held[0].first)].first
        last = min(i, held[-1].first)
        verb = next((k for k in range(last - 1, first - 1, -1) if is_force(self.scene, k)), None)
        if verb is None:
            return None
        before = verb - (self.scene.form(verb - 1) == _HAS)  # «كان الجيش قد هاجم …»
        subject = [r for r in held if r.last == before]
        return self._apart_two(subject + [r for r in held if r.first > verb], of, office, struck=True)

    def _foes(
        self, i: int, of: str, apart: frozenset[str | None] | None = None, *, least: int = 1
    ) -> tuple[str, ...] | None:
        """The two sides that the text before token ``i`` most often joins: «النزاع بين البلدين».

        With ``apart``, sides of which they are none, the two of whom deeds and words against each other are told twice.
        """
        last = bisect_left(self.firsts, i)
        before = [r for r in self.known[max(last - _RECALLED, 0) : last] if not is_beside(self.scene, self.casting, r)]
        pairs: Counter[tuple[str, ...]] = Counter()
        for one, other in pairwise(before):
            a, b = self._foe(one, of), self._foe(other, of)
            joined = are_joined(self.scene, one, other) and not act_together(self.scene, one, other)
            told = joined if apart is None else are_hostile(self.scene, one, other)
            if told and a and b and a != b and not {a, b} & (apart or frozenset()):
                pairs[tuple(sorted((a, b)))] += 1
        ranked = pairs.most_common(1)
        if not ranked or ranked[0][1] < (least if apart is None else _TWICE):
            return None
        found = [self._stands_for(side) for side in ranked[0][0]]
        return (found[0], found[1]) if found[0] is not None and found[1] is not None else None

    def _foe(self, r: Reference, of: str) -> str | None:
        """The side of a reference to one who may be a party to a conflict; a state's where countries are asked for."""
        entity = r.entities[0]
        side = self._side(entity) if len(r.entities) == 1 and entity not in self.casting.outlets else None
        return None if of == "country" and not is_state(side) else side

    def _stands_for(self, side: str) -> str | None:
        """The entity that stands for a side: its country where that is named, else the first of its bodies."""
        country = f"loc.{side}"
        if country in self.casting.ids:
            return country
        bodies = (e for f, e in zip(self.casting.found, self.casting.ids, strict=True) if f.side == side)
        body = next((e for e in bodies if self._type(e) == "ORG"), None)
        leaders = (e for r in self.known for e in r.entities if self._side(e) == side)  # rebels known by one man alone
        return body or (country if is_state(side) else next(leaders, None))

    def _is_acted_on(self, i: int) -> bool:
        """Whether the pair at ``i`` is none of those named before: «دعا الطرفين», «طالب فلان البلدين»."""
        if self.scene.form(i - 1) == "بين":
            return True
        before = self.known[k - 1] if (k := bisect_left(self.firsts, i)) else None
        asked = before is not None and before.last == i and self.scene.is_told(before.first)
        return self.scene.form(i).endswith("ين") and (asked or (i > 0 and self.scene.is_verb(i - 1)))

    def _joined(self, held: list[Reference], of: str, office: str | None) -> tuple[str, ...] | None:
        """The last two that «و» joins, not of three or more: «أبعدتهم إلى تركيا وقطر وسوريا»."""
        joined = [are_joined(self.scene, one, other) for one, other in pairwise(held)]
        more = {n for n, (a, b) in enumerate(pairwise(joined)) if a and b}
        out = {held[k].first for n in more for k in (n, n + 1, n + 2)}
        return self._last_two([r for r in held if r.first not in out], of, office, partial(are_joined, self.scene))

    def _last_two(
        self, held: list[Reference], of: str, office: str | None, together: Callable[[Reference, Reference], bool]
    ) -> tuple[str, ...] | None:
        """The last two of the kind asked for that stand side by side and are told ``together``."""
        for one, other in reversed(list(pairwise(held))):
            if together(one, other):
                a, b = self._as(one, of, office), self._as(other, of, office)
                if a and b and a != b and not (of == "any" and self._are_colleagues(a, b)):
                    return (a, b)
        return None

    def _are_colleagues(self, a: str, b: str) -> bool:
        """Whether two are persons of one state: «نقل تحيات الملك وولي العهد … وأكد الجانبان»."""
        persons = self._type(a) == self._type(b) == "PER"
        return persons and is_state(self._side(a)) and self._side(a) == self._side(b)

    def _apart_two(
        self, held: list[Reference], of: str, office: str | None, *, struck: bool = False
    ) -> tuple[str, ...] | None:
        persons = (
            [r for r in held if len(r.entities) == 1 and self._type(r.entities[0]) == "PER"]
            if of in ("any", "country")
            else []
        )
        for group in (persons, held):
            out: list[str] = []
            for r in group:
                entity = self._as(r, of, office, struck=struck)
                if entity and entity not in out and self._side(entity) not in [self._side(o) for o in out]:
                    out.append(entity)
            if len(out) >= 2:  # noqa: PLR2004 - a pair
                return (out[0], out[1])
        return None

    def _as(self, r: Reference, of: str, office: str | None, *, struck: bool = False) -> str | None:
        """The entity of a reference, as one of the kind asked for: for countries the state it belongs to.

        A town is no party, but where it is ``struck`` its state is one.
        """
        if len(r.entities) != 1:
            return None
        entity = r.entities[0]
        kind, side = self._type(entity), self._side(entity)
        if entity in self.casting.outlets:
            return None  # an outlet is no party
        if of == "person":
            return entity if kind == "PER" and (office is None or self._holds(entity, office)) else None
        if of == "country":
            return f"loc.{side}" if is_state(side) else None
        if of == "army":
            return self.casting.body("army", side)
        return self._party(entity, struck=struck)

    def _party(self, entity: str, *, struck: bool) -> str | None:
        kind, side = self._type(entity), self._side(entity)
        if kind == "LOC" and not is_country(entity):
            return f"loc.{side}" if struck and is_state(side) else None
        party = any(f.kind in PARTIES | _RULERS for f in self.casting.of(entity))
        return entity if (side or party) and kind in ("PER", "ORG", "LOC") else None

    def _holds(self, entity: str, office: str) -> bool:
        return any(f.office is not None and is_like(f.office.id, office) for f in self.casting.of(entity))

    def _sentence(self, i: int) -> int:
        return self.scene.page.sentence_of[i]

    def _type(self, entity: str) -> str | None:
        return self.casting.type_of(entity)

    def _side(self, entity: str) -> str | None:
        return self.casting.side_of(entity)
