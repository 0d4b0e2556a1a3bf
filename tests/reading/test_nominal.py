"""Reports without a date: facts keep what the words say of their day, and never a stand-in."""

import json

import pytest

from hudna.reading import Reading, from_json, read, to_json
from hudna.text import Document

REPORT = """قوات الحكومة تقصف بلدة السدرة
قصف الجيش الليبي أمس الثلاثاء بلدة السدرة بالمدفعية، ما أدى إلى مقتل 12 مدنيا.
وكان الجيش الليبي قد قصف البلدة يوم الأحد الماضي.
وأعلنت الحكومة هدنة تبدأ من صباح غد الخميس.
وفي 12 مارس 2014، التقى رئيس الوزراء الليبي مبعوث الأمم المتحدة في طرابلس."""


def told(published: str | None = None, text: str = REPORT) -> Reading:
    return read(Document("report", text, published=published))


def test_facts_without_a_day_keep_its_form() -> None:
    reading = told()
    forms = {e.date_form for e in reading.events if e.date is None}
    assert {"day-1,weekday:1", "weekday:6<"} <= forms
    assert all(t.value is None for t in reading.times if not t.form[0].isdigit())


def test_a_date_that_is_told_has_no_form() -> None:
    assert all(e.date_form is None for e in told("2014-03-19").events)
    meeting = next(e for e in told().events if e.type == "CONSULT")
    assert (meeting.date, meeting.date_form) == ("2014-03-12", None)


def test_tolls_and_truces_keep_forms_too() -> None:
    reading = told()
    assert [(c.date, c.date_form) for c in reading.casualties] == [(None, "day-1,weekday:1")]
    assert [(t.start, t.start_form) for t in reading.truces] == [(None, "day+1,weekday:3")]


@pytest.mark.parametrize("published", [None, "2014", "2014-03", "2014-03-19"])
def test_no_stand_in_leaves_the_reader(published: str | None) -> None:
    assert '"000' not in json.dumps(to_json(told(published)))


def test_forms_go_through_the_format() -> None:
    reading = told()
    value = to_json(reading)
    assert from_json(json.dumps(value)) == reading
    assert "date_form" not in next(e for e in value["events"] if e["date"])


def test_two_names_of_one_day_are_one() -> None:
    """«أمس الثلاثاء» and, in the same report, «الثلاثاء» are one day, so that one shelling is told of."""
    text = "قصف الجيش الليبي بلدة السدرة أمس الثلاثاء.\nوقالت البعثة إن الجيش الليبي قصف بلدة السدرة الثلاثاء."
    assert len({e.date_form for e in told(text=text).events if e.type == "ASSAULT"}) == 1
