"""Templates: what they may call, and how what documents say is kept from being markup."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hudna.export import seen
from hudna.export.brief import Runs, as_element, line, rate, value, verbatim
from hudna.web import addresses, assets, words
from hudna.web.evidence import evidence
from hudna.web.language import LANGUAGES, Tongue, speak
from hudna.web.marking import highlighted
from hudna.web.preferences import THEMES

_MOST = 4000  # characters of a passage that are shown


def render(template: str, language: str, **names: Any) -> str:
    """A template in one of the languages."""
    return environment(language).get_template(template).render(**names)


def prepare(templates: Iterable[str]) -> None:
    """Compile templates and read what every language needs, so that no reader waits for it."""
    names = tuple(templates)
    for language in LANGUAGES:
        speak(language).number(0)  # reads the locale
        for name in names:
            environment(language).get_template(name)


@cache
def environment(language: str) -> Environment:
    """Where templates are found in one of the languages, with all that they may call."""
    environment = Environment(
        loader=PackageLoader("hudna.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    tongue = speak(language)
    environment.install_gettext_translations(tongue.messages, newstyle=True)  # type: ignore[attr-defined]  # by i18n
    environment.filters.update(
        seen=_seen, verbatim=verbatim, number=tongue.number, date=tongue.date, runs=lambda runs: _runs(runs, tongue)
    )
    environment.globals.update(
        asset=assets.asset,
        shipped=assets.shipped,
        at=addresses,
        tongue=tongue,
        languages=LANGUAGES,
        words=words,
        themes=THEMES,
        line=line,
        rate=rate,
        value=value,
        highlighted=highlighted,
        grounds=evidence,
    )
    return environment


def _seen(text: str) -> str:
    """What a document says, on one line, cut where no sentence is so long: its whole stands in the reader."""
    return seen(text if len(text) <= _MOST else f"{text[:_MOST]}…")


def _runs(runs: Runs, tongue: Tongue) -> Markup:
    """What a line says: names and quotations isolated from the words around them."""
    return Markup("").join(as_element(run, tongue.language) for run in runs)
