"""Unnamed sources: «مصادر عسكرية يمنية», «شهود عيان», «متحدث باسم الجيش», «الأرمن»."""

from dataclasses import dataclass, replace

from hudna.lexicon import Sense
from hudna.reading.cast import Reference
from hudna.reading.scene import SOUND
from hudna.reading.speech.hearing import Hearing
from hudna.text import TokenKind

_LONGEST_PHRASE = 12  # tokens of qualifiers: «مصادر عسكرية موالية …»
_COUNTS = frozenset({"unit", "tens"})  # kinds of number words that count people
_OURS = frozenset({"", "نا"})  # «مراسلنا»
_AT = ("بال", "وبال")
_PREFIXED = frozenset({"", "و", "ف", "ل", "ول", "ب"})


@dataclass(frozen=True, slots=True)
class Informant:
    """A phrase for those who speak without a name.

    Attributes:
        first: its first token.
        last: one past its last token.
        label: English of the phrase, after «unnamed: ».
        head: how the head noun stands in the lexicon.
        body: for a spokesman, those for whom he speaks.
        sort: for those told of before: "definite" («المسؤول»), "again" («المصدر»), "two" («الوزيران»); else "".
        states: ids of the states that its adjectives name («المسؤول الفرنسي»), where it has a sort.

    """

    first: int
    last: int
    label: str
    head: Sense
    body: tuple[str, ...] = ()
    sort: str = ""
    states: frozenset[str] = frozenset()

    @property
    def several(self) -> bool:
        """Whether several persons speak; sources and reports are grammatically one."""
        return _several(self.head) and self.human

    @property
    def human(self) -> bool:
        """Whether persons speak: they agree with plural verbs, «المصادر» and «الأنباء» with feminine ones."""
        return not self.head.entry.get("thing") and not self.head.entry.get("text")

    @property
    def gender(self) -> str:
        """Gender that a verb agrees with."""
        return "f" if _several(self.head) and self.head.number != "du" and not self.human else self.head.gender


def _several(head: Sense) -> bool:
    return head.number in ("pl", "du") or head.pos in ("phrase", "nisba")


def informant_head(hearing: Hearing, i: int) -> tuple[Sense, int] | None:
    """The head noun of an unnamed source at token ``i`` and the token after it."""
    if hearing.role(i - 1, "without") or any(hit.last > i for hit in hearing.page.names.get(i - 1, ())):
        return None  # «حركة طالبان» are no two students
    for hit in hearing.page.phrases_of.get("informant", {}).get(i, ()):
        for sense in hit.senses:
            if sense.entry.get("en"):
                return sense, hit.last
    for sense in hearing.informants.get(i, ()):
        own = sense.pronoun and sense.entry.get("text")  # «تشير معلوماتنا إلى»: what the speaker knows
        if sense.entry.get("en") and sense.pronoun in _OURS and sense.clitics in _PREFIXED and not own:
            return sense, i + 1
    return None


def read_informant(hearing: Hearing, i: int) -> Informant | None:
    """The unnamed source whose phrase begins at token ``i``."""
    found = informant_head(hearing, i)
    if found is None:
        return _some(hearing, i) or _people(hearing, i)
    head, after = found
    nouns = head.entry.get("en")
    noun = str(nouns[1] if _several(head) else nouns[0])
    label, last, body = _qualified(hearing, after, noun, head, closed=_is_closed(hearing, i, after, head))
    alone = head.entry.get("office") and not head.entry.get("local") and head.number == "sg" and not head.definite
    titled = hearing.page.phrase(i, "role") if alone and not body else None
    if titled is not None and titled.last > last:  # «رئيس هيئة الأركان»
        return Informant(i, titled.last, titled.senses[0].entry.id.replace("-", " "), head)
    if not body and alone and hearing.form(i + 1).startswith("ال"):
        return None  # «وزير الدفاع»: one man, whom the cast knows or nobody does
    sort = _sort(head) if head.definite and label.endswith(noun) else ""  # «المسؤول العسكري», not «المسؤول في عدن»
    return Informant(i, last, label, head, body, sort, _states(hearing, after, last) if sort else frozenset())


def _some(hearing: Hearing, i: int) -> Informant | None:
    """«أحد السكان», «عدد من المسؤولين», «نفس المصدر»: a word of quantity before an unnamed source."""
    number = any(s.entry.get("kind") in _COUNTS for s in hearing.page.layer(i, "number"))
    counted = number or (hearing.is_word(i) and hearing.page.tokens[i].kind is TokenKind.NUMBER)
    of_those = 1 if counted and hearing.role(i + 1, "place") else 0  # «اثنان من السكان»
    at = hearing.role(i, "some") or (i + 1 + of_those if counted else 0)  # «ثلاثة مسؤولين»
    if not at or informant_head(hearing, at) is None:
        return None
    group = read_informant(hearing, at)
    return replace(group, first=i, sort="") if group else None


def _sort(head: Sense) -> str:
    if head.entry.get("text"):
        return ""
    return "again" if head.entry.get("thing") else "two" if head.number == "du" else "definite"


def _people(hearing: Hearing, i: int) -> Informant | None:
    """«الأرمن», «الأتراك»: a people speaks as such, not as its state."""
    if not hearing.is_word(i):
        return None
    for sense in hearing.page.senses[i]:
        if sense.pos == "nisba" and sense.number == "pl" and sense.definite and sense.gender == "m":
            return Informant(i, i + 1, f"people of {sense.entry.get('en', sense.entry.id)}", sense)
    return None


def _is_closed(hearing: Hearing, first: int, last: int, head: Sense) -> bool:
    """Whether no name is in construct with a head noun: «اتهم مسؤولون | الحركة ب…», «شهود عيان | قوات …»."""
    if head.definite or not (head.entry.get("en") and head.pos in ("noun", "phrase", "adjective", "active")):
        return False
    form = hearing.form(last - 1)
    several = head.number == "du" or (_several(head) and not form.endswith("ان"))
    bare = last - first > 1 and head.pos == "phrase" and not form.startswith("ال")
    people = not (head.entry.get("thing") or head.entry.get("text"))
    return (several and form.endswith(SOUND)) or (bare and people and hearing.cast.at(last - 1) is None)


def _qualified(hearing: Hearing, i: int, noun: str, head: Sense, *, closed: bool) -> tuple[str, int, tuple[str, ...]]:
    """English of the phrase from token ``i`` on, where it ends, and the body for which a spokesman speaks.

    Nothing is in construct with a ``closed`` head.
    """
    adjectives: list[str] = []
    tail = ""
    first, limit = i, min(i + _LONGEST_PHRASE, len(hearing.page.tokens))
    while i < limit and hearing.is_word(i) and not hearing.role(i, "that", "clause", "which", "time"):
        reference = hearing.starts(i)
        if reference and reference.how != "nisba":
            if (closed or adjectives) and not head.definite and _is_apart(hearing, i, tail):
                break
            if (adjectives and _is_another(hearing, reference, head)) or _is_told(hearing, reference, head):
                break
            if head.entry.get("body") or _issues(hearing, reference, head, alone=not adjectives and not tail):
                return noun, reference.last, reference.entities
            person = hearing.kind(reference.entities[0]) == "PER" and reference.how == "name"
            if i > first and person and not hearing.cast.clitics_before_name(hearing.page.tokens[reference.first].span):
                break  # «مراسلنا في طرابلس فلان»: his name, but «مصدر موال لفلان»
            tail, i = _named_after(hearing, "of", reference.entities[0]) or tail, reference.last
        elif (adjective := _adjective(hearing, i)) is not None:
            adjectives.insert(0, adjective)
            i += 1
        elif hearing.role(i, "place") and (place := hearing.starts(i + 1)):
            english = next(s.entry.get("en") for s in hearing.senses[i] if s.entry.get("role") == "place")
            tail, i = _named_after(hearing, english, place.entities[0]) or tail, place.last
        elif (head.entry.get("body") and hearing.role(i, "in_name_of")) or _at_body(hearing, i):
            i += 1
        else:
            break
    return " ".join([*(a for a in dict.fromkeys(adjectives) if a), noun]) + tail, i, ()


def _is_apart(hearing: Hearing, i: int, tail: str) -> bool:
    """Whether the name at token ``i`` is in no construct with the adjective or plural before it.

    «اتهم مصدر عسكري | المتمردين», and, where no place or body is told yet, «قال مسؤولون محليون | وحركة طالبان».
    """
    cut = hearing.cast.clitics_before_name(hearing.page.tokens[i].span)
    return not cut or (not tail and hearing.form(i).startswith("و"))


def _is_told(hearing: Hearing, reference: Reference, head: Sense) -> bool:
    """Whether an outlet is named to which they speak, or those whom several address.

    «قال سكان في المدينة | لوكالة X», «دعا الزعماء | المتمردين إلى …».
    """
    oblique = hearing.form(reference.first).endswith("ين") and reference.by_name
    several = head.number == "pl" and hearing.form(reference.first - 1).startswith("ال")
    if several and oblique:
        return True
    first = hearing.form(reference.first - 1) if hearing.role(reference.first - 1, "media") else ""
    addressed = first.startswith("ل") or hearing.form(reference.first).startswith("ل")
    return addressed and reference.entities[0] in hearing.cast.outlets


def _is_another(hearing: Hearing, reference: Reference, head: Sense) -> bool:
    """Whether a body or land stands right behind one man with the article: «حث المبعوث الأممي | الحوثيين على …»."""
    one = head.definite and head.number == "sg" and not (head.entry.get("body") or head.entry.get("thing"))
    apart = hearing.cast.clitics_before_name(hearing.page.tokens[reference.first].span) == 0
    return one and apart and reference.by_name and hearing.kind(reference.entities[0]) != "PER"


def _issues(hearing: Hearing, reference: Reference, head: Sense, *, alone: bool) -> bool:
    """Whether estimates and the like are those of the body right behind their noun, which then speaks."""
    kind = hearing.kind(reference.entities[0])
    return bool(head.entry.get("issued")) and alone and not head.definite and kind == "ORG"


def _named_after(hearing: Hearing, preposition: str, source: str) -> str:
    entity = hearing.cast.entity(source)
    return f" {preposition} {entity.label_en}" if entity and entity.label_en else ""


def _adjective(hearing: Hearing, i: int) -> str | None:
    """English of a qualifying adjective, "" for one without, None where the word is none."""
    for sense in hearing.informants.get(i, ()):
        if sense.entry.get("qualifier"):
            return str(sense.entry.get("qualifier"))
    reference = hearing.cast.at(i)
    nisba = any(s.pos == "nisba" for s in hearing.page.senses[i]) or (
        reference is not None and reference.how == "nisba"
    )
    verb = any(s.pos == "verb" for s in hearing.page.senses[i])
    plural = hearing.form(i).endswith("يون") and not reference and not verb  # «زعماء جنوبيون»
    return "" if nisba or plural else None


def _states(hearing: Hearing, first: int, last: int) -> frozenset[str]:
    """Entities that the nisbas between two tokens can mean."""
    nisbas = (s.entry.id for i in range(first, last) for s in hearing.page.senses[i] if s.pos == "nisba")
    return frozenset(nisbas)


def _at_body(hearing: Hearing, i: int) -> bool:
    """«مصادر بالشرطة», «مسؤول بالوزارة»: the body to which an unnamed source belongs, behind «ب»."""
    if not hearing.form(i).startswith(_AT):
        return False
    if hearing.form(i).startswith("و"):
        return hearing.form(i - 1).startswith(_AT)  # «… وبالمستشفيات»
    return hearing.cast.at(i) is not None or any(s.entry.layer == "body" for s in hearing.page.senses[i])
