"""Who did what to whom: the arguments of an event word from its clause."""

from collections import Counter
from dataclasses import dataclass, replace

from hudna.lexicon import Sense
from hudna.reading.cast import Cast, Reference
from hudna.reading.event.chunk import AGENT, Chunk, chunks
from hudna.reading.event.clause import Clauses, finite, may_be_finite
from hudna.reading.event.grammar import Frame, Grammar
from hudna.reading.event.trigger import Trigger
from hudna.reading.page import Page
from hudna.text import TokenKind

_DECLARED = frozenset({"MOBILIZE", "AGREE", "SANCTION", "COERCE", "RETREAT", "REJECT", "SUPPORT", "REQUEST", "AID"})
_REACH = 5  # words after an indefinite noun in which its verb («غارة جوية نفذها …») may begin
_DOMINANT = 3  # times as often as any other an armed party must be named to be «the rebels» of a document
_GOVERNOR = 30  # words before an event noun in which the verb that carries it may stand, long titles between


@dataclass(frozen=True, slots=True)
class Roles:
    """The arguments of one event word.

    Attributes:
        actors, targets: ids in the order of the text, "unnamed: …" among them.
        places: ids of places, nearest first.
        content: (first, last) tokens of what is asked, refused or alleged, or None.
        rule: id of the rule that found the actor.
        carrier: position of the verb that carries the noun, or None.
        consumed: position of a verb that tells the same event («هجمات استهدفت …»), or None.

    """

    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    content: tuple[int, int] | None = None
    rule: str = "event.noun"
    carrier: int | None = None
    consumed: int | None = None


class RoleFinder:
    """Finds arguments in one sentence; it knows the page, the cast and the clauses, and changes none of them."""

    def __init__(self, page: Page, cast: Cast, grammar: Grammar, clauses: Clauses) -> None:
        """Look at one sentence of ``page``."""
        self.page, self.cast, self.grammar, self.clauses = page, cast, grammar, clauses
        self.armed_party = _armed_party(cast)

    def frame(self, trigger: Trigger) -> Frame:
        """The frame of an event word."""
        return self.grammar.frames[trigger.entry.get("frame")]

    def roles(self, trigger: Trigger) -> Roles:
        """The arguments of ``trigger``."""
        found = self._of_verb(trigger) if trigger.verbal else self._of_noun(trigger)
        return replace(found, places=found.places or self._place_nearby(trigger))

    # --- verbs -----------------------------------------------------------------------------------------------------
    def _of_verb(self, trigger: Trigger) -> Roles:
        frame = self.frame(trigger)
        right = self._right(trigger.last)
        bare = [c for c in right if not c.prep and (c.named or c.crowd or c.thing)]
        participle = trigger.sense.pos == "active"
        topic = None if participle else self._topic(trigger.first)
        by = next((c for c in right if c.prep == AGENT), None)
        subject: Chunk | tuple[str, ...] | None
        if by is not None:
            subject, obj = by, (bare[0] if bare else topic)
            rule = "event.passive-agent"
        elif participle or self._after_pronoun(trigger.first):
            subject, obj, rule = None, (bare[0] if bare else None), "event.elided"
        elif topic is not None and frame is self.grammar.frames["kill"] and not bare:
            subject, obj, rule = None, topic, "event.passive"
        elif topic is not None:
            subject, obj, rule = topic, (bare[0] if bare else None), "event.subject-verb"
        elif not bare and (earlier := self._conjoined(trigger)) is not None:
            subject, obj, rule = earlier, None, "event.elided-subject"
        elif len(bare) == 1 and frame.object == "target" and self._runs_on(trigger) and (earlier := self._conjoined(trigger)) is not None:
            subject, obj, rule = earlier, bare[0], "event.elided-subject"
        elif len(bare) >= 2 or (bare and not self._suffers(trigger, bare[0])):  # noqa: PLR2004 - subject and object
            subject, obj, rule = bare[0], (bare[1] if len(bare) > 1 else None), "event.verb-subject"
        else:
            subject, obj, rule = None, (bare[0] if bare else None), "event.passive" if bare else "event.elided"
        roles = Roles(rule=rule)
        roles = self._add(roles, frame.subject, subject)
        roles = self._add(roles, frame.object, obj)
        return self._prepositions(roles, frame, right, trigger)

    def _after_pronoun(self, i: int) -> bool:
        """Whether the subject of a verb is the pronoun on the complementiser before it: «أنه استضاف», «أنها قد ردت»."""
        return any(f in self.grammar.pronominal for f in (self.page.form(i - 1), self.page.form(i - 2)))

    def _suffers(self, trigger: Trigger, chunk: Chunk) -> bool:
        """Whether the only noun phrase beside a verb of force is what is hit: a place, a thing, or a person killed."""
        if trigger.entry.get("event") not in ("ASSAULT", "COERCE"):
            return False
        if chunk.thing or self._is_number(chunk.first):
            return True
        entities = [self.cast.entity(e) for r in chunk.named for e in r.entities]
        frame = trigger.entry.get("frame")
        if frame in ("kill", "detain"):
            return not any(e and e.type == "ORG" for e in entities)
        return bool(entities) and all(e is not None and e.type in ("LOC", "FAC") and not self._is_state(e.id) for e in entities)

    def _is_number(self, i: int) -> bool:
        return self.page.tokens[i].kind is TokenKind.NUMBER or bool(self.page.layer(i, "number"))

    def _topic(self, i: int) -> Chunk | None:
        """The noun phrase before a verb in its own clause («أن القوات شنت …», «القوات التي شنت …»)."""
        first, _ = self.clauses.around(i)
        if first > 0 and self._is_relative(first) and first < i:
            antecedent = self.cast.at(first - (2 if self.page.form(first - 1) in self.grammar.copulas else 1))
            if antecedent is not None and not self._bare_after(i):
                return Chunk("", antecedent.first, antecedent.last, (antecedent,), None, thing=False)
            return None
        if first == i:
            return self._before_comma(i)
        left = chunks(self.page, self.cast, self.grammar, first, i)
        bare = [c for c in left if not c.prep and (c.named or c.crowd)]
        return bare[0] if bare else None

    def _before_comma(self, i: int) -> Chunk | None:
        """A subject that a comma parts from its verb: «أن قوات المقاومة، استولت …»."""
        if i <= self.clauses.starts[0] or self.page.form(i - 1) not in ("،", ","):
            return None
        first, last = self.clauses.around(i - 1)
        if any(finite(self.page, k) for k in range(first, last)):
            return None
        left = [c for c in chunks(self.page, self.cast, self.grammar, first, i - 1) if not c.prep and (c.named or c.crowd)]
        return left[0] if left else None

    def _bare_after(self, i: int) -> bool:
        return any(not c.prep and c.named for c in self._right(i + 1)[:1])

    def _is_relative(self, i: int) -> bool:
        form = self.page.form(i)
        return form in self.grammar.relatives or form[1:] in self.grammar.relatives

    # --- nouns -----------------------------------------------------------------------------------------------------
    def _of_noun(self, trigger: Trigger) -> Roles:
        frame = self.frame(trigger)
        right = self._own(self._right(trigger.last))
        roles = Roles(rule="event.noun")
        if trigger.sense.pronoun and (trigger.sense.pos == "noun" or (right and not right[0].prep)):
            roles = self._possessor(roles, frame, trigger)
        if right and not right[0].prep:
            roles = self._genitive(roles, frame, trigger, right[0])
            if len(right) > 1 and not right[1].prep and roles.actors:
                roles = self._add(roles, frame.object, right[1])
        roles = self._prepositions(roles, frame, right, trigger)
        if not roles.actors or not roles.targets:
            roles = self._relative(roles, frame, trigger)
        roles = self._carried(roles, frame, trigger)
        towards = trigger.sense.clitics[-1:] in ("ب", "ل") or (trigger.sense.definite and self.page.form(trigger.first - 1) in ("الي", "علي"))
        if not roles.actors and roles.carrier is None and towards and trigger.sense.pos == "masdar":
            return self._add(replace(roles, rule="event.purpose"), frame.subject, self._topic(trigger.first))
        if trigger.entry.get("event") == "SUPPORT" and roles.actors and not roles.targets and (frame.subject == "-" or any(c.prep == "من" for c in right)):
            helped = self._clause_subject(trigger.first)  # «X بدعم من Y»
            return self._add(roles, "target", helped)
        if frame.pair and frame.object == "actor" and roles.carrier is None and len(roles.actors) < 2:  # noqa: PLR2004 - a pair
            beside = self.page.form(trigger.first - 1) in self.grammar.occasions or trigger.sense.clitics[-1:] == "ب"
            mutual = any(self.page.form(k) in self.grammar.mutual for k in range(trigger.last, trigger.last + 3))
            other = self._clause_subject(trigger.first) if beside or mutual else None
            people = self._people_and_places(other, "actor")[0] if other else ()
            if trigger.entry.get("event") == "ASSAULT" and not roles.actors:
                people = ()  # one side alone does not make a clash
            return replace(roles, actors=_joined(people, roles.actors), rule="event.clause-subject" if people else roles.rule)
        return roles

    def _declares(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether announcing it is doing it: a measure, or the destruction of what is the other side's."""
        kind = trigger.entry.get("event")
        return kind in _DECLARED or (kind == "ASSAULT" and bool(roles.targets))

    def _clause_subject(self, i: int) -> Chunk | None:
        """The subject of the verb in whose clause token ``i`` stands: «اقترح الوزير في مكالمة هاتفية مع نظيره …»."""
        first, _ = self.clauses.around(i)
        for k in range(i - 1, first - 1, -1):
            if may_be_finite(self.page, k) and self.cast.at(k) is None:
                return self._subject_of(k, i, verbal=True)
        return self._topic(i)

    def _own(self, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
        """The phrases that belong to a noun: up to the next event word or comma («اتصال بينهما، … في الصراع بين …»)."""
        for n, chunk in enumerate(right):
            told = any(s.pos in ("noun", "masdar") for k in range(chunk.first, chunk.last) for s in self.page.layer(k, "event"))
            if n and (self.page.form(chunk.first - 1) in ("،", ",") or (chunk.prep and self.page.form(chunk.first - 2) in ("،", ",")) or (told and chunk.prep)):
                return right[:n]
        return right

    def _possessor(self, roles: Roles, frame: Frame, trigger: Trigger) -> Roles:
        """Whom the pronoun on the noun stands for: «هجماتهم», «اتهامه الجيش»."""
        owner = self.cast.at(trigger.first)
        chunk = Chunk("", owner.first, owner.last, (owner,), None, thing=False) if owner else self._topic(trigger.first)
        return self._add(replace(roles, rule="event.possessor"), frame.subject, chunk)

    def _genitive(self, roles: Roles, frame: Frame, trigger: Trigger, chunk: Chunk) -> Roles:
        """A name in construct with the noun, or an adjective of nationality: «قصف القوات», «الغارات الإسرائيلية»."""
        adjectives = tuple(r for r in chunk.references if r.how == "nisba")
        full = tuple(r for r in chunk.references if r.how != "nisba")
        rule = "event.noun-genitive"
        of_noun = trigger.sense.pos == "masdar" and frame.object == "target" and adjectives and adjectives[0].first > trigger.last
        if of_noun and not full:  # «تدمير نظامي صواريخ أرمينية»: the adjective is that of what is destroyed
            return self._add(replace(roles, rule=rule), frame.object, chunk)
        if adjectives and (not full or adjectives[0].first < full[0].first) and not chunk.thing:
            roles = self._add(replace(roles, rule="event.noun-nisba"), frame.subject, _only(chunk, adjectives[:2]))
            if full:
                return self._add(roles, frame.object, _only(chunk, full))
            return roles
        if chunk.thing:
            return self._add(replace(roles, rule=rule), frame.object, chunk)
        if full and self._only_places(full):
            return self._add(replace(roles, rule=rule), frame.object, _only(chunk, full))
        if full or chunk.crowd:
            governed = trigger.sense.clitics[-1:] in ("ب", "ل") or self.page.form(trigger.first - 1) in ("في", "علي")
            done = trigger.sense.pos == "masdar" and frame.object == "target" and (governed or self._carrier(trigger) == "do" or self.page.form(trigger.first - 1) in self.grammar.passive_auxiliaries)
            role = frame.object if trigger.sense.pronoun or done else trigger.entry.get("genitive", frame.genitive)
            return self._add(replace(roles, rule=rule), role, chunk)
        return roles

    def _relative(self, roles: Roles, frame: Frame, trigger: Trigger) -> Roles:
        """A clause that says who: «الهجمات التي شنتها أرمينيا», «غارة جوية نفذها الطيران»."""
        page = self.page
        for i in range(trigger.last, min(trigger.last + _REACH, self.clauses.end)):
            relative = self._is_relative(i)
            verb = i + 1 if relative else i
            if not page.is_word(verb) or not may_be_finite(page, verb):
                continue
            senses = [s for s in page.senses[verb] if s.pos == "verb" and s.entry.layer in ("light", "event")]
            hits = any(s.entry.id in ("target", "attribute_to") for s in senses)
            resumed = self.page.form(verb + 1) in self.grammar.resumptives
            if not senses or not (relative or hits or resumed or any(s.pronoun for s in senses)):
                return roles
            if resumed:
                subject = next((c for c in self._right(verb + 2)[:1] if not c.prep), None)
                return self._add(replace(roles, consumed=verb, rule="event.resumed"), frame.subject, subject)
            if any(s.entry.id == "attribute_to" for s in senses):
                blamed = next((c for c in self._right(verb + 1) if c.prep in ("الي", "ل") and c.named), None)
                return self._add(replace(roles, rule="event.attributed"), frame.subject, blamed)
            if any(s.entry.get("carries") in ("happen", "witness") for s in senses):
                right = self._right(verb + 1)
                return self._prepositions(roles, frame, right, trigger)
            right = self._right(verb + 1)
            bare = [c for c in right if not c.prep and (c.named or c.crowd)]
            hits = any(s.entry.id == "target" for s in senses) and not any(s.pronoun for s in senses)
            if hits:
                roles = replace(roles, consumed=verb)
                bare = bare or [c for c in right if not c.prep and c.thing]
            if bare:
                role = frame.object if hits else frame.subject
                roles = self._add(replace(roles, rule="event.noun-relative"), role, bare[0])
            return self._prepositions(roles, frame, right, trigger)
        return roles

    def _carrier(self, trigger: Trigger) -> str | None:
        """How the nearest carrying verb right before the noun carries it, if there is one in the clause."""
        first, _ = self.clauses.around(trigger.first)
        for i in range(trigger.first - 1, max(first, trigger.first - _GOVERNOR) - 1, -1):
            if self._blocks(i):
                return None
            if (sense := self._light(i, trigger)) is not None:
                return str(sense.entry.get("carries"))
        return None

    def _blocks(self, i: int) -> bool:
        """Whether what stands before token ``i`` cannot carry a noun behind it: a blocker, or a verb of its own meaning."""
        if self.page.form(i) in self.grammar.blockers:
            return True
        verb = finite(self.page, i)
        return verb is not None and self.cast.at(i) is None and not self.page.layer(i, "light")

    def _light(self, i: int, trigger: Trigger) -> Sense | None:
        """The reading of token ``i`` as a carrying verb; «تجري» right before the noun is «happens», else «conducts»."""
        senses = self.page.layer(i, "light")
        if self.page.form(i - 1) in self.grammar.prepositions:
            senses = tuple(s for s in senses if s.pos != "verb")  # «في وجه …» is no verb
        happens = next((s for s in senses if s.entry.get("carries") == "happen"), None)
        if happens is not None and i + 1 == trigger.first:
            return happens
        return next((s for s in senses if s is not happens), happens)

    def _carried(self, roles: Roles, frame: Frame, trigger: Trigger) -> Roles:
        """The verb that carries the noun: «شنت القوات هجوما», «تعرضت المدينة لقصف», «اندلعت اشتباكات»."""
        page = self.page
        first, _ = self.clauses.around(trigger.first)
        for i in range(trigger.first - 1, max(first, trigger.first - _GOVERNOR) - 1, -1):
            if self._blocks(i):
                return roles
            light = self._light(i, trigger)
            if light is None:
                continue
            carries = light.entry.get("carries")
            if carries == "happen":
                return replace(roles, carrier=i)
            subject = self._subject_of(i, trigger.first, verbal=light.pos == "verb") or self._earlier_subject(i)
            roles = replace(roles, carrier=i)
            if subject is None or (carries == "declare" and not self._declares(trigger, roles)):
                return roles
            if carries == "witness":
                return self._add(roles, "place", subject)
            if carries == "undergo":
                return roles if roles.targets else self._add(replace(roles, rule="event.undergo"), frame.object, subject)
            if roles.actors and not frame.pair:
                return roles
            carried = self._add(replace(roles, actors=(), rule="event.carried"), frame.subject, subject)
            return replace(carried, actors=_joined(carried.actors, roles.actors))
        return roles

    def addressee(self, content: tuple[int, int]) -> tuple[str, ...]:
        """Who is to act in what is asked for: «طالب بأن ينسحب المتمردون»."""
        first, last = content
        for i in range(first, min(first + _REACH, last)):
            if self.page.form(i) in self.grammar.complementisers:
                verb = next((k for k in range(i + 1, min(i + _REACH, last)) if finite(self.page, k)), None)
                subject = self._subject_of(verb, last, verbal=False) if verb is not None else None
                return self._people_and_places(subject, "target")[0] if subject else ()
        return ()

    def _runs_on(self, trigger: Trigger) -> bool:
        """Whether a conjoined verb follows the last one without a comma: it has the same subject («ردت وأجبرت القوات على …»)."""
        return self.page.is_word(trigger.first - 1) and trigger.first > self.clauses.starts[0]

    def _conjoined(self, trigger: Trigger) -> Chunk | None:
        """The subject that a conjoined verb shares with the verb before it: «شنت القوات هجوما وقصفت …»."""
        joined = trigger.sense.clitics[:1] in ("و", "ف") and trigger.sense.clitics
        return self._earlier_subject(trigger.first) if joined else None

    def _earlier_subject(self, i: int) -> Chunk | None:
        """The subject of the nearest verb before ``i`` in the sentence, for a verb that has none of its own."""
        for k in range(i - 1, self.clauses.starts[0] - 1, -1):
            if finite(self.page, k) is None or self.cast.at(k) is not None:
                continue
            last = min((s for s in self.clauses.starts if s > k), default=self.clauses.end)
            if (subject := self._subject_of(k, last, verbal=True)) is not None:
                return subject
        return None

    def _subject_of(self, verb: int, before: int, *, verbal: bool) -> Chunk | None:
        between = chunks(self.page, self.cast, self.grammar, verb + 1, before)
        bare = next((c for c in between[:1] if not c.prep and (c.named or c.crowd)), None)
        return (self._topic(verb) if verbal else None) or bare

    # --- both ------------------------------------------------------------------------------------------------------
    def _right(self, i: int) -> tuple[Chunk, ...]:
        """Noun phrases from ``i`` to the end of its clause."""
        if i >= self.clauses.end:
            return ()
        last = min((s for s in self.clauses.starts if s >= i), default=self.clauses.end)
        return chunks(self.page, self.cast, self.grammar, i, last)

    def _prepositions(self, roles: Roles, frame: Frame, right: tuple[Chunk, ...], trigger: Trigger) -> Roles:
        asked = False
        for chunk in right:
            if not chunk.prep:
                continue
            if chunk.prep == AGENT:
                if not roles.actors:
                    roles = self._add(replace(roles, rule="event.agent"), "actor", chunk)
                continue
            role = frame.prepositions.get(chunk.prep)
            if chunk.prep == "ل" and role == "target" and self._owns(chunk, right, roles, trigger):
                role = "actor"  # «قصف للقوات …» without a doer before it: theirs
            if trigger.verbal and chunk.prep == "ل" and not frame.verb_takes_l:
                continue  # «الموالين لروسيا» belongs to the noun before it
            if frame.prepositions.get("بين") == "actor" and chunk.prep == "مع" and any(c.prep == "بين" for c in right):
                continue  # «الحدود مع …» after «بين … و…»
            if asked:  # whoever is named in what is asked for is no party to the asking
                if role is None and chunk.prep in self.grammar.place_prepositions:
                    roles = self._add(roles, "place", chunk)
                continue
            if role == "content":
                asked = True
                roles = replace(roles, content=roles.content or (chunk.first, self.clauses.end))
            elif role == "act" and roles.content is None:
                roles = replace(roles, content=(chunk.first, chunk.last))
            if role in ("actor", "target", "host", "both") and (chunk.named or chunk.crowd):
                if role == "actor" and chunk.prep == "من" and self._only_places(chunk.named):
                    continue
                roles = self._add(roles, role, chunk)
            elif role is None and chunk.prep in self.grammar.place_prepositions:
                roles = self._add(roles, "place", chunk)
        return roles

    def _owns(self, chunk: Chunk, right: tuple[Chunk, ...], roles: Roles, trigger: Trigger) -> bool:
        """Whether «ل» after a noun of force names the doer: «قصف للقوات …», with nobody before it and no target named."""
        before = right[: right.index(chunk)]
        free = roles.consumed is None and not roles.actors and not chunk.thing
        return free and trigger.entry.get("event") == "ASSAULT" and not trigger.verbal and all(c.prep == "ب" or not (c.prep or c.thing) for c in before) and self._carrier(trigger) != "do"

    def _add(self, roles: Roles, role: str, chunk: Chunk | None) -> Roles:
        """``roles`` with whom ``chunk`` names in ``role``."""
        if chunk is None or role == "-":
            return roles
        if role in ("content", "act"):
            return replace(roles, content=roles.content or (chunk.first, chunk.last))
        people, places = self._people_and_places(chunk, role)
        if role == "place":
            return replace(roles, places=_joined(roles.places, places))
        roles = replace(roles, places=_joined(roles.places, places))
        if role == "both":
            return replace(roles, actors=_joined(roles.actors, people), targets=_joined(roles.targets, people))
        if role == "target":
            return replace(roles, targets=_joined(roles.targets, people))
        return replace(roles, actors=_joined(roles.actors, people))

    def _people_and_places(self, chunk: Chunk, role: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        people: list[str] = []
        places: list[str] = []
        for reference in chunk.named:
            for entity_id in reference.entities:
                entity = self.cast.entity(entity_id)
                mere_place = entity is not None and entity.type in ("LOC", "FAC") and not self._is_state(entity_id)
                if role == "place":
                    if entity is not None and entity.type in ("LOC", "FAC"):
                        places.append(entity_id)
                elif mere_place and not (role == "actor" and reference.how == "side"):
                    places.append(entity_id)
                else:
                    people.append(entity_id)
        if chunk.crowd and role != "place" and (not places or people):
            people.append((chunk.party and self.armed_party) or f"unnamed: {chunk.crowd}")
        return tuple(people), tuple(places)

    def _is_state(self, entity_id: str) -> bool:
        return entity_id.startswith("loc.") and len(entity_id) == 7 and entity_id[4:].isupper()  # noqa: PLR2004 - loc.ISO

    def _only_places(self, references: tuple[Reference, ...]) -> bool:
        entities = [self.cast.entity(e) for r in references for e in r.entities]
        return bool(entities) and all(e is not None and e.type in ("LOC", "FAC") and not self._is_state(e.id) for e in entities)

    def _place_nearby(self, trigger: Trigger) -> tuple[str, ...]:
        """The first place after a locative preposition in the clause, after the event word if there is one."""
        first, last = self.clauses.around(trigger.first)
        for left, right in ((trigger.last, max(last, trigger.last)), (first, trigger.first)):
            for chunk in chunks(self.page, self.cast, self.grammar, left, right):
                if chunk.prep in self.grammar.place_prepositions:
                    _, places = self._people_and_places(chunk, "place")
                    if places:
                        return places
        return ()


def _armed_party(cast: Cast) -> str | None:
    """The body of the armed party without a state that the document is about, None where there is none or no clear one."""
    parties = {e.id: e for e in cast.entities if e.type == "ORG" and e.side and e.side.islower()}
    told = Counter(parties[m.entity].side for m in cast.mentions if m.entity in parties).most_common(2)
    if not told or (len(told) > 1 and told[0][1] < _DOMINANT * told[1][1]):
        return None
    return next(e.id for e in cast.entities if e.id in parties and e.side == told[0][0])


def _only(chunk: Chunk, references: tuple[Reference, ...]) -> Chunk:
    return chunk._replace(references=references)


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return old + tuple(x for x in dict.fromkeys(new) if x not in old)
