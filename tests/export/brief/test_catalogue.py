import re
from typing import Any

import pytest

from hudna.export.brief.catalogue import LANGUAGES, catalogue

# What may differ: words that one language has and the other needs no data for.
OWN = {
    "after_preposition",
    "implied",
    "unnamed",
    "weapons",
    "terms",
    "with_article",
    "stretches",
    "plural",
    "counted",
    "months",
    "quotes",
}
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST"
    " ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
)


def paths(value: Any, prefix: str = "") -> set[str]:
    if not isinstance(value, dict):
        return {prefix}
    return {p for k, v in value.items() if k not in OWN or prefix for p in paths(v, f"{prefix}/{k}")}


def test_the_languages_say_the_same_things() -> None:
    assert paths(catalogue("ar").data) == paths(catalogue("en").data)
    assert set(catalogue("ar")("counted")) == set(catalogue("en")("counted"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_sentences_of_which_the_last_needs_nothing(language: str) -> None:
    words = catalogue(language)
    assert {e.partition("/")[0] for e in words("events")} == set(PLOVER.split())
    for name, templates in words("events").items():
        assert "{" not in templates[-1], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_name_only_slots_that_exist(language: str) -> None:
    slots = {"actors", "targets", "mutual", "several", "targets_several", "topic"}
    for templates in catalogue(language)("events").values():
        assert {s for t in templates for s in re.findall(r"\{(\w+)\}", t)} <= slots
