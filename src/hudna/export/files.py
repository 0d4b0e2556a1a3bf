"""A record as files."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hudna import views
from hudna.export.plain import table, write_csv
from hudna.reading import to_json
from hudna.record import Store
from hudna.views import Choice, Dossier

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\ud800-\udfff]')
_LONGEST = 200  # bytes of a name; file systems take 255, the ending included
_KEPT = 48  # characters kept of a longer one

# Table name -> the rows it holds and their type.
TABLES: Mapping[str, tuple[Callable[[Dossier, Choice], Sequence[Any]], type[Any]]] = {
    "documents": (views.documents, views.Report),
    "events": (views.happenings, views.Happening),
    "claims": (views.claims, views.Saying),
    "casualties": (views.casualties, views.Figure),
    "losses": (views.losses, views.Figure),
    "truces": (views.truces, views.Ceasefire),
    "violations": (views.violations, views.Violation),
    "actors": (views.actors, views.Named),
    "places": (views.places, views.Named),
    "links": (views.links, views.Tie),
    "disagreements": (views.disagreements, views.Difference),
    "lineages": (views.lineage, views.Descent),
}


def readings(store: Store, folder: Path) -> list[Path]:
    """Write each document's reading with the record's ids as ``<document name>.json``; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    for reading in store.exported():
        path = folder / f"{file_name(reading.name)}.json"
        text = json.dumps(to_json(reading, global_ids=True), ensure_ascii=False, indent=1)
        path.write_bytes(f"{text}\n".encode("utf-8", "replace"))
        out.append(path)
    return out


def tables(dossier: Dossier, folder: Path) -> list[Path]:
    """Write every table as ``<table>.csv``; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    for name in TABLES:
        path = folder / f"{name}.csv"
        path.write_bytes(csv_table(dossier, name).encode("utf-8", "replace"))
        out.append(path)
    return out


def csv_table(dossier: Dossier, name: str) -> str:
    """One of ``TABLES`` as CSV."""
    view, kind = TABLES[name]
    return write_csv(table(kind, view(dossier, views.EVERYTHING)))


def file_name(document: str) -> str:
    """A document's name as a file name in any file system: the same wherever that is possible, and never another's."""
    safe = _UNSAFE.sub("_", document).strip(". ")
    if safe == document and safe and len(safe.encode()) <= _LONGEST:
        return safe
    digest = hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{safe[:_KEPT]}~{digest[:8]}"
