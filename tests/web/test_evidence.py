"""The evidence of a record in the words of both languages."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from hudna.export.brief import Voice, catalogue
from hudna.reading import read
from hudna.record import Record, derive
from hudna.sources import gather
from hudna.text import Document
from hudna.views import Dossier
from hudna.web.evidence import SAID, evidence, parts, patterns
from hudna.web.language import LANGUAGES, speak
from tests.conftest import ARMY
from tests.record.test_steps import EXAMPLES, story
from tests.web.markup import parsed
from tests.web.test_pages import ENTITIES

_SLOT = {"n": "3", "days": "2023-05-01", "day": "2023-05-01", "later": "2023-05-09", "type": "ASSAULT", "line": "n1"}
_CODES = {"topic": "ceasefire", "kind": "army", "tenure": "former", "taken": "taken", "then": "not taken"}
_WHO = {"side": "SDN, rsf", "whom": "nobody named", "other": "rsf", "blamed": "SDN", "land": "SDN EGY"}


def told(said: str) -> str:
    """Evidence as the record writes it, with something in every slot."""
    return re.sub(r"{(\w+)}", lambda m: (_SLOT | _CODES | _WHO).get(m[1], "الجيش"), said)


def held(record: Record) -> Iterator[str]:
    """All evidence of a record that this is for: likenesses of accounts are told by their traits."""
    groups = (*record.entities, *record.events, *record.truces, *record.lineages)
    yield from (j.why for group in groups for j in group.joins if j.rule != "same-happening")
    yield from (link.why for link in record.links)
    yield from (r.why for entity in record.entities for r in entity.relations)


@pytest.mark.parametrize("said", SAID)
def test_what_rules_write_is_said_in_both_languages(dossier: Dossier, said: str) -> None:
    for language in LANGUAGES:
        sentences = evidence(Voice(catalogue(language), dossier), speak(language), told(said))
        assert len(sentences) == bool(SAID[said])
        for sentence in sentences:
            assert "%(" not in sentence
            assert not re.search(r"[A-Z]{3}|\brsf\b|unnamed:", sentence)
            assert language == "en" or not re.search("[a-z]{2,}", re.sub("<[^>]*>", "", sentence))


def test_the_evidence_of_whole_records_is_known() -> None:
    examples = [d for d in gather([EXAMPLES]) if isinstance(d, Document)]
    record = derive([(d, read(d)) for d in (*examples, *map(story, range(14)))])
    given = {part for why in held(record) for part in parts(why)}
    assert len(given) > 20
    assert [part for part in given if not any(pattern.fullmatch(part) for pattern, _ in patterns())] == []


def test_names_stand_aside_and_are_those_of_the_record(dossier: Dossier) -> None:
    ident = next(e.id for e in dossier.record.entities if e.name == "سامح شكري")
    english, arabic = (Voice(catalogue(language), dossier) for language in ("en", "ar"))
    why = f"{ident} asked unnamed: official source; answered beside it by rsf"
    asked, answered = evidence(english, speak("en"), why)
    assert asked == "It was asked by <bdi>Sameh Shoukry</bdi> of an unnamed party (official source)."
    assert "Rapid Support Forces" in answered
    assert "سامح شكري" in evidence(arabic, speak("ar"), why)[0]
    family = evidence(english, speak("en"), "«ا», «ب «ج»: the only person of this name in reports on SDN EGY")
    assert family == ("Nobody else of this name is in reports on <bdi>Sudan</bdi>, <bdi>Egypt</bdi>.",)


def test_what_a_person_decided_is_signed_in_both_languages(dossier: Dossier) -> None:
    who, note = evidence(Voice(catalogue("ar"), dossier), speak("ar"), "Lena, 2026-11-22: one <b>man</b>; see page 3")
    assert who == "<bdi>Lena</bdi>، 22 نوفمبر/تشرين الثاني 2026."
    assert note == "<bdi>one &lt;b&gt;man&lt;/b&gt;; see page 3</bdi>"


def test_what_no_rule_writes_is_left_to_those_who_read_english(dossier: Dossier) -> None:
    said = "a <new> rule says so"
    assert evidence(Voice(catalogue("en"), dossier), speak("en"), said) == ("a &lt;new&gt; rule says so",)
    assert evidence(Voice(catalogue("ar"), dossier), speak("ar"), said) == ()


def test_an_actor_says_in_arabic_too_what_speaks_for_its_relations(client: TestClient) -> None:
    client.cookies.set("hudna_language", "ar")
    page = parsed(client.get(f"/actors/{ENTITIES[ARMY]}").text)
    assert "يدلّ الاسم على الانتماء إلى السودان." in page.xpath("string(//ul[@class='ties'])")
