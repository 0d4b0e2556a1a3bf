"""Styles in the directions of the language: the same rules serve both."""

import re
from pathlib import Path

import pytest

STYLES = sorted((Path(__file__).parents[2] / "web" / "src").rglob("*.css"))
SIDES = r"(?:left|right|top|bottom)"
PHYSICAL = re.compile(  # declarations that name a side of the screen, or axes by the screen rather than the text
    rf"(?<![\w-])(?:"
    rf"(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?{SIDES}(?:-(?:width|style|color))?\s*:"
    rf"|border-(?:top|bottom)-(?:left|right)-radius\s*:"
    rf"|(?:(?:min|max)-)?(?:width|height)\s*:"
    rf"|contain-intrinsic-(?:width|height)\s*:"  # overflow-x means both ends, and has no other name in all browsers
    rf"|(?:text-align|float|clear|caption-side|resize)\s*:\s*(?:left|right)"
    rf"|(?:background|object|mask|transform-origin|background-position)(?:-origin|-position)?\s*:[^;}}]*\b(?:left|right)\b"
    rf"|linear-gradient\([^)]*\bto (?:left|right)\b)"
)
SHORTHAND = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-width|border-color|border-style)\s*:\s*([^;}]+)")
MEDIA = re.compile(r"@(?:media|container)[^{]*")


def named(css: str) -> list[str]:
    """What of a style names a side of the screen; of four values the second and fourth must be the same."""
    told = MEDIA.sub("", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    found = [m[0].strip() for m in PHYSICAL.finditer(told)]
    four = (re.findall(r"[\w.+-]*\([^()]*\)|\S+", m[1]) for m in SHORTHAND.finditer(told))
    return [*found, *(" ".join(v) for v in four if len(v) == 4 and v[1] != v[3])]


@pytest.mark.parametrize("style", STYLES, ids=lambda p: p.name)
def test_styles_know_no_left_and_right(style: Path) -> None:
    assert named(style.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a{margin-left:1px}", True),
        ("a { left : 0 }", True),
        ("a{text-align:right}", True),
        ("a{padding:0 1px 0 2px}", True),
        ("a{border-left:1px solid}", True),
        ("a{border-top-left-radius:1px}", True),
        ("a{width:1px}", True),
        ("a{margin-inline-start:1px;text-align:end;padding:0 1px 2px;border-width:1px}", False),
        ("@media (max-width: 48rem){a{inline-size:1px;line-height:1;stroke-width:2}}", False),
    ],
)
def test_what_counts_as_a_side_of_the_screen(css: str, found: bool) -> None:  # noqa: FBT001 a case
    assert bool(named(css)) == found
