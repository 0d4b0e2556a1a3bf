"""When an event happened: the time told beside its word, else the only day of its sentence.

Neither the day of another sentence nor that of the report is taken: to carry it over is right no oftener than wrong.
"""

import re
from collections.abc import Sequence

from hudna.reading.event.clause import Clauses
from hudna.reading.event.kinds import SPEECH
from hudna.reading.event.telling import is_onset, token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.reading.grammar import load_grammar
from hudna.reading.model import Time
from hudna.reading.page import Page
from hudna.text import Span

_RELATIVE = ("month", "year")  # forms of «الشهر الماضي», «هذا العام»
AHEAD = re.compile(r"[0-9][>+]|(day|week|month|year)\+[1-9]")  # forms of what lies after the report
_ALSO = "كما"  # before what is told beside what was told
_SINCE = 6  # words between «منذ» and the time of what it brings in
_ONSET = 3  # words between «تبدأ» and its time: «اعتبارا من»


def date_of(page: Page, clauses: Clauses, times: Sequence[Time], trigger: Trigger) -> str | None:
    """The value of the time told nearest to an event word in its clause, else the only day of its sentence.

    What «منذ» brings in has its own: «أكبر حملة منذ الغزو | عام 2001».
    A month or year of another clause is background («… منذ الإطاحة به عام 2011») and dates what it stands beside,
    unless it is counted from the report («قال الشهر الماضي إن …»).
    When a truce begins is not when it was announced.
    """
    sentence = page.span(clauses.starts[0], clauses.end)
    told = [t for t in times if t.span.within(sentence)]
    if trigger.entry.get("event") in SPEECH:
        told = [t for t in told if not _begins(page, t)]
    first, last = clauses.around(trigger.first)
    clause = page.span(first, max(last, trigger.last))
    here = [t for t in told if t.span.within(clause) and not _is_of_earlier(page, trigger, t)]
    here = _of_relative(page, clauses, trigger, told) or here
    if here:
        here = _of_verb(page, first, trigger, here)
        at = page.tokens[trigger.first].span
        return min(here, key=lambda t: _distance(at, t.span)).value
    beside = (t for t in told if not _goes_on(page, clauses, trigger, t))
    return _only_time([t for t in beside if not _is_described(page, clauses, trigger, t)])


def _of_relative(page: Page, clauses: Clauses, trigger: Trigger, told: list[Time]) -> list[Time]:
    """The times of a relative clause that says who did what a noun names: «الغارة | التي شنها الجيش الاثنين»."""
    i, relatives = trigger.last, load_grammar(page.document.language).relatives
    if trigger.verbal or i + 1 >= clauses.end or page.form(i) not in relatives:
        return []
    if not any(s.pos == "verb" for layer in ("light", "event") for s in page.layer(i + 1, layer)):
        return []
    clause = page.span(i, clauses.next_start(i + 1))
    return [t for t in told if t.span.within(clause)]


def _of_verb(page: Page, first: int, trigger: Trigger, here: list[Time]) -> list[Time]:
    """The times of a clause behind a verb that goes on from another: «يزور يريفان غدا ثم يتوجه إلى باكو الجمعة»."""
    start = page.tokens[trigger.first].span.start
    behind = [t for t in here if t.span.start > start]
    another = page.form(trigger.first - 1) == "ثم" and any(finite(page, k) for k in range(first, trigger.first - 1))
    return behind if trigger.verbal and another and behind else here


def _goes_on(page: Page, clauses: Clauses, trigger: Trigger, time: Time) -> bool:
    """Whether a time is that of a present tense joined to a past one: «التقى الوزير فلانا، ويلتقي اليوم …»."""
    start, _ = clauses.around(token_at(page, time.span))
    after = start > trigger.first and trigger.sense.tense == "past"
    return after and any(s.tense == "present" and s.clitics[:1] == "و" for s in page.senses[start])


def _is_described(page: Page, clauses: Clauses, trigger: Trigger, time: Time) -> bool:
    """Whether a date stands in a clause about a noun («خرق اتفاق وقعه في 23 مارس 2009») or one that turns elsewhere.

    A day or hour told without its year is that of the whole sentence as well.
    """
    grammar = load_grammar(page.document.language)
    start, _ = clauses.around(token_at(page, time.span))
    if page.form(start) in grammar.turns | {_ALSO}:
        return trigger.first < start
    dated = time.form[:1].isdigit() or time.form.startswith(_RELATIVE)
    return dated and page.form(start) in grammar.relatives and trigger.last != start


def _is_of_earlier(page: Page, trigger: Trigger, time: Time) -> bool:
    """Whether a time behind the word is that of something since which it is told: «الأول منذ الهدنة | في مايو»."""
    first, since = token_at(page, time.span), load_grammar(page.document.language).since
    words = range(max(trigger.last, first - _SINCE), first - 1)
    return any(page.form(k) in since and all(page.is_word(n) for n in range(k, first)) for k in words)


def _only_time(times: list[Time]) -> str | None:
    """The one value among ``times`` that is as precise as a day or counted from the report; None where they differ.

    What lies ahead is of the clause that tells of it: «… المقرر في 6 مايو المقبل، أعلن الجيش …».
    """
    times = [t for t in times if not AHEAD.search(t.form)]
    days = {t.value for t in times if t.form.startswith(_RELATIVE) or len(t.value or "") >= len("2015-07-12")}
    return days.pop() if len(days) == 1 else None


def _begins(page: Page, time: Time) -> bool:
    """Whether a time tells when something announced begins or ends: «هدنة تبدأ من ظهر اليوم», «حتى نهاية الشهر»."""
    first = token_at(page, time.span)
    return any(is_onset(page, k) for k in range(max(0, first - _ONSET), first))


def _distance(a: Span, b: Span) -> int:
    return min(abs(b.start - a.end), abs(a.start - b.end))
