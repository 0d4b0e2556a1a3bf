"""Who speaks: noun phrases that can be the subject of a word of saying."""

from dataclasses import dataclass, replace

from hudna.reading.cast import OFFICES, Reference
from hudna.reading.finite import finite
from hudna.reading.known import MEDIA
from hudna.reading.land import is_feminine_land
from hudna.reading.scene import is_state
from hudna.reading.speech.aside import is_adjective
from hudna.reading.speech.hearing import OPENING_QUOTES, Hearing
from hudna.reading.speech.informant import read_informant

_LONGEST_PAPER = 6  # tokens between «بيان» and its issuer
_NEAR_PAPER = 2  # an unnamed issuer follows at once: «تصريح لمصدر», «بيان صحفي لمصدر»
_SHORTEST_NISBA = 4  # letters of «ال» and a nisba; «إلى» is none
_NISBA = ("ي", "يه", "يون", "يين")
_SPOKESMAN = "spokesman"  # head noun of those who speak for a body
_CLOSING = frozenset("\"»”'’)")
_JOINED = frozenset({"name", "counterpart", "role", "body"})
_LED = frozenset({"ORG", "PER"})  # who has staff that speaks for them
_BRANCH = 3  # words between «القيادة» and whose it is
_SILENT = frozenset({"nisba", "possessive"})  # references that are no subjects


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as the text names it.

    Attributes:
        sources: entity ids or «unnamed: …»; empty for a paper whose issuer is not named with it («البيان»).
        first: first token of the noun phrase.
        last: one past its last token.
        gender: "m", "f" or "" where the form does not tell.
        several: it takes a plural or dual verb.
        head: id of an unnamed source's head noun, by which «المصدر» finds it again.
        sort, states: for an unnamed source, as in ``Informant``.
        via: how it speaks, where the phrase itself says so.
        media: an outlet or agency, which relays.
        paper: a statement or report stands for its issuer.

    """

    sources: tuple[str, ...]
    first: int
    last: int
    gender: str = ""
    several: bool = False
    head: str = ""
    sort: str = ""
    states: frozenset[str] = frozenset()
    via: str = ""
    media: bool = False
    paper: bool = False


def read_speaker(hearing: Hearing, i: int) -> Speaker | None:
    """The noun phrase that begins at token ``i`` and can speak, or None."""
    if hearing.form(i) in OPENING_QUOTES:
        inner = hearing.starts(i + 1)
        alone = inner and hearing.closings.get(i, inner.last) == inner.last  # else the marks hold what is said
        return _named(hearing, inner, i) if inner and alone else None
    if not hearing.is_word(i):
        return None
    reference = hearing.cast.at(i)
    if reference is None and hearing.role(i, "media"):
        reference = hearing.starts(i + 2 if hearing.form(i + 1) in OPENING_QUOTES else i + 1)
    elif reference and reference.first != i:
        reference = None
    elif reference is None and (led := _led(hearing, i)) is not None:
        return led
    if reference and reference.entities and reference.how not in _SILENT:
        return _of_state(hearing, reference) or _named(hearing, reference, i)
    paper = _paper(hearing, i)
    return _its_own(hearing, paper) if paper is not None else unnamed(hearing, i)


def _led(hearing: Hearing, i: int) -> Speaker | None:
    """Whose staff or forces the noun at token ``i`` names: «قوات حلف شمال الأطلسي», «معسكر الحسن واتارا»."""
    if not hearing.role(i, "staff"):
        return None
    owner = hearing.starts(_past_branch(hearing, i + 1 + (hearing.form(i + 1) in OPENING_QUOTES)))
    leads = owner and owner.by_name and owner.entities and hearing.kind(owner.entities[0]) in _LED
    return replace(_named(hearing, owner, i), gender="") if owner and leads else None


def _past_branch(hearing: Hearing, i: int) -> int:
    """Past what says which staff it is: «القيادة العامة للجيش», «القيادة الجنوبية التابعة للقوات الهندية»."""
    k = i
    while k < i + _BRANCH and hearing.form(k).startswith("ال") and hearing.cast.at(k) is None:
        k += 1
    return k if k > i and hearing.form(k).startswith("لل") else i


def _of_state(hearing: Hearing, reference: Reference) -> Speaker | None:
    """«قائد عسكري يمني», «المسؤول الليبي»: a role that tells only the state is an unnamed source, not the state."""
    held = hearing.kind(_named(hearing, reference, reference.first).sources[0])
    if reference.how != "role" or held not in ("LOC", "ORG"):
        return None
    speaker = unnamed(hearing, reference.first)
    one_of_it = speaker is not None and _is_one_of(hearing, reference)  # «مسؤول بوزارة الداخلية»
    definite = speaker is not None and speaker.sort == "definite"
    if held == "ORG" and (speaker is None or not (definite or one_of_it) or speaker.head == _SPOKESMAN):
        return None
    if speaker:
        return replace(speaker, last=max(speaker.last, reference.last))
    phrase = hearing.page.phrase(reference.first, "role")
    senses = phrase.senses if phrase else hearing.page.layer(reference.first, "role")
    role = next((s.entry.id.replace("-", " ") for s in senses if s.entry.layer == "role"), "official")
    return Speaker((f"unnamed: {role}",), reference.first, reference.last, head=role)


def _is_one_of(hearing: Hearing, reference: Reference) -> bool:
    """Whether an indefinite office is told by «ب» to be one in a body: «مسؤول | بوزارة الداخلية»."""
    form, behind = hearing.form(reference.first), hearing.form(reference.first + 1)
    bound = any("ب" in s.clitics for s in hearing.page.layer(reference.first + 1, "body"))
    return bound and behind.startswith("ب") and not form.startswith("ال")


def named_person(hearing: Hearing, i: int) -> Speaker | None:
    """The person whose name begins at token ``i``."""
    reference = hearing.starts(i)
    if reference is None or reference.how != "name" or hearing.kind(reference.entities[0]) != "PER":
        return None
    return _named(hearing, reference, i)


def _named(hearing: Hearing, reference: Reference, first: int) -> Speaker:
    """A reference with those joined to it by «و» and a name in apposition: «وزير الدفاع، فلان،»."""
    sources = list(reference.entities)
    last = _past_adjectives(hearing, reference.last)
    while True:
        if other := _joined(hearing, last):
            sources += other.sources
            last = other.last
        elif (apposed := hearing.starts(last + hearing.comma(last))) and _says_who(
            hearing, sources[-1], apposed, reference.how
        ):
            sources[-1] = apposed.entities[0]
            last = _past_quote(hearing, apposed.last)
        else:
            break
    kept = tuple(dict.fromkeys(sources))
    several = len(kept) > 1 or _sounds_plural(hearing, reference)
    return Speaker(kept, first, last, _gender(hearing, reference), several, media=is_media(hearing, reference))


def _joined(hearing: Hearing, i: int) -> Speaker | None:
    """The first of those whom «و» joins to the speaker before token ``i``, behind a comma or not: «روسيا، وتركيا»."""
    i += hearing.comma(i)
    if not hearing.form(i).startswith("و"):
        return None
    following = hearing.starts(i)
    if following is None:
        return _led(hearing, i) or unnamed(hearing, i, joined=True)
    own = any(not s.cut for hit in hearing.page.names.get(i, ()) for s in hit.senses)
    if following.how not in _JOINED or not following.entities or own:
        return None  # «طالب لافروف | واشنطن ب…»
    return Speaker(following.entities, i, _past_adjectives(hearing, following.last))


def _past_adjectives(hearing: Hearing, i: int) -> int:
    """Past a closing mark and the definite adjectives that belong to a name: «وكالة الأنباء الرسمية»."""
    i = _past_quote(hearing, i)
    i = hearing.role(i, "of_news") or i
    while hearing.form(i).startswith("ال") and len(hearing.form(i)) > _SHORTEST_NISBA and hearing.cast.at(i) is None:
        named = any(s.pos == "masdar" and s.definite for s in hearing.page.senses[i])  # «أعلن فلان | التعبئة»
        named = named or bool(hearing.role(i, "duty"))  # «حمل فلان | المسؤولية»
        if not is_adjective(hearing, i) and (named or not hearing.form(i).endswith(_NISBA)):
            break
        i += 1
    return _past_quote(hearing, i)


def _past_quote(hearing: Hearing, i: int) -> int:
    return i + 1 if hearing.form(i) in _CLOSING and i not in hearing.closings else i


def _says_who(hearing: Hearing, before: str, reference: Reference, how: str) -> bool:
    """Whether a name only says who the one before it is: the same entity, or a person behind an office or a body."""
    if len(reference.entities) != 1 or reference.how != "name":
        return False
    if reference.entities[0] == before:
        return True
    fills_office = how in OFFICES or hearing.kind(before) in ("ORG", "FAC")
    apart = is_of_another_state(hearing, before, reference.entities[0]) or _is_titled(hearing, before, reference, how)
    return hearing.kind(reference.entities[0]) == "PER" and fills_office and not apart


def _is_titled(hearing: Hearing, before: str, reference: Reference, how: str) -> bool:
    """Whether a person right behind a body has an office or state of his own: «حملت المعارضة | الرئيس فلانا المسؤولية».

    One of a state is none of a body of several: «دعا الاتحاد الأوروبي | غباغبو إلى التنحي».
    """
    k = reference.first
    titled = bool(hearing.page.layer(k, "role") or hearing.page.phrase(k, "role"))
    side = hearing.cast.side(before)
    titled = titled or (side is None and is_state(hearing.cast.side(reference.entities[0])))
    return titled and how not in OFFICES and not hearing.comma(k - 1)


def is_of_another_state(hearing: Hearing, holder: str, person: str) -> bool:
    """Whether a person behind an office is of another state than whom it means: «طالب ملك الأردن | نتنياهو ب…»."""
    own = holder.removeprefix("loc.") if holder.startswith("loc.") else hearing.cast.side(holder)
    side = hearing.cast.side(person)
    return is_state(own) and is_state(side) and own != side


def _gender(hearing: Hearing, reference: Reference) -> str:
    """Gender by the head noun of a body, as its ending or the lexicon tells, and by a person's title; else ""."""
    kind = hearing.kind(reference.entities[0])
    if kind == "LOC" and is_feminine_land(hearing.page, reference):
        return "f"
    head = hearing.form(reference.first).removeprefix("و") if reference.how == "name" else hearing.form(reference.first)
    if kind == "ORG" and head.endswith(("ه", "ات", "يا")):  # «ميليشيا»
        return "f"
    layer = {"ORG": "body", "PER": "role"}.get(kind, "")
    genders = {s.gender for s in hearing.page.layer(reference.first, layer) if s.number == "sg"} if layer else set()
    return genders.pop() if len(genders) == 1 else ""


def _sounds_plural(hearing: Hearing, reference: Reference) -> bool:
    """Groups named by what their members are: «الحوثيون», «المتمردين»; «الكرملين» is none."""
    head = hearing.form(reference.first)
    sound = head.endswith(("يون", "يين")) or (head.endswith(("ون", "ين")) and head.startswith(("الم", "م")))
    return len(reference.entities) > 1 or (sound and hearing.kind(reference.entities[0]) == "ORG")


def is_media(hearing: Hearing, reference: Reference) -> bool:
    """Whether a reference names an outlet or agency: by its head noun or by what the lexicon says of it."""
    if not reference.entities or hearing.kind(reference.entities[0]) in ("LOC", "PER"):
        return False
    for i in range(max(0, reference.first - 1), reference.last):
        if hearing.role(i, "media"):
            return True
        if i > reference.first:
            continue  # «اللجنة المركزية» is not «المركزية»
        for hit in hearing.page.names.get(i, ()):
            if hit.last <= reference.last and any(s.entry.get("kind") in MEDIA for s in hit.senses):
                return True
    return False


def _paper(hearing: Hearing, i: int) -> Speaker | None:
    """«البيان», «بيان الخارجية», «بيان لوزارة الدفاع», «بيان صادر عن الحزب», «بيان أصدره الحزب»."""
    sense = next((s for s in hearing.senses.get(i, ()) if s.entry.get("document") and not s.pronoun), None)
    if sense is None or (sense.number == "pl" and i in hearing.informants):
        return None  # «التقارير» are an unnamed source
    paper = Speaker((), i, i + 1, sense.gender, via=str(sense.entry.get("via", "")), paper=True)
    for k in range(i + 1, min(i + _LONGEST_PAPER, len(hearing.page.tokens))):
        if hearing.role(k, "that", "clause") or not hearing.is_word(k):
            break
        if hearing.role(k, "issue"):
            paper = replace(paper, paper=False)  # its issuer is told; where no one has read him, nobody is
        elif sense.definite and (deed := finite(hearing.page, k)) is not None and not deed.pronoun:
            break  # «بحسب البيان فقد | اعتقلت القوات …»: they did not issue it
        if reference := hearing.starts(k):
            beside = sense.definite and k == i + 1 and not hearing.form(k).startswith("ل")
            if beside if reference.how != "nisba" else paper.via == "report" or _is_people(hearing, k):
                break  # «دعا البيان الحكومة إلى»: a definite paper has no genitive; «تقرير أمريكي»: not by the state
            issuer = _named(hearing, reference, k)
            return replace(paper, sources=issuer.sources, last=issuer.last, several=issuer.several, paper=True)
        if _is_own_site(hearing, k) or (sense.definite and paper.paper and not hearing.form(k).startswith("ل")):
            continue  # «حذر البيان الدول الكبرى», «البيان على الموقع»
        if k - i <= _NEAR_PAPER and (source := unnamed(hearing, k)):
            return replace(paper, sources=source.sources, last=source.last, head=source.head, sort=source.sort)
    return paper if sense.definite or sense.entry.id == "statement" else None


def _is_people(hearing: Hearing, k: int) -> bool:
    """Whether the nationality at token ``k`` is a people, not an adjective of one paper: «دعا البيان | الأفغان»."""
    nisbas = [s for s in hearing.page.senses[k] if s.pos == "nisba"]
    return bool(nisbas) and all(s.number == "pl" for s in nisbas)


def _its_own(hearing: Hearing, paper: Speaker) -> Speaker:
    """A paper as whose it is by the pronoun behind it: «بيان لها»."""
    own = hearing.starts(paper.first)
    if own is None or own.how != "possessive":
        return paper
    return replace(paper, sources=own.entities, last=own.last, paper=True)


def _is_own_site(hearing: Hearing, i: int) -> bool:
    """Whether a site of somebody who is no outlet is named at token ``i``: «بيان على موقع الحزب» is the party's."""
    owner = hearing.starts(i + 1) if hearing.role(i, "media") else None
    return owner is not None and owner.entities[0] not in hearing.cast.outlets


def _is_counted(hearing: Hearing, i: int) -> bool:
    """Whether a word of quantity with «و» stands at token ``i``: «وأحد السكان», «واثنان من السكان»."""
    joined = any(s.clitics.startswith("و") for s in hearing.page.layer(i, "number"))
    return joined or bool(hearing.role(i, "some"))


def unnamed(hearing: Hearing, i: int, *, joined: bool = False) -> Speaker | None:
    """An unnamed source, with those whom «بما في ذلك» names behind it; a spokesman is the body he speaks for.

    With ``joined`` only one that «و» joins to what stands before.
    """
    informant = read_informant(hearing, i)
    if informant is None or (joined and not (informant.head.clitics.startswith("و") or _is_counted(hearing, i))):
        return None
    if informant.body:
        via = "report" if informant.head.entry.get("text") else ""
        gender = informant.gender if via else informant.head.gender
        return Speaker(informant.body, i, informant.last, gender, head=informant.head.entry.id, via=via)
    last = informant.last
    named: tuple[str, ...] = ()
    at = hearing.role(last + hearing.comma(last), "including")
    if at and (reference := hearing.starts(at)):
        included = _named(hearing, reference, at)
        named, last = included.sources, included.last
    others: list[str] = []
    while not joined and (other := _joined(hearing, last)):  # «مسؤول محلي ومصادر طبية»: nobody named is one voice
        others += other.sources
        last = other.last
    via = "report" if informant.head.entry.get("text") else ""
    voice = " and ".join([f"unnamed: {informant.label}", *(o[9:] for o in others if o.startswith("unnamed: "))])
    sources = tuple(dict.fromkeys((*named, voice, *(o for o in others if not o.startswith("unnamed: ")))))
    return Speaker(
        sources,
        i,
        last,
        informant.gender,
        informant.several or bool(others),
        informant.head.entry.id,
        informant.sort,
        informant.states,
        via,
    )
