"""Ids that a record no longer has, and what their facts belong to now."""

from sqlalchemy import Column, Connection, MetaData, Table, Text, delete, insert, inspect, select

from hudna.record import tables
from hudna.record.identity import GROUPS
from hudna.record.schema import redirects

_former = Table(  # the groups of the record before, while the new one is written
    "former", MetaData(), Column("own", Text), Column("member", Text), prefixes=["TEMPORARY"]
)


def remember(connection: Connection) -> None:
    """Note what the saved groups are made of, before others are saved in their place."""
    _former.create(connection, checkfirst=False)
    if inspect(connection).has_table("entities"):
        connection.execute(insert(_former).from_select(["own", "member"], tables.groups()))


def follow(connection: Connection) -> None:
    """Redirect what was noted and is no more to where its smallest fact is now, and earlier redirects with it."""
    alive = tables.group_ids(connection)
    now = tables.groups().subquery()
    gone = (
        select(_former.c.own, now.c.own)
        .join(now, now.c.member == _former.c.member)
        .where(_former.c.own.not_in(select(now.c.own)))
        .order_by(_former.c.own, _former.c.member)
    )
    moved: dict[str, str] = {}
    for old, new in connection.execute(gone):
        if old not in alive and old[0] in GROUPS:
            moved.setdefault(old, new)
    for old, new in connection.execute(select(redirects.c.old, redirects.c.new)).all():
        if new in moved:
            moved[old] = moved[new]
        elif new in alive:
            moved[old] = new
    connection.execute(delete(redirects))
    kept = [{"old": old, "new": new} for old, new in sorted(moved.items()) if old not in alive]
    if kept:
        connection.execute(insert(redirects), kept)
    _former.drop(connection, checkfirst=False)
