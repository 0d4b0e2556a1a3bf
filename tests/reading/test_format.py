import json

import msgspec
import pytest

from hudna.reading import Reading, from_json, read, to_json
from hudna.text import Document

TEXT = """وقف لإطلاق النار في الشمال
أعلنت الحكومة النيبالية السبت وقفا لإطلاق النار مع المتمردين الماويين مدته أسبوعان بوساطة الأمم المتحدة.
وقال الجيش إن المتمردين خرقوا الهدنة وقتلوا ثلاثة جنود في هجوم على مخفر في دانغ وأحرقوا شاحنتين.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(Document("a", TEXT, TEXT.splitlines()[0], outlet="صحيفة أ", published="2003-02-01"))


def test_a_reading_comes_out_of_json_as_it_was(reading: Reading) -> None:
    assert reading.events
    assert reading.truces
    assert reading.casualties
    for text in (json.dumps(to_json(reading)), json.dumps(to_json(reading), ensure_ascii=False).encode()):
        assert from_json(text) == reading


def test_the_events_of_a_records_export_keep_those_of_the_record(reading: Reading) -> None:
    value = to_json(reading, global_ids=True)
    value["events"][0]["event"] = "e0123456789ab"
    held = from_json(json.dumps(value))
    assert [e.record_event for e in held.events] == ["e0123456789ab", *[None] * (len(reading.events) - 1)]


@pytest.mark.parametrize(("name", "value"), [("schema", "hudna.reading/2"), ("entities", None), ("mentions", [{}])])
def test_what_is_not_of_the_format_is_refused(reading: Reading, name: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(json.dumps(to_json(reading) | {name: value}))
