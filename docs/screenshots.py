"""Take the pictures of the page for the README: python -m docs.screenshots (needs Chromium)."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import expect, sync_playwright

from tests.conftest import chromium, running
from tests.visitor import DESKTOP, PHONE, Visitor

HERE = Path(__file__).parent

WORDS = ("swap-normal", "seq2seq-bahdanau", "planets", 2)
"""A task, a model, a word and a step of its decoder."""

PICTURES: dict[str, tuple[dict[str, Any], tuple[str, str, str, int] | None]] = {
    "page-light": (DESKTOP, None),
    "page-dark": ({**DESKTOP, "color_scheme": "dark"}, None),
    "page-phone": (PHONE, None),
    "page-korean": ({**DESKTOP, "locale": "ko-KR"}, None),
    "word-light": (DESKTOP, WORDS),
    "word-phone": (PHONE, WORDS),
}


def go_to(visitor: Visitor, task: str, model: str, word: str, step: int) -> None:
    """Another task with a sample of this word, which is always the same, at a step of its decoder."""
    visitor.choose(task, model)
    choices = visitor.page.get_by_text("Choose what is written")
    choices.click()
    field = visitor.page.locator(f'[data-of="{task}"] [data-option="word"]')
    field.fill(word)
    field.press("Enter")
    expect(visitor.page.locator("#panel-answer .verdict")).to_contain_text(word.upper())
    visitor.settle()
    choices.click()
    visitor.page.locator(".chips button").nth(step).click()
    visitor.page.wait_for_timeout(500)


def main() -> None:
    with running(Path(tempfile.mkdtemp()) / "log") as app, sync_playwright() as driver:
        browser = chromium(driver)
        for name, (options, shown) in PICTURES.items():
            visitor = Visitor(browser, app.url, **options)
            visitor.settle()
            if shown:
                go_to(visitor, *shown)
            visitor.page.screenshot(path=HERE / f"{name}.png", full_page=True)
            visitor.leave()
            print(HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
