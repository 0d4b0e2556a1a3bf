"""Where the reporter takes the word again, so that what someone says is over."""

from collections.abc import Iterable

from hudna.reading.speech.aside import skip_asides
from hudna.reading.speech.content import Stops
from hudna.reading.speech.cue import Cue
from hudna.reading.speech.hearing import Hearing
from hudna.reading.speech.statement import Statement

_HOLDS_TRUE_OR_NOT = frozenset({"deny", "confirm"})  # forces: «نفت X ذلك», «أكد X ذلك»; what X refuses is no claim
_BETWEEN = ("time", "auxiliary", "preposition", "negation")  # roles of what stands between a conjunction and its verb
_IT = frozenset({"ه", "ها"})
_AND_IT = frozenset({"وهو", "وهي"})
_AND_THIS = 3  # tokens from the comma to the verb in «…، وهو ما تنفيه»
_FRONT = 3  # words before the conjunction that opens a sentence: «على صعيد آخر وفيما …»
_CONJUNCTION_REACH = 5  # tokens from «في حين» to its verb


def find_stops(hearing: Hearing, statements: dict[int, Statement]) -> Stops:
    """All such tokens of a page: words of saying at its level, «على حد قوله», «دون أن يوضح», «، ومن جهته»."""
    found: dict[int, str] = {i: "" for i in hearing.roles if hearing.role(i, "own_words", "unsaid")}
    found.update({i: "" for i in hearing.roles if hearing.role(i, "turn") and hearing.comma(i - 1)})
    for cue in hearing.cues.values():
        if cue.kind in ("according", "according_clause"):
            if not _goes_on(hearing, cue):
                found[cue.first] = ""
        elif (statement := statements[cue.first]).opening or points_at_that(hearing, statement):
            found.update(_of_statement(hearing, statement))
        elif points_back(hearing, statement):
            if hearing.comma(cue.first - _AND_THIS):
                found[cue.first - _AND_THIS] = ""
            elif hearing.form(cue.first - 2) in _AND_IT:
                found[cue.first - 2] = ""  # «… بارتكاب انتهاكات وهو ما رفضه الجيش»
    return Stops(found)


def _goes_on(hearing: Hearing, cue: Cue) -> bool:
    """Whether what is said goes on: «كما أن …», and «كما قتل …», where no word of saying follows."""
    return bool(hearing.role(cue.last, "that")) or (cue.kind == "according_clause" and cue.last not in hearing.cues)


def points_back(hearing: Hearing, statement: Statement) -> bool:
    """«…، وهو ما تنفيه X», «… ونفت X ذلك»: the verb speaks of what was just reported."""
    cue = statement.cue
    if cue.sense.pronoun:
        noun = hearing.form(cue.first - 2) in _AND_IT  # «وهو اتهام ترفضه X»
        related = cue.sense.pronoun in _IT and (noun or bool(hearing.role(cue.first - 1, "relative")))
        return statement.subject is not None and related
    return points_at_that(hearing, statement)


def points_at_that(hearing: Hearing, statement: Statement) -> bool:
    """«ونفت X ذلك», «لكن X نفت ذلك»: «ذلك» alone is what the verb of a statement without content speaks of."""
    cue, subject = statement.cue, statement.subject
    if subject is None or statement.opening or cue.kind != "verb" or cue.entry.get("force") not in _HOLDS_TRUE_OR_NOT:
        return False
    behind = cue.last if statement.before else subject.last
    return any(hearing.told_before(skip_asides(hearing, k, statement.end, short=True)) for k in (cue.last, behind))


def _of_statement(hearing: Hearing, statement: Statement) -> Iterable[tuple[int, str]]:
    cue = statement.cue
    if cue.kind == "participle":
        yield cue.first, ""
    elif cue.kind == "masdar":
        if cue.sense.pronoun and hearing.role(cue.first - 1, "preposition"):
            yield cue.first - 1, ""  # «… بعد اتهامه»
    elif _joins_headline(hearing, statement):
        yield statement.subject.first if statement.subject else cue.first, ""
    elif (at := _joined_at(hearing, cue)) >= 0:
        yield at, cue.sense.number if cue.several and not statement.subject else ""
    elif hearing.comma(cue.first - 1) and statement.subject and not statement.before:
        yield cue.first, "main"
    elif at := conjunction_before(hearing, cue.first):
        yield at - 1, ""
    elif statement.before and statement.subject and (at := conjunction_before(hearing, statement.subject.first)):
        yield at - 1, ""  # «…، لكن الخرطوم تقول إن …»
    elif hearing.role(cue.first - 1, "which") and _says_again(statement):
        yield cue.first - 1, ""


def _joined_at(hearing: Hearing, cue: Cue) -> int:
    """Where «و» or «ف» joins a word of saying to what stands before, be it on its negation («ولم يستبعد»), or -1."""
    negated = hearing.role(cue.first - 1, "negation") and hearing.form(cue.first - 1).startswith("و")
    return cue.first - 1 if negated else cue.first if cue.joined else -1


def _joins_headline(hearing: Hearing, statement: Statement) -> bool:
    """«الرئيس يتوعد بالرد ومسؤول يؤكد أن …»: a headline sets two sayings side by side."""
    subject = statement.subject
    headline = hearing.page.sentences[hearing.page.sentence_of[statement.cue.first]].line == 0
    return headline and statement.before and subject is not None and hearing.form(subject.first).startswith("و")


def _says_again(statement: Statement) -> bool:
    """«… الهجمات التي قال إنها خلفت …»: the same speaker, told as a second saying."""
    said = statement.opening is not None and statement.opening.kind == "that"
    return said and not statement.subject and not statement.cue.addressee


def main_clause(hearing: Hearing, cue: Cue, end: int) -> int:
    """Where the main clause begins that a clause with a word of saying opens the sentence for, or ``end``.

    «وفيما أعلن المجلس عقد جلسته السبت، | طالب نواب …», «رغم إعلان الحكومة أن …، | كثف المتمردون …».
    """
    first, _ = hearing.sentence(cue.first)
    opens, fronted = conjunction_before(hearing, cue.first), hearing.role(first, "fronting")
    if not (0 < fronted <= cue.first <= fronted + _FRONT) and (not opens or opens - 1 > first + _FRONT):
        return end
    verbs = (i for i in range(cue.last + 1, end) if hearing.comma(i - 1) and i in hearing.page.verbs)
    return next((i for i in verbs if not hearing.form(i).startswith(("و", "ف"))), end)


def conjunction_before(hearing: Hearing, i: int) -> int:
    """One past the first token of the conjunction before a word of saying («فيما قال …», «كما أعلن …»), or 0."""
    for k in range(i - 1, max(i - _CONJUNCTION_REACH, -1), -1):
        last = hearing.role(k, "clause")
        if last and last <= i and all(hearing.role(m, *_BETWEEN) for m in range(last, i)):
            return k + (hearing.role(k - 1, "clause") < last)  # «في حين», not «حين»
    return 0
