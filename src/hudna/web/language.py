"""The languages of the interface: who gets which, and how its messages, numbers and dates are said."""

from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from importlib import resources
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from starlette.requests import Request

from hudna.export.brief import catalogue, date

COOKIE = "hudna_language"
LANGUAGES = {"ar": "العربية", "en": "English"}  # each by its own name
SOURCE = "en"  # the language of the message ids
_DIRECTION = {"ar": "rtl"}
_DIGITS = "latn"  # in Arabic too, as the brief writes them: figures are compared across both languages


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: ``_`` and ``ngettext`` are gettext's."""

    language: str
    direction: str
    messages: NullTranslations

    def __call__(self, message: str) -> str:
        """A message of ours."""
        return self.messages.gettext(message)

    def number(self, value: int) -> str:
        """A whole number, its thousands set apart."""
        return format_decimal(value, locale=self.language, numbering_system=_DIGITS)

    def date(self, value: str | None) -> str:
        """An ISO 8601 date, month, year or interval in words."""
        return date(catalogue(self.language), value)


def tongue(request: Request) -> Tongue:
    """The language that a reader chose, else the first that the browser asks for, else Arabic."""
    chosen = request.cookies.get(COOKIE, "")
    return speak(chosen if chosen in LANGUAGES else _accepted(request.headers.get("accept-language", "")))


@cache
def speak(language: str) -> Tongue:
    """One of ``LANGUAGES``."""
    return Tongue(language, _DIRECTION.get(language, "ltr"), _messages(language))


def _accepted(header: str) -> str:
    """The first language of an Accept-Language header that there is; order stands for weight, as browsers send it."""
    asked = (part.partition(";")[0].partition("-")[0].strip().casefold() for part in header.split(","))
    return next((language for language in asked if language in LANGUAGES), "ar")


def _messages(language: str) -> NullTranslations:
    """All catalogues of a language as one: each page has its own, so that nobody waits for another's."""
    if language == SOURCE:
        return NullTranslations()
    first, *others = (_compiled(catalog) for catalog in catalogues(language).values())
    for other in others:
        first.merge(other)
    return first


def _compiled(catalog: Catalog) -> Translations:
    held = BytesIO()
    write_mo(held, catalog)
    held.seek(0)
    return Translations(held)


def catalogues(language: str) -> dict[str, Catalog]:
    """The gettext catalogues of a language by name; compiled where they are read, so that none can be stale."""
    folder = resources.files("hudna.web").joinpath("locale", language)
    found: dict[str, Catalog] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".po"):
            with file.open("rb") as stream:
                found[file.name.removesuffix(".po")] = read_po(stream, locale=language, abort_invalid=True)
    return found


def N_(message: str) -> str:  # noqa: N802 gettext's name for a message that is translated where it is shown
    """A message id, marked for the catalogues."""
    return message
