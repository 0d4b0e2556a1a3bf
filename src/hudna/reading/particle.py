"""Particles written onto a word: «ب», «ل», «ك» and the «و» that joins it to what stands before."""

import re

from hudna.lexicon import Sense
from hudna.reading.cast import Cast
from hudna.reading.grammar import load_grammar
from hudna.reading.page import Page
from hudna.text import QUOTES

# «ب» or «ل» on a verbal noun that the lexicon does not list, by its measure:
# تفعيل، إفعال، استفعال، افتعال، انفعال، مفاعلة
_ON_MASDAR = re.compile(
    r"[بل](?:ت\w{2}ي\w|ا\w{2}ا\w|است\w{2}ا\w|ا\w[تطد]\wا\w|ان\w{2}ا\w|م\wا\w{2}ت(?=ه))(?:ه|ها|هم)?|[بل]م\wا\w{2}ه"
)
_AND = "و"


def on_masdar(page: Page, i: int) -> bool:
    """Whether «ب» or «ل» stands on a verbal noun that the lexicon does not list: «لمحاربة», «لتعزيز»."""
    form = page.tokens[i].form
    body = form[1:] if form[0] in "وف" and len(form) > 3 else form  # noqa: PLR2004 - a particle and a word
    return not page.senses[i] and _ON_MASDAR.fullmatch(body) is not None


def preposition_at(page: Page, cast: Cast, i: int) -> str:
    """The particle of a preposition that is written onto token ``i``, "" for none."""
    form = page.tokens[i].form
    named = cast.at(i)
    if named is not None and named.first == i and named.how == "name":
        cut = cast.clitics_before_name(page.tokens[i].span)
        if cut or cast.is_named_at(page.tokens[i].span):  # «لبي بي سي», whatever «لبي» is elsewhere; «كابل»
            return form[cut - 1] if cut and form[cut - 1] in "بلك" else ""
    senses = [s for s in page.senses[i] if not _is_told(s)]
    if senses:
        held = {s.clitics[-1:] if s.clitics[-1:] in ("ب", "ل", "ك") else "" for s in senses}
        return held.pop() if len(held) == 1 else ""
    body = form[1:] if form[0] in "وف" and len(form) > 3 else form  # noqa: PLR2004 - a particle and a word
    shot = body[0] == "ب" and any(s.entry.get("event") == "ASSAULT" for s in page.senses[i])  # «برصاص», «بنيران»
    if shot or (body.startswith(("لل", "بال", "كال")) and len(body) > 4):  # noqa: PLR2004 - particle, article, a word
        return body[0]
    reference = cast.at(i)
    acts = load_grammar(page.document.language).owned_acts
    if reference is None and (_ON_MASDAR.fullmatch(body) or (body[0] in "بل" and body[1:] in acts)):
        return body[0]  # «لمحاربة», «بموقف»
    if reference is not None and reference.first == i:
        cut = cast.clitics_before_name(page.tokens[i].span)
        return form[cut - 1] if cut and form[cut - 1] in "بلك" else ""
    return ""


def _is_told(sense: Sense) -> bool:
    """Whether a reading is a phrase of one word that hides its particle: «برعاية», «بوساطة»."""
    return sense.pos == "phrase" and (bool(sense.entry.get("event")) or sense.entry.layer == "truce")


def conjoined(page: Page, i: int) -> bool:
    """Whether «و» is written onto token ``i``, or before its quotation mark: «و«طالبان»».

    Not where the lexicon knows the word with it («وزير»).
    """
    form = page.tokens[i].form
    if i > 1 and page.form(i - 1) in QUOTES and page.form(i - 2) == _AND:
        return True
    if form[0] != "و" or len(form) <= 2:  # noqa: PLR2004 - «و» and a word
        return False
    names = [s for hit in page.names.get(i, ()) for s in hit.senses]
    people = any(not s.clitics for s in page.layer(i, "crowd"))  # «وفدا» is no town of Fada
    if names and not people and all(s.cut == 1 and s.pos in ("names", "capital") for s in names):
        return True  # «الخرطوم وجوبا», whatever «وجوبا» is elsewhere
    whole = page.senses[i] and any(not s.clitics for s in page.senses[i])
    return not (whole or any(s.cut == 0 for s in names))
