"""Ink is never lost: slow and broken lines, palms and pens, undo and redo, Back and Forward."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from conftest import Visits
from playwright.sync_api import FilePayload, Page, expect
from visitor import DESKTOP, PHONE, Visitor

from tests.test_album import UNIPEN

LATENCIES = (200, 800)
"""Milliseconds of delay on a slow line."""
EVERY = 120
"""Milliseconds from one key to the next of someone who types quickly."""
LOST = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"


@contextmanager
def slow(visitor: Visitor, latency: int) -> Iterator[None]:
    """A line on which every answer comes so many milliseconds late."""
    session = visitor.context.new_cdp_session(visitor.page)
    line = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {**line, "latency": latency})
    yield
    session.send("Network.emulateNetworkConditions", {**line, "latency": 0})
    session.detach()


def place(page: Page, box: int, x: float, y: float) -> tuple[float, float]:
    bounds = page.locator("#pad svg").nth(box).bounding_box()
    assert bounds is not None
    return bounds["x"] + x * bounds["width"], bounds["y"] + y * bounds["height"]


POINT = """([box, kind, x, y, more]) => {
  const svg = document.querySelectorAll("#pad svg")[box], at = svg.getBoundingClientRect();
  svg.setPointerCapture = () => {};
  const where = { clientX: at.left + x * at.width, clientY: at.top + y * at.height };
  svg.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, ...where, ...more }));
}"""


class Pointer:
    """A pointer of any kind, as the browser would tell of it."""

    def __init__(self, page: Page, box: int, number: int, kind: str, **more: Any) -> None:
        self._page, self._box = page, box
        self._more = {"pointerId": number, "pointerType": kind, "buttons": 1, "button": 0, **more}

    def go(self, event: str, x: float, y: float) -> Pointer:
        self._page.evaluate(POINT, [self._box, f"pointer{event}", x, y, self._more])
        return self


@pytest.mark.parametrize("latency", LATENCIES)
def test_keys_and_strokes_on_a_slow_line_all_arrive_where_they_were_put(visit: Visits, latency: int) -> None:
    visitor, dice = visit(), random.Random(latency)
    page = visitor.page
    visitor.click("Clear all")
    visitor.settle()
    strokes, labels = [0] * 5, [""] * 5
    with slow(visitor, latency):
        page.locator("#pad svg").first.focus()
        page.keyboard.type("HELO", delay=EVERY)
        labels[:4] = "HELO"
        for _ in range(24):
            box = dice.randrange(5)
            if dice.random() < 0.5:
                page.locator("#pad svg").nth(box).focus()
                letter = dice.choice("ABC")
                page.keyboard.press(letter)
                labels[box], strokes[box] = letter, 0
            else:
                page.mouse.move(*place(page, box, 0.2, 0.2))
                page.mouse.down()
                page.wait_for_timeout(EVERY)
                page.mouse.move(*place(page, box, 0.6, 0.8), steps=3)
                page.mouse.up()
                labels[box], strokes[box] = "", strokes[box] + 1
        visitor.settle()
        expect(page.locator("#pad svg[aria-busy='true']")).to_have_count(0)
    assert visitor.strokes("[d*='M200 200L600 800']") == strokes
    assert visitor.values("#pad .written") == labels
    assert all(count > 0 for count in visitor.strokes())
    read = page.locator("#panel-letters .strip > li")
    expect(read).to_have_count(5)


FILE: list[FilePayload] = [{"name": "b.txt", "mimeType": "text/plain", "buffer": UNIPEN}]
ASKED: dict[str, Callable[[Page], None]] = {
    "sample": lambda page: page.locator("[data-do='another']").click(),
    "typed": lambda page: page.locator("#type button").click(),
    "file": lambda page: page.locator("#album-file").set_input_files(FILE),
}
"""Ways in which a visitor asks the server for letters."""
IDLE = """() => new MutationObserver(() => {
  if (document.querySelector('.sd.busy')) window.idle ??= [];
  else window.idle?.push([...document.querySelectorAll('#pad .written')].map((each) => each.value).join(''));
}).observe(document.querySelector('.sd'), { subtree: true, childList: true, attributes: true })"""
"""Notes the letters on the pad at every change of the page that is not busy, once it has been busy."""


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_until_letters_have_come_and_are_answered_the_page_says_that_it_computes(
    visit: Visits, ask: Callable[[Page], None]
) -> None:
    visitor = visit()
    page = visitor.page
    visitor.click("Clear all")
    visitor.settle()
    page.locator("#text").fill("QRS")
    busy = page.locator(".sd.busy")
    page.evaluate(IDLE)
    with slow(visitor, 400):
        ask(page)
        assert busy.count() == 1
        expect(busy).to_have_count(0)
    assert visitor.written()
    assert set(page.evaluate("window.idle")) == {visitor.written()}
    page.route("**/component_server/", lambda route: route.fulfill(json={"error": "Refused."}))
    ask(page)
    expect(busy).to_have_count(0)


@pytest.mark.parametrize("ask", ["[data-do='another']", "[data-lang='ko']"], ids=["sample", "language"])
def test_a_reply_leaves_a_stroke_that_is_being_drawn_alone(visit: Visits, ask: str) -> None:
    visitor = visit()
    page = visitor.page
    before = visitor.written()
    with slow(visitor, 200):
        page.mouse.move(*place(page, 0, 0.3, 0.2))
        page.mouse.down()
        with page.expect_response("**/component_server/"):
            page.locator(ask).dispatch_event("click")
        page.wait_for_timeout(100)
        page.mouse.move(*place(page, 0, 0.3, 0.8), steps=4)
        page.mouse.up()
        expect(page.locator("html")).to_have_attribute("lang", "ko" if "lang" in ask else "en")
        visitor.settle()
    assert page.locator("#pad svg").first.locator("path").last.get_attribute("d") == "M300 200L300 800"
    assert visitor.written() == before[1:]


def test_an_answer_to_other_letters_is_not_in_sight(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    page.evaluate(
        "() => { window.seen = []; new MutationObserver(() => {"
        " const letters = [...document.querySelectorAll('#pad .written')].map((each) => each.value).join('');"
        " const shown = getComputedStyle(document.querySelector('#tile b')).visibility === 'visible';"
        " window.seen.push(letters + (shown ? document.querySelector('#tile b').textContent : ''));"
        "}).observe(document.querySelector('.sd'), { subtree: true, childList: true, attributes: true }); }"
    )
    with slow(visitor, 200):
        visitor.type("QRST")
        page.locator('[data-go~="swap-normal"]').click()
        visitor.settle()
    seen = page.evaluate("[...new Set(window.seen)]")
    assert "QRSTU" in seen
    assert "QRST" in seen
    assert "QRSTM" not in seen  # the answer to C E G I K


def test_a_pen_takes_over_from_a_palm_and_its_eraser_and_its_button_erase(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.click("Clear all")
    palm = Pointer(page, 0, 11, "touch").go("down", 0.9, 0.9)
    pen = Pointer(page, 0, 12, "pen").go("down", 0.2, 0.2).go("move", 0.2, 0.8)
    palm.go("move", 0.92, 0.9)
    Pointer(page, 1, 13, "touch").go("down", 0.5, 0.5).go("up", 0.5, 0.5)
    pen.go("up", 0.2, 0.8)
    palm.go("up", 0.9, 0.9)
    assert page.locator("#pad path").evaluate_all("all => all.map((each) => each.getAttribute('d'))") == [
        "M200 200L200 800"
    ]
    Pointer(page, 0, 14, "pen").go("down", 0.7, 0.2).go("move", 0.7, 0.8).go("up", 0.7, 0.8)
    assert visitor.strokes()[0] == 2
    eraser = Pointer(page, 0, 15, "pen", buttons=32, button=5).go("down", 0.1, 0.5).go("move", 0.4, 0.5)
    assert visitor.strokes()[0] == 1
    eraser.go("up", 0.4, 0.5)
    Pointer(page, 0, 16, "pen", buttons=2, button=2).go("down", 0.6, 0.5).go("move", 0.9, 0.5).go("up", 0.9, 0.5)
    assert visitor.strokes()[0] == 0
    visitor.click("Undo")
    visitor.click("Undo")
    assert visitor.strokes()[0] == 2


def test_two_hands_draw_in_two_boxes_and_two_fingers_in_one_zoom(visit: Visits) -> None:
    visitor = visit(**PHONE)
    page = visitor.page
    visitor.click("Clear all")
    page.locator("#pad svg").first.scroll_into_view_if_needed()
    session = visitor.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    left, right = (place(page, box, 0.5, 0.2) for box in (0, 1))
    touch("touchStart", left)
    touch("touchStart", left, right)
    for n in range(1, 6):
        touch("touchMove", (left[0] - 6 * n, left[1] + 9 * n), (right[0] + 6 * n, right[1] + 9 * n))
    touch("touchEnd")
    assert visitor.strokes()[:2] == [1, 1]
    assert page.evaluate("visualViewport.scale") == 1
    x, y = place(page, 0, 0.5, 0.5)
    page.evaluate("addEventListener('pointercancel', () => { window.taken = true; })")
    touch("touchStart", (x - 15, y))
    touch("touchStart", (x - 15, y), (x + 15, y))
    for n in range(1, 14):
        touch("touchMove", (x - 15 - 4 * n, y), (x + 15 + 4 * n, y))
        page.wait_for_timeout(20)
    touch("touchEnd")
    page.wait_for_function("window.taken")  # by the browser, which zooms
    assert visitor.strokes()[:2] == [1, 1]
    session.detach()


def test_keys_take_back_and_bring_again_and_a_korean_keyboard_writes_by_place(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.click("Clear all")
    visitor.settle()
    box = page.locator("#pad svg").first
    box.focus()
    for key, code in (("ㅎ", "KeyG"), ("Ｑ", "KeyQ"), ("ㅁ", "KeyA")):
        focused = page.locator("#pad svg:focus")
        focused.dispatch_event("keydown", {"key": key, "code": code, "bubbles": True, "cancelable": True})
    assert visitor.written() == "gQa"
    visitor.settle()
    redo = page.get_by_role("button", name="Redo", exact=True)
    expect(redo).to_be_disabled()
    page.keyboard.press("Control+z")
    page.keyboard.press("Meta+z")
    assert visitor.written() == "g"
    page.keyboard.press("Control+Shift+Z")
    redo.click()
    expect(redo).to_be_disabled()
    assert visitor.written() == "gQa"
    page.locator("#text").focus()
    page.keyboard.type("ＡＢＣ")
    page.keyboard.press("Control+z")
    assert visitor.written() == "gQa"
    visitor.type("ＡＢＣ")
    assert visitor.written() == "ABC"


def test_back_and_forward_go_through_tasks_views_and_lessons(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.type("PQR")
    visitor.choose("next-normal")
    page.locator('.tasks [data-show="scoreboard"]').click()
    page.locator('.tasks [data-show="lessons"]').click()
    page.locator('#lessons [data-lesson="2"]').click()
    expect(page.locator("#lesson h2")).to_be_focused()
    visitor.settle()
    shown = page.locator(".sd")
    page.go_back()
    expect(shown).to_have_attribute("data-shows", "lessons")
    expect(page.locator("#lesson")).to_be_hidden()
    page.go_back()
    expect(shown).to_have_attribute("data-shows", "scoreboard")
    page.go_back()
    expect(shown).not_to_have_attribute("data-shows", "scoreboard")
    expect(page.locator('[data-task="next-normal"]')).to_have_attribute("aria-pressed", "true")
    assert visitor.written() == "PQR"
    page.go_back()
    expect(page.locator('[data-task="next-easy"]')).to_have_attribute("aria-pressed", "true")
    for _ in range(4):
        page.go_forward()
        page.wait_for_timeout(100)
    expect(page.locator("#lesson h2")).to_be_visible()
    visitor.settle()


def test_leaving_a_lesson_brings_ones_own_letters_back(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.choose("next-normal")
    visitor.click("Clear all")
    visitor.draw("X", 0)
    page.locator('.tasks [data-show="lessons"]').click()
    page.locator('#lessons [data-lesson="8"]').click()
    expect(page.locator("#lesson h2")).to_be_focused()
    assert page.locator(".sd").get_attribute("data-family") == "swap"
    page.locator("[data-leave]").click()
    expect(page.locator('[data-task="next-normal"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#lesson")).to_be_hidden()
    visitor.settle()
    assert visitor.strokes() == [2, 0, 0, 0, 0]


def test_without_a_line_the_page_says_so_wherever_one_looks_and_asks_again(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    note, before = page.locator("#offline"), visitor.written()
    expect(note).to_be_hidden()

    def lost(act: str) -> None:
        visitor.context.set_offline(True)
        page.locator(act).click()
        expect(note).to_be_in_viewport()
        expect(note).to_contain_text("No connection to the server")
        visitor.context.set_offline(False)
        expect(note).to_be_hidden()

    lost('[data-do="another"]')
    page.wait_for_function("(before) => document.querySelector('#pad .written').value !== before", arg=before[0])
    page.locator("#text").fill("ABC")
    lost("#type button")
    expect(page.locator("#pad .filled")).to_have_count(3)
    expect(page.locator("#tile b")).to_have_text("D")
    lost('.tasks [data-show="scoreboard"]')
    expect(page.locator("#scoreboard table").first).to_be_visible()
    page.locator('.tasks [data-show="lessons"]').click()
    lost('#lessons [data-lesson="1"]')
    expect(page.locator("#lesson h2")).to_be_focused()
    page.locator("[data-leave]").click()
    visitor.settle()
    assert visitor.written() == "ABC"
    lost('[data-mode="all"]')
    expect(page.locator('[data-in-mode="all"] article p').first).to_be_visible()
    lost("[data-lang='ko']")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    visitor.settle()
    assert all(each == LOST for each in visitor.complaints)
    visitor.complaints.clear()


def test_the_pencil_closes_the_editor_which_stays_in_its_task(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    pencil, editor = page.locator('[data-box="edit"]').first, page.locator("#editor")
    pencil.click()
    expect(editor).to_be_visible()
    pencil.click()
    expect(editor).to_be_hidden()
    pencil.click()
    visitor.choose("swap-normal")
    expect(editor).to_be_hidden()
    expect(page.locator(".box.edited")).to_have_count(0)


def test_a_digit_does_not_go_along_as_a_letter(visit: Visits) -> None:
    visitor = visit()
    own = visitor.written()
    visitor.choose("row-47")
    visitor.page.locator("#text").fill("8")
    visitor.page.locator("#text").press("Enter")
    expect(visitor.page.locator("#pad .written")).to_have_value("8")
    visitor.choose("letter")
    visitor.settle()
    assert visitor.written() == own


def test_an_empty_pad_does_not_speak_in_the_colour_of_an_error(visit: Visits) -> None:
    visitor = visit(**DESKTOP)
    visitor.click("Clear all")
    visitor.settle()
    expect(visitor.page.locator("#why .empty")).to_be_visible()
    expect(visitor.page.locator(".slip:visible")).to_have_count(0)
    ink = "getComputedStyle(document.querySelector('{}')).color"
    assert visitor.page.evaluate(ink.format("#why .reason")) == visitor.page.evaluate(ink.format(".sd"))
