"""The page in a real browser, against the real app."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import CHECKPOINTS, ROOT, Visits, running
from playwright.sync_api import Browser, expect
from visitor import DESKTOP, PHONE, Hand, Visitor

from tests.tiers import core, exhaustive


@core
def test_a_visitor_finds_a_sample_that_is_already_answered(visit: Visits) -> None:
    visitor = visit()
    assert len(visitor.answer()) == 1
    for panel in ("letters", "vision", "reasoning", "step"):
        expect(visitor.page.locator(f"#panel-{panel}")).to_be_visible()
    expect(visitor.page.locator("#why .verdict")).to_be_visible()


@core
@pytest.mark.parametrize(
    ("options", "hand"), [(DESKTOP, "mouse"), pytest.param(PHONE, "touch", marks=exhaustive)], ids=["mouse", "touch"]
)
def test_w_x_y_drawn_by_hand_gives_z(visit: Visits, options: dict[str, Any], hand: Hand) -> None:
    visitor = visit(**options)
    visitor.click("Next letter, normal")
    visitor.click("Clear all")
    for box, letter in enumerate("WXY"):
        visitor.draw(letter, box, hand)
    assert visitor.strokes() == [1, 2, 2, 0, 0]
    assert visitor.answer() == "Z"


def test_letters_drawn_by_hand_have_no_known_truth(visit: Visits) -> None:
    visitor = visit()
    visitor.draw("X", 0)
    visitor.settle()
    expect(visitor.page.locator(".verdict")).to_have_count(0)


@core
def test_typed_letters_are_written_into_the_pad_and_answered(visit: Visits) -> None:
    visitor = visit()
    visitor.page.get_by_role("textbox", name="Type").fill("c, e, g")
    visitor.click("Write")
    expect(visitor.page.locator("#pad svg")).to_have_count(3)
    assert visitor.written() == "ceg"
    assert len(visitor.answer()) == 1
    visitor.click("Another example")
    expect(visitor.page.get_by_role("textbox", name="Type")).to_have_value("")


def test_letters_that_were_meant_bring_the_verdict_and_more_ink_takes_it_back(visit: Visits) -> None:
    visitor = visit()
    visitor.click("Next letter, normal")
    visitor.click("Clear all")
    for n, letter in enumerate("WXY"):
        visitor.draw(letter, n)
    visitor.settle()
    expect(visitor.page.locator("#why")).to_contain_text("Write the letters you meant")
    visitor.page.get_by_label("Letter meant in box 1").focus()
    visitor.page.keyboard.type("wxy", delay=50)
    visitor.settle()
    expect(visitor.page.locator("#why")).to_contain_text("Right. Given the true letters, reasoning answers Z too.")
    visitor.page.get_by_label("Letter meant in box 3").fill("A")
    expect(visitor.page.locator("#why")).to_contain_text("No letter follows W X A")
    visitor.click("Undo")
    expect(visitor.page.locator("#why")).to_contain_text("Right. Given the true letters, reasoning answers Z too.")
    visitor.draw("X", 0)
    assert visitor.written() == "xy"


@core
def test_a_letter_key_writes_into_the_focused_box_and_arrows_move_on(visit: Visits) -> None:
    visitor = visit()
    visitor.click("Clear all")
    visitor.page.locator("#pad svg").first.focus()
    for n, key in enumerate("WXY"):
        visitor.page.keyboard.press(key)
        expect(visitor.page.locator("#pad .written").nth(n)).to_have_value(key)
    visitor.page.keyboard.press("ArrowLeft")
    visitor.page.keyboard.press("Delete")
    expect(visitor.page.locator("#pad .written").nth(2)).to_have_value("")
    assert visitor.written() == "WX"


def test_another_sample_follows_the_chosen_length_and_step(visit: Visits) -> None:
    visitor = visit()
    visitor.click("Next letter, normal")
    visitor.page.get_by_text("Options", exact=True).click()
    options = visitor.page.locator('[data-of="next-normal"]')
    options.get_by_label("Letters").select_option("4")
    options.get_by_label("Step").select_option("-2")
    visitor.click("Another example")
    expect(visitor.page.locator("#pad svg")).to_have_count(4)
    visitor.settle()
    codes = [ord(letter) for letter in visitor.written()]
    assert [b - a for a, b in pairwise(codes)] == [-2, -2, -2]


def test_the_same_seed_brings_the_same_sample_back(visit: Visits) -> None:
    visitor = visit()
    seed, before = visitor.page.locator("#seed").input_value(), visitor.written()
    visitor.click("Another example")
    visitor.settle()
    visitor.page.get_by_text("Options", exact=True).click()
    visitor.page.locator("#seed").fill(seed)
    visitor.page.locator("#seed").press("Enter")
    expect(visitor.page.locator("#pad .written").first).to_have_value(before[0])
    visitor.settle()
    assert visitor.written() == before


def test_an_impossible_sample_is_refused_in_one_sentence(visit: Visits) -> None:
    visitor = visit()
    visitor.page.get_by_text("Options", exact=True).click()
    visitor.page.locator('[data-of="next-easy"] [data-option="start"]').select_option("Z")
    trouble = visitor.page.locator("#trouble")
    expect(trouble).to_have_text("No line of letters from A to Z has this start, step and length.")


@core
def test_another_model_answers_at_once(visit: Visits) -> None:
    visitor = visit()
    before = visitor.page.locator(".sd").get_attribute("data-painted")
    menu = visitor.page.locator('[data-model="next-easy"]')
    menu.select_option(index=1)
    expect(visitor.page.locator(".sd")).not_to_have_attribute("data-painted", str(before))
    visitor.settle()
    expect(visitor.page.locator(".note")).to_contain_text("predict nothing")


def test_undo_takes_back_one_stroke_and_clear_takes_all(visit: Visits) -> None:
    visitor = visit()
    visitor.click("Clear all")
    visitor.draw("X", 0)
    assert visitor.strokes()[0] == 2
    visitor.click("Undo")
    assert visitor.strokes()[0] == 1
    visitor.click("Empty box 1")
    assert visitor.strokes()[0] == 0
    visitor.click("Undo")
    visitor.click("Clear all")
    assert sum(visitor.strokes()) == 0
    visitor.settle()
    expect(visitor.page.locator(".empty")).to_contain_text("Write the first letters of a sequence.")


def test_the_row_grows_to_fourteen_boxes_and_shrinks_to_two(visit: Visits) -> None:
    visitor = visit()
    for _ in range(9):
        visitor.click("One box more")
    expect(visitor.page.get_by_role("button", name="One box more")).to_be_disabled()
    assert len(visitor.strokes()) == 14
    for _ in range(12):
        visitor.click("One box fewer")
    expect(visitor.page.get_by_role("button", name="One box fewer")).to_be_disabled()
    assert len(visitor.strokes()) == 2


def test_one_letter_and_a_gap_are_told_what_to_do(visit: Visits) -> None:
    visitor = visit()
    visitor.click("Clear all")
    visitor.draw("X", 1)
    visitor.settle()
    expect(visitor.page.locator(".empty")).to_contain_text("empty box in the middle")
    visitor.click("Undo")
    visitor.click("Undo")
    visitor.draw("X", 0)
    visitor.settle()
    expect(visitor.page.locator(".empty")).to_contain_text("at least two")


@pytest.mark.parametrize("text", ["", "A1B", "<b>", "ABCDEFGHIJKLMNOP"], ids=["nothing", "digit", "markup", "much"])
def test_what_cannot_be_typed_is_refused_without_repeating_it(visit: Visits, text: str) -> None:
    visitor = visit()
    visitor.page.get_by_role("textbox", name="Type").fill(text)
    visitor.click("Write")
    trouble = visitor.page.locator("#trouble")
    expect(trouble).not_to_be_empty()
    assert not text or text not in trouble.inner_text()


def test_replay_animates_the_strokes_and_leaves_them_as_they_were(visit: Visits) -> None:
    visitor = visit()
    before = visitor.strokes()
    visitor.click("Replay the pen")
    assert visitor.page.evaluate("document.querySelector('#pad path').getAnimations().length") == 1
    assert visitor.strokes() == before


HOLD_THE_NEXT_ANSWER = """() => {
  const fetched = window.fetch;
  let held = false;
  window.fetch = async (...request) => {
    const reply = await fetched(...request);
    if (!held && String(request[0]).includes("component_server")) {
      held = true;
      await new Promise((go) => (window.release = go));
    }
    return reply;
  };
  window.painted = [];
  document.querySelector(".sd").addEventListener(
    "painted", () => window.painted.push(document.querySelectorAll("#panel-letters .strip > li").length));
}"""


@core
def test_an_answer_that_was_overtaken_is_never_painted(visit: Visits) -> None:
    visitor = visit()
    visitor.page.evaluate(HOLD_THE_NEXT_ANSWER)
    visitor.click("One box fewer")
    visitor.page.wait_for_function("() => Boolean(window.release)")
    visitor.click("One box fewer")
    visitor.page.evaluate("window.release()")
    expect(visitor.page.locator("#panel-letters .strip > li")).to_have_count(3)
    visitor.settle()
    assert visitor.page.evaluate("window.painted") == [3]


def test_a_heat_map_cell_tells_its_number_on_hover_and_by_keyboard(visit: Visits) -> None:
    visitor = visit()
    visitor.page.locator("#panel-vision td.best").first.hover()
    expect(visitor.page.locator("#tip")).to_contain_text("%")
    visitor.page.locator("#panel-reasoning table").focus()
    visitor.page.keyboard.press("ArrowDown")
    expect(visitor.page.locator("#tip")).to_contain_text("after 1")


def test_the_page_speaks_korean_to_those_who_read_it(visit: Visits) -> None:
    visitor = visit(**{**DESKTOP, "locale": "ko-KR"})
    expect(visitor.page.locator("h1")).to_have_text("글자로 추론하는 신경망")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "ko")
    expect(visitor.page.locator("#panel-vision h2")).to_have_text("시각: GRU 1")


@core
def test_the_language_switch_keeps_letters_and_settings_and_is_remembered(visit: Visits) -> None:
    visitor = visit()
    visitor.click("Next letter, normal")
    written = visitor.written()
    visitor.click("한국어")
    expect(visitor.page.locator("h1")).to_have_text("글자로 추론하는 신경망")
    assert visitor.written() == written
    expect(visitor.page.locator('[data-task="next-normal"]')).to_have_attribute("aria-pressed", "true")
    visitor.page.reload()
    expect(visitor.page.locator("h1")).to_have_text("글자로 추론하는 신경망")


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_nothing_is_wider_than_a_small_phone(visit: Visits, locale: str) -> None:
    visitor = visit(**{**PHONE, "locale": locale})
    visitor.page.locator("#text").fill("ABCDEFGHIJ")
    visitor.page.locator("#text").press("Enter")
    expect(visitor.page.locator("#panel-letters .strip > li")).to_have_count(10)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_damaged_and_a_missing_checkpoint_are_left_out_with_their_reasons(browser: Browser, tmp_path: Path) -> None:
    copy = tmp_path / "checkpoints"
    shutil.copytree(CHECKPOINTS, copy)
    first, second, *_ = sorted(folder.name for folder in copy.iterdir() if folder.name != "pen")
    weights = copy / first / "model.safetensors"
    damaged = bytearray(weights.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    weights.write_bytes(damaged)
    shutil.rmtree(copy / second)
    with running(tmp_path / "log", SEQDEMO_CHECKPOINTS=str(copy)) as app:
        visitor = Visitor(browser, app.url)
        left_out = visitor.page.locator(".refused").text_content() or ""
        assert f"{first}: model.safetensors is damaged" in left_out
        assert f"{second}: config.json is missing" in left_out
        assert len(visitor.answer()) == 1
        visitor.leave()


def test_without_any_checkpoint_the_page_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    with running(tmp_path / "log", SEQDEMO_CHECKPOINTS=str(tmp_path / "nothing")) as app:
        visitor = Visitor(browser, app.url)
        expect(visitor.page.locator(".models .slip")).to_contain_text("python train.py all")
        visitor.leave()
        assert "Traceback" not in app.said()


def test_a_page_that_is_left_alone_paints_nothing(visit: Visits) -> None:
    page = visit().page
    page.add_init_script("""
        const paintNext = window.requestAnimationFrame.bind(window);
        window.asked = 0;
        window.requestAnimationFrame = (paint) => (window.asked++, paintNext(paint));
    """)
    page.reload()
    rests = "() => window.asked === (window.before ?? NaN) || void (window.before = window.asked)"
    page.wait_for_function(rests, polling=1000)
    for view in ("Lessons", "Workshop", "Scoreboard"):
        page.get_by_role("button", name=view, exact=True).click()
        page.wait_for_function(rests, polling=1000)


@pytest.mark.parametrize("damaged", ["null", "[", "7", "{}", "[null]"])
def test_whatever_a_browser_remembers_the_page_opens(visit: Visits, damaged: str) -> None:
    scripts = (ROOT / "seqdemo" / "page").rglob("*.js")
    names = {name for path in scripts for name in re.findall(r'"(seqdemo\.[\w.]+)"', path.read_text("utf-8"))}
    assert "seqdemo.room.readers" in names
    visitor = visit()
    visitor.page.evaluate("all => all.forEach(([name, text]) => localStorage.setItem(name, text))",
                          [[name, damaged] for name in sorted(names)])  # fmt: skip
    visitor.page.reload()
    expect(visitor.page.locator("#why .verdict")).to_be_visible()
    for view in ("Lessons", "Workshop"):
        visitor.click(view)
    expect(visitor.page.locator("[data-page=workshop]")).to_be_visible()
