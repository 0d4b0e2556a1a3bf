"""Words of the record as readers are told them: message ids by the word that the views use."""

from hudna.web.language import N_

STANDINGS = {
    "reported": N_("reported"),
    "claimed": N_("claimed"),
    "disputed": N_("disputed"),
    "corroborated": N_("corroborated"),
    "admitted": N_("admitted"),
}
TYPES = {
    "ASSAULT": N_("use of force"),
    "COERCE": N_("coercion"),
    "MOBILIZE": N_("mobilisation"),
    "PROTEST": N_("protest"),
    "THREATEN": N_("threat"),
    "ACCUSE": N_("accusation"),
    "SANCTION": N_("sanctions"),
    "REJECT": N_("refusal"),
    "REQUEST": N_("demand or offer"),
    "SUPPORT": N_("support"),
    "AGREE": N_("agreement"),
    "CONSULT": N_("contact"),
    "COOPERATE": N_("cooperation"),
    "AID": N_("aid"),
    "CONCEDE": N_("concession"),
    "RETREAT": N_("withdrawal"),
}
SHAPES = {  # how an event stands, as a shape in a square of 16; web/src/map/shapes.js draws the same
    "reported": "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
    "claimed": "M8 1.5 15 14H1z",
    "disputed": "M8 .5 15.5 8 8 15.5 .5 8z",
    "corroborated": "M2.5 2.5h11v11h-11z",
    "admitted": "M8 1 14.5 5.7 12 14H4L1.5 5.7z",
}
PRECISIONS = {"town": N_("a point"), "area": N_("a region, within a circle"), "country": N_("a whole country")}
WHATS = {
    "event": N_("event"),
    "claim": N_("statement"),
    "toll": N_("casualties"),
    "loss": N_("material losses"),
    "truce": N_("truce"),
    "breach": N_("alleged violation"),
}
REVIEWED = {"accepted": N_("confirmed by a reviewer"), "corrected": N_("corrected"), "added": N_("added by a reviewer")}
VERDICTS = {
    "accept": N_("confirmed"),
    "reject": N_("rejected"),
    "correct": N_("corrected"),
    "add": N_("added"),
    "join": N_("joined"),
    "split": N_("split"),
    "note": N_("noted"),
    "undo": N_("taken back"),
}
DIFFERENCES = {"contradiction": N_("contradiction"), "change": N_("change over time")}
FILTERS = {
    "actor": N_("Actor"),
    "place": N_("Place"),
    "side": N_("Side"),
    "since": N_("From"),
    "until": N_("To"),
    "type": N_("Kind"),
    "standing": N_("Standing"),
}
LABELS = {"type": TYPES, "standing": STANDINGS}  # filters whose values are listed
CHOICES = {name: tuple(labels) for name, labels in LABELS.items()}
DAYS = {"since": "2023-05-01", "until": "2023-05-31"}  # filters that take a day, each with one
DAY = r"[0-9٠-٩]{4}([\-\/.][0-9٠-٩]{1,2}){0,2}"  # what fields take for one; asking.py tells whether it is one
UNCLEAR = {
    "nobody": N_("The record knows nobody and nothing of this name."),
    "day": N_("This is not a day: write it as year, month and day, like 2023-05-31."),
    "word": N_("There is no such choice."),
    "later": N_("The first day is later than the last."),
}
ORIGINS = {
    "agency": N_("the agency’s own text"),
    "earliest": N_("what appeared first"),
    "longest": N_("the longest; days do not tell which came first"),
}
THEMES = {"auto": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}
PROBLEMS = {
    "role": N_("You may read this record. Only reviewers may judge it."),
    "name": N_("Say under which name you judge, then try again."),
    "judgement": N_("This cannot be recorded as it was given. Nothing was changed."),
    "busy": N_("The record is being written to. Wait a moment, then try again."),
    "tries": N_("Too many tries. Wait a minute, then try again."),
    403: N_("This form is not from a page that you opened since the server started. Go back, reload, try again."),
    404: N_("The record holds nothing at this address."),
    503: N_("The record is being prepared. Ask again in a moment."),
    413: N_("This is more than can be taken at once."),
    500: N_("Something went wrong here. The record is as it was."),
}
