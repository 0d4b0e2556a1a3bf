"""Every noun phrase of a document that refers to its entities."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hudna.lexicon import Sense
from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.grammar import load_grammar
from hudna.reading.locality import Localities
from hudna.reading.officeholder import by_office, in_row
from hudna.reading.pair_words import are_joined
from hudna.reading.pairs import Pairs
from hudna.reading.possessor import Possessor
from hudna.reading.scene import Found, Scene, is_country, is_state, side_of
from hudna.text import fold
from hudna.text.clitic import proclitics

_BY_CLASS = {"honour": "role", "sent": "body"}  # how those refer that are no «side»
_WAS = frozenset({"كان", "ليس"})  # «وكانت الأولى من نوعها»
_SENT = 3  # words from «وفد» to whose it is: «وفد رفيع من الحركة»
_THIRD = frozenset({"ه", "ها", "هم", "هما", "هن"})
# classes of cast/bodies.yaml and kinds of names/groups.yaml whom a noun may mean («of» in cast/deixis.yaml)
_FIGHTERS = frozenset({"armed-group", "militia", "rebels", "separatists", "opposition", "resistance"})
_TROOPS = frozenset({"army", "loyal", "coalition", "police", "security-forces", "special-forces", "national-guard"})
_BUT = "لكن"
_FORCES = {"troops": _TROOPS | frozenset({"resistance"}), "fighters": _FIGHTERS | frozenset({"loyal"})}


def references(scene: Scene, casting: Casting) -> tuple[Reference, ...]:
    """All references, sorted and apart; of two that overlap the one that begins first, then the longer."""
    named = [
        Reference(*f.extent, (entity,), "body" if f.bare else "name")
        for f, entity in zip(casting.found, casting.ids, strict=True)
    ]
    named = _with_offices(casting, _with_leaders(scene, casting, named))
    led = {r.first for r in named}
    single = (h for h in casting.held if h.name is None and h.first not in led and not _are_two(scene, h.first))
    offices = [r for h in single if (r := by_office(scene, casting, h))]
    known = _apart([*named, *in_row(casting, offices)])
    back = _Back(scene, casting, Pairs(scene, casting, known, [r.first for r in known]), Possessor(scene, casting))
    taken = {k for r in known for k in range(r.first, r.last)}
    more = back.more
    places = Localities.of(scene, casting)
    for i in sorted({*scene.hits("deixis"), *scene.nisbas, *scene.hits("place_head")}):
        if i not in taken and scene.is_arabic(i):
            reference = back.at(i) or places.at(i)
            if reference and not any(k in taken for k in range(reference.first, reference.last)):
                more.append(reference)
                taken.update(range(reference.first, reference.last))
    return tuple(_apart([*known, *more]))


def _are_two(scene: Scene, i: int) -> bool:
    """Whether a set phrase for two who hold an office stands at token ``i``: «رئيسا الوزراء»."""
    hit = scene.layer_hit(i, "deixis")
    return hit is not None and any(s.pos == "phrase" and s.entry.get("refers") == "pair" for s in hit.senses)


def _with_offices(casting: Casting, named: list[Reference]) -> list[Reference]:
    """``named`` with a bare office and a person's short name behind it as one: «الرئيس | كير» is no other president."""
    posts = {h.last: h for h in casting.held if h.name is None and h.definite and h.kind == "office"}
    out: list[Reference] = []
    for r in named:
        lone = r.how == "name" and r.last - r.first == 1 and casting.type_of(r.entities[0]) == "PER"
        held = posts.get(r.first) if lone else None
        his = held is not None and held.office.of in (None, casting.side_of(r.entities[0]))
        out.append(replace(r, first=held.first) if held is not None and his else r)
    return out


def _with_leaders(scene: Scene, casting: Casting, named: list[Reference]) -> list[Reference]:
    """``named`` with a body in construct with the office of a person as one: «حكومة الرئيس فلان» is no person."""
    out: list[Reference] = []
    for reference in named:
        body = out[-1] if out and out[-1].how == "body" and out[-1].last == reference.first else None
        person = reference.how == "name" and any(f.type == "PER" for f in casting.of(reference.entities[0]))
        led = body is not None and (scene.role(body.last) or body.last - body.first == 1)  # «حكومة واتارا»
        if body is not None and person and led and not scene.is_definite(body.last - 1):
            out[-1] = replace(body, last=reference.last)
        else:
            out.append(reference)
    return out


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
    pairs: Pairs
    possessor: Possessor
    more: list[Reference] = field(default_factory=list)  # those found so far

    def at(self, i: int) -> Reference | None:
        senses = self.scene.layer_hit(i, "deixis")
        for sense in senses.senses if senses else ():
            found = self._deictic(i, senses.last if senses else i + 1, sense)
            if found:
                return found
        return self._nisba(i)

    def _deictic(self, i: int, last: int, sense: Sense) -> Reference | None:  # noqa: PLR0911 - one for each class
        refers, of = sense.entry.get("refers"), sense.entry.get("of")
        if refers == "side":
            side = self.scene.nisba_side(last)
            if is_state(side) and self._is_of_border(last + 1):
                return Reference(i, last + 1, (f"loc.{side}",), "place")
            if is_state(side) and sense.number == "du" and (both := self._both_sides(i, last, str(side))):
                return both
            return Reference(i, last + 1, (f"loc.{side}",), "side") if is_state(side) else None
        if refers == "states":
            return Reference(i, last, tuple(f"loc.{s}" for s in sense.entry.get("states")), "pair")
        if refers == "pair" and (sense.number == "du" or sense.pos == "phrase"):
            return self._two(i, last, sense)
        if refers in ("honour", "other", "latter", "former", "sent"):
            one = self._one(i, sense)
            return Reference(i, last, (one,), _BY_CLASS.get(refers, "side")) if one else None
        pronoun, particle = sense.pronoun or str(sense.entry.get("pronoun", "")), sense.entry.get("particle", "")
        if refers == "own" and pronoun in _THIRD and not self.scene.layer_hit(i, "place_head"):
            return self._owned(i, last, of, pronoun) if sense.clitics.endswith(particle) else None
        if refers == "force" and not sense.pronoun and sense.number != "du" and self._stands_alone(i, last, sense):
            force = self._force(i, _FORCES[of])
            return Reference(i, last, (force,), "body") if force else None
        if refers == "force" and sense.number == "sg" and not sense.pronoun and self.scene.is_definite(i):
            sent = self._sender(i)
            return Reference(i, last, (sent,), "body") if sent else None
        return None

    def _one(self, i: int, sense: Sense) -> str | None:
        """Whom a noun for one told of before means: «سموه», «الطرف الآخر», «الأخير», «الوفد»."""
        if sense.entry.get("refers") == "honour":
            return self._honoured(i, sense.entry.get("titles"))
        if sense.entry.get("refers") == "other":
            return self.pairs.other(i)
        if sense.entry.get("refers") == "former":
            return self._former(i, second=bool(sense.entry.get("second")))
        if sense.entry.get("refers") == "sent":
            alone = not sense.pronoun and sense.number != "du" and self.scene.is_definite(i)
            return self._delegating(i, sense.entry.id) if alone else None
        return self._latter(i, feminine=bool(sense.entry.get("feminine")))

    def _honoured(self, i: int, words: Sequence[str]) -> str | None:
        """Whom «سموه», «معاليه» or the like means: the first of the last sentence with one of the titles."""
        sentence, titles = self.scene.page.sentence_of, frozenset(map(fold, words))
        near = [r for r in self.pairs.lately(i) if len(r.entities) == 1 and self._is_titled(r.entities[0], titles)]
        return next((r.entities[0] for r in near if sentence[r.first] == sentence[near[-1].first]), None)

    def _is_titled(self, entity: str, titles: frozenset[str]) -> bool:
        """Whether a person is named somewhere with one of ``titles`` before the name."""
        held = [f for f in self.casting.of(entity) if f.type == "PER"]
        return any(self.scene.form(k) in titles for f in held for k in range(f.extent[0] - 1, f.first))

    def _delegating(self, i: int, noun: str) -> str | None:
        """Whose delegation «الوفد» is: that of the body or state named last behind «وفد», as in «وفد من الحركة»."""
        described = self.scene.is_arabic(i + 1) and self.scene.is_definite(i + 1)  # «الوفد المفاوض»
        if described and not (self.scene.layer_hit(i + 1, "body") or self.scene.is_verb(i + 1)):
            return None
        for r in reversed(self.pairs.lately(i)):
            words = range(max(r.first - _SENT, 0), r.first)
            hits = (self.scene.layer_hit(k, "deixis") for k in words)
            sent = any(h is not None and any(s.entry.id == noun for s in h.senses) for h in hits)
            person = self.casting.type_of(r.entities[0]) == "PER"
            if sent and len(r.entities) == 1 and not person:
                return r.entities[0]
        return None

    def _sender(self, i: int) -> str | None:
        """Whose force «القوة» is: that of the body named last behind «قوة», as in «قوة الاتحاد الأفريقي»."""
        more = self.scene.is_arabic(i + 1) and self.scene.is_definite(i + 1)  # «القوة العسكرية»
        near = () if more else reversed(self.pairs.lately(i))
        one = (r for r in near if len(r.entities) == 1)
        sent = next((r for r in one if self.scene.form(r.first - 1).lstrip("ولب") in self.scene.words.force), None)
        return sent.entities[0] if sent else None

    def _latter(self, i: int, *, feminine: bool) -> str | None:
        """Whom «الأخير» at token ``i`` means, behind «إن» or a verb: who was named last; «الأخيرة» a body or state."""
        before = self.scene.page.senses[i - 1] if i else ()
        opens = any(s.entry.get("role") == "that" for s in before) or self.scene.form(i - 1).lstrip("وف") == _BUT
        alone = self.scene.form(i + 1) not in load_grammar(self.scene.page.document.language).of_its_kind
        if not (alone and (opens or (before and all(s.pos == "verb" for s in before)))):
            return None
        for r in reversed(self.pairs.lately(i)):
            kind = self.casting.type_of(r.entities[0])
            woman = is_country(r.entities[0]) or self.scene.form(r.first).endswith(("ه", "ات", "يا"))
            fits = kind == "ORG" or is_country(r.entities[0]) if feminine else kind in ("PER", "ORG")
            if len(r.entities) == 1 and fits and (kind == "PER" or woman == feminine):
                return r.entities[0]
        return None

    def _former(self, i: int, *, second: bool) -> str | None:
        """Which of two that «و» joins in the sentence «الأولى» behind a joined verb means, or «الثانية»."""
        verbs = [s for s in self.scene.page.senses[i - 1] if s.pos == "verb"] if i else []
        if not any(s.clitics == "و" and s.entry.id not in _WAS for s in verbs):
            return None
        here = self.scene.page.sentence_of[i]
        near = [r for r in self.pairs.lately(i) if self.scene.page.sentence_of[r.first] == here]
        joined = [(a, b) for a, b in pairwise(near) if are_joined(self.scene, a, b)]
        pair = joined[-1] if len(joined) == 1 and all(len(r.entities) == 1 for r in joined[-1]) else None
        return pair[int(second)].entities[0] if pair is not None else None

    def _is_of_border(self, k: int) -> bool:
        """Whether a border behind «من» at token ``k`` makes a side a place: «على الجانب الباكستاني | من الحدود»."""
        head = self.scene.layer_hit(k + 1, "place_head") if self.scene.form(k) == "من" else None
        return head is not None and any(s.entry.get("border") for s in head.senses)

    def _both_sides(self, i: int, last: int, side: str) -> Reference | None:
        """The two whom a dual with two adjectives of states means: «الجانبان الأرميني والأذربيجاني»."""
        k = self.scene.nisbas[last].last
        second = self.scene.nisba(k)
        other = side_of(second.entry) if second is not None and second.clitics.startswith("و") else None
        if not is_state(other) or other == side:
            return None
        return Reference(i, self.scene.nisbas[k].last, (f"loc.{side}", f"loc.{other}"), "pair")

    def _two(self, i: int, last: int, sense: Sense) -> Reference | None:
        """Whom a definite dual without the adjective of a state means: «الجانبان», «الوزيران»."""
        of = sense.entry.get("of")
        if self.scene.nisba(last) or (sense.pos != "phrase" and not self.scene.is_definite(i)):
            return None
        pair = self.pairs.pair(i, of, sense.entry.get("office"))
        if pair is None and of == "person":
            pair = self.pairs.pair(i, "country", None)
        return Reference(i, last, pair, "mutual" if sense.entry.get("mutual") else "pair") if pair else None

    def _owned(self, i: int, last: int, of: str, pronoun: str) -> Reference | None:
        """Whom a noun with a pronoun means: of one («قواتها»), or of two («قواتهما»)."""
        if pronoun == "هما":
            pair = self.pairs.pair(i, "country", None)
            return Reference(i, last, pair, "possessive") if pair else None
        sentence = self.scene.page.sentence_of
        lands = (r for r in self.more if r.how == "possessive" and is_country(r.entities[0]))
        own = [r for r in lands if sentence[r.first] == sentence[i]]
        before = sorted([*self.pairs.lately(i), *own], key=lambda r: r.first)
        owner = self.possessor.meant(i, of, pronoun, before)
        return Reference(i, last, (owner,), "possessive") if owner else None

    def _stands_alone(self, i: int, last: int, sense: Sense) -> bool:
        """Whether a definite noun is all that is said: «القوات», not «القوات المشتركة», not «إحدى الميليشيات»."""
        if sense.entry.get("of") == "fighters" and any(
            s.entry.get("counts") for s in self.scene.page.layer(i - 1, "crowd")
        ):
            return False
        definite = sense.pos == "phrase" or (self.scene.is_definite(i) and sense.number == "pl")
        more = self.scene.is_arabic(last) and (self.scene.is_definite(last) or self.scene.form(last).startswith("لل"))
        return definite and (not more or self.casting.at.get(last) is not None)

    def _force(self, i: int, kinds: frozenset[str]) -> str | None:
        """Who of ``kinds`` was named last before token ``i``: by the noun itself («قوات الدعم السريع»), else at all."""
        near = [r for r in reversed(self.pairs.lately(i)) if len(r.entities) == 1]
        near = [r for r in near if not self._flies(r, near, kinds)]
        called = (r for r in near if r.how == "name" and self._is_called(r, i))
        held = (r for r in near if any(_kind(f) in kinds for f in self.casting.of(r.entities[0])))
        last = next(called, None) or next(held, None)
        return last.entities[0] if last else self._only_army(kinds)

    def _only_army(self, kinds: frozenset[str]) -> str | None:
        """The one army that the text names at all, where troops are told of before it is: «القوات»."""
        if "army" not in kinds:
            return None
        held = [e.id for e in self.casting.entities if any(_kind(f) == "army" for f in self.casting.of(e.id))]
        return held[0] if len(held) == 1 and is_state(self._side(held[0])) else None

    def _flies(self, r: Reference, near: list[Reference], kinds: frozenset[str]) -> bool:
        """Whether the planes of a body are named beside troops on the ground: «الجيش … وطيران التحالف»."""
        if not any(s.entry.get("strikes") for s in self.scene.page.layer(r.first, "crowd")):
            return False
        sentence = self.scene.page.sentence_of
        before = (o for o in near if o.first < r.first and sentence[o.first] == sentence[r.first])
        others = (o.entities[0] for o in before if o.entities != r.entities)
        return any(_kind(f) in kinds for other in others for f in self.casting.of(other))

    def _is_called(self, r: Reference, i: int) -> bool:
        """Whether the name of a party, or of fighters who are for a state, begins with the noun at ``i``."""
        noun = self.scene.form(i).removeprefix("و").removeprefix("ال")
        opens = proclitics(self.scene.form(r.first))
        side = self._side(r.entities[0])
        party = side is not None and not is_state(side)
        own = party or any(_kind(f) in _FIGHTERS for f in self.casting.of(r.entities[0]))  # «قوات "البنيان المرصوص"»
        return own and any(s.stem == noun for s in opens)

    def _nisba(self, i: int) -> Reference | None:
        hit, side = self.scene.nisba_hit(i), self.scene.nisba_side(i)
        return Reference(i, hit.last, (f"loc.{side}",), "nisba") if hit and is_state(side) else None

    def _side(self, entity: str) -> str | None:
        return self.casting.side_of(entity)


def _kind(f: Found) -> str:
    """The class of a body, by its noun or by the lexicon."""
    return f.kind or str(f.entry.get("kind") if f.entry is not None else "")
