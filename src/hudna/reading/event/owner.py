"""Whom a pronoun on a noun stands for: «هجماتهم», «انسحابها», «اعتقاله»."""

from hudna.reading.cast import Reference
from hudna.reading.event.particle import preposition_at
from hudna.reading.event.scene import EventScene


def owner_of(scene: EventScene, i: int, pronoun: str) -> Reference | None:
    """The nearest reference before token ``i`` that ``pronoun`` can stand for: no mere place, and of its gender."""
    for reference in reversed(scene.cast.between(scene.clauses.starts[0], i)):
        if reference.how == "nisba" or scene.only_places((reference,)):
            continue
        if preposition_at(scene.page, scene.cast, reference.first) == "ل":
            continue  # «القوات المناهضة لروسيا … هجومهم»
        if _agrees(scene, reference, pronoun):
            return reference
    return None


def _agrees(scene: EventScene, reference: Reference, pronoun: str) -> bool:
    """Whether a name and a pronoun agree.

    «هم» stands for people, «ها» for feminines, things in the plural and countries, «ه» for the rest.
    """
    form = scene.page.form(reference.first)
    if pronoun == "هم":
        return form.endswith(("ون", "ين")) or len(reference.entities) > 1
    feminine = form.endswith(("ه", "ات")) or any(e.startswith("loc.") for e in reference.entities)
    return feminine == (pronoun == "ها") and not form.endswith(("ون", "ين"))
