"""The reports that are measured on."""

import gzip
import json
from itertools import chain, islice
from pathlib import Path

from hudna.sources import gather
from hudna.text import Document

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "reports"
BULK = ROOT.parent / "shared" / "data" / "bulk.jsonl.gz"
FIVE = ROOT.parent / "shared" / "gold" / "dev" / "texts"
_APART = 20  # lines of the bulk corpus from one report to the next, before those between are taken


def sample(count: int) -> tuple[str, list[Document]]:
    """What it is, and ``count`` reports: of the bulk corpus where that is present (at most all), else the examples.

    The corpus is taken in rounds, each over its whole length, so that fewer reports are as mixed as more.
    """
    if BULK.is_file():
        with gzip.open(BULK, "rt", encoding="utf-8") as lines:
            held = list(lines)
        rounds = (range(first, len(held), _APART) for first in range(_APART))
        rows = [json.loads(held[at]) for at in islice(chain.from_iterable(rounds), count)]
        return "news articles of the bulk corpus", [_article(number, row) for number, row in enumerate(rows)]
    own = [document for document in gather([EXAMPLES]) if isinstance(document, Document)]
    return "example reports, repeated", [own[number % len(own)] for number in range(count)]


def five() -> list[Path]:
    """Files of five reports: those of Armenia and Azerbaijan where they are present, else five of the examples."""
    if FIVE.is_dir():
        return sorted(FIVE.glob("00[0-4].txt"))
    return sorted(EXAMPLES.glob("*.txt"))[:5]


def _article(number: int, row: dict[str, str]) -> Document:
    title = row["title"] or ""
    return Document(f"bulk-{number}", f"{title}\n{row['body']}", title, published=(row["date"] or "")[:10] or None)
