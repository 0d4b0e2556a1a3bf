"""Whom a noun with a pronoun means: «بلاده» a state, «قواتها» an army, «مقاتليه» the party that they fight for.

In: the references before the noun, in the order of the text; out: the id of an entity, or None where nobody is told of
whom the pronoun can stand for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.dateline import past_dateline
from hudna.reading.grammar import load_grammar
from hudna.reading.scene import Scene, is_country, is_state
from hudna.text import COMMAS

_MET = 2  # words from the noun of a talk to the name of whom somebody talks with: «لقاء مع فلان»
_TITLE = 2  # words of an office before the adjective of its state: «قائد عسكري | روسي»
_PLURAL = ("ون", "ين")
_LANDS = frozenset({"country", "soil"})  # what of one's own is a state
_FEMININE = ("ه", "ات", "ا")


@dataclass(frozen=True, slots=True)
class Possessor:
    """Who has what is told of by a noun with a pronoun, in one document."""

    scene: Scene
    casting: Casting

    def meant(self, i: int, of: str, pronoun: str, before: Sequence[Reference]) -> str | None:
        """The entity that the noun at token ``i`` means; ``of`` says what it is (cast/deixis.yaml)."""
        owner = self._owner(i, of, pronoun, [r for r in before if len(r.entities) == 1])
        side = self.casting.side_of(owner) if owner is not None else None
        if owner is None:
            return None
        if side is None or not is_state(side):
            return owner if of == "voice" else None if of in _LANDS else self._party(owner, side)
        if of in ("party", "voice"):
            return owner  # «الشرطة … عناصرها»
        return (None if of in _LANDS else self.casting.body(of, side)) or f"loc.{side}"

    def _owner(self, i: int, of: str, pronoun: str, before: list[Reference]) -> str | None:
        """For whom the pronoun stands: a person of the sentence, else the first there, else the last before it.

        Whoever a clause with «أن» speaks of comes before those around it: «أعلنت روسيا أن جورجيا سحبت قواتها».
        """
        sentence = self.scene.page.sentence_of
        told = [r for r in before if self._can_own(r, of)]
        near = [r for r in told if sentence[r.first] == sentence[i] and self._agrees(r, pronoun)]
        told_of = self._antecedent(near, i)
        told = [r for r in told if sentence[r.first] != sentence[i] or not self._is_met(r)]
        opened = past_dateline(self.scene.page, self.scene.page.sentences[sentence[i]].first, i)
        here = [r for r in told if sentence[r.first] == sentence[i] and r.first >= opened]
        fit = [r for r in here if self._agrees(r, pronoun)]
        states = [r for r in fit if is_state(self.casting.side_of(r.entities[0])) and not self._is_where(r)]
        fit = (states if self._is_regular(i) else []) or fit
        inner = self._clause(i)
        # «بينما قالت تايلاند | إن جنودها …», but «إن بلاده …، | وإن قواتها …»
        joined = self.scene.form(inner).startswith("و") and self._clause(inner) < inner
        outer = self._clause(inner)  # «إلا أن باكو نفت ذلك وقالت | إن وحداتها …»
        teller = [r for r in fit if (r.how == "possessive" if joined else r.last == inner and not self._is_where(r))]
        teller = teller or [r for r in fit if joined and r.last == outer]  # «أعلن الجيش | أن التنظيم …، وأن قواته …»
        for group in (told_of, [r for r in fit if r.first >= inner], teller, [r for r in fit if r.first >= outer], fit):
            persons = [r for r in group if self._is_person(r)]
            if chosen := (persons or group)[:1]:
                return None if of == "party" and self._others(chosen[0].last, i, pronoun) else chosen[0].entities[0]
        if of in ("army", "government") and (national := self._national(i)) is not None:
            return national
        if of in _LANDS and (national := self._nation(outer, i)) is not None:
            return national
        chosen = [r for r in here if self._is_person(r)][:1]
        if (
            of == "party"
            and pronoun == "ه"
            and any(self._is_person(r) and sentence[r.first] == sentence[i] for r in before)
        ):
            return None  # «تعهد الشيخ حمود …، وقال إن رجاله …»: they are no party's
        if not chosen and self._is_unread(inner):
            return None
        chosen = chosen or self._first_before([r for r in told if r not in here and self._agrees(r, pronoun)])
        return chosen[0].entities[0] if chosen else None

    def _antecedent(self, fit: list[Reference], i: int) -> list[Reference]:
        """The person of whom a relative clause tells: «تلقى … اتصالا من الأمير تميم، الذي أكد دعم بلاده»."""
        which = load_grammar(self.scene.page.document.language).which
        relative = next((k for k in range(i - 1, self._clause(i), -1) if self.scene.form(k) in which), None)
        if relative is None:
            return []
        last = relative - (self.scene.form(relative - 1) in COMMAS)
        return [r for r in fit if r.last == last and self._is_person(r)]

    def _is_where(self, r: Reference) -> bool:
        """Whether a land is told only as where those are who say it: «قالت القوات في أفغانستان | إن جنودها …»."""
        within = self.scene.form(r.first - 1) in self.scene.words.locative
        return within and self.casting.type_of(r.entities[0]) == "LOC"

    def _is_regular(self, i: int) -> bool:
        """Whether the noun at token ``i`` is one for a state's soldiers."""
        hit = self.scene.layer_hit(i, "deixis")
        return hit is not None and bool(hit.senses[0].entry.get("regular"))

    def _is_met(self, r: Reference) -> bool:
        """Whether somebody is named whom the speaker met: «قال كير بعد لقائه كيري | إن بلاده …»."""
        near = range(max(r.first - _MET, 0), r.first)
        talks = (s for k in near for s in self.scene.page.layer(k, "event") if s.pos in ("noun", "masdar"))
        return self._is_person(r) and any(s.entry.get("event") == "CONSULT" for s in talks)

    def _national(self, i: int) -> str | None:
        """The state of an official without a name whom the sentence speaks of: «أقر قائد عسكري روسي بانسحاب وحداته»."""
        sentence = self.scene.page.sentences[self.scene.page.sentence_of[i]]
        return next((s for k in range(i - 1, sentence.first, -1) if (s := self._of_office(sentence.first, k))), None)

    def _nation(self, first: int, i: int) -> str | None:
        """The state of the first official without a name behind token ``first``: «قال الوزير الكيني إن بلاده …»."""
        return next((s for k in range(first + 1, i) if (s := self._of_office(first, k))), None)

    def _of_office(self, first: int, k: int) -> str | None:
        """The state of the adjective at ``k`` behind an office not before token ``first``."""
        side = self.scene.nisba_side(k)
        held = is_state(side) and any(self._holds_office(n) for n in range(max(k - _TITLE, first), k))
        return f"loc.{side}" if held or (is_state(side) and self._is_force(k - 1)) else None

    def _is_force(self, n: int) -> bool:
        """Whether forces without a name are told of at token ``n``: «قوات | إسرائيلية بإطلاق نيران مدفعيتها»."""
        hit = self.scene.layer_hit(n, "deixis")
        return hit is not None and any(s.entry.get("of") == "army" and s.number == "pl" for s in hit.senses)

    def _holds_office(self, n: int) -> bool:
        """Whether somebody in office, or a source right behind a verb of speech, is told of at token ``n``."""
        source = self.scene.is_told(n) and self.scene.layer_hit(n, "informant") is not None
        return source or self.scene.role(n) is not None

    def _is_unread(self, inner: int) -> bool:
        """Whether nobody has read the name of who says what the clause at ``inner`` tells: «قال فلان | إن جيشه …»."""
        teller = inner - 1
        told = self.scene.form(inner) in self.scene.words.complementisers and self.scene.is_arabic(teller)
        told = told and not self.scene.is_verb(teller) and self.scene.is_verb(teller - 1)
        return told and not (self._holds_office(teller) or self.scene.page.layer(teller, "crowd"))

    def _first_before(self, told: list[Reference]) -> list[Reference]:
        """The first of the last sentence in which any of those told is named."""
        sentence = self.scene.page.sentence_of
        return [r for r in told if sentence[r.first] == sentence[told[-1].first]][:1]

    def _others(self, first: int, i: int, pronoun: str) -> bool:
        """Whether people without a name stand between, whose the noun may be: «مجموعة مسلحة … عناصرها».

        One man is no «ها», nor are several: «أفرجت الحركة عن ثلاثين موظفا … مقاتلوها».
        """
        page = self.scene.page
        hits = (page.phrase(k, "crowd") for k in range(first, i))
        named = any(h is not None and h.senses[0].entry.get("agent") for h in hits)
        words = range(first, i) if pronoun != "ها" else [k for k in range(first, i) if page.form(k).endswith(_FEMININE)]
        group = (k for k in words if not (pronoun == "ها" and self._is_counted(k)))
        return named or any(s.entry.get("agent") for k in group for s in page.layer(k, "crowd"))

    def _is_counted(self, k: int) -> bool:
        """Whether a number makes an accusative of one of several: «ثلاثين | موظفا»."""
        return self.scene.form(k).endswith("ا") and bool(self.scene.page.layer(k - 1, "number"))

    def _clause(self, i: int) -> int:
        """Where the innermost clause with «أن» begins in which token ``i`` stands, or its sentence."""
        first = self.scene.page.sentences[self.scene.page.sentence_of[i]].first
        words = self.scene.words.complementisers
        return next((k for k in range(i - 1, first, -1) if self.scene.form(k) in words), first)

    def _can_own(self, r: Reference, of: str) -> bool:
        """Whether one with a side can have it: fighters a body or the head of a party, a country no state."""
        if r.how == "possessive":
            return of in ("army", "government")  # «إن بلاده لم تهاجم …، وإن قواتها أسقطت …»
        kind, side = self.casting.type_of(r.entities[0]), self.casting.side_of(r.entities[0])
        body = kind == "ORG" and r.entities[0] not in self.casting.outlets
        town = kind == "LOC" and not is_country(r.entities[0])  # «كابول - أعلنت إيساف مقتل أربعة من جنودها»
        if town or (kind == "ORG" and not body):
            return False
        if of == "voice":
            return body
        if of == "party":
            return body or (kind == "PER" and side is not None and not is_state(side))
        if of in _LANDS:
            return is_state(side) and (of == "soil" or kind != "LOC")  # «اتهمت رواندا الجيش الكونغولي بقصف أراضيها»
        return body or side is not None

    def _is_person(self, r: Reference) -> bool:
        return self.casting.type_of(r.entities[0]) == "PER"

    def _is_party(self, entity: str) -> bool:
        """Whether an entity is a body on a side that is no state's."""
        side = self.casting.side_of(entity)
        return self.casting.type_of(entity) == "ORG" and side is not None and not is_state(side)

    def _agrees(self, r: Reference, pronoun: str) -> bool:
        """Whether a pronoun can stand for a reference by its gender, as far as the form of that tells."""
        first = next((k for k in range(r.first, r.last) if self.casting.at.get(k) == r.entities[0]), r.first)
        held = self._is_person(r) or r.how == "role"  # «الرئيس الإريتري» has «قواته»
        form = self.scene.form(r.first if held else first)
        if held:
            role = self.scene.role(r.first)
            feminine = role is not None and form.endswith("ه")
            if feminine == (pronoun == "ها") or not self._is_party(r.entities[0]):
                return feminine == (pronoun == "ها")
            form = self.scene.form(first)  # «المتحدث باسم الجبهة … مقاتليها»
        if form.endswith(_PLURAL) and self.casting.type_of(r.entities[0]) == "ORG":
            return pronoun == "هم"
        if form.endswith(_FEMININE):
            return pronoun == "ها"
        listed = self.casting.type_of(r.entities[0]) == "LOC" or self.scene.layer_hit(first, "body") is None
        return pronoun == "ه" or (listed and pronoun == "ها")

    def _party(self, owner: str, side: str | None) -> str | None:
        """The body of a party: the owner, else the first that the text names."""
        if self.casting.type_of(owner) == "ORG":
            return owner
        pairs = zip(self.casting.found, self.casting.ids, strict=True)
        return next((e for f, e in pairs if f.type == "ORG" and f.side == side), None)
