"""Classes of event types (PLOVER), of modes and of frames that are read alike."""

# done by saying so: the one to whom the words are attributed does it
SPEECH = frozenset({"REQUEST", "REJECT", "SUPPORT", "AGREE", "ACCUSE", "THREATEN"})
# of these a place in the sentence is that of what is asked for or alleged, hardly ever that of the saying
PLACELESS = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN"})
# about something: these have a topic, one of events/topics.yaml
TOPICAL = frozenset({"REQUEST", "REJECT", "SUPPORT", "AGREE"})
# done to somebody by force or under its threat
FORCE = frozenset({"ASSAULT", "COERCE"})
# done on the ground: a place told anywhere in the sentence is most often theirs
ON_THE_GROUND = frozenset({"ASSAULT", "RETREAT", "AID"})
# done by two or more together
JOINT = frozenset({"AGREE", "CONSULT"})
# frames of words for taking ground, or taking it back
GROUND = frozenset({"seize", "recover"})
# modes of what planes and guns do
BY_WEAPONS = frozenset({"aerial", "drone", "missile", "heavy-weapons"})
