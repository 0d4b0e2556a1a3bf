"""``hudna serve``."""

import errno
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from hudna.cli.records import RECORD
from hudna.record import RecordError

_QUIET: dict[str, Any] = {"log_level": "warning", "access_log": False, "server_header": False}  # no addresses in logs
_LINE = 16 * 1024  # bytes of a request's line and headers


@click.command()
@RECORD
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Its port; 0 for any.")
@click.option("--name", "names", multiple=True, help="Another name under which browsers reach it; can be repeated.")
@click.option(
    "--auth",
    "people",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File of those who may come, made by hudna access; everybody else is turned away.",
)
def serve(record: Path, *, host: str, port: int, names: tuple[str, ...], people: Path | None) -> None:
    """Show a record in a browser.

    Without --auth it is reached from this machine alone. Nothing it shows is fetched from elsewhere.
    """
    import uvicorn  # noqa: PLC0415 not before the command line is understood

    from hudna.web import Settings, create_app  # noqa: PLC0415 as above
    from hudna.web.guard.people import BadPeople  # noqa: PLC0415 as above
    from hudna.web.settings import loopback  # noqa: PLC0415 as above

    if people is None and not loopback(host):
        raise click.UsageError(f"{host} can be reached from other machines: say who may come by --auth FILE")
    with _bound(host, port) as bound:
        settings = Settings(host, bound.getsockname()[1], names, people)
        try:
            app = create_app(record, settings)
        except (RecordError, BadPeople) as error:
            raise click.ClickException(str(error)) from error
        click.echo(f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/  (Ctrl+C ends it)")
        config = uvicorn.Config(app, http="h11", h11_max_incomplete_event_size=_LINE, **_QUIET)
        with suppress(KeyboardInterrupt):  # which the server has heard and obeyed
            uvicorn.Server(config).run(sockets=[bound])


def _bound(host: str, port: int) -> socket.socket:
    """A socket at an address, or the one line that says why there is none."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = f"port {port} is taken; choose another with --port" if taken else str(error.strerror or error)
        raise click.ClickException(reason) from error
