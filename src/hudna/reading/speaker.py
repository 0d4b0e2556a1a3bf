"""Who speaks: the noun phrase that a word of saying has as its subject."""

from dataclasses import dataclass, replace

from hudna.lexicon import Sense
from hudna.reading.cast import Cast, Reference
from hudna.reading.cue import LAYER, Cue, Words
from hudna.reading.page import Page

INFORMANT = "informant"
_FARTHEST_TITLE = 16  # tokens of title between a verb and the name: «قال وكيل محافظة …، فلان»
_FARTHEST_TOPIC = 30  # tokens between a subject and the verb after it
_LONGEST_PHRASE = 12  # tokens of an unnamed source: «مصادر عسكرية موالية …»
_SHORTEST_ADJECTIVE = 4  # letters of «ال» and a nisba; «إلى» is none
_LONGEST_ASIDE = 40  # tokens of a phrase with a preposition up to its comma
_OUTLETS = frozenset({"agency", "newspaper", "channel", "site", "radio", "magazine"})  # kinds in names/media.yaml
_OPEN_MARKS = frozenset("\"«“„'‘(:؛")
_COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as the text names it.

    Attributes:
        sources: entity ids or «unnamed: …»; empty for a paper whose issuer is not named with it («البيان»).
        first: first token of the noun phrase.
        last: one past its last token.
        gender: "m", "f" or "" where the form does not tell.
        plural: several persons or bodies.
        heads: ids of the informant entries of an unnamed source, by which «المصدر» finds it again.
        via: how it speaks, where the phrase itself says so.
        media: an outlet or agency, which relays.
        paper: a statement or report stands for its issuer.

    """

    sources: tuple[str, ...]
    first: int
    last: int
    gender: str = ""
    plural: bool = False
    heads: tuple[str, ...] = ()
    via: str = ""
    media: bool = False
    paper: bool = False


def read_speaker(page: Page, cast: Cast, words: Words, i: int) -> Speaker | None:
    """The noun phrase that begins at token ``i`` and can speak, or None."""
    if not page.is_word(i) and page.form(i) not in _OPEN_MARKS:
        return None
    if page.form(i) in _OPEN_MARKS:
        inner = cast.at(i + 1)
        return _named(page, cast, words, inner) if inner and inner.first == i + 1 else None
    reference = cast.at(i)
    if reference and _is_facility(cast, reference):
        return None
    if reference is None and words.role(i, "media"):
        reference = cast.at(_past_opening(page, i + 1))
    if reference and reference.entities and (reference.first == i or words.role(i, "media")) and reference.how not in ("nisba", "possessive"):
        named = _named(page, cast, words, reference, i)
        return (_of_state(page, cast, words, reference, named) or named) if reference.how == "role" else named
    return _paper(page, cast, words, i) or _unnamed(page, cast, words, i)


def _is_facility(cast: Cast, reference: Reference) -> bool:
    entity = cast.entity(reference.entities[0]) if reference.entities else None
    return entity is not None and entity.type == "FAC"


def _of_state(page: Page, cast: Cast, words: Words, reference: Reference, named: Speaker) -> Speaker | None:
    """«قائد عسكري يمني», «المسؤول الليبي»: a role that only tells the state is an unnamed source, not the state."""
    entity = cast.entity(named.sources[0])
    if entity is None or entity.type != "LOC":
        return None
    unnamed = _unnamed(page, cast, words, reference.first)
    return replace(unnamed, last=max(unnamed.last, reference.last)) if unnamed else None


def _past_opening(page: Page, i: int) -> int:
    return i + 1 if page.form(i) in _OPEN_MARKS else i


def _named(page: Page, cast: Cast, words: Words, reference: Reference, first: int | None = None) -> Speaker:
    """A reference with those joined to it by «و» and a name in apposition: «وزير الدفاع، فلان،»."""
    sources = list(reference.entities)
    office = reference.how in ("role", "counterpart")
    last = _past_adjectives(page, cast, _past_quote(page, reference.last))
    while True:
        following = cast.at(last)
        if following and following.first == last and page.form(last).startswith("و") and following.how in ("name", "counterpart", "role", "body"):
            sources += following.entities
            last = _past_adjectives(page, cast, _past_quote(page, following.last))
            continue
        if following is None and page.form(last).startswith("و") and (other := _unnamed(page, cast, words, last)):
            sources += other.sources
            last = other.last
            continue
        after_comma = cast.at(last + 1) if page.form(last) in _COMMAS else following
        if after_comma and after_comma.first in (last, last + 1) and _apposed(cast, sources[-1], after_comma, office=office):
            sources[-1] = after_comma.entities[0]
            last = _past_quote(page, after_comma.last)
            continue
        break
    kept = tuple(dict.fromkeys(sources))
    return Speaker(kept, reference.first if first is None else first, last, _gender(page, cast, reference), len(kept) > 1 or _sounds_plural(page, cast, reference), media=is_media(page, cast, words, reference))


def _past_adjectives(page: Page, cast: Cast, i: int) -> int:
    """Past adjectives that belong to a name: «الحكومية», «الشيعة» is none."""
    while page.form(i).startswith("ال") and len(page.form(i)) > _SHORTEST_ADJECTIVE and cast.at(i) is None and (page.form(i).endswith(("ي", "يه", "يون", "يين")) or _adjective(page, i)):
        i += 1
    return _past_quote(page, i)


def _past_quote(page: Page, i: int) -> int:
    return i + 1 if page.form(i) in ('"', "»", "”", "'", "’", ")") else i


def _apposed(cast: Cast, before: str, reference: Reference, *, office: bool) -> bool:
    """Whether a name only says who the one before it is: the same entity, or a person after a title."""
    if len(reference.entities) != 1 or reference.how != "name":
        return False
    if reference.entities[0] == before:
        return True
    here, there = cast.entity(reference.entities[0]), cast.entity(before)
    return bool(here and here.type == "PER" and there and (office or there.type not in ("PER", "LOC")))


def _gender(page: Page, cast: Cast, reference: Reference) -> str:
    entity = cast.entity(reference.entities[0])
    head = _head(page, reference.first)
    if entity is None or entity.type in ("LOC", "FAC"):
        return ""
    if entity.type == "PER":
        return ""
    return "f" if head.endswith(("ه", "ات")) else ""


def _head(page: Page, i: int) -> str:
    form = page.form(i)
    return form[1:] if form.startswith("وال") else form


def _sounds_plural(page: Page, cast: Cast, reference: Reference) -> bool:
    entity = cast.entity(reference.entities[0])
    body = entity is not None and entity.type == "ORG"
    head = page.form(reference.first)
    several = head.endswith(("يون", "يين")) or (head.endswith(("ون", "ين")) and head.startswith(("الم", "م")))
    return len(reference.entities) > 1 or (body and several)


def is_media(page: Page, cast: Cast, words: Words, reference: Reference) -> bool:
    """Whether a reference names an outlet or agency: by its head noun or by what the lexicon says of it."""
    entity = cast.entity(reference.entities[0]) if reference.entities else None
    if entity is not None and entity.type in ("LOC", "PER"):
        return False
    for i in range(max(0, reference.first - 1), reference.last):
        if words.role(i, "media"):
            return True
        for hit in page.names.get(i, ()):
            if hit.last <= reference.last and any(s.entry.get("kind") in _OUTLETS for s in hit.senses):
                return True
    return False


def _paper(page: Page, cast: Cast, words: Words, i: int) -> Speaker | None:
    """«البيان», «بيان الخارجية», «بيان لوزارة الدفاع», «بيان صادر عن الحزب», «بيان أصدره الحزب»."""
    sense = next((s for s in page.layer(i, LAYER) if s.entry.get("document") and not s.pronoun), None)
    if sense is None:
        return None
    via = str(sense.entry.get("via", ""))
    for k in range(i + 1, min(i + 6, len(page.tokens))):
        if words.any_role(k, "that", "clause") or not page.is_word(k):
            break
        reference = cast.at(k)
        if reference and reference.first == k and reference.entities:
            named = _named(page, cast, words, reference)
            return Speaker(named.sources, i, named.last, sense.gender, named.plural, via=via, paper=True)
        unnamed = _unnamed(page, cast, words, k) if k <= i + 2 else None  # noqa: PLR2004 - «تصريح لمصدر», «بيان صحفي لمصدر»
        if unnamed:
            return Speaker(unnamed.sources, i, unnamed.last, sense.gender, heads=unnamed.heads, via=via, paper=True)
    return Speaker((), i, i + 1, sense.gender, via=via, paper=True) if sense.definite or sense.entry.id == "statement" else None


def _unnamed(page: Page, cast: Cast, words: Words, i: int) -> Speaker | None:
    """An unnamed source with its qualifiers: «مصادر عسكرية يمنية», «شهود عيان في عدن»."""
    head, last = _informant(page, i)
    if head is None:
        return _people(page, i)
    english = head.entry.get("en")
    several = head.number in ("pl", "du") or head.pos == "phrase"
    label, last, body = _qualify(page, cast, words, last, english[1] if several else english[0], head)
    if body:
        return Speaker(body, i, last, head.gender)
    if head.entry.get("office") and not head.definite and page.form(i + 1).startswith("ال"):
        return None
    including, last = _including(page, cast, words, last)
    heads = (head.entry.id,)
    if head.definite and label in english:
        heads = (head.entry.id, "two" if head.number == "du" else "text" if head.entry.get("text") else "definite")
    gender = "f" if several and not _human(head) else head.gender
    via = "report" if head.entry.get("text") else ""
    return Speaker((*including, f"unnamed: {label}"), i, last, gender, several and _human(head), heads, via)


def _people(page: Page, i: int) -> Speaker | None:
    """«الأرمن», «الأتراك»: a people speaks as such, not as its state."""
    for sense in page.senses[i]:
        if sense.pos == "nisba" and sense.number == "pl" and sense.definite and sense.gender == "m":
            return Speaker((f"unnamed: people of {sense.entry.get('en', sense.entry.id)}",), i, i + 1, "m", plural=True)
    return None


def _including(page: Page, cast: Cast, words: Words, i: int) -> tuple[tuple[str, ...], int]:
    """Those named behind a vague phrase: «عدد من الدول، بما في ذلك X وY»."""
    at = words.role(i + (page.form(i) in _COMMAS), "including")
    reference = cast.at(at) if at else None
    if reference is None or reference.first != at:
        return (), i
    named = _named(page, cast, words, reference)
    return named.sources, named.last


def _human(head: Sense) -> bool:
    return head.entry.id not in ("source", "party") and not head.entry.get("text")


def _informant(page: Page, i: int) -> tuple[Sense | None, int]:
    hit = page.phrase(i, INFORMANT)
    if hit and hit.senses[0].entry.get("en"):
        return hit.senses[0], hit.last
    for sense in page.layer(i, INFORMANT):
        if sense.entry.get("en") and not sense.pronoun and sense.clitics in ("", "و", "ف", "ل", "ول", "ب"):
            return sense, i + 1
    return None, i


def _qualify(page: Page, cast: Cast, words: Words, i: int, noun: str, head: Sense) -> tuple[str, int, tuple[str, ...]]:
    """English of the phrase from token ``i`` on, where it ends, and the body for which a spokesman speaks."""
    adjectives: list[str] = []
    tail = ""
    limit = min(i + _LONGEST_PHRASE, len(page.tokens))
    while i < limit and page.is_word(i) and not words.any_role(i, "that", "clause", "relative", "time"):
        reference = cast.at(i)
        if head.entry.get("body") and reference and reference.first == i and reference.entities and reference.how != "nisba":
            return noun, reference.last, reference.entities
        word = _qualifier(page, cast, i)
        if word is not None:
            adjectives.insert(0, word)
        elif words.role(i, "preposition") and reference is None and (place := cast.at(i + 1)) and place.first == i + 1 and page.form(i) in ("في", "من", "لدي"):
            entity = cast.entity(place.entities[0]) if place.entities else None
            tail = f" in {entity.label_en}" if entity and entity.label_en else tail
            i = place.last
            continue
        elif reference and reference.first == i and reference.entities and reference.how != "nisba":
            entity = cast.entity(reference.entities[0])
            tail = f" of {entity.label_en}" if entity and entity.label_en else tail
            i = reference.last
            continue
        elif not _name_of_office(page, i, head):
            break
        i += 1
    return " ".join([*(a for a in dict.fromkeys(adjectives) if a), noun]) + tail, i, ()


def _name_of_office(page: Page, i: int, head: Sense) -> bool:
    return bool(head.entry.get("body")) and page.form(i) in ("باسم", "بلسان")


def _qualifier(page: Page, cast: Cast, i: int) -> str | None:
    """English of a qualifying adjective, "" for one that the tables do not know, None where there is none."""
    for sense in page.layer(i, INFORMANT):
        if sense.entry.get("qualifier"):
            return str(sense.entry.get("qualifier"))
    for sense in page.senses[i]:
        if sense.pos == "nisba":
            return str(sense.entry.get("adjective_en") or sense.entry.get("en_nisba") or "")
    reference = cast.at(i)
    if reference is not None and reference.how == "nisba":
        return ""
    return None


def subject_after(page: Page, cast: Cast, words: Words, at: int, stop: int) -> Speaker | None:
    """The subject that follows a verb, between token ``at`` and the opening of the content ``stop``."""
    i = skip_circumstances(page, words, at, stop)
    speaker = read_speaker(page, cast, words, i) if i < stop else None
    head = _informant(page, i)[0]
    if head and not cast.at(i):
        if head.definite or head.entry.get("office") or head.entry.get("body"):
            titled = person_after_title(page, cast, words, i, min(stop, i + 8))
            return titled or speaker
        return speaker and (_person_in_apposition(page, cast, words, speaker, stop) or speaker)
    return speaker


def _person_in_apposition(page: Page, cast: Cast, words: Words, speaker: Speaker, stop: int) -> Speaker | None:
    """«متحدث باسم الحزب، فلان،»: the name behind an unnamed phrase, if it follows at once."""
    i = speaker.last + (page.form(speaker.last) in _COMMAS)
    reference = cast.at(i)
    if i < stop and reference and reference.first == i and reference.how == "name":
        entity = cast.entity(reference.entities[0])
        if entity and entity.type == "PER":
            return _named(page, cast, words, reference)
    return None


def person_after_title(page: Page, cast: Cast, words: Words, at: int, stop: int) -> Speaker | None:
    """The first person named between a verb and its content, where the title before the name is no reference."""
    for i in range(at, min(stop, at + _FARTHEST_TITLE)):
        if words.role(i, "preposition") and page.form(i) != "في":
            return None
        reference = cast.at(i)
        if reference and reference.first == i and reference.how == "name" and reference.entities:
            entity = cast.entity(reference.entities[0])
            if entity and entity.type == "PER":
                return _named(page, cast, words, reference)
    return None


def subject_before(page: Page, cast: Cast, words: Words, cue: Cue, clause_start: int) -> Speaker | None:
    """The subject that stands before its verb and opens the clause: «لكن الوزارة أكدت», «بوتين وماكرون دعوا»."""
    i = skip_circumstances(page, words, clause_start, cue.first)
    if i >= cue.first or cue.first - i > _FARTHEST_TOPIC:
        return None
    speaker = read_speaker(page, cast, words, i)
    if speaker is None or speaker.last > cue.first or not _clear(page, cast, words, speaker.last, cue.first):
        return None
    return speaker


def _clear(page: Page, cast: Cast, words: Words, first: int, last: int) -> bool:
    """Whether nothing but asides stands between a subject and its verb."""
    aside = False
    for i in range(first, last):
        if words.any_role(i, "preposition", "time", "relative") or page.form(i) in "(،,":
            aside = True
        elif page.is_word(i) and not aside and not words.role(i, "auxiliary") and cast.at(i) is None and not _qualifier_like(page, i):
            return False
    return True


def _qualifier_like(page: Page, i: int) -> bool:
    return page.form(i).startswith("ال") or any(s.pos == "nisba" for s in page.senses[i])


def skip_circumstances(page: Page, words: Words, i: int, stop: int, cast: Cast | None = None) -> int:
    """The first token from ``i`` on that is no comma, time, aside in brackets or phrase with a preposition.

    Such a phrase lasts to its comma or, where the ``cast`` is given, as long as its words can belong together.
    """
    while i < stop:
        if page.form(i) in _COMMAS or page.tokens[i].kind.value == "number":
            i += 1
        elif page.form(i) == "(":
            i = _past_bracket(page, i, stop)
        elif last := words.any_role(i, "time", "auxiliary"):
            i = last
        elif words.role(i, "clause") > i + 1:
            break  # «في حين» is a conjunction
        elif words.role(i, "preposition"):
            i = _past_phrase(page, words, i, stop) if cast is None else _past_short_phrase(page, cast, words, i, stop)
        else:
            break
    return i


def _past_bracket(page: Page, i: int, stop: int) -> int:
    return next((k + 1 for k in range(i, min(stop, i + 15)) if page.form(k) == ")"), i + 1)


def _past_phrase(page: Page, words: Words, i: int, stop: int) -> int:
    """Past «في بيان», «في كلمة له», «خلال مؤتمر صحفي»; another phrase with a preposition ends at its comma."""
    k = words.role(i, "preposition")
    if k < stop and (last := words.role(k, "occasion")):
        while last < stop and (page.form(last) in ("له", "لها", "لهم") or words.role(last, "time") or _adjective(page, last)):
            last += 1
        return last
    for m in range(k, min(stop, k + _LONGEST_ASIDE)):
        if page.form(m) in _COMMAS:
            return m
        if words.role(m, "that"):
            return m
    return stop


def _past_short_phrase(page: Page, cast: Cast, words: Words, i: int, stop: int) -> int:
    """Past a preposition, its noun, and the names, definite words and times that go with it: «خلال مؤتمر صحفي في باكو»."""
    end = _past_phrase(page, words, i, stop)
    k = words.role(i, "preposition") + 1
    while k < end:
        reference = cast.at(k)
        last = words.any_role(k, "time", "occasion") or (reference.last if reference else 0)
        if not last and (page.form(k).startswith("ال") or page.form(k) == "/" or page.form(k - 1) == "/" or _adjective(page, k)):
            last = k + 1
        if not last:
            break
        k = max(last, k + 1)
    return min(k, end)


def _adjective(page: Page, i: int) -> bool:
    return any(s.entry.get("qualifier") or s.pos == "nisba" for s in page.senses[i]) or page.form(i) in ("مشترك", "المشترك")
