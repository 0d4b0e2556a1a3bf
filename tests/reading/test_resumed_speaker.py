"""A word of saying without a subject that opens a sentence, where nobody before it can go on speaking."""

import pytest

from hudna.reading import read
from hudna.text import Document


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("هاجمت حركة الشباب قاعدة في مقديشو. وقالت إنها قتلت عشرين جنديا.", "حركة الشباب"),
        ("بثت قناة العربية صورا للقصف. وقالت إن الطائرات استهدفت ثلاثة مواقع.", "قناة العربية"),
        ("ونقلت وكالة رويترز عن مصدر مسؤول قوله إن جنديا قتل. وأضافت أن الهدوء عاد.", "وكالة رويترز"),
    ],
)
def test_the_subject_of_the_sentence_before_or_the_outlet_speaks(text: str, source: str) -> None:
    reading = read(Document("x", text))
    names = {e.id: e.name for e in reading.entities}
    assert names.get(reading.attributions[-1].source) == source


@pytest.mark.parametrize(
    "text",
    [
        "شهدت المدينة هدوءا. وقالت إن الوضع مستقر.",
        "هاجم الجيش القرية. وقالت إن الوضع مستقر.",
    ],
)
def test_a_mere_place_or_another_gender_does_not(text: str) -> None:
    assert not read(Document("x", text)).attributions


@pytest.mark.parametrize(
    "text",
    [
        "قال سامي الخطيب إن الطريق مغلق. وأضاف لرويترز أن الجسر دمر.",
        "قال سامي الخطيب إن الطريق مغلق. وقال لوكالة فرانس برس «دمر الجسر».",
        "قال سامي الخطيب إن الطريق مغلق. وتحدث ناشطون عن قصف. ودمر الجسر، وفق المصدر نفسه.",
        "أفادت وكالة رويترز أن الطريق مغلق. وذكرت رويترز أن الجسر دمر، حسبما أعلن القائد سامي الخطيب.",
    ],
)
def test_whoever_speaks_to_an_outlet_or_is_passed_on_by_it_goes_on(text: str) -> None:
    reading = read(Document("x", text))
    names = {e.id: e.name for e in reading.entities}
    assert names.get(reading.attributions[-1].source) == "سامي الخطيب"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وقتل ثلاثة، حسبما ذكرت مديرية أمن بنغازي.", "مديرية أمن بنغازي"),
        ('وذكرت وكالة الأنباء الرسمية "سانا" أن ثلاثة قتلوا.', 'وكالة الأنباء الرسمية "سانا"'),
        ("وقالت سانا إن ثلاثة قتلوا.", "سانا"),
    ],
)
def test_local_bodies_and_agencies_by_their_short_name_speak(text: str, source: str) -> None:
    reading = read(Document("x", text))
    names = {e.id: e.name for e in reading.entities}
    assert [names.get(a.source) for a in reading.attributions] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وتحدث مصدر ثالث عن 25 قتيلا.", "unnamed: third source"),
        ("وقتل ثلاثة وفق آخر حصيلة رسمية.", "unnamed: official figures"),
        ("وشاهد مراسل رويترز جثث ثلاثة جنود.", "unnamed: journalist of Reuters"),
        ("وترددت أنباء عن مقتل ثلاثة جنود.", "unnamed: news reports"),
    ],
)
def test_those_without_a_name_tell_what_they_saw_or_counted(text: str, source: str) -> None:
    assert [a.source for a in read(Document("x", text)).attributions] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("أعلنت الأمم المتحدة أن الأمين العام بان كي مون اتصل بالرئيس كابيلا وطلب منه التهدئة.", "بان كي مون"),
        ("وقال البيت الأبيض إن الرئيس باراك أوباما التقى نتانياهو وطالب بوقف القصف.", "باراك أوباما"),
        ("قال البيت الأبيض إن الرئيس باراك أوباما التقى نتانياهو، مطالبا بوقف القصف.", "البيت الأبيض"),
        ("استقبل الرئيس باراك أوباما وزيرا ثم اتصل بالرئيس جوزف كابيلا وطلب منه التهدئة.", "باراك أوباما"),
    ],
)
def test_who_meets_others_goes_on_to_ask(text: str, source: str) -> None:
    reading = read(Document("x", text))
    names = {e.id: e.name for e in reading.entities}
    assert names.get(reading.attributions[-1].source) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال والي شمال دارفور عثمان يوسف إن ثلاثة قتلوا على الطريق إلى الفاشر.", "عثمان يوسف"),
        (
            "وتتهم المحكمة الجنائية الدولية البشير بجرائم في النزاع الذي أودى بحياة آلاف بحسب الأمم المتحدة.",
            "الأمم المتحدة",
        ),
    ],
)
def test_a_governor_speaks_and_so_does_the_source_of_a_clause_within_a_charge(text: str, source: str) -> None:
    reading = read(Document("x", text))
    names = {e.id: e.name for e in reading.entities}
    (toll,) = reading.casualties
    assert [names.get(c) for c in toll.claimed_by] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وأوضح لـ «عكاظ» العميد محمد سالم أن سبعة جنود قتلوا.", "محمد سالم"),
        ("وقال في تصريح خاص لـ«الشرق الأوسط» محمد سالم إن سبعة جنود قتلوا.", "محمد سالم"),
        ("وقال محمد سالم إن الوضع هادئ. وأضاف لـ «عكاظ» أن سبعة جنود قتلوا.", "محمد سالم"),
        ("وكشف لـ«الرياض» مصدر عسكري أن سبعة جنود قتلوا.", "unnamed: military source"),
        ("وأكد مصدر عسكري كيني أن سبعة جنود قتلوا.", "unnamed: military source"),
    ],
)
def test_the_outlet_in_marks_to_which_somebody_speaks_is_passed_over(text: str, source: str) -> None:
    reading = read(Document("x", text))
    names = {e.id: e.name for e in reading.entities}
    assert [names.get(c, c) for c in reading.casualties[-1].claimed_by] == [source]
