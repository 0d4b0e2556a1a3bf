import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.sources.encoding import decode
from hudna.sources.refusal import Unreadable

REPORT = (
    "مقتل جنديين في قصف على الحدود\r\n\r\n"
    "قالت وزارة الدفاع في بيان إن القوات ردت على مصادر النيران، وأضافت أن الوضع هادئ.\n"
)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "cp1256"),
    ],
)
def test_each_encoding_gives_the_text_untouched_and_without_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + REPORT.encode(encoding)) == REPORT


def test_a_single_word_in_windows_1256() -> None:
    assert decode("هدنة".encode("cp1256")) == "هدنة"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (REPORT.encode()[:40] + b"\xd9" + REPORT.encode()[40:], "UTF-8 that is broken at byte"),
        (codecs.BOM_UTF8 + b"\xff\xfe", "begins as UTF-8 and breaks at byte 0"),
        (codecs.BOM_UTF16_LE + b"\x27\x06\x00", "begins as UTF-16-LE"),
        (REPORT.encode("iso-8859-6", "replace"), "neither UTF-8, UTF-16 nor Windows-1256"),
        ("Российские войска отошли от города, сообщило министерство.".encode("cp1251"), "neither"),
        ("Le ministre a déclaré que les négociations ont été arrêtées.".encode("latin-1"), "neither"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "binary"),
        (bytes(range(1, 256)) * 4, "binary"),
    ],
)
def test_other_bytes_are_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(data)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x6FF, exclude_categories=["Cs", "Cc"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary())
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    with suppress(Unreadable):
        assert isinstance(decode(data), str)
