"""Finite verbs: which words of a page are verbs of a clause, and no nouns of the same letters."""

from hudna.lexicon import Sense
from hudna.reading.grammar import Grammar, load_grammar
from hudna.reading.page import Page
from hudna.text import COMMAS

_VERBAL = frozenset({"verb"})
_ASIDE = frozenset({"time", "masthead"})  # layers whose words are verbs elsewhere: «نشرت الصحيفة»
_SET_PHRASES = frozenset({"casualty", "truce"})  # layers whose phrases of one word are verbs as well
_RADICALS = 3
_OBJECT = 6  # words of an object before what is asked of it


def finite(page: Page, i: int) -> Sense | None:
    """The reading of token ``i`` as a finite verb, where it cannot be a noun as well; None otherwise."""
    if i not in page.verbs or page.form(i - 1).removeprefix("و") in load_grammar(page.document.language).before_nouns:
        return None
    senses = page.senses[i]
    verb = next((s for s in senses if s.pos in _VERBAL and not _like_a_noun(page.tokens[i].form, s)), None)
    if verb is None:
        return None
    nouns = (s for s in senses if s.pos not in _VERBAL and not _is_set_phrase(s))
    others = (s for s in nouns if s.entry.layer not in _ASIDE and s.clitics in ("", verb.clitics))
    return None if any(not _is_trade(page, i, verb, s) for s in others) else verb


def _is_set_phrase(sense: Sense) -> bool:
    """Whether a reading is a phrase of one word that is a verb as well: «هدد» says that a loss is none yet."""
    untold = sense.entry.layer == "loss" and sense.entry.get("part") == "untold"
    return sense.pos == "phrase" and (untold or sense.entry.layer in _SET_PHRASES)


def _is_trade(page: Page, i: int, verb: Sense, other: Sense) -> bool:
    """Whether a form is a man's trade only by its letters, for what follows is a verb's: «وطالب الرئيس», «طالب ب…»."""
    trade = other.entry.layer == "informant" or other.entry.get("part") == "victim"
    if not trade or verb.entry.layer == "verb":
        return False
    behind = page.form(i + 1)
    particle = behind.startswith("ب") and not any(not s.clitics for s in page.senses[i + 1])
    return other.number == "sg" and (behind.startswith("ال") or particle or bool(page.names.get(i + 1)))


def _like_a_noun(form: str, sense: Sense) -> bool:
    """Whether a past tense of three letters («عمل», «أمن») is more often a noun that the lexicon does not list."""
    bare = len(form) - sense.cut - len(sense.pronoun)
    return (
        sense.entry.layer == "verb"
        and sense.tense == "past"
        and sense.gender == "m"
        and sense.number == "sg"
        and bare <= _RADICALS
    )


def may_be_finite(page: Page, i: int) -> bool:
    """Whether token ``i`` has a reading as a finite verb."""
    return i in page.verbs


def is_circumstance(page: Page, i: int) -> bool:
    """Whether a participle in the feminine, spelled like a verbal noun, says what somebody does besides.

    «رحبت الجامعة بالهدنة، | مطالبة الحركة باحترامها»: behind a comma, and an object and «ب» behind it.
    """
    forms = {s.pos for s in page.senses[i] if not (s.clitics or s.definite or s.pronoun)}
    if not {"active", "masdar"} <= forms or not page.form(i).endswith("ه") or page.form(i - 1) not in COMMAS:
        return False
    behind = (page.form(k) for k in range(i + 2, min(i + 2 + _OBJECT, page.sentences[page.sentence_of[i]].last)))
    return any(form.startswith("ب") for form in behind)


def says(page: Page, i: int) -> bool:
    """Whether token ``i`` has a reading as a verb of saying."""
    spoken = (s for s in page.layer(i, "reporting") if s.entry.get("role") != "auxiliary")  # «وكان الجيش …»
    return any(s.pos in _VERBAL for s in spoken)


def is_behind_that(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether «أن» without a pronoun right before token ``i`` asks for a noun: «يرون أن | رفض الحركة …».

    Not behind what dates («بعد أن رفض», «إلى أن رفض»), where a verb follows; but «حذر من أن | رفض الاتفاق سيؤدي».
    """
    that = page.form(i - 1) in grammar.complementisers - grammar.pronominal
    dating = (grammar.prepositions - grammar.before_that) | grammar.blockers | grammar.subordinators
    dates = page.form(i - 2) in dating
    return that and not dates and page.is_word(i - 2) and not page.form(i - 1).startswith("و")
