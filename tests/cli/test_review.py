import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from hudna.cli.reviewing import go_through
from hudna.record import Store
from hudna.views import Bench, Dossier, doubts, table

Run = Callable[..., Result]


def rows(hudna: Run, record: Path, *command: str) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = json.loads(hudna(*command[:1], record, *command[1:], "--json").stdout)
    return held


def event(hudna: Run, record: Path, mode: str, document: str = "first") -> str:
    """The telling in a document of the event of this mode."""
    shown = rows(hudna, record, "show", "incidents") + rows(hudna, record, "show", "contacts")
    marks = [m for r in shown if r["mode"] == mode for m in r["sources"]]
    return next(str(m["fact"]) for m in marks if m["document"] == document)


def test_what_is_uncertain_is_listed_the_gravest_first(hudna: Run, record_file: Path) -> None:
    listed = rows(hudna, record_file, "review", "list")
    weights = [row["weight"] for row in listed]
    assert weights == sorted(weights, reverse=True)
    assert {"event", "toll"} <= {row["what"] for row in listed}
    told = hudna("review", record_file).stdout.splitlines()
    assert len(told) == len(listed) + 1
    assert len(hudna("review", record_file, "list", "--limit", 2).stdout.splitlines()) == 3


def test_a_fact_is_accepted_corrected_and_rejected(hudna: Run, record_file: Path) -> None:
    own = event(hudna, record_file, "heavy-weapons")
    accepted = hudna("review", record_file, "accept", own, "--author", "Lena")
    assert accepted.stdout.startswith("[1] event accepted by Lena, ")
    assert own not in {row["id"] for row in rows(hudna, record_file, "review", "list")}
    values = ("date=2023-04-30", "actors=Rapid Support Forces، الجيش السوداني", "weapon=", "place=El Obeid")
    corrected = hudna("review", record_file, "correct", own, *values, "--note", "the day before")
    assert "date: 2023-05-01 → 2023-04-30" in corrected.stdout
    assert "weapon: artillery → none" in corrected.stdout
    assert "place" not in corrected.stdout
    assert "note: the day before" in corrected.stdout
    assert hudna("review", record_file, "reject", own).exit_code == 0
    why = hudna("why", record_file, own).stdout
    assert why.startswith(f"rejected fact {own}: event\n")
    assert "[1] event accepted by Lena" in why
    assert "overruled by 3" in why
    log = rows(hudna, record_file, "review", "log")
    assert [(row["number"], row["state"]) for row in log] == [(1, "overruled"), (2, "overruled"), (3, "applied")]


def test_an_undone_judgement_stays_in_the_log(hudna: Run, record_file: Path) -> None:
    before = hudna("export", record_file, "--format", "jsonl").stdout
    hudna("review", record_file, "reject", event(hudna, record_file, "phone"), "--author", "Lena")
    assert hudna("export", record_file, "--format", "jsonl").stdout != before
    hudna("review", record_file, "undo", 1, "--author", "Omar")
    assert hudna("export", record_file, "--format", "jsonl").stdout == before
    log = hudna("review", record_file, "log").stdout
    assert "[1] event rejected by Lena" in log
    assert "taken back by 2" in log
    assert "[2] judgement 1 taken back by Omar" in log


def test_a_missed_fact_is_added_on_its_characters(hudna: Run, record_file: Path) -> None:
    text = hudna("text", record_file, "first").stdout
    start = text.index("نفت")
    said = ("event", "type=reject", "actors=f@x, rsf", "topic=other")
    refused = hudna("review", record_file, "add", "first", start, start + 3, *said)
    assert (refused.exit_code, refused.stderr) == (1, "Error: actors: the record knows no entity called 'f@x'\n")
    said = ("event", "type=reject", "actors=قوات الدعم السريع, ORG@0-4, unnamed: envoys", "date=2023-05-02")
    added = hudna("review", record_file, "add", "first", start, start + 3, *said)
    assert added.exit_code == 0
    assert "type: REJECT" in added.stdout
    own = next(r["facts"][0] for r in rows(hudna, record_file, "review", "log"))
    assert "rule: judgement" in hudna("why", record_file, own).stdout
    toll = hudna(
        "review", record_file, "add", "first", start, start + 3, "toll", "kind=wounded", "count=3", f"event={own}"
    )
    assert toll.exit_code == 0, toll.stderr
    assert any(r["kind"] == "wounded" and r["event"] for r in rows(hudna, record_file, "show", "casualties"))


def test_entities_and_events_are_split_and_joined(hudna: Run, record_file: Path) -> None:
    (place,) = [r["id"] for r in rows(hudna, record_file, "show", "places")]
    answer = json.loads(hudna("why", record_file, place, "--json").stdout)
    member = answer["mentions"][0]["fact"]
    assert hudna("review", record_file, "split", member).exit_code == 0
    places = [r["id"] for r in rows(hudna, record_file, "show", "places")]
    assert len(places) == 2
    joined = hudna("review", record_file, "join", *places, "--author", "Lena", "--note", "one town")
    assert joined.exit_code == 0
    (again,) = [r["id"] for r in rows(hudna, record_file, "show", "places")]
    assert "joined by judgement: Lena, " in hudna("why", record_file, again).stdout
    together = hudna("review", record_file, "join", again, again)
    assert (together.exit_code, together.stderr) == (1, "Error: these are one already\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("accept", "nothing"), "the record holds no fact with the id 'nothing'"),
        (("correct", "OWN", "date=monday"), "date: 'monday' is no ISO 8601 date"),
        (("correct", "OWN", "type=BOMB"), "type: 'BOMB' is no one of AGREE"),
        (("correct", "OWN", "colour=red"), "'colour' is no field of this event"),
        (("correct", "OWN", "actors=nobody"), "actors: the record knows no entity called 'nobody'"),
        (("split", "OWN"), "stands alone"),
        (("undo", "7"), "the log has no judgement 7; it has 0"),
        (("add", "nowhere", "1", "3", "event", "type=ASSAULT"), "no document 'nowhere'"),
        (("add", "first", "1", "9999", "event", "type=ASSAULT"), "is no span of its"),
    ],
)
def test_what_cannot_be_judged_is_told_in_one_line(hudna: Run, record_file: Path, words: Any, says: str) -> None:
    own = event(hudna, record_file, "phone")
    result = hudna("review", record_file, *(own if w == "OWN" else w for w in words))
    assert result.exit_code == 1
    assert says in result.stderr
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert not rows(hudna, record_file, "review", "log")


def test_a_value_without_a_field_is_a_wrong_command_line(hudna: Run, record_file: Path) -> None:
    assert hudna("review", record_file, "correct", event(hudna, record_file, "phone"), "monday").exit_code == 2


def test_options_may_stand_before_and_behind_the_record(hudna: Run, record_file: Path) -> None:
    listed = hudna("review", record_file, "list").stdout
    assert hudna("review", record_file, "--threshold", "0.85", "list").stdout == listed
    assert hudna("review", "--threshold", "0.85", record_file).stdout == listed
    assert hudna("review", record_file, "--threshold=0").stdout != listed
    own = event(hudna, record_file, "phone")
    assert "noted by Lena" in hudna("review", record_file, "--author", "Lena", "note", own, "who called?").stdout
    assert hudna("review", record_file, "--help").exit_code == 0
    assert hudna("review", record_file, "--colour", "red").exit_code == 2


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make the person press keys and type answers."""

    def press(*typed: str) -> None:
        held: Iterator[str] = iter(typed)
        monkeypatch.setattr("click.getchar", lambda: next(held))
        monkeypatch.setattr("click.prompt", lambda *_, **__: next(held))

    return press


def sitting(record: Path) -> list[str]:
    """Go through the queue of a record; the kinds of judgements made."""
    with Store.open(record) as store:
        dossier = Dossier.of(store)
        bench = Bench(store, "Lena")
        go_through(bench, dossier, doubts(dossier, table()))
        return [j.kind for j in store.judgements().all]


def test_the_queue_is_gone_through_key_by_key(
    record_file: Path, keys: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    keys("?", "n", "look again", "c", "colour=red", "c", "date=2023-04-29", "a", "u", "r", "k", "q")
    assert sitting(record_file) == ["note", "correct", "accept", "undo", "reject"]
    shown = capsys.readouterr().out
    assert "⟦" in shown
    assert "'colour' is no field of this event" in shown
    assert "5 judgements made" in shown


def test_leaving_at_once_leaves_everything_as_it_is(record_file: Path, keys: Callable[..., None]) -> None:
    keys("q")
    assert sitting(record_file) == []


def test_values_that_the_text_cannot_have_come_to_no_log(hudna: Run, record_file: Path) -> None:
    own = event(hudna, record_file, "heavy-weapons")
    away = hudna("review", record_file, "correct", own, "actors=ORG@5-99999", "--author", "Lena")
    assert away.stderr.startswith("Error: 5-99999 is no span of its ")
    twice = hudna("review", record_file, "correct", own, "mode=aerial", "mode=clash", "--author", "Lena")
    assert (twice.exit_code, twice.stderr.splitlines()[-1]) == (2, "Error: mode is given twice")
    assert hudna("review", record_file, "note", own, "\udcff", "--author", "Lena").exit_code == 1
    assert not hudna("review", record_file, "log").stdout


def test_digits_of_any_script_are_numbers(hudna: Run, record_file: Path) -> None:
    own = event(hudna, record_file, "heavy-weapons")
    result = hudna("review", record_file, "correct", own, "date=٢٠٢٣-٠٤-٣٠", "--author", "Lena")
    assert "date: 2023-05-01 → 2023-04-30" in result.stdout


def test_a_damaged_log_is_one_line_for_people(hudna: Run, record_file: Path) -> None:
    hudna("review", record_file, "note", event(hudna, record_file, "phone"), "?", "--author", "Lena")
    with closing(sqlite3.connect(record_file)) as file, file:
        file.execute("UPDATE judgements SET value = '{'")
    for words in (
        ("show", record_file, "contacts"),
        ("review", record_file, "log"),
        ("review", record_file, "undo", 1),
    ):
        result = hudna(*words)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"Error: {record_file}: its log of judgements is damaged: no JSON: ")
