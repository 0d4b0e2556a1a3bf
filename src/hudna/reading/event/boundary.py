"""Where one noun phrase ends and another begins: «قتل الجيش في كيدال | ثلاثة متمردين», «اتهم مصدر عسكري | المتمردين».

In: a page, the phrase so far and a token; out: yes or no.
"""

from hudna.lexicon import Sense
from hudna.reading.cast import Cast, Reference
from hudna.reading.event.chunk import AND, Draft
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.noun_boundary import (
    can_only_be_object,
    counts,
    is_owned,
    is_qualifier,
    noun_follows,
    noun_opens,
)
from hudna.reading.grammar import load_grammar
from hudna.reading.page import Page
from hudna.reading.particle import conjoined
from hudna.reading.scene import SOUND, is_country
from hudna.text import TokenKind

_SENDER = 2  # words of whom an envoy serves, with that for the envoy: «مبعوث البرهان»
_FIELD = 2  # words of an office with its field: «وزراء خارجية»


def opens_bare(page: Page, cast: Cast, current: Draft, reference: Reference | None, i: int) -> bool:
    """Whether token ``i`` begins a bare phrase of its own rather than going on with the ``current`` one."""
    doer = bool(page.layer(i, "crowd")) if reference is None else not cast.is_mere_place(reference.entities[0])
    spell = page.layer(i - 1, "time") or page.form(i - 1) in load_grammar(page.document.language).spells
    spell = spell or page.layer(i - 1, "number") or page.tokens[i - 1].kind is TokenKind.NUMBER
    since = current.prep == "منذ" and bool(spell) and doer  # «يخوضها منذ أسبوع مسلحون», not «منذ غزو نظام صدام …»
    listed = page.form(i) in AND or page.form(i - 1) in AND  # «القوات الإثيوبية أو الجيش الصومالي»
    if listed or conjoined(page, i):
        return not listed and (since or _is_next_deed(page, current, i))
    other = reference is not None and reference.how == "counterpart" and bool(current.references)
    other = other or _is_apart_from_name(page, cast, current, i)
    holder = bool(current.prep) and _is_holder(page, cast, current, reference, i)
    if since or other or holder:  # «استقبل الملك في عمان | نظيره السعودي»
        return reference is None or not current.prep or not _is_destination(page, cast, reference, i)
    if current.prep:  # «وفد من الحركة وزير الخارجية», «في ختام رسالته المجتمع الدولي»
        if reference is None:
            return noun_follows(page, current, i)
        owned = is_owned(page, current, i) and not _is_destination(page, cast, reference, i)
        owned = owned or _is_behind_closed(page, cast, current, reference)
        return _is_another(page, cast, current.references, reference) or (reference.how != "nisba" and owned)
    if reference is not None:
        owned = reference.how == "role" and is_owned(page, current, i)  # «وزارة خارجيتها | السفير الألماني»
        office = _is_behind_office(page, cast, current, reference) or _is_behind_day(page, current, reference)
        return owned or office or _name_opens(page, current, reference, i)
    return noun_opens(page, current, i) or can_only_be_object(page, current, i) or _is_second_office(page, current, i)


def _is_destination(page: Page, cast: Cast, reference: Reference, i: int) -> bool:
    """Whether a place stands right behind a deed with its doer's pronoun, its object: «قبل مغادرته كمبالا»."""
    entity = cast.entity(reference.entities[0])
    place = is_country(reference.entities[0]) or (entity is not None and entity.type in ("LOC", "FAC"))
    owned = any(s.pos == "masdar" and s.pronoun for s in page.layer(i - 1, "event"))
    return owned and place and reference.how in ("name", "place")


def _is_behind_day(page: Page, current: Draft, reference: Reference) -> bool:
    """Whether the day stands between somebody named and the next: «دعت مصر أمس | الفلسطينيين إلى …»."""
    i, grammar = reference.first, load_grammar(page.document.language)
    people = reference.how != "nisba" or _is_the_nation(page, i)
    day = bool(page.layer(i - 1, "time")) and page.form(i - 1) not in grammar.prepositions
    return bool(current.references) and people and day


def _is_behind_closed(page: Page, cast: Cast, current: Draft, reference: Reference) -> bool:
    """Whether somebody stands behind a noun with the article or an adjective, which no name completes.

    «في مؤتمر صحافي | حركة حماس ب…», «في مقر الوزارة | فلانا».
    """
    i, grammar = reference.first, load_grammar(page.document.language)
    if current.references or current.words == 0 or reference.how not in ("name", "body", "role"):
        return False
    before = page.form(i - 1)
    if before.startswith("ال"):
        spot = _is_occasion(page, i - 1) or any(page.layer(i - 1, layer) for layer in ("place_head", "body"))
        return spot and all(map(cast.is_person, reference.entities))
    small = grammar.place_prepositions | grammar.taking_up
    described = current.words > 1 and before.endswith(("ي", "يه")) and before not in small
    other = any(s.pos == "masdar" or s.number == "pl" for s in page.senses[i - 1])  # «مقاتلي», «تولي»
    field = current.office or any(page.layer(i - 1, layer) for layer in ("place_head", "body"))  # «وزراء خارجية …»
    return described and not (other or field)


def _is_second_office(page: Page, current: Draft, i: int) -> bool:
    """Whether an office stands right behind one and its holder: «شكر وزير الخارجية فلان | ولي العهد السعودي»."""
    if not current.office or not current.listed_up_to(i) or page.form(current.references[-1].last - 1).startswith("ال"):
        return False
    return bool(page.layer(i, "role") or page.phrase(i, "role"))


def _is_next_deed(page: Page, current: Draft, i: int) -> bool:
    """Whether a second deed is joined to what the first one hit: «اقتحام الجيش المخيم | واعتقال عشرة من الحركة».

    Or to who did it: «التمرد الذي تخوضه الحركة | وتصدي القوات لها».
    """
    if current.prep:
        return False
    deeds = [s for s in page.layer(i, "event") if s.pos == "masdar" and not s.definite]
    hit = current.thing and not current.references
    force = current.listed_up_to(i) and any(s.entry.get("event") in FORCE for s in deeds)
    return bool(deeds) and (hit or (force and not page.layer(i, "crowd") and not page.layer(i, "body")))


def parts_object(page: Page, cast: Cast, current: Draft, i: int) -> bool:
    """Whether the comma at ``i``, behind the day, parts people without a name from the object behind it.

    «اغتال مسلحون الأحد، | النائب …», «خطف مسلحون أمس، | ثلاثة مهندسين».
    """
    if current.prep or current.crowd is None or current.references or not page.layer(i - 1, "time"):
        return False
    behind = page.is_word(i + 1) and not conjoined(page, i + 1)
    relative = page.form(i + 1) in load_grammar(page.document.language).relatives
    noun = page.form(i + 1).startswith("ال") or counts(page, i + 1) or cast.at(i + 1) is not None
    return behind and noun and not relative


def _is_holder(page: Page, cast: Cast, current: Draft, reference: Reference | None, i: int) -> bool:
    """Whether somebody is named behind a place or an occasion: «في روما | وزير الدفاع …», «على هامش القمة | الرئيس …».

    An office or a person is no adjective of these, nor have they such in construct where the article is on them.
    """
    if reference is not None:
        holder = reference.how == "role" or (reference.how == "name" and cast.is_person(reference.entities[0]))
        body = reference.by_name and cast.is_body(reference.entities[0])
        articled = page.form(i).startswith("ال") and page.form(i - 1).startswith("ال")
        talks = any(s.entry.get("event") == "CONSULT" for s in page.layer(i - 1, "event"))
        holder = holder or (body and articled and talks)  # «على المحادثات | الاتحاد»
    else:
        people = (s for s in page.layer(i, "crowd") if s.entry.get("agent") or s.entry.get("means"))
        several = any((s.number in ("pl", "du") or s.entry.get("guest")) and not s.pronoun for s in people)
        # «يلتقي في جنيف | وفدا الحكومة والمعارضة», but «… مبعوثا من رئيس بلاده»
        holder = several or (bool(page.layer(i, "role")) and not page.form(i).endswith("ا"))
    last = current.references[-1] if current.references else None
    if not holder or last is None or last.how == "nisba":
        return holder and _is_closed(page, current, i)
    if last.how == "side":
        return last.last == i  # «عن الجانب السوداني | وزير الدفاع …»
    place = cast.entity(last.entities[0])
    there = place is not None and place.type in ("LOC", "FAC") and last.how == "name"
    there = there and all(page.layer(k, "time") for k in range(last.last, i))
    return there or (reference is None and last.last == i and _are_apart(page, i))  # «في مقر الأمم المتحدة | قادة …»


def _is_closed(page: Page, current: Draft, i: int) -> bool:
    """Whether a phrase about when, where or on what occasion ends right before token ``i``, with nobody in it."""
    grammar = load_grammar(page.document.language)
    k = i - 1 - (page.form(i - 1) in grammar.too)  # «على الاتفاق أيضا | الأمين العام …»
    if ends_date(page, k):
        return current.words > 0  # «في 15 أكتوبر | وزير الدفاع …»
    if current.references:
        nation = current.references[-1]
        return nation.last == k + 1 and _is_occasion(page, nation.first - 1)  # «في مستهل جولة تركية | الرئيس …»
    if k - 1 > current.first and _is_occasion(page, k - 1) and _describes(page, k):
        return True  # «في إطار جولته الإفريقية | الرئيس …»
    occasion = _is_occasion(page, k) or any(page.layer(k, layer) for layer in ("place_head", "time"))
    closed = page.form(k).startswith("ال") or page.form(k) in grammar.spells or is_owned(page, current, k + 1)
    return occasion and closed and current.words > 0


def _describes(page: Page, k: int) -> bool:
    """Whether an unread word at token ``k`` can be the adjective of the noun before it: «جولته | الإفريقية»."""
    unread = page.is_word(k) and not page.senses[k]
    articled = page.form(k - 1).startswith("ال") or any(s.pronoun for s in page.layer(k - 1, "event"))
    return unread and page.form(k).endswith(("يه", "ي")) and page.form(k).startswith("ال") == articled


def _is_occasion(page: Page, k: int) -> bool:
    """Whether a noun of a deed stands at token ``k``: «على هامش | القمة»."""
    return any(s.pos in ("noun", "masdar") for s in page.layer(k, "event"))


def _are_apart(page: Page, i: int) -> bool:
    """Whether people at token ``i``, without the article, can be no adjective of the name before them: «قادة»."""
    people = [s for s in page.layer(i, "crowd") if s.entry.get("agent") or s.entry.get("means")]
    return bool(people) and not any(s.definite or s.clitics for s in people)


def ends_date(page: Page, k: int) -> bool:
    """Whether a month, or the year behind one, stands at token ``k``."""
    k -= page.tokens[k].kind is TokenKind.NUMBER
    single = any(s.entry.get("kind") == "month" for s in page.layer(k, "time"))
    hits = (page.phrase(k - 1, "time"),)  # «تشرين الأول»
    return single or any(h is not None and h.last == k + 1 and h.senses[0].entry.get("kind") == "month" for h in hits)


def _is_apart_from_name(page: Page, cast: Cast, current: Draft, i: int) -> bool:
    """Whether a definite noun for a place stands behind somebody's name: «زار وفد من الحركة | العاصمة الباكستانية»."""
    if not ((current.prep or current.attached) and current.listed_up_to(i)):
        return False
    if not (page.form(i).startswith("ال") and page.layer(i, "place_head")):
        return False
    last = current.references[-1]
    return last.how == "name" and (cast.is_person(last.entities[0]) or cast.is_body(last.entities[0]))


def _name_opens(page: Page, current: Draft, reference: Reference, i: int) -> bool:
    """Whether the name at ``i`` is another than the bare phrase before it is about."""
    if _is_nation(page, current) and (reference.how != "nisba" or _is_the_nation(page, i)):
        return True  # «يطالب الأرمن تركيا», «اتهم الأرمن الأتراك»
    if current.governs_next(page, i) or current.owns_more() or _is_of_party(page, current, i):
        return False
    if _is_led_by(page, current, i):
        return False
    loose = current.crowd is not None and not current.attached and not _in_construct(page, i - 1)
    named = any(r.how != "nisba" for r in current.references) or loose
    adjective = bool(current.references) and current.references[-1].how == "nisba" and current.listed_up_to(i)
    # «طائرات حربية الجماعة», «مسؤول أميركي إيران», «مصدر عسكري المتمردين»: no construct
    field = current.office and current.words == _FIELD  # «وزراء خارجية الاتحاد …»
    closed = page.form(i - 1).endswith("ون" if field else ("يه", "ون"))  # «زعماء جنوبيون حكومة …»
    qualified = current.words > 1 and (adjective or closed or is_qualifier(page, i - 1))
    return (named or qualified) and reference.how != "nisba" and not current.after_comma


def _is_led_by(page: Page, current: Draft, i: int) -> bool:
    """Whether a noun for a body, without the article, is in construct with the name behind it: «حكومة سانتوس»."""
    body = current.references[-1] if current.listed_up_to(i) else None
    alone = body is not None and body.how == "body" and body.last - body.first == 1
    alone = alone and not page.form(i).startswith("ال")
    return alone and bool(page.layer(i - 1, "body")) and not page.form(i - 1).startswith(("ال", "لل", "وال", "بال"))


def _is_behind_office(page: Page, cast: Cast, current: Draft, reference: Reference) -> bool:
    """Whether a body or land stands behind an office that is complete: with its adjective, or in construct.

    «المبعوث الأممي | الحوثيين», «رئيس الحزب | الحكومة السودانية».
    """
    if current.references or current.words <= 1 or not reference.by_name:
        return False
    head, behind = page.form(current.first), page.form(reference.first - 1)
    closed = behind.startswith("ال") and not page.layer(reference.first - 1, "crowd")
    hit = page.phrase(current.first, "role")
    roles = hit.senses if hit is not None else page.layer(current.first, "role")
    office = any(s.number == "sg" or s.pos == "phrase" for s in roles)
    if not head.startswith("ال"):  # «رئيس المكتب السياسي | الحوثيين» may be of them
        called = page.form(reference.first).startswith("ال") and cast.is_body(reference.entities[0])
        closed = closed and called and not page.form(reference.first).endswith(("ون", "ين"))
    clitics = cast.clitics_before_name(page.tokens[reference.first].span)
    return office and closed and clitics == 0 and not any(map(cast.is_person, reference.entities))


def _is_of_party(page: Page, current: Draft, i: int) -> bool:
    """Whether the name of a party is the adjective of the people before it: «متمردون حوثيون», «مسلحين حوثيين»."""
    if current.crowd is None or current.crowd_at != i - 1 or current.references:
        return False
    form, before = page.form(i), page.form(i - 1)
    alike = any(form.endswith(e) and before.endswith(e) for e in ("ون", "ين"))
    return alike and not (form.startswith("ال") or before.startswith("ال"))


def is_named(page: Page, cast: Cast, current: Draft, reference: Reference) -> bool:
    """Whether a person's name stands right behind an adjective of nationality, or behind whose envoy he is."""
    if reference.how != "name" or not current.listed_up_to(reference.first):
        return False
    last = current.references[-1]
    alone = last.how in ("nisba", "side") and last.last - last.first == 1  # «عن الجانب السوداني | وزير الدفاع فلان»
    heads = (s for k in (last.first - 1, last.first) for s in page.layer(k, "role"))
    sent = last.how == "name" and last.last - last.first <= _SENDER and any(s.entry.get("serves") for s in heads)
    sent = sent and not conjoined(page, reference.first)
    return (alone or sent) and cast.is_person(reference.entities[0])  # «مبعوث البرهان | دفع الله الحاج»


def _is_nation(page: Page, current: Draft) -> bool:
    """Whether a bare phrase is just a nation's people: «الأرمن»."""
    alone = current.words == 1 and len(current.references) == 1 and current.references[0].how == "nisba"
    return alone and _is_the_nation(page, current.references[0].first)


def nation_at(page: Page, i: int) -> list[Sense]:
    """The senses of token ``i`` where it can only be a nation's people, in the plural; none where it may be more."""
    senses = [s for s in page.senses[i] if s.pos == "nisba"]
    return senses if all(s.number == "pl" and s.gender != "f" for s in senses) else []


def _is_the_nation(page: Page, i: int) -> bool:
    """Whether token ``i`` names a nation's people as a whole: «الأرمن»."""
    senses = nation_at(page, i)
    return bool(senses) and all(s.definite for s in senses)


def _is_another(page: Page, cast: Cast, before: list[Reference], reference: Reference) -> bool:
    """Whether a name behind the one a phrase ends with is another phrase: «في عمان الوزير …», «من الحركة خالد …».

    A person is in apposition to no body or place, a body or state to none of another side; times may stand between.
    """
    if not before or reference.how not in ("name", "role", "body"):
        return False
    if not all(page.layer(k, "time") for k in range(before[-1].last, reference.first)):
        return False
    one, other = cast.entity(before[-1].entities[0]), cast.entity(reference.entities[0])
    if one is None or other is None or one.id == other.id or one.type == "PER" or before[-1].how == "nisba":
        return False
    if other.type == "PER":
        return True
    apart = one.side is not None and other.side is not None and one.side != other.side
    return (other.type == "ORG" and one.type != "ORG") or (apart and (other.type == "ORG" or is_country(other.id)))


def _in_construct(page: Page, i: int) -> bool:
    """Whether token ``i`` can govern the name behind it: «مقاتلو الحركة», not «مسلحون» nor a definite noun."""
    form = page.form(i)
    definite = any(s.definite for s in page.senses[i]) or (not page.senses[i] and form.startswith("ال"))
    return not form.endswith((*SOUND, "ا")) and not definite
