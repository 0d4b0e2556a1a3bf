"""Files and folders to documents, one at a time."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from hudna.sources.arabic import LONGEST, check, let_go
from hudna.sources.encoding import decode
from hudna.sources.inventory import PAGE, ROWS, Inventory, survey
from hudna.sources.metadata import Metadata, beside, iso_date
from hudna.sources.refusal import Refusal, Unreadable
from hudna.sources.rows import rows
from hudna.text import ARABIC_LETTER, Document

_MOST_BYTES = 4 * LONGEST + 4  # a character takes at most four bytes, a byte order mark too
_LONGEST_TITLE = 250  # letters; a longer first line is a paragraph and no headline


def gather(
    paths: Iterable[Path | str], outlet: str | None = None, published: str | None = None
) -> Iterator[Document | Refusal]:
    """The documents of files and folders, in their order, each as it is read; and what gives none, with the reason.

    ``outlet`` and ``published`` (an ISO date) hold for documents of which neither their row nor their sidecar says
    otherwise; they go before what a web page says of itself.

    Raises:
        ValueError: ``published`` is no date.

    """
    return load(survey(paths), outlet, published)


def load(inventory: Inventory, outlet: str | None = None, published: str | None = None) -> Iterator[Document | Refusal]:
    """As ``gather``, of an inventory that is already taken."""
    try:
        options = Metadata(outlet=outlet, published=None if published is None else iso_date(published))
    except Unreadable as error:
        raise ValueError(str(error)) from None
    return _load(inventory, options)


def document(stream: BinaryIO, name: str, options: Metadata) -> Document | Refusal:
    """The document of a stream of plain text, such as standard input; ``options`` is what is known of it."""
    try:
        return _document(_limited(stream), name, ".txt", Metadata(), options)
    except Unreadable as error:
        return Refusal(name, str(error))


def _load(inventory: Inventory, options: Metadata) -> Iterator[Document | Refusal]:
    yield from inventory.refusals
    for path, names in inventory.files:
        try:
            if path.suffix.lower() in ROWS:
                yield from _of_rows(path, names, options)
            else:
                own = beside(path) if path.suffix else Metadata()
                yield _document(_content(path), names[None], path.suffix.lower(), own, options)
        except Unreadable as error:
            yield Refusal(str(path), str(error))
        except OSError as error:
            yield Refusal(str(path), f"cannot be read: {error.strerror or error}")
    let_go()  # what follows needs the room


def _content(path: Path) -> bytes:
    """The bytes of a file, no more of them than one document may have."""
    with path.open("rb") as file:
        return _limited(file)


def _limited(stream: BinaryIO) -> bytes:
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise Unreadable(f"too long: more than {LONGEST:,} characters in one document")
    return data


def _document(data: bytes, name: str, suffix: str, own: Metadata, options: Metadata) -> Document:
    """The document of a text or page; ``own`` comes before ``options``, and these before what the page says."""
    if not data:
        raise Unreadable("empty")
    if suffix in PAGE:
        from hudna.sources.page import extract  # noqa: PLC0415 a third of a second, for pages only

        text, stated = extract(data)
    else:
        text = decode(data)
        stated = Metadata()
    check(text)
    known = own.or_else(options).or_else(stated)
    return _made(name, text, known, known.title or headline(text))


def _of_rows(path: Path, names: dict[int | None, str], options: Metadata) -> Iterator[Document | Refusal]:
    none = True
    for number, row in rows(path):
        none = False
        try:
            yield _of_row(row, names.get(number), options)
        except Unreadable as error:
            yield Refusal(str(path), str(error), line=number)
    if none:
        raise Unreadable("holds white space only" if path.stat().st_size else "empty")


def _of_row(row: dict[str, Any] | Unreadable, name: str | None, options: Metadata) -> Document:
    """The document of a JSON object: its text, with the title on a line before it."""
    if isinstance(row, Unreadable):
        raise row
    text = row.get("text")
    if not isinstance(text, str):
        raise Unreadable("field 'text' is missing" if text is None else "field 'text' is not text")
    if not text.strip():
        raise Unreadable("field 'text' is empty")
    if name is None:
        raise Unreadable("the file changed while it was read")
    known = Metadata.of(row)
    text = f"{row['title']}\n{text}" if known.title else text
    check(text)
    return _made(name, text, known.or_else(options), known.title or headline(text))


def _made(name: str, text: str, known: Metadata, title: str) -> Document:
    return Document(name, text, title, outlet=known.outlet, url=known.url, published=known.published)


def headline(text: str) -> str:
    """The first line of ``text`` with Arabic letters, or "" where it is too long to be a headline."""
    first = next((line.strip() for line in text.splitlines() if ARABIC_LETTER.search(line)), "")
    return first if len(first) <= _LONGEST_TITLE else ""
