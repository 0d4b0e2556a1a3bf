"""A document prepared for reading: tokens, sentences, quotations, and what the lexicon knows of every word."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from hudna.lexicon import UNKNOWN, Entry, Hit, Lexicon, Sense, Word
from hudna.text import (
    QUOTES,
    Document,
    Normal,
    Sentence,
    Span,
    Token,
    TokenKind,
    normalise,
    split_sentences,
    tokenise,
)

_WORDS = (TokenKind.WORD, TokenKind.NUMBER, TokenKind.FOREIGN)
_OPENING = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"', "”": "”", "{": "}"}
_TRANSPARENT = QUOTES | {"-"}  # may stand inside a name or phrase: «حركة "طالبان"»
_LONGEST_QUOTATION = 400  # tokens; a mark left open must not swallow the document


@dataclass(frozen=True, slots=True)
class Page:
    """One document as the rules see it. Positions are token numbers unless a name says otherwise.

    Attributes:
        document: what is read.
        normal: its normalised text with the way back.
        tokens: words, numbers, marks and line ends.
        forms: the normalised form of each token.
        starts: for each token the offset in the text where it begins.
        sentences: runs of tokens.
        sentence_of: for each token the number of its sentence (of the next one for line ends between sentences).
        numerals: the tokens that are numbers in digits.
        senses: for each token the readings of the word alone.
        layers: for each layer of the lexicon that has any of them the words on this page, by token.
        verbs: the tokens that may be finite verbs.
        phrases: fixed phrases by their first token, longest first.
        phrases_of: the same for each layer that has any of them, with their readings in that layer only.
        names: names of the lexicon by their first token, longest first.
        quotations: (first, last) of the tokens between quotation marks, without the marks.
        furniture: numbers of the sentences that are page furniture, which no step reads for facts; the engine fills it.

    """

    document: Document
    normal: Normal
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    numerals: tuple[int, ...]
    senses: tuple[tuple[Sense, ...], ...]
    layers: Mapping[str, Mapping[int, tuple[Sense, ...]]]
    verbs: frozenset[int]
    phrases: dict[int, tuple[Hit, ...]]
    phrases_of: Mapping[str, Mapping[int, tuple[Hit, ...]]]
    names: dict[int, tuple[Hit, ...]]
    quotations: tuple[tuple[int, int], ...]
    furniture: frozenset[int] = frozenset()

    def form(self, i: int) -> str:
        """Normalised form of token ``i``, "" outside the document."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def is_word(self, i: int) -> bool:
        """Whether token ``i`` exists and is no mark or line end."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind in _WORDS

    def span(self, first: int, last: int, cut: int = 0) -> Span:
        """Characters of tokens ``first`` to ``last`` (exclusive), without the first ``cut`` letters of the first."""
        start = self.normal.back(self.tokens[first].at + cut) if cut else self.tokens[first].span.start
        return Span(start, self.tokens[last - 1].span.end)

    def raw(self, first: int, last: int, cut: int = 0) -> str:
        """Tokens ``first`` to ``last`` (exclusive) as they are written."""
        span = self.span(first, last, cut)
        return self.document.text[span.start : span.end]

    def has_rest(self, entry: Entry, last: int, reach: int) -> bool:
        """Whether what an entry needs («with») stands within ``reach`` words from token ``last`` on: «يدخل … حيز»."""
        need = entry.get("with")
        return need is None or need in (self.form(k) for k in range(last, last + reach))

    def evidence(self, i: int) -> Span:
        """Characters of the sentence that holds token ``i``."""
        sentence = self.sentences[self.sentence_of[i]]
        return self.span(sentence.first, sentence.last)

    def layer(self, i: int, name: str) -> tuple[Sense, ...]:
        """The readings of the word at ``i`` in one layer of the lexicon; none past the end, as with ``form``."""
        held = self.layers.get(name)
        return held.get(i, ()) if held else ()

    def openings(self, layer: str) -> set[int]:
        """The tokens at which a word or fixed phrase of a layer begins."""
        return {*self.layers.get(layer, ()), *self.phrases_of.get(layer, ())}

    def phrase(self, i: int, layer: str) -> Hit | None:
        """The longest fixed phrase of a layer that begins at ``i``, with its senses of that layer only."""
        held = self.phrases_of.get(layer)
        return held[i][0] if held and i in held else None

    def readings(self, i: int, layer: str) -> tuple[Sense, ...]:
        """The readings in one layer of the lexicon of the word at ``i`` and of the fixed phrases that begin there."""
        held = self.phrases_of.get(layer)
        hits = held.get(i, ()) if held else ()
        return (*self.layer(i, layer), *(s for hit in hits for s in hit.senses))

    def quotation_at(self, i: int) -> tuple[int, int] | None:
        """The innermost quotation that holds token ``i``."""
        held = [q for q in self.quotations if q[0] <= i < q[1]]
        return min(held, key=lambda q: q[1] - q[0]) if held else None


def open_page(document: Document, lexicon: Lexicon) -> Page:
    """Prepare ``document``: one pass over its tokens."""
    normal = normalise(document.text)
    tokens = tokenise(normal)
    sentences = split_sentences(tokens)
    sentence_of = [0] * len(tokens)
    for number, sentence in enumerate(sentences):
        for i in range(sentence.first, sentence.last):
            sentence_of[i] = number
    phrases: dict[int, tuple[Hit, ...]] = {}
    names: dict[int, tuple[Hit, ...]] = {}
    for run in _runs(tokens):
        forms = [tokens[i].form for i in run]
        for k, i in enumerate(run):
            if found := lexicon.phrases(forms, k):
                phrases[i] = _on_page(found, run)
            if found := lexicon.names(forms, k):
                names[i] = _on_page(found, run)
    known = [lexicon.word(_as_ended(document, t)) if t.kind is TokenKind.WORD else UNKNOWN for t in tokens]
    known = [_as_counted(w) if _is_counted(tokens, known, i) else w for i, w in enumerate(known)]
    return Page(
        document=document,
        normal=normal,
        tokens=tokens,
        forms=tuple(t.form for t in tokens),
        starts=tuple(t.span.start for t in tokens),
        sentences=sentences,
        sentence_of=tuple(sentence_of),
        numerals=tuple(i for i, t in enumerate(tokens) if t.kind is TokenKind.NUMBER),
        senses=tuple(word.senses for word in known),
        layers=_by_layer(known),
        verbs=frozenset(i for i, word in enumerate(known) if word.finite) - _set_words(phrases),
        phrases=phrases,
        phrases_of=_phrases_by_layer(phrases),
        names=names,
        quotations=_quotations(tokens),
    )


def _is_counted(tokens: tuple[Token, ...], known: list[Word], i: int) -> bool:
    """Whether the word at ``i`` may be in the accusative that a number asks for: «46 | طالبا», «ثلاثين | طالبا»."""
    word = i > 0 and tokens[i].kind is TokenKind.WORD and tokens[i].form.endswith("ا")
    return word and (tokens[i - 1].kind is TokenKind.NUMBER or "number" in known[i - 1].layers)


def _as_counted(word: Word) -> Word:
    """A word without its readings as a verb in the dual, if it is a noun too."""
    dual = {s for s in word.senses if s.pos == "verb" and s.number == "du"}
    if not dual or not any(s.pos in ("noun", "active") for s in word.senses):
        return word
    layers = {n: kept for n, senses in word.layers.items() if (kept := tuple(s for s in senses if s not in dual))}
    return Word(tuple(s for s in word.senses if s not in dual), layers, finite=False)


def _set_words(phrases: dict[int, tuple[Hit, ...]]) -> frozenset[int]:
    """The words behind the first of set phrases that tell of no event («في وقت لاحق»): they are no verbs.

    Nor is any of a phrase that only says how exact a number is: «ما لا يقل عن ستة», «يزيد على ألف».
    """
    hits = [h for held in phrases.values() for h in held[:1]]
    told = (h for h in hits if any(s.entry.layer == "event" for s in h.senses))
    decoys = (h for h in told if not any(s.entry.get("event") or s.entry.get("terms") for s in h.senses))
    hedges = (h for h in hits if any(s.entry.layer == "number" for s in h.senses))
    return frozenset(k for h in decoys for k in range(h.first + 1, h.last)) | {
        k for h in hedges for k in range(h.first, h.last)
    }


def _as_ended(document: Document, token: Token) -> str:
    """The form of a word, with its last «ة» where it is written so: no pronoun is."""
    ended = document.text[token.span.end - 1] == "ة"
    return token.form[:-1] + "ة" if ended else token.form


def _by_layer(known: list[Word]) -> dict[str, dict[int, tuple[Sense, ...]]]:
    """The readings of the words of a page by layer and token."""
    out: dict[str, dict[int, tuple[Sense, ...]]] = {}
    for i, word in enumerate(known):
        for layer, senses in word.layers.items():
            out.setdefault(layer, {})[i] = senses
    return out


def _phrases_by_layer(phrases: dict[int, tuple[Hit, ...]]) -> dict[str, dict[int, tuple[Hit, ...]]]:
    """Phrases by layer and first token, with their readings in that layer only."""
    out: dict[str, dict[int, tuple[Hit, ...]]] = {}
    for i, hits in phrases.items():
        for hit in hits:
            for layer in dict.fromkeys(s.entry.layer for s in hit.senses):
                held = out.setdefault(layer, {})
                senses = tuple(s for s in hit.senses if s.entry.layer == layer)
                held[i] = (*held.get(i, ()), Hit(hit.first, hit.last, senses))
    return out


def _on_page(found: tuple[Hit, ...], run: list[int]) -> tuple[Hit, ...]:
    """Hits among the words of a run with the tokens of the page that they are."""
    return tuple(Hit(run[h.first], run[h.last - 1] + 1, h.senses) for h in found)


def _runs(tokens: tuple[Token, ...]) -> list[list[int]]:
    """Runs of words that a phrase may span: broken by line ends and by marks other than quotation marks and hyphens."""
    runs: list[list[int]] = []
    open_run = False
    for i, token in enumerate(tokens):
        if token.kind in _WORDS:
            if not open_run:
                runs.append([])
                open_run = True
            runs[-1].append(i)
        elif token.form not in _TRANSPARENT:
            open_run = False
    return runs


def _quotations(tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    """Pairs of quotation marks, also nested ones of different kinds; what is never closed quotes nothing.

    A mark that opens as it closes quotes the rest of its line where those of the next line that has any make pairs of
    their own.
    """
    out: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for i, token in enumerate(tokens):
        if i == 0 or token.kind is TokenKind.BREAK:
            paired = _paired(tokens, i + (token.kind is TokenKind.BREAK))
            out.extend((k + 1, _line_end(tokens, k)) for mark, k in waiting if mark in paired and _opens(tokens, k))
            waiting = [w for w in waiting if w[0] not in paired]
        if token.kind is not TokenKind.MARK:
            continue
        while waiting and i - waiting[0][1] > _LONGEST_QUOTATION:
            waiting.pop(0)
        closes = next((k for k in range(len(waiting) - 1, -1, -1) if waiting[k][0] == token.form), None)
        if closes is not None:
            out.append((waiting[closes][1] + 1, i))
            del waiting[closes:]
        elif token.form in _OPENING:
            waiting.append((_OPENING[token.form], i))
    return tuple(sorted((q for q in out if q[0] < q[1]), key=lambda q: (q[0], -q[1])))


def _line_end(tokens: tuple[Token, ...], i: int) -> int:
    """Where the line of token ``i`` ends."""
    return next((k for k in range(i, len(tokens)) if tokens[k].kind is TokenKind.BREAK), len(tokens))


def _opens(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the mark at token ``k`` is written onto the word behind it, and not onto the one before."""
    behind = k + 1 < len(tokens) and tokens[k + 1].span.start == tokens[k].span.end
    return behind and not (k > 0 and tokens[k - 1].span.end == tokens[k].span.start)


def _paired(tokens: tuple[Token, ...], i: int) -> set[str]:
    """The marks that open as they close and stand in pairs in the line that begins at token ``i``.

    Not one with which the line begins, for that may go on with the words quoted before.
    """
    count = Counter(f for k in range(i, _line_end(tokens, i)) if _OPENING.get(f := tokens[k].form) == f)
    first = tokens[i].form if i < len(tokens) else ""
    return {f for f, n in count.items() if n % 2 == 0 and f != first}
