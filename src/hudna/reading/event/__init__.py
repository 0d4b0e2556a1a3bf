"""Events: event words, their arguments, status, topic, date and claimants; one event per happening.

The way through the room, each step a module:

    find           a page, its cast, times and attributions → the events of a document
    kinds          classes of event types that are read alike
    rules          the rules that find who did what to whom, each with its example

  one sentence, and the noun phrases in it

    clause         how far the arguments of a word may stand from it
    participle     participles without the article that go on telling
    chunk          noun phrases with their prepositions, whom they name, and how they grow
    aside          where a remark between commas or in brackets ends
    boundary       where one noun phrase ends and the next begins
    noun_boundary  where a noun that names nobody begins one
    allegiance     words that tie people to somebody: «الموالين لروسيا»
    chunker        tokens → noun phrases
    between        what stands between them: marks, remarks, «من قبل», «من جهة»
    forces         who «the rebels», «the soldiers» and «the planes» of a document are
    scene          what the steps below see of a sentence: the phrases beside a word, whom they name
    sentence       a sentence → what it tells, event word by event word

  the event words

    trigger        the event words of a sentence
    companion      the word that an event word needs beside it
    verbal         whether a form that may be both is a verb or a noun

  who does what to whom

    roles          the arguments of an event word, and how noun phrases become them
    prepositional  phrases with a preposition beside the word
    elsewhere      which of them hang on another noun
    far            the place, and whom «ضد» and «بين» name, farther away in the clause
    held           who holds the thing or place that an attack hit, or whose troops it hit
    antecedent     of whom a relative clause tells
    subject        the subject of a verb before it
    earlier        that of a word before or behind it, and of those told earlier
    agreement      whether a phrase can be the subject of a verb that stands apart from it
    case           written endings that tell subject from object
    voice          what is a passive, or has but an object
    elided         the subject that a verb without one shares with one told before
    owner          whom a pronoun on a noun or verb stands for
    by_pronoun     whom one on a preposition or complementiser stands for: «النار عليهم», «أنهم هاجموا»
    verb           subject and object of a verb
    order          subject and object of one that stands before both
    genitive       names in construct with a noun, or adjectives on it
    possessor      the one for whom the pronoun on a noun stands, as its doer or sufferer
    repelled       attacks told by being beaten back
    relative       clauses behind a noun that say who did it, or to whom
    carrier        the verb that carries a noun: «شنت القوات هجوما»
    carried        what the subject of that verb is to the event
    from_clause    what the rest of the clause adds to a noun
    noun           all of these for a noun
    speaker        what is the act of the one who speaks
    spoken_of      whether a pronoun in his words is the speaker
    contact        who else takes part in a talk or visit
    freed          who frees whom, and whose people are freed or seized
    enabled        whom somebody lets, helps or incites to do it
    captive        participles that say who holds somebody
    guest          who came, whom he met there and who received him
    accused        what somebody is said to have done, and the accused named behind a statement
    content        what a demand or threat is about, and so no event

  the event

    passing        words that tell of nothing where they stand
    worth          which of the others tell of an event, and whether somebody acts or suffers
    build          an event word and its roles → an event
    status         whether it is said to have happened
    dates          when
    attributes     weapon, mode, topic
    aimed          whom a threat, refusal or demand is aimed at by its content
    candidate      one telling of an event
    neighbours     what it has from those told beside it
    replied        whom a condemnation, a judgement or a reply is aimed at by what was told before it

  the document

    belligerents   its two parties, where it leaves no doubt
    telling        how an event is told: as means, as another one, in a headline or a list
    same           whether two tellings are of one happening
    merge          tellings → one event per happening
    opposition     whom each party fights, and so whom its deeds are aimed at
"""

from hudna.reading.event.find import find_events

__all__ = ["find_events"]
