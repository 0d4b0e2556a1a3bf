"""What stands between the network and the pages."""

from hudna.web.guard.csrf import Csrf
from hudna.web.guard.headers import Headers
from hudna.web.guard.host import HostGuard

__all__ = ["Csrf", "Headers", "HostGuard"]
