from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.web import create_app, library

BASE = "http://127.0.0.1:8000"


@pytest.fixture(autouse=True, scope="session")
def _patient() -> Iterator[None]:
    """Requests wait until a record is prepared, however busy the machine is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "PATIENCE", 60)
        yield


@pytest.fixture
def client(record_file: Path) -> Iterator[TestClient]:
    """A browser without scripts, before the record of three documents."""
    with TestClient(create_app(record_file), base_url=BASE, follow_redirects=False) as held:
        yield held
