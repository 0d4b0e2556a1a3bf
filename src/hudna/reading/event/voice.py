"""Whether a verb is a passive, or its one noun phrase the object: «اتُهم الجيش بقصف …», «واتهم الجيش بقصف …»."""

from hudna.reading.event.allegiance import OWNED, whose
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.noun_boundary import counts
from hudna.reading.event.scene import WINDOW, EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.reading.land import is_feminine_land
from hudna.reading.particle import conjoined, preposition_at
from hudna.reading.scene import is_country
from hudna.text import ARABIC_LETTER, fold

_DAMMA = "\u064f"
_ALEF = frozenset("اٱ")
_DERIVED = 3  # letters up to the vowel of a passive that begins with an alef: «اتُهم», «اعتُقل», «استُهدف»
_HEDGED = 3  # words of «أكثر من» and a figure
_OCCASION = 3  # words of an occasion behind «خلال»
_BLAMING = frozenset({"accuse"})  # frames of verbs that need both an object and «ب»


def is_written_passive(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a past tense is written with the vowel or letter of the passive: «قُتل», «اتُهم», «حوصر»."""
    if _is_spelled_so(scene, trigger):
        return True
    raw = scene.page.raw(trigger.first, trigger.first + 1)[trigger.sense.cut :]
    if trigger.sense.tense != "past" or _DAMMA not in raw:
        return False
    letters = sum(bool(ARABIC_LETTER.match(c)) for c in raw[: raw.index(_DAMMA)])
    return letters == 1 or (letters <= _DERIVED and raw[0] in _ALEF)


def _is_spelled_so(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a past tense has letters that only the passive has: «حوصر المدنيون», «هوجمت الثكنة», not «حاصر»."""
    verb = trigger.entry.get("verb") or {}
    past, active = fold(next(iter(verb.get("passive") or ()), "")), fold(str(verb.get("past", "")))
    written = scene.page.form(trigger.first)[trigger.sense.cut :]
    return trigger.sense.pos == "verb" and past not in ("", active) and written.startswith(past)


def lost_all_aboard(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb of killing has the people of a craft told of behind it: «تحطمت طائرة … وقتل جميع ركابها»."""
    sense = trigger.sense
    if trigger.entry.get("frame") != "kill" or (sense.number, sense.gender, sense.pronoun) != ("sg", "m", ""):
        return False
    k = trigger.last
    while any(s.entry.get("part") == "all" for s in scene.page.layer(k, "casualty")):
        k += 1
    aboard = [s for s in scene.page.readings(k, "casualty") if s.entry.get("aboard") or s.entry.get("crew")]
    return any(s.pronoun for s in aboard) or any(s.pos == "phrase" and not s.definite for s in aboard)


def _disagrees(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a feminine name right behind a masculine verb is no subject of it: «وطالب روسيا ب…», «اتهم الحكومة …»."""
    sense = trigger.sense
    masculine = sense.pos == "verb" and sense.person == "3" and sense.gender == "m"
    noun = any(s.pos in ("masdar", "noun") for s in scene.page.layer(trigger.first, "event"))  # «توغل القوات»
    if not masculine or noun or chunk.first != trigger.last or not chunk.references:
        return False
    named = chunk.references[0]
    if named.first != chunk.first or len(chunk.named) > 1:
        return False
    body = named.how != "nisba" and bool(named.entities) and scene.cast.is_body(named.entities[0])
    plural = any(  # «القراصنة الصوماليون»
        s.number == "pl" and s.entry.get("agent") for s in scene.page.layer(named.first, "crowd")
    )
    feminine = not plural and scene.page.form(named.first).endswith(("ه", "ات"))
    return is_feminine_land(scene.page, named) or (body and feminine)


def is_object_alone(scene: EventScene, trigger: Trigger, bare: list[Chunk]) -> bool:
    """Whether the first of the noun phrases behind a verb is its object: by gender, or as the one that it needs."""
    confined = trigger.entry.get("frame") == "confine" and trigger.companion == bare[0].first  # «قيدت | تحركات …»
    return confined or _disagrees(scene, trigger, bare[0]) or is_charged(scene, trigger, bare)


def is_charged(scene: EventScene, trigger: Trigger, bare: list[Chunk]) -> bool:
    """Whether a verb that needs an object has it in its one noun phrase.

    It stands right before «ب» («واتهم الحكومة بالتقصير»), or before the charge («وحملت الحكومة المسؤولية»).
    """
    if trigger.entry.get("frame") not in _BLAMING:
        return False
    if trigger.companion is not None:
        if not trigger.entry.get("charges") or _charges_others(scene, trigger):
            return False
        named = [r for c in bare for r in c.named if c.first < trigger.companion]
        own = len(named) == 1 and named[0].first < bare[0].last  # «حملت عائلات الضحايا | الحكومة مسؤولية …»: theirs
        return own and bare[0].first == trigger.last and named[0].last == trigger.companion
    if len(bare) != 1:
        return False
    if trigger.sense.pronoun:
        return False  # «بعد أن اتهمتها واشنطن ب…»
    phrase = bare[0]
    full = bool(phrase.references) and phrase.references[-1].last == phrase.last
    behind = scene.right(trigger.last)
    charge = next((c for c in behind if c.first >= phrase.last), None)
    at_once = charge is not None and charge.prep == "ب" and charge.first == phrase.last
    unknown = charge is None and scene.page.is_word(phrase.last) and not scene.page.senses[phrase.last]
    at_once = at_once or (unknown and scene.page.form(phrase.last).startswith("ب"))  # «… واتهم فلانا | بخيانة القضية»
    return at_once and phrase.first == trigger.last and (full or bool(phrase.crowd))


def _charges_others(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «ل» brings in whom the subject charges: «حملت الحكومة مسؤولية الهجوم | لعناصر متطرفة», no «لإهمالها»."""
    needed = trigger.companion or trigger.last
    if any(scene.page.form(k) == "ل" for k in range(needed, min(needed + WINDOW, scene.clauses.end))):
        return True  # «حمل المسؤولية لـ"عناصر …"»
    charged = (c for c in scene.right(trigger.last) if c.prep == "ل" and c.first > needed)
    return any(not any(s.pos == "masdar" or s.pronoun for s in scene.page.senses[c.first]) for c in charged)


def is_private(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a civilian of some nation does it, whose state has no part in that: «سائق شاحنة مصري», «شاب سعودي»."""
    head = chunk.first
    while head + 1 < chunk.last and any(s.entry.get("counts") for s in scene.page.layer(head, "crowd")):
        head += 1  # «جميع الصيادين المصريين»
    senses = scene.page.layer(head, "casualty")
    civilian = any(s.entry.get("part") == "victim" and s.entry.get("victims") == "civilian" for s in senses)
    return chunk.adjectival and (civilian or _is_one_of_nation(scene, chunk))


def _is_one_of_nation(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is the adjective of a nation alone, in the masculine singular: «تفجير نفذه صومالي».

    With the article a relative clause stands behind it, and no noun that it describes before: «إن | الأردني الذي …».
    """
    alone = chunk.last == chunk.first + 1 and chunk.references[0].first == chunk.first
    senses = [s for s in scene.page.senses[chunk.first] if s.pos == "nisba"] if alone else []
    if not senses or any(s.number != "sg" or s.gender == "f" for s in senses):
        return False
    described = scene.page.is_word(chunk.first - 1) and scene.page.form(chunk.first - 1).startswith("ال")
    return not any(s.definite for s in senses) or (scene.is_relative(chunk.last) and not described)


def is_slain(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb of killing in the singular has no object, and so is a passive: «بعد أن قتل جراء القصف عامل»."""
    alone = trigger.entry.get("frame") == "kill" and trigger.sense.number == "sg" and not trigger.sense.pronoun
    return alone and trigger.sense.clitics[-1:] != "ل" and not counts(scene.page, trigger.last)


def is_killer(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a verb in the singular says what a body did, of which only people fall: «إن القوات قتلت نحو مئة من …»."""
    heads = (r for r in chunk.named if r.first == chunk.first and r.how not in ("nisba", "role"))
    body = bool(scene.page.layer(chunk.first, "body")) or any(scene.cast.is_body(e) for r in heads for e in r.entities)
    return trigger.sense.number == "sg" and body and not scene.is_relative(trigger.first - 1)


def is_seized(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb of arrest has no object at all, and so is a passive: «الجندي الذي اختطف قرب المطار»."""
    if trigger.entry.get("frame") != "detain" or trigger.sense.pronoun or trigger.companion is not None:
        return False
    page, i = scene.page, trigger.last
    behind = page.form(i) if i < scene.clauses.end and page.is_word(i) else ""
    # «اعتقل على خلفية عمله», «اعتقل شرقي البلاد»; «قبض على» needs its «على»
    away = behind in scene.grammar.prepositions | scene.grammar.directions
    away = away and not (i + 1 < scene.clauses.end and scene.is_number(i + 1))  # «اقتادت نحو مئتي شخص»
    away = away and not (trigger.sense.number == "pl" and _counts_beyond_place(scene, i))
    told = not behind or away or bool(page.layer(i, "time")) or bool(preposition_at(page, scene.cast, i))
    return bool(told) and not _counts_beyond(scene, i)


def was_seized(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «كان» and a verb of arrest without a pronoun say whom it befell: «أسيرين كانا اعتقلا في يوليو»."""
    was = any(s.entry.id == "كان" for s in scene.page.senses[trigger.first - 1]) if trigger.first else False
    return was and trigger.entry.get("frame") == "detain" and not trigger.sense.pronoun and trigger.companion is None


def died_of(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether what killed follows the verb: «قتل فلان نائب رئيس الحزب بانفجار»."""
    if trigger.entry.get("frame") != "kill":
        return False
    causes = (c for c in right if c.prep in scene.grammar.causes)
    return any(scene.page.layer(k, "event") for c in causes for k in range(c.first, c.last))


def suffers(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether the only noun phrase beside a verb of force is what is hit: a place, a thing, or a person killed."""
    if trigger.entry.get("event") not in FORCE or _is_active(scene, trigger):
        return False
    outlawed = trigger.entry.get("of_groups") and any(scene.cast.faction(e) for r in chunk.named for e in r.entities)
    if outlawed or _does_it(scene, trigger, chunk):
        return bool(outlawed)  # «حظرت الجماعة عام 2002»
    hit = _is_kept(scene, trigger, chunk) or chunk.thing
    hit = hit or _is_counted(scene, chunk) or _is_brought_down(scene, trigger, chunk)
    if hit or _is_ground(scene, chunk):
        return True
    if (chunk.crowd or not scene.only_places(chunk.named)) and _has_object_behind(scene, chunk):
        return False
    if trigger.entry.get("frame") in ("kill", "detain"):
        heads = (r for r in chunk.named if r.first == chunk.first)  # «قتل جندي من قوات الحلف»: one of them
        ids = [e for r in heads for e in r.entities if r.how not in ("nisba", "role")]  # «قتل قائد الحركة بغارة»
        return not any(scene.cast.is_body(i) or is_country(i) for i in ids)
    whole = chunk.full and scene.only_places(chunk.named)  # «توغلت دبابات إسرائيلية»: theirs, no place
    return whole or is_owned(scene, chunk)


def _is_kept(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a phrase is who is kept from something, no second one before it: «منعت القوات الدولية | من تنفيذ …»."""
    if trigger.entry.get("frame") != "bar" or scene.page.form(chunk.last) != "من":
        return False
    return len(chunk.references) == 1 and chunk.references[0].last == chunk.last


def _is_counted(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a figure, or «أكثر من», «قرابة» and one, opens a phrase: «قتل قرابة مئة متمرد»."""
    if scene.is_number(chunk.first):
        return True
    opens = range(chunk.first + 1, min(chunk.first + _HEDGED, chunk.last))
    return not (chunk.named or scene.page.layer(chunk.first, "crowd")) and any(map(scene.is_number, opens))


def _is_ground(scene: EventScene, chunk: Chunk) -> bool:
    """Whether an adjective of nationality only says where places are: «مختلف المحافظات العراقية»."""
    inside = range(chunk.first, chunk.references[0].first) if chunk.adjectival else range(0)
    return any(scene.page.layer(k, "place_head") for k in inside)


def _is_brought_down(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a phrase is what a verb needs as what is hit, and no second such stands in it: «أسقطت طائرة ماليزية»."""
    hit = trigger.companion if trigger.entry.get("fixed_mode") else None
    if hit is None or not chunk.first <= hit < chunk.last:
        return False
    return not any(scene.page.layer(k, "crowd") for k in range(hit + 1, chunk.last))


def _does_it(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether what stands behind shows the only noun phrase to be the subject.

    «فتح أحد الحراس | النار عليه», «منع الجيش | دخول المساعدات», but «منع الصحفيون من …»; «أحبطت سفينة | هجوما».
    """
    if trigger.entry.get("frame") == "bar":
        return scene.page.form(chunk.last) != "من"
    shot = (trigger.entry.get("mode") == "firearms" or trigger.entry.get("repels")) and trigger.companion is not None
    return shot and trigger.companion is not None and chunk.first < trigger.companion


def is_owned(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase tells of things that somebody only owns: «مخازن ومدارس تابعة للأمم المتحدة قد دمرت»."""
    crowd = scene.page.layer(chunk.first, "crowd")
    acts = any(s.entry.get("agent") or s.entry.get("means") for s in crowd) or scene.page.layer(chunk.first, "body")
    first = next((r.first for r in chunk.named), None)
    return not acts and first is not None and whose(scene.page, chunk.first, first, "ل") == OWNED


def _has_object_behind(scene: EventScene, chunk: Chunk) -> bool:
    """Whether people behind a verb do it to others, known here or not: «اختطف مسلحون موظفا», «خطف مسلحون ثلاثة أطباء».

    The object is in the accusative, counted, or an oblique plural behind a nominative («احتجز مسلحون صحفيين»).
    """
    page = scene.page
    others = (k for k in range(chunk.first + 1, chunk.last) if conjoined(page, k))
    inside = range(chunk.first + 1, next(others, chunk.last))
    words = (k for k in inside if scene.cast.at(k) is None and not page.layer(k, "time"))
    if any(scene.is_number(k) or page.form(k).endswith("ا") for k in words):
        return True
    if page.form(chunk.last) in scene.grammar.demonstratives and page.form(chunk.last - 1).endswith("ون"):
        return True  # «داهم مسلحون | هذه القرى»
    if _counts_behind_time(scene, chunk.last):
        return True  # «خطف مسلحون في يناير | ثلاثة بريطانيين»
    behind = range(chunk.first + 1, chunk.last + 1)
    oblique = any(page.form(k - 1).endswith("ون") and page.form(k).endswith("ين") for k in behind)
    some = page.form(chunk.last + 1) in scene.grammar.partitives  # «… ثلاثة منهم»: of those told already
    return oblique or (counts(page, chunk.last) and not some)


def _counts_behind_time(scene: EventScene, i: int) -> bool:
    """Whether a number that counts people stands behind a time that begins at token ``i``: «أمس | ثلاثة جنود»."""
    page, first = scene.page, i
    i += page.form(i) in scene.grammar.place_prepositions and bool(page.layer(i + 1, "time"))
    while i < scene.clauses.end and page.layer(i, "time"):
        i += 1
    told = i > first and i < scene.clauses.end and scene.is_number(i) and not page.layer(i, "time")
    return told and not page.layer(i + 1, "time")  # «قتل القائد بعد | ثلاثة أيام»


def _counts_beyond(scene: EventScene, i: int) -> bool:
    """Whether somebody stands behind a time, or is counted behind an occasion, that begins at token ``i``.

    «خطف في أكتوبر | والد لاعب», «اعتقل خلال العملية | عشرات من …».
    """
    page, k = scene.page, i + (scene.page.form(i) in scene.grammar.place_prepositions)
    if page.layer(k, "time") and scene.page.form(i) not in scene.grammar.occasions_in_time:
        while k < scene.clauses.end and page.layer(k, "time"):
            k += 1  # «خطف في أكتوبر | والد لاعب …»
        noun = k < scene.clauses.end and page.is_word(k) and not conjoined(page, k) and finite(page, k) is None
        return noun and page.form(k) not in scene.grammar.prepositions and not preposition_at(page, scene.cast, k)
    if scene.page.form(i) not in scene.grammar.occasions_in_time:
        return False
    words = range(i + 2, min(i + 2 + _OCCASION, scene.clauses.end))
    return any(counts(scene.page, k) and all(map(scene.page.is_word, range(i, k))) for k in words)


def _counts_beyond_place(scene: EventScene, i: int) -> bool:
    """Whether people are counted behind the phrase that begins at ``i``: «اختطفوا عند شواطئ الصومال | 478 فردا»."""
    beyond = scene.right(i)[1:2]
    return bool(beyond) and not beyond[0].prep and counts(scene.page, beyond[0].first)


def has_unknown_object(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun that we do not know is the object of a verb: «وكان المسلحون قد قتلوا راعي أغنام في …».

    So is one that is counted: «إن مسلحين من الحركة قتلوا أكثر من ستة أطفال».
    """
    page, i = scene.page, trigger.last
    if counts(page, i):
        return True
    if page.form(i).startswith("ب") and not page.senses[i] and scene.cast.at(i) is None:
        return False  # «قتلت | بعيار ناري»
    if page.form(i) in scene.grammar.circumstances:
        return False  # «قتلوا | وهم نيام»
    head = next(iter(scene.right(i)), None)
    if head is None or head.prep or head.first != i or conjoined(page, i) or page.layer(i, "time"):
        return False
    adverb = head.last == i + 1 and not page.form(i).startswith("ال") and not page.layer(i, "crowd")  # «قتلوا هناك»
    return not adverb and not any(s.pos == "active" for s in page.senses[i])


def _is_active(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a past tense can be no passive, as that is spelled otherwise («اغتيل» beside «اغتال»)."""
    verb = trigger.entry.get("verb") or {}
    if "passive" not in verb or trigger.sense.tense != "past":
        return False
    return fold(verb["past"]) in scene.page.form(trigger.first)
