"""What the tagger of names sees of a word: its letters, its class by the word lists, its neighbours."""

from functools import lru_cache
from itertools import islice

from hudna.lexicon import Sense
from hudna.lexicon.nameword import NameWords, name_words
from hudna.reading.scene import Scene
from hudna.text import TokenKind
from hudna.text.clitic import proclitics

PAD = 2  # places before and after a sentence that features may look at
_AROUND = 2  # words around one that may be a name, among which the tagger decides
_OPEN = frozenset("GgUB")  # first letters of the classes of words that may be names
_PATTERN = frozenset("سالتمونيهءب")  # letters that endings and word patterns are made of; all others are of a root
_ENDINGS = ("", "ه", "ات", "ها", "هم", "ا", "ت", "ين", "ون", "ان", "وا", "ي", "يه")
_PERSONS = "يتنا"
_STEM = 3  # letters of the shortest stem
_ARTICLE = 4  # letters of an article with at least two letters after it
_MANY = 3  # related words beyond which it makes no difference how many there are
_LONG = 9  # letters beyond which it makes no difference how long a word is
_REMEMBERED = 200_000  # distinct forms; the vocabulary of news is smaller
_ALI = "علي"  # the name and the preposition «على» fold alike
_LAYERS = (("role", "T"), ("reporting", "R"), ("verb", "V"), ("place_head", "P"), ("body", "Y"))


class WordClasses:
    """The class of every word, remembered.

    A class is a short code: «F» word of the grammar, «B» particle of names, «G» part of names and nothing else, «g»
    part of names and a word, «o» word, «U0» … «U3» in no list, with so many words that look like its inflections; «Ug»
    in no list, but a part of names after its particle; «d» after these says that the article is written. Words of the
    lexicon: «N» adjective of a state, «T» office, «R» reporting, «V» verb, «P» place, «Y» body, «S» other.
    """

    def __init__(self, words: NameWords) -> None:
        """Classes by these word lists."""
        self.words = words
        self._known: dict[str, str] = {}
        self._unlisted: dict[str, str] = {}

    def of(self, scene: Scene, i: int) -> str:
        """The class of token ``i``; a mark stands for itself, digits are «0», foreign letters «X»."""
        token = scene.page.tokens[i]
        if token.kind is not TokenKind.WORD:
            return token.form if token.kind is TokenKind.MARK else "0" if token.kind is TokenKind.NUMBER else "X"
        form = token.form
        if form == _ALI and scene.writes_ali:
            return "G" if scene.page.raw(i, i + 1).endswith("ي") else "F"
        code = self._known.get(form)
        if code is None:
            code = self._of_lexicon(form, scene.page.senses[i]) or self.plain(form)
            if len(self._known) < _REMEMBERED:
                self._known[form] = code
        return code

    def _of_lexicon(self, form: str, senses: tuple[Sense, ...]) -> str | None:
        """The class of a form by its readings in the lexicon, None where the word lists decide."""
        if not senses or form in self.words.function:
            return None
        if any(s.pos == "nisba" for s in senses):
            return "N"
        kinds = {"verb" if s.pos == "verb" and s.entry.layer != "reporting" else s.entry.layer for s in senses}
        code = next((code for kind, code in _LAYERS if kind in kinds), None)
        return code or (None if form in self.words.given else "S")

    def unlisted(self, form: str) -> str:
        """The class that a form would have were it in no list of names: what training sees of a hidden name."""
        code = self._unlisted.get(form)
        if code is None:
            words = self.words
            listed = form in words.particles or (form in words.ordinary and form not in words.given)
            code = self._unlisted[form] = self.plain(form) if listed else self._unknown(form)
        return code

    def plain(self, form: str) -> str:
        """The class of a form by the word lists alone."""
        words = self.words
        if form in words.particles:
            return "B"
        if form in words.function:
            return "F"
        if form in words.given:
            return ("g" if words.is_common(form) else "G") + _article(form)
        if words.is_ordinary(form):
            return "o" + _article(form)
        if any(s.cut and s.stem in words.given for s in proclitics(form)):
            return "Ug"
        return self._unknown(form)

    def _unknown(self, form: str) -> str:
        return f"U{_relatives(form, self.words.ordinary)}{_article(form)}"


@lru_cache(maxsize=4)
def word_classes(language: str) -> WordClasses:
    """The classes of the words of a language."""
    return WordClasses(name_words(language))


def _article(form: str) -> str:
    return "d" if form.startswith("ال") and len(form) > _ARTICLE else ""


def _relatives(form: str, ordinary: frozenset[str]) -> int:
    """How many words of the language look like other inflections of a form; names have few."""
    bases = {
        stem[: len(stem) - len(ending)]
        for stem in _stems(form)
        for ending in _ENDINGS
        if stem.endswith(ending) and len(stem) - len(ending) >= _STEM
    }
    related = {base + ending for base in bases for ending in _ENDINGS} - {form}
    return sum(1 for _ in islice((w for w in related if w in ordinary or "ال" + w in ordinary), _MANY))


def _stems(form: str) -> set[str]:
    """What a form may be without particles, article and the prefixes of verbs."""
    out = {form}
    for split in proclitics(form):
        stem = split.stem.removeprefix("ال")
        out.add(stem)
        verb = stem[1:] if stem[:1] == "س" and stem[1:2] in {*_PERSONS} else stem
        if verb[:1] in {*_PERSONS} and len(verb) > _STEM:
            out |= {verb[1:], *(p + verb[1:] for p in _PERSONS)}
    return out


@lru_cache(maxsize=_REMEMBERED)
def _of_word(form: str) -> tuple[str, ...]:
    return (
        "w" + form,
        *(f"s{form[-n:]}" for n in (1, 2, 3, 4) if len(form) > n),
        *(f"p{form[:n]}" for n in (1, 2, 3) if len(form) > n),
        "m" + "".join(c if c in _PATTERN else "C" for c in form),
        f"n{min(len(form), _LONG)}",
    )


def windows(classes: list[str]) -> list[tuple[int, int]]:
    """Runs of places around words that may be names, from a padded list of classes; a known name («K…») ends a run."""
    out: list[tuple[int, int]] = []
    for n in range(PAD, len(classes) - PAD):
        if classes[n][0] not in _OPEN:
            continue
        first, last = n, n + 1
        while first > max(PAD, n - _AROUND) and classes[first - 1][0] != "K":
            first -= 1
        while last < min(len(classes) - PAD, n + _AROUND + 1) and classes[last][0] != "K":
            last += 1
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out


@lru_cache(maxsize=_REMEMBERED)
def _of_classes(bb: str, b: str, c: str, a: str, aa: str) -> tuple[str, ...]:
    return (
        "c" + c,
        "b" + b,
        "a" + a,
        f"bc{b} {c}",
        f"ca{c} {a}",
        f"bca{b} {c} {a}",
        f"bbc{bb} {b} {c}",
        f"caa{c} {a} {aa}",
    )


def feature_groups(forms: list[str], classes: list[str], n: int) -> tuple[tuple[str, ...], ...]:
    """The features of place ``n`` of a sentence padded by ``PAD`` on both sides; known names have the form «».

    The first two groups, of the word and of the classes around it, are the same wherever these are.
    """
    form, before, after, c, b = forms[n], forms[n - 1], forms[n + 1], classes[n], classes[n - 1]
    return (
        _of_word(form),
        _of_classes(classes[n - 2], b, c, classes[n + 1], classes[n + 2]),
        (
            "B" + before,
            "A" + after,
            "D" + forms[n - 2],
            "E" + forms[n + 2],
            f"Bc{before} {c}",
            f"Ac{after} {c}",
            f"sb{form[-2:]} {b}",
            f"pb{form[:2]} {b}",
        ),
    )


def features(forms: list[str], classes: list[str], n: int) -> list[str]:
    """The same, all in one."""
    return [feature for group in feature_groups(forms, classes, n) for feature in group]
