"""Bytes to text: UTF-8, UTF-16 and Windows-1256, told apart by rule and not by chance."""

import codecs
import re
from collections import Counter

from hudna.sources.refusal import Unreadable
from hudna.text import ARABIC_LETTER

# UTF-16 without a mark: nearly every second byte is the high byte of an ASCII sign (00), of an Arabic letter (06)
# or of a general mark such as a dash or curly quote (20).
_HIGH_BYTES = (0x00, 0x06, 0x20)
_EVIDENT = 0.9
_SAMPLE = 1 << 16
_PLAUSIBLE = 1 << 20  # a web page may begin with much that holds no Arabic

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ACCENTED = re.compile("[À-ÖØ-öø-ž]")  # unaccented letters are the same in every code page, so they tell nothing
_MIXED = re.compile("[\u0621-\u064a][^\\W\\d_\u0600-\u06ff]|[^\\W\\d_\u0600-\u06ff][\u0621-\u064a]")
_MOST_MIXED = 0.02  # places where Arabic touches Latin letters, per Arabic letter: a wrong code page has one in ten
_MOST_TA_ZA = 0.25  # share of ط and ظ among Arabic letters: under 3 % in Arabic, half in UTF-8 read as Windows-1256


def decode(data: bytes) -> str:
    """The text of ``data`` without byte order mark, everything else untouched.

    Strict UTF-8 and UTF-16 come first; Windows-1256, in which every byte means something, only where it gives Arabic.

    Raises:
        Unreadable: the bytes are no text, or a text in none of these encodings.

    """
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[len(codecs.BOM_UTF8) :], "utf-8")
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data[:_SAMPLE]:
        return _strict(data, unmarked_utf16(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1256(data, error)


def is_misread(ta_za: int, arabic: int) -> bool:
    """Whether so many ط and ظ among the Arabic letters show UTF-8 that was read as Windows-1256."""
    return ta_za > _MOST_TA_ZA * arabic


def unmarked_utf16(data: bytes) -> str:
    """The name of the UTF-16 encoding that the places of the zero bytes betray; Unreadable if they betray none."""
    sample = data[:_SAMPLE]
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        held = Counter(high)
        if high and 0 not in low and sum(held[byte] for byte in _HIGH_BYTES) >= _EVIDENT * len(high):
            return encoding
    raise Unreadable("binary, not text")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"wrong encoding: begins as {encoding.upper()} and breaks at byte {error.start:,}") from None


def _windows_1256(data: bytes, error: UnicodeDecodeError) -> str:
    """``data`` in Windows-1256 if that gives plausible Arabic; ``error`` tells where UTF-8 broke."""
    text = data.decode("cp1256")
    head = text[:_PLAUSIBLE]
    arabic = len(ARABIC_LETTER.findall(head))
    if len(_CONTROL.findall(head)) * 20 > len(head):
        raise Unreadable("binary, not text")
    if arabic and is_misread(head.count("ط") + head.count("ظ"), arabic):
        raise Unreadable(f"wrong encoding: UTF-8 that is broken at byte {error.start:,}")
    if arabic <= len(_ACCENTED.findall(head)) or len(_MIXED.findall(head)) > _MOST_MIXED * arabic:
        raise Unreadable("wrong encoding: neither UTF-8, UTF-16 nor Windows-1256 gives Arabic")
    return text
