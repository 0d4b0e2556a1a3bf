"""What went wrong with a file, as the line that a command ends with."""

import click


def trouble(error: OSError, at: object) -> click.ClickException:
    """The end of a command that could not read or write ``at``: a path, or what a person calls it."""
    return click.ClickException(f"{at}: {error.strerror or error}")
