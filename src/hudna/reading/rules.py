"""The rules of all steps of the reader together, by id: what a fact's rule is for."""

from hudna.reading.attributions import RULES as ATTRIBUTIONS
from hudna.reading.casualty.rules import RULES as CASUALTIES
from hudna.reading.event.rules import RULES as EVENTS
from hudna.reading.mention_rules import RULES as MENTIONS
from hudna.reading.rule import Rule
from hudna.reading.time_rules import RULES as TIMES
from hudna.reading.truce.rules import RULES as TRUCES

_TABLES = (MENTIONS, TIMES, ATTRIBUTIONS, EVENTS, CASUALTIES, TRUCES)
RULES: dict[str, Rule] = {rule.id: rule for table in _TABLES for rule in table}


def purpose(rule: str) -> str | None:
    """What the rule of this id is for, None where no table has it."""
    known = RULES.get(rule)
    return known.purpose if known else None
