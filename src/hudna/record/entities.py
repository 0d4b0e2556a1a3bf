"""The entities of a record: those of all documents, one where names, sides and the lexicon say so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern

from hudna.frozen import made_fast
from hudna.reading import Reading, Role
from hudna.reading.foremost import foremost
from hudna.record.events import most_usual
from hudna.record.forms import Form, Page, form_facts, form_of, form_order
from hudna.record.groups import Groups
from hudna.record.identity import ENTITY, is_country, references
from hudna.record.joining import matches
from hudna.record.judgements.bonds import Bond, Bonds, settle, taken_out
from hudna.record.model import Entity, Join, Member, Office, Spelling
from hudna.record.names import parse
from hudna.record.numbered import entity_places
from hudna.record.relations import relations, tenure
from hudna.record.vocabulary import ARTICLE, vocabulary
from hudna.record.workings import number
from hudna.record.workings.codec import pack
from hudna.text import Document, Span

_AFTER = 40  # characters after a title that can tell of its tenure


@made_fast
@dataclass(frozen=True, slots=True)
class Seen:
    """One document's entity; a country that a fact names without a mention has no member."""

    form: Form
    member: Member | None
    label_ar: str | None = None
    label_en: str | None = None
    lexicon: str | None = None
    offices: tuple[Office, ...] = ()
    spellings: tuple[str, ...] = ()
    bonds: tuple[Bond, ...] = ()

    def counts(self) -> Iterator[tuple[str, str]]:
        """What it adds to the counts of its form, each as (what is counted, value)."""
        given = (
            ("name", self.member.name if self.member else None),
            ("label_ar", self.label_ar),
            ("label_en", self.label_en),
            ("lexicon", self.lexicon),
        )
        yield from ((what, value) for what, value in given if value)
        yield from (("written", x) for x in self.spellings)
        yield from (("writer", x) for x in set(self.spellings))
        yield from (("judgement", x) for x in {b.judgement for b in self.bonds})


COUNTED = ("name", "label_ar", "label_en", "lexicon", "written", "writer")
Counts = Mapping[str, Mapping[str, int]]  # what is counted → value → times, over the members of some forms
Bound = Mapping[Form, Sequence[tuple[str, tuple[Bond, ...]]]]  # form → its members that a judgement is about, by id


def resolve(
    forms: Iterable[Form], first: Mapping[Form, str], bound: Bound
) -> list[tuple[list[Form], tuple[Join, ...]]]:
    """The forms of a component in groups that are one entity each, with the evidence.

    Args:
        forms: all of them.
        first: form → the smallest of its members' ids.
        bound: what people decided of their members.

    """
    ordered = sorted((f for f in forms if f.text or not is_country(f.entry)), key=form_order)
    if len(ordered) == 1:
        return [(ordered, ())]
    settled = settle((f, own, bonds) for f in ordered for own, bonds in bound.get(f, ()))
    groups: Groups[Form] = Groups(ordered, form_facts, settled.apart)
    for left, right, join in settled.joins:
        groups.force(left, right)
        groups.note(left, join)
    for left, right, rule, why in matches(ordered, groups):
        if groups.join(left, right):
            groups.note(left, Join(rule, first[left], first[right], why))
    return groups.all()


def ids(groups: Iterable[Sequence[Form]]) -> Iterator[str]:
    """An id for each group of forms of a component: a country's, or of a hash of its lexicon entry, class or names.

    Nothing of a document is in it, so that whoever many reports name keeps the id as reports come and go, and what was
    said of them stays as it is. Names that only a judgement keeps apart are told apart by all that the forms hold.
    """
    given: set[str] = set()
    for forms in groups:
        own = next(mark for mark in _marks(forms) if mark not in given)
        given.add(own)
        yield own


def _marks(forms: Sequence[Form]) -> Iterator[str]:
    """What a group can be known by, what changes least first; groups of other components have none of it."""
    yield from sorted({f.entry for f in forms if is_country(f.entry)})
    yield from sorted({_id("entry", f.type, f.entry) for f in forms if f.entry})
    yield from sorted({_id("class", f.kind) for f in forms if f.kind})
    yield from sorted({_id(*mark) for f in forms if (mark := _named(f))})
    yield from sorted(_id("form", pack(f)) for f in forms)


def _named(form: Form) -> tuple[str, ...] | None:
    """A name as forms meet by it: its scope, or its side and what all its spellings share; None where they do not."""
    if form.entry or not (form.scope or form.name.bones):
        return None
    if form.scope:
        return ("scope", form.type, form.scope, form.apart)
    return ("name", form.type, form.side, str(form.name.generic), form.apart, *form.name.bones)


def _id(*parts: str) -> str:
    return f"{ENTITY}{number(*parts) >> 15:012x}"  # of 63 bits as many as a fact's id has


def _taken_out(form: Form, member: Member) -> Form:
    """The form of a member that somebody decided not to be whom it was taken for, nor so by the lexicon."""
    return replace(form, entry="", kind="", apart=member.id)


# --- what the documents give ---


def seen(document: Document, reading: Reading, line: str, bonds: Bonds) -> Iterator[Seen]:
    """The entities of a document, and the countries that only its facts name.

    Args:
        document: the document.
        reading: its reading.
        line: its lineage.
        bonds: what people decided of its entities.

    """
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
        form, bound = form_of(told, name, spellings, page), bonds.get(own, ())
        form = _taken_out(form, member) if taken_out(bound) else form
        offices = tuple(_office(document, r) for r in told.roles)
        yield Seen(form, member, told.label_ar, told.label_en, told.lexicon, offices, spellings, bound)
    given = {told.id for told in reading.entities}
    for bare in sorted({x for _, x in references(reading) if is_country(x)} - given):
        yield Seen(Form("LOC", bare, "", ""), None)


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


def entity(
    own: str,
    members: Mapping[Form, int],
    counts: Counts,
    *,
    joins: tuple[Join, ...],
    first: Iterable[Seen],
) -> Entity:
    """One entity, without what each document brings: its members and offices.

    Args:
        own: its id.
        members: each of its forms in their order → how many members it has.
        counts: of all members, what ``COUNTED`` names.
        joins: why the forms are one.
        first: of each form, what the first document by name that has it gives.

    """
    known_first = [(s.form, s.member, s.offices) for s in first if s.member]
    entries = sorted({f.entry for f in members if f.entry})
    own_country = next((e for e in entries if is_country(e)), None)
    known = vocabulary().countries.get(own_country) if own_country else None
    sides: Counter[str] = Counter()
    for form, times in members.items():
        if form.side:
            sides[form.side] += times
    kind = next(iter(members)).type
    return Entity(
        id=own,
        type=kind,
        name=known.name if known else _name(kind, counts["name"]),
        label_ar=most_usual(counts["label_ar"]) or (known.name if known else None),
        label_en=most_usual(counts["label_en"]) or (known.english if known else None),
        side=own_country[len("loc.") :] if own_country else foremost(sides),
        lexicon=entries[0] if entries else most_usual(counts["lexicon"]),
        offices=(),
        spellings=_spellings(counts),
        members=(),
        joins=joins,
        relations=relations(((f, m) for f, m, _ in known_first), (o for _, _, held in known_first for o in held)),
    )


def _name(kind: str, names: Mapping[str, int]) -> str:
    """The name that most documents use, of a person one of several words if there is any."""
    full = {n for n in names if len(parse("PER", n).words) > 1} if kind == "PER" else set()
    return max(full or names, key=lambda n: (names[n], len(n), n))


def _spellings(counts: Counts) -> tuple[Spelling, ...]:
    ordered = sorted(counts["written"].items(), key=lambda x: (-x[1], x[0]))
    return tuple(Spelling(text, times, counts["writer"][text]) for text, times in ordered)


def country(own: str) -> Entity:
    """A country that is only named through its people or adjectives."""
    known = vocabulary().countries.get(own)
    iso = own[len("loc.") :]
    return Entity(
        own, "LOC", known.name if known else iso, known.name if known else None, known.english if known else None,
        iso, own, (), (), (), (),
    )  # fmt: skip
