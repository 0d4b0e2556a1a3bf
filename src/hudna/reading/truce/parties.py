"""Between whom a truce is.

In: the tellings of one truce, the events told beside them and the two whose conflict the document is about; out: ids.
"""

from collections.abc import Iterable

from hudna.reading.cast import Cast
from hudna.reading.event.chunker import chunks
from hudna.reading.grammar import Grammar
from hudna.reading.model import Event, Violation
from hudna.reading.page import Page
from hudna.reading.truce.grammar import load_truce_grammar
from hudna.reading.truce.telling import Telling

_PAIR = 2
_BETWEEN_WINDOW = 20  # words around a truce in which «بين … و…» names its parties
_NEXT = 2  # words behind a truce with which «مع …» may begin
_ADDRESSED = frozenset({"demanded", "proposed", "violated"})  # told of two sides by a third, or by one of the other
_ANSWERS = frozenset({"AGREE", "REJECT"})


class Parties:
    """Finds them on one page; ``foes`` are the two whose conflict it is about."""

    def __init__(
        self, page: Page, cast: Cast, grammar: Grammar, foes: tuple[str, ...], events: Iterable[Event]
    ) -> None:
        self.page, self.cast, self.grammar, self.foes = page, cast, grammar, foes
        told = tuple(events)
        self.fighting = {cast.party(x) for e in told if e.type == "ASSAULT" for x in e.actors + e.targets}
        between = (e for e in told if e.mode == "third-party" or (e.type == "REQUEST" and e.topic == "mediation"))
        self.mediators = {cast.party(a) for e in between for a in e.actors} - self.fighting - {None}

    def parties(self, tellings: list[Telling], related: list[Event], announced_by: tuple[str, ...]) -> tuple[str, ...]:
        """The parties of a truce, () where nothing tells them."""
        named = self._named(tellings, related)
        others = named if named and not self._sides(named) & self._sides(self.foes) else ()  # of another war
        return (
            self._between(tellings)
            or self._with(tellings, related)
            or self._mutual(related)
            or others
            or self.foes
            or self._refused(related, announced_by)
            or named
            or self._bound(announced_by, related)
        )

    def beside(self, tellings: list[Telling]) -> tuple[str, ...]:
        """Who is named beside a truce whose parties nothing else tells."""
        return self._between(tellings, before=True) or self._declaring(tellings)

    def opposed(self, breaches: Iterable[Violation]) -> tuple[str, ...]:
        """The two of whom one is said to have broken it against the other, else who is said to have broken it."""
        told = [b.against + b.by for b in breaches if len(b.against) == len(b.by) == 1]
        both = next((people for people in told if self._pair(people)), ())
        return both or next((b.by for b in breaches if b.by and all(map(self._fights, b.by))), ())

    def _sides(self, people: tuple[str, ...]) -> set[str | None]:
        return {self.cast.party(p) for p in people}

    def _bound_by(self, event: Event) -> tuple[str, ...]:
        """Who would stop its own fire by an event: who agrees or refuses, is asked, or offers and fights itself."""
        if event.type in _ANSWERS:
            return event.actors
        asked = event.targets or tuple(a for a in event.actors if self.cast.party(a) in self.fighting)
        return asked if event.type == "REQUEST" else ()

    def _with(self, tellings: list[Telling], related: list[Event]) -> tuple[str, ...]:
        """Who agrees, offers or refuses, and whom «مع» or «ضد» right behind the truce names."""
        doers = [a for e in related for a in self._bound_by(e) if self.cast.party(a)]
        partners = load_truce_grammar(self.page.document.language).partners
        for telling in tellings:
            sentence = self.page.sentences[telling.sentence]
            near = range(telling.last, min(sentence.last, telling.last + _NEXT))
            i = next((k for k in near if self.page.form(k) in partners), None)
            if i is None:
                continue
            named = chunks(self.page, self.cast, self.grammar, i, min(sentence.last, i + _BETWEEN_WINDOW))[:1]
            other = [e for c in named for r in c.named for e in r.entities if self.cast.party(e)][:1]
            both = tuple(dict.fromkeys(doers[:1] + other))
            if len({self.cast.party(e) for e in both}) == _PAIR:
                return both
        return ()

    def _declaring(self, tellings: list[Telling]) -> tuple[str, ...]:
        """Who is said to have declared it: «الهدنة التي قررتها قيادة التحالف»."""
        for telling in tellings:
            sentence = self.page.sentences[telling.sentence]
            for i in range(telling.last, min(sentence.last, telling.last + _NEXT)):
                verb = i + 1 < sentence.last and any(s.pos == "verb" for s in self.page.senses[i + 1])
                reference = self.cast.at(i + 2) if verb and self.page.form(i) in self.grammar.which else None
                if reference is not None and self.cast.party(reference.entities[0]):
                    return reference.entities[:1]
        return ()

    def _between(self, tellings: list[Telling], *, before: bool = False) -> tuple[str, ...]:
        """The parties that «بين … و…» names behind the truce, or ``before`` it."""
        for telling in tellings:
            sentence = self.page.sentences[telling.sentence]
            behind = range(telling.last, min(sentence.last, telling.last + _BETWEEN_WINDOW))
            for i in range(max(sentence.first, telling.first - _BETWEEN_WINDOW), telling.first) if before else behind:
                if self.page.form(i) != "بين":
                    continue
                named = chunks(self.page, self.cast, self.grammar, i, min(sentence.last, i + _BETWEEN_WINDOW))[:1]
                ids = tuple(dict.fromkeys(e for c in named for r in c.named for e in r.entities if self.cast.party(e)))
                if len({self.cast.party(e) for e in ids}) == _PAIR:
                    return ids
        return ()

    def _mutual(self, related: list[Event]) -> tuple[str, ...]:
        """The parties as the events tell them: those whom a demand addresses together, or who agree with each other."""
        for event in related:
            people = event.targets if event.type == "REQUEST" else event.actors
            if event.type in ("REQUEST", "AGREE") and self._pair(people):
                return people
        askers = (a for e in related if e.type == "REQUEST" for a in e.actors)
        asking = {a for a in askers if self.cast.party(a) not in self.fighting}
        for event in related:
            people = tuple(dict.fromkeys(event.actors + event.targets))
            if asking & set(event.targets):
                continue  # «قبلت الحركة اقتراحا مصريا»
            if event.type == "AGREE" and self._pair(people) and not self.foes:
                return people
        return ()

    def _refused(self, related: list[Event], announced_by: tuple[str, ...]) -> tuple[str, ...]:
        """Who declared it and who refused it: «أعلنت الحكومة هدنة … ورفضت الحركة الهدنة»."""
        refusals = (e for e in related if e.type == "REJECT" and e.targets and set(e.targets) <= set(announced_by))
        both = (e.targets + e.actors for e in refusals)
        return next((people for people in both if len(self._sides(people) - {None}) == _PAIR), ())

    def _bound(self, announced_by: tuple[str, ...], related: list[Event]) -> tuple[str, ...]:
        """Who stops its own fire: those who announce, accept or refuse it, and those who offer it to whom."""
        answering = [a for e in related if e.type in _ANSWERS and not self._is_veto(e) for a in e.actors + e.targets]
        offering = [a for e in related if e.type == "REQUEST" and e.targets for a in e.actors + e.targets]
        people = announced_by or answering or (offering if self._pair(tuple(offering)) else ())
        return tuple(dict.fromkeys(a for a in people if self._fights(a)))

    def _is_veto(self, event: Event) -> bool:
        """Whether several sides refuse together, as members of a council do: it binds none of them."""
        return event.type == "REJECT" and len(self._sides(event.actors)) > 1

    def _fights(self, one: str) -> bool:
        """Whether one who speaks of a truce can keep it: a state or party that does not mediate, a body that fights."""
        if self.cast.party(one) in self.mediators:
            return False
        return self.cast.side(one) is not None or self.cast.party(one) in self.fighting - {None}

    def _pair(self, people: tuple[str, ...]) -> bool:
        """Whether people are two sides, none of them a single person."""
        persons = any(self.cast.is_person(p) for p in people)
        return not persons and len({self.cast.party(p) for p in people} - {None}) == _PAIR

    def _named(self, tellings: list[Telling], related: list[Event]) -> tuple[str, ...]:
        """The two sides, other than the one who asks, that a demand or charge names, where it names no third."""
        asking = {self.cast.side(a) for e in related if e.type != "AGREE" for a in e.actors}
        for number in dict.fromkeys(t.sentence for t in tellings if t.status in _ADDRESSED):
            sides: dict[str, str] = {}
            sentence = self.page.sentences[number]
            for reference in self.cast.between(sentence.first, sentence.last):
                if reference.how == "nisba" or self.page.form(reference.first - 1) in self.grammar.place_prepositions:
                    continue
                for entity in reference.entities:
                    side = self.cast.side(entity)
                    if side is not None and side not in asking:
                        sides.setdefault(side, entity)
            if self._pair(tuple(sides.values())):
                return tuple(sides.values())
        return ()
