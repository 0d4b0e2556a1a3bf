"""One word of saying with what belongs to it."""

from dataclasses import dataclass

from hudna.reading.speech.cue import Cue
from hudna.reading.speech.opening import Opening
from hudna.reading.speech.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Statement:
    """A word of saying in its clause.

    Attributes:
        cue: the word.
        start: first token of its clause.
        end: one past the last token of its sentence.
        subject: who says it, where the clause names one.
        before: the subject stands before the verb.
        opening: what opens the content; None where nothing is reported.
        relayed_by: the outlet or agency that reports for the subject («نقلت وكالة X عن Y»).

    """

    cue: Cue
    start: int
    end: int
    subject: Speaker | None = None
    before: bool = False
    opening: Opening | None = None
    relayed_by: Speaker | None = None

    @property
    def claimant(self) -> Speaker | None:
        """Who claims a deed («تبنت الحركة الهجوم»), and so goes on speaking though nothing is reported yet."""
        claims = self.cue.kind == "verb" and self.cue.entry.get("claims")
        return self.subject if claims and self.subject is not None and self.subject.sources else None
