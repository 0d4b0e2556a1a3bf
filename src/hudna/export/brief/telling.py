"""Any row of the views as a line, for those who show rows one by one."""

from hudna.export.brief import losses, pauses, sources
from hudna.export.brief.events import happening, turn
from hudna.export.brief.line import Line, Run, capital, fill
from hudna.export.brief.voice import Voice
from hudna.views import Account, Ceasefire, Deaths, Difference, Figure, Happening, Named, Saying, Turn, Violation

Row = Happening | Saying | Figure | Deaths | Ceasefire | Violation | Difference | Turn | Named


def line(voice: Voice, row: Row) -> Line:  # noqa: PLR0911 one for each kind of row
    """What a row says, in the words of the brief."""
    match row:
        case Happening():
            return happening(voice, row)
        case Saying():
            return _saying(voice, row)
        case Figure():
            return losses.figure(voice, Account(row, row.sources))
        case Deaths():
            return losses.deaths(voice, row)
        case Ceasefire():
            return pauses.truce(voice, row)
        case Violation():
            return pauses.violation(voice, row)
        case Difference():
            return sources.difference(voice, row)
        case Turn():
            return turn(voice, row)
        case Named():
            return sources.names(voice, row)


def _saying(voice: Voice, row: Saying) -> Line:
    """Who says it, through whom, and the words."""
    relays = (row.relay,) if row.relay and row.relay != row.source else ()
    key = "saying_relay" if relays else "saying"
    slots = {"claimants": voice.names((row.source,), source=True), "relays": voice.names(relays, source=True)}
    runs = (*fill(voice.words("tail", key), slots), Run("quote", voice.words_of(row.sources[0])))
    return Line(capital(runs), "", row.sources, *voice.when(None, row.reported))
