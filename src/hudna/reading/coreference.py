"""Which mentions of one document mean the same entity."""

from collections.abc import Iterable

from hudna.reading.armed_name import short_groups, with_branches
from hudna.reading.bodies import body_keys, with_sides
from hudna.reading.body_words import without_epithets, without_unheld, written
from hudna.reading.capital import governments
from hudna.reading.home import home_of
from hudna.reading.known import MEDIA
from hudna.reading.label import english_name
from hudna.reading.model import Entity, Mention, Role
from hudna.reading.office import Held
from hudna.reading.realm import with_realms
from hudna.reading.scene import Found, Scene, is_country
from hudna.reading.short_name import with_short_names
from hudna.reading.slip import Spellings
from hudna.reading.territory import with_employers, with_territory

_WINDOW = 60  # mentions before a facility among which it may have been named more fully


class Casting:
    """The mentions of one document gathered into entities.

    Attributes:
        found: all mentions in the order of the text, later short forms of names included.
        ids: for each of them the id of its entity.
        entities: the entities by first mention.
        mentions: the mentions with their characters.
        held: the office phrases of the document.
        at: the entity of the mention that begins at a token.
        outlets: the entities that are news agencies, channels, newspapers and the like.
        holders: the mentions with an office, and their entities.

    """

    def __init__(self, scene: Scene, found: Iterable[Found], held: Iterable[Held]) -> None:
        """Gather ``found`` into entities; ``held`` gives persons their offices."""
        self.scene = scene
        self.held = tuple(held)
        apart = _apart(found)
        apart = sorted([*apart, *short_groups(scene, apart)], key=lambda f: f.first)
        named = with_short_names(scene, without_unheld(scene, without_epithets(apart)))
        self.found = with_realms(scene, named)
        keys = self._keys()
        own = [key for key in dict.fromkeys(keys) if not is_country(key)]
        names = {key: key for key in keys} | {key: f"e{n}" for n, key in enumerate(own, 1)}
        self.ids = [names[key] for key in keys]
        self._by_entity: dict[str, list[Found]] = {}
        for f, i in zip(self.found, self.ids, strict=True):
            self._by_entity.setdefault(i, []).append(f)
        self.at = {f.first: i for f, i in zip(self.found, self.ids, strict=True)}
        told = zip(self.found, self.ids, strict=True)
        self.outlets = frozenset(i for f, i in told if self._is_outlet(f))
        self.holders = [(f, i) for f, i in zip(self.found, self.ids, strict=True) if f.office is not None]
        page = scene.page
        self.mentions = tuple(
            Mention(page.span(f.first, f.last, f.cut), i, f.rule) for f, i in zip(self.found, self.ids, strict=True)
        )
        self.entities = tuple(self._entity(i) for i in names.values())
        self._by_id = {e.id: e for e in self.entities}

    def of(self, entity: str) -> list[Found]:
        """The mentions of an entity."""
        return self._by_entity.get(entity, [])

    def body(self, kind: str, side: str | None) -> str | None:
        """The first body of a kind that the document names of a side."""
        told = zip(self.found, self.ids, strict=True)
        return next((i for f, i in told if f.kind == kind and f.side == side), None)

    def type_of(self, entity: str) -> str | None:
        """Whether an entity is PER, ORG, LOC or FAC."""
        return "LOC" if is_country(entity) else self._by_id[entity].type if entity in self._by_id else None

    def _is_outlet(self, f: Found) -> bool:
        """Whether a mention names an outlet: by its entry, or by the noun that it has at its head («موقع X»)."""
        if f.entry is not None:
            return f.entry.get("kind") in MEDIA
        heads = (h for k in (f.first, f.first - 1) if (h := self.scene.layer_hit(k, "body")) is not None)
        return f.type == "ORG" and any(s.entry.get("media") for h in heads for s in h.senses)

    def side_of(self, entity: str) -> str | None:
        """The state or party an entity belongs to."""
        return entity[4:] if is_country(entity) else self._by_id[entity].side if entity in self._by_id else None

    def _keys(self) -> list[str]:
        self._governments = governments(self.scene, self.found)
        home = home_of(self.scene, self.found)
        self.found = with_branches(self.scene, self.found, home)
        persons, bodies = _Persons(self.scene, self.found), body_keys(self.scene, self.found, home)
        self.found = with_territory(self.scene, with_sides(self.scene, self.found, bodies), home)
        self.found = with_employers(self.scene, self.found)
        return [
            persons.key(n) if f.type == "PER" else bodies[n] if f.type == "ORG" else self._place_key(n)
            for n, f in enumerate(self.found)
        ]

    def _place_key(self, n: int) -> str:
        f = self.found[n]
        if f.entry is not None:
            return "city:" + f.entry.id if f.field == "capital" and n not in self._governments else f.entry.id
        words = written(self.scene, f)
        for m in range(n - 1, max(-1, n - _WINDOW), -1) if f.type == "FAC" else ():
            shared = written(self.scene, self.found[m]) if self.found[m].type == "FAC" else ()
            if min(len(shared), len(words)) > 1 and shared[: len(words)] == words[: len(shared)]:
                return self._place_key(m)
        return f"{f.type}:{' '.join(words)}"

    def _entity(self, entity: str) -> Entity:
        held = self.of(entity)
        page = self.scene.page
        best = max(held, key=lambda f: (not f.bare, f.last - f.first))
        entry = next((f.entry for f in held if f.entry is not None), None)
        side = entity[4:] if is_country(entity) else next((f.side for f in held if f.side), None)
        name = page.raw(best.first, best.last, best.cut)
        if best.cut and name.startswith("ل") and self.scene.form(best.first)[best.cut - 1] == "ل":
            name = "ا" + name  # «للجيش»: the article stands whole again
        roles = tuple(
            Role(
                page.raw(f.office.first, f.office.last, f.office.cut),
                f.office.of,
                page.span(f.office.first, f.office.last, f.office.cut),
            )
            for f in held
            if f.office is not None
        )
        capital = entry is not None and best.field == "capital" and not is_country(entity)
        label_en = (
            entry.get("en") if entry and not capital else english_name(self.scene, best) if best.type == "PER" else None
        )
        label_ar = (entry.get("names") or [name])[0] if entry and not capital else name
        return Entity(
            entity, best.type, name, label_ar, label_en, side, roles, None if entry is None or capital else entry.id
        )


def _apart(found: Iterable[Found]) -> list[Found]:
    """Mentions in the order of the text; of two that overlap the longer one."""
    out: list[Found] = []
    for f in sorted(found, key=lambda f: (f.first, -f.last)):
        if not out or f.first >= out[-1].last:
            out.append(f)
    return out


class _Persons:
    """Names of persons gathered by their parts."""

    def __init__(self, scene: Scene, found: list[Found]) -> None:
        self.scene = scene
        self.of: dict[int, str] = {}
        people = _Names()
        order = sorted(
            (n for n, f in enumerate(found) if f.type == "PER"), key=lambda n: found[n].first - found[n].last
        )
        for n in order:
            f = found[n]
            parts = self._parts(f)
            key = f.entry.id if f.entry is not None else people.find(parts) or "PER:" + " ".join(parts)
            people.add(parts, key)
            self.of[n] = key

    def key(self, n: int) -> str:
        return self.of[n]

    def _parts(self, f: Found) -> list[str]:
        forms = [
            self.scene.form(k)[f.cut if k == f.first else 0 :]
            for k in range(f.first, f.last)
            if self.scene.page.is_word(k)
        ]
        text = " ".join(forms).replace("عبد ", "عبد").replace("ابو ", "ابو").replace(" الله", "الله")
        return text.split()


class _Names:
    """Names of persons by their parts, so that a document of many persons costs no more for each."""

    def __init__(self) -> None:
        self._held: list[tuple[frozenset[str], str]] = []
        self._with: dict[str, list[int]] = {}
        self._first: dict[str, list[int]] = {}
        self._last: dict[str, int] = {}
        self._spellings = Spellings()
        self._ends: dict[tuple[str, str], int] = {}
        self._known: set[tuple[str, ...]] = set()

    def add(self, parts: list[str], key: str) -> None:
        """Remember a name and whom it means, unless the same name is known."""
        if tuple(parts) in self._known:
            return
        self._known.add(tuple(parts))
        number = len(self._held)
        self._held.append((frozenset(parts), key))
        for part in dict.fromkeys(parts):
            self._with.setdefault(part, []).append(number)
        self._first.setdefault(parts[0], []).append(number)
        self._last.setdefault(parts[-1].removeprefix("ال"), number)
        self._spellings.add(parts[-1].removeprefix("ال"))
        self._ends.setdefault((parts[0], parts[-1]), number)

    def find(self, parts: list[str]) -> str | None:
        """Whom a name means: the first that ends in its one word, has all its words, or begins and ends alike.

        Where nobody is called so exactly, a family name may have a slip of spelling, and a given name that one person
        bears is his.
        """
        if len(parts) == 1:
            found = [self._last.get(form) for form in (parts[0], parts[0].removeprefix("ال"))]
            if found == [None, None]:
                found = [self._last[name] for name in self._spellings.like(parts[0])]
                bearers = {self._held[n][1] for n in self._first.get(parts[0], ())}
                found += self._first[parts[0]] if len(bearers) == 1 else []
        else:
            rarest = min((self._with.get(part, []) for part in parts), key=len)
            found = [
                next((n for n in rarest if self._held[n][0].issuperset(parts)), None),
                self._ends.get((parts[0], parts[-1])),
            ]
        number = min((n for n in found if n is not None), default=None)
        return None if number is None else self._held[number][1]
