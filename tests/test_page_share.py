"""The address of the page, what a teacher's link locks, the dialog and the files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from conftest import App, Visits
from playwright.sync_api import Browser, Page, expect
from visitor import DESKTOP, Visitor


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Visitor]:
    """Somebody else's browser at an address; at the end it may not have complained."""
    visitor = Visitor(browser, url, **options)
    visitor.settle()
    yield visitor
    visitor.leave()
    assert visitor.complaints == []


def address(page: Page, part: str) -> str:
    """The address once it holds a part."""
    page.wait_for_function("(part) => location.hash.includes(part)", arg=part)
    return page.url


def test_an_address_brings_back_in_another_browser_what_was_set(visit: Visits, browser: Browser) -> None:
    visitor = visit()
    visitor.choose("swap-normal", "transformer")
    visitor.beam("4")
    visitor.click("Clear all")
    for box, letter in enumerate("WXY"):
        visitor.draw(letter, box)
    visitor.page.get_by_label("Letter meant in box 1").fill("W")
    visitor.settle()
    visitor.page.locator("[data-group]").select_option(index=2)
    visitor.page.locator(".chips button").nth(1).click()
    visitor.click("한국어")
    address(visitor.page, "lang=ko")
    visitor.settle()
    for part in ("task=swap-normal", "model=transformer", "beam=4", "step=1", "head=attention-1-2", "label:W"):
        url = address(visitor.page, part)
    with opened(browser, url) as other:
        expect(other.page.locator("html")).to_have_attribute("lang", "ko")
        expect(other.page.locator("#results [data-view='1']")).to_be_visible()
        assert other.page.locator("#pad").inner_html() == visitor.page.locator("#pad").inner_html()
        assert other.page.locator("#tile").inner_text() == visitor.page.locator("#tile").inner_text()
        assert other.page.locator("[data-group]").input_value() == "attention-1-2"
        assert other.page.locator("#beam").input_value() == "4"
        assert address(other.page, "step=1") == url


def test_letters_that_were_typed_are_held_by_their_text_and_an_address_can_be_changed(
    visit: Visits, browser: Browser, app: App
) -> None:
    visitor = visit()
    visitor.choose("next-normal")
    visitor.type("ACEG")
    url = address(visitor.page, "text:ACEG")
    with opened(browser, url) as other:
        assert other.written() == "ACEG"
        assert other.answer() == visitor.answer()
        other.page.evaluate("location.hash = '#task=row-47&from=(text:7,seed:1)&covered=3,4'")
        expect(other.page.locator("#why .covered")).to_contain_text("4–5")
        expect(other.page.locator("#damaged")).to_be_hidden()
        assert other.written() == "7"
    assert "ACEG" not in app.said()


def test_what_cannot_be_read_of_an_address_is_left_out_with_a_sentence(browser: Browser, app: App) -> None:
    with opened(browser, app.url + "/#task=nonsense&letters=(strokes:A&view=__proto__&here") as visitor:
        expect(visitor.page.locator("#damaged")).to_contain_text("could not be read")
        assert len(visitor.answer()) == 1
        visitor.click("Hide this message")
        for foreign in ("#panel-vision", "#from=(seed:-1)", "#covered=99&lang=xx", "#" + "(" * 20_000, "#a=%E0%A4"):
            visitor.page.evaluate("(hash) => { location.hash = hash; }", foreign)
            expect(visitor.page.locator("#damaged")).to_be_visible()
            visitor.settle()
            visitor.click("Hide this message")
            expect(visitor.page.locator("#damaged")).to_be_hidden()
        visitor.type("ABC")
        assert visitor.answer() == "D"


def test_a_teachers_link_locks_and_covers_until_it_is_opened_without(browser: Browser, app: App) -> None:
    link = app.url + "/#task=next-normal&from=(text:WXY,seed:1)&lock=task,letters&hide=answer,learned,bogus&lang=en"
    with opened(browser, link) as visitor:
        page = visitor.page
        expect(page.locator("#locked")).to_be_visible()
        expect(page.locator("[data-task='row-47']")).to_be_disabled()
        for hidden in ("#results", "#tile b", "#learned", ".keep"):
            expect(page.locator(hidden)).to_be_hidden()
        visitor.draw("X", 0)
        page.locator("#pad svg").first.press("Delete")
        assert visitor.written() == "WXY"
        visitor.click("Show the answer")
        expect(page.locator("#why")).to_be_visible()
        page.locator("[data-model='next-normal']").select_option(index=1)
        expect(page.get_by_role("button", name="Show the answer")).to_be_visible()
        visitor.click("Open without locks")
        expect(page.locator("#results")).to_be_visible()
        expect(page.locator("[data-task='row-47']")).to_be_enabled()
        page.wait_for_function("!location.hash.includes('lock')")
        visitor.draw("X", 0)
        assert visitor.written() == "XY"


def test_an_embedded_page_is_the_pad_and_its_results_and_tells_its_height(browser: Browser, app: App) -> None:
    context = browser.new_context(**DESKTOP)
    page = context.new_page()
    page.goto(app.url)
    page.evaluate(
        "addEventListener('message', (e) => {"
        " if (e.data.seqdemo) document.querySelector('iframe').style.height = e.data.seqdemo + 'px'; })"
    )
    page.evaluate(
        "(url) => { document.body.innerHTML = `<iframe src='${url}' style='width:900px'></iframe>`; }",
        f"{app.url}/#embed=1&lang=en",
    )
    inside = page.frame_locator("iframe")
    expect(inside.locator("#why")).to_be_visible()
    for hidden in ("header", ".tasks", "#learned", "#type", "#sample"):
        expect(inside.locator(hidden).first).to_be_hidden()
    fits = "() => document.documentElement.scrollHeight <= innerHeight && innerHeight > 600"
    page.frames[1].wait_for_function(fits)
    context.close()


def test_the_dialog_gives_address_code_and_locks_and_escape_closes_it(visit: Visits) -> None:
    visitor = visit(**{**DESKTOP, "permissions": ["clipboard-read", "clipboard-write"]})
    page = visitor.page
    visitor.click("Share")
    field = page.get_by_label("Address of this page")
    expect(field).to_have_value(address(page, "lang=en"))
    expect(page.get_by_role("img", name="QR code of this address")).to_be_visible()
    expect(page.get_by_text("Only this computer can open this address.")).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('#share')")
    page.get_by_text("For a class: lock or hide parts").click()
    page.get_by_label("The model", exact=True).check()
    page.get_by_label("Answer, until a button shows it").check()
    assert "&lock=model&hide=answer&" in field.input_value()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.locator("#share .copied")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
    page.keyboard.press("Escape")
    expect(page.locator("#share")).to_be_hidden()
    expect(page.locator("[data-model]").first).to_be_enabled()


def test_too_much_ink_for_a_code_can_be_left_out_of_it(browser: Browser, app: App) -> None:
    ink = ",".join(["(strokes:" + "gyBsJhyBtJ" * 30 + ")"] * 4)
    with opened(browser, f"{app.url}/#letters={ink}&lang=en") as visitor:
        visitor.click("Share")
        expect(visitor.page.locator("#share .too-long")).to_contain_text("too long for a QR code")
        visitor.page.get_by_label("With the drawn letters").uncheck()
        expect(visitor.page.locator("#share .code svg")).to_be_visible()
        assert "letters" not in visitor.page.get_by_label("Address of this page").input_value()


def test_files_are_saved_from_the_menu_and_beside_each_table(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    page.locator(".keep summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Everything (JSON)").click()
    assert waiting.value.suggested_filename == "seqdemo-next-easy-cnn-gru-easy.json"
    trace = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert trace["answer"] == visitor.answer()
    expect(page.locator("#saved")).to_contain_text("seqdemo-next-easy-cnn-gru-easy.json")
    page.locator(".keep summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Picture (PNG)").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV: Vision: GRU 1").click()
    assert waiting.value.path().read_text(encoding="utf-8").splitlines()[0].startswith(",A,B,C")
