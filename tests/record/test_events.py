from collections.abc import Callable
from typing import Any

import pytest

from hudna.record import derive
from hudna.record.model import Event

TALKS = "عقد {0} لقاء مع {1} في ليماسا بحث وقف القتال على الحدود وتبادل الأسرى بين الجانبين."
RAID = "قصفت {0} بلدة زاريت الحدودية بالمدفعية الثقيلة ردا على هجوم سابق عبر النهر الفاصل."


def talks(scribe: Callable[..., Any], name: str, *, misread: bool = False) -> Any:
    """A report of a meeting of two ministers; where it is misread, another is taken for one of them."""
    text = TALKS.format("سيرغي لافرنوف", "جيهون بيراموغلو") + " وكان كارلو بنداس غائبا."
    report = scribe(name, text, "2021-03-07")
    host = report.entity("PER", "سيرغي لافرنوف", side="AAA")
    guest = report.entity("PER", "جيهون بيراموغلو", side="BBB")
    absent = report.entity("PER", "كارلو بنداس", side="CCC")
    actors = (host, guest, absent) if misread else (host, guest)
    report.event("CONSULT", "لقاء", mode="meeting", actors=actors, date="2021-03-07")
    return report.pair()


def raid(scribe: Callable[..., Any], name: str, army: str = "قوات الشمال", side: str = "AAA", **fields: Any) -> Any:
    report = scribe(name, RAID.format(army), "2021-03-08")
    actors = (report.entity("ORG", army, side=side),)
    own = report.entity("LOC", "زاريت")
    fields = {"place": own, "mode": "heavy-weapons", "date": "2021-03-08"} | fields
    report.event("ASSAULT", "قصفت", actors=actors, **fields)
    return report.pair()


def only(reports: list[Any]) -> tuple[Event, list[str]]:
    """The one event of the reports and the names of its actors."""
    record = derive(reports)
    (event,) = record.events
    return event, sorted(record.entity[x].name for x in event.actors)


def test_whom_one_of_many_tellings_adds_is_left_to_it(scribe: Callable[..., Any]) -> None:
    reports = [talks(scribe, name) for name in "abc"] + [talks(scribe, "d", misread=True)]
    event, actors = only(reports)
    assert len(event.tellings) == 4
    assert actors == ["جيهون بيراموغلو", "سيرغي لافرنوف"]
    assert any(len(t.actors) == 3 for t in derive(reports).tellings)


def test_of_two_tellings_all_that_they_name_stay(scribe: Callable[..., Any]) -> None:
    _, actors = only([talks(scribe, "a"), talks(scribe, "b", misread=True)])
    assert len(actors) == 3


@pytest.mark.parametrize("odd", ["قوات الشمال", "قوات الجنوب"])
def test_a_deed_laid_to_others_by_one_report_keeps_both(scribe: Callable[..., Any], odd: str) -> None:
    sides = {"قوات الشمال": "AAA", "قوات الجنوب": "BBB"}
    (other,) = sides.keys() - {odd}
    record = derive([raid(scribe, n, other, sides[other]) for n in "abc"] + [raid(scribe, "d", odd, sides[odd])])
    told = {event.documents: len(event.actors) for event in record.events}
    assert told in ({("a", "b", "c", "d"): 2}, {("a", "b", "c"): 1, ("d",): 1})


def test_the_town_is_the_place_where_others_tell_only_its_country(scribe: Callable[..., Any]) -> None:
    reports = [raid(scribe, "a"), *(raid(scribe, name, place="loc.BBB") for name in "bc")]
    record = derive(reports)
    (event,) = record.events
    assert record.entity[event.place or ""].name == "زاريت"


def test_a_mode_that_says_nothing_gives_way_and_the_weapon_goes_with_the_mode(scribe: Callable[..., Any]) -> None:
    reports = [raid(scribe, n, mode="other") for n in "ab"]
    event, _ = only([*reports, raid(scribe, "c", weapon="artillery")])
    assert (event.mode, event.weapon) == ("heavy-weapons", "artillery")


def test_a_tie_is_not_settled_by_the_alphabet(scribe: Callable[..., Any]) -> None:
    pairs = [raid(scribe, "a", weapon="artillery"), raid(scribe, "b", weapon="heavy artillery")]
    event, _ = only(pairs)
    first = min(derive(pairs).tellings, key=lambda t: t.id)
    assert event.weapon == first.weapon
