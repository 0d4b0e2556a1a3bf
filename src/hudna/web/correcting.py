"""Values of a fact as a form shows them, in the language of the page, and what a form means that comes back."""

import re
from collections.abc import Iterator

from hudna.export.brief import Voice
from hudna.record.judgements import FIELDS
from hudna.views import Doubt, Field, Party

_LIST = re.compile(r"\s*[,،;؛]\s*")
_MARKS = str.maketrans(dict.fromkeys(",،;؛", " "))  # part names in a field


def shown(voice: Voice, doubt: Doubt) -> dict[str, str]:
    """The fields of a fact that say something, as a form shows them: names and descriptions in words."""
    return {field.name: _joined(voice, doubt, field) for field in doubt.fields}


def meant(voice: Voice, doubt: Doubt, typed: dict[str, str]) -> dict[str, str]:
    """Of what a form says the fields that are no more as they were shown, with what stayed of them as it is kept."""
    before, held = shown(voice, doubt), {field.name: field for field in doubt.fields}
    changed = {name: value for name, value in typed.items() if value != before.get(name, "")}
    return {n: _kept(voice, doubt, held[n], value) if n in held else value for n, value in changed.items()}


def _joined(voice: Voice, doubt: Doubt, field: Field) -> str:
    labels = dict(_labels(voice, doubt, field))
    return str(voice.words("list", "comma")).join(labels) if labels else field.value


def _kept(voice: Voice, doubt: Doubt, field: Field, value: str) -> str:
    labels = dict(_labels(voice, doubt, field))
    return ", ".join(labels.get(part, part) for part in _LIST.split(value)) if labels else value


def _labels(voice: Voice, doubt: Doubt, field: Field) -> Iterator[tuple[str, str]]:
    """What is shown for each thing that a field names or describes, and how it is kept."""
    if field.parties:
        pairs = [(_name(voice, party), party.id) for party in field.parties]
    elif FIELDS[doubt.what][field.name] in ("text", "texts"):
        pairs = [(voice.described(text), text) for text in _LIST.split(field.value)]
    else:
        return
    taken: set[str] = set()
    for said, kept in pairs:
        label = base = " ".join((said or kept).translate(_MARKS).split())
        number = 1
        while label in taken:
            number += 1
            label = f"{base} ({number})"
        taken.add(label)
        yield label, kept


def _name(voice: Voice, party: Party) -> str:
    if party.unnamed:
        return "".join(run.text for run in voice.name(party))
    return party.name(voice.words.language)
