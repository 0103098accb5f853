"""Strokes of open pages while the server is killed and started again: python -m benchmarks.restart [--pages 20].

Wants what the tests want. Counts the strokes that stand on the pages afterwards, and in their addresses.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from urllib.parse import urlparse

from playwright.sync_api import sync_playwright

from tests.conftest import chromium, running
from tests.visitor import LETTERS, Visitor

WRITTEN = "WXY"
STROKES = [len(LETTERS[letter]) for letter in WRITTEN]


def _begun(visitor: Visitor) -> None:
    visitor.choose("swap-normal")
    visitor.click("Clear all")
    visitor.draw(WRITTEN[0], 0)
    visitor.settle()


def _held(visitor: Visitor) -> tuple[int, int]:
    """How many of the strokes stand on the page, and how many come back from its address alone."""
    visitor.page.wait_for_selector("#offline:empty", state="attached")
    visitor.settle()
    shown = visitor.strokes()[: len(STROKES)]
    address = visitor.page.url
    visitor.page.goto("about:blank")
    visitor.page.goto(address)
    visitor.page.wait_for_selector(".sd[data-painted]")
    visitor.settle()
    return sum(shown), sum(visitor.strokes()[: len(STROKES)])


def measured(pages: int) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser, log = chromium(driver), Path(folder, "log")
        with running(log) as app:
            visitors = [Visitor(browser, app.url) for _ in range(pages)]
            for visitor in visitors:
                _begun(visitor)
            app.process.kill()
            app.process.wait()
        for box, letter in enumerate(WRITTEN[1:], 1):
            for visitor in visitors:
                visitor.draw(letter, box)
        with running(log, port=urlparse(app.url).port):
            held = [_held(visitor) for visitor in visitors]
        drawn = pages * sum(STROKES)
        shown, written = map(sum, zip(*held, strict=True))
        print(f"{drawn} strokes drawn, {shown} on the pages, {written} in the addresses")
        browser.close()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=20)
    measured(options.parse_args().pages)
