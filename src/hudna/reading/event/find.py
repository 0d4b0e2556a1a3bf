"""From a prepared page to the events that it tells of."""

from dataclasses import replace
from functools import lru_cache

from hudna.lexicon import load
from hudna.reading.cast import Cast
from hudna.reading.claimant import claimants
from hudna.reading.event.attributes import date_of, topic_of, weapon_and_mode
from hudna.reading.event.belligerents import belligerents, complete
from hudna.reading.event.carrier import carrier_kind
from hudna.reading.event.clause import Clauses, split_clauses
from hudna.reading.event.grammar import Grammar, load_grammar
from hudna.reading.event.merge import Candidate, merge
from hudna.reading.event.noun import roles_of_noun
from hudna.reading.event.roles import Roles, addressee, place_nearby
from hudna.reading.event.scene import EventScene, armed_party, is_state
from hudna.reading.event.status import status_of
from hudna.reading.event.trigger import Trigger, find_triggers
from hudna.reading.event.verb import roles_of_verb
from hudna.reading.model import Attribution, Event, Time
from hudna.reading.page import Page
from hudna.text import Span

_AT_ONCE = 6  # characters of a particle between «أن» and its verb
_NEAR = 2  # words between a threat and what is threatened
_GUESSED = frozenset(
    {"event.elided-subject", "event.elided-speaker", "event.carried", "event.purpose", "event.clause-subject"}
)
_SPEECH = frozenset({"REQUEST", "REJECT", "SUPPORT", "AGREE", "ACCUSE", "THREATEN"})
_TOPICAL = frozenset({"REQUEST", "REJECT", "SUPPORT", "AGREE"})
_ABSORBED = frozenset({"CONSULT", "AGREE", "RETREAT", "REQUEST", "MOBILIZE", "AID", "COOPERATE"})


def find_events(
    page: Page, cast: Cast, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Event, ...]:
    """The events that a document tells of, in the order of their triggers; furniture is not read."""
    grammar = load_grammar(page.document.language)
    inside = frozenset(k for r in cast.references if r.how != "nisba" for k in range(r.first + 1, r.last))
    candidates: list[Candidate] = []
    party = armed_party(cast)
    headline = next((n for n in range(len(page.sentences)) if n not in page.furniture), None)
    for number, sentence in enumerate(page.sentences):
        if number in page.furniture:
            continue
        clauses = split_clauses(page, grammar, sentence.first, sentence.last, inside)
        reader = _SentenceReader(page, cast, grammar, clauses, times, attributions, candidates, party)
        candidates.extend(reader.candidates(title=number == headline and page.form(sentence.last - 1) != "."))
    parties = belligerents(page, cast, grammar, [c.event for c in candidates])
    candidates = [replace(c, event=complete(c.event, parties, cast)) for c in candidates]
    events = [
        e for e in merge([c for c in candidates if c.event.actors or c.event.type not in _SPEECH], cast, page) if _is_told(e)
    ]
    return tuple(replace(e, id=f"v{n}") for n, e in enumerate(events, 1))


def _is_told(event: Event) -> bool:
    """A call or meeting has two sides; one alone is no event that anybody could look up."""
    return event.type != "CONSULT" or event.mode not in ("phone", "meeting") or len(event.actors) > 1


@lru_cache(maxsize=4)
def _armed_crowds(language: str) -> frozenset[str]:
    """English names of the unnamed agents that bear arms (events/crowd.yaml)."""
    return frozenset(e.get("en") for e in load(language).layer("crowd") if e.get("armed"))


class _SentenceReader:
    """Reads the events of one sentence."""

    def __init__(
        self,
        page: Page,
        cast: Cast,
        grammar: Grammar,
        clauses: Clauses,
        times: tuple[Time, ...],
        attributions: tuple[Attribution, ...],
        before: list[Candidate],
        party: str | None,
    ) -> None:
        self.page, self.cast, self.grammar, self.clauses = page, cast, grammar, clauses
        self.times, self.attributions, self.before = times, attributions, tuple(before[-8:])
        self.title = False
        self.scene = EventScene(page, cast, grammar, clauses, party)

    def candidates(self, *, title: bool) -> list[Candidate]:
        self.title = title
        out: list[Candidate] = []
        asked: tuple[int, int] | None = None  # what a demand or refusal is about is its topic, no event of its own
        accused: tuple[str, ...] = ()  # «اتهم … بقصف …»: the accused is said to have done it
        accusation = 0
        consumed: set[int] = set()
        unreal = mutual = False
        for trigger in find_triggers(self.page, self.cast, self.grammar, self.clauses):
            kind = trigger.entry.get("event")
            if asked and asked[0] <= trigger.first < asked[1] and self._absorbed(trigger, unreal=unreal, near=trigger.first - asked[0] <= _NEAR):
                continue
            if trigger.first in consumed or self._is_time(trigger):
                continue
            if trigger.companion is not None:
                consumed.add(trigger.companion)
            roles = self._with_speaker(trigger, self._roles(trigger))
            if roles.consumed is not None:
                consumed.add(roles.consumed)
            if kind == "ACCUSE":
                mutual = trigger.entry.get("frame") == "mutual"
                accused, accusation = () if mutual else roles.targets, trigger.first
            elif mutual and roles.rule == "event.purpose":
                roles = replace(roles, actors=(), rule="event.noun")  # «تبادلا الاتهامات بقصف …»: who shelled is open
            elif accused and self._alleged(trigger, roles, accusation):
                roles = replace(
                    roles,
                    actors=accused,
                    targets=tuple(t for t in roles.targets if t not in accused),
                    rule="event.accused",
                )
            if not self._worth(trigger, roles):
                if trigger.entry.get("need"):
                    asked = (trigger.last, self._content_end(trigger.last, self.clauses.end))
                continue
            if trigger.entry.get("answers") and not roles.targets:
                roles = replace(roles, targets=self._attacker(out, roles))
            if trigger.verbal and trigger.entry.id == "target" and out and self._strikes_on(out[-1], roles):
                out[-1] = _struck(out[-1], roles)
                continue
            if kind in _TOPICAL or kind == "THREATEN":
                unreal = kind in ("THREATEN", "REQUEST", "AGREE")
                last = self.clauses.end if roles.content is None else roles.content[1]
                asked = (trigger.last, self._content_end(trigger.last, last))
            out.extend(_calls(self._candidate(trigger, roles, title=title)))
        return [self._taken_from(self._judged(c, out), out) for c in out]

    def _taken_from(self, candidate: Candidate, others: list[Candidate]) -> Candidate:
        """Ground taken «بعد معارك مع …» is taken from those fought in the same sentence."""
        event = candidate.event
        if candidate.frame != "seize" or event.targets or not event.actors:
            return candidate
        own = {self.cast.side(a) for a in event.actors}
        fought = [
            o.event.actors
            for o in others
            if o.event.mode == "clash" and own & {self.cast.side(a) for a in o.event.actors}
        ]
        enemies = tuple(a for a in (fought[0] if fought else ()) if self.cast.side(a) not in own)
        return replace(candidate, event=replace(event, targets=enemies))

    def _is_time(self, trigger: Trigger) -> bool:
        """Whether the word is part of a time: «فجر الجمعة» is no explosion."""
        span = self.page.span(trigger.first, trigger.last)
        return any(span.within(t.span) for t in self.times)

    def _roles(self, trigger: Trigger) -> Roles:
        found = roles_of_verb(self.scene, trigger) if trigger.verbal else roles_of_noun(self.scene, trigger)
        return found if found.places else replace(found, places=place_nearby(self.scene, trigger))

    def _absorbed(self, trigger: Trigger, *, unreal: bool, near: bool) -> bool:
        """Whether a word in what is asked or threatened only says what that is about: not the occasion of the asking."""
        if self.page.form(trigger.first - 1) in self.grammar.occasions and trigger.entry.get("event") == "CONSULT":
            return False
        return trigger.entry.get("event") in _ABSORBED or (unreal and (near or not trigger.sense.definite))

    def _alleged(self, trigger: Trigger, roles: Roles, accusation: int) -> bool:
        """Whether a noun after an accusation (its position) is what the accused is said to have done, not when or where he did it."""
        guessed = roles.rule in _GUESSED and (roles.carrier is None or roles.carrier > accusation)
        return (
            (not roles.actors or guessed)
            and not trigger.verbal
            and self.page.form(trigger.first - 1) not in self.grammar.occasions
        )

    def _attacker(self, told: list[Candidate], roles: Roles) -> tuple[str, ...]:
        """Who made the attack that is answered: the actor of the last one told, unless it is the same side."""
        own = {self.cast.side(a) for a in roles.actors}
        for candidate in reversed([*self.before, *told]):
            if candidate.event.type == "ASSAULT" and candidate.event.actors:
                actors = candidate.event.actors
                return actors if not own & {self.cast.side(a) for a in actors} else ()
        return ()

    def _judged(self, candidate: Candidate, others: list[Candidate]) -> Candidate:
        """A condemnation of an act is aimed at who did it; a judgement at whom the sentence speaks of."""
        event = candidate.event
        if event.type != "ACCUSE" or event.targets or candidate.frame not in ("condemn", "judge"):
            return candidate
        own = {self.cast.side(a) for a in event.actors}
        if candidate.frame == "condemn":
            acts = [
                o.event
                for o in others
                if o.event.type in ("ASSAULT", "COERCE", "THREATEN") and o.event.trigger > event.trigger
            ]
            targets = next((a.actors for a in acts if a.actors), ())
        else:
            sentence = self.page.sentences[self.page.sentence_of[self.clauses.starts[0]]]
            said = next((a.content for a in self.attributions if event.trigger.within(a.content)), None)
            targets = next(
                (
                    r.entities[:1]
                    for r in self.cast.between(sentence.first, sentence.last)
                    if (said is None or self.page.span(r.first, r.last).within(said))
                    and self.cast.side(r.entities[0]) not in own
                ),
                (),
            )
        return replace(candidate, event=replace(event, targets=tuple(t for t in targets if t not in event.actors)))

    def _strikes_on(self, last: Candidate, roles: Roles) -> bool:
        """Whether «استهدف» only goes on about the attack just told: «قصف بالمدفعية للجيش، استهدف قواتها»."""
        own = not roles.rule.startswith(("event.elided", "event.passive"))
        return last.event.type == "ASSAULT" and not (
            own and roles.actors and last.event.actors and set(roles.actors) - set(last.event.actors)
        )

    def _content_end(self, first: int, last: int) -> int:
        """What is asked for ends where another speaker or a new finite clause takes over."""
        for i in range(first, last):
            if self.page.form(i) in ("،", ",") and self.page.form(i + 1) in self.grammar.occasions - {"في", "علي"}:
                return i  # «هدد بالرد …، بعد اتهامه …»
            if (
                i in self.clauses.starts
                and i > first + 1
                and self.page.form(i)[:1] in "وف"
                and any(s.pos == "verb" for s in self.page.senses[i])
            ):
                return i
        return last

    def _with_speaker(self, trigger: Trigger, roles: Roles) -> Roles:
        """Acts of speech are done by the one to whom the words are attributed; an elided subject is the last one."""
        span = self.page.span(trigger.first, trigger.last)
        if trigger.entry.get("event") in _SPEECH:
            speakers = tuple(dict.fromkeys(a.source for a in self.attributions if a.cue.overlaps(span)))
            voiced = (
                trigger.verbal
                or trigger.entry.get("need")
                or (trigger.sense.pos == "phrase" and trigger.entry.get("event") != "AGREE")
            )
            if not speakers and not roles.actors and voiced and not self._unknown_subject(trigger):
                speakers = claimants(self.attributions, span)
            if speakers and trigger.entry.get("frame") != "mutual" and roles.rule != "event.passive":
                return self._spoken(trigger, roles, speakers)
        elif (
            trigger.entry.get("event") == "CONSULT"
            and not trigger.verbal
            and roles.carrier is not None
            and roles.rule == "event.noun"
            and roles.actors
        ):
            speakers = claimants(self.attributions, span)  # «صرح بأنه يعتزم إجراء محادثات مع …»
            return replace(roles, actors=tuple(dict.fromkeys(speakers + roles.actors)), rule="event.elided-speaker")
        elif roles.rule == "event.clause-subject" and trigger.entry.get("event") == "CONSULT":
            return self._persons_meet(roles, span)
        elif trigger.verbal and roles.rule == "event.elided" and self._opens_speech(trigger, span):
            speakers = claimants(self.attributions, span)
            if speakers and self.grammar.frames[trigger.entry.get("frame")].subject == "target":
                return replace(roles, targets=speakers, rule="event.elided-speaker")
            if speakers:
                return replace(roles, actors=tuple(dict.fromkeys(speakers + roles.actors)), rule="event.elided-speaker")
        return roles

    def _unknown_subject(self, trigger: Trigger) -> bool:
        """Whether a noun that we cannot name stands where the subject of a verb would: «طلب منه السائق», «رفض جزء من …»."""
        if not trigger.verbal or trigger.sense.person == "1" or self._behind_pronoun(trigger):
            return False
        bare = next((c for c in self.scene.right(trigger.last)[:2] if not c.prep), None)
        return bare is not None and not (bare.headed or self.page.senses[bare.first])

    def _behind_pronoun(self, trigger: Trigger) -> bool:
        return any(self.page.form(k) in self.grammar.pronominal for k in (trigger.first - 1, trigger.first - 2))

    def _opens_speech(self, trigger: Trigger, span: Span) -> bool:
        """Whether a verb without a subject speaks of the speaker: «أكدت أنها ردت», «قال: قصفنا»."""
        if trigger.sense.person == "1":
            return True
        if self._behind_pronoun(trigger):
            return True
        if self._unknown_subject(trigger):
            return False
        gap = _AT_ONCE if self.page.form(trigger.first - 1) in self.grammar.particles | self.grammar.negations else 0
        return any(span.within(a.content) and span.start - a.content.start <= gap for a in self.attributions)

    def _persons_meet(self, roles: Roles, span: Span) -> Roles:
        """Persons meet persons: «أعلن الوزير أن بلاده … خلال لقاء مع نظيره» is a meeting of the two ministers."""
        types = [e.type if (e := self.cast.entity(a)) else "" for a in roles.actors]
        speakers = tuple(
            c for c in claimants(self.attributions, span) if (e := self.cast.entity(c)) and e.type == "PER"
        )
        if not speakers or types[:1] == ["PER"] or "PER" not in types:
            return roles
        return replace(
            roles,
            actors=tuple(
                dict.fromkeys(speakers + tuple(a for a, t in zip(roles.actors, types, strict=True) if t == "PER"))
            ),
        )

    def _spoken(self, trigger: Trigger, roles: Roles, speakers: tuple[str, ...]) -> Roles:
        """The act of the one to whom the words are attributed; whoever stood for its subject is then its object."""
        targets = roles.targets
        named = any(not s.startswith("unnamed") for s in speakers)
        if (
            named
            and trigger.verbal
            and roles.actors
            and not set(roles.actors) & set(speakers)
            and roles.rule == "event.verb-subject"
        ):
            if self.grammar.frames[trigger.entry.get("frame")].object == "target":
                targets = roles.actors + targets
        targets = tuple(t for t in targets if t not in speakers)
        return replace(roles, actors=speakers, targets=targets, rule="event.speaker")

    def _goes_on(self, trigger: Trigger) -> bool:
        """Whether the subject of «استهدف» is an attack told before: «واستهدفت الغارات ميناء …»."""
        if trigger.entry.id != "target" or not trigger.verbal or trigger.last >= self.clauses.end:
            return False
        senses = self.page.layer(trigger.last, "event")
        return any(s.definite and s.pos != "verb" and s.entry.get("event") == "ASSAULT" for s in senses)

    def _worth(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether the word tells of an event here: weak ones need somebody who acts or suffers."""
        entry = trigger.entry
        kind = entry.get("event")
        if entry.get("past_only") and trigger.sense.tense not in ("", "past") and not self.title:
            return False
        if trigger.companion is not None and trigger.companion < trigger.first and roles.rule.startswith("event.elided"):
            return False  # «الأراضي التي خسرتها»: told in passing
        if self._goes_on(trigger):
            return False
        if not trigger.verbal:
            needed = entry.get("needs_carrier")
            dated = bool(roles.actors) and self.page.form(trigger.first - 1) in self.grammar.occasions - {"في", "علي"}
            if needed and not dated and (roles.carrier is None or needed not in (True, carrier_kind(self.scene, trigger))):
                return False
            if entry.get("weak_masdar") and trigger.sense.pos != "phrase" and not roles.actors:
                return False
        if entry.get("need"):
            return bool(roles.actors)
        if entry.get("military") and not any(self._is_armed(a) for a in roles.actors):
            return False
        if entry.get("frame") == "kill" and trigger.verbal and not entry.get("deed"):
            return roles.rule != "event.passive" and bool(roles.actors)
        if entry.get("needs_pair") and len(roles.actors) < 2:  # noqa: PLR2004 - a talk has two
            return False
        if entry.get("needs_person") and len(roles.actors) + len(roles.targets) < 2:  # noqa: PLR2004 - host and guest
            return False
        if kind == "CONSULT" and entry.get("mode") in ("meeting", "phone") and not trigger.verbal:
            several = len(set(roles.actors + roles.targets)) > 1
            return (
                several
                or (bool(roles.actors) and roles.carrier is not None)
                or (trigger.sense.definite or entry.get("mode") == "phone")
            )
        if kind in _SPEECH:
            return bool(roles.actors) or entry.get("frame") == "mutual" or entry.id == "truce_agreement"
        if entry.get("weak"):
            return bool(roles.targets) or (bool(roles.actors) and not roles.rule.startswith("event.elided"))
        return trigger.verbal or bool(
            roles.actors
            or roles.targets
            or roles.places
            or roles.carrier is not None
            or trigger.sense.definite
            or trigger.sense.pronoun
        )

    def _threatened(self, trigger: Trigger, event: Event) -> tuple[str, ...]:
        """The first other side named in what is threatened, unless it is one that is defended against an attack."""
        own = {self.cast.side(a) for a in event.actors}
        last = self._content_end(trigger.last, self.clauses.end)
        for reference in self.cast.between(trigger.last, last):
            if any(s.definite for k in range(trigger.last, reference.first) for s in self.page.layer(k, "event")):
                return ()
            others = tuple(e for e in reference.entities if self.cast.side(e) not in {None, *own})
            if others:
                return others[:1]
        return ()

    def _unlikely(self, event: Event) -> bool:
        """Nobody is blamed for hurting his own side, nor a person for an army's deed, on the strength of grammar alone."""
        if any((e := self.cast.entity(a)) is not None and e.type == "PER" for a in event.actors):
            return True
        sides = {self.cast.side(a) for a in event.actors} - {None}
        return bool(sides & {self.cast.side(t) for t in event.targets})

    def _state_attacked(self, event: Event) -> tuple[str, ...]:
        """Where a state's forces strike a place of another state, that state is the target («هجمات على محافظة …»)."""
        attackers = {self.cast.side(a) for a in event.actors} - {None}
        owner = self.cast.side(event.place) if event.place else None
        state = f"loc.{owner}" if owner else ""
        if not attackers and event.place == state and owner in {self.cast.side(c) for c in event.claimed_by}:
            return (state,)  # told by the state on whose soil it is
        if len(attackers) == 1 and owner not in attackers and self.cast.entity(state) is not None:
            attacker = attackers.pop()
            return (state,) if attacker is not None and attacker.isupper() else ()
        return ()

    def _is_armed(self, actor: str) -> bool:
        entity = self.cast.entity(actor)
        if entity is None:
            return actor.removeprefix("unnamed: ") in _armed_crowds(self.page.document.language)
        return entity.type == "ORG" or is_state(actor)

    def _candidate(self, trigger: Trigger, roles: Roles, *, title: bool) -> Candidate:
        page, entry = self.page, trigger.entry
        kind = entry.get("event")
        span = page.span(trigger.first, trigger.last, trigger.sense.cut)
        weapon, mode = weapon_and_mode(page, self.clauses, trigger)
        topic = None
        if kind in _TOPICAL:
            first, last = roles.content or (trigger.last, self.clauses.end)
            topic = (
                entry.get("topic")
                or topic_of(page, min(first, trigger.last), self._content_end(max(first, trigger.last), last))
                or "other"
            )
            if entry.get("need") and topic == "bilateral-ties":
                kind = "SUPPORT"  # «شددا على ضرورة تطوير العلاقات» backs what both have, it asks nobody
        event = Event(
            id="",
            type=kind,
            trigger=span,
            evidence=page.evidence(trigger.first),
            mode=mode,
            actors=roles.actors,
            targets=() if kind == "CONSULT" and mode != "third-party" else roles.targets,
            place=roles.places[0] if roles.places else None,
            date=date_of(page, self.clauses, self.times, trigger),
            status="actual"
            if kind in ("THREATEN", "ACCUSE")
            else status_of(page, self.grammar, self.clauses, trigger, roles.carrier),
            claimed_by=tuple(
                c for c in claimants(self.attributions, span) if kind not in _SPEECH or c not in roles.actors
            ),
            topic=topic,
            weapon=weapon,
            rule=roles.rule,
        )
        if kind == "REQUEST" and not roles.targets and roles.content is not None:
            event = replace(
                event, targets=tuple(t for t in addressee(self.scene, roles.content) if t not in event.actors)
            )
        if kind == "THREATEN" and not roles.targets:
            event = replace(event, targets=self._threatened(trigger, event))
        if kind in ("ASSAULT", "COERCE") and mode != "clash" and roles.rule in _GUESSED and self._unlikely(event):
            event = replace(event, actors=())
        if kind == "ASSAULT" and not roles.targets:
            event = replace(event, targets=self._state_attacked(event))
        if kind == "CONSULT" and mode != "third-party":
            event = replace(event, actors=tuple(dict.fromkeys(roles.actors + roles.targets)))
        bare = trigger.sense.definite and not (roles.actors or roles.targets)
        return Candidate(
            event, entry.id, entry.get("frame"), trigger.sense.definite, title, bool(entry.get("generic")), bare
        )


def _calls(candidate: Candidate) -> list[Candidate]:
    """Calls that one person makes to several are as many calls: «محادثات هاتفية مع … و…»."""
    event = candidate.event
    if event.mode != "phone" or len(event.actors) <= 2:  # noqa: PLR2004 - caller and called
        return [candidate]
    return [replace(candidate, event=replace(event, actors=(event.actors[0], other))) for other in event.actors[1:]]


def _struck(candidate: Candidate, roles: Roles) -> Candidate:
    """The attack with what the verb «استهدف» says it hit."""
    event = candidate.event
    place = event.place or (roles.places[0] if roles.places else None)
    return replace(candidate, event=replace(event, targets=event.targets or roles.targets, place=place))
