"""What holds for every page, whoever wrote it: a new one is found and tried by itself."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from hudna.record import derive
from hudna.web import routes
from hudna.web.addresses import with_query
from tests.conftest import FORCES, documents
from tests.web.markup import one, ours, parsed

RECORD = derive(documents())
ENTITIES = {entity.name: entity.id for entity in RECORD.entities}
EXAMPLES = {  # what stands for a parameter of an address
    "name": "first",
    "event": next(event.id for event in RECORD.events if len(event.tellings) > 1),
    "place": ENTITIES["الأبيض"],
    "pair": "~".join(sorted((ENTITIES["فيصل بن فرحان"], ENTITIES["سامح شكري"]))),
    "truce": RECORD.truces[0].id,
    "actor": ENTITIES[FORCES],
}
PAGES = {page.name: page for page in routes.found()}
ADDRESSES = {name: re.sub(r"{(\w+)(:\w+)?}", lambda m: EXAMPLES[m[1]], page.path) for name, page in PAGES.items()}
EVERY = pytest.mark.parametrize("name", ADDRESSES)
ASKED = {  # a value for every parameter of a query, whose order is that of the page
    "actor": "الجيش السوداني",
    "place": "الأبيض",
    "side": "SDN",
    "since": "2023-05-01",
    "until": "2023-05-31",
    "type": "ASSAULT",
    "standing": "disputed",
}
TABLES = {"map": ("sites",), "contact": ("held", "others")}  # what of a single thing is its table
CHOSEN = {name: {f: ASKED[f] for f in page.filters} | {"size": "7"} for name, page in PAGES.items()}


@EVERY
@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_page_says_its_language_and_direction(client: TestClient, name: str, language: str, direction: str) -> None:
    client.cookies.set("hudna_language", language)
    answer = client.get(ADDRESSES[name])
    root = one(parsed(answer.text), "/html")
    assert answer.status_code == 200
    assert (root.get("lang"), root.get("dir")) == (language, direction)


@EVERY
def test_no_english_is_left_in_an_arabic_page(client: TestClient, name: str) -> None:
    assert not re.findall("[A-Za-z]{2,}", ours(parsed(client.get(ADDRESSES[name]).text)))


@EVERY
def test_a_page_holds_no_inline_script_or_style(client: TestClient, name: str) -> None:
    page = parsed(client.get(ADDRESSES[name]).text)
    assert not page.xpath("//script[not(@src)] | //style | //@style")
    assert not [a for a in page.xpath("//@*") if a.attrname.startswith("on")]


@EVERY
def test_whatever_a_page_loads_is_there(client: TestClient, name: str) -> None:
    page = parsed(client.get(ADDRESSES[name]).text)
    for address in page.xpath("//link/@href | //script/@src"):
        assert address.startswith("/static/")
        answer = client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]


@EVERY
def test_whoever_switches_the_language_keeps_what_they_asked_for(client: TestClient, name: str) -> None:
    asked = with_query(ADDRESSES[name], CHOSEN[name])
    page = parsed(client.get(asked).text)
    form = one(page, "//form[@class='preferences']")
    fields = {field.name: field.value for field in form.inputs if field.name}
    assert {b.get("value") for b in form.xpath(".//button[@name='language']")} == {"ar", "en"}
    answer = client.post("/preferences", data={**fields, "language": "en"})
    assert (answer.status_code, answer.headers["location"]) == (303, asked)
    shown = parsed(client.get(asked).text)
    assert one(shown, "/html").get("lang") == "en"
    given = {f: one(shown, f"//form[contains(@class, 'filters')]//*[@name='{f}']") for f in PAGES[name].filters}
    assert {f: field.value for f, field in given.items()} == {f: ASKED[f] for f in PAGES[name].filters}


@EVERY
def test_no_fact_stands_on_a_page_without_the_way_to_its_words(client: TestClient, name: str) -> None:
    page = parsed(client.get(ADDRESSES[name]).text)
    facts = "//li[@class='fact' or @class='fact plain'] | //article[@class='account'] | //*[@data-fact]"
    for fact in page.xpath(facts):
        ways = fact.xpath(".//a[@class='source' or @class='words']/@href")
        assert ways, fact.text_content()
        assert all(way.startswith(("/documents/", "#c")) for way in ways)


@EVERY
def test_the_same_address_answers_in_json(client: TestClient, name: str) -> None:
    assert client.get(f"{ADDRESSES[name]}.json").json()


@pytest.mark.parametrize("name", [n for n in ADDRESSES if "csv" in PAGES[n].forms])
def test_a_list_answers_in_csv_with_as_many_rows(client: TestClient, name: str) -> None:
    rows = list(csv.reader(io.StringIO(client.get(f"{ADDRESSES[name]}.csv").text)))
    held = client.get(f"{ADDRESSES[name]}.json").json()
    assert len(rows) - 1 == (held["total"] if PAGES[name].lists else sum(len(held[part]) for part in TABLES[name]))
    assert parsed(client.get(ADDRESSES[name]).text).xpath("//p[@class='forms']/a[text()='CSV']")


@EVERY
def test_a_page_that_a_browser_has_is_not_sent_again(client: TestClient, name: str) -> None:
    client.get(ADDRESSES[name])  # gives the session that the page's forms belong to
    first = client.get(ADDRESSES[name])
    again = client.get(ADDRESSES[name], headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", [n for n in ADDRESSES if "since" in PAGES[n].filters])
@pytest.mark.parametrize(
    ("query", "problem"), [({"since": "tomorrow"}, "day"), ({"since": "2023-05-02", "until": "2023-05-01"}, "later")]
)
def test_a_filter_that_means_nothing_is_named(
    client: TestClient, name: str, query: dict[str, str], problem: str
) -> None:
    page = client.get(ADDRESSES[name], params=query)
    assert page.status_code == 200
    assert one(parsed(page.text), "//*[@role='alert']") is not None
    answer = client.get(f"{ADDRESSES[name]}.json", params=query)
    assert (answer.status_code, answer.json()) == (400, {"error": problem, "field": "since"})
