"""Small readings made by hand: a scribe writes a report and notes what it says by quoting it."""

from collections.abc import Callable
from typing import Any

import pytest

from hudna.reading import (
    Attribution,
    Casualty,
    Entity,
    Event,
    Loss,
    Mention,
    Published,
    Reading,
    Role,
    Truce,
    Violation,
)
from hudna.text import Document, Span


class Scribe:
    """Collects the facts of one report; every method takes the words of the text that carry the fact."""

    def __init__(self, name: str, text: str, published: str | None = None, **given: Any) -> None:
        self.document = Document(name, text, published=published, outlet=given.get("outlet"))
        self.given = given
        self.entities: list[Entity] = []
        self.mentions: list[Mention] = []
        self.events: list[Event] = []
        self.claims: list[Attribution] = []
        self.tolls: list[Casualty] = []
        self.losses: list[Loss] = []
        self.truces: list[Truce] = []

    def at(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def sentence(self, words: str) -> Span:
        text, span = self.document.text, self.at(words)
        start = max(text.rfind(mark, 0, span.start) for mark in ".\n") + 1
        ends = [e for mark in ".\n" if (e := text.find(mark, span.end)) >= 0]
        return Span(start, min(ends, default=len(text)))

    def entity(self, kind: str, *spellings: str, own: str = "", title: str = "", **fields: Any) -> str:
        own = own or f"e{len(self.entities)}"
        roles = (Role(title, fields.get("side"), self.at(title)),) if title else ()
        self.entities.append(Entity(own, kind, max(spellings, key=len), roles=roles, **fields))
        self.mentions.extend(Mention(self.at(s), own) for s in spellings)
        return own

    def event(self, kind: str, words: str, **fields: Any) -> str:
        own = f"v{len(self.events)}"
        self.events.append(Event(own, kind, self.at(words), self.sentence(words), **fields))
        return own

    def claim(self, source: str, cue: str, content: str, **fields: Any) -> None:
        self.claims.append(Attribution(source, self.at(cue), self.at(content), **fields))

    def toll(self, words: str, kind: str, count: str, **fields: Any) -> None:
        fields.setdefault("victims", "unspecified")
        own = f"c{len(self.tolls)}"
        self.tolls.append(Casualty(own, kind, count, quote=self.at(words), evidence=self.sentence(words), **fields))

    def truce(
        self, words: str, status: str, breaches: tuple[tuple[str, dict[str, Any]], ...] = (), **fields: Any
    ) -> None:
        broken = tuple(Violation(self.at(quote), **said) for quote, said in breaches)
        own = f"t{len(self.truces)}"
        held = Truce(own, "ceasefire", status, self.at(words), self.sentence(words), violations=broken, **fields)
        self.truces.append(held)

    def pair(self) -> tuple[Document, Reading]:
        published = self.document.published
        reading = Reading(
            name=self.document.name,
            sha256=self.document.sha256,
            engine="test",
            outlet=self.given.get("outlet"),
            agency=self.given.get("agency"),
            published=Published(published, "metadata" if published else "unknown"),
            entities=tuple(self.entities),
            mentions=tuple(self.mentions),
            attributions=tuple(self.claims),
            events=tuple(self.events),
            casualties=tuple(self.tolls),
            losses=tuple(self.losses),
            truces=tuple(self.truces),
        )
        return self.document, reading


@pytest.fixture
def scribe() -> Callable[..., Scribe]:
    return Scribe


def call(name: str, text: str, day: str, **given: Any) -> Scribe:
    """A report of a call between two ministers, as «لافرنوف» and «بيراموغلو» of two invented states."""
    report = Scribe(name, text, day, **given)
    caller = report.entity("PER", "سيرغي لافرنوف", side="AAA")
    called = report.entity("PER", "جيهون بيراموغلو", side="BBB")
    report.event("CONSULT", "اتصال هاتفي", mode="phone", actors=(caller, called), date=day)
    return report


def pool() -> list[tuple[Document, Reading]]:
    """Reports that overlap in people, events, tolls and wording, for properties over sets of reports."""
    out = []
    texts = (
        "بحث سيرغي لافرنوف مع جيهون بيراموغلو في اتصال هاتفي الأوضاع على الحدود يوم الأحد.",
        "جرى اتصال هاتفي بين سيرغي لافرنوف وجيهون بيراموغلو تناول الأوضاع على الحدود.",
        "قالت الوزارة إن جيهون بيراموغلو تلقى اتصال هاتفي من سيرغي لافرنوف أمس.",
    )
    for n, text in enumerate(texts):
        out.append(call(f"call-{n}", text, "2021-03-07").pair())
    for n, count in enumerate(("12", "17", ">=20")):
        report = Scribe(f"clash-{n}", f"قصفت قوات بلاد الشمال بلدة زاريت فقتل {count} جنديا، وفق الجيش.", "2021-03-08")
        army = report.entity("ORG", "قوات بلاد الشمال", side="AAA")
        town = report.entity("LOC", "زاريت")
        shelling = report.event(
            "ASSAULT", "قصفت", mode="heavy-weapons", actors=(army,), targets=("loc.BBB",), place=town, date="2021-03-08"
        )
        report.toll(count, "killed", count, side="BBB", victims="military", event=shelling, claimed_by=(army,))
        out.append(report.pair())
    for n, family in enumerate(("لافرنوف", "لافرنف")):
        report = Scribe(f"truce-{n}", f"أعلن {family} هدنة تبدأ الأربعاء بين الجانبين.", "2021-03-09")
        minister = report.entity("PER", family, side="AAA" if n else None)
        report.truce("هدنة", "announced", parties=("loc.AAA", "loc.BBB"), announced_by=(minister,), start="2021-03-10")
        out.append(report.pair())
    return out


@pytest.fixture(scope="session")
def reports() -> list[tuple[Document, Reading]]:
    return pool()


@pytest.fixture
def phone_call() -> Callable[..., Scribe]:
    return call
