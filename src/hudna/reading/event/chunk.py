"""Chunks: the prepositional and bare noun phrases beside an event word, with whom they name, and how they grow."""

from dataclasses import replace
from typing import NamedTuple

from hudna.lexicon import Sense
from hudna.reading.cast import Reference
from hudna.reading.page import Page
from hudna.reading.particle import conjoined
from hudna.text import COMMAS, QUOTES, TokenKind

THROUGH = QUOTES | frozenset("()[]")  # marks that a phrase runs through
AND = frozenset({"و", "او"})  # as words of their own they join names
AGENT = "agent"  # preposition of the doer of a passive («من قبل», «على يد»)
ASIDE = "aside"  # preposition of those named to describe somebody else («الموالين ل…», «بدعم من …»): no party


class Chunk(NamedTuple):
    """A noun phrase and the preposition before it.

    Attributes:
        prep: normalised preposition, "" for a bare phrase, AGENT for «من قبل» and the like.
        first: its first token.
        last: one past its last token.
        references: whom or what it refers to, in order; adjectives of nationality included.
        crowd: English name of an unnamed agent that heads it («مسلحون» → gunmen), or None.
        thing: whether it is headed by something that is hit («مواقع», «منزل»).
        party: whether the unnamed agent is one that the armed party of a document may be («المتمردون»).
        headed: whether it begins with a name or with a word of events/crowd.yaml, not with a noun unknown here.

    """

    prep: str
    first: int
    last: int
    references: tuple[Reference, ...]
    crowd: str | None
    thing: bool
    party: bool = False
    headed: bool = True

    @classmethod
    def of(cls, reference: Reference) -> "Chunk":
        """The phrase that is one reference and nothing else."""
        return cls("", reference.first, reference.last, (reference,), None, thing=False)

    @property
    def full(self) -> bool:
        """Whether it names somebody by more than an adjective: «رهينة ألمانية» is not Germany."""
        return any(r.how != "nisba" for r in self.references)

    @property
    def adjectival(self) -> bool:
        """Whether it names somebody by adjectives of nationality alone."""
        return bool(self.references) and not self.full

    @property
    def named(self) -> tuple[Reference, ...]:
        """References other than adjectives of nationality, or those where there are no others."""
        full = tuple(r for r in self.references if r.how != "nisba")
        return full or self.references

    @property
    def entities(self) -> frozenset[str]:
        """Ids of all whom it names."""
        return frozenset(e for r in self.named for e in r.entities)


class Draft:
    """A chunk while it grows."""

    def __init__(self, prep: str, first: int) -> None:
        self.prep, self.first, self.last = prep, first, first
        self.references: list[Reference] = []
        self.crowd: str | None = None
        self.thing = self.party = self.against = self.unknown = False
        self.means = self.counted = self.office = self.definite = False
        self.strikes = False  # it is what strikes, without an owner so far: «طائرات حربية»
        self.words = self.heads = 0  # all of them, and those that do not count others
        self.after_comma = self.attached = False
        self.crowd_at = self.member_at = first
        self.masses = -1  # where people stand who are told by their number alone («العشرات»)
        self.quantity = -1  # where the last word stands that counts others («العديد»)
        self.more = -1  # where the last noun stands that is joined and has an owner of its own
        self.nobodys = False  # whoever is named behind the thing does not own it
        self.held = False  # a facility is named, and its holder comes next: «القاعدة الجوية التابعة ل…»
        self.joined: set[int] = set()  # where a name is one more («مسلحون وحركة …»), not what explains the noun

    def awaits(self, preposition: str) -> bool:
        """Whether the head says little by itself, and ``preposition`` brings its owner («عناصر من …»)."""
        if preposition == "من" and ((self.counted and not self.references) or self.quantity == self.last - 1):
            return True  # «أربعة من رجال الشرطة», «أوكرانيا والعديد من الدول»
        more = self.more == self.last - 1 and preposition in ("من", "عن")
        if more or (preposition == "من" and self._is_one_more()):
            return True  # «وفد من الحكومة ومندوبين عن الحركة», «الجيش ومسلحين من الحركة»
        if preposition == "عن" and self.means and self.crowd is None and not self.references:
            return True  # «ممثلون عن الحركة», «التقى بممثلين عن الحركة»
        if self.references or self.prep == "ب" or (self.definite and preposition == "من"):
            return False
        if preposition == "ل" and self.office and not self.prep:
            return True  # «النائب الأول لرئيس الوزراء …», «الأمين العام للحلف …»
        return (preposition == "من" and (self.crowd is not None or self.means)) or (
            preposition == "ل" and self.crowd is None and (self.thing or self.means)
        )

    def _is_one_more(self) -> bool:
        """Whether people without a name, joined to a name before them, stand last: «الجيش ومسلحين …»."""
        people = self.crowd is not None and self.crowd_at == self.last - 1
        return people and bool(self.references) and self.references[-1].last <= self.crowd_at

    def attach(self) -> None:
        """Let the name to come say whose the last people of the phrase are."""
        self.attached = True
        if self._is_one_more():
            self.more = self.crowd_at

    @property
    def may_be_owned(self) -> bool:
        """Whether nobody is named yet, so that «التابع ل» tells whose it is."""
        return self.prep != "ب" and not self.references

    def belongs(self, *, described: bool) -> bool:
        """Whether the phrase ends with people of whom nobody is named yet: «ضابط …», «فلان والأعضاء الدائمون …».

        ``described`` says that its last word is their adjective: «عناصر سابقة …», «قيادي بارز …».
        """
        end = self.last - 1 - described
        told = (self.crowd is not None and self.crowd_at == end) or self.member_at == end
        more = self.owns_more() and self.more >= self.last - 2  # behind them no more than an adjective
        return self.words > 0 and (more or (told and not self.references))

    def take(self, page: Page, i: int, reference: Reference | None) -> int:
        """Add token ``i``, or the whole reference that begins there; the next position."""
        taken = self._take_word(page, i) if reference is None else self._take_reference(page, i, reference)
        self.words += 1
        return taken

    def name(self, reference: Reference) -> int:
        """Put the name of a person in the place of the adjective right before it; the position behind."""
        self.references[-1], self.last = reference, reference.last
        return reference.last

    def _take_reference(self, page: Page, i: int, reference: Reference) -> int:
        if reference.how == "possessive" and not self.words:
            self.thing = any(s.entry.get("object") for s in page.layer(i, "crowd"))
        if reference.how == "nisba" and self.references and conjoined(page, i):
            reference = replace(reference, how="side")  # «القوات الإثيوبية والإريترية»
            if (other := self.references[-1]).how == "nisba" and other.last == i:
                self.references[-1] = replace(other, how="side")
        if self._are_apart(page, i, reference):
            self.references[-1] = replace(self.references[-1], how="side")  # «مفاوضين أميركيين ومبعوث الحركة فلانا»
        if reference.how == "nisba" and self.owns_more():
            reference = replace(reference, how="side")  # «مسؤولين سعوديين وقيادات حوثية»
        if not self.references or self._joins(page, i, reference):
            self.references.append(reference)
            self.strikes = False
            people = any(s.entry.get("agent") for s in page.layer(self.crowd_at, "crowd"))
            governed = people and self.crowd_at < i - 1 and conjoined(page, i - 1)
            if conjoined(page, i) or page.form(i - 1) == "و" or governed:  # «المتمردين ومواقع داعش»
                self.joined.add(reference.first)
        self.last = reference.last
        return max(reference.last, i + 1)

    def _are_apart(self, page: Page, i: int, reference: Reference) -> bool:
        """Whether people of a nation stand before «و» and somebody in full, so that its adjective is not his."""
        nation = self.listed_up_to(i) and self.references[-1].how == "nisba" and self.member_at == self.first
        people = self.means and any(s.number == "pl" for s in page.layer(self.first, "crowd"))
        return nation and people and reference.how in ("name", "role") and conjoined(page, i)

    def _take_word(self, page: Page, i: int) -> int:
        crowd = page.layer(i, "crowd")
        self.counted = page.tokens[i].kind is TokenKind.NUMBER or bool(page.layer(i, "number"))
        self.means = self.means or (self.counted and not self.words)
        self.heads += not (self.counted or any(s.entry.get("counts") for s in crowd))
        if not self.words:
            self.office = bool(page.layer(i, "role") or page.phrase(i, "role"))  # «وزيري خارجية»
        if self.masses >= 0 and page.form(i - 1) == "من" and i - 2 == self.masses and crowd:
            self.crowd, self.masses = None, -1  # «العشرات من | المسلحين»
        if crowd:
            joined = conjoined(page, i) or (self.words > 0 and self.counted_before(page, i))
            act = any(s.pos in ("noun", "masdar") for s in page.layer(i, "event"))  # «عدوان» is seldom two enemies
            for sense in (s for s in crowd if not (act and s.number == "du")):
                self._take_crowd(sense, i, joined=joined)
        if (hit := page.phrase(i, "crowd")) and hit.senses[0].entry.get("agent"):
            self.crowd = self.crowd or hit.senses[0].entry.get("en")
        self.last = i + 1
        return i + 1

    def counted_before(self, page: Page, i: int) -> bool:
        """Whether a joined number right before token ``i`` counts it: «الجنود وثلاثة مسلحين»."""
        if i <= self.first or not page.layer(i - 1, "number"):
            return False
        hedged = i - 2 > self.first and any(s.entry.get("kind") == "hedge" for s in page.layer(i - 2, "number"))
        return conjoined(page, i - 1 - hedged)  # «الجيش ونحو سبعة | مسلحين»

    def _take_crowd(self, sense: Sense, i: int, *, joined: bool) -> None:
        """Note what a reading of token ``i`` in events/crowd.yaml makes of the phrase."""
        entry = sense.entry
        self.unknown = self.unknown or bool(entry.get("unknown"))
        self.quantity = i if entry.get("counts") else self.quantity
        if sense.pronoun == "ه" or (self.crowd is not None and not joined):
            return  # «مسلحة», and «مجهولون» behind «مسلحون», are adjectives
        if entry.get("agent") and sense.number == "sg" and self.heads > 1 and not joined:
            return  # «الحكم العسكري», «هجوم إرهابي»
        if entry.get("both") and not (sense.definite and sense.number != "sg"):
            return  # «الطرفان», «الأطراف», not «طرف»
        more = self.more in (i - 1, i - 2)  # «القوات ومجموعة من المسلحين»
        if entry.get("agent") and (not self.references or joined or more):
            self.crowd = self.crowd or entry.get("en")
            self.crowd_at = i
            self.masses = i if entry.get("masses") else self.masses
            self.definite = sense.definite
            self.against = bool(entry.get("against")) and sense.number == "pl"
            anybody = (
                entry.get("nobody") or entry.get("articled")
            ) and not sense.definite  # «مسلحون» nobody spoke of before
            one = self.quantity == i - 1 >= self.first or (sense.number == "sg" and not sense.definite)
            anybody = anybody or (entry.get("bodies") and one)  # «إحدى الميليشيات», «ميليشيا تدعم الحكومة»
            self.party = self.party or (bool(entry.get("party")) and not anybody)
        elif entry.get("object") and self.heads == 1 and not self.references:
            self.thing = True
            self.nobodys = bool(entry.get("nobodys"))
        elif entry.get("means") and not sense.pronoun:  # «سحب قواتها من العراق»: the owner is told
            self.means, self.member_at = True, i
            self.strikes = self.strikes or (bool(entry.get("strikes")) and self.heads == 1)
            if joined and not entry.get("counts"):
                self._take_more(i)

    def _take_more(self, i: int) -> None:
        """Begin with more people of another side at token ``i``: «مسؤولون سعوديون وقيادات من حركة …»."""
        self.more = i
        if self.references and self.references[-1].how == "nisba":
            self.references[-1] = replace(self.references[-1], how="side")

    def _joins(self, page: Page, i: int, reference: Reference) -> bool:
        """Whether a further name is one more and no apposition («الرئيس هادي رئيس الجمهورية اليمنية»)."""
        if reference.how == "nisba" or all(r.how == "nisba" for r in self.references):
            return True
        if conjoined(page, i) or page.form(i - 1) in AND or self.after_comma or page.form(i - 1) in THROUGH:
            return True
        return self.governs_next(page, i) or self.owns_more() or (self.held and len(self.references) == 1)

    def owns_more(self) -> bool:
        """Whether the last noun is one that the name to come explains, behind a name of its own."""
        return bool(self.references) and self.references[-1].last <= self.more

    def governs_next(self, page: Page, i: int) -> bool:
        """Whether the noun right before ``i`` is joined to a name and governs the next: «الحركة وقوات فلان»."""
        return bool(self.references) and self.references[-1].last < i and conjoined(page, i - 1)

    def _headed(self) -> bool:
        return bool(
            self.crowd
            or self.means
            or self.thing
            or self.attached
            or (self.references and self.references[0].first == self.first)
        )

    def listed_up_to(self, i: int) -> bool:
        """Whether the last name of the phrase ends right before token ``i``."""
        return bool(self.references) and self.references[-1].last == i

    def lists(self, page: Page, i: int) -> bool:
        """Whether a further name may follow the comma at token ``i``: not behind «سليم حداد، وزير الصناعة، …»."""
        if not self.listed_up_to(i):
            return False
        return not any(page.form(k) in COMMAS for k in range(self.references[-1].first, i))

    def chunk(self) -> Chunk:
        """The phrase as it stands; a crowd that a name explains («مقاتلون من حركة …») is no agent beside it."""
        if self.against:  # «معارضو الحكومة» are not the government
            self.references = [r for r in self.references if r.first < self.crowd_at or r.how == "nisba"]
        if self.nobodys:
            self.references = []
        headed = self._headed()  # «جنود ميانمار» are people, whoever names them
        if self.crowd is not None and any(
            r.first > self.crowd_at and r.how != "nisba" and r.first not in self.joined for r in self.references
        ):
            self.crowd, self.party = None, False
        return Chunk(
            self.prep,
            self.first,
            max(self.last, self.first),
            tuple(self.references),
            self.crowd,
            self.thing,
            self.party and not self.unknown,
            headed,
        )
