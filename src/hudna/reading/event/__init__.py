"""Events: event words, their arguments, status, topic, date and claimants; one event per happening.

The way through the room, each step a module:

    find        a page, its cast, times and attributions → the events of a document
    clause      how far the arguments of a word may stand from it; grammar: the small words that decide it
    chunker     tokens → noun phrases (chunk) with their prepositions (particle), one apart from the next (boundary)
    scene       what the steps below see of one sentence: phrases beside a word, subjects before and behind it
    sentence    a sentence → its candidates, word by word
    trigger     which words tell of an event, as verb or as noun (verbal)
    verb, noun  who does what to whom (roles), with the verb that carries a noun (carrier); voice: what is a passive
    speaker     what is the act of the one who speaks
    contact     who else takes part in a talk or visit
    accused     what somebody is said to have done
    content     what a demand or threat is about, and so no event
    worth       which words tell of an event where they stand
    build       roles → an event, with status and attributes
    aimed       whom a threat, refusal or demand is aimed at by its content
    neighbours  what an event has from those told beside it
    forces      who «the rebels» and «the soldiers» of a document are
    belligerents  the two parties of a document, where it leaves no doubt
    merge       candidates → one event per happening, by how each is told (telling)
"""

from hudna.reading.event.find import find_events

__all__ = ["find_events"]
