from dataclasses import replace
from itertools import permutations

import pytest

from hudna.record import DocumentEntry, Record, Toll
from hudna.text import Span
from hudna.views.retold import retold


def toll(document: str, number: int = 0, **fields: object) -> Toll:
    """Twelve soldiers of AAA killed on a day in March, as the ministry of AAA has it."""
    span = Span(10 * number, 10 * number + 5)
    held = Toll(
        f"k{document}{number}", document, "killed", "12", 12, 12, "military", "AAA", None, "2021-03-10",
        cumulative=False, claimed_by=("ministry",), event=None, telling=None, blamed=(), quote=span, evidence=span,
        rule="test",
    )  # fmt: skip
    return replace(held, **fields)  # type: ignore[arg-type]


def record(**lineages: str) -> Record:
    """Documents of one day, by name with their lineages."""
    given = {"a": "a", "b": "b", "c": "c"} | lineages
    return Record(
        tuple(
            DocumentEntry(n, "", "", "ar", None, None, None, "2021-03-11", "metadata", line)
            for n, line in given.items()
        )
    )


def told(held: Record, *facts: Toll) -> list[set[str]]:
    return [{f.id for f in group} for group in retold(held, facts)]


def test_one_claim_of_one_day_is_one_figure_however_often_it_is_told() -> None:
    assert told(record(), toll("a"), toll("b"), toll("c")) == [{"ka0", "kb0", "kc0"}]


@pytest.mark.parametrize(
    "other",
    [
        {"count": "13", "low": 13, "high": 13},
        {"kind": "wounded"},
        {"side": "BBB"},
        {"claimed_by": ("observers",)},
        {"date": "2021-03-12"},
        {"cumulative": True},
        {"victims": "civilian"},
    ],
)
def test_what_differs_stays_apart(other: dict[str, object]) -> None:
    assert len(told(record(), toll("a"), toll("b", **other))) == 2


def test_figures_of_one_document_are_different_losses() -> None:
    assert told(record(), toll("a"), toll("a", 1), toll("b"), toll("b", 1)) == [{"ka0", "kb0"}, {"ka1", "kb1"}]


def test_a_copy_may_leave_out_whose_and_who_says_so() -> None:
    bare = toll("b", side=None, victims="unspecified", claimed_by=(), date="2021-03-11")
    assert len(told(record(), toll("a"), bare)) == 2
    assert len(told(record(b="a"), toll("a"), bare)) == 1


def test_a_small_number_without_a_day_is_too_common_to_be_one() -> None:
    few = {"count": "2", "low": 2, "high": 2, "date": None}
    assert len(told(record(), toll("a", **few), toll("b", **few))) == 2
    assert len(told(record(), toll("a", date=None), toll("b", date=None))) == 1


def test_the_order_of_the_figures_does_not_matter() -> None:
    facts = (toll("a"), toll("a", 1), toll("b"), toll("c", claimed_by=("observers",)))
    assert len({str(told(record(), *some)) for some in permutations(facts)}) == 1
