"""What judgements make of the reading of one document.

The judgements on a text are gone through in the order of the log. What a later one contradicts does not count: a
rejection against an acceptance or a correction of the same fact and the other way round, an acceptance of what a
correction changed, a correction all of whose fields another corrects. A fact's id is that of what was read, however
it was corrected.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hudna.reading import Event, Reading
from hudna.record.identity import FactIds
from hudna.record.judgements.cast import Unreadable
from hudna.record.judgements.fields import FIELDS, NAME, NAMES
from hudna.record.judgements.judgement import Judgement, Place
from hudna.record.judgements.values import Values, shown
from hudna.record.numbered import LETTERS, Told, entity_places, numbered, told, where
from hudna.text import Document

ABSENT = "nothing of this kind stands there"
OTHERWISE = "what stands there is read otherwise now"
Change = tuple[str, Any, Any]  # field, value before, value after


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one judgement does in one document.

    Attributes:
        judgement: the judgement.
        document: name of the document.
        fact: id of the fact or member that it is about, whether or not the record has it.
        state: applied, overruled or waiting.
        by: id of the later judgement that overruled it.
        why: what it waits for.
        changes: what it changes in the fact, with the ids of the reading.
        place: the number of the judgement's place that is meant.

    """

    judgement: Judgement
    document: str
    fact: str
    state: str = "applied"
    by: str | None = None
    why: str | None = None
    changes: tuple[Change, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Patched:
    """A reading with what people decided about it, and what each judgement did there."""

    reading: Reading
    outcomes: tuple[Outcome, ...]


def patched(document: Document, reading: Reading, judgements: Iterable[Judgement]) -> Patched:
    """The reading of a document as the live judgements on its text, given in the order of the log, make it."""
    desk = _Desk(document, numbered(reading))
    held = tuple(judgements)
    for judgement in held:
        if not judgement.pairs and judgement.what != "entity":
            desk.decide(judgement)
    done = desk.reading()
    outcomes = [*desk.outcomes(), *_located(document, done, held)]
    return Patched(done, tuple(outcomes))


@dataclass(slots=True)
class _Case:
    """What people decided about one fact."""

    what: str
    read: Told | None  # as the reader has it; None for what a person added
    now: Told
    rejected: Judgement | None = None
    standing: list[Judgement] = field(default_factory=list)  # additions, corrections and acceptances that hold
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def overrule(self, judgement: Judgement, by: Judgement) -> None:
        """Note that a later judgement contradicts one."""
        self.outcomes[judgement.id] = replace(self.outcomes[judgement.id], state="overruled", by=by.id)

    def uphold(self) -> None:
        """Let the rejection, if there is one, overrule what holds otherwise."""
        for judgement in self.standing if self.rejected else ():
            self.overrule(judgement, self.rejected)  # type: ignore[arg-type]


class _Desk:
    """Where the judgements on one text are gone through."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._document = document
        self._reading = reading
        self._values = Values(document, reading)
        self._ids = FactIds(reading.name, reading.sha256)
        self._cases = {f.record_id: _Case(what, f, f) for what, f in told(reading)}
        self._idle: list[Outcome] = []

    def decide(self, judgement: Judgement) -> None:
        """Go through the next judgement."""
        place = judgement.places[0]
        own = self._ids.of(LETTERS[place.what], place.span, place.slot, place.again)
        case = self._cases.get(own) or self._same_place(judgement)
        outcome = Outcome(judgement, self._document.name, case.now.record_id if case else own)
        try:
            if judgement.kind == "add" and not case:
                self._add(judgement, own, outcome)
            elif not case:
                self._idle.append(replace(outcome, state="waiting", why=ABSENT))
            else:
                self._judge(case, judgement, outcome)
        except Unreadable as error:
            waiting = replace(outcome, state="waiting", why=str(error))
            self._idle.append(waiting) if not case else case.outcomes.update({judgement.id: waiting})

    def outcomes(self) -> Iterable[Outcome]:
        """What each judgement did."""
        for case in self._cases.values():
            case.uphold()
            yield from case.outcomes.values()
        yield from self._idle

    def reading(self) -> Reading:
        """The reading as it is now."""
        kept = {own: case.now for own, case in self._cases.items() if not case.rejected}
        added = [c for own, c in self._cases.items() if c.read is None and own in kept]
        gone = {c.now.id for c in self._cases.values() if isinstance(c.now, Event) and c.rejected}
        made = _made(self._reading, kept, added, gone)
        return self._values.cast.joined(made, frozenset(_named(made)))

    def _same_place(self, judgement: Judgement) -> _Case | None:
        """The only fact of the kind on the characters: what an acceptance or rejection of another is not about."""
        if judgement.kind in ("accept", "reject", "add"):
            return None
        place = judgement.places[0]
        found = [c for c in self._cases.values() if c.what == place.what and c.read and where(c.read) == place.span]
        return found[0] if len(found) == 1 else None

    def _add(self, judgement: Judgement, own: str, outcome: Outcome) -> None:
        place = judgement.places[0]
        new = replace(self._values.new(place, f"judged.{judgement.id}", judgement.fields), record_id=own)
        if isinstance(new, Event):
            self._values.keep(new)
        case = self._cases[own] = _Case(place.what, None, new)
        case.standing.append(judgement)
        case.outcomes[judgement.id] = replace(outcome, changes=_changes(place.what, None, new))

    def _judge(self, case: _Case, judgement: Judgement, outcome: Outcome) -> None:
        match judgement.kind:
            case "accept":
                if judgement.fields["seen"] != self._values.digest(case.what, case.now):
                    outcome = replace(outcome, state="waiting", why=OTHERWISE)
                else:
                    self._restore(case, judgement)
                    case.standing.append(judgement)
            case "reject":
                if case.rejected:
                    case.overrule(case.rejected, judgement)
                case.rejected = judgement
                outcome = replace(outcome, changes=_changes(case.what, case.now, None))
            case "correct" | "add":
                outcome = self._correct(case, judgement, outcome)
        case.outcomes[judgement.id] = outcome

    def _correct(self, case: _Case, judgement: Judgement, outcome: Outcome) -> Outcome:
        now = self._values.set(case.what, case.now, judgement.fields)
        self._restore(case, judgement)
        for before in tuple(case.standing):
            if before.kind == "accept" or (before.kind == "correct" and set(before.fields) <= set(judgement.fields)):
                case.overrule(before, judgement)
                case.standing.remove(before)
        changes = _changes(case.what, case.now, now)
        case.standing.append(judgement)
        case.now = now
        return replace(outcome, changes=changes)

    @staticmethod
    def _restore(case: _Case, judgement: Judgement) -> None:
        """Take a rejected fact back in."""
        if case.rejected:
            case.overrule(case.rejected, judgement)
            case.rejected = None


def locate(reading: Reading, place: Place) -> str | None:
    """Id of the fact or entity of a reading that a place means; None if there is none."""
    if place.what == "entity":
        standing = entity_places(reading)
        own = FactIds(reading.name, reading.sha256).of(LETTERS["entity"], place.span, place.slot, place.again)
        if any(s.id == own for s in standing.values()):
            return own
        named = {m.entity for m in reading.mentions if m.span == place.span}
        return standing[named.pop()].id if len(named) == 1 else None
    own = FactIds(reading.name, reading.sha256).of(LETTERS[place.what], place.span, place.slot, place.again)
    held = [f for what, f in told(numbered(reading)) if what == place.what]
    if any(f.record_id == own for f in held):
        return own
    found = [f.record_id for f in held if where(f) == place.span]
    return found[0] if len(found) == 1 else None


def _located(document: Document, reading: Reading, judgements: Iterable[Judgement]) -> Iterable[Outcome]:
    """The judgements on what is one, and notes on entities, with what they are about in this document."""
    for judgement in judgements:
        if not judgement.pairs and judgement.what != "entity":
            continue
        for number, place in enumerate(judgement.places):
            if place.sha256 != reading.sha256:
                continue
            own = locate(reading, place)
            state, why = ("applied", None) if own else ("waiting", ABSENT)
            yield Outcome(judgement, document.name, own or "", state, why=why, place=number)


def _changes(what: str, before: Told | None, after: Told | None) -> tuple[Change, ...]:
    """The fields in which two states of a fact differ; of a fact that comes or goes all that say something."""
    old, new = (shown(what, f) if f else {} for f in (before, after))
    return tuple((n, old.get(n), new.get(n)) for n in FIELDS[what] if old.get(n) != new.get(n))


def _made(reading: Reading, kept: Mapping[str, Any], added: list[_Case], gone: set[str]) -> Reading:
    """The reading with the facts kept, those added, and no link to an event that is gone."""

    def of(what: str, facts: Iterable[Any]) -> tuple[Any, ...]:
        own = [kept[f.record_id] for f in facts if f.record_id in kept]
        return (*own, *(c.now for c in added if c.what == what))

    def untied(fact: Any) -> Any:
        return replace(fact, event=None) if fact.event in gone else fact

    truces = tuple(
        replace(
            t,
            events=tuple(e for e in t.events if e not in gone),
            violations=tuple(untied(kept[v.record_id]) for v in t.violations if v.record_id in kept),
        )
        for t in of("truce", reading.truces)
    )
    return replace(
        reading,
        attributions=of("claim", reading.attributions),
        events=of("event", reading.events),
        casualties=tuple(map(untied, of("toll", reading.casualties))),
        losses=tuple(map(untied, of("loss", reading.losses))),
        truces=truces,
    )


def _named(reading: Reading) -> Iterable[str]:
    """All whom the facts of a reading name in fields that a judgement can set."""
    for what, fact in told(reading):
        for name, form in FIELDS[what].items():
            value = getattr(fact, name)
            if form == NAME and value:
                yield value
            elif form == NAMES:
                yield from value
