"""A reading whose document's day became known after it was read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hudna.reading.calendar import resolve
from hudna.reading.model import Casualty, Event, Loss, Published, Reading, Truce

_Dated = TypeVar("_Dated", Event, Casualty, Loss)


def with_days(reading: Reading, days: Sequence[date]) -> Reading:
    """The reading of a document that appeared on one of ``days``, in their order.

    What its words mean on all of them is resolved. Dates that the text tells by itself stay as they are.
    """
    known: dict[str, str | None] = {}

    def value(form: str | None) -> str | None:
        if form is None:
            return None
        if form not in known:
            known[form] = on_all(form, days)
        return known[form]

    def dated(fact: _Dated) -> _Dated:
        return replace(fact, date=value(fact.date_form)) if fact.date is None and fact.date_form else fact

    def truce(told: Truce) -> Truce:
        return replace(
            told,
            announced=told.announced or value(told.announced_form),
            start=told.start or value(told.start_form),
            end=told.end or value(told.end_form),
        )

    return replace(
        reading,
        published=Published(interval(days), "inferred"),
        times=tuple(replace(t, value=value(t.form)) if t.value is None else t for t in reading.times),
        events=tuple(dated(e) for e in reading.events),
        casualties=tuple(dated(c) for c in reading.casualties),
        losses=tuple(dated(x) for x in reading.losses),
        truces=tuple(truce(t) for t in reading.truces),
    )


def on_all(form: str, days: Sequence[date]) -> str | None:
    """The value of a form in documents of each of ``days``, if it is one."""
    values = {resolve(form, day.isoformat()) for day in days}
    return values.pop() if len(values) == 1 else None


def interval(days: Sequence[date]) -> str:
    """The day, or first and last of several, in ISO 8601."""
    return days[0].isoformat() if len(days) == 1 else f"{days[0]}/{days[-1]}"
