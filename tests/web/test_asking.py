"""What filters of an address mean."""

import re

import pytest
from starlette.testclient import TestClient

from hudna.web import words
from tests.web.markup import one, parsed


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2023-05-01", "2023-05-31", "2023-05-01", "2023-05-31"),
        ("٢٠٢٣-٠٥-٠١", "2023/5/31", "2023-05-01", "2023-05-31"),
        ("2023-05", "2023-05", "2023-05-01", "2023-05-31"),
        ("2024.2", "2024.2", "2024-02-01", "2024-02-29"),
        ("2023", "2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_days_are_taken_as_people_write_them(client: TestClient, since: str, until: str, first: str, last: str) -> None:
    assert all(re.fullmatch(words.DAY, value) for value in (since, until))
    given = client.get("/timeline.json", params={"since": since, "until": until})
    meant = client.get("/timeline.json", params={"since": first, "until": last})
    assert given.json()["rows"] == meant.json()["rows"]


@pytest.mark.parametrize("value", ["2023-13-01", "2023-02-30", "05/01/2023", "2023-5-1-1", "0000", "yesterday"])
@pytest.mark.parametrize(("language", "said"), [("ar", "السنة فالشهر فاليوم"), ("en", "year, month and day")])
def test_what_is_no_day_is_told_how_to_be_written(client: TestClient, value: str, language: str, said: str) -> None:
    client.cookies.set("hudna_language", language)
    page = parsed(client.get("/timeline", params={"until": value}).text)
    assert said in one(page, "//*[@role='alert']").text_content()
    field = one(page, "//input[@name='until']")
    assert (field.get("value"), field.get("aria-invalid")) == (value, "true")
    assert said in field.get("data-problem")
    assert client.get("/timeline.json", params={"until": value}).json() == {"error": "day", "field": "until"}
