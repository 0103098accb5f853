"""A class that trains two arms, in real browsers."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from conftest import Visits
from playwright.sync_api import expect

from tests.test_page_layout import FAULTS
from tests.test_page_room import phone, teacher

TRAINED = 600_000
"""Milliseconds for two runs of the lowest priority beside everything else that is tested."""


def test_a_class_bets_and_trains_two_arms_and_sees_its_dots(visit: Visits) -> None:
    wall, code = teacher(visit)
    one, two = phone(visit, code), phone(visit, code)
    wall.locator("#room .choices button", has_text="Squared error").click()
    for visitor, title in ((one, "squared error"), (two, "cross-entropy")):
        visitor.page.get_by_role("button", name="no difference").click()
        expect(visitor.page.locator("#room")).to_contain_text(f"You train: {title}.")
        visitor.page.get_by_role("button", name="Start", exact=True).click()
        expect(visitor.page.locator("#room .found")).to_have_text(re.compile("^(In line|Training)"))
    expect(wall.locator("#room .dot")).to_have_count(2, timeout=TRAINED)
    names = wall.locator("#room .dot .unseen").all_inner_texts()
    assert [name.split(":")[0] for name in names] == ["red otter", "blue fox"]
    expect(wall.locator("#room .state")).to_contain_text("Bets: 2 of 2. In line: 0. Dots: 2.")
    wall.get_by_role("button", name="Show what came of it").click()
    expect(wall.locator("#room .came")).to_contain_text("of 1 pairs")
    for visitor, name in ((one, "red otter"), (two, "blue fox")):
        expect(visitor.page.locator("#room .dot.own .unseen")).to_contain_text(name)
        assert visitor.page.evaluate(FAULTS) == []
    wall.get_by_role("button", name="Take back the last dot").click()
    expect(wall.locator("#room .dot")).to_have_count(1)
    expect(two.page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    for page in (wall, one.page, two.page):
        assert [each["id"] for each in Axe().run(page).response["violations"]] == []
