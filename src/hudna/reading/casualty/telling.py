"""Which words of a sentence tell of human losses, and of whom."""

from dataclasses import dataclass, replace

from hudna.reading.cast import Reference
from hudna.reading.casualty.victims import Group, VictimReader
from hudna.reading.layer_words import Word
from hudna.reading.page import Page

_MARKS = frozenset(":;؛.!?؟…")
_COMMAS = frozenset("،,")
_DASHES = frozenset("-–—")
_OBJECT_WINDOW = 10  # words after a subject in which the object may stand
_OPENERS = frozenset({"ان", "بان", "وان", "كان", "وكان"})
_VERB_WINDOW = 14  # words after a verb in which those whom it befell may stand
_BACK_WINDOW = 24  # words before a verb in which they may stand
_UNTOLD_WINDOW = 7  # words before a telling in which it may be denied
_TOLL_WINDOW = 16  # words between «حصيلة» and its figure
_CARRIER_WINDOW = 6  # words between «أوقع» and the plain noun that it brings


@dataclass(frozen=True, slots=True)
class Telling:
    """One group and what is said to have befallen it.

    Attributes:
        kind: killed, wounded …
        group: those whom it befell.
        first: first token of the words that carry the fact.
        last: one past the last.
        rule: id of the rule.
        word: token of the verb or noun that says what befell them.
        agent: whoever is said to have done it, as the subject of the verb.
        toll: whether it is a running total by its words.
        after: index, in the same sentence, of the telling that it goes on from, or None.
        cut: letters of the first token before the words that carry the fact.
        does: whether the verb's own subject, told before, did it.
        chained: whether it is joined to that one by «و» or a comma alone.

    """

    kind: str
    group: Group
    first: int
    last: int
    rule: str
    word: int
    agent: Reference | None = None
    toll: bool = False
    after: int | None = None
    chained: bool = False
    cut: int = 0
    does: bool = False


class SentenceTeller:
    """Reads one sentence."""

    def __init__(self, page: Page, victims: VictimReader, first: int, last: int) -> None:
        self.page, self.victims, self.words = page, victims, victims.words
        self.first, self.last = first, last
        self.out: list[Telling] = []
        self.taken: set[int] = set()

    def tellings(self) -> list[Telling]:
        """The tellings in the order of their groups."""
        self._tolls()
        for i in range(self.first, self.last):
            if i not in self.taken:
                self._act(i)
        for i in range(self.first, self.last):
            if i not in self.taken:
                self._fallen(i)
        for i in range(self.first, self.last):
            if i not in self.taken:
                self._part(i)
        order = sorted(range(len(self.out)), key=lambda n: self.out[n].group.first)
        return [self.out[n] for n in order]

    # --- running totals ------------------------------------------------------------------------------------------------
    def _tolls(self) -> None:
        for i in range(self.first, self.last):
            toll = self.words.at(i, "toll")
            if toll is None or i in self.taken:
                continue
            near = [w for k in range(toll.last, toll.last + 3) if (w := self.words.at(k, "fallen", "victim"))]
            told = next((w for w in near if w.part == "fallen"), near[0] if near else None)
            if toll.entry.get("needs_fallen") and (told is None or told.part != "fallen" or near[0].first != toll.last):
                continue
            self._toll(toll, told)

    def _toll(self, toll: Word, told: Word | None) -> None:
        end = min(self.last, toll.last + _TOLL_WINDOW)
        for k in range(toll.last, end):
            if self.page.form(k) in _MARKS:
                return
            group = self._figure(k, end)
            if group is None:
                continue
            if told is not None and group.like:
                group = replace(group, like=False, victims=told.entry.get("victims"))
            kind = group.kind or (told.entry.get("kind") if told is not None else None) or "killed"
            first = toll.first
            self._add(
                Telling(
                    kind,
                    group,
                    first,
                    group.last,
                    "casualty.toll",
                    toll.first,
                    toll=not toll.entry.get("list"),
                    cut=toll.cut,
                )
            )
            self._joined(len(self.out) - 1)
            return

    def _figure(self, k: int, end: int) -> Group | None:
        before = self.words.at(k - 1, "reached") or self.words.at(k - 2, "reached")
        number = self.victims.numbers.get(k)
        if number is None:
            return self.victims.at(k, end) if self.words.at(k - 1, "reached") and self.words.at(k, "fallen") else None
        if before is None and number.kind not in ("at_least", "about"):
            return None
        return self.victims.at(k, min(self.last, end + 8), bare=True)

    # --- verbs and verbal nouns ----------------------------------------------------------------------------------------
    def _act(self, i: int) -> None:
        act = self._act_at(i)
        if act is None or self._untold(i):
            return
        kind, last = self._kind(act)
        if (
            act.pos == "verb"
            and self._subject_first(i)
            and not self._object_at(last)
            and self._before_verb(act, str(act.entry.get("kind")), adjacent=True)
        ):
            return
        if act.pos in ("verb", "active") or act.entry.get("said"):
            if self._after_verb(act, kind, last) or self._before_verb(act, kind):
                return
            if act.pos == "verb" and not any(w.pos == "masdar" for w in self.words.all_at(i, "act")):
                return
        group = self._near_group(last, act)
        if group is None:
            return
        if (
            not group.counted
            and act.entry.get("id") == "kill"
            and not self.page.form(i)[act.cut :].startswith("م")
            and not group.sides
        ):
            return  # «قتل المدنيين» as a practice
        if act.pos == "masdar" and act.clitics.endswith("ل") and not self.words.at(i - 1, "adds"):
            return  # «مذكرة لاعتقال …» aims, it does not tell
        if kind == "displaced" and group.person:
            return
        if act.entry.get("counted") and group.first not in self.victims.numbers:
            return
        self._add(Telling(kind, group, act.first, group.last, "casualty.noun", act.first, cut=act.cut))
        self._joined(len(self.out) - 1)

    def _subject_first(self, i: int) -> bool:
        """Whether somebody counted or named stands right before the verb at ``i``, so that the verb is said of them."""
        return self.page.is_word(i - 1) and not (
            self.page.form(i).startswith(("و", "ف"))
            and self.words.at(i, "act", "carrier") is not None
            and (w := self.words.at(i, "act", "carrier")) is not None
            and w.cut
        )

    def _act_at(self, i: int) -> Word | None:
        for act in sorted(self.words.all_at(i, "act"), key=lambda w: (w.last == w.first + 1, w.pos != "verb")):
            if act.pronoun or (act.definite and act.pos != "phrase"):
                continue
            if act.entry.get("id") == "lose" and self._verb_at(act.last):
                continue  # «فقد قتل»: the particle
            needs = act.entry.get("needs")
            if needs and not self._needed(act.last, tuple(needs)):
                continue
            return act
        carrier = self.words.at(i, "carrier")
        return carrier if carrier is not None and carrier.entry.get("kind") and not carrier.definite else None

    def _verb_at(self, k: int) -> bool:
        return (
            k < self.last
            and any(s.pos == "verb" for s in self.page.senses[k])
            and not self.words.at(k, "victim", "other")
        )

    def _needed(self, k: int, needs: tuple[str, ...]) -> bool:
        for n in range(k, min(self.last, k + _VERB_WINDOW)):
            form = self.page.form(n)
            if form in _MARKS:
                return False
            if form.startswith(needs):
                return True
        return False

    def _kind(self, act: Word) -> tuple[str, int]:
        """The kind of an act and where its persons begin: «مقتل وإصابة 12» are killed or wounded."""
        kind, last = str(act.entry.get("kind")), act.last
        beside = self.words.at(last, "act")
        if self.page.form(last) == "و":
            beside = self.words.at(last + 1, "act")
        if (
            beside is not None
            and act.pos == beside.pos
            and act.number == beside.number
            and {kind, str(beside.entry.get("kind"))} == {"killed", "wounded"}
            and (beside.clitics == "و" or self.page.form(last) == "و")
        ):
            return "killed_or_wounded", beside.last
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

    def _after_verb(self, act: Word, kind: str, k: int) -> bool:
        agent: Reference | None = None
        acted = False  # whether the subject has been told
        end = min(self.last, k + _VERB_WINDOW)
        start = k
        while k < end:
            form = self.page.form(k)
            if form in _MARKS or form in _COMMAS:
                return False
            if (
                (self.words.at(k, "act")
                and not self.words.at(k, "victim", "other"))
                or (k > start
                and (self.victims.page.form(k) in ("ان", "انه", "الذي", "التي", "الذين")))
            ):
                return False
            if act.entry.get("near") and k > start:
                return False
            preposition = self.page.form(k - 1) in self.victims.prepositions and k > start
            if act.entry.get("agent") and agent is None and k == start and self.victims.numbers.get(k) is None:
                group = None
            else:
                group = (
                    None
                    if preposition
                    else self.victims.at(
                        k,
                        self.last,
                        act=act.part == "act",
                        bare=act.part == "act" and (k == start or bool(act.entry.get("needs"))),
                    )
                )
            if (
                group is not None
                and (k in self.victims.numbers or k == start or acted or self._follows(k, agent))
                and not (act.part == "carrier" and (group.kind or group.like))
            ):
                if (
                    k not in self.victims.numbers
                    and not group.like
                    and ((self._is_person(group, k) and act.entry.get("agent")) or self._object_after(group.last))
                ):
                    agent, acted = self.victims.cast.at(group.last - 1), True
                    k = group.last
                    continue
                self._add(
                    Telling(
                        kind,
                        group,
                        act.first,
                        group.last,
                        "casualty.agent" if agent else "casualty.verb",
                        act.first,
                        agent,
                        cut=act.cut,
                    )
                )
                self._joined(len(self.out) - 1)
                return True
            reference = self.victims.cast.at(k)
            if (
                reference is not None
                and reference.first == k
                and agent is None
                and not preposition
                and reference.how != "nisba"
            ):
                agent = reference
            k = max(k + 1, reference.last if reference is not None else 0)
        return False

    def _follows(self, k: int, agent: Reference | None) -> bool:
        """Whether only the doer or an adverb of time stands between the verb and token ``k``."""
        return (agent is not None and agent.last == k) or any(s.entry.layer == "time" for s in self.page.senses[k - 1])

    def _is_person(self, group: Group, k: int) -> bool:
        reference = self.victims.cast.at(group.last - 1)
        return (
            reference is not None
            and group.first == k
            and group.counted
            and self.victims.numbers.get(k) is None
            and not group.like
        )

    def _object_after(self, k: int) -> bool:
        """Whether a counted or named group follows, so that what stood before it is the subject: «قتل مسلحون في … محاميا»."""
        for n in range(k, min(self.last, k + _OBJECT_WINDOW)):
            form = self.page.form(n)
            if (
                form in _MARKS
                or form in _COMMAS
                or form in ("ان", "الذي", "التي", "الذين", "و")
                or self.words.at(n, "act", "subset")
            ):
                return False
            if self.page.form(n - 1) not in self.victims.prepositions and self._object_at(n, later=n > k):
                return True
        return False

    def _object_at(self, k: int, *, later: bool = False) -> bool:
        """Whether a group that can only be an object begins at ``k``: with a number, a name, or an accusative further on."""
        if k in self.victims.numbers and self.victims.numbers[k].cut == 0:
            group = self.victims.at(k, self.last, act=True)
            return group is not None and not group.like
        group = (
            self.victims.at(k, self.last, act=True) if k < self.last and not self.page.form(k).startswith("و") else None
        )
        if group is None:
            return False
        return group.person is not None or (
            later and group.counted and not group.like and self.page.form(k).endswith("ا")
        )

    def _before_verb(self, act: Word, kind: str, *, adjacent: bool = False) -> bool:
        """Those who stand before the verb: «ثلاثة أشخاص قتلوا»; they must reach up to it, or to a part told of them."""
        if act.part == "carrier" or (act.entry.get("near") and not self._ends(act.last)):
            return False
        for k in range(max(self.first, act.first - _BACK_WINDOW), act.first):
            if k in self.taken or (k in self.victims.within_number and self.victims.within_number[k].first != k):
                continue
            before = self.page.form(k - 1)
            if (
                k > self.first
                and before in self.victims.prepositions
                and before not in _OPENERS
                and k not in self.victims.numbers
            ):
                continue
            if self.words.at(k - 1, "subset") or (self.page.form(k).startswith("و") and self.words.at(k - 1, "victim")):
                continue
            if k not in self.victims.numbers and k - 1 in self.victims.within_number:
                continue
            group = self.victims.at(k, act.first, act=True)
            if group is not None and not group.counted and act.number == "du":
                group = replace(group, count="2", counted=True)
            if group is not None and group.like and before not in _OPENERS and k not in self.victims.numbers:
                continue  # «في هجوم آخر قتل …»
            if (
                group is None
                or (not group.counted and not group.like and not (adjacent and before in _OPENERS))
                or not self._agrees(act, group)
            ):
                continue
            if (
                group.last != act.first
                if adjacent
                else not self._reaches(group.last, act.first, loose=self.page.form(k - 1) in _OPENERS)
            ):
                continue
            self._add(Telling(kind, group, group.first, act.last, "casualty.subject", act.first, cut=group.cut))
            self._joined(len(self.out) - 1, act.first)
            return True
        return False

    def _ends(self, k: int) -> bool:
        """Whether no object follows the verb."""
        form = self.page.form(k)
        return (
            k >= self.last
            or not self.page.is_word(k)
            or form in self.victims.prepositions
            or any(s.entry.layer == "time" for s in self.page.senses[k])
        )

    def _agrees(self, act: Word, group: Group) -> bool:
        """Whether the verb after its subject has its number: «جندي قتل», «ثلاثة قتلوا»."""
        if act.pos != "verb":
            return True
        if group.count == "1":
            return act.number == "sg" or (act.number == "pl" and self.page.form(group.last).startswith("و"))
        return act.number != "sg" or self.page.form(act.first).endswith("ت")

    def _reaches(self, k: int, verb: int, *, loose: bool) -> bool:
        """Whether only what is said of the group stands between it and the verb; after «أن» more may be said."""
        while k < verb:
            form = self.page.form(k)
            if form in _MARKS or self.words.at(k, "act", "carrier", "toll"):
                return False
            if self.words.at(k, "subset", "most"):
                return True
            group = self.victims.at(k, verb, act=True)
            if group is not None and (form.startswith("و") or self.page.form(k - 1) in _COMMAS):
                k = group.last
                continue
            if form in ("قد", "كانوا", "كان", "علي", "الاقل") or form in _COMMAS or form in '"»«()' or form.isdigit():
                k += 1
                continue
            senses = self.page.senses[k]
            if (
                form in self.victims.prepositions
                or any(s.entry.layer == "time" for s in senses)
                or form in ("يبلغ", "العمر", "عاما")
            ):
                k += 1
                continue
            if not loose or form in _OPENERS or form in _COMMAS or (all(s.pos == "verb" for s in senses) and senses):
                return False
            k += 1
        return True

    # --- nouns for the fallen ------------------------------------------------------------------------------------------
    def _fallen(self, i: int) -> None:
        fallen = self.words.at(i, "fallen")
        if fallen is None or self._untold(i):
            return
        number = self.victims.within_number.get(i - 1)
        if number is None and self.page.form(i - 1) == "من":
            number = self.victims.within_number.get(i - 2)
        if number is not None and number.last in (i, i - 1):
            group = self.victims.at(number.first, self.last)
            carrier = self._carrier(number.first)
            if group is not None and group.kind and number.first not in self.taken:
                first = carrier.first if carrier is not None and carrier.last == number.first else number.first
                self._add(
                    Telling(
                        group.kind,
                        group,
                        first,
                        group.last,
                        "casualty.fallen",
                        i,
                        cut=self._cut(first, group, carrier),
                        does=_does(carrier),
                    )
                )
                self._joined(len(self.out) - 1)
            return
        if fallen.entry.get("bare") and not fallen.definite:
            carrier = self._carrier(i)
            group = self.victims.at(i, self.last) if carrier is not None else None
            if carrier is not None and group is not None and group.kind:
                first = carrier.first if carrier.last >= i - 1 else i
                self._add(
                    Telling(
                        group.kind,
                        group,
                        first,
                        group.last,
                        "casualty.carried",
                        i,
                        cut=self._cut(first, group, carrier),
                        does=_does(carrier),
                    )
                )
                self._joined(len(self.out) - 1)

    def _cut(self, first: int, group: Group, carrier: Word | None) -> int:
        return (
            carrier.cut if carrier is not None and carrier.first == first else group.cut if group.first == first else 0
        )

    def _carrier(self, i: int) -> Word | None:
        for k in range(i - 1, max(self.first, i - _CARRIER_WINDOW) - 1, -1):
            if self.page.form(k) in _MARKS or self.page.form(k) in _COMMAS:
                return None
            carrier = self.words.at(k, "carrier")
            if carrier is not None and carrier.last <= i:
                return carrier
            if self.words.at(k, "act") or (k in self.victims.within_number and i - k > 1):
                return None
        return None

    # --- parts of a group ----------------------------------------------------------------------------------------------
    def _part(self, i: int) -> None:
        """«بينهم طفلان», «ثلاثة منهم في مكمن»."""
        before = [n for n, t in enumerate(self.out) if t.group.first < i]
        if not before or self._untold(i):
            return
        owner = max(before, key=lambda n: self.out[n].group.first)
        opening = i
        number = self.victims.numbers.get(i)
        if number is not None and self.words.at(number.last, "of_them"):
            group = self.victims.at(i, self.last)
        elif subset := self.words.at(i, "subset"):
            group = self.victims.at(subset.last, self.last, act=True)
        else:
            return
        if group is not None and group.counted and group.first not in self.taken:
            self.taken.update(range(opening, group.first))
            told = self.out[owner]
            rule = "casualty.of-them" if group.of_them else "casualty.part"
            self._add(
                Telling(
                    told.kind, group, group.first, group.last, rule, told.word, told.agent, after=owner, cut=group.cut
                )
            )
            self._joined(len(self.out) - 1)

    # --- what is joined to a group -------------------------------------------------------------------------------------
    def _joined(self, owner: int, end: int | None = None) -> None:
        """«12 جنديا وجنرال واحد»: groups joined to the last one share what befell them, unless their noun says otherwise."""
        told = self.out[owner]
        while True:
            k = told.group.last
            while k < self.last and (
                self.page.form(k) in _COMMAS or self.page.form(k) in '"»)' or self.page.form(k) in _DASHES
            ):
                k += 1
            joined = self.page.form(k) == "و"
            k += joined
            apart = not joined and self.page.form(k - 1) in _DASHES and k in self.victims.numbers and told.group.counted
            if k >= (end or self.last) or k in self.taken or not (joined or apart or self.page.form(k).startswith("و")):
                return
            if not joined and self.words.at(k, "act", "carrier"):
                return
            party = self._party(k, told, joined=joined)
            if party is not None:
                self._add(
                    Telling(
                        told.kind,
                        party,
                        k,
                        party.last,
                        "casualty.joined",
                        told.word,
                        told.agent,
                        told.toll,
                        len(self.out) - 1,
                        chained=True,
                        cut=party.cut,
                    )
                )
                told = self.out[-1]
                continue
            group = self.victims.at(k, self.last if end is None else end, act=False)
            if (
                group is None
                or (not joined and not apart and not group.cut)
                or (group.like and self.words.at(k, "act"))
            ):
                return
            kind = group.kind or told.kind
            if not group.counted and not group.kind and told.group.counted:
                return
            previous = len(self.out) - 1
            self._add(
                Telling(
                    kind,
                    group,
                    k,
                    group.last,
                    "casualty.breakdown" if apart else "casualty.joined",
                    told.word,
                    told.agent,
                    told.toll,
                    previous,
                    chained=True,
                    cut=group.cut,
                )
            )
            told = self.out[-1]

    def _party(self, k: int, told: Telling, *, joined: bool) -> Group | None:
        """Another party that lost people alike: «مقتل عدد من أفراد القوات النظامية وحزب الله»."""
        reference = self.victims.cast.at(k)
        if (
            (told.group.counted
            and told.group.count != "unknown")
            or not told.group.sides
            or reference is None
            or reference.first != k
            or reference.how == "nisba"
        ):
            return None
        entity = self.victims.cast.entity(reference.entities[0])
        if entity is None or entity.type != "ORG" or entity.side is None or entity.side in told.group.sides:
            return None
        return replace(told.group, first=k, last=reference.last, cut=0 if joined else 1, sides=(entity.side,))

    def _untold(self, i: int) -> bool:
        for k in range(i - 1, max(self.first, i - _UNTOLD_WINDOW) - 1, -1):
            if self.page.form(k) in _MARKS or self.page.form(k) in _COMMAS:
                return False
            if self.words.at(k, "untold") or any(
                s.entry.get("status") in ("planned", "possible") for s in self.page.layer(k, "modality")
            ):
                return True
            if self.page.form(k) in ("مقابل", "بل"):
                return False
        return bool(self.words.at(i, "untold"))

    def _add(self, telling: Telling) -> None:
        self.out.append(telling)
        self.taken.update(range(telling.group.first, telling.group.last))
        self.taken.update(range(telling.first, min(telling.last, telling.first + 2)))
        self.taken.add(telling.word)


def _does(carrier: Word | None) -> bool:
    return carrier is not None and bool(carrier.entry.get("does"))
