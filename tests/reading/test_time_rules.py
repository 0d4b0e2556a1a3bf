import pytest

from hudna.reading import read
from hudna.reading.rule import Rule
from hudna.reading.time_rules import RULES
from hudna.text import Document


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_each_rule_finds_its_example(rule: Rule) -> None:
    text = rule.example.replace("[", "").replace("]", "")
    found = {(text[t.span.start : t.span.end], t.rule) for t in read(Document("x", text, published="2019-04-16")).times}
    assert (rule.example.partition("[")[2].partition("]")[0], rule.id) in found
