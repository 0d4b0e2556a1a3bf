"""A page as text, Markdown and HTML."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from hudna.export.brief.line import Line, Run
from hudna.export.brief.page import Absence, Page
from hudna.export.visible import seen

_SHOWN = 15  # lines of a section that a page shows; the rest is counted in text, folded away in HTML
_APART = 60  # characters; a longer quotation stands on lines of its own in HTML
_ISOLATE, _POP = "\u2068", "\u2069"  # first strong isolate and its end: keep the order of a foreign name in a line
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-z]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NO_HTML = re.compile("[\x00\ud800-\udfff]")  # what no HTML document can carry, by reference or otherwise


def text(page: Page, template: str = "brief", **more: Any) -> str:
    """The page as plain text; the passages behind its numbers stand at the end.

    Args:
        page: what is set.
        template: its name, without the ending.
        more: what the template needs besides.

    """
    return _set(f"{template}.txt.j2", page, _isolated, more)


def markdown(page: Page, template: str = "brief", **more: Any) -> str:
    """The page as Markdown; whatever would be markup in a name or quotation is escaped. Arguments as in ``text``."""
    return _set(f"{template}.md.j2", page, _marked_down, more)


def html(page: Page, template: str = "brief", **more: Any) -> str:
    """The page as one HTML file without any outside resource. Arguments as in ``text``."""
    return _set(f"{template}.html.j2", page, as_element, more)


def _set(template: str, page: Page, element: Callable[[Run, str], str], more: Mapping[str, Any]) -> str:
    """A page set by a template, which is given ``runs`` and ``quote`` of a line as ``element`` sets them."""
    language = page.words.language

    def runs(line: Line) -> str:
        return _empty(element).join(element(r, language) for r in line.runs)

    def quote(line: Line) -> str:
        return element(Run("quote", line.quote), language) if line.quote else _empty(element)

    def absence(held: Absence) -> str:
        if not held.doubted:
            return str(page.words("page", "nothing"))
        return str(page.words("page", "checked_below")).format(n=held.doubted)

    names = {"absence": absence, "runs": runs, "quote": quote, "shown": _SHOWN, "apart": _APART, **more}
    return _environment().get_template(template).render(page=page, w=page.words, **names)


def _empty(element: Callable[[Run, str], str]) -> str:
    return Markup("") if element is as_element else ""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("hudna.export.brief"), PackageLoader("hudna.export.truce")]),
        autoescape=select_autoescape(["html.j2"], default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["verbatim"] = verbatim
    environment.filters["md"] = _markdown
    environment.filters["seen"] = seen
    return environment


def _marked_down(run: Run, language: str) -> str:
    return _markdown(_isolated(run, language))


def _isolated(run: Run, language: str) -> str:
    return f"{_ISOLATE}{run.text}{_POP}" if run.kind != "text" and _foreign(run.text, language) else run.text


def as_element(run: Run, language: str) -> Markup:
    """A run as HTML: names and quotations isolated, Arabic ones in an English page named as such."""
    if run.kind == "text":
        return escape(run.text)
    tongue = Markup(' lang="ar"') if language != "ar" and _ARABIC.search(run.text) else Markup("")
    inner = Markup("<bdi{}>{}</bdi>").format(tongue, run.text)
    return Markup("<q>{}</q>").format(inner) if run.kind == "quote" else inner


def _foreign(words: str, language: str) -> bool:
    return bool((_LATIN if language == "ar" else _ARABIC).search(words))


def _markdown(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", words)


def verbatim(words: str) -> Markup:
    """Text for HTML such that a parser gives the same characters back; a bare carriage return would be a line feed."""
    return Markup(str(escape(_NO_HTML.sub("\ufffd", words))).replace("\r", "&#13;"))  # noqa: S704 escaped just here
