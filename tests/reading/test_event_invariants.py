"""What holds of the events of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import Reading, read, to_json
from hudna.text import Document

TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
STATUSES = {"actual", "planned", "called_for", "denied", "possible"}
VOCABULARY = """
قصف قصفت وقصفت القصف قصفها هجوم هجومها الهجمات شنت نفذتها تعرضت لقصف اندلعت اشتباكات بين على من قبل يد
إلى أن إن أنها لم لن قد سوف كما التي الذي فيه خلال بعد نسب بحث دعا دعت طالبت اتهم اتهمت الاتهامات تبادلت
أدانت رفض هدد نفى قال وقالت أعلنت التعبئة حالة الطوارئ حظر التجول اتصالا هاتفيا لقاء زيارة التقى زار وصل
وساطة انسحبت انسحاب هدنة وقف إطلاق النار العام القوات الروسية الجيش السوداني قوات الدعم السريع الحوثيين
مسلحون مسلحين المتمردين الطرفان نظيره الوزير لافروف وزير الخارجية روسيا وأوكرانيا السودان كييف الفاشر
مدينة قرية مواقع طائرة صاروخا يوم الجمعة أمس فجر 12 2020 ٣ ثلاثة جنديا قتل و ف ب ل
"""
WORDS = VOCABULARY.split()
MARKS = ["،", ".", ":", "؛", "«", "»", '"', "(", ")", "-", "…", "؟", "\n", "\r\n", "\u200f", "ـ", "َ", "\x00", "😀"]
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map("".join),
    st.text(max_size=80),
)
HOSTILE = {
    "quotation marks": '"' * 4000,
    "open quotations": "«" * 2000,
    "commas": "،" * 4000,
    "one word over and over": "قصف " * 400,
    "one endless sentence": "قصفت القوات الروسية مدينة خاركيف واتهمت أوكرانيا " * 60,
    "an endless word": "ق" * 4000,
    "marks on no letter": "َ" * 2000,
    "nothing": "",
    "white space": " \n\t\u200f" * 500,
}


def check(reading: Reading, text: str) -> None:
    """The invariants of the events of one reading."""
    known = {e.id for e in reading.entities}
    assert len({e.id for e in reading.events}) == len(reading.events)
    assert [e.trigger for e in reading.events] == sorted(e.trigger for e in reading.events)
    for event in reading.events:
        assert 0 <= event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end <= len(text)
        assert event.type in TYPES
        assert event.status in STATUSES
        assert event.rule.startswith("event.")
        for party in event.actors + event.targets:
            assert party in known or party.startswith(("loc.", "unnamed: ")), party
        assert event.place is None or event.place in known
        assert len(set(event.actors)) == len(event.actors)
        assert len(set(event.targets)) == len(event.targets)


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    document = Document("x", text, published="2020-07-16")
    reading = read(document)
    check(reading, text)
    assert to_json(read(document)) == to_json(reading)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read(text: str) -> None:
    check(read(Document("x", text)), text)
