"""The two parties whose conflict a document is about, where it leaves no doubt."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from hudna.reading.cast import Cast
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.chunker import chunks
from hudna.reading.event.forces import is_force
from hudna.reading.event.telling import token_at
from hudna.reading.foremost import foremost
from hudna.reading.grammar import Grammar
from hudna.reading.model import Event
from hudna.reading.page import Page
from hudna.reading.scene import is_state

_CLEAR = 2  # a pair must be told at least this often, and more often than any other
_BETWEEN_WINDOW = 16  # words after «بين» in which both parties must be named
_NEAR = 5  # words from a clash to the «بين» of those who fight
_SHORT = 3  # letters of the longest word that is no name with «و» before it
_YEAR = 4  # letters of a date that is but a year
BOTH = "unnamed: the parties"  # «الطرفان», as events/crowd.yaml names them
_ONE_WAY = frozenset({"event.passive", "event.undergo"})  # «اتُّهمت الحكومة»: who is blamed does not blame
_NEGOTIATIONS = frozenset({"talks", "negotiation", "dialogue", "dialogue_noun"})  # entries of events/talk.yaml
_ASKED_OF_BOTH = frozenset({"ceasefire", "negotiations", "mediation", "de-escalation"})


def belligerents(page: Page, cast: Cast, grammar: Grammar, events: Iterable[Event]) -> tuple[str, ...]:
    """Ids of the two parties, states as countries, in the order of their first mention; () where no pair stands out."""
    pairs: Counter[frozenset[str]] = Counter()
    together: Counter[frozenset[str]] = Counter()
    for event in events:
        sides = _sides(event.actors, cast) | _sides(event.targets, cast)
        if event.type == "ASSAULT" and len(sides) == 2:  # noqa: PLR2004 - a pair
            pairs[frozenset(sides)] += 2 if event.mode == "clash" else 1
        elif event.type == "ASSAULT" and len(sides) == 1:  # whom one side blames it fights
            tellers, befell = _sides(event.claimed_by, cast) - sides, _befell_state(event, sides)
            pairs.update(frozenset((*sides, c)) for c in tellers if not (befell and is_state(c)))
        elif _is_mutual(event) and len(sides) == 2:  # noqa: PLR2004 - a pair
            pairs[frozenset(sides)] += 2
    for i, token in enumerate(page.tokens):
        if token.form == "بين":
            last = min(page.sentences[page.sentence_of[i]].last, i + _BETWEEN_WINDOW)
            named = chunks(page, cast, grammar, i, last)[:1]
            ids = [e for c in named for r in c.named for e in r.entities]
            pairs.update(frozenset(p) for p in combinations(sorted(_sides(ids, cast)), 2))
            together[frozenset(ids)] += 1
    pair = foremost(pairs)
    return _named(pair, cast, together) if pair is not None and pairs[pair] >= _CLEAR else ()


def _befell_state(event: Event, sides: Iterable[str]) -> bool:
    """Whether an attack by nobody named befell a state: who tells of it need not fight that."""
    return not event.actors and all(map(is_state, sides))


def negotiators(cast: Cast, told: Iterable[Candidate]) -> tuple[str, ...]:
    """Ids of the two who are told to negotiate or to have agreed with each other, () where others are too."""
    pairs: set[frozenset[str]] = set()
    together: Counter[frozenset[str]] = Counter()
    for event in (c.event for c in told if c.event.type == "AGREE" or c.entry in _NEGOTIATIONS):
        sides = _sides(event.actors, cast)
        persons = sum(map(cast.is_person, event.actors))
        if len(sides) == len(event.actors) == 2 > persons:  # noqa: PLR2004 - a pair
            pairs.add(frozenset(sides))
            together[frozenset(event.actors)] += _CLEAR
    return _named(pairs.pop(), cast, together) if len(pairs) == 1 else ()


def is_within_one(page: Page, grammar: Grammar, event: Event) -> bool:
    """Whether a clash is told to be one between factions of the same side: «اشتباكات بين فصائل مختلفة في الحركة»."""
    if event.mode != "clash" or len(event.actors) > 1:
        return False
    i = token_at(page, event.trigger)
    if not event.actors:
        return page.form(i + 1) in grammar.communal  # «اشتباكات قبلية»: of none of the parties
    last = page.sentences[page.sentence_of[i]].last
    between = next((k for k in range(i, min(i + _NEAR, last)) if page.form(k) == "بين"), last)
    if between + 1 >= last or page.form(between + 1) not in grammar.factions:
        return False
    for k in range(between + 2, min(between + _BETWEEN_WINDOW, last)):
        if not page.is_word(k) or page.form(k) in grammar.prepositions:
            break
        if page.form(k).startswith("و") and len(page.form(k)) > _SHORT:
            return False  # «بين فصائل المعارضة والجيش»
    return True


def are_at_odds(parties: tuple[str, ...], cast: Cast, events: Iterable[Event]) -> bool:
    """Whether two parties are told to fight, who are not only two states with an accord between them."""
    both = _sides(parties, cast)
    if not all(map(is_state, both)):
        return True
    told = (e for e in events if e.type == "ASSAULT" or _is_mutual(e))
    return any(both <= _sides((*e.actors, *e.targets, *(e.claimed_by if e.actors else ())), cast) for e in told)


def _is_mutual(event: Event) -> bool:
    """Whether those who accuse are the accused: «تتبادل الدولتان الاتهامات»."""
    return event.type == "ACCUSE" and event.actors == event.targets


def complete(event: Event, parties: tuple[str, ...], cast: Cast, page: Page, *, at_odds: bool) -> Event:
    """A demand for a truce or talks that names nobody is addressed to the parties; unnamed clashes are theirs.

    So are truces and agreements that are concluded by nobody named. ``at_odds`` says that the parties fight.
    """
    if event.type == "ASSAULT" and event.mode == "clash" and len(event.actors) == 1 and not event.targets:
        event = _with_teller(event, cast, page)
    if event.type == "MOBILIZE" and event.status == "denied" and not event.actors and len(event.claimed_by) == 1:
        event = replace(event, actors=event.claimed_by, claimed_by=())  # «قالت أنقرة إنه لا داعي للتعبئة»: her own
    if not parties:
        return event
    if BOTH in event.actors + event.targets:
        event = replace(event, actors=_open(event.actors, parties), targets=_open(event.targets, parties))
    if event.type == "REQUEST" and not event.targets and event.topic in _ASKED_OF_BOTH:
        own = _sides(event.actors, cast)
        return replace(event, targets=tuple(p for p in parties if not _sides((p,), cast) & own))
    if event.type == "ACCUSE" and not event.actors and event.rule not in _ONE_WAY:
        return replace(event, actors=parties, targets=parties)
    if event.type == "AGREE" and not event.actors:
        return replace(event, actors=parties)  # «الاتفاق الذي أبرم في أوسلو»
    if event.type == "ASSAULT" and event.mode == "clash" and not event.targets and at_odds:
        named, both = _sides(event.actors, cast), _sides(parties, cast)
        if not event.actors or (len(event.actors) == 1 and named < both):
            return replace(event, actors=parties)  # «الاشتباكات», «الاشتباكات مع أرمينيا»
    return event


def with_negotiators(told: Candidate, two: tuple[str, ...]) -> Candidate:
    """Talks and agreements of nobody named are those of the two who negotiate: «انهارت المحادثات», «تم الاتفاق على»."""
    event = told.event
    joint = told.entry in _NEGOTIATIONS or event.type == "AGREE"
    if len(event.date or "") == _YEAR and event.type == "AGREE":
        return told  # «وقعا اتفاقا عام 2005»: others may have
    if not two or (event.actors and event.actors != (BOTH,)) or not joint or event.status not in ("actual", "planned"):
        return told
    return replace(told, event=replace(event, actors=two))


def with_parties(told: Candidate, two: tuple[str, ...]) -> Candidate:
    """A mediation between nobody named is one between the two who negotiate: «وتقوم كينيا بدور الوسيط»."""
    event = told.event
    if event.mode != "third-party" or not (two and event.actors) or event.targets or set(two) & set(event.actors):
        return told
    return replace(told, event=replace(event, targets=two))


def breached(told: Candidate, parties: tuple[str, ...], cast: Cast) -> Candidate:
    """A breach of a truce is one against the party that alleges it: «قال المتمردون إن الجيش خرق الهدنة».

    A third state that tells of it is no party, nor is one of two states unless the document is about these two.
    """
    event = told.event
    own, tellers = _sides(event.actors, cast), _sides(event.claimed_by, cast)
    alone = len(own) == len(tellers - own) == 1
    if told.frame != "breach" or event.rule == "event.accused" or event.targets or not alone:
        return told
    both, side = own | tellers, next(iter(tellers - own))
    if not (both <= _sides(parties, cast) if parties else not all(map(is_state, both))):
        return told
    body = cast.stands_for(side) or next(c for c in event.claimed_by if cast.party(c) == side)
    return replace(told, event=replace(event, targets=(body,)))


def _with_teller(event: Event, cast: Cast, page: Page) -> Event:
    """A clash that names one side alone, told by another: «المعارك مع المتسللين» are the teller's own.

    A teller without a side who is no force («المرصد») fights nobody, nor who only blames another for the fighting.
    """
    blames = event.rule == "event.accused"
    tellers = _sides((c for c in event.claimed_by if is_force(page, cast, c) or (cast.side(c) and not blames)), cast)
    if len(tellers) != 1 or tellers <= _sides(event.actors, cast):
        return event
    side, armed = next(iter(tellers)), any(is_force(page, cast, c) for c in event.claimed_by)
    other = _sides(event.actors, cast)
    i = token_at(page, event.trigger)
    own = armed or any(page.form(k) == "مع" for k in range(i + 1, i + 1 + _NEAR))  # «الاشتباكات مع قرغيزستان»
    if not own and other and all(map(is_state, tellers | other)):
        return event  # «قالت كلينتون إن العنف ضد إسرائيل …»: a third state
    body = f"loc.{side}" if is_state(side) else next((c for c in event.claimed_by if cast.party(c) == side), None)
    return event if body is None else replace(event, actors=(body, *event.actors))


def _open(ids: tuple[str, ...], parties: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x for i in ids for x in (parties if i == BOTH else (i,))))


def _sides(ids: Iterable[str], cast: Cast) -> frozenset[str]:
    return frozenset(side for i in ids if (side := cast.party(i)))


def _named(pair: frozenset[str], cast: Cast, together: Counter[frozenset[str]]) -> tuple[str, ...]:
    """The entities that stand for the two sides, in the order of their first mention.

    Two who are named ``together`` again and again are meant themselves: «بين فتح وحماس».
    """
    order = {e.id: n for n, e in enumerate(cast.entities)}
    twice = (ids for ids, times in together.most_common() if times >= _CLEAR and len(ids) == len(pair))
    both = next((ids for ids in twice if _sides(ids, cast) == pair), None)
    out = both or {chosen for side in pair if (chosen := cast.stands_for(side)) is not None}
    return tuple(sorted(out, key=lambda x: order[x])) if len(out) == len(pair) else ()
