"""What a browser makes of our pages, as far as tests need it."""

from lxml import html
from lxml.html import HtmlElement


def parsed(text: str) -> HtmlElement:
    return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))


def one(page: HtmlElement, path: str) -> HtmlElement:
    (found,) = page.xpath(path)
    return found


def ours(page: HtmlElement) -> str:
    """The words of the interface: without names, what documents say, and what is named as another language."""
    for apart in page.xpath("//bdi | //*[@lang and not(self::html)] | //script | //style | //time/@datetime/.."):
        apart.drop_tree()
    spoken = page.xpath("//@title | //@aria-label")
    return " ".join([*page.xpath("//text()"), *spoken])
