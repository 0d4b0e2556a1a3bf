"""Why an undated report has the day that it has."""

import pytest

from hudna.reading import read
from hudna.record import derive
from hudna.text import Document
from hudna.views import Dossier, Reliability, chains, day_told, documents, explain, timeline, unsettled

DATED = "قصف الجيش الليبي مدينة سرت بالمدفعية يوم الجمعة، ما أدى إلى مقتل 23 مدنيا، وفق سكان المدينة."
OPEN = f"{DATED}\nوالتقى رئيس الوزراء الليبي أمس السبت مبعوث الأمم المتحدة في طرابلس."
THIRD = "قصف الجيش الليبي بلدة غريان اليوم الخميس."


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    held = [Document("dated", DATED, published="2019-04-06"), Document("open", OPEN), Document("third", THIRD)]
    return Dossier(derive([(d, read(d)) for d in held]), {d.name: d.text for d in held})


def test_a_chain_gives_words_and_what_follows(dossier: Dossier) -> None:
    (chain,) = chains(dossier, ["open", "dated"])
    assert (chain.document, chain.value, day_told(chain)) == ("open", "2019-04-07", "written 2019-04-07")
    assert [(r.rule, r.source.document, r.source.quote) for r in chain.reasons] == [
        ("own-weekday", "open", "أمس السبت"),
        ("same-happening-dated", "open", "يوم الجمعة"),
        ("dates-it", "dated", "قصف"),
    ]


def test_a_document_and_its_event_are_explained_by_the_chain(dossier: Dossier) -> None:
    reliability = Reliability({}, {})
    assert explain(dossier, "open", reliability).published == "2019-04-07 (inferred)"
    assert explain(dossier, "dated", reliability).chains == ()
    event = next(e for e in dossier.record.events if set(e.documents) == {"dated", "open"})
    assert [c.document for c in explain(dossier, event.id, reliability).chains] == ["open"]


def test_what_nothing_settles_is_told(dossier: Dossier) -> None:
    (chain,) = chains(dossier, ["third"])
    assert (chain.value, day_told(chain)) == (None, "open")
    assert explain(dossier, "third", Reliability({}, {})).published == "on an unknown day (unknown)"


def test_inferred_days_are_marked(dossier: Dossier) -> None:
    assert [(d.published, d.inferred) for d in documents(dossier)] == [
        ("2019-04-06", False),
        ("2019-04-07", True),
        (None, False),
    ]


def test_an_event_is_marked_that_no_dated_report_dates(dossier: Dossier) -> None:
    events = {h.type: (h.date, h.inferred) for h in timeline(dossier)}
    assert events == {"ASSAULT": ("2019-04-05", False), "CONSULT": ("2019-04-06", True)}


def test_what_stays_open_and_what_would_settle_it(dossier: Dossier) -> None:
    document, shelling = unsettled(dossier)
    assert (document.id, document.what) == ("third", "document")
    assert document.settled_by == "its date, or a dated report of what it tells of «اليوم الخميس»"
    assert [m.quote for m in document.sources] == ["اليوم الخميس"]
    assert (shelling.what, shelling.settled_by) == ("ASSAULT/heavy-weapons", "the day of third")
