"""What a word is when it could be part of an unknown name: given name, particle, ordinary word, word of the grammar."""

from dataclasses import dataclass, field
from functools import lru_cache

from hudna.lexicon.lexicon import load
from hudna.text.clitic import enclitics, proclitics

_SHORTEST = 3  # letters a stem must have for a form to be read as particle + ordinary word

_REMEMBERED = 100_000  # distinct forms of which it is remembered what they are
_PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "نا", "كم"})
_INFLECTED = ("ال", "سي", "ست", "ي", "ت")
_ENDINGS = ("تان", "تين", "ان", "ين", "ون", "ات", "وا")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word lists of one language, all normalised.

    Attributes:
        given: given names and other frequent parts of person names, with their usual English spelling.
        family: those of them that are family names alone.
        particles: «بن», «أبو», «عبد» …
        opening: those of them that may begin a name.
        closing: words that make a name of the word before them.
        closed: words of the language that they make a name of.
        praise: words after «الله» by which no name is told.
        spelled: names that only their unfolded letters tell from a word of the grammar, as written.
        function: words of the grammar and of the calendar.
        sons: «أوغلو», «زاده», which make a family name of the word before them.
        inseparable: words that end a name of two words and are no family name.
        calendar: those of them that are of the calendar, among which some are given names too.
        description: adjectives before which the name of a body or place ends.
        qualifiers: adjectives inside the name of a body.
        ordinals: «الأول», «التاسعة», as they tell units apart.
        arms: words that tell how a unit fights, after its number, without the article.
        agency_tail: what closes the name of a news agency.
        generic: nouns that follow the noun for a place without naming it.
        place_opening: words that open the name of a place and are none alone.
        political: words before a capital that make it its government.
        links: prepositions that tie an office to its body or place.
        spoken_for: those of them behind which stands for whom somebody speaks.
        fields: those of them behind which a field that an office is for may stand.
        affairs: what begins the field of an office behind its body.
        accredited: those of them behind which stands to whom an envoy is sent, not whose he is.
        tenure: words that say since when and how an office is held.
        matters: definite nouns of what is said, held or done; behind an office its own words have ended.
        directions: «شمال», «شرقي» …
        locative: words that only a place follows.
        where: those of them after which a name of the gazetteer alone is believed.
        house: words that join the father's or the house's name.
        conflicts: what foes have between them.
        deposed: what a person who held an office is called, right before the name.
        both: words for two bodies whose names follow.
        control: words before «على» and a place that is held, taken or attacked.
        followers: those who fight for a person, right before the name.
        vessels: what sails, before its name in quotation marks.
        fighters: those who fight for a group, right before its name.
        valiant: whom units are called after, before what tells more.
        causes: what movements fight for, behind their head noun.
        theirs: pronouns of those whom a force backs.
        rightful: the government of the land in the mouth of those who back it.
        branches: branches of arms that are told after a rank, without the article.
        tying: words that tie people to a body («قيادي في …»).
        tied: particles between such a word and the body.
        remarks: what begins a remark on who was just named, behind a comma.
        closes_speaker: what stands after the name of one who speaks.
        held_in: words before «في» and the capital that is only where something is said or talked of.
        backed: words before «من» and the state that backs those told of.
        mediating: words before those who mediate between two.
        beside: words before those who lead, back or attend what is told.
        spoken_of: what ties two names that «و» joins to the noun of which a verb behind them tells.
        complementisers: words that open a clause with a subject of its own.
        capital_of: «العاصمة», behind which a capital is a place and no government.
        belonging: what ties one name to another, of which neither is part.
        agencies: the head noun of a news agency.
        force: the noun behind which stands whose «القوة» is.
        ordinary: inflected words that occur in news.

    """

    given: dict[str, str]
    family: frozenset[str]
    particles: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    closed: frozenset[str]
    praise: frozenset[str]
    spelled: frozenset[str]
    sons: frozenset[str]
    inseparable: frozenset[str]
    function: frozenset[str]
    calendar: frozenset[str]
    description: frozenset[str]
    qualifiers: frozenset[str]
    ordinals: frozenset[str]
    arms: frozenset[str]
    agency_tail: frozenset[str]
    generic: frozenset[str]
    place_opening: frozenset[str]
    political: frozenset[str]
    links: frozenset[str]
    spoken_for: frozenset[str]
    fields: frozenset[str]
    affairs: frozenset[str]
    accredited: frozenset[str]
    tenure: frozenset[str]
    matters: frozenset[str]
    directions: frozenset[str]
    locative: frozenset[str]
    where: frozenset[str]
    house: frozenset[str]
    conflicts: frozenset[str]
    deposed: frozenset[str]
    both: frozenset[str]
    control: frozenset[str]
    followers: frozenset[str]
    vessels: frozenset[str]
    fighters: frozenset[str]
    valiant: frozenset[str]
    causes: frozenset[str]
    theirs: frozenset[str]
    rightful: frozenset[str]
    branches: frozenset[str]
    tying: frozenset[str]
    tied: frozenset[str]
    remarks: frozenset[str]
    closes_speaker: frozenset[str]
    held_in: frozenset[str]
    backed: frozenset[str]
    mediating: frozenset[str]
    beside: frozenset[str]
    spoken_of: frozenset[str]
    complementisers: frozenset[str]
    capital_of: frozenset[str]
    belonging: frozenset[str]
    agencies: frozenset[str]
    force: frozenset[str]
    ordinary: frozenset[str]
    _is_ordinary: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    _may_begin: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_common(self, form: str) -> bool:
        """Whether a name is a word of the language too: «صالح», «أمل»."""
        return form in self.ordinary or form in self.calendar

    def is_function(self, form: str) -> bool:
        """Whether a form is a word of the grammar, with or without particles before it."""
        return form in self.function or any(
            s.cut and s.stem in self.function for s in proclitics(form) if form not in self.given
        )

    def is_ordinary(self, form: str) -> bool:
        """Whether a form is a word of the language, with or without particles before it."""
        if form in self.ordinary or form in self.function:
            return True
        known = self._is_ordinary.get(form)
        if known is None:
            known = any(len(s.stem) >= _SHORTEST and self._is_inflected(s.stem) for s in proclitics(form))
            if len(self._is_ordinary) < _REMEMBERED:
                self._is_ordinary[form] = known
        return known

    def _is_inflected(self, stem: str) -> bool:
        """A listed word, one with a pronoun, or a definite noun or future verb with the ending of dual or plural."""
        if stem in self.ordinary or stem in self.function:
            return True
        if any(p in _PRONOUNS and len(w) >= _SHORTEST and w in self.ordinary for w, p in enclitics(stem)):
            return True
        if not stem.startswith(_INFLECTED):
            return False
        return any(
            stem.endswith(e) and len(stem) > len(e) + _SHORTEST and stem[: -len(e)] in self.ordinary for e in _ENDINGS
        )

    def is_description(self, form: str) -> bool:
        """Whether a form is an adjective that says more of a body or place than its name holds, in any number."""
        if form in self.description:
            return True
        return form.endswith(_ENDINGS) and any(
            form.endswith(e) and (form[: -len(e)] in self.description or form[: -len(e)] + "ي" in self.description)
            for e in _ENDINGS
        )

    def may_begin_name(self, form: str) -> bool:
        """Whether a form is a word with which a name may begin, by itself or with a particle before it."""
        known = self._may_begin.get(form)
        if known is None:
            known = form in self.function or not (form in self.qualifiers or self.is_description(form))
            definite = form.startswith("ال") and not form.endswith("ي")
            if known and form not in self.function and form not in self.given:
                cut = not self.is_common(form) and any(s.cut and s.stem in self.given for s in proclitics(form))
                known = cut or (not definite and self.is_unknown(form))
            if len(self._may_begin) < _REMEMBERED:
                self._may_begin[form] = known
        return known

    def is_unknown(self, form: str) -> bool:
        """Whether a form is no word that news uses otherwise: most likely a name."""
        return len(form) > 1 and form not in self.particles and not self.is_ordinary(form)


@lru_cache(maxsize=4)
def name_words(language: str) -> NameWords:
    """The word lists of a language."""
    return NameWords(**load(language).name_lists)
