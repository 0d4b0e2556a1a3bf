"""Prepositional phrases beside an event word: «هجوم على القرية», «قصف من قبل الجيش», «لقاء مع الوزير»."""

from dataclasses import replace
from itertools import pairwise

from hudna.lexicon import Sense
from hudna.reading.event.allegiance import OWNED, whose
from hudna.reading.event.chunk import AGENT, Chunk
from hudna.reading.event.elsewhere import belongs_elsewhere
from hudna.reading.event.kinds import BY_WEAPONS, FORCE, SPEECH
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.grammar import Frame
from hudna.reading.scene import is_country

_GOT = frozenset({"receive", "arrival", "be_handed"})  # frames of words for what is got from somebody
_ACCUSATIVE = 5  # letters that a noun in the accusative has at least


def _is_joined(scene: EventScene, chunk: Chunk) -> bool:
    """Whether «و» joins the preposition of a phrase to one before: «على الحركة | وعلى أنصارها»."""
    return scene.page.form(chunk.first - 1).startswith("و")


def add_prepositions(
    scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...], *, carried: bool = False
) -> Roles:
    """``roles`` with what the prepositional phrases behind the word add.

    ``carried`` says that a verb names its doer.
    """
    frame, kind = scene.frame(trigger), trigger.entry.get("event")
    paired = frame.prepositions.get("بين") == "actor" and any(c.prep == "بين" for c in right)
    asked = False
    addressed: set[str] = set()  # prepositions that have named a target: «طلب من تركيا سحب قواتها من العراق»
    for n, chunk in enumerate(() if _asks_only_one(trigger) else right):
        if not chunk.prep or (chunk.prep == "مع" and (paired or (n and _holds_talk(scene, frame, right[n - 1])))):
            continue  # «الحدود مع …» after «بين … و…»; «زار … لإجراء محادثات مع …»
        if chunk.prep == AGENT:
            done = roles.actors or _is_of_act_between(scene, trigger, chunk)
            roles = roles if done else add(scene, roles.by("event.agent"), "actor", chunk)
            continue
        named = bool(roles.actors or n)
        elsewhere = _hears(scene, trigger, chunk) or _is_of_matter(trigger, roles, right[:n], chunk)
        elsewhere = elsewhere or _is_predicates(scene, trigger, chunk)
        elsewhere = elsewhere or _is_of_other_word(scene, trigger, chunk)
        # «ندد كبير المستشارين | للرئيس ب…»
        elsewhere = elsewhere or (chunk.prep == "ل" and trigger.sense.pos == "verb" and kind == "ACCUSE")
        elsewhere = elsewhere or _is_owner_behind(scene, frame, right[:n], chunk)
        blast = trigger.entry.get("mode") == "explosives"  # «انفجار هز مستودعا | للجيش»: his it is
        elsewhere = elsewhere or (blast and (chunk.prep == "بين" or (chunk.prep == "ل" and n > 0)))
        if elsewhere or belongs_elsewhere(scene, trigger, right[:n], chunk, named=named):
            continue
        owner = not carried and _owns(scene, trigger, roles, right[:n], chunk)
        joint = bool(trigger.entry.get("joint")) and chunk.prep in ("بين", "مع")
        role = _role(scene, frame, chunk, asked=asked and not joint, owner=owner)
        role = frame.object if not n and _brings_object(scene, trigger, chunk) else role
        role = "place" if role == "actor" and _is_seat(trigger, chunk) else role
        again = chunk.prep == "من" or (trigger.entry.get("frame") == "blame_on" and not _is_joined(scene, chunk))
        if role == "target" and again and chunk.prep in addressed:
            continue  # «ألقت باللوم على الحركة في الهجمات | على القوات»
        asked_of = carried and chunk.first - 1 > trigger.last  # «قامت الحكومة بطلب مساعدات من الأمم المتحدة»
        role = "actor" if role == "target" and not (asked_of or n) and _is_asker(trigger, chunk) else role
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


def _hears(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «ل» names the outlet that somebody spoke to: «قال شاهد تضرر متجره من الانفجار | لوكالة رويترز إن …»."""
    told = {e for r in chunk.named for e in r.entities}
    return chunk.prep == "ل" and trigger.entry.get("event") in FORCE and bool(told) and told <= scene.cast.outlets


def _is_predicates(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «ل» behind a noun of force goes with what is said of it: «شكل هجوم السبت إحراجا | للسلطات»."""
    if chunk.prep != "ل" or trigger.verbal or trigger.entry.get("event") not in FORCE:
        return False
    unread = (k for k in range(trigger.last, chunk.first) if scene.cast.at(k) is None)
    forms = [scene.page.form(k) for k in unread if not scene.page.layer(k, "time")]
    noun = any(f.endswith("ا") and len(f) >= _ACCUSATIVE and not f.endswith(("ها", "هما")) for f in forms)
    return noun and not scene.page.form(trigger.last - 1).endswith("ا")


def _is_of_other_word(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a phrase goes with a word before it: «الدول المجاورة | للعراق», «غزت البلاد بعد هجمات | على نيويورك».

    Or says whose death is to be avenged: «هددوا بالانتقام | لمقتل زعيمهم».
    """
    page, first = scene.page, chunk.first
    if chunk.prep == "ل":
        fallen = any(s.entry.get("kind") == "killed" for s in page.layer(first, "casualty"))
        return page.form(first - 1) in scene.grammar.leaning or (fallen and trigger.entry.get("event") == "THREATEN")
    nouns = (k for k in range(trigger.last, first - 1) if k != trigger.companion)
    attacks = (s for k in nouns for s in page.layer(k, "event") if s.pos != "verb" and s.number == "pl")
    struck = trigger.verbal and chunk.prep == "علي" and trigger.entry.get("event") in FORCE
    return struck and trigger.companion is None and any(s.entry.get("event") == "ASSAULT" for s in attacks)


def _is_of_act_between(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether «من قبل» says who did another deed behind a noun: «أعمال عنف أفضت إلى اتهام قادة من قبل المحكمة»."""
    words = range(trigger.last, chunk.first) if not trigger.verbal else range(0)
    led = (k for k in words if scene.page.form(k - 1) in scene.grammar.prepositions)
    acts = (s for k in led for s in scene.page.layer(k, "event"))
    return any(s.pos == "masdar" and not s.definite for s in acts)


def _is_owner_behind(scene: EventScene, frame: Frame, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «ل» behind another event noun is no host of a visit: «زيارة … على وقع تهديدات إسرائيلية | لحماس»."""
    if chunk.prep != "ل" or frame.prepositions.get(chunk.prep) != "host" or not before:
        return False
    words = (k for k in range(before[-1].first, before[-1].last) if scene.cast.at(k) is None)
    return any(s.pos in ("noun", "masdar") for k in words for s in scene.page.layer(k, "event"))


def _is_of_matter(trigger: Trigger, roles: Roles, before: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether «بين» says whose the matter of an accord is: «وقع الوزيران اتفاقا لتطبيع العلاقات بين البلدين»."""
    about = chunk.prep == "بين" and bool(before) and bool(before[-1].prep)
    return about and bool(trigger.entry.get("joint")) and len(roles.actors) > 1


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

    Not those behind a visit during which somebody meets others: «يجتمع خلال الزيارة مع نظيره». Nor those of whom
    others meet to talk: «اجتمع الوزراء لبحث النزاع | بين السودان وتشاد».
    """
    if trigger.entry.get("event") == "CONSULT":
        words = range(trigger.last, right[-1].last if right else trigger.last)
        matter = next((k for k in words if scene.page.form(k) in scene.grammar.to_discuss), len(scene.page.tokens))
        right = tuple(c for c in right if c.prep != "بين" or c.first < matter)
    for n, chunk in enumerate(right):
        other = _deed_in(scene, chunk) if chunk.prep in scene.grammar.blockers else ()
        if trigger.entry.get("frame") == "meet" and any(s.entry.get("frame") == "visit" for s in other):
            continue
        asked = set(scene.grammar.frames[other[0].entry.get("frame")].prepositions) if other else set()
        met = chunk.named and bool(other) and other[0].pronoun != ""  # «خلال لقائه فلانا | بموقف فرنسا»
        known = chunk.last == chunk.first + 1 and scene.page.form(chunk.first).startswith("ال")  # «خلال الاتصال | ب…»
        asked -= {"ب"} if met or known else set()
        if asked:
            return tuple(c for k, c in enumerate(right) if k <= n or c.prep not in asked)
    return right


def _deed_in(scene: EventScene, chunk: Chunk) -> tuple[Sense, ...]:
    """The readings of the event word that heads a phrase, or of what is tried in it: «أثناء محاولته | التسلل إلى …»."""
    tried = chunk.first + 1 < chunk.last and scene.page.form(chunk.first + 1).startswith("ال")
    return scene.page.layer(chunk.first, "event") or (scene.page.layer(chunk.first + 1, "event") if tried else ())


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


def with_signers(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """``roles`` of an accord with all who sign it for somebody: «وقع الاتفاق عن الحكومة فلان وعن الحركة فلان»."""
    for side, signer in pairwise(right) if trigger.entry.get("joint") else ():
        if side.prep == "عن" and side.named and not signer.prep and signer.full:
            roles = add(scene, roles, "actor", signer)
    return roles


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


def _role(scene: EventScene, frame: Frame, chunk: Chunk, *, asked: bool, owner: bool) -> str:
    """The role of a prepositional phrase; ``owner`` says that «ل» would name the doer.

    Whoever is named in what is ``asked`` for is no party to the asking.
    """
    role = frame.prepositions.get(chunk.prep)
    if role is None:
        act = scene.page.form(chunk.first).removeprefix("ب") in scene.grammar.owned_acts  # «أشاد … بموقف فرنسا»
        return "place" if chunk.prep in scene.grammar.place_prepositions and not act else "-"
    if asked:
        return "-"
    form = scene.page.form(chunk.first)
    spoken = chunk.prep == "علي" and form in scene.grammar.mouths  # «رحب الاتحاد على لسان مفوضه ب…»
    among = (chunk.prep == "من" and form in scene.grammar.amongst) or (
        chunk.prep == "بين" and scene.is_number(chunk.first)
    )
    if spoken or among:
        return "-"  # «الهجوم، من بينهم جندي أفغاني»
    if chunk.prep == "من" and form in scene.grammar.makes:
        owned = any(whose(scene.page, chunk.first, k, "ل") == OWNED for k in range(chunk.first + 1, chunk.last))
        return frame.object if owned else "-"
    if (chunk.prep, role) == ("من", "actor") and not chunk.full and _stands_by(scene, chunk):
        return "-"  # «قصف حشد من المدنيين»
    return "actor" if owner and chunk.prep == "ل" and role == "target" else role


def _add_owner(scene: EventScene, roles: Roles, chunk: Chunk, following: tuple[Chunk, ...]) -> Roles:
    """``roles`` aimed at those whose act is praised: «أشاد بدور قطر», not at those whom it befell («رحب بمقتل …»)."""
    if not chunk.named and following and following[0].prep == "بين":
        return add(scene, roles, "target", following[0])  # «رحب بالاتفاق بين باكستان وأفغانستان»
    whose = chunk._replace(last=chunk.named[0].first) if chunk.named else chunk  # «قرار الحركة الإفراج عن …»: hers
    empty = not (chunk.named or chunk.crowd)
    return roles if empty or befalls(scene, whose) else add(scene, roles, "target", chunk)


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
    befallen = befallen or trigger.entry.get("weak") == "done"  # «ضربة للحركة»
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
    bystanders = _stands_by(scene, chunk)
    hit = any(c.prep in scene.grammar.upon for c in scene.right(chunk.last))
    deed = trigger.sense.pos != "masdar" or scene.frame(trigger).object == "-"
    return described and not bystanders and chunk.full and (deed or hit) and not scene.only_places(chunk.named)


def _stands_by(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is headed by people whom force only befalls: «المدنيين», «القرويين»."""
    return any(s.entry.get("bystanders") for s in scene.page.layer(chunk.first, "crowd"))


def _strikes(scene: EventScene, chunk: Chunk) -> bool:
    """Whether what attacks heads a phrase, whose it is behind it: «غارات للمقاتلات التركية», «قصف لطيران التحالف»."""
    return any(s.entry.get("strikes") for s in scene.page.layer(chunk.first, "crowd"))
