"""Prepositional phrases beside an event word: «هجوم على القرية», «قصف من قبل الجيش», «لقاء مع الوزير»."""

from dataclasses import replace

from hudna.reading.event.allegiance import OWNED, whose
from hudna.reading.event.chunk import AGENT, Chunk
from hudna.reading.event.grammar import Frame
from hudna.reading.event.kinds import BY_WEAPONS, FORCE, SPEECH
from hudna.reading.event.particle import on_masdar
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.scene import is_country

_MOVING = frozenset({"MOBILIZE", "AID"})  # of verbs «من» says whence what is moved comes
_GOT = frozenset({"receive", "arrival", "be_handed"})  # frames of words for what is got from somebody
_JOINT = frozenset({"AGREE", "CONSULT"})
_BEFORE_WITH = 4  # words from a noun of agreement, with its adjectives and «مع», to whom it is with
_AT = frozenset({"علي", "ضد"})  # what force is used on


def add_prepositions(
    scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...], *, carried: bool = False
) -> Roles:
    """``roles`` with what the prepositional phrases behind the word add.

    ``carried`` says that a verb names its doer.
    """
    frame = scene.frame(trigger)
    paired = frame.prepositions.get("بين") == "actor" and any(c.prep == "بين" for c in right)
    asked = False
    addressed: set[str] = set()  # prepositions that have named a target: «طلب من تركيا سحب قواتها من العراق»
    for n, chunk in enumerate(() if _asks_only_one(trigger) else right):
        if not chunk.prep or (chunk.prep == "مع" and (paired or (n and _holds_talk(scene, frame, right[n - 1])))):
            continue  # «الحدود مع …» after «بين … و…»; «زار … لإجراء محادثات مع …»
        if chunk.prep == AGENT:
            roles = roles if roles.actors else add(scene, roles.by("event.agent"), "actor", chunk)
            continue
        if _belongs_elsewhere(scene, trigger, right[:n], chunk, named=bool(roles.actors or n)):
            continue
        owner = not carried and _owns(scene, trigger, roles, right[:n], chunk)
        joint = bool(trigger.entry.get("joint")) and chunk.prep in ("بين", "مع")
        role = _role(scene, frame, chunk, asked=asked and not joint, owner=owner)
        role = frame.object if not n and _brings_object(scene, trigger, chunk) else role
        role = "place" if role == "actor" and _is_seat(trigger, chunk) else role
        if role == "target" and chunk.prep == "من" and chunk.prep in addressed:
            continue
        asked_of = carried and chunk.first - 1 > trigger.last  # «قامت الحكومة بطلب مساعدات من الأمم المتحدة»
        role = "actor" if role == "target" and not asked_of and _is_asker(trigger, chunk) else role
        # «نداء إلى الحكومة», «دعوة لموسكو إلى …»
        addressee = chunk.prep == "الي" or _is_addressed(trigger, right[:n], chunk)
        if role == "content" and addressee and not trigger.verbal and chunk.headed and not asked:
            role = "target" if scene.people_and_places(chunk, "target")[0] else role
        if role == "content":
            asked = True
            roles = replace(roles, content=roles.content or (chunk.first, scene.clauses.end))
        elif role == "owner":
            roles = roles if roles.targets else _add_owner(scene, roles, chunk, right[n + 1 :])
        elif fills(scene, role, chunk, trigger) and not (chunk.prep == "ل" and trigger.verbal and roles.targets):
            roles = _filled(scene, roles, trigger, role, chunk)  # «ساندت ترشيح فلان لرئاسة الوزراء»
            addressed.update([chunk.prep] if role == "target" else [])
    return roles


def _filled(scene: EventScene, roles: Roles, trigger: Trigger, role: str, chunk: Chunk) -> Roles:
    """``roles`` with a phrase in ``role``; a capital at which words or sanctions are aimed is its government."""
    roles = add(scene, roles, role, chunk)
    if role != "target" or roles.targets or trigger.entry.get("event") not in (*SPEECH, "SANCTION"):
        return roles
    return replace(roles, targets=_capitals(scene, chunk))


def _capitals(scene: EventScene, chunk: Chunk) -> tuple[str, ...]:
    """The states whose capitals a phrase names as mere places: «ألقت باللوم على بيونغ يانغ» blames its government."""
    found: list[str] = []
    for reference in chunk.named if scene.only_places(chunk.named) else ():
        hits = (h for h in scene.page.names.get(reference.first, ()) if h.last == reference.last)
        found += [s.entry.id for h in hits for s in h.senses if s.pos == "capital"][:1]
    return tuple(dict.fromkeys(found))


def own_phrases(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases up to one that tells another event, whose the next are: «أفرجت عن … مقابل إفراج الحركة عن …».

    Not those behind a visit during which somebody meets others: «يجتمع خلال الزيارة مع نظيره».
    """
    for n, chunk in enumerate(right):
        other = scene.page.layer(chunk.first, "event") if chunk.prep in scene.grammar.blockers else ()
        if trigger.entry.get("frame") == "meet" and any(s.entry.get("frame") == "visit" for s in other):
            continue
        asked = scene.grammar.frames[other[0].entry.get("frame")].prepositions if other else {}
        if asked:
            return tuple(c for k, c in enumerate(right) if k <= n or c.prep not in asked)
    return right


def with_governed(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases with the preposition that the verb governs on a noun that is not known: «يشيد بجهود الوسيط»."""
    particle = trigger.entry.get("governs")
    for n, chunk in enumerate(right if particle else ()):
        written = not chunk.prep and scene.page.form(chunk.first).removeprefix("و").startswith(particle)
        if (
            written
            and scene.cast.at(chunk.first) is None
            and all(s.clitics or s.pos == "phrase" for s in scene.page.senses[chunk.first])
        ):
            return (*right[:n], chunk._replace(prep=particle), *right[n + 1 :])
    return right


def befalls(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase holds a noun for what is done to those named behind it: «مقتل …», «تهجير …»."""
    frames = (s.entry.get("frame") for k in range(chunk.first, chunk.last) for s in scene.page.layer(k, "event"))
    return any(scene.grammar.frames[f].genitive == "target" for f in frames if f is not None)


def fills(scene: EventScene, role: str, chunk: Chunk, trigger: Trigger | None = None) -> bool:
    """Whether a prepositional phrase can stand in a role: a party is named, and «من» before a place tells whence.

    What comes from a country is its government's where a word says that somebody gets it: «تلقت أسلحة من واشنطن».
    """
    if role in ("act", "place"):
        return True
    if role == "actor" and chunk.prep == "من" and trigger is not None and trigger.entry.get("mode") == "missile":
        land = chunk.full and all(is_country(e) for r in chunk.named for e in r.entities)  # «صواريخ من لبنان»
        return bool(chunk.named or chunk.crowd) and not land and not scene.page.layer(chunk.first, "place_head")
    got = trigger is not None and trigger.entry.get("frame") in _GOT
    if got and all(is_country(e) for r in chunk.named for e in r.entities):
        return bool(chunk.named)
    whence = role == "actor" and chunk.prep == "من" and scene.only_places(chunk.named)
    return bool(chunk.named or chunk.crowd) and not whence


def _is_addressed(trigger: Trigger, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «ل» behind a noun of demand, or behind who makes it, names whom it is made to, and not what for."""
    if any(c.prep for c in before):
        return False  # «اقتراح في اجتماع للجنة …»
    named = chunk.full and chunk.references[0].first == chunk.first
    return chunk.prep == "ل" and named and trigger.entry.get("event") == "REQUEST"


def _brings_object(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «ل» right behind a verbal noun with its doer as a pronoun brings the object: «أسره لخمسة مقاتلين»."""
    owned = chunk.prep == "ل" and trigger.sense.pos == "masdar" and bool(trigger.sense.pronoun)
    return owned and scene.frame(trigger).object == "target"


def _is_seat(trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «ب» before a country says where they meet: «المشاورات اليمنية بالسويد»; who is called is a party."""
    met = trigger.entry.get("event") == "CONSULT" and trigger.entry.get("mode") not in ("phone", "third-party")
    lands = bool(chunk.named) and all(r.how == "name" and is_country(e) for r in chunk.named for e in r.entities)
    return met and chunk.prep == "ب" and lands and chunk.named[0].first == chunk.first


def _is_asker(trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «من» names who makes a demand that a noun tells of: «بطلب من الحكومة», «بدعوة من قطر»."""
    return chunk.prep == "من" and not trigger.verbal and trigger.entry.get("frame") == "demand"


def _asks_only_one(trigger: Trigger) -> bool:
    """Whether all behind the one asked is what he has to do: «يتعين على ليبيا الاختيار بين …»."""
    return bool(trigger.entry.get("need")) and trigger.entry.get("genitive") == "target"


def _holds_talk(scene: EventScene, frame: Frame, chunk: Chunk) -> bool:
    """Whether a phrase beside the word for a visit names a talk, which has participants of its own."""
    words = range(chunk.first, chunk.last) if frame.object == "host" else ()
    return any(s.entry.get("event") == "CONSULT" for k in words for s in scene.page.layer(k, "event"))


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


def _is_origin(trigger: Trigger, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «من» says where somebody named before comes from, or of what kind he is: «فلان من أصول جزائرية»."""
    force = trigger.entry.get("event") == "ASSAULT"
    told = force if trigger.verbal else any(c.named for c in before)
    return told or ((force or chunk.adjectival) and not chunk.headed)


def _belongs_elsewhere(
    scene: EventScene, trigger: Trigger, before: tuple[Chunk, ...], chunk: Chunk, *, named: bool
) -> bool:
    """Whether a prepositional phrase hangs on a noun behind the word; ``named`` says that one stands before it."""
    frame = scene.frame(trigger)
    role = frame.prepositions.get(chunk.prep)
    if chunk.prep == "من" and role == "actor":
        moved = trigger.entry.get("event") in _MOVING and frame.subject == role and named
        spoken = trigger.verbal and (moved or trigger.entry.get("event") in SPEECH)  # «انتقد قيادي من الحركة …»
        if spoken or _is_origin(trigger, before, chunk) or _is_bidden(scene, trigger, chunk):
            return True
    beside = chunk.prep == "الي" and scene.page.form(chunk.first) == "جانب"  # «عملية إلى جانب القوات الحكومية»
    purpose = (beside and trigger.entry.get("event") in FORCE) or _is_with_whom(scene, trigger, chunk)
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
        return named and not swapped  # «قصف مواقع … على الحدود بين البلدين»
    return trigger.verbal and chunk.prep == "ل" and not frame.verb_takes_l  # «الموالين لروسيا»


def _is_with_whom(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «مع» says with whom a talk or agreement is that stands before it: «أفرجت عن … بموجب اتفاق مع الحركة»."""
    if chunk.prep != "مع" or trigger.entry.get("event") in _JOINT:
        return False
    near = range(max(trigger.last, chunk.first - _BEFORE_WITH), chunk.first - 1)
    deeds = (s for k in near if scene.cast.at(k) is None for s in scene.page.layer(k, "event"))
    return any(s.pos in ("noun", "masdar") and s.entry.get("event") in _JOINT for s in deeds)


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
    return any(s.pos == "masdar" and not s.definite and s.entry.layer != "light" for s in scene.page.senses[i])


def _is_bidden(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «من» names at whose wish or by whose help others do it: «يلتقيان … بدعوة من الرئيس»."""
    wish = chunk.first - 2
    return wish >= trigger.last and scene.page.form(wish).lstrip("و") in scene.grammar.bidding


def _is_setting(scene: EventScene, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «ب» says how or under whom others talk: «برعاية», «بدعوة من», «برئاسة» after «بين»; not «بحضور فلان»."""
    form = scene.page.form(chunk.first)
    form = form[1:] if form[:1] in "وف" else form
    present = form in scene.grammar.presences and not any(c.prep == "بين" for c in before)
    return not (chunk.headed or present)


def _role(scene: EventScene, frame: Frame, chunk: Chunk, *, asked: bool, owner: bool) -> str:
    """The role of a prepositional phrase; ``owner`` says that «ل» would name the doer.

    Whoever is named in what is ``asked`` for is no party to the asking.
    """
    role = frame.prepositions.get(chunk.prep)
    if role is None:
        return "place" if chunk.prep in scene.grammar.place_prepositions else "-"
    if asked:
        return "-"
    form = scene.page.form(chunk.first)
    if (chunk.prep == "من" and form in scene.grammar.amongst) or (chunk.prep == "بين" and scene.is_number(chunk.first)):
        return "-"  # «الهجوم، من بينهم جندي أفغاني»
    if chunk.prep == "من" and form in scene.grammar.makes:
        owned = any(whose(scene.page, chunk.first, k, "ل") == OWNED for k in range(chunk.first + 1, chunk.last))
        return frame.object if owned else "-"
    return "actor" if owner and chunk.prep == "ل" and role == "target" else role


def _add_owner(scene: EventScene, roles: Roles, chunk: Chunk, following: tuple[Chunk, ...]) -> Roles:
    """``roles`` aimed at those whose act is praised: «أشاد بدور قطر», not at those whom it befell («رحب بمقتل …»)."""
    if not chunk.named and following and following[0].prep == "بين":
        return add(scene, roles, "target", following[0])  # «رحب بالاتفاق بين باكستان وأفغانستان»
    empty = not (chunk.named or chunk.crowd)
    return roles if empty or befalls(scene, chunk) else add(scene, roles, "target", chunk)


def _owns(scene: EventScene, trigger: Trigger, roles: Roles, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «ل» after a noun of force names the doer: «قصف للقوات …», with nobody before it and no target named."""
    if (
        trigger.verbal
        or trigger.entry.get("event") != "ASSAULT"
        or chunk.thing
        or roles.actors
        or roles.consumed is not None
    ):
        return False
    if trigger.entry.get("mode") in BY_WEAPONS and _strikes(scene, chunk):
        return True
    befallen = trigger.entry.get("effect") or trigger.entry.get("genitive") == "target"
    if chunk.adjectival or befallen:
        return False  # «تدمير أوكار للحركة»
    if trigger.sense.definite:
        return _is_definite_deed_of(scene, trigger, chunk)
    return all(c.prep == "ب" or not (c.prep or c.thing) for c in before)


def _is_definite_deed_of(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «ل» behind a definite noun of force and what describes it names the doer: «الهجمات الأخيرة للحركة».

    Behind a verbal noun with an object only where «على» names what it hit: «القصف العنيف لقوات التحالف على صنعاء».
    """
    page = scene.page
    described = all(page.form(k).startswith("ال") for k in range(trigger.last, chunk.first))
    bystanders = any(s.entry.get("bystanders") for s in page.layer(chunk.first, "crowd"))
    hit = any(c.prep in _AT for c in scene.right(chunk.last))
    deed = trigger.sense.pos != "masdar" or scene.frame(trigger).object == "-"
    return described and not bystanders and chunk.full and (deed or hit) and not scene.only_places(chunk.named)


def _strikes(scene: EventScene, chunk: Chunk) -> bool:
    """Whether what attacks heads a phrase, whose it is behind it: «غارات للمقاتلات التركية», «قصف لطيران التحالف»."""
    return any(s.entry.get("strikes") for s in scene.page.layer(chunk.first, "crowd"))
