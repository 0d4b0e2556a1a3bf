"""A line of the brief: pieces of text that a page sets apart, with the way back to the sources."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.views import Mark

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one nature: our words, a name, or words quoted from a document."""

    kind: Literal["text", "name", "quote"]
    text: str


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the brief.

    Attributes:
        runs: what it says.
        quote: the words of the source that it gives beside that, between quotation marks, or "".
        sources: where that stands; a line without any has parts that do.
        when: its date in words, or "".
        dated: whether ``when`` is the date of the thing itself.
        tag: how the matter stands («disputed»), or "".
        standing: the word of the record for that tag.
        parts: lines beneath it: the figures of a toll, the versions of a disagreement.

    """

    runs: Runs
    quote: str = ""
    sources: tuple[Mark, ...] = ()
    when: str = ""
    dated: bool = True
    tag: str = ""
    standing: str = ""
    parts: tuple["Line", ...] = ()

    def walk(self) -> Iterator["Line"]:
        """The line and all lines beneath it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def words(text: str) -> Runs:
    """Our own words."""
    return (Run("text", text),) if text else ()


def plain(runs: Runs) -> str:
    """The text of runs, whatever its nature."""
    return "".join(r.text for r in runs)


def fill(template: str, slots: Mapping[str, Runs]) -> Runs:
    """A template with its slots filled."""
    out: list[Run] = []
    done = 0
    for slot in _SLOT.finditer(template):
        out.extend(words(template[done : slot.start()]))
        out.extend(slots[slot.group(1)])
        done = slot.end()
    out.extend(words(template[done:]))
    return tuple(out)


def fill_first(templates: Sequence[str], slots: Mapping[str, Runs]) -> Runs:
    """The first of some templates whose slots all have a value, filled; the last one has none to miss."""
    for template in templates:
        if all(slots.get(name) for name in _SLOT.findall(template)):
            return fill(template, slots)
    return words(_SLOT.sub("", templates[-1]))


def join(items: Iterable[Runs], comma: str, last: str) -> Runs:
    """Items as a list in a sentence: «X, Y and Z»."""
    held = [i for i in items if i]
    out: list[Run] = []
    for number, item in enumerate(held):
        if number:
            out.extend(words(last if number == len(held) - 1 else comma))
        out.extend(item)
    return tuple(out)


def capital(runs: Runs) -> Runs:
    """Runs with a capital at the beginning, where the language has them."""
    if not runs or runs[0].kind == "quote" or not runs[0].text:
        return runs
    first = runs[0]
    return (Run(first.kind, first.text[0].upper() + first.text[1:]), *runs[1:])
