from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from hudna.record import RecordError, Store
from hudna.views import EVERYTHING, Choice, Dossier, Report, documents
from hudna.web import routes
from hudna.web.edition import View
from hudna.web.library import Library
from hudna.web.page import NotReady


def until(held: Callable[[], bool]) -> bool:
    """Whether something comes to hold within half a minute, on a busy machine too."""
    end = monotonic() + 30
    while monotonic() < end:
        if held():
            return True
        sleep(0.01)
    return False


def test_an_edition_is_read_once_while_the_file_stays(record_file: Path) -> None:
    library = Library(record_file)
    assert library.edition() is library.edition()


def test_a_new_edition_comes_behind_those_who_read(record_file: Path) -> None:
    library = Library(record_file)
    first = library.edition()
    with Store.open(record_file) as store:
        store.remove("second")
    assert library.edition() is first
    assert until(lambda: "second" not in library.edition().dossier.texts)
    assert "second" in first.dossier.texts


def test_whoever_wrote_reads_what_was_written(record_file: Path) -> None:
    library = Library(record_file)
    library.edition()
    with Store.open(record_file) as store:
        store.remove("second")
    library.follow(30)
    assert "second" not in library.edition().dossier.texts


def test_whoever_wrote_does_not_wait_for_long(record_file: Path) -> None:
    library = Library(record_file, (lambda *_: sleep(1) or (),))
    library.edition()
    with Store.open(record_file) as store:
        store.remove("second")
    start = monotonic()
    library.follow(0.2)
    assert monotonic() - start < 0.8
    assert until(lambda: "second" not in library.edition().dossier.texts)


def test_a_record_taken_away_is_served_as_it_was(record_file: Path) -> None:
    library = Library(record_file)
    library.edition()
    record_file.unlink()
    assert library.edition().rows(documents)


def test_a_view_is_worked_out_once_however_many_ask(record_file: Path) -> None:
    asked: list[Choice] = []

    def slow(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Report, ...]:
        asked.append(choice)
        sleep(0.05)
        return documents(dossier, choice)

    edition = Library(record_file).edition()
    threads = [Thread(target=edition.rows, args=(slow,)) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == [EVERYTHING]


def test_a_record_that_is_being_read_is_said_to_be(record_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = Event()

    def slow(_: Dossier, __: Choice) -> tuple[Report, ...]:
        begin.wait(5)
        return ()

    library = Library(record_file, (slow, documents))
    whole = library.edition()
    monkeypatch.setattr("hudna.web.library.PATIENCE", 0)
    with pytest.raises(NotReady) as told:
        library.edition((slow,))
    assert (told.value.done, told.value.parts, told.value.why) == (0, 2, "")
    begin.set()
    assert until(lambda: whole.progress == (2, 2))
    assert library.edition((slow, documents)) is whole


def test_what_somebody_waits_for_is_prepared_first(record_file: Path) -> None:
    begin = Event()
    made: list[int] = []

    def view(number: int) -> View[int]:
        def rows(_: Dossier, __: Choice) -> tuple[int, ...]:
            begin.wait(5)
            made.append(number)
            return ()

        return rows

    views = [view(n) for n in range(4)]
    library = Library(record_file, views)
    edition = library.edition()
    edition.ready((views[3],), 0)
    begin.set()
    assert until(lambda: made == [0, 3, 1, 2])


def test_a_search_for_nothing_waits_for_nothing() -> None:
    page = next(p for p in routes.found() if p.name == "search")
    assert page.warm
    assert (page.needs({}), page.needs({"q": " "}), page.needs({"since": "2023"})) == ((), (), ())
    assert page.needs({"q": "هدنة"}) == page.warm
    assert all(p.needs({}) == p.warm for p in routes.found() if p.name != "search")


def test_what_fails_to_be_prepared_is_tried_again_by_whoever_asks(record_file: Path) -> None:
    def wrong(_: Dossier, __: Choice) -> tuple[Report, ...]:
        raise ZeroDivisionError

    library = Library(record_file, (wrong, documents))
    with pytest.raises(ZeroDivisionError):
        library.edition((wrong,)).rows(wrong)
    assert library.edition((documents,)).rows(documents)


def test_what_keeps_a_record_from_being_read_is_told(record_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: Store) -> None:
        raise RecordError("it.hudna: database is locked")

    monkeypatch.setattr("hudna.web.library.PATIENCE", 0.2)
    monkeypatch.setattr(Store, "reconcile", locked)
    library = Library(record_file)
    with pytest.raises(NotReady, match="locked"):
        library.edition()
    monkeypatch.undo()
    assert until(lambda: bool(library.edition().rows(documents)))
