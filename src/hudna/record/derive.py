"""From a set of readings to the record: a pure function."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sqlalchemy import Engine, NullPool, create_engine

from hudna.fingerprint import fingerprint
from hudna.lexicon.cache import digest
from hudna.lexicon.source import source_files
from hudna.reading import Reading
from hudna.record import tables
from hudna.record.judgements.judgement import Judgement
from hudna.record.judgements.log import Log
from hudna.record.model import Record
from hudna.record.steps import disagreements, events, facts, lineages, links, reviews, standing, truces
from hudna.record.steps.datings import Calendar
from hudna.record.steps.entities import Casting
from hudna.record.steps.owned import Owned
from hudna.record.steps.run import Run
from hudna.text import Document


def follow(run: Run) -> None:
    """Bring everything that is derived up to date with what came and went.

    A run with everything new derives a whole record, one with a single document what that document touches. Both go
    the same way, so they give the same record.
    """
    names = (run.came | lineages.renew(run)) - run.gone
    casting, differing = Casting(run), Owned(run, "disagreements")
    changed = (names | casting.renew(names)) - run.gone
    casting.save(changed)
    pools, calendar = facts.Pools.of(run), Calendar(run)
    intake = facts.Intake(run, casting, pools, differing)
    intake.forget()
    undated = intake.dated(changed, calendar)
    undated |= calendar.renew(undated, casting, differing)
    intake.rest(undated)
    changed |= undated
    retold = changed | run.gone
    grouped = events.renew(run, pools.tellings, retold)
    retied = set(pools.tellings.owners(grouped.moved).values())
    pools.tellings.save()
    tied, denied = links.renew(run, pools.strands, retold, retied)
    pools.strands.save()
    touched = tied | grouped.changed | standing.renew(run, grouped.written, denied)
    concerned = retold | retied | {name for _, name in run.saved.pairs("tellings", "event", "document", touched)}
    concerned |= truces.renew(run, pools.truce_tellings, retold, retied)
    pools.truce_tellings.save()
    disagreements.renew(run, pools.asides, concerned, differing)
    reviews.renew(run, casting)
    pools.asides.save()
    run.saved.close()


@lru_cache(maxsize=1)
def version() -> str:
    """Digest of the code that derives and of the lexicon: what a record depends on besides its documents."""
    return hashlib.sha256(f"{fingerprint('hudna.record')} {digest(source_files('ar'))}".encode()).hexdigest()


def derive(told: Iterable[tuple[Document, Reading]], judgements: Iterable[Judgement] = ()) -> Record:
    """The record of a set of documents with their readings and of what people decided about them.

    The order in which documents come does not matter, that of the judgements does: the later one wins.
    """
    known = {document.name: (document, reading) for document, reading in told}
    log = Log.of(judgements)
    judged = frozenset(name for name, (_, reading) in known.items() if reading.sha256 in log.by_text)

    def named(names: Sequence[str]) -> Iterator[tuple[Document, Reading]]:
        return (known[name] for name in names)

    with _memory().begin() as connection:
        tables.create(connection)
        follow(Run(connection, named, frozenset(), frozenset(known), log, judged))
        return tables.load(connection)


@lru_cache(maxsize=1)
def _memory() -> Engine:
    """A database in memory, each connection its own; the statements are compiled once for all."""
    return create_engine("sqlite://", poolclass=NullPool)
