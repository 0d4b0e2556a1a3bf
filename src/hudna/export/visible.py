"""Text from documents made fit for one line that people read."""

import re

# What may not reach a terminal or bend the order of a line: control characters, marks of direction, lone surrogates.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def seen(text: str) -> str:
    """``text`` on one line, without characters that do not show or that change the order of what does."""
    return " ".join(_UNSEEN.sub("", text.replace("\n", " ").replace("\r", " ")).split())
