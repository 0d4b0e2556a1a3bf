from hudna.reading import read
from hudna.record import derive
from hudna.text import Document
from hudna.views import Dossier
from hudna.views.tenure import bodies, standings, tenures


def dossier(*told: tuple[str, str]) -> Dossier:
    """The dossier of reports, each given as its date and text."""
    documents = [Document(f"r{n}", text, published=day) for n, (day, text) in enumerate(told)]
    return Dossier(derive((d, read(d)) for d in documents), {d.name: d.text for d in documents})


def test_an_office_is_told_from_the_first_to_the_last_report_of_it() -> None:
    held = dossier(
        ("2020-01-05", "قال وزير الخارجية الجورجي دافيد زالكالياني إن بلاده تدعو إلى وقف إطلاق النار."),
        ("2020-03-01", "استقبل وزير الخارجية الجورجي دافيد زالكالياني وفدا أوروبيا في تبليسي مساء الأحد."),
        ("2021-06-01", "دعا وزير الخارجية الجورجي السابق دافيد زالكالياني خلال ندوة إلى حوار شامل مع الجيران."),
    )
    (person,) = (e for e in held.record.entities if e.type == "PER")
    rows = tenures(held, person)
    assert [(t.tenure, t.first, t.last) for t in rows] == [
        ("held", "2020-01-05", "2020-03-01"),
        ("former", "2021-06-01", "2021-06-01"),
    ]
    assert str(rows[1]) == "وزير الخارجية الجورجي السابق (former, 2021-06-01)"
    assert [s.quote for s in rows[0].sources] == ["وزير الخارجية الجورجي"] * 2


def test_a_state_lists_its_bodies_and_a_body_its_state() -> None:
    held = dossier(("2020-07-12", "أعلنت وزارة الدفاع الأرمينية أن أرمينيا سترد على القصف."))
    state = held.record.entity["loc.ARM"]
    ministry = next(e for e in held.record.entities if e.type == "ORG")
    assert [(s.kind, s.other.id) for s in bodies(held, state)] == [("has-ministry", ministry.id)]
    assert [(s.kind, s.other.id) for s in standings(held, ministry)] == [("ministry-of", "ARM")]
