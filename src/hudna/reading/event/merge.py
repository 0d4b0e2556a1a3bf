"""One event per happening: tellings of the same thing within one document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hudna.reading.cast import Cast
from hudna.reading.model import Event

_DEEDS = frozenset({"ACCUSE", "AGREE", "ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "AID", "SANCTION"})  # told by another word they are another deed
_LOOSE_MODES = frozenset({None, "other", "heavy-weapons", "meeting"})  # told more closely elsewhere


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event and how it was told.

    Attributes:
        event: the event.
        entry: id of its word in the lexicon.
        frame: its frame.
        definite: whether the word is a definite noun, which may only point back («القصف»).
        title: whether the headline tells it; «if headline and body differ, the body wins» (GUIDE).
        generic: whether the word is one for fighting as such («المعارك»).
        bare: whether it is a definite noun with nobody of its own: it points back to an event told before.

    """

    event: Event
    entry: str
    frame: str
    definite: bool
    title: bool
    generic: bool
    bare: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Order of informativeness, the best first: particular words, the name of the thing («اتصال»), what is said of it."""
        e = self.event
        told = 2 * len(e.actors) + 2 * len(e.targets) + (e.place is not None) + (e.date is not None) + (e.weapon is not None)
        return self.generic, self.frame == "discuss", -told


def merge(candidates: Sequence[Candidate], cast: Cast) -> list[Event]:
    """The distinct events among ``candidates``, in the order of their triggers; each keeps its most informative telling."""
    kept: list[Candidate] = []
    told = {c.event.type for c in candidates if not c.title}
    for candidate in candidates:
        if candidate.title and candidate.event.type in told:
            continue
        if candidate.bare and any(k.event.type == candidate.event.type for k in kept):
            _name_mode(kept, candidate)
            continue
        twin = next((k for k in range(len(kept) - 1, -1, -1) if _same(kept[k], candidate, cast)), None)
        if twin is None:
            kept.append(candidate)
        else:
            kept[twin] = _united(kept[twin], candidate)
    return sorted((c.event for c in kept), key=lambda e: e.trigger)


def _name_mode(kept: list[Candidate], candidate: Candidate) -> None:
    """«بحث … مع نظيره» told again as «المباحثات الهاتفية» was a call: the noun is the more informative telling."""
    last = next((n for n in range(len(kept) - 1, -1, -1) if kept[n].frame == "discuss"), None)
    if candidate.event.mode == "phone" and last is not None and len(kept[last].event.actors) > 1:
        kept[last] = _united(replace(candidate, event=replace(candidate.event, actors=kept[last].event.actors)), kept[last])


def _same(a: Candidate, b: Candidate, cast: Cast) -> bool:
    x, y = a.event, b.event
    if x.type != y.type or not _modes_agree(x, y):
        return False
    if not (_agree(x.actors, y.actors, cast) and _agree(x.targets, y.targets, cast)):
        return False
    if x.type in ("REQUEST", "REJECT", "SUPPORT", "AGREE") and x.topic and y.topic and x.topic != y.topic:
        return False
    if (a.generic or b.generic) and x.mode == y.mode == "clash":
        return True
    if x.date and y.date and x.date != y.date:
        return False
    if x.status != y.status and not (a.title or b.title):
        return False
    points_back = (b.definite and not (y.actors and y.targets)) or a.title or b.title
    if points_back:
        return not (x.place and y.place and x.place != y.place and x.type == "ASSAULT")
    alike = bool(x.actors) and _sides(x.actors, cast) == _sides(y.actors, cast) and _sides(x.targets, cast) == _sides(y.targets, cast)
    return alike and (x.place == y.place or not x.place or not y.place) and (a.entry == b.entry or x.type not in _DEEDS)


def _modes_agree(x: Event, y: Event) -> bool:
    return x.mode == y.mode or (x.type in ("ASSAULT", "CONSULT") and (x.mode in _LOOSE_MODES or y.mode in _LOOSE_MODES) and "clash" not in (x.mode, y.mode) and "third-party" not in (x.mode, y.mode))


def _agree(a: tuple[str, ...], b: tuple[str, ...], cast: Cast) -> bool:
    first, second = _sides(a, cast), _sides(b, cast)
    return not first or not second or first <= second or second <= first


def _sides(ids: tuple[str, ...], cast: Cast) -> frozenset[str]:
    return frozenset(x if x.startswith("unnamed") else (cast.side(x) or x) for x in ids)


def _united(a: Candidate, b: Candidate) -> Candidate:
    """The telling that says more, with what only the other says."""
    main, other = (a, b) if a.rank <= b.rank else (b, a)
    e, o = main.event, other.event
    mode = o.mode if e.mode in _LOOSE_MODES and o.mode not in _LOOSE_MODES and not other.title else e.mode
    event = replace(
        e,
        mode=mode,
        actors=e.actors or o.actors,
        targets=e.targets or o.targets,
        place=e.place or o.place,
        date=e.date or o.date,
        topic=e.topic or o.topic,
        weapon=e.weapon or o.weapon,
        claimed_by=e.claimed_by,
    )
    return replace(main, event=event, title=a.title and b.title, definite=a.definite and b.definite)
