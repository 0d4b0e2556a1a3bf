"""Verbs, participles and masdars of saying: their subject and content, and when they report nothing."""

from dataclasses import replace

from hudna.reading.speech.aside import skip_asides
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.elided import is_addressed, office_at
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.opening import SPOKEN, Opening, find_opening, words_before
from hudna.reading.speech.speaker import Speaker, read_speaker
from hudna.reading.speech.statement import Statement
from hudna.reading.speech.subject import clause_start, person_after_title, reach, subject_after, subject_before
from hudna.reading.speech.transmission import quoting, read_transmission
from hudna.text import fold

_FARTHEST_APPOSITION = 25  # tokens between a name and «أن»
_FARTHEST_PAPER = 8  # tokens between «جاء» and the paper
_WEAK_REACH = 8  # tokens after which a form that is often something else opens no content
_ON_IT = frozenset({"عنه", "عنها", "عنهما", "عنهم"})  # «مسؤوليتها عنه»
_BREAKS = frozenset(":؛(/-–—.!?؟…")
_THEIRS = ("ه", "ها", "هم", "هما")  # pronouns on what is somebody's, as written
_ADVERBIAL = ("ا", "ه")  # endings of a participle that says how something is done


def read_statement(hearing: Hearing, cue: Cue) -> Statement:
    """The clause around a verb, participle or masdar of saying."""
    first, end = hearing.sentence(cue.first)
    start = clause_start(hearing, cue.first, first)
    if statement := read_transmission(hearing, cue, start, end):
        return statement
    if cue.entry.get("role") == "transmit":
        return Statement(cue, start, end)
    if cue.kind == "masdar" and not cue.sense.pronoun:
        return _named_act(hearing, Statement(cue, start, end))
    if cue.kind != "verb":
        statement = Statement(cue, start, end, opening=find_opening(hearing, cue, cue.last, end))
    else:
        statement = _with_subject(hearing, Statement(cue, start, end))
    if statement.opening and not _reports(hearing, statement, statement.opening):
        return replace(statement, opening=None)
    if statement.opening is None and statement.subject and not statement.before:
        return replace(statement, opening=words_before(hearing, cue, statement.subject, first, end))
    return statement


def _named_act(hearing: Hearing, bare: Statement) -> Statement:
    """«تأكيد الجيش أن …», «إعلان روسيا وقف …»: a masdar with its subject behind it.

    Where the verb takes a person as object, the noun behind its masdar may be that person («اتهام روسيا بـ…»).
    """
    cue = bare.cue
    speaker = read_speaker(hearing, cue.last)
    if speaker is None or not speaker.sources:
        return bare
    if speaker.media and hearing.form(cue.last).startswith("ل"):
        return bare  # «في تصريح لوكالة X»: she is told it
    opening = find_opening(hearing, cue, speaker.last, bare.end)
    if opening is None or (cue.addressee and opening.kind != "that"):
        return bare
    if opening.kind == "object" and not _is_deed(hearing, opening.first):
        return bare
    return replace(bare, subject=speaker, opening=opening)


def _is_deed(hearing: Hearing, i: int) -> bool:
    """Whether a word can only be a noun of what is done: «مقتل», «وقف», not the verb of a clause of its own."""
    senses = [s for s in hearing.page.senses[i] if s.entry.layer != "informant"]
    return any(s.pos == "masdar" for s in senses) and all(s.pos != "verb" for s in senses)


def _with_subject(hearing: Hearing, bare: Statement) -> Statement:
    """A verb's statement with its subject, before or behind it, and the opening of its content."""
    cue, end = bare.cue, bare.end
    relative = bool(hearing.role(cue.first - 1, "which")) and not (cue.addressee and not cue.sense.pronoun)
    inner = subject_after(hearing, cue, end) if relative else None  # «المنطقة التي تقول روسيا إن …»
    if inner is None and (before := subject_before(hearing, cue, bare.start)):
        opening = find_opening(hearing, cue, cue.last, end)
        return _past_apposition(hearing, replace(bare, subject=before, before=True, opening=opening))
    after = inner or subject_after(hearing, cue, end)
    if after is None and relative and (behind := _behind_object(hearing, bare)):
        return behind
    if after and after.media and hearing.form(cue.last).startswith("ل"):
        after = None  # «وقال لرويترز إن …»: she is told it
    if quoted := quoting(hearing, replace(bare, subject=after)):
        return quoted
    if after is None and not relative and (cue.addressee or cue.entry.get("weak")):
        after = _asking_office(hearing, bare) if cue.addressee else office_at(hearing, cue)
    opening = find_opening(hearing, cue, after.last if after else cue.last, end)
    if after and opening and _is_object(hearing, cue, after, opening):
        return replace(bare, opening=find_opening(hearing, cue, cue.last, end))
    if after is None and opening and not cue.several and not cue.addressee:
        return _titled(hearing, replace(bare, opening=opening), opening)
    return _past_apposition(hearing, replace(bare, subject=after, opening=opening))


def _behind_object(hearing: Hearing, bare: Statement) -> Statement | None:
    """A relative clause whose subject stands behind what is announced: «العملية التي أعلنت تنفيذها | الكتائب»."""
    cue, first = bare.cue, bare.cue.last
    if (
        "object" not in cue.takes
        or not hearing.is_word(first)
        or not hearing.page.raw(first, first + 1).endswith(_THEIRS)
    ):
        return None
    last = first + 1 + (hearing.form(first + 1) in _ON_IT)
    subject = subject_after(hearing, replace(cue, last=last), bare.end)
    at_once = subject is not None and subject.first == last
    opening = Opening("object", first, first, last=last)
    return replace(bare, subject=subject, opening=opening) if at_once else None


def _asking_office(hearing: Hearing, bare: Statement) -> Speaker | None:
    """Who asks or accuses by his office alone, whom the cast does not know: «وطالب رئيس البرلمان الدول المجاورة ب…»."""
    office = office_at(hearing, bare.cue)
    reach = range(office.last, min(office.last + _FARTHEST_APPOSITION, bare.end)) if office else ()
    openings = (find_opening(hearing, bare.cue, k, bare.end) for k in reach)
    opening = next((o for o in openings if o is not None and o.kind != "object"), None)
    if office is None or opening is None:
        return None
    return office if is_addressed(hearing, office.last, opening.opened) else None


def _is_object(hearing: Hearing, cue: Cue, speaker: Speaker, opening: Opening) -> bool:
    """«واتهم أوكرانيا بشن …»: a verb that needs an object has it in the one noun phrase before the preposition."""
    reference = hearing.cast.at(speaker.first)
    if cue.sense.pronoun:
        return False  # «الحركة التي تتهمها نيروبي بخطف …»
    if reference is not None and reference.how == "mutual":
        return False  # «يتهم كل طرف الآخر ب…»
    if cue.addressee != "required" or opening.opened != speaker.last:
        return False
    words = {fold(word) for word in cue.entry.get("only_with", ())}  # «وحمل الرئيس | المسؤولية عن …»: him
    return opening.kind == "preposition" or hearing.form(opening.opened) in words


def _titled(hearing: Hearing, statement: Statement, opening: Opening) -> Statement:
    """A person named behind a title that the cast does not know, with the opening that follows the name."""
    cue = statement.cue
    if cue.sense.tense == "present" and cue.entry.get("weak"):
        return statement
    stop = opening.opened if opening.kind != "object" else reach(hearing, cue.last, statement.end)
    person = person_after_title(hearing, skip_asides(hearing, cue.last, stop), stop, cue)
    if person is None:
        return statement
    if opening.kind != "object":
        return replace(statement, subject=person)
    behind = find_opening(hearing, cue, person.last, statement.end)
    return replace(statement, subject=person, opening=behind) if behind and behind.kind != "object" else statement


def _past_apposition(hearing: Hearing, statement: Statement) -> Statement:
    """«أعلن فلان مدير المنظمة … أن»: behind a person's name stands what he is, and «أن» opens the content."""
    subject, opening, cue = statement.subject, statement.opening, statement.cue
    if subject is None or opening is None or opening.kind != "object" or cue.addressee or not subject.sources:
        return statement
    if opening.first != subject.last or hearing.kind(subject.sources[0]) != "PER":
        return statement
    for k in range(opening.first, min(statement.end, opening.first + _FARTHEST_APPOSITION)):
        if hearing.form(k) in _BREAKS or (k in hearing.cues and hearing.cues[k].kind == "verb"):
            break
        if last := hearing.role(k, "that"):
            return replace(statement, opening=Opening("that", last, k))
    return statement


def _reports(hearing: Hearing, statement: Statement, opening: Opening) -> bool:
    """Whether a form reports speech here, since many are often something else."""
    cue = statement.cue
    if cue.kind == "participle":
        passive = cue.addressee == "required" and opening.kind == "preposition" and opening.opened == cue.last
        return not passive and _goes_on(hearing, cue, opening)  # «متهمين بالقتل» are accused, not accusers
    if cue.kind == "masdar":
        # «لحثهم على»: the pronoun is the one addressed
        return cue.addressee != "required" or opening.kind != "preposition" or opening.opened > cue.last
    if cue.entry.get("needs_document") and not _on_paper(hearing, statement, opening):
        return False
    if not cue.addressee and not _speaks_itself(hearing, statement, opening):
        return False
    if _is_accused(hearing, statement, opening):
        return False
    return not cue.entry.get("weak") or _surely(hearing, statement, opening)


def _is_accused(hearing: Hearing, statement: Statement, opening: Opening) -> bool:
    """«واتهم بجريمة», «التنظيم الذي حمل | مسؤولية الهجوم»: spelled as the active, meant as the passive."""
    cue = statement.cue
    if cue.addressee != "required" or cue.sense.pronoun:
        return False
    words = {fold(word) for word in cue.entry.get("only_with", ())}
    at_once = opening.opened == cue.last and hearing.form(opening.opened) in words
    held = at_once and statement.before and _in_relative(hearing, cue)
    # «الذي يتهم | بأنه المسؤول عن …»
    held = held or (opening.kind == "that" and opening.opened == cue.last and hearing.form(cue.last).startswith("ب"))
    return held or (opening.kind == "preposition" and not statement.subject)


def _in_relative(hearing: Hearing, cue: Cue) -> bool:
    before = cue.first - 2 if hearing.role(cue.first - 1, "auxiliary") else cue.first - 1
    return bool(hearing.role(before, "which"))


def _goes_on(hearing: Hearing, cue: Cue, opening: Opening) -> bool:
    """A participle that goes on reporting follows a comma, begins its sentence, or has its content at once."""
    first, _ = hearing.sentence(cue.first)
    if hearing.comma(cue.first - 1) or cue.first == first or _at_once(cue, opening):
        return True
    if opening.kind == "object" and not cue.addressee:  # «تبنت الحركة الهجوم مؤكدة مقتل …»
        return (
            opening.opened == cue.last and hearing.form(cue.first).endswith(_ADVERBIAL) and _is_deed(hearing, cue.last)
        )
    accuses = cue.addressee == "required" and opening.opened == cue.last  # «ونفت كيغالي ذلك متهمة كينشاسا ب…»
    return hearing.form(cue.first).endswith(_ADVERBIAL if accuses else "ا")


def _at_once(cue: Cue, opening: Opening) -> bool:
    return opening.opened <= cue.last + 1 and opening.kind != "object"


def _on_paper(hearing: Hearing, statement: Statement, opening: Opening) -> bool:
    """«جاء في بيان …»: a paper is the subject or follows in a phrase with a preposition."""
    if statement.subject and statement.subject.paper:
        return True
    if _in_it(hearing, statement.cue.last):
        return True  # «أصدر بيانا جاء فيه …»
    return paper_behind(hearing, statement.cue, opening.opened) is not None


def paper_behind(hearing: Hearing, cue: Cue, last: int) -> Speaker | None:
    """The paper in «جاء في بيان لوزارة الدفاع», between its verb and token ``last``, as a speaker."""
    for k in range(cue.last, min(last, cue.last + _FARTHEST_PAPER)):
        speaker = read_speaker(hearing, k)
        if speaker and speaker.paper:
            return speaker
    return None


def _speaks_itself(hearing: Hearing, statement: Statement, opening: Opening) -> bool:
    """Not where the verb points back («رفضه»), describes («الذين رفضوا خوض …») or is passive («الذي يعتبر خرقا»)."""
    cue = statement.cue
    told = cue.sense.tense == "past" or hearing.comma(cue.first - 2)
    other = hearing.role(cue.first - 1, "clause") and told  # «… فيما أكدت القاهرة مقتل …», not «فيما يؤكد استمرار …»
    relative = bool(hearing.role(cue.first - 1, "relative")) and not other
    opinion = cue.sense.tense == "present" and cue.entry.get("force") == "opinion"
    if opening.kind == "object" and ((relative and not _avows(hearing, cue, opening)) or opinion):
        return False
    if cue.sense.pronoun:
        return relative and opening.kind in SPOKEN and not cue.entry.get("weak")
    return statement.subject is not None or not (_in_first_person(hearing, cue) or (opinion and not cue.joined))


def _avows(hearing: Hearing, cue: Cue, opening: Opening) -> bool:
    """Whether it is told what somebody said of their own deed or stand: «التي أعلنت مسؤوليتها عن الهجوم».

    Or of what the relative clause describes: «العملية التي أعلنت تنفيذها الكتائب».
    """
    return cue.sense.tense == "past" and hearing.page.raw(opening.first, opening.first + 1).endswith(_THEIRS)


def _in_first_person(hearing: Hearing, cue: Cue) -> bool:
    """«أعتقد أن» in a quotation: the hamza tells it from «اعتقد», which has none in its dictionary form."""
    past = cue.entry.get("verb", {}).get("past", "")
    return bool(past.startswith("ا")) and hearing.page.raw(cue.first, cue.last, cue.sense.cut).startswith("أ")


def _surely(hearing: Hearing, statement: Statement, opening: Opening) -> bool:
    """A weak word reports with a subject of its own and its content near, or in a paper: «رسالة طلب فيها …»."""
    cue, subject = statement.cue, statement.subject
    if hearing.comma(opening.opened - 1) and _in_relative(hearing, cue):
        return False  # «…، الذي كان يتحدث في باكو، أن …»: what follows the comma belongs to the verb before
    if _in_it(hearing, cue.last):
        return opening.opened == cue.last + 1
    if subject is None and not (cue.joined and _at_once(cue, opening)):
        return False
    behind = max(cue.last, subject.last) if subject else cue.last
    return opening.opened - behind <= _WEAK_REACH and (opening.kind != "object" or subject is not None)


def _in_it(hearing: Hearing, i: int) -> bool:
    """«فيه», «فيها»: a preposition with its pronoun."""
    return any(s.pronoun and s.entry.get("role") == "preposition" for s in hearing.senses.get(i, ()))
