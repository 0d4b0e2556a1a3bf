"""How a reader wants the pages: language and theme, remembered by cookies."""

from starlette.requests import Request
from starlette.responses import Response

from hudna.web import language
from hudna.web.posting import Form, then

THEME = "hudna_theme"
THEMES = ("auto", "light", "dark")
_YEAR = 365 * 24 * 60 * 60


def theme(request: Request) -> str:
    """The theme that a reader chose; «auto» is what the system has."""
    chosen = request.cookies.get(THEME, "")
    return chosen if chosen in THEMES else THEMES[0]


def prefer(request: Request, form: Form) -> Response:  # noqa: ARG001 as all forms are answered
    """Remember what a form of the header says, and go back to its page."""
    response = then(form.get("next", "/"))
    for name, field, values in ((language.COOKIE, "language", language.LANGUAGES), (THEME, "theme", THEMES)):
        if form.get(field) in values:
            response.set_cookie(name, form[field], max_age=_YEAR, httponly=True, samesite="lax")
    return response
