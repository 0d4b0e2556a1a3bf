"""Who goes on speaking: the last speaker, he whom a short form or a pronoun means, or nobody."""

import pytest

from hudna.reading import read
from hudna.text import Document
from tests.reading.heard import said, told


def test_the_last_speaker_goes_on() -> None:
    text = (
        "قالت وزارة الدفاع إن الهجوم توقف. وأضافت أن القوات باقية، مؤكدة أن الطريق مفتوح. وأوضحت الوزارة أن الجسر سليم."
    )
    assert told(text) == [
        ("mod", "الهجوم توقف"),
        ("mod", "القوات باقية"),
        ("mod", "الطريق مفتوح"),
        ("mod", "الجسر سليم"),
    ]


def test_a_verb_goes_back_to_the_speaker_of_its_gender() -> None:
    text = "قالت الحكومة إن الوضع هادئ. وقال الجيش إن الطريق مفتوح. وأضافت أن المدارس مغلقة."
    assert told(text)[-1] == ("gov", "المدارس مغلقة")


def test_the_source_told_of_before_is_the_same() -> None:
    text = "قال مصدر عسكري إن الجسر دمر. وقال شاهد عيان إن الدخان كثيف. وأضاف المصدر أن المعركة مستمرة."
    assert told(text)[-1] == ("unnamed: military source", "المعركة مستمرة")


def test_the_statement_speaks_for_its_issuer() -> None:
    text = "وأفاد بيان للخارجية بأن اللقاء كان مثمرا. وأضاف البيان أن الحوار سيستمر."
    assert told(text) == [("mfa", "اللقاء كان مثمرا"), ("mfa", "الحوار سيستمر")]
    assert {a.via for a in said(text)} == {"statement"}


def test_who_informed_by_the_way_goes_on() -> None:
    text = "سقط عشرة جرحى، حسبما أفاد مصدر طبي، محذرا من ارتفاع الحصيلة."
    assert told(text)[-1] == ("unnamed: medical source", "ارتفاع الحصيلة")


def test_a_title_means_only_who_is_called_by_it() -> None:
    text = "قال قائد الشرطة سامي الخطيب إن الجسر دمر. وقال الرئيس الأفغاني إن الطريق مفتوح."
    assert told(text) == [("sami", "الجسر دمر"), ("unnamed: head", "الطريق مفتوح")]


def test_an_object_is_not_taken_for_the_subject() -> None:
    text = "قال سامي الخطيب إن المفاوضات فشلت. واتهم تركيا بعرقلة الاتفاق."
    assert told(text)[-1] == ("sami", "تركيا بعرقلة الاتفاق")


def test_a_pronoun_goes_back_to_the_last_speaker_through_an_outlet() -> None:
    text = "قال سامي الخطيب إن الوضع هادئ. ونقلت وكالة رويترز عنه قوله إن الحدود آمنة."
    assert told(text)[-1] == ("sami < reuters", "الحدود آمنة")


def test_what_is_described_does_not_borrow_the_last_speaker() -> None:
    text = "قالت روسيا إن الهجوم توقف. وتستمر الاحتجاجات التي تطالب برحيل الحاكم. واعتقل رجل زعم أنه طبيب."
    assert told(text) == [("loc.RUS", "الهجوم توقف")]


def test_an_official_with_his_state_is_the_person_told_before() -> None:
    text = "قال سامي الخطيب إن الوضع هادئ. وأضاف المسؤول الأذربيجاني أن الطريق مفتوح."
    assert told(text)[-1] == ("sami", "الطريق مفتوح")
    other = "قال سامي الخطيب إن الوضع هادئ. وأضاف المسؤول التركي أن الجسر دمر."
    assert told(other)[-1] == ("unnamed: official", "الجسر دمر")


def test_who_only_answers_an_outlet_goes_on_in_an_interview() -> None:
    text = "قال سامي الخطيب لوكالة رويترز إن الوضع هادئ. وأضاف أن الطريق مفتوح."
    assert [(a.relay, a.via) for a in said(text)] == [("reuters", "interview")] * 2


def test_who_spoke_threatens_or_blames_whom_a_joined_verb_names() -> None:
    text = "قالت لينا حداد إن القوات باقية، وتوعدت سامي الخطيب بالقتل."
    assert told(text)[-1] == ("lina", "القتل")
    text = "نفى سامي الخطيب الاتهامات، وحمل الجيش المسؤولية عن الهجوم."
    assert told(text)[-1] == ("sami", "الجيش المسؤولية عن الهجوم")


def test_a_subject_that_no_one_has_read_is_not_replaced_by_the_last_speaker() -> None:
    text = "قالت روسيا إن الهجوم توقف. وقال كرنفلاي إن الجسر دمر. وأضاف أن الطريق مغلق."
    assert told(text) == [("loc.RUS", "الهجوم توقف")]


def test_these_figures_are_those_of_the_last_speaker() -> None:
    text = "أعلنت الحكومة أن القرى قصفت، وبحسب هذه البيانات، سقط ضحايا."
    assert told(text)[-1] == ("gov", "سقط ضحايا")


GOES_ON = [
    ("قالت روسيا إن الطريق آمن. وأضافت في حديث للإذاعة الرسمية مساء الاثنين أن [الجسر مفتوح].", "loc.RUS"),
    ("قالت روسيا إن الطريق آمن، إلا أنها أعربت في الوقت ذاته عن [القلق من الألغام].", "loc.RUS"),
    ("أصدرت روسيا بيانا نددت فيه ب[الهجوم على القرية].", "loc.RUS"),
    ("قال سامي الخطيب إن الطريق آمن. وتابع وهو يغادر القاعة: «[لن نعود إلى هنا أبدا]».", "sami"),
]


@pytest.mark.parametrize(("marked", "who"), GOES_ON)
def test_what_stands_beside_the_verb_is_no_new_speaker(marked: str, who: str) -> None:
    content = marked[marked.index("[") + 1 : marked.index("]")]
    assert told(marked.replace("[", "").replace("]", ""))[-1] == (who, content)


def test_witnesses_are_not_the_one_man_who_speaks_next() -> None:
    text = "قال سامي الخطيب إن الطريق آمن. وقال شهود إن النار اشتعلت. وقال في مؤتمر صحفي إن الوضع صعب."
    assert told(text)[-1] == ("sami", "الوضع صعب")


def test_a_paper_of_someone_unread_is_not_the_last_speaker_s() -> None:
    text = "قالت روسيا إن الطريق آمن. وأصدرت عائلة الأسير بيانا طالبت فيه بكشف مصيره."
    assert told(text) == [("loc.RUS", "الطريق آمن")]


def test_a_noun_that_folds_like_a_verb_with_its_object_says_nothing() -> None:
    text = "قال سامي الخطيب إن الطريق آمن. ووجه دعوة للحكومة إلى زيارة القرية."
    assert told(text) == [("sami", "الطريق آمن")]


def test_a_place_on_which_a_statement_stands_has_not_made_it() -> None:
    text = "قالت روسيا إن الطريق آمن. وزعم البيان على الموقع الإلكتروني أن الجسر سليم."
    assert told(text)[-1] == ("loc.RUS", "الجسر سليم")


def test_a_statement_is_whose_the_verb_of_issuing_names() -> None:
    text = "دعت الأمم المتحدة الحكومة اليمنية والمتمردين إلى الهدوء. وجاء في بيان أصدره الحوثيون أن الهجمات مستمرة."
    told = read(Document("d", text))
    sides = {e.id: e.side for e in told.entities}
    assert sides[told.attributions[-1].source] == "houthi"


def test_soldiers_behind_a_statement_have_not_issued_it() -> None:
    text = "قالت وزارة الدفاع إن الطريق آمن. وبحسب ما أوضح البيان فقد عبرت القوات الكينية الجسر."
    assert told(text)[-1] == (told(text)[0][0], "عبرت القوات الكينية الجسر")
