"""Words for what entities are, and what they are to each other."""

from hudna.web.language import N_

TYPES = {"PER": N_("person"), "ORG": N_("body"), "LOC": N_("state or place"), "FAC": N_("facility")}
TENURES = {"new": N_("newly appointed"), "acting": N_("acting"), "former": N_("former"), "late": N_("late")}
# What an entity is to a state or party; read the other way round too: what a state has.
RELATIONS = {
    "administration": N_("administration"),
    "agency": N_("news agency"),
    "air-defence": N_("air defence"),
    "air-force": N_("air force"),
    "army": N_("army"),
    "authorities": N_("authorities"),
    "body": N_("belongs to"),
    "border-guard": N_("border guard"),
    "capital": N_("capital"),
    "civil-defence": N_("civil defence"),
    "coalition": N_("coalition"),
    "coast-guard": N_("coast guard"),
    "counter-terrorism": N_("counter-terrorism force"),
    "emergency-forces": N_("emergency forces"),
    "gendarmerie": N_("gendarmerie"),
    "general-staff": N_("general staff"),
    "government": N_("government"),
    "intelligence": N_("intelligence service"),
    "international-forces": N_("international forces"),
    "investigators": N_("investigators"),
    "land-forces": N_("land forces"),
    "local-authorities": N_("local authorities"),
    "local-council": N_("local council"),
    "local-police": N_("local police"),
    "military-justice": N_("military justice"),
    "ministry": N_("ministry"),
    "national-guard": N_("national guard"),
    "navy": N_("navy"),
    "office": N_("holds an office of"),
    "opposition": N_("opposition"),
    "parliament": N_("parliament"),
    "peacekeepers": N_("peacekeepers"),
    "place": N_("lies in"),
    "pm-office": N_("office of the prime minister"),
    "police": N_("police"),
    "presidency": N_("presidency"),
    "presidential-guard": N_("presidential guard"),
    "prosecution": N_("public prosecution"),
    "rapid-intervention": N_("rapid intervention force"),
    "rebels": N_("rebels"),
    "red-crescent": N_("red crescent"),
    "resistance": N_("resistance"),
    "ruling-party": N_("ruling party"),
    "security-forces": N_("security forces"),
    "separatists": N_("separatists"),
    "side": N_("told of as of"),
    "special-forces": N_("special forces"),
    "state-radio": N_("state radio"),
    "state-television": N_("state television"),
}
_OTHER = N_("body of it")


def relation(kind: str) -> str:
    """The message for what an entity is to another: «army-of», seen from the state «has-army»."""
    return RELATIONS.get(kind.removeprefix("has-").removesuffix("-of").removesuffix("-in"), _OTHER)
