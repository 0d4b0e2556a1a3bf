"""Ids that a record no longer has, and what their facts belong to now."""

from collections.abc import Mapping

from sqlalchemy import Column, Connection, MetaData, Table, Text, delete, insert, inspect, select

from hudna.record import tables
from hudna.record.identity import GROUPS
from hudna.record.schema import redirects
from hudna.record.workings import fill

_former = Table(  # the groups of the record before, while the new one is written
    "former", MetaData(), Column("own", Text), Column("member", Text), prefixes=["TEMPORARY"]
)


def remember(connection: Connection) -> None:
    """Note what the saved groups are made of, before others are saved in their place."""
    _former.create(connection, checkfirst=False)
    if inspect(connection).has_table("entities"):
        connection.execute(insert(_former).from_select(["own", "member"], tables.groups()))


def moved(connection: Connection) -> Mapping[str, str]:
    """What was noted and is no more → where its smallest fact is now."""
    now = tables.groups().subquery()
    gone = (
        select(_former.c.own, now.c.own)
        .join(now, now.c.member == _former.c.member)
        .where(_former.c.own.not_in(select(now.c.own)))
        .order_by(_former.c.own, _former.c.member)
    )
    out: dict[str, str] = {}
    for old, new in connection.execute(gone):
        if old[0] in GROUPS:
            out.setdefault(old, new)
    _former.drop(connection, checkfirst=False)
    return out


def follow(connection: Connection, new_of: Mapping[str, str]) -> None:
    """Redirect the ids that are no more, and earlier redirects with them; an id that is alive again leads nowhere.

    Args:
        connection: to the record.
        new_of: id that is no more → what it became.

    """
    known = {old: new_of.get(new, new) for old, new in connection.execute(select(redirects.c.old, redirects.c.new))}
    wanted = known | dict(new_of)
    alive = tables.alive(connection, {*wanted, *wanted.values()})
    kept = {old: new for old, new in wanted.items() if old not in alive and new in alive}
    if kept != known:
        connection.execute(delete(redirects))
        fill(connection, redirects, sorted(kept.items()))
