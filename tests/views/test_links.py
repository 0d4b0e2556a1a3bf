import pytest

from hudna.reading import Entity, Event, Mention, Reading
from hudna.record import derive
from hudna.text import Document, Span
from hudna.views import Choice, Dossier, explain, links, table, timeline, whole

TEXT = "اتهم الجيش المتمردين بقصف الميناء، ورفض المتمردون دعوة المبعوث إلى هدنة.\n"


@pytest.fixture
def tied() -> Dossier:
    def event(ident: str, kind: str, words: str, **fields: object) -> Event:
        span = Span(TEXT.index(words), TEXT.index(words) + len(words))
        return Event(ident, kind, span, Span(0, len(TEXT) - 1), date="2019-02-03", **fields)  # type: ignore[arg-type]

    document = Document("a", TEXT)
    entities = (Entity("a", "ORG", "الجيش", side="AAA"), Entity("r", "ORG", "المتمردين", side="rebels"))
    mentions = tuple(
        Mention(Span(TEXT.index(e.name), TEXT.index(e.name) + len(e.name)), e.id) for e in entities
    )  # as written first
    events = (
        event("v1", "ACCUSE", "اتهم", actors=("a",), targets=("r",)),
        event("v2", "ASSAULT", "قصف", actors=("r",), claimed_by=("a",)),
        event("v3", "REJECT", "رفض", actors=("r",), targets=("unnamed: envoy",), topic="ceasefire"),
        event("v4", "REQUEST", "دعوة", actors=("unnamed: envoy",), topic="ceasefire"),
    )
    reading = Reading("a", document.sha256, "test", entities=entities, mentions=mentions, events=events)
    return Dossier(derive([(document, reading)]), {"a": TEXT})


def test_a_tie_gives_the_words_of_both_its_ends(tied: Dossier) -> None:
    accusation, refusal = links(tied)
    assert (accusation.kind, accusation.words[:4], accusation.words_right[:5]) == ("alleges", "اتهم", "بقصف ")
    assert (refusal.kind, refusal.words_right[:4]) == ("answers", "دعوة")
    assert [m.quote for m in accusation.sources] == ["اتهم", "قصف"]


def test_ties_are_chosen_by_their_events(tied: Dossier) -> None:
    army = next(e.id for e in tied.record.entities if e.side == "AAA")
    assert [t.kind for t in links(tied, Choice(actors=(frozenset({army}),)))] == ["alleges"]
    assert links(tied, Choice(until="2019-01-01")) == ()


def test_a_row_tells_its_ties_from_its_own_end(tied: Dossier) -> None:
    rows = {r.type: [b.relation for b in r.links] for r in timeline(tied)}
    assert rows == {
        "ACCUSE": ["alleges"],
        "ASSAULT": ["alleged_by"],
        "REJECT": ["answers"],
        "REQUEST": ["answered_by"],
    }


def test_why_an_event_or_a_link_is_held(tied: Dossier) -> None:
    link = next(t for t in links(tied) if t.kind == "alleges")
    assert [t.id for t in explain(tied, link.right, table()).links] == [link.id]
    answer = explain(tied, link.id, table())
    assert (answer.what, answer.title, answer.within) == ("link", "alleges", (link.left, link.right))
    assert len(answer.grounds) == 2


def test_what_an_event_is_tied_to_is_seen_from_where_it_stands(tied: Dossier) -> None:
    accusation = links(tied)[0]
    near = [whole(tied, table(), end, (), ()).neighbours for end in (accusation.left, accusation.right)]
    assert [[(n.relation, n.row.id, n.tie.id) for n in ties] for ties in near] == [
        [("alleges", accusation.right, accusation.id)],
        [("alleged_by", accusation.left, accusation.id)],
    ]
