from pathlib import Path

import pytest

from quality.floors import Figure, Figures
from quality.measure import Scored
from quality.stated import Stated
from quality.table import CLOSING, OPENING, PAGE, WELCOMES, measures, renew, welcome

F1 = (
    "mentions",
    "entity clusters",
    "times",
    "attributions",
    "events type",
    "events sides",
    "facts",
    "contacts",
    "casualties",
    "truces",
)
RATIOS = ("event status", "event date", "event mode", "event reversed (lower is better)")


def test_a_row_for_each_measure_with_what_it_must_reach() -> None:
    figures = Figures("digest", 35, {name: Figure(0.5, 0.02, 10) for name in F1})
    scored = Scored({name: {"acc": 0.75, "n": 8} for name in RATIOS}, {}, (), ())
    lines = measures(
        {"dev": figures, "val": figures},
        {"dev": scored, "val": scored},
        dict.fromkeys(("dev", "val"), Stated(10, 4, 3)),
    ).splitlines()
    assert lines[0] == "| measure | dev, 35 reports | val, 35 reports | must | hope |"
    assert lines[2] == "| F1 mentions | 0.500 ± 0.020 | 0.500 ± 0.020 | 0.84 | 0.92 |"
    assert lines[12] == "| event status | 0.750 of 8 | 0.750 of 8 | 0.92 | 0.96 |"
    assert lines[-2].startswith("| precision of the events that the brief states | 0.750 of 4 |")
    assert lines[-1].startswith("| their share of all events found | 0.400 of 10 |")


def test_only_what_stands_between_the_marks_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{OPENING}\nold\n{CLOSING}\nafter\n", encoding="utf-8")
    assert renew("| new |", page)
    assert page.read_text(encoding="utf-8") == f"before\n{OPENING}\n\n| new |\n\n{CLOSING}\nafter\n"
    assert not renew("| new |", page)


def test_a_page_without_its_place_is_an_error(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="no «<!-- measures"):
        renew("| new |", page)


def test_the_readme_of_each_language_shows_the_same_few() -> None:
    figures = Figures("digest", 35, {name: Figure(0.5, 0.02, 10) for name in F1})
    now = dict.fromkeys(("record", "dev", "val"), figures)
    english, arabic = (welcome(now, language).splitlines() for language in ("en", "ar"))
    assert english[2] == "| names found | 0.50 ± 0.02 | 0.50 ± 0.02 | 0.50 ± 0.02 |"
    assert arabic[2] == "| الأسماء | 0.50 ± 0.02 | 0.50 ± 0.02 | 0.50 ± 0.02 |"
    assert "35 reports that nobody read" in english[0]
    assert len(english) == len(arabic)


@pytest.mark.parametrize("page", [PAGE, *WELCOMES.values()], ids=lambda page: page.name)
def test_our_pages_have_the_place(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.index(OPENING) < text.index(CLOSING)
