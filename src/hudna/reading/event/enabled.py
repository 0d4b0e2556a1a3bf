"""Whom somebody lets, helps or incites to do what a noun names: «بالسماح للقوات الإثيوبية … لمهاجمة الحركة».

In: a sentence and a noun of force behind such a word (events/enabling.yaml), or behind one of help; out: who does it,
or None.
"""

from dataclasses import replace

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.owner import owner_of
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import may_be_finite

_REACH = 14  # words between the word of letting and what is let
_HELP = 3  # words between the word of help and those helped
_HELPING = frozenset({"SUPPORT", "AID"})


def enabled(scene: EventScene, trigger: Trigger, carrier: int | None) -> Chunk | None:
    """Who is let, helped or incited to the deed that a noun behind «ل» or «على» names, or its ``carrier`` there."""
    if trigger.verbal or trigger.entry.get("event") not in FORCE:
        return None
    if (seekers := _seeking(scene, trigger.first)) is not None:
        return seekers
    i = next((k for k in (trigger.first, carrier) if k is not None and _is_aim(scene, k)), None)
    k = _enabling(scene, i) if i is not None else None
    if i is None or k is None:
        return None
    senses, to = scene.page.layer(k, "enabling"), scene.page.form(i - 1)
    particles = {s.clitics[-1:] for s in scene.page.senses[i]} - {""}
    led = "ل" in particles or bool({to, *particles} & {s.entry.get("to") for s in senses})
    if led and any(s.pronoun == "هم" for s in senses):  # «تدرب المتمردين وترسلهم لتنفيذ هجمات»
        return _them(scene, k)
    by = {s.entry.get("by", "") for s in senses}
    return _whom(scene.chunks(k + 1, i), by, verbal=may_be_finite(scene.page, k)) if led else None


def _enabling(scene: EventScene, i: int) -> int | None:
    """Where the word of letting stands before the noun at ``i``: not «تدريب المعارضة، بعد أسبوع على خطف …»."""
    for k in range(i - 1, max(scene.clauses.starts[0], i - _REACH) - 1, -1):
        if scene.cast.at(k) is not None:
            continue
        if scene.page.layer(k, "enabling"):
            return k
        apart = scene.page.form(k) in scene.grammar.blockers or not scene.page.is_word(k)
        if apart or (may_be_finite(scene.page, k) and not scene.page.layer(k, "crowd")):
            return None
    return None


def helped(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """Whom somebody helps in the fight that a noun behind «في» names: «مساندة القوات الصومالية | في حربها ضد …»."""
    i, page = trigger.first - 1, scene.page
    fights = trigger.entry.get("mode") == "clash" or trigger.sense.pronoun != ""
    if trigger.verbal or trigger.entry.get("event") != "ASSAULT" or not fights or page.form(i) != "في":
        return None
    people = scene.chunks(scene.clauses.around(i)[0], i)[-1:]
    if not people or people[0].last != i or not (people[0].named or people[0].crowd):
        return None
    first = people[0].first
    near = range(max(first - _HELP, scene.clauses.starts[0]), first + 1)
    words = (k for k in near if scene.cast.at(k) is None)
    helps = (s for k in words for layer in ("event", "enabling") for s in page.layer(k, layer))
    told = any(s.entry.layer == "enabling" or s.entry.get("event") in _HELPING for s in helps)
    return people[0]._replace(prep="") if told else None


def done_by(scene: EventScene, roles: Roles, role: str, people: Chunk) -> Roles:
    """``roles`` with those people as the doers, and nobody of their own side as whom it befalls."""
    told = add(scene, replace(roles, actors=(), rule="event.enabled"), role, people)
    own = scene.sides(told.actors) - {None}
    return replace(told, targets=tuple(t for t in told.targets if t not in told.actors and scene.side(t) not in own))


def _is_aim(scene: EventScene, i: int) -> bool:
    """Whether the noun at token ``i`` is what something is done for: «لمهاجمة …», «بشن …», «على مهاجمة …»."""
    nouns = [s for layer in ("event", "light") for s in scene.page.layer(i, layer) if s.pos in ("masdar", "noun")]
    towards = scene.page.form(i - 1) in scene.grammar.towards
    return bool(nouns) and (towards or any(s.clitics[-1:] in ("ل", "ب") for s in nouns))


def _seeking(scene: EventScene, i: int) -> Chunk | None:
    """The people told to mean to do what the noun at ``i`` names: «المتمردين الساعين إلى الإطاحة بالرئيس»."""
    verb = i - 1 - (scene.page.form(i - 1) in scene.grammar.towards)
    if scene.page.form(verb) not in scene.grammar.seeking:
        return None
    people = scene.chunks(scene.clauses.around(verb - 1)[0], verb)[-1:]
    told = bool(people) and people[0].last == verb and bool(people[0].crowd or people[0].named)
    return people[0]._replace(prep="") if told else None


def _them(scene: EventScene, k: int) -> Chunk | None:
    """Whom «هم» on the word at ``k`` takes up: people without a name right before it, else those named last."""
    people = [c for c in scene.chunks(scene.clauses.around(k)[0], k) if c.crowd is not None]
    if people:
        return people[-1]._replace(prep="")
    owner = owner_of(scene, k, "هم")
    return Chunk.of(owner) if owner is not None else None


def _whom(phrases: tuple[Chunk, ...], by: set[str], *, verbal: bool) -> Chunk | None:
    """Which of the phrases behind the word is of those who may do it: that with its preposition, else its object.

    Behind a verbal noun with its doer the object has «ل» as well: «دعم السودان للمتمردين».
    """
    told = [c for c in phrases if c.named or c.crowd]
    behind = next((c for c in told if c.prep == "ل"), None)
    bare = [c for c in told if not c.prep]
    if by == {"ل"} or (behind is not None and not verbal):
        return behind._replace(prep="") if behind is not None else None
    return bare[-1] if bare else None
