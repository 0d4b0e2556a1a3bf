"""Agreement: whether a noun phrase can be the subject of a verb that stands apart from it.

A verb behind its subject agrees with it in gender and, for people, in number; plurals of things and bodies are
feminine. Where the form of the noun does not tell, the two agree.
"""

from hudna.lexicon import Sense
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.reading.scene import SOUND

_FEMININE = ("ه", "ات", "يا")  # «ميليشيا»


def is_object_of(page: Page, verb: Sense, chunk: Chunk) -> bool:
    """Whether a feminine verb cannot have a phrase as its subject, since that is of men: «واعتقلت ستة قراصنة»."""
    if verb.pos != "verb" or verb.gender != "f" or verb.number != "sg" or verb.person != "3":
        return False
    form = page.form(chunk.first)
    if _is_masculine_body(page, chunk):
        return True  # «قرى طردت منها التنظيم»
    own = [s for s in page.layer(chunk.first, "crowd") if s.pronoun and s.number == "pl"]
    if own and not (verb.entry.get("event") in FORCE and all(s.entry.get("means") for s in own)):
        return True  # «منشورات تدعو سكانها», but «أطلقت | قواتها النار»
    counted = bool(page.layer(chunk.first, "number")) and form.endswith("ه")  # three to ten of what is masculine
    return counted or (form.endswith("ين") and bool(page.layer(chunk.first, "crowd")))


def are_men(page: Page, verb: Sense, subject: Chunk) -> bool:
    """Whether a phrase told before a feminine verb is of men: «تم تحديد كل المهاجمين … | وأطلقت القوات النار»."""
    if verb.pos != "verb" or verb.gender != "f" or verb.number != "sg" or subject.crowd is None:
        return False
    words = ((k, s) for k in range(subject.first, subject.last) for s in page.layer(k, "crowd") if s.number == "pl")
    people = ((k, s) for k, s in words if page.form(k).endswith(SOUND) or s.entry.get("uniformed"))  # «الجنود»
    return any(s.entry.get("agent") for _, s in people)


def _is_masculine_body(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase begins with a noun for one body that is masculine: «الحزب», «التنظيم», «الجيش»."""
    named = chunk.references[0] if chunk.references else None
    if named is None or named.first != chunk.first or named.how not in ("body", "name"):
        return False
    heads = page.layer(chunk.first, "body")
    single = bool(heads) and all(s.pos == "noun" and s.number == "sg" for s in heads)
    return single and not page.form(chunk.first).endswith((*_FEMININE, "ا", "ي", "اء"))


def agrees(page: Page, verb: Sense, subject: Chunk) -> bool:
    """Whether ``verb`` can have ``subject`` before it."""
    if verb.person != "3" or verb.pos != "verb":
        return False
    head = subject.references[0].first if subject.references and subject.crowd is None else _counted(page, subject)
    form = page.form(head)
    number = next((s.number for s in page.senses[head] if s.pos == "noun" and s.number), "")
    several = any(s.number == "pl" for s in page.layer(subject.first, "crowd"))  # «جنود من مالي»
    if subject.adjectival and subject.first < head and page.form(subject.first).endswith("ين"):
        return verb.number in ("pl", "du")  # «أسقطت مقاتلتين هنديتين … وأسرت طيارا»
    if not several and any(e.startswith("loc.") for r in subject.named for e in r.entities):
        two = verb.number == "du" and any(len(r.entities) > 1 for r in subject.named)
        two = two and page.form(head - 1).endswith("ان")  # «إن الكوريتين عقدتا …», else it may be an object
        return verb.number == "sg" or len(subject.named) > 1 or two
    broken = number == "pl" and form.endswith("ان")  # «اللجان»
    if form.endswith(SOUND) and not broken and not _is_person(page, subject, head):
        return verb.number in ("pl", "du")
    if verb.number in ("pl", "du"):
        told = (s for k in range(subject.first, subject.last) for s in page.layer(k, "crowd") if s.number == "pl")
        people = any(not (s.entry.get("strikes") or s.entry.get("object")) for s in told)  # «مروحيات الجيش … فانسحبوا»
        return number == "pl" or people or len(subject.named) > 1
    feminine = form.endswith(_FEMININE) or number == "pl"
    untold = not page.senses[head] or (_is_name(subject, head) and not page.layer(head, "body"))
    return (verb.gender == "f") == feminine or (not feminine and untold)


def _counted(page: Page, subject: Chunk) -> int:
    """The people of a phrase behind what counts or governs them («أربعة | متسللين»), else its first token."""
    first = subject.first
    if subject.crowd is None or page.layer(first, "crowd") or not page.senses[first]:
        return first
    people = (k for k in range(first, subject.last) if any(s.entry.get("agent") for s in page.layer(k, "crowd")))
    return next(people, first)


def _is_person(page: Page, subject: Chunk, head: int) -> bool:
    """Whether a name at token ``head`` is that of a person, whatever its ending: «أردوغان», «بان كي مون», «الحسين»."""
    known = {s.entry.get("type") for hit in page.names.get(head, ()) for s in hit.senses}
    bodies = page.layer(head, "body") or page.layer(head, "crowd") or "ORG" in known
    return _is_name(subject, head) and len(subject.named) == 1 and not bodies


def fits_relative(grammar: Grammar, form: str, verb: Sense) -> bool:
    """Whether what a relative pronoun stands for can be the subject of ``verb``: not «الرجل الذي اعتقلت الشرطة …»."""
    if verb.person != "3":
        return True
    if form in grammar.masculine_relatives:
        return verb.number == "sg" and verb.gender == "m"
    if form in grammar.feminine_relatives:
        return verb.number == "sg" and verb.gender == "f"
    return form not in grammar.plural_relatives or verb.number == "pl"


def may_resume(grammar: Grammar, form: str, pronoun: str) -> bool:
    """Whether the pronoun on a verb can be what the relative pronoun ``form`` stands for: «الجنود الذين خطفتهم …».

    In «القوات التي كانت تحاصرهم» it is not: they do it, to others.
    """
    if form in grammar.masculine_relatives:
        return pronoun == "ه"
    if form in grammar.feminine_relatives:
        return pronoun == "ها"
    return bool(pronoun) and (form not in grammar.plural_relatives or pronoun in ("هم", "هن", "هما"))


def _is_name(subject: Chunk, head: int) -> bool:
    """Whether a name stands at ``head``, which may be feminine whatever its letters are: «حماس», «الدعم السريع»."""
    return any(r.first == head and r.how == "name" for r in subject.references)
