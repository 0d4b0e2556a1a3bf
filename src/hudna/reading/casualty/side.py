"""Whose people the fallen were, where their own phrase does not say it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hudna.reading.cast import Cast
from hudna.reading.event.opposition import opposition
from hudna.reading.foremost import foremost
from hudna.reading.home import home_among
from hudna.reading.known import MEDIA
from hudna.reading.model import Event
from hudna.reading.page import Page
from hudna.reading.scene import is_country, is_state
from hudna.text import QUOTES

_PAIR = 2
_CLEARLY = 2  # times, and more, that the party of a text is named as often as any other


@dataclass(frozen=True, slots=True)
class Account:
    """Sides that play a part in what is told of a loss.

    Attributes:
        attackers: those said to have done it.
        targets: those attacked.
        claimants: those who tell of it, those who only condemn it excepted.
        tellers: all who tell of it.
        accusers: those who accuse somebody in the same sentence.
        mourners: those who condemn there what nobody is blamed for.
        armies: the states whose armed forces the sentence names.
        place: the side to which the place belongs.
        struck: the nation of people without a name who were struck.
        before: the state whose soldiers were told of last.

    """

    attackers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    accusers: tuple[str, ...] = ()
    mourners: tuple[str, ...] = ()
    armies: tuple[str, ...] = ()
    place: str | None = None
    struck: str | None = None
    before: str | None = None


class Sides:
    """The sides of a document's conflict, and who of them lost people.

    Attributes:
        group: the party that is no state, the one named most where there are several; None where two are named alike,
            or where others are oftener only called rebels.
        pair: the two sides the document is about, () where no pair stands out.
        torn: states that fight a party that is none.
        home: the state that most of the document is about, None where two or more share it.
        known: who fights whom, by the events of the document.
        strangers: forces that are of no one state.

    """

    def __init__(self, cast: Cast, parties: Iterable[str], events: Sequence[Event]) -> None:
        self.cast = cast
        self.strangers: frozenset[str] = frozenset()
        self.pair = tuple(dict.fromkeys(s for p in parties if (s := cast.side(p))))
        if len(self.pair) != _PAIR:
            self.pair = self._accusers(events)
        told = (m.entity if m.entity in cast.rebels else cast.faction(m.entity) for m in cast.mentions)
        party = foremost(Counter(s for s in told if s is not None), _CLEARLY, more=True)
        self.group = None if party in cast.rebels else party
        self.home = _home(cast)
        self.known = opposition(events, cast)
        self.torn = frozenset(s for e in events if e.type == "ASSAULT" for s in self._fights_at_home(e))

    def _accusers(self, events: Iterable[Event]) -> tuple[str, ...]:
        """The only two states that accuse each other, () where there are none or more."""
        told = {(a, b) for e in events if e.type == "ACCUSE" for a in self.of(e.actors) for b in self.of(e.targets)}
        mutual = {(a, b) for a, b in told if a < b and (b, a) in told and is_state(a) and is_state(b)}
        return mutual.pop() if len(mutual) == 1 else ()

    def _fights_at_home(self, event: Event) -> tuple[str, ...]:
        sides = self.of(event.actors + event.targets)
        return tuple(s for s in sides if is_state(s)) if any(not is_state(s) for s in sides) else ()

    def of(self, people: Iterable[str]) -> tuple[str, ...]:
        """The sides of entities, each once."""
        known = (p for p in people if p not in self.strangers)
        return tuple(dict.fromkeys(s for p in known if (s := self.cast.side(p) or (p[4:] if is_country(p) else None))))

    def lost(self, of: str | None, victims: str, account: Account) -> str | None:
        """The side that lost people of a kind, None where the text leaves it open.

        Args:
            of: "state", "armed", "gunman" or "outlaw" where the noun tells them apart.
            victims: military, civilian, mixed or unspecified.
            account: who is said to have done what, by whom.

        """
        if of == "outlaw":
            return None
        if of in ("armed", "gunman"):
            meant = not self.pair and (self._is_at(of, account) or self._is_fought_at_home(account))
            return self._armed(account) or (self.group if meant else None)
        if of == "state":
            return self._regular(account)
        if victims == "military":
            return self.enemy(account.attackers) or _single(account.targets)
        return account.struck or self._unarmed(account)

    def _is_at(self, of: str, account: Account) -> bool:
        """Whether those who fight a state are the one party: gunmen, if the state of the text tells or did it."""
        told = (*account.attackers, *account.claimants)
        return of == "armed" or (bool(told) and all(s == self.home for s in told))

    def _is_fought_at_home(self, account: Account) -> bool:
        """Whether the one party is told to fight the state of the text, and nobody tells that it did the deed."""
        if self.group is None or self.home is None or self.group in account.attackers:
            return False
        return self.known.is_enemy(self.group, self.home)

    def _armed(self, account: Account) -> str | None:
        """Those who fight a state: the party of the pair that is none, or the one attacked."""
        groups = [s for s in self.pair if not is_state(s)]
        if len(groups) == 1:
            return groups[0]
        other = self.enemy(account.attackers) or _single(account.targets)
        return other if not is_state(other) and other not in account.attackers else None

    def _regular(self, account: Account) -> str | None:
        """Soldiers and police: the only state of the pair, those attacked, the accuser, or the claimant's own."""
        states = [s for s in self.pair if is_state(s)]
        if len(states) == 1:
            return states[0]
        attackers = account.attackers
        accusers = tuple(a for a in account.accusers if a not in attackers)
        own = account.claimants if not attackers or account.claimants != attackers else ()
        armies = tuple(a for a in account.armies if a not in attackers)
        told = _state(self.enemy(attackers)) or _state(_single(own)) or _single(armies)
        if told is None and self.group is not None and not (self.pair and all(map(is_state, self.pair))):
            told = _state(_single(account.claimants))  # a state that fights no other one tells of its own soldiers
        return told or _state(_single(account.targets)) or _single(accusers) or self._local(account)

    def _local(self, account: Account) -> str | None:
        """Forces of no named state: those told of before, else the state's where they are, if it did not do it."""
        if self.pair and all(is_state(s) for s in self.pair):
            return None
        side = account.before or _state(account.place) or self.home or _single(tuple(self.torn))
        return side if side not in account.attackers + account.mourners else None

    def _unarmed(self, account: Account) -> str | None:
        """Civilians and others: known only where one state strikes another that is not torn by a war of its own."""
        there = _state(account.place)
        if there is not None and there not in self.torn and _state(_single(account.attackers)) not in (None, there):
            return there
        if self.pair and not all(is_state(s) for s in self.pair):
            return None
        attackers = account.attackers
        other = _state(self._across(attackers))
        if other is not None:
            return other
        own = _single(tuple(c for c in account.claimants if is_state(c) and c not in attackers))
        fits = own is not None and bool(attackers) and account.place in {None, own} and is_state(attackers[0])
        return own if fits else None

    def _across(self, attackers: tuple[str, ...]) -> str | None:
        """The side of the pair that did not attack."""
        if len(attackers) == 1 and attackers[0] in self.pair:
            return next(s for s in self.pair if s != attackers[0])
        return None

    def enemy(self, attackers: tuple[str, ...]) -> str | None:
        """The side of the pair that did not attack, else the one that the attacker is told to fight."""
        if len(attackers) != 1:
            return None
        foe = self._across(attackers) or self.known.foe(attackers[0])
        return foe if foe is None or self.cast.entity(foe) is None else None  # a party without a side stands for itself

    def rival(self, attackers: tuple[str, ...]) -> str | None:
        """The enemy, else the one party of the text where its state attacks, and that state where the party does."""
        if (foe := self.enemy(attackers)) is not None or self.pair or len(attackers) != 1:
            return foe
        across = {self.home: self.group, self.group: self.home} if self.home and self.group else {}
        return across.get(attackers[0])


def outlets(page: Page, cast: Cast) -> frozenset[str]:
    """The news outlets of a document: whose word is told lost none of its own."""
    return frozenset(
        r.entities[0]
        for r in cast.references
        for k in range(r.first, r.last)
        for hit in page.names.get(k, ())
        if hit.last >= r.last - (page.form(r.last - 1) in QUOTES)
        and any(s.entry.get("kind") in MEDIA for s in hit.senses)
    )


def international(page: Page, cast: Cast, words: frozenset[str]) -> frozenset[str]:
    """The forces that an adjective tells to be of no one state: «القوات الدولية», whatever the land they are in."""
    return frozenset(
        e
        for r in cast.references
        if r.by_name and any(page.form(k) in words for k in range(r.first, r.last))
        for e in r.entities
        if cast.is_body(e)
    )


def _home(cast: Cast) -> str | None:
    told = [cast.side(m.entity) for m in cast.mentions]
    told += [cast.side(r.entities[0]) or r.entities[0][4:] for r in cast.references if r.how == "nisba"]
    return home_among(Counter(s for s in told if s is not None and is_state(s)))


def _single(sides: tuple[str, ...]) -> str | None:
    return sides[0] if len(sides) == 1 else None


def _state(side: str | None) -> str | None:
    return side if is_state(side) else None
