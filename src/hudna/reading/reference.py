"""Every noun phrase of a document that refers to its entities."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from hudna.lexicon import Sense
from hudna.reading.bodies import PARTIES
from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.officeholder import by_office, in_row, is_like
from hudna.reading.possessor import Possessor
from hudna.reading.scene import Found, Scene, is_country, is_state, side_of
from hudna.text.clitic import proclitics

_RECALLED = 120  # references back among which two foes are sought
_THIRD = frozenset({"ه", "ها", "هم", "هما", "هن"})
_HEADS = 3  # words between «بين» and the name of those who are set apart
_FAR = 8  # sentences a pair may lie back
# classes of cast/bodies.yaml and kinds of names/groups.yaml whom a noun may mean («of» in cast/deixis.yaml)
_FIGHTERS = frozenset({"armed-group", "militia", "rebels", "separatists", "opposition", "resistance"})
_TROOPS = frozenset({"army", "loyal", "coalition", "police", "security-forces", "special-forces", "national-guard"})
_FORCES = {"troops": _TROOPS | frozenset({"resistance"}), "fighters": _FIGHTERS | frozenset({"loyal"})}


def references(scene: Scene, casting: Casting) -> tuple[Reference, ...]:
    """All references, sorted and apart; of two that overlap the one that begins first, then the longer."""
    named = [
        Reference(*f.extent, (entity,), "body" if f.bare else "name")
        for f, entity in zip(casting.found, casting.ids, strict=True)
    ]
    offices = [r for h in casting.held if h.name is None and (r := by_office(scene, casting, h))]
    known = _apart([*named, *in_row(casting, offices)])
    back = _Back(scene, casting, known, [r.first for r in known], Possessor(scene, casting))
    taken = {k for r in known for k in range(r.first, r.last)}
    more: list[Reference] = []
    for i in range(len(scene.page.tokens)):
        if i not in taken and scene.is_arabic(i):
            reference = back.at(i)
            if reference and not any(k in taken for k in range(reference.first, reference.last)):
                more.append(reference)
                taken.update(range(reference.first, reference.last))
    return tuple(_apart([*known, *more]))


def _apart(found: list[Reference]) -> list[Reference]:
    out: list[Reference] = []
    for reference in sorted(found, key=lambda r: (r.first, -r.last)):
        if not out or reference.first >= out[-1].last:
            out.append(reference)
    return out


@dataclass(frozen=True, slots=True)
class _Back:
    """References that need what was named before: pairs, sides, possessives, adjectives of states."""

    scene: Scene
    casting: Casting
    known: list[Reference]
    firsts: list[int]
    possessor: Possessor

    def at(self, i: int) -> Reference | None:
        senses = self.scene.layer_hit(i, "deixis")
        for sense in senses.senses if senses else ():
            found = self._deictic(i, senses.last if senses else i + 1, sense)
            if found:
                return found
        return self._nisba(i)

    def _deictic(self, i: int, last: int, sense: Sense) -> Reference | None:
        refers, of = sense.entry.get("refers"), sense.entry.get("of")
        if refers == "side":
            nisba = self.scene.nisba(last) if self.scene.is_arabic(last) else None
            side = side_of(nisba.entry) if nisba else None
            return Reference(i, last + 1, (f"loc.{side}",), "side") if is_state(side) else None
        if refers == "pair" and (sense.number == "du" or sense.pos == "phrase"):
            nisba = self.scene.nisba(last) if self.scene.is_arabic(last) else None
            if nisba or (sense.pos != "phrase" and not self.scene.is_definite(i)):
                return None
            pair = self._pair(i, of, sense.entry.get("office"))
            if pair is None and of == "person":
                pair = self._pair(i, "country", None)
            return Reference(i, last, pair, "pair") if pair else None
        if refers == "own" and sense.pronoun in _THIRD and not self.scene.layer_hit(i, "place_head"):
            return self._owned(i, last, of, sense.pronoun)
        if refers == "force" and not sense.pronoun and sense.number != "du" and self._stands_alone(i, last, sense):
            force = self._force(i, _FORCES[of])
            return Reference(i, last, (force,), "body") if force else None
        return None

    def _owned(self, i: int, last: int, of: str, pronoun: str) -> Reference | None:
        """Whom a noun with a pronoun means: of one («قواتها»), or of two («قواتهما»)."""
        if pronoun == "هما":
            pair = self._pair(i, "country", None)
            return Reference(i, last, pair, "possessive") if pair else None
        owner = self.possessor.meant(i, of, pronoun, self._lately(i))
        return Reference(i, last, (owner,), "possessive") if owner else None

    def _stands_alone(self, i: int, last: int, sense: Sense) -> bool:
        """Whether a definite noun has nothing behind it that names it more closely: «القوات», not «القوات المشتركة»."""
        definite = sense.pos == "phrase" or (self.scene.is_definite(i) and sense.number == "pl")
        more = self.scene.is_arabic(last) and (self.scene.is_definite(last) or self.scene.form(last).startswith("لل"))
        return definite and (not more or self.casting.at.get(last) is not None)

    def _force(self, i: int, kinds: frozenset[str]) -> str | None:
        """Who of ``kinds`` was named last before token ``i``: by the noun itself («قوات الدعم السريع»), else at all."""
        near = [r for r in reversed(self._lately(i)) if len(r.entities) == 1]
        called = (r for r in near if r.how == "name" and self._is_called(r, i))
        held = (r for r in near if any(_kind(f) in kinds for f in self.casting.of(r.entities[0])))
        last = next(called, None) or next(held, None)
        return last.entities[0] if last else None

    def _is_called(self, r: Reference, i: int) -> bool:
        """Whether the name of a party without a state begins with the noun at ``i``."""
        noun = self.scene.form(i).removeprefix("و").removeprefix("ال")
        opens = proclitics(self.scene.form(r.first))
        side = self._side(r.entities[0])
        return not is_state(side) and side is not None and any(s.stem == noun for s in opens)

    def _nisba(self, i: int) -> Reference | None:
        hit = self.scene.nisba_hit(i)
        side = side_of(hit.senses[0].entry) if hit else None
        return Reference(i, hit.last, (f"loc.{side}",), "nisba") if hit and is_state(side) else None

    def _sentence(self, i: int) -> int:
        return self.scene.page.sentence_of[i]

    def _lately(self, i: int) -> list[Reference]:
        """The references before token ``i`` in its sentence and the few before it."""
        out: list[Reference] = []
        for k in range(bisect_left(self.firsts, i) - 1, -1, -1):
            if self._sentence(i) - self._sentence(self.known[k].first) > _FAR:
                break
            out.append(self.known[k])
        return out[::-1]

    def _pair(self, i: int, of: str, office: str | None) -> tuple[str, ...] | None:
        """The two most salient entities of a kind before token ``i``: sentence by sentence back, joined ones first."""
        here, before = self._sentence(i), [r for r in self._lately(i) if not self._is_beside(r)]
        if self.scene.form(i - 1) == "بين" and self.scene.form(i - 2) in self.scene.words.conflicts:
            return self._foes(i, of, office)
        apart: set[str | None] = set()
        for number in range(here, here - _FAR - 1, -1):
            held = [
                r
                for r in before
                if self._sentence(r.first) == number and not apart & {self._side(e) for e in r.entities}
            ]
            parties = [r for r in held if number != here or not self._is_speaker(r)]
            pair = (
                self._fighting(held, of, office, i)
                or self._set_apart(held, of, office)
                or self._joined(held, of, office)
                or self._apart_two(parties, of, office)
            )
            if pair:
                return pair
            if number == here and self._is_acted_on(i):
                apart = {self._side(e) for r in held for e in r.entities}
        return None

    def _is_beside(self, r: Reference) -> bool:
        """Whether a reference only says who leads, backs or attends what is told: «حركة … بزعامة فلان»."""
        return self.scene.form(r.first - 1) in self.scene.words.beside

    def _set_apart(self, held: list[Reference], of: str, office: str | None) -> tuple[str, ...] | None:
        """The two that the last «بين … و…» sets against each other, people of theirs between: «بين عناصر من … و…»."""
        for one, other in reversed(list(pairwise(held))):
            between = (k for k in range(max(one.first - _HEADS, 0), one.first) if self.scene.form(k) == "بين")
            if next(between, None) is not None and self.scene.form(other.first).startswith("و"):
                a, b = self._as(one, of, office), self._as(other, of, office)
                if a and b and a != b:
                    return (a, b)
        return None

    def _is_speaker(self, r: Reference) -> bool:
        """Whether a verb of speech stands right before: who tells of two sides need be none of them."""
        senses = self.scene.page.layer(r.first - 1, "reporting") if r.first else ()
        return any(s.pos == "verb" for s in senses)

    def _fighting(self, held: list[Reference], of: str, office: str | None, i: int) -> tuple[str, ...] | None:
        """Subject and object of the last verb of force before token ``i`` in the sentence of ``held``."""
        if not held or of == "person":
            return None
        first = self.scene.page.sentences[self._sentence(held[0].first)].first
        last = min(i, held[-1].first)
        verb = next((k for k in range(last - 1, first - 1, -1) if self._is_force(k)), None)
        if verb is None:
            return None
        subject = [r for r in held if r.last == verb]
        return self._apart_two(subject + [r for r in held if r.first > verb], of, office, struck=True)

    def _is_force(self, k: int) -> bool:
        senses = self.scene.page.layer(k, "event")
        return any(s.pos == "verb" and s.entry.get("event") == "ASSAULT" for s in senses)

    def _foes(self, i: int, of: str, office: str | None) -> tuple[str, ...] | None:
        """The pair that the text before token ``i`` most often joins: «النزاع بين البلدين»."""
        pairs: Counter[tuple[str, ...]] = Counter()
        last = bisect_left(self.firsts, i)
        before = self.known[max(last - _RECALLED, 0) : last]
        for one, other in pairwise(before):
            pair = self._joined([one, other], of, office)
            if pair:
                pairs[tuple(sorted(pair))] += 1
        return pairs.most_common(1)[0][0] if pairs else None

    def _is_acted_on(self, i: int) -> bool:
        """Whether the pair at ``i`` is none of those named before it: «دعا الطرفين», «الوسيط بين البلدين»."""
        return self.scene.form(i - 1) == "بين" or (
            i > 0 and self.scene.is_verb(i - 1) and self.scene.form(i).endswith("ين")
        )

    def _joined(self, held: list[Reference], of: str, office: str | None) -> tuple[str, ...] | None:
        for one, other in reversed(list(pairwise(held))):
            if other.first - one.last <= 1 and self.scene.form(other.first).startswith("و"):
                a, b = self._as(one, of, office), self._as(other, of, office)
                if a and b and a != b:
                    return (a, b)
        return None

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
            return self._army(side)
        return self._party(entity, struck=struck)

    def _army(self, side: str | None) -> str | None:
        pairs = zip(self.casting.found, self.casting.ids, strict=True)
        return next((e for f, e in pairs if f.kind == "army" and f.side == side), None)

    def _party(self, entity: str, *, struck: bool) -> str | None:
        kind, side = self._type(entity), self._side(entity)
        if kind == "LOC" and not is_country(entity):
            return f"loc.{side}" if struck and is_state(side) else None
        party = any(f.kind in PARTIES for f in self.casting.of(entity))
        return entity if (side or party) and kind in ("PER", "ORG", "LOC") else None

    def _holds(self, entity: str, office: str) -> bool:
        return any(f.office is not None and is_like(f.office.id, office) for f in self.casting.of(entity))

    def _type(self, entity: str) -> str | None:
        return self.casting.type_of(entity)

    def _side(self, entity: str) -> str | None:
        return self.casting.side_of(entity)


def _kind(f: Found) -> str:
    """The class of a body, by its noun or by the lexicon."""
    return f.kind or str(f.entry.get("kind") if f.entry is not None else "")
