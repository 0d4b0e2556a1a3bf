"""Original text, its normalised form with the way back, sentences, tokens and clitics."""

from hudna.text.document import Document
from hudna.text.normal import Normal, fold, normalise
from hudna.text.sentence import Sentence, around, sentence_spans, split_sentences
from hudna.text.span import Span
from hudna.text.token import ARABIC_LETTER, COMMAS, DASHES, QUOTES, STOPS, Token, TokenKind, tokenise, words

__all__ = [
    "ARABIC_LETTER",
    "COMMAS",
    "DASHES",
    "QUOTES",
    "STOPS",
    "Document",
    "Normal",
    "Sentence",
    "Span",
    "Token",
    "TokenKind",
    "around",
    "fold",
    "normalise",
    "sentence_spans",
    "split_sentences",
    "tokenise",
    "words",
]
