"""The command line."""

import click


@click.group()
def main() -> None:
    """Turn many conflicting news reports into one sourced record."""
