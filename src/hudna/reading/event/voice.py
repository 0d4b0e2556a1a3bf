"""Whether a verb is a passive, or its one noun phrase the object: «اتُهم الجيش بقصف …», «واتهم الجيش بقصف …»."""

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.text import ARABIC_LETTER

_DAMMA = "\u064f"
_ALEF = frozenset("اٱ")
_DERIVED = 3  # letters up to the vowel of a passive that begins with an alef: «اتُهم», «اعتُقل», «استُهدف»
_BLAMING = frozenset({"accuse"})  # frames of verbs that need both an object and «ب»


def is_written_passive(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a past tense is written with the vowel of the passive: «قُتل», «اتُهم», «استُهدف»."""
    raw = scene.page.raw(trigger.first, trigger.first + 1)[trigger.sense.cut :]
    if trigger.sense.tense != "past" or _DAMMA not in raw:
        return False
    letters = sum(bool(ARABIC_LETTER.match(c)) for c in raw[: raw.index(_DAMMA)])
    return letters == 1 or (letters <= _DERIVED and raw[0] in _ALEF)


def is_only_object(scene: EventScene, trigger: Trigger, bare: list[Chunk]) -> bool:
    """Whether a verb that needs an object has it in its one noun phrase, right before «ب»: «واتهم الحكومة بالتقصير»."""
    if trigger.entry.get("frame") not in _BLAMING or len(bare) != 1 or trigger.companion is not None:
        return False
    phrase = bare[0]
    full = bool(phrase.references) and phrase.references[-1].last == phrase.last
    behind = scene.right(trigger.last)
    charge = next((c for c in behind if c.first >= phrase.last), None)
    at_once = charge is not None and charge.prep == "ب" and charge.first == phrase.last
    return at_once and phrase.first == trigger.last and (full or bool(phrase.crowd))
