"""The page and a server that does not answer, is killed, or has a line of others before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlparse

import pytest
from conftest import App, Visits, running
from playwright.sync_api import Browser, Page, expect

from tests.visitor import PATIENCE, Visitor

A_SLOW_COMPARISON = """() => {
  const fetched = window.fetch;
  const slow = () => new Response(new ReadableStream({ start: (line) => void (window.line = line) }));
  window.more = (text, last) => {
    window.line.enqueue(new TextEncoder().encode(text));
    if (last) window.line.close();
  };
  window.fetch = async (url, options) =>
    String(options?.body).includes('"compare"') && !window.served ? slow() : fetched(url, options);
}"""
CLOSED = """() => {
  window.dispatchEvent(new Event("pagehide"));
  return location.hash;
}"""
"""The address with which a browser opens a closed tab again."""
FAILED = "The page could not be loaded completely."


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window in which nothing has been opened yet."""
    context = browser.new_context(locale="en-GB")
    opened = context.new_page()
    opened.set_default_timeout(1000 * PATIENCE)
    yield opened
    context.close()


@pytest.mark.parametrize("what", ["**/component_server/", "**/shell/main.js"])
def test_a_page_that_does_not_come_says_so_with_a_button_that_brings_it(app: App, page: Page, what: str) -> None:
    page.route(what, lambda route: route.fulfill(status=500))
    page.goto(app.url)
    expect(page.locator(".waiting")).to_contain_text(FAILED)
    page.unroute(what)
    page.get_by_role("button", name="Reload").click()
    expect(page.locator(".sd[data-painted]")).to_be_visible()


def test_without_gradio_s_own_script_the_page_says_so_too(app: App, page: Page) -> None:
    page.clock.install()
    page.route("**/assets/*.js", lambda route: route.abort())
    page.goto(app.url)
    page.clock.run_for(20_000)
    expect(page.locator(".unloaded")).to_contain_text(FAILED)
    page.unroute("**/assets/*.js")
    page.get_by_role("button", name="Reload").click()
    expect(page.locator(".sd[data-painted]")).to_be_visible()
    expect(page.locator(".unloaded")).to_be_hidden()


def test_whoever_waits_is_told_the_place_in_line_and_a_busy_server_is_asked_again(visit: Visits) -> None:
    visitor = visit()
    page, note = visitor.page, visitor.page.locator("#offline")
    page.evaluate(A_SLOW_COMPARISON)
    page.locator('[data-mode="all"]').click()
    page.wait_for_function("() => Boolean(window.line)")
    page.evaluate("""() => window.more('{"place": 17}\\n')""")
    expect(note).to_have_text("Many people are asking. Your place in line: 17")
    expect(note).to_be_in_viewport()
    page.evaluate("""() => { window.served = true; window.more('{"error": "", "busy": true}', true); }""")
    expect(note).to_contain_text("The server is busy.")
    expect(page.locator('[data-in-mode="all"] article p').first).to_be_visible()
    expect(note).to_be_hidden()


def test_every_stroke_is_there_after_the_server_was_killed_and_started_again(browser: Browser, tmp_path: Path) -> None:
    with running(tmp_path / "first") as app:
        visitor = Visitor(browser, app.url)
        visitor.choose("swap-normal")
        visitor.click("Clear all")
        visitor.draw("W", 0)
        visitor.settle()
        app.process.kill()
        app.process.wait()
    visitor.draw("X", 1)
    expect(visitor.page.locator("#offline")).to_contain_text("No connection to the server")
    visitor.draw("Y", 2)
    written = visitor.page.evaluate(CLOSED)
    with running(tmp_path / "second", port=urlparse(app.url).port):
        expect(visitor.page.locator("#offline")).to_be_hidden()
        visitor.settle()
        assert visitor.strokes()[:3] == [1, 2, 2]
        visitor.page.goto("about:blank")
        visitor.page.goto(f"{app.url}/{written}")
        visitor.page.wait_for_selector(".sd[data-painted]")
        assert visitor.strokes()[:3] == [1, 2, 2]
    visitor.leave()


def test_a_page_that_is_opened_anew_has_the_strokes_of_a_moment_ago(visit: Visits) -> None:
    visitor = visit()
    visitor.click("Clear all")
    visitor.settle()
    bounds = visitor.page.locator("#pad svg").first.bounding_box()
    assert bounds is not None
    for place in (0.3, 0.4, 0.5, 0.6, 0.7):
        visitor.page.mouse.click(bounds["x"] + place * bounds["width"], bounds["y"] + place * bounds["height"])
    visitor.settle()
    visitor.page.reload()
    visitor.page.wait_for_selector(".sd[data-painted]")
    assert visitor.strokes()[0] == 5
