from typing import Any

import pytest
from starlette.testclient import TestClient

from hudna.web import routes
from hudna.web.addresses import with_query
from tests.web.test_pages import ADDRESSES, PAGES

ROOT = "/api/v1"
LISTS = [name for name, page in PAGES.items() if page.lists]
NEEDED = {name: {t.name: "هدنة" for t in page.takes if t.required} for name, page in PAGES.items()}


def asked(name: str, **query: str) -> str:
    return with_query(ROOT + ADDRESSES[name], {**NEEDED[name], **query})


@pytest.mark.parametrize("name", ADDRESSES)
def test_programs_get_what_the_page_holds(client: TestClient, name: str) -> None:
    answer, page = (
        client.get(with_query(path, NEEDED[name])) for path in (ROOT + ADDRESSES[name], f"{ADDRESSES[name]}.json")
    )
    held, shown = answer.json(), page.json()
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    if PAGES[name].lists:
        assert (held["total"], held["rows"]) == (shown["total"], shown["rows"])
    else:
        assert held == shown


@pytest.mark.parametrize("name", LISTS)
def test_the_parts_of_a_list_are_the_list(client: TestClient, name: str) -> None:
    whole = client.get(asked(name)).json()
    rows: list[Any] = []
    address: str | None = asked(name, size="1")
    while address and len(rows) < 100:
        some = client.get(address).json()
        rows += some["rows"]
        address = some["next"]
    assert rows == whole["rows"][:100]
    assert address is None or address.startswith(ROOT)


@pytest.mark.parametrize("name", ADDRESSES)
def test_what_a_program_has_is_not_sent_again(client: TestClient, name: str) -> None:
    first = client.get(asked(name))
    again = client.get(asked(name), headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


def test_every_page_is_described(client: TestClient) -> None:
    described = client.get(f"{ROOT}/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    operations = {path["get"]["operationId"]: path["get"] for path in described["paths"].values()}
    assert set(operations) == {page.name for page in routes.found()}
    for page in routes.found():
        taken = {p["name"] for p in operations[page.name]["parameters"]}
        assert {*page.filters, *(t.name for t in page.takes)} <= taken


def test_every_answer_of_a_page_is_described_by_its_dataclass(client: TestClient) -> None:
    described = client.get(f"{ROOT}/openapi.json").json()
    for path in described["paths"].values():
        schema = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        row = schema["properties"]["rows"]["items"] if "properties" in schema else schema
        for kind in row.get("anyOf", [row]):
            assert kind["$ref"].rpartition("/")[2] in described["components"]["schemas"], path["get"]["operationId"]


@pytest.mark.parametrize(
    ("query", "error", "field"),
    [
        ("page=0", "number", "page"),
        ("page=x", "number", "page"),
        ("size=1001", "number", "size"),
        ("page=1&page=2", "twice", "page"),
        ("colour=red", "unknown", "colour"),
        ("since=20230501", "day", "since"),
        ("since=2023-02-30", "day", "since"),
        ("since=2023-05-02&until=2023-05-01", "later", "since"),
        ("since=%20", "length", "since"),
        (f"since={'1' * 201}", "length", "since"),
    ],
)
def test_what_means_nothing_is_refused_with_a_reason(client: TestClient, query: str, error: str, field: str) -> None:
    answer = client.get(f"{ROOT}/documents?{query}")
    said = answer.json()
    assert (answer.status_code, said["error"], said["field"]) == (400, error, field)
    assert said["reason"].endswith(".")
    assert "\n" not in said["reason"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/documents/none", 404),
        ("GET", "/nothing", 404),
        ("POST", "/documents", 405),
        ("DELETE", "/documents", 405),
    ],
)
def test_where_there_is_no_answer_a_line_says_why(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, ROOT + path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "reason"}


def test_a_refusal_of_a_method_names_those_that_there_are(client: TestClient) -> None:
    assert set(client.put(f"{ROOT}/documents").headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_another_record_has_another_tag(client: TestClient) -> None:
    tags = {client.get(f"{ROOT}/documents", params=q).headers["etag"] for q in ({}, {"size": "1"}, {"page": "1"})}
    assert len(tags) == 3
