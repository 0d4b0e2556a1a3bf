"""The evidence for taking two things for one."""

from dataclasses import dataclass

from hudna.frozen import made_fast


@made_fast
@dataclass(frozen=True, slots=True)
class Join:
    """Why two things were taken for one.

    Attributes:
        rule: id of the rule that joined them (docs/record-schema.md lists the rules).
        left: id of one of the two (member, telling or document).
        right: id of the other.
        why: the evidence in words that a person can check: the two spellings, the shared office, the measured likeness.

    """

    rule: str
    left: str
    right: str
    why: str
