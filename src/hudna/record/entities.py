"""Which entities of different documents are one.

Each document's entity is a *form*: its type, its entry in the lexicon if it has one, its longest name and its
side; equal forms are one from the start. Forms are then joined by rules, the surest first; a join that would make
one entity of two lexicon entries or two sides is refused, so homonyms of different sides stay apart. Work is done
within blocks of names that share consonants, so its cost grows with the number of forms, not of pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hudna.reading import Entity as Told
from hudna.reading import Reading
from hudna.record.groups import Groups
from hudna.record.identity import ENTITY, MEMBER, FactIds, group_id, is_country, references
from hudna.record.model import Entity, Join, Member, Office, Spelling
from hudna.record.names import Name, alike, contains, ends, near, parse, plain
from hudna.record.vocabulary import ARTICLE, body_class, vocabulary
from hudna.text import Document, Span

_CROWD = 200  # forms of one block beyond which names are too common to be told apart by likeness


@dataclass(frozen=True, slots=True)
class Form:
    """What a document gives of an entity that can be compared; ``scope`` holds a bare «الوزارة» to its lineage."""

    type: str
    entry: str  # id in the lexicon, or a country's id, or ""
    text: str
    side: str
    kind: str = ""  # «army of ARM»: a class of body of which a side has one
    scope: str = ""

    @property
    def name(self) -> Name:
        """The name taken apart."""
        return parse(self.type, self.text)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One document's entity."""

    member: Member
    told: Told
    form: Form
    spellings: tuple[str, ...]


Held = Mapping[Form, Sequence[_Seen]]


def resolve(told: Iterable[tuple[Document, Reading]], line_of: Mapping[str, str]) -> tuple[Entity, ...]:
    """The entities of a set of readings, sorted by id; ``line_of`` gives the lineage of each document."""
    held: dict[Form, list[_Seen]] = defaultdict(list)
    named: set[str] = set()
    for document, reading in told:
        for seen in _seen(document, reading, line_of[document.name]):
            held[seen.form].append(seen)
        named.update(x for _, x in references(reading) if is_country(x))
    for members in held.values():
        members.sort(key=lambda s: s.member.id)
    forms = sorted(held, key=_order)
    groups: Groups[Form] = Groups(forms, _facts)
    for left, right, rule, why in _candidates(forms, held, groups):
        if groups.join(left, right):
            groups.note(left, Join(rule, held[left][0].member.id, held[right][0].member.id, why))
    out = [_entity([s for f in group for s in held[f]], joins) for group, joins in groups.all()]
    present = {e.id for e in out}
    out.extend(_country(c) for c in named - present)
    return tuple(sorted(out, key=lambda e: e.id))


def _order(form: Form) -> tuple[str, str, int, str, str, str]:
    return (form.type, form.entry, -len(form.name.words), form.text, form.side, form.scope)


def _facts(form: Form) -> dict[str, str]:
    """What must not differ within one entity."""
    return {
        field: value
        for field, value in (("entry", form.entry), ("side", form.side), ("type", form.type), ("kind", form.kind))
        if value
    }


# --- what the documents give ---


def _seen(document: Document, reading: Reading, line: str) -> Iterator[_Seen]:
    ids = FactIds(reading.name, reading.sha256)
    mentions: dict[str, list[Span]] = defaultdict(list)
    for mention in reading.mentions:
        mentions[mention.entity].append(mention.span)
    for told in reading.entities:
        spans = tuple(sorted(mentions.get(told.id, ())))
        own = ids.give(MEMBER, spans[0], told.type) if spans else ids.give(MEMBER, Span(0, 0), f"{told.type} {told.id}")
        spellings = tuple(_spelling(document.text, s) for s in spans)
        name = spellings[spelt] if (spelt := _first(document.text, spans, told.name)) is not None else told.name
        member = Member(own, reading.name, told.id, name, spans)
        yield _Seen(member, told, _form(told, name, line), spellings)


def _spelling(text: str, span: Span) -> str:
    """A mention as written, its article whole where a preposition swallowed the alef: «للحكومة» names «الحكومة»."""
    written = text[span.start : span.end]
    return ARTICLE + written[1:] if written.startswith("ل") and text[: span.start].endswith("ل") else written


def _first(text: str, spans: Sequence[Span], name: str) -> int | None:
    """Which mention spells the name, if any."""
    return next((i for i, s in enumerate(spans) if text[s.start : s.end] == name), None)


def _form(told: Told, name: str, line: str) -> Form:
    """What can be compared of an entity."""
    text, parsed = plain(name), parse(told.type, name)
    entry = told.id if is_country(told.id) else told.lexicon or ""
    of = {r.of for r in told.roles if r.of}
    side = told.side or (min(of) if len(of) == 1 else "") or (parsed.state if told.type == "ORG" else "") or ""
    own = body_class(text) if told.type == "ORG" and side else None
    scope = line if parsed.generic and not entry and not side else ""
    return Form(told.type, entry, text, side, f"{own} of {side}" if own else "", scope)


# --- which of them are one ---

_Candidate = tuple[Form, Form, str, str]


def _candidates(forms: Sequence[Form], held: Held, groups: Groups[Form]) -> Iterator[_Candidate]:
    """Pairs to join with rule and evidence; later rules see what earlier ones joined."""
    yield from _same_entry(forms)
    yield from _same_class(forms)
    free = [f for f in forms if not is_country(f.entry)]
    yield from _same_name(free)
    people = [f for f in free if f.type == "PER"]
    yield from _near_name(people, held)
    yield from _family_name(people, held, groups)


def _same_entry(forms: Sequence[Form]) -> Iterator[_Candidate]:
    first: dict[tuple[str, str], Form] = {}
    for form in forms:
        if form.entry:
            before = first.setdefault((form.type, form.entry), form)
            if before is not form:
                yield (
                    before,
                    form,
                    "same-entry",
                    f"«{before.text}», «{form.text}»: both are {form.entry}",
                )


def _same_class(forms: Sequence[Form]) -> Iterator[_Candidate]:
    """Bodies of one class and side; an entry of the lexicon with them if it is the only one, and of no other class."""
    entries: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if form.kind and form.entry:
            entries[form.kind].add(form.entry)
            kinds[form.entry].add(form.kind)
    first: dict[str, Form] = {}
    for form in forms:
        if form.kind and not (form.entry and (len(entries[form.kind]) > 1 or len(kinds[form.entry]) > 1)):
            before = first.setdefault(form.kind, form)
            if before is not form and not (before.entry and before.entry == form.entry):
                yield before, form, "same-class", f"«{before.text}», «{form.text}»: both are the {form.kind}"


def _same_name(forms: Sequence[Form]) -> Iterator[_Candidate]:
    """Names of the same words or consonants; a form without side joins where all others are of one side."""
    blocks: dict[tuple[str, str, tuple[str, ...]], list[Form]] = defaultdict(list)
    for form in forms:
        name = form.name
        if name.words and not form.scope:
            kept = name.bones if alike(name, Name(("",) * len(name.words), name.bones)) else name.words
            blocks[form.type, (form.side if name.generic else ""), kept].append(form)
    for _, block in sorted(blocks.items()):
        sides = {f.side for f in block if f.side}
        first: dict[str, Form] = {}
        for form in sorted(block, key=lambda f: (not f.side, _order(f))):
            side = form.side or (min(sides) if len(sides) == 1 else "")
            before = first.setdefault(side, form)
            if before is not form:
                yield before, form, *_likeness(before, form)


def _likeness(left: Form, right: Form) -> tuple[str, str]:
    pair = f"«{left.text}», «{right.text}»"
    if left.text == right.text:
        return "same-spelling", f"{pair}: the same spelling"
    if left.name.words == right.name.words:
        return "same-words", f"{pair}: the same words but for particles, head nouns and the state"
    return "same-consonants", f"{pair}: the same consonants ({' '.join(left.name.bones)})"


def _near_name(people: Sequence[Form], held: Held) -> Iterator[_Candidate]:
    """A name with a word left out or a slip in one word, where side or office agree."""
    blocks: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in people:
        bones = form.name.bones
        pairs = [("both", *p) for p in combinations(bones, 2)]
        ends_of = [("first", bones[0]), ("last", bones[-1])] if len(bones) == 2 else []  # noqa: PLR2004 - given and family name
        for key in dict.fromkeys([*pairs, *ends_of]):
            blocks[key].append(form)
    for _, block in sorted(blocks.items()):
        if len(block) > _CROWD:
            continue
        for left, right in combinations(sorted(block, key=_order), 2):
            agrees = _agreement(left, right, held)
            if agrees and near(left.name, right.name):
                yield left, right, "near-spelling", f"«{left.text}», «{right.text}»: a slip of spelling apart; {agrees}"
            elif agrees and (contains(left.name, right.name) or contains(right.name, left.name)):
                yield (
                    left,
                    right,
                    "shorter-name",
                    f"«{left.text}», «{right.text}»: one leaves out parts of the other; {agrees}",
                )


def _family_name(people: Sequence[Form], held: Held, groups: Groups[Form]) -> Iterator[_Candidate]:
    """A family name alone is the only person of that name; among several, the only one whose side or office agrees."""
    full: dict[str, list[Form]] = defaultdict(list)
    for form in people:
        if len(form.name.bones) > 1:
            full[form.name.bones[-1]].append(form)
    for form in people:
        name = form.name
        if not name.bones:
            continue
        found = [
            f
            for f in full.get(name.bones[-1], ())
            if _ends(f.name, name) and not (f.side and form.side and f.side != form.side)
        ]
        persons = {groups.find(f): f for f in reversed(found)}
        why = "the only person of this name"
        if len(persons) > 1:
            persons = {k: f for k, f in persons.items() if _agreement(f, form, held)}
            why = "the only person of this name whose side or office agrees"
        if len(persons) == 1:
            other = next(iter(persons.values()))
            yield other, form, "family-name", f"«{form.text}», «{other.text}»: {why}"


def _ends(full: Name, short: Name) -> bool:
    sure = alike(short, Name(("",) * len(short.words), short.bones))
    return ends(full, short) and (sure or full.words[-len(short.words) :] == short.words)


def _agreement(left: Form, right: Form, held: Held) -> str:
    """What speaks for two alike names being one person: their side or their office; "" for nothing."""
    if left.side and left.side == right.side:
        return f"both of {left.side}"
    if left.side and right.side:
        return ""
    offices = [{plain(r.title) for s in held[f] for r in s.told.roles} for f in (left, right)]
    shared = sorted(offices[0] & offices[1])
    return f"both «{shared[0]}»" if shared else ""


# --- what they are together ---


def _entity(seen: Sequence[_Seen], joins: tuple[Join, ...]) -> Entity:
    entries = sorted({s.form.entry for s in seen if s.form.entry})
    country = next((e for e in entries if is_country(e)), None)
    known = vocabulary().countries.get(country) if country else None
    return Entity(
        id=country or group_id(ENTITY, (s.member.id for s in seen)),
        type=seen[0].form.type,
        name=known.name if known else _name(seen),
        label_ar=_usual(s.told.label_ar for s in seen) or (known.name if known else None),
        label_en=_usual(s.told.label_en for s in seen) or (known.english if known else None),
        side=country[len("loc.") :] if country else _usual(s.form.side for s in seen),
        lexicon=entries[0] if entries else None,
        offices=_offices(seen),
        spellings=_spellings(seen),
        members=tuple(sorted((s.member for s in seen), key=lambda m: (m.document, m.mentions, m.id))),
        joins=joins,
    )


def _name(seen: Sequence[_Seen]) -> str:
    """The name that most documents use, of a person one of several words if there is any."""
    names = Counter(s.member.name for s in seen)
    full = {n for n in names if len(parse("PER", n).words) > 1} if seen[0].form.type == "PER" else set()
    return max(full or names, key=lambda n: (names[n], len(n), n))


def _usual(values: Iterable[str | None]) -> str | None:
    """The most frequent of the known values; of several the first in order."""
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _offices(seen: Iterable[_Seen]) -> tuple[Office, ...]:
    held = (Office(r.title, r.of, s.member.document, r.span) for s in seen for r in s.told.roles)
    return tuple(sorted(set(held), key=lambda o: (o.document, o.span, o.title)))


def _spellings(seen: Iterable[_Seen]) -> tuple[Spelling, ...]:
    counts: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        for text in one.spellings:
            counts[text] += 1
            documents[text].add(one.member.document)
    return tuple(Spelling(t, n, len(documents[t])) for t, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])))


def _country(country: str) -> Entity:
    """A country that is only named through its people or adjectives."""
    known = vocabulary().countries.get(country)
    iso = country[len("loc.") :]
    return Entity(
        country, "LOC", known.name if known else iso, known.name if known else None, known.english if known else None,
        iso, country, (), (), (), (),
    )  # fmt: skip
