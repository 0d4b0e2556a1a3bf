"""How many running words of a labelled sample the lexicon names: ``python -m quality.recognised``.

Each table of ``quality/coverage/`` that stands in TABLES holds words labelled by hand in random sentences (drawn by
``quality.sample``), one a line: the word or phrase as it was written, its class where the table has one, and how
often it was found. Prints one line a table; 1 where a share is below LEAST, else 0.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hudna.lexicon import Lexicon, Sense, load
from hudna.text import fold

FOLDER = Path(__file__).parent / "coverage"
LEAST = 0.95  # of running words
_SPEAKING_ROLES = frozenset({"transmit", "according", "according_clause", "own_words", "own_voice", "charge", "mutual"})


class Row(NamedTuple):
    """One line of a table; ``kind`` is its class, "" where the table has none."""

    word: str
    found: int
    kind: str = ""


class Share(NamedTuple):
    """What of a table is recognised; ``missed`` holds the rows that are not."""

    words: int
    recognised: int
    missed: tuple[Row, ...]

    @property
    def value(self) -> float:
        """Recognised running words as a share of all."""
        return self.recognised / self.words if self.words else 0.0


def _reports(sense: Sense, _: str) -> bool:
    role = sense.entry.get("role")
    return sense.entry.layer == "reporting" and (role in _SPEAKING_ROLES if role else bool(sense.entry.get("force")))


def _tells_of(sense: Sense, kind: str) -> bool:
    return sense.entry.layer == "event" and sense.entry.get("event") == kind


# whether a reading of a word is what its table and class say of it
TABLES: dict[str, Callable[[Sense, str], bool]] = {"reporting": _reports, "triggers": _tells_of}


def main() -> int:
    """Print the share of each table."""
    lexicon = load()
    low = False
    for name, wanted in TABLES.items():
        path = FOLDER / f"{name}.tsv"
        if not path.is_file():
            continue
        share = measure(read_table(path), lexicon, wanted)
        low = low or share.value < LEAST
        print(f"{name:<12}{share.recognised:>6} of {share.words} recognised, {share.value:.1%}")
        for row in share.missed:
            print(f"{'':<12}{row.found:>6}  {row.word} {row.kind}")
    return int(low)


def read_table(path: Path) -> tuple[Row, ...]:
    """The rows of a table with the columns «word» and «count», with its class where it has a column «type»."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return tuple(Row(row["word"], int(row["count"]), row.get("type") or "") for row in rows)


def measure(rows: tuple[Row, ...], lexicon: Lexicon, wanted: Callable[[Sense, str], bool]) -> Share:
    """How many running words of ``rows`` have a reading that is ``wanted``."""
    missed = tuple(row for row in rows if not any(wanted(s, row.kind) for s in _readings(lexicon, row.word)))
    words = sum(row.found for row in rows)
    return Share(words, words - sum(row.found for row in missed), missed)


def _readings(lexicon: Lexicon, word: str) -> tuple[Sense, ...]:
    """All readings of a word, or of a phrase as a whole."""
    forms = fold(word).split()
    phrases = (s for hit in lexicon.phrases(forms, 0) if hit.last == len(forms) for s in hit.senses)
    return (*phrases, *(lexicon.senses(forms[0]) if len(forms) == 1 else ()))


if __name__ == "__main__":
    raise SystemExit(main())
