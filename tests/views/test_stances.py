from hudna.reading import read
from hudna.record import derive
from hudna.text import Document
from hudna.views import Dossier, changes, choose, contacts, stances, turns

REPORTS = (
    ("2020-07-13", "دعا وزير الخارجية الأرميني زهراب مناتساكانيان أذربيجان إلى وقف إطلاق النار فورا."),
    ("2020-07-14", "رفض وزير الخارجية الأذربيجاني جيهون بيراموف وقف إطلاق النار مع أرمينيا قبل انسحاب قواتها."),
    ("2020-07-20", "دعا الرئيس الأذربيجاني إلهام علييف أرمينيا إلى وقف إطلاق النار خلال لقاء مع سفراء أوروبيين."),
    ("2020-07-21", "بحث زهراب مناتساكانيان مع جيهون بيراموف في اتصال هاتفي تبادل الأسرى بين البلدين."),
    ("2020-07-22", "بحث وزير الخارجية الروسي سيرغي لافروف مع جيهون بيراموف في اتصال هاتفي سبل التهدئة."),
)


def dossier() -> Dossier:
    documents = [Document(f"r{n}", text, published=day) for n, (day, text) in enumerate(REPORTS)]
    return Dossier(derive((d, read(d)) for d in documents), {d.name: d.text for d in documents})


def test_the_stances_of_a_state_are_those_of_all_who_act_for_it_and_its_change_is_marked() -> None:
    held = dossier()
    rows = stances(held, choose(held.record, actor="أذربيجان"))
    told = [(s.party.ar, s.stance, s.topic, s.changed) for s in rows]
    assert told == [
        ("جيهون بيراموف", "refuses", "ceasefire", False),
        ("إلهام علييف", "demands", "ceasefire", True),
    ]
    assert rows[1].before == rows[0].id
    assert [s.id for s in changes(held)] == [rows[1].id]


def test_whom_a_demand_was_put_to_and_where_it_stands() -> None:
    held = dossier()
    (row,) = stances(held, choose(held.record, actor="مناتساكانيان"))
    assert ([t.ar for t in row.targets], row.stance) == (["أذربيجان"], "demands")
    assert held.texts[row.sources[0].document][row.sources[0].span.start :].startswith(row.sources[0].quote)


def test_two_actors_are_asked_for_what_concerns_both_together() -> None:
    held = dossier()
    both = contacts(held, choose(held.record, actor=("مناتساكانيان", "بيراموف")))
    assert [c.documents for c in both] == [("r3",)]
    assert len(contacts(held, choose(held.record, actor="بيراموف"))) == len(both) + 1


def test_a_change_is_told_with_what_was_said_before() -> None:
    held = dossier()
    (turn,) = turns(held)
    assert (turn.before.type, turn.after.type) == ("REJECT", "REQUEST")
    assert turn.id == turn.after.id
