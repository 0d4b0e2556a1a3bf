import re
from pathlib import Path

import click
import pytest

from hudna.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    "README.md",
    "README.ar.md",
    "ARCHITECTURE.md",
    "docs/cli.md",
    "docs/web.md",
    "docs/api.md",
    "docs/reading.md",
    "docs/reading-format.md",
    "examples/README.md",
]
OPTION = re.compile(r"--[a-z]+")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def options(command: str) -> set[str]:
    """Those of a command and of the commands that it has itself."""
    found = main.get_command(click.Context(main), command)
    assert found is not None
    inner = found.commands.values() if isinstance(found, click.Group) else ()
    parameters = [p for c in (found, *inner) for p in c.params]
    return {name for parameter in parameters if isinstance(parameter, click.Option) for name in parameter.opts}


def shown(name: str) -> list[str]:
    """The command lines of hudna that a page shows in its blocks of code."""
    lines = re.findall(r"^(?:    |\$ )?(hudna [a-z].*)$", page(name), re.MULTILINE)
    return [line for line in lines if line.split()[1] != "COMMAND"]


def section(command: str) -> str:
    parts = re.split(r"^## `hudna ([a-z]+)`$", page("docs/cli.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[command]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_and_its_page_have_the_same_options(command: str) -> None:
    assert set(OPTION.findall(section(command))) == {name for name in options(command) if name.startswith("--")}


@pytest.mark.parametrize("name", ["README.md", "README.ar.md", "docs/cli.md"])
def test_every_command_line_shown_can_be_typed(name: str) -> None:
    assert shown(name)
    for line in shown(name):
        assert set(OPTION.findall(line)) <= options(line.split()[1]), line


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_a_readme_names_every_command(name: str) -> None:
    assert {line.split()[1] for line in shown(name)} == set(COMMANDS)


@pytest.mark.parametrize("name", ["README.md", "README.ar.md", "ARCHITECTURE.md"])
def test_every_make_target_named_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)`", page(name))) <= targets


@pytest.mark.parametrize("name", PAGES)
def test_every_link_to_a_file_leads_to_one(name: str) -> None:
    for target in LINK.findall(page(name)):
        assert ((ROOT / name).parent / target).exists(), target


def test_every_make_target_has_its_line_of_purpose() -> None:
    lines = page("Makefile").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[a-z]+:", line):
            assert lines[number - 1].startswith("# "), line
