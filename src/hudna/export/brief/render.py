"""A page as text, Markdown and HTML."""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from hudna.export.brief.line import Line, Run, Runs
from hudna.export.brief.page import Page
from hudna.export.visible import seen

_SHOWN = 15  # lines of a section that a page shows; the rest is counted in text, folded away in HTML
_ISOLATE, _POP = "\u2068", "\u2069"  # first strong isolate and its end: keep the order of a foreign name in a line
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-z]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NO_HTML = re.compile("[\x00\ud800-\udfff]")  # what no HTML document can carry, by reference or otherwise


def text(page: Page) -> str:
    """The page as plain text; the passages behind its numbers stand at the end."""
    return _set("brief.txt.j2", page, _plain)


def markdown(page: Page) -> str:
    """The page as Markdown; whatever would be markup in a name or quotation is escaped."""
    return _set("brief.md.j2", page, _marked_down)


def html(page: Page) -> str:
    """The page as one HTML file without any outside resource, the documents' texts at its end."""
    return _set("brief.html.j2", page, _marked_up)


def _set(template: str, page: Page, runs: object) -> str:
    return _environment().get_template(template).render(page=page, w=page.words, runs=runs, shown=_SHOWN)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("hudna.export.brief"),
        autoescape=select_autoescape(["html.j2"], default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["verbatim"] = _verbatim
    environment.filters["md"] = _markdown
    environment.filters["seen"] = seen
    return environment


def _plain(line: Line | Runs, language: str) -> str:
    return "".join(_isolated(r, language) for r in _runs(line))


def _marked_down(line: Line | Runs, language: str) -> str:
    return "".join(_markdown(_isolated(r, language)) for r in _runs(line))


def _marked_up(line: Line | Runs, language: str) -> Markup:
    return Markup("").join(_element(r, language) for r in _runs(line))


def _runs(line: Line | Runs) -> Runs:
    return line.runs if isinstance(line, Line) else line


def _isolated(run: Run, language: str) -> str:
    return f"{_ISOLATE}{run.text}{_POP}" if run.kind != "text" and _foreign(run.text, language) else run.text


def _element(run: Run, language: str) -> Markup:
    if run.kind == "text":
        return escape(run.text)
    tongue = Markup(' lang="ar"') if language != "ar" and _ARABIC.search(run.text) else Markup("")
    inner = Markup("<bdi{}>{}</bdi>").format(tongue, run.text)
    return Markup("<q>{}</q>").format(inner) if run.kind == "quote" else inner


def _foreign(words: str, language: str) -> bool:
    return bool((_LATIN if language == "ar" else _ARABIC).search(words))


def _markdown(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", words)


def _verbatim(words: str) -> Markup:
    """Text for HTML such that a parser gives the same characters back; a bare carriage return would be a line feed."""
    return Markup(str(escape(_NO_HTML.sub("\ufffd", words))).replace("\r", "&#13;"))  # noqa: S704 escaped just here
