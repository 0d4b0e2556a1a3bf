import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import Reading, read
from hudna.record import Store, derive, reconcile
from hudna.sources import gather
from hudna.text import Document

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
Pair = tuple[Document, Reading]

# A war of our own: what is told in it depends on few words, so that many reports meet.
SIDES = (("الجيش الشمالي", "قوات الشمال"), ("الجيش الجنوبي", "قوات الجنوب"))
PEOPLE = ("سامي الدرعان", "الدرعان", "نبيل هارتيان", "هارتيان", "نبيل هارتيانو")
TOWNS = ("زاريت", "مرتفعات كلدة", "بلدة نوريم")
SENTENCES = (
    "قصف {a} {t} يوم {d} مارس 2021 وقتل {n} جنديا، وفق {b}.",
    "نفى {a} قصف {t} يوم {d} مارس 2021.",
    "بحث وزير الخارجية {p} مع نظيره {q} هدنة إنسانية يوم {d} مارس 2021.",
    "أعلن {a} هدنة إنسانية تبدأ يوم {d} مارس 2021.",
    "اتهم {a} {b} بخرق الهدنة وقصف {t}.",
    "قال {p} إن {n} مدنيا قتلوا في {t} يوم {d} مارس 2021.",
)


def story(seed: int) -> Document:
    """A report of the war; of some seeds a near copy of the one before."""
    dice = random.Random(seed - (seed % 4 == 1))  # noqa: S311 - no secret
    lines = []
    for _ in range(dice.randint(2, 4)):
        one, two = dice.sample(range(2), 2)
        given = {"a": dice.choice(SIDES[one]), "b": dice.choice(SIDES[two]), "t": dice.choice(TOWNS)}
        given |= {"p": dice.choice(PEOPLE), "q": dice.choice(PEOPLE)}
        lines.append(dice.choice(SENTENCES).format(**given, d=dice.randint(8, 10), n=dice.choice((3, 7, 12))))
    published = f"2021-03-{dice.randint(9, 12):02}" if dice.random() < 0.8 else None
    return Document(f"story-{seed:02}", "\n".join(lines), published=published, outlet=f"صحيفة {seed % 3}")


@pytest.fixture(scope="module")
def told() -> list[Pair]:
    """Readings of the examples and of stories of our own."""
    documents = [d for d in gather([EXAMPLES]) if isinstance(d, Document)]
    documents += [story(seed) for seed in range(14)]
    return [(document, read(document)) for document in documents]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "r.hudna", create=True) as opened:
        yield opened


def same(store: Store, held: dict[str, Pair]) -> None:
    assert store.record().to_json() == derive(held.values()).to_json()


@settings(max_examples=6)
@given(data=st.data())
def test_one_by_one_in_any_order_with_removals_is_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, told: list[Pair], data: st.DataObject
) -> None:
    order = data.draw(st.lists(st.sampled_from(range(len(told))), min_size=4, max_size=12))
    held: dict[str, Pair] = {}
    with Store.open(tmp_path_factory.mktemp("any") / "r.hudna", create=True) as store:
        for number in order:
            document, reading = told[number]
            if document.name in held and data.draw(st.booleans(), label="remove"):
                store.remove(document.name)
                del held[document.name]
            else:
                store.put(document, reading)
                held[document.name] = (document, reading)
            store.reconcile()
        same(store, held)


def test_what_is_added_to_a_record_touches_no_more_than_it_must(
    store: Store, told: list[Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reconcile, "rebuild", _never_twice(reconcile.rebuild))
    held: dict[str, Pair] = {}
    for document, reading in told[:-4]:
        store.put(document, reading)
        held[document.name] = (document, reading)
    store.reconcile()
    for document, reading in told[-4:]:
        store.put(document, reading)
        held[document.name] = (document, reading)
        same(store, held)
    for document, _ in told[3:6]:
        store.remove(document.name)
        del held[document.name]
        same(store, held)


def _never_twice(once: Callable[..., Any]) -> Callable[..., Any]:
    calls = []

    def rebuild(*given: Any) -> None:
        assert not calls, "the record was derived anew"
        calls.append(given)
        once(*given)

    return rebuild


def test_a_document_can_be_replaced_by_another_text(store: Store, told: list[Pair]) -> None:
    held = {document.name: (document, reading) for document, reading in told[-8:]}
    for pair in held.values():
        store.put(*pair)
    store.reconcile()
    name = told[-1][0].name
    document = replace(told[0][0], name=name)
    held[name] = (document, replace(told[0][1], name=name))
    store.put(*held[name])
    same(store, held)


def test_many_copies_of_one_text_are_one_lineage_however_they_come(store: Store, told: list[Pair]) -> None:
    document, reading = told[-3]
    held = {}
    for number in range(40):
        name = f"copy-{number:02}"
        held[name] = (replace(document, name=name), replace(reading, name=name))
        store.put(*held[name])
        if number % 9 == 4:
            store.reconcile()
    same(store, held)
    (line,) = store.record().lineages
    assert len(line.documents) == len(held)
    for name in list(held)[5:30:7]:
        store.remove(name)
        del held[name]
        same(store, held)
