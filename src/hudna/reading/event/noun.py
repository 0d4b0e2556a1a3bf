"""Arguments of event nouns: genitives, adjectives of nationality, relative clauses, the verb that carries them."""

from dataclasses import replace

from hudna.reading.event.carried import carried
from hudna.reading.event.carrier import Carrier, find_carrier
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.enabled import done_by, enabled, helped
from hudna.reading.event.from_clause import with_clause
from hudna.reading.event.genitive import answered, fit_for_genitive, genitive, object_behind
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.owner import owner_of
from hudna.reading.event.possessor import pronoun_in, with_possessor
from hudna.reading.event.prepositional import add_prepositions
from hudna.reading.event.relative import before_next, takes_up, told_behind
from hudna.reading.event.repelled import before_attack
from hudna.reading.event.roles import GUESSED, Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.status import is_expected
from hudna.reading.event.trigger import Trigger, is_struck_by
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.page import Page
from hudna.reading.particle import conjoined, preposition_at
from hudna.text import COMMAS

_WHENCE = frozenset({"من", "في"})
_ABOUT = frozenset({"owner", "act", "content"})  # roles of what an act of speech is about: «ترحيب بالاتفاق بين …»


def roles_of_noun(scene: EventScene, trigger: Trigger) -> Roles:
    """The arguments of a noun, a verbal noun or a nominal phrase."""
    frame = scene.frame(trigger)
    right = before_next(scene, trigger, scene.right(_behind(scene, trigger)))
    right = _governed(scene, trigger, _own(scene, trigger, right))
    if _is_resumed(scene, trigger) or scene.page.form(trigger.last) in scene.grammar.copulas:
        right = ()  # «الاشتباكات هي أحدث انتكاسة للحكومة»
    repels = bool(trigger.entry.get("repels"))
    right = before_attack(scene, trigger, right) if repels else right
    carrier = find_carrier(scene, trigger)
    denied = carrier is not None and carrier.carries == "deny" and not any(c.prep == "ل" for c in right)
    by_verb = denied or (carrier is not None and carrier.carries == "do")  # «نفى قصف المدنيين», «… قصف الجيش للقرية»
    right = _without_matter(scene, trigger, right) if by_verb else right
    roles = Roles()
    deed = trigger.sense.pos == "masdar" and (trigger.entry.get("event") not in SPEECH or frame.object == "-")
    taken = trigger.companion is not None and trigger.companion < trigger.first  # «المعبر … بعد إغلاقه»: the crossing
    owned = trigger.sense.pronoun and not taken
    if owned and (trigger.sense.pos == "noun" or deed or (right and not right[0].prep)):
        roles = with_possessor(scene, roles, trigger, right)
    elif trigger.sense.pos == "phrase" and (pronoun := pronoun_in(scene, trigger)):
        roles = with_possessor(scene, roles, replace(trigger, sense=trigger.sense._replace(pronoun=pronoun)), right)
    struck = _struck(scene, trigger, right)
    if struck is not None:
        right = tuple(c for c in right if c is not struck)
        roles = add(scene, roles, frame.object, struck)
    right = _partner_first(scene, trigger, fit_for_genitive(scene, trigger, right))
    if _is_charge(scene, trigger, right):
        by = carrier if carrier is not None and carrier.carries == "do" else None  # «سارع إلى اتهام الحركة ب…»
        return carried(scene, _charged(scene, roles, trigger, right), trigger, by)
    if right and not right[0].prep:
        apart = len(right) > 2 and right[1].prep in _WHENCE and scene.only_places(right[1].named)  # noqa: PLR2004
        behind = right[2] if apart else right[1] if len(right) > 1 else None  # «خطف مسلحين من غزة | جنديا»
        second = behind if behind is not None and not behind.prep else None
        hit = second if _is_hit(scene, trigger, right[0], second) else object_behind(scene, trigger, right)
        # «يحظى الجيش بدعم روسيا», «تعرضت البلدة لقصف الجيش»
        got = carrier is not None and (carrier.carries == "receive" or _is_by(scene, carrier, right[0]))
        goods = carrier is not None and _are_goods(scene, trigger, right)
        got = got or _kills(scene, trigger, right[0]) or _puts_down(scene, trigger, right[0])
        doer = got or (hit is not None and not goods)
        told = answered(scene, roles, trigger, right[0])
        roles = told or genitive(scene, roles, trigger, right[0], by_verb=by_verb or goods, doer=doer)
        nameless = any(s.entry.get("agent") for s in scene.page.layer(right[0].first, "crowd"))  # «خطف مسلحين | جنديا»
        roles = add(scene, roles, frame.object, hit if roles.actors or nameless else None)
    roles = add_prepositions(scene, roles, trigger, right, carried=by_verb)
    if trigger.companion is not None and not roles.actors and trigger.entry.get("event") not in SPEECH:
        means = next((c for c in right if c.prep == "ب" and c.first <= trigger.companion < c.last), None)
        roles = add(scene, roles.by("event.agent"), "actor", means) if means and means.references else roles
    if not (repels or (roles.actors and roles.targets)):
        roles = told_behind(scene, roles, trigger)
    if (fighting := helped(scene, trigger)) is not None:
        borne = roles if carrier is None else replace(roles, carrier=carrier.at, carries=carrier.carries)
        return add(scene, borne.by("event.enabled"), frame.subject, fighting)
    done = with_clause(scene, carried(scene, roles, trigger, carrier), trigger, right)
    other = enabled(scene, trigger, done.carrier) if not done.actors or done.rule in GUESSED else None
    return done if other is None else done_by(scene, done, frame.subject, other)


def _puts_down(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a definite object behind «ل» shows who is named before it to do it: «قمع | الرئيس فلان | للاحتجاجات»."""
    named = chunk.named[-1] if chunk.named and not chunk.adjectival else None
    deed = trigger.sense.pos == "masdar" and scene.frame(trigger).object == "target"
    behind = named is not None and scene.page.form(named.last).startswith("لل") and named.last < scene.clauses.end
    return deed and behind and trigger.entry.get("event") in FORCE


def _kills(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a body in construct with «قتل» has behind it whom it killed: «نددوا بقتل | قوات الاحتلال | فتى»."""
    page, head = scene.page, chunk.named[0] if chunk.named else None
    kills = trigger.entry.get("frame") == "kill" and trigger.sense.pos == "masdar" and chunk.crowd is None
    if not kills or head is None or head.first != chunk.first or not any(map(scene.cast.is_body, head.entities)):
        return False
    k = head.last
    if k >= scene.clauses.end or not page.is_word(k) or page.form(k).startswith("ال") or page.layer(k, "time"):
        return False
    small = page.form(k) in scene.grammar.prepositions or preposition_at(page, scene.cast, k)
    return not (small or conjoined(page, k) or finite(page, k))


def _is_by(scene: EventScene, carrier: Carrier, chunk: Chunk) -> bool:
    """Whether a body in construct with what somebody suffers did it to him: «تعرضت البلدة لقصف | الجيش»."""
    bodies = [r for r in chunk.named if r.by_name and any(map(scene.cast.is_body, r.entities))]
    return carrier.carries == "undergo" and bool(bodies) and bodies[0].first == chunk.first


def _partner_first(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases behind somebody's meeting with the partner before the place: «لقائه في القاهرة | وزير الخارجية»."""
    met = trigger.entry.get("event") == "CONSULT" and trigger.sense.pronoun != "" and scene.frame(trigger).pair
    if not met or len(right) < 2 or right[0].prep not in scene.grammar.place_prepositions:  # noqa: PLR2004
        return right
    partner = right[1]
    persons = not partner.prep and any(scene.cast.is_person(e) for r in partner.named for e in r.entities)
    return (partner, right[0], *right[2:]) if persons else right


def _without_matter(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases behind a talk that a verb carries without the two of its matter: «… بشأن النزاع بين … و…»."""
    about = next((n for n, c in enumerate(right) if c.prep in scene.grammar.blockers), None)
    if about is None or trigger.entry.get("event") != "CONSULT":
        return right
    return tuple(c for n, c in enumerate(right) if n <= about or c.prep != "بين")


def _is_hit(scene: EventScene, trigger: Trigger, first: Chunk, second: Chunk | None) -> bool:
    """Whether a second phrase behind a noun is its object, the first its subject: «خطف مسلحين | جنديا».

    «استخدام المدنيين دروعا» hits nobody; «اعتقال خلية للتنظيم | نصف عناصرها أجانب» tells of the first.
    """
    if second is None or not (second.named or second.crowd or second.thing):
        return False
    of_first = first.full and bool(second.references) and all(r.how == "possessive" for r in second.references)
    return not (of_first or _is_deed(scene, trigger, second) or _is_no_victim(scene, trigger, second))


def _is_no_victim(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a second phrase is joined to the first, or a thing that nobody kills: «قتل ستة وإتلاف | معدات»."""
    thing = chunk.thing and not (chunk.named or chunk.crowd)
    return conjoined(scene.page, chunk.first) or (thing and trigger.entry.get("frame") == "kill")


def _are_goods(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether whom a noun of handing over is in construct with gets what stands behind: «أعلن تسليم | كييف دبابات»."""
    goods = trigger.entry.get("event") == "AID" and trigger.companion is not None
    named = right[0].named[:1]
    behind = goods and trigger.companion is not None and bool(named) and trigger.companion >= named[0].last
    return behind and not any(c.prep in scene.grammar.recipients and (c.named or c.crowd) for c in right)


def _is_deed(scene: EventScene, trigger: Trigger, chunk: Chunk | None) -> bool:
    """Whether a phrase behind a talk is what is said of it, and brings nobody: «خلال لقائه نظيره | دعم باريس لكييف»."""
    if chunk is None or not scene.frame(trigger).pair:
        return False
    return any(s.pos == "masdar" and not s.definite for s in scene.page.layer(chunk.first, "event"))


def _is_charge(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether a verbal noun of accusing has only the accused beside it: «بعد اتهام الحركة ب…», «لاتهامها ب…»."""
    singular = trigger.sense.pos == "masdar" and trigger.sense.number == "sg"  # «اتهامات السعودية ب…» are her own
    if not singular or trigger.entry.id != "accuse" or trigger.sense.definite:
        return False
    first = 0 if trigger.sense.pronoun else 1
    bare = all(not c.prep and not c.thing and all(r.how != "nisba" for r in c.references) for c in right[:first])
    between = range(trigger.last, right[first].first) if len(right) > first else range(0)
    accuses = any(scene.page.form(k) in scene.grammar.to_them for k in between)  # «اتهام جوبا لها ب…»
    return bare and not accuses and len(right) > first and right[first].prep == "ب"


def _charged(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """``roles`` of an accusation aimed at whom its noun is in construct with; who accuses is not said."""
    if trigger.sense.pronoun:
        owner = owner_of(scene, trigger.first, trigger.sense.pronoun)
        chunk = Chunk.of(owner) if owner else None
    else:
        chunk = right[0]
    return replace(add(scene, Roles(), "target", chunk), rule="event.passive", content=roles.content)


def _behind(scene: EventScene, trigger: Trigger) -> int:
    """Where the phrases about the noun begin: behind «كان مقررا» where that stands between, else right behind it."""
    if not (trigger.last + 1 < scene.clauses.end and is_expected(scene.page, scene.grammar, trigger)):
        return trigger.last
    copula = any(s.entry.id == "كان" for s in scene.page.senses[trigger.last])
    return trigger.last + 2 if copula else trigger.last


def _is_resumed(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a clause about what took place in it follows: «اجتماع بحث فيه الرئيسان …»."""
    resumed = scene.page.form(trigger.last + 1) in scene.grammar.resumptives and may_be_finite(scene.page, trigger.last)
    return resumed or (not trigger.definite and takes_up(scene, trigger.last))  # «قصف شنه الحوثيون»


def _governed(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases with the preposition that the event phrase itself ends in: «القبض على», «عمليات ضد».

    In «يتعين على سوريا», «تضامن مع غزة» the entry says what whoever follows is.
    """
    if trigger.entry.get("genitive") == "target":
        return right
    last = scene.page.form(trigger.last - 1)
    if not right or right[0].prep or trigger.last - trigger.first == 1 or last not in scene.grammar.prepositions:
        return right
    return (right[0]._replace(prep=last), *right[1:])


def _struck(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Chunk | None:
    """The object of the verb whose subject the noun is: «استهدفت غارة جوية مقاتلي …», «استهدفت غارات التحالف مواقع»."""
    counted = scene.is_number(trigger.first - 1)  # «قصفت أربع غارات مراكز …»
    written = scene.page.form(trigger.first)[:1] if trigger.sense.pos == "phrase" else trigger.sense.clitics[-1:]
    if written == "ب" or not is_struck_by(scene.page, trigger.first - 1 - counted, trigger.first):
        return None  # «قتلوا بنيران | الجيش»: it is his fire
    bare = [c for c in right[:2] if not c.prep]
    if not bare:
        return None
    return bare[-1] if len(bare) > 1 or bare[0].full or bare[0].crowd or bare[0].thing else None


def _own(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases that belong to a noun: up to the next event word or comma («اتصال بينهما، … في الصراع بين …»)."""
    page = scene.page
    met = right[0].prep == "ب" if right else False  # «قوبل الهجوم بإدانة من …»: a word of speech is no means
    if met and any(s.entry.get("event") in SPEECH and s.pos == "masdar" for s in page.layer(right[0].first, "event")):
        return ()
    if right and _is_of_what_went_on(scene, right[0]):
        return ()  # «انفجارات جراء القصف …», «اشتباكات خلال زيارة للرئيس الفرنسي»
    if right and right[0].prep == "ل" and _clears(page, right[0]):
        right = right[:1]  # «عملية لتطهير الممر | من المسلحين»
    for n, chunk in enumerate(right[1:], 1):
        head = chunk.first - (1 if chunk.prep and page.form(chunk.first - 1) not in COMMAS else 0)
        words = [k for k in range(chunk.first, chunk.last) if scene.cast.at(k) is None]
        named = chunk.references[0].last if chunk.references else chunk.last
        words = [k for k in words if k < named or conjoined(page, k)]  # not in «مع الوزير الخميس عملية السلام»
        told = any(s.pos in ("noun", "masdar") for k in words for s in page.layer(k, "event"))
        if n == 1 and not right[0].prep and _is_apart(scene, trigger, right[0]):
            return ()  # «خلال الزيارة أيضا محادثات مع …»
        if (
            chunk.prep in scene.grammar.blockers
            and chunk.prep not in scene.frame(trigger).prepositions
            and not _is_time(page, chunk)
        ):
            return right[:n]  # «هجوم … منذ تعيين خلف ل…»
        listed = chunk.prep != "" and chunk.prep == right[n - 1].prep and chunk.first < chunk.last
        if listed and conjoined(page, chunk.first):
            continue  # «بين المسلحين، الذين …، والجيش»
        mediated = trigger.entry.get("frame") == "mediate"  # «وساطة في وقف إطلاق النار بين …»
        about = scene.frame(trigger).prepositions.get(chunk.prep) in _ABOUT or mediated
        parted = page.form(head - 1) in COMMAS or page.form(chunk.first - 1) in COMMAS
        if parted and _is_named_aside(page, right[n - 1]) and chunk.prep in scene.frame(trigger).prepositions:
            parted = False  # «لقاء الوزيرة، كوندوليزا رايس، مع نظيرها»
        met = chunk.prep == "ل" and trigger.entry.get("event") == "CONSULT" and _ends_with_deed(scene, right[n - 1])
        if parted or met or (told and chunk.prep and not about):
            return right[:n]
    return right


def _ends_with_deed(scene: EventScene, chunk: Chunk) -> bool:
    """Whether what was said of somebody's deed stands behind a name: «لقائه برئيس الحكومة فلان | دعم بلاده لتونس»."""
    first = max((r.last for r in chunk.references if r.how != "possessive"), default=chunk.last)
    acts = (s for k in range(first, chunk.last) for s in scene.page.layer(k, "event"))
    return any(s.pos == "masdar" and not s.definite for s in acts)


def _is_of_what_went_on(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase tells what brought an event about, or what went on meanwhile, which has those behind it."""
    if chunk.prep not in scene.grammar.blockers or not _tells(scene.page, chunk):
        return False
    during = chunk.prep in scene.grammar.occasions_in_time and not scene.page.form(chunk.first).startswith("ال")
    return during or chunk.prep in scene.grammar.causes


def _is_named_aside(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase ends with a name between commas."""
    return any(page.form(k) in COMMAS for k in range(chunk.first, chunk.last))


def _tells(page: Page, chunk: Chunk) -> bool:
    """Whether an event noun heads a phrase: what stands behind it is its own."""
    return any(s.pos in ("noun", "masdar") and s.entry.get("event") for s in page.layer(chunk.first, "event"))


def _clears(page: Page, chunk: Chunk) -> bool:
    """Whether a verbal noun of taking ground heads a phrase: whoever «من» names behind it held that."""
    heads = (s for s in page.layer(chunk.first, "event") if s.pos == "masdar")
    return any(s.entry.get("frame") in ("seize", "recover") for s in heads)


def _is_apart(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a bare phrase behind a definite noun of a talk or visit holds another one, of which the rest is told."""
    senses = (s for k in range(chunk.first, chunk.last) for s in scene.page.layer(k, "event") if not s.definite)
    talk = trigger.entry.get("event") == "CONSULT" and trigger.sense.definite
    first = scene.page.layer(chunk.first, "event")  # «جرى خلال الاتصال | بحث العلاقات بين البلدين»
    return talk and any(s.entry.get("event") == "CONSULT" for s in (*first, *(s for s in senses if s.pos == "noun")))


def _is_time(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase is one of time («خلال الليل», «بعد ساعات»): the arguments of the noun go on behind it."""
    return any(page.layer(k, "time") for k in range(chunk.first, min(chunk.last, chunk.first + 2)))
