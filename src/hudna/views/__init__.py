"""Questions on a record, answered as plain typed rows.

``Dossier.of(store)`` holds a record with its texts; ``choose(record, actor=…, place=…, since=…, until=…, side=…)`` says
which rows are asked for; each view is a function of both. Every row has an ``id`` and, where words carry it, its
``sources``.
"""

from hudna.views.bench import Bench
from hudna.views.bond import INVERSE, Bond
from hudna.views.brief import Brief, brief
from hudna.views.cases import Case, Passage, case, doubt_of
from hudna.views.cast import Named, actors, places
from hudna.views.choice import Choice, NobodyOfThatName, choose, named
from hudna.views.claims import Saying, claims
from hudna.views.daily import Day, daily
from hudna.views.dates import days
from hudna.views.dating import Because, Chain, chains, day_told
from hudna.views.deaths import Deaths
from hudna.views.deciding import Undecidable, decided
from hudna.views.disagreements import Difference, Version, disagreements
from hudna.views.documents import Report, documents
from hudna.views.dossier import Dossier
from hudna.views.doubts import Doubt, Field, doubts
from hudna.views.found import Found, naming, search, sentences
from hudna.views.happening import (
    EVERYTHING,
    Happening,
    charges,
    contacts,
    happenings,
    incidents,
    measures,
    positions,
    timeline,
    undated,
)
from hudna.views.leads import Index, Lead, facts, index
from hudna.views.leaf import Leaf, Told, leaf
from hudna.views.lineage import Change, Descent, Relay, lineage
from hudna.views.links import Tie, links
from hudna.views.mark import Mark
from hudna.views.network import Meetings, Pair, Stretch, alone, apart, meetings, network, pairs, renamed, stretches
from hudna.views.party import Party
from hudna.views.periods import Period, enclosing, periods
from hudna.views.profile import Joined, Position, Profile, Written, profile
from hudna.views.reliability import THRESHOLD, Measured, Reliability, table
from hudna.views.sections import Sections
from hudna.views.situation import Headline, News
from hudna.views.stances import STANCES, Answer, Stance, Turn, changes, stances, turns
from hudna.views.tenure import Standing, Tenure
from hudna.views.tolls import Account, Bearer, Figure, Ledger, bearers, casualties, ledgers, losses
from hudna.views.truces import Ceasefire, Stage, Violation, ceasefire, passages, tellings, truces, violations
from hudna.views.unsettled import Unsettled, unsettled
from hudna.views.verdicts import Verdict, verdicts
from hudna.views.whereabouts import Atlas, Locality, Presence, Site, atlas, local, localities, present, sites
from hudna.views.whole import Likeness, Neighbour, Retelling, Trait, Whole, whole
from hudna.views.why import Explanation, Ground, explain

__all__ = [
    "EVERYTHING",
    "INVERSE",
    "STANCES",
    "THRESHOLD",
    "Account",
    "Answer",
    "Atlas",
    "Bearer",
    "Because",
    "Bench",
    "Bond",
    "Brief",
    "Case",
    "Ceasefire",
    "Chain",
    "Change",
    "Choice",
    "Day",
    "Deaths",
    "Descent",
    "Difference",
    "Dossier",
    "Doubt",
    "Explanation",
    "Field",
    "Figure",
    "Found",
    "Ground",
    "Happening",
    "Headline",
    "Index",
    "Joined",
    "Lead",
    "Leaf",
    "Ledger",
    "Likeness",
    "Locality",
    "Mark",
    "Measured",
    "Meetings",
    "Named",
    "Neighbour",
    "News",
    "NobodyOfThatName",
    "Pair",
    "Party",
    "Passage",
    "Period",
    "Position",
    "Presence",
    "Profile",
    "Relay",
    "Reliability",
    "Report",
    "Retelling",
    "Saying",
    "Sections",
    "Site",
    "Stage",
    "Stance",
    "Standing",
    "Stretch",
    "Tenure",
    "Tie",
    "Told",
    "Trait",
    "Turn",
    "Undecidable",
    "Unsettled",
    "Verdict",
    "Version",
    "Violation",
    "Whole",
    "Written",
    "actors",
    "alone",
    "apart",
    "atlas",
    "bearers",
    "brief",
    "case",
    "casualties",
    "ceasefire",
    "chains",
    "changes",
    "charges",
    "choose",
    "claims",
    "contacts",
    "daily",
    "day_told",
    "days",
    "decided",
    "disagreements",
    "documents",
    "doubt_of",
    "doubts",
    "enclosing",
    "explain",
    "facts",
    "happenings",
    "incidents",
    "index",
    "leaf",
    "ledgers",
    "lineage",
    "links",
    "local",
    "localities",
    "losses",
    "measures",
    "meetings",
    "named",
    "naming",
    "network",
    "pairs",
    "passages",
    "periods",
    "places",
    "positions",
    "present",
    "profile",
    "renamed",
    "search",
    "sentences",
    "sites",
    "stances",
    "stretches",
    "table",
    "tellings",
    "timeline",
    "truces",
    "turns",
    "undated",
    "unsettled",
    "verdicts",
    "violations",
    "whole",
]
