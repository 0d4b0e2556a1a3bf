"""Search: sentences of the reports and facts by words, whatever clitics and spellings of letters they carry."""

from hudna.views import Choice, Dossier, Found, Index, Lead, facts, index, sentences
from hudna.web.asking import FILTERS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows, Taken

MOST = 200  # sentences, the best; who wants more asks for more words
KINDS = {"text": N_("In the reports"), "facts": N_("Facts")}


def show(ask: Ask) -> Rows:
    """What holds all the words asked for: sentences, or facts where the address says so."""
    words = "" if ask.unclear else ask.query.get("q", "")
    told = _facts(ask, words)
    texts = sentences(ask.edition.dossier, ask.edition.store, words, ask.choice, MOST) if words else ()
    what = ask.among("what", KINDS) or "text"
    counts = {"text": len(texts), "facts": len(told)}
    more = {"q": ask.query.get("q", ""), "what": what, "kinds": KINDS, "counts": counts, "most": MOST}
    return Rows(Lead, told, more) if what == "facts" else Rows(Found, texts, more)


def _facts(ask: Ask, words: str) -> tuple[Lead, ...]:
    if not words:
        return ()
    (known,) = ask.edition.rows(_index)
    found = known.find(words)
    return tuple(lead for lead in ask.rows(facts) if lead.id in found) if found else ()


def _index(dossier: Dossier, _: Choice) -> tuple[Index]:
    """The index of all facts; choices are made among what it finds."""
    return (index(dossier, facts(dossier)),)


PAGE = Page(
    "search",
    "/search",
    N_("Search"),
    show,
    order=90,
    filters=FILTERS,
    warm=(facts, _index),
    waits="q",
    kind=Found | Lead,
    takes=(
        Taken("q", "Words that all must be found, in any spelling and with any clitics."),
        Taken("what", "Sentences of the reports, or facts.", "|".join(KINDS)),
    ),
)
