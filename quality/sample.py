"""Random sentences of a news corpus, drawn to be labelled by hand; the sentences themselves stay out of the project.

    python -m quality.sample CORPUS.jsonl.gz --seed 1 --count 500 > sentences.tsv

CORPUS holds one article a line with the fields «key», «title» and «body». Prints one line a sentence: its number, a
tab, its text. The same corpus, seed and count give the same sentences in whatever order the articles stand. Articles
that are part of the gold annotations are left out where those lie beside the project (``../shared``).
"""

import argparse
import gzip
import hashlib
import heapq
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from hudna.text import normalise, split_sentences, tokenise
from quality.gold import SHARED

_SHORTEST = 6  # words of a sentence worth labelling; a headline may be one
_KNOWN_BY = 60  # letters by which a line of an article is known again
_SHORTEST_LINE = 20  # letters of a line that tells one article from another
_LETTERS = re.compile(r"\W+")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=500)
    options = parser.parse_args(arguments)
    for number, sentence in enumerate(draw(options.corpus, options.seed, options.count, gold_lines()), 1):
        sys.stdout.write(f"{number}\t{sentence}\n")
    return 0


def draw(corpus: Path, seed: str, count: int, left_out: frozenset[str] = frozenset()) -> list[str]:
    """``count`` sentences, at most one an article: those whose SHA-256 with the seed is smallest, in that order."""
    ranked = (
        (_rank(seed, key, 0), sentence)
        for key, text in _articles(corpus)
        if not any(line in left_out for line in _lines(text))
        for sentence in _one_of(seed, key, text)
    )
    return [sentence for _, sentence in heapq.nsmallest(count, ranked)]


def sentences(text: str) -> list[str]:
    """The sentences of ``text`` that have enough words, each on one line."""
    normal = normalise(text)
    tokens = tokenise(normal)
    spans = ((tokens[s.first].span.start, tokens[s.last - 1].span.end) for s in split_sentences(tokens))
    return [line for first, last in spans if len((line := " ".join(text[first:last].split())).split()) >= _SHORTEST]


def gold_lines(shared: Path = SHARED) -> frozenset[str]:
    """What the lines of all annotated texts are known by; empty where there are none."""
    texts = (path.read_text(encoding="utf-8") for path in shared.glob("gold/*/texts/*.txt"))
    return frozenset(line for text in texts for line in _lines(text))


def _one_of(seed: str, key: str, text: str) -> Iterator[str]:
    found = sentences(text)
    if found:
        yield min(enumerate(found), key=lambda pair: _rank(seed, key, pair[0] + 1))[1]


def _articles(corpus: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield f"{article.get('repo', '')}/{article['key']}", f"{article['title'] or ''}\n{article['body'] or ''}"


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        letters = _LETTERS.sub("", line)[:_KNOWN_BY]
        if len(letters) > _SHORTEST_LINE:
            yield letters


def _rank(seed: str, key: str, number: int) -> str:
    return hashlib.sha256(f"{seed}\n{key}\n{number}".encode()).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
