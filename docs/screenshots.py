"""Take the pictures of the page for the README: python -m docs.screenshots (needs Chromium)."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.conftest import chromium, running
from tests.visitor import DESKTOP, PHONE, Visitor

HERE = Path(__file__).parent

PICTURES: dict[str, dict[str, Any]] = {
    "page-light": DESKTOP,
    "page-dark": {**DESKTOP, "color_scheme": "dark"},
    "page-phone": PHONE,
    "page-korean": {**DESKTOP, "locale": "ko-KR"},
}


def main() -> None:
    with running(Path(tempfile.mkdtemp()) / "log") as app, sync_playwright() as driver:
        browser = chromium(driver)
        for name, options in PICTURES.items():
            visitor = Visitor(browser, app.url, **options)
            visitor.settle()
            visitor.page.screenshot(path=HERE / f"{name}.png", full_page=True)
            visitor.leave()
            print(HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
