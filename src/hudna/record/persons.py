"""Which names of persons, as documents give them, are one though their words differ.

Arabic names are chains: given name, father, grandfather, family. Reports leave out links of the chain («ماجد القصبي»
for «ماجد بن عبد الله القصبي»), or give the last alone. What is left out decides how much else must speak for one
person: a shared given and family name want a shared side or office, a shared beginning an office that one alone holds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

from hudna.record.forms import Form, Match
from hudna.record.groups import Groups
from hudna.record.names import Name, alike, contains, ends, near
from hudna.record.vocabulary import vocabulary

CROWD = 200  # forms of one block beyond which names are too common to be told apart by likeness


def near_names(people: Sequence[Form]) -> Iterator[Match]:
    """Names with a slip in one word, where side or office agree."""
    for left, right in _pairs(people, near):
        if agrees := _agreement(left, right):
            why = f"«{left.text}», «{right.text}»: a slip of spelling apart; {agrees}"
            yield Match(left, right, "near-spelling", why)


def short_names(people: Sequence[Form], groups: Groups[Form]) -> Iterator[Match]:
    """A name that leaves out words of another, where side or office agree; among several persons the one of its office.

    Args:
        people: in the order of ``form_order``, so that what a long name leaves out is settled before a shorter one.
        groups: what is joined so far.

    """
    found: dict[Form, list[Form]] = defaultdict(list)
    for full, short in shortened(people):
        found[short].append(full)
    for short in (p for p in people if p in found):
        persons = {groups.find(f): f for f in reversed(found[short])}
        if len(persons) > 1:
            persons = {k: f for k, f in persons.items() if _office(f, short)}
        if len(persons) == 1:
            full = next(iter(persons.values()))
            why = f"one leaves out parts of the other; {_office(full, short) or _enough(full, short)}"
            yield Match(full, short, "shorter-name", f"«{full.text}», «{short.text}»: {why}")


def shortened(people: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Each name of several words with those that leave out some, as far as anything speaks for one person."""
    for pair in _pairs(people, lambda one, two: contains(one, two) or contains(two, one)):
        full, short = sorted(pair, key=lambda f: -len(f.name.words))
        if _enough(full, short):
            yield full, short


def _pairs(people: Sequence[Form], fits: Callable[[Name, Name], bool]) -> Iterator[tuple[Form, Form]]:
    """Likely pairs whose names fit, each once.

    Each name is held against each other once in a block: a known person has forms by the hundred.
    """
    given: set[tuple[int, int]] = set()
    for block in _likely(people):
        held: dict[Name, list[int]] = defaultdict(list)
        for place in block:
            held[people[place].name].append(place)
        fitting = (pair for pair in combinations(held, 2) if fits(*pair))
        found = {(min(both), max(both)) for one, two in fitting for both in product(held[one], held[two])} - given
        given |= found
        yield from ((people[left], people[right]) for left, right in sorted(found))


def _likely(people: Sequence[Form]) -> Iterator[list[int]]:
    """Places of forms that share two words, or one of two and a letter of the other, and a side or an office."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, form in enumerate(people):
        for key in near_keys(form):
            blocks[key].append(place)
    for block in blocks.values():
        if 1 < len(block) <= CROWD:
            yield block


def near_keys(form: Form) -> Iterator[tuple[str, ...]]:
    """The keys under which a person meets those whose names can differ from his by a slip or a word left out."""
    bones = form.name.bones
    keys = [("both", *p) for p in combinations(bones, 2)]
    if len(bones) == 2:  # noqa: PLR2004 - given and family name
        keys += [("first", bones[0], bones[1][:2]), ("last", bones[1], bones[0][:2])]
    for shared in filter(None, (form.side, form.on, *form.offices)):
        yield from ((*key, shared) for key in keys)


def related(left: Form, right: Form) -> bool:
    """Whether a slip or a word left out can make one of two names that have a key in common."""
    if near(left.name, right.name) and _agreement(left, right):
        return True
    full, short = sorted((left, right), key=lambda f: -len(f.name.words))
    return contains(full.name, short.name) and bool(_enough(full, short))


def like_names(people: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Each name that can be the end of a fuller one, with that one."""
    full: dict[str, dict[Name, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, form in enumerate(people):
        if len(form.name.bones) > 1:
            full[form.name.bones[-1]][form.name].append(place)
    ending: dict[Name, list[Form]] = {}  # a name → those of which it can be the end
    for form in people:
        if form.name.bones and form.name not in ending:
            names = full.get(form.name.bones[-1], {})
            places = (place for name in names if _ends(name, form.name) for place in names[name])
            ending[form.name] = [people[place] for place in sorted(places)]
        yield from ((other, form) for other in ending.get(form.name, ()) if alone(other, form))


def alone(full: Form, short: Form) -> bool:
    """Whether one name can be the end of the other, given alone; a common one only where something speaks for it."""
    if _is_father(full.name, short.name) and not full.offices & short.offices:
        return False
    if not _ends(full.name, short.name) or (full.side and short.side and full.side != short.side):
        return False
    return not _common(short) or bool(_agreement(full, short)) or _told_together(full, short)


def _is_father(full: Name, short: Name) -> bool:
    """Whether what is left of a chain without its given name is the father's: «علي سعد …», «سعد …»."""
    known, dropped = vocabulary().voweled_names, len(full.words) - len(short.words)
    return len(short.words) > 1 and dropped > 0 and {full.words[dropped - 1], short.words[0]} <= known


def family_names(people: Sequence[Form], groups: Groups[Form]) -> Iterator[Match]:
    """A family name alone: the person of that name whose side or office agrees, or the only one of a foreign name."""
    found: dict[Form, list[Form]] = defaultdict(list)
    for full, short in like_names(people):
        found[short].append(full)
    for short, fulls in found.items():
        persons = {groups.find(f): f for f in reversed(fulls)}
        agreed = {k: f for k, f in persons.items() if _agreement(f, short)}
        if len(agreed) == 1:
            other = next(iter(agreed.values()))
            why = "the only person of this name whose side or office agrees: " + _agreement(other, short)
        elif short.entry:
            continue  # the lexicon knows that name as another's
        elif len(persons) == 1 and _rare(other := next(iter(persons.values())), short):
            why = "the only person of this name"
        elif len(near := {k: f for k, f in persons.items() if _told_together(f, short)}) == 1:
            other = next(iter(near.values()))
            why = f"the only person of this name in reports on {short.on}"
        else:
            continue
        yield Match(other, short, "family-name", f"«{short.text}», «{other.text}»: {why}")


def _ends(full: Name, short: Name) -> bool:
    if not ends(full, short):
        return False
    own = full.words[-len(short.words) :]
    return own == short.words or alike(Name(own, full.bones[-len(short.bones) :]), short)


def _rare(full: Form, short: Form) -> bool:
    """Whether the end of a name is enough by itself, spelt alike and foreign: many Arabs share a family name."""
    return _spelt(full, short) and not _common(short)


def _common(short: Form) -> bool:
    """Whether a name is one of those that many Arabs bear."""
    return any(bone.startswith("=") for bone in short.name.bones)


def _told_together(full: Form, short: Form) -> bool:
    """Whether reports on one country have a name and, word by word, its end."""
    return bool(full.on) and full.on == short.on and _spelt(full, short)


def _spelt(full: Form, short: Form) -> bool:
    """Whether a name is word by word the end of a fuller one, and no given name."""
    known, words = vocabulary(), short.name.words
    given = (w in known.voweled_names or w.startswith(known.servants) for w in words)
    return full.name.words[-len(words) :] == words and not all(given)


def _enough(full: Form, short: Form) -> str:
    """What speaks for two names, of which one leaves out words of the other, being one person's; "" for too little."""
    known = vocabulary().voweled_names
    if full.name.bones[-1] != short.name.bones[-1] and not short.name.filial:
        return _office(full, short)
    if set(short.name.words) <= known:
        return _office(full, short)
    if full.on and full.on == short.on and not (full.side and short.side and full.side != short.side):
        return f"both in reports on {full.on}"
    return _agreement(full, short)


def _agreement(left: Form, right: Form) -> str:
    """What speaks for two alike names being one person: their side or their office; "" for nothing."""
    if left.side and left.side == right.side:
        return f"both of {left.side}"
    if left.side and right.side:
        return ""
    shared = sorted(left.offices & right.offices)
    return f"both «{shared[0]}»" if shared else ""


def _office(left: Form, right: Form) -> str:
    """An office that two names share and few hold: its title has two words that need no other."""
    if left.side and right.side and left.side != right.side:
        return ""
    shared = (o for o in sorted(left.offices & right.offices) if _tells(o))
    return next((f"both «{office}»" for office in shared), "")


def _tells(office: str) -> bool:
    words = office.split()
    return len(words) > 1 and words[-1] not in vocabulary().open_titles
