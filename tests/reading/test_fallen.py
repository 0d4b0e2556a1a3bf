"""Who fell in an attack was its target."""

import pytest

from hudna.reading import read
from hudna.text import Document


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("قتل ثلاثة من جنود الجيش المالي في كمين قرب غاو.", ["الجيش المالي"]),
        ("قتل عشرون مدنيا في هجوم قرب غاو.", []),
        ("قتل سبعة من قادة حركة الشباب بقصف مدفعي على بلدة براوة.", ["حركة الشباب"]),
        ("قتل زعيم حركة الشباب أحمد غودان في غارة جنوب مقديشو.", ["أحمد غودان"]),
        ("قتل ثلاثة من جنود الجيش المالي وخمسة من مقاتلي حركة الشباب في هجوم قرب غاو.", []),
    ],
)
def test_soldiers_who_fell_were_the_target(text: str, targets: list[str]) -> None:
    reading = read(Document("d", text))
    names = {e.id: e.name for e in reading.entities}
    attacks = [e for e in reading.events if e.type == "ASSAULT"]
    assert [names[t] for e in attacks for t in e.targets] == targets


def test_fighters_who_were_seized_were_the_target() -> None:
    reading = read(Document("d", "قتل الجيش المالي ستة من حركة الشباب واعتقل سبعة آخرين."))
    names = {e.id: e.name for e in reading.entities}
    seized = [[[names[i] for i in ids] for ids in (e.actors, e.targets)] for e in reading.events if e.type == "COERCE"]
    assert seized == [[["الجيش المالي"], ["حركة الشباب"]]]


def test_a_ministry_that_is_named_often_stands_for_no_soldiers() -> None:
    text = "قتل ستة جنود ماليين في هجوم. وقالت وزارة التعليم المالية إن وزارة التعليم المالية ستغلق المدارس."
    attacks = [e for e in read(Document("d", text)).events if e.type == "ASSAULT"]
    assert [t for e in attacks for t in e.targets] == ["loc.MLI"]
