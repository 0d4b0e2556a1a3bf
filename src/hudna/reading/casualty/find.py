"""From a prepared page to the human and material losses that it tells of."""

from collections.abc import Iterator
from dataclasses import replace

from hudna.reading.cast import Cast
from hudna.reading.casualty.carried import carried
from hudna.reading.casualty.circumstance import Circumstances
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.loss import LossReader, merged_losses
from hudna.reading.casualty.running import FEW, RunningTotals
from hudna.reading.casualty.sentence import Telling
from hudna.reading.casualty.side import Account, Sides, international
from hudna.reading.casualty.telling import SentenceTeller
from hudna.reading.casualty.together import Found, merged, singles
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.casualty.whose import PARTS, Owners
from hudna.reading.claimant import UNNAMED, claimants
from hudna.reading.event.belligerents import belligerents
from hudna.reading.event.telling import is_headline
from hudna.reading.grammar import load_grammar
from hudna.reading.in_sentence import by_sentence
from hudna.reading.layer_words import Words
from hudna.reading.model import Attribution, Casualty, Event, Loss, Time
from hudna.reading.numbers import definite_number
from hudna.reading.page import Page
from hudna.reading.scene import is_state
from hudna.text import Sentence

_CHAIN = 12  # tellings back in a sentence from which another may take its victims
_BEFORE = 8  # words before a telling in which «في هجوم آخر» stands
_THEY = "وا"  # the ending of a verb of several
_HIS = "ه"  # the possessive of one
_REACH = 1  # sentences back to which «آخرون» may reach


def find_casualties(
    page: Page, cast: Cast, times: tuple[Time, ...], attributions: tuple[Attribution, ...], events: tuple[Event, ...]
) -> tuple[tuple[Casualty, ...], tuple[Loss, ...]]:
    """The human and the material losses of a document, each in the order of their quotes; furniture is not read."""
    reader = _Reader(page, cast, times, attributions, events)
    found: list[Found] = []
    anew: set[int] = set()
    lost: list[tuple[Loss, bool]] = []
    things = LossReader(reader.victims, reader.sides, reader.around, reader.said)
    for number, sentence in enumerate(page.sentences):
        if number not in page.furniture:
            tellings = SentenceTeller(page, reader.victims, sentence.first, sentence.last).tellings()
            title = _is_title(page, sentence, number)
            people = reader.casualties(tellings, number)
            found.extend((c, title, p) for c, p in people)
            anew.update(reader.of_another(tellings))
            lost.extend((x, title) for x in things.losses(number, [c for c, _ in people]))
            if title:
                things.lost.clear()  # what a headline tells, the body tells anew
    casualties = merged(found, anew)
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(casualties)), merged_losses(lost)


def _is_title(page: Page, sentence: Sentence, number: int) -> bool:
    """Whether a sentence is of a headline, be it the second («أول خرق للهدنة.. مقتل جندي»), or of a part of the text.

    A lead may be the only telling of what it tells.
    """
    open_ended = number == 0 and page.form(sentence.last - 1) != "."
    return open_ended or is_headline(page, page.span(sentence.first, sentence.first + 1))


def _of_parts(whole: Casualty, parts: list[Casualty], tellings: list[Telling]) -> Casualty:
    """A figure with the victims of its parts where these make it up: «15 قتيلا، بينهم ثلاثة جنود و12 مدنيا»."""
    row = [parts[0]]
    for casualty, telling in zip(parts[1:], tellings[1:], strict=True):
        if not telling.chained or casualty.kind != whole.kind:
            break
        row.append(casualty)
    counts = [c.count for c in (whole, *row)]
    if not all(c.isdecimal() for c in counts) or int(counts[0]) != sum(map(int, counts[1:])):
        return whole
    victims = {c.victims for c in row}
    return replace(whole, victims=victims.pop() if len(victims) == 1 else "mixed")


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
        self.sides.strangers = international(page, cast, self.victims.grammar.international)
        self.victims.strangers = self.sides.strangers
        self.owners = Owners(self.victims, self.sides, self.said)
        self.around = Circumstances(self.victims, grammar, times, events)
        self.totals = RunningTotals(self.victims, self.around)
        self.last: Casualty | None = None
        self.last_sentence = -1
        self.soldiers: str | None = None
        self.told: set[tuple[str, str]] = set()  # kinds and counts of what the sentences behind the first told

    def casualties(self, tellings: list[Telling], number: int) -> list[tuple[Casualty, str | None]]:
        """The casualties of one sentence, with the person where it is one who is named."""
        out: list[Casualty] = []
        tellings = [t for t in tellings if t.kind != "displaced" or not self._flees_otherwise(t)]
        for n, telling in enumerate(tellings):
            casualty = self._casualty(telling, number, tellings[:n], out)
            if (
                self.last is not None
                and self.last_sentence == number - 1
                and self.last.cumulative
                and self.last.kind != "displaced"
                and self.last.rule != "casualty.toll"
                and (telling.chained or telling.group.count not in FEW)
                and self.around.bare(telling, number)
            ):
                casualty = self._as_before(casualty, self.last)
            out.append(casualty)
        if out:
            wholes = [c for c in out if c.rule not in PARTS]
            self.last, self.last_sentence = (wholes or out)[-1], number
        shared = self._shared(tellings, out)
        anew = [(t, c) for t, c in zip(tellings, shared, strict=True) if not self._is_again(t)]
        if number:
            self.told.update((c.kind, c.count) for c in out)
        return singles([t for t, _ in anew], [c for _, c in anew])

    def _is_again(self, telling: Telling) -> bool:
        """Whether a definite number without a noun counts those of whom a sentence before told: «بمقتل | الأربعة»."""
        number = definite_number(self.page, self.victims.numbers, telling.group.first)
        alone = number is not None and number.last == telling.group.last
        return alone and (telling.kind, telling.group.count) in self.told

    def of_another(self, tellings: list[Telling]) -> Iterator[int]:
        """Where the figures of a sentence begin that are told of another happening: «وفي هجوم آخر قتل 12 جنديا»."""
        for telling in tellings:
            first = self.page.sentences[self.page.sentence_of[telling.first]].first
            if self.words.between(max(first, telling.first - _BEFORE), telling.group.last, "anew"):
                yield self.page.span(telling.first, telling.last).end

    def _flees_otherwise(self, telling: Telling) -> bool:
        """Whether those who flee are no refugees: fighters are beaten, prisoners break out."""
        nouns = self.words.between(telling.group.first, telling.group.last, "victim")
        return telling.group.victims == "military" or any(w.entry.get("held") for w in nouns)

    def _as_before(self, casualty: Casualty, last: Casualty) -> Casualty:
        """A figure without circumstances of its own, right after a running total, shares time, place and cause."""
        return replace(casualty, cumulative=True, event=last.event, date=last.date, place=last.place)

    def _casualty(self, telling: Telling, number: int, before: list[Telling], done: list[Casualty]) -> Casualty:
        page = self.page
        span = page.span(telling.first, telling.last, telling.cut)
        event = self.around.event(telling, number)
        said = self.said.get(number, ())
        last = done[-1] if done else None
        claimed = claimants(said, span) or carried(self.victims, said, telling.word, last)
        telling = self.owners.membered(self.owners.hit(telling), number)
        losers = self.owners.losers(telling)
        if losers is not None:
            telling = self.owners.own(telling, losers or claimed)
            if telling.kind == "missing" and (losers or telling.group.owner or self.owners.loses(telling)):
                telling = replace(telling, kind="killed")  # «فقد الجيش أربعة من جنوده», «إنها فقدت ثلاثة من مقاتليها»
        group = telling.group
        place = self.around.place(telling, number, event)
        agents = tuple(a for a in self.around.agents(telling, number) if a not in self.owners.outlets)
        own = {e for r in self.cast.between(group.first, group.last) for e in r.entities}
        done_by = event.actors if event is not None and event.mode != "clash" else ()
        attackers = (() if losers is not None else agents) or tuple(a for a in done_by if a not in own)
        if telling.does and not attackers and event is None and not self._comes_of_what_is_told(telling):
            attackers = tuple(c for c in claimed if self.sides.of((c,)))  # an observer who tells it hurt nobody
        group = self._own_of_others(telling, self.sides.of(attackers))
        if group.attacks and not group.sides:
            doers = self.sides.of(self.around.assailants(telling, number))
            group = replace(group, sides=() if any(map(is_state, doers)) else doers)  # an army's men are soldiers
        telling = replace(telling, group=group)
        named = (a for a in attackers if not a.startswith(UNNAMED))
        blamed = tuple(a for a in named if self.sides.of((a,)) != group.sides or not group.sides)
        if telling.kind == "displaced" and group.victims in (None, "unspecified"):
            telling = replace(telling, group=replace(group, victims="civilian"))
        mourners = self.around.mourners(number)
        told = tuple(c for c in claimed if c not in self.owners.outlets)
        account = Account(
            attackers=self.sides.of(attackers),
            targets=self.sides.of(event.targets) if event is not None and event.type == "ASSAULT" else (),
            claimants=self.sides.of(c for c in told if c not in mourners)
            or (() if told and set(told) <= set(mourners) else self.owners.tellers(number, span)),
            tellers=self.sides.of(told) or self.owners.tellers(number, span),
            accusers=self.sides.of(self.around.accusers(number)),
            mourners=self.sides.of(mourners),
            armies=self.owners.armies(number),
            place=self.cast.side(place) if place else None,
            struck=self._struck(event, telling),
            before=None if group.local else self.soldiers,
        )
        like = self._like(telling, before[-_CHAIN:], done[-_CHAIN:])
        victims, side = self.owners.who(telling, number, like, account)
        if (group.of == "state" and side and not group.local) or (victims == "military" and is_state(side)):
            self.soldiers = side
        victims = self.owners.in_arms(victims, side, group)
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
            blamed=() if side is not None and side in self.sides.of(blamed) else blamed,
            rule=telling.rule,
        )

    def _comes_of_what_is_told(self, telling: Telling) -> bool:
        """Whether a relative right before the verb takes up a deed, so that whoever tells it did none: «مما أوقع …»."""
        return self.page.form(telling.first - 1) in self.around.small.taking_up

    def _struck(self, event: Event | None, telling: Telling) -> str | None:
        """The nation of people struck who have no name: «أطلقوا النار على فلسطينيين، ما أدى إلى مقتل اثنين»."""
        if event is None or event.mode == "clash":
            return None
        tokens = self.page.tokens
        first = next((k for k in range(telling.first, -1, -1) if tokens[k].span.start <= event.trigger.start), 0)
        if self.page.sentence_of[first] != self.page.sentence_of[telling.first]:
            return None
        people = (k for k in range(first, telling.first) if self.victims.is_people(k))
        sides = {s for k in people for s in self.victims.sides_of(k)} - set(self.sides.of(event.actors))
        side = sides.pop() if len(sides) == 1 else None
        return side if any(t.startswith(UNNAMED) or t == f"loc.{side}" for t in event.targets) else None

    def _own_of_others(self, telling: Telling, attackers: tuple[str, ...]) -> Group:
        """The people of a telling; «قتلوا سبعة من عناصره» are not of those who did it."""
        group = telling.group
        if not (group.owner and group.sides) or telling.rule != "casualty.verb" or telling.agent is not None:
            return group
        several = self.page.form(telling.word).endswith(_THEY)
        one = several and any(w.pronoun == _HIS for w in self.words.between(group.first, group.last, "victim"))
        if not one and not set(group.sides) <= set(attackers):
            return group
        foe_known = bool(attackers) and set(attackers) <= set(self.sides.pair)
        return replace(group, sides=(), foreign=not foe_known)

    def _cumulative(self, telling: Telling, number: int, before: list[Telling], done: list[Casualty]) -> bool:
        """Whether the figure is a running total; a part of those told is what the whole is."""
        if telling.after is not None and not telling.chained and telling.after < len(before):
            return done[telling.after].cumulative and not telling.group.of_them
        if telling.group.of_them:
            return False
        if (
            telling.rule in ("casualty.joined", "casualty.part")
            and telling.after is not None
            and telling.after < len(before)
        ):
            return done[telling.after].cumulative  # «مقتل 1100 مسلح منذ مايو، إلى جانب 75 جنديا»
        return self._beside_toll(telling, before, done) or self.totals.is_one(telling, number)

    def _beside_toll(self, telling: Telling, before: list[Telling], done: list[Casualty]) -> bool:
        """Whether a figure is joined to a running total by «و» alone: «حصيلة … 83 قتيلا بينهم 17 طفلا، و487 جريحا»."""
        near = range(len(before) - 1, max(len(before) - _CHAIN, 0) - 1, -1)
        n = next((n for n in near if before[n].toll), -1)
        joiner = self.victims.grammar.joiner
        first = telling.first - (self.page.form(telling.first - 1) == joiner)
        if n < 0 or telling.rule != "casualty.fallen" or not self.page.form(first).startswith(joiner):
            return False
        between = self.words.between(before[n].last, telling.first, "act", "carrier")
        return done[n].cumulative and not between

    def _like(self, telling: Telling, before: list[Telling], done: list[Casualty]) -> Casualty | None:
        """The casualty whose victims a telling shares: «آخرون», a bare number, «وجرحى» after «قتلى من الجنود»."""
        if telling.toll and telling.group.victims is None and not done and self._follows_toll(telling):
            return self.last
        headless = telling.toll and telling.group.victims is None and bool(done)
        if telling.group.like or telling.group.kin or headless or (telling.after is not None and not telling.chained):
            if not done and telling.group.people:
                return None  # «قتل ستة جنود. وقتل ثمانية أشخاص آخرين …»
            if not done:
                return self.last if self.last_sentence >= self.page.sentence_of[telling.first] - _REACH else None
            told = [c for t, c in zip(before, done, strict=True) if t.word == before[-1].word]
            wholes = [c for c in told if c.rule not in PARTS] or told
            if telling.group.like and telling.word != before[-1].word:
                told = wholes  # «مقتل أربعة عراقيين بينهم شرطي وإصابة 14 آخرين»
            alike = len({(c.victims, c.side) for c in told}) == 1
            return told[-1] if alike or telling.after is not None or telling.chained else None
        if telling.chained and telling.group.victims is None and done:
            chain = [c for t, c in zip(before, done, strict=True) if t.word == telling.word]
            return chain[-1] if chain and len({(c.victims, c.side) for c in chain}) == 1 else None
        return done[-1] if telling.chained and done else None

    def _follows_toll(self, telling: Telling) -> bool:
        """Whether the last casualty is a running total of the sentence before, which another goes on with."""
        near = self.last_sentence >= self.page.sentence_of[telling.first] - _REACH
        return near and self.last is not None and self.last.rule == "casualty.toll"

    def _shared(self, tellings: list[Telling], out: list[Casualty]) -> list[Casualty]:
        """What is said of the last one holds for those joined to it: «الضحايا والجرحى بين المدنيين»."""
        for n in range(len(out) - 1, 0, -1):
            if tellings[n].rule == "casualty.breakdown" and out[n - 1].victims == "unspecified":
                parts = {
                    c.victims for t, c in zip(tellings[n:], out[n:], strict=True) if t.chained and not t.group.kind
                }
                out[n - 1] = replace(out[n - 1], victims=parts.pop() if len(parts) == 1 else "mixed")
                continue
            if tellings[n].rule == "casualty.part" and out[n - 1].victims == "unspecified":
                out[n - 1] = _of_parts(out[n - 1], out[n:], tellings[n:])
            joined, own = tellings[n], tellings[n - 1]
            if not joined.chained or own.group.sides or own.group.owner:
                continue
            if out[n].kind == "displaced" != out[n - 1].kind:
                continue  # «300 ألف قتيل ومليونا نازح»
            if joined.group.kind and own.group.kind and own.group.victims is None:
                out[n - 1] = replace(out[n - 1], victims=out[n].victims, side=out[n].side)
            elif joined.group.sides and own.group.victims == joined.group.victims and own.group.of == joined.group.of:
                out[n - 1] = replace(out[n - 1], side=out[n].side)
        return out
