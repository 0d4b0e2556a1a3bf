"""Whether a form that may be both is a verb or a noun where it stands: «قصف الجيش القرية», «بعد قصف القرية».

In: a page, a token with its readings, and its clauses; out: yes or no.
"""

from hudna.lexicon import Sense
from hudna.reading.event.case import is_nominative
from hudna.reading.event.clause import Clauses
from hudna.reading.event.telling import is_no_deed
from hudna.reading.finite import finite, is_behind_that, may_be_finite, says
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.text import TokenKind

_SAID = 8  # words back to the verb of saying
_LISTED = 8  # words back to the first of several things that somebody is accused of
_WINDOW = 14  # tokens back in which the verb of a clause is looked for


def is_verbal(page: Page, grammar: Grammar, clauses: Clauses, senses: tuple[Sense, ...], i: int) -> bool:
    """Whether an ambiguous form («قصف») is the verb: no article or preposition on it, no governing noun before it."""
    if not any(s.pos == "verb" for s in senses) or _is_dated(page, grammar, senses, i):
        return False
    least = min(len(s.clitics) for s in senses if s.pos == "verb")  # «وبحث» is «و» and «بحث», not «وب» and «حث»
    nominal = [s for s in senses if s.pos != "verb" and not s.pronoun and len(s.clitics) <= least]
    if not nominal:
        owned = [s for s in senses if s.pos in ("masdar", "noun") and s.pronoun]
        spoken = all(s.person in ("1", "2") for s in senses if s.pos == "verb")  # «جدد دعوته أطراف النزاع إلى …»
        held = page.form(i - 1) in grammar.prepositions or is_no_deed(page, i) or _governed(page, i)
        counted = page.layer(i + 1, "number") or page.layer(i + 1, "crowd")  # «أسره لخمسة مقاتلين»
        held = held or (page.form(i + 1).startswith("ل") and (page.form(i).startswith("و") or bool(counted)))
        thing = any(s.entry.get("intransitive") or s.pos == "noun" for s in owned)
        second = thing and not any(s.clitics for s in owned) and _is_carried(page, clauses, i)
        told = not any(o.clitics for o in owned) and _is_said(page, grammar, i)  # «أكد الجيش أسره …»
        owned = [] if page.form(i - 1).lstrip("وف") in grammar.before_verbs else owned  # «كان قد أسرهم»
        owned = [] if is_nominative(page, i + 1) else owned  # «كان خطفه مسلحون»
        return not (owned and (spoken or held or second or told))  # «بعد غزوه الكويت», «كثف الجيش حملته على …»
    if _has_nominative(page, nominal, i) or _has_dual_before(page, i):
        return True
    noun = _stands_as_noun(page, grammar, nominal, i) or _has_genitive(page, senses, i)
    if noun or is_behind_that(page, grammar, i) or _is_listed(page, grammar, nominal, i):
        return False
    accusative = _is_second_accusative(page, grammar, clauses, senses, i)
    carried = accusative or _is_carried_accusative(page, clauses, senses, i)
    if not carried and _stands_as_verb(page, grammar, i):
        return True
    second = not any(s.clitics for s in senses) and _has_verb(page, grammar, clauses, i)
    return not (carried or second or _governed(page, i))


def _is_dated(page: Page, grammar: Grammar, senses: tuple[Sense, ...], i: int) -> bool:
    """Whether «بعد» right before what could be a present, or «في», shows it to be a noun: «بعد | تعرض», «في | قاتل»."""
    present = all(s.tense == "present" for s in senses if s.pos == "verb")
    dated = present and page.form(i - 1) in grammar.occasions_in_time
    return dated or page.form(i - 1) in grammar.before_nouns


def _is_said(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether a verb of saying before token ``i`` has no «أن», so that what it says is a noun."""
    for k in range(i - 1, max(i - _SAID, 0) - 1, -1):
        form = page.form(k)
        if not page.is_word(k) or form in grammar.complementisers | grammar.subordinators | grammar.relatives:
            return False
        if finite(page, k) is not None:
            return says(page, k)
    return False


def _stands_as_noun(page: Page, grammar: Grammar, nominal: list[Sense], i: int) -> bool:
    """Whether the readings of token ``i`` as a noun hold by an article or particle on it or by the word before it."""
    before = page.form(i - 1)
    if page.form(i).endswith("ا") and before in grammar.complementisers - grammar.pronominal:
        return True  # «إن | قصفا استهدف …», but «أنهما تبادلا»
    either = before == "او" and any(s.pos == "masdar" for s in page.senses[i - 2])  # «بقبول أو | رفض عرض …»
    marked = either or any(s.definite or s.clitics[-1:] in ("ب", "ل", "ك") for s in nominal)
    done = before in grammar.passive_auxiliaries  # «تم أسر نحو 200»
    return marked or done or before in grammar.prepositions or before in grammar.quantifiers


def _is_listed(page: Page, grammar: Grammar, nominal: list[Sense], i: int) -> bool:
    """Whether a noun is joined to one of what somebody tells or is accused of.

    «اتهمت … باختراق الأجواء، وقصف القرى», «أعلن مقتل أربعة مسلحين وأسر ستة».
    """
    if not page.form(i).startswith("و") or not any(s.pos == "masdar" for s in nominal):
        return False
    if _joins_fallen(page, grammar, i):
        return True
    for k in range(i - 1, max(i - _LISTED, 0), -1):
        senses = page.senses[k]
        if any(s.pos == "masdar" and s.clitics[-1:] == "ب" for s in senses):
            words = range(max(k - _LISTED, 0), k)
            return any(s.entry.get("frame") == "accuse" for w in words for s in page.layer(w, "event"))
        if finite(page, k) is not None:
            return False
    return False


def _joins_fallen(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether a noun for the death of others stands before token ``i`` behind the verb that announces it.

    Or behind what dates or explains it: «بعد مقتل عشرين من جنوده | وأسر ثلاثين».
    """
    for k in range(i - 1, max(i - _SAID, 0), -1):
        if any(s.pos in ("masdar", "noun") and s.entry.get("part") == "act" for s in page.layer(k, "casualty")):
            if page.form(k - 1) in grammar.causes | grammar.blockers:
                return True
            words = range(max(k - _WINDOW, 0), k)
            return any(s.pos == "verb" and s.entry.get("carries") == "declare" for w in words for s in page.senses[w])
        if finite(page, k) is not None or not page.is_word(k):
            return False
    return False


def _has_genitive(page: Page, senses: tuple[Sense, ...], i: int) -> bool:
    """Whether an oblique plural right behind token ``i`` shows it to be a noun: «قصف المتمردين», no «المتمردون»."""
    if any(s.clitics for s in senses) or not page.form(i + 1).endswith("ين") or not page.form(i + 1).startswith("ال"):
        return False
    return bool(page.senses[i + 1]) and all(s.number in ("pl", "du") or s.pos == "phrase" for s in page.senses[i + 1])


def _has_nominative(page: Page, nominal: list[Sense], i: int) -> bool:
    """Whether a nominative plural right behind token ``i`` can only be its subject: «منذ قتل المسلحون حارسا»."""
    form = page.form(i + 1)
    if not (form.endswith("ون") and form.startswith("ال")):
        return False
    marked = any(s.definite or s.clitics[-1:] in ("ب", "ل", "ك") for s in nominal)
    people = any(s.number == "pl" for s in page.senses[i + 1])
    return people and not marked


def _has_dual_before(page: Page, i: int) -> bool:
    """Whether a dual in the nominative right before what could be one too is its subject: «كان الجانبان توصلا …»."""
    dual = any(s.pos == "verb" and s.number == "du" and not s.clitics for s in page.senses[i])
    subject = page.form(i - 1).endswith("ان") and any(s.number == "du" and s.pos != "verb" for s in page.senses[i - 1])
    return dual and subject


def _stands_as_verb(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether a number or resumptive behind token ``i``, or a pronoun or «قد» before it, shows that it is a verb."""
    told = grammar.pronominal | grammar.turned  # «إنه رفض», «لكنه رفض»
    if page.form(i + 1) in grammar.resumptives or page.form(i - 1) in told:
        return True
    if page.form(i - 1).lstrip("وف") in grammar.before_verbs:
        return True
    figure = page.is_word(i + 1) and page.tokens[i + 1].kind is TokenKind.NUMBER
    return figure or bool(page.layer(i + 1, "number"))


def _governed(page: Page, i: int) -> bool:
    """Whether the word before token ``i`` takes it as a noun: a carrying or modal word, or a noun in construct."""
    before = page.senses[i - 1] if i else ()
    if any(s.entry.layer in ("light", "modality") or s.pos == "active" for s in before):
        return True  # «واصفا قصف …»
    construct = any(s.pos in ("masdar", "noun") and not s.definite and not s.pronoun for s in before)
    accusative = page.form(i).endswith("ا")  # «مسلحين فتحا»: two opened, no genitive
    return construct and not (page.form(i - 1).endswith("ا") or accusative)


def _is_carried(page: Page, clauses: Clauses, i: int) -> bool:
    """Whether a verb that carries nouns stands before token ``i`` in its clause: «تواصل القوات …»."""
    words = range(max(clauses.around(i)[0], i - _WINDOW), i)
    return any(s.pos == "verb" and s.entry.layer == "light" for k in words for s in page.senses[k])


def _is_carried_accusative(page: Page, clauses: Clauses, senses: tuple[Sense, ...], i: int) -> bool:
    """Whether what could be a dual is the object of a carrying verb before it: «تلقى الجيش دعما من …»."""
    dual = all(s.number == "du" and not s.clitics for s in senses if s.pos == "verb")
    return dual and page.form(i).endswith("ا") and _is_carried(page, clauses, i)


def _is_second_accusative(page: Page, grammar: Grammar, clauses: Clauses, senses: tuple[Sense, ...], i: int) -> bool:
    """Whether what could be a dual without a subject is the object of the verb before it: «رفض الوزير طلبا من …»."""
    dual = all(s.number == "du" and not s.clitics for s in senses if s.pos == "verb") and page.form(i).endswith("ا")
    before = page.form(i - 1)
    own = before in grammar.pronominal or before in grammar.relatives or before.lstrip("وف") in grammar.before_verbs
    own = own or any(s.entry.id in grammar.auxiliaries or s.number == "du" for s in page.senses[i - 1])
    words = range(max(clauses.around(i)[0], i - _WINDOW), i)
    joined = any(page.form(k).startswith("و") for k in words[1:])  # «البشير وكير وقعا»: two before it
    return dual and not own and not joined and any(may_be_finite(page, k) for k in words)


def _has_verb(page: Page, grammar: Grammar, clauses: Clauses, i: int) -> bool:
    """Whether the clause of token ``i`` has its verb already: «استنكرت قطر قصف …» holds one verb and a verbal noun."""
    first, _ = clauses.around(i)
    verbs = (finite(page, k) for k in range(max(first, i - _WINDOW), i))
    return any(v is not None and v.entry.id not in grammar.auxiliaries for v in verbs)
