import pytest

from hudna.record.names import alike, contains, distance, ends, near, parse, recalls


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("PER", "دافيد زالكالياني", "ديفيد زالكالياني"),
        ("PER", "عبد الله صالح", "عبدالله صالح"),
        ("PER", "سيرغي إيفانوف", "سيرجي ايفانوف"),
        ("PER", "محمد بن راشد", "محمد راشد"),
        ("ORG", "وزارة الدفاع الأذربيجانية", "وزارة الدفاع في أذربيجان"),
        ("ORG", "وزارة الخارجية", "الخارجية"),
        ("ORG", "حركة طالبان", "طالبان"),
        ("LOC", "مدينة زاريت", "زاريت"),
        ("LOC", "ستيباناكيرت", "ستباناكرت"),
        ("PER", "جلعاد شاليط", "غلعاد شاليت"),
        ("ORG", "المتمردون الحوثيون", "المتمردين الحوثيين"),
        ("ORG", "صحيفة فايننشيال تايمز", "صحيفة فايننشال تايمز"),
    ],
)
def test_spellings_of_one_name_are_alike(kind: str, left: str, right: str) -> None:
    assert alike(parse(kind, left), parse(kind, right))


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("LOC", "قره باغ", "قره داغ"),
        ("PER", "إلهام علييف", "حيدر علييف"),
        ("ORG", "وزارة الدفاع", "وزارة الداخلية"),
        ("LOC", "آمد", "أمد بك"),
        ("LOC", "لي", "لو"),
        ("PER", "حسن الخطيب", "حسين الخطيب"),
        ("PER", "رشيد كرامي", "راشد كرامي"),
        ("PER", "مارك كارني", "مارك الغرياني"),
        ("PER", "علي حسن", "علي الحسيني"),
        ("LOC", "جدة", "القديح"),
        ("LOC", "القدس", "قدسيا"),
        ("LOC", "كورام", "قرم"),
        ("ORG", "حزب الشعب", "حزب الشعوب"),
    ],
)
def test_other_names_are_not_alike(kind: str, left: str, right: str) -> None:
    assert not alike(parse(kind, left), parse(kind, right))


def test_a_body_tells_its_state() -> None:
    name = parse("ORG", "وزارة الدفاع الأذربيجانية")
    assert name.state == "AZE"
    assert name.words == ("دفاع",)
    assert name.generic


def test_a_slip_in_one_word_is_near_and_two_are_not() -> None:
    full = parse("PER", "مولود جاويش أوغلو")
    assert near(full, parse("PER", "مولود شاويش أوغلو"))
    assert not near(parse("PER", "سعيد الخطيب"), parse("PER", "سعود الخطيب"))
    assert not near(full, parse("PER", "مولود شاويش أوغلي بك"))
    assert not near(full, parse("PER", "خالد شاويش أوغلو"))


def test_a_shorter_name_keeps_the_first_word() -> None:
    full = parse("PER", "علي عبد الله صالح")
    assert contains(full, parse("PER", "علي صالح"))
    assert not contains(full, parse("PER", "عبدالله صالح"))


def test_a_family_name_ends_a_name_but_a_fathers_name_is_no_family_name() -> None:
    assert ends(parse("PER", "سيرغي لافروف"), parse("PER", "لافروف"))
    assert not ends(parse("PER", "محمد بن سلمان"), parse("PER", "سلمان"))
    assert not ends(parse("PER", "لافروف"), parse("PER", "لافروف"))


@pytest.mark.parametrize(("left", "right", "steps"), [("", "ab", 2), ("abc", "abc", 0), ("kitten", "sitting", 3)])
def test_distance_counts_changes(left: str, right: str, steps: int) -> None:
    assert distance(left, right) == distance(right, left) == steps


def test_a_spelling_that_no_document_has_recalls_the_name() -> None:
    assert recalls("PER", "نيكول باشينيان", "باشنيان")
    assert recalls("LOC", "ستيباناكيرت", "ستباناكرت")
    assert not recalls("PER", "نيكول باشينيان", "نيكول")
    assert not recalls("LOC", "نيو مكسيكو", "مكسيكو")
    assert not recalls("PER", "نيكول باشينيان", " ")
