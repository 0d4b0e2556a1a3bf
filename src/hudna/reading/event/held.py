"""Whose is what an attack hit: «قصف بلدة يتحصن فيها المتمردون», «استهدف حافلة تقل جنودا من الحرس», «مقتل قائدها».

In: an event word of force and its roles, without a target; out: the same with the holder as their target.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from hudna.lexicon import read_settings
from hudna.lexicon.inflect import verb_forms
from hudna.reading.cast import Reference
from hudna.reading.event.allegiance import OWNED, may_be_owned, whose
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.owner import THIRD, owner_of
from hudna.reading.event.roles import TO_HER, Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite, says
from hudna.reading.page import Page
from hudna.text import STOPS, fold

_FAR = 24  # words behind an event word in which what it hits may stand
_NEAR = 5  # words behind an event word in which those hit stand who are told by a pronoun
_AHEAD = 12  # words behind what is hit in which its holder may be told
_OWNED = 3  # words from a thing to «لها»
_IT = ("ه", "ها")
_WHERE = "حيث"
_NONE: frozenset[str] = frozenset()
_BARE = frozenset({"", "ل"})
_UNDER = frozenset({"تحت"})


class _Holding(NamedTuple):
    """The forms that tell of a holder (events/holding.yaml).

    Attributes:
        taken_up: (form of a verb, preposition with the pronoun) → «يسيطر», «عليها».
        where: forms of verbs that say behind «حيث» who is there.
        owning: forms of verbs with the pronoun: «تستخدمها».
        belonging: form of a verb → the prepositions of its holder, "" for none.
        words: word → what must stand before it, empty where nothing must.
        seats: those of the words that say whose place it is, whoever holds it now.
        being: forms of verbs that may stand between.

    """

    taken_up: set[tuple[str, str]]
    where: set[str]
    owning: set[str]
    belonging: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    seats: set[str]
    being: set[str]


def amid_troops(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of an explosion among somebody's men or posts: «فجر انتحاري سيارة في تجمع للقوات»."""
    if trigger.entry.get("mode") != "explosives" or roles.targets or trigger.entry.get("laid"):
        return roles
    amid = next((c for c in scene.right(trigger.last) if c.prep == "في" and c.thing and c.full), None)
    if amid is None or scene.only_places(amid.named):
        return roles
    owner = amid._replace(references=amid.named, party=False, crowd=None)
    people = (p for p in scene.people_and_places(owner, "target")[0] if p not in roles.actors)
    return replace(roles, targets=tuple(filter(scene.cast.is_body, people)))


def with_holder(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of a deed of force with the holder of the thing or place that it hit, where nobody else is its target.

    Whoever did it holds nothing that he hits.
    """
    if trigger.entry.get("event") not in FORCE or roles.targets or scene.frame(trigger).object != "target":
        return roles
    if scene.page.form(trigger.first - 1) in scene.grammar.heard:
        return roles  # «دوي انفجارات في حي …»
    own = _own_people(scene, trigger, roles)
    if own is not None:
        return add(scene, roles, "target", Chunk.of(own))
    hit = _hit(scene, trigger) if roles.rule != "event.undergo" else _hit_before(scene, trigger, roles)
    if hit is None:
        return roles
    if (pronoun := _pronoun_of(scene, hit)) is not None:
        return _with_owner(scene, roles, hit, pronoun)
    won_back = trigger.entry.get("frame") in ("seize", "recover")
    held = add(scene, replace(roles), "target", _holder(scene, hit + 1, won_back=won_back))
    return roles if set(held.targets) & set(roles.actors) else held


def _pronoun_of(scene: EventScene, hit: int) -> str | None:
    """The pronoun that tells whose a thing is: «دوريتهم», «موقع | لها», «قرى تابعة | لها»; None for none."""
    own = (s.pronoun for s in scene.page.layer(hit, "crowd") if s.pronoun in THIRD and s.entry.get("object"))
    behind = (scene.page.form(k) for k in range(hit + 1, min(hit + _OWNED, scene.clauses.next_start(hit + 1))))
    return next(iter((*own, *(f[1:] for f in behind if f in TO_HER))), None)


def _with_owner(scene: EventScene, roles: Roles, hit: int, pronoun: str) -> Roles:
    """``roles`` of a deed aimed at those for whom the pronoun on what it hit stands, if others did it.

    «قالت الحركة إن الجيش شن هجوما على مواقعها», but «استهدفت دوريتهم في … حيث ينشط التنظيم»: not at the holder.
    """
    doers = scene.sides(roles.actors) - {None}
    owner = owner_of(scene, hit, pronoun, doers) if doers and pronoun != "ه" else None
    if owner is None or set(owner.entities) & set(roles.actors):
        return roles
    return add(scene, roles, "target", Chunk.of(owner))


def _own_people(scene: EventScene, trigger: Trigger, roles: Roles) -> Reference | None:
    """Whose the people are whom an event word hits by a pronoun: «اغتيال أحد قادتها», «قتل ثلاثة من عناصرها»."""
    page, prepositions = scene.page, scene.frame(trigger).prepositions
    for k in range(trigger.last, min(trigger.last + _NEAR, scene.clauses.end)):
        named, form = scene.cast.at(k), page.form(k)
        if (named is not None and named.how != "nisba") or form in STOPS or form in scene.grammar.complementisers:
            return None
        people = (s for s in page.layer(k, "crowd") if s.pronoun in THIRD and not s.entry.get("strikes"))
        people = (s for s in people if not (s.entry.get("counts") and s.pronoun != "هم"))  # «انفجار أحدها»
        pronoun = next((s.pronoun for s in people if s.clitics[-1:] != "ب" and not s.entry.get("object")), "")
        if pronoun:
            owner = owner_of(scene, k, pronoun, scene.sides(roles.actors) - {None})
            return None if owner is None or set(owner.entities) & set(roles.actors) else owner
        aside = form in scene.grammar.prepositions and form != "من" and prepositions.get(form) != "target"
        if aside or (finite(page, k) is not None and named is None):
            return None
    return None


def _hit_before(scene: EventScene, trigger: Trigger, roles: Roles) -> int | None:
    """Where the thing or place stands that suffers the deed, named before it: «تعرضت البلدة، معقل الحركة، لقصف»."""
    first = scene.clauses.around(trigger.first)[0] if roles.carrier is None else roles.carrier + 1
    return next((k for k in (_at(scene, k) for k in range(first, trigger.first)) if k is not None), None)


def _hit(scene: EventScene, trigger: Trigger) -> int | None:
    """Where the thing or place stands that the event word hits; None where its clause goes on with something else."""
    page, prepositions = scene.page, scene.frame(trigger).prepositions
    for k in range(trigger.last, min(trigger.last + _FAR, scene.clauses.end)):
        form, before = page.form(k), page.form(k - 1)
        if form in STOPS or form in scene.grammar.complementisers or form in scene.grammar.blockers:
            return None
        if (last := _at(scene, k, downed=bool(trigger.entry.get("fixed_mode")))) is None:
            continue
        aside = before in scene.grammar.prepositions and prepositions.get(before) != "target"
        if not aside and not any(s.clitics[-1:] == "ب" for s in page.layer(k, "crowd")):
            return last
    return None


def _at(scene: EventScene, k: int, *, downed: bool = False) -> int | None:
    """The last token of the place named from ``k`` on, or of the thing that may be hit there; None for neither.

    ``downed`` says that planes and missiles are hit, which otherwise strike.
    """
    named = scene.cast.at(k)
    if named is None:
        things = (s.entry.get("object") or (downed and s.entry.get("strikes")) for s in scene.page.layer(k, "crowd"))
        return k if any(things) else None
    return named.last - 1 if named.first == k and scene.only_places((named,)) else None


def _holder(scene: EventScene, first: int, *, won_back: bool) -> Chunk | None:
    """The holder of what is hit, told in the words from ``first`` on; none beyond what is said of something else."""
    page, remark = scene.page, False
    for k in range(first, min(first + _AHEAD, scene.clauses.end)):
        if won_back and page.form(k) in _holding(page.document.language).seats:
            return None
        if (told := _told_at(scene, k, remark=remark)) is not None:
            return told
        remark = remark or says(page, k)
        if page.form(k) in STOPS or (not remark and _is_of_another(scene, k)):
            return None
    return None


def _told_at(scene: EventScene, k: int, *, remark: bool) -> Chunk | None:
    """The holder whom the word at token ``k`` brings in, also in a ``remark``: «قال التحالف إنها للحركة»."""
    page, holding = scene.page, _holding(scene.page.document.language)
    if (i := _told_from(page, holding, k)) is not None:
        return _fitting(scene, i, holding.belonging.get(page.form(k), _BARE))
    like_it = remark and page.form(k) in scene.grammar.that_it
    behind = _phrase(scene, k + 1) if like_it or may_be_owned(page, k) else None
    if behind is None or behind.first != k + 1:
        return None
    of_it = like_it and behind.prep == "ل"
    return behind if of_it or whose(page, k, k + 1, behind.prep) == OWNED else None


def _told_from(page: Page, holding: _Holding, k: int) -> int | None:
    """Where the holder may stand whom the word at ``k`` brings in; None where it brings none."""
    form, behind = page.form(k), page.form(k + 1)
    if (form, behind) in holding.taken_up:
        return k + 2
    named = (
        form in holding.belonging or form in holding.owning or (form in holding.where and page.form(k - 1) == _WHERE)
    )
    if named or (form in holding.words and (not holding.words[form] or page.form(k - 1) in holding.words[form])):
        return k + 1
    return None


def _fitting(scene: EventScene, i: int, prepositions: frozenset[str]) -> Chunk | None:
    """The phrase at ``i`` behind one of ``prepositions``, or the body that its members or things are of or for."""
    phrases = [c for c in scene.chunks(i, min(i + _AHEAD, scene.clauses.end)) if c.first <= i + 1][:1]
    if not phrases or phrases[0].prep not in prepositions:
        return None
    if phrases[0].named:
        return phrases[0]
    body = _phrase(scene, phrases[0].last)
    return body if body is not None and body.prep in scene.grammar.membership and body.full else None


def _phrase(scene: EventScene, i: int) -> Chunk | None:
    """The noun phrase that begins at token ``i``, with its preposition."""
    if i >= scene.clauses.end:
        return None
    return next((c for c in scene.chunks(i, min(i + _AHEAD, scene.clauses.end))[:1] if c.first <= i + 1), None)


def _is_of_another(scene: EventScene, i: int) -> bool:
    """Whether what follows token ``i`` is no more said of what is hit: somebody else is named, or another deed told."""
    page, named = scene.page, scene.cast.at(i)
    if named is not None:
        return named.how != "nisba" and not scene.only_places((named,))
    if page.form(i) in _holding(page.document.language).being:
        return False
    verb = finite(page, i)
    joined = page.form(i)[0] in "وف" and verb is not None
    told = verb is not None and any(s.entry.layer in ("event", "light") for s in page.senses[i] if s.pos == "verb")
    return joined or told or page.form(i) in (scene.grammar.complementisers | scene.grammar.blockers) - _UNDER


@lru_cache(maxsize=4)
def _holding(language: str) -> _Holding:
    """The forms of events/holding.yaml."""
    taken_up: set[tuple[str, str]] = set()
    where: set[str] = set()
    owning: set[str] = set()
    belonging: dict[str, frozenset[str]] = {}
    words: dict[str, frozenset[str]] = {}
    seats: set[str] = set()
    being: set[str] = set()
    for row in read_settings(language, "events/holding"):
        forms = tuple(_forms(row.get("verbs", ())))
        taken_up |= {(form, up) for form in forms for up in row.get("by", ())}
        where |= set(forms) if row.get("where") else set()
        owning |= {form + it for form in forms for it in _IT} if row.get("it") else set()
        belonging |= {form: belonging.get(form, _NONE) | {*row["for"]} for form in forms if "for" in row}
        seats |= {*row.get("words", ())} if row.get("seat") else set()
        being |= set(forms) if row.get("be") else set()
        words |= {word: words.get(word, _NONE) | {*row.get("behind", ())} for word in row.get("words", ())}
    return _Holding(taken_up, where, owning, belonging, words, seats, being)


def _forms(verbs: list[list[str]]) -> Iterator[str]:
    """The folded forms of verbs in the third person."""
    for past, present in verbs:
        yield from (fold(f.text) for f in verb_forms(past, present) if f.person == "3")
