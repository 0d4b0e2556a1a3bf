"""The reader: one document as it stands, with its facts marked in it and listed beside it."""

import re
from dataclasses import dataclass

from hudna.text import Span
from hudna.views import Choice, Descent, Dossier, Leaf, Report, Told, leaf, table
from hudna.web import codes
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.marking import pieces
from hudna.web.page import NotHeld, One, Page, Taken
from hudna.web.stretches import Stretch, chosen, stretches

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as far as a page shows it: whole, but for a very long one.

    Attributes:
        id: its name.
        report: as the documents list it.
        start: the first of the characters shown; all spans count from the beginning of the whole text.
        text: these characters.
        facts: those that begin in them, by place in the text.
        descent: of several documents that go back to one text; None where it stands alone.
        page: which part of the text this is, from 1.
        pages: how many parts it has.

    """

    id: str
    report: Report
    start: int
    text: str
    facts: tuple[Told, ...]
    descent: Descent | None
    page: int
    pages: int


def show(ask: Ask) -> One:
    """The document of the address; ``at=START-END`` marks these characters as well, ``page`` is for very long ones."""
    edition, name = ask.edition, ask.parts["name"]
    if name not in edition.dossier.record.document:
        raise NotHeld(name)
    held = edition.keep((__name__, name), lambda dossier: leaf(dossier, edition.reliability, name))
    cited = _cited(ask.query.get("at", ""), len(held.text))
    parts = edition.keep((__name__, "stretches", name), lambda _: _stretches(held))
    number = chosen(parts, ask.query.get("page"), cited)
    sheet = _sheet(held, parts, number)
    texts = {d: edition.dossier.record.document[d].title for d in held.report.copies}
    spans = [(fact.source.span, fact.id) for fact in sheet.facts]
    more = {"pieces": pieces(sheet.text, spans, cited, sheet.start), "cited": cited, "titles": texts}
    return One(sheet, {**more, "length": len(held.text), "codes": codes, "done": codes.done(ask.query)})


def _stretches(held: Leaf) -> tuple[Stretch, ...]:
    return stretches(len(held.text), held.starts)


def _sheet(held: Leaf, parts: tuple[Stretch, ...], number: int) -> Sheet:
    part = parts[number - 1]
    text, facts = held.text[part.start : part.end], held.facts[part.first : part.last]
    return Sheet(held.id, held.report, part.start, text, facts, held.descent, number, len(parts))


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
    kind=Sheet,
    takes=(
        Taken("at", "Characters of the text, first and behind the last: the part that holds them.", _AT.pattern),
        Taken("page", "Which part of a very long text.", r"[1-9]\d{0,8}"),
    ),
)
