import re
from html.parser import HTMLParser

import pytest

from hudna.export.brief import FORMATS, LANGUAGES, Format, write_brief
from hudna.record import Record
from hudna.views import Dossier, Reliability

NONE_MEASURED = Reliability({}, {})
VOID = {"meta", "br", "img", "input", "link", "hr"}


class Parsed(HTMLParser):
    """An HTML page as its tags, ids, links and the texts of its documents; a tag closed out of turn is an error."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[str] = []
        self.texts: dict[str, str] = {}
        self._document: tuple[str, int] | None = None
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {k: v or "" for k, v in attrs}
        self.tags.add(tag)
        self.ids += [held["id"]] if "id" in held else []
        self.links += [held["href"]] if "href" in held else []
        self.outside += [held[k] for k in ("src", "srcset", "data", "action") if k in held]
        if tag in VOID:
            return
        self.open.append(tag)
        if "data-document" in held:
            self._document = (held["data-document"], len(self.open))
            self.texts[held["data-document"]] = ""

    def handle_endtag(self, tag: str) -> None:
        if self._document and len(self.open) == self._document[1]:
            self._document = None
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._document:
            self.texts[self._document[0]] += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_every_document_character_for_character(dossier: Dossier, language: str) -> None:
    page = Parsed(write_brief(dossier, NONE_MEASURED, language=language, form="html"))
    assert page.open == []
    assert page.texts == dossier.texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_nothing_from_outside_and_runs_nothing(dossier: Dossier, language: str) -> None:
    source = write_brief(dossier, NONE_MEASURED, language=language, form="html")
    page = Parsed(source)
    assert not page.tags & {"script", "img", "iframe", "link", "object", "embed", "form"}
    assert page.outside == []
    assert all(link.startswith("#") for link in page.links)
    style = source[source.index("<style>") : source.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in source


def test_every_link_leads_somewhere_once(dossier: Dossier) -> None:
    page = Parsed(write_brief(dossier, NONE_MEASURED, form="html"))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert any(re.fullmatch(r"#p\d+", link) for link in page.links)


def test_the_style_knows_neither_left_nor_right(dossier: Dossier) -> None:
    source = write_brief(dossier, NONE_MEASURED, form="html")
    style = source[source.index("<style>") : source.index("</style>")]
    assert not re.search(r"\b(left|right)\b", style)


@pytest.mark.parametrize("form", ["text", "md"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_text_bends_the_lines_around_it(dossier: Dossier, form: Format, language: str) -> None:
    source = write_brief(dossier, NONE_MEASURED, language=language, form=form)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u200e\u200f]", source)
    for line in source.splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_markdown_holds_no_markup_of_the_documents(dossier: Dossier) -> None:
    source = write_brief(dossier, NONE_MEASURED, form="md")
    assert "<script>" not in source
    assert r"\<script\>" in source
    assert r"\[y\](z)" in source


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_record_gives_the_same_brief_and_an_empty_one_gives_one(
    dossier: Dossier, form: Format, language: str
) -> None:
    made = [write_brief(dossier, NONE_MEASURED, language=language, form=form) for _ in range(2)]
    assert made[0] == made[1]
    assert write_brief(Dossier(Record(), {}), NONE_MEASURED, language=language, form=form)


def test_lone_surrogates_and_nul_do_not_stop_the_page(dossier: Dossier) -> None:
    text = dossier.texts["second"] + "\x00\ud800"
    odd = Dossier(dossier.record, {**dossier.texts, "second": text})
    page = Parsed(write_brief(odd, NONE_MEASURED, form="html"))
    assert page.texts["second"] == dossier.texts["second"] + "\ufffd\ufffd"
