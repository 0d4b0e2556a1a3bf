"""Fields of facts and the codes that they take, as reviewers are told them: message ids by the word of the record."""

import re
from collections.abc import Mapping

from hudna.record.judgements import FIELDS
from hudna.web.language import N_
from hudna.web.words import TYPES, VERDICTS

FIELD = {
    "type": N_("Type"),
    "mode": N_("Manner"),
    "topic": N_("Topic"),
    "actors": N_("Who acts"),
    "targets": N_("Upon whom"),
    "place": N_("Where"),
    "date": N_("When"),
    "status": N_("Did it happen"),
    "claimed_by": N_("Who says so"),
    "disputed_by": N_("Who denies it"),
    "weapon": N_("Weapon"),
    "source": N_("Who speaks"),
    "via": N_("How it was said"),
    "relay": N_("Passed on by"),
    "kind": N_("Kind"),
    "count": N_("How many"),
    "victims": N_("Victims"),
    "side": N_("Side"),
    "cumulative": N_("Running total"),
    "blamed": N_("Who is blamed"),
    "item": N_("What was lost"),
    "parties": N_("Between whom"),
    "announced_by": N_("Announced by"),
    "brokers": N_("Mediators"),
    "announced": N_("Announced on"),
    "start": N_("Begins"),
    "end": N_("Ends"),
    "duration": N_("Lasts"),
    "terms": N_("Terms"),
    "mechanism": N_("Mechanism"),
    "by": N_("By whom"),
    "against": N_("Against whom"),
}
_STATUS = {
    "actual": N_("told as having happened"),
    "planned": N_("planned"),
    "called_for": N_("called for"),
    "denied": N_("denied"),
    "possible": N_("possible"),
}
_STAGES = {
    "demanded": N_("demanded"),
    "proposed": N_("proposed"),
    "refused": N_("turned down"),
    "accepted": N_("agreed to"),
    "announced": N_("announced"),
    "in_effect": N_("in force"),
    "extended": N_("extended"),
    "violated": N_("said to be violated"),
    "collapsed": N_("collapsed"),
    "ended": N_("ended"),
}
_MODES = {
    "phone": N_("by telephone"),
    "meeting": N_("meeting"),
    "visit": N_("visit"),
    "multilateral": N_("several parties"),
    "third-party": N_("through a mediator"),
    "troops": N_("troops"),
    "weapons": N_("weapons"),
    "militia": N_("armed groups"),
    "martial-law": N_("martial law or curfew"),
    "heavy-weapons": N_("shelling"),
    "aerial": N_("from the air"),
    "drone": N_("by drone"),
    "missile": N_("by missile"),
    "firearms": N_("by firearms"),
    "clash": N_("clash"),
    "explosives": N_("by explosives"),
    "other": N_("other"),
}
_TOPICS = {
    "ceasefire": N_("ceasefire"),
    "negotiations": N_("negotiations"),
    "mediation": N_("mediation"),
    "de-escalation": N_("de-escalation"),
    "observers": N_("observers"),
    "verification": N_("verification"),
    "withdrawal": N_("withdrawal of forces"),
    "military-aid": N_("military aid"),
    "bilateral-ties": N_("bilateral ties"),
    "humanitarian": N_("humanitarian matters"),
    "other": N_("other"),
}
_VIAS = {
    "speech": N_("speech"),
    "statement": N_("written statement"),
    "call": N_("call"),
    "tweet": N_("social media"),
    "interview": N_("interview"),
    "press": N_("to the press"),
    "report": N_("report"),
    "unknown": N_("not told"),
}
HARMS = {
    "killed": N_("killed"),
    "wounded": N_("wounded"),
    "missing": N_("missing"),
    "captured": N_("taken prisoner"),
    "displaced": N_("displaced"),
    "killed_or_wounded": N_("killed or wounded"),
}
DAMAGES = {
    "destroyed": N_("destroyed"),
    "damaged": N_("damaged"),
    "downed": N_("brought down"),
    "captured": N_("seized"),
}
_VICTIMS = {
    "military": N_("military"),
    "civilian": N_("civilians"),
    "mixed": N_("military and civilians"),
    "unspecified": N_("not told"),
}
TRUCES = {
    "ceasefire": N_("ceasefire"),
    "humanitarian_pause": N_("humanitarian pause"),
    "agreement": N_("agreement"),
}
_FLAG = {"yes": N_("yes"), "no": N_("no")}
_CODES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("event", "type"): TYPES,
    ("event", "mode"): _MODES,
    ("event", "topic"): _TOPICS,
    ("event", "status"): _STATUS,
    ("claim", "via"): _VIAS,
    ("toll", "kind"): HARMS,
    ("toll", "victims"): _VICTIMS,
    ("toll", "cumulative"): _FLAG,
    ("loss", "kind"): DAMAGES,
    ("truce", "kind"): TRUCES,
    ("truce", "status"): _STAGES,
}
_DONE = re.compile(r"\d{1,9}-\d{1,9}")
_APART = ("event", "cue")  # told by ids and numbers of characters, which is no work for a form


def codes(what: str, field: str) -> Mapping[str, str]:
    """The codes that a field of such a fact takes; none where it takes words."""
    return _CODES.get((what, field), {})


def fields(what: str) -> tuple[str, ...]:
    """The fields of such a fact that a form asks for."""
    return tuple(f for f in FIELDS.get(what, ()) if f not in _APART)


WHATS = {"join": N_("join"), "disagreement": N_("disagreement")}
STATES = {
    "applied": N_("holds"),
    "overruled": N_("overruled"),
    "waiting": N_("waiting for its document or fact"),
    "undone": N_("taken back"),
    "undoes": "",
}


def done(query: Mapping[str, str]) -> tuple[str, str] | None:
    """What was just decided, as the address says: the numbers of the judgements, and what they did."""
    given, did = query.get("done", ""), query.get("did", "")
    return (given, did) if _DONE.fullmatch(given) and did in VERDICTS else None
