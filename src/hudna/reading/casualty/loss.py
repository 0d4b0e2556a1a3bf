"""Material losses: what was destroyed, damaged, shot down or taken, how many of it, and whose it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.casualty.circumstance import Circumstances
from hudna.reading.casualty.side import Sides
from hudna.reading.casualty.thing import ThingReader, Things
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.claimant import UNNAMED, claimants
from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Attribution, Event, Loss
from hudna.reading.scene import is_state
from hudna.text import COMMAS, STOPS, Span

_WINDOW = 7  # words after a verb in which the thing may stand
_BEFORE = 7  # words before a verb in which the thing may stand as its subject
_UNTOLD_WINDOW = 5  # words before an act in which it may be denied or only planned
_MOST = 40  # events of one sentence among which the nearest is sought
_PAIR = 2
_ENDS = STOPS | COMMAS
_TAIL = 5  # words after a thing that may say whose it is
_TWINS = 40  # losses back among which another telling of one is sought
_BESIDE = 4  # words between two losses told in one breath


class LossReader:
    """Reads the losses of one page."""

    def __init__(
        self, victims: VictimReader, sides: Sides, around: Circumstances, said: Mapping[int, Sequence[Attribution]]
    ) -> None:
        self.page, self.cast, self.prepositions = victims.page, victims.cast, victims.prepositions
        self.sides, self.around, self.said = sides, around, said
        self.words = Words(self.page, "loss")
        self.things = ThingReader(self.page, victims.numbers, self.words)

    def losses(self, number: int) -> list[Loss]:
        """The losses of sentence ``number``, in order."""
        sentence = self.page.sentences[number]
        out: list[Loss] = []
        i, free, beside = sentence.first, sentence.first, -_BESIDE
        while i < sentence.last:
            act, things = self._told_at(i, free, sentence.first, sentence.last)
            if act is None or things is None:
                i += 1
                continue
            near = things.first - beside <= _BESIDE or i - beside <= _BESIDE
            out.append(self._loss(act, things, number, out[-1] if near and out else None))
            row = len(out) - 1
            while (joined := self.things.joined(things.last, sentence.last)) is not None:
                things = joined
                out.append(self._loss(act, things, number, out[-1], joined=True))
            if out[-1].side is not None and self._owner(things) is not None:  # «أسلحة وذخائر من الجيش التشادي»
                out[row:] = [replace(x, side=x.side or out[-1].side) for x in out[row:]]
            beside = free = i = max(things.last, act.last)
        return out

    def _told_at(self, i: int, free: int, first: int, end: int) -> tuple[Word | None, Things | None]:
        """The act at token ``i`` with what it befell: behind it, or before a verb and not told yet."""
        for act in sorted(self.words.all_at(i, "act"), key=lambda w: (-w.last, not w.entry.get("only"))):
            if (act.definite and act.pos != "phrase") or act.pronoun or self._is_time(act) or self._untold(act, first):
                continue
            if act.entry.get("needs") and not self._needed(act, end):
                continue
            things = self._object(act, end) or self._subject(act, free)
            if things is not None:
                return act, things
        return None, None

    def _is_time(self, act: Word) -> bool:
        """«فجر الجمعة» is the dawn, no verb."""
        return act.pos == "verb" and any(s.entry.layer == "time" for s in self.page.senses[act.first])

    def _untold(self, act: Word, first: int) -> bool:
        """Whether it is denied, planned, aimed at or only possible."""
        i = act.first
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

    def _needed(self, act: Word, end: int) -> bool:
        """Whether a word that makes the verb one of loss follows in the clause: «سويت … بالأرض»."""
        needs = tuple(act.entry.get("needs", ()))
        return any(self.page.form(k).startswith(needs) for k in range(act.last, min(end, act.last + 2 * _WINDOW)))

    def _object(self, act: Word, end: int) -> Things | None:
        """The things behind an act."""
        for k in range(act.last, min(end, act.last + _WINDOW + 1)):
            if self.page.form(k) in _ENDS or (k > act.last and self.words.at(k, "act")):
                return None
            things = self.things.at(k, end, object_mark=act.pos != "verb")
            if things is not None:
                return things if self._governs(act, things) and _fits(act, things) else None
        return None

    def _governs(self, act: Word, things: Things) -> bool:
        """Whether the things are what the act befell, not where or with what it was done."""
        k, before = things.first, self.page.form(things.first - 1)
        if act.entry.get("through"):
            return before == act.entry.get("through") and not things.item.pronoun  # «سيطرتها على سلاحها»
        if act.entry.get("weak"):
            counted = things.cut > 0 and k in self.things.numbers  # «بعشرات المنازل»
            return counted or things.item.clitics.endswith(("ب", "ل")) or before in self.prepositions
        if k == act.last or act.entry.get("near"):
            return k == act.last and not things.item.clitics.endswith("ب")
        if act.pos == "verb":
            loose = not things.item.definite or things.item.number == "pl" or self.cast.at(k - 1) is not None
            return loose and before not in self.prepositions
        reference = self.cast.at(act.last)
        doer = reference is not None and reference.first == act.last and reference.last == k
        return (doer and before not in self.prepositions) or things.item.clitics.endswith("ل")

    def _subject(self, act: Word, free: int) -> Things | None:
        """The things that stand before a verb and reach up to it: «1500 مدرسة دمرت», «منازل تضررت»."""
        if act.pos != "verb" or act.cut or not self._ends(act.last):
            return None
        for k in range(max(free, act.first - _BEFORE), act.first):
            things = self.things.at(k, act.first)
            if things is None or not _fits(act, things) or not self._open(things, act.first):
                continue
            acts_itself = things.item.entry.get("flies") and not act.entry.get("only")
            return None if acts_itself else things
        return None

    def _ends(self, k: int) -> bool:
        """Whether no object follows the verb."""
        return (
            not self.page.is_word(k)
            or self.page.form(k) in self.prepositions
            or any(s.entry.layer == "time" for s in self.page.senses[k])
        )

    def _open(self, things: Things, verb: int) -> bool:
        """Whether things before a verb are its subject: no preposition before them, only adjectives behind."""
        if self.page.form(things.first - 1) in self.prepositions - {"ان"}:
            return False
        return all(self._describes(k) for k in range(things.last, verb))

    def _describes(self, k: int) -> bool:
        senses = self.page.senses[k]
        plain = self.page.is_word(k) and self.page.form(k) not in self.prepositions
        return plain and (not senses or any(s.pos in ("adjective", "nisba", "noun") for s in senses))

    def _loss(self, act: Word, things: Things, number: int, last: Loss | None, *, joined: bool = False) -> Loss:
        """The loss of ``things``; ``last`` is the one told in the same breath, whose owner may be theirs too."""
        behind = act.first < things.first
        with_act = behind and not joined and act.last >= things.first - 1
        first = act.first if with_act else things.first
        span = self.page.span(first, things.last if behind else act.last, act.cut if with_act else things.cut)
        event = self._event(span, number)
        blamed = event.actors if event is not None and event.mode != "clash" else ()
        side = self._side(things, blamed, event)
        return Loss(
            id="",
            kind=str(act.entry.get("kind")),
            item=str(things.item.entry.get("en")),
            count=things.count,
            quote=span,
            evidence=self.page.evidence(first),
            side=side or (last.side if last is not None else None),
            place=event.place if event is not None else None,
            date=event.date if event is not None else None,
            claimed_by=claimants(self.said.get(number, ()), span),
            event=event.id if event is not None else None,
            blamed=tuple(a for a in blamed if not a.startswith(UNNAMED)),
            rule="loss.verb" if act.pos == "verb" else "loss.noun",
        )

    def _event(self, span: Span, number: int) -> Event | None:
        inside = [e for e in self.around.events.get(number, ()) if e.type == "ASSAULT"][:_MOST]
        return min(inside, key=lambda e: abs(e.trigger.start - span.start), default=None)

    def _side(self, things: Things, blamed: tuple[str, ...], event: Event | None) -> str | None:
        """The side of the adjective or owner beside the things, else of those attacked or of the attacker's enemy."""
        owner = self._owner(things)
        if owner is not None:
            return owner
        attackers = self.sides.of(blamed)
        if (
            len(self.sides.pair) == _PAIR
            and all(is_state(s) for s in self.sides.pair)
            and len(attackers) == 1
            and attackers[0] in self.sides.pair
        ):
            return next(s for s in self.sides.pair if s != attackers[0])
        attacked = self.sides.of(event.targets) if event is not None else ()
        if len(attacked) == 1 and attacked != attackers:
            return attacked[0]
        return self._land(attackers, event)

    def _land(self, attackers: tuple[str, ...], event: Event | None) -> str | None:
        """The state or people on whose land one state destroys things, where it is no land at war with itself."""
        place = self.cast.side(event.place) if event is not None and event.place else None
        foreign = len(attackers) == 1 and is_state(attackers[0]) and attackers[0] != place
        return place if is_state(place) and foreign and place not in self.sides.torn else None

    def _owner(self, things: Things) -> str | None:
        for k in range(things.last - 1, things.last + _TAIL):
            if k >= things.last and (not self.page.is_word(k) or self.words.at(k, "place_mark") or self._is_verb(k)):
                return None
            reference = self.cast.at(k)
            if reference is None or not reference.entities or self._made_by(things, reference):
                continue
            entity = self.cast.entity(reference.entities[0])
            side = next(iter(self.sides.of(reference.entities)), None)
            place = entity is not None and entity.type in ("LOC", "FAC") and reference.how == "name"
            if not (place and not is_state(side)) and (entity is None or entity.type != "PER"):
                return side
        return None

    def _made_by(self, things: Things, reference: Reference) -> bool:
        """Whether a nationality tells who made arms, not whose they were: «أسلحة إيرانية»."""
        return reference.how == "nisba" and bool(things.item.entry.get("arms"))

    def _is_verb(self, k: int) -> bool:
        senses = self.page.senses[k]
        return bool(senses) and all(s.pos == "verb" for s in senses)


def _fits(act: Word, things: Things) -> bool:
    only = act.entry.get("only")
    taken = act.entry.get("kind") == "captured" and things.item.entry.get("ground")
    return (not only or bool(things.item.entry.get(only))) and not taken


def _alike(a: Loss, b: Loss) -> bool:
    same = (a.kind, a.item, a.count) == (b.kind, b.item, b.count) and a.evidence != b.evidence
    return same and (a.side is None or b.side is None or a.side == b.side)


def merged_losses(found: list[tuple[Loss, bool]]) -> tuple[Loss, ...]:
    """One loss told twice alike is one; what the headline tells, the body tells better."""
    body = {(x.kind, x.item, x.count) for x, title in found if not title}
    out: list[Loss] = []
    for loss, title in found:
        if title and (loss.kind, loss.item, loss.count) in body:
            continue
        twin = next((n for n, x in enumerate(out[-_TWINS:], max(len(out) - _TWINS, 0)) if _alike(x, loss)), None)
        if twin is None:
            out.append(loss)
        else:
            claimed = tuple(dict.fromkeys(out[twin].claimed_by + loss.claimed_by))
            out[twin] = replace(out[twin], claimed_by=claimed, side=out[twin].side or loss.side)
    return tuple(replace(x, id=f"l{n}") for n, x in enumerate(out))
