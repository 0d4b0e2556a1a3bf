"""Names that the lexicon has, where they stand as names and not as words of the language."""

from dataclasses import replace
from functools import lru_cache

from hudna.lexicon import Entry, Hit, Sense
from hudna.reading.finite import says
from hudna.reading.scene import Found, Scene, is_country, is_state, side_of
from hudna.text import QUOTES, fold

_FALL, _HEAD = frozenset({"مسقط", "ومسقط", "بمسقط", "لمسقط"}), "راس"  # «مسقط رأس»
_STATE_NAMES = {"army": ("الجيش ", "القوات المسلحه ", "جيش "), "government": ("الحكومه ", "حكومه ")}
_JOINED = 3  # words of a name to which another is joined
_TANWIN = "\N{ARABIC FATHATAN}"  # the ending of an indefinite accusative
_PARTIES = frozenset({"party", "armed-group"})
MEDIA = frozenset({"agency", "newspaper", "channel", "site", "radio", "magazine"})


def known_at(scene: Scene, i: int, *types: str, placed: bool = False) -> Found | None:
    """The longest name of the lexicon at token ``i`` (of the given types, any if none), gazetteer names apart.

    ``placed`` says that the words before ask for a place, so that a name that is a word too is taken as one.
    """
    hits = scene.page.names.get(i)
    if hits is None:
        return None
    adjective = scene.form(i).endswith("ا") and scene.nisba(i) is not None  # «جنديا تركيا»
    for hit in hits:
        if adjective and hit.last == i + 1:
            continue
        senses = [s for s in hit.senses if not s.entry.get("gazetteer") and (not types or s.entry.get("type") in types)]
        senses = [s for s in senses if s.entry.id not in scene.absent]
        senses = [s for s in senses if hit.last - hit.first > 1 or _stands_alone(scene, i, s, placed=placed)]
        if senses and (_is_side_of_country(scene, hit, senses) or _is_birthplace(scene, hit)):
            continue
        if senses and not any(scene.form(k) in scene.words.belonging for k in range(hit.first + 1, hit.last)):
            quoted = scene.form(hit.first - 1) in QUOTES and scene.form(hit.last) in QUOTES
            before = scene.form(hit.first - 1) in scene.words.locative  # «في سوتشي» is no person
            sense = min(
                senses,
                key=lambda s: (
                    s.cut,
                    before and s.entry.get("type") == "PER",
                    (s.entry.get("kind") in MEDIA) != quoted,
                    s.pos == "weak",
                ),
            )
            entry = sense.entry
            found = Found(
                hit.first,
                hit.last + _closes(scene, hit),
                _type(scene, hit, sense),
                "mention.lexicon",
                sense.cut,
                entry,
                sense.pos,
                side_of(entry),
                state_class(entry),
            )
            return _with_house(scene, found) if found.type == "PER" else _without_head(scene, found)
    return None


def _closes(scene: Scene, hit: Hit) -> int:
    """1 where the mark after a name closes a quotation inside it: «تنظيم "داعش"», else 0."""
    opened = any(scene.form(k) in QUOTES for k in range(hit.first, hit.last))
    return int(opened and scene.form(hit.last) in QUOTES)


def _is_side_of_country(scene: Scene, hit: Hit, senses: list[Sense]) -> bool:
    """«شرق أوكرانيا» names the country only; «جنوب السودان» is one."""
    direction = scene.form(hit.first)[senses[0].cut :] in scene.words.directions
    return (
        direction
        and hit.first + 2 == hit.last
        and not any(is_country(s.entry.id) for s in senses)
        and known_at(scene, hit.first + 1, "LOC") is not None
    )


def _is_birthplace(scene: Scene, hit: Hit) -> bool:
    """Whether «مسقط» is no capital but where somebody was born: «مسقط رأسه»."""
    return hit.last == hit.first + 1 and scene.form(hit.last).startswith(_HEAD) and scene.form(hit.first) in _FALL


def _with_house(scene: Scene, found: Found) -> Found:
    """«سلمان بن عبد العزيز آل سعود»: the father and the house belong to the name."""
    last = found.last
    while scene.form(last) in scene.words.house and scene.is_arabic(last + 1) and found.last - found.first > 1:
        last += 3 if scene.form(last + 1) == "عبد" and scene.is_arabic(last + 2) else 2
    return replace(found, last=last)


def _without_head(scene: Scene, found: Found) -> Found:
    """«محافظة البيضاء» as a name of the lexicon: the name begins after the noun."""
    head = scene.layer_hit(found.first, "place_head") if found.type == "LOC" and found.last - found.first > 1 else None
    if head is None or head.last >= found.last or scene.is_definite(found.first) or head.senses[0].pos == "phrase":
        return found
    entry = head.senses[0].entry
    if any(entry.get(f) for f in ("in_name", "whole", "border", "state")) or head.senses[0].number == "pl":
        return found
    return replace(found, first=head.last, cut=0, begin=found.first)


def _type(scene: Scene, hit: Hit, sense: Sense) -> str:
    """The type of a name; a place called by its facility («ميناء عصب») is one."""
    kind: str = sense.entry.get("type")
    head = scene.layer_hit(hit.first, "place_head") if hit.last - hit.first > 1 else None
    if head and head.senses[0].entry.get("state"):
        return "LOC"  # «جمهورية …», recognised or not
    return "FAC" if head and kind == "LOC" and head.senses[0].entry.get("facility") else kind


@lru_cache(maxsize=4096)
def state_class(entry: Entry) -> str:
    """The class of a body that the lexicon has under its own name: the army or government of a state, else ""."""
    words = _STATE_NAMES.get(entry.get("kind"), ()) if is_state(side_of(entry)) else ()
    named = any(fold(name).startswith(words) for name in entry.get("names", ())) if words else False
    return str(entry.get("kind")) if named else ""


def listed_at(scene: Scene, i: int) -> Found | None:
    """The longest name of the gazetteer at token ``i``, as the most populous place of that name."""
    for hit in scene.page.names.get(i, ()):
        senses = [s for s in hit.senses if s.entry.get("gazetteer") and not _is_birthplace(scene, hit)]
        if hit.last == i + 1 and scene.words.is_ordinary(scene.form(i)):
            senses = [s for s in senses if not s.cut]  # «وفدا» is a delegation, not «و» and a town
        if senses:
            sense = min(senses, key=lambda s: (s.cut, -s.entry.get("population", 0)))
            entry = sense.entry
            return Found(hit.first, hit.last, "LOC", "mention.gazetteer", sense.cut, entry, "names", side_of(entry))
    return None


def anchors(scene: Scene) -> frozenset[str]:
    """Places whose name is a word too and that the document surely names: by another name, or where a place stands."""
    out = set()
    for i, hits in scene.page.names.items():
        senses = (s for h in hits for s in h.senses if s.entry.get("type") in ("LOC", "FAC"))
        for sense in (s for s in senses if s.entry.get("weak") or s.entry.get("common_nisba")):
            if sense.pos in ("names", "capital") or (sense.pos == "weak" and _is_placed(scene, i, sense)):
                out.add(sense.entry.id)
    return frozenset(out | _bodies(scene))


def absent(scene: Scene) -> frozenset[str]:
    """Bodies by whose name those of other lands go as well, on a page that names other lands and not theirs.

    «المقاومة الشعبية» is Yemen's in a report that names Yemen or a place in it.
    """
    senses = [s for hits in scene.page.names.values() for h in hits for s in h.senses]
    common = {s.entry.id: str(s.entry.get("land")) for s in senses if s.entry.get("land")}
    if not common:
        return frozenset()
    near = {side_of(s.entry) for s in senses if s.entry.get("type") in ("LOC", "FAC", "PER")}
    near |= set(map(scene.nisba_side, scene.nisbas))
    sure = {side_of(s.entry) for s in senses if s.entry.get("type") == "LOC" and not s.entry.get("gazetteer")}
    sure |= set(map(scene.nisba_side, scene.nisbas))
    told = any(is_state(side) for side in sure)
    return frozenset(body for body, land in common.items() if told and land not in near)


def _bodies(scene: Scene) -> set[str]:
    """Bodies whose short name is a word too («القاعدة», «فتح») and that the document names in full somewhere."""
    hits = [
        (h, s) for held in scene.page.names.values() for h in held for s in h.senses if s.entry.get("type") == "ORG"
    ]
    full = {scene.form(k) for h, _ in hits if h.last - h.first > 1 for k in range(h.first, h.last)}
    short = ((scene.form(h.first)[s.cut :], s) for h, s in hits if s.pos == "weak" and h.last - h.first == 1)
    told = {s.entry.id: form for form, s in short if form in full}
    words = {scene.form(k) for k in range(len(scene.page.tokens))} if told else set()
    # «تنظيم القاعدة» beside «قاعدة عسكرية»: «القاعدة» may be either
    return {body for body, form in told.items() if not form.startswith("ال") or form[2:] not in words}


def _is_short_name(scene: Scene, i: int) -> bool:
    """Whether a word is a body's short name here: «مقاتلو القاعدة», «مع فتح», not «القاعدة الجوية», «فتح الطريق»."""
    following = scene.form(i + 1)
    if scene.is_definite(i):
        said_so = scene.form(i - 1) in scene.words.function and scene.form(i - 1).startswith("ه")  # «هذه القاعدة»
        return not said_so and following not in scene.words.qualifiers and scene.nisba(i + 1) is None
    joined = following.startswith("و") and scene.page.names.get(i + 1)
    apart = not scene.is_arabic(i + 1) or following in scene.words.function or bool(joined)
    before = scene.form(i - 1) in scene.words.function or (i > 0 and bool(scene.page.names.get(i - 1)))
    return before and apart


def _is_placed(scene: Scene, i: int, sense: Sense) -> bool:
    before = scene.form(i - 2 if scene.form(i - 1) in QUOTES else i - 1)
    return (
        before in scene.words.locative
        or sense.clitics.endswith("ب")
        or scene.layer_hit(i - 1, "place_head") is not None
    )


def _stands_alone(scene: Scene, i: int, sense: Sense, *, placed: bool) -> bool:
    """Whether a name of one word is a name here: not where it is an adjective, a verb or a word of the language."""
    entry, form = sense.entry, scene.form(i)[sense.cut :]
    if entry.get("type") in ("LOC", "FAC"):
        if form in scene.words.function and not scene.layer_hit(i - 1, "place_head"):
            return False  # «آب» is a month first
        common = sense.pos == "weak" or (form in scene.words.ordinary and entry.get("type") == "FAC")
        return not _is_adjective(scene, i) and (
            not common or placed or entry.id in scene.anchored or _is_placed(scene, i, sense)
        )
    head = scene.layer_hit(i - 1, "body") if i else None
    told = scene.words.both | scene.words.fighters  # «مسلحو فانو»
    both = scene.form(i - 1).removeprefix("و") in told and entry.get("type") == "ORG"
    both = both or (entry.get("kind") in _PARTIES and not sense.clitics and _is_joined_to_party(scene, i))
    if i and (both or scene.form(i - 1) in QUOTES or (head and head.senses[0].entry.get("takes") == "name")):
        return True
    if entry.get("type") == "PER":
        if not _is_spelled(scene, i, form, entry):
            return False  # «هادئ» is not «هادي»
        return placed or sense.pos == "names" or not scene.words.is_ordinary(form) or _is_beside_name(scene, i, sense)
    return _body_stands_alone(scene, i, sense, form)


def _body_stands_alone(scene: Scene, i: int, sense: Sense, form: str) -> bool:
    """Whether the name of a body that is one word is a name here."""
    entry = sense.entry
    if entry.id in scene.anchored and sense.pos == "weak" and form in scene.words.ordinary:
        return _is_short_name(scene, i) and (scene.is_definite(i) or sense.clitics in ("", "و"))
    if scene.form(i - 1) in scene.words.directions:
        return False  # «جنوب شرقي الأناضول» is no news agency
    if scene.is_verb(i) and not scene.is_definite(i):
        return False
    if scene.form(i - 1) == "عمليه":
        return False  # an operation is no body
    if entry.get("kind") in MEDIA and _is_credited(scene, i, sense):
        return True
    common = sense.pos == "weak" or entry.get("kind") in MEDIA
    return not (common and form in scene.words.ordinary) or _is_tied_to(scene, i, sense)


def _is_credited(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether an outlet is named as one: «(واس)», «2015 م واس», or right behind a word of saying: «قالت سانا إن»."""
    if not scene.is_arabic(i + 1) and (not scene.is_arabic(i - 1) or len(scene.form(i - 1)) == 1):
        return True
    if sense.clitics:
        return False
    return says(scene.page, i - 1) and (not scene.is_arabic(i + 1) or scene.form(i + 1) in scene.words.function)


def _is_tied_to(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether people are tied to an armed group by its short name: «قيادي في القاعدة», «المرتبطة بالقاعدة»."""
    k = i - 1 - (scene.form(i - 1) in scene.words.tied)
    tied = scene.form(k).removeprefix("و").removeprefix("ال").removeprefix("ب") in scene.words.tying
    return tied and sense.entry.get("kind") in _PARTIES and _is_short_name(scene, i)


def _is_joined_to_party(scene: Scene, i: int) -> bool:
    """Whether «و» joins a party to the word, which no verb has right behind it: «اتفقت | فتح وحماس»."""
    senses = (s for h in scene.page.names.get(i + 1, ()) for s in h.senses)
    return any(s.clitics == "و" and s.pos == "names" and s.entry.get("kind") in _PARTIES for s in senses)


def _is_beside_name(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a word can only be a name: joined to one («الحوثي وصالح»), or after «المخلوع», «فلول»."""
    if not sense.clitics:
        before = scene.form(i - 1).removeprefix("و")
        return before in scene.words.deposed or before in scene.words.followers
    if sense.clitics != "و" or not scene.is_arabic(i - 1):
        return False
    ends = (h.last for k in range(max(0, i - _JOINED), i - 1) for h in scene.page.names.get(k, ()))
    return i in ends or known_at(scene, i - 1, "PER", "ORG") is not None


def _is_spelled(scene: Scene, i: int, form: str, entry: Entry) -> bool:
    """Whether a person's name has its seat of hamza where the text has one; folding drops the difference."""
    seat = "ئ" in scene.page.raw(i, i + 1)
    names = [n for f in ("family", "names", "weak") for n in entry.get(f) or ()]
    return any(("ئ" in n) == seat for n in names if fold(n) == form) or not seat


def _is_masculine_masdar(scene: Scene, i: int) -> bool:
    """Whether a verbal noun in the masculine singular stands at token ``i``, which no feminine can describe."""
    senses = [s for s in scene.page.layer(i, "event") if s.pos != "verb"]
    singular = any(s.pos == "masdar" for s in senses) and all(s.number == "sg" for s in senses)
    return singular and not scene.form(i).endswith("ه")


def _is_adjective(scene: Scene, i: int) -> bool:
    """Whether «سورية», «روسية» agrees with an indefinite noun before it: «طائرات روسية», not «شمال سورية»."""
    if _TANWIN in scene.page.raw(i, i + 1):
        return True  # «دوماً», «سورياً»
    nisba = scene.nisba(i)
    if nisba is None or nisba.clitics or nisba.definite or not scene.is_arabic(i - 1):
        return False
    before = scene.form(i - 1)
    if before.endswith(("ه", "ات")) and not scene.form(i).endswith("ه"):
        return False  # «حكومة مالي» is no «حكومة مالية»
    if scene.form(i).endswith("ه") and _is_masculine_masdar(scene, i - 1):
        return False  # «اتهام سورية»
    return not (
        scene.words.is_function(before)
        or scene.is_verb(i - 1)
        or scene.role(i - 1)
        or scene.layer_hit(i - 1, "place_head")
    )
