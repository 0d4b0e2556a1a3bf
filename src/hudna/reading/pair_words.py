"""What the words around a noun for two, and around the names before it, tell of them."""

from hudna.lexicon import Entry
from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.finite import says
from hudna.reading.needs import wanted
from hudna.reading.scene import Scene, is_country

_HOSTILE = frozenset({"ASSAULT", "ACCUSE", "THREATEN", "COERCE", "SANCTION"})
_FORCE = frozenset({"ASSAULT"})
_TO_OTHERS = frozenset({"SUPPORT", "REQUEST", "AID"})
_DEALINGS = _HOSTILE | {"CONSULT", "AGREE", "COOPERATE"}  # what two have with each other
_OF_THEM = 2  # words between two names of which the second has people of its own: «ووفد من»
_NEEDED = 8  # words behind an event word in which the word that it needs is sought
_HEADS = 3  # words around a pair or a name in which «بين», mediation or blame belongs to it


def is_object(scene: Scene, i: int) -> bool:
    """Whether the pair at ``i`` is what a verb acts on: «دعا الطرفين», «طالبت الصين الجانبين»."""
    return (
        scene.form(i).startswith("ال")
        and scene.form(i).endswith("ين")
        and not (scene.words.is_function(scene.form(i - 1)))
    )


def is_mediated(scene: Scene, i: int) -> bool:
    """Whether a word of mediation stands before «بين» and the pair at ``i``: those named before it are others."""
    words = range(max(i - _HEADS, 0), i - 1)
    senses = (s for k in words for s in scene.page.layer(k, "event"))
    return scene.form(i - 1) == "بين" and any(s.entry.get("frame") == "mediate" for s in senses)


def accuse_each_other(scene: Scene, i: int) -> bool:
    """Whether a pair is told to accuse each other: «تبادل الطرفان الاتهامات», «الجانبان تبادلا الاتهامات»."""
    beside = [k for k in (i - 1, i + 1) if 0 <= k < len(scene.page.tokens)]
    senses = (s for k in beside for s in scene.page.layer(k, "event") if s.entry.get("frame") == "mutual")
    words = [scene.form(k) for k in range(i + 1, i + _HEADS + 1)]
    return any(word in wanted(s.entry) for s in senses for word in words)


def have_dealings(scene: Scene, number: int) -> bool:
    """Whether a sentence tells of talks, an agreement or force, so that two named in it are two sides of that."""
    sentence = scene.page.sentences[number]
    return any(_tells(scene, k, _DEALINGS) for k in range(sentence.first, sentence.last))


def _tells(scene: Scene, k: int, kinds: frozenset[str], *, pos: str | None = None) -> bool:
    """Whether an event word of some kinds stands at token ``k``, with a word that it needs behind it: «تلقى حتفه»."""
    behind = [scene.form(n) for n in range(k + 1, k + 1 + _NEEDED)]
    told = (s.entry for s in scene.page.layer(k, "event") if s.entry.get("event") in kinds and pos in (None, s.pos))
    return any(not wanted(entry) or any(form in wanted(entry) for form in behind) for entry in told)


def is_beside(scene: Scene, casting: Casting, r: Reference) -> bool:
    """Whether a reference only says who leads, backs or attends what is told: «حركة بزعامة فلان», «ترعاها قطر»."""
    dateline = scene.form(r.first - 1) == "(" and scene.form(r.last) == ")"  # «رويلي (الصين) (رويترز)»
    if dateline or scene.form(r.first - 1) in scene.words.beside or _is_seat(scene, casting, r):
        return True
    senses = scene.page.layer(r.first - 1, "event")
    return any(s.pos == "verb" and s.pronoun and _serves(s.entry) for s in senses)


def _serves(entry: Entry) -> bool:
    """Whether a word tells that somebody mediates or hosts the talks of others."""
    return entry.get("frame") == "mediate" or bool(entry.get("hosts"))


def _is_seat(scene: Scene, casting: Casting, r: Reference) -> bool:
    """Whether a country only says where those talk who do: «المشاورات اليمنية بالسويد», «لقاء جمعهما في كينيا»."""
    there = scene.form(r.first - 1).removeprefix("و") == "في"
    lands = r.how == "name" and (all(map(is_country, r.entities)) or (there and _are_places(casting, r)))
    cut = any(f.first == r.first and f.cut for e in r.entities for f in casting.of(e))
    within = cut and scene.form(r.first).startswith("ب")
    sentence = scene.page.sentences[scene.page.sentence_of[r.first]]
    near = range(sentence.first, sentence.last) if there else range(max(r.first - _HEADS, 0), r.first)
    kinds = {s.entry.get("event") for k in near for s in scene.page.layer(k, "event")}
    return lands and (within or there) and "CONSULT" in kinds and not (there and "ASSAULT" in kinds)


def _are_places(casting: Casting, r: Reference) -> bool:
    """Whether a reference names towns or lands."""
    return all(casting.type_of(e) == "LOC" for e in r.entities)


def only_says(scene: Scene, r: Reference, i: int) -> bool:
    """Whether a name is that of one who says what is told of the two of «بين», and may be one of them.

    «قال المتحدث الروسي إن المحادثات بين البلدين …», not «دعت الصين إلى حوار بين الطرفين».
    """
    words = (k for k in (r.first - 1, r.last, r.last + 1) if 0 <= k < i)
    told = any(says(scene.page, k) and not scene.page.layer(k, "event") for k in words)
    return scene.form(i - 1) == "بين" and told


def are_set_apart(scene: Scene, one: Reference, other: Reference) -> bool:
    """Whether «بين», with a word or two for people of theirs, stands before one of two and «و» before the other."""
    heads = range(max(one.first - _HEADS, 0), one.first)
    return any(scene.form(k) == "بين" for k in heads) and scene.form(other.first).startswith("و")


def are_joined(scene: Scene, one: Reference, other: Reference) -> bool:
    """Whether «و» joins two names that stand side by side, or people of the second: «الحكومة ووفد من الحركة»."""
    if other.first - one.last <= 1 and scene.form(other.first).startswith("و"):
        return True
    people = (s for s in scene.page.layer(one.last, "crowd") if s.clitics[:1] == "و" and s.pos == "noun")
    theirs = other.first - one.last == _OF_THEM and scene.form(other.first - 1) in ("من", "عن")
    return theirs and any(s.entry.get("means") or s.entry.get("agent") for s in people)


def act_together(scene: Scene, one: Reference, other: Reference) -> bool:
    """Whether two act together by a verb of force: «القوات الإيرانية والجيش التركي | يستهدفان …»."""
    verbs = [k for k in (other.last, one.first - 1) if k >= 0 and is_force(scene, k)]
    signed = any(s.entry.get("event") == "AGREE" for k in verbs for s in scene.page.layer(k, "event"))  # «وقع»
    return bool(verbs) and not signed


def do_alike(scene: Scene, one: Reference, other: Reference) -> bool:
    """Whether two do one thing to others or beside them: «تشارك فنزويلا وتشيلي», «أشادت واشنطن ولندن ب…»."""
    if not are_joined(scene, one, other) or one.first == 0:
        return False
    k = one.first - 1
    takes_part = any(s.pos == "verb" and s.entry.id == "participate" for s in scene.page.layer(k, "light"))
    verbs = [s.entry for s in scene.page.layer(k, "event") if s.pos == "verb"]
    towards_others = any(e.get("event") in _TO_OTHERS or _serves(e) for e in verbs)
    return takes_part or (towards_others and not any(e.get("event") in _DEALINGS - {"CONSULT"} for e in verbs))


def are_hostile(scene: Scene, one: Reference, other: Reference) -> bool:
    """Whether an attack, accusation or threat stands beside two names of one sentence: «اتهمت سول بيونغ يانغ»."""
    if scene.page.sentence_of[one.first] != scene.page.sentence_of[other.first]:
        return False
    words = range(max(one.first - _HEADS, 0), other.first)
    return any(_tells(scene, k, _HOSTILE) for k in words)


def is_force(scene: Scene, k: int) -> bool:
    """Whether a verb of force stands at token ``k``: «قصف», «تبادل … القصف», not «تبادل … الاتهامات»."""
    return _tells(scene, k, _FORCE, pos="verb")
