"""What ties two events that are not one."""

from dataclasses import dataclass

from hudna.frozen import made_fast

KINDS = ("realises", "answers", "alleges", "denies", "counters", "reverses", "part_of")


@made_fast
@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two events; ``left`` is what it is said of, ``right`` what that refers to.

    Attributes:
        id: from the events and the kind.
        kind: ``realises`` a plan and what came of it; ``answers`` an acceptance or refusal and the proposal or demand;
            ``alleges`` an accusation and the deed it is about; ``denies`` a denial and the deed as others tell it;
            ``counters`` two claims that each lay a deed of force to the other side; ``reverses`` what undoes and what
            it undoes; ``part_of`` a part and the whole.
        left: event id: the plan, the answer, the accusation, the denial, what undoes, the part.
        right: event id.
        rule: id of the rule that tied them (docs/record-schema.md lists the rules).
        why: the evidence in words that a person can check.
        facts: ids of the tellings that show it, the left one's first.

    """

    id: str
    kind: str
    left: str
    right: str
    rule: str
    why: str
    facts: tuple[str, ...]
