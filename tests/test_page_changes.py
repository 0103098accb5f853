"""A visitor changes one thing inside the machine, sees what it does, and takes it back."""

from __future__ import annotations

from conftest import Visits
from playwright.sync_api import Locator, expect
from visitor import PHONE, Visitor


def chips(visitor: Visitor) -> Locator:
    return visitor.page.locator(".changes .taken button")


def write(visitor: Visitor, text: str) -> None:
    visitor.type(text)
    for field, letter in zip(visitor.page.locator("#pad .written").all(), text, strict=True):
        expect(field).to_have_value(letter)
    visitor.settle()


def drag(visitor: Visitor, one: int, other: int, touch: bool = False) -> None:
    """One letter onto another, by its handle."""
    visitor.page.locator("#pad .handle").nth(one).scroll_into_view_if_needed()
    ends = []
    for part, at in ((".handle", one), ("svg", other)):
        bounds = visitor.page.locator(f"#pad {part}").nth(at).bounding_box()
        assert bounds is not None
        ends.append((bounds["x"] + bounds["width"] / 2, bounds["y"] + bounds["height"] / 2))
    (visitor._finger if touch else visitor._mouse)(ends)


def test_a_cell_tells_reasoning_what_to_read_by_mouse_and_by_keyboard(visit: Visits) -> None:
    visitor = visit()
    write(visitor, "ACEGI")
    assert visitor.answer() == "K"
    vision = visitor.page.locator("#panel-vision table")
    for at, letter in enumerate("BDFH", 1):
        vision.locator("tbody tr", has=visitor.page.get_by_role("rowheader", name=letter, exact=True)).locator(
            "td"
        ).nth(at - 1).click()
        expect(chips(visitor)).to_have_count(at)
    expect(chips(visitor).first).to_contain_text("Letter 1 is read as B instead of A")
    visitor.page.mouse.move(1, 1)
    visitor.settle()
    vision.focus()
    vision.press("ArrowUp")  # shows where the arrow keys are: at A of letter 1
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", *["ArrowDown"] * 9, "Enter"):
        vision.press(key)
    expect(chips(visitor)).to_have_count(5)
    expect(chips(visitor).last).to_contain_text("Letter 5 is read as J instead of I")
    expect(visitor.page.locator(".outcome .before b")).to_have_text("K")
    expect(visitor.page.locator("#panel-letters .told")).to_have_count(5)
    expect(visitor.page.locator("#panel-vision table")).to_be_focused()
    assert visitor.answer() == "L"
    chips(visitor).last.click()
    expect(chips(visitor)).to_have_count(4)
    visitor.click("한국어")
    expect(visitor.page.get_by_role("button", name="모두 되돌리기")).to_be_visible()
    visitor.click("모두 되돌리기")
    expect(visitor.page.locator(".changes")).to_have_count(0)
    assert visitor.answer() == "K"


def test_a_slider_turns_a_letter_and_shows_where_its_reading_tips_over(visit: Visits) -> None:
    visitor = visit()
    write(visitor, "ACEGI")
    visitor.page.get_by_role("button", name="Change the image of letter 3", exact=True).click()
    stops = visitor.page.locator(".tipping li")
    expect(stops).to_have_count(13)
    expect(stops.locator('[aria-pressed="true"]')).to_contain_text("0°")
    tipped = visitor.page.locator(".tipping .tips").first.locator("button")
    read = tipped.locator("b").inner_text()
    tipped.click()
    expect(chips(visitor)).to_have_count(1)
    expect(visitor.page.locator("#panel-letters .strip > li").nth(2).locator(".top b").first).to_have_text(read)
    visitor.page.get_by_label("Pen", exact=False).first.fill("2")
    expect(chips(visitor)).to_have_count(2)
    expect(visitor.page.locator(".tipping .label")).to_contain_text("width of the pen")
    visitor.page.get_by_label("White paper").check()
    expect(chips(visitor)).to_have_count(3)
    visitor.click("As it was")
    expect(visitor.page.locator(".changes")).to_have_count(0)
    visitor.click("Undo")
    expect(chips(visitor)).to_have_count(3)
    visitor.draw("X", 0)
    expect(visitor.page.locator(".changes")).to_have_count(0)
    visitor.page.locator("#editor [data-tune='turn']").press("Escape")
    expect(visitor.page.locator("#editor")).to_be_hidden()


def test_letters_change_places_by_mouse_by_touch_and_by_keyboard(visit: Visits) -> None:
    visitor = visit()
    write(visitor, "ACEGI")
    drag(visitor, 0, 3)
    assert visitor.written() == "GCEAI"
    expect(chips(visitor)).to_have_text("Letters 1 and 4 changed places×")
    handle = visitor.page.locator("#pad .handle")
    handle.nth(3).press("ArrowRight")
    assert visitor.written() == "GCEIA"
    expect(handle.nth(4)).to_be_focused()
    visitor.page.locator("#pad svg").nth(1).press("Alt+ArrowLeft")
    assert visitor.written() == "CGEIA"
    expect(chips(visitor)).to_have_text("Letters in the order 2 4 3 5 1×")
    visitor.page.locator('[data-box="edit"]').nth(1).click()
    visitor.page.locator("[data-tune='turn']").fill("20")
    expect(chips(visitor)).to_have_count(2)
    visitor.page.wait_for_function("location.hash.includes('turn')")
    visitor.page.reload()
    expect(chips(visitor)).to_have_text(["Letters in the order 2 4 3 5 1×", "Letter 2 turned by +20°×"])
    assert visitor.written() == "CGEIA"
    chips(visitor).last.click()
    expect(chips(visitor)).to_have_count(1)
    chips(visitor).click()
    expect(visitor.page.locator(".changes")).to_have_count(0)
    assert visitor.written() == "ACEGI"

    phone = visit(**PHONE)
    write(phone, "ACEGI")
    phone.page.locator('[data-box="edit"]').nth(1).click()  # on a phone the handle comes with the pencil
    drag(phone, 1, 2, touch=True)
    assert phone.written() == "AECGI"
    expect(chips(phone)).to_have_count(1)
    phone.draw("X", 4, "touch")
    assert phone.strokes()[4] > 1
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_step_looks_where_a_cell_or_sliders_send_it(visit: Visits) -> None:
    visitor = visit()
    visitor.choose("swap-normal", "seq2seq-bahdanau")
    visitor.options()
    visitor.page.locator("#swap").uncheck()
    visitor.options(shown=False)
    write(visitor, "PALNETS")
    rows = visitor.page.locator("#panel-attention tbody tr")
    rows.nth(0).locator("td").nth(6).click()
    expect(chips(visitor)).to_have_text("Step 1 attends to image 7 alone×")
    expect(rows.nth(0).locator("td").nth(6)).to_contain_text("100")
    visitor.page.get_by_text("Set the attention of a step with sliders").click()
    visitor.page.locator("[data-share='0']").press("End")
    expect(chips(visitor)).to_contain_text(["image 1 (50%), image 7 (50%)"])
    expect(visitor.page.locator("[data-share='0']")).to_be_focused()
    visitor.page.locator('[data-model="swap-normal"]').select_option("seq2seq")
    expect(visitor.page.locator(".taken .unheard")).to_have_count(1)
    visitor.choose("swap-challenge")
    expect(visitor.page.locator(".changes")).to_have_count(0)
