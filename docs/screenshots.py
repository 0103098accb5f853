"""Take the pictures of the page for the README: python -m docs.screenshots [NAME …] (needs Chromium)."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from tests.conftest import chromium, running
from tests.visitor import DESKTOP, PHONE, Visitor

HERE = Path(__file__).parent


def first(visitor: Visitor) -> None:
    """The page as it opens."""
    visitor.settle()


def word(visitor: Visitor) -> None:
    """A word that is always the same, at the third step of its decoder."""
    task, text = "swap-normal", "network"
    visitor.choose(task, "seq2seq-bahdanau")
    choices = visitor.page.get_by_text("Options", exact=True)
    choices.click()
    visitor.page.locator("#seed").fill("4")
    field = visitor.page.locator(f'[data-of="{task}"] [data-option="word"]')
    field.fill(text)
    field.press("Enter")
    expect(visitor.page.locator("#why")).to_contain_text(text.upper())
    visitor.settle()
    choices.click()
    visitor.page.locator(".chips button").nth(2).click()
    visitor.page.wait_for_timeout(500)


def row(visitor: Visitor) -> None:
    """An 8 that is always the same, read as far as its middle."""
    visitor.choose("row-47", "row-lstm-47")
    choices = visitor.page.get_by_text("Options", exact=True)
    choices.click()
    visitor.page.locator('[data-of="row-47"] [data-option="character"]').select_option("8")
    visitor.page.locator("#seed").fill("3")
    visitor.page.locator("#seed").press("Enter")
    expect(visitor.page.locator("#why")).to_contain_text("8")
    visitor.settle()
    choices.click()
    visitor.page.locator("[data-slider]").fill("17")
    visitor.page.wait_for_timeout(500)


def exact(visitor: Visitor) -> None:
    """A row of four letters, reasoned about exactly."""
    visitor.choose("next-normal", "exact-line")
    visitor.type("CEGI")
    expect(visitor.page.locator("#panel-line .lines > li")).to_have_count(4)


def compared(visitor: Visitor) -> None:
    """A word through all models at once."""
    word(visitor)
    visitor.page.locator('[data-mode="all"]').click()
    expect(visitor.page.locator("#results")).to_be_hidden()
    expect(visitor.page.locator("#variants .unanswered")).to_have_count(0)


def changed(visitor: Visitor) -> None:
    """A row in which one letter is read as another by hand."""
    visitor.page.locator("#panel-vision tbody tr").nth(10).locator("td").nth(1).click()
    expect(visitor.page.locator("#changes")).not_to_be_empty()
    visitor.settle()


def lesson(visitor: Visitor) -> None:
    """The lesson on where attention crosses, before the guess."""
    visitor.page.locator('[data-show="lessons"]').click()
    visitor.page.locator('[data-page="lessons"] [data-name="crossing"]').click()
    visitor.page.locator(".sd.guessing #panel-letters").wait_for()
    visitor.settle()
    visitor.page.wait_for_timeout(1000)


def projected(visitor: Visitor) -> None:
    """What GRU 2 expects, in large type for a projector."""
    visitor.page.locator("[data-project]").first.click()
    while not visitor.page.locator("#panel-reasoning").is_visible():
        visitor.page.keyboard.press("PageDown")
    visitor.page.wait_for_timeout(500)


def board(visitor: Visitor) -> None:
    """The scoreboard of all tasks."""
    visitor.page.locator('[data-show="scoreboard"]').click()
    expect(visitor.page.locator("#board-scores table")).to_be_visible()
    visitor.page.wait_for_timeout(500)


def printed(visitor: Visitor) -> None:
    """The page on paper."""
    visitor.settle()
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    visitor.page.emulate_media(media="print")


def worksheet(visitor: Visitor) -> None:
    """A lesson on paper: its question, without its answer."""
    visitor.page.locator('[data-show="lessons"]').click()
    visitor.page.locator('[data-page="lessons"] [data-name="believes"]').click()
    expect(visitor.page.locator("#lesson [data-reveal]")).to_be_visible()
    printed(visitor)


def room(visitor: Visitor) -> None:
    """The wall of a room with sixteen simulated phones."""
    for place in ('[data-show="lessons"]', '[data-show="teachers"]', '[data-room="open"]'):
        visitor.page.locator(place).click()
    for phones in (8, 16):
        visitor.page.locator("#room .orders button").first.click()
        expect(visitor.page.locator("#room .people li")).to_have_count(phones)


def dots(visitor: Visitor) -> None:
    """What came of two ways to train, each phone a dot: real runs of simulated phones."""
    room(visitor)
    visitor.page.locator("#room [data-lead*=compare]").first.click()
    expect(visitor.page.locator("#room .dot")).to_have_count(16, timeout=600_000)
    visitor.page.locator('#room [data-lead*="tell"]').click()
    expect(visitor.page.locator("#room .came")).to_be_visible()


def alphabet(visitor: Visitor) -> None:
    """The letters of a class, written by the pen model for simulated phones."""
    room(visitor)
    visitor.page.locator("#room [data-lead*=alphabet]").click()
    expect(visitor.page.locator("#room [data-lead*=drop]")).to_have_count(16 * 26, timeout=600_000)


def split(visitor: Visitor) -> None:
    """How a class is split over a lesson's question, and what is right."""
    room(visitor)
    visitor.page.locator("#room [data-lead*=lesson]").nth(3).click()
    visitor.page.locator("#room [data-lead*=split]").click()
    visitor.page.locator('#room [data-lead*="tell"]').click()
    expect(visitor.page.locator("#room .reveal")).to_be_visible()


def writing(visitor: Visitor) -> Iterator[None]:
    """W, X, Y are drawn, and a word is written again step by step; a picture is due at each halt."""
    visitor.choose("next-normal", "cnn-gru-normal")
    visitor.click("Clear all")
    for box, letter in enumerate("WXY"):
        visitor.draw(letter, box)
        visitor.settle()
        yield
    word(visitor)
    for step in range(7):
        visitor.page.locator(".chips button").nth(step).click()
        visitor.page.evaluate("scrollTo(0, 0)")
        yield


MOVING = "moving"
_SCREEN: dict[str, Any] = {**DESKTOP, "viewport": {"width": 1280, "height": 800}}
_SMALL = (960, 600)
_HALT, _LONG = 700, 1800
"""Milliseconds that a picture stands, and the last of each half."""


PROJECTOR: dict[str, Any] = {**DESKTOP, "viewport": {"width": 1920, "height": 1080}}
PAPER: dict[str, Any] = {**DESKTOP, "viewport": {"width": 800, "height": 1100}, "color_scheme": "dark"}

PICTURES: dict[str, tuple[dict[str, Any], Callable[[Visitor], None]]] = {
    "page-light": (DESKTOP, first),
    "page-dark": ({**DESKTOP, "color_scheme": "dark"}, first),
    "page-phone": (PHONE, first),
    "page-korean": ({**DESKTOP, "locale": "ko-KR"}, first),
    "word-light": (DESKTOP, word),
    "word-phone": (PHONE, word),
    "row-light": (DESKTOP, row),
    "row-phone": (PHONE, row),
    "exact-light": (DESKTOP, exact),
    "compare-light": (DESKTOP, compared),
    "compare-phone": (PHONE, compared),
    "changed-light": (DESKTOP, changed),
    "lesson-light": (DESKTOP, lesson),
    "lesson-korean-phone": ({**PHONE, "locale": "ko-KR"}, lesson),
    "projector-dark": ({**PROJECTOR, "color_scheme": "dark"}, projected),
    "room-dots": (PROJECTOR, dots),
    "room-alphabet": (PROJECTOR, alphabet),
    "room-lesson-korean": ({**PROJECTOR, "locale": "ko-KR", "color_scheme": "dark"}, split),
    "board-light": (DESKTOP, board),
    "board-phone": (PHONE, board),
    "print": (PAPER, printed),
    "worksheet": (PAPER, worksheet),
    "forced-colours": ({**DESKTOP, "forced_colors": "active"}, first),
    "forced-colours-word": ({**DESKTOP, "forced_colors": "active"}, word),
}


def main(names: list[str]) -> None:
    with running(Path(tempfile.mkdtemp()) / "log") as app, sync_playwright() as driver:
        browser = chromium(driver)
        for name in names or [*PICTURES, MOVING]:
            if name == MOVING:
                print(moving(browser, app.url))
            else:
                print(still(browser, app.url, name))
        browser.close()


def still(browser: Browser, url: str, name: str) -> Path:
    """One picture of a whole page."""
    options, go_to = PICTURES[name]
    visitor, place = Visitor(browser, url, **options), HERE / f"{name}.png"
    go_to(visitor)
    visitor.page.evaluate("scrollTo(0, 0)")  # else what stays in sight covers the middle of the picture
    visitor.page.mouse.move(0, 0)  # for a whole page the browser lets fingers hover, where they were last
    visitor.page.screenshot(path=place, full_page=True)
    visitor.leave()
    return place


def moving(browser: Browser, url: str) -> Path:
    """The first screen while someone writes, as an animated WebP."""
    visitor, place = Visitor(browser, url, **_SCREEN), HERE / f"{MOVING}.webp"
    shots = [visitor.page.screenshot() for _ in writing(visitor)]
    visitor.leave()
    first, *others = (Image.open(io.BytesIO(shot)).convert("RGB").resize(_SMALL) for shot in shots)
    halts = [_LONG if n in (2, len(shots) - 1) else _HALT for n in range(len(shots))]
    first.save(place, save_all=True, append_images=others, duration=halts, loop=0, quality=60, method=6)
    return place


if __name__ == "__main__":
    main(sys.argv[1:])
