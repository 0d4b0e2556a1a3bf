"""Which names of bodies in one document mean the same body."""

from collections import Counter
from dataclasses import replace

from hudna.reading.scene import Found, Scene, is_country, is_state, side_of

_DOMINANT = 0.6  # share of a document's references to states that makes one of them its home
_PARTIES = frozenset(
    {"opposition", "coalition", "separatists", "rebels", "resistance"}
)  # classes of no state, as «party» in bodies.yaml
_LEAST = 3  # references to a state without which it is nobody's home


def written(scene: Scene, f: Found) -> tuple[str, ...]:
    """The words of a name without clitics, articles and marks."""
    forms = [scene.form(k)[f.cut if k == f.first else 0 :] for k in range(f.first, f.last) if scene.page.is_word(k)]
    if f.cut and scene.form(f.first)[f.cut - 1] == "ل" and forms[0].startswith("ل"):
        forms[0] = "ا" + forms[0]
    return tuple(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in forms)  # noqa: PLR2004 - the article and a word


def without_unheld(scene: Scene, found: list[Found]) -> list[Found]:
    """Without head nouns alone («المنظمة») of a body that the text has not named before."""
    heads: set[str] = set()
    out = []
    for f in found:
        words = {_stem(w) for w in written(scene, f)}
        ministry = f.kind.endswith("-ministry")
        if f.type == "ORG" and not f.bare:
            heads |= words | ({"وزاره"} if ministry else set())
        lone = ministry and "وزاره" not in words  # «الخارجية»
        if not f.bare or (f.kind and not lone) or words <= heads:
            out.append(f)
    return out


def body_keys(scene: Scene, found: list[Found]) -> dict[int, str]:
    """For the number of each body among ``found`` the key of its entity."""
    home = _home(scene, found)
    keys: dict[int, str] = {}
    before: list[int] = []
    for n, f in enumerate(found):
        if f.type != "ORG":
            continue
        keys[n] = f.entry.id if f.entry is not None else _key(scene, found, n, before, keys, home)
        before.append(n)
    return keys


def _key(scene: Scene, found: list[Found], n: int, before: list[int], keys: dict[int, str], home: str | None) -> str:
    f = found[n]
    words = written(scene, f)
    if f.bare:
        meant = _antecedent(scene, found, n, before)
        if meant is not None:
            return keys[meant] if meant in keys else found[meant].entry.id  # type: ignore[union-attr]
        if f.kind:
            side = (
                None
                if f.kind in _PARTIES
                else (None if f.field == "own" else _local(scene, found, n)) or _later_side(found, n) or home
            )
            entry = next((o.entry for o in found if o.entry is not None and o.kind == f.kind and o.side == side), None)
            return entry.id if entry is not None else f"body:{f.kind}:{side}"
    if f.kind and f.side:
        entry = next((o.entry for o in found if o.entry is not None and o.kind == f.kind and o.side == f.side), None)
        if entry is not None:
            return entry.id
        return f"body:{f.kind}:{f.side}"
    for m in reversed(before):
        shared = written(scene, found[m])
        if min(len(shared), len(words)) > 1 and shared[: len(words)] == words[: len(shared)]:
            return keys[m]
    return f"ORG:{f.kind}:{' '.join(words)}"


def _antecedent(scene: Scene, found: list[Found], n: int, before: list[int]) -> int | None:
    """The number of the body that a head noun alone means: of its class, or with the noun in its name, the nearest before."""
    f, words = found[n], written(scene, found[n])
    words = words[-1:] if f.kind in _PARTIES else words  # «قيادة قوات التحالف»
    here = None if f.field == "own" or f.kind in _PARTIES else _local(scene, found, n)

    def fits(m: int) -> bool:
        return not f.kind or here is None or found[m].side in (None, here)

    for test in (_same_class, _same_word, _called_so):
        for m in reversed(before):
            if fits(m) and test(scene, f, words, found[m]):
                return m
    if f.kind in _PARTIES:
        later = (m for m in range(n + 1, len(found)) if found[m].entry is not None and found[m].type == "ORG")
        return next((m for m in later if _called_so(scene, f, words, found[m])), None)
    return None


def _same_class(_: Scene, f: Found, words: tuple[str, ...], other: Found) -> bool:
    return (bool(f.kind) and other.kind == f.kind) or (words == ("وزاره",) and other.kind.endswith("-ministry"))


def _same_word(scene: Scene, f: Found, words: tuple[str, ...], other: Found) -> bool:
    """Whether the noun stands in the other name as written; that of a state's body at its head."""
    named = [_stem(w) for w in written(scene, other)]
    if f.kind and f.kind not in _PARTIES:
        return not other.kind and named[: len(words)] == [_stem(w) for w in words]
    return not (f.kind and other.kind) and all(_stem(w) in named for w in words)


def _called_so(scene: Scene, f: Found, words: tuple[str, ...], other: Found) -> bool:
    """Whether one of the names that the lexicon has for the other holds the noun."""
    if other.entry is None or (f.kind and f.kind not in _PARTIES):
        return False
    named = {_stem(w) for name in other.entry.get("names", ()) for w in scene.folded(name).split()}
    return all(_stem(w) in named for w in words)


def _later_side(found: list[Found], n: int) -> str | None:
    return next((f.side for f in found[n + 1 :] if f.kind == found[n].kind and f.side and not f.bare), None)


def _stem(word: str) -> str:
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word  # noqa: PLR2004 - the article and a word
    return word[:-2] if word.endswith(("ون", "ين", "ات")) and len(word) > 4 else word  # noqa: PLR2004 - a stem and the ending


def _local(scene: Scene, found: list[Found], n: int) -> str | None:
    """The state that the sentence has named last before a body, by its name or its capital."""
    sentence = scene.page.sentence_of[found[n].first]
    for f in reversed(found[:n]):
        if scene.page.sentence_of[f.first] != sentence:
            return None
        if f.type == "LOC" and f.entry is not None and is_country(f.entry.id):
            return f.side
    return None


def _home(scene: Scene, found: list[Found]) -> str | None:
    """The state that most of a document is about, by its places and adjectives; None where two or more share it."""
    counts: Counter[str] = Counter(f.side for f in found if is_state(f.side) and f.type in ("LOC", "FAC", "ORG"))  # type: ignore[misc]
    for i in range(len(scene.page.tokens)):
        nisba = scene.nisba(i) if scene.is_arabic(i) else None
        side = side_of(nisba.entry) if nisba else None
        if side is not None and is_state(side):
            counts[side] += 1
    if not counts:
        return None
    side, most = counts.most_common(1)[0]
    return side if most >= _LEAST and most >= _DOMINANT * counts.total() else None


def with_sides(found: list[Found], keys: dict[int, str]) -> list[Found]:
    """Bodies with the side that the state body they turned out to be has."""
    return [
        replace(f, side=keys[n].rsplit(":", 1)[1])
        if n in keys and keys[n].startswith("body:") and not f.side and keys[n].rsplit(":", 1)[1] != "None"
        else f
        for n, f in enumerate(found)
    ]
