"""Language data as reviewed files, and the loader that compiles them."""

from hudna.lexicon.lexicon import NO_SENSES, Entry, Hit, Lexicon, Sense, Weights, load
from hudna.lexicon.source import read_settings
from hudna.lexicon.whereabouts import Whereabouts, whereabouts

__all__ = [
    "NO_SENSES",
    "Entry",
    "Hit",
    "Lexicon",
    "Sense",
    "Weights",
    "Whereabouts",
    "load",
    "read_settings",
    "whereabouts",
]
