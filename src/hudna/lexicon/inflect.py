"""Inflected forms of Arabic words by rule, from the dictionary forms that the lexicon files give.

Everything is spelled without vowel signs, so active and passive, and moods, mostly coincide. Weak verbs follow the
endings of their past and present. Clitics, the article and attached pronouns are no business of this module.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Form(NamedTuple):
    """An inflected form and what it says.

    Attributes:
        text: the form as written.
        pos: verb, masdar, active, passive, noun, adjective or phrase.
        tense: past, present (indicative or subjunctive) or jussive for verbs, else "".
        person: "1", "3" or "": news address nobody.
        number: "sg", "du", "pl" or "".
        gender: "m", "f" or "".

    """

    text: str
    pos: str
    tense: str = ""
    person: str = ""
    number: str = ""
    gender: str = ""


def verb_forms(past: str | None, present: str) -> Iterator[Form]:
    """Finite forms of a verb from its third person masculine singular past and present, those of the present alone."""
    if past is not None:
        yield from _past(past)
    yield from _present(present, hollow=past is not None and _is_hollow(past))


def _is_hollow(past: str) -> bool:
    return len(past) > 2 and past[-2] == "ا"  # noqa: PLR2004 - two radicals and the long vowel between them


def _past(past: str) -> Iterator[Form]:
    def form(text: str, person: str, number: str, gender: str) -> Form:
        return Form(text, "verb", "past", person, number, gender)

    if past[-1] in "اى":
        stem = past[:-1]
        glide = "و" if past[-1] == "ا" else "ي"
        dual, plural, firm = stem + glide + "ا", stem + "وا", stem + glide
        feminine = stem + "ت"
    elif past[-1] == "ي":
        dual, plural, firm, feminine = past + "ا", past[:-1] + "وا", past, past + "ت"
    else:
        dual, plural, feminine = past + "ا", past + "وا", past + "ت"
        firm = past[:-2] + past[-1] if _is_hollow(past) else past
    yield form(past, "3", "sg", "m")
    yield form(feminine, "3", "sg", "f")
    yield form(dual, "3", "du", "m")
    yield form(feminine + "ا", "3", "du", "f")
    yield form(plural, "3", "pl", "m")
    yield form(firm if firm.endswith("ن") else firm + "ن", "3", "pl", "f")
    yield form(firm + "ت", "1", "sg", "")
    yield form(firm + ("ا" if firm.endswith("ن") else "نا"), "1", "pl", "")
    yield form(firm + "تم", "2", "pl", "")


def _present(present: str, *, hollow: bool) -> Iterator[Form]:
    def form(text: str, person: str, number: str, gender: str, tense: str = "present") -> Form:
        return Form(text, "verb", tense, person, number, gender)

    rest = present[1:]
    if rest[-1] == "و":
        dual, plural, short = rest + "ا", rest, rest[:-1]
    elif rest[-1] in "يى":
        dual, plural, short = rest[:-1] + "يا", rest[:-1] + "و", rest[:-1]
    else:
        dual, plural = rest + "ا", rest + "و"
        short = rest[:-2] + rest[-1] if hollow and rest[-2] in "ويا" else rest
    persons = (("ي", "3", "m"), ("ت", "3", "f"), ("أ", "1", ""), ("ن", "1", ""))
    for letter, person, gender in persons:
        yield form(letter + rest, person, "pl" if letter == "ن" else "sg", gender)
        if short != rest and person == "3":  # «أنه» is hardly ever «I end»
            yield form(letter + short, person, "pl" if letter == "ن" else "sg", gender, "jussive")
    for letter, _, gender in persons[:2]:
        yield form(letter + dual + "ن", "3", "du", gender)
        yield form(letter + dual, "3", "du", gender)
    yield form("ي" + plural + "ن", "3", "pl", "m")
    yield form("ي" + plural + "ا", "3", "pl", "m")


def noun_forms(singular: str, plurals: tuple[str, ...] = (), *, pos: str = "noun") -> Iterator[Form]:
    """Forms of a noun: indefinite accusative, dual, the plurals given, and the construct forms of all of them."""
    gender = "f" if singular.endswith("ة") else "m"
    yield Form(singular, pos, number="sg", gender=gender)
    if singular[-1] not in "ةىا" and not singular.endswith("اء"):
        yield Form(singular + "ا", pos, number="sg", gender=gender)
    base = singular[:-1] + ("ت" if singular[-1] == "ة" else "ي" if singular[-1] == "ى" else singular[-1])
    for ending in ("ان", "ين"):  # the masculine construct is left out: «هجوما» is an accusative, «اجتماعي» an adjective
        yield Form(base + ending, pos, number="du", gender=gender)
    if singular[-1] == "ة":
        for ending in ("ا", "ي"):  # «دبابتا», «دبابتي» before what they are of
            yield Form(base + ending, pos, number="du", gender=gender)
    for plural in plurals:
        yield from _plural_forms(plural, pos, gender)


def _plural_forms(plural: str, pos: str, gender: str) -> Iterator[Form]:
    yield Form(plural, pos, number="pl", gender=gender)
    if plural.endswith("ون"):
        for ending in ("ين", "و", "ي"):
            yield Form(plural[:-2] + ending, pos, number="pl", gender=gender)
    elif not plural.endswith(("ات", "اء", "ى", "ة", "ا")):
        yield Form(plural + "ا", pos, number="pl", gender=gender)


def adjective_forms(masculine: str, plurals: tuple[str, ...] = (), *, pos: str = "adjective") -> Iterator[Form]:
    """Forms of an adjective, nisba or participle: genders, dual and sound plurals, and the broken plurals given."""
    feminine = masculine + "ة"
    yield Form(masculine, pos, number="sg", gender="m")
    if masculine[-1] not in "اى":
        yield Form(masculine + "ا", pos, number="sg", gender="m")
    yield Form(feminine, pos, number="sg", gender="f")
    for ending in ("ان", "ين"):
        yield Form(masculine + ending, pos, number="du" if ending == "ان" else "pl", gender="m")
        yield Form(masculine + "ت" + ending, pos, number="du", gender="f")
    for ending in ("ون", "و", "ي"):
        yield Form(masculine + ending, pos, number="pl", gender="m")
    yield Form(masculine + "ات", pos, number="pl", gender="f")
    for plural in plurals:
        yield Form(plural, pos, number="pl", gender="m")
