"""Of whom a relative clause tells: «الجيش الذي شن …», «مسلحين هاجموا …», «الحركة التي سيطرت عليها».

In: a sentence and a verb or relative pronoun in it; out: the people before it, or whether its pronoun is another.
"""

from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.event.agreement import agrees, fits_relative
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import GROUND
from hudna.reading.event.scene import WINDOW, EventScene
from hudna.reading.finite import finite
from hudna.text import COMMAS

_ADJECTIVES = 2  # words behind the name of a body that describe it before a clause does
_APPOSITION = 6  # words back from a body to the name of its leader or spokesman
_BY_SHOTS = 2  # words of «برصاص مسلحين»


def antecedent(scene: EventScene, i: int) -> Chunk | None:
    """The people without a name right before token ``i``, a relative pronoun or the verb of a clause about them."""
    end = i - (scene.page.form(i - 1) in COMMAS and scene.is_relative(i))  # «المتمردون اليمنيون، الذين …»
    first, _ = scene.clauses.around(end - 1)
    verb = next((k for k in range(end - 1, first - 1, -1) if finite(scene.page, k) and not scene.cast.at(k)), None)
    if verb is None and scene.page.form(first) in scene.grammar.complementisers:
        first += 1
    phrases = scene.chunks(max(first, end - WINDOW) if verb is None else verb + 1, end)
    if phrases and phrases[-1].last < end - _BY_SHOTS:
        phrases = scene.chunks(end - _BY_SHOTS, end)  # «وجرح ثالث | برصاص مسلحين | هاجموا …»
    if phrases and phrases[-1].crowd is None and by_shots(scene, phrases[-1].first):
        phrases = scene.chunks(phrases[-1].first + 1, end)  # «برصاص | جندي أمريكي | أطلق عليه النار»
    if not phrases or phrases[-1].last != end or phrases[-1].crowd is None:
        return None
    if scene.page.form(end - 1) in scene.grammar.continuers:
        return None  # «احتجزت صحفيين ثم | أطلقت سراحهم»
    head = phrases[-1].first
    several = scene.page.phrase(head, "crowd")
    nation = scene.cast.at(end - 1)
    noun = end - 1 - (nation is not None and nation.how == "nisba")  # «برصاص جنود إسرائيليين | كانوا …»
    noun -= not (nation or scene.page.layer(noun, "crowd") or noun - 1 <= head)  # «لدحر ميليشيات متشددة | بسطت …»
    last = any(s.entry.get("agent") and s.number == "pl" for s in scene.page.layer(noun, "crowd"))
    last = last and not scene.is_relative(i)
    if not scene.page.layer(head, "crowd") and several is None and not last:
        return None  # «التصعيد العسكري الذي …», but «برصاص مسلحين | هاجموا …»
    definite = any(s.definite for k in range(head, i) for s in scene.page.layer(k, "crowd"))
    definite = definite or (several is not None and scene.page.form(several.last - 1).startswith("ال"))
    return phrases[-1]._replace(prep="") if definite == scene.is_relative(i) else None


def by_shots(scene: EventScene, i: int) -> bool:
    """Whether token ``i`` says by what shots somebody fell: «برصاص», «بنيران»."""
    return any(s.pos == "phrase" and s.entry.get("mode") == "firearms" for s in scene.page.layer(i, "event"))


def named_before(scene: EventScene, i: int) -> Reference | None:
    """Who is named at token ``i``, or right before the adjectives of a body that end there: «الحركة | المتشددة»."""
    named = scene.cast.at(i)
    if named is not None:
        return named
    for k in range(i, i - _ADJECTIVES, -1):
        form = scene.page.form(k)
        if not (form.startswith("ال") and form.endswith(("ه", "ي"))) or any(
            scene.page.layer(k, layer) for layer in ("crowd", "number")
        ):
            return None
        body = scene.cast.at(k - 1)
        if body is not None:
            told = body.by_name and scene.cast.is_body(body.entities[0])
            return body if told and body.last == k else None
    return None


def by_gender(scene: EventScene, relative: int, named: Reference | None) -> Reference | None:
    """Who is meant of somebody and his body by the gender of the pronoun at ``relative``.

    «الزهار القيادي في حركة حماس، | الذي التقى …», «ميسواري زعيم الجبهة الوطنية، | التي وقعت …».
    """
    form = scene.page.form(relative)
    if named is None or not named.by_name:
        return named
    if form in scene.grammar.masculine_relatives and _is_feminine_body(scene, named):
        before = (r for r in reversed(scene.cast.between(named.first - _APPOSITION, named.first)))
        leader = next((r for r in before if r.how == "name" and all(map(scene.cast.is_person, r.entities))), None)
        beside = leader is not None and not any(
            finite(scene.page, k) is not None and scene.cast.at(k) is None for k in range(leader.last, named.first)
        )
        return leader if beside else named
    if form in scene.grammar.feminine_relatives and all(map(scene.cast.is_person, named.entities)):
        end = scene.page.tokens[named.last - 1].span.end
        body = next((m.entity for m in scene.cast.mentions if m.span.end == end and scene.cast.is_body(m.entity)), None)
        led = body is not None and not scene.page.form(named.first).endswith("ه")  # «المتحدثة باسم المنظمة، التي …»
        return replace(named, entities=(body,)) if led and body is not None else named
    return named


def _is_feminine_body(scene: EventScene, named: Reference) -> bool:
    """Whether somebody named is a body by a feminine head noun: «الحركة», «قوات الدعم»."""
    body = all(map(scene.cast.is_body, named.entities)) and bool(scene.page.layer(named.first, "body"))
    return body and scene.page.form(named.first).endswith(("ه", "ات"))


def as_subject(scene: EventScene, verb: int, named: Reference) -> Chunk | None:
    """The name before a relative clause, unless a plural verb in it has others: «الأراضي … التي سيطروا عليها»."""
    chunk = Chunk.of(named)
    sense, land = finite(scene.page, verb), all(e.startswith("loc.") for e in named.entities)
    resumed = scene.page.form(verb + 1) in scene.grammar.taking_up
    return None if sense is not None and sense.number == "pl" and land and resumed else chunk


def antecedent_of(scene: EventScene, verb: int, relative: int) -> Chunk | None:
    """Who is told of in a relative clause between a name and the verb: «بريطانيا التي أرسلت جنودا، سحبت …»."""
    back = relative - 1 - (scene.page.form(relative - 1) in COMMAS)
    named, sense = named_before(scene, back), finite(scene.page, verb)
    if named is None or named.how == "nisba" or sense is None or sense.clitics or scene.only_places((named,)):
        return None
    outer, _ = scene.clauses.around(back)
    phrases = scene.chunks(max(outer, back - WINDOW), named.last)
    led = phrases[-1:] and phrases[-1].last == named.last and named in phrases[-1].references
    chunk = phrases[-1]._replace(prep="") if led and len(phrases[-1].named) == 1 else Chunk.of(named)
    return chunk if agrees(scene.page, sense, chunk) else None


def is_of_another(scene: EventScene, relative: int, i: int) -> bool:
    """Whether the verb of a relative clause shows by its form that what it is about is no subject of it."""
    form = scene.page.form(relative)
    verbs = [s for s in scene.page.senses[i] if s.pos == "verb" and s.person == "3"]
    others = (k for k in range(relative + 1, i) if finite(scene.page, k) and scene.cast.at(k) is None)
    if any(not any(s.entry.id in scene.grammar.auxiliaries for s in scene.page.senses[k]) for k in others):
        return False  # «القوات التي تحاصر المدينة يقودها …»
    if not verbs or any(fits_relative(scene.grammar, form, s) for s in verbs):
        return False
    behind = scene.chunks(i + 1, scene.clauses.next_start(i + 1))[:1] if i + 1 < scene.clauses.end else ()
    if not behind or behind[0].prep or scene.page.layer(behind[0].first, "time"):
        return False  # «تصريحات الوزير، التي أدلى بها خلال …»
    return not any(s.pronoun for s in scene.page.layer(i + 1, "crowd"))  # «الحركة التي هاجم مقاتلوها …»


def is_taken_up(scene: EventScene, relative: int, i: int) -> bool:
    """Whether a verb has what its relative clause is about behind a preposition, so that it is not its subject.

    «إيران التي فرضت عليها عقوبات», «الهند التي التقى فيها الرئيس», not «الكتائب التي استولت عليه».
    """
    behind = scene.page.form(i + 1)
    if behind not in scene.grammar.aimed_back | scene.grammar.resumptives | scene.grammar.taken_up:
        return False
    form, feminine = scene.page.form(relative), behind.endswith("ها")
    if form in scene.grammar.plural_relatives:
        return behind.endswith(("هم", "هن"))  # «الرجال الذين قاتلوا | ضده»
    if form in scene.grammar.masculine_relatives:
        return not feminine  # «مدينة … التنظيم الذي سيطر عليها»
    return not (form in scene.grammar.feminine_relatives and behind.endswith("ه"))


def is_land_of_people(scene: EventScene, relative: int, named: Reference) -> bool:
    """Whether people before a country's name are spoken of: «الحوثيين المتحالفين مع إيران | الذين سيطروا»."""
    people = scene.page.form(relative).lstrip("و") == "الذين"
    return people and named.how != "nisba" and all(e.startswith("loc.") for e in named.entities)


def holds_ground(scene: EventScene, named: Reference | None, i: int) -> bool:
    """Whether the pronoun on a verb of taking ground is a place told before, since nobody is named behind it.

    «استعادت بلدة باما من الحركة التي احتلتها في سبتمبر».
    """
    senses = scene.page.layer(i, "event")
    apart = scene.page.form(i + 1) in scene.grammar.aimed_back  # «التي استولت عليها»
    taken = any((s.pronoun or apart) and s.entry.get("frame") in GROUND for s in senses)
    if named is None or named.how == "nisba" or not taken:
        return False
    body, verb = scene.cast.is_body(named.entities[0]), finite(scene.page, i)
    if not body or verb is None or not agrees(scene.page, verb, Chunk.of(named)):
        return False
    behind = scene.right(i + 1 + apart)[:1]
    alone = not behind or bool(behind[0].prep) or bool(scene.page.layer(i + 1 + apart, "time"))
    before = range(scene.clauses.starts[0], named.first)
    there = any(scene.page.layer(k, "place_head") for k in before)
    return alone and (there or any(scene.only_places((r,)) for r in scene.cast.between(before.start, before.stop)))
