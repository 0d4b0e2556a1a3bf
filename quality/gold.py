"""The gold annotations and the scorer: they lie beside the project, in ``../shared``; nothing of them is kept in it."""

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from hudna.sources import Refusal, gather
from hudna.text import Document

SHARED = Path(__file__).resolve().parents[2] / "shared"
# The five reports of the record whose TARGETS gate.py holds; they carry no date on purpose.
RECORD_DOCUMENTS = ("000", "001", "002", "003", "004")


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One folder of annotated reports.

    Attributes:
        name: «dev» or «val».
        folder: ``<id>.json`` annotations, ``texts/<id>.txt``, ``index.jsonl``.
        documents: the reports, dated by the index alone.
        digest: SHA-256 over every annotation and text, in order of name.

    """

    name: str
    folder: Path
    documents: tuple[Document, ...]
    digest: str


def available(shared: Path = SHARED) -> bool:
    """Whether the gold annotations and the scorer are there."""
    return (shared / "eval" / "score.py").is_file() and (shared / "gold").is_dir()


def load_scorer(shared: Path = SHARED) -> ModuleType:
    """``score.py`` as a module of its own, so that what we change in it stays with us."""
    path = shared / "eval" / "score.py"
    spec = importlib.util.spec_from_file_location("hudna_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_gold(name: str, shared: Path = SHARED) -> GoldSet:
    """The gold set ``name``, its reports in the order of the index."""
    folder = shared / "gold" / name
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines() if line]
    documents = tuple(_document(folder, row) for row in rows)
    return GoldSet(name, folder, documents, _digest(folder))


def _document(folder: Path, row: dict[str, str | None]) -> Document:
    """The document that ``hudna read --published`` makes of a report."""
    (made,) = gather([folder / "texts" / f"{row['id']}.txt"], published=row.get("date"))
    if isinstance(made, Refusal):
        raise TypeError(str(made))
    return made


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in (*sorted(folder.glob("*.json")), *sorted((folder / "texts").glob("*.txt"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
