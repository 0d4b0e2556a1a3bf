"""What stands between the network and the pages."""

from hudna.web.guard.access import Access, user
from hudna.web.guard.brake import Brake
from hudna.web.guard.csrf import Csrf
from hudna.web.guard.gate import ANYBODY, Gate, User
from hudna.web.guard.headers import ALWAYS, Headers
from hudna.web.guard.host import HostGuard
from hudna.web.guard.size import Size

__all__ = ["ALWAYS", "ANYBODY", "Access", "Brake", "Csrf", "Gate", "Headers", "HostGuard", "Size", "User", "user"]
