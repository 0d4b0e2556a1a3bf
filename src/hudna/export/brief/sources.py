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
    parts = tuple(_version(voice, row, v) for v in row.versions)
    return Line(matter(voice, row), "", (), *when, tag=changing(voice, row), parts=parts)


def changing(voice: Voice, row: Difference) -> str:
    """That the versions follow each other in time rather than contradict each other; "" where they do not."""
    return str(voice.words("changing")) if row.kind == "change" else ""


def matter(voice: Voice, row: Difference) -> Runs:
    """What it is that sources differ on."""
    blamed = row.about == "actors" and row.happening is not None and row.happening.type == "ACCUSE"
    runs = words(voice.words("about", "blame" if blamed else row.about))
    if row.figure:
        runs += words(f"{voice.words('colon')}{losses.what(voice, row.figure)} — ") + losses.of_side(
            voice, row.figure.side
        )
    if row.happening:
        runs += words(" — " if row.figure else voice.words("colon")) + bare(voice, row.happening)
    elif not row.figure and row.topic:
        runs += words(voice.words("colon")) + _topic(voice, row.topic)
    return capital(runs)


def _topic(voice: Voice, topic: str) -> Runs:
    """What no event or figure tells: a kind of thing, else the report's own words."""
    named = voice.words.word("topic_of_difference", topic.partition(" ")[0])
    return words(named) if named else (Run("quote", voice.quote(topic)),)


def version(voice: Voice, row: Difference, held: Version) -> Runs:
    """One of the versions with those who give it."""
    return value(voice, row, held) + voice.by(held.claimed_by)


def value(voice: Voice, row: Difference, held: Version) -> Runs:
    """What one of the versions says, without those who say it."""
    if row.about in ("actors", "targets", "place") and (held.parties or not held.value):
        return voice.names(held.parties) or words(voice.words("nobody"))
    if row.about == "count" and row.figure and losses.human(row.figure):
        kind = row.figure.kind
        return words(" + ".join(count(voice.words, part, kind) for part in held.value.split(" + ")))
    if row.about == "date":
        return words(date(voice.words, held.value))
    told = voice.words.word("occurrence", held.value)
    if told or row.about == "count":
        return words(told or seen(held.value))
    return (Run("quote", voice.quote(held.value)),)


def names(voice: Voice, row: Named) -> Line:
    """A place with every name that the sources use for it."""
    shown = tuple(dict.fromkeys(seen(s) for s in row.spellings))[:_SPELLINGS]
    comma = str(voice.words("list", "comma"))
    head = voice.name(row.party) + words(voice.words("colon"))
    return Line(capital(head + join(((Run("name", s),) for s in shown), comma, comma)), "", row.sources)


def _version(voice: Voice, row: Difference, held: Version) -> Line:
    quote = voice.words_of(held.sources[0]) if held.sources else ""
    return Line(capital(version(voice, row, held)), quote, held.sources)
