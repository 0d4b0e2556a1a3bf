"""The parts that pages are made of, each by itself."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hudna.views import Party, contacts, happenings
from hudna.web.asking import EVENTS, Ask
from hudna.web.language import speak
from hudna.web.library import Library
from hudna.web.page import One, Page
from hudna.web.pages.documents import PAGE
from hudna.web.rendering import environment
from tests.conftest import FIRST
from tests.web.markup import parsed

Show = Callable[..., str]


@pytest.fixture
def ask(record_file: Path) -> Ask:
    return Ask(Library(record_file).edition(), speak("en"), {}, {"actor": "لافروف"})


@pytest.fixture
def show(ask: Ask) -> Show:
    """Sets a call of a part, in English."""

    def set_(call: str, **names: object) -> str:
        source = '{% import "parts.html.j2" as parts with context %}{{ parts.' + call + " }}"
        return environment("en").from_string(source).render(ask=ask, page=PAGE, path="/x", **names)

    return set_


def test_a_fact_says_who_and_leads_to_its_words(ask: Ask, show: Show) -> None:
    (row,) = ask.rows(contacts)
    shown = parsed(show("fact(row)", row=row))
    assert "Phone call between فيصل بن فرحان and Sameh Shoukry" in shown.text_content()
    start = FIRST.index("اتصالا هاتفيا")
    assert shown.xpath("//a[@class='source']/@href") == [f"/documents/first?at={start}-{start + 13}#c{start}"]
    assert shown.xpath("//*[contains(@class, 'badge')]/text()") == ["reported"]


def test_an_event_leads_to_all_its_accounts(ask: Ask, show: Show) -> None:
    row = next(h for h in ask.rows(happenings) if len(h.sources) > 1)
    (link,) = parsed(show("fact(row)", row=row)).xpath("//a[@class='whole']")
    assert (link.get("href"), link.text_content()) == (f"/events/{row.id}", f"{len(row.sources)} accounts")


def test_a_name_is_isolated_and_says_its_language(ask: Ask, show: Show) -> None:
    (row,) = ask.rows(contacts)
    names = sorted(p.name("en") for p in row.actors)
    shown = parsed(show("names(parties)", parties=row.actors))
    assert sorted(shown.xpath("//bdi/text()")) == names
    assert shown.xpath("//bdi[@lang='ar']/text()") == ["فيصل بن فرحان"]


def test_whom_nobody_names_is_said_in_words(show: Show) -> None:
    party = Party("unnamed: medical sources", "", "medical sources")
    assert "unnamed:" not in show("name(party)", party=party)


def test_words_of_a_document_lead_to_where_they_stand(ask: Ask, show: Show) -> None:
    mark = ask.rows(happenings)[0].sources[0]
    shown = parsed(show("evidence(mark)", mark=mark))
    assert mark.quote in shown.xpath("//blockquote/p/text()")
    assert len(shown.xpath("//blockquote//a")) == 1


def test_many_sources_are_counted(ask: Ask, show: Show) -> None:
    marks = ask.rows(happenings)[0].sources * 9
    shown = parsed(show("sources(marks)", marks=marks))
    assert len(shown.xpath("//a")) == 6
    assert f"and {len(marks) - 6} more" in shown.text_content()


@pytest.mark.parametrize(("since", "clear"), [({}, []), ({"since": "2023-05-01"}, ["/x?actor=y"])])
def test_the_filters_stand_as_they_are_set(ask: Ask, since: dict[str, str], clear: list[str]) -> None:
    source = '{% import "parts.html.j2" as parts with context %}{{ parts.filters() }}'
    asked = replace(ask, query={"actor": "y", **since})
    shown = parsed(environment("en").from_string(source).render(ask=asked, page=PAGE, path="/x"))
    assert shown.xpath("//input/@name") == ["since", "until"]
    assert shown.xpath("//input[@name='since']/@value") == [since.get("since", "")]
    assert shown.xpath("//a[@class='clear']/@href") == clear
    assert bool(shown.xpath("//details[@open]")) == bool(since)


def test_what_is_chosen_among_few_is_listed(ask: Ask) -> None:
    page = Page("x", "/x", "", lambda _: One(None), filters=EVENTS)
    source = '{% import "parts.html.j2" as parts with context %}{{ parts.filters() }}'
    asked = replace(ask, query={"standing": "disputed"})
    shown = parsed(environment("en").from_string(source).render(ask=asked, page=page, path="/x"))
    assert shown.xpath("//select[@name='standing']/option[@selected]/text()") == ["disputed"]
    assert "ASSAULT" in shown.xpath("//select[@name='type']/option/@value")


def test_an_undated_day_is_said_so_and_an_inferred_one_marked(show: Show) -> None:
    assert "undated" in show("day(none)")
    assert "≈" in show('day("2020-07-12", true)')
