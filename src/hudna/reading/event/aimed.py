"""Whom a threat, a refusal or a demand is aimed at where no object of the word says so.

In: the event as its roles tell it; out: ids of entities, () where its content names nobody of another side.
"""

from collections.abc import Iterator

from hudna.reading.cast import Reference
from hudna.reading.event.chunk import AGENT, Chunk
from hudna.reading.event.content import content_end
from hudna.reading.event.earlier import subject_of
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.owner import THIRD, owner_of
from hudna.reading.event.prepositional import befalls
from hudna.reading.event.roles import Roles
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.model import Event
from hudna.reading.page import Page
from hudna.reading.particle import conjoined

_PROTEST_REACH = 14  # tokens between a word of protest and what it is against
_SUBJUNCTIVE = ("ي", "ت")  # letters with which the verb behind «أن» begins
_VERB_REACH = 5  # words in which a verb behind a complementiser is looked for
_SUFFERED = frozenset({"undergo", "receive", "witness", "happen"})  # ways of carrying a noun whose subject does nothing
_TOWARDS = frozenset({"اليه", "اليها"})  # «الاتفاق الذي توصلت إليه …»
_NEAR = 3  # tokens between a noun of demand and the «بأن» that says what is asked


def threatened(scene: EventScene, trigger: Trigger, event: Event) -> tuple[str, ...]:
    """The first other side named in what is threatened, unless it is one that is defended against an attack.

    Where none is, whoever can avert it: «هدد بشن هجمات إذا لم توقف الحكومة عملياتها».
    """
    own = scene.sides(event.actors)
    last = content_end(scene, trigger.last, scene.clauses.end)
    contents = (
        a.content.start for a in scene.attributions if a.cue.overlaps(scene.page.span(trigger.first, trigger.last))
    )
    begins = next(contents, 0)  # «تعهد الرئيس الفلبيني بسحق …»: the state is that of his office
    for reference in scene.cast.between(trigger.last, last):
        if scene.page.tokens[reference.first].span.start < begins:
            continue
        between = range(trigger.last, reference.first)
        said = any(scene.page.form(k).startswith("ب") or scene.page.layer(k, "event") for k in between)
        if scene.page.form(reference.first - 1) == "في" and not said:
            continue  # «تعهدت الحركة في الصومال بالانتقام»
        deeds = (s for k in range(trigger.last, reference.first) for s in scene.page.layer(k, "event"))
        if any(s.definite and s.entry.get("frame") != "topple" for s in deeds):  # «باستخدام القوة للإطاحة ب…»
            break
        if others := _others(scene, reference, own):
            return (*others[:1], *_joined_to(scene, reference, last, own))
    return _threatened_again(scene, trigger, last, own) or _averting(scene, trigger, own)


def _joined_to(scene: EventScene, reference: Reference, last: int, own: set[str | None]) -> tuple[str, ...]:
    """Those whom «و» joins to the one threatened: «هجمات داخل تشاد | والنيجر والكاميرون»."""
    beside = scene.cast.at(reference.last)
    if beside is None or beside.last > last or not conjoined(scene.page, beside.first):
        return ()
    return (*_others(scene, beside, own)[:1], *_joined_to(scene, beside, last, own))


def _threatened_again(scene: EventScene, trigger: Trigger, last: int, own: set[str | None]) -> tuple[str, ...]:
    """Whom a pronoun on what is threatened stands for: «طالبت المسلحين بالانسحاب وهددت باستهدافهم»."""
    for k in range(trigger.last, last):
        deeds = (s for s in scene.page.layer(k, "event") if s.pos == "masdar" and s.entry.get("event") in FORCE)
        pronoun = next((s.pronoun for s in deeds if s.pronoun in THIRD and s.clitics[-1:] == "ب"), "")
        if not pronoun and scene.page.form(k) in scene.grammar.aimed_back:  # «مهددا بزيادة الضغوط عليه»
            pronoun = next((p for p in THIRD if scene.page.form(k).endswith(p)), "")
        owner = owner_of(scene, trigger.first, pronoun, own - {None}) if pronoun else None
        if owner is not None:
            return owner.entities[:1]
    return ()


def _averting(scene: EventScene, trigger: Trigger, own: set[str | None]) -> tuple[str, ...]:
    """Who does, or fails to do, what a threat is made to depend on: «إذا لم توقف الحكومة عملياتها»."""
    page, grammar = scene.page, scene.grammar
    for k in range(trigger.last, scene.clauses.end - 1):
        if page.form(k) in grammar.conditions:
            verb = k + 1 + (page.form(k + 1) in grammar.verb_negations)
            subject = subject_of(scene, verb, scene.clauses.end, verbal=False) if may_be_finite(page, verb) else None
            people = scene.people_and_places(subject, "target")[0] if subject is not None else ()
            others = (p for p in people if not p.startswith("unnamed") and scene.side(p) not in own - {None})
            return tuple(p for p in others if not scene.cast.is_mere_place(p))[:1]
    return ()


def protested(scene: EventScene, trigger: Trigger, event: Event) -> tuple[str, ...]:
    """Against whom a protest is: «مظاهرات تندد بالوجود الفرنسي», «تظاهروا مطالبين باستقالة الرئيس»."""
    last = min(trigger.last + _PROTEST_REACH, scene.clauses.end)
    i = next((k for k in range(trigger.last, last) if scene.page.form(k) in scene.grammar.against), None)
    for chunk in scene.chunks(i + 1, min(i + _PROTEST_REACH, scene.clauses.end))[:2] if i is not None else ():
        people = scene.people_and_places(chunk, "target")[0]
        others = tuple(p for p in people if not p.startswith("unnamed") and p not in event.actors)
        if others and not befalls(scene, chunk):
            return others[:1]
    return ()


def asked(scene: EventScene, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """Who is to do what is asked for: «طالب بأن ينسحب المتمردون», «مطالب الحكومة بأن تنسحب …»."""
    if found := _within(scene, trigger, roles):
        return found
    if roles.content is not None and (found := _addressee(scene, roles.content)):
        return found
    if found := written_to(scene, trigger):
        return found
    if found := _in_content(scene, trigger, roles):
        return found
    following = scene.clauses.next_start(trigger.last)
    behind = scene.right(trigger.last)[-1:]
    near = following - (behind[0].last if behind else trigger.last) <= _NEAR
    return _addressee(scene, (following, scene.clauses.end)) if near else ()


def _within(scene: EventScene, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """Who is ordered by a phrase that names him: «أمر الجيش | بالانسحاب»."""
    words = range(trigger.first + 1, trigger.last) if trigger.entry.get("orders") else ()
    named = (r for k in words if (r := scene.cast.at(k)) is not None and r.how != "nisba")
    return next((tuple(e for e in r.entities if e not in roles.actors) for r in named), ())


def _in_content(scene: EventScene, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """Whose act is asked for, or who with whom or with the one who asks.

    «طالب برحيل القوات …», «حث على ضبط النفس من قبل الجانبين», «دعا إلى هدنة بين … و…», «اقترح إجراء محادثات مع …».
    """
    own = scene.sides(roles.actors)
    occasion = False
    for chunk in scene.right(trigger.last):
        occasion = occasion or chunk.prep in scene.grammar.occasions_in_time or chunk.prep == "في"
        acts = _is_act_of_another(scene, chunk)
        partner = chunk.prep == "مع" and bool(trigger.entry.get("to_partner")) and not occasion
        done = chunk.prep == AGENT or (chunk.prep == "بين" and len(chunk.named) > 1)
        if not (acts or partner or done):  # «اقترح في مكالمة مع نظيره»: with whom he speaks
            continue
        people = scene.people_and_places(chunk, "target")[0]
        others = tuple(p for p in people if p not in roles.actors and scene.side(p) not in own - {None})
        if others or acts:
            return others
    return ()


def _is_act_of_another(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is a verbal noun of what the one in construct with it does himself: «انسحاب القوات …»."""
    head = scene.page.layer(chunk.first, "event") if chunk.first < scene.clauses.end else ()
    done = any(
        s.pos == "masdar" and not s.definite and scene.grammar.frames[s.entry.get("frame")].genitive == "actor"
        for s in head
        if s.entry.get("event") in ("RETREAT", "AGREE")
    )
    return done and (chunk.crowd is not None or chunk.full)


def written_to(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """To whom the message goes in which something is asked for: «بعث برسالة إلى الرئيس طلب فيها …»."""
    if not trigger.verbal or scene.page.form(trigger.last) not in scene.grammar.resumptives:
        return ()
    page = scene.page
    for i in range(trigger.first - 1, scene.clauses.starts[0] - 1, -1):
        if page.form(i).lstrip("بو") in scene.grammar.messages and scene.cast.at(i) is None:
            phrases = scene.chunks(i + 1, trigger.first)
            to = next((c for c in phrases if c.prep in ("الي", "ل")), None)
            return scene.people_and_places(to, "target")[0] if to else ()
    return ()


def refused(scene: EventScene, trigger: Trigger, event: Event) -> tuple[str, ...]:
    """Whose proposal is refused, or with whom to deal: «رفض دعوة الأمم المتحدة», «رفض التفاوض مع الحكومة».

    Of a condemnation: whose act is condemned («ندد بالعقوبات الأميركية»).
    """
    own = scene.sides(event.actors)
    behind = scene.right(trigger.last)
    object_ = _object(scene, trigger, event, behind)
    for chunk in behind:
        if not (_concerns(scene, chunk, event.type) or (chunk is object_ and _is_party(scene, chunk, event.type))):
            continue
        named = [r for r in chunk.named if r.how != "possessive"]
        others = [e for r in named for e in _others(scene, r, own) or _bodies(scene, chunk, r, event)]
        if others:
            return tuple(others)
        held = scene.page.layer(chunk.first, "event") if chunk.prep != "ل" else ()  # «انتقدت … لاجتماعها»: a reason
        pronoun = next((s.pronoun for s in held if s.pos != "verb" and s.pronoun), "")
        owner = owner_of(scene, chunk.first, pronoun, own) if pronoun else None  # «دعا … فرفضت الحركة دعوته»
        if owner is not None:
            return _others(scene, owner, own)
    return ()


def _object(scene: EventScene, trigger: Trigger, event: Event, behind: tuple[Chunk, ...]) -> Chunk | None:
    """The first phrase behind the word that is not who does it.

    None where a bare phrase stands right behind a verb or noun whose doer is not told before: it may be that one.
    """
    found = next((c for c in behind if not _is_actor(c, event)), None)
    if found is None or found.prep or found is not behind[0] or found.first != trigger.last:
        return found
    before = trigger.first - 1 - (scene.page.form(trigger.first - 1) in scene.grammar.particles)
    named = scene.cast.at(before) if trigger.verbal else None
    return found if named is not None and set(named.entities) & set(event.actors) else None


def _is_actor(chunk: Chunk, event: Event) -> bool:
    """Whether a phrase is who does it; an office without a holder is a source without a name."""
    if chunk.references and chunk.references[0].how == "role" and any(a.startswith("unnamed") for a in event.actors):
        return True
    return not chunk.prep and chunk.full and any(e in event.actors for r in chunk.named for e in r.entities)


def _is_party(scene: EventScene, chunk: Chunk, kind: str) -> bool:
    """Whether a phrase right behind the word is who is condemned, or with whom somebody will not deal.

    «أدانت تركيا إسرائيل», «رفض استقبال وفد من الاتحاد».
    """
    named = chunk.full and not befalls(scene, chunk) and not scene.only_places(chunk.named)
    first = named and chunk.references[0].first == chunk.first
    deals = kind == "REJECT" and chunk.prep in ("", "علي") and not scene.page.form(chunk.first).startswith("ال")
    return chunk.prep in ("", "ب", "علي") and named and (first or deals)  # «اعترض على انضمام السويد»


def _bodies(scene: EventScene, chunk: Chunk, reference: Reference, event: Event) -> tuple[str, ...]:
    """Those whom a reference names who are bodies on no known side, and do not act: «شروط الحكومة»."""
    if chunk.prep not in ("", "ب", "مع"):
        return ()
    bodies = (e for e in reference.entities if e not in event.actors and scene.cast.is_body(e))
    return tuple(e for e in bodies if scene.cast.side(e) is None)


def authored(scene: EventScene, trigger: Trigger, event: Event) -> tuple[str, ...]:
    """Who does what is backed, refused or condemned, as a clause about it says.

    «رحب بالخطة التي طرحتها الصين», «رفض هدنة أعلنها الجيش».
    """
    own = scene.sides(event.actors) - {None} if event.type != "SUPPORT" else set()  # one's own are praised, not refused
    for verb in _verbs_about(scene, trigger):
        at = verb + (scene.page.form(verb + 1) in scene.grammar.taking_up)  # «اتهامات وجهتها إليها | الهند»
        subject = subject_of(scene, at, scene.clauses.next_start(at + 1), verbal=False)
        people = scene.people_and_places(subject, "actor")[0] if subject is not None else ()
        if others := tuple(p for p in people if p not in event.actors and scene.side(p) not in own):
            return others
    return ()


def _verbs_about(scene: EventScene, trigger: Trigger) -> Iterator[int]:
    """The verbs that take up with a pronoun, in a clause about it, what stands behind the word."""
    page = scene.page
    for k in range(trigger.last, scene.clauses.end - 1):
        going_on = k in scene.clauses.starts and not (scene.is_relative(k) or _has_object(page, k))
        that = page.form(k) in scene.grammar.complementisers and k not in scene.clauses.inside  # «بان كي مون» is none
        why = page.form(k) in scene.grammar.adjuncts and page.form(k + 1) in scene.grammar.prepositions
        if k > trigger.last and (that or going_on or why):
            return  # «الانسحاب من المفاوضات احتجاجا على مذكرة أصدرتها المحكمة»
        if scene.is_relative(k) or page.form(k) in scene.grammar.whatever:  # «بما تقوم به | ليبيا»
            suffers = any(s.entry.get("carries") in _SUFFERED for s in page.layer(k + 1, "light"))
            unread = not page.senses[k + 1] and page.form(k + 1).endswith("ها") and scene.cast.at(k + 1) is None
            taken_up = page.form(k + 2) in scene.grammar.taken_up
            unread = unread or (taken_up and scene.cast.at(k + 1) is None)  # «الدور الذي تضطلع به …»
            about = _has_object(page, k + 1) or taken_up or page.form(k + 2) in _TOWARDS
            if unread or (may_be_finite(page, k + 1) and about and not suffers):
                yield k + 1
            return
        elif k > trigger.last and _describes(scene, k):
            yield k


def _has_object(page: Page, i: int) -> bool:
    return any(s.pronoun for s in page.senses[i] if s.pos == "verb")


def _describes(scene: EventScene, i: int) -> bool:
    """Whether a verb in the past with an object stands behind a noun without article: «هدنة | أعلنها الجيش»."""
    page, verb = scene.page, finite(scene.page, i)
    if verb is None or verb.tense != "past" or verb.clitics or verb.pronoun not in ("ه", "ها") or scene.cast.at(i):
        return False
    if any(s.entry.get("carries") in _SUFFERED for s in page.layer(i, "light")) or page.layer(i, "casualty"):
        return False
    before, grammar = page.form(i - 1), scene.grammar
    particle = before in grammar.prepositions | grammar.openers | grammar.continuers | grammar.particles
    noun = page.is_word(i - 1) and not before.startswith("ال") and not particle
    return noun and scene.cast.at(i - 1) is None and not may_be_finite(page, i - 1)


def _concerns(scene: EventScene, chunk: Chunk, kind: str) -> bool:
    """Whether a phrase in what is refused or condemned brings the one whose act it is, or a partner refused."""
    offered = chunk.prep == "من" and _is_owned(scene, chunk.first - 2)  # «رفض عرضا | من الحركة»
    if (chunk.prep in ("مع", AGENT) or offered) and kind == "REJECT":
        return True
    words = range(chunk.first, chunk.last)
    kinds = {s.entry.get("event") for k in words for s in scene.page.layer(k, "event")} - {None}
    if kind == "ACCUSE" and kinds & FORCE:
        return False  # whoever is named beside a deed of force may be its victim: «أدان اقتحام المسجد»
    acts = bool(kinds)
    return (
        chunk.prep in ("", "ل", "ب", "ضد")
        and not befalls(scene, chunk)
        and (acts or any(_is_owned(scene, k) for k in words))
    )


def _is_owned(scene: EventScene, i: int) -> bool:
    """Whether a noun of what a side says or does stands at token ``i``, whatever is written onto it."""
    form = scene.page.form(i)
    forms = (form, form.removeprefix("ل"), form.removeprefix("ب"), form.removesuffix("ا"))
    return any(f.removeprefix("ال").removeprefix("لل") in scene.grammar.owned_acts for f in (*forms, "ال" + form[2:]))


def _others(scene: EventScene, reference: Reference, own: set[str | None]) -> tuple[str, ...]:
    """Those whom a reference names who are on a known side, and not on one of ``own``."""
    return tuple(e for e in reference.entities if (side := scene.side(e)) is not None and side not in own)


def _addressee(scene: EventScene, content: tuple[int, int]) -> tuple[str, ...]:
    """Who is to act in what is asked for: «طالب بأن ينسحب المتمردون»."""
    first, last = content
    for i in range(first, min(first + _VERB_REACH, last)):
        if scene.page.form(i) in scene.grammar.complementisers:
            verb = next((k for k in range(i + 1, min(i + _VERB_REACH, last)) if finite(scene.page, k)), None)
            if verb is None and scene.cast.at(i + 1) is None and scene.page.form(i + 1)[:1] in _SUBJUNCTIVE:
                verb = i + 1  # whatever stands there is the verb
            subject = subject_of(scene, verb, last, verbal=False) if verb is not None else None
            return scene.people_and_places(subject, "target")[0] if subject else ()
    return ()
