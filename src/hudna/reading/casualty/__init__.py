"""Human and material losses: who was killed, wounded, taken or driven out, what was destroyed, by whose account."""

from hudna.reading.casualty.find import find_casualties

__all__ = ["find_casualties"]
