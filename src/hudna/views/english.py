"""The names that people are shown: Arabic ones, and English ones for what the lexicon names in Arabic only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from hudna.lexicon import load
from hudna.record import Entity
from hudna.text import fold

_IN = "في"  # «وزارة الدفاع في أرمينيا»
_ARTICLE = "ال"
_FEMININE = "ه"  # ta marbuta, folded


@dataclass(frozen=True, slots=True)
class State:
    """How a state is named: in Arabic, in English, and the folded words that say that something is its own."""

    ar: str
    en: str
    words: frozenset[str]


@cache
def states() -> Mapping[str, State]:
    """The states of the lexicon by ISO 3166-1 alpha-3 code."""
    entries = (e for e in load("ar").known_names() if e.id.startswith("loc.") and e.id[4:].isupper() and e.get("nisba"))
    return {e.id[4:]: _state(e.data) for e in entries}


@cache
def bodies() -> Mapping[str, tuple[str, str | None]]:
    """The Arabic and English name of the first body of the lexicon that acts for a side which is no state."""
    entries = (e for e in load("ar").known_names() if e.get("type") == "ORG" and e.get("side"))
    held = [(str(e.get("side")), (str(e.data["names"][0]), e.get("en"))) for e in entries]
    return dict(reversed(held))


def arabic(entity: Entity) -> str:
    """The Arabic name of an entity: of the lexicon, else as the documents write it.

    A place is named without the state that only tells it from namesakes, a body of a state with it: not «الجيش».
    """
    label = entity.label_ar or entity.name
    if entity.type in ("LOC", "FAC"):
        head, _, last = fold(label).rpartition(" ")
        short = next((s.text for s in entity.spellings if fold(s.text) == head), None)
        return short if short and any(last in state.words for state in states().values()) else label
    state = states().get(entity.side or "")
    if entity.type == "ORG" and state and fold(label) in _heads():
        full = (s.text for s in entity.spellings if state.words & set(fold(s.text).split()))
        return next(full, f"{label} ({state.ar})")
    return label


def english(entity: Entity) -> str | None:
    """The English name of an entity: of the lexicon, else made of what its Arabic names say; None where neither is."""
    names = [fold(n) for n in (entity.name, *(s.text for s in entity.spellings))]
    if entity.label_en is None and entity.type == "ORG" and not entity.side:
        return next((_heads()[n] for n in names if n in _heads()), None)
    if entity.label_en or not entity.side or entity.side not in states():
        return entity.label_en
    if entity.type == "LOC":
        return next((_cities()[entity.side, n] for n in names if (entity.side, n) in _cities()), None)
    return _body(names, states()[entity.side]) if entity.type == "ORG" else None


def _body(names: Iterable[str], state: State) -> str | None:
    """«وزارة الدفاع الأرمينية» -> "Ministry of Defence of Armenia"; the longest head of any of the names counts."""
    found = [(len(head), en) for n in names for head, en in _heads().items() if _is_of(n, head, state)]
    article = "the " if state.en.split()[0] in _table()["with_article"] else ""
    return f"{max(found)[1]} of {article}{state.en}" if found else None


def _is_of(name: str, head: str, state: State) -> bool:
    if not (name == head or name.startswith(f"{head} ")):
        return False
    rest = name[len(head) :].removeprefix(f" {_IN}").strip()
    return not rest or rest in state.words


def _state(data: Mapping[str, Any]) -> State:
    nisbas = {fold(n) for n in data["nisba"]}
    formed = {f"{article}{n}{end}" for n in nisbas for article in ("", _ARTICLE) for end in ("", _FEMININE)}
    names = {fold(n) for n in (*data["names"], *data.get("capital", ()))}
    return State(str(data["names"][0]), str(data["en"]), frozenset(names | formed))


@cache
def _cities() -> Mapping[tuple[str, str], str]:
    return {(c["side"], fold(n)): c["en"] for c in _table()["cities"] for n in c["names"]}


@cache
def _heads() -> Mapping[str, str]:
    return {fold(h): b["en"] for b in _table()["bodies"] for h in b["heads"]}


@cache
def _table() -> Mapping[str, Any]:
    text = resources.files("hudna.views").joinpath("english.yaml").read_text("utf-8")
    held: Mapping[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 both safe
    return held
