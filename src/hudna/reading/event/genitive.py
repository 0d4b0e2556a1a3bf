"""Names in construct with an event noun or adjectives on it: «قصف القوات», «اعتقال زعيم …», «الغارات الإسرائيلية»."""

from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.event.boundary import nation_at
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import BY_WEAPONS, FORCE, SPEECH
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import is_private
from hudna.reading.page import Page
from hudna.reading.particle import conjoined
from hudna.reading.scene import is_country, is_definite, is_state
from hudna.text import QUOTES

_ANSWERING = frozenset({"AGREE", "REJECT", "SUPPORT"})  # answers to what others offer or ask
_AT_ONE = frozenset({"kill", "detain"})  # frames of nouns that one man suffers rather than does: «قتل فلان و21 مسلحا»
_FOUGHT = frozenset({"strike", "clash", "war", "run_into"})  # frames of nouns that «مسلح» describes: no «مقتل مسلح»


def genitive(  # noqa: PLR0911 - a list of decisions
    scene: EventScene, roles: Roles, trigger: Trigger, chunk: Chunk, *, by_verb: bool, doer: bool
) -> Roles:
    """``roles`` with the name in ``chunk``, in construct with the noun, or the adjective of nationality there.

    ``by_verb`` says that the verb that carries the noun has its doer, ``doer`` that an object follows behind.
    """
    frame = scene.frame(trigger)
    sent = trigger.companion in range(chunk.first, chunk.last) and not chunk.full
    if trigger.entry.get("event") == "MOBILIZE" and sent:
        return roles.by("event.noun")  # «إرسال مرتزقة سوريين», «إرسال 900 جندي»: somebody else sends them
    if trigger.sense.pos == "phrase" and trigger.entry.get("of_object") and chunk.references:
        whose = (scene.side(e) for r in chunk.references[:1] for e in r.entities)  # «طرد دبلوماسيين | كولومبيين»
        states = tuple(f"loc.{state}" for state in whose if is_state(state))
        return replace(roles.by("event.noun"), targets=states)
    adjectives = tuple(r for r in chunk.references if r.how == "nisba" and not _of_another(scene.page, trigger, r))
    full = tuple(r for r in chunk.references if r.how != "nisba" and not _is_of_weapon(scene, trigger, r))
    transitive = trigger.sense.pos == "masdar" and frame.object == "target" and not trigger.entry.get("intransitive")
    transitive = transitive and trigger.entry.get("event") != "CONSULT"  # «برعاية الأمم المتحدة»
    roles = roles.by("event.noun-genitive")
    holds = trigger.sense.pos == "phrase" and bool(trigger.entry.get("fixed_mode"))  # «إسقاط طائرة | روسية»
    beside = transitive and bool(adjectives) and adjectives[0].first > trigger.last
    beside = beside and not _strikes(scene, trigger, chunk)
    fallen = trigger.sense.pos == "noun" and frame.genitive == "target" and chunk.crowd is not None
    beside = beside or (fallen and bool(adjectives) and adjectives[0].first > trigger.last)  # «مقتل ضابط | كيني»
    held = transitive or trigger.entry.get("frame") == "release"  # «إطلاق سراح | الليبي»
    seized = held and frame.genitive == "target" and not trigger.definite  # «اعتقال | الأمريكيين الثلاثة»
    beside = beside or (seized and bool(adjectives) and bool(nation_at(scene.page, adjectives[0].first)))
    if chunk.thing or (adjectives and not full and (beside or holds)):
        # «تدمير نظامي صواريخ أرمينية»: the adjective is that of what is hit
        return roles if fallen and is_private(scene, chunk) else add(scene, roles, frame.object, chunk)
    if adjectives and (not full or adjectives[0].first < full[0].first):
        roles = add(scene, roles.by("event.noun-nisba"), frame.subject, chunk._replace(references=adjectives[:2]))
        return add(scene, roles, frame.object, chunk._replace(references=full)) if full else roles
    if full and trigger.companion == chunk.first and scene.page.form(full[0].first - 1) == "من":
        lands = all(is_country(e) for r in full for e in r.entities)  # «إطلاق صاروخين من لبنان»: whence they came
        chunk, full = (chunk._replace(references=adjectives), ()) if lands else (chunk, full)
    if full and (scene.only_places(full) or _is_venue(scene, trigger, full)):
        return add(scene, roles, frame.object, chunk._replace(references=full))
    # «بلغت خسائرها في المواجهات | 12 جنديا»
    counted = is_definite(scene.page.form(trigger.first)) and scene.is_number(chunk.first)
    if not full and (not chunk.crowd or counted or _describes(scene, trigger, chunk)):
        return roles.by("event.noun") if not roles.actors else roles.by("event.possessor")
    befallen = trigger.entry.get("effect") or (frame.object == "target" and not full and _are_bystanders(scene, chunk))
    usual = frame.object if befallen else frame.genitive  # «تدمير جرافة تابعة للجيش», «قصف حشد من المدنيين»
    own_land = bool(full) and is_own_land(scene, trigger, full[0])
    if own_land:
        usual = "-" if by_verb else frame.subject  # «جدد الوزير دعم بلاده للحكومة»
    own = trigger.entry.get("genitive", usual)  # what a name in construct is to it: «تزويد كييف بالسلاح»
    launched = trigger.companion == chunk.last and own == frame.subject  # «إطلاق إيران | صاروخا»
    launched = launched and trigger.entry.get("event") != "AID"  # «أعلن تسليم إيران | صواريخ»
    suffering = bool(full) and transitive and _can_only_suffer(scene, trigger, full[0])
    acts = doer and transitive and not (suffering or trigger.sense.pronoun)
    if acts or launched or _arrests(scene, trigger, chunk, full):
        return add(scene, roles, frame.subject, chunk)  # «اعتقال السلطات زعيم …»
    frozen = trigger.entry.get("event") == "SANCTION" and trigger.companion == chunk.first  # «تجميد أرصدة النظام»
    suffers = suffering or frozen or trigger.sense.pronoun or (transitive and (by_verb or _is_governed(scene, trigger)))
    return add(scene, roles, frame.object if suffers and not own_land else own, chunk)


def answered(scene: EventScene, roles: Roles, trigger: Trigger, chunk: Chunk) -> Roles | None:
    """``roles`` of an answer to somebody's offer, demand or plan: «قبول عرض | الحركة», «رفض شروط | إسرائيل».

    Or of somebody's own demand, whatever nation it is about: «شروطه بوقف الاستيطان الإسرائيلي». None for other words.
    """
    kind, roles = trigger.entry.get("event"), roles.by("event.noun-genitive")
    named = next((r for r in chunk.references if r.how != "nisba"), None)
    about = bool(chunk.references) and named is None and chunk.references[0].first > trigger.last
    if trigger.sense.pronoun and about and kind in SPEECH:
        return roles
    answers = kind in _ANSWERING and trigger.entry.get("frame") != "answer"
    if named is None or not answers or named.first <= chunk.first:
        return None
    offered = scene.page.form(named.first - 1) in scene.grammar.owned_acts
    return add(scene, roles, "target", chunk._replace(references=(named,))) if offered else None


def is_own_land(scene: EventScene, trigger: Trigger, reference: Reference) -> bool:
    """Whether the land of whoever speaks stands behind a word for an act of speech: «جدد دعم | بلاده للحكومة»."""
    own = reference.how == "possessive" and reference.first == trigger.last and trigger.entry.get("event") in SPEECH
    return own and any(s.entry.get("of") == "country" for s in scene.page.layer(reference.first, "deixis"))


def _can_only_suffer(scene: EventScene, trigger: Trigger, reference: Reference) -> bool:
    """Whether one man is killed or held, or a house that uses no force is stormed or won back."""
    if trigger.entry.get("frame") in _AT_ONE:
        return all(map(scene.cast.is_person, reference.entities))
    house = scene.page.form(reference.first).removeprefix("ال") in scene.grammar.premises
    return house and trigger.entry.get("event") in FORCE and reference.by_name


def _is_of_weapon(scene: EventScene, trigger: Trigger, reference: Reference) -> bool:
    """Whether a name is that of what is fired: «إطلاق صواريخ | القسام باتجاه …»."""
    fires = trigger.entry.get("mode") == "missile" and trigger.sense.pronoun
    return bool(fires) and bool(scene.page.layer(reference.first - 1, "weapon"))


def _are_bystanders(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is of people whom force only befalls: «المدنيين», «القرويين»."""
    words = (s for k in range(chunk.first, chunk.last) for s in scene.page.layer(k, "crowd"))
    return any(s.entry.get("bystanders") and s.entry.get("en") == chunk.crowd for s in words)


def _arrests(scene: EventScene, trigger: Trigger, chunk: Chunk, full: tuple[Reference, ...]) -> bool:
    """Whether a state's body is in construct with a noun of arrest, which befalls people: «اعتقال الشرطة ستين …»."""
    if not trigger.entry.get("of_people") or trigger.sense.pronoun or chunk.crowd or full[0].first != chunk.first:
        return False
    if not full[0].by_name or scene.page.layer(chunk.first, "role"):
        return False
    body = full[0].entities[0]
    return scene.cast.is_body(body) and is_state(scene.cast.side(body))


def _is_venue(scene: EventScene, trigger: Trigger, references: tuple[Reference, ...]) -> bool:
    """Whether a talk or agreement of two has the name of where it was made: «اتفاق الجزائر بين إيران والعراق»."""
    if trigger.entry.get("event") not in ("AGREE", "CONSULT") or trigger.sense.pos == "masdar" or len(references) != 1:
        return False
    return is_country(references[0].entities[0]) and scene.pairs_behind(references[0].last)


def _strikes(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether what shells or bombs heads the phrase behind a noun of that: «قصف الطائرات الإسرائيلية»."""
    heads = scene.page.layer(chunk.first, "crowd") if chunk.first == trigger.last else ()
    return trigger.entry.get("mode") in BY_WEAPONS and any(s.entry.get("strikes") for s in heads)


def _describes(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a word for an armed man is an adjective of a noun of fighting: «اشتباك مسلح», «تفجيرين انتحاريين»."""
    if chunk.first != trigger.last or chunk.last != chunk.first + 1 or chunk.references or trigger.definite:
        return False
    if trigger.sense.pos == "verb" or trigger.entry.get("frame") not in _FOUGHT:
        return False
    senses = [s for s in scene.page.layer(chunk.first, "crowd") if not s.definite and not s.clitics]
    dual = trigger.sense.number == "du" and scene.page.form(chunk.first).endswith(("ين", "ان"))
    words = (s.entry.get("describes") for s in senses if dual or s.number == "sg")
    return trigger.sense.number != "pl" and any(words)


def fit_for_genitive(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases without the names that cannot be in construct with the noun.

    A definite noun, and one with its adjective, has adjectives of nationality behind it and nobody's name; nor does a
    name stand in construct beyond a comma.
    """
    if not right or right[0].prep or any(r.first < trigger.last for r in right[0].references):
        return right
    joined = scene.cast.at(trigger.last) if conjoined(scene.page, trigger.last) else None
    if joined is not None and joined.how == "name" and joined.first == right[0].first == trigger.last:
        return right[1:]  # «بين واشنطن التي تتهم دمشق بشن هجمات | وموسكو»
    page, first = scene.page, right[0]
    apart = any(not page.is_word(k) and page.form(k) not in QUOTES for k in range(trigger.last, first.first + 1))
    closed = trigger.sense.definite or (trigger.last - trigger.first > 1 and _closes(scene, trigger))
    owned = trigger.sense.pronoun and _is_adjective(page, first)
    if owned or _is_accusative(scene, trigger, first) or _is_cut_off(scene, trigger, first):
        return right[1:]
    if trigger.sense.pronoun or not (apart or closed):
        return right
    full = next((r.first for r in first.references if r.how != "nisba"), first.last)
    full = next((k for k in range(first.first, full) if page.layer(k, "crowd")), full)
    adjectives = tuple(r for r in first.references if r.how == "nisba" and r.first < full)
    if apart or not adjectives:
        return tuple(c for n, c in enumerate(right) if n and (c.prep or right[n - 1].prep))
    return (first._replace(references=adjectives, crowd=None, thing=False), *right[1:])


def _is_accusative(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a noun for one man behind an accusative can only be its adjective: «شن الجيش هجوما | عسكريا»."""
    page, i = scene.page, trigger.last
    both = page.form(i).endswith("ا") and page.form(i - 1).endswith("ا") and not trigger.verbal
    people = page.layer(i, "crowd") if both and chunk.first == i and not chunk.references else ()
    return bool(people) and all(s.number == "sg" for s in people)


def _is_cut_off(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether an adjective ends the phrase of an indefinite noun before a definite one: «انفجارات عنيفة | المدينة»."""
    page, i = scene.page, trigger.last
    if trigger.definite or trigger.sense.pronoun or chunk.first != i or chunk.crowd or scene.is_number(i):
        return False
    form = page.form(i)
    adjective = form.endswith(("ه", "ات")) and not (form.startswith("ال") or page.layer(i, "body"))
    lone = trigger.sense.pos == "noun" and adjective and scene.cast.at(i) is None
    return lone and page.form(i + 1).startswith("ال")


def object_behind(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Chunk | None:
    """Whom «ل» behind a noun and its doer brings in: «اعتقال الشرطة لعدد من …»; None where the genitive is no body."""
    types = {e.type for r in right[0].named for i in r.entities if (e := scene.cast.entity(i))}
    body = "ORG" in types or (trigger.entry.get("genitive") == "target" and bool(types))
    if scene.frame(trigger).object != "target" or trigger.sense.pos != "masdar":
        return None
    if right[0].crowd is not None and not right[0].references:  # «مداهمة مسلحين لمسجد»
        return next((c for c in right[1:2] if c.prep == "ل" and c.thing), None)
    if not body:
        return None
    return next((c for c in right[1:2] if c.prep == "ل" and (c.named or c.crowd or c.thing)), None)


def told_with_fallen(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a killing or the fallen are told before the noun in its clause: «قتل … بقصف», «أصيب … بهجوم»."""
    return any(
        s.entry.get("frame") == "kill" or (s.entry.layer == "casualty" and s.entry.get("part") in ("act", "fallen"))
        for k in scene.before(trigger.first)
        for s in scene.page.senses[k]
    )


def _is_governed(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the word before a verbal noun, or a particle on it, makes what is in construct with it its object."""
    before = scene.page.form(trigger.first - 1)
    return (
        trigger.sense.clitics[-1:] == "ل"
        or _is_content(scene, trigger)
        or (before == "الي" and trigger.entry.get("event") in SPEECH)  # «إلى مطالبة القوات بالانسحاب»
        or (before in ("في", "علي") and not scene.is_answered(trigger.first))
        or before in scene.grammar.passive_auxiliaries
    )


def _of_another(page: Page, trigger: Trigger, adjective: Reference) -> bool:
    """Whether an adjective is that of a second noun: «إطلاق الصواريخ والقصف الإسرائيلي»."""
    return any(conjoined(page, k) and page.layer(k, "event") for k in range(trigger.last, adjective.first))


def _is_content(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «ب» makes the noun what one is accused of or threatens, not what one died of («قتل … بقصف الجيش»)."""
    return trigger.sense.clitics[-1:] == "ب" and not told_with_fallen(scene, trigger)


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
