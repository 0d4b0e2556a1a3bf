"""Readings whose day becomes known after they were made."""

from datetime import date

from hudna.reading import read
from hudna.reading.redate import with_days
from hudna.text import Document

REPORT = """قوات الحكومة تقصف بلدة السدرة
قصف الجيش الليبي أمس بلدة السدرة بالمدفعية، ما أدى إلى مقتل 12 مدنيا.
وكان الجيش الليبي قد قصف البلدة يوم الأحد الماضي.
وأعلنت الحكومة هدنة تبدأ من صباح غد."""


def test_a_day_given_later_resolves_what_it_would_have_resolved_at_once() -> None:
    late = with_days(read(Document("report", REPORT)), [date(2014, 3, 19)])
    at_once = read(Document("report", REPORT, published="2014-03-19"))
    assert (
        [t.value for t in late.times] == [t.value for t in at_once.times] == ["2014-03-18", "2014-03-16", "2014-03-20"]
    )
    assert [e.date for e in late.events] == [e.date for e in at_once.events]
    assert [c.date for c in late.casualties] == [c.date for c in at_once.casualties]
    assert [t.start for t in late.truces] == [t.start for t in at_once.truces]
    assert (late.published.value, late.published.basis) == ("2014-03-19", "inferred")


def test_of_several_days_only_what_all_give_is_resolved() -> None:
    several = with_days(read(Document("report", REPORT)), [date(2014, 3, 18), date(2014, 3, 19)])
    assert [t.value for t in several.times] == [None, "2014-03-16", None]
    assert several.published.value == "2014-03-18/2014-03-19"
