from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hudna.cli import main

TITLE = "مقتل جنديين في قصف على الحدود"
BODY = "قالت وزارة الدفاع في بيان إن القوات ردت على مصادر النيران، وأضافت أن الوضع هادئ."

Run = Callable[..., Result]


@pytest.fixture
def hudna() -> Run:
    """The command line in this process; what it raises beyond an exit is an error of the test."""

    def run(*arguments: object, stdin: bytes | None = None) -> Result:
        result = CliRunner(catch_exceptions=False).invoke(main, [str(a) for a in arguments], input=stdin)
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of three reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{TITLE} {number}\r\n\r\n{BODY}\n", "utf-8", newline="")
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where a record may be made."""
    return tmp_path / "r.hudna"
