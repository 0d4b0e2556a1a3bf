"""Events: event words, their arguments, status, topic, date and claimants; one event per happening."""

from hudna.reading.event.find import find_events

__all__ = ["find_events"]
