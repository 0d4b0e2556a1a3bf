"""What ``docs/api.md`` shows is what the API answers."""

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

PAGE = Path(__file__).parents[3] / "docs" / "api.md"
EXAMPLES = re.findall(r"```http\nGET (\S+)\n```\n\n```json\n(.*?)\n```", PAGE.read_text("utf-8"), re.DOTALL)


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) == PAGE.read_text("utf-8").count("```http") > 0


@pytest.mark.parametrize(("address", "answer"), EXAMPLES)
def test_an_example_is_answered_as_shown(client: TestClient, address: str, answer: str) -> None:
    assert client.get(address).json() == json.loads(answer)
