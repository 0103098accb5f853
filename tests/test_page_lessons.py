"""Lessons and tour in a real browser, by keyboard alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import Visits
from playwright.sync_api import Locator, Page, expect
from visitor import DESKTOP, PHONE, Visitor

from seqdemo.page.core.texts import TEXTS
from seqdemo.page.lessons.lesson import evidence
from seqdemo.page.lessons.table import LESSONS
from tests import shipped
from tests.tiers import core

ENGLISH, KOREAN = TEXTS["en"], TEXTS["ko"]


def reach(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press a key until the focus is there."""
    for _ in range(40):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press(key)
    expect(wanted).to_be_focused()


def press(page: Page, wanted: Locator) -> None:
    reach(page, wanted)
    page.keyboard.press("Enter")


def open_lesson(visitor: Visitor, number: int) -> None:
    page = visitor.page
    page.locator('.tasks [data-show="lessons"]').focus()
    page.keyboard.press("Enter")
    page.locator(f'#lessons [data-lesson="{number}"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lesson h2")).to_be_focused()


def guess(page: Page, place: int) -> None:
    reach(page, page.locator("[name=guess]").first)
    for _ in range(place):
        page.keyboard.press("ArrowDown")
    if place == 0:
        page.keyboard.press("Space")
    expect(page.locator("[name=guess]").nth(place)).to_be_checked()


def test_every_lesson_is_done_with_the_keyboard(visit: Visits) -> None:
    visitor, resources = visit(), shipped.resources()
    page = visitor.page
    open_lesson(visitor, 1)
    for number, lesson in enumerate(LESSONS, 1):
        told = evidence(lesson, resources).traces
        expect(page.locator("#lesson h2")).to_have_text(ENGLISH[f"lesson.{lesson.name}.title"])
        expect(page.locator("#lesson h2")).to_be_focused()
        reveal = page.locator("[data-reveal]")
        expect(reveal).to_be_disabled()
        expect(page.locator("#tile b")).to_have_text(told[0].answer)
        for given_away in ("#tile b", "#why p"):
            assert page.locator(given_away).first.is_visible() == (lesson.shown is None)
        assert page.locator(f"#panel-{lesson.panel}").is_visible() == (lesson.shown is None)
        guess(page, lesson.right)
        press(page, reveal)
        expect(page.locator("#lesson .guess")).to_be_focused()
        expect(page.locator("#lesson .outcome")).to_contain_text(ENGLISH["lesson.guess.right"])
        expect(page.locator("#tile b")).to_have_text(told[lesson.after].answer)
        expect(page.locator("#tile b")).to_be_visible()
        press(page, page.locator("[data-look]"))
        expect(page.locator(f"#panel-{lesson.panel}.pointed .look")).to_be_in_viewport()
        if lesson.step:
            step = str(lesson.step(evidence(lesson, resources)) + 1)
            expect(page.locator("[data-slider]")).to_have_value(step)
        press(page, page.locator("[data-return]"))
        expect(page.locator("[data-look]")).to_be_focused()
        if number < len(LESSONS):
            press(page, page.locator("#lesson .onward button").last)
    page.locator("#lesson [data-show]").press("Enter")
    expect(page.locator("#lessons .tick.seen:visible")).to_have_count(len(LESSONS))


@core
def test_the_task_is_ticked_off_by_the_answer_and_stays_so(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    open_lesson(visitor, 2)
    visitor.type("TQNK")
    expect(page.locator("#tile b")).to_have_text("H")
    guess_last = page.locator("[name=guess]").last
    guess_last.check()
    page.locator("[data-reveal]").click()
    expect(page.locator("#lesson .option.wrong")).to_have_count(1)
    expect(page.locator("#lesson .done")).to_be_hidden()
    visitor.type("URO")
    expect(page.locator("#lesson .done")).to_be_hidden()
    expect(page.locator("#lesson [data-lacks]")).to_have_text(ENGLISH["lesson.yet.count"])
    visitor.type("UROL")
    expect(page.locator("#lesson .done")).to_be_visible()
    expect(page.locator("#say")).to_have_text(ENGLISH["lesson.task.fulfilled"])
    page.reload()
    page.locator('.tasks [data-show="lessons"]').click()
    expect(page.locator("#lessons .tick:visible")).to_have_count(2)
    expect(page.locator("#lesson")).to_be_hidden()


def test_it_fits_a_phone_folds_and_speaks_korean(visit: Visits) -> None:
    visitor = visit(**PHONE)
    page = visitor.page
    open_lesson(visitor, 10)
    page.locator("[name=guess]").nth(1).check()
    page.locator("[data-reveal]").click()
    visitor.click("14, Aligned")
    expect(page.locator("#tile b")).to_have_text("GEOGRAPHICALLY")
    visitor.click("한국어")
    expect(page.locator("#lesson h2")).to_have_text(KOREAN["lesson.longer.title"])
    expect(page.locator("#lesson .guess")).to_have_text(KOREAN["lesson.guess.right"])
    expect(page.locator('#lesson [data-scene="5"]')).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("[data-fold]").click()
    expect(page.locator("#lesson-body")).to_be_hidden()
    expect(page.locator("[data-fold]")).to_have_attribute("aria-expanded", "false")
    page.locator("[data-leave]").click()
    expect(page.locator("#lesson")).to_be_hidden()
    expect(page.locator("#pad svg").first).to_be_focused()


def test_a_task_sets_the_page_and_leaving_brings_ones_own_letters_back_even_after_loading_anew(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.type("TQNK")
    open_lesson(visitor, 1)
    guess(page, 2)
    page.locator("[data-reveal]").click()
    page.locator("[data-prepare]").click()
    expect(page.locator("#pad .filled")).to_have_count(0)
    visitor.type("CEGI")
    expect(page.locator("[data-lacks]")).to_have_text(ENGLISH["lesson.yet.gain"])
    page.wait_for_function("location.hash.includes('CEGI')")
    page.reload()
    page.locator("#lesson [data-leave]").click()
    expect(page.locator("#pad .filled")).to_have_count(4)
    page.wait_for_function("location.hash.includes('TQNK')")


def test_a_teacher_finds_links_with_codes_and_starts_over(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.type("TQNK")
    page.locator('.tasks [data-show="lessons"]').click()
    page.locator('#lessons [data-show="teachers"]').click()
    link = page.locator("#teachers [data-values]").first
    expect(link).to_have_attribute("href", re.compile("#task=next-normal&.*hide=answer,tasks&lang=en"))
    page.locator("#teachers summary").first.click()
    expect(page.locator("#teachers .qr svg path").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#worksheet .sheet:visible")).to_have_count(2)
    page.emulate_media(media="screen")
    page.locator("#teachers [data-again]").click()
    expect(page.locator("#teachers")).to_be_hidden()
    page.wait_for_function("!location.hash.includes('TQNK')")


def test_a_term_is_explained_by_keyboard_inside_the_window(visit: Visits) -> None:
    visitor = visit(**PHONE)
    page = visitor.page
    open_lesson(visitor, 1)
    for term in page.locator("#lesson .text .term").all():
        term.focus()
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.keyboard.press("Escape")
    expect(page.locator(".term:focus")).to_have_count(0)


def test_neither_another_task_nor_the_workshop_is_covered_by_an_open_question(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    open_lesson(visitor, 1)
    expect(page.locator("#panel-reasoning")).to_be_hidden()
    visitor.choose("next-easy")
    expect(page.locator("#panel-reasoning")).to_be_visible()
    expect(page.locator("#tile b")).to_be_visible()
    visitor.choose("next-normal")
    expect(page.locator("#panel-reasoning")).to_be_hidden()
    page.locator('.tasks [data-show="workshop"]').click()
    expect(page.locator("#tile b")).to_be_visible()
    visitor.choose("next-normal")
    expect(page.locator("#panel-reasoning")).to_be_hidden()
    page.locator("[data-leave]").click()
    expect(page.locator("#panel-reasoning")).to_be_visible()


@pytest.mark.parametrize("options", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_tour_never_covers_what_it_speaks_of(visit: Visits, options: dict[str, Any]) -> None:
    visitor = visit(**{**options, "reduced_motion": "reduce"})
    page = visitor.page
    button = page.locator("[data-tour]")
    expect(button).to_have_class("tour-button new")
    visitor.choose("swap-normal")
    button.focus()
    page.keyboard.press("Enter")
    for stop in range(10):
        expect(page.locator(".tour .onward .quiet")).to_have_text(f"{stop + 1} of 10")
        spot, bubble = (page.locator(f".tour .{name}").bounding_box() for name in ("spot", "bubble"))
        assert spot is not None
        assert bubble is not None
        apart = (
            spot["y"] + spot["height"] <= bubble["y"]
            or bubble["y"] + bubble["height"] <= spot["y"]
            or spot["x"] + spot["width"] <= bubble["x"]
            or bubble["x"] + bubble["width"] <= spot["x"]
        )
        assert apart, page.locator(".tour h2").inner_text()
        assert 0 <= bubble["y"] <= page.evaluate("innerHeight") - bubble["height"]
        assert spot["height"] > 30
        assert page.evaluate("document.activeElement.closest('.tour .bubble') !== null")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".tour")).to_have_count(0)
    expect(button).to_be_focused()
    expect(button).to_have_class("tour-button")


def test_on_a_phone_a_term_is_explained_once_it_is_tapped_and_not_because_a_finger_was_there(visit: Visits) -> None:
    visitor = visit(**PHONE)
    open_lesson(visitor, 1)
    term = visitor.page.locator("#lesson .term").first
    told = "term => getComputedStyle(term, '::after').content"
    term.hover()
    assert term.evaluate(told) == "none"
    term.tap()
    expect(term).to_be_focused()
    assert term.evaluate(told) not in ("none", "normal")
