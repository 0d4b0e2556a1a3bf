"""Where people say who they are."""

from dataclasses import dataclass

from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import One, Page


@dataclass(frozen=True, slots=True)
class Login:
    """How it stands with whoever asks.

    Attributes:
        name: under which they came; "" where they did not say.
        reviews: whether they may judge.

    """

    name: str
    reviews: bool


def show(ask: Ask) -> One:
    """The login, with the address to go on to."""
    onward = {"onward": ask.query.get("next", "/"), "refused": "refused" in ask.query}
    return One(Login(ask.user.name, ask.user.reviews), onward)


PAGE = Page("login", "/login", N_("Sign in"), show, lists=False, kind=Login)
