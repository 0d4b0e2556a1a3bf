"""Step 3: who and what a document speaks of."""

from dataclasses import replace

from hudna.lexicon import Hit
from hudna.lexicon.nameword import name_words
from hudna.reading.armed_name import led_name, paired_name
from hudna.reading.asked_name import opened_name, ranked_name, spoken_family, spoken_name, told_name
from hudna.reading.cast import Cast
from hudna.reading.coreference import Casting
from hudna.reading.homeland import called_rebels
from hudna.reading.known import MEDIA, absent, anchors, known_at, listed_at
from hudna.reading.office import Held, held_at
from hudna.reading.organisation import body_at, is_attribute, listed_body, whole_agency
from hudna.reading.page import Page
from hudna.reading.person import is_dual, is_plain, name_end, name_start, strength
from hudna.reading.place import place_at
from hudna.reading.placed import coordinated, listed_place, near_place
from hudna.reading.reference import references
from hudna.reading.scene import Found, Scene, is_country, is_state, side_of
from hudna.reading.tagger import tagged
from hudna.text import COMMAS, QUOTES

_OUTLET = 5  # words of the name of an outlet
_BRIEF = 500  # letters of a text that may do without the commonest preposition


def find_cast(page: Page) -> Cast:
    """The entities of a page, their mentions, and every reference to them."""
    scene = open_scene(page)
    found, held = scan(scene)
    found = sorted([*found, *tagged(scene, found)], key=lambda f: f.first)
    casting = Casting(scene, *with_appositions(scene, found, held))
    told = references(scene, casting)
    rebels = called_rebels(page.document.language, casting.entities, told)
    return Cast(casting.entities, casting.mentions, told, casting.outlets, rebels)


def open_scene(page: Page) -> Scene:
    """A page with what its words say about how it is written, before any mention is known."""
    text = page.document.text
    # a short text may have no «على»; one that tells «إلى» from «إلي» would write it so
    writes_ali = "على" in text or (len(text) < _BRIEF and "ى" in text)
    scene = Scene(page, name_words(page.document.language), writes_ali, text.count(" فى ") > text.count(" في "))
    return replace(scene, anchored=anchors(scene), absent=absent(scene))


def scan(scene: Scene) -> tuple[list[Found], list[Held]]:
    """All mentions in the order of the text, and the office phrases."""
    found: list[Found] = []
    held: list[Held] = []
    i, count = 0, len(scene.page.tokens)
    while i < count:
        if not scene.page.is_word(i):
            i += 1
            continue
        role = scene.role(i) if scene.is_arabic(i) else None
        office = held_at(scene, role) if role and not _is_longer_name(scene, role) else None
        if office and (office.kind in ("office", "counterpart") or office.name):
            held.append(office)
            found.extend(office.inside)
            if office.name:
                found.append(_with_office_of_counterpart(found, office.name))
            i = max(office.last, office.name.last if office.name else 0, *(f.last for f in office.inside), i + 1)
            continue
        item = _mention_at(scene, i)
        if item:
            item = whole_agency(scene, item)
            found.append(item)
            i = max(item.last, i + 1)
            short = _acronym(scene, item)
            if short:
                found.append(short)
                i = short.last
            if item.type == "LOC":
                more = coordinated(scene, item)
                more += _holder_after_country(scene, more[-1] if more else item)
                found.extend(more)
                i = more[-1].last if more else i
            continue
        i += 1
    return found, held


def _with_office_of_counterpart(found: list[Found], name: Found) -> Found:
    """«نظيره التركي X» holds the office of the person named before."""
    if name.office is None or name.office.id != "counterpart":
        return name
    before = next((f.office for f in reversed(found) if f.type == "PER" and f.office is not None), None)
    return replace(name, office=replace(name.office, id=before.id, unique=before.unique)) if before else name


def _holder_after_country(scene: Scene, item: Found) -> list[Found]:
    """«وزراء خارجية روسيا سرجي لافروف وفرنسا بيرنار كوشنير»: the name right after each country."""
    k = item.last
    if item.entry is None or not is_country(item.entry.id) or name_start(scene, k) != 0:
        return []
    if known_at(scene, k, "LOC", "ORG", "FAC"):
        return []
    known = known_at(scene, k, "PER")
    end = known.last if known else name_end(scene, k)
    if end - k < 2 or (not known and strength(scene, k, end) < end - k):  # noqa: PLR2004 - two words
        return []
    side = item.side
    return [replace(known, side=side) if known else Found(k, end, "PER", "mention.role-name", side=side)]


def _acronym(scene: Scene, item: Found) -> Found | None:
    """Capitals in brackets after a body: «الاتحاد الأوراسي (EAEU)»."""
    k = item.last + 1
    if item.type != "ORG" or scene.form(item.last) != "(" or scene.form(k + 1) != ")":
        return None
    word = scene.page.raw(k, k + 1)
    told = word.isascii() and word.isupper() and len(word) > 1
    return replace(item, first=k, last=k + 1, cut=0, rule="mention.acronym", begin=-1, end=-1) if told else None


def with_appositions(scene: Scene, found: list[Found], held: list[Held]) -> tuple[list[Found], list[Held]]:
    """Offices that stand right before or after a person's phrase, with a comma or without, go to that person."""
    begins = {f.extent[0]: n for n, f in enumerate(found) if f.type == "PER"}
    ends = {f.extent[1]: n for n, f in enumerate(found) if f.type == "PER"}
    out, left = list(found), []
    for office in held:
        last = max([office.last, *(f.last for f in office.inside)])
        after = begins.get(last + (scene.form(last) in COMMAS))
        before = ends.get(office.first - (scene.form(office.first - 1) in COMMAS))
        if after is not None and (_is_governed(found[after]) or _are_of_two(found[after], office)):
            after = None  # «التقى نائب الرئيس بقائد القوات فلان», «استقبل أمير قطر الرئيس التركي فلان»
        if before is not None and (_is_anothers(found[before], office) or _holds_another(found[before], office)):
            before = None  # «استقبل الرئيس اليمني فلان وزير الدفاع السعودي»
        number = after if after is not None else before
        if office.name or office.kind != "office" or not office.definite or office.number != "sg" or number is None:
            left.append(office)
            continue
        f = out[number]
        begin, end = min(f.extent[0], office.first), max(f.extent[1], last)
        told = f.office if f.office is not None and f.office.of else office.office
        out[number] = replace(f, office=told, side=f.side or office.office.of, begin=begin, end=end)
    return out, left


def _is_governed(person: Found) -> bool:
    """Whether a person's phrase begins with an office that has a particle written onto it: it is joined or governed."""
    return person.office is not None and person.office.first == person.extent[0] and person.office.cut > 0


def _is_anothers(person: Found, office: Held) -> bool:
    """Whether the office right behind a person's phrase is that of another state: somebody else holds it."""
    return person.extent[1] == office.first and _are_of_two(person, office)


def _holds_another(person: Found, office: Held) -> bool:
    """Whether a person called by an office of no state stands before that of a state: «رئيس الوكالة فلان وزير …»."""
    held = person.office is not None and person.extent[1] == office.first and person.extent[0] < person.first
    return held and not is_state(person.side) and is_state(office.office.of)


def _are_of_two(person: Found, office: Held) -> bool:
    """Whether a person and an office are of two states."""
    one, other = person.side, office.office.of
    return is_state(one) and is_state(other) and one != other


def _is_longer_name(scene: Scene, role: Hit) -> bool:
    """Whether a name of the lexicon begins where the word for an office does that is longer."""
    known = known_at(scene, role.first)
    return known is not None and known.last > role.last and known.cut <= role.senses[0].cut


def _mention_at(scene: Scene, i: int) -> Found | None:
    known = _known(scene, i)
    if known and known.type == "ORG" and is_attribute(scene, i):
        known = None
    counted = bool(scene.page.layer(i + 1, "number"))  # «أطلقوا سراح | مئات المعتقلين»
    if scene.is_told(i) and not counted and (end := _speaker_end(scene, i, known)) > i:
        return Found(i, end, "PER", "mention.person-name")
    arabic = scene.is_arabic(i)
    if arabic:
        body, place = body_at(scene, i), place_at(scene, i)
        if body and place and place.last >= body.last and (place.entry is not None or _is_where(scene, i)):
            body = None  # «جبهة حرف سفيان», «في جبهة الجفينة»
        if body and known and _ends_before_land(scene, known, body):
            body = None
        if body and (known is None or body.last >= known.last):
            return listed_body(scene, known, body) if known else body
        if place and (known is None or place.last > known.last):
            return place
    if known:
        return known
    if arabic:
        return (
            led_name(scene, i)
            or paired_name(scene, i)
            or near_place(scene, i)
            or _person(scene, i)
            or listed_place(scene, i)
        )
    return None


def _ends_before_land(scene: Scene, known: Found, body: Found) -> bool:
    """Whether only a country lies between the ends of a listed name and of a body: «اتهمت حركة الشباب | كينيا ب…»."""
    if known.type != "ORG" or not known.first < known.last < body.last:
        return False
    land = known_at(scene, known.last, "LOC")
    return land is not None and not land.cut and land.last == body.last and _is_country(land)


def _is_country(f: Found) -> bool:
    return f.entry is not None and is_country(f.entry.id)


def _speaker_end(scene: Scene, i: int, known: Found | None) -> int:
    """One past the name of who speaks, between its verb and «إن», ``i`` for none that is longer than ``known``."""
    if known and known.type == "LOC" and known.last == i + 1 and _is_speaker(scene, i):
        return i + 2
    end = max(spoken_name(scene, i), spoken_family(scene, i))
    return end if end > (known.last if known else i) else i


def _is_speaker(scene: Scene, i: int) -> bool:
    """Whether a country's name is a given name here: «وأعلن كوبا ليكليكادزه أن …»."""
    closed = scene.is_native(i + 1) and scene.form(i + 2) in scene.words.complementisers
    family = scene.form(i + 1) if closed else ""
    return closed and scene.words.is_unknown(family) and not scene.page.senses[i + 1] and is_plain(scene, i + 1, i + 2)


def _is_where(scene: Scene, i: int) -> bool:
    """Whether what begins at ``i`` is where something happens: after «في», «ب»."""
    return scene.form(i - 1) in ("في", "علي") or scene.form(i).startswith("ب")


def _known(scene: Scene, i: int) -> Found | None:
    known = known_at(scene, i)
    if known and known.type == "LOC" and scene.form(i - 1) in QUOTES and scene.form(i - 2) in scene.words.vessels:
        return None  # «السفينة "سومي"»
    if known and known.type == "PER" and (known.field == "family" or known.last == i + 1):
        start = name_start(scene, i)
        if start is not None and name_end(scene, i) > known.last:
            return None  # another person of that family name
    return known


def _ends_outlet(scene: Scene, i: int) -> bool:
    """Whether the name of an outlet ends right before token ``i``: «قالت لوكالة الصحافة الفرنسية | سميرة حسن»."""
    hits = (hit for k in range(max(i - _OUTLET, 0), i) for hit in scene.page.names.get(k, ()) if hit.last == i)
    return any(s.entry.get("kind") in MEDIA for hit in hits for s in hit.senses)


def _person(scene: Scene, i: int) -> Found | None:  # noqa: PLR0911 - a list of decisions
    """Two or more words that are names, after a verb or beginning with a given name."""
    cut = name_start(scene, i)
    told = scene.is_told(i) and not is_dual(scene, i)
    end = i
    if told and not known_at(scene, i + 1):
        end = told_name(scene, i)
        if cut is None or scene.words.is_common(scene.form(i)):
            opened = opened_name(scene, i)
            ranked = ranked_name(scene, i) if opened == i and scene.form(i) in scene.words.given else opened
            end = max(end, ranked)
    if end > i + 1 and end >= name_end(scene, i):
        return Found(i, end, "PER", "mention.person-name")
    if cut is None:
        return None
    end = name_end(scene, i)
    if end - i < 2:  # noqa: PLR2004 - a name of one word needs more than its form
        return None
    form = scene.form(i)[cut:]
    nisba = scene.nisba(i - 1) if scene.is_definite(i - 1) and not _ends_outlet(scene, i) else None
    followed = scene.role(end) is not None or (scene.form(end) in COMMAS and scene.role(end + 1) is not None)
    if scene.form(i - 1) in QUOTES and scene.form(end) in QUOTES and form not in scene.words.opening:
        return None  # «عملية "مخلب الفهد"» is nobody, «"أبو الزبير"» somebody
    if (
        (nisba or followed or (not cut and is_plain(scene, i, end)))
        and strength(scene, i, end) >= end - i
        and not listed_at(scene, i)
    ):
        return Found(i, end, "PER", "mention.person-name", cut, side=side_of(nisba.entry) if nisba else None)
    form = scene.form(i)[cut:]
    if (
        end == i + 2
        and (scene.words.is_common(form) or form not in scene.words.given)
        and known_at(scene, i + 1, "LOC")
    ):
        return None  # «على غرار سوسة»
    family = scene.form(end - 1)
    sure = form in scene.words.given and family.startswith("ال") and family.endswith("ي")  # «مصطفى الهيتي»
    strong = strength(scene, i, end) + (cut > 0) + (sure and scene.words.is_unknown(family))
    first = form in scene.words.particles or (form in scene.words.given and not scene.words.is_common(form))
    if (first and strong > 1) or strong > 2 or (told and strong > 1):  # noqa: PLR2004 - see strength()
        return Found(i, end, "PER", "mention.person-name", cut)
    return None
