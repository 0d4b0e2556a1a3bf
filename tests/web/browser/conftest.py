"""The system's Chromium before a served record. Without one these tests are left out, but not in CI."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from hudna.reading import Reading
from hudna.record import Store
from hudna.text import Document
from hudna.web import Settings, create_app

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
Open = Callable[..., Page]
# CI runs as root, and without a graphics card.
_ARGUMENTS = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"]
_PATIENCE = 120_000  # milliseconds: a busy machine is no fault of a page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if not BROWSER and not os.environ.get("CI") and here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine; README says how to install it"))


@pytest.fixture(scope="session")
def served(told: list[tuple[Document, Reading]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the record of three documents."""
    path = tmp_path_factory.mktemp("served") / "told.hudna"
    with Store.open(path, create=True) as store:
        for document, reading in told:
            store.put(document, reading)
    with serving(path) as address:
        yield address


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of a record that is served as long as this lasts."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
        config = uvicorn.Config(create_app(path, Settings(port=port)), log_level="warning", http="h11")
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, served: str) -> Iterator[Open]:
    """Opens an address in a language, a theme and a width; what goes wrong in a page fails its test."""
    contexts = []
    wrong: list[str] = []

    def open_(path: str, language: str = "ar", theme: str = "light", width: int = 1440) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        context.set_default_timeout(_PATIENCE)
        contexts.append(context)
        preferences = {"hudna_language": language, "hudna_theme": theme}
        context.add_cookies([{"name": n, "value": v, "url": served} for n, v in preferences.items()])
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.startswith((served, "data:")) else wrong.append(asked.url))
        page.goto(f"{served}{path}")
        page.evaluate("document.fonts.ready")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not wrong
