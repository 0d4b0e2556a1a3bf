"""The life of a truce as a drawing: its steps along a line of days, beneath it the violations alleged of each side."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hudna.export.brief.figures import count, date
from hudna.export.brief.line import plain
from hudna.export.brief.voice import Voice
from hudna.export.chart import Drawing, Moments, drawings, figure
from hudna.export.chart.scale import moment
from hudna.export.truce.sheet import accused, heading
from hudna.export.visible import seen
from hudna.views import Ceasefire, Stage, Violation

_LETTER = 6.6  # pixels that a letter of a label takes
_BETWEEN = 8  # pixels between two labels
_ROW = 17
_ROWS = 5
_LANE = 40
_BAND = 12
_FEWEST = 2  # moments that make a line
_DOT = 4.5
_COLOURS = 4
_PILE = 3  # violations of one day drawn upon each other; beyond, their number is written


@dataclass(frozen=True, slots=True)
class _Label:
    """What is written for one day of the life."""

    at: float
    words: str
    told: bool


@dataclass(frozen=True, slots=True)
class _Lane:
    """Where the violations alleged of one side are drawn, and in which colour."""

    voice: Voice
    out: Drawing
    scale: Moments
    y: float
    colour: str


def lifeline(voice: Voice, row: Ceasefire) -> Markup:
    """The drawing of a truce's life; "" where fewer than two days are known."""
    steps = [s for s in row.steps if s.stage not in ("violation", "denied") and _when(s) is not None]
    broken = [v for v in row.violations if _when(v) is not None]
    ends = [m for value in (row.start, row.end or row.over) if (m := moment(value)) is not None]
    moments = [m for held in _rows_of(steps, broken) if (m := _when(held)) is not None] + ends
    if len({int(m) for m in moments}) < _FEWEST:
        return Markup("")

    def draw(width: int) -> Drawing:
        return _drawing(voice, row, steps, moments, width)

    say = voice.words
    first, last = (date(say, v) for v in _bounds(row, steps, broken))
    told = str(say("separator")).join(f"{_name(voice, s)} {date(say, s.date or s.reported)}" for s in steps)
    lanes = str(say("separator")).join(
        f"{plain(heading(voice, who))}{say('colon')}{len(held)}" for who, held in accused(voice.dossier, row).items()
    )
    about = str(say("sheet", "chart_about")).format(first=first, last=last, steps=told, breaches=lanes)
    drawn = drawings(draw, f"chart-{row.id}", str(say("sheet", "chart")), about)
    return figure(drawn, _key(voice, row, steps))


def _drawing(voice: Voice, row: Ceasefire, steps: Sequence[Stage], moments: Sequence[float], width: int) -> Drawing:
    out = Drawing(width, rtl=voice.words("direction") == "rtl")
    scale = Moments.over(moments, 12, width - 12)
    labels = _labels(voice, steps)
    rows = _rows(labels, scale, width)
    y = 10.0 + _ROW * (max(rows, default=0) + 1) + 8
    _band(out, scale, row, y)
    for label, level in zip(labels, rows, strict=True):
        x, top = scale.at(label.at), 10 + _ROW * (level + 1)
        out.line(x, top - 2, x, y, "stem")
        left = _left(label, x, width)
        out.text(left, top - 6, label.words)
        out.circle(x, y, _DOT, "step" if label.told else "step open", label.words)
    y += _BAND
    for number, (who, held) in enumerate(accused(voice.dossier, row).items()):
        y += _LANE
        colour = f"s{number % _COLOURS + 1}"
        out.text(0, y - 14, plain(heading(voice, who)), f"lane {colour}")
        _lane(_Lane(voice, out, scale, y, colour), held)
    out.line(0, y + 14, width, y + 14, "axis")
    for at, words in scale.ticks(voice.words):
        out.line(scale.at(at), y + 14, scale.at(at), y + 19, "axis")
        out.text(scale.at(at), y + 33, words, "tick", "middle")
    out.height = y + 40
    return out


def _band(out: Drawing, scale: Moments, row: Ceasefire, y: float) -> None:
    """The time in which it is in force, as far as told or computed."""
    out.line(scale.start, y, scale.end, y, "axis")
    start, end = moment(row.start), moment(row.end or row.over)
    if start is not None and end is not None and end > start:
        kind = "force" if row.end else "force computed"
        out.box(scale.at(start), y - _BAND / 2, scale.at(end) - scale.at(start), _BAND, kind)


def _lane(lane: _Lane, held: Sequence[Violation]) -> None:
    """The violations alleged of one side."""
    lane.out.line(lane.scale.start, lane.y, lane.scale.end, lane.y, "rule")
    piled: Counter[int] = Counter()
    counted: dict[int, list[str]] = {}
    for row in held:
        when = _when(row)
        if when is None:
            continue
        x = lane.scale.at(when)
        if row.count:
            counted.setdefault(int(when), []).append(row.count)
            continue
        piled[int(when)] += 1
        if (pile := piled[int(when)]) <= _PILE:
            kind = f"breach {lane.colour}" if row.date else f"breach open {lane.colour}"
            lane.out.circle(x, lane.y - (pile - 1) * 2 * _DOT, _DOT, kind, seen(row.sources[0].quote))
    for day, counts in counted.items():
        _claims(lane, lane.scale.at(day), dict.fromkeys(counts))
    for day, number in piled.items():
        if number > _PILE:
            lane.out.text(lane.scale.at(day) + 8, lane.y + 4, f"× {number}", "value")


def _claims(lane: _Lane, x: float, counts: Iterable[str]) -> None:
    """The numbers of breaches alleged on one day, beside each other: each is another's claim."""
    words = str(lane.voice.words("separator")).join(count(lane.voice.words, c, "breaches") for c in counts)
    lane.out.box(x - 7, lane.y - 7, 14, 14, f"claim {lane.colour}", title=words)
    lane.out.text(x, lane.y - 10, " / ".join(map(_short, counts)), "value", "middle")


def _short(told: str) -> str:
    """A count in the fewest signs."""
    return told.replace(">=", "≥").replace("<=", "≤")


def _labels(voice: Voice, steps: Sequence[Stage]) -> list[_Label]:
    """What is written above the line, the steps of one day together."""
    days: dict[int, list[Stage]] = {}
    for step in steps:
        when = _when(step)
        if when is not None:
            days.setdefault(int(when), []).append(step)
    comma = str(voice.words("list", "comma"))
    out = []
    for held in days.values():
        names = comma.join(dict.fromkeys(_name(voice, s) for s in held))
        out.append(_Label(_when(held[0]) or 0.0, names, any(s.date for s in held)))
    return out


def _rows(labels: Sequence[_Label], scale: Moments, width: int) -> list[int]:
    """The row of each label, such that none covers another."""
    ends = [-1.0] * _ROWS
    out = []
    for label in labels:
        left = _left(label, scale.at(label.at), width)
        free = next((n for n in range(_ROWS) if ends[n] < left), _ROWS - 1)
        ends[free] = left + len(label.words) * _LETTER + _BETWEEN
        out.append(free)
    return out


def _left(label: _Label, x: float, width: int) -> float:
    """Where a label begins: at its day, or further back where it would run off the sheet."""
    return max(0.0, min(x - 4, width - len(label.words) * _LETTER))


def _key(voice: Voice, row: Ceasefire, steps: Sequence[Stage]) -> Markup:
    """What the marks mean, those that are drawn only."""
    single = [v for v in row.violations if not v.count]
    shown = {
        "told": any(s.date for s in steps),
        "reported": any(not s.date for s in _rows_of(steps, single)),
        "single": bool(single),
        "counted": any(v.count for v in row.violations),
        "force": bool(row.start and row.end),
        "computed": bool(row.over),
    }
    parts = (
        Markup('<span class="key {}">{}</span>').format(k, voice.words("sheet", "key", k))
        for k, v in shown.items()
        if v
    )
    return Markup(" ").join(parts)


def _bounds(row: Ceasefire, steps: Sequence[Stage], broken: Sequence[Violation]) -> tuple[str | None, str | None]:
    """The first and last date drawn."""
    values = [v for held in _rows_of(steps, broken) if (v := held.date or held.reported)] + [
        v for v in (row.start, row.end or row.over) if v
    ]
    ordered = sorted(values, key=lambda v: moment(v) or 0.0)
    return ordered[0], ordered[-1]


def _name(voice: Voice, step: Stage) -> str:
    """A step in a word or two."""
    return str(voice.words("truce", "marks", step.stage))


def _rows_of(steps: Sequence[Stage], broken: Sequence[Violation]) -> list[Stage | Violation]:
    return [*steps, *broken]


def _when(row: Stage | Violation) -> float | None:
    return moment(row.date or row.reported)
