from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("form", ["text", "html", "md"])
@pytest.mark.parametrize(("language", "title"), [("ar", "موجز لوسطاء النزاع"), ("en", "Mediation brief")])
def test_a_brief_is_written_or_printed(
    hudna: Run, record_file: Path, tmp_path: Path, *, form: str, language: str, title: str
) -> None:
    printed = hudna("brief", record_file, "--lang", language, "--format", form)
    assert printed.exit_code == 0
    assert title in printed.stdout
    out = tmp_path / "deep" / "brief"
    assert hudna("brief", record_file, "--lang", language, "--format", form, "--out", out).stdout == ""
    assert out.read_bytes() == printed.stdout_bytes


def test_arabic_text_is_what_comes_without_options(hudna: Run, record_file: Path) -> None:
    assert hudna("brief", record_file).stdout.startswith("موجز")


def test_a_period_limits_it(hudna: Run, record_file: Path) -> None:
    told = hudna("brief", record_file, "--lang", "en", "--since", "2023-05-03", "--until", "2023-05-03").stdout
    assert "Period asked for: since 3 May 2023 until 3 May 2023" in told
    assert "1 report from 1 independent source" in told


def test_a_threshold_decides_what_is_stated(hudna: Run, record_file: Path) -> None:
    stated = [hudna("brief", record_file, "--lang", "en", "--threshold", t).stdout.splitlines()[2] for t in ("0", "1")]
    assert stated[0] != stated[1]
    assert "at least 100 %" in stated[1]
    assert hudna("brief", record_file, "--threshold", "1.5").exit_code == 2
