"""Prepositional phrases that hang on something else than the word before them: «قصف مواقع على الحدود بين البلدين»."""

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE, JOINT, SPEECH
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.particle import on_masdar
from hudna.reading.scene import is_country

_MOVING = frozenset({"MOBILIZE", "AID"})  # of verbs «من» says whence what is moved comes
_BEFORE_WITH = 4  # words from a noun of agreement, with its adjectives and «مع», to whom it is with


def belongs_elsewhere(
    scene: EventScene, trigger: Trigger, before: tuple[Chunk, ...], chunk: Chunk, *, named: bool
) -> bool:
    """Whether a prepositional phrase hangs on a noun behind the word; ``named`` says that one stands before it."""
    frame = scene.frame(trigger)
    role = frame.prepositions.get(chunk.prep)
    since = chunk.prep == "من" and scene.page.form(chunk.first - 2) in scene.grammar.spells
    if chunk.prep == "من" and role == "actor":
        moved = trigger.entry.get("event") in _MOVING and frame.subject == role and named
        spoken = trigger.verbal and (moved or trigger.entry.get("event") in SPEECH)  # «انتقد قيادي من الحركة …»
        origin = _is_origin(scene, trigger, before, chunk) and not _is_authored(scene, trigger, chunk)
        if spoken or origin or _is_bidden(scene, trigger, chunk):
            return True
    # «سيطروا على البلدة بعد ساعات من انسحاب الجيش»
    beside = chunk.prep == "الي" and scene.page.form(chunk.first) == "جانب"  # «عملية إلى جانب القوات الحكومية»
    why = chunk.first > trigger.last and scene.page.form(chunk.first - 1) in scene.grammar.adjuncts  # «غارات دعما ل…»
    leads = trigger.last <= chunk.first - 2 and scene.page.form(chunk.first - 2) in scene.grammar.leading
    aside = beside and trigger.entry.get("event") in FORCE
    leads = leads or (chunk.prep == "الي" and scene.is_number(chunk.first))  # «رفع الحصيلة جراء الهجمات إلى 43 مدنيا»
    purpose = since or why or leads or aside or _is_with_whom(scene, trigger, chunk)
    purpose = purpose or (
        chunk.prep == "ل" and role in ("actor", "target") and _is_purpose(scene, trigger, before, chunk)
    )
    over = chunk.prep == "علي" and trigger.entry.get("frame") == "detain"
    purpose = purpose or (over and not _lays_hold(trigger))  # «اعتقل على خلفية مقتل جنديين»
    apart = chunk.prep == "بين" and trigger.entry.get("event") == "RETREAT" and not _is_pair(scene, chunk)
    # «انسحبوا لتفادي سقوط ضحايا بين المدنيين»
    if purpose or apart or (role == "actor" and _is_no_doer(scene, trigger, before, chunk)):
        return True
    where = before[-1] if before and before[-1].prep in scene.grammar.place_prepositions else None
    if chunk.prep == "ل" and where and where.last == chunk.first and scene.only_places(where.named):
        return True  # «في المناطق الشمالية الغربية لباكستان»
    if chunk.prep == "ب" and role == "actor" and _is_setting(scene, before, chunk):
        return True
    if chunk.prep == "بين" and frame.prepositions.get("بين") == "actor" and frame.object == "target":
        swapped = trigger.entry.get("frame") == "release"  # «تبادل للأسرى بين الحكومة والحركة»
        return (named or trigger.verbal) and not swapped  # «حوصروا بين نيران …», «قصف مواقع … على الحدود بين البلدين»
    takes = frame.verb_takes_l or bool(trigger.entry.get("takes_l"))
    return trigger.verbal and chunk.prep == "ل" and not takes  # «الموالين لروسيا»


def _is_authored(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «من» says whose work a deed of force is: «إن الهجوم | من تدبير الحركة», «الهجمات من صنع …»."""
    noun = not trigger.verbal and trigger.definite and trigger.entry.get("event") in FORCE
    return noun and chunk.prep == "من" and chunk.full and scene.page.form(chunk.first) in scene.grammar.doings


def _is_purpose(scene: EventScene, trigger: Trigger, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «ل» says what for: «على أهبة الاستعداد لمساعدة السكان»; a verbal noun owns nothing."""
    if trigger.entry.get("event") == "CONSULT" and _is_matter_of_talk(scene, before, chunk):
        return True
    if trigger.entry.get("event") != "ASSAULT" and not chunk.headed and on_masdar(scene.page, chunk.first):
        return True  # «درب المقاتلين لمحاربة التنظيم», but «عملية لمواجهة الحركة» is aimed at her
    if trigger.entry.get("event") == "SUPPORT" and _is_owned_act(scene, chunk):
        return False  # «دعمه لمبادرة الاتحاد»: his who made it
    told = any(s.pos in ("masdar", "noun") for s in scene.page.layer(chunk.first, "event"))
    return told and not chunk.thing and scene.cast.at(chunk.first) is None  # «للدعم السريع»


def _is_owned_act(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a noun of what a side says or does heads a phrase with «ل»."""
    head = scene.page.form(chunk.first).removeprefix("و").removeprefix("ل")
    return chunk.full and (head in scene.grammar.owned_acts or head.removeprefix("ل") in scene.grammar.owned_acts)


def _is_matter_of_talk(scene: EventScene, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «ل» brings what a talk is for or about: «اجتماع لبحث سبل …», «أبلغه في اتصال رفضه للخطة».

    Not «اجتماع لوزراء الخارجية» or «… للأطراف», nor «استقبال الملك لنظيره».
    """
    if before and not (before[-1].prep or before[-1].named or before[-1].crowd):
        return True
    known = ("crowd", "role", "body", "informant", "number")
    people = any(scene.page.layer(chunk.first, layer) or scene.page.phrase(chunk.first, layer) for layer in known)
    return not (people or scene.cast.at(chunk.first) is not None)


def _is_origin(scene: EventScene, trigger: Trigger, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «من» says where somebody named before comes from, or of what kind he is: «فلان من أصول جزائرية»."""
    force = trigger.entry.get("event") == "ASSAULT"
    told = force if trigger.verbal else any(c.named for c in before) or _are_people(scene, before)
    return told or ((force or chunk.adjectival) and not chunk.headed)


def _are_people(scene: EventScene, before: tuple[Chunk, ...]) -> bool:
    """Whether people stand right before «من», who are of those behind it: «القضاء على آخر مقاتل | من الحركة»."""
    hit = before[-1] if before and before[-1].prep in scene.grammar.upon else None
    words = range(hit.first, hit.last) if hit is not None else ()
    return any(s.entry.get("agent") for k in words for s in scene.page.layer(k, "crowd"))


def _lays_hold(trigger: Trigger) -> bool:
    """Whether a word of seizing has whom or what it befalls behind «على»: «ألقى القبض على», «استولى على»."""
    return trigger.companion is not None or trigger.sense.pos == "phrase"


def _is_pair(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase names two or more."""
    return len(scene.people_and_places(chunk, "actor")[0]) > 1


def _is_no_doer(scene: EventScene, trigger: Trigger, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «مع» or «ل» brings in nobody who does it, but what goes on meanwhile, whither or whose those seized are.

    «يتزامن القتال مع وصول المبعوث …», «إرسال قوات للصومال», «اعتقال ستة من المنتمين للحركة».
    """
    if chunk.prep == "مع":
        return not chunk.headed and _is_deed(scene, chunk.first)
    if chunk.prep == "من" and scene.frame(trigger).subject == "-":
        return scene.is_number(chunk.first - 2)  # «تسلمت رفات ثلاثة من جنودها»
    land = bool(chunk.named) and all(r.how == "name" and is_country(e) for r in chunk.named for e in r.entities)
    whither = trigger.entry.get("event") == "MOBILIZE" and land
    return chunk.prep == "ل" and (whither or (scene.frame(trigger).genitive == "target" and bool(before)))


def _is_deed(scene: EventScene, i: int) -> bool:
    """Whether a verbal noun stands at token ``i``: what it tells goes on at the same time."""
    senses = scene.page.senses[i] if scene.page.is_word(i) else ()
    return any(s.pos == "masdar" and not s.definite and s.entry.layer != "light" for s in senses)


def _is_bidden(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «من» names at whose wish or by whose help others do it: «يلتقيان … بدعوة من الرئيس»."""
    wish = chunk.first - 2
    return wish >= trigger.last and scene.page.form(wish).lstrip("و") in scene.grammar.bidding


def _is_setting(scene: EventScene, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «ب» says how or under whom others talk: «برعاية», «بدعوة من», «برئاسة» after «بين»; not «بحضور فلان»."""
    form = scene.page.form(chunk.first)
    form = form[1:] if form[:1] in "وف" else form
    between = any(c.prep == "بين" for c in before)
    present = form in scene.grammar.presences and not between
    return (between and form in scene.grammar.presiding) or not (chunk.headed or present)


def _is_with_whom(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «مع» says with whom a talk or agreement is that stands before it: «أفرجت عن … بموجب اتفاق مع الحركة»."""
    if chunk.prep != "مع" or trigger.entry.get("event") in JOINT:
        return False
    near = range(max(trigger.last, chunk.first - _BEFORE_WITH), chunk.first - 1)
    deeds = (s for k in near if scene.cast.at(k) is None for s in scene.page.layer(k, "event"))
    tied = chunk.first - 2 >= trigger.last and chunk.first - 2 != trigger.companion
    if tied and scene.page.form(chunk.first - 2) in scene.grammar.ties and scene.page.form(chunk.first - 3) == "علي":
        return True  # «عقوبات على ثلاثة أشخاص على صلات مع النظام»
    return any(s.pos in ("noun", "masdar") and s.entry.get("event") in JOINT for s in deeds)
