"""What the derivation keeps from run to run, so that one report more costs what it touches and not the whole record.

- ``Terms``: a kind of items and on which terms they meet (``Key``, ``Rule``).
- ``open_pool(connection, terms)``: the items of that kind; ``replace`` and ``put`` what a run makes of them,
  ``components()`` gives those that something changed in, ``assign`` notes the groups that they are in,
  ``save`` ends it.
"""

from hudna.record.workings.component import Component, Found
from hudna.record.workings.opened import open_pool
from hudna.record.workings.pool import Pool
from hudna.record.workings.schema import chunks, empty, fill, portions, workings
from hudna.record.workings.terms import Key, Rule, Terms, number

__all__ = [
    "Component",
    "Found",
    "Key",
    "Pool",
    "Rule",
    "Terms",
    "chunks",
    "empty",
    "fill",
    "number",
    "open_pool",
    "portions",
    "workings",
]
