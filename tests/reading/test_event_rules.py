import re
from importlib.resources import files

import pytest

from hudna.reading import read
from hudna.reading.event.rules import RULES
from hudna.reading.rule import Rule
from hudna.text import Document


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_each_rule_finds_its_example(rule: Rule) -> None:
    before, trigger, after = re.split(r"[\[\]]", rule.example)
    reading = read(Document("x", before + trigger + after))
    found = {(e.trigger.start, e.trigger.end): e.rule for e in reading.events}
    assert found.get((len(before), len(before) + len(trigger))) == rule.id


def test_the_table_has_each_rule_of_the_code_once() -> None:
    modules = [f for f in files("hudna.reading.event").iterdir() if f.name.endswith(".py") and f.name != "rules.py"]
    given = {rule for f in modules for rule in re.findall(r'"(event\.[a-z-]+)"', f.read_text("utf-8"))}
    assert sorted(r.id for r in RULES) == sorted(given)
