"""Arguments of event nouns: genitives, adjectives of nationality, relative clauses, the verb that carries them."""

from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.event.carrier import carried, find_carrier
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.clause import may_be_finite
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.owner import owner_of
from hudna.reading.event.particle import conjoined
from hudna.reading.event.relative import takes_up, told_behind
from hudna.reading.event.roles import Roles, add, add_prepositions, joined
from hudna.reading.event.scene import EventScene
from hudna.reading.event.status import is_expected
from hudna.reading.event.subject import clause_subject, subject_before
from hudna.reading.event.trigger import Trigger, is_struck_by
from hudna.reading.page import Page
from hudna.text import COMMAS, QUOTES

_ABOUT = frozenset({"owner", "act", "content"})  # roles of what an act of speech is about: «ترحيب بالاتفاق بين …»


def roles_of_noun(scene: EventScene, trigger: Trigger) -> Roles:
    """The arguments of a noun, a verbal noun or a nominal phrase."""
    frame = scene.frame(trigger)
    right = _governed(scene, trigger, _own(scene, trigger, scene.right(_behind(scene, trigger))))
    right = () if _is_resumed(scene, trigger) else right
    carrier = find_carrier(scene, trigger)
    aid = trigger.entry.get("event") in ("SUPPORT", "AID")  # «نفت رواندا دعم الحركة», but «… قصف الجيش للقرية»
    by_verb = carrier is not None and (carrier.carries == "do" or (aid and carrier.carries == "deny"))
    roles = Roles()
    deed = trigger.sense.pos == "masdar" and (trigger.entry.get("event") not in SPEECH or frame.object == "-")
    if trigger.sense.pronoun and (trigger.sense.pos == "noun" or deed or (right and not right[0].prep)):
        roles = _possessor(scene, roles, trigger, right)
    elif trigger.sense.pos == "phrase" and (pronoun := _owner_in(scene, trigger)):
        roles = _possessor(scene, roles, replace(trigger, sense=trigger.sense._replace(pronoun=pronoun)), right)
    struck = _struck(scene, trigger, right)
    if struck is not None:
        right = tuple(c for c in right if c is not struck)
        roles = add(scene, roles, frame.object, struck)
    right = _fit_for_genitive(scene, trigger, right)
    if _is_charge(trigger, right):
        return carried(scene, _charged(scene, roles, trigger, right), trigger, None)
    if right and not right[0].prep:
        second = right[1] if len(right) > 1 and not right[1].prep else None
        told = second is not None and (second.named or second.crowd or second.thing)  # «استخدام المدنيين دروعا»: nobody
        hit = second if told else _suffering(scene, trigger, right)
        roles = _genitive(scene, roles, trigger, right[0], by_verb=by_verb, doer=hit is not None)
        roles = add(scene, roles, frame.object, hit if roles.actors else None)
    roles = add_prepositions(scene, roles, trigger, right, carried=by_verb)
    if not roles.actors or not roles.targets:
        roles = told_behind(scene, roles, trigger)
    return _from_clause(scene, carried(scene, roles, trigger, carrier), trigger, right)


def _is_charge(trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether a verbal noun of accusing has only the accused beside it: «بعد اتهام الحركة ب…», «لاتهامها ب…»."""
    singular = trigger.sense.pos == "masdar" and trigger.sense.number == "sg"  # «اتهامات السعودية ب…» are her own
    if not singular or trigger.entry.id != "accuse" or trigger.sense.definite:
        return False
    first = 0 if trigger.sense.pronoun else 1
    bare = all(not c.prep and not c.thing and all(r.how != "nisba" for r in c.references) for c in right[:first])
    return len(right) > first and bare and right[first].prep == "ب"


def _charged(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """``roles`` of an accusation aimed at whom its noun is in construct with; who accuses is not said."""
    if trigger.sense.pronoun:
        owner = owner_of(scene, trigger.first, trigger.sense.pronoun)
        chunk = Chunk("", owner.first, owner.last, (owner,), None, thing=False) if owner else None
    else:
        chunk = right[0]
    return replace(add(scene, Roles(), "target", chunk), rule="event.passive", content=roles.content)


def _behind(scene: EventScene, trigger: Trigger) -> int:
    """Where the phrases about the noun begin: behind «كان مقررا» where that stands between, else right behind it."""
    if not (trigger.last + 1 < scene.clauses.end and is_expected(scene.page, scene.grammar, trigger)):
        return trigger.last
    copula = any(s.entry.id == "كان" for s in scene.page.senses[trigger.last])
    return trigger.last + 2 if copula else trigger.last


def _owner_in(scene: EventScene, trigger: Trigger) -> str:
    """The pronoun on the first word of an event phrase, "" for none: «عمليته ضد», «عملياتهم العسكرية»."""
    form = scene.page.form(trigger.first)
    return next((end[1:] for end in ("ته", "تها", "تهم") if form.endswith(end)), "")


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


def _fit_for_genitive(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases without the names that cannot be in construct with the noun.

    A definite noun, and one with its adjective, has adjectives of nationality behind it and nobody's name; nor does a
    name stand in construct beyond a comma.
    """
    if not right or right[0].prep or any(r.first < trigger.last for r in right[0].references):
        return right
    page, first = scene.page, right[0]
    apart = any(not page.is_word(k) and page.form(k) not in QUOTES for k in range(trigger.last, first.first + 1))
    closed = trigger.sense.definite or (trigger.last - trigger.first > 1 and _closes(scene, trigger))
    if trigger.sense.pronoun and _is_adjective(page, first):
        return right[1:]
    if trigger.sense.pronoun or not (apart or closed):
        return right
    full = next((r.first for r in first.references if r.how != "nisba"), first.last)
    full = next((k for k in range(first.first, full) if page.layer(k, "crowd")), full)
    adjectives = tuple(r for r in first.references if r.how == "nisba" and r.first < full)
    if apart or not adjectives:
        return tuple(c for n, c in enumerate(right) if n and (c.prep or right[n - 1].prep))
    return (first._replace(references=adjectives, crowd=None, thing=False), *right[1:])


def _is_adjective(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase is an adjective that could head one of people too: «هجومه العسكري»."""
    crowd = page.layer(chunk.first, "crowd")
    return bool(crowd) and not chunk.references and all(s.definite and s.number == "sg" for s in crowd)


def _closes(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the last word of an event phrase is definite or an adjective: «ضربة جوية», «إطلاق النار»."""
    page, last = scene.page, trigger.last - 1
    form = page.form(last)
    if form in scene.grammar.prepositions:
        return False  # «يتعين على»
    return form.startswith("ال") or form.endswith(("يه", "ي")) or any(s.pos == "adjective" for s in page.senses[last])


def _struck(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Chunk | None:
    """The object of the verb whose subject the noun is: «استهدفت غارة جوية مقاتلي …», «استهدفت غارات التحالف مواقع»."""
    if not is_struck_by(scene.page, trigger.first - 1, trigger.first):
        return None
    bare = [c for c in right[:2] if not c.prep]
    if not bare:
        return None
    full = any(r.how != "nisba" for r in bare[0].references)
    return bare[-1] if len(bare) > 1 or full or bare[0].crowd or bare[0].thing else None


def _suffering(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Chunk | None:
    """Whom «ل» behind a noun and its doer brings in: «اعتقال الشرطة لعدد من …»; None where the genitive is no body."""
    types = {e.type for r in right[0].named for i in r.entities if (e := scene.cast.entity(i))}
    body = "ORG" in types or (trigger.entry.get("genitive") == "target" and bool(types))
    if scene.frame(trigger).object != "target" or trigger.sense.pos != "masdar" or not body:
        return None
    return next((c for c in right[1:2] if c.prep == "ل" and (c.named or c.crowd or c.thing)), None)


def _own(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases that belong to a noun: up to the next event word or comma («اتصال بينهما، … في الصراع بين …»)."""
    page = scene.page
    met = right[0].prep == "ب" if right else False  # «قوبل الهجوم بإدانة من …»: a word of speech is no means
    if met and any(s.entry.get("event") in SPEECH and s.pos == "masdar" for s in page.layer(right[0].first, "event")):
        return ()
    for n, chunk in enumerate(right[1:], 1):
        head = chunk.first - (1 if chunk.prep and page.form(chunk.first - 1) not in COMMAS else 0)
        words = [k for k in range(chunk.first, chunk.last) if scene.cast.at(k) is None]
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
        if page.form(head - 1) in COMMAS or page.form(chunk.first - 1) in COMMAS or (told and chunk.prep and not about):
            return right[:n]
    return right


def _is_apart(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a bare phrase behind a definite noun of a talk or visit holds another one, of which the rest is told."""
    senses = (s for k in range(chunk.first, chunk.last) for s in scene.page.layer(k, "event") if not s.definite)
    talk = trigger.entry.get("event") == "CONSULT" and trigger.sense.definite
    return talk and any(s.pos == "noun" and s.entry.get("event") == "CONSULT" for s in senses)


def _is_time(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase is one of time («خلال الليل», «بعد ساعات»): the arguments of the noun go on behind it."""
    return any(page.layer(k, "time") for k in range(chunk.first, min(chunk.last, chunk.first + 2)))


def _possessor(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """Whom the pronoun on the noun stands for: «هجماتهم», «اتهامه الجيش», «انسحابها من …», «استهدافها بالصواريخ»."""
    owner = scene.cast.at(trigger.first) or _visitor(scene, trigger, right)
    owner = owner or owner_of(scene, trigger.first, trigger.sense.pronoun)
    suffered = trigger.sense.pos == "masdar" and _is_suffered(scene, trigger, right)
    topic = None if suffered or owner is not None else subject_before(scene, trigger.first)
    chunk = Chunk("", owner.first, owner.last, (owner,), None, thing=False) if owner else topic
    frame = scene.frame(trigger)
    return add(scene, roles.by("event.possessor"), frame.object if suffered else frame.subject, chunk)


def _visitor(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Reference | None:
    """Whose visit it is: of the subject of its clause, unless he is at home there («التقى … في ختام زيارته»)."""
    subject = clause_subject(scene, trigger.first) if scene.frame(trigger).object == "host" else None
    persons = [r for r in subject.named if scene.cast.is_person(r.entities[0])] if subject is not None else []
    if not persons or not scene.page.form(trigger.first).endswith("ه"):
        return None
    lands = {scene.side(e) for c in right[:1] for r in c.named for e in r.entities}
    return persons[0] if scene.side(persons[0].entities[0]) not in lands else None


def _is_suffered(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether the pronoun on a verbal noun is its object: «اعتقالهم», «استهدافها بالصواريخ», not «قصفها للبلدة»."""
    frame = scene.frame(trigger)
    if trigger.entry.get("intransitive"):
        return False
    if right and right[0].prep == "ل" and (right[0].named or right[0].crowd):
        return False  # «أسره لخمسة مقاتلين»
    if right and not right[0].prep and frame.object == "target":
        return False  # «أسرها جنديين»
    if frame.object != "target" or frame.genitive == "target":
        return frame.genitive == "target"
    return not any(frame.prepositions.get(c.prep) == "target" for c in right)


def _genitive(scene: EventScene, roles: Roles, trigger: Trigger, chunk: Chunk, *, by_verb: bool, doer: bool) -> Roles:
    """A name in construct with the noun, or an adjective of nationality: «قصف القوات», «الغارات الإسرائيلية»."""
    frame = scene.frame(trigger)
    adjectives = tuple(r for r in chunk.references if r.how == "nisba" and not _of_another(scene.page, trigger, r))
    full = tuple(r for r in chunk.references if r.how != "nisba")
    transitive = trigger.sense.pos == "masdar" and frame.object == "target" and not trigger.entry.get("intransitive")
    transitive = transitive and trigger.entry.get("event") != "CONSULT"  # «برعاية الأمم المتحدة»
    roles = roles.by("event.noun-genitive")
    holds = trigger.sense.pos == "phrase" and bool(trigger.entry.get("fixed_mode"))  # «إسقاط طائرة | روسية»
    beside = transitive and bool(adjectives) and adjectives[0].first > trigger.last
    if chunk.thing or (adjectives and not full and (beside or holds)):
        # «تدمير نظامي صواريخ أرمينية»: the adjective is that of what is hit
        return add(scene, roles, frame.object, chunk)
    if adjectives and (not full or adjectives[0].first < full[0].first):
        roles = add(scene, roles.by("event.noun-nisba"), frame.subject, chunk._replace(references=adjectives[:2]))
        return add(scene, roles, frame.object, chunk._replace(references=full)) if full else roles
    if full and scene.only_places(full):
        return add(scene, roles, frame.object, chunk._replace(references=full))
    if not full and not chunk.crowd:
        return roles.by("event.noun") if not roles.actors else roles.by("event.possessor")
    before = scene.page.form(trigger.first - 1)
    governed = (
        trigger.sense.clitics[-1:] == "ل"
        or _is_content(scene, trigger)
        or (before == "الي" and trigger.entry.get("event") in SPEECH)  # «إلى مطالبة القوات بالانسحاب»
        or before in ("في", "علي")
        or before in scene.grammar.passive_auxiliaries
    )
    if doer and transitive and not trigger.sense.pronoun:
        return add(scene, roles, frame.subject, chunk)  # «اعتقال السلطات زعيم …»
    suffers = trigger.sense.pronoun or (transitive and (governed or by_verb))
    return add(scene, roles, frame.object if suffers else trigger.entry.get("genitive", frame.genitive), chunk)


def _of_another(page: Page, trigger: Trigger, adjective: Reference) -> bool:
    """Whether an adjective is that of a second noun: «إطلاق الصواريخ والقصف الإسرائيلي»."""
    return any(conjoined(page, k) and page.layer(k, "event") for k in range(trigger.last, adjective.first))


def _is_content(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «ب» makes the noun what one is accused of or threatens, not what one died of («قتل … بقصف الجيش»)."""
    return trigger.sense.clitics[-1:] == "ب" and not _told_with_fallen(scene, trigger)


def _told_with_fallen(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a killing or the fallen are told before the noun in its clause: «قتل … بقصف», «أصيب … بهجوم»."""
    return any(
        s.entry.get("frame") == "kill" or (s.entry.layer == "casualty" and s.entry.get("part") in ("act", "fallen"))
        for k in scene.before(trigger.first)
        for s in scene.page.senses[k]
    )


def _is_anothers(scene: EventScene, trigger: Trigger) -> bool:
    """Whether two verbs stand before a purpose, the second about an object: «ضبطت الشرطة خلية كانت تخطط لتفجير …»."""
    page = scene.page
    verbs = [k for k in scene.before(trigger.first) if may_be_finite(page, k) and scene.cast.at(k) is None]
    own = [k for k in verbs if not any(s.entry.id in scene.grammar.auxiliaries for s in page.senses[k])]
    return len(own) > 1 and trigger.entry.get("event") in FORCE


def _from_clause(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """What the rest of the clause adds: the doer of a purpose, the one who is helped, the other side of a talk."""
    frame, page = scene.frame(trigger), scene.page
    before, particle = scene.governing(trigger.first), trigger.sense.clitics[-1:]
    towards = particle in ("ب", "ل") or (trigger.sense.definite and before in ("الي", "علي"))
    strike = trigger.entry.get("frame") == "strike" and not trigger.entry.get("weak") and particle != "ل"
    answer = trigger.sense.pos == "phrase" and strike and not _told_with_fallen(scene, trigger)  # «رد بقصف مدفعي»
    deed = trigger.sense.pos == "masdar" or answer
    if not roles.actors and roles.carrier is None and towards and deed and not _is_anothers(scene, trigger):
        return add(scene, roles.by("event.purpose"), frame.subject, subject_before(scene, trigger.first))
    backed = frame.subject == "-" or any(c.prep == "من" for c in right)
    if trigger.entry.get("event") == "SUPPORT" and roles.actors and not roles.targets and backed:
        return add(scene, roles, "target", clause_subject(scene, trigger.first))  # «X بدعم من Y»
    if not (frame.pair and frame.object == "actor") or roles.carrier is not None or len(roles.actors) > 1:
        return roles
    if trigger.entry.get("event") == "ASSAULT" and (not roles.actors or any(c.prep == "بين" for c in right)):
        return roles  # one side alone does not make a clash, nor is there a third in «مواجهات بين مسلحين»
    mutual = any(page.form(k) in scene.grammar.mutual for k in range(trigger.last, trigger.last + 3))
    if not (mutual or before in scene.grammar.occasions or particle == "ب"):
        return roles
    other = clause_subject(scene, trigger.first)
    people = scene.people_and_places(other, "actor")[0] if other else ()
    return replace(roles, actors=joined(people, roles.actors), rule="event.clause-subject") if people else roles
