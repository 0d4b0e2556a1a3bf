"""What stands between the network and the pages."""

from hudna.web.guard.csrf import Csrf
from hudna.web.guard.headers import ALWAYS, Headers
from hudna.web.guard.host import HostGuard

__all__ = ["ALWAYS", "Csrf", "Headers", "HostGuard"]
