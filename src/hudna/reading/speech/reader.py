"""One pass over the words of saying of a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hudna.reading.speech.according import (
    addressed,
    content_after,
    content_around,
    is_also,
    leads,
    passed_on,
    past_pronoun,
    quoted_by,
    source_behind,
)
from hudna.reading.speech.accusation import Accusation
from hudna.reading.speech.channel import INTERVIEW, channel, listener
from hudna.reading.speech.content import Range, Stops, find_content, trimmed
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.draft import Draft
from hudna.reading.speech.elided import (
    continues,
    deed_behind,
    describes,
    in_new_paper,
    sentence_topic,
    speaking_place,
    turned_to,
    unread_informant,
    unread_office,
    unread_subject,
    unread_topic,
)
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.memory import Memory, Spoken, is_anothers, same_speaker
from hudna.reading.speech.opening import SPOKEN
from hudna.reading.speech.resumed import told_of, who_acts
from hudna.reading.speech.speaker import Speaker, read_speaker
from hudna.reading.speech.statement import Statement
from hudna.reading.speech.stops import conjunction_before, main_clause, points_back
from hudna.reading.speech.verb import paper_behind
from hudna.text import Span, TokenKind

_POINTS_BACK = frozenset({"deny", "confirm", "refuse"})  # «… وهو ما تنفيه X»
_AT_OTHERS = frozenset({"demand", "threaten"})  # forces of words that have somebody as their object
_DENIES = frozenset({"deny", "refuse"})
_JUDGES = frozenset({"accuse", "demand", "condemn", "praise", "threaten", "concern", "offer"})
_INCIDENT = frozenset({"event", "casualty"})  # layers of words that tell what happened in the place before a colon
_NESTING = 24  # drafts of a sentence that are looked at for what surrounds a cue


@dataclass(slots=True)
class Reader:
    """Reads drafts of attributions, cue by cue; keeps who has spoken in the document and in the sentence."""

    hearing: Hearing
    statements: dict[int, Statement]
    stops: Stops
    memory: Memory
    told: list[Draft] = field(default_factory=list)  # of the sentence
    before: list[Draft] = field(default_factory=list)  # of the sentence before
    speaker: Spoken | None = None  # of the sentence
    waiting: str | None = None  # outlet that a sentence names first: «ووفقا لوكالة X، قال Y …»

    def drafts(self) -> Iterable[Draft]:
        """The drafts of all cues in order."""
        done: set[int] = set()
        sentence = -1
        for cue in self.hearing.cues.values():
            if cue.first in done:
                continue
            if (here := self.hearing.page.sentence_of[cue.first]) != sentence:
                self.before = self.told if here == sentence + 1 else []
                sentence = here
                self.told, self.speaker, self.waiting = [], None, None
            if cue.kind in ("according", "according_clause"):
                draft = self._according(cue, done)
            else:
                statement = self.statements[cue.first]
                done.add(statement.cue.first)
                draft = self._stated(statement)
            if draft and not any(_same(draft, d) or _within(draft, d, cue) for d in self.told[-_NESTING:]):
                self.told.append(draft)
                yield draft

    def accused(self, found: Accusation) -> Draft:
        """The draft of an accusation that a noun tells."""
        _, end = self.hearing.sentence(found.first)
        ranges = find_content(self.hearing, found.opening, end, self.stops, several=found.mutual, subordinate=False)
        rule = "attribution.mutual-accusation" if found.mutual else "attribution.noun-accusation"
        cue = self.hearing.page.span(found.first, found.last)
        return Draft(self.memory.resolved(found.speaker).sources, cue, self._spans(ranges), rule)

    def headed(self) -> Iterable[Draft]:
        """«فلان: …» as headline. A place before the colon tells as a rule where, not who, unless it is a capital."""
        sentences = self.hearing.page.sentences
        if not sentences or sentences[0].line:
            return
        first, last, _ = sentences[0]
        speaker = read_speaker(self.hearing, first)
        if speaker is None or self.hearing.form(speaker.last) != ":":
            return
        spans = self._spans([(speaker.last + 1, last, 0)])
        placed = any(self.hearing.kind(s) in ("LOC", "FAC") for s in speaker.sources)
        if spans and (not placed or self._speaks_as_capital(first, speaker.last + 1)):
            yield Draft(
                speaker.sources, self.hearing.page.span(speaker.last, speaker.last + 1), spans, "attribution.headline"
            )

    def _speaks_as_capital(self, i: int, first: int) -> bool:
        """«موسكو: …»: a capital before the colon is its government; before a toll or an incident it tells where."""
        page = self.hearing.page
        if first >= len(page.tokens) or page.tokens[first].kind is TokenKind.NUMBER:
            return False
        if any(s.entry.layer in _INCIDENT and s.pos != "verb" and not s.definite for s in page.senses[first]):
            return False
        return any(s.pos == "capital" for hit in page.names.get(i, ()) for s in hit.senses)

    def _spans(self, ranges: list[Range]) -> tuple[Span, ...]:
        return tuple(span for r in ranges if (span := trimmed(self.hearing, r)))

    def _cue_span(self, cue: Cue) -> Span:
        return self.hearing.page.span(cue.first, cue.last, cue.sense.cut)

    # --- verbs, participles, masdars ----------------------------------------------------------------------------------

    def _stated(self, statement: Statement) -> Draft | None:
        cue, opening = statement.cue, statement.opening
        if opening is None:
            return self._unsaid(statement)
        spoken, rule = self._spoken(statement)
        if spoken is None or not spoken.speaker.sources:
            if spoken:
                self._forget(cue)
            return None
        speaker = spoken.speaker
        if opening.kind not in SPOKEN and any(self.hearing.kind(s) == "FAC" for s in speaker.sources):
            return None  # «يعتبر المطار من أكبر …»
        if statement.subject is None and (deed := deed_behind(self.hearing, statement)):
            opening = replace(opening, first=deed, opened=deed)
        several = speaker.several or len(speaker.sources) > 1
        subordinate = bool(self.hearing.role(cue.first - 1, "which") or conjunction_before(self.hearing, cue.first))
        end = main_clause(self.hearing, cue, statement.end)
        ranges = find_content(self.hearing, opening, end, self.stops, several=several, subordinate=subordinate)
        spans = self._spans(ranges)
        if not spans:
            return None
        relay = self._outlet(statement, speaker) or spoken.relay or self.waiting
        via = channel(self.hearing, statement, speaker) or (INTERVIEW if relay in self.memory.asked else "")
        if not self._is_nested(cue) and rule != "attribution.verbal-noun":
            self.speaker = Spoken(speaker, cue, relay)
            self.memory.keep(self.speaker)
            if speaker.paper or via == "statement":
                self.memory.issuer = replace(speaker, paper=True)
        force = cue.entry.get("force")
        return Draft(speaker.sources, self._cue_span(cue), spans, rule, via, relay, force in _DENIES, force in _JUDGES)

    def _unsaid(self, statement: Statement) -> Draft | None:
        """What a word of saying without content points back to; who claims or denies a deed may go on speaking."""
        if statement.claimant is not None:
            self.speaker = Spoken(self.memory.resolved(statement.claimant), statement.cue, None)
        elif statement.subject is not None and statement.subject.sources and self._goes_on(statement):
            self.speaker = Spoken(self.memory.resolved(statement.subject), statement.cue, None)
        return self._pointing_back(statement)

    def _goes_on(self, statement: Statement) -> bool:
        """Whether one who denies or refuses what no clause tells may say what follows: «نفى علمه بها وطالب …»."""
        cue = statement.cue
        return cue.kind == "verb" and cue.entry.get("force") in _DENIES and not self._is_nested(cue)

    def _is_nested(self, cue: Cue) -> bool:
        at = self.hearing.page.tokens[cue.first].span.start
        return any(d.contents[-1].start <= at < d.contents[-1].end for d in self.told[-_NESTING:])

    def _forget(self, cue: Cue) -> None:
        """Someone spoke whom no one has read: what follows has nobody to go back to."""
        if not self._is_nested(cue):
            self.speaker = Spoken(Speaker((), cue.first, cue.last), cue, None)
            self.memory.keep(self.speaker)

    def _pointing_back(self, statement: Statement) -> Draft | None:
        """«… وهو ما تنفيه X», «… ونفت X ذلك»: what was just reported is what X denies or confirms."""
        cue, subject = statement.cue, statement.subject
        if subject is None or not subject.sources or cue.entry.get("force") not in _POINTS_BACK:
            return None
        if not points_back(self.hearing, statement):
            return None
        told = self.told if cue.sense.pronoun else self.told or self.before
        speaker = self.memory.resolved(subject)
        others = [d for d in told if cue.sense.pronoun or not set(d.sources) & set(speaker.sources)]
        if not others:
            return None
        rule = "attribution.denied" if cue.entry.get("force") in _DENIES else "attribution.antecedent"
        return Draft(speaker.sources, self._cue_span(cue), others[-1].contents[-1:], rule)

    def _spoken(self, statement: Statement) -> tuple[Spoken | None, str]:
        """Who says it, with the relay known of him, and the rule by which."""
        cue, subject = statement.cue, statement.subject
        if cue.entry.get("needs_document") and statement.opening and not (subject and subject.paper):
            subject = paper_behind(self.hearing, cue, statement.opening.opened) or subject
        if subject is None:
            office = unread_office(self.hearing, statement) if cue.kind == "verb" else None
            if office is not None:
                self._forget(cue)
                return Spoken(office, cue, None), "attribution.verb-subject"
            if cue.kind == "verb" and unread_subject(self.hearing, statement):
                subject = unread_informant(self.hearing, statement)
                self._forget(cue)
                return (Spoken(subject, cue, None), "attribution.verb-subject") if subject else (None, "")
            return self._elided(statement)
        if self._is_asked(statement, subject):
            return self._elided(statement)
        speaker = self.memory.resolved(subject)
        rule = "subject-verb" if statement.before else "verb-subject"
        if statement.relayed_by or (cue.kind == "masdar" and cue.sense.pronoun):
            rule = "transmitted"
        elif cue.kind == "masdar":
            rule = "verbal-noun"
        return Spoken(speaker, cue, self.memory.relay(speaker)), f"attribution.{rule}"

    def _is_asked(self, statement: Statement, subject: Speaker) -> bool:
        """Whether who spoke before asks a state or body behind a joined verb of demand: «أدان … ودعا إسرائيل إلى».

        Or threatens one of another side: «… وتوعد الرئيس فلانا بالقتل».
        """
        cue, before, opening = statement.cue, self.speaker, statement.opening
        # «… واتهمت الحكومة بأنها …»: whoever stands alone before what they are accused of is the accused
        alone = cue.addressee == "required" and opening is not None and opening.opened == subject.last
        verb = cue.kind == "verb" and (alone or (cue.entry.get("force") in _AT_OTHERS and bool(cue.addressee)))
        if not verb or statement.before or not cue.joined or before is None or not same_speaker(cue, before):
            return False
        if cue.entry.get("force") == "threaten":
            sides = [{self.hearing.cast.side(s) for s in x.sources} - {None} for x in (subject, before.speaker)]
            return all(sides) and not sides[0] & sides[1]
        if subject.head and subject.several and not cue.several:
            return subject.gender == "m" and self._is_crowd(statement, subject)
        kinds = {self.hearing.kind(s) for s in subject.sources}
        if kinds == {"PER"}:
            return self._is_of_accused(subject, before, cue)
        return bool(kinds) and kinds <= {"LOC", "ORG"} and not set(subject.sources) & set(before.speaker.sources)

    def _is_crowd(self, statement: Statement, subject: Speaker) -> bool:
        """Whether people without a name stand there, whom who spoke asks: «… ودعا السكان إلى», not «… المواطنون»."""
        alone = statement.opening is not None and statement.opening.opened == subject.last
        return alone and not any(self.hearing.form(k).endswith("ون") for k in range(subject.first, subject.last))

    def _is_of_accused(self, subject: Speaker, before: Spoken, cue: Cue) -> bool:
        """Whether one is of the side that who spoke before names: «اتهم فلان الحكومة … وطالب الرئيس ب…» is asked."""
        cast, own = self.hearing.cast, {self.hearing.cast.side(s) for s in before.speaker.sources}
        said = range(before.cue.last if before.cue else cue.first, cue.first)
        named = (r for k in said if (r := self.hearing.starts(k)) is not None)
        others = {cast.side(e) for r in named for e in r.entities} - own - {None}
        return {cast.side(s) for s in subject.sources} <= others

    def _elided(self, statement: Statement) -> tuple[Spoken | None, str]:
        cue = statement.cue
        rule = "attribution.elided-speaker" if cue.kind == "verb" else "attribution.participle"
        other = cue.kind == "verb" and cue.first > 0 and bool(self.hearing.role(cue.first - 1, "meanwhile"))
        if other:
            self._forget(cue)  # «…، فيما رفض | كاسيت الوساطة»
        other = other or (self.speaker is not None and is_anothers(cue, self.speaker.speaker))
        if other or describes(self.hearing, statement) or not continues(self.hearing, cue):
            return None, ""
        said = self.speaker.cue.first if self.speaker and self.speaker.cue else -1
        turned = turned_to(self.hearing, cue, said) if cue.kind == "participle" and said >= 0 else None
        acting = turned or (who_acts(self.hearing, cue, self.told[-1]) if self.told else None)
        if acting or (self.speaker and (cue.kind != "verb" or same_speaker(cue, self.speaker))):
            relay = None if turned or not self.told else self.told[-1].sources[0]
            return Spoken(self.memory.resolved(acting), cue, relay) if acting else self.speaker, rule
        first, _ = self.hearing.sentence(cue.first)
        if cue.several and (place := speaking_place(self.hearing, statement, first)):
            return Spoken(place, cue, None), "attribution.capital-speaks"
        if cue.first - first > 1 and (topic := sentence_topic(self.hearing, cue, first)):
            return Spoken(self.memory.resolved(topic), cue, None), rule
        if in_new_paper(self.hearing, cue) or unread_topic(self.hearing, cue, first):
            return None, ""
        newest = self.memory.spoken[-1] if self.memory.spoken else None
        resumed = told_of(self.hearing, cue, newest)
        told = Spoken(self.memory.resolved(resumed), cue, None) if resumed else None
        before = told or self.memory.both(cue) or self.memory.last(cue)
        places = before and all(self.hearing.kind(s) == "LOC" for s in before.speaker.sources)
        return (None if cue.sense.number == "pl" and places else before), rule  # «أوضحوا»: no states

    # --- how it reaches us --------------------------------------------------------------------------------------------

    def _outlet(self, statement: Statement, speaker: Speaker) -> str | None:
        """The outlet that reports for the speaker, or to which he spoke: «لوكالة X», «في حديث لقناة Y»."""
        if statement.relayed_by and statement.relayed_by.sources:
            self.memory.outlets.update(statement.relayed_by.sources)
            return statement.relayed_by.sources[0]
        outlet = listener(self.hearing, statement, speaker)
        if outlet:
            self.memory.outlets.add(outlet)
            self.memory.asked.add(outlet)
        return outlet

    # --- «بحسب X» -----------------------------------------------------------------------------------------------------

    def _is_mouth(self, cue: Cue) -> bool:
        """«أعلنت تركيا على لسان وزير أن …»: the speaker stands before it, what he says behind."""
        at = self.hearing.page.tokens[cue.first].span.start
        return any(d.cue.end <= at < d.contents[0].start for d in self.told[-_NESTING:])

    def _according(self, cue: Cue, done: set[int]) -> Draft | None:
        _, end = self.hearing.sentence(cue.first)
        at, outlet = cue.last, None
        if cue.kind == "according_clause":
            verb = self.hearing.cues.get(at)
            if verb is None or is_also(self.hearing, cue, self.statements.get(at)):
                return None
            done.add(at)
            at, outlet = addressed(self.hearing, past_pronoun(self.hearing, verb.last))
        mouth = cue.entry.get("voice") and self._is_mouth(cue)
        source = None if mouth else source_behind(self.hearing, at, end)
        speaker = self.memory.resolved(source) if source else None
        if speaker is None or not speaker.sources or self._is_quoted(cue):
            return None
        relay = outlet
        if cue.kind == "according_clause" and (
            quoted := quoted_by(self.hearing, self.hearing.cues[cue.last], speaker, end)
        ):
            speaker, relay = self.memory.resolved(quoted), speaker.sources[0]
        if leads(self.hearing, cue):
            passed = passed_on(self.hearing, speaker, end)
            if passed and self.statements[passed.first].opening:
                self.waiting = speaker.sources[0]
                return None
            return self._by_source(cue, speaker, content_after(self.hearing, speaker, end, self.stops), relay)
        recent = self.told[-_NESTING:]
        others = [d for d in recent if d.sources != speaker.sources and d.rule != "attribution.according-to"]
        first, _ = self.hearing.sentence(cue.first)
        clause = self._relative(others[-1], cue) if others and others[-1].judges else None
        if clause is None:
            for draft in others:
                draft.relay = draft.relay or speaker.sources[0]
            if self._goes_by(others, cue, speaker) or any(self._covers(draft, first, cue) for draft in others):
                return None
        told = 0 if others else max((d.contents[-1].end for d in recent), default=0)
        around = clause or content_around(self.hearing, cue, speaker, told, self.stops)
        return self._by_source(cue, speaker, around, relay)

    def _is_quoted(self, cue: Cue) -> bool:
        """Whether a verb right before has the source, not the clause told: «أفادت X أن …، كما ذكرت | نقلا عن مسؤول»."""
        before = self.hearing.cues.get(cue.first - 1)
        start = self.hearing.page.tokens[cue.first - 1].span.start
        verb = before is not None and before.kind == "verb"
        return verb and any(d.contents[-1].end <= start for d in self.told[-_NESTING:])

    def _relative(self, draft: Draft, cue: Cue) -> Range | None:
        """The relative clause right before a source: «تتهم المحكمة … في النزاع الذي | أودى بآلاف، بحسب الوزارة»."""
        tokens, first = self.hearing.page.tokens, self.hearing.sentence(cue.first)[0]
        for k in range(cue.first - 1, first, -1):
            if tokens[k].span.start < draft.cue.end or self.hearing.role(k, "clause"):
                return None
            if self.hearing.role(k, "which"):
                return (k + 1, cue.first, 0)
        return None

    def _goes_by(self, before: list[Draft], cue: Cue, speaker: Speaker) -> bool:
        """Whether an outlet told right before the source goes by it: «أفادت وكالة X أن …، حسبما أعلن الناطق»."""
        draft = before[-1] if before else None
        if draft is None or speaker.media or not set(draft.sources) <= self.hearing.cast.outlets:
            return False
        last = max(cue.first - 1 - self.hearing.comma(cue.first - 1), 0)
        if draft.contents[-1].end < self.hearing.page.tokens[last].span.start:
            return False
        draft.sources, draft.relay = speaker.sources, draft.sources[0]
        self.memory.keep(Spoken(speaker, None, draft.relay))
        return True

    def _covers(self, draft: Draft, first: int, cue: Cue) -> bool:
        """Whether a draft tells most of what stands in the sentence before «بحسب»."""
        tokens = self.hearing.page.tokens
        told = sum(span.end - span.start for span in draft.contents)
        return 2 * told > tokens[cue.first].span.start - tokens[first].span.start

    def _by_source(self, cue: Cue, speaker: Speaker, content: Range, relay: str | None) -> Draft | None:
        spans = self._spans([content])
        if not spans:
            return None
        spoken = Spoken(speaker, None, relay)
        self.memory.keep(spoken)
        informs = cue.kind == "according_clause" and not speaker.media  # «حسبما أفاد مسؤول، محذرا من …»
        self.speaker = spoken if content[0] > cue.first or (informs and self.speaker is None) else self.speaker
        via = speaker.via or ("report" if speaker.media else "")
        return Draft(speaker.sources, self._cue_span(cue), spans, "attribution.according-to", via, relay)


def _within(draft: Draft, before: Draft, cue: Cue) -> bool:
    """Whether a verb stands in an aside of another: «أشارت المنظمة، في تقرير نشر أمس، إلى أن …»."""
    aside = before.cue.end <= draft.cue.start and draft.cue.end <= before.contents[0].start
    return cue.kind == "verb" and aside and draft.contents == before.contents and len(before.sources) == 1


def _same(draft: Draft, before: Draft) -> bool:
    """«وأضاف قائلا: …»: two words of saying with one content."""
    return draft.contents == before.contents and draft.sources == before.sources
