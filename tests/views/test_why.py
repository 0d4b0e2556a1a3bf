import pytest

from hudna.reading import read
from hudna.reading.rules import RULES
from hudna.record import derive
from hudna.text import Document
from hudna.views import Dossier, Explanation, Measured, Reliability, explain

TABLE = Reliability({"test.toll": Measured(0.91, 40)}, {"casualty": Measured(0.8, 90)})


def why(dossier: Dossier, ident: str) -> Explanation:
    return explain(dossier, ident, TABLE)


def test_a_toll_has_its_words_its_sentence_its_rule_and_its_event(dossier: Dossier) -> None:
    toll = next(t for t in dossier.record.tolls if t.count == "12")
    answer = why(dossier, toll.id)
    (ground,) = answer.grounds
    assert ground.source.quote == "مقتل 12 مدنيا"
    assert ground.sentence.startswith("أعلن الجيش")
    assert (ground.rule, ground.of_rule, ground.of_kind) == ("test.toll", Measured(0.91, 40), Measured(0.8, 90))
    assert [p.en for p in ground.claimed_by] == ["Sudanese Army"]
    assert answer.within == (toll.event,)


def test_an_event_has_every_telling_and_why_they_are_one(dossier: Dossier) -> None:
    event = next(e for e in dossier.record.events if len(e.tellings) > 1)
    answer = why(dossier, event.id)
    assert [g.source.document for g in answer.grounds] == ["first", "second"]
    assert answer.joins == event.joins


def test_an_entity_has_its_spellings_and_mentions(dossier: Dossier) -> None:
    entity = next(e for e in dossier.record.entities if e.label_en == "El Obeid")
    answer = why(dossier, entity.id)
    assert dict(answer.spellings) == {"الأبيض": 2, "الابيض": 1}
    assert [m.quote for m in answer.mentions if m.document == "second"] == ["الابيض"]


def test_everything_in_a_record_can_be_explained(dossier: Dossier) -> None:
    for ident in dossier.record.by_id:
        assert why(dossier, ident).id == ident


def test_an_unknown_id_is_a_key_error(dossier: Dossier) -> None:
    with pytest.raises(KeyError):
        why(dossier, "nothing")


def test_a_rule_of_the_reader_is_told_by_its_purpose() -> None:
    document = Document("one", "قصفت القوات الروسية بلدة تشوهويف.")
    dossier = Dossier(derive([(document, read(document))]), {document.name: document.text})
    (event,) = dossier.record.events
    (ground,) = why(dossier, event.id).grounds
    assert ground.purpose == RULES[ground.rule].purpose
