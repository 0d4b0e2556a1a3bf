"""Full text search: SQLite's FTS5 with trigrams over the folded text and over its forms without clitics.

Neither of SQLite's word tokenisers knows Arabic: «قوات» is found neither in «القوات» nor in «بقواتها». So each
sentence is indexed by all formal readings of its words, set off by spaces, and a word is looked for with its
spaces.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, delete, func, insert, select, text

from hudna.record.schema import documents, passages
from hudna.text import Document, Span, Token, TokenKind, normalise, split_sentences, tokenise
from hudna.text.clitic import enclitics, proclitics

INDEX = "passages_text"  # the virtual table, and how the names of its own tables begin
_WORDS = (TokenKind.WORD, TokenKind.NUMBER, TokenKind.FOREIGN)
_ARTICLE = "ال"
_SHORTEST = 2  # letters that a word keeps without its article


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words searched for."""

    document: str
    sentence: Span
    words: tuple[Span, ...]  # where they stand in the stored text


def prepare(connection: Connection) -> None:
    """Create the index."""
    connection.execute(
        text("CREATE VIRTUAL TABLE IF NOT EXISTS passages_text USING fts5(folded, stems, tokenize = 'trigram')")
    )


def index(connection: Connection, document: Document) -> None:
    """Take a document's sentences into the index."""
    normal = normalise(document.text)
    tokens = tokenise(normal)
    first = (connection.execute(select(func.max(passages.c.id))).scalar() or 0) + 1
    places: list[dict[str, object]] = []
    indexed: list[dict[str, object]] = []
    for number, sentence in enumerate(split_sentences(tokens), first):
        words = tokens[sentence.first : sentence.last]
        stems = dict.fromkeys(stem for word in words if word.kind in _WORDS for stem in _stems(word.form))
        folded = normal.text[words[0].at : words[-1].at + len(words[-1].form)]
        start, end = words[0].span.start, words[-1].span.end
        places.append({"id": number, "document": document.name, "start": start, "end": end})
        indexed.append({"id": number, "folded": folded, "stems": f" {'  '.join(stems)} "})
    if places:
        connection.execute(insert(passages), places)
        connection.execute(
            text("INSERT INTO passages_text(rowid, folded, stems) VALUES (:id, :folded, :stems)"), indexed
        )


def forget(connection: Connection, name: str) -> None:
    """Take a document's sentences out of the index."""
    connection.execute(
        text("DELETE FROM passages_text WHERE rowid IN (SELECT id FROM passages WHERE document = :name)"),
        {"name": name},
    )
    connection.execute(delete(passages).where(passages.c.document == name))


def find(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    """The sentences that hold every word, whatever clitics it carries there; best first, then by document and place."""
    wanted = [_asked(t.form) for t in tokenise(normalise(words)) if t.kind in _WORDS]
    if not wanted:
        return
    match = " AND ".join("(" + " OR ".join(f'stems : " {form} "' for form in sorted(forms)) + ")" for forms in wanted)
    found = connection.execute(
        text(
            'SELECT p.document, p.start, p."end" FROM passages_text JOIN passages p ON p.id = passages_text.rowid '
            "WHERE passages_text MATCH :match ORDER BY rank, p.document, p.start LIMIT :limit"
        ),
        {"match": match, "limit": limit},
    ).all()
    forms = set().union(*wanted)
    texts: dict[str, tuple[Token, ...]] = {}
    for name, start, end in found:
        if name not in texts:
            stored = connection.execute(select(documents.c.text).where(documents.c.name == name)).scalar_one()
            texts[name] = tokenise(normalise(stored))
        inside = (t for t in texts[name] if start <= t.span.start < end and t.kind in _WORDS)
        yield Hit(name, Span(start, end), tuple(t.span for t in inside if forms.intersection(_stems(t.form))))


@lru_cache(maxsize=1 << 15)
def _stems(form: str) -> tuple[str, ...]:
    """Every formal reading of a word without particles, article and pronoun, in lower case."""
    out: dict[str, None] = {}
    for split in proclitics(form):
        for stem, _ in enclitics(split.stem):
            out[stem.lower()] = None
            if stem.startswith(_ARTICLE) and len(stem) >= len(_ARTICLE) + _SHORTEST:
                out[stem[len(_ARTICLE) :].lower()] = None
    return tuple(out)


def _asked(form: str) -> set[str]:
    """The forms to look for: the word, and what follows its article; a particle is taken off only before an article."""
    out = {form.lower()}
    for split in proclitics(form):
        if split.stem.startswith(_ARTICLE) and len(split.stem) >= len(_ARTICLE) + _SHORTEST:
            out.add(split.stem[len(_ARTICLE) :].lower())
    return out
