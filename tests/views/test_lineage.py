import pytest

from hudna.reading import Event, Published, Reading, read
from hudna.record import derive
from hudna.text import Document, Span
from hudna.views import Descent, Dossier, lineage

SHELLED = "أعلن الجيش أن قواته قصفت مواقع المسلحين قرب السد الكبير مساء السبت، وأن 12 مسلحا قتلوا في القصف."
BRIDGE = "وأضاف المتحدث أن الطائرات دمرت جسرا على النهر كان المسلحون ينقلون عليه الإمدادات كل ليلة."
LEFT = "وقال سكان في البلدة إن العائلات غادرت منازلها مشيا نحو المخيم الواقع خلف التلال الشرقية."
MENU = "اشترك في نشرتنا البريدية كل صباح لتصلك أهم العناوين والصور من المراسلين."


def told(
    name: str, text: str, day: str | None, outlet: str | None = None, agency: str | None = None
) -> tuple[Document, Reading]:
    """A report whose sentences tell an event each, but for the menu."""
    document = Document(name, text, published=day, outlet=outlet)
    events = tuple(
        Event(f"v{n}", "ASSAULT", Span(at, at + 5), Span(at, at + len(sentence)))
        for n, sentence in enumerate((SHELLED, SHELLED.replace("12", "17"), BRIDGE, LEFT))
        if (at := text.find(sentence)) >= 0
    )
    return document, Reading(
        name,
        document.sha256,
        "test",
        outlet=outlet,
        agency=agency,
        published=Published(day, "metadata" if day else "unknown"),
        events=events,
    )


def lines(*reports: tuple[Document, Reading]) -> tuple[Descent, ...]:
    return lineage(Dossier(derive(reports), {d.name: d.text for d, _ in reports}))


WHOLE = f"{SHELLED} {BRIDGE}"


def test_who_was_first_and_what_a_copy_shares_adds_changes_and_omits() -> None:
    longer = " ".join((SHELLED.replace("12", "17"), BRIDGE, LEFT, MENU))
    (line,) = lines(told("b", longer, "2022-03-07"), told("a", WHOLE, "2022-03-06"))
    assert (line.origin, line.basis, line.documents) == ("a", "earliest", ("a", "b"))
    (copy,) = line.relays
    assert (copy.id, copy.published) == ("b", "2022-03-07")
    assert 0.3 < copy.share < 1
    assert [m.quote for m in copy.shared] == [BRIDGE]
    assert [m.quote for m in copy.adds] == [LEFT]  # the menu tells nothing
    assert [(c.there.quote, c.here.quote) for c in copy.changes] == [(SHELLED, SHELLED.replace("12", "17"))]
    assert copy.omits == ()
    assert all(m.fact for m in copy.adds)


def test_what_the_agency_itself_published_is_what_others_copied() -> None:
    relayed = told("a", WHOLE + " " + MENU, "2022-03-06", "صحيفة", "رويترز")
    (line,) = lines(relayed, told("b", WHOLE, "2022-03-06", "Reuters"))
    assert (line.origin, line.basis) == ("b", "agency")
    assert [p.id for p in line.agencies] == ["رويترز"]


@pytest.mark.parametrize("days", [(None, "2022-03-06"), ("2022-03-06", "2022-03-06")])
def test_where_days_do_not_tell_the_longest_stands_for_all(days: tuple[str | None, str | None]) -> None:
    (line,) = lines(told("a", WHOLE, days[0]), told("b", f"{WHOLE} {LEFT}", days[1]))
    assert (line.origin, line.basis) == ("b", "longest")
    assert [m.quote for m in line.relays[0].omits] == [LEFT]


def test_a_document_alone_is_no_matter_of_copying() -> None:
    assert lines(told("a", WHOLE, "2022-03-06")) == ()


def test_an_agency_that_others_credit_was_not_their_copyist() -> None:
    text = "أعلن الجيش السوداني أن قواته سيطرت على جسر الحديد ومبنى البريد ومحطة المياه صباح السبت بعد قتال دام يومين"
    own = Document("z", f"{text}.", published="2023-05-12", outlet="رويترز")
    paper = Document("a", f"{text}، وفق وكالة رويترز.", published="2023-05-12", outlet="صحيفة")
    (line,) = lines(*((d, read(d)) for d in (own, paper)))
    assert (line.origin, line.basis) == ("z", "agency")
