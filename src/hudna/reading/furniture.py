"""Page furniture: what a web page puts around a report. It stays in the text and is read for no facts.

The words are in lexicon/ar/furniture.yaml; everything is decided line by line, as pages are laid out.
"""

import unicodedata
from dataclasses import dataclass

from hudna.reading.page import Page
from hudna.reading.vocabulary import Vocabulary
from hudna.text import QUOTES, Span, TokenKind

_WORDY = (TokenKind.WORD, TokenKind.FOREIGN)
_ENDS = frozenset('.!?؟…:»"')
_SENTENCE_ENDS = frozenset(".!?؟…:")
_SHORT_LINE = 14  # words: links of a menu; a paragraph is longer or ends in a full stop
_NAME_LINE = 8  # words of a site's name, a byline or tags after the last paragraph
_PARAGRAPH = 8  # words that a line needs to be one
_LEAD = 4  # tokens in which a label must have its colon: «الصورة (أرشيف):»
_STOPS = frozenset(".؟!…")
_TITLE_LINES = 8  # lines from the top in which a title may be repeated


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its sentences, its tokens ``first`` to ``last`` and the words among them."""

    sentences: tuple[int, ...]
    first: int
    last: int
    words: tuple[int, ...]


def find_furniture(page: Page) -> frozenset[int]:
    """The numbers of the sentences that are page furniture."""
    lines = _lines(page)
    vocabulary = Vocabulary(page, "furniture")
    found: set[int] = set()
    menu = False
    for number, line in enumerate(lines):
        opens = _is_menu(page, vocabulary, line)
        menu = opens or (menu and _is_link(page, line))
        if menu or _is_furniture(page, vocabulary, line):
            found.add(number)
    found |= _repeated_titles(page, lines) | _tail(page, lines, found)
    if len(found) == len(lines):
        return frozenset()
    trailing = {s for line in lines for s in _trailing_tags(page, vocabulary, line)}
    return frozenset({s for number in found for s in lines[number].sentences} | trailing)


def furniture_spans(page: Page) -> tuple[Span, ...]:
    """The characters of ``page.furniture``, one span per sentence."""
    return tuple(page.span(page.sentences[n].first, page.sentences[n].last) for n in sorted(page.furniture))


def _lines(page: Page) -> list[_Line]:
    """The lines that hold anything, in order."""
    by_line: dict[int, list[int]] = {}
    for number, sentence in enumerate(page.sentences):
        by_line.setdefault(sentence.line, []).append(number)
    out = []
    for sentences in by_line.values():
        first, last = page.sentences[sentences[0]].first, page.sentences[sentences[-1]].last
        words = tuple(i for i in range(first, last) if page.tokens[i].kind in _WORDY)
        out.append(_Line(tuple(sentences), first, last, words))
    return out


def _trailing_tags(page: Page, vocabulary: Vocabulary, line: _Line) -> tuple[int, ...]:
    """The sentences from a label on that stands at the end of a paragraph: «… أيام. سمات اليمن هدنة»."""
    for k, sentence in enumerate(line.sentences[1:], 1):
        if _is_started(page, vocabulary, page.sentences[sentence].first, line.last):
            return line.sentences[k:]
    return ()


def _is_furniture(page: Page, vocabulary: Vocabulary, line: _Line) -> bool:
    if not line.words:
        return _is_count(page, line)
    first = line.words[0]
    return (
        _is_made_of(vocabulary, line, "line", "menu")
        or _is_language_switch(page, vocabulary, line)
        or _is_started(page, vocabulary, first, line.last)
        or _is_labelled(page, vocabulary, line)
        or (_is_emoji(page, line) and _is_link(page, line))
    )


def _is_labelled(page: Page, vocabulary: Vocabulary, line: _Line) -> bool:
    """«المصدر: …», «الصورة (أرشيف): …»."""
    label = vocabulary.plain(line.words[0], "label")
    if label is None:
        return False
    aside = page.form(label.last) == "("
    colon = next((i for i in range(label.last, min(line.last, label.last + _LEAD)) if page.form(i) == ":"), None)
    return colon is not None and (colon == label.last or (aside and page.form(colon - 1) == ")"))


def _is_started(page: Page, vocabulary: Vocabulary, first: int, last: int) -> bool:
    """Whether tokens ``first`` to ``last`` begin with such words as notices and tags do."""
    word = vocabulary.plain(first, "start")
    return word is not None and (bool(word.entry.get("closed")) or page.form(last - 1) not in _STOPS)


def _is_count(page: Page, line: _Line) -> bool:
    """A line without words: a lone number such as a comment count, or a rule of signs."""
    numbers = [i for i in range(line.first, line.last) if page.tokens[i].kind is TokenKind.NUMBER]
    return len(numbers) <= 1 and all(page.form(i).isdigit() and len(page.form(i)) <= 3 for i in numbers)  # noqa: PLR2004


def _is_made_of(vocabulary: Vocabulary, line: _Line, *kinds: str) -> bool:
    """Whether every word of the line belongs to phrases of these kinds."""
    at = 0
    while at < len(line.words):
        word = vocabulary.plain(line.words[at], *kinds)
        if word is None:
            return False
        while at < len(line.words) and line.words[at] < word.last:
            at += 1
    return bool(line.words)


def _is_language_switch(page: Page, vocabulary: Vocabulary, line: _Line) -> bool:
    """«Ru En», «عربي English»: two-letter codes, or names of languages with words of other scripts, alone."""
    if len(line.words) != line.last - line.first:
        return False
    foreign = [i for i in line.words if page.tokens[i].kind is TokenKind.FOREIGN]
    if len(foreign) == len(line.words):
        return all(len(page.form(i)) == 2 and page.form(i).isascii() for i in foreign)  # noqa: PLR2004
    return all(i in foreign or vocabulary.plain(i, "tongue") for i in line.words)


def _is_emoji(page: Page, line: _Line) -> bool:
    """Whether the line begins with a pictogram."""
    return unicodedata.category(page.raw(line.first, line.first + 1)[0]) == "So"


def _is_menu(page: Page, vocabulary: Vocabulary, line: _Line) -> bool:
    """Whether the line heads a list of links; «اقرأ أيضا: عنوان» is its own list."""
    if not line.words:
        return False
    word = vocabulary.plain(line.words[0], "menu")
    if word is None:
        return False
    return word.last > line.words[-1] or page.form(word.last) in (":", "-", "|", "..")


def _is_link(page: Page, line: _Line) -> bool:
    """A short line that does not end like a sentence; a headline may end with a quotation."""
    last = next((k for k in range(line.last - 1, line.first, -1) if page.form(k) not in QUOTES), line.first)
    return len(line.words) <= _SHORT_LINE and page.form(last) not in _SENTENCE_ENDS


def _repeated_titles(page: Page, lines: list[_Line]) -> set[int]:
    """The second and later copies of a line near the top."""
    seen: set[tuple[str, ...]] = set()
    out: set[int] = set()
    for number, line in enumerate(lines[:_TITLE_LINES]):
        words = tuple(page.form(i) for i in line.words)
        if len(words) > 2 and words in seen:  # noqa: PLR2004 - a title
            out.add(number)
        seen.add(words)
    return out


def _tail(page: Page, lines: list[_Line], found: set[int]) -> set[int]:
    """Short lines after the last paragraph that say nothing: a site's name, a byline, tags."""
    out: set[int] = set()
    if not any(_is_paragraph(page, line) for line in lines):
        return out
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if number in found:
            continue
        verb = any(s.pos == "verb" and s.tense == "past" and not s.clitics for i in line.words for s in page.senses[i])
        if not line.words or verb or len(line.words) > _NAME_LINE or page.form(line.last - 1) in _STOPS:
            break
        out.add(number)
    return out


def _is_paragraph(page: Page, line: _Line) -> bool:
    return len(line.words) >= _PARAGRAPH and page.form(line.last - 1) in _ENDS
