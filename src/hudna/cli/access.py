"""``hudna access``."""

from dataclasses import replace
from pathlib import Path

import click

from hudna.cli.trouble import trouble
from hudna.web.guard.people import READER, ROLES, BadPeople, Person, fit, new_key, read, write
from hudna.web.guard.secret import hashed

_SHORTEST = 10  # characters of a password


@click.group()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def access(context: click.Context, file: Path) -> None:
    """Say who may come to a served record.

    FILE holds a line for each person: name, role and hashes of password and keys, which themselves are kept nowhere.
    A running server sees every change at once.
    """
    context.obj = file


@access.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), help="Reviewers judge, readers only look; a new person is a reader.")
@click.option("--key", is_flag=True, help="Make a key for programs and print it, instead of asking for a password.")
@click.pass_obj
def add(file: Path, name: str, *, role: str | None, key: bool) -> None:
    """Take somebody in, or give them another password, role or key."""
    if not fit(name):
        raise click.UsageError(f"{name!r} is no name: letters, digits, spaces and . - _ @ ', at most 64")
    people = _read(file) if file.exists() else {}
    person = people.get(name, Person(name, role or READER))
    person = replace(person, role=role or person.role)
    if key:
        shown, mark, kept = new_key()
        people[name] = replace(person, keys={**person.keys, mark: kept})
    else:
        people[name] = replace(person, password=hashed(_asked(name)))
    _write(file, people)
    if key:
        click.echo(shown)
        click.echo("This key is shown only now.", err=True)


@access.command()
@click.argument("name")
@click.pass_obj
def remove(file: Path, name: str) -> None:
    """Take somebody out, with all their keys."""
    people = _read(file)
    if name not in people:
        raise click.ClickException(f"{file} names no {name!r}")
    _write(file, {n: p for n, p in people.items() if n != name})


@access.command("list")
@click.pass_obj
def listed(file: Path) -> None:
    """Print who may come: name, role, whether by password, and how many keys."""
    for person in _read(file).values():
        click.echo("\t".join((person.name, person.role, "password" if person.password else "", str(len(person.keys)))))


def _asked(name: str) -> str:
    said = click.prompt(f"Password of {name}", hide_input=True, confirmation_prompt=True)
    if len(said) < _SHORTEST:
        raise click.ClickException(f"a password has at least {_SHORTEST} characters")
    return str(said)


def _read(file: Path) -> dict[str, Person]:
    try:
        return read(file)
    except BadPeople as error:
        raise click.ClickException(str(error)) from error


def _write(file: Path, people: dict[str, Person]) -> None:
    try:
        write(file, people)
    except OSError as error:
        raise trouble(error, file) from error
