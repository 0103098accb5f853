"""Building blocks on the page, in a real browser, against the real app."""

from __future__ import annotations

import re

from conftest import Visits
from playwright.sync_api import expect


def test_a_block_opens_from_its_part_walks_with_the_keys_and_gives_the_focus_back(visit: Visits) -> None:
    visitor = visit()
    visitor.choose("swap-normal", "transformer")
    visitor.type("batons")
    page = visitor.page
    page.locator('.flow [data-part="encoder"]').click()
    door = page.locator('.doors [data-block="attention"]')
    door.press("Enter")
    card = page.locator("#block article")
    expect(card).to_be_visible()
    slider = card.locator("[data-walk]")
    slider.focus()
    page.keyboard.press("End")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^Letter 6 looks: "))
    expect(card.locator("tbody[data-moment]:visible").first).to_have_attribute("data-moment", "5")
    maps = card.locator("[data-maps]").nth(2)
    maps.locator("[data-map]").last.press("Enter")
    expect(maps.locator("output")).to_have_text("Layer 3, head 4")
    card.locator(".question summary").press("Enter")
    expect(card.locator(".question details p")).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(door).to_be_focused()


def test_a_block_opens_from_its_address_and_back_closes_it(visit: Visits) -> None:
    visitor = visit()
    page, card = visitor.page, visitor.page.locator("#block article")
    visitor.choose("swap-normal", "transformer")
    visitor.type("batons")
    page.locator('.flow [data-part="encoder"]').click()
    page.locator('.doors [data-block="attention"]').click()
    expect(card).to_be_visible()
    page.wait_for_url(re.compile("block="))
    link = page.url
    page.go_back()
    expect(card).to_be_hidden()
    other = visit().page
    other.goto(link)
    other.reload()
    expect(other.locator('#block [data-block="attention"]')).to_have_attribute("aria-pressed", "true")
    other.keyboard.press("Escape")
    other.wait_for_url(lambda url: "block=" not in url)


def test_a_lesson_opens_the_block_that_shows_more_of_it(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    page.locator('.tasks [data-show="lessons"]').click()
    page.locator('#lessons [data-name="attention"]').click()
    page.locator("#lesson .option").first.click()
    page.locator("#lesson [data-reveal]").click()
    page.locator('#lesson [data-block="attention"]').click()
    expect(page.locator("#block article h3")).to_contain_text("Self-attention")
    expect(page.locator("#block .trouble")).to_be_empty()
