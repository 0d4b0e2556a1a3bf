"""What an act of loss befell: the things behind it, before it, or those that its pronoun means."""

from hudna.reading.casualty.thing import ThingReader, Things
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.event.allegiance import OWNED, whose
from hudna.reading.layer_words import Word, Words
from hudna.text import COMMAS, STOPS

_WINDOW = 7  # words after a verb in which the thing may stand
_BEFORE = 7  # words before a verb in which the thing may stand as its subject
_THERE = 14  # words before a verb in which that stands which its pronoun means
_BESIDE = 4  # words of a thing before the adjective that tells of its loss
_TOLD = 60  # words before a verb in which those stand of whom «43 منها» are
_NEAR = 4  # words after a verb in which «فيه», «بها» may stand
_ENDS = STOPS | COMMAS
_TWO = "هما"
_PRONOUNS = ("ه", "ها", _TWO)
_BEHIND = ("و", "بال")  # of words with which no object begins: «دمرت بالكامل»
_OF_PEOPLE = ("وا", "ون")  # endings of a verb whose subject is people
_IN_IT = {"فيه": "ه", "به": "ه", "فيها": "ها", "بها": "ها"}  # where the act befell it, and the pronoun of it


class Struck:
    """Finds it on one page."""

    def __init__(self, victims: VictimReader, words: Words, things: ThingReader) -> None:
        self.victims = victims
        self.page, self.cast, self.prepositions = victims.page, victims.cast, victims.prepositions
        self.words, self.things, self.small = words, things, victims.grammar

    def by(self, act: Word, free: int, end: int) -> Things | None:
        """The things that an act befell; those before token ``free`` were told already."""
        if act.entry.get("needs") and not self._needed(act, end):
            return None
        if act.entry.get("own") and self._verb_at(act.last):
            return None  # «فقد قصفت»: the particle
        if act.entry.get("state"):
            return self._described(act, free)
        if act.pronoun and act.pos != "masdar":
            return self._meant(act, act.pronoun, free) if self._is_finite(act) else None
        return self._object(act, end) or self._subject(act, free) or self._meant(act, self._pronoun(act), free)

    def _verb_at(self, k: int) -> bool:
        return self.page.is_word(k) and any(s.pos == "verb" for s in self.page.senses[k])

    def _pronoun(self, act: Word) -> str:
        """The pronoun of what an act befell: «واشعلوا فيه النار», «أدى إلى تدميرها», «… السفينة بلغم وغرقت»."""
        if act.entry.get("weak") and act.entry.get("needs"):
            near = range(act.last, act.last + _NEAR)
            return next((p for k in near if (p := _IN_IT.get(self.page.form(k)))), "")
        if act.pos == "masdar":
            return "" if act.entry.get("through") or act.entry.get("own") else act.pronoun
        alone = act.entry.get("by_itself") and act.entry.get("only") and act.cut and act.tense == "past"
        return ("ها" if self.page.form(act.first).endswith("ت") else "ه") if alone else ""

    def _needed(self, act: Word, end: int) -> bool:
        """Whether a word that makes the verb one of loss follows in the clause: «سويت … بالأرض»."""
        return self.past_needed(act, end) > act.last

    def past_needed(self, act: Word, end: int) -> int:
        """One past the word that an act needs in its clause («تعرضت … لأضرار»), or past the act."""
        for k in range(act.last, min(end, act.last + 2 * _WINDOW)):
            if self.page.form(k) in _ENDS:
                break
            if self._is_needed(act, k):
                return k + 1
        return act.last

    def _is_needed(self, act: Word, k: int) -> bool:
        needs = tuple(act.entry.get("needs", ()))
        return bool(needs) and self.page.form(k).startswith(needs)

    def _is_finite(self, act: Word) -> bool:
        """Whether a word with a pronoun is a verb, not the noun that is spelt like it («سيطرتها», «بعد هدمها»)."""
        nouns = any(w.pos == "masdar" for w in self.words.all_at(act.first, "act"))
        joined = act.cut > 0 and self.page.form(act.first).startswith(("و", "ف"))
        return not (act.entry.get("through") or act.entry.get("own")) and (joined or not nouns)

    def _object(self, act: Word, end: int) -> Things | None:
        """The things behind an act; what strikes is passed over where it stands before what it struck."""
        doer: Things | None = None
        last = min(end, act.last + _WINDOW + 1)
        k = act.last
        while k < last and not self._clause_ends(act, k):
            things = self.things.at(k, end, object_mark=act.pos != "verb" or bool(act.entry.get("weak")))
            things = things or self._some_of(act, k)
            if things is None:
                k += 1
            elif doer is None and self._may_strike(act, things):
                doer, k, last = things, things.last, min(end, things.last + _WINDOW + 1)
            elif self._governs(act, things, passed=doer is not None):
                return things if fits(act, things) else None
            elif self._is_apart(things):
                k = things.last  # «عثر في الشقة على أسلحة»
            elif self._beside_people(act, things):
                return things if fits(act, things) else None
            elif self._joins(things):
                break  # «أحرقوا أربع مدرعات ودبابة»
            else:
                return None
        shot = doer is not None and act.entry.get("near") and doer.item.entry.get("arms")  # «أصابت القذائف المدنيين»
        return doer if doer is not None and not shot and self._governs(act, doer) and fits(act, doer) else None

    def _some_of(self, act: Word, k: int) -> Things | None:
        """Those of the things told before that a number at token ``k`` counts: «83 صاروخا … 43 منها», «ثلاث أخرى»."""
        number = self.things.numbers.get(k)
        if number is None or self.page.form(number.last) not in self.small.of_it:
            return None
        for n in range(act.first - 1, max(act.first - _TOLD, 0), -1):
            told = self.things.at(n, act.first, object_mark=True)
            if told is not None and fits(act, told) and (n in self.things.numbers or told.item.number == "pl"):
                return Things(k, number.last + 1, number.cut, number.count, told.item)
        return None

    def _particles(self, things: Things) -> str:
        """The particles before things, or before what counts them: «ب» of «بثلاث رصاصات»."""
        own = things.first == things.item.first
        return things.item.clitics if own else self.page.form(things.first)[: things.cut]

    def _joins(self, things: Things) -> bool:
        joined = things.cut > 0 and self.page.form(things.first).startswith("و")
        return joined or self.page.form(things.first - 1) == "و"

    def _beside_people(self, act: Word, things: Things) -> bool:
        """Whether things are joined to people whom the same act befell: «خسرت 19 ألف جندي و700 دبابة»."""
        if not (self._joins(things) and (act.entry.get("own") or act.entry.get("kind") == "captured")):
            return False
        end = things.first - (self.page.form(things.first - 1) == self.small.joiner)
        groups = (self.victims.at(k, end, act=True) for k in range(act.last, end) if k in self.things.numbers)
        return any(group is not None and group.last == end for group in groups)

    def _is_apart(self, things: Things) -> bool:
        """Whether a preposition takes things out of the row of subject and object."""
        k = things.first - 1
        return (
            bool(self._particles(things).strip("وف"))
            or self.page.form(k) in self.prepositions
            or any(not w.pronoun for w in self.words.all_at(k, "place_mark"))
        )

    def _clause_ends(self, act: Word, k: int) -> bool:
        """Whether the words in which an act has its object end before token ``k``."""
        form = self.page.form(k)
        other = k > act.last and self.words.at(k, "act") is not None and not self._is_needed(act, k)
        joined = k > act.last and form.startswith(self.small.joiner) and bool(self.page.senses[k])
        joined = joined and all(s.pos == "verb" for s in self.page.senses[k])
        return form in _ENDS or other or joined or form.removeprefix("و") in self.small.that

    def _may_strike(self, act: Word, things: Things) -> bool:
        """Whether arms right behind a verb can be what does it: «أصابت صواريخ مصفاة»."""
        beside = act.pos == "verb" and things.first == act.last and things.item.number != "du"
        return beside and bool(things.item.entry.get("strikes")) and not act.entry.get("by_itself")

    def _governs(self, act: Word, things: Things, *, passed: bool = False) -> bool:
        """Whether the things are what the act befell, not where or with what it was done; or what ``passed`` did it."""
        k = things.first
        if self._joins(things) or self.words.at(k - 1, "people"):
            return False  # «منازل أحرقت ومتاجر نهبت», «خطف مسلحون سائق شاحنة»
        if through := act.entry.get("through"):
            return self.page.form(k - 1) == through and not things.item.pronoun  # «سيطرتها على سلاحها»
        if act.entry.get("weak"):
            return self._is_within(things)
        if not passed and (k == act.last or act.entry.get("near")):
            return self._is_next(act, k) and not self._particles(things).endswith("ب")
        return self._is_bare(act, things, passed=passed)

    def _is_next(self, act: Word, k: int) -> bool:
        """Whether at most a time stands between an act and token ``k``: «أصاب مساء الجمعة بارجة»."""
        return all(any(s.entry.layer == "time" for s in self.page.senses[n]) for n in range(act.last, k))

    def _is_within(self, things: Things) -> bool:
        """Whether a preposition makes things what a word too general by itself befell: «أضرار في مدرستين»."""
        counted = things.cut > 0 and things.first in self.things.numbers  # «بعشرات المنازل»
        with_it = things.item.clitics.endswith("ب") and _is_means(things)  # «أضرار في هجوم بألغام»
        behind = self.page.form(things.first - 1) in self.small.before_things
        governed = counted or behind or things.item.clitics.endswith(("ب", "ل"))
        return governed and not with_it and not things.item.entry.get("place")

    def _is_bare(self, act: Word, things: Things, *, passed: bool) -> bool:
        """Whether things further behind an act are its object: behind its doer, or hanging on no other noun."""
        k = things.first
        if act.pos != "verb":
            reference = self.cast.at(act.last)
            doer = reference is not None and reference.first == act.last and reference.last == k
            return (doer and self.page.form(k - 1) not in self.prepositions) or things.item.clitics.endswith("ل")
        several = k in self.things.numbers or things.item.number == "pl"
        behind_doer = passed or self.cast.at(k - 1) is not None or self.page.form(k - 1).startswith("ال")
        return (not things.item.definite or several or behind_doer) and not self._is_apart(things)

    def _subject(self, act: Word, free: int) -> Things | None:
        """The things that stand before a verb and reach up to it: «1500 مدرسة دمرت», «منازل تضررت»."""
        ends = act.entry.get("by_itself") or self._ends(act.last) or self._is_needed(act, act.last)
        if act.pos != "verb" or act.cut or not ends:
            return None
        if act.entry.get("through") or self.page.form(act.first).endswith(_OF_PEOPLE):
            return None  # «النيران تأتي على …», «من سكان منازل مجاورة أصيبوا»
        for k in range(max(free, act.first - _BEFORE), act.first):
            things = self.things.at(k, act.first)
            if things is None or not fits(act, things) or not self._open(things, act.first):
                continue
            acts_itself = things.item.entry.get("flies") and not act.entry.get("only")
            return None if acts_itself else things
        return None

    def _ends(self, k: int) -> bool:
        """Whether no object follows the verb."""
        return (
            not self.page.is_word(k)
            or self.page.form(k) in self.prepositions
            or any(s.entry.layer == "time" for s in self.page.senses[k])
            or self.page.form(k).startswith(_BEHIND)
            or self.page.form(k) in self.small.wholly
            or any(w.clitics.endswith("ب") for w in self.words.all_at(k, "item"))  # «أصيب بقذائف»
        )

    def _open(self, things: Things, verb: int) -> bool:
        """Whether things before a verb are its subject: no preposition before them, only adjectives behind."""
        plain = not things.item.definite and verb == things.last  # «عن منازل أحرقت»
        if self.page.form(things.first - 1) in self.prepositions - {"ان"} and not plain:
            return False
        k = things.last
        while k < verb:
            joined = self.things.joined(k, k + 1) if self.page.form(k).startswith(self.small.joiner) else None
            if joined is None and not self._describes(k):
                return False
            k = joined.last if joined is not None else k + 1  # «ثلاثة منازل وفندقا دمرت»
        return True

    def _describes(self, k: int) -> bool:
        owned = self.cast.at(k) is not None or whose(self.page, k, k + 1, "ل") == OWNED
        if owned or self.page.form(k) in self.small.passed_over:
            return True  # «مدارس تابعة للأمم المتحدة قد دمرت»
        senses = self.page.senses[k]
        plain = self.page.is_word(k) and self.page.form(k) not in self.prepositions
        return plain and (not senses or any(s.pos in ("adjective", "nisba", "noun") for s in senses))

    def _meant(self, act: Word, pronoun: str, free: int) -> Things | None:
        """The things told before a verb that a pronoun means: «قصفت المقر ودمرته», «… وأضرموا فيه النار»."""
        if pronoun not in _PRONOUNS or act.entry.get("near"):
            return None
        for k in range(act.first - 1, max(free, act.first - _THERE) - 1, -1):
            if self.page.form(k) in STOPS:
                return None
            things = self.things.at(k, act.first, object_mark=True)
            if things is None or self._is_used(things):
                continue
            if k - 1 in self.things.numbers:
                things = self.things.at(k - 1, act.first, object_mark=True) or things
            if _stands_for(things, pronoun, self.page.form(things.item.first)) and fits(act, things):
                return things
        return None

    def _is_used(self, things: Things) -> bool:
        """Whether arms are what it was done with: «أصابت السفينة بصاروخين وألحقت بها أضرارا»."""
        return _is_means(things) and self._particles(things).endswith("ب")

    def _described(self, act: Word, free: int) -> Things | None:
        """The things that an adjective right behind them tells to be lost: «مبان مدمرة»."""
        for k in range(max(free, act.first - _BESIDE), act.first):
            things = self.things.at(k, act.first, object_mark=True)
            if things is not None:
                return things if things.last == act.first and not things.item.definite and fits(act, things) else None
        return None


def fits(act: Word, things: Things) -> bool:
    """Whether things are such as an act befalls."""
    item, only = things.item.entry, act.entry.get("only")
    own = act.entry.get("own") and (item.get("ground") or things.item.definite)  # «خسر مواقع», «فقدت الطائرة»
    taken = act.entry.get("kind") == "captured" and item.get("ground")
    return (not only or bool(item.get(only))) and not taken and not own and not item.get("never")


def _is_means(things: Things) -> bool:
    item = things.item.entry
    return bool(item.get("strikes") or (item.get("arms") and not item.get("blown")))


def _stands_for(things: Things, pronoun: str, form: str) -> bool:
    """Whether a pronoun can mean things: «ه» one of a masculine noun, «ها» one of a feminine or several, «هما» two."""
    if pronoun == _TWO:
        return things.count == "2"
    several = things.item.number == "pl" or things.count not in ("1", "unknown")
    return (several or form.endswith("ه")) == (pronoun == "ها")
