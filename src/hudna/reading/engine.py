"""One document in, one reading out: the steps in their order."""

import hashlib
from functools import lru_cache
from importlib.resources import files

from hudna import __version__
from hudna.lexicon import load
from hudna.reading.attributions import find_attributions
from hudna.reading.event import find_events
from hudna.reading.mentions import find_cast
from hudna.reading.model import Reading
from hudna.reading.page import open_page
from hudna.reading.times import find_times
from hudna.text import Document

_LANGUAGE = "ar"


@lru_cache(maxsize=1)
def engine() -> str:
    """The version of code and lexicon: two readings by one engine of one document are the same bytes."""
    state = hashlib.sha256(load(_LANGUAGE).version.encode())
    for room in ("hudna.text", "hudna.reading"):
        waiting = [files(room)]
        while waiting:
            for item in sorted(waiting.pop().iterdir(), key=lambda f: f.name):
                if item.is_dir():
                    waiting.append(item)
                elif item.name.endswith(".py"):
                    state.update(item.read_bytes())
    return f"{__version__}+{state.hexdigest()[:12]}"


def read(document: Document) -> Reading:
    """What ``document`` says."""
    page = open_page(document, load(document.language))
    cast = find_cast(page)
    times = find_times(page, document.published)
    attributions = find_attributions(page, cast)
    events = find_events(page, cast, times, attributions)
    return Reading(
        name=document.name,
        sha256=document.sha256,
        engine=engine(),
        title=document.title,
        language=document.language,
        outlet=document.outlet,
        url=document.url,
        entities=cast.entities,
        mentions=cast.mentions,
        times=times,
        attributions=attributions,
        events=events,
    )
