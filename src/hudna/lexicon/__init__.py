"""Language data as reviewed files, and the loader that compiles them."""

from hudna.lexicon.lexicon import Entry, Hit, Lexicon, Sense, load
from hudna.lexicon.source import read_settings

__all__ = ["Entry", "Hit", "Lexicon", "Sense", "load", "read_settings"]
