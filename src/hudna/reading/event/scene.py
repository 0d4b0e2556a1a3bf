"""One sentence as the event rules see it: noun phrases beside a word, subjects before and behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hudna.lexicon import Sense
from hudna.reading.cast import Cast, Reference
from hudna.reading.event.agreement import agrees
from hudna.reading.event.boundary import nation_at
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.chunker import chunks
from hudna.reading.event.clause import Clauses, finite, may_be_finite
from hudna.reading.event.grammar import Frame, Grammar
from hudna.reading.event.particle import conjoined, preposition_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.model import Attribution, Time
from hudna.reading.page import Page
from hudna.reading.scene import is_country
from hudna.text import COMMAS, TokenKind

_NATIONALS = "unnamed: nationals"
_SOLDIERS = "soldiers"  # the entry of events/crowd.yaml
_ASIDE = 12  # tokens of a relative clause between commas
_WINDOW = 80  # tokens to either side of a word in which its arguments are looked for; no clause of news is longer


@dataclass(frozen=True, slots=True)
class EventScene:
    """A sentence with its page, cast and clauses; nothing here changes them.

    Attributes:
        page, cast, grammar: as everywhere in this room.
        clauses: the clauses of the sentence.
        armed_party: the body that «the rebels» of this document are, or None.
        army: the body that «the soldiers» of this document are, or None.
        times, attributions: those of this sentence; an attribution belongs to that of its content and of its cue.

    """

    page: Page
    cast: Cast
    grammar: Grammar
    clauses: Clauses
    armed_party: str | None
    army: str | None
    times: Sequence[Time]
    attributions: Sequence[Attribution]
    _held: dict[tuple[int, int], tuple[Chunk, ...]] = field(default_factory=dict, repr=False)

    def frame(self, trigger: Trigger) -> Frame:
        """The frame of an event word."""
        return self.grammar.frames[trigger.entry.get("frame")]

    # --- noun phrases ----------------------------------------------------------------------------------------------
    def chunks(self, first: int, last: int) -> tuple[Chunk, ...]:
        """The noun phrases among tokens ``first`` to ``last``."""
        if (first, last) not in self._held:  # several rules ask for the same phrases
            self._held[first, last] = chunks(self.page, self.cast, self.grammar, first, last)
        return self._held[first, last]

    def right(self, i: int) -> tuple[Chunk, ...]:
        """Noun phrases from ``i`` to the end of its clause."""
        if i >= self.clauses.end or (finite(self.page, i) is not None and self.cast.at(i) is None):
            return ()
        end = min(self.clauses.next_start(i), i + _WINDOW)
        closing = self._aside_end(end) if i < end else None
        behind = self.chunks(closing, min(self.clauses.next_start(closing), closing + _WINDOW)) if closing else ()
        ahead = self.chunks(i, end)
        if ahead and behind and not behind[0].prep and conjoined(self.page, behind[0].first):
            behind = (behind[0]._replace(prep=ahead[-1].prep), *behind[1:])  # «بين المسلحين، الذين …، والجيش»
        return ahead + behind

    def _aside_end(self, i: int) -> int | None:
        """One past a relative clause between commas that begins at ``i``: «الوزير، الذي يزور باريس، تركيا …»."""
        if i >= self.clauses.end or not self.is_relative(i) or self.page.form(i - 1) not in COMMAS:
            return None
        marks = (k for k in range(i + 1, min(i + _ASIDE, self.clauses.end)) if self.page.form(k) in COMMAS)
        closing = next(marks, None)
        if closing is None or closing + 1 >= self.clauses.end or closing + 1 in self.clauses.starts:
            return None
        return closing + 1

    def pairs_behind(self, i: int) -> bool:
        """Whether «بين» brings in phrases behind token ``i`` in its clause."""
        return any(c.prep == "بين" for c in self.right(i))

    def governing(self, i: int) -> str:
        """The word before token ``i``, or before the one that counts it: «خلال آخر اجتماع»."""
        return self.page.form(i - 2 if self.page.form(i - 1) in self.grammar.ordinals else i - 1)

    def before(self, i: int) -> range:
        """Positions before ``i`` in its clause, nearest first."""
        first, _ = self.clauses.around(i)
        return range(i - 1, max(first, i - _WINDOW) - 1, -1)

    def people_and_places(self, chunk: Chunk, role: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Whom and where a noun phrase in ``role`` names: a mere place acts and suffers nothing (GUIDE)."""
        people: list[str] = []
        places: list[str] = []
        for reference in chunk.named:
            if role != "place" and self._is_people(chunk, reference):
                people.append(_NATIONALS)
                continue
            for entity_id in reference.entities:
                entity = self.cast.entity(entity_id)
                spatial = entity is not None and entity.type in ("LOC", "FAC")
                if role == "place":
                    places.extend([entity_id] if spatial else [])
                elif spatial and not is_country(entity_id) and not (role == "actor" and reference.how == "side"):
                    places.append(entity_id)
                else:
                    people.append(entity_id)
        if chunk.crowd and role != "place" and (not places or people):
            unnamed = (chunk.party and self.armed_party) or self._soldiers(chunk) or f"unnamed: {chunk.crowd}"
            if not people or any(r.how != "nisba" for r in chunk.references):
                people.append(unnamed)
            elif chunk.crowd not in self.grammar.national_crowds:
                people = [unnamed]  # «مسلحون باكستانيون» are not Pakistan; «جنود ماليون» are Mali's
        return tuple(people), tuple(places)

    def _soldiers(self, chunk: Chunk) -> str | None:
        """The army of the document where «الجنود» are spoken of, None for soldiers who may be anybody's."""
        words = (s for k in range(chunk.first, chunk.last) for s in self.page.layer(k, "crowd"))
        known = any(s.definite and s.number == "pl" and s.entry.get("en") == _SOLDIERS for s in words)
        return self.army if chunk.crowd == _SOLDIERS and known and not chunk.references else None

    def _is_people(self, chunk: Chunk, reference: Reference) -> bool:
        """Whether a phrase is headed by a nation's people («الأرمن», «الأتراك»), who are not their state."""
        if reference.how != "nisba" or not all(self._counts(k) for k in range(chunk.first, reference.first)):
            return False
        counted = reference.first > chunk.first and self.is_number(reference.first - 1)  # «11 سعوديا»
        return counted or bool(nation_at(self.page, reference.first))

    def _counts(self, i: int) -> bool:
        """Whether token ``i`` only says how many: «آلاف السودانيين», «عدد من الأرمن»."""
        counting = any(s.entry.get("counts") for s in self.page.layer(i, "crowd"))
        return counting or self.is_number(i) or self.page.form(i) == "من"

    def only_places(self, references: tuple[Reference, ...]) -> bool:
        """Whether ``references`` are to mere places."""
        entities = [self.cast.entity(e) for r in references for e in r.entities]
        return bool(entities) and all(
            e is not None and e.type in ("LOC", "FAC") and not is_country(e.id) for e in entities
        )

    def is_mere_place(self, entity_id: str) -> bool:
        """Whether one is a place and no country."""
        entity = self.cast.entity(entity_id)
        return entity is not None and entity.type in ("LOC", "FAC") and not is_country(entity_id)

    def side(self, entity_id: str) -> str | None:
        """On which side one stands, None where it is not known; a country that only an adjective names is its own."""
        return entity_id.removeprefix("loc.") if is_country(entity_id) else self.cast.side(entity_id)

    def sides(self, ids: Iterable[str]) -> set[str | None]:
        """On which sides those stand whose ids are given; None among them where it is not known of one."""
        return {self.side(i) for i in ids}

    def is_number(self, i: int) -> bool:
        """Whether token ``i`` is a number, in figures or words."""
        return self.page.tokens[i].kind is TokenKind.NUMBER or bool(self.page.layer(i, "number"))

    # --- subjects --------------------------------------------------------------------------------------------------
    def topic(self, i: int) -> Chunk | None:
        """The noun phrase before a verb in its own clause («أن القوات شنت …», «القوات التي شنت …»)."""
        first, _ = self.clauses.around(i)
        if first > 0 and self.is_relative(first) and first < i:
            back = first - (2 if self.page.form(first - 1) in self.grammar.copulas else 1)
            antecedent = self.cast.at(back - (self.page.form(back) in COMMAS))  # «الحوثيون، الذين يتهمون …»
            if self.page.form(back) in COMMAS and antecedent is not None and antecedent.how == "nisba":
                antecedent = None  # «المتمردين اليمنيين، الذين …»
            resumed = any(s.pronoun for s in self.page.senses[i] if s.pos == "verb") or self._is_taken_up(i)
            if antecedent is not None and not resumed:
                return self._as_subject(i, antecedent)
            return None if resumed else self.antecedent(first)
        if first == i:
            return self._before_comma(i)
        if self.page.form(first) in self.grammar.complementisers:
            first += 1
        found = _first_bare(self.chunks(max(first, i - _WINDOW), i))
        if found is not None and self._has_verb(first, found.last) and may_be_finite(self.page, i):
            return self.antecedent(i)  # «كشفت الوزارة عن هوية جندي اختطف …»
        taken = found is not None and may_be_finite(self.page, i) and self._has_verb(found.last, i)
        return None if taken else found

    def _as_subject(self, verb: int, named: Reference) -> Chunk | None:
        """The name before a relative clause, unless a plural verb in it has others: «الأراضي … التي سيطروا عليها»."""
        chunk = Chunk("", named.first, named.last, (named,), None, thing=False)
        sense, land = finite(self.page, verb), all(e.startswith("loc.") for e in named.entities)
        resumed = self.page.form(verb + 1) in self.grammar.taking_up
        return None if sense is not None and sense.number == "pl" and land and resumed else chunk

    def _is_taken_up(self, i: int) -> bool:
        """Whether a verb has what its relative clause is about behind «على»: «إيران التي فرضت عليها عقوبات»."""
        return self.page.form(i + 1) in self.grammar.aimed_back

    def antecedent(self, i: int) -> Chunk | None:
        """The people without a name right before token ``i``, a relative pronoun or the verb of a clause about them."""
        end = i - (self.page.form(i - 1) in COMMAS and self.is_relative(i))  # «المتمردون اليمنيون، الذين …»
        first, _ = self.clauses.around(end - 1)
        verb = next((k for k in range(end - 1, first - 1, -1) if finite(self.page, k) and not self.cast.at(k)), None)
        phrases = self.chunks(max(first, end - _WINDOW) if verb is None else verb + 1, end)
        if not phrases or phrases[-1].last != end or phrases[-1].crowd is None:
            return None
        if not self.page.layer(phrases[-1].first, "crowd"):
            return None  # «التصعيد العسكري الذي …»
        definite = any(s.definite for k in range(phrases[-1].first, i) for s in self.page.layer(k, "crowd"))
        return phrases[-1]._replace(prep="") if definite == self.is_relative(i) else None

    def _has_verb(self, first: int, last: int) -> bool:
        """Whether a verb of a meaning of its own is in tokens ``first`` to ``last``: it takes the subject before."""
        page = self.page
        own = (k for k in range(first, last) if self.cast.at(k) is None and not page.layer(k, "light"))
        return any(
            finite(page, k) and not any(s.entry.id in self.grammar.auxiliaries for s in page.senses[k]) for k in own
        )

    def _before_comma(self, i: int) -> Chunk | None:
        """A subject that a comma parts from its verb: «أن قوات المقاومة، استولت …»."""
        if i <= self.clauses.starts[0] or self.page.form(i - 1) not in COMMAS:
            return None
        if any(s.pos == "verb" and s.clitics[:1] in ("و", "ف") for s in self.page.senses[i] if s.clitics):
            return None  # «شنت الحركة هجوما، وصدت القوات الهجوم»
        first, last = self.clauses.around(i - 1)
        first = max(first, last - _WINDOW)
        if self.is_relative(first) and first > self.clauses.starts[0]:
            return self._antecedent_of(i, first)
        if any(finite(self.page, k) for k in range(first, last)):
            return None
        return _first_bare(self.chunks(first, i - 1))

    def _antecedent_of(self, verb: int, relative: int) -> Chunk | None:
        """Who is told of in a relative clause between a name and the verb: «بريطانيا التي أرسلت جنودا، سحبت …»."""
        named, sense = self.cast.at(relative - 1), finite(self.page, verb)
        if named is None or named.how == "nisba" or sense is None or sense.clitics or self.only_places((named,)):
            return None
        chunk = Chunk("", named.first, named.last, (named,), None, thing=False)
        return chunk if agrees(self.page, sense, chunk) else None

    def subject_of(self, verb: int, before: int, *, verbal: bool) -> Chunk | None:
        """The subject of the word at ``verb``, before it or between it and ``before``; that of a noun is behind it."""
        between = self.chunks(verb + 1, before)[:1]
        behind = _first_bare(between) if between and not between[0].prep else None
        return (self.topic(verb) if verbal else None) or behind

    def clause_subject(self, i: int) -> Chunk | None:
        """The subject of the verb in whose clause token ``i`` stands: «اقترح الوزير في مكالمة هاتفية مع نظيره …»."""
        for k in self.before(i):
            governed = self.page.form(k - 1) in self.grammar.prepositions  # «من استعادة …» is a noun
            if may_be_finite(self.page, k) and self.cast.at(k) is None and not governed:
                subject = self.subject_of(k, i, verbal=True)
                if subject is not None or not any(s.pronoun for s in self.page.senses[k]):
                    return subject  # else it tells of a noun: «رفعت الشرطة حظرا فرضته عقب اشتباكات مع …»
        return self.topic(i)

    def earlier_subject(self, i: int, verb: Sense | None = None) -> Chunk | None:
        """The subject of the nearest verb before ``i`` in the sentence that ``verb``, which has none, agrees with."""
        for k in range(i - 1, max(self.clauses.starts[0], i - _WINDOW) - 1, -1):
            if self.page.form(k) == ":" or self.page.form(k) in self.grammar.complementisers - self.grammar.pronominal:
                return None  # whoever speaks does not do what others are said to do
            if finite(self.page, k) is None or self.cast.at(k) is not None:
                continue
            last = min(self.clauses.next_start(k + 1), k + _WINDOW)
            subject = self.subject_of(k, last, verbal=True)
            if subject is not None and (verb is None or agrees(self.page, verb, subject)):
                return subject
        return None

    def has_unnamed_subject(self, verb: int, before: int) -> bool:
        """Whether a noun that we cannot name stands behind ``verb`` and before ``before``, where its subject would."""
        page, i = self.page, verb + 1
        if (
            i >= before
            or not page.is_word(i)
            or self.cast.at(i) is not None
            or page.form(i) in self.grammar.prepositions
        ):
            return False
        if any(page.layer(i, layer) for layer in ("time", "number", "event", "crowd")) or preposition_at(
            page, self.cast, i
        ):
            return False
        form = page.form(i)
        later = any(page.form(k) in self.grammar.prepositions for k in range(i + 1, before))
        return form.startswith("ال") or (later and not form.endswith("ا"))

    def after_pronoun(self, i: int) -> bool:
        """Whether the subject of a verb is the pronoun on the complementiser before it: «أنه استضاف», «أنها قد ردت»."""
        return any(self.page.form(k) in self.grammar.pronominal for k in (i - 1, i - 2))

    def is_relative(self, i: int) -> bool:
        """Whether token ``i`` is a relative pronoun."""
        form = self.page.form(i)
        return form in self.grammar.relatives or form[1:] in self.grammar.relatives


def _first_bare(phrases: tuple[Chunk, ...]) -> Chunk | None:
    return next((c for c in phrases if not c.prep and (c.named or c.crowd)), None)
