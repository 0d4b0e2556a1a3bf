"""The word lists by which names are told from words, compiled from their files; NameWords says what each holds."""

from importlib.resources import files
from typing import Any

from hudna.lexicon.source import parse_settings
from hudna.text import fold


def given_names(language: str) -> dict[str, str]:
    """Normalised given names with their English spelling, from names/given_names.tsv."""
    return {fold(row[0]): row[1] if len(row) > 1 else "" for row in _rows(language)}


def family_names(language: str) -> frozenset[str]:
    """Those of the same file that are family names alone."""
    return frozenset(fold(row[0]) for row in _rows(language) if row[2:3] == ["family"])


def _rows(language: str) -> list[list[str]]:
    file = files("hudna.lexicon").joinpath(language, "names", "given_names.tsv")
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]


def compile_name_lists(language: str) -> dict[str, Any]:
    """The fields of NameWords."""
    settings = parse_settings(language, "name_words")
    lists = {key: frozenset((text if key == "spelled" else fold(text)).split()) for key, text in settings.items()}
    parts = dict.fromkeys(_words(language, "name_parts.txt"), "") | given_names(language)
    given = {
        form: english
        for form, english in parts.items()
        if form not in lists["function"] and form not in lists["particles"]
    }
    lists["function"] |= lists["calendar"]
    lists["description"] |= lists["fighters"]
    return {"given": given, "family": family_names(language), "ordinary": _words(language, "ordinary.txt"), **lists}


def _words(language: str, name: str) -> frozenset[str]:
    file = files("hudna.lexicon").joinpath(language, name)
    return frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()
