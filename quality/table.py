"""The tables of measures in ``docs/reading.md`` and the READMEs: written by ``make score``, never by hand."""

from collections.abc import Mapping
from pathlib import Path

from quality.floors import Figure, Figures
from quality.measure import Scored
from quality.stated import Stated
from quality.whole import AS_ONE, IDENTITY

_ROOT = Path(__file__).resolve().parents[1]
PAGE = _ROOT / "docs" / "reading.md"
# The page of each language that a newcomer reads first.
WELCOMES = {"en": _ROOT / "README.md", "ar": _ROOT / "README.ar.md"}
OPENING, CLOSING = "<!-- measures: written by make score -->", "<!-- end of measures -->"
# Each measure with what it must and what it may hope to reach on reports that nobody read.
_F1 = {
    "mentions": (0.84, 0.92),
    "entity clusters": (0.72, 0.85),
    "times": (0.88, 0.95),
    "attributions": (0.72, 0.85),
    "events type": (0.68, 0.80),
    "events sides": (0.50, 0.68),
    "facts": (0.42, 0.60),
    "contacts": (0.65, 0.85),
    "casualties": (0.65, 0.85),
    "truces": (0.65, 0.85),
}
_RATIOS = {
    "event status": (0.92, 0.96),
    "event date": (0.72, 0.85),
    "event mode": (0.75, 0.90),
    "event reversed (lower is better)": (0.04, 0.01),
}
# The same of one record of all reports of a set.
_JOINED = {IDENTITY: (0.60, 0.80), "entity clusters": (0.72, 0.85)}
# What the READMEs show of it, and how they call it.
_BRIEF = {
    "mentions": {"en": "names found", "ar": "الأسماء"},
    "entity clusters": {"en": "who is who", "ar": "من هو من"},
    "times": {"en": "dates", "ar": "التواريخ"},
    "attributions": {"en": "who says what", "ar": "من يقول ماذا"},
    "events type": {"en": "events, type right", "ar": "الأحداث: النوع"},
    "events sides": {"en": "events, type and both sides right", "ar": "الأحداث: النوع والطرفان"},
    "casualties": {"en": "casualties, right in every field", "ar": "الخسائر البشرية بكل حقولها"},
    "truces": {"en": "truces", "ar": "الهدن"},
}
_BRIEF_HEADS = {
    "en": "| | the record of five reports | {dev} reports that were studied, the five among them "
    "| {val} reports that nobody read |",
    "ar": "| | سجل التقارير الخمسة | {dev} تقريرا دُرست، منها الخمسة | {val} تقريرا لم يقرأها أحد |",
}
_STATED = {"precision of the events that the brief states": (0.85, 0.92), "their share of all events found": (0.4, 0.6)}


def measures(now: Mapping[str, Figures], scored: Mapping[str, Scored], stated: Mapping[str, Stated]) -> str:
    """The rows: F1 with its standard error, shares right among what was matched, and what the brief may state."""
    sets = ("dev", "val")
    sizes = " | ".join(f"{name}, {now[name].documents} reports" for name in sets)
    lines = [f"| measure | {sizes} | must | hope |", "|---|---|---|---|---|"]
    for name, limits in _F1.items():
        lines.append(_row(f"F1 {name}", [_f1(now[s].measures[name]) for s in sets], limits))
    for name, limits in _JOINED.items():
        records = [now.get(AS_ONE.format(s)) for s in sets]
        if all(records):
            lines.append(_row(f"F1 {name}, one record of all", [_f1(r.measures[name]) for r in records if r], limits))
    for name, limits in _RATIOS.items():
        rows = (scored[s].summary[name] for s in sets)
        lines.append(_row(name, [f"{row['acc']:.3f} of {row['n']}" for row in rows], limits))
    precision, share = _STATED.items()
    lines.append(_row(precision[0], [f"{stated[s].precision:.3f} of {stated[s].stated}" for s in sets], precision[1]))
    lines.append(_row(share[0], [f"{stated[s].share:.3f} of {stated[s].found}" for s in sets], share[1]))
    return "\n".join(lines)


def welcome(now: Mapping[str, Figures], language: str) -> str:
    """The few rows that the README of a language shows: F1 of the five reports, of those studied, of those unread."""
    sets = ("record", "dev", "val")
    lines = [_BRIEF_HEADS[language].format(dev=now["dev"].documents, val=now["val"].documents), "|---|---|---|---|"]
    for name, label in _BRIEF.items():
        cells = " | ".join(_f1(now[s].measures[name], digits=2) for s in sets)
        lines.append(f"| {label[language]} | {cells} |")
    return "\n".join(lines)


def renew(table: str, page: Path = PAGE) -> bool:
    """Put the table into the page, between its two marks; whether that changed the page.

    Raises:
        ValueError: the page has no place for it.

    """
    old = page.read_text(encoding="utf-8")
    before, opening, rest = old.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not (opening and closing):
        raise ValueError(f"{page}: no «{OPENING}» before «{CLOSING}»")
    new = f"{before}{OPENING}\n\n{table}\n\n{CLOSING}{after}"
    if new == old:
        return False
    page.write_text(new, encoding="utf-8")
    return True


def _f1(figure: Figure, *, digits: int = 3) -> str:
    return f"{figure.value:.{digits}f} ± {figure.standard_error:.{digits}f}"


def _row(name: str, cells: list[str], limits: tuple[float, float]) -> str:
    return f"| {name} | {' | '.join(cells)} | {limits[0]:.2f} | {limits[1]:.2f} |"
