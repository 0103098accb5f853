"""The real app, started as a person starts it, and a browser that visits it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# As the app does: several threads at the few numbers of one answer would only wait for each other.
os.environ.update(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import pytest
import torch
from beartype import BeartypeConf, beartype
from jaxtyping import install_import_hook
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.tiers import exhaustive
from tests.visitor import PATIENCE, Visitor

torch.set_num_threads(1)
expect.set_options(timeout=1000 * PATIENCE)

ROOT = Path(__file__).parent.parent
CHECKPOINTS = Path(os.environ.get("SEQDEMO_CHECKPOINTS", ROOT / "checkpoints"))
SHAPED = [path for path in (ROOT / "seqdemo").rglob("*.py") if "from jaxtyping import" in path.read_text("utf-8")]
"""Files that say shapes in signatures: every call that a test makes is held to them."""
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
"""The first that is there is taken: the shell shows the same pages for half the processor time."""
NO_BROWSER = "These tests need a browser: apt-get install chromium-headless-shell, or chromium"

shaped = beartype(conf=BeartypeConf(is_pep484_tower=True))
install_import_hook([".".join(path.relative_to(ROOT).with_suffix("").parts) for path in SHAPED], "conftest.shaped")


@dataclass(frozen=True)
class App:
    """A running `python app.py`."""

    url: str
    log: Path
    process: subprocess.Popen[bytes]

    def said(self) -> str:
        """All that it has printed."""
        return self.log.read_text(encoding="utf-8")


@contextmanager
def running(log: Path, port: int | None = None, folder: Path = ROOT, **environment: str) -> Iterator[App]:
    """`python app.py` of a checkout on a port, or on a free one, until the block ends."""
    port = port or _free_port()
    variables = {**os.environ, "GRADIO_SERVER_PORT": str(port), "PYTHONUNBUFFERED": "1", **environment}
    with log.open("w") as out:
        process = subprocess.Popen([sys.executable, "app.py"], cwd=folder, env=variables, stdout=out, stderr=out)
    try:
        app = App(f"http://127.0.0.1:{port}", log, process)
        _wait_for(app, process)
        yield app
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(app: App, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 5 * PATIENCE  # it imports for ten seconds of a processor
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(urllib.request.Request(app.url, method="HEAD"), timeout=PATIENCE):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"app.py did not start:\n{app.said()}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser takes seconds for each test: most of them are left to `make test-all`."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()) and "core" not in item.keywords:
            item.add_marker(exhaustive)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app with the shipped checkpoints."""
    with running(tmp_path_factory.mktemp("app") / "log") as started:
        yield started


def chromium(driver: Playwright) -> Browser:
    """The machine's own Chromium; without one, the line that installs it."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail(NO_BROWSER)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    return driver.chromium.launch(executable_path=found, args=flags)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for the whole session; each visitor gets a window of their own."""
    with sync_playwright() as driver:
        opened = chromium(driver)
        yield opened
        opened.close()


Visits = Callable[..., Visitor]


@pytest.fixture
def visit(app: App, browser: Browser) -> Iterator[Visits]:
    """Opens pages; at the end none may have complained, or asked another host for anything."""
    visitors: list[Visitor] = []

    def open_page(**options: Any) -> Visitor:
        visitors.append(Visitor(browser, app.url, **options))
        return visitors[-1]

    yield open_page
    for visitor in visitors:
        visitor.leave()
        assert visitor.complaints == []
        assert visitor.hosts == {"127.0.0.1"}
    assert "Traceback" not in app.said()
