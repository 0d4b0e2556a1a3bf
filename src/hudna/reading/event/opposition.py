"""Whom each party of a document fights, and so whom a deed is aimed at that names only its doer.

News tells a conflict in turns: «شنت القوات هجوما» names nobody whom it was aimed at, the report as a whole does. In:
the events of a document; out: the same, an attack on nobody aimed at the one party that its doer is told to fight.
Where a doer has two enemies or none, nobody is added; nor to ground taken, which may be anybody's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hudna.reading.cast import Cast
from hudna.reading.event.forces import is_local, is_loyal
from hudna.reading.event.telling import token_at
from hudna.reading.foremost import foremost
from hudna.reading.model import Event
from hudna.reading.page import Page
from hudna.reading.scene import is_state
from hudna.text import QUOTES

_AIMED = frozenset({"other", "firearms", "explosives"})  # shells and bombs may hit places and nobody's party
_SOLDIERS = "soldiers"  # the English name of events/crowd.yaml
_YEAR = len("2020")
_OLD = 3  # years after which who fought then need not be at odds now
_CLEAR = 2  # times as often as the next an enemy must be told to be the one meant


@dataclass(frozen=True, slots=True)
class Opposition:
    """For each side of a document the sides it is told to be at odds with, counted, and who stands for each side."""

    enemies: dict[str, Counter[str]]
    bodies: dict[str, Counter[str]]

    def is_enemy(self, side: str, other: str | None) -> bool:
        """Whether ``other`` is the one enemy of ``side``."""
        enemy = self.foe(side)
        return enemy is not None and enemy == other

    def enemy(self, side: str) -> str | None:
        """Id of the entity that stands for the one enemy of ``side``; None where there is none or no one stands out."""
        enemy = self.foe(side)
        bodies = self.bodies.get(enemy) if enemy is not None else None
        return bodies.most_common(1)[0][0] if bodies else None

    def may_be_foe(self, doer: str, cast: Cast, page: Page) -> bool:
        """Whether ``doer`` is of a state's side by name alone, who may fight that state: «القوات الموالية لغباغبو»."""
        entity, side = cast.entity(doer), cast.party(doer)
        loyal = is_loyal(page, cast, doer) and doer not in self.bodies.get(side or "", ())
        return is_state(side) and entity is not None and (entity.type == "PER" or loyal)

    def foe(self, side: str) -> str | None:
        """The side that ``side`` is told to be at odds with clearly oftener than with any other."""
        return foremost(self.enemies[side], _CLEAR) if side in self.enemies else None


def opposition(events: Iterable[Event], cast: Cast, published: str | None = None) -> Opposition:
    """Who is at odds with whom by the ``events`` that name both, but for those of years before the report."""
    enemies: defaultdict[str, Counter[str]] = defaultdict(Counter)
    bodies: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for event in events:
        if event.type != "ASSAULT" or _is_past(event.date, published):
            continue  # whoever condemns an attack is no party to it
        doers, hit = event.actors, event.targets
        if event.mode == "clash":
            doers, hit = event.actors[:1], (*event.actors[1:], *event.targets)
        for a in doers:
            for b in hit:
                one, other = cast.party(a), cast.party(b)
                if one and other and one != other:
                    enemies[one][other] += 1
                    enemies[other][one] += 1
                    bodies[one][_of_all(a, one, cast)] += 1
                    bodies[other][_of_all(b, other, cast)] += 1
    return Opposition(dict(enemies), dict(bodies))


def _of_all(body: str, side: str, cast: Cast) -> str:
    """Who stands for a side: for a body of one town its state."""
    return f"loc.{side}" if is_state(side) and is_local(cast, body) else body


def _is_past(date: str | None, published: str | None) -> bool:
    """Whether a day is of another war than that of the report: years before it."""
    then, now = (d[:_YEAR] if d else "" for d in (date, published))
    return then.isdigit() and now.isdigit() and int(now) - int(then) >= _OLD


def on_soil(event: Event, known: Opposition, cast: Cast) -> Event:
    """``event``, aimed at the state that its doer is told to fight, where it strikes a place there and names nobody.

    Nobody is aimed at on the soil of a third state: a drone over Waziristan is no attack on Pakistan.
    """
    if event.type != "ASSAULT" or event.mode == "clash" or event.targets or event.place is None:
        return event
    owner, sides = cast.side(event.place), {cast.party(a) for a in event.actors}
    at_odds = is_state(owner) and all(
        s is not None and is_state(s) and owner in known.enemies.get(s, ()) for s in sides
    )
    return replace(event, targets=(f"loc.{owner}",)) if sides and at_odds else event


def unmasked(event: Event, known: Opposition, cast: Cast, party: str | None, fighters: frozenset[str]) -> Event:
    """``event`` with «ستة مسلحين» as those of ``party``, where they are struck, seized or fought by whom it fights.

    ``fighters`` are the English names of armed people without a name. Whoever attacks without a name stays unknown.
    """
    sides = {cast.party(a) for a in event.actors} - {None}
    at_odds = party is not None and bool(sides) and all(known.is_enemy(s, cast.party(party)) for s in sides if s)
    if party is not None and event.type == "COERCE" and not event.actors:
        own = cast.party(party)
        at_odds = own is not None and bool(known.enemies.get(own))  # «تم القبض على ستة مسلحين»: by whom it fights
    if not at_odds or party is None or event.type not in ("ASSAULT", "COERCE"):
        return event
    nameless = {f"unnamed: {f}" for f in fighters}
    named = tuple(dict.fromkeys(party if t in nameless else t for t in event.targets))
    fought = event.mode == "clash" and not event.targets
    actors = tuple(dict.fromkeys(party if fought and a in nameless else a for a in event.actors))
    return replace(event, actors=actors, targets=named)


def uniformed(event: Event, known: Opposition, cast: Cast, army: str | None, soldiers: frozenset[str]) -> Event:
    """``event`` with «ثلاثة جنود» as those of the state whom a party without one strikes, holds or frees them of.

    That is the one state that it is told to fight, else that of the only ``army`` of the document. ``soldiers`` are the
    English names of people in uniform.
    """
    nameless = {f"unnamed: {s}" for s in soldiers}
    sides = {cast.party(a) for a in event.actors}
    side = next(iter(sides)) if len(sides) == 1 else None
    if event.type not in ("ASSAULT", "COERCE", "RETREAT") or event.mode == "clash" or not nameless & set(event.targets):
        return event
    enemy = known.enemy(side) if side is not None and not is_state(side) else None
    state = cast.side(enemy) if enemy is not None else None
    if side is None or is_state(side) or (enemy is not None and not is_state(state)):
        return event
    own = army if army is not None and state in (None, cast.side(army)) and not known.enemies.get(side) else None
    body = army if army is not None and cast.side(army) == state else own or enemy
    named = tuple(dict.fromkeys(body if body is not None and t in nameless else t for t in event.targets))
    return replace(event, targets=named)


def in_arms(event: Event, cast: Cast, army: str | None) -> Event:
    """``event`` with «جنود» who do it as those of the only ``army`` of the document, unless its own side suffers it."""
    nameless = f"unnamed: {_SOLDIERS}"
    if event.type not in ("ASSAULT", "COERCE") or army is None or nameless not in event.actors:
        return event
    if cast.side(army) in {cast.party(t) for t in event.targets} - {None} or army in event.actors:
        return event  # mutineers
    return replace(event, actors=tuple(army if a == nameless else a for a in event.actors))


def by_them(event: Event, known: Opposition, cast: Cast, page: Page) -> Event:
    """``event`` done by the enemy of who tells it, whom a verb in the plural takes up: «قال: واصلوا مهاجمة قواتنا»."""
    if event.type != "ASSAULT" or event.mode == "clash" or event.actors or len(event.claimed_by) != 1:
        return event
    side = cast.party(event.claimed_by[0])
    if side is None or not event.targets or {cast.party(t) for t in event.targets} != {side}:
        return event
    i, enemy = token_at(page, event.trigger), known.enemy(side)
    they = any(s.person == "3" and s.number == "pl" and s.pos == "verb" for k in (i - 1, i) for s in page.senses[k])
    opens = page.form(i - 1) in QUOTES or page.form(i - 2) in QUOTES
    return replace(event, actors=(enemy,), rule="event.opponent") if they and opens and enemy is not None else event


def against(event: Event, known: Opposition, cast: Cast, page: Page) -> Event:
    """``event``, aimed at the enemy of its doer where it is one of force, or threatens it, and names nobody."""
    threat = event.type == "THREATEN"
    if not (threat or (event.type == "ASSAULT" and event.mode in _AIMED)) or event.targets or not event.actors:
        return event
    if threat and _names_people(event, page):
        return event  # «توعد بمعاقبة الضباط»
    if not threat and any(known.may_be_foe(a, cast, page) for a in event.actors):
        return event
    sides = {cast.party(a) for a in event.actors}
    enemies = {known.enemy(s) if s else None for s in sides}
    enemy = _teller(event, known, cast, sides) or (enemies.pop() if len(enemies) == 1 else None)
    if enemy is None or cast.party(enemy) in sides or (threat and cast.is_person(enemy)):
        return event  # nor is a threat one to who fell before
    return replace(event, targets=(enemy,), rule="event.opponent")


def _names_people(event: Event, page: Page) -> bool:
    """Whether people are told of behind the word, in its sentence."""
    i = token_at(page, event.trigger)
    words = range(i + 1, page.sentences[page.sentence_of[i]].last)
    return any(s.entry.get("agent") for k in words for s in page.layer(k, "crowd"))


def _teller(event: Event, known: Opposition, cast: Cast, doers: set[str | None]) -> str | None:
    """The party of no state that tells of an attack by its enemies, which was rather on itself than on others."""
    sides = {cast.party(c) for c in event.claimed_by}
    side = sides.pop() if len(sides) == 1 else None
    if side is None or side in doers or is_state(side):
        return None
    fights = all(d is not None and side in known.enemies.get(d, ()) for d in doers)
    return known.bodies[side].most_common(1)[0][0] if fights else None
