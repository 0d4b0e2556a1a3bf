from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from hudna.record import Store
from hudna.views import EVERYTHING, Choice, Dossier, Report, documents
from hudna.web.library import Library


def until(held: Callable[[], bool]) -> bool:
    """Whether something comes to hold within five seconds."""
    end = monotonic() + 5
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
    with Store.open(record_file) as store:
        store.remove("second")
    library.follow(30)
    assert "second" not in library.edition().dossier.texts


def test_whoever_wrote_does_not_wait_for_long(record_file: Path) -> None:
    library = Library(record_file, (lambda *_: sleep(2) or (),))
    with Store.open(record_file) as store:
        store.remove("second")
    start = monotonic()
    library.follow(0.2)
    assert monotonic() - start < 1.5
    assert until(lambda: "second" not in library.edition().dossier.texts)


def test_a_record_taken_away_is_served_as_it_was(record_file: Path) -> None:
    library = Library(record_file)
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
