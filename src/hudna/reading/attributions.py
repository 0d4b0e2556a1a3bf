"""Step 5 of the reading: who is presented as saying what."""

from dataclasses import replace

from hudna.reading.cast import Cast
from hudna.reading.model import Attribution
from hudna.reading.page import Page
from hudna.reading.rule import Rule
from hudna.reading.speech.accusation import find_accusations
from hudna.reading.speech.cue import find_cues
from hudna.reading.speech.draft import tie
from hudna.reading.speech.hearing import Hearing, listen
from hudna.reading.speech.memory import Memory
from hudna.reading.speech.reader import Reader
from hudna.reading.speech.statement import Statement
from hudna.reading.speech.stops import find_stops
from hudna.reading.speech.verb import read_statement

_SAYING = frozenset({"verb", "participle", "masdar"})

# In the examples the content stands in [brackets]; who speaks and why is in tests/reading/test_speakers.py.
RULES = (
    Rule(
        "attribution.verb-subject",
        "a verb of saying with its subject behind it",
        "قالت روسيا إن [القوات انسحبت من البلدة].",
    ),
    Rule("attribution.subject-verb", "a subject before its verb of saying", "روسيا تدعو إلى [وقف فوري لإطلاق النار]"),
    Rule(
        "attribution.elided-speaker",
        "a verb without subject goes on with the last speaker",
        "قالت روسيا إن الوضع هادئ. وأضافت أن [المعابر مفتوحة].",
    ),
    Rule(
        "attribution.participle",
        "a participle or masdar goes on with the speaker of its sentence",
        "قالت روسيا إن الوضع هادئ، مؤكدة أن [المعابر مفتوحة].",
    ),
    Rule(
        "attribution.verbal-noun",
        "a masdar of saying with its speaker behind it",
        "وبدأ الانسحاب بعد تأكيد روسيا أن [المعركة انتهت].",
    ),
    Rule(
        "attribution.transmitted",
        "an outlet reports for a speaker",
        "نقلت وكالة رويترز عن مصدر عسكري قوله إن [الجسر دمر].",
    ),
    Rule("attribution.according-to", "a source behind «بحسب»", "[دمر الجسر في القصف]، بحسب مصدر عسكري."),
    Rule(
        "attribution.headline",
        "a person or body before the colon of a headline",
        "الأمم المتحدة: [الوضع الإنساني كارثي]",
    ),
    Rule(
        "attribution.capital-speaks",
        "«قالوا» with a place speaks for its state",
        "وفي فرنسا، قالوا إن [الاتفاق ساري المفعول].",
    ),
    Rule(
        "attribution.mutual-accusation",
        "two exchange accusations",
        "وتبادلت أرمينيا وأذربيجان الاتهامات ب[قصف القرى الحدودية].",
    ),
    Rule(
        "attribution.noun-accusation", "a noun of accusing with the accuser", "ونفت تركيا اتهامات روسيا ب[خرق الهدنة]."
    ),
    Rule(
        "attribution.antecedent",
        "«وهو ما تؤكده» confirms what was just reported",
        "وتقول روسيا إن [الجسر دمر]، وهو ما تؤكده تركيا.",
    ),
    Rule(
        "attribution.denied",
        "«وهو ما تنفيه» denies what was just reported",
        "وتقول روسيا إن [الجسر دمر]، وهو ما تنفيه تركيا.",
    ),
)


def find_attributions(page: Page, cast: Cast) -> tuple[Attribution, ...]:
    """Who is presented as saying what, in the order of the cues; the reporter's own assertions are none.

    Every content lies within one sentence; sources are ids of ``cast`` or «unnamed: …».
    """
    hearing = listen(page, cast)
    hearing = replace(hearing, cues={cue.first: cue for cue in find_cues(hearing)})
    statements = _statements(hearing)
    reader = Reader(hearing, statements, find_stops(hearing, statements), Memory(hearing))
    drafts = [*reader.headed(), *reader.drafts()]
    return tie([*map(reader.accused, find_accusations(hearing)), *drafts])


def _statements(hearing: Hearing) -> dict[int, Statement]:
    """The statement of every verb, participle and masdar; a masdar behind «نقلت … عن» has that of the verb."""
    out: dict[int, Statement] = {}
    for cue in hearing.cues.values():
        if cue.kind in _SAYING and cue.first not in out:
            statement = read_statement(hearing, cue)
            out[cue.first] = out[statement.cue.first] = statement
    return out
