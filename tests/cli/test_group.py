import subprocess
import sys
from importlib.util import find_spec

import click
import pytest

from hudna.cli import COMMANDS, main


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from hudna.cli import main; main(['--help'], standalone_mode=False); "
        "sys.exit(sorted({'sqlalchemy', 'rich', 'trafilatura', 'py3langid', 'hudna.reading'} & set(sys.modules)) or 0)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own command
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_says_of_each_command_what_it_says_itself(name: str) -> None:
    if find_spec(f"hudna.cli.{name}") is None:
        pytest.skip("not there yet")
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert (command.help or "").partition("\n")[0] == COMMANDS[name]


def test_an_unknown_command_is_a_usage_error(hudna) -> None:  # noqa: ANN001
    result = hudna("shw")
    assert result.exit_code == 2
    assert "No such command 'shw'" in result.output
