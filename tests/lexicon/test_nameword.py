import pytest

from hudna.lexicon.name_lists import given_names
from hudna.lexicon.nameword import name_words
from hudna.text import fold

WORDS = name_words("ar")


@pytest.mark.parametrize("form", ["الاتفاق", "وبالاتفاق", "اتفاقهما", "يقصفون", "المتنافسين", "سيعودان"])
def test_inflected_words_are_ordinary_with_and_without_particles(form: str) -> None:
    assert WORDS.is_ordinary(form)
    assert not WORDS.is_unknown("الاتفاق")


@pytest.mark.parametrize("form", ["سايديك", "مناتساكانيان", "ليسينكو", "يونوسمي"])
def test_foreign_names_are_unknown(form: str) -> None:
    assert WORDS.is_unknown(form)


@pytest.mark.parametrize("form", ["في", "وفي", "منذ", "اللذان", "رمضان"])
def test_words_of_the_grammar_and_the_calendar(form: str) -> None:
    assert WORDS.is_function(form)


def test_a_name_that_is_a_word_too_is_common() -> None:
    assert "صالح" in WORDS.given
    assert WORDS.is_common("صالح") or WORDS.is_common("امل")
    assert not WORDS.is_common("سيرغي")


def test_no_given_name_is_a_word_of_the_grammar() -> None:
    assert not set(WORDS.given) & (WORDS.function - WORDS.calendar)
    assert not set(WORDS.given) & WORDS.particles


def test_names_that_only_their_letters_tell_fold_like_words_of_the_grammar() -> None:
    words = name_words("ar")
    assert {fold(name) for name in words.spelled} <= words.function


def test_descriptions_are_known_in_every_number() -> None:
    assert all(WORDS.is_description(f) for f in ("الواقع", "الواقعه", "الواقعتين", "الموالين"))


def test_given_names_have_an_english_spelling() -> None:
    assert given_names("ar")["سيرغي"] in ("Sergei", "Sergey")


def test_a_language_without_names_has_none() -> None:
    assert given_names("xx") == {}
