"""The words of one interface language, kept as data beside this module (``ar.yaml``, ``en.yaml``)."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

LANGUAGES = ("ar", "en")


@dataclass(frozen=True)
class Catalogue:
    """The messages of a language; ``ar.yaml`` says what each is for."""

    language: str
    data: dict[str, Any]

    def __call__(self, *keys: str) -> Any:
        """The message at a path of keys, such as ``("page", "title")``."""
        held: Any = self.data
        for key in keys:
            held = held[key]
        return held

    def word(self, section: str, key: str) -> str | None:
        """One message of a section, None if the language has none for ``key``."""
        found = self.data[section].get(key)
        return None if found is None else str(found)

    def templates(self, *kinds: str) -> list[str]:
        """The sentence templates of the first of some kinds of event that has any."""
        for kind in kinds:
            if kind in self.data["events"]:
                return list(self.data["events"][kind])
        return ["{actors}"]


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of one of ``LANGUAGES``."""
    text = resources.files(__package__ or "hudna.export.brief").joinpath(f"{language}.yaml").read_text("utf-8")
    return Catalogue(language, yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506 both safe
