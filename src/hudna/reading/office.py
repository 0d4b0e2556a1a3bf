"""Offices and the persons who hold them: «وزير الخارجية الروسي سيرغي لافروف», «نظيره الفرنسي», «الرئيس»."""

import re
from dataclasses import dataclass, replace

from hudna.lexicon import Hit
from hudna.reading.asked_name import branch_end
from hudna.reading.holder import Phrase, number_of
from hudna.reading.known import MEDIA, known_at
from hudna.reading.organisation import body_at
from hudna.reading.person import name_start
from hudna.reading.place import place_at
from hudna.reading.scene import Found, Office, Scene, side_of
from hudna.text import COMMAS, QUOTES

_LONGEST = 12  # tokens between an office and its holder
_NEAR = 4  # words after an office among which the adjective of its state still belongs to it
_BRACKETS = 8  # tokens between brackets that may stand before the name
_ABBREVIATED = frozenset("./")  # marks after a title of one letter
_VERBAL_NOUN = re.compile("ال(ا[نست]?.{2,3}ا.|ت..ي.)")  # forms II, VII, VIII and X: «الاقتراح», «التوقيع»


@dataclass(frozen=True, slots=True)
class Held:
    """An office phrase, with its holder where the text names one.

    Attributes:
        office: the office and its state or party.
        kind: office, rank, address, kin or counterpart.
        first: first token.
        last: one past its last token, the name excluded.
        number: "sg", "du" or "pl".
        definite: with the article, or completed by a definite noun, a state or a body; «مسؤول أميركي» is not.
        name: the holder.
        inside: bodies and places that the phrase names.

    """

    office: Office
    kind: str
    first: int
    last: int
    number: str
    definite: bool
    name: Found | None
    inside: tuple[Found, ...]


def held_at(scene: Scene, hit: Hit) -> Held:
    """The office phrase that begins with a word for an office."""
    sense = hit.senses[0]
    walk = _Walk(scene, hit)
    walk.run()
    office = Office(_post(scene, hit), bool(sense.entry.get("unique")), walk.of, hit.first, walk.last, sense.cut)
    name = walk.name
    if name:
        walk.inside += [p for p in walk.pending if p not in walk.inside]
        named = office if walk.kind in ("office", "rank", "counterpart") else None
        name = replace(name, side=walk.of or name.side, office=named, begin=hit.first, end=name.last)
    definite = any(scene.is_definite(k) for k in range(hit.first, min(hit.last + 1, walk.last)))
    definite = definite or any(f.first == hit.last for f in walk.inside)
    number = sense.number or number_of(scene.form(hit.first))
    return Held(office, walk.kind, hit.first, walk.last, number, definite, name, tuple(walk.inside))


def _post(scene: Scene, hit: Hit) -> str:
    """The id of the office; «رئيس» before a noun that is no state is the head of some body, not of a state."""
    entry = hit.senses[0].entry
    if entry.id != "president" or scene.is_definite(hit.first):
        return entry.id
    of_state = known_at(scene, hit.last, "LOC") or scene.nisba(hit.last)
    return entry.id if of_state else "chair"


class _Walk(Phrase):
    """From an office to its holder, word by word.

    What belongs to the phrase only if a name follows («رئيس اللجنة العليا للانتخابات عماد …») does not move ``last``.
    """

    def __init__(self, scene: Scene, hit: Hit) -> None:
        super().__init__(scene, hit)
        self.pending: list[Found] = []
        self.name: Found | None = None
        self.loose = False

    def run(self) -> None:
        """Go on until the holder is found, or a word that cannot stand before one."""
        scene, k = self.scene, self._after_state()
        if self.kind == "rank":
            k = self.last = branch_end(scene, k)
        if (served := self._served(k)) is not None:
            self.of, self.last = served.side, served.last
            k = served.last
        while k < self.head.last + _LONGEST and k < len(scene.page.tokens):
            if scene.form(k) in COMMAS:
                self.name = self.apposition(k + 1)
                return
            if scene.form(k) == "(":
                k = _after_brackets(scene, k)
                continue
            if scene.form(k) in QUOTES and self.inside and (closed := _after_quoted(scene, k)) is not None:
                k = closed
                continue
            if scene.form(k) in _ABBREVIATED and len(scene.form(k - 1)) == 1:
                k = self.last = k + 1  # «د. سامي …»
                continue
            self.name = self.holder(k) if scene.is_arabic(k) else None
            step = self._step(k) if scene.is_arabic(k) and not self.name else None
            if step is None:
                return
            k = step

    def _served(self, k: int) -> Found | None:
        """The person whose envoy, deputy or adviser it is: «مبعوث | ترامب إلى الشرق الأوسط ستيف ويتكوف»."""
        bare = k == self.head.first + 1 and not self.scene.is_definite(self.head.first)
        serves = bare and self.head.senses[0].entry.get("serves") and self.head.senses[0].number != "pl"
        person = known_at(self.scene, k, "PER") if serves and self.scene.is_arabic(k) else None
        return person if person is not None and not person.cut else None

    def _after_state(self) -> int:
        """Where to go on: after the state in the fixed phrase «رئيس الجمهورية», as in «رئيس الجمهورية اليمنية»."""
        k = self.head.last
        state = place_at(self.scene, k - 1) if k - self.head.first > 1 else None
        if state and state.last > k:
            self.inside.append(state)
            self.of, self.last = state.side, state.last
        return self.last

    def _step(self, k: int) -> int | None:
        """One past what goes on with the phrase at ``k``, or None."""
        scene, form = self.scene, self.scene.form(k)
        if self._is_another_office(k):
            return None
        end = None if self._is_rank(k) else self._complement(k)
        if end:
            if not self.loose or end <= self.head.last + _NEAR:
                self.last = end
            return end
        numbered = form in scene.words.ordinals and k == self.last  # «نائبه الأول فلان»
        if numbered or form in scene.words.qualifiers or form in scene.words.tenure or scene.words.is_description(form):
            if not self.loose:
                self.last = k + 1
            return k + 1
        other = known_at(scene, k, "LOC") or body_at(scene, k)
        if other and self._is_other(k, other):
            return None  # «مسؤول أميركي إيران», «الناطق باسم الحكومة المتمردين»
        self.loose = True
        return self._loose_step(k)

    def _is_rank(self, k: int) -> bool:
        """Whether a rank with its holder follows and no body: «المتحدث الأمني اللواء سامي …»."""
        role = self.scene.role(k) if self.loose else None
        rank = role is not None and role.senses[0].entry.get("kind") == "rank"
        return rank and name_start(self.scene, branch_end(self.scene, role.last if role else k)) == 0

    def _is_another_office(self, k: int) -> bool:
        """Whether another's office begins: «التقى الرئيس التركي | نظيره الروسي», «… | وزير الدفاع العراقي»."""
        role = self.scene.role(k)
        sense = role.senses[0] if role else None
        if role is None or sense is None:
            return False
        kind = sense.entry.get("kind")
        if sense.clitics[-1:] == "ب":
            return kind in ("office", "counterpart")  # «اجتمع المبعوث | بالرئيس فلان»
        if sense.clitics:
            return False
        return kind == "counterpart" or (kind == "office" and self._is_of_another(role.last))

    def _loose_step(self, k: int) -> int | None:  # noqa: PLR0911 - a list of decisions
        scene, form = self.scene, self.scene.form(k)
        if scene.is_definite(self.head.first) and self._is_deed(k):
            return None  # «أدان الوزير | الهجوم الروسي»
        linked = self._linked(k + 1) if form in scene.words.links else None
        if end := linked or self._joined_body(k) or self._matter(k):
            return end
        role = scene.role(k)
        if role and role.last > k + 1 and not role.senses[0].clitics:
            return role.last  # «نائب | مساعد وزير الخارجية الأمريكي …»
        if role and role.senses[0].entry.get("kind") == "rank" and not role.senses[0].clitics:
            return branch_end(scene, role.last)
        if form.startswith(("ال", "بال", "لل")) and form not in scene.words.function and not scene.is_verb(k):
            return k + 1
        if role and role.senses[0].clitics == "و":
            if self._is_of_another(role.last):
                return None  # «وزير الدفاع الصومالي وقائد القوات الأمريكية فلان»
            return role.last  # «نائب وزير الدفاع وقائد القوات الجوية …»
        body = scene.layer_hit(k, "body")
        if body and body.senses[0].clitics == "ب":
            return body.last  # «الناطق برئاسة الجمهورية …»
        if self._is_construct(k) or (not body and self._is_joined(k)):
            return k + 1
        return role.last if role and not role.senses[0].clitics else None

    def _is_deed(self, k: int) -> bool:
        """Whether a definite noun for a deed or another matter stands at ``k``, which describes nobody."""
        form = self.scene.form(k)
        deed = any(s.pos in ("noun", "masdar") and s.definite for s in self.scene.page.layer(k, "event"))
        return deed or form in self.scene.words.matters or _VERBAL_NOUN.fullmatch(form) is not None

    def _is_of_another(self, k: int) -> bool:
        """Whether the office that ends at ``k`` is that of another state than this one.

        «حث وزير الخارجية البريطاني | زعماء أفغانستان», «التقى قائد الحركة الشعبية | الرئيس عمر البشير».
        """
        kinds = ("ORG", "LOC", "PER") if self.scene.is_definite(k - 1) else ("ORG", "LOC")
        body = known_at(self.scene, k, *kinds)
        sides = (self.scene.nisba_side(i) for i in range(k, k + _NEAR) if self.scene.nisba(i))
        other = (body.side if body else None) or next(sides, None)
        return None not in (self.of, other) and self.of != other

    def _is_joined(self, k: int) -> bool:
        """Whether a further field of the office is told: «وزير الزراعة والموارد المائية …»."""
        scene = self.scene
        before = (scene.form(n) for n in range(self.head.last, k))
        charged = not scene.words.affairs.isdisjoint(before)  # «للشؤون الخارجية والأمنية»
        two = scene.form(k).endswith("ي") and scene.form(k - 1).endswith("ي")  # «المبعوث الأممي | والعربي …»
        two = two and scene.is_definite(k - 1) and self.head.senses[0].entry.get("serves")
        joined = scene.form(k).startswith("وال") and (charged or two or not scene.is_definite(self.head.first))
        return joined and not scene.is_verb(k) and not known_at(scene, k)

    def _is_construct(self, k: int) -> bool:
        """Whether an indefinite noun goes on with the phrase: «رئيس بلدية …», «الناطق باسم مجلس قيادة …»."""
        scene, form = self.scene, self.scene.form(k)
        if form in scene.words.function or scene.is_definite(k) or name_start(scene, k):
            return False  # «جندي إسرائيلي لشيرين …»: a particle and a name
        if any(s.pos == "masdar" and s.clitics[-1:] in ("ب", "ل") for s in scene.page.layer(k, "event")):
            return False  # «هدد زعيم بوكو حرام | بمهاجمة تشاد»
        body = scene.layer_hit(k, "body")
        if body and body.senses[0].clitics[:1] == "و":
            return False  # «مسؤولون محليون | وحركة طالبان»
        if scene.is_verb(k) and not (body and not body.senses[0].clitics):
            return False  # «إدارة» is both
        if k == self.head.last and scene.is_definite(self.head.first):
            return scene.form(k - 1) in scene.words.links
        return not scene.is_definite(k - 1)

    def _complement(self, k: int) -> int | None:
        """One past the state or body at ``k`` that the office is of."""
        scene = self.scene
        nisba = scene.nisba_hit(k)
        if nisba and not nisba.senses[0].clitics:
            self.of = self.of or side_of(nisba.senses[0].entry)
            return nisba.last
        body, known = body_at(scene, k), known_at(scene, k, "LOC", "ORG", "FAC")
        if known and known.type == "ORG" and scene.form(known.last) in scene.words.affairs:
            body = None  # «الممثلة العليا للاتحاد الأوروبي | للشؤون الخارجية»
        preferred = (body, known) if body and not (known and known.last >= body.last) else (known,)
        of_party = any(s.entry.get("fights") and s.entry.get("takes") == "name" for s in scene.page.layer(k, "body"))
        # «متحدث باسم | الحركة», «زعيم | الحركة فلان»
        spoken_for = scene.form(k - 1) in scene.words.spoken_for or (of_party and k == self.head.last)
        for found in preferred:
            of_body = found is not None and bool(found.kind or not found.bare or spoken_for)
            if found and of_body and not (self._is_apart(k, found) or self._is_other(k, found)):
                self.inside.append(found)
                self.of = self.of or found.side
                return found.last
        return None

    def _linked(self, k: int) -> int | None:
        """One past a place or body after a preposition; a place counts if a name follows: «السفير في عمان سامي …»."""
        if k >= len(self.scene.page.tokens):
            return None
        place = known_at(self.scene, k, "LOC", "FAC") or self._behind_head(k)
        if place and not place.cut:
            self.pending.append(place)
            joined = known_at(self.scene, place.last, "LOC")  # «إلى السودان وجنوب السودان»
            if joined and self.scene.form(joined.first).startswith("و") and joined.cut:
                self.pending.append(joined)
                return joined.last
            return place.last
        field = self.scene.form(k - 1) in self.scene.words.fields and self.scene.is_definite(k)  # «لشؤون | الشرق …»
        return self._complement(k) or (k + 1 if field else None)

    def _behind_head(self, k: int) -> Found | None:
        """The place behind a noun that needs one, or behind the talks that are called by it.

        «إلى منطقة | البحيرات الكبرى», «إلى محادثات | جنيف».
        """
        head = self.scene.layer_hit(k, "place_head")
        talks = any(s.entry.get("event") == "CONSULT" and not s.clitics for s in self.scene.page.layer(k, "event"))
        if not (talks or (head is not None and not head.senses[0].clitics)):
            return None
        return known_at(self.scene, k + 1, "LOC", "FAC", placed=True)

    def _joined_body(self, k: int) -> int | None:
        """One past a second body that sent him: «الوسيط المشترك للأمم المتحدة | والاتحاد الأفريقي في دارفور»."""
        sent = self.head.senses[0].entry.get("serves") and self.inside and self.inside[-1].last == k
        body = known_at(self.scene, k, "ORG") if sent and self.inside[-1].type == "ORG" else None
        if body is None or not (body.cut and self.scene.form(k).startswith("و")):
            return None
        self.pending.append(body)
        return body.last

    def _matter(self, k: int) -> int | None:
        """One past a matter that he is charged with, of two nouns: «مبعوث الاتحاد | لعملية السلام مارك أوتي»."""
        form, scene = self.scene.form(k), self.scene
        construct = form.startswith("ل") and not form.startswith("لل") and scene.form(k + 1).startswith("ال")
        if not construct or not scene.is_native(k) or known_at(scene, k) or name_start(scene, k) is not None:
            return None
        return k + 2 if scene.words.is_ordinary(form[1:]) else None

    def _is_apart(self, k: int, found: Found) -> bool:
        """Whether a name with a particle is no complement: «الرئيس وأرمينيا», «زيارة الرئيس لباريس»."""
        if not found.cut:
            return False
        if self.inside and found.entry is not None and found.entry.get("kind") in MEDIA:
            return True  # «قال المسؤول في الوزارة | لوكالة رويترز»
        return self.scene.form(k)[0] in "وف" or (found.type == "LOC" and k == self.head.last)

    def _is_other(self, k: int, found: Found) -> bool:
        """Whether another state stands right behind the state of the office: «اتهم قائد الجيش الباكستاني الهند …»."""
        construct = self.scene.is_definite(k - 1) and k > self.head.last and not self.scene.is_definite(self.head.first)
        closed = self.scene.is_definite(self.head.first) and self.scene.is_definite(k - 1)  # «دعا الوزير | الحكومة»
        if (construct or closed) and found.type == "ORG" and not found.cut and self.scene.is_definite(k):
            return True  # «اتهم حاكم المنطقة | القوات الأوكرانية»
        if self.loose and found.type == "ORG" and None not in (self.of, found.side) and self.of != found.side:
            return True  # «وصف الناطق باسم الجيش الصومالي مقاتلي حركة | الشباب ب…»
        if k != self.last:
            return False
        settled = self.inside != [] or self.of is not None
        apart = found.bare and settled and self.scene.is_definite(k) and self.scene.is_definite(k - 1)
        return apart or (None not in (self.of, found.side) and self.of != found.side)


def _after_quoted(scene: Scene, k: int) -> int | None:
    """One past one word between quotation marks, by which a body is called: «لحلف شمال الأطلسي "ناتو" | فلان»."""
    return k + 3 if scene.form(k + 2) in QUOTES and scene.is_arabic(k + 1) else None


def _after_brackets(scene: Scene, k: int) -> int:
    for end in range(k + 1, k + 1 + _BRACKETS):
        if scene.form(end) == ")":
            return end + 1
    return k + _LONGEST
