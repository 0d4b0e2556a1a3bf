"""The subject of a verb before it: in its own clause, or in front of a relative one («القوات التي شنت …»)."""

from hudna.reading.event.agreement import agrees, are_men, may_resume
from hudna.reading.event.antecedent import (
    antecedent,
    antecedent_of,
    as_subject,
    by_gender,
    by_shots,
    holds_ground,
    is_land_of_people,
    is_of_another,
    is_taken_up,
    named_before,
)
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.companion import tells_with
from hudna.reading.event.scene import WINDOW, EventScene
from hudna.reading.finite import finite, may_be_finite
from hudna.text import COMMAS

_BEFORE = "سبق"  # «سبق ل… أن»: somebody did it before
_ALLIES = 4  # words between people and the country that they are told to stand by


def subject_before(scene: EventScene, i: int) -> Chunk | None:
    """The noun phrase before a verb in its own clause: «أن القوات شنت …», «القوات التي شنت …», «سبق لها أن شنت …»."""
    first, _ = scene.clauses.around(i)
    told = _done_before(scene, first) or _shooters(scene, i)
    return told or _people_right_before(scene, first, i) or _in_clause(scene, first, i)


def _shooters(scene: EventScene, i: int) -> Chunk | None:
    """By whose shots somebody fell, right before the verb of shooting: «برصاص جندي أمريكي | أطلق عليه النار»."""
    shots = any(s.entry.get("mode") == "firearms" for s in scene.page.layer(i, "event"))
    people = antecedent(scene, i) if shots else None
    return people if people is not None and by_shots(scene, people.first - 1) else None


def _in_clause(scene: EventScene, first: int, i: int) -> Chunk | None:
    """The noun phrase before a verb in the clause that begins at ``first``, or in front of a relative one."""
    if first > 0 and scene.is_relative(first) and first < i:
        back = first - (2 if scene.page.form(first - 1) in scene.grammar.copulas else 1)
        named = named_before(scene, back - (scene.page.form(back) in COMMAS))  # «الحوثيون، الذين يتهمون …»
        named = by_gender(scene, first, named)
        if scene.page.form(back) in COMMAS and named is not None and named.how == "nisba":
            named = None  # «المتمردين اليمنيين، الذين …»
        pronouns = [s.pronoun for s in scene.page.senses[i] if s.pos == "verb" and s.pronoun]
        beside = _has_verb(scene, first + 1, i)
        resumed = any(beside or may_resume(scene.grammar, scene.page.form(first), p) for p in pronouns)
        resumed = resumed or is_taken_up(scene, first, i)
        resumed = (resumed or is_of_another(scene, first, i)) and not holds_ground(scene, named, i)
        if named is not None and not resumed and is_land_of_people(scene, first, named):
            named = next((r for r in reversed(scene.cast.between(max(0, named.first - _ALLIES), named.first))), None)
        if named is not None and not resumed:
            one = scene.grammar.masculine_relatives | scene.grammar.feminine_relatives
            apart = named.how == "pair" and scene.page.form(first) in one  # «التوتر بين الجانبين الذي هدد …»
            return None if apart else as_subject(scene, i, named)
        return _within(scene, first, i) if resumed else antecedent(scene, first)
    if first == i:
        return _before_comma(scene, i) or _before_pronoun(scene, i)
    if scene.page.form(first) in scene.grammar.complementisers:
        first += 1
    found = first_bare(scene.chunks(max(_after_was(scene, first, i), i - WINDOW), i))
    taken = found is not None and (_has_verb(scene, first, found.last) or _is_of_freed(scene, first, i))
    if taken and found is not None and may_be_finite(scene.page, i):
        return antecedent(scene, i) or _seen_at_it(scene, found, i)  # «كشفت الوزارة عن هوية جندي اختطف …»
    if found is None or (may_be_finite(scene.page, i) and _has_verb(scene, found.last, i)):
        return None
    verb = finite(scene.page, i)
    men = verb is not None and are_men(scene.page, verb, found)  # «قتل الجنود بعبوة ناسفة | استهدفت شاحنة»
    apart = men or _is_before_another(scene, found, i)
    apart = apart or _is_of_thing(scene, found, i) or _is_one_of_many(scene, found, i)
    return None if apart or _did_another(scene, found, i) or _says_it(scene, found, i) else found


def _says_it(scene: EventScene, found: Chunk, i: int) -> bool:
    """Whether the verb stands in the words of who was named before it: «أعلن الحاكم فلان: "صباح اليوم | هاجم …"»."""
    if not found.named or finite(scene.page, i) is None:
        return False
    at, first = (scene.page.tokens[k].span.start for k in (i, found.named[0].first))
    said = {a.source for a in scene.attributions if a.cue.start < first < a.content.start <= at < a.content.end}
    return any(e in said for r in found.named for e in r.entities)


def _did_another(scene: EventScene, found: Chunk, i: int) -> bool:
    """Whether a verb with a pronoun has the body before this one as its subject: «حصيلة نشرتها الوزارة | قتل …»."""
    before = scene.page.senses[found.first - 1] if found.first > 0 and scene.page.is_word(found.first - 1) else ()
    did = bool(found.named) and any(s.pos == "verb" and s.pronoun and s.tense == "past" for s in before)
    verbs = [s for s in scene.page.senses[i] if s.pos == "verb" and s.person == "3"]
    return did and found.last == i and not any(agrees(scene.page, s, found) for s in verbs)


def _people_right_before(scene: EventScene, first: int, i: int) -> Chunk | None:
    """People without article right before a verb that agrees with them: «قوات تلاحق متسللين | هاجموا دورية».

    Of them the verb tells, whoever stands before them. One that has them as its object has a pronoun for them.
    """
    verb, page = finite(scene.page, i), scene.page
    if first == i or scene.is_relative(first):
        return None
    if verb is None or verb.pronoun or verb.clitics or page.form(i + 1) in scene.grammar.resumptives:
        return None
    end = i - any(s.pos == "verb" and s.entry.id == "كان" for s in page.senses[i - 1])  # «جنود | كانوا يطاردون …»
    people = antecedent(scene, end) or (_members_before(scene, first, end) if verb.number == "pl" else None)
    if people is None or not (agrees(page, verb, people) or verb.number == "pl"):
        return None
    heads = [k for k in range(people.first, end) if any(s.entry.get("agent") for s in page.layer(k, "crowd"))]
    joined = page.form(end - 1) in scene.grammar.continuers | scene.grammar.particles
    return people if heads and not joined and not page.form(heads[-1]).startswith("ال") else None


def _members_before(scene: EventScene, first: int, end: int) -> Chunk | None:
    """Members of a named party, without article, right before token ``end``: «116 متشددا من الحركة»."""
    verb = next((k for k in range(end - 1, first - 1, -1) if finite(scene.page, k) and not scene.cast.at(k)), None)
    first += scene.page.form(first) in scene.grammar.complementisers
    phrases = scene.chunks(max(first, end - WINDOW) if verb is None else verb + 1, end)
    members = phrases[-1] if phrases and phrases[-1].last == end else None
    told = members is not None and members.full and members.crowd is None and len(members.named) == 1
    return members._replace(prep="") if members is not None and told else None


def _is_of_freed(scene: EventScene, first: int, i: int) -> bool:
    """Whether a verb right behind the freed tells of them: «أطلقت الحكومة سراح رجل | اعتقل», not «…، ثم سيطروا»."""
    page = scene.page
    if not page.is_word(i - 1) or page.form(i - 1) in scene.grammar.continuers | scene.grammar.particles:
        return False
    return any(tells_with(page, scene.grammar, scene.clauses, k, i) for k in range(first, i) if page.layer(k, "light"))


def _is_one_of_many(scene: EventScene, found: Chunk, i: int) -> bool:
    """Whether a verb in the plural cannot be said of the one person named before: «بينهم القيادي فلان، ثم سيطروا …»."""
    verb = finite(scene.page, i)
    several = verb is not None and verb.number == "pl" and verb.person == "3"
    one = len(found.named) == 1 and len(found.named[0].entities) == 1 and found.crowd is None
    return several and one and scene.cast.is_person(found.named[0].entities[0]) and found.named[0].how == "name"


def _done_before(scene: EventScene, that: int) -> Chunk | None:
    """Who did before what the clause behind «أن» tells: «سبق للوزير | أن عقد محادثات …»."""
    if scene.page.form(that) != "ان" or that <= scene.clauses.starts[0]:
        return None
    first, last = scene.clauses.around(that - 1)
    at = next((k for k in range(that - 1, first - 1, -1) if scene.page.form(k).lstrip("وف") == _BEFORE), None)
    phrases = scene.chunks(at + 1, last) if at is not None and at + 1 < last else ()
    return phrases[0]._replace(prep="") if len(phrases) == 1 and phrases[0].prep == "ل" else None


def _seen_at_it(scene: EventScene, found: Chunk, i: int) -> Chunk | None:
    """The object of a verb, of whom the verb at ``i`` says what they are at: «شاهدوا مقاتلي الحركة | يزرعون …»."""
    verb = finite(scene.page, i)
    plural = verb is not None and verb.tense != "past" and verb.number == "pl" and verb.clitics == ""
    return found if plural and found.last == i and found.named and not found.prep else None


def _is_of_thing(scene: EventScene, found: Chunk, i: int) -> bool:
    """Whether the verb tells of an indefinite thing right before it: «قصف الجيش سفينة | كانت تنقل أسلحة»."""
    was = any(s.pos == "verb" and s.entry.id == "كان" for s in scene.page.senses[i - 1])
    behind = scene.chunks(found.last, i - was)[-1:] if found.last < i - was else ()
    indefinite = bool(behind) and not scene.page.form(behind[0].first).startswith("ال") and not behind[0].references
    return indefinite and behind[0].thing and not behind[0].prep and behind[0].last == i - was


def _is_before_another(scene: EventScene, found: Chunk, i: int) -> bool:
    """Whether a verb in the masculine cannot have the feminine body before it as its subject, but one behind it.

    «تواصل القوات التقدم، في المقابل هاجم الرئيس …».
    """
    sense = finite(scene.page, i)
    if sense is None or (sense.person, sense.gender, sense.number) != ("3", "m", "sg") or not found.named:
        return False
    if sense.pronoun:
        return False  # «مقاتلين من المعارضة دربهم الجيش»: they are its object
    head = found.named[0].first
    feminine = scene.page.form(head).endswith(("ه", "ات")) and bool(scene.page.layer(head, "body"))
    behind = scene.chunks(i + 1, scene.clauses.next_start(i + 1))[:1] if i + 1 < scene.clauses.end else ()
    return feminine and bool(behind) and not behind[0].prep and bool(behind[0].named or behind[0].crowd)


def _after_was(scene: EventScene, first: int, i: int) -> int:
    """Where the subject is looked for: behind «كان», if it has one («جنديا كان المتمردون يحتجزونه»), else ``first``."""
    page, grammar = scene.page, scene.grammar
    for k in range(i - 2, first, -1):
        if any(s.pos == "verb" and s.entry.id == "كان" for s in page.senses[k]):
            behind = k + 1 + (page.form(k + 1) in grammar.particles)
            return k + 1 if behind < i else first
        if finite(page, k) is not None and scene.cast.at(k) is None:
            return first
    return first


def _within(scene: EventScene, relative: int, i: int) -> Chunk | None:
    """The subject between a relative pronoun and the verb at ``i``: «الرهائن الذين كانت الحركة تحتجزهم»."""
    return None if _has_verb(scene, relative + 1, i) else first_bare(scene.chunks(relative + 1, i))


def _has_verb(scene: EventScene, first: int, last: int) -> bool:
    """Whether a verb of a meaning of its own is in tokens ``first`` to ``last``: it takes the subject before."""
    page = scene.page
    lights = {k for k in range(first, last) if any(not s.pronoun for s in page.layer(k, "light"))}
    aside = scene.clauses.inside  # «مسلحين ينتمون إلى الحركة | هاجموا»
    own = (k for k in range(first, last) if scene.cast.at(k) is None and k not in lights and k not in aside)
    return any(
        finite(page, k) and not any(s.entry.id in scene.grammar.auxiliaries for s in page.senses[k]) for k in own
    )


def _before_comma(scene: EventScene, i: int) -> Chunk | None:
    """A subject that a comma parts from its verb: «أن قوات المقاومة، استولت …»."""
    if i <= scene.clauses.starts[0] or scene.page.form(i - 1) not in COMMAS:
        return None
    if any(s.pos == "verb" and s.clitics[:1] in ("و", "ف") for s in scene.page.senses[i] if s.clitics):
        return None  # «شنت الحركة هجوما، وصدت القوات الهجوم»
    first, last = scene.clauses.around(i - 1)
    first = max(first, last - WINDOW)
    if scene.is_relative(first) and first > scene.clauses.starts[0]:
        return antecedent_of(scene, i, first)
    end = i - 1
    if scene.page.form(first) in scene.grammar.backing and scene.page.form(first - 1) in COMMAS:
        end = last = first - 1  # «أن قواته، تدعمها ميليشيات محلية، استعادت …»
        first = max(scene.clauses.around(end)[0], last - WINDOW)
        first += scene.page.form(first) in scene.grammar.complementisers
    if any(finite(scene.page, k) for k in range(first, last)):
        return None
    return first_bare(scene.chunks(first, end))


def _before_pronoun(scene: EventScene, i: int) -> Chunk | None:
    """A named subject right before a verb with an object pronoun: «كانت حركة الشباب | تحتجزهم», «إن تركيا | قصفتها».

    Of a noun without article such a verb may tell in a relative clause («مدن | قصفتها تركيا»), of a name it does not.
    """
    page, (first, _) = scene.page, scene.clauses.around(i - 1)
    named = scene.cast.at(i - 1) if i > scene.clauses.starts[0] and page.is_word(i - 1) else None
    if named is None or named.how == "nisba" or named.last != i or not any(s.pronoun for s in page.senses[i]):
        return None
    if page.form(first) in scene.grammar.complementisers:
        first += 1
    words = range(max(first, i - WINDOW), named.first)
    was = next((k for k in words if any(s.entry.id == "كان" for s in page.senses[k])), None)
    first = first if was is None else was + 1
    if _has_verb(scene, first, named.first):
        return None
    phrases = scene.chunks(first, i)
    return phrases[-1] if phrases and len(phrases) == 1 and not phrases[0].prep else None


def first_bare(phrases: tuple[Chunk, ...]) -> Chunk | None:
    """The first phrase without a preposition that names somebody or tells of people."""
    return next((c for c in phrases if not c.prep and (c.named or c.crowd)), None)


def has_unread_topic(scene: EventScene, verb: int) -> bool:
    """Whether a definite noun that nobody has read stands between «إن» and a verb: «إن البحرية | أغرقت زوارق».

    So does one in construct with it: «إن تحالف القوى | يساند المتظاهرين».
    """
    page, i = scene.page, verb - 1
    while page.form(i) in scene.grammar.particles | scene.grammar.negations:
        i -= 1
    noun = page.form(i).startswith("ال") and scene.cast.at(i) is None and not page.layer(i, "time")
    first = i - (page.is_word(i - 1) and page.form(i - 1) not in scene.grammar.complementisers)
    head = first == i or _is_bare_noun(scene, first)
    return noun and head and page.form(first - 1) in scene.grammar.complementisers


def _is_bare_noun(scene: EventScene, i: int) -> bool:
    """Whether token ``i`` may be a noun without article, in construct with the one behind it."""
    page, form = scene.page, scene.page.form(i)
    small = form in scene.grammar.prepositions | scene.grammar.blockers | scene.grammar.quantifiers
    small = small or page.form(i - 1) in scene.grammar.pronominal  # «إنها تعتبر القرار …»
    return not (small or scene.cast.at(i) or scene.is_number(i))
