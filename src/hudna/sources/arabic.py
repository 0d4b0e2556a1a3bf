"""Whether a text is an Arabic text that can be read."""

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from hudna.sources.encoding import is_misread
from hudna.sources.refusal import Unreadable

LONGEST = 2_000_000  # characters of one document: a book has a million, a report some thousands

# Letters that write Persian, Urdu, Kurdish, Pashto, Uyghur, Sindhi and no Arabic word; «ی» and «ک» are not among them,
# since Arabic typed on a Persian keyboard has them, nor «ڤ», which writes v in Arabic.
_FOREIGN = "پچژگٹڈڑںہھےۓەۀۆۇۈۋێېڵڕڼښځڅډړګڭۅڈڌڏٻڀٺٽٿڃڇڦڳڱڻ"
_CERTAIN = 0.05  # share of these letters that no Arabic text has; Persian has .03, Urdu and Kurdish .15 and more
_SUSPECT = 0.002  # and one above which the words are asked too; Iraqi and Gulf names bring single «چ» and «گ»
_ARTICLE = re.compile(r"(?<!\w)[وف]?(?:[بك]?ال|لل)\w{2}")
_WORD = re.compile(r"\w+")
_ARTICLES = 0.08  # share of words with the article that only Arabic reaches; a news text has .2 to .4
_ENOUGH = 40  # letters below which a language cannot be told by its words
_LEAST = 0.3  # share of letters that must be Arabic: names of films or weapons fill some reports with Latin
_MOST_ONE = 0.5  # share that one letter may have; alef has .15
_MOST_CONTROL = 0.05  # share of control characters; random bytes have .1, a badly converted report .01
_CONTROL = "".join(map(chr, (*range(1, 9), *range(14, 32), 127)))
_BLOCKS = (("\u0600", "\u06ff"), ("\u0750", "\u077f"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"))
_SAMPLE = 20_000
_VARIETIES = frozenset({"ar", "ary", "arz"})  # the Arabic of py3langid: standard, Moroccan, Egyptian; it confuses them
_AS_TYPED_IN_ARABIC = str.maketrans("یک", "يك")


def check(text: str) -> None:
    """Refuse what is no Arabic text: empty, binary, garbled, endless or in another language.

    Raises:
        Unreadable: with the reason.

    """
    if len(text) > LONGEST:
        raise Unreadable(f"too long: more than {LONGEST:,} characters in one document")
    if not text:
        raise Unreadable("empty")
    if text.isspace() or not text.strip("\ufeff\u200b\u200e\u200f \t\r\n"):
        raise Unreadable("holds white space only")
    counts = Counter(text)
    _check_signs(counts, len(text))
    letters = {c: n for c, n in counts.items() if c.isalpha()}
    arabic = sum(n for c, n in letters.items() if _in_arabic_script(c))
    if arabic <= _LEAST * sum(letters.values()):
        raise Unreadable(_other_script(counts, sum(letters.values())))
    if arabic >= _ENOUGH and max(letters.values()) > _MOST_ONE * sum(letters.values()):
        raise Unreadable("not a text: one letter over and over")
    if arabic >= _ENOUGH and is_misread(counts["ط"] + counts["ظ"], arabic):
        raise Unreadable("wrong encoding: UTF-8 that was once read as Windows-1256")
    _check_language(text, sum(letters.get(c, 0) for c in _FOREIGN) / arabic, arabic)


def _check_signs(counts: Counter[str], length: int) -> None:
    """Refuse what cannot be stored as text or was damaged before it came here."""
    if counts["\0"] or sum(counts[c] for c in _CONTROL) > _MOST_CONTROL * length:
        raise Unreadable("binary, not text")
    if any("\ud800" <= c <= "\udfff" for c in counts):
        raise Unreadable("wrong encoding: holds half of a surrogate pair")
    if counts["\ufffd"] * 10 > length:
        raise Unreadable("damaged: replacement characters (�) stand for its letters")


def _in_arabic_script(char: str) -> bool:
    return any(first <= char <= last for first, last in _BLOCKS)


def _other_script(counts: Counter[str], letters: int) -> str:
    """The reason for a text that is not in Arabic letters; UTF-8 read as Latin-1 is half «Ø» and «Ù»."""
    if not letters:
        return "not Arabic: holds no letters"
    if (counts["Ø"] + counts["Ù"]) * 4 > letters:
        return "wrong encoding: UTF-8 that was once read as Latin-1"
    return "not Arabic: most of its letters are of another script"


def _check_language(text: str, foreign: float, arabic: int) -> None:
    """Refuse another language in Arabic letters; ``foreign`` is the share of letters that Arabic does not have."""
    sample = text[:_SAMPLE]
    if foreign > _CERTAIN:
        raise Unreadable("not Arabic: Arabic script, but the letters of another language")
    words = len(_WORD.findall(sample))
    if foreign < _SUSPECT and len(_ARTICLE.findall(sample)) >= _ARTICLES * words:
        return
    if arabic >= _ENOUGH and (language := _language(sample.translate(_AS_TYPED_IN_ARABIC))) not in _VARIETIES:
        raise Unreadable(f"not Arabic: its words are those of another language ({language})")


def let_go() -> None:
    """Free the model of languages, some 100 MB, until a text needs it again."""
    _identifier.cache_clear()


def _language(sample: str) -> str:
    """ISO 639 code of the language of ``sample``; the model is loaded only for the texts that need it."""
    return str(_identifier().classify(sample)[0])


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid import langid  # type: ignore[import-untyped]  # noqa: PLC0415 half a second to load

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
