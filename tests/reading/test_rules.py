import pkgutil
from importlib import import_module

import hudna.reading
from hudna.reading.rule import Rule
from hudna.reading.rules import RULES, purpose


def tables() -> list[Rule]:
    """The rules of every module of the reader that has a table of them."""
    names = [m.name for m in pkgutil.walk_packages(hudna.reading.__path__, "hudna.reading.")]
    held = [getattr(import_module(n), "RULES", None) for n in names if n != "hudna.reading.rules"]
    return [rule for table in held if isinstance(table, tuple) for rule in table]


def test_the_tables_of_all_modules_are_joined() -> None:
    assert sorted(r.id for r in tables()) == sorted(RULES)


def test_every_rule_can_be_explained() -> None:
    for rule in tables():
        assert purpose(rule.id) == rule.purpose
        assert rule.purpose
        assert "\n" not in rule.purpose


def test_an_unknown_rule_has_no_purpose() -> None:
    assert purpose("test.toll") is None
