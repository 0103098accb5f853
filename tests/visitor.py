"""`Visitor`: someone at the page, with a mouse, a finger or a keyboard."""

from __future__ import annotations

import json
import os
from collections import Counter
from itertools import pairwise
from typing import Any, Literal
from urllib.parse import urlparse
from zlib import crc32

from playwright.sync_api import Browser, BrowserContext, Page, expect

PATIENCE = 120
"""Seconds to wait for what takes a moment on a machine of its own: others may be computing beside the tests."""

Hand = Literal["mouse", "touch"]
Line = list[tuple[float, float]]

LETTERS: dict[str, list[Line]] = {
    "W": [[(0.1, 0.15), (0.3, 0.85), (0.5, 0.35), (0.7, 0.85), (0.9, 0.15)]],
    "X": [[(0.2, 0.15), (0.8, 0.85)], [(0.8, 0.15), (0.2, 0.85)]],
    "Y": [[(0.2, 0.15), (0.5, 0.5)], [(0.8, 0.15), (0.5, 0.5), (0.5, 0.88)]],
}
"""How to write a few letters: pen strokes by their corners, in shares of the box."""

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "locale": "en-GB",
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}

_FREE: dict[tuple[Browser, str], list[BrowserContext]] = {}
"""Windows that were left, by browser and options: to load the page again takes a third of the time in them."""


_VISITS: Counter[str] = Counter()
_CHANCE = """
let state = %d;
Math.random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
"""
"""Mulberry32 (Tommy Ettinger): typed letters are written alike whenever a test runs."""


def _seed() -> int:
    """Another one for each visit of each test."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0]
    _VISITS[test] += 1
    return crc32(f"{test} {_VISITS[test]}".encode())


class Visitor:
    """A visit to the page; it notes what a visitor should never see."""

    def __init__(self, browser: Browser, url: str, **options: Any) -> None:
        self._free = _FREE.setdefault((browser, json.dumps(options or DESKTOP, sort_keys=True)), [])
        self.context = self._free.pop() if self._free else browser.new_context(**(options or DESKTOP))
        self.page: Page = self.context.new_page()
        self._forget(url)
        self.page.add_init_script(_CHANCE % _seed())
        self.page.set_default_timeout(1000 * PATIENCE)
        self._stopped = False
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._note)
        self.page.goto(url)
        self.page.wait_for_selector(".sd[data-painted]")

    def _note(self, request: Any) -> None:
        place = urlparse(request.url)
        if place.scheme in ("http", "https", "ws", "wss"):
            self.hosts.add(str(place.hostname))

    def _forget(self, url: str) -> None:
        """As if nobody had been here before: only what the page is made of stays in the browser."""
        place = urlparse(url)
        session = self.context.new_cdp_session(self.page)
        kept = {"origin": f"{place.scheme}://{place.netloc}", "storageTypes": "cookies,local_storage,indexeddb"}
        session.send("Storage.clearDataForOrigin", kept)
        session.detach()

    def leave(self) -> None:
        self.page.close()
        if self._stopped:
            self.context.close()
        else:
            self._free.append(self.context)

    def stop_the_clock(self) -> None:
        """Timers of the page go on only by `page.clock.run_for`."""
        self._stopped = True
        self.page.clock.install()
        self.page.clock.pause_at("2100-01-01")

    def click(self, name: str) -> None:
        """Press the button of that name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def beam(self, width: str) -> None:
        """Search for words with so many partial words; the menu is behind "Options"."""
        self.options()
        self.page.locator("#beam").select_option(width)
        self.options(shown=False)

    def options(self, shown: bool = True) -> None:
        """What is rarely needed of a sample and its answer, shown or hidden again."""
        if self.page.locator("#seed").is_visible() != shown:
            self.page.locator("details:has(#seed) > summary").click()

    def choose(self, task: str, model: str | None = None) -> None:
        """Go to a task by its name, and to one of its models; the pad keeps its letters."""
        button = self.page.locator(f'[data-task="{task}"]')
        if not button.is_visible():
            self.page.locator(f'[data-go~="{task}"]').click()
        button.click()
        if model is not None:
            self.page.locator(f'[data-model="{task}"]').select_option(model)
        self.settle()

    def type(self, text: str) -> None:
        """Have letters written that are typed into the form."""
        self.page.locator("#text").fill(text)
        self.page.locator("#text").press("Enter")
        expect(self.page.locator("#pad .filled")).to_have_count(len(text))
        self.settle()

    def draw(self, letter: str, box: int, hand: Hand = "mouse", boxes: str = "#pad svg") -> None:
        """Write a letter into a box, counted from 0, stroke by stroke."""
        place = self.page.locator(boxes).nth(box)
        place.scroll_into_view_if_needed()
        for stroke in LETTERS[letter]:
            bounds = place.bounding_box()
            assert bounds is not None
            corners = [(bounds["x"] + x * bounds["width"], bounds["y"] + y * bounds["height"]) for x, y in stroke]
            (self._mouse if hand == "mouse" else self._finger)(corners)

    def _mouse(self, corners: Line) -> None:
        self.page.mouse.move(*corners[0])
        self.page.mouse.down()
        for corner in corners[1:]:
            self.page.mouse.move(*corner, steps=8)
        self.page.mouse.up()

    def _finger(self, corners: Line) -> None:
        """Real touches, through the browser's own input, so that scrolling could steal them."""
        session = self.context.new_cdp_session(self.page)

        def touch(kind: str, points: Line) -> None:
            places = [{"x": x, "y": y} for x, y in points]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

        touch("touchStart", corners[:1])
        for (x, y), (to_x, to_y) in pairwise(corners):
            for share in (0.25, 0.5, 0.75, 1.0):
                touch("touchMove", [(x + (to_x - x) * share, y + (to_y - y) * share)])
        touch("touchEnd", [])
        session.detach()

    def strokes(self, kind: str = "") -> list[int]:
        """How many strokes each box holds, of those whose path fits a CSS attribute selector."""
        counted = "(boxes, path) => boxes.map((box) => box.querySelectorAll(path).length)"
        counts: list[int] = self.page.locator("#pad svg").evaluate_all(counted, f"path{kind}")
        return counts

    def written(self) -> str:
        """The labels of the boxes, where they are known."""
        return "".join(self.values("#pad .written"))

    def values(self, fields: str) -> list[str]:
        """What stands in all fields at one moment; read one after the other, some may have gone before their turn."""
        values: list[str] = self.page.locator(fields).evaluate_all("(fields) => fields.map((field) => field.value)")
        return values

    def settle(self) -> None:
        """Wait until the last answer is painted."""
        expect(self.page.locator(".sd.busy")).to_have_count(0)

    def answer(self) -> str:
        """The letter in the last box of the row."""
        self.settle()
        return self.page.locator("#tile b").inner_text()
