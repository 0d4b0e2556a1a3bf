"""Truces as lines of the brief, their alleged violations beneath."""

from operator import attrgetter

from hudna.export.brief.figures import count, date, duration
from hudna.export.brief.line import Line, Runs, capital, fill, fill_first, words
from hudna.export.brief.voice import Voice
from hudna.views import Ceasefire, Violation, passages

_PAIR = 2
_SLOTS = {"announced_by": "claimants", "start": "date", "end": "date"}  # of the others the slot is called as the phrase


def truce(voice: Voice, row: Ceasefire) -> Line:
    """A truce with its terms, and its alleged violations beneath."""
    slots = {
        "kind": words(voice.words("truce", "kinds", row.kind)),
        "status": words(voice.words("truce", "status", row.status)),
        "parties": voice.names(row.parties),
        "several": voice.names(row.parties) if len(row.parties) >= _PAIR else (),
    }
    runs = fill_first(voice.words("truce", "line"), slots)
    if row.place and row.place not in row.parties:
        runs += voice.at(row.place)
    runs += fill(voice.words("truce", "stage"), slots)
    marks = [*row.sources]
    for key, value in _terms(voice, row):
        runs += fill(voice.words("truce", key), {_SLOTS.get(key, key): value})
        marks += passages(voice.dossier, row, key, attrgetter(key))
    runs += voice.reviewed(row.reviewed)
    quote = voice.words_of(row.sources[0]) if row.sources else ""
    when, dated = voice.when(row.date, row.reported)
    parts = tuple(violation(voice, v) for v in row.violations)
    told = {(m.document, m.sentence): m for m in reversed(marks)}  # a particular may stand in a sentence of its own
    return Line(capital(runs), quote, tuple(reversed(told.values())), when, dated, parts=parts)


def _terms(voice: Voice, row: Ceasefire) -> list[tuple[str, Runs]]:
    comma = str(voice.words("list", "comma"))
    parts: list[tuple[str, Runs]] = [
        ("announced_by", voice.names(row.announced_by, source=True)),
        ("brokers", voice.names(row.brokers)),
        ("start", words(date(voice.words, row.start) if row.start else "")),
        ("end", words(date(voice.words, row.end) if row.end else "")),
        ("duration", words(duration(voice.words, row.duration) if row.duration else "")),
        ("terms", words(comma.join(t for term in row.terms if (t := voice.described(term))))),
        ("mechanism", words(comma.join(t for m in row.mechanisms if (t := voice.described(m))))),
    ]
    return [(key, value) for key, value in parts if value]


def violation(voice: Voice, row: Violation) -> Line:
    """An alleged violation: by whom, against whom, how many, where, with what, who says so and who denies it."""
    slots = {"actors": voice.names(row.by), "targets": voice.names(row.against)}
    runs = fill_first(voice.words("truce", "violation"), slots)
    if row.count:
        runs += words(str(voice.words("truce", "violations")).format(count=count(voice.words, row.count, "breaches")))
    if row.weapon and (weapon := voice.described(row.weapon)):
        runs += voice.tail("weapon", weapon=words(weapon))
    if row.place:
        runs += voice.at(row.place)
    runs += voice.by(row.claimed_by)
    if row.denied_by:
        runs += voice.tail("denied", deniers=voice.names(row.denied_by, source=True))
    runs += voice.reviewed(row.reviewed)
    when, dated = voice.when(row.date, row.reported)
    return Line(capital(runs), voice.words_of(row.sources[0]), row.sources, when, dated)
