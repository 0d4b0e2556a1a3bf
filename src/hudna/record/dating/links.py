"""Which dated telling of another document tells what an undated document tells of a day that it leaves open.

The calendar must agree: «الأحد الماضي» can be 12 July 2020, which was a Sunday, and «12 يوليو» that day of any year. A
weekday is right by chance one time in seven, so that the tellings must be alike in much else. Month and day are right
by chance one time in 365: there a type and two sides in common suffice, in reports that share people, a town or a
toll. «أمس» alone is held against reports of the same text only.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from hudna.reading.calendar import anchor_days, resolve
from hudna.record.coreference import Sketch
from hudna.record.dating.likeness import Background, Likeness, likeness
from hudna.record.dating.sheet import Key, Told, keys, parties

BAR = 7.5  # points from which tellings of one weekday, or of one text, are one happening
_MARGIN = 1.0  # a telling of another day that comes so near the best is as good
_CROWD = 96  # dated tellings of one block beyond which none is told from the others
_PAIR = 2
_YEAR, _FORTNIGHT = 366, 15  # days around a day in which words can mean it: month and day, a weekday or «أمس»
_REACH = re.compile(r"(?:day([+-][0-9]+)|weekday:|night:)")


@dataclass(frozen=True, slots=True)
class Link:
    """A dated telling that tells what one of an undated document tells, and the days of the document that follow."""

    told: Told
    other: Sketch
    day: date
    like: Likeness
    days: frozenset[date]


@dataclass(slots=True)
class Pool:
    """The dated tellings that can be met, by block; only blocks that are ``wanted`` are kept."""

    wanted: frozenset[Key]
    sides: Mapping[str, str]
    backgrounds: dict[str, Background]
    blocks: dict[Key, list[tuple[Sketch, date]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, sketches: Iterable[Sketch]) -> bool:
        """Take in tellings, those without a day of their own left out; whether any is kept."""
        kept = False
        for sketch in sketches:
            if found := anchored(sketch):
                day, calendar = found
                for key in keys(sketch, calendar, self.sides):
                    if key in self.wanted:
                        self.blocks[key].append((sketch, day))
                        kept = True
        return kept

    def links(self, told: Told) -> list[Link]:
        """The dated tellings that can be of the same happening: the best, and those of other days that come near it."""
        met: dict[str, tuple[Sketch, date]] = {}
        for key in keys(told.sketch, [told.calendar], self.sides):
            block = self.blocks.get(key, ())
            if len(block) <= _CROWD:
                met.update({sketch.telling.id: (sketch, day) for sketch, day in block})
        found = [link for _, (sketch, day) in sorted(met.items()) if (link := self._link(told, sketch, day))]
        best = max((x.like.points for x in found), default=0.0)
        return [x for x in found if "-" in told.calendar or x.like.points >= best - _MARGIN]

    def _link(self, told: Told, other: Sketch, day: date) -> Link | None:
        if other.telling.document == told.sketch.telling.document:
            return None
        like = likeness(told.sketch, other, self.sides, self.backgrounds)
        if like is None:
            return None
        dated = "-" in told.calendar  # month and day
        pair = len(parties(told.sketch, self.sides) & parties(other, self.sides)) >= _PAIR
        if not (like.points >= BAR and like.specific) and not (dated and pair and like.contemporary):
            return None
        days = written(told.form, day) if told.calendar else near(written(told.form, day))
        ahead = told.sketch.telling.status == "planned"
        days = frozenset(d for d in days if (d <= day if ahead else d >= day))  # what is told as past has happened
        return Link(told, other, day, like, days) if days else None


def anchored(sketch: Sketch) -> tuple[date, tuple[str, str]] | None:
    """The one day of a telling of what happened, with its month and day and its weekday; None without one."""
    days = anchor_days(sketch.telling.date)
    if len(days) != 1 or sketch.telling.status != "actual":
        return None
    return days[0], (days[0].isoformat()[5:], str(days[0].weekday()))


@lru_cache(maxsize=1 << 14)
def written(form: str, day: date) -> frozenset[date]:
    """The days of a document in which ``form`` means ``day``."""
    reach = _REACH.match(form)
    offset = int(reach[1] or 0) if reach else 0
    within = _FORTNIGHT if reach else _YEAR
    around = (day + timedelta(days=n - offset) for n in range(-within, within + 1))
    return frozenset(d for d in around if anchor_days(resolve(form, d.isoformat())) == (day,))


def near(days: frozenset[date]) -> frozenset[date]:
    """The days and those beside them: of a text that is printed again «today» may be the day before or after."""
    return frozenset(d + timedelta(days=n) for d in days for n in (-1, 0, 1))


def best_first(links: Iterable[Link]) -> Iterator[Link]:
    """The links in the order in which they are shown."""
    return iter(sorted(links, key=lambda x: (-x.like.points, x.other.telling.document, x.other.telling.id)))
