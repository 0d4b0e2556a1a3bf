"""Losses as drawings: of each side and kind the figures over time, each claimant's apart, with a table beside them.

Running totals and the tolls of single incidents are never on one drawing. A total is joined by steps to the next that
the same claimant gives; figures of different claimants are not joined, and nothing is added up.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import log10

from markupsafe import Markup

from hudna.export.brief import losses
from hudna.export.brief.figures import date
from hudna.export.brief.line import Line, Runs, capital, plain, words
from hudna.export.brief.voice import Voice
from hudna.export.chart import HALF, Drawing, Moments, drawings
from hudna.export.chart.scale import levels, moment
from hudna.export.visible import seen
from hudna.views import Account, Ledger
from hudna.views.voices import voice as spoken

_FEWEST = 2  # days with figures that make a drawing
_SERIES = 4  # claimants told apart by colour and stroke
_TOP, _HEIGHT, _STRIP, _AXIS = 18.0, 132.0, 22.0, 34.0  # pixels
_LETTER, _END = 7.0, 14.0
_DOT = 4.0
_ARROW = 15.0
_WIDE = 200  # times the least figure from which the greatest is drawn by powers of ten
_MOST = 12  # figures that the description names
_NUMBER = re.compile(r"(>=|<=|~)?([\d.]+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in the table beside a drawing."""

    when: str
    told: Line
    who: Line


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures for one kind of loss of one side, drawn and listed; ``key`` gives the claimants by their colour."""

    title: Line
    drawing: Markup
    key: tuple[tuple[str, Line], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels of one nature beneath their heading."""

    heading: str
    note: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class _Point:
    """A figure as it is drawn; ``value`` is None where the text gives no number."""

    at: float
    value: float | None
    low: float
    high: float
    sign: str
    series: int
    account: Account


def curves(voice: Voice, rows: Iterable[Ledger], ident: str) -> tuple[Panels, ...]:
    """The drawings of some ledgers; where fewer than two days have figures there is none.

    Args:
        voice: the language.
        rows: the ledgers.
        ident: begins the ids of the drawings, which must differ over a page.

    """
    held = list(rows)
    out = []
    for cumulative, name in ((True, "totals"), (False, "incidents")):
        chosen = [r for r in held if r.cumulative is cumulative and losses.human(r)]
        grouped = groupby(chosen, key=lambda r: (r.side, r.kind))
        panels = [_panel(voice, list(same), f"{ident}-{name}-{n}") for n, (_, same) in enumerate(grouped)]
        drawn = tuple(p for p in panels if p)
        if drawn:
            out.append(Panels(str(voice.words("curves", name)), str(voice.words("curves", f"{name}_note")), drawn))
    return tuple(out)


def _panel(voice: Voice, ledgers: Sequence[Ledger], ident: str) -> Panel | None:
    accounts = sorted((a for r in ledgers for a in r.accounts), key=lambda a: moment(a.figure.as_of) or float("inf"))
    series = list(dict.fromkeys(_voice(voice, a) for a in accounts))
    points = [p for a in accounts if (p := _point(a, series.index(_voice(voice, a)))) is not None]
    numbered = [p.high for p in points if p.value is not None]
    days = {int(p.at) for p in points if p.value is not None}
    if len(days) < _FEWEST or ledgers[0].side is None:  # whose losses they are is not told: not to be compared
        return None
    wide = max(numbered) > _WIDE * max(1.0, min(numbered))
    title = losses.of_side(voice, ledgers[0].side) + words(f" — {voice.words('kinds', ledgers[0].kind)}")
    title += words(f" ({voice.words('curves', 'wide')})") if wide else ()

    def draw(width: int) -> Drawing:
        return _drawing(voice, points, width, cumulative=ledgers[0].cumulative, wide=wide)

    about = str(voice.words("separator")).join(_said(voice, a) for a in accounts[:_MOST])
    drawn = {p.series for p in points}
    return Panel(
        Line(capital(title)),
        drawings(draw, ident, plain(title), about, HALF),
        tuple((_colour(n), Line(runs)) for n, runs in enumerate(series) if n in drawn),
        tuple(_row(voice, a) for a in accounts),
    )


def _row(voice: Voice, account: Account) -> Row:
    """A figure for the table; a day that is only that of the report is marked as such."""
    held = account.figure
    when = (
        date(voice.words, held.as_of) if held.cumulative and held.reported else voice.when(held.date, held.reported)[0]
    )
    return Row(when, Line(capital(losses.number(voice, held)), "", account.sources), Line(_claim(voice, account)))


def _claim(voice: Voice, account: Account) -> Runs:
    """Who gives a figure."""
    return voice.names(account.figure.claimed_by, source=True) or words(voice.words("curves", "nobody"))


def _voice(voice: Voice, account: Account) -> Runs:
    """The sides that give a figure, or who of no side does: whose figures one line joins."""
    sides = ((p, spoken(voice.dossier.record, p.id)) for p in account.figure.claimed_by)
    parties = ((voice.dossier.side(side) or p) if side != p.id else p for p, side in sides)
    return voice.names(parties, source=True) or words(voice.words("curves", "nobody"))


def _said(voice: Voice, account: Account) -> str:
    row = _row(voice, account)
    return f"{row.when}{voice.words('colon')}{plain(row.told.runs)} ({plain(row.who.runs)})"


def _point(account: Account, series: int) -> _Point | None:
    held = account.figure
    at, found = moment(held.as_of), _NUMBER.fullmatch(held.count)
    if at is None:
        return None
    if not found:
        return _Point(at, None, 0, 0, "", series, account)
    sign, first, last = found.groups()
    low, high = float(first), float(last or first)
    return _Point(at, (low + high) / 2, low, high, sign or ("range" if last else ""), series, account)


# --- drawing ---


def _drawing(voice: Voice, points: Sequence[_Point], width: int, *, cumulative: bool, wide: bool) -> Drawing:
    out = Drawing(width, rtl=voice.words("direction") == "rtl")
    marks = levels(max(p.high for p in points), powers=wide)
    start = max(len(f"{m:,}") for m in marks) * _LETTER + 6
    scale = Moments.over((p.at for p in points), start, width - _END)
    base = _TOP + _HEIGHT
    frame = _Frame(voice, out, scale, base, marks[-1], wide)
    for mark in marks:
        y = frame.y(mark)
        out.line(start, y, width, y, "rule" if mark else "axis")
        out.text(start - 6, y + 4, f"{mark:,}", "tick", "end")
    if cumulative:
        _steps(frame, points)
    for point in points:
        _mark(frame, point, stem=not cumulative)
    low = base + (_STRIP if any(p.value is None for p in points) else 0)
    for at, label in scale.ticks(voice.words):
        out.line(scale.at(at), base, scale.at(at), base + 4, "axis")
        out.text(scale.at(at), low + 18, label, "tick", "middle")
    out.height = low + _AXIS - 8
    return out


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a drawing is made: ``base`` is the line of none, ``top`` the number at the upper edge.

    ``wide`` figures lie by their powers of ten.
    """

    voice: Voice
    out: Drawing
    scale: Moments
    base: float
    top: float
    wide: bool

    def y(self, value: float) -> float:
        """How deep a number lies."""
        share = log10(1 + value) / log10(1 + self.top) if self.wide else value / self.top
        return self.base - share * _HEIGHT


def _steps(frame: _Frame, points: Sequence[_Point]) -> None:
    """The totals of each claimant, and of each class of victims, joined in the order of time."""

    def same(point: _Point) -> tuple[int, str]:
        return point.series, point.account.figure.what

    for (series, _), held in groupby(sorted(points, key=lambda p: (same(p), p.at)), key=same):
        numbered = [(frame.scale.at(p.at), frame.y(p.value)) for p in held if p.value is not None]
        corners = [c for (x1, y1), (x2, y2) in pairwise(numbered) if x2 > x1 for c in ((x1, y1), (x2, y1), (x2, y2))]
        if corners:
            frame.out.path(corners, f"series {_colour(series)}")


def _mark(frame: _Frame, point: _Point, *, stem: bool) -> None:
    x, colour = frame.scale.at(point.at), _colour(point.series)
    title = seen(_said(frame.voice, point.account))
    if point.value is None:
        words_ = str(frame.voice.words("curves", "short").get(point.account.figure.count, "?"))
        frame.out.text(x, frame.base + 18, words_, f"value {colour}", "middle")
        return
    y = frame.y(point.value)
    if stem:
        frame.out.line(x, frame.base, x, y, f"range {colour}")
    for top, bottom, ends in _reach(point, frame):
        frame.out.line(x, top, x, bottom, f"range {colour}")
        for dx, dy in ends:
            frame.out.line(x - dx, dy, x + dx, dy, f"range {colour}")
    if point.sign == ">=":
        frame.out.path([(x - 4, y - _ARROW + 5), (x, y - _ARROW), (x + 4, y - _ARROW + 5)], f"range {colour}")
    if point.sign == "<=":
        frame.out.path([(x - 4, y + _ARROW - 5), (x, y + _ARROW), (x + 4, y + _ARROW - 5)], f"range {colour}")
    frame.out.circle(x, y, _DOT, f"dot open {colour}" if point.sign == "~" else f"dot {colour}", title)


def _reach(point: _Point, frame: _Frame) -> Iterator[tuple[float, float, tuple[tuple[float, float], ...]]]:
    """The stroke of a figure that is no single number, from top to bottom, with the strokes that close it."""
    y = frame.y(point.value or 0.0)
    if point.sign == "range":
        top, bottom = frame.y(point.high), frame.y(point.low)
        yield top, bottom, ((5, top), (5, bottom))
    elif point.sign == ">=":
        yield y - _ARROW, y, ()
    elif point.sign == "<=":
        yield y, y + _ARROW, ()


def _colour(series: int) -> str:
    number = series % _SERIES + 1
    return f"s{number} d{number}"
