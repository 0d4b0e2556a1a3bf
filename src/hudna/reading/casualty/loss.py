"""Material losses: what was destroyed, damaged, shot down or taken, how many of it, and whose it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hudna.reading.casualty.carried import carried
from hudna.reading.casualty.circumstance import Circumstances
from hudna.reading.casualty.loser import Losers
from hudna.reading.casualty.side import Sides, outlets
from hudna.reading.casualty.struck import Struck
from hudna.reading.casualty.thing import ThingReader, Things
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.claimant import UNNAMED, claimants
from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Attribution, Casualty, Event, Loss
from hudna.text import STOPS, Span

_UNTOLD_WINDOW = 5  # words before an act in which it may be denied or only planned
_MOST = 40  # events of one sentence among which the nearest is sought
_PARTS = 6  # words behind things in which «بينها» may open their parts
_TWINS = 40  # losses back among which another telling of one is sought
_SAME = 10  # words behind a loss in which «أضرار» is that loss
_SORTS = ("craft", "ship")  # fields of things that «الطائرة», «السفينة» may mean again
_WE = "نا"
_BEATEN = ("killed", "captured", "killed_or_wounded")
_BESIDE = 4  # words between two losses told in one breath


class LossReader:
    """Reads the losses of one page."""

    def __init__(
        self, victims: VictimReader, sides: Sides, around: Circumstances, said: Mapping[int, Sequence[Attribution]]
    ) -> None:
        self.page, self.cast, self.around, self.said = victims.page, victims.cast, around, said
        self.words = Words(self.page, "loss")
        self.lost: set[tuple[str, str | None]] = set()  # kinds of loss of single ships and aircraft told so far
        self.victims, self.outlets = victims, outlets(victims.page, victims.cast)
        self.things = ThingReader(self.page, victims.numbers, self.words)
        self.struck = Struck(victims, self.words, self.things)
        self.losers = Losers(victims, sides, self.words)
        self.beaten: set[str] = set()  # the sides of which the sentence tells that fighters fell
        self.hurt: set[str] = set()  # … that people came to harm

    def losses(self, number: int, people: Sequence[Casualty] = ()) -> list[Loss]:
        """The losses of sentence ``number``, which tells of ``people`` lost, in order."""
        sentence = self.page.sentences[number]
        self.beaten = {c.side for c in people if c.victims == "military" and c.kind in _BEATEN and c.side}
        self.hurt = {c.side for c in people if c.side}
        out: list[Loss] = []
        done, free, beside = sentence.first, sentence.first, -_BESIDE
        for i in self.words.beginning(sentence.first, sentence.last):
            if i < done:
                continue
            act, things = self._told_at(i, free, sentence.first, sentence.last)
            if act is not None and things is not None and self._told_again(act, things):
                free = done = max(things.last, act.last)
                continue
            if act is None or things is None:
                same = out and i - beside <= _SAME  # «أصيبت سفينتان بأضرار»
                bulk = self._bulk(i, sentence.first, number) if act is None and not same else None
                out += [self._loss(bulk, None, number, None)] if bulk is not None else []
                done = bulk.last if bulk is not None else i + 1
                continue
            near = things.first - beside <= _BESIDE or i - beside <= _BESIDE
            row, things = self._row(act, things, number, out, beside=bool(near))
            out += row
            beside = free = max(things.last, act.last)
            done = max(free, self.struck.past_needed(act, sentence.last))
        return out

    def _told_again(self, act: Word, things: Things) -> bool:
        """Whether it is the one craft told of before as lost alike: «أسقطت مقاتلة … سقوط الطائرة»; else remember it."""
        sort = next((s for s in _SORTS if things.item.entry.get(s)), None)
        told = (str(act.entry.get("kind")), sort)
        again = bool(things.item.entry.get("again")) and things.item.definite and things.count == "1"
        if again and told in self.lost:
            return True
        if sort is not None and things.count == "1":
            self.lost.add(told)
        return False

    def _row(
        self, act: Word, things: Things, number: int, out: list[Loss], *, beside: bool
    ) -> tuple[list[Loss], Things]:
        """The losses of one act in a row, with the things told last; ``out`` are told before, or right ``beside``."""
        last = out[-1] if out else None
        row = [self._loss(act, things, number, last, beside=beside)]
        last = last if beside else None
        owned = [self.losers.told(things) is not None]
        end = self.page.sentences[number].last
        while (more := self._more(things, end)) is not None:
            joined, part = more
            if part and things.item.entry.get("general") and things.count == "unknown":
                row.pop()  # «عدد من الأهداف بينها نفقان»
                owned.pop()
            things = joined
            owned.append(self.losers.told(things) is not None)
            row.append(self._loss(act, things, number, row[-1] if row else last, beside=True, joined=True))
        if self.losers.told(things) is not None:  # «مدارس ومكاتب تابعة للأمم المتحدة»
            row = [x if own else replace(x, side=row[-1].side) for x, own in zip(row, owned, strict=True)]
        return row, things

    def _more(self, things: Things, end: int) -> tuple[Things, bool] | None:
        """Things told behind others of the same act, and whether as their part: «و22 عربة», «بينها مدرستان»."""
        behind = range(things.last, min(end, things.last + _PARTS))
        mark = next((k for k in behind if self.page.form(k) in STOPS or self.words.at(k, "act", "subset")), end)
        joined = self.things.joined(things.last, mark)
        if joined is not None:
            return joined, False
        subset = self.words.at(mark, "subset") if mark in behind else None
        part = self.things.at(subset.last, end) if subset is not None else None
        return (part, True) if part is not None else None

    def _bulk(self, i: int, first: int, number: int) -> Word | None:
        """The words at token ``i`` that tell what an attack did without naming a thing: «خسائر مادية»."""
        act = self.words.at(i, "act")
        if act is None or not act.entry.get("alone") or act.definite or self._untold(act, first):
            return None
        near = (e for n in (number, number - 1) for e in self.around.events.get(n, ())[:_MOST])
        return act if act.entry.get("of_war") or any(e.type == "ASSAULT" for e in near) else None

    def _told_at(self, i: int, free: int, first: int, end: int) -> tuple[Word | None, Things | None]:
        """The act at token ``i`` with what it befell: behind it, or before a verb and not told yet."""
        for act in sorted(self.words.all_at(i, "act"), key=lambda w: (-w.last, not w.entry.get("only"))):
            if (act.definite and act.pos != "phrase") or self._is_time(act) or self._in_name(act):
                continue
            if self._untold(act, first) or self.words.at(i, "seeming"):
                continue
            things = self.struck.by(act, free, end)
            if things is not None:
                return act, things
        return None, None

    def _in_name(self, act: Word) -> bool:
        """Whether the word is part of a name: «مدينة تدمر», «إسلام أباد»."""
        reference = self.cast.at(act.first)
        return reference is not None and reference.how == "name"

    def _is_time(self, act: Word) -> bool:
        """«فجر الجمعة» is the dawn, «فجر مسلحون خط أنابيب» a verb."""
        times = (self.page.layer(k, "time") for k in (act.first, act.last))
        return act.pos == "verb" and all(any(s.entry.get("kind") != "titled" for s in senses) for senses in times)

    def _untold(self, act: Word, first: int) -> bool:
        """Whether it is denied, planned, aimed at or only possible."""
        i = act.first
        grammar = self.victims.grammar
        may_be = any(self.page.form(k).endswith(grammar.being) for k in range(max(first, i - _UNTOLD_WINDOW), i))
        if act.tense == "past" and self.page.form(i - 1) in grammar.done and not may_be:
            return False  # «المدرسة التي كان من المقرر افتتاحها قد دمرت»
        if act.tense == "past" and act.cut:
            return any(s.entry.get("status") == "possible" for s in self.page.layer(i - 1, "modality"))
        if act.pos == "masdar" and act.clitics.endswith("ل") and not self.words.at(i - 1, "adds"):
            return True
        return any(
            self.words.at(k, "untold")
            or any(
                s.entry.get("status") in ("planned", "possible", "called_for", "denied")
                for s in self.page.layer(k, "modality")
            )
            for k in range(max(first, i - _UNTOLD_WINDOW), i)
        )

    def _quote(self, act: Word, things: Things | None, *, joined: bool) -> Span:
        """The words that carry a loss: the things, and the act where it stands beside them."""
        if things is None:
            return self.page.span(act.first, act.last, act.cut)
        if act.first > things.first:
            return self.page.span(things.first, things.last if joined else act.last, things.cut)
        with_act = not joined and act.last >= things.first - 1
        first = act.first if with_act else things.first
        return self.page.span(first, things.last, act.cut if with_act else things.cut)

    def _loss(
        self,
        act: Word,
        things: Things | None,
        number: int,
        last: Loss | None,
        *,
        beside: bool = False,
        joined: bool = False,
    ) -> Loss:
        """The loss of ``things``; ``last`` is the one told before, whose owner is theirs too if ``beside``."""
        span = self._quote(act, things, joined=joined)
        said = self.said.get(number, ())
        claimed = claimants(said, span) or carried(self.victims, said, act.first, last)
        if joined and last is not None:
            claimed = claimed or last.claimed_by
        first = act.first if things is None else min(act.first, things.first)
        event = self._event(span, number, first, str(act.entry.get("kind")))
        blamed = event.actors if event is not None and event.mode != "clash" else ()
        ours = act.pos == "verb" and self.page.form(act.first).endswith(_WE)
        blamed = blamed or (claimed if ours else ())  # «أحرقنا ثلاث مدرعات»
        side = self.losers.side(act, things, blamed, event, claimed) if things is not None else None
        owner = last.side if last is not None and beside else self._taken_from(act, things, blamed)
        return Loss(
            id="",
            kind=str(act.entry.get("kind")),
            item=str(things.item.entry.get("en") if things is not None else act.entry.get("alone")),
            count=things.count if things is not None else "unknown",
            quote=span,
            evidence=self.page.evidence(act.first if things is None else min(act.first, things.first)),
            side=side or owner,
            place=event.place if event is not None else None,
            date=event.date if event is not None else None,
            claimed_by=claimed,
            event=event.id if event is not None else None,
            blamed=tuple(a for a in blamed if not a.startswith(UNNAMED) and a not in self.outlets),
            rule="loss.verb" if act.pos == "verb" else "loss.noun",
        )

    def _taken_from(self, act: Word, things: Things | None, blamed: tuple[str, ...]) -> str | None:
        """Whose arms others took, whose house burnt: theirs who fell: «قتلوا جنودا وغنموا شاحنات», «منزلهم»."""
        attackers = set(self.losers.sides.of(blamed))
        if things is not None and things.item.pronoun in self.victims.grammar.theirs and len(self.hurt) == 1:
            return next(iter(self.hurt - attackers), None)
        sides = self.beaten - attackers
        taken = act.entry.get("kind") == "captured" and act.pos == "verb" and act.number == "pl"
        held = things is not None and bool(things.item.entry.get("arms") or things.item.entry.get("driven"))
        return sides.pop() if taken and held and len(self.beaten) == 1 and sides else None

    def _event(self, span: Span, number: int, first: int, kind: str) -> Event | None:
        """The nearest event of the sentence that can have done it: an attack, of things taken also a seizure.

        Where none stands there, the attack told before that is said to have destroyed them.
        """
        kinds = ("ASSAULT", "COERCE") if kind == "captured" else ("ASSAULT",)
        told = [e for e in self.around.events.get(number, ()) if e.type in kinds][:_MOST]
        inside = [e for e in told if not self.around.answers(e, first)]
        nearest = min(inside, key=lambda e: abs(e.trigger.start - span.start), default=None)
        return nearest or (self.around.taken_up(first, number) if kind != "captured" else None)


def _alike(a: Loss, b: Loss) -> bool:
    items = a.item == b.item or a.item.endswith(f" {b.item}") or b.item.endswith(f" {a.item}")  # «طائرة نقل», «الطائرة»
    same = items and (a.kind, a.count) == (b.kind, b.count) and a.evidence != b.evidence
    return same and (a.side is None or b.side is None or a.side == b.side)


def merged_losses(found: list[tuple[Loss, bool]]) -> tuple[Loss, ...]:
    """One loss told twice alike is one; what the headline tells, the body tells better."""
    body = {x.kind for x, title in found if not title}
    out: list[Loss] = []
    for loss, title in found:
        if title and loss.kind in body:
            continue
        twin = next((n for n, x in enumerate(out[-_TWINS:], max(len(out) - _TWINS, 0)) if _alike(x, loss)), None)
        if twin is None:
            out.append(loss)
        else:
            claimed = tuple(dict.fromkeys(out[twin].claimed_by + loss.claimed_by))
            best = max(out[twin], loss, key=lambda x: x.rule == "loss.verb")  # what a verb tells is asserted
            out[twin] = replace(best, claimed_by=claimed, side=out[twin].side or loss.side)
    return tuple(replace(x, id=f"l{n}") for n, x in enumerate(out))
