"""Which names of bodies in one document mean the same body."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from hudna.lexicon import Entry
from hudna.reading.body_words import INSURGENT, meant_kinds, stem, written
from hudna.reading.finite import says
from hudna.reading.foremost import foremost
from hudna.reading.homeland import (
    GROUPS,
    embattled,
    is_armed_group,
    is_civil,
    local_state,
    may_be_of,
    nation_behind,
    nations,
    speaking_side,
)
from hudna.reading.patron import PATRON_REACH
from hudna.reading.scene import Found, Scene, is_state
from hudna.reading.territory import usual
from hudna.text import fold

PARTIES = frozenset(
    {"opposition", "coalition", "separatists", "rebels", "resistance"}
)  # classes of no state, as «party» in bodies.yaml
FOREIGN = frozenset({"international-forces", "peacekeepers"})  # classes of no state, and of missions by name
LOYAL = "loyal"  # class of «القوات الموالية»
_FOREMOST = 2  # times as often as the next group one must be named to be the fighters whom the text is about
_WINDOW = 120  # mentions before or after among which a head noun alone is resolved
_WITH_NATION = 2  # words of a noun for groups with the adjective of a nation
_SAYS = 3  # words back from a body to the verb by which it speaks
_TOWNS = 3  # mentions behind a body among which the town is sought where it acts
_AT_HOME = frozenset({"police", "local-police", "security-forces", "authorities"})  # classes that act in their own land
_LEAST = 3  # places in a state without which a report is on nobody's soil


def body_keys(scene: Scene, found: list[Found], home: str | None) -> dict[int, str]:
    """For the number of each body among ``found`` the key of its entity; ``home`` is the state the text is about."""
    bodies = _Bodies(scene, found, home)
    for n, f in enumerate(found):
        if f.type == "ORG":
            bodies.add(n, f)
    return bodies.keys


class _Bodies:
    """The bodies of a document, gathered in the order of the text.

    Attributes:
        keys: the key of the entity of each body so far, by its number among the mentions.

    """

    def __init__(self, scene: Scene, found: list[Found], home: str | None) -> None:
        self.scene = scene
        self.found = found
        self.keys: dict[int, str] = {}
        self.words = {n: written(scene, f) for n, f in enumerate(found) if f.type == "ORG"}
        self.numbers = list(self.words)
        self.home = home
        self.embattled = embattled(scene, found)
        self.usual = usual(scene.page.document.language)
        self.listed = {(f.kind, f.side): f.entry.id for f in reversed(found) if f.entry is not None and f.kind}
        self.foremost = _foremost(found)
        self.parties = {f.side: f.entry.id for f in reversed(found) if f.type == "ORG" and f.entry and f.side}
        self.before: list[int] = []
        self.sides: dict[int, str | None] = {}  # of the bodies so far

    def add(self, n: int, f: Found) -> None:
        """Give body ``n`` the key of the entity that it means."""
        self.keys[n] = self._listed_key(n, f.entry) if f.entry is not None else self._key(n, f)
        self.before.append(n)
        self.sides[n] = f.side or _side_of_key(self.keys[n], {})

    def _listed_key(self, n: int, entry: Entry) -> str:
        """The key of a listed body: one of a kind («التحالف») is that of the kind named nearest before, else first."""
        kind = entry.get("any_of")
        if not kind:
            return entry.id
        nearest = (*reversed(self.before[-_WINDOW:]), *(m for m in self.numbers if m > n))
        entries = (e for m in nearest if (e := self.found[m].entry) is not None)
        meant = next((e for e in entries if e.get("kind") == kind and not e.get("any_of")), None)
        return entry.id if meant is None else meant.id

    def _key(self, n: int, f: Found) -> str:
        if f.field == "land":
            return f"body:{f.kind}:{self.home}"
        if f.kind == LOYAL and f.side in self.parties:
            return self.parties[f.side]
        if (meant := self._called_by_nation(n, f) or self._meant_alone(n, f)) is not None:
            return meant
        if f.kind == LOYAL and (backed := self._backed(n)) is not None:
            return f"body:{LOYAL}-{backed}:{f.side}"
        side = f.side or (self._side(n, f) if f.bare and f.kind not in PARTIES | FOREIGN else None)
        if f.kind and (side or f.bare):
            return self.listed.get((f.kind, side)) or f"body:{f.kind}:{side}"
        alike = next((m for m in reversed(self.before[-_WINDOW:]) if self._is_alike(n, m)), None)
        return f"ORG:{f.kind}:{' '.join(self.words[n])}" if alike is None else self.keys[alike]

    def _meant_alone(self, n: int, f: Found) -> str | None:
        """The key of what a head noun alone means; None for other names."""
        return self._civil(f) or self._foe(n, f) or self._meant(n, f) if f.bare else None

    def _called_by_nation(self, n: int, f: Found) -> str | None:
        """The key of the group named last that a noun for groups with its nation means: «الحركة الأفغانية».

        None where its names tell another nation, or the noun is for no such group.
        """
        told = is_state(f.side) and len(self.words[n]) == _WITH_NATION and nation_behind(self.scene, f.first + 1)
        hit = self.scene.layer_hit(f.first, "body") if told and not f.kind else None
        kinds = frozenset(hit.senses[0].entry.get("means") or ()) if hit is not None else frozenset()
        near = [m for m in reversed(self.before[-_WINDOW:]) if self._is_listed_group(m)] if kinds else []
        meant = (m for m in near if (e := self.found[m].entry) is not None and e.get("kind") in kinds)
        last = next((m for m in meant if self._called_so(f, self.words[n][:1], m)), None)
        return self.keys[last] if last is not None and self._may_be_of(last, f.side) else None

    def _backed(self, n: int) -> str | None:
        """The last name of him to whom a force is loyal: «القوات الموالية لفلان» are not those of another."""
        behind = self.found[n + 1] if n + 1 < len(self.found) else None
        person = behind is not None and behind.type == "PER" and behind.first - self.found[n].last <= PATRON_REACH
        return self.scene.form(behind.last - 1) if behind is not None and person else None

    def _civil(self, f: Found) -> str | None:
        """The key of «القوات الحكومية» where the report names armies of several states; None for no such forces."""
        if not is_civil(self.scene, f):
            return None
        if self.home and any(self.home in (o.entry.get("fights_in") or ()) for o in self.found if o.entry is not None):
            return self._of_state(f, self.home)  # «سوات الباكستانية … طالبان»
        armies = {o.side for o in self.found if o.kind == f.kind and o.side is not None}
        state = self.embattled if armies - {self.embattled} or self.home != self.embattled else None
        return None if state is None else self._of_state(f, state)

    def _foe(self, n: int, f: Found) -> str | None:
        """The key of «الجيش» in what a group says: the army of its nation, if its names tell that alone."""
        side = speaking_side(self.scene, self.found, n, self.sides) if f.kind == "army" else None
        group = self.parties.get(side) if side is not None and not is_state(side) else None
        states = nations(self.scene.page.document.language, group) if group is not None else frozenset()
        armies = {self.sides[m] for m in self.before if self.found[m].kind == f.kind and is_state(self.sides[m])}
        other = len(armies) == 1 and not armies & states  # «طالبان باكستان» fights another army in this report
        return self._of_state(f, next(iter(states))) if len(states) == 1 and not other else None

    def _of_state(self, f: Found, state: str) -> str:
        return self.listed.get((f.kind, state)) or f"body:{f.kind}:{state}"

    def _nation(self, f: Found) -> str | None:
        """Of which nation rebels are told to be that are only called so: «المتمردين | التشاديين»; None for no such."""
        return nation_behind(self.scene, f.last) if f.kind == "rebels" else None

    def _is_alike(self, n: int, m: int) -> bool:
        """Whether of two names one goes on where the other ends, or has only a head noun more."""
        words, shared = self.words[n], self.words[m]
        if min(len(shared), len(words)) > 1 and shared[: len(words)] == words[: len(shared)]:
            return True
        return self._is_short(n, m) or self._is_short(m, n)

    def _is_short(self, n: int, m: int) -> bool:
        """Whether a group's name alone is that of another behind its head noun: «كوداي» and «ميليشيا كوداي»."""
        if not (self.found[n].rule == self.found[m].rule == "mention.named-body"):
            return False
        return len(self.words[m]) == len(self.words[n]) + 1 and self.words[m][1:] == self.words[n]

    def _meant(self, n: int, f: Found) -> str | None:
        """The key of the entity that a head noun alone means: one named before, else the one party of the land."""
        meant = self._antecedent(n, f)
        if meant is not None:
            entry = self.found[meant].entry
            return self.keys[meant] if entry is None else self._listed_key(meant, entry)
        if (nation := self._nation(f)) is not None:
            return f"ORG:{f.kind}:{nation}"  # «المتمردين التشاديين» beside a group of another nation
        known = None if f.side or self.home is None else self.usual.get((f.kind, self.home))
        return known[0] if known else None

    def _side(self, n: int, f: Found) -> str | None:
        """The state of a head noun alone: the sentence's, the document's home, or the next such body's."""
        here = None if f.field == "own" else self._led(n, f) or self._local(n) or self._town(n, f) or self._at_odds(n)
        same = (o for o in self.found[n + 1 : n + _WINDOW] if o.kind == f.kind and o.side and not o.bare)
        return here or self.home or self._soil(f) or next((o.side for o in same), None)

    def _soil(self, f: Found) -> str | None:
        """The state in which most places of a report lie, whose army «الجيش» is, though another's is named later."""
        towns = (o for o in self.found if o.type in ("LOC", "FAC") and is_state(o.side))
        counts = Counter(o.side for o in towns)
        side = foremost(counts)
        return side if counts[side] >= _LEAST and f.kind == "army" else None

    def _local(self, n: int) -> str | None:
        return local_state(self.scene, self.found, n, self.home)

    def _speaking(self, n: int, near: list[int]) -> str | None:
        """The state that speaks in the sentence, if ``near`` has such a body of it: «قال مسؤول تركي إن | الجيش …»."""
        state = speaking_side(self.scene, self.found, n, self.sides)
        told = any(self.found[m].kind == self.found[n].kind and self.sides[m] == state for m in near)
        return state if state is not None and told else None

    def _led(self, n: int, f: Found) -> str | None:
        """The state of who orders «الجيش» right behind his name, or speaks of it where no other state's army is named.

        «أمر الرئيس فلان | الجيش ب…», «قال الوزير الكولومبي إن مسلحين قدموا من فنزويلا وهاجموا | الجيش».
        """
        if f.kind != "army":
            return None
        before = self.found[n - 1] if n else None
        if before is not None and before.type == "PER" and before.last == f.first and is_state(before.side):
            return before.side
        state = speaking_side(self.scene, self.found, n, self.sides)
        others = any(o.kind == f.kind and o.side not in (None, state) for o in self.found)
        return state if is_state(state) and not others else None

    def _at_odds(self, n: int) -> str | None:
        """The state that speaks in the sentence, if the headline names it beside another: there «الجيش» is its own."""
        page = self.scene.page
        first, last, _ = page.sentences[0]
        named = {o.side for o in self.found if first <= o.first < last and o.type in ("LOC", "PER")}
        named |= {nation_behind(self.scene, k) for k in range(first, last)}
        states = {side for side in named if is_state(side)}
        state = speaking_side(self.scene, self.found, n, self.sides)
        return state if state in states and len(states) > 1 and page.sentence_of[self.found[n].first] > 0 else None

    def _town(self, n: int, f: Found) -> str | None:
        """The state of the town that opens the sentence of who acts at home: «وفي ديار بكر فرقت | الشرطة …»."""
        first = self.scene.page.sentences[self.scene.page.sentence_of[f.first]].first
        before = next((o for o in self.found[max(n - _TOWNS, 0) : n] if o.first >= first), None)
        if before is None or f.kind not in _AT_HOME or before.type not in ("LOC", "FAC"):
            return None
        opens = self.scene.form(first).removeprefix("و") == "في" and before.first - first <= _TOWNS
        return before.side if opens and is_state(before.side) else None

    def _at_home(self, n: int, f: Found) -> str | None:
        """The state in whose town «الجيش» deploys, if its army is named too: «حشد | الجيش دبابات في العريش»."""
        sentence, page = self.scene.page.sentence_of, self.scene.page
        if f.kind != "army" or not any(s.entry.get("event") == "MOBILIZE" for s in page.layer(f.first - 1, "event")):
            return None
        behind = (o for o in self.found[n + 1 : n + _TOWNS] if sentence[o.first] == sentence[f.first])
        town = next((o for o in behind if o.type in ("LOC", "FAC")), None)
        if town is None or self.scene.form(town.first - 1) != "في":
            return None
        armies = {self.sides[m] for m in self.before[-_WINDOW:] if self.found[m].kind == f.kind}
        return town.side if town.side in armies else None

    def _antecedent(self, n: int, f: Found) -> int | None:
        """The number of the body that a head noun alone means: by its class, else by the noun, the nearest before."""
        if f.kind in FOREIGN or self._is_of_mission(n, f):
            return self._mission(f)
        if self.scene.form(f.last) in self.scene.words.belonging and self.scene.form(f.last + 1).startswith("ل"):
            return None  # «الميليشيا التابعة لفلان»
        party = f.kind in PARTIES
        words = self._nouns(n)[-1:] if party else self.words[n]  # «قيادة قوات التحالف الدولية»
        near = self.before[-_WINDOW:]
        own = party or f.field == "own"
        here = None if own else self._speaking(n, near) or self._led(n, f) or self._local(n)
        here = here or (None if own else self._at_home(n, f) or self._town(n, f))
        if f.kind and here is not None:
            near = [m for m in near if self.found[m].side in (None, here)]
        if self._has_fighters(f):
            near = [m for m in near if self._is_listed_group(m)] or near
        whole = self.words[n] if len(self.words[n]) > 1 else None  # «الجيش الوطني» of «الجيش الوطني السوري»
        nation = self._nation(f)
        near = [m for m in near if self._may_be_of(m, nation)]
        longer = (m for m in reversed(near) if whole and self.words[m][: len(whole)] == whole)
        if (meant := next(longer, None)) is not None:
            return meant
        for test in (self._same_head, self._same_class, self._same_word, self._called_so, self._meant_so):
            alike = (m for m in reversed(near) if test(f, words, m))
            if (meant := next(alike, None)) is not None:
                return next((m for m in (meant, *alike) if self._speaks(m)), meant) if self._speaks(n) else meant
        if party:
            later = (m for m in self.numbers if m > n and self.found[m].entry is not None)
            called = self._one_group(near) if f.kind in INSURGENT else None
            called = called or next((m for m in later if self._called_so(f, words, m)), None)
            fighters = self._fighters() if called is None and f.kind in INSURGENT else called
            return fighters if fighters is None or self._may_be_of(fighters, nation) else None
        return None

    def _is_of_mission(self, n: int, f: Found) -> bool:
        """Whether a force of many states owns the troops named right before it: «القوات البرية | للتحالف»."""
        behind = self.found[n + 1] if n + 1 < len(self.found) else None
        return behind is not None and behind.first == f.last and behind.kind in FOREIGN

    def _speaks(self, n: int) -> bool:
        """Whether a verb of saying stands before body ``n``: of two armies the one that spoke before goes on."""
        first = self.found[n].first
        near = range(first - 1, first - 1 - _SAYS, -1)  # «قال المتحدث باسم | الجيش», «ذكر بيان | للجيش»
        return any(says(self.scene.page, k) for k in near)

    def _may_be_of(self, m: int, nation: str | None) -> bool:
        """Whether body ``m`` may be of a nation: by the adjective behind it, a listed group by its names."""
        entry = self.found[m].entry
        beside = nation_behind(self.scene, self.found[m].last) if nation is not None else None
        if beside is not None or nation is None or entry is None:
            return beside in (None, nation)
        return may_be_of(self.scene.page.document.language, entry.id, nation)

    def _has_fighters(self, f: Found) -> bool:
        """Whether fighters stand in construct with a noun for a body, which then bears arms: «مقاتلو | الحزب»."""
        return any(s.entry.get("armed") and not s.definite for s in self.scene.page.layer(f.first - 1, "crowd"))

    def _is_listed_group(self, m: int) -> bool:
        """Whether a body named before is listed as an armed group."""
        entry = self.found[m].entry
        return entry is not None and entry.get("kind") in GROUPS

    def _one_group(self, near: list[int]) -> int | None:
        """The one armed group without a state that is named so far, None where none or several are."""
        groups = [m for m in near if self._is_listed_group(m) and not is_state(self.found[m].side)]
        return groups[-1] if len({self.keys[m] for m in groups}) == 1 else None

    def _nouns(self, n: int) -> tuple[str, ...]:
        """The words of a body without its adjectives at the end."""
        words = self.words[n]
        while len(words) > 1 and "ال" + words[-1] in self.scene.words.qualifiers:
            words = words[:-1]
        return words

    def _mission(self, f: Found) -> int | None:
        """The force of many states named last: by its class, or a mission of the lexicon («إيساف»)."""
        near = self.before[-_WINDOW:]
        named = (m for m in reversed(near) if self.found[m].kind == f.kind or _is_mission(self.found[m].entry))
        return next(named, None)

    def _fighters(self) -> int | None:
        """The armed group that the document is about, else whom it last called rebels or separatists.

        Where that is named only later, the last other that was named before is meant rather.
        """
        if self.foremost is not None:
            groups = [m for m in self.before if (e := self.found[m].entry) is not None and is_armed_group(e)]
            return groups[-1] if groups and self.foremost not in self.before else self.foremost
        return next((m for m in reversed(self.before[-_WINDOW:]) if self.found[m].kind in INSURGENT), None)

    def _same_head(self, f: Found, words: tuple[str, ...], m: int) -> bool:
        """Whether a noun alone heads the other's name: «الجيش» is rather «الجيش الإثيوبي» than «القوات الإريترية»."""
        alone = bool(f.kind) and self.found[m].kind == f.kind and len(words) == 1
        return alone and self.words[m][:1] == words

    def _same_class(self, f: Found, words: tuple[str, ...], m: int) -> bool:
        kind = self.found[m].kind
        return (bool(f.kind) and kind == f.kind) or (words == ("وزاره",) and kind.endswith("-ministry"))

    def _same_word(self, f: Found, words: tuple[str, ...], m: int) -> bool:
        """Whether the noun stands in the other name as written; that of a state's body at its head."""
        other, named = self.found[m], [stem(w) for w in self.words[m]]
        if f.kind and f.kind not in PARTIES:
            return not other.kind and named[: len(words)] == [stem(w) for w in words]
        return not (f.kind and other.kind) and all(stem(w) in named for w in words)

    def _called_so(self, f: Found, words: tuple[str, ...], m: int) -> bool:
        """Whether one of the names that the lexicon has for the other holds the noun."""
        entry = self.found[m].entry
        if entry is None or (f.kind and f.kind not in PARTIES):
            return False
        return all(stem(w) in _named_words(entry) for w in words)

    def _meant_so(self, f: Found, _: tuple[str, ...], m: int) -> bool:
        """Whether the other is a listed name of a kind that the noun means: «التنظيم» for any armed group."""
        entry = self.found[m].entry
        return entry is not None and entry.get("kind") in meant_kinds(self.scene, f)


def _is_mission(entry: Entry | None) -> bool:
    return entry is not None and entry.get("kind") == "mission"


def _foremost(found: list[Found]) -> int | None:
    """The number of the first mention of the one armed group that a document is about; None where none stands out."""
    told = [(n, f.entry) for n, f in enumerate(found) if f.entry is not None and is_armed_group(f.entry)]
    group = foremost(Counter(entry.id for _, entry in told), _FOREMOST)
    return next((n for n, entry in told if entry.id == group), None)


@lru_cache(maxsize=4096)
def _named_words(entry: Entry) -> frozenset[str]:
    return frozenset(stem(w) for name in entry.get("names", ()) for w in fold(name).split())


def with_sides(scene: Scene, found: list[Found], keys: dict[int, str]) -> list[Found]:
    """Bodies with the side that the state body or party they turned out to be has."""
    parties = dict(usual(scene.page.document.language).values())
    told = {keys[n]: f.side for n, f in enumerate(found) if n in keys and f.side}  # «الحركة» is on the side of its name
    return [
        replace(f, side=_side_of_key(keys[n], parties) or told.get(keys[n]))
        if n in keys and not f.side and f.entry is None
        else f
        for n, f in enumerate(found)
    ]


def _side_of_key(key: str, parties: dict[str, str | None]) -> str | None:
    side = key.rsplit(":", 1)[1] if key.startswith("body:") else parties.get(key)
    return None if side == "None" else side
