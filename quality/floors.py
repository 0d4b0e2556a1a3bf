"""The floors below which no figure may fall, each with what it stands on."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Figure:
    """F1 of one measure: its value, its bootstrap standard error and the number of gold items behind it."""

    value: float
    standard_error: float
    gold: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one set, and the digest of the gold they were measured on."""

    digest: str
    documents: int
    measures: Mapping[str, Figure]


def load_floors(path: Path = FLOORS) -> dict[str, Figures]:
    """The floors by set; none where the file is missing."""
    if not path.is_file():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: Figures(row["digest"], row["documents"], {m: Figure(**figure) for m, figure in row["measures"].items()})
        for name, row in stored.items()
    }


def save_floors(floors: Mapping[str, Figures], path: Path = FLOORS) -> None:
    """Write the floors."""
    rows = {name: asdict(figures) for name, figures in floors.items()}
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def drops(floors: Mapping[str, Figures], now: Mapping[str, Figures]) -> list[str]:
    """What fell below its floor by more than the floor's standard error, or can no longer be compared, a line each."""
    lines = []
    for name, floor in floors.items():
        if name not in now:
            lines.append(f"{name}: has floors but was not measured")
        elif floor.digest != now[name].digest:
            lines.append(f"{name}: the gold is not that of the floors; set them anew with --lower")
        else:
            lines += [f"{name}: {line}" for line in _fallen(floor, now[name])]
    return lines


def raised(floors: Mapping[str, Figures], now: Mapping[str, Figures]) -> dict[str, Figures]:
    """The floors, each moved up to the figure of now where that is higher; sets on other gold are left alone."""
    out = dict(floors)
    for name, figures in now.items():
        held = floors.get(name)
        if held is None:
            out[name] = figures
        elif held.digest == figures.digest:
            measures = {m: _higher(held.measures.get(m), figure) for m, figure in figures.measures.items()}
            out[name] = Figures(figures.digest, figures.documents, {**held.measures, **measures})
    return out


def _fallen(floor: Figures, now: Figures) -> list[str]:
    lines = []
    for measure, low in floor.measures.items():
        value = now.measures[measure].value if measure in now.measures else 0.0
        if value < low.value - low.standard_error:
            limit = f"its floor {low.value:.3f} with a standard error of {low.standard_error:.3f}"
            lines.append(f"{measure} is {value:.3f}, {limit}")
    return lines


def _higher(held: Figure | None, now: Figure) -> Figure:
    return now if held is None or now.value > held.value else held
