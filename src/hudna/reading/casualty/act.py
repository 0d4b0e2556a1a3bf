"""Verbs and verbal nouns that say what befell whom: «مقتل 12 جنديا», «أصيب ثلاثة آخرون»."""

from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.sentence import Telling
from hudna.reading.casualty.verb import Verbs
from hudna.reading.layer_words import Word
from hudna.text import COMMAS, STOPS

_VERB_WINDOW = 14  # words after a verb in which those whom it befell may stand
_RESULT = 5  # words between «أدى» and the loss that came of it
_BOTH = "killed_or_wounded"
_HARMED = ("killed", "wounded")
_MEANT = {"ه": "1", "ها": "1", "هما": "2"}  # how many a pronoun means
_MET = 24  # words before a verb in which those stand whom its pronoun means


class Acts(Verbs):
    """Reads the verbs and verbal nouns of a sentence that say what befell whom."""

    def _act(self, i: int) -> None:
        act = self._act_at(i)
        if act is None:
            self._again(i)
        if act is None or self._untold(i) or (act.entry.get("said") and i in self.taken):
            return
        kind, last = self._kind(act)
        if self._verbal(act, kind, last):
            return
        group, doer = self._near_group(last, act), None
        group = self._object_behind(group, act) or group
        if group is None:
            group, doer = self._done_by(act, last)
        if group is not None and group.first not in self.taken and self._tells(act, kind, group):
            kinds = ("killed", "wounded") if kind == _BOTH and group.count == "unknown" else (kind,)
            for each in kinds:  # «مقتل وجرح عدد من الجنود» leaves open how many of each
                self._add(Telling(each, group, act.first, group.last, "casualty.noun", act.first, doer, cut=act.cut))
            self._joined(len(self.out) - 1)

    def _again(self, i: int) -> None:
        """Add those told of before whom the pronoun of a joined verb means: «أطلقوا النار على شرطي فأردوه قتيلا».

        Not where it may be a noun: «بإطلاق النار عليه وقتله».
        """
        acts = self.words.all_at(i, "act")
        verbs = (w for w in acts if w.pos == "verb" and w.cut and w.pronoun in _MEANT)
        act = next((w for w in verbs if self._needed(w.last, tuple(w.entry.get("needs", ("",))))), None)
        if (
            act is None
            or any(w.pos == "masdar" for w in acts)
            or act.entry.get("kind") not in _HARMED
            or self._untold(i)
        ):
            return
        for k in range(i - 1, max(self.first, i - _MET) - 1, -1):
            group = self.victims.at(k, i, act=True)
            described = k - 1 in self.victims.within_number or self.words.at(k - 1, "victim")
            if group is None or group.kind or described:
                continue
            if group.count == _MEANT[act.pronoun] and group.first not in self.taken and not group.like:
                group = replace(group, first=i, last=act.last, cut=0)
                self._add(Telling(str(act.entry.get("kind")), group, i, act.last, "casualty.verb", i, cut=act.cut))
            return

    def _verbal(self, act: Word, kind: str, last: int) -> bool:
        """Read the act as a verb; whether that is all that it can be."""
        first = act.pos == "verb" and self._subject_first(act) and not self._object_at(last)
        if first and self._before_verb(act, str(act.entry.get("kind")), adjacent=True):
            return True
        if act.pos not in ("verb", "active") and not act.entry.get("said"):
            return False
        among = act.entry.get("said") and self.page.form(act.first - 1) in self.grammar.that | self.grammar.openers
        if among and self._amongst(act, kind):
            return True
        if not among and (self._after_verb(act, kind, last) or self._before_verb(act, kind)):
            return True
        return act.pos == "verb" and not any(w.pos == "masdar" for w in self.words.all_at(act.first, "act"))

    def _amongst(self, act: Word, kind: str) -> bool:
        """Add those who are said behind it to be among the fallen: «إن من بين ضحايا الانفجار أربع نساء وطفلين»."""
        for k in range(act.last, min(self.last, act.last + _VERB_WINDOW)):
            if self.page.form(k) in STOPS or self.page.form(k) in COMMAS:
                return False
            group = self.victims.at(k, self.last, act=True) if k in self.victims.numbers else None
            if group is not None and group.victims is not None:
                self._add(Telling(kind, group, group.first, group.last, "casualty.part", act.first, cut=group.cut))
                self.taken.update(range(act.first, act.last))
                self._joined(len(self.out) - 1)
                return True
        return False

    def _tells(self, act: Word, kind: str, group: Group) -> bool:
        """Whether a verbal noun tells of a loss: not «قتل المدنيين» as a practice, nor «مذكرة لاعتقال …» as an aim."""
        practice = act.entry.get("id") == "kill" and not self.page.form(act.first)[act.cut :].startswith("م")
        if practice and not group.counted and not group.sides:
            return False
        if act.pos == "masdar" and act.clitics.endswith("ل") and not self._comes_of(act.first):
            return False
        if act.entry.get("near") and (self._own_thing(group.last) or self._own_thing(group.last - 1)):
            return False
        if kind == "displaced" and (group.person or group.count == "1"):
            return False  # «وكان القائد قد فر من المعركة»
        return not act.entry.get("counted") or group.first in self.victims.numbers

    def _comes_of(self, k: int) -> bool:
        """Whether a loss behind «ل» is told as added or as what came of something: «أدى الهجوم لمقتل جندي»."""
        return bool(self.words.at(k - 1, "adds") or self.words.between(k - _RESULT, k, "results"))

    def _subject_first(self, act: Word) -> bool:
        """Whether a word stands right before the verb, with no conjunction between, so that it may be said of it."""
        return self.page.is_word(act.first - 1) and not act.cut

    def _act_at(self, i: int) -> Word | None:
        if self.victims.in_name(i):
            return None  # «ياسر» is no «يأسر»
        for act in sorted(self.words.all_at(i, "act"), key=lambda w: (w.last == w.first + 1, w.pos != "verb")):
            doers = act.pos == "masdar" and self._object_marked(act.last)  # «أسره لخمسة مقاتلين»
            if (
                (act.pronoun and not doers)
                or (act.definite and act.pos != "phrase")
                or act.tense == "jussive"  # of what did not happen; «تمت» is of another verb
                or (act.pos == "masdar" and act.number == "pl")
            ):
                continue
            if act.pos == "verb" and not act.cut and self.page.form(i - 1) in self.grammar.governors:
                continue  # «غارة على فرن»
            if act.entry.get("id") == "lose" and self._verb_at(act.last):
                continue  # «فقد قتل»: the particle
            needs = act.entry.get("needs")
            if needs and not self._needed(act.last, tuple(needs)):
                continue
            return act
        carrier = self.words.at(i, "carrier")
        return carrier if carrier is not None and carrier.entry.get("kind") and not carrier.definite else None

    def _object_marked(self, k: int) -> bool:
        """Whether a number with the particle of an object stands at token ``k``: «لخمسة»."""
        number = self.victims.numbers.get(k)
        return number is not None and number.cut > 0 and self.page.form(k).startswith(self.grammar.object_mark)

    def _verb_at(self, k: int) -> bool:
        return (
            k < self.last
            and k not in self.victims.numbers
            and any(s.pos == "verb" for s in self.page.senses[k])
            and not self.words.at(k, "victim", "other")
        )

    def _needed(self, k: int, needs: tuple[str, ...]) -> bool:
        inside, left = False, _VERB_WINDOW  # «لقي 15 مسلحا من الحركة (فرع القاعدة في الصومال) حتفهم»
        for n in range(k, self.last):
            form = self.page.form(n)
            inside, left = (inside or form == "(") and form != ")", left - (not inside)
            if form in STOPS or left < 0:
                return False
            if form.startswith(needs):
                return True
        return False

    def _kind(self, act: Word) -> tuple[str, int]:
        """The kind of an act and where its persons begin: «مقتل وإصابة 12» are killed or wounded."""
        kind, last = str(act.entry.get("kind")), act.last
        apart = self.page.form(last) == "و"
        for beside in self.words.all_at(last + apart, "act"):
            alike = act.pos == beside.pos and act.number == beside.number and (apart or beside.clitics == "و")
            if alike and {kind, str(beside.entry.get("kind"))} == {"killed", "wounded"}:
                return _BOTH, beside.last
        return kind, last

    def _near_group(self, k: int, act: Word) -> Group | None:
        """The group right after a verbal noun; an adverb or quotation mark may come between."""
        while k < self.last and not self.page.is_word(k) and self.page.form(k) in '"«“(':
            k += 1
        group = self.victims.at(k, self.last, act=act.part == "act", bare=act.part == "act")
        if group is None and self.page.is_word(k) and any(s.entry.layer == "time" for s in self.page.senses[k]):
            group = self.victims.at(k + 1, self.last, act=True)
        if group is not None and act.part == "carrier" and group.kind:
            return None  # the noun tells by itself, see _fallen
        return group

    def _object_behind(self, doers: Group | None, act: Word) -> Group | None:
        """Those whom the people right behind a verbal noun did it to: «احتجاز مسلحين لسياح غربيين»."""
        k = doers.last if doers is not None and act.pos == "masdar" else -1
        object_ = self.words.at(k, "victim") if k > 0 else None
        if object_ is None or object_.clitics != self.grammar.object_mark or doers is None or doers.counted:
            return None
        return self.victims.at(k, self.last, act=True)

    def _done_by(self, act: Word, k: int) -> tuple[Group | None, Reference | None]:
        """The counted group behind the doer of a verbal noun: «اعتقال الشرطة التركية 40 شخصا», with the doer."""
        doer = self.victims.cast.at(k)
        names = doer is not None and doer.first == k and doer.how in ("name", "body", "pair")
        if doer is None or not names or act.part != "act" or doer.last not in self.victims.numbers:
            return None, None
        return self.victims.at(doer.last, self.last, act=True), doer
