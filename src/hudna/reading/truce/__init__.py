"""Truces: who demanded, proposed, accepted, announced, kept or broke them, from when, for how long, on what terms."""

from hudna.reading.truce.find import find_truces

__all__ = ["find_truces"]
