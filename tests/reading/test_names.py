"""Names in running text, by the bracketed lines of names.txt."""

import re
from pathlib import Path

import pytest

from tests.reading.opened import cast_of

_MARKED = re.compile(r"\[(PER|ORG|LOC|FAC) ([^\]]*)\]")
LINES = [
    line
    for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_names_of_a_report(line: str) -> None:
    text = _MARKED.sub(r"\2", line)
    cast = cast_of(text)
    kinds = {e.id: e.type for e in cast.entities}
    found = [(kinds[m.entity], text[m.span.start : m.span.end]) for m in cast.mentions]
    assert found == _MARKED.findall(line)
