import sys

import pytest

from benchmarks.processes import median_seconds, run


def test_a_command_has_its_time_and_its_peak_memory() -> None:
    cost = run([sys.executable, "-c", "held = bytearray(60_000_000)"])
    assert cost.seconds > 0
    assert 60 < cost.megabytes < 300
    assert median_seconds([[sys.executable, "-c", ""]] * 3) > 0


def test_a_command_that_fails_is_named_with_what_it_wrote() -> None:
    with pytest.raises(RuntimeError, match="ended with 3: no such report"):
        run([sys.executable, "-c", "import sys; sys.stderr.write('no such report'); sys.exit(3)"])
