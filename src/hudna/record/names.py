"""How far two written names can be one."""

from dataclasses import dataclass, replace
from functools import lru_cache

from hudna.frozen import made_fast
from hudna.record.vocabulary import ARTICLE, bare, vocabulary
from hudna.text import TokenKind, fold, normalise, tokenise

_SURE = 3  # consonants of a name that two spellings must share where the spellings themselves differ
_FORGIVEN = 3  # consonants of a word for each of which, beyond the first three, one more long vowel may differ
_LONG = 7  # letters from which two slips of spelling are forgiven instead of one
_SHORT = 5  # letters below which none is
_CHAIN = 3  # words of a name from which the others are enough to forgive a slip in a short one
_PLURALS = ("ون", "ين")  # case endings of «المتمردون», «المتمردين»


@made_fast
@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart for comparison.

    Attributes:
        words: its words folded, without article, particles, head nouns and names of states.
        bones: what of the words all spellings share: of a foreign word its consonants by classes that
            transliterations confuse, of an Arabic word all its letters, behind a mark.
        head: what its head noun makes of it («وزارة», «حزب»), "" for none or one that leaves it open.
        state: ISO code of the state it names («وزارة الدفاع الأرمنية»), if any.
        generic: whether its words leave open who or what is meant.
        filial: whether its last word is the father's («محمد بن سلمان»), who has that name himself.
        ordinary: of the name of a body, which words are of the language: «عمل» and «عمال» are two, no spellings of one.

    """

    words: tuple[str, ...]
    bones: tuple[str, ...]
    head: str = ""
    state: str | None = None
    generic: bool = False
    filial: bool = False
    ordinary: tuple[bool, ...] = ()


@lru_cache(maxsize=100_000)
def skeleton(word: str, *, native: bool = False) -> str:
    """The consonants of a folded word by classes that transliterations confuse; an Arabic word as it is, marked.

    Args:
        word: folded, without article.
        native: whether it is known to be Arabic; else its letters and the listed Arabic names tell.

    """
    known = vocabulary()
    if native or word in known.voweled_names:
        return "=" + word
    if not known.native_letters.isdisjoint(word):
        return "=" + word.translate(dict(known.classes))  # «جلعاد», «غلعاد»
    out = word.translate(dict(known.consonants))
    return out if len(out) > 1 else "=" + word


@lru_cache(maxsize=1 << 14)
def parse(kind: str, text: str) -> Name:
    """A name of an entity of this type (PER, ORG, LOC, FAC), taken apart."""
    words = [
        t.form for t in tokenise(normalise(text)) if t.kind is not TokenKind.MARK and t.kind is not TokenKind.BREAK
    ]
    if kind == "PER":
        return _person(words)
    return _body(words) if kind == "ORG" else _place(words)


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
            out.append(half + word if half else word)
            filial, after, half = after, False, ""
    return _named(out + [half] * bool(half), filial=filial)


def _named(words: list[str], *, filial: bool = False) -> Name:
    """A name of these words, of which those with an article are Arabic."""
    plain = [bare(w) for w in words]
    bones = tuple(skeleton(p, native=p != w) for p, w in zip(plain, words, strict=True))
    return Name(tuple(plain), bones, filial=filial)


def _body(words: list[str]) -> Name:
    known = vocabulary()
    kept = [nominal(p) for w in words if (p := bare(w)) not in known.links]
    states = dict.fromkeys(s for w in kept if (s := known.state(w)))
    state = next(iter(states)) if len(states) == 1 else None
    body = [w for w in kept if known.state(w) is None] if state else kept
    if not body:
        return Name(tuple(kept), tuple(map(skeleton, kept)))  # «السعودية» as a company or channel
    headed = len(body) > 1 and body[0] in known.body_heads
    rest = body[1:] if headed else body
    if state:  # «وكالة الأنباء السورية الرسمية»: whichever adjective, its only one
        rest = [w for w in rest if w not in known.body_adjectives] or rest
    generic = all(w in known.generic_bodies or w in known.body_adjectives or w.isdecimal() for w in body)
    plain = tuple(w in known.ordinary or ARTICLE + w in known.ordinary for w in rest)
    head = known.body_heads[body[0]] if headed else ""
    return Name(tuple(rest), tuple(map(skeleton, rest)), head, state, generic, ordinary=plain)


def nominal(word: str) -> str:
    """A folded word in one spelling, its plural in one case: «مليشيا», «ميليشيا»; «متمردون», «متمردين»."""
    word = vocabulary().variants.get(word, word)
    return word[:-2] + _PLURALS[1] if word.endswith(_PLURALS[0]) and len(word) >= _SHORT else word


def _place(words: list[str]) -> Name:
    known = vocabulary()
    rest = words[1:] if len(words) > 1 and bare(words[0]) in known.place_heads else words
    name = _named(rest)
    own = [w for w in name.words if w not in known.links and known.state(w) is None]
    return replace(name, generic=bool(rest) and all(w in known.generic_places for w in own))


def alike(left: Name, right: Name) -> bool:
    """Whether two names of as many words differ in nothing but the spelling of foreign words."""
    if left.words == right.words:
        return True
    if left.bones != right.bones or sum(map(len, left.bones)) < _SURE:
        return False
    two = (
        a != b and x and y for a, b, x, y in zip(left.words, right.words, left.ordinary, right.ordinary, strict=False)
    )
    return not any(two) and all(map(_vowels_apart, left.words, right.words, left.bones))


def _vowels_apart(left: str, right: str, bone: str) -> bool:
    """Whether two spellings with the same consonants differ in so few long vowels that they can be of one word."""
    if left == right:
        return True
    one, two = (w.translate(dict(vocabulary().classes)) for w in (left, right))
    return distance(one, two) <= max(1, len(bone) - _FORGIVEN + 1)


def near(left: Name, right: Name) -> bool:
    """Whether two names of several words differ in a slip of one word only."""
    if len(left.words) != len(right.words) or len(left.words) == 1:
        return False
    odd = [
        (a, b) for a, b, x, y in zip(left.words, right.words, left.bones, right.bones, strict=True) if a != b and x != y
    ]
    return len(odd) == 1 and _slip(*odd[0], shortest=_SHORT if len(left.words) < _CHAIN else _SURE)


def _slip(left: str, right: str, shortest: int) -> bool:
    if {left, right} <= vocabulary().voweled_names:
        return False
    longest = max(len(left), len(right))
    return longest >= shortest and distance(left, right) <= (2 if longest >= _LONG else 1)


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


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """A written name folded, with single spaces: equal where only vowel signs, hamzas and spaces differ."""
    return " ".join(fold(text).split())
