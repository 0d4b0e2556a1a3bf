from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from jinja2.ext import babel_extract

import hudna.web
from hudna.web.language import LANGUAGES, SOURCE, catalogues, speak

ROOM = Path(hudna.web.__file__).parent


def said() -> Iterator[str | tuple[str, ...]]:
    """Every message of the templates and the code."""
    for file in ROOM.rglob("*.j2"):
        with file.open("rb") as stream:
            for _, _, message, _ in babel_extract(stream, ("_", "gettext", "ngettext"), (), {}):
                yield from _messages(message)
    for file in ROOM.rglob("*.py"):
        with file.open("rb") as stream:
            for _, message, _, _ in extract("python", stream, {"N_": None}):
                yield from _messages(message)


def _messages(message: str | tuple[str | None, ...] | None) -> Iterator[str | tuple[str, ...]]:
    if isinstance(message, tuple):
        held = tuple(m for m in message if m)
        yield held if len(held) > 1 else held[0]
    elif message:
        yield message


TRANSLATED = [language for language in LANGUAGES if language != SOURCE]


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_has_every_message_once_and_no_other(language: str) -> None:
    held = [m.id for c in catalogues(language).values() for m in c if m.id]
    assert sorted(map(str, held)) == sorted(map(str, set(said())))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_with_its_slots(language: str) -> None:
    for catalog in catalogues(language).values():
        for message in (m for m in catalog if m.id):
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            assert all(forms), message.id
            assert not list(message.check(catalog)), message.id


def test_arabic_counts_as_arabic_does() -> None:
    count = speak("ar").messages.ngettext
    told = [count("%(num)s fact", "%(num)s facts", n) % {"num": n} for n in (1, 2, 3, 11, 100)]
    assert told == ["واقعة واحدة", "واقعتان", "3 وقائع", "11 واقعة", "100 واقعة"]


def test_numbers_and_dates_are_said_in_the_language() -> None:
    assert (speak("ar").number(1234), speak("en").number(1234)) == ("1,234", "1,234")
    assert speak("ar").date("2020-07-12") == "12 يوليو/تموز 2020"
    assert speak("en").date("2020-07") == "July 2020"
