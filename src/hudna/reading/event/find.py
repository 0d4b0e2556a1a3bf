"""From a prepared page to the events that it tells of."""

from dataclasses import replace

from hudna.reading.abreast import begins_beside
from hudna.reading.cast import Cast
from hudna.reading.dateline import is_digest
from hudna.reading.event.allegiance import is_siding, thought_to_be
from hudna.reading.event.belligerents import (
    are_at_odds,
    belligerents,
    breached,
    complete,
    is_within_one,
    negotiators,
    with_negotiators,
    with_parties,
)
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.clause import split_clauses
from hudna.reading.event.forces import armed_party, flies_alone, is_force, is_group, only_army
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.merge import merge
from hudna.reading.event.opposition import against, by_them, in_arms, on_soil, opposition, uniformed, unmasked
from hudna.reading.event.scene import EventScene
from hudna.reading.event.sentence import events_of
from hudna.reading.event.telling import is_aimed, is_headline, token_at
from hudna.reading.event.worth import is_told
from hudna.reading.grammar import crowds, load_grammar
from hudna.reading.in_sentence import by_sentence
from hudna.reading.model import Attribution, Event, Time
from hudna.reading.page import Page
from hudna.reading.scene import is_country
from hudna.text import Span

_ELSEWHERE = frozenset({"event.accused", "event.carried", "event.purpose"})  # rules that find the doer before a noun
_SUFFERED = 8  # words back from an attack to the verb of who suffered it
_KILLED = 6  # words before «في هجمات» in which it is told who was killed
_RECENT = 8  # events back to the attack that an answer may be meant for


def find_events(
    page: Page, cast: Cast, times: tuple[Time, ...], attributions: tuple[Attribution, ...]
) -> tuple[Event, ...]:
    """The events that a document tells of, in the order of their triggers; furniture is not read."""
    digest = is_digest(page)
    party, army = None if digest else armed_party(page, cast), only_army(page, cast)
    told = _told(page, cast, times, attributions, party=party, army=army)
    grammar = load_grammar(page.document.language)
    parties = () if digest else belligerents(page, cast, grammar, [c.event for c in told])
    odds = are_at_odds(parties, cast, [c.event for c in told])
    within = [is_within_one(page, grammar, c.event) for c in told]
    told = [
        c if w else replace(c, event=complete(c.event, parties, cast, page, at_odds=odds))
        for c, w in zip(told, within, strict=True)
    ]
    told = [breached(c, parties, cast) for c in told]
    two = () if digest else negotiators(cast, told)
    told = [with_parties(with_negotiators(c, parties or two), two) for c in told]
    told = [replace(c, event=_without_itself(c.event, cast)) for c in told]
    merged = merge([c for c in told if _is_somebodys(c.event)], cast, page)
    merged = [_without_nameless(_without_state(e, cast, page), cast, page) for e in merged]
    known = opposition(merged, cast, page.document.published)
    fighters = crowds(page.document.language, "party") | crowds(page.document.language, "struck")
    merged = [by_them(unmasked(e, known, cast, party, fighters), known, cast, page) for e in merged]
    soldiers = crowds(page.document.language, "uniformed")
    merged = [in_arms(uniformed(e, known, cast, army, soldiers), cast, army) for e in merged]
    attacks = {c.event.trigger for c in told if _is_at_an_enemy(page, c)}
    aimed = [against(e, known, cast, page) if e.trigger in attacks or e.type == "THREATEN" else e for e in merged]
    merged = [on_soil(e, known, cast) for e in aimed]
    events = (e for e in merged if is_told(e, cast))
    return tuple(replace(e, id=f"v{n}") for n, e in enumerate(events, 1))


def _is_somebodys(event: Event) -> bool:
    """Whether somebody is named who does it, without whom an act of speech is told of only in the passive."""
    passive = event.rule in ("event.passive", "event.undergo") and bool(event.targets)
    return bool(event.actors) or event.type not in SPEECH or passive


def _without_itself(event: Event, cast: Cast) -> Event:
    """An attack without what would make a state hit itself: its body its own land, or the land itself as doer.

    So is an accusation of a state's forces by that state, which only went before the verb: «والتقرير … واتهم القوات».
    """
    if event.type not in (*FORCE, "ACCUSE") or event.mode == "clash" or not event.targets:
        return event
    own = {f"loc.{cast.side(a)}" for a in event.actors if not is_country(a)}
    targets = tuple(t for t in event.targets if event.type == "ACCUSE" or t not in own)
    hit = {t if is_country(t) else f"loc.{cast.side(t)}" for t in targets}
    actors = tuple(a for a in event.actors if not (is_country(a) and hit == {a}))
    return replace(event, actors=actors, targets=targets)


def _without_state(event: Event, cast: Cast, page: Page) -> Event:
    """A clash without the country whose army is named beside it: the most specific counts (GUIDE)."""
    if event.mode != "clash" or len(event.actors) < 3:  # noqa: PLR2004 - two sides
        return event
    bodies = {cast.side(a) for a in event.actors if is_force(page, cast, a)}
    return replace(event, actors=tuple(a for a in event.actors if a.removeprefix("loc.") not in bodies))


def _without_nameless(event: Event, cast: Cast, page: Page) -> Event:
    """A deed of force without doers of whom nothing is known («مسلحون مجهولون») and without bystanders as targets.

    «المسلحون» of whom the report has spoken stay. No armed group does it to itself.
    """
    if event.type not in FORCE or event.mode == "clash":
        return event
    language = page.document.language
    nobody, bystanders = crowds(language, "nobody"), crowds(language, "bystanders")
    sentence = page.sentences[page.sentence_of[token_at(page, event.trigger)]]
    words = (s for k in range(sentence.first, sentence.last) for s in page.layer(k, "crowd"))
    known = {s.entry.get("en") for s in words if s.definite and s.number == "pl"}
    actors = tuple(a for a in event.actors if a.removeprefix("unnamed: ") not in nobody - known)
    groups = {a for a in event.actors if is_group(page, cast, a)}  # soldiers of a state may hit their own
    others = (t for t in event.targets if t not in groups)
    targets = tuple(t for t in others if t.removeprefix("unnamed: ") not in bystanders)
    return replace(event, actors=actors, targets=targets)


def _is_at_an_enemy(page: Page, candidate: Candidate) -> bool:
    """Whether a deed is one against an enemy: ground won back, or an attack without a word of whom or what it hit.

    A verb of force has its object, and «هجوم على مزارعين» is one on them, also where nobody here knows the word.
    """
    if candidate.frame != "strike":
        return candidate.frame == "recover"
    i = token_at(page, candidate.event.trigger)
    if _hits_civilians(page, i, behind=candidate.event.mode == "explosives"):
        return False
    if any(s.entry.get("laid") for s in page.layer(i, "event")):
        return False
    near = range(max(i - _SUFFERED, page.sentences[page.sentence_of[i]].first), i)
    if any(s.entry.get("carries") == "undergo" for k in near for s in page.layer(k, "light")):
        return False  # «تعرضت المدينة لهجوم»: the town suffered it
    noun = any(s.pos in ("noun", "masdar") for s in page.layer(i, "event"))
    behind = token_at(page, Span(candidate.event.trigger.end - 1, candidate.event.trigger.end)) + 1
    return noun and not _has_object(page, candidate, i, behind) and not is_aimed(page, candidate.event.trigger)


def _hits_civilians(page: Page, i: int, *, behind: bool) -> bool:
    """Whether civilians fall in an attack: «قتل مئة مدني في | هجمات», ``behind`` it «انفجار … عن مقتل ثلاثة أطفال»."""
    killed = range(max(i - _KILLED, page.sentences[page.sentence_of[i]].first), i)
    words = (*killed, *range(i + 1, page.sentences[page.sentence_of[i]].last)) if behind else killed
    if not behind and page.form(i - 1) not in load_grammar(page.document.language).occasions:
        return False
    victims = (s for k in words for s in page.layer(k, "casualty") if s.entry.get("part") == "victim")
    return any(s.entry.get("victims") == "civilian" for s in victims)


def _has_object(page: Page, candidate: Candidate, i: int, behind: int) -> bool:
    """Whether a verbal noun that is not in construct with its doer has what it hit behind it: «بإحراق مئات القرى»."""
    if candidate.event.rule not in _ELSEWHERE or not any(s.pos == "masdar" for s in page.layer(i, "event")):
        return False
    prepositions = load_grammar(page.document.language).prepositions
    return page.is_word(behind) and page.form(behind) not in prepositions


def _told(
    page: Page,
    cast: Cast,
    times: tuple[Time, ...],
    attributions: tuple[Attribution, ...],
    *,
    party: str | None,
    army: str | None,
) -> list[Candidate]:
    """Every telling of an event, sentence by sentence; ``party`` and ``army`` are those that the document is about."""
    grammar = load_grammar(page.document.language)
    flier = army if army is not None and party is not None and flies_alone(page, cast, army) else None
    named = [r for r in cast.references if r.how != "nisba" and r.last - r.first > 1]
    inside = frozenset(k for r in named for k in range(r.first, r.last))  # no «بأن» in «بان كي مون»
    doubted = (i for i, form in enumerate(page.forms) if form in grammar.suspecting)
    remarks = ((i, thought_to_be(page, cast, grammar, i)) for i in doubted)
    inside |= {k for i, body in remarks if body is not None for k in range(i, body)}
    inside |= {i for i in page.verbs if is_siding(page, grammar, i)}
    days = by_sentence(page, times, lambda t: t.span)
    said = by_sentence(page, attributions, lambda a: a.content, lambda a: a.cue)
    told: list[Candidate] = []
    read = [n for n in range(len(page.sentences)) if n not in page.furniture]
    for number in read:
        sentence = page.sentences[number]
        cues = frozenset(token_at(page, a.cue) for a in said.get(number, ()))
        subjects = (r.first for r in cast.between(sentence.first + 1, sentence.last))
        beside = frozenset(i for i in subjects if begins_beside(page, cast, grammar, sentence.first, i))
        clauses = split_clauses(page, grammar, sentence.first, sentence.last, inside, said=cues, beside=beside)
        own = days.get(number, ()), said.get(number, ())
        scene = EventScene(page, cast, grammar, clauses, party, army, flier, *own)
        first = number == read[0] and page.form(sentence.last - 1) != "."
        title = first or is_headline(page, page.span(sentence.first, sentence.first + 1))
        told.extend(events_of(scene, told[-_RECENT:], title=title))
    return told
