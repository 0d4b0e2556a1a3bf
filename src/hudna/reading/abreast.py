"""Clauses that «و» sets beside another, the subject first: «كينشاسا ترفض التفاوض | وواشنطن تطالب رواندا ب…»."""

from hudna.lexicon.nameword import name_words
from hudna.reading.cast import Cast, Reference
from hudna.reading.grammar import Grammar
from hudna.reading.land import is_feminine_land
from hudna.reading.page import Page

_REACH = 30  # tokens back to the verb of the clause before


def opens_beside(page: Page, cast: Cast, i: int) -> bool:
    """Whether somebody named at token ``i``, joined by «و», is the subject of a verb in the present right behind.

    Not where both names stand behind a noun that the verb may speak of: «الحرب بين روسيا وأوكرانيا تؤثر على …».
    """
    if page.form(i)[:1] != "و" or (named := cast.at(i)) is None or named.first != i:
        return False
    if named.how in ("nisba", "mutual", "pair") or not _is_verb_of(page, named):
        return False
    joined = cast.clitics_before_name(page.tokens[i].span) > 0 or any(s.clitics == "و" for s in page.senses[i])
    before = cast.at(i - 1)
    if not joined or before is None:
        return joined
    return page.form(before.first - 1) not in name_words(page.document.language).spoken_of


def begins_beside(page: Page, cast: Cast, grammar: Grammar, first: int, i: int) -> bool:
    """Whether such a clause begins at token ``i`` of the sentence that begins at ``first``.

    A verb of its own stands before it, so that the two names are not together the subject: «كانت روسيا والصين تدعم …»,
    «إن روسيا والصين تدعم …».
    """
    if i == first or not opens_beside(page, cast, i):
        return False
    before = cast.at(i - 1)
    opens = i if before is None else before.first
    headline = page.sentences[page.sentence_of[i]].line == 0
    if not headline and page.form(opens - 1) in grammar.prepositions:
        return False  # «وجه خطابا إلى الحكومة والأمم المتحدة يدعو …»
    for k in range(opens - 1, max(first, opens - _REACH) - 1, -1):
        if page.form(k) in grammar.complementisers:
            return False
        if k in page.verbs and cast.at(k) is None:
            return not any(s.entry.id in grammar.auxiliaries for s in page.senses[k])
    return False


def _is_verb_of(page: Page, named: Reference) -> bool:
    """Whether a verb in the present, of one, stands right behind a name, with which it agrees in gender."""
    i = named.last
    verbs = [s for s in page.senses[i] if s.pos == "verb" and not s.clitics] if page.is_word(i) else []
    if not verbs or any(s.tense not in ("present", "future") or s.number != "sg" or s.person != "3" for s in verbs):
        return False
    feminine = is_feminine_land(page, named) or page.form(named.first).endswith(("ه", "ات"))
    body = bool(page.layer(named.first, "body"))
    return any(s.gender == "f" for s in verbs) if feminine else not body or any(s.gender == "m" for s in verbs)
