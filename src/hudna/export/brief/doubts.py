"""Lines on the sources themselves: what they differ on, which names they use, what is to be checked."""

from collections.abc import Sequence

from hudna.export.brief import losses
from hudna.export.brief.events import bare
from hudna.export.brief.figures import count, counted, date
from hudna.export.brief.line import Line, Run, Runs, capital, join, words
from hudna.export.brief.voice import Voice
from hudna.export.visible import seen
from hudna.views import Ceasefire, Difference, Doubt, Figure, Happening, Measured, Named, Version

_SPELLINGS = 8  # spellings of a place that a line shows


def difference(voice: Voice, row: Difference) -> Line:
    """What sources differ on, the versions beneath."""
    runs = words(voice.words("about", row.about))
    if row.figure:
        runs += words(f"{voice.words('colon')}{losses.what(voice, row.figure)} — ") + losses.of_side(
            voice, row.figure.side
        )
    if row.happening:
        runs += words(" — " if row.figure else voice.words("colon")) + bare(voice, row.happening)
    when = voice.when(row.happening.date, row.happening.reported) if row.happening else ("", True)
    return Line(capital(runs), "", (), *when, parts=tuple(_version(voice, row, v) for v in row.versions))


def names(voice: Voice, row: Named) -> Line:
    """A place with every name that the sources use for it."""
    shown = tuple(dict.fromkeys(seen(s) for s in row.spellings))[:_SPELLINGS]
    comma = str(voice.words("list", "comma"))
    head = voice.name(row.party) + words(voice.words("colon"))
    return Line(capital(head + join(((Run("name", s),) for s in shown), comma, comma)), "", row.sources)


def doubts(voice: Voice, rows: Sequence[Doubt]) -> list[Line]:
    """What is to be checked, by document and place: a sentence, what it was read as, how often that proved right."""
    by_sentence: dict[tuple[str, int], list[Doubt]] = {}
    for row in rows:
        first = row.row.sources[0]
        by_sentence.setdefault((first.document, first.sentence.start), []).append(row)
    return [_doubt(voice, by_sentence[place]) for place in sorted(by_sentence)]


def _doubt(voice: Voice, rows: Sequence[Doubt]) -> Line:
    read_as = dict.fromkeys(_read_as(voice, r) for r in rows)
    sources = tuple(m for r in rows for m in r.row.sources)
    tag = str(voice.words("separator")).join(read_as)
    return Line((), voice.around(rows[0].row.sources[0]), sources, tag=tag, standing="doubt")


def _read_as(voice: Voice, row: Doubt) -> str:
    read_as = str(voice.words("page", "read_as")).format(kind=voice.words("types", _kind(row.row)))
    return f"{read_as} · {_measured(voice, row.measured)}"


def _version(voice: Voice, row: Difference, version: Version) -> Line:
    runs = _value(voice, row, version) + voice.by(version.claimed_by)
    return Line(capital(runs), voice.words_of(version.sources[0]) if version.sources else "", version.sources)


def _value(voice: Voice, row: Difference, version: Version) -> Runs:
    if row.about in ("actors", "targets"):
        return voice.names(version.parties) or words(voice.words("nobody"))
    if row.about == "count" and row.figure and losses.human(row.figure):
        return words(count(voice.words, version.value, row.figure.kind))
    if row.about == "date":
        return words(date(voice.words, version.value))
    return words(voice.words.word("occurrence", version.value) or version.value)


def _measured(voice: Voice, measured: Measured | None) -> str:
    if measured is None:
        return str(voice.words("page", "unmeasured"))
    cases = counted(voice.words, measured.cases, "cases")
    return str(voice.words("page", "measured")).format(percent=round(100 * measured.precision), cases=cases)


def _kind(row: Happening | Figure | Ceasefire) -> str:
    if isinstance(row, Happening):
        return row.type
    if isinstance(row, Figure):
        return "casualty" if losses.human(row) else "loss"
    return "truce"
