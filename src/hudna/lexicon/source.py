"""The lexicon files of one language as entries."""

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

_LAYER = re.compile("^layer:", re.MULTILINE)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def source_files(language: str) -> list[Traversable]:
    """All data files of a language, in the order of their paths."""

    def walk(folder: Traversable) -> Iterator[Traversable]:
        for item in sorted(folder.iterdir(), key=lambda f: f.name):
            if item.is_dir():
                yield from walk(item)
            elif item.name.endswith((".yaml", ".tsv", ".txt")):
                yield item

    return list(walk(files("hudna.lexicon").joinpath(language)))


def read_entries(file: Traversable) -> Iterator[tuple[str, dict[str, Any]]]:
    """(layer, entry) pairs of one YAML file; a file without «layer» holds settings, not entries, and yields none.

    Raises:
        ValueError: the file has a layer but no list of entries with ids; the message names file and entry.

    """
    content = yaml.load(file.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader, the C one where there is one
    if not isinstance(content, dict) or "layer" not in content:
        return
    for number, entry in enumerate(content.get("entries") or []):
        if not isinstance(entry, dict) or not entry.get("id"):
            raise ValueError(f"{file.name}: entry {number + 1} has no id")
        yield content["layer"], entry


def parse_settings(language: str, name: str) -> Any:
    """The content of one YAML file that is no word list (``name`` without suffix)."""
    return yaml.load(files("hudna.lexicon").joinpath(language, name + ".yaml").read_bytes(), Loader=_Loader)  # noqa: S506


def setting_names(language: str) -> list[str]:
    """The YAML files of a language that are no word lists, as ``parse_settings`` takes them."""

    def walk(folder: Traversable, prefix: str) -> Iterator[str]:
        for item in sorted(folder.iterdir(), key=lambda f: f.name):
            if item.is_dir():
                yield from walk(item, f"{prefix}{item.name}/")
            elif item.name.endswith(".yaml") and not _LAYER.search(item.read_text(encoding="utf-8")):
                yield prefix + item.name.removesuffix(".yaml")

    return list(walk(files("hudna.lexicon").joinpath(language), ""))
