"""Which names, as documents give them, are one.

Each document's entity is a *form* (forms.py). Forms are joined by rules, the surest first; a join that would make
one entity of two lexicon entries, two sides or two kinds of body is refused, so homonyms of different sides stay
apart; an entry of the lexicon is one, whatever sides documents see it on.

Everything here is local: ``TERMS`` say which forms a rule may look at together; what ``matches`` says of forms that
nothing connects with others depends on those forms alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.record.forms import Form, Match, form_order
from hudna.record.groups import Groups
from hudna.record.identity import is_country
from hudna.record.names import alike
from hudna.record.persons import CROWD, alone, family_names, near_keys, near_names, related, short_names
from hudna.record.vocabulary import vocabulary
from hudna.record.workings import Key, Rule, Terms

_CROWD = 64  # forms of one block beyond which a form is compared with the first ones only


def matches(forms: Sequence[Form], groups: Groups[Form]) -> Iterator[Match]:
    """The forms to join, in the order of the rules; later rules see what earlier ones joined.

    Args:
        forms: all forms of one component or of several, in the order of ``form_order``.
        groups: what is joined so far; the caller joins each match before asking for the next.

    """
    yield from _same_entry(forms)
    yield from _same_class(forms)
    yield from _same_scope(forms)
    free = [f for f in forms if not is_country(f.entry)]
    yield from _same_name(free, groups)
    yield from _only_body(free, groups)
    people = [f for f in free if f.type == "PER"]
    yield from near_names(people)
    yield from short_names(people, groups)
    yield from family_names(people, groups)


def _blocks(forms: Iterable[Form], key: Callable[[Form], tuple[object, ...] | None]) -> list[list[Form]]:
    """The forms that share a key, in their order."""
    held: dict[tuple[object, ...], list[Form]] = defaultdict(list)
    for form in forms:
        if (own := key(form)) is not None:
            held[own].append(form)
    return [block for block in held.values() if len(block) > 1]


def _entry(form: Form) -> tuple[object, ...] | None:
    return (form.type, form.entry) if form.entry else None


def _kind(form: Form) -> tuple[object, ...] | None:
    return (form.kind,) if form.kind else None


def _scope(form: Form) -> tuple[object, ...] | None:
    return (form.type, form.scope) if form.scope else None


def _words(form: Form) -> tuple[object, ...] | None:
    return _named(form, form.name.words)


def _bones(form: Form) -> tuple[object, ...] | None:
    return _named(form, form.name.bones)


def _named(form: Form, parts: tuple[str, ...]) -> tuple[object, ...] | None:
    """Forms of one name; if it leaves open what is meant, of one side besides."""
    if not parts or form.scope or is_country(form.entry):
        return None
    return (form.type, form.side if form.name.generic else "", parts)


def _same_entry(forms: Sequence[Form]) -> Iterator[Match]:
    for block in _blocks(forms, _entry):
        for form in block[1:]:
            yield Match(
                block[0], form, "same-entry", f"«{block[0].text}», «{form.text}»: both are names of {form.entry}"
            )


def _same_class(forms: Sequence[Form]) -> Iterator[Match]:
    """Bodies of one class and side; an entry of the lexicon with them if it is the only one, and of no other class."""
    entries: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if form.kind and form.entry:
            entries[form.kind].add(form.entry)
            kinds[form.entry].add(form.kind)
    for block in _blocks(forms, _kind):
        sure = [f for f in block if not (f.entry and (len(entries[f.kind]) > 1 or len(kinds[f.entry]) > 1))]
        for form in sure[1:]:
            if not (sure[0].entry and sure[0].entry == form.entry):
                yield Match(sure[0], form, "same-class", f"«{sure[0].text}», «{form.text}»: both are the {form.kind}")


def _same_name(forms: Sequence[Form], groups: Groups[Form]) -> Iterator[Match]:
    """Names of the same words or consonants; a form without side or head noun joins where all others are of one."""
    for block in (*_blocks(forms, _words), *_blocks(forms, _bones)):
        sides, heads = {f.side for f in block if f.side}, {f.name.head for f in block if f.name.head}
        held: dict[tuple[str, str], list[Form]] = defaultdict(list)
        for form in sorted(block, key=lambda f: (bool(f.apart), not f.side, not f.name.head, form_order(f))):
            earlier = held[form.side or _only(sides), form.name.head or _only(heads)]
            for before in earlier[:_CROWD]:
                if groups.find(before) != groups.find(form) and alike(before.name, form.name):
                    yield Match(before, form, *_likeness(before, form))
            earlier.append(form)


def _same_scope(forms: Sequence[Form]) -> Iterator[Match]:
    """A name that leaves open who is meant, within its lineage or its country."""
    for block in _blocks(forms, _scope):
        for form in block[1:]:
            why = f"«{block[0].text}», «{form.text}»: both are {form.scope}"
            yield Match(block[0], form, "same-scope", why)


def _only_body(forms: Sequence[Form], groups: Groups[Form]) -> Iterator[Match]:
    """«التحالف» is the only coalition that reports on the same country name in full."""
    for bare, fulls in _bare(forms):
        meant = {groups.find(full): full for full in reversed(fulls)}
        if len(meant) == 1:
            full = next(iter(meant.values()))
            why = f"the only «{bare.bare}» that reports on {bare.on} tell of by name or side"
            yield Match(full, bare, "only-body", f"«{bare.text}», «{full.text}»: {why}")


def _bare(forms: Iterable[Form]) -> Iterator[tuple[Form, list[Form]]]:
    """Each bare name with the bodies that it can mean: of its kind, in reports on the same country."""
    held: dict[tuple[str, str], list[Form]] = defaultdict(list)
    bare = [f for f in forms if f.bare in vocabulary().parties and f.on]
    wanted = {(f.on, f.bare) for f in bare}
    for form in forms:
        for word in _meant_by(form):
            if (form.on, word) in wanted:
                held[form.on, word].append(form)
    for form in bare:
        if fulls := held.get((form.on, form.bare)):
            yield form, fulls


def _meant_by(form: Form) -> Iterable[str]:
    """The bare names by which a body can be meant in reports on its country."""
    named = form.type == "ORG" and form.on and not form.bare and (form.entry or form.side)
    return form.nouns & vocabulary().parties if named else ()


def _only(values: set[str]) -> str:
    return min(values) if len(values) == 1 else ""


def _likeness(left: Form, right: Form) -> tuple[str, str]:
    pair = f"«{left.text}», «{right.text}»"
    if left.text == right.text:
        return "same-spelling", f"{pair}: the same spelling"
    if left.name.words == right.name.words:
        return "same-words", f"{pair}: the same words but for particles, head nouns and the state"
    return "same-consonants", f"{pair}: the same consonants, as transliterations of one name have them"


# --- which forms a rule may look at together ---


@made_fast
@dataclass(frozen=True, slots=True)
class Known:
    """A form with the judgements on members of it."""

    form: Form
    judgements: tuple[str, ...] = ()


def _keys(known: Known) -> Iterator[Key]:
    """Forms of one entry, class, scope, name or judgement go together; names of persons are compared."""
    form = known.form
    yield from (Key("one", f"judgement\0{own}") for own in known.judgements)
    for key in (_entry, _kind, _scope, _words, _bones):
        if (own := key(form)) is not None:
            yield Key("one", f"{key.__name__}\0{own}")
    if form.bare in vocabulary().parties and form.on:
        yield Key("bare", f"{form.on}\0{form.bare}", "bare")
    yield from (Key("bare", f"{form.on}\0{word}", "full") for word in _meant_by(form))
    if form.type == "PER" and not is_country(form.entry):
        bones = form.name.bones
        yield from (Key("near", "\0".join(key)) for key in near_keys(form))
        yield from (Key("end", "\0".join(bones[n:]), "full" if n else "short") for n in range(len(bones)))


TERMS = Terms(
    "forms",
    Known,
    _keys,
    {
        "one": Rule(),
        "bare": Rule(lambda _, __: True, apart=True),
        "near": Rule(lambda left, right: related(left.form, right.form) or None, crowd=CROWD, reach=0),
        "end": Rule(lambda full, short: alone(full.form, short.form) or None, apart=True),
    },
)
