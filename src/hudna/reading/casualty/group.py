"""Persons counted together, as a text tells of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Persons counted together.

    Attributes:
        first: first token.
        last: one past the last, what tells whose people they are included.
        cut: letters of the first token before the phrase.
        count: in the notation of the reading format.
        kind: what befell them, where the noun says it («قتيل»), else None.
        victims: military, civilian, mixed, unspecified; None where no noun says who they are.
        of: "state" or "armed" where the noun tells regular forces from those who fight a state.
        local: regular forces that serve at home («شرطي»).
        sides: states or parties named in the phrase.
        like: told only by number or «آخرون»: who they are was told before.
        people: a noun tells that they are people and no more («أشخاص آخرون»).
        ours: the noun has the possessive of the first person.
        owner: the noun has a possessive of the third person («جنودها»).
        person: id of the one person, where it is somebody named.
        office: told by an office, which an armed body may have too («مدير الشرطة»).
        kin: named as kin of somebody told before («والدته»).
        foreign: an adjective not known to the lexicon tells whose people they are («الجنود الغربيين»).
        of_them: told as part of people named before («منهم»).
        attacks: they did the attack told last («المهاجمون»).
        counted: a number or the form of the noun says how many.

    """

    first: int
    last: int
    cut: int
    count: str
    kind: str | None = None
    victims: str | None = None
    of: str | None = None
    local: bool = False
    sides: tuple[str, ...] = ()
    like: bool = False
    ours: bool = False
    counted: bool = True
    owner: bool = False
    of_them: bool = False
    person: str | None = None
    kin: bool = False
    foreign: bool = False
    office: bool = False
    attacks: bool = False
    people: bool = False
