"""Who says what a word of saying without a subject reports."""

from hudna.lexicon import Sense
from hudna.reading.dateline import past_dateline
from hudna.reading.finite import finite
from hudna.reading.page import Page
from hudna.reading.scene import is_country
from hudna.reading.speech.aside import skip_asides
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.opening import SPOKEN
from hudna.reading.speech.speaker import Speaker, read_speaker, unnamed
from hudna.reading.speech.statement import Statement
from hudna.reading.speech.subject import agrees, is_met
from hudna.text import fold

_OF_NUMBER = {  # relative pronouns by the number of the verb behind them
    "sg": frozenset({"الذي", "التي"}),
    "du": frozenset({"اللذان", "اللذين", "اللتان", "اللتين"}),
    "pl": frozenset({"الذين", "اللواتي"}),
}
_NOUNS = frozenset({"noun", "active", "adjective"})
_DEEDS = frozenset({"noun", "masdar"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_FEMININE = ("ه", "ات")  # endings of what a feminine verb is said of
_PREFIXED = ("لل", "بال")  # definite nouns behind a preposition
_LONGEST_UNREAD = 7  # tokens of words no one has read and the deed behind them
_LONGEST_NAME = 4  # words of a name up to its comma
_TOPIC_REACH = 40  # tokens of a sentence in which its topic is looked for


def sentence_topic(hearing: Hearing, cue: Cue, first: int) -> Speaker | None:
    """The first noun phrase of the sentence, before ``cue`` and behind no preposition, that agrees with it."""
    i = first = past_dateline(hearing.page, first, cue.first)  # where a report was filed speaks nowhere in it
    while i < min(cue.first, first + _TOPIC_REACH):
        speaker = None if hearing.role(i - 1, "preposition") else read_speaker(hearing, i)
        if (
            speaker
            and speaker.last <= cue.first
            and agrees(cue, speaker, before=True)
            and not (_is_spot(hearing, speaker) or is_met(hearing, speaker))
            and not (cue.sense.number == "pl" and _are_places(hearing, speaker))
        ):
            return speaker
        reference = hearing.cast.at(i)
        i = max(i + 1, speaker.last if speaker else 0, reference.last if reference else 0)
    return None


def _are_places(hearing: Hearing, speaker: Speaker) -> bool:
    return all(hearing.kind(s) == "LOC" for s in speaker.sources)


def _is_spot(hearing: Hearing, speaker: Speaker) -> bool:
    """Whether a topic is a mere place, which speaks only where a verb has it as subject; a state is none."""
    return all(hearing.kind(s) == "LOC" and not is_country(s) for s in speaker.sources)


def speaking_place(hearing: Hearing, statement: Statement, first: int) -> Speaker | None:
    """«قالوا في باكو إن …», «وفي يريفان، قالوا …»: the state whose city it is."""
    cue = statement.cue
    last = statement.opening.opened if statement.opening else cue.last
    for at in (cue.last, first):
        reference = hearing.starts(at + 1)
        if reference is None or not hearing.role(at, "place") or not (at == first or reference.last <= last):
            continue
        entity = hearing.cast.entity(reference.entities[0])
        if entity and entity.type == "LOC":
            state = f"loc.{entity.side}"
            return Speaker((state if is_country(state) else entity.id,), reference.first, reference.last)
    return None


def turned_to(hearing: Hearing, cue: Cue, said: int) -> Speaker | None:
    """Of whom «إلا أن» or its like tells between the last word of saying, at ``said``, and a participle: he goes on.

    «رحب الوزير بالعملية، إلا أن الرئيس عارضها معتبرا أن …».
    """
    words = range(cue.first - 1, said, -1)
    turn = next((k for k in words if hearing.role(k, "clause") and not hearing.role(k, "personal")), None)
    speaker = None if turn is None else read_speaker(hearing, hearing.role(turn, "clause"))
    if speaker is None or not speaker.sources or speaker.last > cue.first or _are_places(hearing, speaker):
        return None
    return speaker if agrees(cue, speaker, before=True) else None


def unread_subject(hearing: Hearing, statement: Statement) -> bool:
    """Whether words stand where the subject does that no one has read: then nobody is known to say it."""
    opening, cue = statement.opening, statement.cue
    if opening is None or cue.several:
        return False
    aside = cue.sense.clitics.startswith("ف") and _as_for(hearing, cue)
    if aside or _opens_with_people(hearing, statement) or deed_behind(hearing, statement):
        return True  # «أما المندوبة … فقالت»
    if opening.kind in ("object", "preposition") and _wants_subject(hearing, cue):
        return opening.kind == "object" or _past_adjuncts(hearing, cue.last, opening.opened) < opening.opened
    if opening.kind == "object" or cue.addressee:
        unread = _is_unread_body(hearing, cue, opening.opened) or _is_unread_name(hearing, cue)
        return bool(cue.addressee) and unread
    i = _past_adjuncts(hearing, cue.last, opening.opened)
    if i >= opening.opened or not hearing.is_word(i) or i in hearing.cues or hearing.role(i, "personal"):
        return False  # «وأضافت قائلة: …», «وتابع وهو يبتسم: …»
    adverb = hearing.form(i).endswith("ا") and hearing.cast.at(i) is None and bool(hearing.page.senses[i])
    return not adverb and hearing.form(i) not in {fold(word) for word in cue.entry.get("swallows", ())}


def _is_unread_body(hearing: Hearing, cue: Cue, stop: int) -> bool:
    """Whether a body that no one has read opens a sentence as the subject, whom it addresses behind it.

    «وحملت | لجنة تحقيق أوروبية | جورجيا مسؤولية …».
    """
    i = cue.last
    if cue.first != hearing.sentence(cue.first)[0] or i >= stop or hearing.cast.at(i) is not None or cue.several:
        return False
    bodies = hearing.page.layer(i, "body")
    alike = (cue.sense.gender == "f") == hearing.form(i).endswith(_FEMININE)
    plain = any(s.pos == "noun" and not (s.pronoun or s.clitics) for s in bodies)
    return plain and alike and is_addressed(hearing, i + 1, stop)


def _is_unread_name(hearing: Hearing, cue: Cue) -> bool:
    """Whether a definite word that nobody knows opens a sentence as the subject, a body right behind it as the object.

    «واتهم | الطوارق | الجيش المالي ب…», «وحمل | السراج | قوات حفتر مسؤولية …».
    """
    i, page = cue.last, hearing.page
    if cue.first != hearing.sentence(cue.first)[0] or cue.several or not hearing.is_word(i + 1):
        return False
    known = bool(page.senses[i]) or hearing.cast.at(i) is not None or not hearing.form(i).startswith("ال")
    alike = (cue.sense.gender == "f") == hearing.form(i).endswith(_FEMININE)
    behind = hearing.starts(i + 1)
    return not known and alike and behind is not None and behind.by_name


def _opens_with_people(hearing: Hearing, statement: Statement) -> bool:
    """Whether what looks like the object of a verb is who speaks: «ورفض فصيل مسلح الهدنة»."""
    opening, cue = statement.opening, statement.cue
    accusative = hearing.form(cue.last).endswith("ين")
    return opening is not None and opening.kind == "object" and not accusative and office_at(hearing, cue) is not None


def deed_behind(hearing: Hearing, statement: Statement) -> int:
    """Where a deed that is told begins behind words that no one has read, who tell it, or 0.

    «أعلنت خدمة الإسعاف | مقتل سبعة»: the words agree with the verb, end definite and tell no deed themselves.
    """
    opening, cue = statement.opening, statement.cue
    if opening is None or opening.kind != "object" or cue.kind != "verb" or opening.first != cue.last:
        return 0
    first = opening.first
    feminine = hearing.form(first).endswith(_FEMININE)
    if _tells(hearing, first) or hearing.cast.at(first) is not None or (cue.sense.gender == "f") != feminine:
        return 0
    for k in range(first + 1, min(first + _LONGEST_UNREAD, len(hearing.page.tokens))):
        if not hearing.is_word(k) or hearing.role(k, "clause", "that", "which", "preposition"):
            return 0
        if any(s.pos == "masdar" and not s.definite and not s.clitics for s in hearing.page.layer(k, "casualty")):
            closed = hearing.form(k - 1).startswith("ال") or hearing.cast.at(k - 1) is not None
            return k if closed else 0
    return 0


def _tells(hearing: Hearing, i: int) -> bool:
    """Whether a word tells a deed, a toll or a number, and so is the object itself."""
    return any(s.entry.layer in ("casualty", "event", "number", "light", "loss") for s in hearing.page.senses[i])


def unread_informant(hearing: Hearing, statement: Statement) -> Speaker | None:
    """Those who speak where a plain noun that no list of sources has stands as the subject: «قال تجار في السوق إن».

    So does one of a group: «قالت إحدى المشاركات …».
    """
    opening, cue = statement.opening, statement.cue
    if deed_behind(hearing, statement):
        return Speaker(("unnamed: source",), cue.last, cue.last + 1)
    if opening is None or opening.kind not in SPOKEN or cue.addressee or hearing.role(cue.first - 1, "which"):
        return None
    if (apposed := _apposed(hearing, cue.last, opening.opened)) is not None:
        return apposed
    i = _past_adjuncts(hearing, cue.last, opening.opened)
    form = hearing.form(i)
    group = hearing.role(i, "some") or i
    if group >= opening.opened or not hearing.is_word(group) or hearing.cast.at(group) is not None:
        return None
    senses = hearing.page.senses[i] if "ال" not in form[:4] else ()
    plain = any(s.pos in _NOUNS and not s.pronoun and not s.clitics and not s.definite for s in senses)
    if group == i and (not plain or (cue.sense.gender == "f") != form.endswith(_FEMININE)):
        return None
    owner = hearing.starts(i + 1)  # «قيادة قوات الناتو»: whose staff it is speaks
    owned = owner is not None and owner.by_name and hearing.kind(owner.entities[0]) == "ORG"
    return Speaker(owner.entities, i, owner.last) if owner and owned else Speaker(("unnamed: source",), i, group + 1)


def _apposed(hearing: Hearing, first: int, last: int) -> Speaker | None:
    """What a name that no one has read is told to be: «ويقول فلان، | مراسل القناة في إسلام آباد، إن …»."""
    comma = next((k for k in range(first + 1, min(last, first + _LONGEST_NAME)) if hearing.comma(k)), None)
    unread = comma is not None and all(hearing.is_word(k) and hearing.cast.at(k) is None for k in range(first, comma))
    speaker = unnamed(hearing, comma + 1) if comma is not None and unread else None
    closes = speaker is not None and last - speaker.last <= 1
    return speaker if closes and speaker is not None else None


def unread_office(hearing: Hearing, statement: Statement) -> Speaker | None:
    """Who says it by his office alone, or as people of a kind, right behind a verb that addresses nobody."""
    cue, opening = statement.cue, statement.opening
    if opening is None or cue.addressee or cue.last >= opening.opened:
        return None
    return office_at(hearing, cue)


def office_at(hearing: Hearing, cue: Cue) -> Speaker | None:
    """Who stands right behind a verb: an office of which the cast knows neither holder nor state, or people of a kind.

    «وطالب رئيس البرلمان الدول المجاورة ب…», «وطالبت عائلات المحتجزين الحكومة ب…».
    """
    i, page = cue.last, hearing.page
    if cue.several or not hearing.is_word(i) or hearing.cast.at(i) is not None:
        return None
    phrase = page.phrase(i, "role")
    office = next((s for s in (phrase.senses if phrase else page.layer(i, "role")) if _is_office(s)), None)
    people = next((s for s in page.layer(i, "crowd") if _is_people(s, hearing.form(i))), None)
    feminine = hearing.form(i).endswith(_FEMININE)
    crowd = people is not None and people.number == "pl"
    if (office is None and people is None) or (not crowd and (cue.sense.gender == "f") != feminine):
        return None
    label = office.entry.id.replace("-", " ") if office is not None else str(people.entry.get("en") if people else "")
    return Speaker((f"unnamed: {label}",), i, phrase.last if phrase else i + 1)


def is_addressed(hearing: Hearing, first: int, last: int) -> bool:
    """Whether somebody is named between two tokens, or people without a name."""
    named = any(r.how != "nisba" for r in hearing.cast.between(first, last))
    return named or any(s.entry.get("agent") for k in range(first, last) for s in _crowd(hearing.page, k))


def _crowd(page: Page, k: int) -> tuple[Sense, ...]:
    """The readings of token ``k``, or of a phrase that begins there, as people without a name."""
    phrase = page.phrase(k, "crowd")
    return phrase.senses if phrase else page.layer(k, "crowd")


def _is_office(sense: Sense) -> bool:
    return sense.entry.get("kind") == "office" and not sense.clitics and sense.number != "pl"  # «سفيرها لدى …» too


def _is_people(sense: Sense, form: str) -> bool:
    """People, or one of a kind who is no object: «رفض فصيل», not «رفض الفصيل», «سلم مسلحا»."""
    one = sense.number == "sg" and not sense.definite and not form.endswith("ا")
    return bool(sense.entry.get("agent")) and (sense.number == "pl" or one) and not (sense.clitics or sense.pronoun)


def _as_for(hearing: Hearing, cue: Cue) -> bool:
    """Whether «أما» sets a subject before the verb, in its sentence."""
    first, _ = hearing.sentence(cue.first)
    return any(hearing.role(k, "as_for") for k in range(max(first, cue.first - _TOPIC_REACH), cue.first))


def _past_adjuncts(hearing: Hearing, i: int, stop: int) -> int:
    """Past asides and what goes on with them: «في حديث للإذاعة الرابعة»; a noun behind «ل» is no subject."""
    inside = False
    while i < stop:
        past = skip_asides(hearing, i, stop, short=True)
        if past == i:
            form = hearing.form(i)
            if not (form.startswith(_PREFIXED) or (inside and _goes_with_noun(form))):
                break
            past = i + 1
        elif past == hearing.role(i, "preposition") and hearing.is_word(past):
            past += 1  # the noun of the preposition: «خلال مثوله أمام اللجنة»
        inside, i = True, past
    return i


def _goes_with_noun(form: str) -> bool:
    """Whether a word can only go on with the noun of an adjunct: «اجتماع استثنائي لكتلة التغيير والإصلاح»."""
    return form.startswith(("ال", "وال", "لل")) or form.endswith(("ي", "يه"))


def _wants_subject(hearing: Hearing, cue: Cue) -> bool:
    """Whether a verb opens a clause of its own: nothing joins it to a speaker, so the word behind is its subject."""
    at = cue.first - bool(hearing.role(cue.first - 1, "negation"))
    personal = any(hearing.role(k, "personal") == at for k in (at - 1, at - 2))
    if personal and cue.entry.get("force") != "refuse":
        return False  # «إلا أنه أعرب»; «لكنه رفض تسليم نفسه» is mostly told of another
    in_it = any(s.pronoun and s.entry.get("role") == "preposition" for s in hearing.senses.get(cue.last, ()))
    if in_it or (cue.addressee == "required" and _is_dated(hearing, cue)):
        return False  # «بعث برسالة إلى المجلس طلب فيها عقد …»
    joined = cue.joined or (at < cue.first and hearing.form(at).startswith("و"))  # «ولم يستبعد»
    return not joined and not hearing.role(cue.first - 1, "relative", "that", "auxiliary", "also")


def _is_dated(hearing: Hearing, cue: Cue) -> bool:
    """Whether a verb stands right behind «بعد أن»: «رفضت الحكومة … بعد أن اتهمت الحركة ب…»."""
    return any(hearing.role(k, "clause") == cue.first for k in (cue.first - 1, cue.first - 2))


def continues(hearing: Hearing, cue: Cue) -> bool:
    """Whether a verb without subject can go on with a speaker: not right behind a noun, which it says something of.

    «رجل زعم أنه …», «الناطق الجديد أكد …»: the noun speaks, whom no one has read.
    """
    before = cue.first - 1
    if cue.kind != "verb" or cue.joined or cue.several or not hearing.is_word(before):
        return True
    if any(s.pronoun and s.entry.get("role") == "preposition" for s in hearing.senses.get(cue.last, ())):
        return True  # «لافتات كتب عليها …»
    if _is_dated(hearing, cue):
        return True
    if hearing.role(cue.last, "that") and _is_indefinite_deed(hearing, before):
        return True  # «نفذت روسيا غارات قالت إنها …»
    first, _ = hearing.sentence(cue.first)
    particle = bool(hearing.roles.get(before, {}).keys() - {"issue"})
    return before < first or particle or before in hearing.cues


def _is_indefinite_deed(hearing: Hearing, i: int) -> bool:
    """Whether a noun of force without article stands at token ``i``, or one with its adjective: «هجوم صاروخي»."""
    found = (s for k in (i, i - 1) for s in hearing.page.layer(k, "event") if s.entry.get("event") in _FORCE)
    return any(s.pos in _DEEDS and not s.definite for s in found)


def unread_topic(hearing: Hearing, cue: Cue, first: int) -> bool:
    """«وكان كيري زار … | وهدد …»: a word that no one has read stands as the subject behind «كان», and goes on."""
    page, k = hearing.page, first + 1
    if not (cue.joined and hearing.role(first, "auxiliary") and k + 1 < cue.first):
        return False
    unread = hearing.is_word(k) and not page.senses[k] and hearing.cast.at(k) is None
    return unread and finite(page, k + 1) is not None


def in_new_paper(hearing: Hearing, cue: Cue) -> bool:
    """«أصدرت المحكمة قرارا تطالب فيه»: who issued the paper speaks, nobody told of before."""
    inside = any(s.pronoun and s.entry.get("role") == "preposition" for s in hearing.senses.get(cue.last, ()))
    return inside and not cue.joined and not hearing.role(cue.first - 1, "which")


def describes(hearing: Hearing, statement: Statement) -> bool:
    """«الاحتجاجات التي تطالب ب…»: the relative pronoun is the subject, so what it describes speaks, unread.

    «الهجمات التي قالت إنها …» goes on with a speaker told before: the pronoun behind «أن» is what is described.
    """
    cue, opening = statement.cue, statement.opening
    if opening is None or cue.kind != "verb" or cue.sense.pronoun or not hearing.role(cue.first - 1, "which"):
        return False
    if opening.kind == "that" and any(s.pronoun for s in hearing.senses.get(opening.first - 1, ())):
        return False
    if _is_attack(hearing, cue.first - 1):
        return False
    return hearing.form(cue.first - 1) in _OF_NUMBER[cue.sense.number or "sg"]


def _is_attack(hearing: Hearing, which: int) -> bool:
    """Whether an attack stands right before a relative: «الهجوم الانتحاري الذي قال إن …» goes on with who spoke."""
    return any(
        s.entry.get("event") == "ASSAULT" and s.pos in _DEEDS and s.definite
        for k in (which - 1, which - 2)
        for s in hearing.page.layer(k, "event")
    )
