"""Where a dateline ends: «دمشق (رويترز) - | قال …», «القدس/ الأناضول/ | دعا …», «كابول - «الحياة»: | قصفت …»."""

from hudna.reading.known import MEDIA
from hudna.reading.page import Page
from hudna.text import COMMAS, DASHES, QUOTES, STOPS, TokenKind

_REACH = 16  # tokens between the marks around an agency
_SEVERAL = 2
_PLACES = 4  # tokens of one or two places before a dash, or of one in brackets behind another
_LONGEST = 14  # tokens of place, agency and marks
_MARKS = {")": "(", "/": "/"}


def is_digest(page: Page) -> bool:
    """Whether several reports stand in one text, each with its dateline: nobody is known from one to the next."""
    first = (s.first for s in page.sentences)
    spans = (range(k + 1, min(k + _REACH, len(page.tokens))) for k in first)
    colons = (next((k for k in span if page.form(k) == ":"), None) for span in spans)
    return sum(k is not None and _is_headed(page, k) for k in colons) >= _SEVERAL


def past_dateline(page: Page, first: int, stop: int) -> int:
    """The first token, not behind ``stop``, of what is told behind the dateline at ``first``; ``first`` without one."""
    ends = [i for i in range(first + 1, min(stop, first + _LONGEST)) if ends_dateline(page, i)]
    end = next((i for i in ends if page.form(i - 1) == ":"), ends[0] if ends else first)
    return next((k for k in range(end, stop) if page.form(k) not in DASHES), stop)


def ends_dateline(page: Page, i: int) -> bool:
    """Whether place and agency stand before token ``i``, and nothing that is told: not «كانت حركة … (حماس) أعلنت»."""
    if page.form(i - 1) == ":":
        return _is_headed(page, i - 1)
    dashed = page.form(i - 1) in DASHES
    while page.form(i - 1) in DASHES:  # «القدس (CNN)-- |»
        i -= 1
    mark = _MARKS.get(page.form(i - 1))
    first = page.sentences[page.sentence_of[i - 1]].first if mark or dashed else 0
    if dashed and mark is None:
        return 0 < i - first <= _PLACES and all(_is_place(page, k) for k in range(first, i))
    opened = next((k for k in range(i - 2, max(i - _REACH, first) - 1, -1) if page.form(k) == mark), None)
    if mark is None or opened is None:
        return False
    if any(_is_agency(page, k) for k in range(opened + 1, i - 1)):
        return True
    return mark == "(" and not any(k in page.verbs and k not in page.names for k in range(first, opened))


def _is_headed(page: Page, colon: int) -> bool:
    """Whether nothing but places, a dash and the outlet stand before a colon: «كولومبو - «الحياة»:».

    Before the letters of an agency the place may be one that nobody knows: «بيني (الكونغو) - د.ب.أ:».
    """
    first = page.sentences[page.sentence_of[colon]].first
    dash = next((k for k in range(first, min(colon, first + _PLACES + 1)) if page.form(k) in DASHES), None)
    if dash is None or dash == first:
        return False
    words = [k for k in range(dash + 1, colon) if page.form(k) not in QUOTES]
    if words and all(page.form(k) in STOPS or (page.is_word(k) and len(page.form(k)) == 1) for k in words):
        return not any(k in page.verbs for k in range(first, dash))
    if not all(_is_place(page, k) for k in range(first, dash)):
        return False
    hit = page.names.get(words[0], ()) if words else ()
    return any(h.last == words[-1] + 1 and any(s.entry.get("kind") in MEDIA for s in h.senses) for h in hit)


def _is_place(page: Page, i: int) -> bool:
    """Whether a town or state is named at token ``i``, or a mark between two: «تبليسي/موسكو -», «بغداد، العراق -»."""
    if page.form(i) == "/" or page.form(i) in COMMAS:
        return True
    return any(s.entry.get("type") == "LOC" and not s.clitics for hit in page.names.get(i, ()) for s in hit.senses)


def _is_agency(page: Page, i: int) -> bool:
    """Whether an agency is named at token ``i``, by letters it may be («أ ف ب», «CNN»)."""
    if page.tokens[i].kind is TokenKind.FOREIGN or (page.is_word(i) and len(page.form(i)) == 1):
        return True
    return any(s.entry.get("kind") in MEDIA for hit in page.names.get(i, ()) for s in hit.senses)
