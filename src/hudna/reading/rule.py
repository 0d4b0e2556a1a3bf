"""What a rule of the reader is called, what it is for, and an example that runs as a test."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, one line of purpose, and a text with what it finds in [brackets]."""

    id: str
    purpose: str
    example: str
