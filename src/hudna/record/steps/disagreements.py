"""The step that finds what sources differ on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hudna.record import disagreements
from hudna.record.disagreements import About, Aside, Stake, Told
from hudna.record.model import Link
from hudna.record.steps.owned import Owned
from hudna.record.steps.run import Run, number
from hudna.record.workings import Component, Pool, chunks, open_pool, portions
from hudna.record.workings import number as hashed

_AT_ONCE = 500  # facts held at once
_TABLES = {
    "t": "tellings",
    "k": "tolls",
    "l": "losses",
    "b": "breaches",
    "u": "truce_tellings",
    "c": "claims",
}


def renew(run: Run, asides: Pool[Aside], documents: Iterable[str], into: Owned) -> None:
    """Bring up to date what the facts of these documents, and of those that are gone, disagree on."""
    pool = open_pool(run.connection, disagreements.TERMS)
    again: set[int] = set()
    for some in chunks(sorted({*documents, *run.gone}), 100):
        stakes = _stakes(run, asides, some)
        pool.replace(stakes)
        again.update(own for held in stakes.values() for own in held)
    into.replace({_owner(own): () for own in pool.touched - again})
    for batch in portions(pool.components(again), lambda c: len(c.members), _AT_ONCE):
        made: dict[str, list[Any]] = {_owner(own): [] for component in batch for own in component.members}
        differing = _differing(run, batch)
        facts = _Facts(run, asides, differing)
        for component in differing:
            for found in disagreements.find(facts.of(component), run.sides, run.lines, facts.published):
                made[_owner(min(map(number, found.facts)))].append(found)
        into.replace(made)
    pool.save()


def _differing(run: Run, batch: Sequence[Component[Stake]]) -> list[Component[Stake]]:
    """The components in which something can differ: of several facts, or of one that tells two sides of it."""
    alone = {s.id for c in batch if len(c.members) == 1 for s in c.members.values() if _TABLES[s.id[0]] == "tellings"}
    rows = run.saved.columns("tellings", ("id", "type", "disputed_by"), sorted(alone))
    torn = {number(own) for own, kind, by in rows if disagreements.is_torn(kind, disputed=by != "[]")}
    return [c for c in batch if len(c.members) > 1 or not torn.isdisjoint(c.members)]


def _owner(own: int) -> str:
    return f"fact {own:012x}"


# --- what documents have at stake ---


def aside_number(document: str) -> int:
    """The number of what a document says beside its facts."""
    return hashed("aside", document)


def _stakes(run: Run, asides: Pool[Aside], names: Sequence[str]) -> dict[str, dict[int, Stake]]:
    """Document → the facts of it that others can differ from."""
    known = asides.get(map(aside_number, names))
    told = (table for table in _TABLES.values() if table != "claims")
    held = {table: list(run.saved.items(table, "document", names)) for table in told}
    links = _links(run, {t.event for t in held["tellings"]})
    published = dict(run.saved.pairs("document_entries", "name", "published", names))
    out: dict[str, dict[int, Stake]] = {name: {} for name in names}

    def add(document: str, stake: Stake) -> None:
        out[document][number(stake.id)] = stake

    given_causes = {own for aside in known.values() for own, _ in aside.causes}
    assaults = {own for aside in known.values() for own, _ in aside.outcomes}
    for t in held["tellings"]:
        common = {*disagreements.shared(t, links[t.event], run.sides)}
        if t.id in given_causes and (key := disagreements.opposed_key(t, run.sides)):
            common.add(f"why {key}")
        if t.id in given_causes:
            common.update(disagreements.campaign_keys(t, run.sides, published[t.document]))
        if t.id in assaults:
            common.update(disagreements.hold_keys(t, published[t.document]))
        add(t.document, Stake(t.id, tuple(sorted(common))))
    for u in held["truce_tellings"]:
        add(u.document, Stake(u.id, (f"truce {u.truce}",)))
    about = _about(known.values())
    given = disagreements.figures(held["tolls"], held["losses"], held["breaches"], about, published)
    figure = {f.id: f for f in given}
    denials = list(run.saved.items("claims", "id", sorted(own for aside in known.values() for own in aside.denials)))
    for fact in (*held["tolls"], *held["losses"], *held["breaches"]):
        own = figure.get(fact.id)
        common = {f"share {first}" for first in (fact.id, about.shares.get(fact.id, ("", fact.id))[1])}
        common.update(f"event {own.event}" for _ in (own,) if own and own.event)
        inside = (c for c in denials if c.document == fact.document and fact.quote.within(c.content))
        common.update(f"denied {c.id}" for c in inside)
        add(fact.document, Stake(fact.id, tuple(sorted(common)), own))
    for c in denials:
        add(c.document, Stake(c.id, (f"denied {c.id}",)))
    return out


def _links(run: Run, events: Iterable[str]) -> Mapping[str, list[Link]]:
    """Event → the links that tie it."""
    wanted = sorted(events)
    held = {x.id: x for end in ("left", "right") for x in run.saved.items("links", end, wanted)}
    out: dict[str, list[Link]] = defaultdict(list)
    for own in sorted(held):
        for end in {held[own].left, held[own].right}:
            out[end].append(held[own])
    return out


def _about(asides: Iterable[Aside]) -> About:
    held = list(asides)
    return About(
        {own: frozenset(named) for aside in held for own, named in aside.concerns},
        {own: (relation, first) for aside in held for own, relation, first in aside.shares},
        {own: frozenset(words) for aside in held for own, words in aside.words},
        frozenset(own for aside in held for own in aside.windows),
        {own: frozenset(aside.fighting) for aside in held for own, _ in aside.words},
        frozenset(own for aside in held for own in aside.above),
        frozenset(own for aside in held for own in aside.leaders),
        frozenset(own for aside in held for own in aside.uncounted),
    )


# --- what some of them say ---


class _Facts:
    """The facts of some components, loaded at once."""

    def __init__(self, run: Run, asides: Pool[Aside], batch: Sequence[Component[Stake]]) -> None:
        ids: dict[str, set[str]] = {table: set() for table in _TABLES.values()}
        for stake in (s for component in batch for s in component.members.values()):
            ids[_TABLES[stake.id[0]]].add(stake.id)
        self._held = {
            table: {fact.id: fact for fact in run.saved.items(table, "id", sorted(own))} for table, own in ids.items()
        }
        events, truces = ({getattr(x, at) for x in self._held[of].values()} for of, at in _OWNERS)
        self._events = {e.id: e for e in run.saved.items("events", "id", sorted(events))}
        self._truces = {t.id: t for t in run.saved.items("truces", "id", sorted(truces))}
        self._links = _links(run, events)
        documents = {fact.document for facts in self._held.values() for fact in facts.values()}
        known = asides.get(map(aside_number, sorted(documents)))
        self._about = _about(known.values())
        self._causes = {own: words for aside in known.values() for own, words in aside.causes}
        self._outcomes = {own: how for aside in known.values() for own, how in aside.outcomes}
        self.published = dict(run.saved.pairs("document_entries", "name", "published", sorted(documents)))

    def of(self, component: Component[Stake]) -> Told:
        """What one of the components can disagree on."""
        ids = sorted(s.id for s in component.members.values())
        held = {t: [self._held[t][i] for i in ids if _TABLES[i[0]] == t] for t in _TABLES.values()}
        events = sorted({t.event for t in held["tellings"]})
        links = {x.id: x for event in events for x in self._links.get(event, ())}
        return Told(
            events=[self._events[e] for e in events],
            tellings=held["tellings"],
            links=[links[own] for own in sorted(links)],
            tolls=held["tolls"],
            losses=held["losses"],
            breaches=held["breaches"],
            truces=[self._truces[t] for t in sorted({u.truce for u in held["truce_tellings"]})],
            truce_tellings=held["truce_tellings"],
            denials=held["claims"],
            causes=self._causes,
            outcomes=self._outcomes,
            about=self._about,
        )


_OWNERS = (("tellings", "event"), ("truce_tellings", "truce"))
