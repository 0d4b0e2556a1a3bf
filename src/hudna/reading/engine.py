"""One document in, one reading out: the steps in their order."""

import hashlib
from dataclasses import replace
from functools import lru_cache

from hudna import __version__
from hudna.fingerprint import fingerprint
from hudna.lexicon import load
from hudna.reading.attributions import find_attributions
from hudna.reading.casualty import find_casualties
from hudna.reading.event import find_events
from hudna.reading.fallen import with_fallen
from hudna.reading.furniture import find_furniture, furniture_spans
from hudna.reading.masthead import find_masthead
from hudna.reading.mentions import find_cast
from hudna.reading.model import Reading
from hudna.reading.nominal import stand_in
from hudna.reading.page import open_page
from hudna.reading.times import anchor_times, find_times
from hudna.reading.truce import find_truces
from hudna.text import Document

_LANGUAGE = "ar"


@lru_cache(maxsize=1)
def engine() -> str:
    """The version of code and lexicon: two readings by one engine of one document are the same bytes."""
    code = fingerprint("hudna.text", "hudna.lexicon", "hudna.reading")
    state = hashlib.sha256(f"{load(_LANGUAGE).version} {code}".encode())
    return f"{__version__}+{state.hexdigest()[:12]}"


def read(document: Document) -> Reading:
    """What ``document`` says."""
    page = open_page(document, load(document.language))
    page = replace(page, furniture=find_furniture(page))
    forms = find_times(page, None)
    masthead = find_masthead(page, forms)
    times = anchor_times(forms, masthead.anchor)
    cast = find_cast(page)
    attributions = find_attributions(page, cast)
    nominal = stand_in(times)
    events = find_events(page, cast, nominal.times, attributions)
    casualties, losses = find_casualties(page, cast, nominal.times, attributions, events)
    events = with_fallen(page, events, casualties, cast)
    reading = Reading(
        name=document.name,
        sha256=document.sha256,
        engine=engine(),
        title=masthead.title,
        language=document.language,
        outlet=masthead.outlet,
        url=document.url,
        agency=masthead.agency,
        published=masthead.published,
        furniture=furniture_spans(page),
        entities=cast.entities,
        mentions=cast.mentions,
        times=times,
        attributions=attributions,
        events=events,
        casualties=casualties,
        losses=losses,
        truces=find_truces(page, cast, nominal.times, attributions, events),
    )
    return nominal.told(reading)
