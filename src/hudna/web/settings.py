"""How an application is served: what it is called, and what it asks of those who come."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line says of serving.

    Attributes:
        host: the address that is listened at.
        port: its port; 0 while none is chosen.
        names: further names under which browsers may reach it, without ports.
        people: the file of those who may come; None where nobody is asked.

    """

    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    people: Path | None = None


def loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
