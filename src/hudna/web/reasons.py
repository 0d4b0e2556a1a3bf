"""Why things were taken for one, and why events were tied: each rule in words, and what two accounts share."""

import re

from hudna.export.brief import Voice
from hudna.views import Trait
from hudna.web import codes
from hudna.web.language import N_, Tongue

RULES = {  # docs/record-schema.md tells them in full
    "same-entry": N_("Both are names of one entry of the lexicon."),
    "same-class": N_("Both name the one body of this class that the side has."),
    "same-spelling": N_("They are spelt the same."),
    "same-words": N_("The words are the same but for particles, head nouns and the name of the state."),
    "same-consonants": N_("The consonants are the same, as in transliterations of one name; the spelling differs."),
    "same-scope": N_("Names that leave open who is meant, in reports on one country or of one text."),
    "only-body": N_("The only body of this name that reports on the country tell of by name or side."),
    "near-spelling": N_("A slip of spelling apart, of one side or office."),
    "shorter-name": N_("One name leaves out parts of the other; side, office or country agree."),
    "family-name": N_("A family name alone, and the only person of that name."),
    "same-happening": N_("The two accounts have more in common than sets them apart."),
    "same-event": N_("Both tell of one call, announcement or acceptance."),
    "same-parties": N_("Both are told to begin on the same days, between the same parties."),
    "same-start": N_("Both are told to begin on the same days; their length or those named around them agree."),
    "same-announcement": N_("Both were announced or agreed on the same days, by the same parties."),
    "in-force": N_("One report tells of a truce while the other was in force."),
    "told-together": N_("Truces of the same parties, in reports of one text or month that do not say when."),
    "first-step": N_("A call for a truce, and a truce of the same parties soon after it."),
    "same-call": N_("Two calls for a truce by the same parties, soon after each other."),
    "near-copy": N_("The texts are nearly the same."),
    "excerpt": N_("Nearly all of the shorter text stands in the longer one."),
    "relay": N_("Both relay one agency, and share much of their text."),
    "judgement": N_("A person decided it."),
    "planned-and-done": N_("One is told as planned, the other as done; its kind and those who take part agree."),
    "asked-and-answered": N_("One asks for something, the other answers it."),
    "charge-and-claim": N_("The accuser tells of the deed beside the accusation."),
    "charge-in-sentence": N_("The deed of the accused stands in the sentence of the accusation."),
    "mutual-charge": N_("Two sides accuse each other of it."),
    "denied-and-told": N_("One tells of the deed, the other of its denial."),
    "each-the-other": N_("Each side lays the deed to the other."),
    "fighting-again": N_("Fighting is told to have begun again beside a truce that its sides had agreed to."),
    "measure-reversed": N_("A measure is told as taken, and in a report of another day as not taken."),
    "in-the-course-of": N_("One is told to have happened in the course of the other."),
    "met-on-a-visit": N_("A meeting of guest and host, told with the visit."),
}
TRAITS = {
    "when": N_("When"),
    "words": N_("Words in common"),
    "trigger": N_("Told by the same words"),
    "named": N_("Names in common"),
    "actors": N_("Who acts"),
    "targets": N_("Upon whom"),
    "parties": N_("The same parties"),
    "place": N_("Where"),
    "mode": N_("Manner"),
    "topic": N_("Topic"),
    "losses": N_("Losses"),
    "hours": N_("Hours far apart"),
    "weapon": N_("Weapon"),
    "elsewhere": N_("Places told of"),
    "status": N_("Did it happen"),
}
_NAMING = frozenset({"named", "actors", "targets", "place", "elsewhere"})
_PLAIN = frozenset({"words", "trigger", "weapon"})  # words of the reports
_SILENT = frozenset({"parties", "hours"})  # the name says it
_PART = re.compile(r"[^,;+ ]+")
_UNKNOWN = N_("undated")


def reason(rule: str) -> str:
    """The message for a rule that joins or ties; of one that we have no words for its name."""
    return RULES.get(rule, rule)


def shared(voice: Voice, tongue: Tongue, trait: Trait) -> str:
    """What two accounts have in common or apart, with names for ids, words for codes and days in words."""
    if trait.name in _PLAIN:
        return trait.words
    if trait.name in _SILENT:
        return ""
    labels = codes.HARMS if trait.name == "losses" else codes.codes("event", trait.name)

    def word(found: re.Match[str]) -> str:
        part = found[0]
        if part in labels:
            return tongue(labels[part])
        if trait.name == "when":
            return tongue.date(part) if part[0].isdigit() else tongue(_UNKNOWN)
        return _named(voice, tongue, part) if trait.name in _NAMING else part

    return tongue(", ").join(_PART.sub(word, part) for part in trait.words.split(", "))


def _named(voice: Voice, tongue: Tongue, part: str) -> str:
    """The name of an entity or side, by its id or code; what is neither as it stands."""
    held = voice.dossier.party(part) if part in voice.dossier.record.entity else voice.dossier.side(part)
    return (held.name(tongue.language) if held else None) or part
