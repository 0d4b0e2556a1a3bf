"""Bodies told by a head noun: «وزارة الدفاع الأرمنية», «القوات المسلحة», «كتيبة "ثوار المدينة"», «جيش أذربيجان»."""

from dataclasses import dataclass, replace

from hudna.lexicon import Entry, Sense
from hudna.reading.armed_name import cause_end, fighters_end, unusual_end, valiant_end, virtue_end
from hudna.reading.body_name import (
    QUOTED_OPEN,
    Complement,
    agency_end,
    is_adjective,
    is_plain_noun,
    qualified,
    quotation_end,
    words_after,
)
from hudna.reading.body_words import INSURGENT, RULERS
from hudna.reading.known import MEDIA, known_at
from hudna.reading.patron import patron_at
from hudna.reading.person import name_end, name_start
from hudna.reading.scene import Found, Scene, is_state
from hudna.text.clitic import proclitics

_SOURCE = frozenset({"according", "quoting"})  # roles in reporting.yaml
_REBELS = "rebels"  # class of those who fight the state that their name tells
_GROUPS = ("party", "army")  # kinds of listed bodies, beside its own, that another noun for an armed group may precede


@dataclass(frozen=True, slots=True)
class _Head:
    """The head noun of a body: its entry, its tokens, the letters before it, and whether it is definite."""

    entry: Entry
    sense: Sense
    first: int
    last: int
    cut: int
    definite: bool

    def found(self, complement: Complement, rule: str) -> Found:
        """The body with its complement."""
        last = max(self.last, complement.last)
        return Found(
            self.first, last, "ORG", rule, self.cut, side=complement.side, kind=self.entry.get("class") or ""
        )  # fmt: skip

    def alone(self, last: int = 0) -> Found:
        """The head noun alone, or with adjectives up to ``last``."""
        return replace(self.found(Complement(last or self.last), "mention.bare-body"), bare=True)


def body_at(scene: Scene, i: int) -> Found | None:
    """The body whose head noun is token ``i``, as far as its name is told."""
    hit = scene.layer_hit(i, "body")
    if hit is None:
        return None
    several = (s for s in hit.senses if s.number != "du")  # «المتمردين» is more often a plural than a dual
    sense = next((s for s in several if s.number != "sg" or not s.entry.get("collective")), None)  # «الإقليم الانفصالي»
    if sense is None:
        return None
    definite = any(scene.is_definite(k) for k in range(hit.first, hit.last))
    head = _Head(sense.entry, sense, hit.first, hit.last, _cut(scene, i, sense), definite)
    return _of_fighters(scene, head) or _completed(scene, head)


def _completed(scene: Scene, head: _Head) -> Found | None:
    """The body with what its head noun takes («takes» of cast/bodies.yaml)."""
    takes = head.entry.get("takes")
    if takes == "patron":
        return _of_patron(scene, head)
    if takes == "state":
        own = _with_own_name(scene, head) if head.entry.get("class") == "agency" else None
        return own or _of_rulers(scene, head) or _of_state(scene, head)
    if takes == "name":
        return _of_name(scene, head)
    return _of_topic(scene, head)


def listed_body(scene: Scene, known: Found, body: Found) -> Found:
    """Which of the two a name of the lexicon is with a head noun that goes as far or farther.

    Adjectives of the same side go with the listed name («حركة حماس الفلسطينية»); a further noun is another phrase
    («هاجمت حركة الشباب البلدة»).
    """
    long = known.last - known.first > 1
    if known.type != "ORG":
        return known if long and known.last == body.last else body
    if body.bare and not long:
        return body
    rest = [k for k in range(known.last, body.last) if scene.page.is_word(k)]
    if not rest:
        return replace(known, last=body.last)
    if not long or not scene.is_arabic(rest[0]):
        return body
    nisba = scene.nisba_hit(rest[0])
    side = scene.nisba_side(rest[0])
    if nisba and known.side and (side == known.side or not is_state(known.side)):
        return replace(known, last=nisba.last)
    return known if nisba is None and scene.is_definite(rest[0]) and not is_adjective(scene, rest[0]) else body


def _cut(scene: Scene, i: int, sense: Sense) -> int:
    """Letters before the head noun; one particle can be cut in two ways where the article follows it."""
    cut = max((s.cut for s in proclitics(scene.form(i)) if s.clitics == sense.clitics), default=0)
    return cut or sense.cut


def _of_state(scene: Scene, head: _Head) -> Found | None:
    """«الجيش الأوكراني», «برلمان أرمينيا», «قوات حفتر», «الحكومة»."""
    entry, lone = head.entry, head.entry.get("lone")
    complement = _state(scene, head)
    of_state = complement.side is not None and scene.form(head.last).endswith("ه")
    if is_attribute(scene, head.first) or (lone == "feminine" and not of_state):
        return None
    if complement.named:
        found = head.found(complement, "mention.head-noun")
        against = found.kind == _REBELS or head.entry.get("against")  # «متمردو كازامانس» fight its state
        return replace(found, side=None) if against else found
    person = None if head.definite else _called_after(scene, head.last)  # «رئيس القوات فلان» is its head
    if person and entry.get("person"):
        found = head.found(person, "mention.head-noun")
        return found if entry.get("person") == "ruler" and is_state(person.side) else replace(found, kind="")
    if entry.get("own"):
        return replace(head.alone(), field="own")
    if entry.get("head_only") and not head.definite and (person or _is_before_office(scene, head.last)):
        return head.alone()
    return _bare(scene, head, complement)


def _with_own_name(scene: Scene, head: _Head) -> Found | None:
    """«وكالة الأنباء الرسمية "سبأ"», «الوكالة الرسمية سانا»: an agency with the name that its readers know it by."""
    if found := _quoted(scene, head):
        return found if found.entry is not None else None
    known = known_at(scene, head.last, "ORG")
    listed = known is not None and not known.cut and known.entry is not None and known.entry.get("kind") == "agency"
    return replace(known, first=head.first, cut=head.cut) if known is not None and listed else None


def _of_rulers(scene: Scene, head: _Head) -> Found | None:
    """The listed rulers of a land that is no state behind a noun for such: «سلطات | جمهورية أرض الصومال»."""
    inner = known_at(scene, head.last, "ORG") if head.entry.get("class") in RULERS and not head.definite else None
    if inner is None or inner.cut or inner.entry is None or inner.entry.get("kind") != "government":
        return None
    kind = str(head.entry.get("class"))
    return replace(inner, first=head.first, type="ORG", cut=head.cut, rule="mention.head-noun", kind=kind)


def is_attribute(scene: Scene, i: int) -> bool:
    """Whether a word that names a ministry is the adjective of a noun before it: «السياسة الخارجية الأميركية»."""
    hit = scene.layer_hit(i, "body") if i else None
    lone = hit is not None and scene.form(i).startswith("ال") and hit.senses[0].entry.get("lone") is True
    return lone and scene.is_arabic(i - 1) and scene.is_definite(i - 1) and not scene.is_verb(i - 1)


def _of_patron(scene: Scene, head: _Head) -> Found | None:
    """«القوات الموالية» with the side of those it backs: «للحكومة», «لحفتر»; «القوات الموالية لهم» is no name."""
    if scene.form(head.last) in scene.words.theirs:
        return None
    patron = patron_at(scene, head.last)
    found = replace(head.found(Complement(head.last, patron.side), "mention.head-noun"), bare=patron.side is None)
    rightful = patron.rightful or bool(head.entry.get("rightful"))
    return replace(found, field="land" if rightful else "")


def _bare(scene: Scene, head: _Head, complement: Complement) -> Found | None:
    """A definite head noun without a state in its name; the state may stand after it: «وزارة الدفاع في أذربيجان»."""
    entry, qualified_so = head.entry, complement.last > head.last
    if entry.get("collective") and _is_joined(scene, head):
        return head.alone()
    if (
        not head.definite
        or (head.sense.number == "pl" and entry.id == "army")  # «قادة الجيوش»: of several states
        or (entry.get("plain") and qualified_so)
        or not (entry.get("bare") or (qualified_so and not entry.get("lone")))
    ):
        return None
    found = head.alone(complement.last)
    if entry.get("party") and entry.get("class"):
        return found  # «المتمردين في مالي» are not of that state
    form = scene.form(found.last)
    seat = known_at(scene, found.last + (form == "في"), "LOC")
    if seat and seat.field == "names" and is_state(seat.side) and (form == "في" or (seat.cut and form[0] in "بل")):
        return replace(found, side=seat.side, bare=False, rule="mention.head-noun")
    return found


def _is_joined(scene: Scene, head: _Head) -> bool:
    """Whether people without the article are a party beside a named one: «أوغندا ومتمردون», not «قتل متمردون»."""
    joined = head.sense.number == "pl" and head.sense.clitics == "و" and not head.definite
    before = known_at(scene, head.first - 1, "LOC") if joined else None
    return before is not None and is_state(before.side)


def _state(scene: Scene, head: _Head) -> Complement:
    """Adjectives and the state after a head: «المسلحة الأرمينية», «أذربيجان»."""
    k = qualified(scene, head.last) if head.entry.get("lone") is None else head.last
    construct = scene.is_arabic(k) and not head.definite and not head.entry.get("article")
    place = known_at(scene, k, "LOC", placed=True) if construct else None
    person = known_at(scene, k, "PER") if place else None  # «بشار الأسد», not the town of «بشار»
    if place and not place.cut and not (person and person.last > place.last):
        return Complement(place.last, place.side, named=True)
    hit = scene.nisba_hit(k)
    if hit and not _agrees(scene, head, scene.form(hit.last - 1)):
        return Complement(k)  # «قائد القوات الجوية الأذري»: the commander is, not the force
    if hit and not hit.senses[0].clitics and scene.is_definite(k) and head.definite:
        return Complement(qualified(scene, hit.last), scene.nisba_side(k), named=True)
    return Complement(k)


def _agrees(scene: Scene, head: _Head, adjective: str) -> bool:
    """Whether an adjective can be of the body by its gender, which is that of the first noun."""
    if head.entry.get("lone"):
        return True  # «الدفاع الروسية»: the ministry is meant
    form, construct = scene.form(head.first), head.last - head.first > 1 and not scene.is_definite(head.first)
    feminine = form.endswith(("ه", "ات", "قوي")) or head.sense.number == "pl" or "قوات" in form
    if construct and adjective.endswith("ه") == scene.form(head.last - 1).endswith("ه"):
        return True  # «قوات الاحتلال الإسرائيلي»
    return adjective.endswith("ه") == feminine


def _called_after(scene: Scene, k: int) -> Complement | None:
    """The name of the one a regime or force is called after, with his side: «نظام الأسد»."""
    known = known_at(scene, k, "PER")
    if known and not known.cut:
        return Complement(known.last, known.side)
    form, words = scene.form(k), scene.words
    if name_start(scene, k) != 0 or not (form in words.given or form in words.particles):
        return None
    end = name_end(scene, k)
    return Complement(end) if end > k else None


def _is_before_office(scene: Scene, k: int) -> bool:
    """Whether an office without a clitic follows: «حكومة الرئيس …»."""
    role = scene.role(k) if scene.is_arabic(k) else None
    return role is not None and not role.senses[0].clitics and scene.is_definite(k)


def _of_name(scene: Scene, head: _Head) -> Found | None:
    """«حزب الأمة», «كتيبة "ثوار المدينة"», «اللواء 35 مدرع», «وكالة (تاس) للأنباء»."""
    if found := _quoted(scene, head):
        return found
    if head.entry.get("told") and not _is_told(scene, head):
        return None
    unit = bool(head.entry.get("unit"))
    if unit and _is_rank(scene, head):
        return None
    if group := _listed_group(scene, head):
        return group
    complement = words_after(scene, head.last, unknown=True, ordinals=unit)
    if complement.last == head.last and head.entry.get("any") and not head.definite and is_plain_noun(scene, head.last):
        complement = Complement(head.last + 1, named=True)
    if unit:
        told = complement.named and (complement.side is None or complement.last > head.last + 1)
    else:
        told = not head.definite or complement.side is not None
    if complement.last > head.last and told:
        return head.found(complement, "mention.named-body")
    return head.alone() if head.definite and head.entry.get("bare") else None


def _listed_group(scene: Scene, head: _Head) -> Found | None:
    """Whose group a noun for one tells: «تنظيم طالبان», «ميليشيات جماعة الحوثي», «ميليشيات المتمردين»."""
    kinds = head.entry.get("means") or ()
    if head.definite or "armed-group" not in kinds:
        return None
    inner = known_at(scene, head.last, "ORG") or body_at(scene, head.last)
    if inner and not inner.cut and inner.entry and inner.entry.get("kind") in (*kinds, *_GROUPS):
        nisba = scene.nisba_hit(inner.last) if scene.is_definite(inner.last) else None
        last = nisba.last if nisba and is_state(scene.nisba_side(inner.last)) else inner.last
        return replace(inner, first=head.first, last=last, cut=head.cut, rule="mention.named-body")
    if (inner and inner.bare and inner.kind in INSURGENT) or _is_party(scene, head.last):
        return replace(head.alone(inner.last if inner else head.last + 1), kind="rebels")
    leader = known_at(scene, head.last, "PER", placed=True) if head.entry.get("person") else None
    if leader and not leader.cut and leader.side:
        return head.found(Complement(leader.last, leader.side, named=True), "mention.named-body")
    return None


def _is_party(scene: Scene, k: int) -> bool:
    """Whether the plural of people who are a party of a war without a name stands at ``k``: «الانقلابيين»."""
    crowd = scene.layer_hit(k, "crowd") if scene.is_definite(k) else None
    return crowd is not None and any(s.number == "pl" and s.entry.get("party") for s in crowd.senses)


def _of_fighters(scene: Scene, head: _Head) -> Found | None:
    """An armed group by what it fights for or whom it is called after («جيش تحرير أورومو», «كتيبة شهداء الجبل»)."""
    if head.definite:
        return _of_cause(scene, head) if head.entry.get("fights") else None
    cause = cause_end(scene, head.last) if head.entry.get("fights") else None
    end = cause[0] if cause else _called_after_heroes(scene, head)
    if end is None:
        return None
    named = Complement(end, cause[1] if cause else None, named=True)
    return replace(head.found(named, "mention.named-body"), kind="")


def _of_cause(scene: Scene, head: _Head) -> Found | None:
    """A definite front or movement by what it fights for behind «ل»: «الجبهة الوطنية لتحرير عفر»."""
    k = qualified(scene, head.last)
    end = cause_end(scene, k, particle="ل")
    if end is None:
        return None
    return replace(head.found(Complement(end[0], named=True), "mention.named-body"), kind="")


def _called_after_heroes(scene: Scene, head: _Head) -> int | None:
    """One past a name as units and councils of fighters have: «كتيبة شهداء الجبل», «مجلس شورى ثوار …»."""
    k = head.last
    if head.entry.get("unit"):
        end = valiant_end(scene, k)
        end = end if end > k or not head.entry.get("virtues") else virtue_end(scene, k)
        return end if end > k else None
    end = fighters_end(scene, k) if head.entry.get("heroes") else k
    if end == k and head.entry.id == "militia" and words_after(scene, k, unknown=True).last == k:
        end = unusual_end(scene, k)
    return end if end > k else None


def _is_told(scene: Scene, head: _Head) -> bool:
    """Whether a site tells news: after a word of saying, or in Latin letters; «موقع الحوثيين» is a place."""
    before = scene.page.layer(head.first - 1, "reporting") if head.first > 0 else ()
    spoken = any(s.pos == "verb" or s.entry.get("role") in _SOURCE for s in before)
    known = known_at(scene, head.last, "ORG")
    listed = known is not None and known.entry is not None and known.entry.get("kind") in MEDIA
    return spoken or listed or not scene.is_arabic(head.last)


def whole_agency(scene: Scene, found: Found) -> Found:
    """A news agency with all of its name: «وكالة تونس الرسمية للأنباء», «وكالة تسنيم الإيرانية للأنباء»."""
    if found.type != "ORG" or scene.form(found.first)[found.cut :] not in scene.words.agencies:
        return found
    return replace(found, last=agency_end(scene, found.last))


def _quoted(scene: Scene, head: _Head) -> Found | None:
    """«كتيبة "ثوار المدينة"»; an adjective between the marks names nothing: «الحركة "المتشددة"»."""
    end = quotation_end(scene, head.last) if scene.form(head.last) in QUOTED_OPEN else None
    if end and not (head.definite and scene.is_definite(head.last + 1)):
        inner = known_at(scene, head.last + 1, "ORG")
        nisba = scene.nisba_hit(end) if scene.is_definite(end) else None
        last, side = (nisba.last, scene.nisba_side(end)) if nisba else (end, None)
        found = head.found(Complement(last, side), "mention.named-body")
        if inner and inner.last == end - 1:
            return replace(found, entry=inner.entry, field=inner.field, side=inner.side or side)
        return found
    return None


def _is_rank(scene: Scene, head: _Head) -> bool:
    """Whether the unit is a rank before a name: «اللواء منصور …», «اللواء الركن», not «اللواء الأول»."""
    after = scene.form(head.last)
    named = after in scene.words.given or after in scene.words.branches or name_start(scene, head.last) == 0
    known = known_at(scene, head.last, "PER")
    if not head.definite:
        return scene.role(head.first) is not None and after in scene.words.branches  # «لواء متقاعد»
    return scene.role(head.first) is not None and (named or known is not None)


def _of_topic(scene: Scene, head: _Head) -> Found | None:
    """«لجنة حقوق الإنسان», «المجلس العسكري لمدينة مصراتة», «مركز "كارنيغي"», «الوزارة»."""
    if not head.definite and (found := _quoted(scene, head)):
        return found
    complement = words_after(scene, head.last, unknown=False, ministry=bool(head.entry.get("ministry")))
    complement = _of_group(scene, complement) or complement
    if complement.last > head.last or (complement.named and head.last - head.first > 1):
        return head.found(complement, "mention.head-noun")
    return head.alone() if head.definite and head.entry.get("bare") else None


def _of_group(scene: Scene, complement: Complement) -> Complement | None:
    """The body on the side of the group of which «ل» behind it says that it is a part: «المكتب السياسي لحركة حماس»."""
    group = known_at(scene, complement.last, "ORG") if scene.form(complement.last).startswith("ل") else None
    if group is None or not group.cut or not group.side or is_state(group.side):
        return None
    return replace(complement, side=complement.side or group.side, named=True)
