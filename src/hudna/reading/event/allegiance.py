"""Words that tie people to somebody: «الموالين لروسيا», «بدعم من فرنسا», «التابع للجيش», «يشتبه في انتمائهم للحركة».

In: the tokens of a noun phrase and the preposition behind them; out: what the name after it is to the phrase.
"""

from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.lexicon.inflect import adjective_forms
from hudna.reading.cast import Cast
from hudna.reading.event.participle import goes_on_accusing
from hudna.reading.grammar import Grammar, load_grammar
from hudna.reading.page import Page
from hudna.text import fold

OWNED, ALLIED = "owned", "allied"
_HELP = frozenset({"SUPPORT", "COOPERATE", "AID"})
_BACK = 2  # words back to the adjective: «موالين سابقا ل…»
_AHEAD = 18  # words ahead to the noun of belonging: «اعتقلت … خمسة أشخاص بينهم امرأة للاشتباه في صلتهم ب…»
_PRONOUNS = ("ه", "ها", "هم", "هما")
_REMARK = 6  # words of «يعتقد أنهم ينتمون إلى»
_THOUGHT = 2  # sentences back to where it was told whose people are thought to be
_NEAR = 3  # words behind that noun to the name: «صلتهم | المزعومة ب | تنظيم …»


def whose(page: Page, first: int, last: int, preposition: str) -> str:
    """What ``preposition`` right behind tokens ``first`` to ``last`` brings.

    OWNED: the owner of what they name («أحياء تابعة ل…»); ALLIED: those whom they stand by or against («متمردين
    موالين ل…»), or who help («بدعم من …»); "" where the tokens do not say.
    """
    adjectives = _adjectives(page.document.language)
    for k in range(last - 1, max(first, last - _BACK) - 1, -1):
        for spelled in _spelled(page, k):
            if makes := adjectives.get((spelled, preposition)):
                return makes
    return ALLIED if preposition in ("من", "مع") and is_help(page, first, last) else ""


def stands_by(page: Page, i: int) -> bool:
    """Whether token ``i`` says that people stand by those told before: «الجيش والمسلحون | الموالون له»."""
    standing = {p for of in _spelled(page, i) for (form, p) in _standing(page.document.language) if form == of}
    return page.form(i + 1) in {p + pronoun for p in standing for pronoun in _PRONOUNS}


def may_be_owned(page: Page, i: int) -> bool:
    """Whether token ``i`` is an adjective behind which a preposition may bring an owner: «تابعة | ل…»."""
    return not _of_owners(page.document.language).isdisjoint(_spelled(page, i))


def tied_to(page: Page, cast: Cast, first: int, last: int, doers: tuple[str, ...]) -> tuple[str, ...]:
    """The bodies that those seized or killed are said to belong to, told between tokens ``first`` and ``last``.

    None where nothing ties them to one, or somebody other than the ``doers`` is named before.
    """
    grammar, apart = load_grammar(page.document.language), False  # whether another deed is told of before
    for k in range(first, min(last, first + _AHEAD)):
        reference = cast.at(k)
        apart = apart or any(s.pos in ("verb", "masdar", "noun") for s in page.layer(k, "event"))
        if page.form(k) == "من" and k + 1 < last and not apart and _are_people(page, k - 1):
            of = _joined_bodies(page, cast, k + 1, last)
            if of and not set(of) & set(doers):
                return of
        if page.form(k) in grammar.others_told or (
            reference is not None and reference.how != "nisba" and not set(reference.entities) <= set(doers)
        ):
            return ()
        if reference is None and page.layer(k, "belonging"):
            if page.form(k - 1) in grammar.negations:
                return ()  # «لا علاقة لهم بالحركة»
            near = (n for n in range(k + 1, min(last, k + 1 + _NEAR)) if _body(cast, n))
            return _joined_bodies(page, cast, next(near, last), last)
    return ()


def _are_people(page: Page, i: int) -> bool:
    """Whether a word at token ``i`` tells of people whom «من» ties to a body: «مشتبها بهم | من», «إنهم | من»."""
    grammar = load_grammar(page.document.language)
    told = page.form(i) in grammar.pronominal or page.form(i) in grammar.suspects
    return told or any(page.layer(i, layer) for layer in ("crowd", "casualty", "number"))


def _joined_bodies(page: Page, cast: Cast, i: int, last: int) -> tuple[str, ...]:
    """The body at token ``i`` and the one that «و» joins to it: «انتماؤهم إلى داعش وحزب العمال الكردستاني»."""
    first = _body(cast, i) if i < last else None
    reference = cast.at(i) if first is not None else None
    behind = reference.last if reference is not None else last
    other = _body(cast, behind) if behind < last and page.form(behind).startswith("و") else None
    return tuple(b for b in (first, other) if b is not None)


def thought_to_be(page: Page, cast: Cast, grammar: Grammar, i: int) -> int | None:
    """Where the name stands of the body that people are thought to belong to by a remark begun at token ``i``.

    «مسلحون | يعتقد أنهم من | حركة الشباب», «غارة | يعتقد أنها | إسرائيلية»: it parts no clause from what they do.
    None where none begins.
    """
    if page.form(i) not in grammar.suspecting or not (i > 0 and _may_be_somebodys(page, i - 1)):
        return None
    if _body(cast, i + 1) is not None and goes_on_accusing(page, i):
        return None  # «نفى الجيش قصف السوق متهما | الحركة ب…»
    for k in range(i + 1, min(i + 1 + _REMARK, len(page.tokens))):
        reference = cast.at(k)
        if _body(cast, k) is not None or (reference is not None and reference.how == "nisba"):
            return k
        if not (page.form(k) in grammar.suspected or page.layer(k, "belonging") or may_be_owned(page, k)):
            return None
    return None


def thought_before(page: Page, cast: Cast, grammar: Grammar, i: int) -> str | None:
    """The body to which «المسلحون» at token ``i`` were thought to belong just before.

    «هاجم مسلحون يعتقد أنهم من الحركة فندقا. وفتح المسلحون النار …».
    """
    meant = {s.entry.id for s in page.layer(i, "crowd") if s.definite and s.number == "pl"}
    first = page.sentences[max(page.sentence_of[i] - _THOUGHT, 0)].first
    for k in range(i - 1, first - 1, -1) if meant else ():
        if any(s.entry.id in meant and s.number == "pl" and not s.definite for s in page.layer(k, "crowd")):
            at = thought_to_be(page, cast, grammar, k + 1)
            return _body(cast, at) if at is not None else None
    return None


def is_siding(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether the verb at token ``i`` only says whom the people before it stand by: «ميليشيا | تدعم | الحكومة».

    So does one of fighting with «إلى جانب» behind it: «فصائل | تقاتل | إلى جانبه».
    """
    beside = page.form(i + 1) in grammar.beside and page.form(i + 2).startswith(tuple(grammar.ranks))
    beside = beside and any(s.pos == "verb" and s.entry.get("mode") == "clash" for s in page.layer(i, "event"))
    if not (beside or page.form(i) in grammar.siding) or i == 0:
        return False
    people = (s for s in page.layer(i - 1, "crowd") if s.entry.get("agent") or s.entry.get("means"))
    return any(not (s.definite or s.pronoun or s.clitics[-1:] in ("ب", "ل")) for s in people)


def _spelled(page: Page, i: int) -> tuple[str, str]:
    """The form of token ``i``, and the same without its article, "" where it has none."""
    form = page.form(i)
    return form, form[2:] if form.startswith("ال") else ""


def _may_be_somebodys(page: Page, i: int) -> bool:
    """Whether token ``i`` names or counts people, a weapon or an act: «غارة يعتقد أنها إسرائيلية»."""
    if any(page.layer(i, layer) for layer in ("crowd", "casualty", "number", "weapon")):
        return True
    if any(s.pos in ("noun", "masdar") for s in page.layer(i, "event")):
        return True
    hits = (page.phrase(k, "weapon") for k in range(max(i - _BACK, 0), i))  # «طائرة بدون طيار»
    return any(hit is not None and hit.last == i + 1 for hit in hits)


def _body(cast: Cast, i: int) -> str | None:
    reference = cast.at(i)
    one = reference.entities[0] if reference is not None and len(reference.entities) == 1 else None
    return one if one is not None and cast.is_body(one) else None


def is_help(page: Page, first: int, last: int) -> bool:
    """Whether the tokens begin with the name of help given, «بدعم», «بمساندة جوية», and not of people: «قوة مشتركة»."""
    if any(s.entry.get("agent") or s.entry.get("means") for s in page.layer(first, "crowd")):
        return False
    helped = any(s.entry.get("event") in _HELP and s.pos != "verb" for s in page.layer(first, "event"))
    phrase = page.phrase(first, "event")
    return first < last and (helped or (phrase is not None and phrase.senses[0].entry.get("event") in _HELP))


@lru_cache(maxsize=4)
def _adjectives(language: str) -> dict[tuple[str, str], str]:
    """What each form of the adjectives of events/allegiance.yaml makes with a preposition."""
    return {
        (fold(form.text), preposition): row["makes"]
        for row in read_settings(language, "events/allegiance")
        for adjective in row["adjectives"]
        for form in adjective_forms(adjective)
        for preposition in row["with"]
    }


@lru_cache(maxsize=4)
def _standing(language: str) -> frozenset[tuple[str, str]]:
    """The forms of the adjectives by which one stands by somebody, with their prepositions."""
    against = (row["adjectives"] for row in read_settings(language, "events/allegiance") if row.get("against"))
    opposed = {fold(form.text) for adjectives in against for a in adjectives for form in adjective_forms(a)}
    rows = _adjectives(language).items()
    return frozenset(key for key, makes in rows if makes == ALLIED and key[0] not in opposed)


@lru_cache(maxsize=4)
def _of_owners(language: str) -> frozenset[str]:
    """The forms of the adjectives that make what is before them owned."""
    return frozenset(form for (form, _), makes in _adjectives(language).items() if makes == OWNED)
