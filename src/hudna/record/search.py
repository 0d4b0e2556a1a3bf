"""Full text search: SQLite's FTS5 with trigrams over the folded text and over its forms without clitics.

Neither of SQLite's word tokenisers knows Arabic: «قوات» is found neither in «القوات» nor in «بقواتها». So each
sentence is indexed by all formal readings of its words, set off by spaces, and a word is looked for with its
spaces.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, Text, cast, delete, func, insert, select, text

from hudna.record.schema import documents, passages
from hudna.text import Document, Span, TokenKind, normalise, split_sentences, tokenise
from hudna.text.clitic import enclitics, proclitics

INDEX = "passages_text"  # the virtual table, and how the names of its own tables begin
_WORDS = (TokenKind.WORD, TokenKind.NUMBER, TokenKind.FOREIGN)
_ARTICLE = "ال"
_ALL = -1  # what SQLite takes for no limit
_SHORTEST = 2  # letters that a word keeps without its article


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words searched for."""

    document: str
    sentence: Span
    words: tuple[Span, ...]  # where they stand in the stored text


class Sentences(Mapping[str, tuple[Span, ...]]):
    """Name of a document → its sentences in their order; those of a document that is never asked for stay written."""

    def __init__(self, written: Mapping[str, str]) -> None:
        """Sentences as «START-END START-END …», in any order, by the name of their document."""
        self._written = written

    def __getitem__(self, name: str) -> tuple[Span, ...]:
        """The sentences of a document."""
        ends = (one.split("-") for one in self._written[name].split(" "))
        return tuple(sorted(Span(int(start), int(end)) for start, end in ends))

    def __iter__(self) -> Iterator[str]:
        """The names of the documents that have sentences."""
        return iter(self._written)

    def __len__(self) -> int:
        """How many documents have sentences."""
        return len(self._written)


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


def sentences(connection: Connection) -> Sentences:
    """The sentences of every document, as it was split when it came."""
    place = cast(passages.c.start, Text) + "-" + cast(passages.c.end, Text)
    query = select(passages.c.document, func.aggregate_strings(place, " ")).group_by(passages.c.document)
    return Sentences({row[0]: row[1] for row in connection.execute(query)})


def find(connection: Connection, words: str, limit: int, within: Container[str] | None = None) -> Iterator[Hit]:
    """The sentences that hold every word, whatever clitics it carries there; best first, then by document and place.

    Args:
        connection: to the record.
        words: what is looked for.
        limit: of sentences.
        within: names of the documents to look in; in all without.

    """
    wanted = sought(words)
    if not wanted:
        return
    match = " AND ".join("(" + " OR ".join(f'stems : " {form} "' for form in sorted(forms)) + ")" for forms in wanted)
    found = connection.execute(
        text(
            'SELECT p.document, p.start, p."end" FROM passages_text JOIN passages p ON p.id = passages_text.rowid '
            "WHERE passages_text MATCH :match ORDER BY rank, p.document, p.start LIMIT :limit"
        ),
        {"match": match, "limit": limit if within is None else _ALL},
    ).all()
    held = found if within is None else [row for row in found if row[0] in within][:limit]
    stored: dict[str, str] = {}
    for name, start, end in held:
        if name not in stored:
            query = select(documents.c.text).where(documents.c.name == name)
            stored[name] = connection.execute(query).scalar_one()
        yield Hit(name, Span(start, end), _places(stored[name][start:end], start, wanted))


def sought(words: str) -> tuple[frozenset[str], ...]:
    """For each word that is looked for the forms of which a word must have one."""
    return tuple(_asked(t.form) for t in tokenise(normalise(words)) if t.kind in _WORDS)


def forms(text: str) -> frozenset[str]:
    """The forms by which the words of a text are found."""
    held = (t.form for t in tokenise(normalise(text)) if t.kind in _WORDS)
    return frozenset(stem for form in held for stem in _stems(form))


def _places(sentence: str, start: int, wanted: Iterable[frozenset[str]]) -> tuple[Span, ...]:
    """Where the words stand in a sentence that begins at ``start``."""
    known = frozenset().union(*wanted)
    inside = (t for t in tokenise(normalise(sentence)) if t.kind in _WORDS and known.intersection(_stems(t.form)))
    return tuple(Span(start + t.span.start, start + t.span.end) for t in inside)


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


def _asked(form: str) -> frozenset[str]:
    """The forms to look for: the word, and what follows its article; a particle is taken off only before an article."""
    out = {form.lower()}
    for split in proclitics(form):
        if split.stem.startswith(_ARTICLE) and len(split.stem) >= len(_ARTICLE) + _SHORTEST:
            out.add(split.stem[len(_ARTICLE) :].lower())
    return frozenset(out)
