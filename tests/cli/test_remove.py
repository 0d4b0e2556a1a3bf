from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from hudna.record import Store

Run = Callable[..., Result]


def test_a_removed_document_goes_with_all_it_brought(hudna: Run, record: Path, reports: Path, tmp_path: Path) -> None:
    hudna("build", record, reports)
    result = hudna("remove", record, "1")
    assert (result.exit_code, result.stdout) == (0, "1 removed\n")
    without = tmp_path / "without.hudna"
    hudna("build", without, reports / "0.txt", reports / "2.txt")
    with Store.open(record) as one, Store.open(without) as other:
        assert one.names() == ("0", "2")
        assert one.record() == other.record()
