"""Step 5 of the reading: who is presented as saying what."""

from dataclasses import dataclass, field, replace

from hudna.reading.accusation import Accusation, find_accusations
from hudna.reading.cast import Cast
from hudna.reading.clause import Stops, content, trimmed
from hudna.reading.cue import LAYER, Cue, Words, find_cues, read_words
from hudna.reading.model import Attribution
from hudna.reading.page import Page
from hudna.reading.rule import Rule
from hudna.reading.speaker import Speaker, is_media, read_speaker, skip_circumstances
from hudna.reading.statement import Statement, agrees, issuer_in_phrase, read_statement
from hudna.text import Span

_REMEMBERED = 8  # speakers to whom an elided subject may go back
_TOPIC_REACH = 40  # tokens of a sentence in which its topic is looked for
_CONJUNCTION_REACH = 5  # tokens from «في حين» to its verb
_SOURCE_REACH = 3  # tokens of title between «بحسب» and the source
_PAIR_REACH = 400  # tokens back to the two whom «الوزيران» means
_COMMAS = frozenset("،,")

RULES = (
    Rule("attribution.verb-subject", "a verb of saying with its subject after it", "قال وزير الدفاع إن [القوات انسحبت من البلدة]."),
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution before nested speech is tied together."""

    at: int
    sources: tuple[str, ...]
    cue: Span
    contents: tuple[Span, ...]
    rule: str
    via: str = ""
    relay: str | None = None
    denies: bool = False  # what others say inside a denial does not reach us through the one who denies


@dataclass(slots=True)
class _Memory:
    """Who has spoken so far: what «وأضاف», «المصدر» and «البيان» go back to."""

    spoken: list[tuple[Speaker, Cue | None, str | None]] = field(default_factory=list)
    issuer: Speaker | None = None
    unnamed: dict[str, Speaker] = field(default_factory=dict)

    def keep(self, speaker: Speaker, cue: Cue | None, relay: str | None) -> None:
        """Remember who spoke last."""
        self.spoken.append((speaker, cue, relay))
        del self.spoken[:-_REMEMBERED]
        for head in speaker.heads:
            if head != "definite":
                self.unnamed[head] = speaker

    def last(self, cue: Cue) -> tuple[Speaker, str | None] | None:
        """The last speaker who agrees with ``cue`` in gender and number, else the very last."""
        for speaker, before, relay in reversed(self.spoken[-4:]):
            if _same_person(cue, speaker, before):
                return speaker, relay
        return (self.spoken[-1][0], self.spoken[-1][2]) if self.spoken else None


def _same_person(cue: Cue, speaker: Speaker, before: Cue | None) -> bool:
    sense = cue.sense
    if sense.number == "du":
        return len(speaker.sources) > 1
    if sense.number == "pl":
        return speaker.plural or len(speaker.sources) > 1
    if speaker.gender and sense.gender:
        return speaker.gender == sense.gender and not (len(speaker.sources) > 1)
    if before and before.sense.gender and before.sense.number == "sg" and sense.gender:
        return before.sense.gender == sense.gender
    return True


def find_attributions(page: Page, cast: Cast) -> tuple[Attribution, ...]:
    """Who is presented as saying what, in the order of the cues; the reporter's own assertions are none.

    Every content lies within one sentence; sources are ids of ``cast`` or «unnamed: …».
    """
    words = read_words(page, cast)
    cues = find_cues(page, cast, words)
    table = {cue.first: cue for cue in cues}
    statements: dict[int, Statement] = {}
    for cue in cues:
        if cue.kind in ("verb", "participle", "masdar") and cue.first not in statements:
            statement = read_statement(page, cast, words, cue, table)
            statements[cue.first] = statement
            if statement.cue is not cue:
                statements[statement.cue.first] = statement
    stops = _stops(page, words, cues, statements)
    accusations = {a.first: a for a in find_accusations(page, cast, words)}
    return _tie(_Reader(page, cast, words, table, statements, stops, accusations).drafts(cues))


def _stops(page: Page, words: Words, cues: tuple[Cue, ...], statements: dict[int, Statement]) -> Stops:
    """Tokens where a reported clause ends because the reporter speaks again."""
    found: dict[int, str] = {i: "" for i, held in words.roles.items() if "own_words" in held or "unsaid" in held}
    for cue in cues:
        statement = statements.get(cue.first)
        if cue.kind in ("according", "according_clause"):
            found[cue.first] = ""
        elif statement is None or statement.opening is None:
            continue
        elif cue.kind == "participle":
            found[cue.first] = ""
        elif cue.kind == "masdar" and words.role(cue.first - 1, "preposition"):
            found[cue.first - 1] = ""
        elif cue.kind == "verb" and cue.joined:
            found[cue.first] = "" if cue.sense.number == "sg" or statement.subject else cue.sense.number
        elif cue.kind == "verb" and page.form(cue.first - 1) in _COMMAS and statement.subject and not statement.before:
            found[cue.first] = "main"
        elif cue.kind == "verb" and (at := _clause_word(page, words, cue.first)):
            found[at] = ""
        elif cue.kind == "verb" and words.role(cue.first - 1, "which") and statement.opening.kind == "that" and not statement.subject and not cue.entry.get("addressee"):
            found[cue.first - 1] = ""  # «… الهجمات التي قال إنها خلفت …»: told as a second saying
    return Stops(found)


def _clause_word(page: Page, words: Words, i: int) -> int:
    """«فيما قال …», «كما أعلن …»: the conjunction before a verb of saying, or 0."""
    for k in range(i - 1, max(i - _CONJUNCTION_REACH, -1), -1):
        last = words.role(k, "clause")
        if last and last <= i and all(words.any_role(m, "time", "auxiliary", "preposition") for m in range(last, i)):
            return k
    return 0


@dataclass(slots=True)
class _Reader:
    """One pass over the cues of a page."""

    page: Page
    cast: Cast
    words: Words
    table: dict[int, Cue]
    statements: dict[int, Statement]
    stops: Stops
    accusations: dict[int, Accusation]
    outlets: set[str] = field(default_factory=set)
    memory: _Memory = field(default_factory=_Memory)
    sentence: int = -1
    sentence_drafts: list[_Draft] = field(default_factory=list)
    sentence_speaker: tuple[Speaker, Cue | None, str | None] | None = None

    def drafts(self, cues: tuple[Cue, ...]) -> list[_Draft]:
        out: list[_Draft] = [*map(self._accused, self.accusations.values()), *self._headed()]
        done: set[int] = set()
        waiting: str | None = None
        for cue in cues:
            if cue.first in done:
                continue
            if self.page.sentence_of[cue.first] != self.sentence:
                self.sentence = self.page.sentence_of[cue.first]
                self.sentence_drafts, self.sentence_speaker = [], None
                waiting = None
            if cue.kind in ("according", "according_clause"):
                new, waiting = self._according(cue, done, out)
            else:
                statement = self.statements[cue.first]
                done.add(statement.cue.first)
                new = self._stated(statement, waiting)
            out += new
            self.sentence_drafts += new
        return out

    def _accused(self, found: Accusation) -> _Draft:
        page = self.page
        sentence = page.sentences[page.sentence_of[found.first]]
        ranges = content(page, self.words, found.opening, sentence.last, self.stops, several=False)
        spans = tuple(s for first, last, cut in ranges if (s := trimmed(page, first, last, cut)))
        rule = "attribution.mutual-accusation" if found.mutual else "attribution.noun-accusation"
        return _Draft(found.first, found.speaker.sources, page.span(found.first, found.last), spans, rule)

    def _headed(self) -> list[_Draft]:
        """«فلان: …» as headline. A place before the colon says as a rule where, not who."""
        page = self.page
        if not page.sentences or not page.sentences[0].line == 0:
            return []
        first, last, _ = page.sentences[0]
        speaker = read_speaker(page, self.cast, self.words, first)
        if speaker is None or page.form(speaker.last) != ":" or any(self._is_place(s) for s in speaker.sources):
            return []
        span = trimmed(page, speaker.last + 1, last, 0)
        cue = page.span(speaker.last, speaker.last + 1)
        return [_Draft(speaker.last, speaker.sources, cue, (span,), "attribution.headline")] if span else []

    def _is_place(self, source: str) -> bool:
        entity = self.cast.entity(source)
        return entity is not None and entity.type in ("LOC", "FAC")

    # --- verbs, participles, masdars ----------------------------------------------------------------------------------

    def _stated(self, statement: Statement, waiting: str | None) -> list[_Draft]:
        cue, opening = statement.cue, statement.opening
        if opening is None:
            return self._of_antecedent(statement)
        speaker, relay, rule = self._speaker(statement)
        if speaker is None:
            return []
        several = speaker.plural or len(speaker.sources) > 1
        ranges = content(self.page, self.words, opening, statement.end, self.stops, several=several, subordinate=self._subordinate(cue))
        spans = tuple(s for first, last, cut in ranges if (s := trimmed(self.page, first, last, cut)))
        if not spans:
            return []
        via, outlet = self._setting(statement, speaker)
        if statement.relayed_by:
            self.outlets.update(statement.relayed_by.sources)
        relay = (statement.relayed_by.sources[0] if statement.relayed_by and statement.relayed_by.sources else None) or outlet or relay or waiting
        nested = any(d.contents and d.contents[-1].start <= self.page.tokens[cue.first].span.start < d.contents[-1].end for d in self.sentence_drafts)
        if not nested:
            self.memory.keep(speaker, cue, relay)
            self.sentence_speaker = (speaker, cue, relay)
            if speaker.paper or via == "statement":
                self.memory.issuer = replace(speaker, paper=True)
        denies = cue.entry.get("force") in ("deny", "refuse")
        return [_Draft(cue.first, speaker.sources, self._cue_span(cue), spans, rule, via or speaker.via, relay, denies)]

    def _of_antecedent(self, statement: Statement) -> list[_Draft]:
        """«… وهو ما تنفيه X»: what was just reported is what X denies or confirms."""
        cue, subject = statement.cue, statement.subject
        points_back = cue.sense.pronoun in ("ه", "ها") and self.words.role(cue.first - 1, "relative")
        if not points_back or subject is None or not subject.sources or cue.entry.get("force") not in ("deny", "confirm", "refuse"):
            return []
        before = next((d for d in reversed(self.sentence_drafts) if d.contents), None)
        if before is None:
            return []
        return [_Draft(cue.first, subject.sources, self._cue_span(cue), before.contents[-1:], "attribution.antecedent")]

    def _subordinate(self, cue: Cue) -> bool:
        return bool(self.words.role(cue.first - 1, "which") or _clause_word(self.page, self.words, cue.first))

    def _cue_span(self, cue: Cue) -> Span:
        return self.page.span(cue.first, cue.last, cue.sense.cut)

    def _speaker(self, statement: Statement) -> tuple[Speaker | None, str | None, str]:
        cue, subject = statement.cue, statement.subject
        if cue.entry.get("needs_document") and statement.opening and not (subject and subject.paper):
            subject = issuer_in_phrase(self.page, self.cast, self.words, cue, statement.opening.opened) or subject
        if subject is not None:
            subject = self._resolved(subject)
            if subject is None or not subject.sources:
                return None, None, ""
            relay = self._known_relay(subject)
            rule = "attribution.transmitted" if statement.relayed_by else "attribution.subject-verb" if statement.before else "attribution.verb-subject"
            return subject, relay, rule
        if cue.kind == "verb" and self._unread_subject(statement):
            return None, None, ""
        return self._elided(cue, statement)

    def _unread_subject(self, statement: Statement) -> bool:
        """Whether words stand where the subject does that no one has read: then nobody is known to say it."""
        opening, cue = statement.opening, statement.cue
        if opening is None or opening.kind not in ("that", "quote", "colon") or cue.sense.number in ("pl", "du"):
            return False
        i = skip_circumstances(self.page, self.words, cue.last, opening.opened, self.cast)
        if i >= opening.opened or not self.page.is_word(i) or self.page.form(i) in cue.entry.get("swallows", ()):
            return False
        return not (cue.entry.get("addressee") or self.page.form(i).endswith("ا") and self.cast.at(i) is None and self.page.senses[i])

    def _known_relay(self, speaker: Speaker) -> str | None:
        """The outlet to which the same source spoke before in the document."""
        for before, _, relay in reversed(self.memory.spoken):
            if before.sources == speaker.sources:
                return relay if relay and self._is_outlet(relay) else None
        return None

    def _is_outlet(self, source: str) -> bool:
        return source in self.outlets

    def _resolved(self, speaker: Speaker) -> Speaker | None:
        """«البيان» as its issuer, «المصدر» as the source named before."""
        if speaker.paper and not speaker.sources:
            known = self.memory.spoken[-1][0] if self.memory.spoken else None
            definite = any(s.definite for s in self.page.layer(speaker.first, LAYER))
            if definite and not self.words.role(speaker.first - 1, "pointer"):
                known = self.memory.issuer or known
            return replace(speaker, sources=known.sources, plural=known.plural) if known else None
        if "two" in speaker.heads:
            two = self._last_two(speaker.first)
            return replace(speaker, sources=two, plural=True) if two else speaker
        if "definite" in speaker.heads:
            known = self.memory.unnamed.get(speaker.heads[0])
            if known:
                return replace(speaker, sources=known.sources)
            if not speaker.plural and (person := self._last_person()):
                return replace(speaker, sources=person.sources)
        return speaker

    def _last_two(self, at: int) -> tuple[str, ...]:
        """The two persons named last before token ``at``: «الوزيران», in the order of the text; () for fewer."""
        found: list[str] = []
        for reference in reversed(self.cast.between(max(0, at - _PAIR_REACH), at)):
            for source in reference.entities:
                entity = self.cast.entity(source)
                if entity and entity.type == "PER" and source not in found:
                    found.insert(0, source)
            if len(found) > 1:
                return tuple(found[-2:])
        return ()

    def _last_person(self) -> Speaker | None:
        """The person who spoke last: «المسؤول», «القائد» after a name is that one."""
        for speaker, _, _ in reversed(self.memory.spoken):
            entity = self.cast.entity(speaker.sources[0]) if len(speaker.sources) == 1 else None
            if entity and entity.type == "PER":
                return speaker
        return None

    def _elided(self, cue: Cue, statement: Statement) -> tuple[Speaker | None, str | None, str]:
        rule = "attribution.participle" if cue.kind != "verb" else "attribution.elided-speaker"
        if self.sentence_speaker and (cue.kind != "verb" or _same_person(cue, self.sentence_speaker[0], self.sentence_speaker[1])):
            return self.sentence_speaker[0], self.sentence_speaker[2], rule
        first = self.page.sentences[self.sentence].first
        if cue.sense.number in ("pl", "du") and (country := self._speaking_place(cue, statement, first)):
            return country, None, "attribution.capital-speaks"
        if cue.first - first > 1 and (topic := self._topic(cue, first)):
            return topic, None, rule
        last = self.memory.last(cue)
        return (last[0], last[1], rule) if last else (None, None, "")

    def _speaking_place(self, cue: Cue, statement: Statement, first: int) -> Speaker | None:
        """«قالوا في باكو إن …», «وفي يريفان، قالوا …»: the country whose capital it is."""
        last = statement.opening.opened if statement.opening else cue.last
        near = [*self.cast.between(cue.last, last), *self.cast.between(first, cue.first)][:1]
        for reference in near:
            entity = self.cast.entity(reference.entities[0]) if reference.entities else None
            if entity and entity.type == "LOC" and self.words.role(reference.first - 1, "preposition") and reference.first - 1 in (cue.last, first):
                side = entity.side
                source = f"loc.{side}" if side and len(side) == 3 and side.isupper() else entity.id  # noqa: PLR2004 - ISO 3166-1 alpha-3
                return Speaker((source,), reference.first, reference.last)
        return None

    def _topic(self, cue: Cue, first: int) -> Speaker | None:
        """The one whom the sentence is about, for a word of saying that names no one: its first noun phrase that agrees."""
        i = first
        while i < min(cue.first, first + _TOPIC_REACH):
            speaker = None if self.words.role(i - 1, "preposition") else read_speaker(self.page, self.cast, self.words, i)
            if speaker and speaker.sources and speaker.last <= cue.first and agrees(cue, speaker, before=True):
                return self._resolved(speaker)
            reference = self.cast.at(i)
            i = max(i + 1, speaker.last if speaker else 0, reference.last if reference else 0)
        return None

    # --- how it reaches us ----------------------------------------------------------------------------------------------

    def _setting(self, statement: Statement, speaker: Speaker) -> tuple[str, str | None]:
        """Through what the speech comes, and the outlet to which it was made: «لوكالة X», «في حديث لقناة Y»."""
        cue = statement.cue
        last = statement.opening.opened if statement.opening else cue.last
        via = str(cue.entry.get("via", ""))
        for i in range(statement.start, last):
            sense = next((s for s in self.page.layer(i, LAYER) if s.entry.get("role") == "occasion"), None)
            if sense and not via:
                via = str(sense.entry.get("via"))
        outlet = None
        for reference in self.cast.between(cue.last, last):
            if reference.entities and reference.entities[0] not in speaker.sources and is_media(self.page, self.cast, self.words, reference):
                outlet, via = reference.entities[0], via or "interview"
                self.outlets.add(outlet)
        if not via and speaker.media:
            via = "report"
        return via, outlet

    # --- «بحسب X» -----------------------------------------------------------------------------------------------------

    def _according(self, cue: Cue, done: set[int], out: list[_Draft]) -> tuple[list[_Draft], str | None]:
        """Content before or after «بحسب X»; an outlet behind another's speech is its relay."""
        page, words = self.page, self.words
        sentence = page.sentences[self.sentence]
        at = cue.last
        verb = self.table.get(at) if cue.kind == "according_clause" else None
        if cue.kind == "according_clause":
            if verb is None:
                return [], None
            statement = self.statements.get(at)
            if page.form(cue.first).endswith("كما") and (cue.first - sentence.first <= 1 or statement and statement.opening):
                return [], None  # «كما» is «also» here
            done.add(at)
            at = verb.last
        speaker = self._source_at(at, sentence.last)
        if speaker is None or not speaker.sources:
            return [], None
        leads = cue.first - sentence.first <= 1 or page.form(cue.first - 1) in _COMMAS and cue.joined or bool(words.any_role(cue.first - 1, "that", "clause"))
        if leads:
            return self._content_after(cue, speaker, sentence.last)
        return self._content_before(cue, speaker, sentence.first, out), None

    def _source_at(self, at: int, end: int) -> Speaker | None:
        while at < end and self.words.role(at, "paper") and self.cast.at(at) is None:
            at += 1
        for i in range(at, min(end, at + _SOURCE_REACH)):
            if self.words.any_role(i, "which", "clause") or (i > at and self.words.role(i, "preposition")):
                return None
            speaker = read_speaker(self.page, self.cast, self.words, i)
            if speaker:
                return self._resolved(speaker)
            if self.words.any_role(i, "that") or self.page.form(i) in _COMMAS:
                return None
        return None

    def _content_after(self, cue: Cue, speaker: Speaker, end: int) -> tuple[list[_Draft], str | None]:
        page, words = self.page, self.words
        i = skip_circumstances(page, words, speaker.last, min(end, speaker.last + 3))
        if last := words.role(i, "that"):
            i = last
        nested = next((c for k in range(i, min(end, i + 4)) if (c := self.table.get(k)) and c.kind == "verb"), None)
        if nested and self.statements[nested.first].opening:
            return [], speaker.sources[0]
        stop = self.stops.after(i, several=True)
        span = trimmed(page, i, end if stop is None else min(stop, end), 0)
        if not span:
            return [], None
        self.memory.keep(speaker, None, None)
        self.sentence_speaker = (speaker, None, None)
        return [_Draft(cue.first, speaker.sources, self._cue_span(cue), (span,), "attribution.according-to", speaker.via or ("report" if speaker.media else ""))], None

    def _content_before(self, cue: Cue, speaker: Speaker, first: int, out: list[_Draft]) -> list[_Draft]:
        page = self.page
        at = page.tokens[cue.first].span.start
        told = [d for d in self.sentence_drafts if set(d.sources) != set(speaker.sources) and d.rule != "attribution.according-to"]
        if told:
            for d in told:
                if d.relay is None:
                    out[out.index(d)] = replace(d, relay=speaker.sources[0])
            return []
        done = [d.contents[-1].end for d in self.sentence_drafts]
        start = first
        if done:
            start = max([k for k in range(first, cue.first) if page.tokens[k].span.start < max(done)], default=first - 1) + 1
        span = trimmed(page, start, cue.first, 0)
        if span is None or span.end > at:
            return []
        self.memory.keep(speaker, None, None)
        return [_Draft(cue.first, speaker.sources, self._cue_span(cue), (span,), "attribution.according-to", speaker.via or ("report" if speaker.media else ""))]


def _tie(drafts: list[_Draft]) -> tuple[Attribution, ...]:
    """Attributions from drafts; what is said inside another's words has that other as relay."""
    holders = sorted({(s.start, s.end, d.sources[0], d.relay) for d in drafts if not d.denies for s in d.contents}, key=lambda h: (h[0], -h[1], h[2]))
    out: list[Attribution] = []
    open_holders: list[tuple[int, int, str, str | None]] = []
    k = 0
    for draft in sorted(drafts, key=lambda d: (d.cue.start, d.at)):
        while k < len(holders) and holders[k][0] <= draft.cue.start:
            while open_holders and open_holders[-1][1] <= holders[k][0]:
                open_holders.pop()
            open_holders.append(holders[k])
            k += 1
        while open_holders and open_holders[-1][1] < draft.cue.end:
            open_holders.pop()
        relay = draft.relay
        if draft.rule not in ("attribution.according-to", "attribution.antecedent"):
            around = next((h for h in reversed(open_holders) if h[2] not in draft.sources), None)
            relay = around[2] if around else relay
        out += [
            Attribution(source, draft.cue, span, draft.via or "unknown", None if relay in draft.sources else relay, draft.rule)
            for span in draft.contents
            for source in draft.sources
        ]
    return tuple(out)
