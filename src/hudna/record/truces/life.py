"""The life of a truce: what was done about it, step by step, each step as one document tells it."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.record.dates import numbers
from hudna.record.model import Breach, Step, Telling, TruceTelling
from hudna.record.truces.sketch import MADE, WANTED, Sketch

STAGES = (  # in the order in which they follow each other on one day
    "demanded",
    "proposed",
    "refused",
    "accepted",
    "announced",
    "starts",
    "in_effect",
    "urged",
    "violation",
    "denied",
    "extended",
    "collapsed",
    "ends",
    "ended",
)
_OWN = frozenset({"in_effect", "extended", "collapsed", "ended"})  # told of the truce itself, by no event


def steps(held: Sequence[Sketch], broken: Iterable[Breach]) -> tuple[Step, ...]:
    """The steps of one truce by day and stage; what has no day stands where the day of its report puts it.

    Args:
        held: its tellings.
        broken: its alleged violations.

    """
    day = {s.telling.document: s.day for s in held}
    denials = {breach: who for s in held for breach, who in s.denials}
    announcers = {x for s in held for x in s.telling.announced_by}
    found = [step for sketch in held for step in _of_telling(sketch, announcers)]
    for breach in broken:
        found.extend(_of_breach(breach, denials.get(breach.id, ())))

    def order(step: Step) -> tuple[bool, int, int, str, int]:
        when = numbers(step.date) or day[step.document]
        return (when is None, when[0] if when else 0, STAGES.index(step.stage), step.document, step.span.start)

    return tuple(sorted(found, key=order))


def _of_telling(sketch: Sketch, announcers: set[str]) -> Iterator[Step]:
    told = sketch.telling
    stages = set()
    for event in sketch.events:
        stage = _stage(event, sketch, announcers)
        if stage and event.status == "actual":
            stages.add(stage)
            yield Step(
                stage,
                event.date,
                event.actors,
                event.targets,
                event.claimed_by,
                event.id,
                event.document,
                event.trigger,
            )
    for stage, date in (("starts", told.start), ("ends", told.end)):
        if date:
            yield _own(stage, date, (), told)
    ahead = sketch.start and sketch.day and sketch.day[1] < sketch.start[0]  # told before it began
    if (told.status in _OWN and not ahead) or (told.status in WANTED and told.status not in stages):
        yield _own(told.status, None, (), told)
    if told.status in MADE and not stages & MADE and (told.announced or told.announced_by or not told.start):
        yield _own(told.status, told.announced, told.announced_by, told)


def _stage(event: Telling, sketch: Sketch, announcers: set[str]) -> str | None:
    """What an event of a truce telling is in the life of the truce."""
    told = sketch.telling
    match event.type:
        case "REQUEST" if not sketch.is_wanted and _after(event, sketch):
            return "urged"
        case "REQUEST":
            return "proposed" if told.status == "proposed" else "demanded"
        case "REJECT":
            return "refused"
        case "AGREE":
            return "announced" if event.actors and set(event.actors) <= announcers else "accepted"
        case _:
            return None


def _after(event: Telling, sketch: Sketch) -> bool:
    """Whether a call is one to keep a truce that there is: it, or the report of it, is no older than the truce."""
    when = numbers(event.date) or sketch.day
    if sketch.begin is None or when is None:
        return sketch.telling.status not in MADE
    return when[1] >= sketch.begin[0] and (event.date is not None or sketch.telling.status not in MADE)


def _of_breach(breach: Breach, deniers: tuple[str, ...]) -> Iterator[Step]:
    """An alleged violation, and its denial; of one that a report only has denied the denial."""
    alleged = breach.claimed_by or not deniers
    if alleged:
        yield Step(
            "violation",
            breach.date,
            breach.by,
            breach.against,
            breach.claimed_by,
            breach.id,
            breach.document,
            breach.quote,
        )
    if deniers:
        yield Step("denied", None, deniers, (), (), breach.id, breach.document, breach.quote)


def _own(stage: str, date: str | None, by: tuple[str, ...], told: TruceTelling) -> Step:
    """A step that the telling itself is."""
    (span, *_) = told.words_of({"starts": "start", "ends": "end"}.get(stage, "status"))
    return Step(stage, date, by, (), (), told.id, told.document, span)
