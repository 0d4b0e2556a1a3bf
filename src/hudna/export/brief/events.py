"""Events as lines of the brief: templates of the catalogue filled with facts, nothing else."""

from dataclasses import replace

from hudna.export.brief.line import Line, Runs, capital, fill, fill_first, words
from hudna.export.brief.voice import Voice
from hudna.views import Happening, Turn

_PAIR = 2
_CLAUSES = frozenset({"REQUEST", "REJECT", "AGREE", "SUPPORT", "ACCUSE", "THREATEN"})  # what they say is in the clause
_WORDS = frozenset({"MOBILIZE", "COERCE", "RETREAT", "CONCEDE", "COOPERATE", "AID", "PROTEST", "SANCTION"})
_ATTRIBUTED = frozenset({"ASSAULT", "COERCE"})  # where it matters that nobody is named as saying so


def happening(voice: Voice, row: Happening) -> Line:
    """An event: what, by whom, to whom, where, who says so, who denies it."""
    runs = _deed(voice, row) + _weapon(voice, row) + _where(voice, row) + _status(voice, row) + _said(voice, row)
    runs += voice.reviewed(row.reviewed)
    when, dated = voice.when(row.date, row.reported)
    tag = (voice.words.word("standing", row.standing) or "") if row.status == "actual" else ""
    return Line(capital(runs), _quoted(voice, row), row.sources, when, dated, tag, row.standing if tag else "")


def event(voice: Voice, row: Happening) -> Line:
    """An event by what, who and where alone."""
    when, dated = voice.when(row.date, row.reported)
    return Line(capital(bare(voice, row)), "", row.sources, when, dated)


def turn(voice: Voice, row: Turn) -> Line:
    """What a side wants now, and beneath it what it wanted before."""
    before = happening(voice, row.before)
    earlier = replace(before, runs=fill(voice.words("page", "before"), {"stance": before.runs}))
    return replace(happening(voice, row.after), parts=(earlier,))


def bare(voice: Voice, row: Happening) -> Runs:
    """What, who and where in a few words."""
    return _deed(voice, row) + _where(voice, row) + _status(voice, row)


def _deed(voice: Voice, row: Happening) -> Runs:
    templates = voice.words.templates(f"{row.type}/{row.mode}", f"{row.type}/{row.topic}", row.type)
    return fill_first(templates, _roles(voice, row))


def _roles(voice: Voice, row: Happening) -> dict[str, Runs]:
    mutual = row.actors if len(row.actors) >= _PAIR and set(row.actors) == set(row.targets) else ()
    targets = () if mutual else tuple(t for t in row.targets if t not in row.actors)
    return {
        "mutual": voice.names(mutual),
        "actors": voice.names(row.actors),
        "targets": voice.names(targets),
        "several": voice.names(row.actors) if len(row.actors) >= _PAIR and not targets else (),
        "targets_several": voice.names(targets) if len(targets) >= _PAIR else (),
        "topic": words(voice.words.word("topics", row.topic or "") or ""),
    }


def _weapon(voice: Voice, row: Happening) -> Runs:
    """With what, unless the kind of attack says so already."""
    if not row.weapon or row.weapon in voice.words("implied").get(row.mode, ()):
        return ()
    weapon = voice.described(row.weapon)
    return voice.tail("weapon", weapon=words(weapon)) if weapon else ()


def _where(voice: Voice, row: Happening) -> Runs:
    """Where it happened, unless the place is already named as taking part; a visitor goes to it."""
    if row.place is None or row.place in (*row.actors, *row.targets):
        return ()
    if row.mode == "visit" and len(row.actors) < _PAIR and not row.targets:
        return voice.tail("place_visited", place=voice.name(row.place))
    return voice.at(row.place)


def _status(voice: Voice, row: Happening) -> Runs:
    return words(voice.words.word("status", row.status) or "")


def _said(voice: Voice, row: Happening) -> Runs:
    """Who says so, who says so without naming who did it, who denies it."""
    out: Runs = ()
    naming = tuple(c for c in row.claimed_by if c not in row.unnaming)
    if naming or (not row.unnaming and row.type in _ATTRIBUTED):
        out += voice.by(naming, row.relays)
    if row.unnaming:
        out += voice.tail("unnaming", claimants=voice.names(row.unnaming, source=True))
    if row.disputed_by:
        out += voice.tail("denied", deniers=voice.names(row.disputed_by, source=True))
    return out


def _quoted(voice: Voice, row: Happening) -> str:
    """The words of the source where the type alone says too little."""
    if row.sources and row.type in _CLAUSES:
        return voice.clause(row.sources[0])
    if row.sources and (row.type in _WORDS or (row.type == "ASSAULT" and row.mode in (None, "other"))):
        return voice.words_of(row.sources[0])
    return ""
