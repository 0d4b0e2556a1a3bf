"""The names of documents: short, unique within one call, safe as file names."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

_UNSAFE = re.compile(r'[\s/\\:*?"<>|\x00-\x1f\x7f-\x9f]+')
_LONGEST = 120  # letters; 240 bytes of Arabic in UTF-8 and a suffix fit in the 255 that file systems allow


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from.

    Attributes:
        path: the file.
        base: the name it asks for.
        line: its line in a JSONL file, counted from 1; None for a whole file.

    """

    path: Path
    base: str
    line: int | None = None


def safe(name: str) -> str:
    """``name`` as a file name for every system: composed letters, "-" for what is unsafe, no dot or dash in front."""
    composed = unicodedata.normalize("NFC", name)
    shown = "".join(c for c in composed if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"})
    shown = _UNSAFE.sub("-", shown).strip("-. ")
    if len(shown) > _LONGEST or len(shown.encode()) > 2 * _LONGEST:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        shown = f"{shown.encode()[:_LONGEST].decode('utf-8', 'ignore')}-{digest}"
    return shown or "document"


def printable(text: str) -> str:
    """``text`` on one line: control characters and bytes that are no text become "?"."""
    return "".join("?" if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in text)


def settle(origins: Sequence[Origin]) -> list[str]:
    """A name for each origin, in their order, none twice whatever that order is.

    Origins that ask for the same name all get their parent folder's name in front; where that does not part them, their
    suffix or line behind; then further folders. Letter case does not part names: some file systems ignore it.
    """
    ladders = [_candidates(origin) for origin in origins]
    names = [next(ladder) for ladder in ladders]
    while True:
        counts = Counter(name.casefold() for name in names)
        shared = [i for i, name in enumerate(names) if counts[name.casefold()] > 1]
        raised = False
        for i in shared:
            higher = next(ladders[i], None)
            if higher is not None:
                names[i], raised = higher, True
        if not raised:
            return names


def _candidates(origin: Origin) -> Iterator[str]:
    """The names that an origin may take, the plainest first; the last is its own alone."""
    yield safe(origin.base)
    parents = PurePath(origin.path.absolute()).parent.parts[1:]
    if parents:
        yield safe(f"{parents[-1]}-{origin.base}")
    own = f"{origin.base}-{origin.path.suffix.lstrip('.') if origin.line is None else origin.line}"
    for depth in range(1, len(parents) + 1):
        yield safe("-".join((*parents[-depth:], own)))
    whole = f"{origin.path.absolute()}\0{origin.line}".encode("utf-8", "surrogatepass")
    yield f"{safe(own)}-{hashlib.sha256(whole).hexdigest()[:8]}"
