"""The evidence of joins, ties and relations, which a record keeps in English, in the language of a page."""

import re
from functools import cache

from markupsafe import Markup, escape

from hudna.export import seen
from hudna.export.brief import Voice, as_element
from hudna.text import ARABIC_LETTER
from hudna.web import codes, kinds, words
from hudna.web.language import N_, Tongue

# What the rules of record/ write, with the message that says it; "" where the words of the rule say so already.
# Slots are filled by their names: «side» lists sides, entities or nobody, «day» is a date, «words» is of the reports.
SAID = {
    # two names
    "the same spelling": "",
    "the same words but for particles, head nouns and the state": "",
    "the same consonants, as transliterations of one name have them": "",
    "a slip of spelling apart": "",
    "one leaves out parts of the other": "",
    "the only person of this name": "",
    "both are names of {entry}": "",
    "both of {side}": N_("Both are of %(side)s."),
    "both «{words}»": N_("Both are called %(words)s."),
    "both in reports on {land}": N_("Both stand in reports on %(land)s."),
    "both are {entry} in reports on {land}": N_("Both stand in reports on %(land)s."),
    "both are «{words}» in lineage {line}": N_("Both stand in reports of one text."),
    "both are the {kind} of {side}": N_("What both name: %(kind)s, of %(side)s."),
    "the only person of this name in reports on {land}": N_("Nobody else of this name is in reports on %(land)s."),
    "the only person of this name whose side or office agrees: both of {side}": N_("Nobody else of it is of %(side)s."),
    "the only person of this name whose side or office agrees: both «{words}»": N_(
        "Nobody else of it is called %(words)s."
    ),
    "the only «{words}» that reports on {land} tell of by name or side": N_(
        "Reports on %(land)s tell of no other %(words)s by name or side."
    ),
    # what an entity is to a state or party
    "«{name}» names the {kind}": "",
    "its name tells that it is of {side}": N_("Its name tells that it is of %(side)s."),
    "its entry in the lexicon, {entry}, is of {side}": N_("The lexicon has it as of %(side)s."),
    "the report speaks of it as of {side}": N_("The report speaks of it as of %(side)s."),
    "«{name}» is listed as the capital of {side}": N_("It is listed as the capital of %(side)s."),
    "«{name}» lies in {side}, by the list of places or the words of the report": N_(
        "So by the list of places or the words of the report."
    ),
    "called «{words}»": N_("Called %(words)s."),
    "called «{words}» ({tenure})": N_("Called %(words)s (%(tenure)s)."),
    # two truces
    "both tell of event {event}": "",
    "between {side}": N_("Between %(side)s."),
    "between {side}, announced or agreed {days}": N_("Between %(side)s, announced or agreed: %(days)s."),
    "between {side}, beginning {days}": N_("Between %(side)s, beginning: %(days)s."),
    "beginning {days}, around {side}": N_("Beginning: %(days)s; named around both: %(side)s."),
    "beginning {days} and lasting {length}, around {side}": N_(
        "Beginning: %(days)s; as long as each other; named around both: %(side)s."
    ),
    "lasting {length}, around {side}": N_("As long as each other; named around both: %(side)s."),
    "told of as the one that is {n} days after {days}": N_("Days between its beginning and the report: %(n)s."),
    "asked for {n} days before it": N_("Days between the call and it: %(n)s."),
    "asked for twice, {n} days apart": N_("Days between the calls: %(n)s."),
    "reports {n} days apart": N_("Days between the reports: %(n)s."),
    "reports {n} days apart, none of them with its beginning": N_("Days between the reports: %(n)s."),
    "reports of one lineage, none of them with its beginning": N_("Both stand in reports of one text."),
    # two texts
    "{n}% of their character sequences are the same": N_("Of their text %(n)s%% is the same."),
    "{n}% of the character sequences of the shorter stand in the longer": N_(
        "Of the shorter text %(n)s%% stands in the longer."
    ),
    "both relay «{words}»": N_("Both relay %(words)s."),
    # two events
    "{side}: planned for {day}, told as done": N_("%(side)s: planned for %(day)s, told as done."),
    "{type} of {side}, once as planned, once as done": N_("Of %(side)s (%(type)s), once as planned, once as done."),
    "{side} asked {whom} for {topic}, which answered on the same day": N_(
        "%(side)s asked %(whom)s for it (%(topic)s) and was answered on the same day."
    ),
    "{side} asked {whom}": N_("It was asked by %(side)s of %(whom)s."),
    "answered to {side}": N_("The answer is to %(side)s."),
    "answered beside it by {side}": N_("Beside it %(side)s answers."),
    "{side}: {type} told, and told as denied": N_("Of %(side)s (%(type)s), told as done and told as denied."),
    "{side} lays it to {whom}, {other} to {blamed}": N_("%(side)s lays it to %(whom)s, %(other)s to %(blamed)s."),
    "{side}: {taken} by {day}, {then} by {later}": N_(
        "%(side)s: %(taken)s by a report of %(day)s, %(then)s by one of %(later)s."
    ),
    "{side}, the accuser, tells it": N_("The accuser, %(side)s, tells it."),
    "{side}, the accused, does it in the same sentence": N_("The accused, %(side)s, does it in the same sentence."),
    "{side}, one of the accusers, tells it": N_("One of the accusers, %(side)s, tells it."),
    "{side} accuse each other beside it": N_("Beside it %(side)s accuse each other."),
    "fighting again after {side} had agreed to a truce": N_("Before it %(side)s had agreed to a truce."),
    "told as in the course of it, of {side}": N_("Both are told of %(side)s."),
    "{side}, after the beginning on {day} of what goes on": N_(
        "It is of %(side)s, after the beginning on %(day)s of what goes on."
    ),
    "{side}: a meeting told with the visit": N_("A meeting of %(side)s, told with the visit."),
}
_NOBODY = {"nobody named": N_("nobody named"), "somebody": N_("somebody"), "a side": N_("a side")}
_TAKEN = {"taken": N_("taken"), "not taken": N_("not taken")}
_UNTOLD = N_("in the days before the report")
_BEHIND_NAMES = re.compile("«.*»: ", re.DOTALL)  # names hold quotation marks themselves, and not always both
_SIGNED = re.compile(r"(?P<who>.{1,200}?), (?P<day>\d{4}-\d\d-\d\d)(?:: (?P<note>.*))?", re.DOTALL)


def evidence(voice: Voice, tongue: Tongue, why: str) -> tuple[Markup, ...]:
    """What speaks for two things being one or tied, in sentences; what no rule writes only in English."""
    if signed := _SIGNED.fullmatch(why):
        who, note = (_isolated(seen(signed[part] or ""), tongue) for part in ("who", "note"))
        by = escape(tongue(N_("%(who)s on %(day)s."))) % {"who": who, "day": tongue.date(signed["day"])}
        return (by, note) if signed["note"] else (by,)
    return tuple(said for part in parts(why) if (said := _sentence(voice, tongue, part)))


def parts(why: str) -> list[str]:
    """What evidence says one after the other, behind the names that it is about."""
    names = _BEHIND_NAMES.match(why)
    return (why[names.end() :] if names else why).split("; ")


def _sentence(voice: Voice, tongue: Tongue, part: str) -> Markup:
    for pattern, message in patterns():
        if found := pattern.fullmatch(part):
            slots = {name: _filled(voice, tongue, name, value) for name, value in found.groupdict().items()}
            return escape(tongue(message)) % slots if message else Markup("")
    return escape(seen(part)) if tongue.language == "en" else Markup("")


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What the rules write as patterns, those with most words of their own first."""
    ordered = sorted(SAID.items(), key=lambda kv: -len(re.sub(r"{\w+}", "", kv[0])))
    return tuple((re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(said))), to) for said, to in ordered)


def _filled(voice: Voice, tongue: Tongue, slot: str, value: str) -> Markup:
    """The words for a slot, isolated where they are names or words of reports."""
    if slot in ("side", "whom", "other", "blamed"):
        return _listed(voice, tongue, value.split(", "))
    match slot:
        case "land":
            return _listed(voice, tongue, value.split())
        case "words" | "name":
            return _isolated(seen(value), tongue, quoted=True)
        case "day" | "later" | "days":
            return escape(tongue(", ").join(_day(tongue, day) for day in value.split(", ")))
        case "n":
            return escape(tongue.number(int(value)) if value.isdecimal() else seen(value))
    return escape(tongue(_coded(slot, value)))


def _coded(slot: str, value: str) -> str:
    """The message for a code of the record."""
    if slot == "kind":
        return kinds.relation("ministry" if value.endswith(("-ministry", " ministry")) else value.replace(" ", "-"))
    topics = codes.codes("event", "topic")
    known = {"type": words.TYPES, "topic": topics, "tenure": kinds.TENURES, "taken": _TAKEN, "then": _TAKEN}
    return known[slot].get(value, value) if slot in known else value


def _day(tongue: Tongue, value: str) -> str:
    return tongue(_UNTOLD) if value == _UNTOLD else tongue.date(value)


def _listed(voice: Voice, tongue: Tongue, idents: list[str]) -> Markup:
    return escape(tongue(", ")).join(_named(voice, tongue, ident) for ident in idents)


def _named(voice: Voice, tongue: Tongue, ident: str) -> Markup:
    """Who is meant by an entity id, the code of a side, or words for nobody."""
    if ident in _NOBODY:
        return escape(tongue(_NOBODY[ident]))
    held = voice.dossier
    if ident in held.record.entity or ident.startswith("unnamed: "):
        party = held.party(ident)
    elif ident.startswith("loc."):
        party = held.side(ident.removeprefix("loc.")) or held.party(ident)
    else:
        party = held.side(ident) or held.party(ident)
    if party.unnamed:
        return Markup("").join(as_element(run, tongue.language) for run in voice.name(party))
    return _isolated(seen(party.name(tongue.language)), tongue)


def _isolated(said: str, tongue: Tongue, *, quoted: bool = False) -> Markup:
    arabic = Markup(' lang="ar"') if tongue.language != "ar" and ARABIC_LETTER.search(said) else Markup("")
    held = Markup("<bdi{}>{}</bdi>").format(arabic, said)
    return Markup("<q>{}</q>").format(held) if quoted else held
