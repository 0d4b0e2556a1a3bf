"""Whose people those are whom a telling counts, and who they are, where their own phrase leaves it open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.casualty.group import Group
from hudna.reading.casualty.sentence import Telling
from hudna.reading.casualty.side import Account, Sides, outlets
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.layer_words import Word
from hudna.reading.model import Attribution, Casualty
from hudna.reading.scene import is_country, is_state
from hudna.text import QUOTES, Span

_ANTECEDENT = 30  # words before «منهم» in which those meant must be named
_HIT = 8  # words back to the verb by which somebody inflicts a loss
_OWN = 4  # words back to the verb by which somebody loses people of his own
PARTS = frozenset({"casualty.part", "casualty.of-them"})  # rules of those counted within a figure told before
_WE, _SHE = "نا", "ت"  # endings of «فقدنا», «فقدت»
_FEMALE = ("ات", "ه", "نساء")  # endings of women's nouns, with whom «فقدت» is a passive
_OWNED = 4  # words from a force on in which an adjective or a name tells whose it is
_SOURCE = 8  # words behind a word of saying that name its source


class Owners:
    """Tells it on one page."""

    def __init__(self, victims: VictimReader, sides: Sides, said: Mapping[int, Sequence[Attribution]]) -> None:
        self.page, self.cast, self.words = victims.page, victims.cast, victims.words
        self.sides, self.said, self.victims = sides, said, victims
        self.small = victims.grammar
        self.outlets = outlets(self.page, self.cast)
        self.told: dict[str, set[str]] = {}  # the victims told of so far, by state

    def losers(self, telling: Telling) -> tuple[str, ...] | None:
        """Those said to have lost people of their own («خسر الجيش …»), () where unnamed; None for other verbs.

        Or on whose side the fallen are: «ستة قتلى من جانب الجيش».
        """
        if (beside := self._beside(telling)) is not None:
            return beside.entities
        for k in range(telling.first, max(telling.first - _OWN, -1), -1):
            verb = self.words.at(k, "carrier", "act")
            if verb is not None:
                before = verb.first - 1 - (self.page.form(verb.first - 1) in self.small.passed_over)
                near = (self.cast.at(verb.last), self.cast.at(before))
                named = next((r for r in near if r is not None and r.by_name), None)
                own = verb.entry.get("own") and verb.pos in ("verb", "phrase")
                return (named.entities if named is not None else ()) if own else None
        return None

    def _beside(self, telling: Telling) -> Reference | None:
        """The body named behind «من جانب» and a noun for the fallen."""
        k = telling.last + (self.page.form(telling.last) in QUOTES)
        side = self.words.at(telling.word, "fallen") is not None and self.page.form(k) == self.small.of
        named = self.cast.at(k + 2) if side and self.page.form(k + 1) == self.small.beside else None
        return named if named is not None and named.by_name else None

    def hit(self, telling: Telling) -> Telling:
        """A telling with the side of those on whom a loss was inflicted: «كبدت المعارضة قوات النظام 12 قتيلا».

        Forces that are told to have lost people without a name lost fighters: «تكبدت القوات الحكومية عشرة قتلى».
        """
        group = telling.group
        for k in range(telling.first, max(telling.first - _HIT, -1), -1):
            verb = self.words.at(k, "carrier", "act")
            if verb is None:
                continue
            hits, own = bool(verb.entry.get("hits")), bool(verb.entry.get("own"))
            if group.victims is not None or group.sides or not (hits or own) or verb.pos == "masdar":
                return telling
            named = [r for r in self.cast.between(verb.last, group.first) if r.by_name]
            force = self._force(verb.last, group.first)
            if hits and (named or verb.pronoun):
                sides = self.sides.of(named[-1].entities) if named else ()
                party = verb.pronoun or force is not None or any(not is_country(e) for e in named[-1].entities)
                victims = "military" if party else None
                return replace(telling, group=replace(group, sides=sides[:1], victims=victims, foreign=not named))
            if force is not None:
                return replace(telling, group=replace(group, victims="military", of=force.entry.get("of")))
            return telling
        return telling

    def loses(self, telling: Telling) -> bool:
        """Whether the verb's subject lost them: «فقدنا 14 جنديا», «القوات فقدت سبعة رجال»; else they are missing."""
        men = self.words.between(telling.group.first, telling.group.last, "victim")
        form = self.page.form(telling.word)
        several = bool(men) and telling.group.count != "1" and not self.page.form(men[0].first).endswith(_FEMALE)
        return form.endswith(_WE) or (form.endswith(_SHE) and several)

    def _force(self, first: int, last: int) -> Word | None:
        """The noun for a force or fighters among some tokens."""
        nouns = self.words.between(first, last, "force", "victim")
        return next((w for w in nouns if w.part == "force" or w.entry.get("victims") == "military"), None)

    def own(self, telling: Telling, losers: tuple[str, ...]) -> Telling:
        """A telling with the side of those who lost people; an army or party that fights loses fighters."""
        sides = self.sides.of(losers)
        if telling.group.sides or len(sides) != 1:
            return telling
        fights = telling.group.victims in (None, "unspecified") and not any(map(is_country, losers))
        victims = "military" if fights else telling.group.victims
        return replace(telling, group=replace(telling.group, sides=sides, victims=victims))

    def tellers(self, number: int, span: Span) -> tuple[str, ...]:
        """The side that words for a source of unknown side tell: «متحدث عسكري باكستاني», «ضابط في الجيش اللبناني»."""
        told = [a for a in self.said.get(number, ()) if span.within(a.content)]
        if not told:
            return ()
        cue = min(told, key=lambda a: a.content.end - a.content.start).cue
        sentence = self.page.sentences[number]
        first = next((k for k in range(sentence.first, sentence.last) if self.page.tokens[k].span.start >= cue.end), 0)
        for k in range(first, min(first + _SOURCE, sentence.last) if first else 0):
            if self.page.tokens[k].span.start >= span.start > cue.start or not self.page.is_word(k):
                break
            reference = self.cast.at(k)
            entities = reference.entities if reference is not None else ()
            if sides := self.sides.of(e for e in entities if e not in self.outlets):
                return sides
        return ()

    def membered(self, telling: Telling, number: int) -> Telling:
        """A telling with the force or party whose members they are: «دورية أمنية عراقية … إصابة أحد أفرادها»."""
        group = telling.group
        nouns = self.words.between(group.first, group.last, "victim")
        if not (group.owner and nouns and nouns[-1].entry.get("member")):
            return telling
        first = max(self.page.sentences[number].first, group.first - _ANTECEDENT)
        for k in range(group.first - 1, first - 1, -1):
            if self._party_at(k) is not None:
                return replace(telling, group=replace(group, victims="military"))
            force = self.words.at(k, "force", "victim")
            if force is not None and force.part == "victim":
                return telling  # «أطلقت الشرطة النار على العائلة فقتل ثلاثة من أفرادها»
            if force is not None:
                near = (s for n in range(k, k + _OWNED) for s in self.victims.sides_of(n))
                sides = group.sides or tuple(near)[:1]
                return replace(telling, group=replace(group, victims="military", of=force.entry.get("of"), sides=sides))
        return telling

    def who(  # noqa: PLR0911 - a list of decisions
        self, telling: Telling, number: int, like: Casualty | None, account: Account
    ) -> tuple[str, str | None]:
        """Victims and side of a telling: its own words, those it goes on from, then who fights whom."""
        group = telling.group
        others = like is not None and group.sides and like.side != group.sides[0]
        others = others and (telling.chained or (like is not None and like.side is not None))
        shared = like is not None and not others and (like.kind != "displaced" or telling.kind == "displaced")
        victims = group.victims or (like.victims if like is not None and shared else None) or "unspecified"
        broken_down = telling.rule in PARTS or (telling.rule == "casualty.breakdown" and group.victims is None)
        if broken_down and victims == "unspecified" and like is not None:
            victims = like.victims  # «خمسة مقاتلين منهم أفغانيان»
        nobodys = group.owner and not account.claimants and self._are_theirs(group)
        if group.foreign or nobodys or (group.owner and not group.sides and self._of_no_state(group)):
            return victims, None
        if telling.rule in PARTS and like is not None and _are_fighters(like, victims):
            return victims, like.side  # «40 من عناصر الحركة، بينهم قياديون من جنسيات كينية وصومالية»
        if sides := group.sides or self._totalled(telling):
            return victims, sides[0] if len(sides) == 1 else None
        if (named := self._meant(telling, number, like, account)) is not None:
            return named
        whole = like if telling.rule in PARTS and like is not None and like.rule not in PARTS else None
        if whole is not None and is_state(whole.side) and group.of in (None, "state"):
            return victims, whole.side  # «أربعة عراقيين بينهم شرطي»
        theirs = account.tellers == account.attackers and not telling.toll  # «أسقطوا طائرة وأسروا قائدها»
        own = group.owner and not theirs
        if own and self._befell_struck(group, account):
            return victims, account.targets[0]
        if len(account.tellers) == 1 and (group.ours or (own and self._tellers_own(group, account))):
            return victims, account.tellers[0]
        goes_on = (
            group.victims is None
            or group.kin
            or (telling.after is not None and like is not None and like.side and not group.of)
            or (telling.chained and group.of == "state" and like is not None and _is_soldiers(like))
        )
        if like is not None and goes_on and not self._other_people(victims, like) and not self._rivals(group, like):
            return victims, like.side
        return victims, self._by_who_fights(telling, victims, account)

    def _totalled(self, telling: Telling) -> tuple[str, ...]:
        """Whose dead a total says that it is of: «الحصيلة في الجانب التايلاندي»."""
        before = range(telling.first, telling.group.first) if telling.toll else ()
        flank = next((k for k in before if self.page.form(k) in self.victims.grammar.flanks), None)
        return tuple(self.victims.sides_of(flank + 1)) if flank is not None else ()

    def _by_who_fights(self, telling: Telling, victims: str, account: Account) -> str | None:
        """The side of people by who fights whom; whoever the police arrests is of no enemy's side for that."""
        side = self.sides.lost(telling.group.of, victims, account)
        arrested = telling.kind == "captured" and telling.group.of is None and victims != "military"
        return None if arrested and side not in (account.struck, account.place) else side

    def _meant(
        self, telling: Telling, number: int, like: Casualty | None, account: Account
    ) -> tuple[str, str | None] | None:
        """Victims and side of those whom «منهم» means, None where a telling has none or nobody is told of before."""
        if not telling.group.of_them or telling.group.victims is not None:
            return None
        if like is not None and self._is_share(telling, like):
            return like.victims, like.side
        told = self._counted_before(telling, number, account) if like is None else None
        return told or self._named_before(telling, number, account)

    def _is_share(self, telling: Telling, whole: Casualty) -> bool:
        """Whether no other deed is told between a figure and those of whom it is: «قتل 23 شخصا … 17 منهم في …»."""
        tokens, here = self.page.tokens, self.page.sentences[self.page.sentence_of[telling.first]].first
        near = next((k for k in range(here, telling.first) if tokens[k].span.start >= whole.quote.end), telling.first)
        same = whole.quote.start >= tokens[here].span.start
        return same and telling.rule in PARTS and not self.words.between(near, telling.first, "act")

    def _are_theirs(self, group: Group) -> bool:
        """Whether people are told to be whose they are by a pronoun alone: «جنود تابعين لها»."""
        return bool(self.words.between(group.first, group.last, "of_theirs"))

    def _befell_struck(self, group: Group, account: Account) -> bool:
        """Whether «قادتها» are those of the one party struck: «أكد الجيش أن التحالف قصف الحركة وقتل أحد قادتها»."""
        struck = account.targets[0] if len(account.targets) == 1 else None
        apart = struck is not None and struck not in (*account.tellers, *account.attackers)
        return apart and (group.of is None or (group.of == "state") == is_state(struck))

    def _of_no_state(self, group: Group) -> bool:
        """Whether a possessive leads to a body of no side: «أعلنت القوة الدولية مقتل أربعة من جنودها»."""
        owners = (r for k in range(group.first, group.last) if (r := self.cast.at(k)) and r.how == "possessive")
        return any(self.cast.is_body(e) and self.cast.side(e) is None for r in owners for e in r.entities)

    def _tellers_own(self, group: Group, account: Account) -> bool:
        """Whether «جنوده» can be the teller's: soldiers are a state's, rebels are not."""
        return group.of is None or (group.of == "state") == is_state(account.tellers[0])

    def _rivals(self, group: Group, like: Casualty) -> bool:
        """Whether fighters are told beside a state's soldiers: «12 جنديا سوريا و9 مقاتلين»."""
        nouns = self.words.between(group.first, group.last, "victim", "force")
        return _is_soldiers(like) and any(w.entry.get("irregular") for w in nouns)

    def _other_people(self, victims: str, like: Casualty) -> bool:
        """Whether civilians are told beside soldiers: whose they are is plain only in a war between two states."""
        between_states = bool(self.sides.pair) and all(map(is_state, self.sides.pair))
        return victims == "civilian" and like.victims == "military" and not between_states

    def armies(self, number: int) -> tuple[str, ...]:
        """The states whose armed forces a sentence names."""
        sentence = self.page.sentences[number]
        bodies = (
            r for r in self.cast.between(sentence.first, sentence.last) if r.how in ("name", "body", "possessive")
        )
        forces = (r for r in bodies if self.words.between(r.first, r.last, "force"))
        return tuple(s for s in self.sides.of(e for r in forces for e in r.entities) if is_state(s))

    def in_arms(self, victims: str, side: str | None, group: Group) -> str:
        """The victims of a telling; a state's dead abroad are soldiers where all those told of before were."""
        if side is None or not is_state(side):
            return victims
        if victims != "unspecified":
            self.told.setdefault(side, set()).add(victims)
            return victims
        nameless = group.victims is None and group.kind is not None and side != self.sides.home
        return "military" if nameless and self.told.get(side) == {"military"} else victims

    def _counted_before(self, telling: Telling, number: int, account: Account) -> tuple[str, str | None] | None:
        """Whom «منهم» means where nothing befell the others: «أنقذت 58 بحارا، وإن 13 منهم أصيبوا»."""
        first = max(self.page.sentences[number].first, telling.first - _ANTECEDENT)
        for k in range(telling.first - 1, first - 1, -1):
            group = self.victims.at(k, telling.first, act=True) if k in self.victims.numbers else None
            if group is not None and group.victims is not None:
                side = group.sides[0] if group.sides else self.sides.lost(group.of, group.victims, account)
                return group.victims, side
        return None

    def _named_before(self, telling: Telling, number: int, account: Account) -> tuple[str, str | None] | None:
        """Whom «منهم» means: the people or party named last before it in the sentence."""
        first = max(self.page.sentences[number].first, telling.first - _ANTECEDENT)
        for k in range(telling.first - 1, first - 1, -1):
            if (party := self._party_at(k)) is not None:
                return "military", party
            noun = self.words.at(k, "victim")
            definite = noun is not None and (noun.definite or self.page.form(k).startswith("لل"))
            if noun is not None and definite and any(w.number == "pl" for w in self.words.all_at(k, "victim")):
                side = self.sides.lost(noun.entry.get("of"), "military", Account(claimants=account.claimants))
                return str(noun.entry.get("victims")), side
            if self.words.at(k, "victim", "fallen"):
                return None
        return None

    def _party_at(self, k: int) -> str | None:
        """The party that is no state, named at token ``k``: «تجمعا للحوثيين … منهم»."""
        reference = self.cast.at(k)
        return self.cast.faction(reference.entities[0]) if reference is not None and reference.entities else None


def _are_fighters(whole: Casualty, victims: str) -> bool:
    """Whether those lost are an armed party's, and so are the fighters among them, whatever their nation."""
    return whole.victims == victims == "military" and whole.side is not None and not is_state(whole.side)


def _is_soldiers(casualty: Casualty) -> bool:
    """Whether those lost are a state's own, as is who is joined to them: «جنديان مصريان وضابط»."""
    return casualty.victims == "military" and is_state(casualty.side)
