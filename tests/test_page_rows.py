"""One character, row by row, on the page: a real browser against the real app."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Visits
from playwright.sync_api import Page, expect
from visitor import PHONE, Visitor

from tests.tiers import core

TASK, LSTM, BEST, CNN = "row-47", "row-lstm-47", "row-best-47", "row-cnn-47"
SLIDER, PLACE, PRESSED = "[data-slider]", ".playing output", '[data-row][aria-pressed="true"]'


def reading(visitor: Visitor, character: str = "3", model: str = LSTM) -> Page:
    """The page after one character was read."""
    visitor.choose(TASK, model)
    visitor.type(character)
    # The box was full before, so that it is does not say that the new character has come.
    expect(visitor.page.locator("#pad .written")).to_have_value(character)
    visitor.settle()
    return visitor.page


def covered(page: Page) -> list[int]:
    rows: list[int] = page.locator(PRESSED).evaluate_all("(rows) => rows.map((row) => Number(row.dataset.row))")
    return rows


def asked(page: Page) -> list[Any]:
    """What the page sends to the server from now on, as it comes."""
    sent: list[Any] = []
    page.on("request", lambda each: sent.append(each.post_data_json) if "component_server" in each.url else None)
    return sent


def drag(page: Page, first: int, last: int) -> None:
    """With the mouse, from one row of the image to another."""
    rows = page.locator(".rows")
    rows.scroll_into_view_if_needed()
    box = rows.bounding_box()
    assert box is not None
    x, high = box["x"] + box["width"] / 3, box["height"] / 28
    page.mouse.move(x, box["y"] + high * (first + 0.5))
    page.mouse.down()
    page.mouse.move(x, box["y"] + high * (last + 0.5))
    page.mouse.up()


@core
def test_the_cursor_moves_over_all_pictures_with_the_keys_and_without_a_request(visit: Visits) -> None:
    page = reading(visit())
    sent = asked(page)
    expect(page.locator(PLACE)).to_have_text("row 28 of 28")
    page.locator(SLIDER).focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.locator(PLACE)).to_have_text("row 2 of 28")
    expect(page.locator("[data-view]:visible")).to_have_attribute("data-view", "1")
    expect(page.locator(".says:visible")).to_contain_text("After row 2 of 28")
    places = page.locator(".byrow .track").evaluate_all("all => all.map(each => each.style.getPropertyValue('--at'))")
    assert len(places) > 8
    assert set(places) == {"1"}
    best = page.locator('.answers [data-step="1"]').get_attribute("data-best")
    expect(page.locator(".names .now")).to_have_attribute("data-column", str(best))
    page.locator('.answers [data-step="11"]').click()
    expect(page.locator(PLACE)).to_have_text("row 12 of 28")
    assert sent == []


def test_the_pictures_share_the_rows_of_the_image(visit: Visits) -> None:
    page = reading(visit())
    boxes = page.locator("#panel-vision .track").evaluate_all("all => all.map(each => each.getBoundingClientRect())")
    assert len({round(box["top"]) for box in boxes}) == 1
    assert len({round(box["height"]) for box in boxes}) == 1
    row = page.locator('[data-row="11"]').bounding_box()
    answer = page.locator('.answers [data-step="11"]').bounding_box()
    assert row is not None
    assert answer is not None
    assert row["y"] == pytest.approx(answer["y"], abs=1)


def test_playing_starts_at_the_first_row_and_is_quick(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    visitor.stop_the_clock()
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator(SLIDER)).to_have_value("1")
    page.clock.run_for(2000)
    assert 5 <= int(page.locator(SLIDER).input_value()) < 28


def test_dragging_over_the_image_covers_rows_and_the_answer_before_is_remembered(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    before, sent = visitor.answer(), asked(page)
    drag(page, 20, 8)
    expect(page.locator(".covered")).to_contain_text("rows 9–21")
    expect(page.locator(".covered")).to_contain_text(f"Without covering: {before} (")
    assert covered(page) == list(range(8, 21))
    assert len(sent) == 1
    assert '"covered": [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]' in json.dumps(sent[0])
    drag(page, 8, 15)
    expect(page.locator(".covered")).to_contain_text("rows 17–21")
    page.get_by_role("button", name="Uncover all").click()
    expect(page.locator(".covered")).to_have_count(0)
    assert visitor.answer() == before


def test_another_character_stays_covered_and_another_task_forgets_it(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    drag(page, 0, 3)
    expect(page.locator(".covered")).to_contain_text("rows 1–4")
    visitor.draw("X", 0)
    visitor.settle()
    expect(page.locator(".covered")).to_contain_text("rows 1–4")
    expect(page.locator(".covered")).not_to_contain_text("Without covering")
    visitor.choose("letter")
    visitor.choose(TASK, LSTM)
    expect(page.locator("#panel-vision")).to_be_visible()
    expect(page.locator(".covered")).to_have_count(0)


def test_rows_are_covered_with_the_keyboard_which_keeps_its_place(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    page.locator(SLIDER).focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Cover this row").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".covered")).to_contain_text("row 2.")
    expect(page.get_by_role("button", name="Cover this row", pressed=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".covered")).to_have_count(0)
    page.locator('[data-row][tabindex="0"]').focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator(".covered")).to_contain_text("row 3.")
    expect(page.get_by_role("button", name="Row 3", exact=True, pressed=True)).to_be_focused()


def test_a_phone_shows_it_all_without_scrolling_sideways_and_a_tap_covers(visit: Visits) -> None:
    visitor = visit(**PHONE)
    page = reading(visitor)
    page.locator("#panel-forms summary").tap()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    for part in (".picture .track", ".answers .track", ".belief .track", ".depends .track"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 350
    page.locator(".rows").scroll_into_view_if_needed()
    box = page.locator(".rows").bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + 40, box["y"] + box["height"] * 6.5 / 28)
    expect(page.locator(".covered")).to_contain_text("row 7.")
    assert covered(page) == [6]


def test_a_reader_of_strips_takes_two_rows_a_step_and_covers_both(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor, model=BEST)
    expect(page.locator(PLACE)).to_have_text("time step 14 of 14")
    page.locator(SLIDER).focus()
    page.keyboard.press("Home")
    expect(page.locator(".says:visible")).to_contain_text("After row 2 of 28")
    page.get_by_role("button", name="Cover these rows").click()
    expect(page.locator(".covered")).to_contain_text("rows 1–2")
    assert covered(page) == [0, 1]


def test_another_model_stands_at_the_same_share_of_the_way(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    visitor.choose(TASK, BEST)
    expect(page.locator(PLACE)).to_have_text("time step 14 of 14")
    page.locator(SLIDER).focus()
    page.keyboard.press("Home")
    visitor.choose(TASK, LSTM)
    expect(page.locator(PLACE)).to_have_text("row 1 of 28")


def test_a_reader_that_sees_everything_at_once_has_no_slider_but_can_be_covered(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor, model=CNN)
    expect(page.locator(SLIDER)).to_have_count(0)
    expect(page.locator(".says")).to_contain_text("All 28 rows at once")
    drag(page, 10, 10)
    expect(page.locator(".covered")).to_contain_text("row 11.")
    visitor.choose(TASK, LSTM)
    expect(page.locator(".covered")).to_contain_text("row 11.")
    expect(page.locator(PLACE)).to_have_text("row 28 of 28")


def test_the_lines_of_all_models_are_asked_for_when_the_chart_comes_into_sight(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    sent = asked(page)
    lines, picked = page.locator("#panel-recall g.course"), page.locator("#panel-recall .titles .picked")
    expect(lines).to_have_count(1)
    page.locator("#panel-recall").scroll_into_view_if_needed()
    expect(lines).to_have_count(5)
    expect(picked).to_have_text(["LSTM, report's recipe"])
    visitor.choose(TASK, BEST)
    page.locator("#panel-recall").scroll_into_view_if_needed()
    expect(picked).to_have_text(["Best reader of rows"])
    expect(lines).to_have_count(5)
    page.evaluate("window.scrollTo(0, 0)")
    visitor.type("4")
    expect(page.locator("#pad .written")).to_have_value("4")
    visitor.settle()
    expect(lines).to_have_count(1)
    assert [each["fn_name"] for each in sent].count("look_back") == 2


def test_where_the_other_lines_cannot_be_had_the_chart_keeps_that_of_the_model_that_answered(visit: Visits) -> None:
    page = reading(visit())
    page.route("**/component_server/**", lambda route: route.fulfill(json={"error": "Something went wrong."}))
    with page.expect_response(lambda each: "look_back" in (each.request.post_data or "")):
        page.locator("#panel-recall").scroll_into_view_if_needed()
    expect(page.locator("#panel-recall g.course:visible")).to_have_count(1)


def test_pointing_at_the_chart_says_how_much_a_row_counts(visit: Visits) -> None:
    page = reading(visit())
    area = page.locator("#panel-recall .area")
    area.scroll_into_view_if_needed()
    expect(page.locator("#panel-recall g.course")).to_have_count(5)
    line = page.locator("#panel-recall g.picked")
    box = area.bounding_box()
    assert box is not None
    x, y = json.loads(line.get_attribute("data-points") or "")[9]
    page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
    expect(page.locator("#panel-recall .told")).to_contain_text("row 10: ")


def test_what_was_opened_stays_open_when_the_answer_changes(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    page.get_by_text("Numbers", exact=True).click()
    page.get_by_text("One or many?").click()
    visitor.draw("X", 0)
    visitor.settle()
    expect(page.locator("#panel-vision .numbers table")).to_be_visible()
    expect(page.locator("#panel-vision .help")).not_to_have_attribute("open", "")
    expect(page.locator(".ways-of-sequence")).to_be_visible()


def test_the_ways_to_use_a_sequence_lead_to_the_task_and_model_that_show_them(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    page.get_by_text("One or many?").click()
    page.get_by_role("button", name="To the swapped words").click()
    visitor.settle()
    expect(page.locator('[data-task="swap-normal"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-model="swap-normal"]')).to_have_value("seq2seq")
    expect(page.locator('[data-task="swap-normal"]')).to_be_in_viewport()


def test_rows_are_spoken_of_in_korean(visit: Visits) -> None:
    visitor = visit()
    page = reading(visitor)
    drag(page, 4, 5)
    expect(page.locator(".covered")).to_be_visible()
    visitor.click("한국어")
    expect(page.locator("#panel-inside h3").nth(1)).to_have_text("망각 게이트")
    expect(page.locator(".says:visible")).to_contain_text("28줄 중 28번째 줄까지")
    expect(page.locator(".covered")).to_contain_text("5–6번째 줄")
