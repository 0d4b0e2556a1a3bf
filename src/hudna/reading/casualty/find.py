"""From a prepared page to the human and material losses that it tells of."""

from collections import defaultdict
from dataclasses import replace

from hudna.reading.cast import Cast
from hudna.reading.casualty.circumstance import Circumstances
from hudna.reading.casualty.loss import LossReader, merged_losses
from hudna.reading.casualty.sentence import Telling
from hudna.reading.casualty.side import Account, Sides
from hudna.reading.casualty.telling import SentenceTeller
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.claimant import UNNAMED, claimants
from hudna.reading.event.belligerents import belligerents
from hudna.reading.event.grammar import load_grammar
from hudna.reading.in_sentence import by_sentence
from hudna.reading.layer_words import Words
from hudna.reading.model import Attribution, Casualty, Event, Loss, Time
from hudna.reading.page import Page
from hudna.reading.scene import is_state
from hudna.text import Span

_Found = tuple[
    Casualty, bool, str | None
]  # a casualty, whether the headline tells it, and the person if it is one who is named
_CHAIN = 12  # tellings back in a sentence from which another may take its victims
_ANTECEDENT = 30  # words before «منهم» in which those meant must be named
_TWINS = 40  # casualties of one kind and count among which another telling of one is sought
_REACH = 1  # sentences back to which «آخرون» may reach


def find_casualties(
    page: Page, cast: Cast, times: tuple[Time, ...], attributions: tuple[Attribution, ...], events: tuple[Event, ...]
) -> tuple[tuple[Casualty, ...], tuple[Loss, ...]]:
    """The human and the material losses of a document, each in the order of their quotes; furniture is not read."""
    reader = _Reader(page, cast, times, attributions, events)
    found: list[_Found] = []
    lost: list[tuple[Loss, bool]] = []
    things = LossReader(reader.victims, reader.sides, reader.around, reader.said)
    for number, sentence in enumerate(page.sentences):
        if number not in page.furniture:
            tellings = SentenceTeller(page, reader.victims, sentence.first, sentence.last).tellings()
            found.extend((c, number == 0, p) for c, p in reader.casualties(tellings, number))
            lost.extend((x, number == 0) for x in things.losses(number))
    casualties = _merged(found)
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(casualties)), merged_losses(lost)


class _Reader:
    """Turns tellings into casualties, sentence by sentence; remembers whom the last one was about."""

    def __init__(
        self,
        page: Page,
        cast: Cast,
        times: tuple[Time, ...],
        attributions: tuple[Attribution, ...],
        events: tuple[Event, ...],
    ) -> None:
        grammar = load_grammar(page.document.language)
        self.page, self.cast = page, cast
        self.said = by_sentence(page, attributions, lambda a: a.content)
        self.words = Words(page, "casualty")
        self.victims = VictimReader(page, cast, self.words)
        self.sides = Sides(cast, belligerents(page, cast, grammar, events), events)
        self.around = Circumstances(self.victims, grammar, times, events)
        self.last: Casualty | None = None
        self.last_sentence = -1
        self.soldiers: str | None = None

    def casualties(self, tellings: list[Telling], number: int) -> list[tuple[Casualty, str | None]]:
        """The casualties of one sentence, with the person where it is one who is named."""
        out: list[Casualty] = []
        tellings = [
            t for t in tellings if t.kind != "displaced" or t.group.victims != "military"
        ]  # fighters who flee are beaten, not displaced
        for n, telling in enumerate(tellings):
            casualty = self._casualty(telling, number, tellings[:n], out)
            if (
                self.last is not None
                and self.last_sentence == number - 1
                and self.last.cumulative
                and self.around.bare(telling, number)
            ):
                casualty = self._as_before(casualty, self.last)
            out.append(casualty)
        if out:
            self.last, self.last_sentence = out[-1], number
        return _singles(tellings, self._shared(tellings, out))

    def _as_before(self, casualty: Casualty, last: Casualty) -> Casualty:
        """A figure without circumstances of its own, right after a running total, shares time, place and cause."""
        return replace(casualty, cumulative=True, event=last.event, date=last.date, place=last.place)

    def _casualty(self, telling: Telling, number: int, before: list[Telling], done: list[Casualty]) -> Casualty:
        page, group = self.page, telling.group
        span = page.span(telling.first, telling.last, telling.cut)
        event = self.around.event(telling, number)
        claimed = claimants(self.said.get(number, ()), span)
        place = self.around.place(telling, number, event)
        agents = self.around.agents(telling, number)
        own = {e for r in self.cast.between(group.first, group.last) for e in r.entities}
        done_by = event.actors if event is not None and event.mode != "clash" else ()
        attackers = agents or tuple(a for a in done_by if a not in own)
        if telling.does and not attackers:
            attackers = claimed
        named = (a for a in attackers if not a.startswith(UNNAMED))
        blamed = tuple(a for a in named if self.sides.of((a,)) != group.sides or not group.sides)
        if telling.kind == "displaced" and group.victims in (None, "unspecified"):
            telling = replace(telling, group=replace(group, victims="civilian"))
        account = Account(
            attackers=self.sides.of(attackers),
            targets=self.sides.of(event.targets) if event is not None and event.type == "ASSAULT" else (),
            claimants=self.sides.of(claimed),
            accusers=self.sides.of(self.around.accusers(number)),
            place=self.cast.side(place) if place else None,
            before=None if group.local else self.soldiers,
        )
        like = self._like(telling, before[-_CHAIN:], done[-_CHAIN:])
        victims, side = self._who(telling, number, like, account)
        if group.of == "state" and group.sides and not group.local:
            self.soldiers = side
        return Casualty(
            id="",
            kind=telling.kind,
            count=group.count,
            victims=victims,
            quote=span,
            evidence=page.evidence(telling.first),
            side=side,
            place=place,
            date=self.around.date(telling, number, event),
            cumulative=self._cumulative(telling, number, before, done),
            claimed_by=claimed,
            event=event.id if event is not None else None,
            blamed=blamed,
            rule=telling.rule,
        )

    def _cumulative(self, telling: Telling, number: int, before: list[Telling], done: list[Casualty]) -> bool:
        """Whether the figure is a running total; a part of those told is what the whole is."""
        if telling.after is not None and not telling.chained and telling.after < len(before):
            return done[telling.after].cumulative and not telling.group.of_them
        return not telling.group.of_them and self.around.cumulative(telling, number)

    def _who(self, telling: Telling, number: int, like: Casualty | None, account: Account) -> tuple[str, str | None]:
        """Victims and side of a telling: its own words, those it goes on from, then who fights whom."""
        group = telling.group
        victims = group.victims or (like.victims if like is not None else None) or "unspecified"
        if group.foreign:
            return victims, None
        if group.sides:
            return victims, group.sides[0] if len(group.sides) == 1 else None
        if group.of_them and (named := self._named_before(telling, number)) is not None:
            return named
        if (group.ours or group.owner) and len(account.claimants) == 1:
            return victims, account.claimants[0]
        goes_on = group.victims is None or (
            telling.after is not None and like is not None and like.side and not group.of
        )
        if like is not None and goes_on:
            return victims, like.side
        return victims, self.sides.lost(group.of, victims, account)

    def _named_before(self, telling: Telling, number: int) -> tuple[str, str | None] | None:
        """Whom «منهم» means: the people or party named last before it in the sentence."""
        first = max(self.page.sentences[number].first, telling.first - _ANTECEDENT)
        for k in range(telling.first - 1, first - 1, -1):
            if (party := self._party_at(k)) is not None:
                return "military", party
            noun = self.words.at(k, "victim")
            if noun is not None and noun.number == "pl" and noun.definite:
                side = self.sides.lost(noun.entry.get("of"), "military", Account())
                return str(noun.entry.get("victims")), side
            if self.words.at(k, "victim", "fallen"):
                return None
        return None

    def _party_at(self, k: int) -> str | None:
        """The party that is no state, named at token ``k``: «تجمعا للحوثيين … منهم»."""
        reference = self.cast.at(k)
        entity = self.cast.entity(reference.entities[0]) if reference is not None and reference.entities else None
        fights = entity is not None and entity.type == "ORG" and entity.side is not None and not is_state(entity.side)
        return entity.side if entity is not None and fights else None

    def _like(self, telling: Telling, before: list[Telling], done: list[Casualty]) -> Casualty | None:
        """The casualty whose victims a telling shares: «آخرون», a bare number, «وجرحى» after «قتلى من الجنود»."""
        if telling.group.like or (telling.after is not None and not telling.chained):
            if not done:
                return self.last if self.last_sentence >= self.page.sentence_of[telling.first] - _REACH else None
            told = [c for t, c in zip(before, done, strict=True) if t.word == before[-1].word]
            alike = len({(c.victims, c.side) for c in told}) == 1
            return done[-1] if alike or telling.after is not None or telling.chained else None
        if telling.chained and telling.group.victims is None and done:
            chain = [c for t, c in zip(before, done, strict=True) if t.word == telling.word]
            return chain[-1] if chain and len({(c.victims, c.side) for c in chain}) == 1 else None
        return done[-1] if telling.chained and done else None

    def _shared(self, tellings: list[Telling], out: list[Casualty]) -> list[Casualty]:
        """What is said of the last one holds for those joined to it: «الضحايا والجرحى بين المدنيين»."""
        for n in range(len(out) - 1, 0, -1):
            if tellings[n].rule == "casualty.breakdown" and out[n - 1].victims == "unspecified":
                parts = {
                    c.victims for t, c in zip(tellings[n:], out[n:], strict=True) if t.chained and not t.group.kind
                }
                out[n - 1] = replace(out[n - 1], victims=parts.pop() if len(parts) == 1 else "mixed")
                continue
            joined, own = tellings[n], tellings[n - 1]
            if not joined.chained or own.group.sides:
                continue
            if joined.group.kind and own.group.kind and own.group.victims is None:
                out[n - 1] = replace(out[n - 1], victims=out[n].victims, side=out[n].side)
            elif joined.group.sides and own.group.victims == joined.group.victims and own.group.of == joined.group.of:
                out[n - 1] = replace(out[n - 1], side=out[n].side)
        return out


def _singles(tellings: list[Telling], casualties: list[Casualty]) -> list[tuple[Casualty, str | None]]:
    """Single persons joined by «و» who are alike are one item: «امرأة وحفيدتها ورجلا» are three civilians."""
    out: list[tuple[Casualty, str | None]] = []
    last: Telling | None = None
    for telling, casualty in zip(tellings, casualties, strict=True):
        before = out[-1][0] if out else None
        single = last is not None and last.group.count == "1" and telling.chained and casualty.count == "1"
        if single and before is not None and _same_civilians(before, casualty):
            quote = Span(before.quote.start, casualty.quote.end)
            out[-1] = (replace(before, count=str(int(before.count) + 1), quote=quote), None)
        else:
            out.append((casualty, telling.group.person))
        last = telling
    return out


def _same_civilians(a: Casualty, b: Casualty) -> bool:
    return a.count.isdigit() and b.victims == "civilian" and (a.kind, a.victims, a.side) == (b.kind, b.victims, b.side)


def _merged(found: list[_Found]) -> list[Casualty]:
    """One toll told twice alike is one, with all its claimants; what the headline tells, the body tells better."""
    body = {(c.kind, c.count) for c, title, _ in found if not title}
    kinds = {kind for kind, _ in body}
    out: list[Casualty] = []
    persons: list[str | None] = []
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for casualty, title, person in found:
        key = (casualty.kind, casualty.count)
        if title and casualty.kind in kinds:
            continue
        near = places[key][-_TWINS:]
        twin = next(
            (n for n in near if _alike(out[n], casualty) or _one_person(out[n], persons[n], casualty, person)), None
        )
        if twin is None:
            places[key].append(len(out))
            out.append(casualty)
            persons.append(person)
        else:
            out[twin] = _joined(out[twin], casualty)
            persons[twin] = persons[twin] or person
    return out


def _joined(a: Casualty, b: Casualty) -> Casualty:
    """Two tellings as one, in the words of the first that says whose account it is."""
    main = b if b.claimed_by and not a.claimed_by else a
    victims = a.victims if a.victims != "unspecified" else b.victims
    return replace(
        main,
        victims=victims,
        side=a.side or b.side,
        event=main.event or a.event or b.event,
        claimed_by=tuple(dict.fromkeys(a.claimed_by + b.claimed_by)),
    )


def _one_person(a: Casualty, first: str | None, b: Casualty, second: str | None) -> bool:
    """Whether two single persons are one: by name, or because only one is named and nothing speaks against it."""
    if a.kind != b.kind or a.count != "1" or b.count != "1" or a.evidence == b.evidence:
        return False
    if first is not None and second is not None:
        return first == second
    known = first is not None or second is not None
    scene = _agree(a.date, b.date) and _agree(a.place, b.place)
    same = a.event == b.event and a.event is not None
    return _same_people(a, b) and (same or (scene and (known or None not in (a.date, b.date, a.place, b.place))))


def _alike(a: Casualty, b: Casualty) -> bool:
    """Whether two tellings are of one toll: alike in all that both say, and nothing sets time or place apart."""
    if (
        (a.kind, a.count, a.cumulative) != (b.kind, b.count, b.cumulative)
        or a.count in ("unknown", "1")
        or a.evidence == b.evidence
    ):
        return False
    same_event = a.event is None or b.event is None or a.event == b.event or a.claimed_by == b.claimed_by
    same_scene = _agree(a.date, b.date) and _agree(a.place, b.place)
    return _same_people(a, b) and (same_event or same_scene)


def _same_people(a: Casualty, b: Casualty) -> bool:
    return (a.victims == b.victims or "unspecified" in (a.victims, b.victims)) and _agree(a.side, b.side)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b
