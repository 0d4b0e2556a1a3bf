"""One sentence as the event rules see it: noun phrases beside a word, whom they name and on which side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from hudna.reading.cast import Cast, Reference
from hudna.reading.event.allegiance import stands_by, thought_before
from hudna.reading.event.boundary import nation_at
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.chunker import chunks
from hudna.reading.event.clause import Clauses
from hudna.reading.event.forces import is_group
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.reading.grammar import Frame, Grammar
from hudna.reading.homeland import may_be_of
from hudna.reading.model import Attribution, Time
from hudna.reading.page import Page
from hudna.reading.particle import conjoined
from hudna.reading.scene import is_country, is_state
from hudna.text import COMMAS, TokenKind

_LASTING = frozenset({"talks", "negotiation", "dialogue_noun"})  # entries of talks that go on for days
_RECALLED = 4  # sentences back to «مسلحون» of whom «المسلحون» go on to tell
_TOLD = 2  # sentences back to the soldiers of whom «الجنود» goes on to tell
_SPELL = 6  # words back from «من» to the preposition before a number and its unit
_REPLY = 4  # words of «رد فعل قوي» before «على»
WINDOW = 80  # tokens to either side of a word in which its arguments are looked for; no clause of news is longer

_NATIONALS = "unnamed: nationals"
_PARTIES = "the parties"  # of one nation they are not their state: «الأطراف الليبية»
_REST = "others"  # «الباقون» of events/crowd.yaml
_SOLDIERS = "soldiers"  # the entry of events/crowd.yaml
_PAIR = 2  # phrases back to the first of the two of «بين»: «بين الجيش، بقيادة فلان الذي …، والحركة»
_ASIDE = 12  # tokens of a relative clause between commas


@dataclass(frozen=True, slots=True)
class EventScene:
    """A sentence with its page, cast and clauses; nothing here changes them.

    Attributes:
        page, cast, grammar: as everywhere in this room.
        clauses: the clauses of the sentence.
        armed_party: the body that «the rebels» of this document are, or None.
        army: the body that «the soldiers» of this document are, or None.
        flier: the army whose «the planes» of this document are, or None.
        times, attributions: those of this sentence; an attribution belongs to that of its content and of its cue.

    """

    page: Page
    cast: Cast
    grammar: Grammar
    clauses: Clauses
    armed_party: str | None
    army: str | None
    flier: str | None
    times: Sequence[Time]
    attributions: Sequence[Attribution]
    _held: dict[tuple[int, int], tuple[Chunk, ...]] = field(default_factory=dict, repr=False)

    def frame(self, trigger: Trigger) -> Frame:
        """The frame of an event word."""
        return self.grammar.frames[trigger.entry.get("frame")]

    def chunks(self, first: int, last: int) -> tuple[Chunk, ...]:
        """The noun phrases among tokens ``first`` to ``last``."""
        if (first, last) not in self._held:  # several rules ask for the same phrases
            self._held[first, last] = chunks(self.page, self.cast, self.grammar, first, last)
        return self._held[first, last]

    def right(self, i: int) -> tuple[Chunk, ...]:
        """Noun phrases from ``i`` to the end of its clause."""
        if i >= self.clauses.end or (finite(self.page, i) is not None and self.cast.at(i) is None):
            return ()
        end = min(self.clauses.next_start(i), i + WINDOW)
        backed = self._aside_end(i - 1) if self.page.form(i - 1) in self.grammar.backing else None
        end = end if backed is None else min(end, backed - 1)  # «…، تساندها قوات الاتحاد | ، الحركة»: not the movement
        closing = (self._aside_end(end) or self._closed_by_doer(end)) if i < end else None
        behind = self.chunks(closing, min(self.clauses.next_start(closing), closing + WINDOW)) if closing else ()
        ahead = self.chunks(i, end)
        if ahead and behind and not behind[0].prep and conjoined(self.page, behind[0].first):
            behind = (behind[0]._replace(prep=ahead[-1].prep), *behind[1:])  # «بين المسلحين، الذين …، والجيش»
        helped = bool(ahead) and self.page.form(ahead[-1].last) in self.grammar.backing  # «بين القوات | يساندها الحشد»
        return ahead + (behind or self._other_side(ahead, ahead[-1].last if helped else end))

    def _other_side(self, ahead: tuple[Chunk, ...], i: int) -> tuple[Chunk, ...]:
        """The second of the two of «بين» behind a relative clause at ``i``: «بين قوات تركيا التي … والجيش»."""
        first = next((c for c in reversed(ahead[-_PAIR:]) if c.prep == "بين"), None)
        if first is None or ahead[-1].prep not in ("بين", "ب") or i >= self.clauses.end:
            return ()
        if not self.is_relative(i) and self.page.form(i) not in self.grammar.backing:
            return ()
        if len({e for r in first.named for e in r.entities}) != 1:
            return ()
        for k in range(i + 2, min(i + _ASIDE, self.clauses.end)):
            if self.page.form(k) == "وبين":
                return tuple(c._replace(prep="بين") for c in self.chunks(k + 1, self.clauses.end)[:1])
            named = self.cast.at(k)
            if named is None or named.how == "nisba" or not conjoined(self.page, k) or self.only_places((named,)):
                continue
            if not all(map(is_country, named.entities)):
                return (Chunk.of(named)._replace(prep="بين"),)
        return ()

    def _aside_end(self, i: int) -> int | None:
        """One past a clause between commas at ``i`` about whom stands before it: «الوزير، الذي يزور باريس، تركيا …».

        Or on who backs him: «تقاتل الحكومة، تساندها قوات الاتحاد، الحركة».
        """
        if i >= self.clauses.end or self.page.form(i - 1) not in COMMAS:
            return None
        if not (self.is_relative(i) or self.page.form(i) in self.grammar.backing):
            return None
        marks = (k for k in range(i + 1, min(i + _ASIDE, self.clauses.end)) if self.page.form(k) in COMMAS)
        closing = next(marks, None)
        if closing is None or closing + 1 >= self.clauses.end or closing + 1 in self.clauses.starts:
            return None
        return closing + 1

    def _closed_by_doer(self, i: int) -> int | None:
        """Where the next phrase begins behind a relative clause that its doer closes: «الذي تدعمه واشنطن | روسيا ب…».

        The verb right behind the relative pronoun has its object on it, so that the second name can only be outside.
        """
        doer = self.closing_doer(i)
        if doer is None:
            return None
        other = self.cast.at(doer.last) if doer.last < self.clauses.end else None
        if other is None or not other.by_name or conjoined(self.page, other.first):
            return None
        apart = self.cast.clitics_before_name(self.page.tokens[other.first].span) == 0
        return other.first if apart and not set(other.entities) & set(doer.entities) else None

    def closing_doer(self, i: int) -> Reference | None:
        """The doer behind the verb of a relative clause at ``i`` that has its object on it: «الذي تقوده | واشنطن»."""
        if i + 2 >= self.clauses.end or not self.is_relative(i):
            return None
        verb, doer = finite(self.page, i + 1), self.cast.at(i + 2)
        told = verb is not None and verb.pronoun != "" and doer is not None and doer.first == i + 2
        return doer if told and doer is not None and doer.how != "nisba" else None

    def pairs_behind(self, i: int) -> bool:
        """Whether «بين» brings in phrases behind token ``i`` in its clause."""
        return any(c.prep == "بين" for c in self.right(i))

    def is_answered(self, i: int) -> bool:
        """Whether the deed at token ``i`` is one that others answer: «ردا على | قصف …», «رد فعل قوي على | الهجوم»."""
        if self.page.form(i - 1) != "علي":
            return False
        near = range(i - 2, max(i - 2 - _REPLY, -1), -1)
        told = takewhile(lambda k: self.page.is_word(k) and self.page.form(k) not in self.grammar.prepositions, near)
        return any(self.page.form(k) in self.grammar.replies for k in told)

    def governing(self, i: int) -> str:
        """The word before token ``i``, or before what counts it: «خلال آخر اجتماع», «بعد عامين من المفاوضات»."""
        since = self._counted_since(i)
        return since or self.page.form(i - 2 if self.page.form(i - 1) in self.grammar.ordinals else i - 1)

    def _counted_since(self, i: int) -> str:
        """The preposition before a time that something took: «بعد | أربع سنوات من المفاوضات», "" for none."""
        first, grammar = self.clauses.starts[0], self.grammar
        counted = self.page.form(i - 1) == "من" and i - 2 >= first and self.page.form(i - 2) in grammar.spells
        told = self.page.layer(i, "event")  # «بعد ساعات من الاجتماع» is later
        lasts = any(s.entry.id in _LASTING or s.entry.get("mode") == "clash" for s in told)
        counted = counted and lasts
        near = range(i - 3, max(i - _SPELL, first) - 1, -1) if counted else ()
        return next((f for k in near if (f := self.page.form(k).removeprefix("و")) in grammar.occasions_in_time), "")

    def before(self, i: int) -> Sequence[int]:
        """Positions before ``i`` in its clause, nearest first; a relative clause between commas is passed over.

        «شنت الحركة، التي تسيطر على الجنوب، هجوما».
        """
        first, _ = self.clauses.around(i)
        closing = self._aside_before(first, i)
        doer = self.closing_doer(first) if first > self.clauses.starts[0] else None
        if doer is not None and doer.last == i:  # «كثفت طائرات التحالف | الذي تقوده واشنطن | غاراتها»
            outer, _ = self.clauses.around(first - 1)
            return (*range(i - 1, doer.last - 1, -1), *range(first - 1, max(outer, i - WINDOW) - 1, -1))
        if closing is None:
            return range(i - 1, max(first, i - WINDOW) - 1, -1)
        outer, _ = self.clauses.around(first - 1)
        return (*range(i - 1, closing, -1), *range(first - 2, max(outer, i - WINDOW) - 1, -1))

    def _aside_before(self, first: int, i: int) -> int | None:
        """The comma before ``i`` that closes the relative clause from ``first`` on, if a comma opened that too."""
        if first <= self.clauses.starts[0] or not self.is_relative(first) or self.page.form(first - 1) not in COMMAS:
            return None
        closing = next((k for k in range(i - 1, first, -1) if self.page.form(k) in COMMAS), None)
        if closing is None or any(finite(self.page, k) for k in range(closing + 1, i)):
            return None
        return None if conjoined(self.page, closing + 1) else closing

    def people_and_places(self, chunk: Chunk, role: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Whom and where a noun phrase in ``role`` names: a mere place acts and suffers nothing (GUIDE)."""
        people: list[str] = []
        places: list[str] = []
        for reference in () if self._is_band(chunk) else chunk.named:
            nameless = _NATIONALS if self._is_people(chunk, reference) else self._fighters(chunk, reference)
            if role != "place" and nameless is not None:
                people.append(nameless)
                continue
            for entity_id in reference.entities:
                entity = self.cast.entity(entity_id)
                spatial = entity is not None and entity.type in ("LOC", "FAC")
                if role == "place":
                    places.extend([entity_id] if spatial else [])
                elif reference.how == "place" and is_country(entity_id):
                    places.append(entity_id)  # «على الجانب الباكستاني من الحدود»
                elif spatial and not is_country(entity_id) and not (role == "actor" and reference.how == "side"):
                    places.append(entity_id)
                else:
                    people.append(entity_id)
        helping = bool(people) and chunk.party and self._are_helpers(chunk)
        if chunk.crowd and role != "place" and (not places or people) and not helping:
            known = self._rest(chunk) or self._thought_to_be(chunk) or self._rebels(chunk) or self._soldiers(chunk)
            unnamed = known or f"unnamed: {chunk.crowd}"
            if not people or chunk.full:
                people.append(unnamed)
            elif chunk.crowd not in self.grammar.national_crowds or (chunk.crowd == _PARTIES and len(people) == 1):
                people = [unnamed]  # «مسلحون باكستانيون» are not Pakistan; «جنود ماليون» are Mali's
        return tuple(people), tuple(places)

    def _fighters(self, chunk: Chunk, reference: Reference) -> str | None:
        """Who the armed people are that «و» joins to others: «جنود كينيين | ومتمردين صوماليين», no state of theirs."""
        i = reference.first - 1
        if reference.how != "nisba" or i <= chunk.first or not conjoined(self.page, i):
            return None
        armed = next((s for s in self.page.layer(i, "crowd") if s.entry.get("armed") and s.entry.get("party")), None)
        if armed is None:
            return None
        named = self.cast.at(reference.last + 1) if self.page.form(reference.last) == "من" else None
        body = named is not None and named.by_name and len(named.entities) == 1
        return named.entities[0] if named is not None and body else f"unnamed: {armed.entry.get('en')}"

    def _is_band(self, chunk: Chunk) -> bool:
        """Whether a group that nobody has read is described by its nation, whose state it is not: «جماعة سورية»."""
        beside = chunk.adjectival and chunk.references[0].first == chunk.first + 1
        return beside and self.page.form(chunk.first) in self.grammar.bands

    def _rebels(self, chunk: Chunk) -> str | None:
        """The armed party where «المتمردون» are spoken of, and the next phrase does not name it as their object."""
        if not chunk.party or self._is_spoken_of(chunk) or self._is_of_others(chunk):
            return None
        if self.armed_party is None:
            return self._group_nearby(chunk)
        if (chunk.prep == "بين" and self._are_bodies(chunk)) or not self._may_be_of_party(chunk):
            return None  # «بين الفصائل»: more than one
        beside = self.cast.at(chunk.last) if chunk.last < self.clauses.end else None
        if beside is not None and self.armed_party in beside.entities:
            return None  # «المقاتلين المعارضين للحوثيين»
        behind = next((c for c in self.chunks(chunk.last, self.clauses.next_start(chunk.last)) if not c.prep), None)
        named = behind is not None and any(self.armed_party in r.entities for r in behind.references)
        return None if named else self.armed_party

    def _is_of_others(self, chunk: Chunk) -> bool:
        """Whether armed people are of the place or of somebody else: «الميليشيات المحلية», «المسلحين الموالين له»."""
        if self._are_helpers(chunk) or self._are_beside_state(chunk):
            return True
        words = [self.page.form(k) for k in range(chunk.first + 1, chunk.last + 1)]
        behind = self.page.form(chunk.first - 1) in self.grammar.backing  # «قوات الجيش تدعمها الميليشيات»
        new = not self.page.form(chunk.first).startswith("ال") and not self.grammar.communities.isdisjoint(words)
        return behind or new or any(w.removeprefix("ال") in self.grammar.homegrown for w in words)

    def _are_helpers(self, chunk: Chunk) -> bool:
        """Whether people stand by those named before them: «الجيش | والمسلحين الموالين له»."""
        return any(stands_by(self.page, k) for k in range(chunk.first + 1, chunk.last + 1))

    def _are_beside_state(self, chunk: Chunk) -> bool:
        """Whether people without article do it with a state's body, whom rebels fight: «شن الجيش | وفصائل حملة»."""
        heads = (r for r in chunk.named if r.by_name and r.last < chunk.last)
        beside = next((r for r in heads if conjoined(self.page, r.last)), None)
        new = beside is not None and not self.page.form(beside.last).lstrip("و").startswith("ال")
        return new and chunk.prep != "بين" and beside is not None and any(map(is_state, self.sides(beside.entities)))

    def _rest(self, chunk: Chunk) -> str | None:
        """Whose «الباقون» are: of the people told of last before them: «قتلوا مسلحين … وفر الباقون»."""
        if chunk.crowd != _REST:
            return None
        for k in range(chunk.first - 1, self.page.sentences[self.page.sentence_of[chunk.first]].first - 1, -1):
            named = self.cast.at(k)
            if named is not None and named.by_name and not self.only_places((named,)):
                return named.entities[0]
            people = [s for s in self.page.layer(k, "crowd") if s.entry.get("party") and s.number == "pl"]
            if named is None and people:
                phrase = next(iter(self.chunks(k, k + 1)), None)
                whom = self.people_and_places(phrase, "actor")[0] if phrase is not None else ()
                return whom[0] if whom else None
        return None

    def _thought_to_be(self, chunk: Chunk) -> str | None:
        """The body to which «المسلحون» were thought to belong just before, None where they are described here."""
        return None if chunk.references else thought_before(self.page, self.cast, self.grammar, chunk.first)

    def _group_nearby(self, chunk: Chunk) -> str | None:
        """Who «المقاتلون» are where the document names several groups: the only one that the sentence has named."""
        i, page = chunk.first, self.page
        if not any(s.definite and s.number == "pl" and s.entry.get("articled") for s in page.layer(i, "crowd")):
            return None
        named = self.cast.between(page.sentences[page.sentence_of[i]].first, i)
        told = [e for r in named if r.by_name for e in r.entities if is_group(page, self.cast, e)]
        return told[0] if len({self.side(e) for e in told}) == 1 else None

    def _are_bodies(self, chunk: Chunk) -> bool:
        """Whether a phrase is of several groups: «الفصائل», not «المتمردين»."""
        words = (s for k in range(chunk.first, chunk.last) for s in self.page.layer(k, "crowd"))
        return any(s.entry.get("bodies") and s.number == "pl" for s in words)

    def _may_be_of_party(self, chunk: Chunk) -> bool:
        """Whether the armed party may be of the nation told: «المسلحين الصوماليين» are none of a Sudanese group's."""
        group = self.cast.entity(self.armed_party) if self.armed_party is not None else None
        nation = next((e[4:] for r in chunk.references if r.how == "nisba" for e in r.entities if is_country(e)), None)
        return group is None or may_be_of(self.page.document.language, group.lexicon, nation)

    def _is_spoken_of(self, chunk: Chunk) -> bool:
        """Whether «المسلحون» are those without a name of whom the text has just begun to tell: «هاجم مسلحون …»."""
        i = chunk.first
        page = self.page
        meant = {s.entry.id for s in page.layer(i, "crowd") if s.definite and s.entry.get("nobody")}
        just, before = (page.sentences[max(page.sentence_of[i] - n, 0)].first for n in (1, _RECALLED))
        named = (r.last for r in self.cast.between(before, i) if self.armed_party in r.entities)
        first = min(just, max(named, default=before))  # nearer than the last word of the party
        new = (k for k in range(first, i) if self.cast.at(k) is None and self._are_introduced(k))
        said = (s for k in new for s in page.layer(k, "crowd"))
        return bool(meant) and any(s.entry.id in meant and s.number == "pl" and not s.definite for s in said)

    def _are_introduced(self, i: int) -> bool:
        """Whether people at token ``i`` do something, or belong to somebody: «هاجم مسلحون», «مسلحين ينتمون إلى …»."""
        verb = finite(self.page, i + 1)
        does = verb is not None and verb.number == "pl" and verb.person == "3"
        return self.page.form(i).endswith("ون") or self.page.form(i + 1) in self.grammar.suspecting or does

    def _soldiers(self, chunk: Chunk) -> str | None:
        """The army of the document where «الجنود» are spoken of, None for soldiers who may be anybody's."""
        words = (s for k in range(chunk.first, chunk.last) for s in self.page.layer(k, "crowd"))
        known = any(s.definite and s.number == "pl" and s.entry.get("en") == _SOLDIERS for s in words)
        if chunk.crowd != _SOLDIERS or not known or chunk.references:
            return None
        state = self._nation_of_soldiers(chunk.first)
        other = state is not None and (self.army is None or self.side(self.army) != state)
        return f"loc.{state}" if other else self.army

    def _nation_of_soldiers(self, i: int) -> str | None:
        """Of which nation the soldiers were who were told of just before token ``i``: «جنود عراقيون … | الجنود»."""
        first = self.page.sentences[max(self.page.sentence_of[i] - _TOLD, 0)].first
        for k in range(i - 1, first - 1, -1):
            if any(s.entry.get("en") == _SOLDIERS for s in self.page.layer(k, "crowd")):
                nation = self.cast.at(k + 1)
                return self.side(nation.entities[0]) if nation is not None and nation.how == "nisba" else None
        return None

    def _is_people(self, chunk: Chunk, reference: Reference) -> bool:
        """Whether a phrase is headed by a nation's people, who are not their state: «الأرمن», «قوميون أستراليون»."""
        if reference.how == "nisba" and self._are_unread_people(chunk, reference.first - 1):
            return True
        if reference.how != "nisba" or not all(self._counts(k) for k in range(chunk.first, reference.first)):
            return False
        counted = reference.first > chunk.first and self.is_number(reference.first - 1)  # «11 سعوديا»
        return counted or bool(nation_at(self.page, reference.first))

    def _are_unread_people(self, chunk: Chunk, i: int) -> bool:
        """Whether a plural of people that nobody has read stands at token ``i`` of a phrase, without article."""
        form = self.page.form(i)
        plural = form.endswith("ون") and not form.startswith("ال")
        return i >= chunk.first and plural and not self.page.senses[i] and self.cast.at(i) is None

    def _counts(self, i: int) -> bool:
        """Whether token ``i`` only says how many: «آلاف السودانيين», «عدد من الأرمن»."""
        counting = any(s.entry.get("counts") for s in self.page.layer(i, "crowd"))
        return counting or self.is_number(i) or self.page.form(i) == "من"

    def only_places(self, references: tuple[Reference, ...]) -> bool:
        """Whether ``references`` are to mere places."""
        named = [e for r in references for e in r.entities]
        return bool(named) and all(map(self.cast.is_mere_place, named))

    def side(self, entity_id: str) -> str | None:
        """On which side one stands, None where it is not known; a country that only an adjective names is its own."""
        return entity_id.removeprefix("loc.") if is_country(entity_id) else self.cast.side(entity_id)

    def sides(self, ids: Iterable[str]) -> set[str | None]:
        """On which sides those stand whose ids are given; None among them where it is not known of one."""
        return {self.side(i) for i in ids}

    def is_number(self, i: int) -> bool:
        """Whether token ``i`` is a number, in figures or words; false past the end."""
        figures = i < len(self.page.tokens) and self.page.tokens[i].kind is TokenKind.NUMBER
        return figures or bool(self.page.layer(i, "number"))

    def is_relative(self, i: int) -> bool:
        """Whether token ``i`` is a relative pronoun."""
        form = self.page.form(i)
        return form in self.grammar.relatives or form[1:] in self.grammar.relatives
