"""Days of reports without a date: several reports of one crisis date each other, contradict each other, stay open."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import read
from hudna.reading.calendar import anchor_days
from hudna.record import Dating, Record, derive
from hudna.record.dating.links import written
from hudna.text import Document

WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")

# a shelling on Friday 5 April 2019, told by a report that says so
SHELLING = "قصف الجيش السوداني مدينة كادوقلي في جنوب كردفان بالمدفعية {when}، ما أدى إلى مقتل 23 مدنيا، {source}."
DATED = SHELLING.format(when="يوم الجمعة", source="وفق شهود في المدينة")
# the same in the words of a report that bears no date and was written on the Sunday after
COPY = (
    SHELLING.format(when="يوم الجمعة", source="وفق سكان المدينة")
    + "\nوالتقى الرئيس السوداني عمر البشير أمس السبت رئيس وزراء إثيوبيا آبي أحمد في الخرطوم."
)
# a third, of the meeting on the Saturday, written that day
MEETING = "التقى الرئيس السوداني عمر البشير اليوم السبت رئيس وزراء إثيوبيا آبي أحمد في الخرطوم، وفق مصدر في الرئاسة."


def made(**texts: str | tuple[str, str]) -> Record:
    """The record of reports by name; a pair is a text and its date."""
    documents = [
        Document(name, text) if isinstance(text, str) else Document(name, text[0], published=text[1])
        for name, text in texts.items()
    ]
    return derive([(d, read(d)) for d in documents])


def dating(record: Record, name: str) -> Dating:
    return record.dating[name]


def test_a_weekday_of_a_shared_happening_dates_a_report() -> None:
    record = made(dated=(DATED, "2019-04-06"), open=COPY)
    found = dating(record, "open")
    assert (found.value, found.contradictory) == ("2019-04-07", False)
    assert record.document["open"].published == "2019-04-07"
    assert record.document["open"].basis == "inferred"
    assert [r.rule for r in found.reasons] == ["own-weekday", "same-happening-dated", "dates-it"]
    shelling = [t for t in record.tellings if t.type == "ASSAULT" and t.document == "open"]
    assert [t.date for t in shelling] == ["2019-04-05"]


def test_one_report_dates_another_through_a_third() -> None:
    record = made(dated=(DATED, "2019-04-06"), open=COPY, third=MEETING)
    assert dating(record, "third").value == "2019-04-06"
    assert {r.document for r in dating(record, "third").reasons} == {"third", "open"}


def test_what_is_planned_for_a_day_on_which_another_tells_it_comes_before() -> None:
    plan = "يلتقي الرئيس السوداني عمر البشير غدا السبت رئيس وزراء إثيوبيا آبي أحمد في الخرطوم، وفق مصدر في الرئاسة."
    record = made(dated=(MEETING, "2019-04-06"), open=plan)
    assert [t.status for t in record.tellings if t.document == "open"] == ["planned"]
    assert dating(record, "open").value == "2019-04-05"


def test_nothing_dates_reports_of_which_none_is_dated() -> None:
    record = made(open=COPY, third=MEETING)
    assert [d.value for d in record.datings] == [None, None]
    assert {d.published for d in record.documents} == {None}


def test_a_weekday_alone_is_no_day() -> None:
    """Another Friday's shelling of the same town by the same army, told in other words, dates nothing."""
    other = "يوم الجمعة سقطت قذائف أطلقها الجيش السوداني على سوق في مدينة كادوقلي."
    record = made(dated=(DATED, "2019-04-06"), open=other)
    assert dating(record, "open").value is None


def test_month_and_day_are_made_whole_by_the_year_of_another() -> None:
    dated = "اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في مدينة كادوقلي في 5 أبريل 2019."
    open_ = (
        "تجددت الاشتباكات بين الجيش السوداني وقوات الدعم السريع في مدينة كادوقلي في 5 أبريل الجاري، "
        "وقال شهود أمس الأحد إن الهدوء عاد."
    )
    record = made(dated=(dated, "2019-05-20"), open=open_)
    found = dating(record, "open")
    assert (found.earliest, found.latest) == ("2019-04-08", "2019-04-29")
    assert all(date.fromisoformat(d).weekday() == 0 for d in found.days)
    clash = next(t for t in record.tellings if t.document == "open" and t.type == "ASSAULT")
    assert clash.date == "2019-04-05"


def test_what_contradicts_is_shown_and_not_forced() -> None:
    second = "التقى الرئيس السوداني عمر البشير اليوم السبت رئيس وزراء إثيوبيا آبي أحمد في الخرطوم، وفق مصدر."
    record = made(dated=(DATED, "2019-04-06"), later=(second, "2019-04-20"), open=COPY)
    found = dating(record, "open")
    assert found.contradictory
    assert found.value is None
    assert record.document["open"].published is None
    (torn,) = [d for d in record.disagreements if d.topic == "document open"]
    assert torn.about == "date"
    assert [a.value for a in torn.accounts] == ["2019-04-07", "2019-04-21"]


def test_two_todays_contradict() -> None:
    found = dating(made(open="وصل الوفد أمس الاثنين.\nوغادر اليوم الخميس."), "open")
    assert found.contradictory


def test_a_report_that_names_its_day_needs_no_other() -> None:
    record = made(open="قصف الجيش السوداني مدينة كادوقلي اليوم الجمعة 5 أبريل 2019.")
    assert dating(record, "open").value == "2019-04-05"


def test_last_sunday_is_not_yesterday_where_yesterday_is_named() -> None:
    open_ = SHELLING.format(when="يوم الجمعة الماضي", source="وفق سكان المدينة") + "\nووصل المبعوث أمس."
    found = dating(made(dated=(DATED, "2019-04-06"), open=open_), "open")
    assert (found.earliest, found.latest) == ("2019-04-07", "2019-04-12")


def test_it_is_not_older_than_what_it_tells_as_past() -> None:
    found = dating(made(open="قصف الجيش السوداني مدينة كادوقلي في 5 أبريل 2019."), "open")
    assert (found.value, found.earliest, found.latest) == (None, "2019-04-05", None)


def test_a_dated_report_keeps_its_date() -> None:
    record = made(dated=(DATED, "2019-04-06"), same=(DATED, "2019-04-13"), open=COPY)
    assert {d.published for d in record.documents if d.name != "open"} == {"2019-04-06", "2019-04-13"}
    assert {d.document for d in record.datings} == {"open"}


@given(st.permutations(["dated", "open", "third", "alone"]))
@settings(max_examples=12)
def test_the_order_of_reports_does_not_matter(order: list[str]) -> None:
    texts = {"dated": (DATED, "2019-04-06"), "open": COPY, "third": MEETING, "alone": "وصل الوفد أمس."}
    assert made(**{n: texts[n] for n in order}).to_json() == made(**texts).to_json()  # type: ignore[arg-type]


# --- stories of a known calendar, stripped of their dates ---

TOWNS = ("كادوقلي", "الفاشر", "الجنينة", "نيالا", "زالنجي")


def story(happened: date, written_on: date, other: date, town: str) -> str:
    """A report of a shelling and of a visit, in the words that a paper of ``written_on`` would have for their days."""
    return (
        f"قصف الجيش السوداني مدينة {town} في دارفور بالمدفعية {called(happened, written_on)}، "
        f"ما أدى إلى مقتل {happened.toordinal() % 90 + 10} مدنيا، وفق سكان المدينة.\n"
        f"ووصل المبعوث الأممي إلى الخرطوم {called(other, written_on)}."
    )


def called(day: date, written_on: date) -> str:
    back = (written_on - day).days
    if back == 0:
        return f"اليوم {WEEKDAYS[day.weekday()]}"
    if back == 1:
        return f"أمس {WEEKDAYS[day.weekday()]}"
    if back < 7:
        return f"يوم {WEEKDAYS[day.weekday()]} الماضي"
    return f"في {day.day} {MONTHS[day.month - 1]}"


@given(
    st.dates(date(1995, 1, 1), date(2030, 1, 1)),
    st.integers(0, 20),
    st.integers(0, 6),
    st.integers(0, 6),
    st.sampled_from(TOWNS),
)
@settings(max_examples=40)
def test_the_interval_holds_the_true_day(happened: date, later: int, back: int, first: int, town: str) -> None:
    written_on = happened + timedelta(days=later)
    dated_on = happened + timedelta(days=first)
    dated = story(happened, dated_on, dated_on, town)
    open_ = story(happened, written_on, written_on - timedelta(days=back), town)
    record = made(dated=(dated, dated_on.isoformat()), open=open_)
    found = dating(record, "open")
    assert not found.contradictory
    assert written_on.isoformat() in found.days
    assert found.value is None or found.days[0] <= written_on.isoformat() <= found.days[-1]
    for telling in record.tellings:
        if telling.document == "open" and telling.type == "ASSAULT":
            assert telling.date in (None, happened.isoformat())


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("weekday:4<", "2019-04-06", "2019-04-12"),
        ("weekday:4", "2019-04-05", "2019-04-11"),
        ("day-1", "2019-04-06", "2019-04-06"),
    ],
)
def test_the_days_on_which_words_mean_a_day(form: str, first: str, last: str) -> None:
    days = sorted(written(form, anchor_days("2019-04-05")[0]))
    assert (days[0].isoformat(), days[-1].isoformat()) == (first, last)
