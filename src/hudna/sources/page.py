"""The article of a web page: its text, and the metadata that the page itself states."""

import re
from copy import deepcopy
from typing import Any

from trafilatura import bare_extraction, load_html
from trafilatura.metadata import extract_metadata

from hudna.sources.encoding import decode
from hudna.sources.metadata import Metadata
from hudna.sources.refusal import Unreadable

_CHARSET = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{1,30})""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must declare its encoding; HTML has 1024, pages take more
# Without a last day, trafilatura asks the clock; without a wide search, it takes dates from markup.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
# Where a page says when it appeared; other dates in its body are those of its story and of its neighbours.
_DATED = (
    "//body//script[@type='application/ld+json'] | //body//time[@pubdate or @itemprop='datePublished']"
    " | //article//header//time"
)


def extract(data: bytes) -> tuple[str, Metadata]:
    """The text of a page, title on its first line, and its title, outlet, address and date where the page states them.

    Raises:
        Unreadable: the bytes are no text, or the page holds no article.

    """
    html = _decoded(data)
    try:
        text, title, stated = _article(html)
    except Exception as error:  # noqa: BLE001 what broken markup raises in three libraries cannot be listed
        raise Unreadable(f"the page cannot be taken apart ({type(error).__name__})") from None
    if not text:
        raise Unreadable("the page holds no article text")
    if title and text.split("\n", 1)[0].strip() != title:
        text = f"{title}\n{text}"
    return text, Metadata(title or None, stated.outlet, stated.url, stated.published)


def _article(html: str) -> tuple[str, str, Metadata]:
    """Text, title and stated metadata of a page; the text is "" where there is none."""
    tree = load_html(html)
    if tree is None:
        return "", "", Metadata()
    stated = _stated(tree)
    found = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES))
    text, title = getattr(found, "text", None) or "", getattr(found, "title", None) or ""
    return text, " ".join(title.split()), stated


def _stated(tree: Any) -> Metadata:
    """Outlet, address and date from the head of a parsed page and the marked places of its body."""
    bare: Any = load_html("<html><head></head><body></body></html>")
    bare.find("head").extend(deepcopy(element) for head in tree.iterfind("head") for element in head)
    bare.find("body").extend(deepcopy(element) for element in tree.xpath(_DATED))
    found = extract_metadata(bare, date_config=dict(_DATES), extensive=False)
    return Metadata(outlet=found.sitename or None, url=found.url or None, published=found.date or None)


def _decoded(data: bytes) -> str:
    """The page as text: by the general rules, and where these give nothing by the encoding that it declares."""
    try:
        return decode(data)
    except Unreadable:
        declared = _CHARSET.search(data[:_HEAD])
        if declared is None:
            raise
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass
        raise
