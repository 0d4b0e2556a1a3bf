"""How far two written names can be one."""

from dataclasses import dataclass
from functools import lru_cache

from hudna.record.vocabulary import bare, vocabulary
from hudna.text import TokenKind, fold, normalise, tokenise

_SURE = 3  # consonants of a name that two spellings must share where the spellings themselves differ
_LONG = 7  # letters from which two slips of spelling are forgiven instead of one
_SHORT = 5  # letters below which none is


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart for comparison.

    Attributes:
        words: its words folded, without article, particles, head nouns and names of states.
        bones: the consonant skeletons of the words.
        state: ISO code of the state it names («وزارة الدفاع الأرمنية»), if any.
        generic: whether its words leave open who or what is meant.
        filial: whether its last word is the father's («محمد بن سلمان»), who has that name himself.

    """

    words: tuple[str, ...]
    bones: tuple[str, ...]
    state: str | None = None
    generic: bool = False
    filial: bool = False


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word by classes that transliterations confuse; an Arabic name as it is."""
    if word in vocabulary().voweled_names:
        return word
    out = word.translate(dict(vocabulary().classes))
    return out if len(out) > 1 else word


@lru_cache(maxsize=1 << 14)
def parse(kind: str, text: str) -> Name:
    """A name of an entity of this type (PER, ORG, LOC, FAC), taken apart."""
    words = [
        t.form for t in tokenise(normalise(text)) if t.kind is not TokenKind.MARK and t.kind is not TokenKind.BREAK
    ]
    if kind == "PER":
        return _person(words)
    if kind == "ORG":
        return _body([bare(w) for w in words])
    return _place([bare(w) for w in words])


def _named(words: list[str], state: str | None = None, *, generic: bool = False, filial: bool = False) -> Name:
    return Name(tuple(words), tuple(skeleton(w) for w in words), state, generic, filial)


def _person(words: list[str]) -> Name:
    known = vocabulary()
    out: list[str] = []
    half = ""
    after = filial = False
    for word in words:
        if word in known.name_halves:
            half += word
        elif word in known.name_particles:
            after = word in known.filial
        else:
            out.append(half + word if half else bare(word))
            filial, after, half = after, False, ""
    return _named(out + [half] * bool(half), filial=filial)


def _body(words: list[str]) -> Name:
    known = vocabulary()
    kept = [w for w in words if w not in known.links]
    states = dict.fromkeys(s for w in kept if (s := known.state(w)))
    state = next(iter(states)) if len(states) == 1 else None
    body = [w for w in kept if known.state(w) is None] if state else kept
    if not body:
        return _named(kept)  # «السعودية» as a company or channel
    rest = body[1:] if len(body) > 1 and body[0] in known.body_heads else body
    return _named(rest, state, generic=all(w in known.generic_bodies or w.isdecimal() for w in body))


def _place(words: list[str]) -> Name:
    known = vocabulary()
    rest = words[1:] if len(words) > 1 and words[0] in known.place_heads else words
    own = [w for w in rest if w not in known.links and known.state(w) is None]
    return _named(rest, generic=bool(rest) and all(w in known.generic_places for w in own))


def alike(left: Name, right: Name) -> bool:
    """Whether two names of as many words differ in nothing but one spelling of a foreign name."""
    if left.words == right.words:
        return True
    return left.bones == right.bones and sum(map(len, left.bones)) >= _SURE


def near(left: Name, right: Name) -> bool:
    """Whether two names of several words differ in a slip of one word only."""
    if len(left.words) != len(right.words) or len(left.words) == 1:
        return False
    odd = [
        (a, b) for a, b, x, y in zip(left.words, right.words, left.bones, right.bones, strict=True) if a != b and x != y
    ]
    return len(odd) == 1 and _slip(*odd[0])


def _slip(left: str, right: str) -> bool:
    if {left, right} <= vocabulary().voweled_names:
        return False
    longest = max(len(left), len(right))
    return longest >= _SHORT and distance(left, right) <= (2 if longest >= _LONG else 1)


def contains(full: Name, short: Name) -> bool:
    """Whether a shorter name of at least two words is a fuller one with words left out, its first word kept."""
    if not 1 < len(short.bones) < len(full.bones) or full.bones[0] != short.bones[0]:
        return False
    rest = iter(full.bones)
    return all(bone in rest for bone in short.bones)


def ends(full: Name, short: Name) -> bool:
    """Whether a shorter name is the end of a fuller one, the family name and not the father's."""
    return not full.filial and len(short.bones) < len(full.bones) and full.bones[-len(short.bones) :] == short.bones


def recalls(kind: str, name: str, words: str) -> bool:
    """Whether ``words`` can be another spelling of a name of this type, or of its end as a family name."""
    full, short = parse(kind, name), parse(kind, words)
    sure = sum(map(len, short.bones)) >= _SURE
    return sure and (full.bones == short.bones or (kind == "PER" and ends(full, short)))


def distance(left: str, right: str) -> int:
    """Levenshtein distance."""
    before = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        now = [i]
        for j, b in enumerate(right, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (a != b)))
        before = now
    return before[-1]


def plain(text: str) -> str:
    """A written name folded, with single spaces: equal where only vowel signs, hamzas and spaces differ."""
    return " ".join(fold(text).split())
