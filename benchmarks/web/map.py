"""Measure the map in a browser: ``python -m benchmarks.web.map RECORD``.

Chromium draws it without a graphics card, in software on the cores that run the page too; so frames of a record are
told beside those of the ground alone, with every event taken off the map, and what holds up the page itself apart.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.web.serving import chromium, line, served

_WIDTH, _HEIGHT = 1440, 900
_STEPS = 40  # moves of the mouse, a frame or more each
_FRAME = 16  # milliseconds
_WATCH = """() => {
  window.frames_ = []; window.tasks_ = [];
  const seen = (list) => tasks_.push(...list.getEntries().map((e) => e.duration));
  new PerformanceObserver(seen).observe({type: "longtask"});
  let last = performance.now();
  const tick = (now) => { frames_.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


def main() -> None:
    """Print how long frames take while the map is moved, zoomed and its days are changed."""
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
    page.evaluate("() => { frames_.length = 0; tasks_.length = 0; }")
    move(page)
    frames, tasks = page.evaluate("() => [frames_.slice(1), tasks_]")
    slow = statistics.quantiles(frames, n=20)[-1]
    note = f"95 of 100 within {slow:.0f} ms, longest {max(frames):.0f} ms; {len(tasks)} long tasks, {sum(tasks):.0f} ms"
    line(name, f"{statistics.median(frames):.0f} ms", note)


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
