"""hudna (هدنة, truce): many conflicting news reports become one sourced record."""

__version__ = "0.1.0"
