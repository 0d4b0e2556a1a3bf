"""Who has spoken so far in a document: what «وأضاف», «المصدر» and «البيان» go back to."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hudna.reading.cast import OFFICES
from hudna.reading.scene import is_country
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.hearing import LAYER, Hearing
from hudna.reading.speech.speaker import Speaker

_REMEMBERED = 8  # sayings that are kept
_ELIDED = 4  # speakers to whom a verb without subject may go back
_PAIR_REACH = 400  # tokens back to the two whom «الوزيران» means
_TWO = 2
_OF_PRONOUN = {"ه": "m", "ها": "f"}
# entries of informants.yaml: titles of one man each in a state or land
_TITLES = frozenset({"head", "minister", "leader", "governor", "ambassador", "mayor"})
_TITLED = 3  # words before a name in which his title stands
_OUTLET = "agency"  # head noun of «الوكالة», «الصحيفة» in the layer «informant»


class Spoken(NamedTuple):
    """One saying: who spoke, the word of saying, and the outlet that passes it on."""

    speaker: Speaker
    cue: Cue | None
    relay: str | None


@dataclass(slots=True)
class Memory:
    """The sayings of a document up to the cue that is being read."""

    hearing: Hearing
    spoken: list[Spoken] = field(default_factory=list)
    issuer: Speaker | None = None
    unnamed: dict[str, Speaker] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)  # outlets to which somebody spoke himself
    relays: dict[tuple[str, ...], str | None] = field(default_factory=dict)  # the outlet to which a source spoke last

    def keep(self, spoken: Spoken) -> None:
        """Remember who spoke last."""
        self.spoken.append(spoken)
        del self.spoken[:-_REMEMBERED]
        if spoken.relay in self.outlets:
            self.relays[spoken.speaker.sources] = spoken.relay
        if spoken.speaker.head:
            self.unnamed[spoken.speaker.head] = spoken.speaker

    def last(self, cue: Cue) -> Spoken | None:
        """The last who agrees with ``cue`` in gender and number, else the very last whose gender nothing tells."""
        agreeing = (s for s in reversed(self.spoken[-_ELIDED:]) if same_speaker(cue, s))
        last = self.spoken[-1] if self.spoken else None
        other = last is not None and {last.speaker.gender, cue.sense.gender} == {"m", "f"} and not last.speaker.several
        other = other or (last is not None and cue.sense.number in ("pl", "du") and self._is_one(last.speaker))
        return next(agreeing, None if other else last)

    def both(self, cue: Cue) -> Spoken | None:
        """The only two whom the sentence of a dual verb, or the one before, names: «اتصل فلان بفلان. وأكدا …»."""
        first, _ = self.hearing.sentence(cue.first)
        verb = cue.joined or cue.first == first or self.hearing.role(cue.first - 1, "also", "auxiliary")
        if cue.sense.number != "du" or not verb:
            return None  # «سبعون طالبا»
        for start, end in ((first, cue.first), (self.hearing.sentence(first - 1)[0] if first else 0, first)):
            here = [r for r in self.hearing.cast.between(start, end) if r.how not in ("nisba", "possessive")]
            persons = dict.fromkeys(e for r in here for e in r.entities if self.hearing.kind(e) == "PER")
            held = dict.fromkeys(e for r in here if r.how in OFFICES for e in r.entities)
            two = tuple(persons) if len(persons) == _TWO else tuple(persons | held)
            states = tuple(dict.fromkeys(e for r in here for e in r.entities if is_country(e)))
            two = two if len(two) == _TWO or persons else states
            if len(two) == _TWO:
                return Spoken(Speaker(two, cue.first, cue.first, several=True), cue, None)
            if two:
                return None
        return None

    def _is_one(self, speaker: Speaker) -> bool:
        """Whether one person alone speaks, of whom no verb in the plural goes on."""
        return not speaker.several and [self.hearing.kind(s) for s in speaker.sources] == ["PER"]

    def relay(self, speaker: Speaker) -> str | None:
        """The outlet to which the same source spoke before."""
        return self.relays.get(speaker.sources)

    def resolved(self, speaker: Speaker) -> Speaker:
        """«البيان» as its issuer, «المصدر» as the source named before, «الوزيران» as the two named last."""
        if speaker.paper and not speaker.sources:
            return self._issued(speaker)
        if speaker.sort == "two":
            return replace(speaker, sources=self._two_before(speaker.first) or speaker.sources, several=True)
        if speaker.sort in ("definite", "again"):
            known = self.unnamed.get(speaker.head)
            if known is None and speaker.head == _OUTLET:
                known = next((s.speaker for s in reversed(self.spoken) if s.speaker.media), None)
            elif known is None and speaker.sort == "definite" and not speaker.several:
                known = self._last_person(speaker.states)
                if known is not None and not self._is_called(known.sources[0], speaker.head):
                    known = None  # «الرئيس الأفغاني» is not the police chief who spoke before
            elif known is None and speaker.sort == "again":
                told = [s.speaker for s in reversed(self.spoken) if s.speaker.sources]
                several = any(s.number == "pl" for s in self.hearing.informants.get(speaker.first, ()))
                one = (s for s in told if several or not s.several)  # «المصدر نفسه» is not «ناشطون»
                known = next(one, told[0] if told else None)
            return replace(speaker, sources=known.sources) if known else speaker
        return speaker

    def _issued(self, paper: Speaker) -> Speaker:
        if paper.via == "report":
            return self._reported(paper)
        known = self.spoken[-1].speaker if self.spoken else None
        definite = any(s.definite for s in self.hearing.page.layer(paper.first, LAYER))
        if definite and not self.hearing.role(paper.first - 1, "pointer"):
            known = self.issuer or known
        if known is None or not known.sources:
            return replace(paper, sources=("unnamed: statement",))
        return replace(paper, sources=known.sources, several=known.several)

    def _reported(self, paper: Speaker) -> Speaker:
        """«التقرير»: the outlet or body that spoke before; a person or a state told of in it has not written it."""
        for speaker, _, relay in reversed(self.spoken):
            if speaker.via == "report" or any(self.hearing.kind(s) == "ORG" for s in speaker.sources):
                return replace(paper, sources=speaker.sources, several=speaker.several)
            if relay:
                return replace(paper, sources=(relay,))
        return replace(paper, sources=("unnamed: report",))

    def _two_before(self, at: int) -> tuple[str, ...]:
        """The two persons named last before token ``at``, in the order of the text; () for fewer."""
        found: list[str] = []
        for reference in reversed(self.hearing.cast.between(max(0, at - _PAIR_REACH), at)):
            for source in reference.entities:
                if self.hearing.kind(source) == "PER" and source not in found:
                    found.insert(0, source)
            if len(found) >= _TWO:
                return tuple(found[-_TWO:])
        return ()

    def _is_called(self, person: str, head: str) -> bool:
        """Whether a person may be meant by a title, which only one so called somewhere in the text has."""
        hearing = self.hearing
        named = (r for r in hearing.cast.references if person in r.entities) if head in _TITLES else ()
        words = (k for r in named for k in range(max(r.first - _TITLED, 0), r.last))
        return head not in _TITLES or any(s.entry.id == head for k in words for s in hearing.page.layer(k, LAYER))

    def _last_person(self, states: frozenset[str]) -> Speaker | None:
        """The person who spoke last: «المسؤول», «القائد الفرنسي» behind a name is that one, if of no other state."""
        for speaker, _, _ in reversed(self.spoken):
            if len(speaker.sources) == 1 and self.hearing.kind(speaker.sources[0]) == "PER":
                side = self.hearing.cast.side(speaker.sources[0])
                return speaker if not states or not side or f"loc.{side}" in states else None
        return None


def is_anothers(cue: Cue, speaker: Speaker) -> bool:
    """Whether the pronoun on a noun of saying cannot be a speaker's: «أكدت الحكومة … رغم تهديداته» are not hers."""
    gender = _OF_PRONOUN.get(cue.sense.pronoun) if cue.kind == "masdar" else None
    return gender is not None and speaker.gender not in ("", gender) and not speaker.several


def same_speaker(cue: Cue, before: Spoken) -> bool:
    """Whether a word of saying without subject can go on with one who spoke before."""
    sense, speaker = cue.sense, before.speaker
    joint = len(speaker.sources) > 1
    if sense.number == "du":
        return joint
    if sense.number == "pl":
        return speaker.several or joint
    if speaker.several and speaker.head and speaker.gender == "m":
        return False  # «قال شهود … وقال»: another
    if speaker.gender and sense.gender:
        return speaker.gender == sense.gender and not joint
    if before.cue and before.cue.sense.number == "sg" and before.cue.sense.gender and sense.gender:
        return before.cue.sense.gender == sense.gender
    return True
