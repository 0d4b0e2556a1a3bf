import json
import re
from pathlib import Path

import pytest

from hudna.sources import gather
from hudna.text import Document

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "examples" / "reports"
FIVE = ROOT.parent / "shared" / "gold" / "dev" / "texts"
RUN = 9  # words: an office, a name and a verb may be told alike, a sentence may not


@pytest.fixture(scope="module")
def reports() -> dict[str, Document]:
    found = list(gather([REPORTS]))
    assert all(isinstance(item, Document) for item in found), found
    return {item.name: item for item in found if isinstance(item, Document)}


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub("[\u064b-\u0652\u0640]", "", text))
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_every_report_is_read_and_there_are_at_least_twelve(reports: dict[str, Document]) -> None:
    assert len(reports) >= 12


def test_one_is_in_windows_1256_and_is_read_like_the_others(reports: dict[str, Document]) -> None:
    data = (REPORTS / "08-newspaper-f-paris-moscow.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert "بوتين وماكرون" in reports["08-newspaper-f-paris-moscow"].text


def test_pages_rows_and_sidecars_bring_their_metadata(reports: dict[str, Document]) -> None:
    dated = {name: document.published for name, document in reports.items() if document.published}
    assert dated["05-site-d-call"] == "2020-07-23"
    assert dated["07-channel-e-ankara"] == "2020-09-29"
    assert sum(day == "2020-09-27" for day in dated.values()) == 2


def test_two_pages_are_undated_and_one_carries_furniture(reports: dict[str, Document]) -> None:
    assert reports["03-pasted-page"].published is None
    assert reports["11-newspaper-b-observers"].published is None
    assert "الأكثر قراءة" in reports["03-pasted-page"].text
    assert "الأكثر قراءة" not in reports["05-site-d-call"].text


def test_every_file_has_its_row_in_the_readme() -> None:
    readme = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    for path in REPORTS.iterdir():
        assert path.stem in readme, path.name
    assert json.loads((REPORTS / "07-channel-e-ankara.json").read_text(encoding="utf-8"))["outlet"] == "قناة هـ"


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five reports are not here")
def test_no_sentence_is_that_of_the_five_reports(reports: dict[str, Document]) -> None:
    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in FIVE.glob("00[0-4].txt")))
    for document in reports.values():
        assert not runs(document.text) & theirs, document.name
