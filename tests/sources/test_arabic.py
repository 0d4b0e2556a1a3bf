from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.sources.arabic import LONGEST, check
from hudna.sources.refusal import Unreadable

REPORT = "قالت وزارة الدفاع في بيان إن القوات ردت على مصادر النيران، وأضافت أن الوضع على الحدود هادئ."


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "هدنة",
        "باكو",
        "انفجار في كابل",
        "وزير خارجية إيران يصل بغداد",  # no article at all
        "طهران تحتج رسميا لدى برلين",
        REPORT.replace("ي", "ی").replace("ك", "ک"),  # typed on a Persian keyboard
        REPORT + " وقال المتحدث چيا گوران إن پيشمرگة انتشرت.",  # Kurdish names
        REPORT + " (Ministry of Defence, Sukhoi Su-25, Bayraktar TB2)",
        "ﻗﺎﻟﺖ وزارة اﻟﺪﻓﺎع",  # presentation forms
        "قالَتِ الوِزارةُ إنَّ الهُدنةَ صامِدةٌ",
    ],
)
def test_arabic_is_accepted(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t\u200f\n", "white space only"),
        ("2020 - 07 - 14", "holds no letters"),
        ("The ministry said that two soldiers were killed.", "another script"),
        ("Министерство обороны сообщило о гибели двух солдат.", "another script"),
        ("وزیر امور خارجه ایران در گفتگو با همتای ترک خود درباره آتش‌بس گفتگو کرد.", "not Arabic"),
        ("وزير امور خارجه ايران روز يكشنبه در تهران با همتاي روسي خود ديدار كرد و سخن گفت.", "not Arabic"),
        ("وزیر خارجہ نے کہا ہے کہ فائر بندی کے معاہدے پر عمل کیا جائے گا اور مذاکرات جاری رہیں گے۔", "not Arabic"),
        ("هێزەکانی پێشمەرگە ڕایانگەیاند کە لە شاری کەرکووک کشاونەتەوە و ئاگربەست ڕاگیراوە.", "not Arabic"),
        ("د افغانستان د بهرنیو چارو وزیر وویل چې د اوربند په اړه خبرې اترې به دوام ومومي.", "not Arabic"),
        ("قال\0الوزير", "binary"),
        ("قال الوزير\ud83d", "surrogate"),
        ("�" * 20 + "قال الوزير", "damaged"),
        (REPORT.encode().decode("cp1256", "replace"), "once read as Windows-1256"),
        (REPORT.encode().decode("latin-1").replace("\x80", ""), "once read as Latin-1"),
        ("ا" * 500, "one letter over and over"),
        ("ا" * (LONGEST + 1), "more than 2,000,000 characters"),
    ],
)
def test_the_rest_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        check(text)


@given(st.text())
def test_any_text_is_accepted_or_refused(text: str) -> None:
    with suppress(Unreadable):
        check(text)
