"""SVG elements with everything that comes from a report escaped; colours come from the style sheet by class."""

from collections.abc import Callable

from markupsafe import Markup, escape

WIDE, HALF, NARROW = 760, 560, 340  # pixels: a page on a screen, a column of it, a telephone


class Drawing:
    """The elements of one drawing; x runs in the reading direction, from 0 to ``width``."""

    def __init__(self, width: int, *, rtl: bool) -> None:
        self.width = width
        self.rtl = rtl
        self.height = 0.0
        self._parts: list[Markup] = []

    def x(self, value: float) -> float:
        """Where a distance from the beginning of the line lies on the sheet."""
        return round(self.width - value if self.rtl else value, 1)

    def text(self, x: float, y: float, words: str, kind: str = "label", anchor: str = "start") -> None:
        """Words at a point; ``anchor`` start, middle or end in the reading direction."""
        self._add(
            '<text x="{}" y="{}" class="{}" text-anchor="{}">{}</text>', self.x(x), round(y, 1), kind, anchor, words
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """A straight line."""
        ends = (self.x(x1), round(y1, 1), self.x(x2), round(y2, 1))
        self._add('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>', *ends, kind)

    def path(self, points: list[tuple[float, float]], kind: str) -> None:
        """Lines from point to point."""
        told = " ".join(f"{'L' if n else 'M'}{self.x(x)} {round(y, 1)}" for n, (x, y) in enumerate(points))
        self._add('<path d="{}" class="{}"/>', told, kind)

    def circle(self, x: float, y: float, radius: float, kind: str, title: str = "") -> None:
        """A dot; ``title`` is what a reader is told who points at it."""
        self._titled(
            '<circle cx="{}" cy="{}" r="{}" class="{}"', (self.x(x), round(y, 1), radius, kind), title, "circle"
        )

    def box(self, x: float, y: float, width: float, height: float, kind: str, *, title: str = "") -> None:
        """A rectangle; ``x`` is the side where reading begins."""
        left = self.x(x + width if self.rtl else x)
        shape = (left, round(y, 1), round(width, 1), round(height, 1), kind)
        self._titled('<rect x="{}" y="{}" width="{}" height="{}" rx="2" class="{}"', shape, title, "rect")

    def render(self, ident: str, title: str, about: str, kind: str) -> Markup:
        """The drawing as one element with a title and a description for those who do not see it."""
        direction = "rtl" if self.rtl else "ltr"
        return Markup(
            '<svg class="{}" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" direction="{}">'
            '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>'
        ).format(
            kind, self.width, round(self.height), ident, ident, direction, ident, title, ident, about,
            Markup("").join(self._parts),
        )  # fmt: skip

    def _titled(self, opening: str, values: tuple[object, ...], title: str, name: str) -> None:
        inner = Markup("><title>{}</title></{}>").format(title, name) if title else Markup("/>")
        self._parts.append(Markup(opening).format(*values) + inner)  # noqa: S704 all openings stand in this file

    def _add(self, element: str, *values: object) -> None:
        self._parts.append(Markup(element).format(*(escape(v) for v in values)))  # noqa: S704 as above


def drawings(draw: Callable[[int], Drawing], ident: str, title: str, about: str, wide: int = WIDE) -> Markup:
    """A drawing in two widths, of which the style sheet shows one."""
    broad = draw(wide).render(f"{ident}-wide", title, about, "wide")
    return broad + draw(NARROW).render(f"{ident}-narrow", title, about, "narrow")


def figure(drawn: Markup, caption: Markup) -> Markup:
    """Drawings with what stands beneath them."""
    return Markup('<figure class="chart">{}<figcaption>{}</figcaption></figure>').format(drawn, caption)
