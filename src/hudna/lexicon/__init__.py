"""Language data as reviewed files, and the loader that compiles them."""

from hudna.lexicon.lexicon import UNKNOWN, Entry, Hit, Lexicon, Sense, Weights, Word, load, read_settings
from hudna.lexicon.whereabouts import Whereabouts, whereabouts

__all__ = [
    "UNKNOWN",
    "Entry",
    "Hit",
    "Lexicon",
    "Sense",
    "Weights",
    "Whereabouts",
    "Word",
    "load",
    "read_settings",
    "whereabouts",
]
