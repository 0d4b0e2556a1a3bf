"""What a side is said to have agreed to, and by others to have refused."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hudna.record.dates import days, overlap
from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Disagreement, Link, Telling

_VAGUE = "other"  # a topic that says nothing


def stances(tellings: Sequence[Telling], links: Iterable[Link], sides: Mapping[str, str]) -> Iterator[Disagreement]:
    """Agreements and refusals of one side, on one topic, of one report, that different voices tell.

    A refusal without a topic of its own is on that of the demand which it answers.

    Args:
        tellings: all.
        links: all.
        sides: entity id → its side, or itself.

    """
    asked = _asked(tellings, links)
    blocks: dict[tuple[str, str, str], dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in tellings:
        topic = telling.topic if telling.topic != _VAGUE else asked.get(telling.event)
        if telling.type in ("AGREE", "REJECT") and telling.status == "actual" and topic:
            for side in {sides.get(x, x) for x in telling.actors}:
                blocks[telling.document, side, topic][telling.type].append(telling)
    for (_, side, topic), held in sorted(blocks.items()):
        agreeing, refusing = held["AGREE"], held["REJECT"]
        voices = {sides.get(x, x) for t in refusing for x in t.claimed_by}
        if agreeing and refusing and voices and side not in voices and not _apart(agreeing, refusing):
            accounts = [
                account(value, (t.claimed_by for t in told), (t.id for t in told))
                for value, told in (("agreed", agreeing), ("refused", refusing))
            ]
            yield disagreement("occurrence", None, accounts, topic=f"{topic} {side}")


def _asked(tellings: Iterable[Telling], links: Iterable[Link]) -> dict[str, str]:
    """Event → the topic of the demand that it answers."""
    topics = {t.event: t.topic for t in tellings if t.type == "REQUEST" and t.topic and t.topic != _VAGUE}
    return {x.left: topics[x.right] for x in links if x.kind == "answers" and x.right in topics}


def _apart(agreeing: Iterable[Telling], refusing: Iterable[Telling]) -> bool:
    """Whether all agreed and refused on days that exclude each other: that is no contradiction."""
    one, two = ([d for t in told if (d := days(t.date))] for told in (agreeing, refusing))
    return bool(one and two) and not any(overlap(a, b) for a in one for b in two)
