from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.lexicon import Weights
from hudna.reading.mentions import open_scene, scan
from hudna.reading.name_features import PAD, features, windows, word_classes
from hudna.reading.scene import Scene
from hudna.reading.tagger import Tagger, spans, tagged
from tests.reading.opened import cast_of, opened

LABELS = ("O", "B-PER", "C-PER", "I-PER", "B-LOC", "I-LOC")
NAME = {"name": ((1, 300), (3, 200)), "second": ((3, 300),), "town": ((4, 150),)}
TAGGER = Tagger(Weights(LABELS, {("B-PER", "I-PER"): 50}, NAME))


def scene(text: str) -> Scene:
    return open_scene(opened(text))


def best(*features: str, caution: int) -> list[str]:
    return TAGGER.tag([((feature,), ()) for feature in features], caution)


def test_the_best_labels_are_those_with_the_greatest_sum() -> None:
    assert best("other", "name", "second", "town", caution=1) == ["O", "B-PER", "I-PER", "B-LOC"]
    assert best("other", "name", "second", "town", caution=1) == ["O", "B-PER", "I-PER", "B-LOC"]  # remembered


def test_caution_speaks_against_a_name() -> None:
    assert best("town", caution=100) == ["B-LOC"]
    assert best("town", caution=200) == ["O"]


def test_no_name_begins_inside() -> None:
    assert best("second", caution=0)[0] != "I-PER"
    assert best("town", "second", caution=0) != ["B-LOC", "I-PER"]


def test_spans_of_labels() -> None:
    labels = ["O", "C-PER", "I-PER", "B-PER", "O", "B-LOC"]
    assert spans(labels) == [(1, 3, "C-PER"), (3, 4, "B-PER"), (5, 6, "B-LOC")]


def test_only_the_neighbourhood_of_what_may_be_a_name_is_looked_at() -> None:
    edge = ["-"] * PAD
    assert windows([*edge, *"FFoFUFFoFF", *edge]) == [(PAD + 2, PAD + 7)]
    assert windows([*edge, "F", "KPER", "U0", "KLOC", "F", *edge]) == [(PAD + 2, PAD + 3)]
    assert windows([*edge, *"FoFo", *edge]) == []


def test_features_tell_the_word_and_its_neighbours() -> None:
    forms, classes = ["", "", "قال", "سيفيان", "ان", "", ""], ["-", "-", "R", "U0", "F", "-", "-"]
    told = features(forms, classes, 3)
    assert {"wسيفيان", "sان", "pسي", "mسيCيان", "cU0", "bR", "Bقال", "Aان", "bcaR U0 F"} <= set(told)


def test_classes_of_words() -> None:
    text = scene("قال محمد إن المدينة بن الزغبيري")
    classes = [word_classes("ar").of(text, k) for k in range(6)]
    assert classes == ["R", "G", "F", "P", "B", "U0d"]


def test_the_name_and_the_preposition_that_fold_alike_are_told_apart() -> None:
    text = scene("ذهب علي على عجل")
    assert [word_classes("ar").of(text, k) for k in (1, 2)] == ["G", "F"]


def test_a_name_that_no_list_has_is_found() -> None:
    text = "وأضافت كريستوفاليان أن الوفد غادر القاعة."
    (mention,) = cast_of(text).mentions
    assert (text[mention.span.start : mention.span.end], mention.rule) == ("كريستوفاليان", "mention.tagger")


def test_one_tagged_name_is_one_entity() -> None:
    text = "ورحب غريشانكوف بالهدنة. ورحب غريشانكوف بالوفد."
    cast = cast_of(text)
    assert [m.rule for m in cast.mentions] == ["mention.tagger"] * 2
    assert len({m.entity for m in cast.mentions}) == 1


WORDS = ["قال", "محمد", "سيفيان", "إن", "مدينة", "كركبان", "في", "روسيا", "،", ".", "بن", "الوزير", "\n", '"', "12"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_what_is_found_already_stays_untouched(words: list[str]) -> None:
    text = scene(" ".join(words))
    found, _ = scan(text)
    covered = {k for f in found for k in range(f.first, f.last)}
    more = tagged(text, found)
    assert not any(k in covered for f in more for k in range(f.first, f.last))
    assert more == tagged(text, found)
