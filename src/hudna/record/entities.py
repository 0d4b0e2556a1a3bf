"""The entities of a record: those of all documents, one where names, sides and the lexicon say so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern

from hudna.reading import Reading, Role
from hudna.record.events import settled, usual
from hudna.record.forms import Form, Page, form_facts, form_of, form_order
from hudna.record.groups import Groups
from hudna.record.identity import ENTITY, group_id, is_country, references
from hudna.record.joining import components, matches
from hudna.record.judgements.bonds import Bonds, settle, taken_out
from hudna.record.model import Entity, Join, Member, Office, Spelling
from hudna.record.names import parse
from hudna.record.numbered import entity_places
from hudna.record.relations import relations, tenure
from hudna.record.vocabulary import ARTICLE, vocabulary
from hudna.text import Document, Span

_AFTER = 40  # characters after a title that can tell of its tenure


@dataclass(frozen=True, slots=True)
class _Seen:
    """One document's entity."""

    member: Member
    label_ar: str | None
    label_en: str | None
    lexicon: str | None
    offices: tuple[Office, ...]
    spellings: tuple[str, ...]


def resolve(told: Iterable[tuple[Document, Reading]], line_of: Mapping[str, str], bonds: Bonds) -> tuple[Entity, ...]:
    """The entities of a set of readings, sorted by id.

    Args:
        told: the documents with their readings.
        line_of: document name → id of its lineage.
        bonds: what people decided of their members.

    """
    held: dict[Form, list[_Seen]] = defaultdict(list)
    named: set[str] = set()
    for document, reading in told:
        for form, seen in _seen(document, reading, line_of[document.name]):
            own = bonds.get(seen.member.id, ())
            held[_taken_out(form, seen) if taken_out(own) else form].append(seen)
        named.update(x for _, x in references(reading) if is_country(x))
    for members in held.values():
        members.sort(key=lambda s: s.member.id)
    forms = sorted(held, key=form_order)
    judged: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for bond in {b.judgement for s in held[form] for b in bonds.get(s.member.id, ())}:
            judged[bond].append(form)
    out = [e for component in components(forms, judged.values()) for e in _resolved(component, held, bonds)]
    present = {e.id for e in out}
    out.extend(_country(c) for c in named - present)
    return tuple(sorted(out, key=lambda e: e.id))


def _resolved(forms: Sequence[Form], held: Mapping[Form, Sequence[_Seen]], bonds: Bonds) -> Iterator[Entity]:
    """The entities of forms that nothing connects with others."""
    settled = settle((f, s.member.id, bonds[s.member.id]) for f in forms for s in held[f] if s.member.id in bonds)
    groups: Groups[Form] = Groups(forms, form_facts, settled.apart)
    for left, right, join in settled.joins:
        groups.force(left, right)
        groups.note(left, join)
    for left, right, rule, why in matches(forms, groups):
        if groups.join(left, right):
            groups.note(left, Join(rule, held[left][0].member.id, held[right][0].member.id, why))
    for group, joins in groups.all():
        yield _entity(group, [held[f] for f in group], joins)


def _taken_out(form: Form, seen: _Seen) -> Form:
    """The form of a member that somebody decided not to be whom it was taken for, nor so by the lexicon."""
    return replace(form, entry="", kind="", apart=seen.member.id)


# --- what the documents give ---


def _seen(document: Document, reading: Reading, line: str) -> Iterator[tuple[Form, _Seen]]:
    page = Page.of(reading, line)
    standing = entity_places(reading)
    mentions: dict[str, list[Span]] = defaultdict(list)
    for mention in reading.mentions:
        mentions[mention.entity].append(mention.span)
    for told in reading.entities:
        spans = tuple(sorted(mentions.get(told.id, ())))
        own = standing[told.id].id
        spellings = tuple(_spelling(document.text, s) for s in spans)
        name = spellings[spelt] if (spelt := _first(document.text, spans, told.name)) is not None else told.name
        member = Member(own, reading.name, told.id, name, spans)
        form = form_of(told, name, spellings, page)
        offices = tuple(_office(document, r) for r in told.roles)
        yield form, _Seen(member, told.label_ar, told.label_en, told.lexicon, offices, spellings)


def _office(document: Document, role: Role) -> Office:
    start, end = role.span
    title = _spelling(document.text, role.span) if document.text[start:end] == role.title else role.title
    return Office(title, role.of, document.name, role.span, tenure(title, document.text[end : end + _AFTER]))


def _spelling(text: str, span: Span) -> str:
    """A mention as written, its article whole where a preposition swallowed the alef: «للحكومة» names «الحكومة»."""
    written = text[span.start : span.end]
    if written.startswith("ل") and text[span.start - 1 : span.start] == "ل":
        written = ARTICLE + written[1:]
    return intern(written)  # the same over many documents


def _first(text: str, spans: Sequence[Span], name: str) -> int | None:
    """Which mention spells the name, if any."""
    return next((i for i, s in enumerate(spans) if text[s.start : s.end] == name), None)


# --- what they are together ---


def _entity(forms: Sequence[Form], held: Sequence[Sequence[_Seen]], joins: tuple[Join, ...]) -> Entity:
    """One entity; ``held`` gives what the documents have of each form."""
    seen = [s for part in held for s in part]
    offices = tuple(sorted({o for s in seen for o in s.offices}, key=lambda o: (o.document, o.span, o.title)))
    entries = sorted({f.entry for f in forms if f.entry})
    country = next((e for e in entries if is_country(e)), None)
    known = vocabulary().countries.get(country) if country else None
    return Entity(
        id=country or group_id(ENTITY, (s.member.id for s in seen)),
        type=forms[0].type,
        name=known.name if known else _name(forms[0].type, seen),
        label_ar=usual(s.label_ar for s in seen) or (known.name if known else None),
        label_en=usual(s.label_en for s in seen) or (known.english if known else None),
        side=country[len("loc.") :]
        if country
        else settled(f.side for f, part in zip(forms, held, strict=True) for _ in part),
        lexicon=entries[0] if entries else usual(s.lexicon for s in seen),
        offices=offices,
        relations=relations(((f, s.member) for f, part in zip(forms, held, strict=True) for s in part), offices),
        spellings=_spellings(seen),
        members=tuple(sorted((s.member for s in seen), key=lambda m: (m.document, m.mentions, m.id))),
        joins=joins,
    )


def _name(kind: str, seen: Sequence[_Seen]) -> str:
    """The name that most documents use, of a person one of several words if there is any."""
    names = Counter(s.member.name for s in seen)
    full = {n for n in names if len(parse("PER", n).words) > 1} if kind == "PER" else set()
    return max(full or names, key=lambda n: (names[n], len(n), n))


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
