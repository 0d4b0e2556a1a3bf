"""Classes of event types (PLOVER) that are read alike."""

# done by saying so: the one to whom the words are attributed does it
SPEECH = frozenset({"REQUEST", "REJECT", "SUPPORT", "AGREE", "ACCUSE", "THREATEN"})
# about something: these have a topic, one of events/topics.yaml
TOPICAL = frozenset({"REQUEST", "REJECT", "SUPPORT", "AGREE"})
# done to somebody by force or under its threat
FORCE = frozenset({"ASSAULT", "COERCE"})
