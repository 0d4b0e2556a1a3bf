"""The holder of an office, where a name stands behind its words or behind a comma."""

from dataclasses import replace

from hudna.lexicon import Hit
from hudna.reading.asked_name import opened_name, ranked_name, spoken_end, spoken_name, told_name
from hudna.reading.known import known_at, listed_at
from hudna.reading.organisation import body_at
from hudna.reading.person import is_dual, name_end, name_start, strength
from hudna.reading.scene import Found, Scene, is_state

_TITLES = frozenset({"rank", "address"})  # kinds of entries in roles.yaml that stand right before a name


class Phrase:
    """The words of an office as far as they are read, and the holder whom they ask for.

    Attributes:
        head: the word or phrase for the office.
        kind: office, rank, address, kin or counterpart.
        of: the state or party that it is of.
        inside: bodies and places that it names.
        last: one past its last token.

    """

    def __init__(self, scene: Scene, head: Hit) -> None:
        """Begin with the word for the office, of nobody yet."""
        self.scene = scene
        self.head = head
        self.kind = str(head.senses[0].entry.get("kind"))
        self.of: str | None = None
        self.inside: list[Found] = []
        self.last = head.last

    def holder(self, k: int) -> Found | None:
        """The holder whose name begins at ``k``."""
        scene = self.scene
        known = known_at(scene, k, "PER", placed=True)
        if known and not known.cut and (not self._is_namesake(known) or self._is_of_another_state(known)):
            return None if self._is_of_another_state(known) else self._known_holder(known)
        if (end := spoken_name(scene, k)) > k:
            return Found(k, end, "PER", "mention.role-name")
        if known_at(scene, k, "LOC", "ORG", "FAC") or body_at(scene, k) or is_dual(scene, k):
            return None
        end = max(self._closed(k), self._titled(k)) or self._opened(k)
        if end < k + 2:  # one word, or none
            end = max(end, self._told(k))
        end = spoken_end(scene, end) if end else end
        if end == k + 1 and not self._may_be_alone(k):
            return None
        return Found(k, end, "PER", "mention.role-name") if end else None

    def _is_of_another_state(self, known: Found) -> bool:
        """Whether a person of the lexicon holds no office of this state: «استقبل الرئيس السوري نوري المالكي»."""
        full = known.last - known.first > 1 or self._is_named_in_full(known)  # «طالب ملك الأردن | نتنياهو ب…»
        return full and is_state(known.side) and is_state(self.of) and known.side != self.of

    def _is_namesake(self, known: Found) -> bool:
        """Whether one of that family holds an office of others: «القيادي في القاعدة صالح نبهان»."""
        short = known.field in ("family", "weak") and known.last == known.first + 1
        sides = (known.side, self.of)
        return short and None not in sides and known.side != self.of and is_state(known.side) == is_state(self.of)

    def apposition(self, k: int) -> Found | None:
        """The holder whose name begins at ``k``, after a comma: two sure words at least."""
        scene = self.scene
        known = known_at(scene, k, "PER", placed=True) if scene.is_arabic(k) else None
        if known and not known.cut:
            return self.holder(k)
        if not scene.is_arabic(k) or known_at(scene, k):
            return None
        if name_start(scene, k) == 0:
            end = name_end(scene, k)
            end = self._told(k) or end if end == k + 1 else end
            told = end > k + 1 and (strength(scene, k, end) > 1 or self._told(k) == end)
        else:
            end = opened_name(scene, k)
            told = end > k and bool(self.of or self.inside)
        return Found(k, end, "PER", "mention.role-name") if told else None

    def _known_holder(self, known: Found) -> Found:
        """A person of the lexicon, or another of that name: «نائب الوزير صالح حسين الزوعري», «النقيب صالح نبهان»."""
        scene, k = self.scene, known.last
        end = max(name_end(scene, known.first), spoken_name(scene, known.first)) if k == known.first + 1 else k
        if end <= k:
            return replace(known, rule="mention.role-name")
        another = known.field in ("family", "weak") and not self._is_named_in_full(known)
        # «علي» folds like «على»
        if another or scene.form(k) in scene.words.given or scene.form(k) in scene.words.function:
            return Found(known.first, end, "PER", "mention.role-name")
        return replace(known, last=end if known.field == "family" else k, rule="mention.role-name")

    def _is_named_in_full(self, known: Found) -> bool:
        """Whether the text has the whole name of a person of the lexicon somewhere."""
        hits = (h for held in self.scene.page.names.values() for h in held if h.last - h.first > 1)
        return known.entry is not None and any(s.entry.id == known.entry.id for h in hits for s in h.senses)

    def _may_be_alone(self, k: int) -> bool:
        """Whether one word can be the whole name: «الجنرال أدورنو», not «مسؤولون رفيعو المستوى», «الرئيس ضاحكا»."""
        scene, form = self.scene, self.scene.form(k)
        if form in scene.words.given:
            return True
        number = self.head.senses[0].number or number_of(scene.form(self.head.first))
        told = self._is_definite() or self.of is not None or bool(self.inside) or self.kind == "rank"
        feminine = scene.page.raw(k, k + 1).endswith("ة")
        return number == "sg" and told and not feminine and not form.startswith(("و", "لا", "با"))

    def _closed(self, k: int) -> int:
        """One past a name at ``k`` that begins with a part of names or an unknown word, 0 for none."""
        scene = self.scene
        if name_start(scene, k) != 0:
            return 0
        end, listed = name_end(scene, k), listed_at(scene, k)
        if listed and (end <= listed.last or (scene.form(k) not in scene.words.given and not self.of)):
            return 0  # «سالم» is a town too, «سالم بن راشد» is none
        if end == k + 1 and self.kind in _TITLES and _is_family(scene, end):
            end += 1
        alone = end == k + 1 and scene.is_definite(k) and not scene.form(k).endswith("ي")
        return end if end > k and not alone else 0

    def _titled(self, k: int) -> int:
        """One past a name of two words or more right after a rank or form of address, 0 for none."""
        if self.kind not in _TITLES or k != max(self.head.last, self.last) or not self._is_definite():
            return 0
        end = ranked_name(self.scene, k)
        return end if end > k + 1 else self._of_known_family(k)

    def _of_known_family(self, k: int) -> int:
        """One past a name at ``k`` of whose family the lexicon knows another: «الجنرال نك | كارتر»; 0 for none."""
        scene = self.scene
        unread = scene.is_native(k) and not scene.page.senses[k] and scene.form(k) not in scene.words.function
        family = known_at(scene, k + 1, "PER") if unread and scene.is_arabic(k + 1) else None
        short = family is not None and family.last == k + 2 and not family.cut
        return k + 2 if short else 0

    def _opened(self, k: int) -> int:
        """One past a name at ``k`` that begins with a word of the language, 0 for none."""
        scene = self.scene
        if not self.of and not (scene.is_definite(self.head.last - 1) or (self.kind == "rank" and self._is_definite())):
            return 0
        end = opened_name(scene, k)
        return end if end > k and not listed_at(scene, k + 1) and not known_at(scene, k + 1) else 0

    def _told(self, k: int) -> int:
        """One past a name at ``k`` that only its given name, the office and what follows tell, 0 for none."""
        if not (self.of or self.inside or self._is_definite()):
            return 0
        end = told_name(self.scene, k, titled=True)
        return end if end > k else 0

    def _is_definite(self) -> bool:
        """Whether the words of the office have the article: «الفريق أول» as well as «العقيد»; «د.» needs none."""
        if len(self.scene.form(self.head.first)) == 1:
            return True
        return any(self.scene.is_definite(k) for k in range(self.head.first, self.head.last))


def number_of(form: str) -> str:
    """Number of the first word of a fixed phrase: «وزيرا خارجية» is dual, «وزراء خارجية» plural."""
    if form.endswith("اء"):
        return "pl"
    return "du" if form.endswith(("ان", "يرا", "يري")) else "sg"


def _is_family(scene: Scene, k: int) -> bool:
    """Whether a definite word after a title and a given name is a family name: «الدكتور سامي الصالح»."""
    form, words = scene.form(k), scene.words
    taken = words.is_function(form) or words.is_description(form) or form in words.qualifiers or form in words.generic
    taken = taken or form.endswith("ه")  # «وصف العميد رادفور المرحلة …»
    return scene.is_arabic(k) and form.startswith("ال") and not taken and not scene.nisba(k) and not scene.role(k)
