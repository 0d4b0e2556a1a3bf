"""Phrases written with alternatives: «(ال)?اتصال( (ال)?هاتفي)?», «قال|صرح للصحفيين»."""

import re
from collections.abc import Iterator

_GROUP = re.compile(r"\(([^()]*)\)(\??)")


def expand(pattern: str) -> Iterator[str]:
    """Every string that ``pattern`` stands for: ``(a|b)`` is one of them, ``(a)?`` may be absent; groups may nest."""
    group = _GROUP.search(pattern)
    if group is None:
        yield " ".join(pattern.split())
        return
    for choice in (*group.group(1).split("|"), *([""] if group.group(2) else [])):
        yield from expand(pattern[: group.start()] + choice + pattern[group.end() :])
