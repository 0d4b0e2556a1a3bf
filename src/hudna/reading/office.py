"""Offices and the persons who hold them: «وزير الخارجية الروسي سيرغي لافروف», «نظيره الفرنسي», «الرئيس»."""

from dataclasses import dataclass, replace

from hudna.lexicon import Hit
from hudna.reading.known import known_at, listed_at
from hudna.reading.organisation import body_at
from hudna.reading.person import name_end, name_start, opened_name, ranked_name, strength
from hudna.reading.place import place_at
from hudna.reading.scene import Found, Office, Scene, side_of

_LONGEST = 12  # tokens between an office and its holder
_NEAR = 4  # words after an office among which the adjective of its state still belongs to it
_BRACKETS = 8  # tokens between brackets that may stand before the name
_COMMAS = frozenset("،,")
_LINKS = frozenset({"في", "لدي", "باسم", "بلسان", "الي", "لشوون", "عن", "ب"})
_AFTER = frozenset(
    {
        "حديثا",
        "موخرا",
        "سابقا",
        "المعين",
        "المنتهيه",
        "ولايته",
        "بالانابه",
        "بالوكاله",
        "السابق",
        "السابقه",
        "الحالي",
        "الحاليه",
    }
)


@dataclass(frozen=True, slots=True)
class Held:
    """An office phrase, with its holder where the text names one.

    Attributes:
        office: the office and its state or party.
        kind: office, rank, address, kin or counterpart.
        first: first token.
        last: one past its last token, the name excluded.
        number: "sg", "du" or "pl".
        definite: with the article, or completed by a state or body.
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


def held_at(scene: Scene, i: int) -> Held | None:
    """The office phrase that begins at token ``i``."""
    hit = scene.role(i)
    if hit is None:
        return None
    sense = hit.senses[0]
    walk = _Walk(scene, hit)
    walk.run()
    office = Office(sense.entry.id, bool(sense.entry.get("unique")), walk.of, hit.first, walk.last, sense.cut)
    kind = sense.entry.get("kind")
    name = walk.name
    if name:
        walk.inside += [p for p in walk.pending if p not in walk.inside]
        named = office if kind in ("office", "rank", "counterpart") else None
        name = replace(name, side=walk.of or name.side, office=named, begin=hit.first, end=name.last)
    definite = any(scene.is_definite(k) for k in range(hit.first, hit.last)) or bool(walk.of) or bool(walk.inside)
    number = sense.number or _number(scene.form(hit.first))
    return Held(office, kind, hit.first, walk.last, number, definite, name, tuple(walk.inside))


def _is_family(scene: Scene, k: int) -> bool:
    """Whether a definite word after a title and a given name is a family name: «الدكتور سامي الصالح»."""
    form, words = scene.form(k), scene.words
    taken = words.is_function(form) or words.is_description(form) or form in words.qualifiers or form in words.generic
    return scene.is_arabic(k) and form.startswith("ال") and not taken and not scene.nisba(k) and not scene.role(k)


def _after_brackets(scene: Scene, k: int) -> int:
    for end in range(k + 1, k + 1 + _BRACKETS):
        if scene.form(end) == ")":
            return end + 1
    return k + _LONGEST


def _number(form: str) -> str:
    return "du" if form.endswith(("ان", "يرا", "يري")) else "sg"


class _Walk:
    """From an office to its holder, word by word."""

    def __init__(self, scene: Scene, hit: Hit) -> None:
        self.scene = scene
        self.head = hit
        self.of: str | None = None
        self.inside: list[Found] = []
        self.pending: list[Found] = []
        self.name: Found | None = None
        self.last = hit.last

    def run(self) -> None:
        scene, k = self.scene, self.head.last
        state = place_at(scene, k - 1) if k - self.head.first > 1 else None
        if state and state.last > k:  # «رئيس الجمهورية اليمنية»
            self.inside.append(state)
            self.of, k = state.side, state.last
            self.last = k
        loose = False  # words taken that belong to the phrase only if a name follows
        while k < self.head.last + _LONGEST and k < len(scene.page.tokens):
            if scene.form(k) in _COMMAS:
                self._apposition(k)
                return
            if scene.form(k) == "(":
                k = _after_brackets(scene, k)
                continue
            if not scene.is_arabic(k):
                return
            if self._holder(k):
                return
            step = self._complement(k)
            if step:
                k = step
                if not loose or k <= self.head.last + _NEAR:
                    self.last = k
                continue
            form = scene.form(k)
            if form in _LINKS and k + 1 < len(scene.page.tokens) and self._linked(k + 1):
                k, loose = self._linked(k + 1), True
            elif form in scene.words.qualifiers or form in _AFTER or scene.words.is_description(form):
                k += 1
                if not loose:
                    self.last = k
            elif form.startswith("ال") and form not in scene.words.function and not scene.is_verb(k):
                k, loose = k + 1, True
            elif form.startswith("و") and scene.role(k) and scene.role(k).senses[0].clitics == "و":  # type: ignore[union-attr]
                k, loose = scene.role(k).last, True  # type: ignore[union-attr]
            elif self._is_construct(k):
                k, loose = k + 1, True
            elif scene.role(k) and not scene.role(k).senses[0].clitics:  # type: ignore[union-attr]
                k, loose = scene.role(k).last, True  # type: ignore[union-attr]
            else:
                return

    def _is_construct(self, k: int) -> bool:
        """Whether an indefinite noun goes on with the phrase: «رئيس بلدية …», «الناطق باسم مجلس قيادة …»."""
        scene, form = self.scene, self.scene.form(k)
        if form in scene.words.function or scene.is_verb(k) or scene.is_definite(k):
            return False
        before = scene.form(k - 1)
        return (
            before in _LINKS
            if k == self.head.last and scene.is_definite(self.head.first)
            else not scene.is_definite(k - 1)
        )

    def _complement(self, k: int) -> int | None:
        scene = self.scene
        nisba = scene.nisba_hit(k)
        if nisba and not nisba.senses[0].clitics:
            self.of = self.of or side_of(nisba.senses[0].entry)
            return nisba.last
        body = body_at(scene, k)
        known = known_at(scene, k, "LOC", "ORG", "FAC")
        for found in (body, known) if body and not (known and known.last >= body.last) else (known,):
            if found and not (found.bare and not found.kind) and not self._is_apart(k, found):
                self.inside.append(found)
                self.of = self.of or found.side
                return found.last
        return None

    def _linked(self, k: int) -> int:
        """One past a place or body after a preposition; it belongs to the phrase only if a name follows («السفير في عمان سامي …»)."""
        place = known_at(self.scene, k, "LOC", "FAC")
        if place and not place.cut:
            self.pending.append(place)
            return place.last
        return self._complement(k) or 0

    def _is_apart(self, k: int, found: Found) -> bool:
        """Whether a name with a particle is no complement: «الرئيس وأرمينيا», «زيارة الرئيس لباريس»."""
        if not found.cut:
            return False
        return self.scene.form(k)[0] in "وف" or (found.type == "LOC" and k == self.head.last)

    def _holder(self, k: int) -> bool:
        scene = self.scene
        known = known_at(scene, k, "PER", placed=True)
        if known and not known.cut:
            end = max(known.last, name_end(scene, k)) if known.field == "family" else known.last
            self.name = replace(known, last=end, rule="mention.role-name")
            return True
        if known_at(scene, k, "LOC", "ORG", "FAC") or body_at(scene, k):
            return False
        kind = self.head.senses[0].entry.get("kind")
        if name_start(scene, k) == 0 and not listed_at(scene, k):
            end = name_end(scene, k)
            if end == k + 1 and kind in ("rank", "address") and _is_family(scene, end):
                end += 1
            if end > k and (end > k + 1 or not scene.is_definite(k) or scene.form(k).endswith("ي")):
                self.name = Found(k, end, "PER", "mention.role-name")
                return True
        if kind in ("rank", "address") and k == self.head.last and scene.is_definite(k - 1):
            end = ranked_name(scene, k)
            if end > k + 1:
                self.name = Found(k, end, "PER", "mention.role-name")
                return True
        end = opened_name(scene, k) if self.of or scene.is_definite(self.head.last - 1) else k
        if end > k and not listed_at(scene, k + 1) and not known_at(scene, k + 1):
            self.name = Found(k, end, "PER", "mention.role-name")
        return self.name is not None

    def _apposition(self, k: int) -> None:
        scene = self.scene
        if not scene.is_arabic(k + 1):
            return
        known = known_at(scene, k + 1, "PER", placed=True)
        if known and not known.cut:
            self._holder(k + 1)
        elif name_start(scene, k + 1) == 0 and not known_at(scene, k + 1):
            end = name_end(scene, k + 1)
            if end - k > 2 and strength(scene, k + 1, end) > 1:  # noqa: PLR2004 - two words after the comma
                self.name = Found(k + 1, end, "PER", "mention.role-name")
        elif (self.of or self.inside) and (end := opened_name(scene, k + 1)) > k + 1:
            if not known_at(scene, k + 1):
                self.name = Found(k + 1, end, "PER", "mention.role-name")
