"""The events of one sentence: its event words from first to last, each in the light of those before it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from hudna.reading.event.accused import Accusation, accusation, answered, as_alleged, judged_only, laid_on
from hudna.reading.event.allegiance import tied_to
from hudna.reading.event.build import build
from hudna.reading.event.by_pronoun import with_pronoun
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.captive import roles_of_held
from hudna.reading.event.contact import with_participants
from hudna.reading.event.content import Content, content_end, is_to_be_discussed
from hudna.reading.event.elided import with_both
from hudna.reading.event.far import place_nearby, with_addressee, with_far_phrases
from hudna.reading.event.freed import roles_of_freeing, with_body
from hudna.reading.event.guest import host_of
from hudna.reading.event.held import amid_troops, with_holder
from hudna.reading.event.kinds import FORCE, TOPICAL
from hudna.reading.event.neighbours import (
    attacker,
    fell_attacking,
    fell_together,
    fought,
    goes_on_about,
    is_part,
    is_setting,
    said_in_talk,
    shared_doer,
    struck,
    taken_from,
)
from hudna.reading.event.noun import roles_of_noun
from hudna.reading.event.repelled import attack_on
from hudna.reading.event.replied import judged, praised, replied
from hudna.reading.event.roles import Roles
from hudna.reading.event.scene import EventScene
from hudna.reading.event.speaker import with_speaker
from hudna.reading.event.telling import is_means
from hudna.reading.event.trigger import Trigger, find_triggers
from hudna.reading.event.verb import roles_of_verb
from hudna.reading.event.worth import tells

_ASKED = 8  # tokens between a refusal, its doer between, and what was asked
_OBJECT = 3  # tokens between an answer and the attack or request that is its object
_ANSWERS = frozenset({"AGREE", "REJECT"})  # what is done to a request
# rules by which a noun of asking has whose it is beside it
_ASKERS = frozenset({"event.noun-genitive", "event.noun-relative", "event.noun-nisba", "event.agent", "event.noun"})


def events_of(scene: EventScene, before: Sequence[Candidate], *, title: bool) -> list[Candidate]:
    """The events that a sentence tells of, not merged; ``before`` are those told just before it.

    ``title`` says that the sentence is the headline.
    """
    triggers = find_triggers(scene.page, scene.cast, scene.grammar, scene.clauses)
    reader = _Reader(scene, before, title=title)
    for trigger, following in zip_longest(triggers, triggers[1:]):
        reader.read(trigger, following)
    aimed = [taken_from(scene, judged(scene, c, reader.told, before), reader.told) for c in reader.told]
    for n, candidate in enumerate(aimed):
        told = (*before, *aimed[:n])
        aimed[n] = replied(scene, praised(scene, candidate, told), told)
    return [c for n, c in enumerate(aimed) if not _blames_again(c, aimed[:n])]


def _blames_again(candidate: Candidate, before: Sequence[Candidate]) -> bool:
    """Whether one who just blamed somebody goes on to blame nobody more: «أدانت العدوان الإسرائيلي وحملت الكيان …»."""
    event = candidate.event
    if event.type != "ACCUSE" or event.targets or not event.actors:
        return False
    return any(c.event.type == "ACCUSE" and c.event.actors == event.actors and c.event.targets for c in before)


class _Reader:
    """A sentence while it is read."""

    def __init__(self, scene: EventScene, before: Sequence[Candidate], *, title: bool) -> None:
        self.scene, self.before, self.title = scene, tuple(before), title
        self.told: list[Candidate] = []
        self.accusation: Accusation | None = None
        self.charged = False  # whether a word of accusing told it, and not a judgement
        self.content: Content | None = None  # what a demand or refusal is about is its topic, no event of its own
        self.consumed: set[int] = set()  # words that say what another event word says
        self.reply: tuple[Trigger, Roles] | None = None  # the last assent or refusal, and whose it is
        self.slain: tuple[Trigger, tuple[str, ...]] | None = None  # a killing nobody is blamed for, whom it befell

    def read(self, trigger: Trigger, following: Trigger | None) -> None:
        """Take the next event word in; ``following`` is the one behind it."""
        if (asked := self._answered(trigger)) is not None:
            self._tell_asked(trigger, asked)
            return
        if self._is_passed_over(trigger):
            return
        if self._is_charge(trigger):
            self.consumed.update([] if trigger.companion is None else [trigger.companion])
            return
        if trigger.entry.get("terms"):  # «ينص الاتفاق على انسحاب …»
            self._open_content(trigger, self.scene.clauses.end, unreal=trigger.entry.get("terms") is True)
            return
        roles = self._roles(trigger)
        self.consumed.update(k for k in (self._shared(trigger), roles.consumed) if k is not None)
        if trigger.entry.get("event") == "ACCUSE":
            roles = laid_on(self.scene, trigger, judged_only(self.scene, trigger, roles))
            roles = answered(trigger, roles, self.told)
            self.accusation = accusation(trigger, roles)
            self.charged = trigger.entry.get("frame") != "judge"
        elif self.accusation is not None:
            roles = as_alleged(self.scene, trigger, roles, self.accusation)
        self.reply = (trigger, roles) if trigger.entry.get("event") in _ANSWERS else self.reply
        if following is not None and (attack := attack_on(self.scene, trigger, roles, following)) is not None:
            roles = self._beaten_back(following, attack, roles)
        elif trigger.entry.get("answers") and following is not None and not roles.targets:
            roles = self._answering(trigger, following, roles)
        roles = self._in_which(trigger, roles)
        if tells(self.scene, trigger, roles, title=self.title):
            self._tell(trigger, roles)
        else:
            self._pass_on(trigger, roles)

    def _pass_on(self, trigger: Trigger, roles: Roles) -> None:
        """Keep what a word says that tells of no event: what is asked for, or whom the event before it is against."""
        if trigger.entry.get("need") or self._asks(trigger, roles):
            unreal = self.content is not None and self.content.unreal
            self._open_content(trigger, self.scene.clauses.end, unreal=unreal)
        elif trigger.entry.get("event") == "THREATEN" and trigger.verbal and trigger.companion is not None:
            end = content_end(self.scene, trigger.companion, self.scene.clauses.end)
            self.content = Content(trigger.companion, end, unreal=True)  # «هددت جماعة منشقة بمواصلة القتال»
        elif trigger.entry.get("event") == "REJECT" and trigger.verbal:
            self._open_content(trigger, self.scene.clauses.next_start(trigger.last), unreal=False)
        elif self.told and is_part(self.scene, trigger, self.told[-1], roles):
            self.told[-1] = struck(self.told[-1], roles)  # «عملية لاستعادة المدينة من الحركة»

    def _is_passed_over(self, trigger: Trigger) -> bool:
        """Whether a word is what another event word is about or says too, so that it has no more to tell."""
        if self.content is not None and self.content.absorbs(self.scene, trigger):
            return True
        if is_to_be_discussed(self.scene, trigger):
            return True
        return not self.consumed.isdisjoint(range(trigger.first, trigger.last)) or self._is_time(trigger)

    def _answered(self, trigger: Trigger) -> Roles | None:
        """The roles of what was asked by somebody named, and is assented to or refused: «رفضت … عرضا من الحركة»."""
        if self.reply is None or not trigger.entry.get("asked_by") or trigger.verbal:
            return None
        answer, replied = self.reply
        if not 0 <= trigger.first - answer.last <= _ASKED or answer.first > trigger.first:
            return None
        if any(not self.scene.page.is_word(k) for k in range(answer.last, trigger.first)):
            return None
        responds = self.scene.page.form(trigger.first - 1) in self.scene.grammar.adjuncts
        if answer.companion == trigger.first or responds:  # «استجابة لطلب الرئيس»: no purpose
            trigger = replace(trigger, sense=trigger.sense._replace(clitics=""))
        roles = roles_of_noun(self.scene, trigger)
        if responds and roles.targets and roles.rule == "event.carried":  # whoever responds has not asked
            roles = replace(roles, actors=roles.targets, targets=(), rule="event.noun-genitive")
        if not roles.actors and roles.targets and self.scene.page.form(trigger.last) == "من":
            roles = replace(roles, actors=roles.targets, targets=(), rule="event.noun")  # «رفض طلبا من الوزير»: his
        if not roles.actors and roles.rule == "event.noun-genitive":
            roles = replace(roles, actors=roles.targets, targets=())  # «على طلب الحكومة»: hers
        own = roles.rule in _ASKERS and any(not a.startswith("unnamed") for a in roles.actors)
        if not own or self.scene.sides(roles.actors) & (self.scene.sides(replied.actors) - {None}):
            return None
        asked = tuple(t for t in roles.targets if not t.startswith("unnamed"))
        return replace(roles, targets=asked or tuple(a for a in replied.actors if a not in roles.actors))

    def _tell_asked(self, trigger: Trigger, roles: Roles) -> None:
        """Add what was asked, which its answer leaves as done: «رفضت» denies no request."""
        own = self.reply[1].actors if self.reply is not None else ()  # whoever refuses it does not tell it
        self._aim_at(roles.actors)
        for told in build(self.scene, trigger, roles, title=self.title):
            heard = tuple(c for c in told.event.claimed_by if c not in own)
            self.told.append(replace(told, event=replace(told.event, status="actual", claimed_by=heard)))

    def _aim_at(self, askers: tuple[str, ...]) -> None:
        """Aim the assent that names nobody at those who asked: «وافق على الشروط التي وضعتها الحكومة»."""
        span = self.reply[0].span(self.scene.page) if self.reply is not None else None
        for n, told in enumerate(self.told):
            if told.event.trigger == span and told.event.type == "AGREE" and not told.event.targets:
                others = tuple(a for a in askers if a not in told.event.actors)
                self.told[n] = replace(told, event=replace(told.event, targets=others))

    def _in_which(self, trigger: Trigger, roles: Roles) -> Roles:
        """``roles`` of an attack with those whom the killing told before it befell: «قتل جنديان من القوة في انفجار»."""
        if trigger.entry.get("event") != "ASSAULT":
            return roles
        if trigger.verbal and trigger.entry.get("mode") != "clash":
            passive = trigger.entry.get("frame") == "kill" and roles.rule == "event.passive"
            self.slain = (trigger, roles.targets) if passive else None
            return roles
        page, told = self.scene.page, self.slain
        if told is None or not is_means(page, told[0].span(page), trigger.span(page)):
            return roles
        if roles.targets:
            return fell_attacking(self.scene, trigger, roles, told[1])
        return self._befallen(trigger, roles, told)

    def _befallen(self, trigger: Trigger, roles: Roles, told: tuple[Trigger, tuple[str, ...]]) -> Roles:
        """``roles`` of a noun of attack in which those fell whom the word ``told`` before it says."""
        if trigger.entry.get("mode") == "clash":
            return roles if roles.actors else replace(roles, actors=fell_together(self.scene, told, trigger.first))
        named = [e for r in self.scene.cast.between(told[0].last, trigger.first) for e in r.entities]
        if len(self.scene.sides(n for n in named if not self.scene.cast.is_mere_place(n)) - {None}) > 1:
            return roles  # fallen of both sides
        fallen = (t for t in told[1] if t not in roles.actors)
        return replace(roles, targets=tuple(t for t in fallen if not t.startswith("unnamed")))

    def _asks(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether a word that tells of nothing asks for what follows: «متظاهرين مطالبين ب…», «إلى مطالبة القوات ب…»."""
        demand = trigger.entry.get("event") == "REQUEST"
        return demand and (trigger.sense.pos == "active" or bool(roles.targets))

    def _beaten_back(self, noun: Trigger, attack: Roles, roles: Roles) -> Roles:
        """``roles`` of what beats an ``attack`` back, aimed at those who made it; that is told as well."""
        self.consumed.update(k for k in (noun.first, attack.consumed) if k is not None)
        self.told.extend(build(self.scene, noun, attack, title=self.title))
        return replace(roles, targets=attack.actors, places=roles.places or attack.places)

    def _answering(self, trigger: Trigger, following: Trigger, roles: Roles) -> Roles:
        """``roles`` aimed at who made the attack that is the object of the answer: «تصدت لمحاولة تسلل نفذها …»."""
        near = following.first - trigger.last <= _OBJECT
        if not near or following.verbal or following.entry.get("event") != "ASSAULT":
            return roles
        attack = self._roles(following)
        own = self.scene.sides(roles.actors)
        made = tuple(a for a in attack.actors if self.scene.side(a) not in own - {None} and a not in roles.actors)
        if made:
            self.consumed.update(k for k in (following.first, attack.consumed) if k is not None)
        return replace(roles, targets=made)

    def _shared(self, trigger: Trigger) -> int | None:
        """The word that a verb needs, unless it tells more: the talk that a visit is for («وصل … للقاء …»)."""
        visit, i = trigger.entry.get("mode") == "visit", trigger.companion
        return None if visit and i is not None and self.scene.page.form(i).startswith("ل") else i

    def _tell(self, trigger: Trigger, roles: Roles) -> None:
        """Add what a word tells of to the events, or to the last of them."""
        if trigger.entry.get("answers") and not roles.targets:
            roles = replace(roles, targets=attacker(self.scene, (*self.before, *self.told), roles))
        just, kind = self.told[-1] if self.told else None, trigger.entry.get("event")
        if self._only_announces(trigger, roles):
            return
        roles = fought(self.scene, trigger, just, roles) if just else roles
        if just and (goes_on_about(trigger, just, roles) or is_part(self.scene, trigger, just, roles)):
            self.told[-1] = struck(just, roles)
            return
        if just and is_setting(self.scene, trigger, just):
            return
        if kind == "ACCUSE" and (n := self._unaimed(roles)) is not None:
            self.told[n] = struck(self.told[n], roles)
            return
        if just and (visit := host_of(self.scene, trigger, roles, just)) is not None:
            self.told[-1] = visit  # «وصل … حيث استقبله …»
            return
        if kind == "PROTEST" and self.charged and self.scene.page.form(trigger.first).startswith("ل"):
            return  # «استدعت السفير للاحتجاج على …»: the accusation just told
        if trigger.verbal and trigger.entry.get("frame") == "discuss":
            self._open_content(trigger, self.scene.clauses.next_start(trigger.last), unreal=False)
        nobodys = trigger.entry.get("frame") == "agreed" and not roles.actors  # «تم الاتفاق على …»
        if (kind in TOPICAL or kind in ("THREATEN", "CONCEDE")) and not nobodys:
            last = self.scene.clauses.end if roles.content is None else roles.content[1]
            self._open_content(trigger, last, unreal=kind in ("THREATEN", "REQUEST", "AGREE"))
            settled = bool(trigger.entry.get("concluded"))
            self.content = self.content._replace(settled=settled) if self.content is not None else None
        self.told.extend(build(self.scene, trigger, roles, title=self.title))

    def _only_announces(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether one announces an accord that two others were told to reach, or, as mediator, the end of their talks.

        «أعلن الوسيط الاتفاق», «أعلن الوزير، الذي يتوسط في النزاع، تعليق المحادثات».
        """
        if roles.carries != "declare" or len(roles.actors) != 1:
            return False
        if trigger.entry.get("event") == "REJECT" and trigger.entry.get("topic") == "negotiations":
            return any(c.event.mode == "third-party" and c.event.actors == roles.actors for c in self.told)
        if trigger.entry.get("event") != "AGREE" or not trigger.definite:
            return False
        accords = (c.event.actors for c in (*self.before, *self.told) if c.event.type == "AGREE")
        others = [self.scene.sides(a) for a in accords if len(a) > 1]
        return any(not self.scene.sides(roles.actors) & sides for sides in others)

    def _unaimed(self, roles: Roles) -> int | None:
        """Which accusation told before names nobody: «من يقف وراءه أجهزة غربية، محملا إسرائيل المسؤولية»."""
        told = ((n, c) for n, c in enumerate(self.told) if c.frame == "be_behind" and not c.event.targets)
        return next((n for n, c in told if c.event.actors == roles.actors), None)

    def _open_content(self, trigger: Trigger, last: int, *, unreal: bool) -> None:
        self.content = Content(trigger.last, content_end(self.scene, trigger.last, last), unreal)

    def _is_charge(self, trigger: Trigger) -> bool:
        """Whether a word that blames only says what the accusation told before is about: «اتهمه بارتكاب جرائم حرب»."""
        return self.charged and trigger.entry.get("frame") == "judge"

    def _is_time(self, trigger: Trigger) -> bool:
        """Whether the word is part of a time: «فجر الجمعة» is no explosion."""
        span = self.scene.page.span(trigger.first, trigger.last)
        return any(span.within(t.span) for t in self.scene.times)

    def _roles(self, trigger: Trigger) -> Roles:
        """Who does what to whom by the word, and where."""
        scene = self.scene
        held = trigger.sense.pos == "passive"
        noun = roles_of_held if held else roles_of_noun
        freeing = None if trigger.verbal else roles_of_freeing(scene, trigger)
        found = roles_of_verb(scene, trigger) if trigger.verbal else freeing or noun(scene, trigger)
        found = with_pronoun(scene, trigger, with_addressee(scene, trigger, with_far_phrases(scene, trigger, found)))
        found = found if found.places else replace(found, places=place_nearby(scene, trigger))
        clash = trigger.entry.get("mode") == "clash"
        if trigger.entry.get("event") in FORCE and not (found.targets or clash):
            bodies = tied_to(scene.page, scene.cast, trigger.last, scene.clauses.end, found.actors)
            found = replace(found, targets=tuple(b for b in bodies if b not in found.actors))
        found = with_both(scene, trigger, with_body(scene, trigger, found), (*self.before, *self.told))
        found = amid_troops(scene, trigger, shared_doer(scene, trigger, found, self.told[-1:]))
        found = with_holder(scene, trigger, found)
        found = said_in_talk(scene, trigger, with_speaker(scene, trigger, found), self.told)
        return with_participants(scene, trigger, found, (*self.before, *self.told))
