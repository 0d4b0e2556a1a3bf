"""Material losses: what was destroyed, damaged, shot down or taken, how many of it, and whose it was."""

from dataclasses import dataclass, replace

from hudna.reading.casualty.circumstance import Circumstances
from hudna.reading.casualty.side import Sides
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.claimant import claimants
from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Attribution, Event, Loss
from hudna.reading.numbers import count_of
from hudna.reading.scene import is_state
from hudna.text import COMMAS, STOPS, Span

_WINDOW = 7  # words after a verb in which the thing may stand
_MOST = 40  # events of one sentence among which the nearest is sought
_PAIR = 2
_DUALS = ("تين", "تان", "ي")  # «طائرتين», «منظومتي», «نظامي» before what they hold
_NO_DUAL = "ى"  # «مبنى», which normalised letters make end like a dual
_ENDS = STOPS | COMMAS
_TAIL = 5  # words after a thing that may say whose it is


@dataclass(frozen=True, slots=True)
class _Things:
    """Things of one sort that were lost together."""

    first: int
    last: int
    cut: int
    count: str
    item: Word


class LossReader:
    """Reads the losses of one page."""

    def __init__(
        self, victims: VictimReader, sides: Sides, around: Circumstances, attributions: tuple[Attribution, ...]
    ) -> None:
        self.page, self.cast, self.numbers = victims.page, victims.cast, victims.numbers
        self.sides, self.around, self.attributions = sides, around, attributions
        self.words = Words(self.page, "loss")

    def losses(self, number: int) -> list[Loss]:
        """The losses of sentence ``number``, in order."""
        sentence = self.page.sentences[number]
        out: list[Loss] = []
        i = sentence.first
        while i < sentence.last:
            act = self.words.at(i, "act")
            things = (
                self._things_of(act, sentence.last) if act is not None and not self._untold(i, sentence.first) else None
            )
            if act is None or things is None:
                i += 1
                continue
            first = act.first if act.last >= things.first - 1 else things.first
            out.append(self._loss(act, things, first, number))
            while (joined := self._joined(things.last, sentence.last)) is not None:
                things = joined
                out.append(self._loss(act, things, things.first, number))
            i = max(things.last, i + 1)
        return out

    def _untold(self, i: int, first: int) -> bool:
        """Whether it is denied, planned or only possible."""
        for k in range(max(first, i - 5), i):
            form = self.page.form(k)
            if form in ("لم", "لن", "لا", "عدم", "دون") or any(
                s.entry.get("status") in ("planned", "possible", "called_for", "denied")
                for s in self.page.layer(k, "modality")
            ):
                return True
        return False

    def _things_of(self, act: Word, end: int) -> _Things | None:
        if (act.definite and act.pos != "phrase") or act.pronoun:
            return None
        reach = 1 if act.pos == "masdar" else _WINDOW
        k = act.last
        while k < min(end, act.last + reach + 1):
            if self.page.form(k) in _ENDS or (k > act.last and self.words.at(k, "act")):
                return None
            things = self._things(k, end)
            if things is not None:
                governed = (
                    k == act.last
                    or self.page.form(k - 1) not in ("علي", "من", "الي", "في")
                    or bool(act.entry.get("weak"))
                )
                only = act.entry.get("only")
                fits = not only or things.item.entry.get(only)
                taken = act.entry.get("kind") == "captured" and things.item.entry.get("ground")
                return things if governed and fits and not taken else None
            k += 1
        return None

    def _things(self, k: int, end: int) -> _Things | None:
        number = self.numbers.get(k)
        at = number.last if number is not None else k
        if number is not None and self.page.form(at) == "من":
            at += 1
        item = self.words.at(at, "item") if at < end else None
        if item is None or (number is None and item.definite and item.number != "pl" and item.pos != "phrase"):
            return None
        if number is not None:
            return _Things(k, item.last, number.cut, number.count, item)
        if item.clitics.endswith(("ك", "ب")) or (item.pos == "phrase" and item.number == "pl"):
            return None
        return _Things(k, item.last, item.cut, self._count(item), item)

    def _count(self, item: Word) -> str:
        form_count = count_of(self.page, item.first)
        if form_count is not None:
            return form_count
        form = self.page.form(item.first)[item.cut :]
        if item.pos == "phrase":
            return _phrase_count(form, self.page.raw(item.first, item.first + 1))
        return "2" if item.number == "du" else "1" if item.number == "sg" and not item.pronoun else "unknown"

    def _joined(self, k: int, end: int) -> _Things | None:
        """Things joined by «و»: «تدمير تسعة مستودعات و22 عربة»; adjectives may stand between."""
        for at in range(k, min(end, k + 4)):
            form = self.page.form(at)
            if form in STOPS:
                return None
            if form == "و":
                return self._things(at + 1, end)
            if form.startswith("و"):
                things = self._things(at, end)
                if things is not None and things.cut:
                    return things
                return None
        return None

    def _loss(self, act: Word, things: _Things, first: int, number: int) -> Loss:
        span = self.page.span(first, things.last, act.cut if first == act.first else things.cut)
        event = self._event(span, number)
        claimed = claimants(self.attributions, span)
        blamed = event.actors if event is not None and event.mode != "clash" else ()
        return Loss(
            id="",
            kind=str(act.entry.get("kind")),
            item=str(things.item.entry.get("en")),
            count=things.count,
            quote=span,
            evidence=self.page.evidence(first),
            side=self._side(things, blamed),
            place=event.place if event is not None else None,
            date=event.date if event is not None else None,
            claimed_by=claimed,
            event=event.id if event is not None else None,
            blamed=blamed,
            rule="loss.verb" if act.pos == "verb" else "loss.noun",
        )

    def _event(self, span: Span, number: int) -> Event | None:
        inside = [e for e in self.around.events.get(number, ()) if e.type == "ASSAULT"][:_MOST]
        return min(inside, key=lambda e: abs(e.trigger.start - span.start), default=None)

    def _side(self, things: _Things, blamed: tuple[str, ...]) -> str | None:
        """The side of the adjective or owner beside the things, else the other state where two fight each other."""
        for k in range(things.last - 1, things.last + _TAIL):
            if k >= things.last and (
                not self.page.is_word(k) or self.page.form(k) in ("في", "علي", "خلال", "داخل", "قرب", "عبر")
            ):
                break
            reference = self.cast.at(k)
            if reference is not None and reference.entities:
                entity = self.cast.entity(reference.entities[0])
                side = next(iter(self.sides.of(reference.entities)), None)
                mere_place = (
                    entity is not None
                    and entity.type in ("LOC", "FAC")
                    and reference.how == "name"
                    and not is_state(side)
                )
                if not mere_place and (entity is None or entity.type != "PER"):
                    return side
        attackers = self.sides.of(blamed)
        if (
            len(self.sides.pair) == _PAIR
            and all(is_state(s) for s in self.sides.pair)
            and len(attackers) == 1
            and attackers[0] in self.sides.pair
        ):
            return next(s for s in self.sides.pair if s != attackers[0])
        return None


def _phrase_count(form: str, written: str) -> str:
    """The count in the first word of a fixed phrase, by its ending: a dual, a singular, or a plural."""
    if form.endswith(("ات", "اته", "اتها")):
        return "unknown"
    if form.endswith(_DUALS) and not written.endswith(_NO_DUAL):
        return "2"
    return "1" if form.endswith(("ه", "ا", "م")) else "unknown"


def merged_losses(found: list[tuple[Loss, bool]]) -> tuple[Loss, ...]:
    """One loss told twice alike is one; what the headline tells, the body tells better."""
    body = {(x.kind, x.item, x.count) for x, title in found if not title}
    out: list[Loss] = []
    told: dict[tuple[str, str, str, str | None], int] = {}
    for loss, title in found:
        if title and (loss.kind, loss.item, loss.count) in body:
            continue
        key = (loss.kind, loss.item, loss.count, loss.side)
        twin = told.get(key) if loss.count != "unknown" else None
        if twin is None:
            told[key] = len(out)
            out.append(loss)
        else:
            out[twin] = replace(out[twin], claimed_by=tuple(dict.fromkeys(out[twin].claimed_by + loss.claimed_by)))
    return tuple(replace(x, id=f"l{n}") for n, x in enumerate(out))
