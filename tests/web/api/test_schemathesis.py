"""The API keeps what its description promises, whatever is asked."""

from pathlib import Path

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from starlette.testclient import TestClient

from hudna.web import Settings, create_app
from tests.web.api.test_serving import ROOT, asked
from tests.web.test_pages import ADDRESSES, PAGES

EXAMPLES = 15  # of each address, besides those at the bounds of its parameters
CONFIG = {
    "seed": 5,
    "generation": {"max-examples": EXAMPLES, "database": "none"},
    "phases": {"stateful": {"enabled": False}},
    # Names of nobody and days in the wrong order are well formed, and refused all the same.
    "checks": {"positive_data_acceptance": {"expected-statuses": [200, 304, 400, 404]}},
}


def test_every_answer_is_as_described(record_file: Path) -> None:
    app = create_app(record_file, Settings(names=("testserver",)))
    config = SchemathesisConfig.from_dict(CONFIG)
    api = schemathesis.openapi.from_asgi(f"{ROOT}/openapi.json", app, config=config)
    ran = list(from_schema(api).execute())
    tried = {e.label for e in ran if isinstance(e, events.ScenarioFinished)}
    assert len(tried) == len(PAGES)
    assert [e for e in ran if isinstance(e, events.NonFatalError | events.FatalError)] == []
    wrong = [e for e in ran if isinstance(e, events.ScenarioFinished) and e.status in (Status.FAILURE, Status.ERROR)]
    assert [
        (e.label, check.name, check.failure_info.failure.message)
        for e in wrong
        for checks in e.recorder.checks.values()
        for check in checks
        if check.failure_info
    ] == []
    assert not wrong


@pytest.mark.parametrize("name", ADDRESSES)
def test_what_the_record_holds_is_as_described(client: TestClient, name: str) -> None:
    api = schemathesis.openapi.from_dict(client.get(f"{ROOT}/openapi.json").json())
    found = [o.ok() for o in api.get_all_operations() if o.ok().definition.raw["operationId"] == name]
    answer = client.get(asked(name))
    assert answer.status_code == 200
    found[0].validate_response(answer)
