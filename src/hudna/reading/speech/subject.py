"""Where the subject of a word of saying stands: behind its verb, before it, or in the clause around."""

from dataclasses import replace

from hudna.reading.dateline import ends_dateline
from hudna.reading.particle import preposition_at
from hudna.reading.speech.aside import is_adjective, skip_asides
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.informant import informant_head, read_informant
from hudna.reading.speech.speaker import Speaker, is_of_another_state, named_person, read_speaker

_FARTHEST_TITLE = 16  # tokens of title between a verb and the name: «قال وكيل محافظة …، فلان»
_FARTHEST_NAME = (
    8  # tokens between the head of an unnamed source and the name of the person: «القائد العسكري اللواء فلان»
)
_ADDRESS = 6  # words between an unnamed source and «يدعى»: «لقناة X»
_MET = 2  # tokens from the noun of a talk with a pronoun to whom it is with: «لقائه فلانا», «محادثاته مع فلان»
_FARTHEST_TOPIC = 30  # tokens between a subject and the verb after it
_FARTHEST_START = 40  # tokens back to the beginning of a clause, and forward to what opens the content
_FARTHEST_ANTECEDENT = 6
_LONGEST_QUOTED = 8  # tokens between marks of one shape: «'سول' تدين»
_PREFIXED = ("بال", "لل", "كال")  # a definite noun behind a preposition is no subject
_HE = frozenset({"هو", "هي", "وهو", "وهي"})  # «متحدث آخر، هو فلان،»
_STARTS = frozenset(":؛(/-–—\"«“„'‘.!?؟…")
_ALIKE = frozenset("\"'")  # marks that open and close alike


def subject_after(hearing: Hearing, cue: Cue, end: int) -> Speaker | None:
    """The subject that follows its verb; a plural or dual verb never has one there."""
    pronoun = cue.first > 0 and hearing.role(cue.first - 1, "personal") == cue.first
    if cue.several or cue.sense.pronoun in ("ني", "نا") or pronoun:
        return None  # «لكنه حمل الحركة مسؤولية …»: the pronoun is the subject
    stop = reach(hearing, cue.last, end)
    i = skip_asides(hearing, cue.last, stop)
    speaker = _speaker_or_person(hearing, i, stop) if i < stop else None
    if speaker is None or not agrees(cue, speaker, before=False):
        return None
    reference = hearing.cast.at(speaker.first)
    two = reference is not None and reference.how == "pair"  # «ودعا الطرفين إلى …»
    if speaker.several and (two or len(speaker.sources) == 1) and hearing.form(speaker.first).endswith("ين"):
        return None  # an oblique plural is addressed: «دعا فيه الباكستانيين إلى …»
    verbs = (k for k in range(cue.last, speaker.first) if k in hearing.cues and hearing.cues[k].kind == "verb")
    return speaker if next(verbs, None) is None else None


def _speaker_or_person(hearing: Hearing, i: int, stop: int) -> Speaker | None:
    """The speaker at token ``i``, or the person whose title stands there: «القائد العسكري اللواء فلان»."""
    if hearing.form(i).startswith(_PREFIXED):
        return None
    if hearing.role(i, "pointer"):  # «هذا الناطق باسم …»: the one told of before
        again = read_speaker(hearing, i + 1)
        return replace(again, sort="definite") if again and informant_head(hearing, i + 1) else again
    speaker = read_speaker(hearing, i)
    found = informant_head(hearing, i)
    reference = hearing.cast.at(i)
    if reference and reference.how == "role" and speaker:
        held = _holder(hearing, speaker, stop)
        beside = held is not None and held.first == speaker.last
        abroad = held is not None and beside and is_of_another_state(hearing, reference.entities[0], held.sources[0])
        return speaker if held is None or abroad else held
    if found is None or reference or found[0].entry.get("text"):
        named = _called(hearing, speaker, stop) if speaker and not reference else None
        return named or speaker  # «وصفت وسائل الإعلام | فلانا بأنه …»: of whom they tell
    head = found[0]
    if head.definite or head.entry.get("office") or head.entry.get("body"):
        farthest = _FARTHEST_TITLE if head.entry.get("office") else _FARTHEST_NAME
        named = person_after_title(hearing, i, min(stop, i + farthest))
        return named or (_behind_place(hearing, speaker, stop) if speaker else None) or speaker
    return (_behind_place(hearing, speaker, stop) or _called(hearing, speaker, stop) if speaker else None) or speaker


def _called(hearing: Hearing, speaker: Speaker, stop: int) -> Speaker | None:
    """The person who an unnamed source is told to be: «قال أحد الشهود للقناة يدعى | فلان»."""
    near = range(speaker.last, min(stop, speaker.last + _ADDRESS))
    called = next((c for k in near if (c := hearing.role(k, "called"))), 0)
    return named_person(hearing, called) if called else None


def _past_place(hearing: Hearing, i: int) -> int:
    """Past where the body is for which somebody speaks: «في غزة», «بجنوب الفلبين»."""
    reference = hearing.cast.at(i)
    inside = hearing.role(i, "place") or (i + 1 if hearing.form(i).startswith("ب") and reference is None else 0)
    place = hearing.starts(inside) if inside else reference
    clitic = reference is not None and hearing.form(i).startswith("ب")
    if place is None or not (inside or clitic) or hearing.kind(place.entities[0]) != "LOC":
        return i
    return place.last


def _behind_place(hearing: Hearing, speaker: Speaker, stop: int) -> Speaker | None:
    """The person named behind the place of the body for which he speaks: «المتحدث باسم الحركة في غزة، فلان،»."""
    at = _past_place(hearing, speaker.last)
    at += hearing.comma(at)
    at += hearing.form(at) in _HE
    return named_person(hearing, at) if at < stop else None


def _holder(hearing: Hearing, speaker: Speaker, stop: int) -> Speaker | None:
    """The person named some words behind his office, or behind its place: «قائد الشرطة في المدينة فلان»."""
    kind, k = hearing.kind(speaker.sources[0]), speaker.last
    if not kind:  # «الممثل الأميركي الخاص للتجارة فلان»
        limit = min(stop, k + _FARTHEST_NAME)
        limit = next((n for n in range(k, limit) if n in hearing.closings), limit)
        return person_after_title(hearing, k, limit)
    if kind != "ORG" or not hearing.role(k, "place") or k + 1 >= stop:
        return None
    place = hearing.starts(k + 1)
    k = place.last if place else k + 2
    return named_person(hearing, k + hearing.comma(k)) if k < stop else None


def person_after_title(hearing: Hearing, at: int, stop: int, cue: Cue | None = None) -> Speaker | None:
    """The first person named from token ``at`` on, where the title before the name is no reference.

    A title behind the verb ``cue`` agrees with it in gender.
    """
    if cue and cue.sense.gender == "f" and not hearing.form(at).endswith("ه"):
        return None  # «أكدت القوات الموالية لـ…»: a body, not a woman's title
    for i in range(at, min(stop, at + _FARTHEST_TITLE)):
        if hearing.role(i, "preposition") and not hearing.role(i, "place"):
            return None
        if (
            hearing.form(i).startswith("ل")
            and not hearing.form(i).startswith("لل")
            and not any(not s.clitics for s in hearing.page.senses[i])
            and not hearing.cast.at(i)
        ):
            return None  # «المكتب الإعلامي لزعيم …»: the name is another's
        if person := named_person(hearing, i):
            return person
    return None


def reach(hearing: Hearing, at: int, end: int) -> int:
    """How far behind its verb a subject may stand: up to what opens the content."""
    limit = min(end, at + _FARTHEST_START)
    opens = (k for k in range(at, limit) if hearing.role(k, "that", "clause") or hearing.form(k) == ":")
    return min(next(opens, limit), next((k for k in range(at, limit) if hearing.ends(k)), limit))


def subject_before(hearing: Hearing, cue: Cue, start: int) -> Speaker | None:
    """The subject that stands before its verb: «لكن الوزارة أكدت», «بوتين وماكرون دعوا», «الأنباء التي تحدثت عن»."""
    if start >= cue.first:
        was = bool(hearing.role(cue.first - 1, "auxiliary")) and not cue.joined
        speaker = _adjacent(hearing, cue) if was else None  # «أن طهران كانت | اتهمت السلطات الأميركية … ب…»
        return speaker if speaker is not None and agrees(cue, speaker, before=True) else None
    if hearing.role(cue.first - 1, "relative"):
        return _antecedent(hearing, cue)
    if cue.joined and not hearing.role(start - 1, "as_for"):
        return None
    speaker = _topic_of_clause(hearing, cue, start) or _adjacent(hearing, cue)
    if speaker is None or _is_object_of_noun(hearing, cue, speaker) or is_met(hearing, speaker):
        return None
    if _explains_asker(hearing, speaker.first):
        return None
    return speaker if agrees(cue, speaker, before=True) else None


def _is_object_of_noun(hearing: Hearing, cue: Cue, speaker: Speaker) -> bool:
    """Whether people right behind a noun with a pronoun are its object: «خلال لقائه السفراء طالب فلان ب…»."""
    plural = speaker.several and not cue.several and cue.sense.gender == "m"
    owned = any(s.pronoun and s.pos in ("masdar", "noun") for s in hearing.page.senses[speaker.first - 1])
    return plural and owned


def is_met(hearing: Hearing, speaker: Speaker) -> bool:
    """Whether one person is named whom the speaker met, or called: «… بعد لقائه | كيري», «اتصل | بالرئيس وطلب …»."""
    near = (k for k in range(max(speaker.first - _MET, 0), speaker.first))
    called = preposition_at(hearing.page, hearing.cast, speaker.first) == "ب"
    told = (s for k in near for s in hearing.page.layer(k, "event"))
    met = (s for s in told if (s.pos in ("noun", "masdar") and s.pronoun) or (called and s.pos == "verb"))
    alone = len(speaker.sources) == 1 and hearing.kind(speaker.sources[0]) == "PER"
    return alone and any(s.entry.get("event") == "CONSULT" for s in met)


def _topic_of_clause(hearing: Hearing, cue: Cue, start: int) -> Speaker | None:
    i = skip_asides(hearing, start, cue.first)
    if i >= cue.first or cue.first - i > _FARTHEST_TOPIC:
        return None
    speaker = read_speaker(hearing, i)
    if speaker is None or speaker.last > cue.first or not _only_asides(hearing, speaker.last, cue.first):
        return None
    return speaker


def _explains_asker(hearing: Hearing, i: int) -> bool:
    """Whether what somebody is stands behind his name and a comma: «ردا على سؤال لفلان، | مراسل القناة …»."""
    named = hearing.cast.at(i - 2) if hearing.comma(i - 1) else None
    if named is None or named.last != i - 1 or hearing.kind(named.entities[0]) != "PER":
        return False
    governed = preposition_at(hearing.page, hearing.cast, named.first) == "ل"
    return governed or bool(hearing.role(named.first - 1, "preposition"))


def _only_asides(hearing: Hearing, first: int, last: int) -> bool:
    """Whether nothing but adjectives and asides stands between a subject and its verb."""
    for i in range(first, last):
        if (
            hearing.role(i, "preposition", "time", "relative", "anonymous")
            or hearing.form(i) == "("
            or hearing.comma(i)
        ):
            return True
        if not hearing.is_word(i) or hearing.role(i, "auxiliary") or hearing.cast.at(i):
            continue
        if not hearing.form(i).startswith("ال") and not is_adjective(hearing, i):
            return False
    return True


def _antecedent(hearing: Hearing, cue: Cue) -> Speaker | None:
    """The noun phrase that «الذي» goes back to: «المصدر الذي أضاف أن …»."""
    if cue.sense.pronoun or not hearing.role(cue.first - 1, "which"):
        return None  # «الاتفاق الذي وصفه»: the pronoun goes back to what is spoken of
    place = 0  # where «في» and the place begin, in which those are who speak: «الحركة في الإقليم التي أعلنت …»
    for k in range(cue.first - 2, max(cue.first - _FARTHEST_ANTECEDENT, 0), -1):
        speaker = read_speaker(hearing, k)
        # «الحوثيين، الذين يتهمون …», «المصادر، التي أشارت …», not «في غزة، التي …»
        apart = hearing.comma(cue.first - 2) and (cue.several or _is_source(hearing, speaker))
        end = place or cue.first - 1 - apart
        if speaker is None or not speaker.sources or not agrees(cue, speaker, before=True):
            continue
        if not _is_source(hearing, speaker) and hearing.form(k - 1) == "في" and not apart:
            place = k - 1
            continue
        if place and speaker.several:
            return None
        if speaker.last <= end and all(hearing.form(i).startswith("ال") for i in range(speaker.last, end)):
            return speaker  # «جماعة X | الإسلامية المتشددة التي أعلنت …»
    return None


def _is_source(hearing: Hearing, speaker: Speaker | None) -> bool:
    """Whether those read are bodies, persons or sources without a name, no place."""
    return speaker is not None and bool(speaker.sources) and all(hearing.kind(s) != "LOC" for s in speaker.sources)


def _adjacent(hearing: Hearing, cue: Cue) -> Speaker | None:
    """A subject right before its verb, joined to what stands before: «… وأرمينيا تؤكد»."""
    i = cue.first - 1
    while hearing.role(i, "auxiliary"):
        i -= 1
    reference = hearing.cast.at(i)
    described = _indefinite(hearing, cue)
    if described or reference is None or not reference.entities:
        return described
    if reference.last != i + 1 or hearing.role(reference.first - 1, "preposition"):
        return None
    if not hearing.form(reference.first).startswith("و") and not hearing.role(reference.first - 1, "that", "clause"):
        return None
    speaker = read_speaker(hearing, reference.first)
    return speaker if speaker and speaker.last <= cue.first else None


def _indefinite(hearing: Hearing, cue: Cue) -> Speaker | None:
    """An indefinite source that its verb describes: «… على مشروع قرار يدعو إلى …», «تقرير للوزارة ذكر أن …»."""
    for k in range(cue.first - 1, max(cue.first - _FARTHEST_ANTECEDENT, 0), -1):
        if any(s.entry.get("document") and not s.definite for s in hearing.senses.get(k, ())):
            paper = read_speaker(hearing, k)
            if paper is None or not paper.head:  # «بعد تقارير أشارت إلى …» are an unnamed source
                return paper if paper and paper.paper and paper.sources and paper.last == cue.first else None
        informant = read_informant(hearing, k)
        if informant and informant.last == cue.first and not informant.head.definite and not informant.body:
            return read_speaker(hearing, k)
    return None


def agrees(cue: Cue, speaker: Speaker, *, before: bool) -> bool:
    """Whether verb and subject agree in gender, and in number where the subject stands first."""
    sense = cue.sense
    if sense.gender and speaker.gender and sense.gender != speaker.gender and not (before and speaker.several):
        return False
    if not before:
        return True
    joint = len(speaker.sources) > 1
    if speaker.several and not cue.several and sense.entry.get("force") == "opinion":
        return sense.gender == "f"  # «مسلحون يعتقد أنهم …»: it is thought
    return speaker.several or joint if cue.several else not joint or sense.gender == "f"


def clause_start(hearing: Hearing, i: int, floor: int) -> int:
    """The first token, not before ``floor``, of the clause that holds token ``i``."""
    floor = max(floor, i - _FARTHEST_START)
    k = i
    while k > floor:
        k -= 1
        opened = hearing.openings.get(k, -1)
        if opened >= floor:
            k = opened
        elif hearing.form(k) in _ALIKE and k == i - 1:
            k = next(
                (m for m in range(k - 1, max(floor, k - _LONGEST_QUOTED), -1) if hearing.form(m) == hearing.form(k)), k
            )
        elif hearing.form(k) == ")" and (bracket := _bracket(hearing, k, floor)) is not None:
            if _names_subject(hearing, bracket, k):
                return bracket + 1
            if ends_dateline(hearing.page, k + 1):
                return k + 1  # «كولومبو 27 أبريل (شينخوا) دعا وزير الدفاع …»
            k = bracket
        elif hearing.form(k) in _STARTS:
            return k + 1
        elif (last := hearing.role(k, "that", "auxiliary", "clause")) and last <= i and not _is_particle(hearing, k):
            return last
    return floor


def _bracket(hearing: Hearing, i: int, floor: int) -> int | None:
    """Where the bracket opens, not before ``floor``, that closes at token ``i``."""
    return next((m for m in range(i - 1, max(floor, i - _LONGEST_QUOTED) - 1, -1) if hearing.form(m) == "("), None)


def _names_subject(hearing: Hearing, opened: int, closed: int) -> bool:
    """Whether a bracket only names the subject: «بأنه (الوزير) أشاد», «الرئيس (فلان) هدد», «كانت (الحركة) أعلنت»."""
    named = hearing.starts(opened + 1)
    if hearing.role(opened - 1, "that") or named is None or named.last != closed:
        return bool(hearing.role(opened - 1, "that"))
    first = hearing.cast.at(opened - 1) is None and not ends_dateline(hearing.page, closed + 1)
    return first or hearing.kind(named.entities[0]) == "PER"


def _is_particle(hearing: Hearing, i: int) -> bool:
    """«قد» and its like stand between a subject and its verb and open no clause; «كان» does."""
    verb = any(s.pos == "verb" for s in hearing.senses.get(i, ()))
    return bool(hearing.role(i, "auxiliary")) and not hearing.role(i, "that", "clause") and not verb
