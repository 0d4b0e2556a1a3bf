"""Who is who over the reports of many wars: one line a case, names as reports write them."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from hudna.record import derive

TEXTS = (
    "وصل وفد إلى {land} صباح اليوم حيث التقى {title} {name} بعد انقطاع طويل.",
    "أثار تصريح عن {land} جدلا واسعا بعدما تحدث {title} {name} أمام الصحافة.",
    "لم يصدر من {land} تعليق على ما نسب إلى {title} {name} في الليلة الماضية.",
)
Given = tuple[str, str, dict[str, Any]]  # type, name, what the report says besides


def clusters(scribe: Callable[..., Any], *given: Given) -> set[frozenset[str]]:
    """The names that are one, each told of in a report of its own on Yemen or the country that ``on`` names."""
    pairs = []
    for number, (kind, name, fields) in enumerate(given):
        land = fields.pop("on", "اليمن")
        title = fields.get("title", "")
        report = scribe(f"r{number}", TEXTS[number].format(land=land, title=title, name=name))
        report.entity("LOC", land, own={"اليمن": "loc.YEM", "السودان": "loc.SDN", "أوكرانيا": "loc.UKR"}[land])
        report.entity(kind, name, **fields)
        pairs.append(report.pair())
    entities = (e for e in derive(pairs).entities if not e.id.startswith("loc."))
    return {frozenset(f"{m.name} {m.document[1:]}" for m in e.members) for e in entities}


def apart(names: Iterable[str]) -> set[frozenset[str]]:
    return {frozenset({f"{name} {number}"}) for number, name in enumerate(names)}


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("PER", {"name": "ماجد بن عبد الله القصبي", "side": "SAU"}, {"name": "ماجد القصبي", "side": "SAU"}),
        ("PER", {"name": "فلاديسلاف زورين"}, {"name": "زورين"}),
        ("PER", {"name": "نايف صالح البكري"}, {"name": "نايف البكري", "side": "YEM"}),
        ("PER", {"name": "حيدر العطاس"}, {"name": "العطاس"}),
        ("PER", {"name": "سيرجي غوربانيوك"}, {"name": "سيرغي جوربانيوك"}),
        ("ORG", {"name": "حركة نور الوادي"}, {"name": "ميليشيا نور الوادي"}),
        ("ORG", {"name": "مليشيا البراق"}, {"name": "ميليشيا البراق"}),
        ("ORG", {"name": "الانفصاليين", "side": "south"}, {"name": "الانفصاليون"}),
        ("LOC", {"name": "سيفيرودونيتسك"}, {"name": "سيفيرودونتسك"}),
        ("LOC", {"name": "مدينة بلغراد"}, {"name": "بلجراد"}),
    ],
)
def test_one(scribe: Callable[..., Any], kind: str, one: dict[str, Any], two: dict[str, Any]) -> None:
    found = clusters(scribe, *((kind, x.pop("name"), x) for x in (dict(one), dict(two))))
    assert found == {frozenset({f"{one['name']} 0", f"{two['name']} 1"})}


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("PER", {"name": "علي صالح الأحمر", "side": "YEM"}, {"name": "علي صالح", "side": "YEM"}),
        ("PER", {"name": "محمد بن سلمان", "side": "SAU"}, {"name": "محمد بن زايد", "side": "ARE"}),
        ("PER", {"name": "سعد الحريري", "side": "LBN"}, {"name": "بهاء الحريري", "side": "LBN"}),
        ("PER", {"name": "كيم يونغ", "side": "KOR"}, {"name": "كيم يونغ أون", "side": "PRK"}),
        ("PER", {"name": "عباس التميمي", "on": "السودان"}, {"name": "التميمي"}),
        ("PER", {"name": "أحمد بن محمد السناني", "on": "السودان"}, {"name": "محمد السناني"}),
        ("PER", {"name": "محمد"}, {"name": "محمد"}),
        ("ORG", {"name": "حزب العمل"}, {"name": "وزارة العمل"}),
        ("ORG", {"name": "حركة الشباب"}, {"name": "وزارة الشباب"}),
        ("ORG", {"name": "صحيفة الوسط"}, {"name": "حزب الوسط"}),
        ("ORG", {"name": "الوزارة"}, {"name": "الوزارة"}),
        ("ORG", {"name": "الجيش السوداني", "side": "SDN"}, {"name": "الجيش التشادي", "side": "TCD"}),
        ("LOC", {"name": "الزبداني"}, {"name": "زبدين"}),
        ("LOC", {"name": "الروضة", "side": "YEM"}, {"name": "الروضة", "side": "SAU"}),
    ],
)
def test_two(scribe: Callable[..., Any], kind: str, one: dict[str, Any], two: dict[str, Any]) -> None:
    names = [one["name"], two["name"]]
    assert clusters(scribe, *((kind, x.pop("name"), x) for x in (dict(one), dict(two)))) == apart(names)


def test_a_short_name_of_two_persons_is_neither(scribe: Callable[..., Any]) -> None:
    names = ("محمد إلياس خانوف", "محمد كريم خانوف", "محمد خانوف")
    assert clusters(scribe, *(("PER", n, {"side": "PAK"}) for n in names)) == apart(names)


def test_an_office_tells_which_of_two_persons_is_meant(scribe: Callable[..., Any]) -> None:
    found = clusters(
        scribe,
        ("PER", "محمد إلياس خانوف", {"side": "PAK", "title": "وزير الداخلية"}),
        ("PER", "محمد كريم خانوف", {"side": "PAK"}),
        ("PER", "محمد خانوف", {"side": "PAK", "title": "وزير الداخلية"}),
    )
    assert frozenset({"محمد إلياس خانوف 0", "محمد خانوف 2"}) in found


def test_a_bare_name_means_the_only_body_of_its_kind_in_reports_on_the_country(scribe: Callable[..., Any]) -> None:
    arab, bare = ("ORG", "التحالف العربي", {"lexicon": "o.arab"}), ("ORG", "التحالف", {})
    assert frozenset({"التحالف العربي 0", "التحالف 1"}) in clusters(scribe, arab, bare)
    assert clusters(scribe, arab, ("ORG", "التحالف", {"on": "أوكرانيا"})) == apart(("التحالف العربي", "التحالف"))


def test_a_name_between_a_party_and_a_paper_is_neither(scribe: Callable[..., Any]) -> None:
    names = ("حزب البيان", "صحيفة البيان", "البيان")
    assert clusters(scribe, *(("ORG", n, {}) for n in names)) == apart(names)
