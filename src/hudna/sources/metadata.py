"""What is said of a document beside its text: title, outlet, address and date."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from hudna.sources.encoding import decode
from hudna.sources.refusal import Unreadable

SUFFIX = ".json"  # of the file beside a text that holds its metadata
_LARGEST = 1_000_000  # bytes of such a file
_FIRST, _LAST = 1798, 9998  # years of reports: before them no press was Arabic; 0001 and 9999 stand for no date


@dataclass(frozen=True, slots=True)
class Metadata:
    """Each None where nothing is said; ``published`` is an ISO 8601 date."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Self:
        """The metadata among ``fields`` of a JSON object; other fields are let be.

        Raises:
            Unreadable: a field that is not text, or no date; the message names it.

        """
        published = text_field(fields, "published")
        return cls(
            title=text_field(fields, "title"),
            outlet=text_field(fields, "outlet"),
            url=text_field(fields, "url"),
            published=None if published is None else iso_date(published),
        )

    def or_else(self, other: "Metadata") -> "Metadata":
        """These values, and those of ``other`` where nothing is said here."""
        return Metadata(
            self.title or other.title,
            self.outlet or other.outlet,
            self.url or other.url,
            self.published or other.published,
        )


def text_field(fields: Mapping[str, Any], name: str) -> str | None:
    """A field's text without white space around it; None where it is absent, null or blank."""
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unreadable(f"field {name!r} is not text")
    if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
        raise Unreadable(f"field {name!r} holds characters that are no text")
    return value.strip() or None


def iso_date(value: str) -> str:
    """The date of an ISO 8601 date or date-time, as it is written there: no time zone moves it.

    Raises:
        Unreadable: it is neither, or stands for none («0001-01-01»).

    """
    try:
        day = _day(value)
    except ValueError:
        shown = value if len(value) < 40 else value[:40] + "…"  # noqa: PLR2004 enough to find it by
        raise Unreadable(f"field 'published' is not an ISO date such as 2020-07-14: {shown!r}") from None
    if not _FIRST <= day.year <= _LAST:
        raise Unreadable(f"field 'published' is no day on which a report can have appeared: {day}")
    return day.isoformat()


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return datetime.fromisoformat(value).date()


def beside(path: Path) -> Metadata:
    """The metadata of the sidecar of the text file ``path``, all None if it has none.

    Raises:
        Unreadable: the sidecar is broken; the message names it.

    """
    sidecar = path.with_suffix(SUFFIX)
    if not sidecar.is_file():
        return Metadata()
    try:
        return Metadata.of(json_object(decode(_content(sidecar))))
    except OSError as error:
        raise Unreadable(f"its sidecar {sidecar.name} cannot be read: {error.strerror}") from None
    except Unreadable as error:
        raise Unreadable(f"its sidecar {sidecar.name}: {error}") from None


def _content(sidecar: Path) -> bytes:
    with sidecar.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Unreadable(f"more than {_LARGEST:,} bytes")
    return data


def json_object(text: str) -> dict[str, Any]:
    """The JSON object that ``text`` is.

    Raises:
        Unreadable: it is no JSON, or no object.

    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise Unreadable(f"broken JSON at {place}: {error.msg}") from None
    except (RecursionError, ValueError):  # nested without end; a number of more digits than Python takes
        raise Unreadable("broken JSON: nested too deeply, or an endless number") from None
    if not isinstance(value, dict):
        raise Unreadable("not a JSON object with fields")
    return value
