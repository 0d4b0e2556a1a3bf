"""Measure the map in a browser: ``python -m benchmarks.web.map RECORD``.

Chromium draws it without a graphics card, in software on the cores that run the page too. So two figures are told: what
the page itself does for a frame, in processor time, which is the same with a card, and how often it was drawn.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.web.serving import chromium, line, served

_WIDTH, _HEIGHT = 1440, 900
_STEPS = 40  # moves of the mouse, a frame or more each
_FRAME = 16  # milliseconds
_WATCH = """() => {
  window.frames_ = [];
  let last = performance.now();
  const tick = (now) => { frames_.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


def main() -> None:
    """Print what a frame costs while the map is moved, zoomed and its days are changed."""
    with served(Path(sys.argv[1])) as (port, _, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium())
        page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT})
        page.set_default_timeout(600_000)
        page.goto(f"http://127.0.0.1:{port}/map")
        while "atlas" not in page.content():
            time.sleep(1)
            page.reload()
        start = time.perf_counter()
        page.reload()
        page.wait_for_selector("#atlas[data-ready]")
        line("map is drawn", f"{time.perf_counter() - start:.1f} s", "")
        events = page.evaluate("fetch('/map.json').then((r) => r.json()).then((a) => a.events.length)")
        page.evaluate(_WATCH)
        for what, move in (("dragged", _drag), ("zoomed", _zoom), ("days changed", _days)):
            _told(page, f"{events:,} events, {what}", move)
        for button in page.locator("[data-standing]").all():
            button.click()
        page.wait_for_timeout(2000)
        for what, move in (("dragged", _drag), ("zoomed", _zoom)):
            _told(page, f"no event, {what}", move)
        browser.close()


def _told(page: Page, name: str, move: Callable[[Page], None]) -> None:
    page.wait_for_timeout(1000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _worked(session)
    page.evaluate("() => { frames_.length = 0; }")
    move(page)
    frames = page.evaluate("() => frames_.slice(1)")
    own = (_worked(session) - before) / len(frames)
    slow = statistics.quantiles(frames, n=20)[-1]
    line(
        name,
        f"{own * 1000:.1f} ms",
        f"drawn in software every {statistics.median(frames):.0f} ms, 95 of 100 in {slow:.0f}",
    )


def _worked(session: CDPSession) -> float:
    """Processor seconds that the page itself took, without what draws for it."""
    told = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in told if m["name"] == "TaskDuration"))


def _drag(page: Page) -> None:
    x, y = _WIDTH / 2, _HEIGHT / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(_STEPS):
        page.mouse.move(x + 8 * (step if step < _STEPS / 2 else _STEPS - step), y + 2 * step)
        page.wait_for_timeout(_FRAME)
    page.mouse.up()


def _zoom(page: Page) -> None:
    page.mouse.move(_WIDTH / 2, _HEIGHT / 2)
    for step in range(_STEPS):
        page.mouse.wheel(0, -60 if step < _STEPS / 2 else 60)
        page.wait_for_timeout(_FRAME)
    page.wait_for_timeout(500)


def _days(page: Page) -> None:
    page.locator("#until").focus()
    for _ in range(_STEPS):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(_FRAME)


if __name__ == "__main__":
    main()
