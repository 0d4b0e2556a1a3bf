"""Swapping the two sides of a conflict through its reports mirrors the record.

The stories are told with blanks for two sides, filled once each way; words of both sides have one grammatical form.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from hudna.reading import read
from hudna.record import Record, derive
from hudna.record.identity import is_country
from hudna.text import Document


@dataclass(frozen=True)
class Side:
    """A side's words: ``land`` and its capital, nisba in three forms, and its people in office."""

    code: str
    land: str
    capital: str
    nisba: str  # masculine singular, with article
    minister: str
    president: str
    family: str  # the president's


def state(*words: str, alone: bool = True) -> Side:
    """A side; ``alone`` says whether its president is known by the last of his names, or many bear that."""
    president = words[-1]
    return Side(*words, family=president.split()[-1] if alone else president)


PAIRS = (
    (
        state("RUS", "روسيا", "موسكو", "الروسي", "سيرغي لافروف", "فلاديمير بوتين"),
        state("UKR", "أوكرانيا", "كييف", "الأوكراني", "دميترو كوليبا", "فولوديمير زيلينسكي"),
    ),
    (
        state("ARM", "أرمينيا", "يريفان", "الأرميني", "زهراب مناتساكانيان", "نيكول باشينيان"),
        state("AZE", "أذربيجان", "باكو", "الأذربيجاني", "جيهون بيراموف", "إلهام علييف"),
    ),
    (
        state("IND", "الهند", "نيودلهي", "الهندي", "سوبرامانيام جايشانكار", "ناريندرا مودي", alone=False),
        state("PAK", "باكستان", "إسلام آباد", "الباكستاني", "شاه محمود قريشي", "عمران خان", alone=False),
    ),
    (
        state("ETH", "إثيوبيا", "أديس أبابا", "الإثيوبي", "ديميكي ميكونين", "آبي أحمد", alone=False),
        state("ERI", "إريتريا", "أسمرة", "الإريتري", "عثمان صالح", "أسياس أفورقي", alone=False),
    ),
    (
        state("ISR", "إسرائيل", "تل أبيب", "الإسرائيلي", "غابي أشكنازي", "رؤوفين ريفلين"),
        state("LBN", "لبنان", "بيروت", "اللبناني", "جبران باسيل", "ميشال عون"),
    ),
)

PARTIES = (
    (("SDN", "القوات المسلحة السودانية"), ("rsf", "قوات الدعم السريع"), "الأبيض"),
    (("SAU", "قوات التحالف العربي"), ("houthi", "جماعة الحوثي"), "تعز"),
    (("al-shabaab", "حركة الشباب"), ("taliban", "حركة طالبان"), "كورام"),
)


def story(name: str) -> list[tuple[str, str]]:
    """The reports of a story with their dates; they stand apart by an empty line."""
    held = (Path(__file__).parent / name).read_text(encoding="utf-8").strip().split("\n\n")
    return [(day, text) for day, _, text in (report.partition("\n") for report in held)]


def record(texts: Iterable[tuple[str | None, str]]) -> Record:
    """The record of reports, each given as its date and text."""
    documents = [Document(f"r{n}", text, published=day) for n, (day, text) in enumerate(texts)]
    return derive((d, read(d)) for d in documents)


EXAMPLES = (
    *(("أرمينيا", "أذربيجان"), ("أرميني", "أذربيجاني"), ("أرمني", "أذري"), ("يريفان", "باكو"), ("توفوز", "تافوش")),
    *(("نيكول باشينيان", "إلهام علييف"), ("باشينيان", "علييف"), ("مناتساكانيان", "بيراموف")),
    *(("زهراب مناتساكانيان", "جيهون بيراموف"), ("الأرمن ", "الأذريين "), ("ARM", "AZE")),
)


class Mirror:
    """What a record says, with every name and side of one party written as the other's where ``swap`` says so."""

    def __init__(self, record: Record, swap: Mapping[str, str]) -> None:
        self.record = record
        self.swap = swap

    def words(self, text: str) -> str:
        """A text with the words of the two sides exchanged, the longest first, each once; a code stands alone."""
        longest = sorted(self.swap, key=len, reverse=True)
        parts = (rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in longest)
        return re.sub("|".join(parts), lambda m: self.swap[m[0]], text) if longest else text

    def who(self, ident: str | None) -> str:
        entity = self.record.entity.get(ident or "")
        if entity is None:
            return self.words(ident or "")
        names = sorted(self.words(s.text) for s in entity.spellings)
        side = entity.side or "" if entity.type in {"PER", "ORG"} or is_country(ident or "") else ""
        return f"{entity.type} {self.swap.get(side, side)} {names}"

    def rows(self, items: Iterable[Any], names: str, plain: str) -> list[str]:
        out = []
        for item in items:
            parties = [sorted(map(self.who, self._listed(getattr(item, name)))) for name in names.split()]
            out.append(str([*parties, *(self.words(str(getattr(item, name))) for name in plain.split())]))
        return sorted(out)

    @staticmethod
    def _listed(value: Any) -> Iterable[str]:
        return value if isinstance(value, tuple) else (value,) if value else ()

    def all(self) -> dict[str, list[str]]:
        r = self.record
        event = {e.id: e for e in r.events}
        return {
            "entities": sorted(self.who(e.id) for e in r.entities),
            "events": self.rows(
                r.events, "actors targets place claimed_by disputed_by", "type mode topic date status weapon standing"
            ),
            "tellings": self.rows(
                r.tellings, "actors targets place claimed_by disputed_by", "document type mode date status"
            ),
            "claims": self.rows(r.claims, "source relay", "document via"),
            "tolls": self.rows(r.tolls, "claimed_by blamed place", "document kind count victims side date cumulative"),
            "truces": self.rows(r.truces, "parties announced_by brokers", "kind status start end duration"),
            "breaches": self.rows(r.breaches, "by against claimed_by", "document count"),
            "disagreements": sorted(
                f"{d.about} {event[d.event].type if d.event else ''} "
                f"{sorted(str(sorted(map(self.who, a.claimed_by))) for a in d.accounts)}"
                for d in r.disagreements
            ),
            "links": sorted(f"{x.kind} {event[x.left].type} {event[x.right].type} {x.rule}" for x in r.links),
        }


def swap(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {x: y for a, b in pairs for x, y in ((a, b), (b, a))}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p[0].code}-{p[1].code}")
def test_swapped_states_mirror_the_record(pair: tuple[Side, Side]) -> None:
    one, two = pair
    words = [(getattr(one, f.name), getattr(two, f.name)) for f in fields(Side)]
    words += [(a.split()[-1], b.split()[-1]) for a, b in words if " " in a and " " in b]
    as_is = record((day, text.format(A=one, B=two)) for day, text in story("two_states.txt"))
    swapped = record((day, text.format(A=two, B=one)) for day, text in story("two_states.txt"))
    assert Mirror(swapped, swap(words)).all() == Mirror(as_is, {}).all()


@pytest.mark.parametrize("parties", PARTIES, ids=lambda p: f"{p[0][0]}-{p[1][0]}")
def test_swapped_parties_mirror_the_record(parties: tuple[tuple[str, str], tuple[str, str], str]) -> None:
    (code, one), (other, two), town = parties
    as_is = record((day, text.format(A=one, B=two, town=town)) for day, text in story("two_parties.txt"))
    swapped = record((day, text.format(A=two, B=one, town=town)) for day, text in story("two_parties.txt"))
    assert Mirror(swapped, swap([(code, other), (one, two)])).all() == Mirror(as_is, {}).all()


def test_swapped_states_mirror_the_record_of_the_examples() -> None:
    words = swap(EXAMPLES)
    reports = [r for r in examples() if "رامز" not in r[1]]  # one tells of delegates of one side only
    other = Mirror(Record(), words)
    swapped = record((day, other.words(text)) for day, text in reports)
    assert Mirror(swapped, words).all() == Mirror(record(reports), {}).all()


def examples() -> list[tuple[str | None, str]]:
    """The example reports, a name that they spell in two ways and the army of one side only written as one."""
    out = []
    for file in sorted((Path(__file__).parents[2] / "examples/reports").glob("*.txt")):
        held = file.read_bytes()
        text = held.decode("cp1256") if held[:1] == b"\xc8" else held.decode("utf-8-sig")
        for odd, plain in (("باشنيان", "باشينيان"), ("جيحون", "جيهون"), ("نخجوان", "الحدود")):
            text = text.replace(odd, plain)
        aside = file.with_suffix(".json")
        out.append((json.loads(aside.read_text(encoding="utf-8")).get("published") if aside.exists() else None, text))
    return out
