"""Lines on the sources themselves: what they differ on, and which names they use."""

from hudna.export.brief import losses
from hudna.export.brief.events import bare
from hudna.export.brief.figures import count, date
from hudna.export.brief.line import Line, Run, Runs, capital, join, words
from hudna.export.brief.voice import Voice
from hudna.export.visible import seen
from hudna.views import Difference, Named, Version

_SPELLINGS = 8  # spellings of a place that a line shows


def difference(voice: Voice, row: Difference) -> Line:
    """What sources differ on, the versions beneath."""
    when = voice.when(row.happening.date, row.happening.reported) if row.happening else ("", True)
    return Line(matter(voice, row), "", (), *when, parts=tuple(_version(voice, row, v) for v in row.versions))


def matter(voice: Voice, row: Difference) -> Runs:
    """What it is that sources differ on."""
    runs = words(voice.words("about", row.about))
    if row.figure:
        runs += words(f"{voice.words('colon')}{losses.what(voice, row.figure)} — ") + losses.of_side(
            voice, row.figure.side
        )
    if row.happening:
        runs += words(" — " if row.figure else voice.words("colon")) + bare(voice, row.happening)
    return capital(runs)


def version(voice: Voice, row: Difference, held: Version) -> Runs:
    """One of the versions with those who give it."""
    return _value(voice, row, held) + voice.by(held.claimed_by)


def names(voice: Voice, row: Named) -> Line:
    """A place with every name that the sources use for it."""
    shown = tuple(dict.fromkeys(seen(s) for s in row.spellings))[:_SPELLINGS]
    comma = str(voice.words("list", "comma"))
    head = voice.name(row.party) + words(voice.words("colon"))
    return Line(capital(head + join(((Run("name", s),) for s in shown), comma, comma)), "", row.sources)


def _version(voice: Voice, row: Difference, held: Version) -> Line:
    quote = voice.words_of(held.sources[0]) if held.sources else ""
    return Line(capital(version(voice, row, held)), quote, held.sources)


def _value(voice: Voice, row: Difference, held: Version) -> Runs:
    if row.about in ("actors", "targets"):
        return voice.names(held.parties) or words(voice.words("nobody"))
    if row.about == "count" and row.figure and losses.human(row.figure):
        return words(count(voice.words, held.value, row.figure.kind))
    if row.about == "date":
        return words(date(voice.words, held.value))
    return words(voice.words.word("occurrence", held.value) or held.value)
