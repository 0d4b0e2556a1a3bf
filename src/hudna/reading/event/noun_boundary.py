"""Where a noun that names nobody heads a phrase of its own behind another: «قصفت الطائرات | مواقع …»."""

from hudna.reading.event.chunk import Draft
from hudna.reading.grammar import load_grammar
from hudna.reading.page import Page
from hudna.reading.particle import conjoined
from hudna.text import TokenKind

_SHORTEST = 3  # letters of a word that may be a noun in the accusative


def noun_follows(page: Page, current: Draft, i: int) -> bool:
    """Whether the noun at ``i`` stands free of the prepositional phrase before it."""
    if (
        _is_no_genitive(page, i)
        or _is_hit_with(page, current, i)
        or _is_thing_apart(page, current, i)
        or (current.words and counts(page, i) and _is_settled(page, current, i))
    ):
        return True  # «قتل الجيش في كيدال ثلاثة متمردين»
    hit, words = page.phrase(i, "crowd"), page.layer(i, "crowd")
    agent = hit is not None and bool(hit.senses[0].entry.get("agent"))
    return is_owned(page, current, i) and (agent or any(s.entry.get("object") and not s.pronoun for s in words))


def _is_thing_apart(page: Page, current: Draft, i: int) -> bool:
    """Whether an indefinite noun for what is hit stands behind a definite name: «قوات توالي الحكومة | مواقع …»."""
    things = [s for s in page.layer(i, "crowd") if s.entry.get("object") and s.pos == "noun"]
    apart = bool(things) and not any(s.definite or s.pronoun or s.clitics for s in things)
    return apart and current.listed_up_to(i) and page.form(i - 1).startswith("ال")


def _is_hit_with(page: Page, current: Draft, i: int) -> bool:
    """Whether what is hit stands behind the arms it is hit with: «قصفت بالمدفعية الثقيلة | مواقع …»."""
    if current.prep != "ب" or not current.words or conjoined(page, i):
        return False
    things = [s for s in page.layer(i, "crowd") if s.entry.get("object") and s.pos == "noun"]
    if not things or any(s.definite or s.clitics for s in things):
        return False
    return any(page.layer(k, "weapon") or page.phrase(k, "weapon") for k in range(current.first, i))


def _is_no_genitive(page: Page, i: int) -> bool:
    """Whether people stand in a case that no preposition governs: «من جهة الشرق مسلحون», «على دراجة ضابطا»."""
    people = [s for s in page.layer(i, "crowd") if s.entry.get("agent") and not s.pronoun]
    form = page.form(i)
    if form.endswith("ون"):
        return bool(people)
    if page.tokens[i - 1].kind is TokenKind.NUMBER or page.layer(i - 1, "number"):
        return False  # «إلى 245 | عسكريا»
    number = "sg" if form.endswith("ا") else "du" if form.endswith("ان") else ""
    return any(s.number == number and s.pos == "noun" and not s.definite for s in people)


def _is_settled(page: Page, current: Draft, i: int) -> bool:
    """Whether a prepositional phrase ends right before token ``i``: with a name, or an adjective behind its noun."""
    if current.prep in ("منذ", "نحو", "بعد", "قبل", "خلال") or current.counted:
        return False
    return current.listed_up_to(i) or (current.words > 1 and page.form(i - 1).endswith("يه"))


def noun_opens(page: Page, current: Draft, i: int) -> bool:
    """Whether the noun at ``i`` heads a phrase of its own behind a bare phrase."""
    counted = current.last == i and conjoined(page, i - 1) and counts(page, i - 1)  # «الحكومة وست جماعات مسلحة»
    if counted or (current.attached and current.last == i - 1):
        return False  # «أوكرانيا والعديد من الدول»
    settled = bool(current.references) or current.crowd is not None
    crowd = page.layer(i, "crowd")
    means = current.means and not current.counted and current.words == 1 and page.form(i - 1).startswith("ال")
    ends = current.listed_up_to(i) or (current.crowd is not None and current.crowd_at == i - 1) or means
    ends = ends or page.form(i - 1) in load_grammar(page.document.language).taking_up
    if (ends and counts(page, i)) or _is_counted_object(page, current, i):
        return True  # «قتل الجنود عشرات المدنيين», «قتلت عناصر تابعة له ثمانية …»
    behind = current.crowd is not None and current.crowd_at == i - 1 and not current.references
    if _is_apart(page, current, i, behind=behind) or _is_free(page, current, i) or _is_left(page, current, i):
        return True
    if not settled or (behind and any(s.entry.get("agent") for s in crowd)):
        return False  # «مسلحون مجهولون», not «قراصنة سفينة»
    hit = page.phrase(i, "crowd")
    called = hit.senses[0] if hit is not None else next((s for s in crowd if s.pos == "phrase"), None)
    if called is not None and called.entry.get("agent"):
        return True  # «دعا الأمين العام طرفي النزاع», «دعت باكستان الجانبين»
    heads = any(
        s.entry.layer in ("crowd", "event") and not s.definite and s.pos in ("noun", "masdar") for s in page.senses[i]
    )
    adjective = page.form(i - 1).startswith("ال") and all(s.definite and s.number == "sg" for s in crowd)
    heading = (s for s in crowd if s.pos == "noun" and not adjective)  # not in «كتائب القسام الجناح العسكري»
    people = any(s.entry.get("agent") or s.entry.get("means") for s in heading)
    named = any(r.how != "nisba" for r in current.references)
    return (heads and not page.form(i).startswith("ال")) or (people and named)


def _is_counted_object(page: Page, current: Draft, i: int) -> bool:
    """Whether those counted at ``i`` stand behind a definite noun that nobody has read: «أسرت الحركة | عددا من …»."""
    unread = current.words == 1 and not current.references and current.crowd is None and not conjoined(page, i)
    if not unread or not page.form(i - 1).startswith("ال") or not counts(page, i):
        return False
    return not page.form(i).startswith("ال") or page.form(i + 1) == "من"  # not «الجنود الخمسة»


def can_only_be_object(page: Page, current: Draft, i: int) -> bool:
    """Whether the noun at ``i`` can only be an object behind a subject: an accusative; a deed or thing behind a name.

    «أحرق متظاهرون أعلاما إسرائيلية», «أيدت بريطانيا الضربات», «هاجمت الحركة المعسكر …», not «وزارة الخارجية».
    """
    settled = bool(current.references) or current.crowd is not None
    if settled and page.form(i).endswith("ا") and len(page.form(i)) > _SHORTEST and not page.layer(i, "crowd"):
        return True
    if _is_construct_behind(page, current, i):
        return True
    deed = any(s.pos in ("noun", "masdar") and s.definite for s in page.layer(i, "event"))
    deed = deed or any(s.entry.get("object") and s.definite and not s.pronoun for s in page.layer(i, "crowd"))
    deed = deed or page.form(i).removeprefix("ال") in load_grammar(page.document.language).owned_acts  # «الموقف»
    return deed and current.listed_up_to(i) and current.references[-1].how != "nisba" and not current.prep


def _is_construct_behind(page: Page, current: Draft, i: int) -> bool:
    """Whether a noun in construct stands behind people in the nominative: «مستوطنون | باحات المسجد»."""
    people = current.crowd is not None and current.crowd_at == i - 1 and page.form(i - 1).endswith("ون")
    indefinite = page.is_word(i) and not page.form(i).startswith("ال") and not page.form(i).endswith("ون")
    return people and indefinite and page.form(i + 1).startswith("ال") and not page.layer(i, "time")


def _is_apart(page: Page, current: Draft, i: int, *, behind: bool) -> bool:
    """Whether a definite noun can be no genitive: «اتهم مصدر عسكري المتمردين», «دهم الجنود المعسكر»."""
    nouns = [s for s in page.layer(i, "crowd") if s.definite and not s.pronoun]
    qualified = current.words > 1 and is_qualifier(page, i - 1)
    return (qualified and any(s.entry.get("agent") for s in nouns)) or (
        behind and current.definite and any(s.entry.get("object") for s in nouns)
    )


def _is_free(page: Page, current: Draft, i: int) -> bool:
    """Whether an indefinite noun can be no genitive: behind a definite word, or what is hit behind what strikes.

    «قصفت الطائرات | مواقع …», «أسقطت الدفاعات الجوية | طائرة …», «استهدفت طائرة مسيرة | سيارة …».
    """
    if page.form(i).startswith("ال"):
        return False
    heads = [
        s.entry for s in page.layer(i, "crowd") if s.pos == "noun" and not s.definite and not s.entry.get("counts")
    ]
    struck = any(e.get("object") for e in heads)
    nation = current.listed_up_to(i) and current.references[-1].how == "nisba"
    if nation and not page.form(i - 1).startswith("ال") and page.layer(i, "place_head"):
        return True  # «طائرات إثيوبية | مطاري مقديشو و…»
    if nation and page.form(i - 1).startswith("ال"):
        return page.is_word(i) and not page.layer(i, "time") and not page.form(i).endswith("ا")
    acts = (s for s in page.layer(i, "event") if s.pos in ("noun", "masdar"))
    deed = any(not (s.definite or s.pronoun) for s in acts)  # «رفض القائد | دعوة …»
    return ((bool(heads) or deed) and page.form(i - 1).startswith("ال")) or (struck and current.strikes)


def _is_left(page: Page, current: Draft, i: int) -> bool:
    """Whether a definite noun stands behind an indefinite adjective of a nation: «جندي بريطاني | الأراضي العراقية»."""
    nisba = current.listed_up_to(i) and current.references[-1].how == "nisba" and not page.form(i - 1).startswith("ال")
    return nisba and page.form(i).startswith("ال") and not page.layer(i, "time") and current.words > 1


def is_owned(page: Page, current: Draft, i: int) -> bool:
    """Whether the noun right before token ``i`` has its owner as a pronoun: nothing in construct follows it."""
    owned = page.form(i - 1).endswith(("ته", "تها", "تهم", "ائه", "ائها", "اته"))
    owned = owned or any(s.pronoun for s in page.layer(i - 1, "crowd"))  # «هاجم بقواته | مواقع الحركة»
    alone = not current.references or (current.references[-1].how == "possessive" and current.listed_up_to(i))
    return current.words > 0 and alone and owned


def is_qualifier(page: Page, i: int) -> bool:
    """Whether token ``i`` is an indefinite adjective: «عسكري»."""
    return any(s.pos == "adjective" and not s.definite for s in page.senses[i])


def counts(page: Page, i: int) -> bool:
    """Whether a number that counts the noun behind it begins at ``i``: «ما لا يقل عن ستة جنود», not «اللواء 35»."""
    if i >= len(page.tokens):
        return False
    hedge = page.phrase(i, "number")
    if hedge is not None and any(s.entry.get("kind") == "hedge" for s in hedge.senses):
        return counts(page, hedge.last)
    told = (s.entry.get("kind") for s in page.layer(i, "number"))
    number = page.tokens[i].kind is TokenKind.NUMBER or any(kind != "hedge" for kind in told)  # «قرب كركوك»
    several = any(s.entry.get("counts") and not s.definite for s in page.layer(i, "crowd"))
    return (number or several) and page.is_word(i + 1) and not page.layer(i, "time")
