"""Page furniture around reports, line by line."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hudna.reading.furniture import find_furniture, furniture_spans
from tests.reading.opened import opened

TITLE = "الطرفان يتفقان على تبادل الأسرى"
BODY = "قال المبعوث إن الطرفين اتفقا على تبادل الأسرى وعلى فتح الطريق إلى المدينة."


def furniture(text: str) -> list[str]:
    page = opened(text)
    page = replace(page, furniture=find_furniture(page))
    return [text[s.start : s.end] for s in furniture_spans(page)]


def test_a_report_alone_has_none() -> None:
    assert furniture(f"{TITLE}\n\n{BODY}\n\nوأضاف أن اللجنة ستجتمع غدا.") == []


def test_what_stands_after_a_report() -> None:
    tail = ["التعليقات (0)", "0", "الأكثر قراءة", "💡 أهم المواضيع", "شارك", "طباعة", "// انتهى //"]
    assert furniture("\n".join([TITLE, BODY, *tail])) == tail


def test_the_links_of_a_menu() -> None:
    links = ["مواضيع ذات صلة", "أسعار العملات اليوم", "حالة الطقس في العاصمة"]
    assert furniture("\n".join([TITLE, BODY, *links, "وغادر الوفدان المدينة مساء الأحد بعد ثلاثة أيام."])) == links


def test_a_link_may_end_with_a_quotation() -> None:
    links = ["روابط ذات علاقة", 'قمة ثالثة بين الرئيسين "قريبا"', "لقاء مرتقب للوزيرين"]
    assert furniture("\n".join([TITLE, BODY, *links, "وغادر الوفدان المدينة مساء الأحد بعد ثلاثة أيام."])) == links


def test_a_link_inside_a_report() -> None:
    assert furniture(f"{TITLE}\n{BODY}\nاقرأ أيضا: قمة ثالثة بين الرئيسين\nوغادر الوفدان المدينة مساء.") == [
        "اقرأ أيضا: قمة ثالثة بين الرئيسين"
    ]


def test_language_switches_and_repeated_titles() -> None:
    assert furniture(f"Ru En\n{TITLE}\n{TITLE}\n{BODY}") == ["Ru En", TITLE]
    assert furniture(f"عربي English\n{TITLE}\n{BODY}") == ["عربي English"]


def test_credits_and_the_name_of_a_site() -> None:
    tail = ["مركز دراسات السلام", "الصورة: وزارة الإعلام", "المصدر: وكالة س"]
    assert furniture("\n".join([TITLE, BODY, *tail])) == tail


def test_tags_at_the_end_of_a_paragraph() -> None:
    assert furniture(f"{TITLE}\n{BODY} سمات هدنة أسرى") == ["سمات هدنة أسرى"]


def test_a_label_needs_its_colon() -> None:
    text = "المصدر العسكري أكد للصحفيين أن القصف توقف عند الفجر."
    assert furniture(f"{TITLE}\n{text}\n{BODY}") == []


def test_a_page_is_never_all_furniture() -> None:
    assert furniture("التعليقات (0)\nشارك") == []
    assert furniture("") == []


@given(st.text(alphabet=st.sampled_from("\n\nشارك المصدر:اقرأ أيضا Ru0💡.()"), max_size=80))
def test_any_string(text: str) -> None:
    furniture(text)
