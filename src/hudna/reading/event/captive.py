"""Who holds whom by a passive participle: «كان محتجزا لدى الحركة», «لا تزال المدينة محاصرة».

A participle only describes («المحتجزون لدى الحركة») unless it is a predicate that says in whose hands somebody was, or
that he still is.
"""

from dataclasses import replace

from hudna.reading.event.agreement import agrees
from hudna.reading.event.chunk import AGENT, Chunk
from hudna.reading.event.companion import HOLDER_NEAR, pronoun_of_holder
from hudna.reading.event.owner import owner_of
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.subject import subject_before
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import is_private
from hudna.reading.finite import finite
from hudna.text import COMMAS


def roles_of_held(scene: EventScene, trigger: Trigger) -> Roles:
    """Who holds, by «لدى» or «من قبل», and who is held: the noun before the participle."""
    roles = Roles(rule="event.held")
    right = scene.right(trigger.last)
    captor = next((c for c in right if c.prep in scene.grammar.holding or c.prep == AGENT), None)
    if captor is not None:
        roles = add(scene, roles, "actor", captor)
    elif (pronoun := _pronoun(scene, trigger)) and (owner := owner_of(scene, trigger.first, pronoun)) is not None:
        roles = replace(roles, actors=owner.entities)
    held = _held(scene, trigger)
    if held is None or is_private(scene, held) or (held.adjectival and not held.headed and not held.crowd):
        return roles
    added = add(scene, roles, "target", held)
    return replace(added, targets=tuple(t for t in added.targets if t not in roles.actors))


def _pronoun(scene: EventScene, trigger: Trigger) -> str:
    words = range(trigger.last, min(trigger.last + HOLDER_NEAR, scene.clauses.end))
    return next((p for k in words if (p := pronoun_of_holder(scene.grammar, scene.page.form(k)))), "")


def _held(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """The people or town right before a participle, else the subject of which it is said."""
    first, _ = scene.clauses.around(trigger.first)
    was = next((s for k in scene.before(trigger.first) for s in scene.page.senses[k] if s.entry.id == "كان"), None)
    last = trigger.first - (was is not None and was in scene.page.senses[trigger.first - 1])  # «جنودا | كانوا محتجزين»
    apart = range(last - 1, first - 1, -1) if last < trigger.first else ()
    parted = next((k for k in apart if finite(scene.page, k) is not None or scene.page.form(k) in COMMAS), None)
    phrases = scene.chunks(first if parted is None else parted + 1, last)
    if phrases and phrases[-1].last >= last:
        return phrases[-1]._replace(prep="")
    subject = subject_before(scene, trigger.first)
    return None if was is not None and subject is not None and not agrees(scene.page, was, subject) else subject
