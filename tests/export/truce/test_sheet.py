import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from hudna.export.brief.catalogue import LANGUAGES, catalogue
from hudna.export.brief.voice import Voice
from hudna.export.truce import FORMATS, Format, write_truces
from hudna.export.truce.lifeline import lifeline
from hudna.export.truce.sheet import sheet
from hudna.record import Record
from hudna.views import Ceasefire, Dossier, Reliability, Stage, truces

NONE_MEASURED = Reliability({}, {})


class Links(HTMLParser):
    """The ids and links of a page, and the tags that are open at its end."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {k: v or "" for k, v in attrs}
        self.ids += [held["id"]] if "id" in held else []
        self.links += [held["href"]] if "href" in held else []
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def row(dossier: Dossier) -> Ceasefire:
    """A truce with a life of several days and a violation of one."""
    (held,) = truces(dossier)
    life = tuple(
        Stage(name, day, None, held.parties[:1], (), (), 1, held.sources)
        for name, day in (("demanded", "2023-04-28"), ("announced", "2023-05-01"), ("starts", "2023-05-02T06:00"))
    )
    broken = tuple(replace(v, date="2023-05-03", count=None) for v in held.violations)
    return replace(held, start="2023-05-02T06:00", over="2023-05-05T06:00", steps=life, violations=broken)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_leads_to_its_sentence(dossier: Dossier, row: Ceasefire, language: str) -> None:
    source = write_truces(dossier, (row,), NONE_MEASURED, language=language, form="html")
    page = Links(source)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    for section in sheet(Voice(catalogue(language), dossier), row).sections:
        for line in section.lines:
            assert line.sources or all(part.sources for part in line.parts)


def test_the_end_that_nobody_tells_is_marked_as_computed(dossier: Dossier, row: Ceasefire) -> None:
    told = write_truces(dossier, (row,), NONE_MEASURED, language="en")
    assert "Ends: 5 May 2023, 06:00 (computed: beginning + duration)" in told


def test_the_drawing_can_be_read_without_eyes_and_without_script(dossier: Dossier, row: Ceasefire) -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        drawn = str(lifeline(Voice(catalogue(language), dossier), row))
        assert len(re.findall(r'<svg class="\w+" [^>]*role="img" aria-labelledby="\S+ \S+"', drawn)) == 2
        assert f'direction="{direction}"' in drawn
        assert drawn.count("<desc ") == 2
        assert "script" not in drawn
        assert "style=" not in drawn


def test_time_runs_in_the_direction_of_reading(dossier: Dossier, row: Ceasefire) -> None:
    def places(language: str) -> list[float]:
        drawn = str(lifeline(Voice(catalogue(language), dossier), row)).split("</svg>")[0]
        return [float(x) for x in re.findall(r'<circle cx="([\d.]+)"[^>]*class="step', drawn)]

    english, arabic = places("en"), places("ar")
    assert english == sorted(english)
    assert arabic == sorted(arabic, reverse=True)
    assert [round(760 - x, 1) for x in english] == arabic


def test_one_day_alone_is_not_drawn(dossier: Dossier, row: Ceasefire) -> None:
    bare = replace(row, start=None, over=None, steps=row.steps[:1], violations=())
    assert lifeline(Voice(catalogue("en"), dossier), bare) == ""


def test_steps_of_unknown_days_do_no_harm(dossier: Dossier, row: Ceasefire) -> None:
    undated = replace(row, steps=(*row.steps, replace(row.steps[0], stage="refused", date=None)))
    assert "Refused" in write_truces(dossier, (undated,), NONE_MEASURED, language="en")
    assert lifeline(Voice(catalogue("en"), dossier), undated)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_without_truces_says_so(form: Format, language: str) -> None:
    written = write_truces(Dossier(Record(), {}), (), NONE_MEASURED, language=language, form=form)
    assert ("[]" if form == "json" else str(catalogue(language)("sheet", "none"))) in written
