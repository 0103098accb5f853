"""A room in real browsers: a teacher's, and phones that sleep, lose the line, are loaded anew or join twice."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from conftest import Visits
from playwright.sync_api import Page, expect
from visitor import PHONE, Visitor

from tests.test_page_layout import FAULTS

CODE, WALL, DOOR = "#room .password", "#room .invitation", "#room .door"


def teacher(visit: Visits) -> tuple[Page, str]:
    """A teacher's page at the wall of a new room, and the code on it."""
    page = visit().page
    page.get_by_role("button", name="Lessons").click()
    page.get_by_role("button", name="For teachers").click()
    page.get_by_role("button", name="Open a room").click()
    return page, page.locator(CODE).inner_text()


def phone(visit: Visits, code: str) -> Visitor:
    visitor = visit(**PHONE)
    visitor.page.goto(f"{visitor.page.url.split('#')[0]}#room={code}")
    visitor.page.reload()
    visitor.page.get_by_role("button", name="Join", exact=True).click()
    expect(visitor.page.locator("#room .you")).to_be_visible()
    return visitor


def test_a_class_holds_a_lesson_on_its_phones(visit: Visits) -> None:
    wall, code = teacher(visit)
    one, two = phone(visit, code), phone(visit, code)
    expect(wall.locator(WALL)).to_contain_text("Phones in the room: 2")
    wall.locator("#room [data-lead*=lesson]").first.click()
    for visitor, answer in ((one, 0), (two, 1)):
        visitor.page.locator("#room .guesses button").nth(answer).click()
    expect(wall.locator("#room")).to_contain_text("Answered: 2 of 2")
    wall.get_by_role("button", name="Show how the class is split").click()
    expect(wall.locator("#room .split .bar")).to_have_count(wall.locator("#room .split li").count())
    expect(one.page.locator("#room .reveal")).to_have_count(0)
    wall.get_by_role("button", name="Reveal the answer").click()
    for visitor in (one, two):
        expect(visitor.page.locator("#room .reveal")).to_be_visible()
        assert visitor.page.evaluate(FAULTS) == []
    wall.get_by_role("button", name="Something else").click()
    wall.get_by_role("button", name="End the room").click()
    for page in (wall, one.page, two.page):
        expect(page.locator(DOOR)).to_be_visible()
        expect(page.locator("#room .trouble")).to_contain_text("ended")


def test_everyone_comes_back_to_their_place(visit: Visits) -> None:
    wall, code = teacher(visit)
    visitor = phone(visit, code)
    name = visitor.page.locator("#room .badge").inner_text()
    visitor.page.reload()
    expect(visitor.page.locator("#room .badge")).to_have_text(name)
    wall.reload()
    expect(wall.locator(CODE)).to_have_text(code)
    expect(wall.locator(WALL)).to_contain_text("Phones in the room: 1")
    visitor.context.set_offline(True)
    wall.locator("#room [data-lead*=lesson]").first.click()
    visitor.context.set_offline(False)
    expect(visitor.page.locator("#room .guesses")).to_be_visible()
    visitor.page.locator("#room [data-lesson]").click()
    expect(visitor.page.locator("#lesson h2")).to_be_visible()
    wall.get_by_role("button", name="Something else").click()
    visitor.page.locator(".in-room.news").click()
    expect(visitor.page.locator("#room .wait")).to_be_visible()
    visitor.page.get_by_role("button", name="Leave the room").click()
    expect(visitor.page.locator(DOOR)).to_be_visible()
    visitor.complaints.clear()  # the browser says of each request that there was no line
    wall.get_by_role("button", name="End the room").click()


def test_a_wrong_code_gets_a_sentence_and_the_link_of_a_room_that_ended_too(visit: Visits) -> None:
    page = visit(**PHONE).page
    page.get_by_role("button", name="Lessons").click()
    page.get_by_role("button", name="Join a room").click()
    page.locator("#room-code").fill("bbbb")
    page.keyboard.press("Enter")
    expect(page.locator("#room .trouble")).to_contain_text("There is no room with this code")
    expect(page.locator("#room-code")).to_have_value("bbbb")
    assert Axe().run(page).response["violations"] == []


def test_a_reader_trained_on_the_class_is_in_the_menu_until_one_leaves(visit: Visits) -> None:
    wall, _ = teacher(visit)
    wall.locator("#room [data-lead*=simulate]").click()
    wall.locator("#room [data-lead*=alphabet]").first.click()
    wall.get_by_role("button", name="Train on us").click()
    wall.locator("#room [data-class-model]").first.click()
    chosen = wall.locator("select[data-model]:visible")
    expect(chosen.locator("option:checked")).to_have_attribute("value", re.compile("^class:"))
    name = chosen.input_value()
    wall.reload()
    expect(chosen).to_have_value(name)
    expect(wall.locator("#why")).to_be_visible()
    wall.locator(".in-room").click()
    wall.get_by_role("button", name="Something else").click()
    wall.get_by_role("button", name="End the room").click()
    expect(wall.locator(DOOR)).to_be_visible()
    wall.reload()
    expect(wall.locator(f'option[value="{name}"]')).to_have_count(0)
