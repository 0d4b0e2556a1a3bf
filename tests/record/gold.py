"""Annotations as readings: entities by name, type and side only, without lexicon ids and roles."""

import importlib.util
import json
from pathlib import Path
from typing import Any

from hudna.reading import Attribution, Casualty, Entity, Event, Loss, Mention, Published, Reading, Truce, Violation
from hudna.text import Document, Span


def convert(folder: Path, score: Path) -> list[tuple[Document, Reading]]:
    """Every annotated report of a gold folder; ``score`` is the script that knows the annotation format."""
    spec = importlib.util.spec_from_file_location("score", score)
    assert spec
    assert spec.loader
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)
    index = {
        row["id"]: row for row in map(json.loads, (folder / "index.jsonl").read_text(encoding="utf-8").splitlines())
    }
    out = []
    for file in sorted(folder.glob("*.json")):
        raw = json.loads(file.read_text(encoding="utf-8"))
        if "mentions" not in raw:
            continue
        with (folder / "texts" / f"{file.stem}.txt").open(encoding="utf-8", newline="") as lines:
            text = lines.read()
        given = index.get(file.stem, {})
        document = Document(
            file.stem, text, text.split("\n")[0], outlet=given.get("outlet"), published=given.get("date")
        )
        gold = measure.whole(measure.from_gold(raw, text))
        out.append((document, _reading(document, gold, measure)))
    return out


def _reading(document: Document, gold: dict[str, Any], measure: Any) -> Reading:
    local = {e["id"]: e["id"] if measure.country(e["id"]) else f"e{n}" for n, e in enumerate(gold["entities"])}
    names: dict[str, str] = {}
    for m in gold["mentions"]:
        names[m["entity"]] = max(names.get(m["entity"], ""), document.text[m["start"] : m["end"]], key=len)
    published = gold["document"]["published"]["value"]

    def fact(form: type[Any], value: dict[str, Any], quote: str, **fields: Any) -> Any:
        """A gold item as a fact: ids local, spans as spans, what the reading does not know left out."""
        known = set(form.__dataclass_fields__)
        held: dict[str, Any] = {}
        for key, item in value.items():
            if key not in known or item is None:
                continue
            if isinstance(item, list) and item and isinstance(item[0], int):
                held[key] = Span(*item)
            elif isinstance(item, list):
                held[key] = tuple(dict.fromkeys(local.get(x, x) for x in item))
            else:
                held[key] = local.get(item, item) if key in ("place", "source", "relay") else item
        held.setdefault("evidence", Span(*measure.sentence_of(document.text, value[quote][0])))
        return form(**{k: v for k, v in (held | fields).items() if k in known})

    def truce(number: int, value: dict[str, Any]) -> Truce:
        broken = tuple(fact(Violation, v, "quote") for v in value["violations"])
        fields = {"id": value.get("id") or f"t{number}", "kind": value.get("kind") or "ceasefire", "violations": broken}
        made: Truce = fact(Truce, value | {"terms": None, "violations": None}, "quote", **fields)
        return made

    return Reading(
        document.name,
        document.sha256,
        "gold",
        published=Published(published, "metadata" if published else "unknown"),
        entities=tuple(
            Entity(local[e["id"]], e["type"], names.get(e["id"], e["id"]), side=e.get("side")) for e in gold["entities"]
        ),
        mentions=tuple(
            Mention(Span(m["start"], m["end"]), local.get(m["entity"], m["entity"])) for m in gold["mentions"]
        ),
        attributions=tuple(fact(Attribution, a, "content") for a in gold["attributions"]),
        events=tuple(fact(Event, e, "trigger") for e in gold["events"]),
        casualties=tuple(fact(Casualty, c, "quote") for c in gold["casualties"]),
        losses=tuple(fact(Loss, x, "quote", id=f"x{n}") for n, x in enumerate(gold["losses"])),
        truces=tuple(truce(n, x) for n, x in enumerate(gold["truces"])),
    )
