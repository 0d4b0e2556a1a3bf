import click

from hudna.cli.telling import told
from hudna.reading import (
    Attribution,
    Casualty,
    Entity,
    Event,
    Loss,
    Mention,
    Published,
    Reading,
    Time,
    Truce,
    Violation,
)
from hudna.text import Document, Span

TEXT = """قصف على الحدود
قالت وزارة الدفاع إن القوات قصفت قرية أمس. وقتل جنديان ودمرت دبابة.
أعلنت الهدنة وخرقت مرتين.
التعليقات (0)
"""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SENTENCE = at("قالت وزارة الدفاع إن القوات قصفت قرية أمس.")
READING = Reading(
    name="a",
    sha256="",
    engine="1",
    title="قصف على الحدود",
    outlet="وكالة أ",
    agency="وكالة ب",
    published=Published("2020-07-14", "dateline"),
    furniture=(at("التعليقات (0)"),),
    entities=(
        Entity("e1", "ORG", "وزارة الدفاع", side="AAA"),
        Entity("e2", "ORG", "القوات المسلحة", side="BBB"),
        Entity("e3", "LOC", "قرية"),
    ),
    mentions=(Mention(at("وزارة الدفاع"), "e1"), Mention(at("القوات"), "e2"), Mention(at("قرية"), "e3")),
    times=(Time(at("أمس"), "2020-07-13", "day-1"),),
    attributions=(Attribution("e1", at("قالت"), at("القوات قصفت قرية أمس"), "statement", "unnamed: a source"),),
    events=(
        Event(
            "v1", "ASSAULT", at("قصفت"), SENTENCE, "shelling", ("e2",), ("e3",), "e3", "2020-07-13", claimed_by=("e1",),
            disputed_by=("e2",), weapon="artillery",
        ),
    ),
    casualties=(
        Casualty("c1", "killed", "2", "military", at("قتل جنديان"), SENTENCE, "e1", cumulative=True, blamed=("e2",)),
    ),
    losses=(Loss("l1", "destroyed", "tank", "1", at("دمرت دبابة"), SENTENCE, claimed_by=("e1",)),),
    truces=(
        Truce(
            "t1", "ceasefire", "announced", at("الهدنة"), SENTENCE, parties=("e1", "e2"), duration="P5D",
            violations=(Violation(at("خرقت مرتين"), by=("e2",), count="2", claimed_by=("e1",)),),
        ),
    ),
)  # fmt: skip


def test_each_fact_stands_below_its_sentence() -> None:
    lines = [click.unstyle(line) for line in told(Document("a", TEXT), READING, isolate=False)]
    assert lines == [
        "a  قصف على الحدود",
        "وكالة أ · relays وكالة ب · 2020-07-14 (dateline)",
        "",
        "قصف على الحدود",
        "",
        "قالت وزارة الدفاع إن القوات قصفت قرية أمس.",
        "  names      «وزارة الدفاع» (ORG, AAA) · «القوات» (= القوات المسلحة, ORG, BBB) · «قرية» (LOC)",
        "  time       «أمس» 2020-07-13",
        "  says       وزارة الدفاع · via statement · relayed by unnamed: a source: «القوات قصفت قرية أمس»",
        (
            "  event      ASSAULT/shelling «قصفت» · القوات المسلحة → قرية · actual · in قرية · 2020-07-13 · artillery"
            " · claimed by وزارة الدفاع · disputed by القوات المسلحة"
        ),
        "وقتل جنديان ودمرت دبابة.",
        "  toll       2 killed «قتل جنديان» · military of وزارة الدفاع · cumulative · blamed القوات المسلحة",
        "  loss       1 tank destroyed «دمرت دبابة» · claimed by وزارة الدفاع",
        "",
        "أعلنت الهدنة وخرقت مرتين.",
        "  truce      ceasefire «الهدنة» · announced · between وزارة الدفاع, القوات المسلحة · P5D",
        "  violation  «خرقت مرتين» · 2 · by القوات المسلحة · claimed by وزارة الدفاع",
        "",
        "التعليقات (0)",
    ]


def test_arabic_is_isolated_on_a_terminal() -> None:
    lines = [click.unstyle(line) for line in told(Document("a", TEXT), READING, isolate=True)]
    assert "  time       \u2068«أمس»\u2069 2020-07-13" in lines
    assert "قالت وزارة الدفاع إن القوات قصفت قرية أمس." in lines  # the text itself is shown as it is
