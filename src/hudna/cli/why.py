"""``hudna why``."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from hudna.cli.output import put
from hudna.cli.records import RECORD, opened
from hudna.cli.verdict import told_verdict
from hudna.export import as_json, seen
from hudna.views import INVERSE, Chain, Dossier, Explanation, Ground, Measured, Party, Tie, day_told, explain, table

_MENTIONS = 20  # mentions of an entity that people are shown; --json gives all


@click.command()
@RECORD
@click.argument("ident", metavar="ID")
@click.option("--json", "as_json_", is_flag=True, help="Print JSON.")
def why(record: Path, ident: str, *, as_json_: bool) -> None:
    """Show where a fact comes from.

    ID is any id that the other commands print: of a fact, an event, a link, a truce, an entity, a disagreement, a
    lineage or a document; also of a fact that somebody rejected.
    """
    with opened(record) as store:
        dossier = Dossier.of(store)
        current = store.resolve(ident)
    try:
        answer = explain(dossier, current, table())
    except KeyError:
        raise click.ClickException(f"the record holds nothing with the id {ident!r}") from None
    if as_json_:
        put(json.dumps(as_json(answer), ensure_ascii=False, indent=1) + "\n", None)
        return
    for line in _told(answer):
        click.echo(line)


def _told(answer: Explanation) -> Iterator[str]:
    yield from _heading(answer)
    yield from _ties(answer)
    for whole in answer.within:
        yield f"  belongs to {whole}"
    for join in answer.joins:
        yield f"  joined by {join.rule}: {seen(join.why)} ({join.left} + {join.right})"
    for held in answer.links:
        yield from _tie(answer.id, held)
    for ground in answer.grounds:
        yield from _ground(ground)
    for chain in answer.chains:
        yield from _chain(chain)
    yield from _mentions(answer)
    for verdict in answer.verdicts:
        yield ""
        yield from (f"  {line}" for line in told_verdict(verdict))


def _mentions(answer: Explanation) -> Iterator[str]:
    for mark in answer.mentions[:_MENTIONS]:
        yield f"  {mark} «{seen(mark.quote)}» ({mark.fact})"
    if len(answer.mentions) > _MENTIONS:
        yield f"  and {len(answer.mentions) - _MENTIONS} mentions more"


def _heading(answer: Explanation) -> Iterator[str]:
    yield f"{answer.what} {answer.id}: {seen(answer.title)}"
    if answer.party:
        yield f"  {_name(answer.party)}" + (f", side {answer.party.side}" if answer.party.side else "")
    if answer.spellings:
        yield "  written " + ", ".join(f"«{seen(s)}» × {n}" for s, n in answer.spellings)
    if answer.lexicon:
        yield f"  joined by its entry in the lexicon: {answer.lexicon}"
    if answer.published:
        yield f"  published {answer.published}"


def _ties(answer: Explanation) -> Iterator[str]:
    """The offices of a person, and what an entity is to others."""
    for office in answer.offices:
        yield f"  called {seen(str(office))} ({', '.join(office.documents)})"
    for tie in answer.ties:
        yield f"  {seen(str(tie))} ({tie.other.id}): {seen(tie.why)} ({tie.source})"


def _tie(ident: str, held: Tie) -> Iterator[str]:
    """A link seen from the event asked about: its other end with its words."""
    relation, other, words = held.kind, held.right, held.words_right
    if ident == held.right:
        relation, other, words = INVERSE[held.kind].replace("_", " "), held.left, held.words
    yield f"  {relation.replace('_', ' ')} {other} «{seen(words)}»"
    yield f"    by {held.rule}: {seen(held.why)} ({held.id})"


def _chain(chain: Chain) -> Iterator[str]:
    """The day of an undated document with its reasons, in their order."""
    yield ""
    yield f"  document {seen(chain.document)}, which bears no date: {day_told(chain)} ({chain.id})"
    for number, reason in enumerate(chain.reasons, 1):
        yield f"    {number}. {reason.source} «{seen(reason.source.quote)}»"
        yield f"       {reason.rule}: {seen(reason.why)}"
    if not chain.reasons:
        yield "    nothing in it tells which day it is of"


def _ground(ground: Ground) -> Iterator[str]:
    yield ""
    yield f"  {ground.source} «{seen(ground.source.quote)}»"
    yield f"    fact: {ground.id}, {ground.kind}"
    yield f"    sentence: {seen(ground.sentence)}"
    yield f"    claimed by: {_names(ground.claimed_by) or 'nobody; the report tells it in its own voice'}"
    if ground.disputed_by:
        yield f"    denied by: {_names(ground.disputed_by)}"
    if ground.relays:
        yield f"    relayed by: {_names(ground.relays)}"
    if ground.agency:
        yield f"    agency: {seen(ground.agency)}"
    yield f"    rule: {ground.rule or 'none of its own'}, {_measured(ground.of_rule)}"
    if ground.purpose:
        yield f"    the rule reads: {ground.purpose}"
    yield f"    facts of this kind: {_measured(ground.of_kind)}"


def _measured(measured: Measured | None) -> str:
    return f"precision {measured.precision:.2f} over {measured.cases} cases" if measured else "not measured"


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(_name(p) for p in parties)


def _name(party: Party) -> str:
    """Arabic and English name with the id."""
    if party.unnamed:
        return seen(party.id)
    names = " / ".join(dict.fromkeys(seen(n) for n in (party.ar, party.en) if n))
    return f"{names} ({party.id})"
