"""The reader: one document as it stands, with its facts marked in it and listed beside it."""

import re

from hudna.text import Span
from hudna.views import Choice, Dossier, Leaf, leaf, table
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.marking import pieces
from hudna.web.page import NotHeld, One, Page, Taken

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


def show(ask: Ask) -> One:
    """The document of the address; ``at=START-END`` marks these characters as well."""
    edition, name = ask.edition, ask.parts["name"]
    if name not in edition.dossier.record.document:
        raise NotHeld(name)
    held = edition.keep((__name__, name), lambda dossier: leaf(dossier, edition.reliability, name))
    cited = _cited(ask.query.get("at", ""), len(held.text))
    texts = {d: edition.dossier.record.document[d].title for d in held.report.copies}
    spans = [(fact.source.span, fact.id) for fact in held.facts]
    return One(held, {"pieces": pieces(held.text, spans, cited), "cited": cited, "titles": texts})


def _first(dossier: Dossier, _: Choice) -> tuple[Leaf, ...]:
    """The first document: reading it makes the indexes of the record that every other needs."""
    names = (d.name for d in dossier.record.documents[:1])
    return tuple(leaf(dossier, table(), name) for name in names)


def _cited(said: str, length: int) -> Span | None:
    found = _AT.fullmatch(said)
    span = Span(int(found[1]), int(found[2])) if found else None
    return span if span and span.start < span.end <= length else None


PAGE = Page(
    "reader",
    "/documents/{name:path}",
    N_("Document"),
    show,
    lists=False,
    warm=(_first,),
    kind=Leaf,
    takes=(Taken("at", "Characters of the text to be marked on the page: first and behind the last.", _AT.pattern),),
)
