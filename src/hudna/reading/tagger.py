"""Names that neither the lexicon nor a pattern has, found by a sequence model over the words between known mentions.

The model is a linear-chain conditional random field that ``tools/train_names.py`` trains; lexicon/ar/names/tagger.md
says from what. Its weights are whole hundredths, so that every machine reads alike. It sees the words around those that
no list explains and leaves what lexicon and patterns found as it is.
"""

from collections.abc import Sequence
from functools import lru_cache
from operator import add

from hudna.lexicon import Weights, load
from hudna.reading.name_features import PAD, feature_groups, windows, word_classes
from hudna.reading.scene import Found, Scene
from hudna.text import QUOTES, TokenKind

_INNER = frozenset(".-'’")  # marks that a name may hold: initials, hyphens, apostrophes
_NAMELIKE = frozenset("GgUX")  # first letters of the classes of which a name has one word at least
_NEVER = frozenset("FVRPTY0")  # and of those of which it has none
_INFLECTED = ("تين", "تان", "ات", "ون", "ين")
_SHORTEST = 3  # letters of a name of one word
_REMEMBERED = 1 << 14  # words and surroundings whose scores are remembered, of 0.2 KB each

Groups = Sequence[tuple[str, ...]]  # the features of a word, those of the words around it last


class Tagger:
    """A decoder for one set of weights."""

    def __init__(self, weights: Weights) -> None:
        """Decode by ``weights``."""
        self.labels = weights.labels
        self._outside = weights.labels.index("O")
        self._weights = weights.features
        self._known: dict[tuple[str, ...], list[int]] = {}
        count = range(len(weights.labels))
        # for each label the labels that may stand before it, with the weight of the step
        self._steps = [
            [
                (p, weights.steps.get((weights.labels[p], weights.labels[q]), 0))
                for p in count
                if _follows(weights.labels[p], weights.labels[q])
            ]
            for q in count
        ]

    def tag(self, rows: Sequence[Groups], caution: int) -> list[str]:
        """The best labels for the features of a run of words; ``caution``, in hundredths, speaks against any name."""
        best = [0 if not label.startswith("I-") else -(10**9) for label in self.labels]
        back: list[list[int]] = []
        for n, row in enumerate(rows):
            here = self._scores(row)
            here[self._outside] += caution
            if n == 0:
                best = [x + y for x, y in zip(best, here, strict=True)]
                continue
            chosen, scores = [], []
            for score, steps in zip(here, self._steps, strict=True):
                top, origin = max([(best[p] + w, p) for p, w in steps])
                chosen.append(origin)
                scores.append(score + top)
            back.append(chosen)
            best = scores
        at = best.index(max(best))
        path = [at]
        for chosen in reversed(back):
            at = chosen[at]
            path.append(at)
        return [self.labels[q] for q in reversed(path)]

    def _scores(self, row: Groups) -> list[int]:
        *common, around = row
        scores = self._sum(around)
        for group in common:
            held = self._known.get(group)
            if held is None:
                held = self._sum(group)
                if len(self._known) < _REMEMBERED:
                    self._known[group] = held
            scores = list(map(add, scores, held))
        return scores

    def _sum(self, group: tuple[str, ...]) -> list[int]:
        """What a group of features says for each label."""
        scores = [0] * len(self.labels)
        for feature in group:
            for label, weight in self._weights.get(feature, ()):
                scores[label] += weight
        return scores


def _follows(before: str, label: str) -> bool:
    """Whether a label may stand after another: «I-PER» only inside a person."""
    return not label.startswith("I-") or before[2:] == label[2:]


@lru_cache(maxsize=4)
def tagger(language: str) -> Tagger | None:
    """The tagger of a language, None where it has no model."""
    weights = load(language).weights
    return Tagger(weights) if weights else None


CAUTION = 100  # hundredths of log-odds against a name, chosen on annotated reports that are in no training


def tagged(scene: Scene, found: list[Found]) -> list[Found]:
    """The names between the mentions of ``found`` that only the model finds, in the order of the text."""
    model = tagger(scene.page.document.language)
    if model is None:
        return []
    covered = {k: f.type for f in found for k in range(f.first, f.last)}
    out: list[Found] = []
    for number, sentence in enumerate(scene.page.sentences):
        if number not in scene.page.furniture:
            out.extend(_in_sentence(scene, model, sentence.first, sentence.last, covered))
    # the family name of one who is named in full is found, and told whose it is, when mentions are gathered
    families = {scene.form(f.last - 1) for f in (*found, *out) if f.type == "PER" and f.last - f.first > 1}
    return [f for f in out if f.last - f.first > 1 or scene.form(f.first)[f.cut :] not in families]


def _in_sentence(scene: Scene, model: Tagger, first: int, last: int, covered: dict[int, str]) -> list[Found]:
    forms, classes = sentence_rows(scene, first, last, covered)
    out = []
    for start, end in windows(classes):
        labels = model.tag([feature_groups(forms, classes, n) for n in range(start, end)], CAUTION)
        shift = first - PAD
        out += [f for s, e, t in spans(labels) if (f := _found(scene, start + s + shift, start + e + shift, t))]
    return out


def sentence_rows(scene: Scene, first: int, last: int, covered: dict[int, str]) -> tuple[list[str], list[str]]:
    """Forms and classes of the tokens of a sentence, padded; ``covered`` gives the type of known mentions by token."""
    known = word_classes(scene.page.document.language)
    pad = [""] * PAD
    forms = ["" if k in covered else form for k, form in enumerate(scene.page.forms[first:last], first)]
    classes = ["K" + covered[k] if k in covered else known.of(scene, k) for k in range(first, last)]
    edge = ["-"] * PAD
    return [*pad, *forms, *pad], [*edge, *classes, *edge]


def spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """Names in a run of labels: first, one past the last, label of the first («C-PER» begins after a particle)."""
    out: list[tuple[int, int, str]] = []
    for n, label in enumerate(labels):
        if label[0] in "BC":
            out.append((n, n + 1, label))
        elif label[0] == "I" and out and out[-1][1] == n:
            out[-1] = (out[-1][0], n + 1, out[-1][2])
    return out


def _found(scene: Scene, first: int, last: int, label: str) -> Found | None:
    """A mention of what the model tagged, without marks at its ends; None where it can be no name."""
    while last > first and not scene.page.is_word(last - 1):
        last -= 1
    while first < last and not scene.page.is_word(first):
        first += 1
    cut = int(label.startswith("C-"))
    if first == last or (last - first == 1 and len(scene.form(first)) - cut < _SHORTEST):
        return None
    if scene.form(first - 1) in QUOTES and scene.form(last) in QUOTES:
        return None  # a thing as often as a person: «صاروخ "فالكون"»
    if not all(_may_be_part(scene, k) for k in range(first, last)):
        return None
    known = word_classes(scene.page.document.language)
    if label[2:] == "LOC" and scene.form(first)[cut:] in scene.words.given and last == first + 1:
        return None  # more of a person's name than of a place
    if not any(known.of(scene, k)[0] in _NAMELIKE for k in range(first, last)):
        return None  # words of the language alone
    return Found(first, last, label[2:], "mention.tagger", cut)


def _may_be_part(scene: Scene, k: int) -> bool:
    """Whether a token may be part of a tagged name: no verb, no word of the grammar, no dual or plural."""
    token, form = scene.page.tokens[k], scene.form(k)
    if token.kind is TokenKind.MARK:
        return form in _INNER
    code = word_classes(scene.page.document.language).of(scene, k)
    written = token.kind is not TokenKind.WORD or scene.is_native(k)
    return written and code[0] not in _NEVER and (code[0] in "Gg" or not form.endswith(_INFLECTED))
