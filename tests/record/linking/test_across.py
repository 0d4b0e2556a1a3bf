from collections.abc import Callable
from typing import Any

from hudna.record import derive

NORTH, SOUTH = "loc.AAA", "loc.BBB"


def one(
    scribe: Callable[..., Any], name: str, text: str, published: str, words: str, *event: str, **fields: Any
) -> Any:
    report = scribe(name, text, published)
    report.event(*event, words, **fields)
    return report.pair()


def test_a_plan_is_tied_to_what_came_of_it(scribe: Callable[..., Any]) -> None:
    day = {"topic": "bilateral-ties", "date": "2022-05-04", "actors": (NORTH, SOUTH)}
    told = [
        one(scribe, "a", "سيوقع الجانبان الاتفاق الأربعاء.", "2022-05-03", "سيوقع", "AGREE", status="planned", **day),
        one(scribe, "b", "وقعت الدولتان وثيقة التطبيع أمس في احتفال كبير.", "2022-05-05", "وقعت", "AGREE", **day),
    ]
    record = derive(told)
    (link,) = record.links
    ends = {t.event: t.document for t in record.tellings}
    assert (link.kind, ends[link.left], ends[link.right]) == ("realises", "a", "b")
    assert not derive(told[:1]).links


def test_a_plan_is_not_realised_before_it_is_made(scribe: Callable[..., Any]) -> None:
    day = {"topic": "bilateral-ties", "date": "2022-05-04", "actors": (NORTH, SOUTH)}
    told = [
        one(scribe, "a", "سيوقع الجانبان الاتفاق قريبا.", "2022-05-09", "سيوقع", "AGREE", status="planned", **day),
        one(scribe, "b", "وقعت الدولتان وثيقة التطبيع في احتفال كبير.", "2022-05-05", "وقعت", "AGREE", **day),
    ]
    assert not derive(told).links


def test_a_denial_in_another_report_makes_a_deed_disputed(scribe: Callable[..., Any]) -> None:
    pairs = []
    for name, text, words in (
        ("a", "قالت مصادر في زاريت إن مدفعية الجنوب قصفت السوق ظهرا وأصابت باعة.", "قصفت"),
        ("b", "نفى الجنوب أي قصف على زاريت أو غيرها من المدن.", "قصف"),
    ):
        report = scribe(name, text, "2022-05-04")
        town = report.entity("LOC", "زاريت")
        fields: dict[str, Any] = {"actors": (SOUTH,), "place": town, "mode": "heavy-weapons"}
        if name == "a":
            fields |= {"claimed_by": ("unnamed: sources",), "date": "2022-05-04"}
        else:
            fields |= {"status": "denied", "disputed_by": (SOUTH,)}
        report.event("ASSAULT", words, **fields)
        pairs.append(report.pair())
    record = derive(pairs)
    assert [e.standing for e in record.events] == ["disputed"] * len(record.events)
    assert all(e.disputed_by == (SOUTH,) for e in record.events)
    assert len(record.events) == 1 or [x.kind for x in record.links] == ["denies"]


def test_a_denial_finds_the_deed_by_what_was_struck(scribe: Callable[..., Any]) -> None:
    first = scribe("a", "قصفت القوات مسجدا في القرية، بحسب المتمردين.", "2020-01-02")
    first.event("ASSAULT", "قصفت", actors=(SOUTH,), claimed_by=(NORTH,), mode="drone")
    second = scribe("b", "نفى الجيش أن تكون طائراته قد هاجمت المسجد.", "2020-01-03")
    second.event("ASSAULT", "هاجمت", actors=(SOUTH,), status="denied", disputed_by=(SOUTH,), mode="drone")
    third = scribe("c", "نفى الجيش أن تكون طائراته قد هاجمت الجسر.", "2020-01-03")
    third.event("ASSAULT", "هاجمت", actors=(SOUTH,), status="denied", disputed_by=(SOUTH,), mode="drone")
    links = derive([first.pair(), second.pair(), third.pair()]).links
    assert [(x.kind, x.rule) for x in links] == [("denies", "denied-and-told")]


def test_a_place_within_another_by_its_name_is_no_other_place(scribe: Callable[..., Any]) -> None:
    pairs = []
    for name, text, words, place in (
        ("a", "اتهم الشمال جاره بقصف زاريت ظهر السبت فأصيب باعة في السوق.", "قصف", "زاريت"),
        ("b", "نفت قيادة الجنوب قصف مستشفى زاريت، ودعت إلى تحقيق دولي عاجل.", "قصف", "مستشفى زاريت"),
    ):
        report = scribe(name, text, "2022-05-04")
        where = report.entity("FAC" if name == "b" else "LOC", place)
        told: dict[str, Any] = (
            {"claimed_by": (NORTH,)} if name == "a" else {"status": "denied", "disputed_by": (SOUTH,)}
        )
        report.event("ASSAULT", words, actors=(SOUTH,), place=where, mode="heavy-weapons", **told)
        pairs.append(report.pair())
    record = derive(pairs)
    assert {e.standing for e in record.events} == {"disputed"}


def test_a_measure_first_denied_then_taken_is_a_reversal(scribe: Callable[..., Any]) -> None:
    fields: dict[str, Any] = {"mode": "troops", "actors": (NORTH,)}
    told = [
        one(scribe, "a", "لا حاجة إلى التعبئة.", "2022-05-03", "التعبئة", "MOBILIZE", status="denied", **fields),
        one(scribe, "b", "أعلن الرئيس التعبئة.", "2022-05-06", "التعبئة", "MOBILIZE", **fields),
    ]
    record = derive(told)
    documents = {t.event: t.document for t in record.tellings}
    found = [(x.kind, documents[x.left], documents[x.right]) for x in record.links]
    assert found == ([("reverses", "b", "a")] if len(record.events) > 1 else [])
