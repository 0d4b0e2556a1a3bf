"""Chunks: the prepositional and bare noun phrases beside an event word, with whom they name."""

from dataclasses import replace
from typing import NamedTuple

from hudna.reading.cast import Cast, Reference
from hudna.reading.event.clause import finite, may_be_finite
from hudna.reading.event.grammar import Grammar
from hudna.reading.page import Page
from hudna.text import TokenKind

_COMMAS = frozenset("،,")
_QUOTES = frozenset("\"«»“”„‘’'()[]")
_ASIDE = 6  # words that an aside between commas may have
AGENT = "agent"  # preposition of the doer of a passive («من قبل», «على يد»)


class Chunk(NamedTuple):
    """A noun phrase and the preposition before it.

    Attributes:
        prep: normalised preposition, "" for a bare phrase, AGENT for «من قبل» and the like.
        first: its first token.
        last: one past its last token.
        references: whom or what it refers to, in order; adjectives of nationality included.
        crowd: English name of an unnamed agent that heads it («مسلحون» → gunmen), or None.
        thing: whether it is headed by something that is hit («مواقع», «منزل»).
        party: whether the unnamed agent is a definite armed party («المتمردون»).
        headed: whether it begins with a name or with a word of events/crowd.yaml, not with a noun unknown here.

    """

    prep: str
    first: int
    last: int
    references: tuple[Reference, ...]
    crowd: str | None
    thing: bool
    party: bool = False
    headed: bool = True

    @property
    def named(self) -> tuple[Reference, ...]:
        """References other than adjectives of nationality, or those where there are no others."""
        full = tuple(r for r in self.references if r.how != "nisba")
        return full or self.references


def preposition_at(page: Page, cast: Cast, i: int) -> str:
    """The particle of a preposition that is written onto token ``i``, "" for none."""
    form = page.tokens[i].form
    senses = page.senses[i]
    if senses:
        held = {s.clitics[-1:] if s.clitics[-1:] in ("ب", "ل", "ك") else "" for s in senses}
        return held.pop() if len(held) == 1 else ""
    body = form[1:] if form[0] in "وف" and len(form) > 3 else form  # noqa: PLR2004 - a particle and a word
    if body.startswith(("لل", "بال", "كال")) and len(body) > 4:  # noqa: PLR2004 - particle, article and a word
        return body[0]
    reference = cast.at(i)
    if reference is not None and reference.first == i:
        cut = cast.clitics_before_name(page.tokens[i].span)
        return form[cut - 1] if cut and form[cut - 1] in "بلك" else ""
    return ""


def conjoined(page: Page, i: int) -> bool:
    """Whether «و» is written onto token ``i``: not where the lexicon knows the word with it («وزير»)."""
    form = page.tokens[i].form
    if form[0] != "و" or len(form) <= 2:  # noqa: PLR2004 - «و» and a word
        return False
    whole = page.senses[i] and any(not s.clitics for s in page.senses[i])
    named = any(s.cut == 0 for hit in page.names.get(i, ()) for s in hit.senses)
    return not (whole or named)


def chunks(page: Page, cast: Cast, grammar: Grammar, first: int, last: int) -> tuple[Chunk, ...]:
    """The noun phrases among tokens ``first`` to ``last``, in order, up to a mark that closes the clause."""
    out: list[_Draft] = []
    i = first
    while i < last:
        token = page.tokens[i]
        if token.kind in (TokenKind.MARK, TokenKind.BREAK):
            if token.form not in _QUOTES:
                if token.form not in _COMMAS:
                    break
                if (closing := _parenthetical(page, cast, i, last)) is not None:
                    i = closing
                    continue
                if not _continues(page, cast, grammar, i + 1, last):
                    break
                if out:
                    out[-1].after_comma = out[-1].listed_up_to(i)  # «X، Y» lists; «X اليوم، Y» does not
            i += 1
            continue
        if i + 1 < last and (token.form.lstrip("وف") or token.form, page.tokens[i + 1].form) in grammar.by_agent:
            out.append(_Draft(AGENT, i + 2))
            i += 2
            continue
        bare = token.form[1:] if token.form[0] in "وف" and token.form[1:] in grammar.prepositions else token.form
        reference = cast.at(i)
        counted = page.tokens[min(i + 1, last - 1)].kind is TokenKind.NUMBER
        if reference is None and bare in grammar.prepositions and len(bare) > 1 and not (counted and bare == "نحو"):
            if out and out[-1].awaits(bare) and not page.layer(min(i + 1, last - 1), "event"):
                out[-1].attached = True
            else:
                out.append(_Draft(bare, i + 1))
            i += 1
            continue
        if reference is None and out and _new_verb(page, i):
            break
        particle = preposition_at(page, cast, i)
        if particle and out and out[-1].awaits(particle):
            out[-1].attached = True
        elif particle:
            out.append(_Draft(particle, i))
        elif not particle and _opens_bare(page, cast, out, reference, i):
            out.append(_Draft("", i))
        i = out[-1].take(page, i, reference)
    return tuple(d.chunk() for d in out)


class _Draft:
    """A chunk while it grows."""

    def __init__(self, prep: str, first: int) -> None:
        self.prep, self.first, self.last = prep, first, first
        self.references: list[Reference] = []
        self.crowd: str | None = None
        self.thing = self.party = self.against = False
        self.means = self.counted = False
        self.words = self.heads = 0  # all of them, and those that are no numbers
        self.after_comma = self.attached = False
        self.crowd_at = first
        self.joined: set[int] = set()  # where a name is one more («مسلحون وحركة …»), not what explains the noun

    def awaits(self, preposition: str) -> bool:
        """Whether a phrase has a head that says little by itself, and ``preposition`` brings its owner («عناصر من …»)."""
        if self.counted and preposition == "من" and not self.references:
            return True  # «أربعة من رجال الشرطة»
        if self.references or self.prep == "ب":
            return False
        return (preposition == "من" and (self.crowd is not None or self.means)) or (
            preposition == "ل" and (self.thing or self.means)
        )

    def take(self, page: Page, i: int, reference: Reference | None) -> int:
        """Add token ``i``, or the whole reference that begins there; the next position."""
        if reference is not None:
            if reference.how == "possessive" and not self.words:
                self.thing = any(s.entry.get("object") for s in page.layer(i, "crowd"))
            if reference.how == "nisba" and self.references and conjoined(page, i):
                reference = replace(reference, how="side")  # «القوات الإثيوبية والإريترية»
                if (other := self.references[-1]).how == "nisba" and other.last == i:
                    self.references[-1] = replace(other, how="side")
            if not self.references or self._joins(page, i, reference):
                self.references.append(reference)
                if conjoined(page, i) or page.form(i - 1) == "و":
                    self.joined.add(reference.first)
            self.words += 1
            self.last = reference.last
            return max(reference.last, i + 1)
        self.counted = page.tokens[i].kind is TokenKind.NUMBER or bool(page.layer(i, "number"))
        self.means = self.means or (self.counted and not self.words)
        self.heads += not self.counted
        joined = conjoined(page, i)
        for sense in page.layer(i, "crowd"):
            if sense.pronoun == "ه" or (self.crowd is not None and not joined):
                continue  # «مسلحة», and «مجهولون» behind «مسلحون», are adjectives
            if sense.entry.get("both") and not (sense.definite and sense.number != "sg"):
                continue  # «الطرفان», «الأطراف», not «طرف»
            if sense.entry.get("agent") and (not self.references or joined):
                self.crowd = self.crowd or sense.entry.get("en")
                self.crowd_at = i
                self.against = bool(sense.entry.get("against")) and sense.number == "pl"
                self.party = self.party or (sense.definite and bool(sense.entry.get("party")))
            elif sense.entry.get("object") and self.heads == 1 and not self.references:
                self.thing = True
            elif sense.entry.get("means"):
                self.means = True
        if (hit := page.phrase(i, "crowd")) and hit.senses[0].entry.get("agent"):
            self.crowd = self.crowd or hit.senses[0].entry.get("en")
        self.words += 1
        self.last = i + 1
        return i + 1

    def _joins(self, page: Page, i: int, reference: Reference) -> bool:
        """Whether a further name is one more and no apposition («الرئيس هادي رئيس الجمهورية اليمنية»)."""
        if reference.how == "nisba" or all(r.how == "nisba" for r in self.references):
            return True
        return conjoined(page, i) or page.form(i - 1) == "و" or self.after_comma or page.form(i - 1) in _QUOTES

    def _headed(self) -> bool:
        return bool(
            self.crowd
            or self.means
            or self.thing
            or self.attached
            or (self.references and self.references[0].first == self.first)
        )

    def listed_up_to(self, i: int) -> bool:
        """Whether the last name of the phrase ends right before token ``i``."""
        return bool(self.references) and self.references[-1].last == i

    def chunk(self) -> Chunk:
        """The phrase as it stands; a crowd that a name explains («مقاتلون من حركة …») is no agent beside it."""
        if self.against:  # «معارضو الحكومة» are not the government
            self.references = [r for r in self.references if r.first < self.crowd_at or r.how == "nisba"]
        if self.crowd is not None and any(
            r.first > self.crowd_at and r.how != "nisba" and r.first not in self.joined for r in self.references
        ):
            self.crowd, self.party = None, False
        return Chunk(
            self.prep,
            self.first,
            max(self.last, self.first),
            tuple(self.references),
            self.crowd,
            self.thing,
            self.party,
            self._headed(),
        )


def _opens_bare(page: Page, cast: Cast, out: list[_Draft], reference: Reference | None, i: int) -> bool:
    """Whether token ``i`` begins a bare phrase of its own rather than going on with the last one."""
    if not out:
        return True
    current = out[-1]
    form = page.tokens[i].form
    if current.prep == "منذ" and current.words and (reference is not None or page.layer(i, "crowd")):
        return True  # «يخوضها منذ أسبوع مسلحون»
    if conjoined(page, i):
        return False
    if current.prep:  # «وفد من الحركة وزير الخارجية»
        return (
            reference is not None and bool(current.references) and _is_another(cast, current.references[-1], reference)
        )
    if reference is not None:
        loose = current.crowd is not None and not current.attached and not _in_construct(page, i - 1)
        named = any(r.how != "nisba" for r in current.references) or loose
        qualified = current.words > 1 and page.form(i - 1).endswith("يه")  # «طائرات حربية الجماعة»: no construct
        return (named or qualified) and reference.how != "nisba" and not current.after_comma
    if current.crowd is not None and current.crowd_at == i - 1 and not current.references and page.layer(i, "crowd"):
        return False  # «مسلحون مجهولون»
    settled = bool(current.references) or current.crowd is not None
    if settled and (hit := page.phrase(i, "crowd")) and hit.senses[0].entry.get("agent"):
        return True  # «دعا الأمين العام طرفي النزاع»
    definite = form.startswith("ال")
    heads = any(
        s.entry.layer in ("crowd", "event") and not s.definite and s.pos in ("noun", "masdar") for s in page.senses[i]
    )
    people = any(s.entry.get("agent") and s.pos == "noun" for s in page.layer(i, "crowd"))
    return settled and ((heads and not definite) or (people and any(r.how != "nisba" for r in current.references)))


def _is_another(cast: Cast, last: Reference, reference: Reference) -> bool:
    """Whether a person is named right behind a body that the phrase ends with: no apposition of it."""
    one, other = cast.entity(last.entities[0]), cast.entity(reference.entities[0])
    types = (one.type if one else None, other.type if other else None)
    return last.last == reference.first and types == ("ORG", "PER")


def _in_construct(page: Page, i: int) -> bool:
    """Whether token ``i`` can govern the name behind it: «مقاتلو الحركة», not «مسلحون» nor a definite noun."""
    form = page.form(i)
    return not form.endswith(("ون", "ين", "ان", "ا")) and not any(s.definite for s in page.layer(i, "crowd"))


def _parenthetical(page: Page, cast: Cast, i: int, last: int) -> int | None:
    """One past the comma that closes a short aside begun by the comma at ``i`` («، اليوم الاثنين،»), None if there is none."""
    for k in range(i + 1, min(i + _ASIDE, last)):
        if page.form(k) in _COMMAS:
            return k + 1
        if not page.is_word(k) or cast.at(k) is not None or may_be_finite(page, k) or page.layer(k, "crowd"):
            return None
    return None


def _new_verb(page: Page, i: int) -> bool:
    """Whether the verb of another clause stands at ``i`` though its form could be a noun: «هجوم آخر قتل 18 مسلحا»."""
    if finite(page, i) is not None:
        return True
    return (
        page.tokens[i].form[:2] != "ال"
        and page.tokens[min(i + 1, len(page.tokens) - 1)].kind is TokenKind.NUMBER
        and may_be_finite(page, i)
    )


def _continues(page: Page, cast: Cast, grammar: Grammar, i: int, last: int) -> bool:
    """Whether what follows a comma still belongs to the phrases before it: a name, a preposition, a joined noun."""
    if i >= last or not page.is_word(i):
        return False
    reference = cast.at(i)
    if reference is not None and reference.first == i:
        return True
    form = page.tokens[i].form
    if preposition_at(page, cast, i):
        return True
    if any(s.entry.get("agent") for s in page.layer(i, "crowd")):
        return True
    return form in grammar.prepositions or (form[0] == "و" and not may_be_finite(page, i) and cast.at(i) is not None)
