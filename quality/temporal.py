"""How times and numerals hold on a suite that others wrote: Duckling's Arabic cases, which lie beside the project.

    python -m quality.temporal

Prints the share right of each suite among the cases that are in scope, what is out of scope by class and why, and the
cases in scope that fail. On which side of today a bare weekday lies a report says by its tense, so each case is read as
a report of something planned, or past, tells it. Nothing of the suites is kept in the project; without ``../shared`` it
says so.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hudna.lexicon import load
from hudna.reading.cardinal import ordinal
from hudna.reading.numbers import find_numbers
from hudna.reading.page import Page, open_page
from hudna.reading.times import find_times
from hudna.reading.vocabulary import Vocabulary
from hudna.text import Document
from quality.gold import SHARED

SUITES = SHARED / "data" / "temporal"
MUST = {"time": 0.90, "numeral": 0.95}  # of the cases in scope
_PLANNED, _PAST = "ستعقد الجلسة {}.", "عقدت الجلسة {}."
_COUNTED = "{} "
_NUMBERED = "شهر|الشهر"

# What is out of scope: class, why, and how its cases are told.
_OUT: tuple[tuple[str, str, str], ...] = (
    ("the present", "«now» and its like are vague (GUIDE.md)", r"^(حالا|ال[آا]ن|في هذه اللحظة)$"),
    (
        "seconds and bare clocks",
        "an hour alone may be a score or a duration; news name it or its half of the day",
        r"^[0-9:]+$|^(بحدود|حوالي|حتى) الساعة \S+$",
    ),
    (
        "dialect",
        "reports are in Modern Standard Arabic",
        r"بكر[ةا]|امبارح|الجاي|^نص | القبل |اليوم الذي بعد|^من اسبوع$",
    ),
    ("months by number", "news name months", rf"({_NUMBERED}) (ثلاث|ثلاثة|عشرة|3|الثامن|التاسع)|شهر عشرة"),
    (
        "the nth weekday or week of a month",
        "assistants' arithmetic; «الثلاثاء الثالث من» is a date in news",
        r"(ثاني?|ثالث|[اأ](خر|ول)) (يوم )?(اسبوع|اثنين|ثلاثاء|اربعا)|(الثلاثا\S*|الاربعاء|الاثنين) ال\S+ من|الاخير من",
    ),
    (
        "counted from another time",
        "«السابق», «التالي» count from a time told before, not from the report",
        r"السابق|التالي|^اليوم (الماضي|المنصرم)$",
    ),
    ("spelling", "a letter is missing", r"الماض$"),
    ("weekdays as heads", "«أحد الأسبوع الماضي»: news write «الأحد من الأسبوع»", r"^(احد|اثنين|ثلاثاء) الاسبوع"),
    ("days by number alone", "«السبت السادس عشر» names no month", r"^(السبت|الأحد) (السادس|السابع) عشر"),
    ("feasts without a year", "a feast alone is a season, and no day of a report", r"^(عيد \S+|رأس السنة الهجرية)$"),
    ("Easter", "two churches reckon it", r"الفصح|كريسماس"),
    ("spans counted from now", "durations (GUIDE.md)", r"^خلال|^الاسابيع"),
    ("spans of hours", "no span of hours within a day is read", r"^(من|الخميس من) الساعة"),
    ("parts of months and days", "GUIDE.md gives the month or the day", r"منتصف|نصف|[اأ]وائل|[اأ]واخر|الليلة$"),
    ("zones", "an hour stays as told (GUIDE.md)", r"(?i)GMT$"),
)
_OUT_NUMERAL = (("written fractions and signs", "counts of news have neither", r"^-|[0-9٠-٩]/|^[.٫]"),)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a suite: what is said and what it stands for (None: nothing), for a day (ISO) or None."""

    said: str
    expected: dict[str, Any] | None
    day: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a suite.

    Attributes:
        right: cases in scope that are right.
        wrong: what is said in the others that are in scope, with what was read.
        out: cases by class that is out of scope.

    """

    right: int
    wrong: tuple[tuple[str, str], ...]
    out: Counter[str]

    @property
    def share(self) -> float:
        """The share right of the cases in scope."""
        return self.right / max(self.right + len(self.wrong), 1)


def cases(suite: str, folder: Path = SUITES) -> Iterator[Case]:
    """The cases of a suite («time», «numeral», «ordinal»)."""
    for line in (folder / f"duckling_{suite}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Case(row["input"], row["expected"], (row["reference_date"] or "")[:10] or None)


def time_of(case: Case) -> str | None:
    """The value that the reading gives to what is said, None where it finds no time or more than one."""
    past = case.expected and case.day and str(case.expected["values"][0])[:10] < case.day
    found = find_times(_page(_PAST if past else _PLANNED, case.said), case.day)
    return found[0].value if len(found) == 1 else None


def numeral_of(case: Case) -> float | None:
    """The number that the reading finds in what is said."""
    found = find_numbers(_page(_COUNTED, case.said))
    return found[0].value if len(found) == 1 else None


def ordinal_of(case: Case) -> float | None:
    """The ordinal that begins what is said."""
    found = ordinal(Vocabulary(_page(_COUNTED, case.said), "number"), 0)
    return found.value if found else None


def expected_time(expected: dict[str, Any]) -> str:
    """What a case of the time suite expects, as the reading format writes it."""
    grain, first = expected["grain"], str(expected["values"][0])
    if "Interval" in expected["kind"]:
        last = date.fromisoformat(str(expected["values"][1])[:10]) - timedelta(days=1)
        return f"{first[:10]}/{last}"
    if grain == "Week":
        return f"{first[:10]}/{date.fromisoformat(first[:10]) + timedelta(days=6)}"
    return first[: {"Year": 4, "Month": 7, "Day": 10}.get(grain, 16)]


def run(suite: str, folder: Path = SUITES) -> Outcome:
    """Read every case of a suite."""
    read: Callable[[Case], object] = {"time": time_of, "numeral": numeral_of, "ordinal": ordinal_of}[suite]
    classes = _OUT if suite == "time" else _OUT_NUMERAL
    right, wrong, out = 0, [], Counter[str]()
    for case in cases(suite, folder):
        aside = next((name for name, _, told in classes if re.search(told, case.said)), None)
        if aside:
            out[aside] += 1
            continue
        value = case.expected and (expected_time(case.expected) if suite == "time" else case.expected["values"][0])
        found = read(case)
        if found == value:
            right += 1
        else:
            wrong.append((case.said, str(found)))
    return Outcome(right, tuple(wrong), out)


def _page(frame: str, said: str) -> Page:
    return open_page(Document("case", frame.format(said)), load())


def main() -> int:
    """Print the figures; 1 where a share is below what is promised."""
    if not SUITES.is_dir():
        print(f"no suites at {SUITES}: nothing to read")
        return 0
    reasons = {name: why for name, why, _ in (*_OUT, *_OUT_NUMERAL)}
    low = False
    for suite in ("time", "numeral", "ordinal"):
        outcome = run(suite)
        low |= outcome.share < MUST.get(suite, 0)
        print(f"{suite}: {outcome.right} of {outcome.right + len(outcome.wrong)} in scope, {outcome.share:.3f}")
        for name, count in outcome.out.most_common():
            print(f"  out of scope, {count}: {name} ({reasons[name]})")
        for said, found in outcome.wrong:
            print(f"  wrong: {said} -> {found}")
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
