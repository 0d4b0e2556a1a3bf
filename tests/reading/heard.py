"""People and states that the examples of speech name, and what is heard of them."""

from hudna.reading.attributions import find_attributions
from hudna.reading.cast import Cast, Reference
from hudna.reading.model import Attribution, Entity, Mention
from hudna.reading.page import Page
from tests.reading.opened import opened

# The names that the examples use: id, type and side by spelling; the longest spelling wins.
NAMES = {
    "روسيا": ("loc.RUS", "LOC", "RUS"),
    "لروسيا": ("loc.RUS", "LOC", "RUS"),
    "فرنسا": ("loc.FRA", "LOC", "FRA"),
    "تركيا": ("loc.TUR", "LOC", "TUR"),
    "أرمينيا": ("loc.ARM", "LOC", "ARM"),
    "وأذربيجان": ("loc.AZE", "LOC", "AZE"),
    "أذربيجان": ("loc.AZE", "LOC", "AZE"),
    "وزارة الدفاع": ("mod", "ORG", "AZE"),
    "الوزارة": ("mod", "ORG", "AZE"),
    "الخارجية": ("mfa", "ORG", "AZE"),
    "للخارجية": ("mfa", "ORG", "AZE"),
    "الجيش": ("army", "ORG", "AZE"),
    "للجيش": ("army", "ORG", "AZE"),
    "الحكومة": ("gov", "ORG", "AZE"),
    "الأمم المتحدة": ("un", "ORG", None),
    "الحركة": ("rebels", "ORG", "rebels"),
    "رويترز": ("reuters", "ORG", None),
    "وكالة رويترز": ("reuters", "ORG", None),
    "لوكالة رويترز": ("reuters", "ORG", None),
    "سامي الخطيب": ("sami", "PER", "AZE"),
    "الخطيب": ("sami", "PER", "AZE"),
    "لينا حداد": ("lina", "PER", "TUR"),
    "ولينا حداد": ("lina", "PER", "TUR"),
    "وزير الخارجية سامي الخطيب": ("sami", "PER", "AZE"),
}


def hear(text: str) -> tuple[Page, Cast]:
    page = opened(text)
    starts = {t.span.start: i for i, t in enumerate(page.tokens)}
    ends = {t.span.end: i + 1 for i, t in enumerate(page.tokens)}
    found: dict[int, tuple[int, str]] = {}
    for name in sorted(NAMES, key=len):
        at = text.find(name)
        while at >= 0:
            if at in starts and at + len(name) in ends:
                found[starts[at]] = (ends[at + len(name)], name)
            at = text.find(name, at + 1)
    references: list[Reference] = []
    mentions: list[Mention] = []
    for first, (last, name) in sorted(found.items()):
        if not references or first >= references[-1].last:
            references.append(Reference(first, last, (NAMES[name][0],), "name"))
            mentions.append(Mention(page.span(first, last), NAMES[name][0]))
    entities = {i: Entity(i, kind, i, side=side) for i, kind, side in NAMES.values()}
    return page, Cast(tuple(entities.values()), tuple(mentions), tuple(references))


def said(text: str) -> tuple[Attribution, ...]:
    return find_attributions(*hear(text))


def told(text: str) -> list[tuple[str, str]]:
    """(who, what) of each attribution; who is «source < relay»."""
    out = []
    for a in said(text):
        who = a.source + (f" < {a.relay}" if a.relay else "")
        out.append((who, text[a.content.start : a.content.end]))
    return out
