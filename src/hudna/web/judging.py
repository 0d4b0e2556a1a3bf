"""What reviewers decide, as forms say it: each becomes a judgement in the log of the record."""

from collections.abc import Callable, Iterator
from threading import Lock
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from hudna.export.brief import Voice, catalogue
from hudna.record import RecordError
from hudna.record.judgements import BadJudgement, Judgement, Unknown, Unreadable
from hudna.text import Span
from hudna.views import Bench, Dossier, Undecidable, doubt_of, table
from hudna.web.answering import show
from hudna.web.codes import fields
from hudna.web.correcting import meant
from hudna.web.guard import user
from hudna.web.guard.people import fit
from hudna.web.language import LANGUAGES, SOURCE
from hudna.web.posting import Act, Form, post, then
from hudna.web.signing import author, sign

_PATIENCE = (
    2.0  # seconds that a decision waits for the pages to show it; a large record takes longer and is not waited for
)
_REFUSED = (Unknown, Undecidable, Unreadable, BadJudgement)
_WRITING = Lock()  # decisions come one after the other, so that their numbers follow each other
_ADDED = {  # field of the form for what was missed → that of the fact
    "event": {"who": "actors", "whom": "targets", "place": "place", "date": "date", "by": "claimed_by"},
    "claim": {"who": "source"},
    "toll": {"who": "blamed", "place": "place", "date": "date", "count": "count", "by": "claimed_by"},
    "loss": {
        "who": "blamed",
        "place": "place",
        "date": "date",
        "count": "count",
        "item": "item",
        "by": "claimed_by",
    },
    "truce": {"who": "parties", "place": "place", "date": "announced", "by": "announced_by"},
}
_ASKED = ("who", "whom", "place", "date", "count", "item", "by")
Decide = Callable[[Bench, Dossier, Form], list[Judgement]]


def _accept(bench: Bench, _: Dossier, form: Form) -> list[Judgement]:
    return bench.accept(_id(form), _note(form))


def _reject(bench: Bench, _: Dossier, form: Form) -> list[Judgement]:
    return bench.reject(_id(form), _note(form))


def _correct(bench: Bench, dossier: Dossier, form: Form) -> list[Judgement]:
    """The fields that are no more as they were shown."""
    doubt = doubt_of(dossier, table(), _id(form))
    if doubt is None:
        raise Unknown(f"the record holds no fact {_id(form)!r}")
    given = {name: form[f"f.{name}"].strip() for name in fields(doubt.what) if f"f.{name}" in form}
    language = form.get("language", "")
    voice = Voice(catalogue(language if language in LANGUAGES else SOURCE), dossier)
    return bench.correct(_id(form), meant(voice, doubt, given), _note(form))


def _join(bench: Bench, _: Dossier, form: Form) -> list[Judgement]:
    others = (form.get("with", "") or form.get("other", "")).split()
    return bench.join((_id(form), *others), _note(form))


def _split(bench: Bench, _: Dossier, form: Form) -> list[Judgement]:
    return bench.split((_id(form),), _note(form))


def _remark(bench: Bench, _: Dossier, form: Form) -> list[Judgement]:
    if not form.get("note", "").strip():
        raise Undecidable("the note is empty")
    return bench.note(_id(form).partition("+")[0], form["note"].strip())


def _undo(bench: Bench, _: Dossier, form: Form) -> list[Judgement]:
    """Take back the judgements of these numbers, the last first."""
    first, last = form.get("number", "").partition("-")[::2]
    if not (first.isdecimal() and (last or first).isdecimal() and int(first) <= int(last or first)):
        raise Undecidable("there is nothing to take back")
    return [j for n in range(int(last or first), int(first) - 1, -1) for j in bench.undo(n, _note(form))]


def _add(bench: Bench, dossier: Dossier, form: Form) -> list[Judgement]:
    """A fact that was missed, on words that stand in a document."""
    document = form.get("document", "")
    if document not in dossier.texts:
        raise Unknown(f"the record holds no document {document!r}")
    what, _, code = form.get("what", "").partition(":")
    known = _ADDED.get(what)
    if known is None:
        raise Undecidable("say what was missed")
    given = {name: form[name].strip() for name in _ASKED if form.get(name, "").strip()}
    if foreign := next((name for name in given if name not in known), None):
        raise Undecidable(f"{foreign!r} is nothing that is told of such a fact")
    said = {known[name]: value for name, value in given.items()} | dict(_coded(what, code))
    return bench.add(document, _span(dossier.texts[document], form), what, said, _note(form))


def _coded(what: str, code: str) -> Iterator[tuple[str, str]]:
    """What the choice of a kind says of a fact."""
    if what == "truce":
        yield from (("kind", "ceasefire"), ("status", code))
    elif what != "claim":
        yield ("type" if what == "event" else "kind"), code


def _span(text: str, form: Form) -> Span:
    """The characters that were selected, else those of words that stand in the text once."""
    start, end = form.get("start", ""), form.get("end", "")
    if start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(text):
        words = text[int(start) : int(end)]
        first = int(start) + len(words) - len(words.lstrip())
        return Span(first, first + len(words.strip()))
    words = form.get("words", "").strip()
    count = text.count(words) if words else 0
    if count != 1:
        raise Undecidable(f"these words stand {count} times in the text: select them there, or give some more of them")
    return Span(text.index(words), text.index(words) + len(words))


def _judged(decide: Decide) -> Act:
    """What a form does to the record: judgements are made, and the reader goes on."""

    def act(request: Request, form: Form) -> Response:
        _may(request)
        if not author(request):
            raise HTTPException(422, "name")
        library = request.app.state.library
        edition = library.edition()
        bench = Bench(edition.store, author(request), record=edition.dossier.record)
        try:
            with _WRITING:
                made = [j.id for j in decide(bench, edition.dossier, form)]
                numbers = [n for n, j in enumerate(edition.store.judgements().all, 1) if j.id in made]
        except _REFUSED as error:
            names = {"detail": str(error), "back": _own(form.get("back", "/review"))}
            return show(request, "problem.html.j2", 422, code=422, why="judgement", **names)
        except RecordError as error:
            raise HTTPException(503, "busy") from error
        library.follow(_PATIENCE)
        told = {"done": f"{numbers[0]}-{numbers[-1]}", "did": _DID[decide]}
        if item := dict(parse_qsl(urlsplit(form.get("back", "")).query)).get("item"):
            told["of"] = item  # where it was decided, for whoever takes it back
        onward = form.get("next", "/review")
        return then(f"{onward}{'&' if '?' in onward else '?'}{urlencode(told)}")

    return act


def _sign(request: Request, form: Form) -> Response:
    """Keep the name under which somebody judges."""
    _may(request)
    name = " ".join(form.get("name", "").split())
    if not fit(name):
        raise HTTPException(422, "name")
    response = then(form.get("next", "/review"))
    if not user(request).name:
        sign(response, name)
    return response


def _may(request: Request) -> None:
    if not user(request).reviews:
        raise HTTPException(403, "role")


def _own(address: str) -> str:
    return then(address).headers["location"]


def _id(form: Form) -> str:
    return form.get("id", "").strip()


def _note(form: Form) -> str | None:
    return form.get("note", "").strip() or None


_DID: dict[Decide, str] = {
    _accept: "accept",
    _reject: "reject",
    _correct: "correct",
    _join: "join",
    _split: "split",
    _remark: "note",
    _undo: "undo",
    _add: "add",
}
ROUTES = (
    post("/review/name", _sign),
    *(post(f"/review/{name}", _judged(decide)) for decide, name in _DID.items()),
)
