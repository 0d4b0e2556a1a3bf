"""Names of armed groups that no list has, told by how such groups are called.

Units are called after the fallen, heroes and virtues («كتيبة شهداء الجبل», «لواء الصمود»), movements after what they
fight for («جيش تحرير أورومو»), others only by a name behind those who fight for them («مسلحو كوداي»).
"""

from collections.abc import Sequence
from dataclasses import replace

from hudna.reading.body_name import is_adjective
from hudna.reading.known import known_at
from hudna.reading.person import name_end
from hudna.reading.scene import PLURALS, Found, Scene, side_of

_CALLED_SO = 3  # words of the name of one whom a unit is called after
_SHORTEST = 4  # letters of a name of one word
_VIRTUE = 5  # letters of an article and a noun


def valiant_end(scene: Scene, k: int) -> int:
    """One past the name of a unit at ``k`` that opens with «شهداء», «أنصار» or the like; ``k`` where none does."""
    if scene.form(k) not in scene.words.valiant or not scene.is_arabic(k + 1):
        return k
    if scene.is_definite(k):  # «كتيبة الشهيد راف الله السحاتي»
        return _person_end(scene, k + 1)
    known = known_at(scene, k + 1)
    if known and not known.cut:
        return known.last
    if scene.is_definite(k + 1) and scene.nisba(k + 1) is None:
        return k + 2
    form = scene.form(k + 1)
    if form in scene.words.ordinary or scene.words.is_function(form) or len(form) < _SHORTEST:
        return k
    return max(name_end(scene, k + 1), k + 2)  # «شهداء بوسليم»


def fighters_end(scene: Scene, k: int) -> int:
    """One past the fighters at ``k`` whose council a body is, with their town: «مجلس شورى | الثوار»."""
    form = scene.form(k)
    if not form.startswith("ال") or form[2:] not in scene.words.valiant:
        return valiant_end(scene, k)
    place = known_at(scene, k + 1, "LOC", placed=True)
    return place.last if place is not None and not place.cut else k + 1


def _person_end(scene: Scene, k: int) -> int:
    """One past the words at ``k`` that go on with a person's name, whatever the first of them is elsewhere."""
    if not _may_be_called(scene, k, first=True):
        return k - 1
    end = k + 1
    while end < k + _CALLED_SO and _may_be_called(scene, end, first=False):
        end += 1
    return max(end, name_end(scene, k))


def _may_be_called(scene: Scene, k: int, *, first: bool) -> bool:
    form, words = scene.form(k), scene.words
    if not scene.is_native(k) or words.is_function(form) or words.is_description(form) or scene.is_verb(k):
        return False
    if first or form in words.given or form in words.particles or form in words.closing:
        return True
    if form in words.qualifiers or scene.nisba(k) is not None:
        return False
    return (form.startswith("ال") and form.endswith("ي")) or words.is_unknown(form)


def virtue_end(scene: Scene, k: int) -> int:
    """One past the definite noun at ``k`` that a unit may be called by («لواء الصمود»); else ``k``.

    What tells only how it fights («كتيبة المدفعية»), and whose it is («لواء الجيش»), is no name.
    """
    form, words = scene.form(k), scene.words
    if not scene.is_native(k) or not form.startswith("ال") or len(form) < _VIRTUE or form.endswith(PLURALS):
        return k
    taken = scene.role(k) or scene.nisba(k) or scene.layer_hit(k, "body") or scene.layer_hit(k, "crowd")
    described = form in words.qualifiers or words.is_description(form) or form in words.generic
    arms = form[2:] in words.arms or form in words.ordinals or form in words.function
    time = bool(scene.page.layer(k, "time"))
    return k if taken or described or arms or time or scene.is_verb(k) else k + 1


def cause_end(scene: Scene, k: int, particle: str = "") -> tuple[int, str | None] | None:
    """One past a name at ``k`` by what a movement fights for, and the state of the land in it; None where none is.

    «تحرير أورومو», «إنقاذ الشعب الوطنية», «حماية الشعب الكردية».
    ``particle`` is written onto its first word: «لتحرير عفر».
    """
    form = scene.form(k)
    if not form.startswith(particle) or form.removeprefix(particle) not in scene.words.causes:
        return None
    place = known_at(scene, k + 1, "LOC", placed=True)
    if place is not None and not place.cut:
        end, side = place.last, place.side
    elif scene.is_native(k + 1) and not scene.form(k + 1).startswith("لل") and _is_fought_for(scene, k + 1):
        end, side = k + 2, None
    else:
        return None
    while scene.is_arabic(end) and scene.is_definite(end) and _goes_on(scene, end):
        nisba = scene.nisba_hit(end)
        side = side or (side_of(nisba.senses[0].entry) if nisba else None)
        end = nisba.last if nisba else end + 1
    return end, side


def _is_fought_for(scene: Scene, k: int) -> bool:
    """Whether a definite noun, or a word that is no other and so may be a land, stands at ``k``."""
    return scene.is_definite(k) or scene.words.is_unknown(scene.form(k))


def _goes_on(scene: Scene, k: int) -> bool:
    """Whether a definite word is an adjective of the movement: «جبهة تحرير أوغندا المتحدة», not «… التي قاتلت»."""
    form = scene.form(k)
    if scene.words.is_function(form) or scene.words.is_description(form) or scene.role(k) is not None:
        return False
    return scene.nisba(k) is not None or form in scene.words.qualifiers or is_adjective(scene, k)


def led_name(scene: Scene, i: int) -> Found | None:
    """The group that only a name behind its fighters tells of: «مسلحو | كوداي», «مقاتلي | غوران»."""
    if i == 0 or scene.form(i - 1).removeprefix("و") not in scene.words.fighters or not scene.is_native(i):
        return None
    form = scene.form(i)
    if not _is_plain(scene, i) or form.endswith(PLURALS) or form.startswith("و"):
        return None
    end = i + 1
    while end < i + _CALLED_SO and scene.is_native(end) and _is_plain(scene, end):
        end += 1
    return Found(i, end, "ORG", "mention.named-body", begin=i - 1)


def unusual_end(scene: Scene, k: int) -> int:
    """One past a name of two words at ``k`` of which only the second is no word of the language: «رايا موتومبوكي»."""
    first, second = scene.form(k), scene.form(k + 1)
    strange = scene.is_native(k) and scene.is_native(k + 1) and _is_plain(scene, k + 1)
    word = (
        scene.is_definite(k) or scene.page.layer(k, "event") or scene.words.is_function(first) or len(first) < _SHORTEST
    )
    if not strange or word or first in scene.words.qualifiers or scene.words.is_description(first):
        return k
    return k + 2 if not second.startswith(("و", "ب", "ل")) and not first.endswith(PLURALS) else k


def _is_plain(scene: Scene, k: int) -> bool:
    """Whether a word is unknown, and neither definite nor a person's given name."""
    form = scene.form(k)
    if scene.is_definite(k) or form in scene.words.given or len(form) < _SHORTEST or scene.page.senses[k]:
        return False
    return scene.words.is_unknown(form) and not scene.is_verb(k) and known_at(scene, k) is None


def paired_name(scene: Scene, i: int) -> Found | None:
    """One of two bodies whose names follow a dual: «قبيلتي | السلامات | والمسيرية»."""
    one, other = scene.form(i - 1) in scene.words.both, scene.form(i - 2) in scene.words.both
    if i == 0 or not scene.is_native(i):
        return None
    if one and scene.form(i + 1).startswith("و") and _may_pair(scene, i, 0):
        return Found(i, i + 1, "ORG", "mention.named-body", begin=i - 1)
    if other and scene.form(i).startswith("و") and _may_pair(scene, i, 1):
        return Found(i, i + 1, "ORG", "mention.named-body", cut=1)
    return None


def _may_pair(scene: Scene, k: int, cut: int) -> bool:
    form = scene.form(k)[cut:]
    return len(form) >= _SHORTEST - 1 and (form.startswith("ال") or scene.words.is_unknown(form))


def short_groups(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Further mentions of groups by their name alone, of one word that is no other: «ميليشيا كوداي … وقالت كوداي»."""
    names: dict[str, Found] = {}
    for f in found:
        last = scene.form(f.last - 1)
        if (
            f.type == "ORG"
            and f.rule == "mention.named-body"
            and _is_armed(scene, f)
            and len(last) >= _SHORTEST
            and not scene.is_definite(f.last - 1)
            and scene.words.is_unknown(last)
        ):
            names.setdefault(last, f)
    taken = {k for f in found for k in range(f.first, f.last)} if names else set()
    return [
        Found(k, k + 1, "ORG", "mention.named-body", cut)
        for k, form in enumerate(scene.page.forms)
        if k not in taken and scene.is_arabic(k)
        for cut in (0, 1)
        if form[cut:] in names and (not cut or form[0] in "ولب")
    ]


def _is_armed(scene: Scene, f: Found) -> bool:
    """Whether a body is a name of one word behind those who bear arms, or behind the noun for such."""
    if f.last - f.first == 1:
        return f.begin >= 0
    head = scene.layer_hit(f.first, "body")
    return head is not None and f.last - f.first == 2 and bool(head.senses[0].entry.get("armed"))  # noqa: PLR2004


def with_branches(scene: Scene, found: list[Found], home: str | None) -> list[Found]:
    """``found`` with the branch of a group meant by its bare name, in a report on the land of the branch.

    «حركة طالبان باكستان … مسلحو طالبان», unless the report tells of the group by a name that says of which land it is.
    """
    named = {f.entry.get("branch_of"): f for f in found if f.entry is not None and f.entry.get("land") == home}
    for group, branch in named.items():
        told = [f for f in found if group is not None and f.entry is not None and f.entry.id == group]
        if told and all(_is_bare(scene, f) for f in told):
            found = [replace(f, entry=branch.entry, side=branch.side) if f in told else f for f in found]
    return found


def _is_bare(scene: Scene, f: Found) -> bool:
    """Whether no nation or land stands within a name: not «حركة طالبان الأفغانية»."""
    return all(scene.nisba(k) is None and known_at(scene, k, "LOC") is None for k in range(f.first, f.last))
