"""Those whom a verb befell who stand behind it: «قتل ثلاثة أشخاص»."""

from hudna.reading.cast import Reference
from hudna.reading.casualty.before_verb import BeforeVerbs
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.sentence import Telling
from hudna.reading.grammar import load_grammar
from hudna.reading.layer_words import Word
from hudna.text import COMMAS, STOPS

_ASIDE = 7  # words of a time between commas
_THEIRS = ("هم", "ها", "هن")
_OWNED = 4  # letters of a noun with its pronoun: not «منهم»
_SCENE = 4  # words of «في المعارك الأخيرة» between a verb and those whom it befell
_FATE = 5  # words behind those who fell in which «مصرعهم» stands
_OBJECT_WINDOW = 10  # words after a subject in which the object may stand
_VERB_WINDOW = 14  # words after a verb in which those whom it befell may stand


class Verbs(BeforeVerbs):
    """Finds those whom a verb befell, those before it by ``BeforeVerbs``."""

    def _after_verb(self, act: Word, kind: str, start: int) -> bool:
        """Add those whom a verb befell, told from token ``start`` on; whether there are any."""
        agent = self._doer_before(act)
        acted = inside = False  # whether a person told as the subject was passed; within a clause about the scene
        start = self._past_loser(act, self._past_aside(start))
        k, end = start, min(self.last, start + _VERB_WINDOW)
        while (k := self._past_aside(k)) < end and not self._clause_ends(act, k, start):
            inside = inside or self.page.form(k) in self.grammar.relatives
            if act.part == "carrier" and self.words.at(k, "fallen"):
                return False  # «سقط 4 قتلى من الجيش و3 من المسلحين»: the noun tells it
            governed = k > start and (self._governed(k, inside=inside) or self._is_of_thing(k))
            group = None if governed else self._object(act, k, start, agent)
            near = (k == start and not inside) or self._follows(k, agent) or self._past_scene(start, k)
            near = near or self._behind_doer(start, k)
            if group is not None and (k in self.victims.numbers or acted or near):
                if act.entry.get("near") and (self._own_thing(group.last) or self._own_thing(group.last - 1)):
                    return False
                if agent is not None or not self._does(act, group, k):
                    rule = "casualty.agent" if agent else "casualty.verb"
                    self._add(Telling(kind, group, act.first, group.last, rule, act.first, agent, cut=act.cut))
                    self._joined(len(self.out) - 1)
                    self._beside_fate(self._past_fate(act, self.out[-1].group.last))
                    return True
                doer = self.victims.cast.at(group.last - 1)
                worn = doer is not None and self._is_worn(doer.first)
                agent, acted, k = None if worn else doer, True, group.last
                continue
            reference = self.victims.cast.at(k)
            named = reference is not None and reference.first == k and reference.how != "nisba"
            named = named and not (self._is_worn(k) or self._is_joined(k) or self._is_part_of_place(k, start))
            if named and not (governed or inside or acted):  # «اغتال مسلحون مرشح الحزب فلانا»
                agent = agent or reference
            k = max(k + 1, reference.last if reference is not None else 0)
        return False

    def _past_fate(self, act: Word, k: int) -> int:
        """One past the word that a verb needs, near behind token ``k``: «لقي خمسة مدنيين على الأقل | مصرعهم»."""
        needs = tuple(act.entry.get("needs", ()))
        near = range(k, min(self.last, k + _FATE))
        return next((n + 1 for n in near if needs and self.page.form(n).startswith(needs)), k)

    def _past_loser(self, act: Word, k: int) -> int:
        """One past the body at token ``k`` whose own people a verb says are lost: «فقد الجيش جنديين»."""
        reference = self.victims.cast.at(k) if act.entry.get("own") and act.entry.get("near") else None
        named = reference is not None and reference.first == k and reference.by_name
        return reference.last if reference is not None and named else k

    def _is_part_of_place(self, k: int, start: int) -> bool:
        """Whether a name stands in construct behind a preposition of place: «اختطفوا عند شواطئ | الصومال 478 فردا»."""
        return k - 2 >= start and self.page.form(k - 2) in load_grammar(self.page.document.language).place_prepositions

    def _is_worn(self, k: int) -> bool:
        """Whether a body named at token ``k`` is that whose clothes somebody wears: «مسلحون يرتدون زي | الجيش»."""
        return self.page.form(k - 1) in load_grammar(self.page.document.language).garments

    def _is_joined(self, k: int) -> bool:
        """Whether «و» joins the name at token ``k`` to others: «موجة من الهجمات على الشرطة | والجيش»."""
        cut = self.victims.cast.clitics_before_name(self.page.tokens[k].span)
        return self.page.form(k)[:cut].startswith(self.grammar.joiner)

    def _own_thing(self, k: int) -> bool:
        """Whether something of theirs stands at token ``k``: «فقد الآلاف بيوتهم»."""
        if not self.page.is_word(k) or self.words.at(k, "victim", "counted_as"):
            return False
        form = self.page.form(k)
        return form.endswith(_THEIRS) and len(form) > _OWNED and form not in self.victims.prepositions

    def _clause_ends(self, act: Word, k: int, start: int) -> bool:
        """Whether the clause of a verb ends before token ``k``."""
        form = self.page.form(k)
        needed = bool(act.entry.get("needs")) and form.startswith(tuple(act.entry.get("needs", ())))  # «أودى … بحياة»
        other = self.words.at(k, "act") and not self.words.at(k, "victim", "other") and not needed
        clause = form in self.grammar.relatives and not self._about_scene(form, start)
        behind = k > start and (clause or bool(act.entry.get("near")))
        part = self.words.at(k, "subset") is not None or form in self.grammar.clause_breaks
        return form in STOPS or form in COMMAS or bool(other) or behind or part

    def _about_scene(self, form: str, start: int) -> bool:
        """Whether a relative begins a clause about the scene that stands before whom the verb befell."""
        return form not in self.grammar.openers and self.page.form(start) in self.victims.prepositions

    def _governed(self, k: int, *, inside: bool) -> bool:
        """Whether the word before token ``k`` has it as its object; in a clause about the scene a verb does too."""
        number = self.victims.numbers.get(k)
        marked = number is not None and number.kind != "vague" and self.page.form(k)[0] in self.grammar.particles
        if marked or self.page.form(k - 1) in self.victims.prepositions:
            return True
        return inside and (k not in self.victims.numbers or self._verbal_word(k - 1))

    def _past_aside(self, k: int) -> int:
        """One past a time or source between commas right behind a verb: «قتل، مساء الأحد، ثلاثة مسلحين»."""
        if self.page.form(k) not in COMMAS:
            return k
        for n in range(k + 1, min(self.last, k + _ASIDE)):
            if self.page.form(n) in COMMAS:
                told = self._according(k + 1) or any(
                    s.entry.layer == "time" for m in range(k + 1, n) for s in self.page.senses[m]
                )
                return n + 1 if told else k
        return k

    def _according(self, k: int) -> bool:
        """Whether «بحسب», «حسبما», «وفقا ل» stand at token ``k``."""
        roles = (s.entry.get("role") for s in self.page.readings(k, "reporting"))
        return any(role in ("according", "according_clause") for role in roles)

    def _object(self, act: Word, k: int, start: int, agent: Reference | None) -> Group | None:
        """The group at token ``k`` that the verb may have befallen."""
        if act.entry.get("agent") and agent is None and k == start and k not in self.victims.numbers:
            return None  # the doer comes first
        deed = act.part == "act"
        bare = deed and (k == start or bool(act.entry.get("needs")))
        group = self.victims.at(k, self.last, act=deed, bare=bare)
        return None if group is not None and not deed and (group.kind or group.like) else group

    def _does(self, act: Word, group: Group, k: int) -> bool:
        """Whether the group at token ``k`` is who does it, the object coming behind."""
        if k in self.victims.numbers or group.like or act.part == "carrier" or act.entry.get("said"):
            return False
        if self._is_person(group, k) and act.entry.get("agent"):
            return True
        several = not group.counted and self.page.form(k).endswith(self.grammar.nominative)
        active = bool(act.entry.get("doer")) and act.tense == "past"
        return (several and active) or self._object_after(group.last, several=several)

    def _doer_before(self, act: Word) -> Reference | None:
        """The party or body right before a verb with its object behind it: «إن الحوثيين اختطفوا ثلاثة جنود»."""
        reference = self.victims.cast.at(act.first - 1) if act.pos == "verb" and not act.cut else None
        if reference is None or reference.last != act.first or not reference.by_name:
            return None
        if not self._opens_clause(reference.first):
            return None  # «بحسب حصيلة للوكالة قتل …», «أعلنتها الوزارة قتل …»
        return reference if self.victims.cast.is_body(reference.entities[0]) else None

    def _opens_clause(self, k: int) -> bool:
        """Whether a name at token ``k`` stands where the subject of a clause does: behind «إن» or a mark, or first."""
        before = self.page.form(k - 1)
        first = k == self.first or not self.page.is_word(k - 1) or before in self.grammar.clause_breaks
        particles = self.victims.cast.clitics_before_name(self.page.tokens[k].span)
        joined = self.page.form(k)[:particles].strip("وف")
        return (first or before in self.grammar.openers) and not joined

    def _follows(self, k: int, agent: Reference | None) -> bool:
        """Whether only the doer, where he is, or an adverb of time stands between the verb and token ``k``."""
        if agent is not None and agent.last < k and self.page.form(agent.last) in self.victims.prepositions:
            place = self.victims.cast.at(agent.last + 1)
            if place is not None and place.last == k and self.page.form(k).endswith(self.grammar.accusatives):
                return True  # «اعتقلت السلطات في باكستان قياديا»
        return (agent is not None and agent.last == k) or any(s.entry.layer == "time" for s in self.page.senses[k - 1])

    def _behind_doer(self, start: int, k: int) -> bool:
        """Whether one definite noun stands between a verb and an accusative: «أعدم التنظيم جنديا»."""
        doer = k == start + 1 and self.page.form(start).startswith("ال") and not self.words.at(start, "fallen", "other")
        return doer and self.page.form(k).endswith(self.grammar.accusatives) and self.words.at(k, "victim") is not None

    def _past_scene(self, start: int, k: int) -> bool:
        """Whether only where or in what it happened stands between the verb and token ``k``: «قتل في المعارك ضابط»."""
        if not start + 1 < k <= start + _SCENE or self.page.form(start) not in self.victims.prepositions:
            return False
        words = range(start + 1, k)
        return all(
            self.page.form(n).startswith("ال") or self.victims.cast.at(n) is not None or self.words.at(n, "one")
            for n in words
        )

    def _is_person(self, group: Group, k: int) -> bool:
        reference = self.victims.cast.at(group.last - 1)
        return (
            reference is not None
            and group.first == k
            and group.counted
            and self.victims.numbers.get(k) is None
            and not group.like
        )

    def _object_after(self, k: int, *, several: bool) -> bool:
        """Whether a counted or named group follows, so that what stood before it is the subject.

        Behind ``several`` who do it a single person is enough: «خطف مسلحون مدير المصرف».
        """
        aside = range(0)  # a time between commas, which may stand anywhere
        for n in range(k, min(self.last, k + _OBJECT_WINDOW)):
            form = self.page.form(n)
            if form in COMMAS and n not in aside:
                aside = range(n, self._past_aside(n))
            if n in aside:
                continue
            if (
                form in STOPS
                or form in COMMAS
                or form in self.grammar.relatives
                or form == self.grammar.joiner
                or self._according(n)
                or self.words.at(n, "act", "subset")
                or (form.startswith(self.grammar.joiner) and self.words.at(n, "victim"))
            ):
                return False
            if self.page.form(n - 1) not in self.victims.prepositions and self._object_at(
                n, later=n > k, one=several and n == k
            ):
                return True
        return False

    def _only_sounds_so(self, k: int) -> bool:
        """Whether a singular ends like an object only by its letters: «سجين»."""
        return all(w.number == "sg" and not self.page.form(k).endswith("ا") for w in self.words.all_at(k, "victim"))

    def _object_at(self, k: int, *, later: bool = False, one: bool = False) -> bool:
        """Whether an object begins at ``k``: a number, a name, an accusative further on, or any ``one`` person."""
        if k in self.victims.numbers and self.victims.numbers[k].cut == 0:
            group = self.victims.at(k, self.last, act=True)
            return group is not None and not group.like
        group = (
            self.victims.at(k, self.last, act=True) if k < self.last and not self.page.form(k).startswith("و") else None
        )
        if group is None:
            return False
        if one and group.count == "1" and not group.like:
            return True
        told = group.count in ("1", "2") and group.counted and not group.like and not later
        if told and self.page.form(k).endswith(self.grammar.accusatives) and not self._only_sounds_so(k):
            return True  # «مسلحو التنظيم أعدموا رجلين»
        apart = self.page.form(k - 1).startswith("ال") or not self.page.is_word(k - 1)  # not «إيواء مسلحين»
        several = group.counted or (apart and self.page.form(k).endswith(self.grammar.accusatives[-1]))
        return group.person is not None or (
            later and several and not group.like and self.page.form(k).endswith(self.grammar.accusatives)
        )
