"""Whose a thing was that was lost, as the words beside it and the attack behind it tell."""

from hudna.reading.cast import Reference
from hudna.reading.casualty.side import Account, Sides
from hudna.reading.casualty.thing import Things
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Event
from hudna.reading.scene import is_state

_PAIR = 2
_TAIL = 5  # words after a thing that may say whose it is


class Losers:
    """Tells it on one page."""

    def __init__(self, victims: VictimReader, sides: Sides, words: Words) -> None:
        self.page, self.cast, self.people = victims.page, victims.cast, victims.words
        self.sides, self.words = sides, words

    def side(
        self, act: Word, things: Things, blamed: tuple[str, ...], event: Event | None, claimed: tuple[str, ...]
    ) -> str | None:
        """The side of the adjective or owner beside the things, else of those attacked or of the attacker's enemy.

        A warship or warplane that sank or fell by itself is that of the state of which ``claimed``, who tells it, is.
        """
        attackers, tellers = self.sides.of(blamed), self.sides.of(claimed)
        fell = act.entry.get("by_itself") and things.item.entry.get("fights") and not attackers
        told = tellers[0] if fell and len(tellers) == 1 and is_state(tellers[0]) else None
        owner = self.owner(things) or self._own(act, things) or told
        if owner is not None or self._is_of_none(things):
            return owner
        attacked = self.sides.of(event.targets) if event is not None else ()
        if (of := self._people(things) or things.item.entry.get("of")) is not None:
            place = self.cast.side(event.place) if event is not None and event.place else None
            told = self.sides.lost(str(of), "military", Account(attackers=attackers, targets=attacked, place=place))
            if told is not None:
                return told
        if (
            len(self.sides.pair) == _PAIR
            and all(is_state(s) for s in self.sides.pair)
            and len(attackers) == 1
            and attackers[0] in self.sides.pair
        ):
            return next(s for s in self.sides.pair if s != attackers[0])
        if len(attacked) == 1 and attacked != attackers:
            return attacked[0]
        armed = things.item.entry.get("war") or things.item.entry.get("arms")
        if armed and (rival := self.sides.rival(attackers)) is not None:
            return rival
        return self._land(attackers, event) or self._public(things, attackers, event)

    def owner(self, things: Things) -> str | None:
        """The side told right behind the things: «دبابة أرمينية», «منازل تابعة للحوثيين»."""
        told = self.told(things)
        return next(iter(self.sides.of(told.entities)), None) if told is not None else None

    def told(self, things: Things) -> Reference | None:
        """Who is told right behind the things to own them, be he of any side or none: «مدارس تابعة للأمم المتحدة»."""
        for k in range(things.last - 1, things.last + _TAIL):
            if k >= things.last and self._ends(k):
                return None
            reference = self.cast.at(k)
            if reference is None or not reference.entities or self._made_by(things, reference):
                continue
            entity = self.cast.entity(reference.entities[0])
            if reference.first < things.last and self._holds_things(reference):
                continue
            side = next(iter(self.sides.of(reference.entities)), None)
            place = entity is not None and entity.type in ("LOC", "FAC") and reference.how == "name"
            if not (place and not is_state(side)) and (entity is None or entity.type != "PER"):
                return reference
        return None

    def _holds_things(self, reference: Reference) -> bool:
        """Whether a name holds several things, and so was taken for one: «39 مسجدا وكنيستين»."""
        return len(self.words.between(reference.first, reference.last, "item")) > 1

    def _is_of_none(self, things: Things) -> bool:
        """Whether the things are a body's that is of no side: «منشآت تابعة للأمم المتحدة»."""
        told = self.told(things)
        return told is not None and told.first >= things.last and self.cast.is_body(told.entities[0])

    def _ends(self, k: int) -> bool:
        """Whether the words that may tell the owner end before token ``k``."""
        if not self.page.is_word(k) or self.words.at(k, "place_mark", "subset", "item") is not None:
            return True
        flag = self.words.at(k, "flag") or self.words.at(k - 1, "flag")  # «ناقلة ترفع علم بريطانيا»
        return self._is_verb(k) and flag is None

    def _own(self, act: Word, things: Things) -> str | None:
        """The side of who lost what was its own: «خسر الجيش السوداني دبابتين»."""
        if not act.entry.get("own"):
            return None
        doers = self.cast.between(act.last, things.first)
        before = self.cast.at(act.first - 1)
        named = doers[0] if doers else before
        return next(iter(self.sides.of(named.entities)), None) if named is not None else None

    def _people(self, things: Things) -> str | None:
        """Whose people own the things, where only a noun for them stands behind: «زوارق للمتمردين»."""
        for k in range(things.last, things.last + _TAIL):
            if self._ends(k) or self.cast.at(k) is not None:
                return None
            noun = self.people.at(k, "victim")
            if noun is not None:
                return str(of) if (of := noun.entry.get("of")) is not None else None
        return None

    def _land(self, attackers: tuple[str, ...], event: Event | None) -> str | None:
        """The state or people on whose land one state destroys things, where it is no land at war with itself."""
        place = self.cast.side(event.place) if event is not None and event.place else None
        foreign = len(attackers) == 1 and is_state(attackers[0]) and attackers[0] != place
        return place if is_state(place) and foreign and place not in self.sides.torn else None

    def _public(self, things: Things, attackers: tuple[str, ...], event: Event | None) -> str | None:
        """The state of the place, or of the text, where rebels destroy what serves all: «فجرت الحركة خط أنابيب»."""
        if not things.item.entry.get("public") or not attackers or any(map(is_state, attackers)):
            return None
        place = self.cast.side(event.place) if event is not None and event.place else self.sides.home
        return place if is_state(place) else None

    def _made_by(self, things: Things, reference: Reference) -> bool:
        """Whether a nationality tells who made arms, not whose they were: «أسلحة إيرانية»."""
        return reference.how == "nisba" and bool(things.item.entry.get("arms"))

    def _is_verb(self, k: int) -> bool:
        senses = self.page.senses[k]
        return bool(senses) and all(s.pos == "verb" for s in senses)
