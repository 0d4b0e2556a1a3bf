from multiprocessing import get_context
from pathlib import Path

import pytest

from hudna.lexicon import cache, load
from hudna.lexicon.source import source_files

TABLES = {"words": {"قصف": (1, 2)}, "names": {"روسيا": 3}, "name_lists": {"given": {"علي": "Ali"}}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "hudna"


def test_tables_come_back(folder: Path) -> None:
    cache.save("ar", "key", TABLES)
    assert cache.load("ar", "key") == TABLES
    assert cache.load("ar", "other") is None
    assert folder.stat().st_mode & 0o077 == 0


def test_what_is_cut_short_or_damaged_is_no_table(folder: Path) -> None:
    cache.save("ar", "key", TABLES)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for content in (*(whole[:count] for count in range(len(whole))), whole[:-1] + b"?", whole[:9] + b"?" + whole[10:]):
        file.write_bytes(content)
        assert cache.load("ar", "key") is None
    cache.save("ar", "key", TABLES)
    assert cache.load("ar", "key") == TABLES


def test_does_without_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.save("ar", "key", TABLES)
    assert cache.load("ar", "key") is None


def test_does_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    cache.save("ar", "key", TABLES)
    assert cache.load("ar", "key") is None


def test_leaves_nothing_behind_where_writing_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", refuse)
    cache.save("ar", "key", TABLES)
    assert not list(folder.iterdir())


def test_keeps_the_tables_of_a_few_versions(folder: Path) -> None:
    for number in range(8):
        cache.save("ar", f"key{number}", TABLES)
    assert len(list(folder.iterdir())) == 5
    assert cache.load("ar", "key7") == TABLES


def _saved_often(number: int) -> bool:
    tables = {**TABLES, "number": number}
    for _ in range(50):
        cache.save("ar", "key", tables)
        held = cache.load("ar", "key")
        if held is None or {**held, "number": 0} != {**TABLES, "number": 0}:
            return False
    return True


def test_two_processes_write_the_same_tables() -> None:
    with get_context("fork").Pool(2) as pool:
        assert pool.map(_saved_often, range(2)) == [True, True]


def test_the_lexicon_is_compiled_into_tables_that_are_loaded() -> None:
    key = cache.digest(source_files("ar"))
    assert load("ar") is load()
    assert load().version == key
