"""What of a document's entity can be compared with those of other documents."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from hudna.frozen import made_fast
from hudna.reading import Entity, Reading
from hudna.record.identity import is_country
from hudna.record.names import Name, nominal, parse, plain
from hudna.record.vocabulary import bare, body_class, vocabulary

_PLACES = frozenset({"LOC", "FAC"})
_COMMON = 2  # words of a personal name that say little where all are Arabic names that many bear


@made_fast
@dataclass(frozen=True, slots=True)
class Form:
    """An entity as a document gives it; equal forms of several documents are one from the start.

    Attributes:
        type: PER, ORG, LOC or FAC.
        entry: its id in the lexicon, or a country's id, or ""; a bare name has none, it means another body elsewhere.
        text: its longest name, folded.
        side: whose it is, or "".
        kind: «army of ARM»: a class of body of which a side has one, or "".
        scope: to what a name is held that leaves open who is meant: a lineage and itself («الوزارة», «محمد»), or an
            entry of the lexicon and a country («التحالف», «خط الجبهة»); or "".
        offices: the titles that the document gives the person, folded.
        on: the country that the document is on, for persons and bodies, or "".
        bare: of a body's name that is but a common noun («قوات التحالف») that noun, or "".
        apart: id of a member that somebody decided not to belong to its group, which then has a form of its own, or "".

    """

    type: str
    entry: str
    text: str
    side: str
    kind: str = ""
    scope: str = ""
    offices: frozenset[str] = frozenset()
    on: str = ""
    bare: str = ""
    apart: str = ""

    name: Name = field(init=False, compare=False, repr=False)  # the name taken apart
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Take the name apart, and count the hash, once: forms are held against each other over and over."""
        object.__setattr__(self, "name", parse(self.type, self.text))
        held = (self.type, self.entry, self.text, self.side, self.scope, self.offices, self.on, self.apart)
        object.__setattr__(self, "_hash", hash(held))

    def __hash__(self) -> int:
        """That of the values."""
        return self._hash

    @property
    def nouns(self) -> frozenset[str]:
        """The words of a body's name without article, its head nouns among them, in one spelling."""
        return frozenset(nominal(bare(w)) for w in self.text.split())


class Match(NamedTuple):
    """Two forms to join, the rule that says so and the evidence."""

    left: Form
    right: Form
    rule: str
    why: str


@made_fast
@dataclass(frozen=True, slots=True)
class Page:
    """What a document says about all its entities: its lineage, and the countries that it tells most of as one word."""

    line: str
    on: str

    @classmethod
    def of(cls, reading: Reading, line: str) -> Self:
        """The page of a reading."""
        lands = {e.id: e.id if is_country(e.id) else f"loc.{e.side}" for e in reading.entities if e.type in _PLACES}
        counts = Counter(land for m in reading.mentions if is_country(land := lands.get(m.entity, "")))
        most = max(counts.values(), default=0)
        return cls(line, " ".join(sorted(c[len("loc.") :] for c, n in counts.items() if n == most)))


def form_of(told: Entity, name: str, spellings: Iterable[str], page: Page) -> Form:
    """The form of an entity.

    Args:
        told: as the reading has it.
        name: its longest name as written.
        spellings: all its mentions as written.
        page: its document.

    """
    text = plain(name)
    parsed = parse(told.type, text)
    of = {r.of for r in told.roles if r.of}
    side = told.side or (min(of) if len(of) == 1 else "") or (parsed.state if told.type == "ORG" else "") or ""
    offices = frozenset(plain(r.title) for r in told.roles)
    entry = told.id if is_country(told.id) else told.lexicon or ""
    kind = noun = scope = ""
    if told.type == "ORG":
        kind = _kind((text, *map(plain, spellings)), side)
        noun = _noun(parsed, entry) if not side else ""
        entry, scope = ("", _scope(entry, text, page)) if noun else (entry, "")
    elif (
        not side
        and not is_country(entry)
        and (parsed.generic or (told.type == "PER" and not offices and _common(parsed)))
    ):
        entry, scope = (entry, "") if told.type == "PER" and entry else ("", _scope(entry, text, page))
    on = page.on if told.type in {"PER", "ORG"} else ""
    return Form(told.type, entry, text, side, kind, scope, offices, on, noun)


def _scope(entry: str, text: str, page: Page) -> str:
    return f"{entry} in reports on {page.on}" if entry else f"«{text}» in lineage {page.line}"


def _kind(names: Iterable[str], side: str) -> str:
    """The class of which its side has one: of a body's names the first that denotes any tells."""
    own = next((c for text in names if (c := body_class(text))), None) if side else None
    return f"{own} of {side}" if own else ""


def _noun(name: Name, entry: str) -> str:
    """The noun that a body's bare name is, which leaves open what body; "" of any other name."""
    noun = name.words[-1] if name.words and name.generic and not name.state else ""
    return "" if entry and noun not in vocabulary().parties else noun


def form_order(form: Form) -> tuple[str, str, str, int, str, str, str, list[str], str]:
    """The order in which forms are taken: those of a lexicon entry last, fuller names before shorter ones."""
    words = -len(form.name.words)
    return (form.apart, form.type, form.entry, words, form.text, form.side, form.scope, sorted(form.offices), form.on)


def form_facts(form: Form) -> dict[str, str]:
    """What must not differ within one entity."""
    facts = {"entry": form.entry, "type": form.type, "kind": form.kind}
    if not form.entry:
        facts |= {"side": form.side, "head": form.name.head}
    return {field: value for field, value in facts.items() if value}


def _common(name: Name) -> bool:
    """Whether a personal name is one that many bear: one Arabic word, or two Arabic given names."""
    if len(name.words) < _COMMON:
        return all(bone.startswith("=") for bone in name.bones)
    return len(name.words) == _COMMON and set(name.words) <= vocabulary().voweled_names
