from dataclasses import replace

from hudna.record import Entity, Record
from hudna.views.voices import voice

MINISTRY = Entity("e1", "ORG", "وزارة الدفاع", None, None, "TUR", None, (), (), (), ())


def test_a_body_speaks_for_its_side_and_the_press_for_itself() -> None:
    agency = replace(MINISTRY, id="e2", name="الأناضول", lexicon="org.anadolu")
    record = Record(entities=(MINISTRY, agency))
    assert [voice(record, x) for x in ("e1", "e2", "unnamed: sources")] == ["TUR", "e2", "unnamed: sources"]
