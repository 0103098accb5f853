"""A class writes its alphabet in real browsers."""

from __future__ import annotations

import re

from conftest import Visits
from playwright.sync_api import expect
from test_page_room import phone, teacher

SHEET = "#room .write svg"


def test_letters_reach_the_wall_outlast_a_lost_line_and_a_reload_and_train_a_reader(visit: Visits) -> None:
    wall, code = teacher(visit)
    wall.get_by_role("button", name="Rehearse").click()
    visitor = phone(visit, code)
    page = visitor.page
    wall.get_by_role("button", name="Write the alphabet").click()
    page.get_by_role("button", name="W, not written yet").click()
    visitor.draw("W", 0, "touch", SHEET)
    page.get_by_role("button", name="X, not written yet").click()
    expect(page.get_by_role("button", name="W, written")).to_be_visible()
    visitor.context.set_offline(True)
    visitor.draw("X", 0, "touch", SHEET)
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("#room .sent")).to_contain_text("Waiting to be sent: X")
    visitor.draw("Y", 0, "touch", SHEET)
    visitor.context.set_offline(False)
    page.reload()
    expect(page.locator(f"{SHEET} path")).to_have_count(2)
    expect(page.get_by_role("button", name="X, written")).to_be_visible()
    page.locator(SHEET).press("z")
    expect(page.get_by_role("button", name="Z, written")).to_be_visible()
    visitor.complaints.clear()  # the browser says of each request that there was no line
    for label in "WXZ":
        expect(wall.locator(f"#room [id^='ink-'][id$='-{label}']")).to_have_count(
            wall.locator("#room .hands li").count()
        )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wall.get_by_role("button", name="Train on us").click()
    expect(wall.locator("#chart-room-curve")).to_be_visible()
    page.get_by_role("button", name="Use it for “Read letters”").click()
    expect(page.locator("[data-model='letter']")).to_have_value(re.compile(f"^class:{code}-.+@reader-strokes$"))
    visitor.settle()
    ours = page.locator("[data-model='letter'] option[value^='class:']")
    expect(ours).to_have_text(re.compile("trained on this class$"))
    page.locator("[data-lang='ko']").click()
    expect(ours).to_have_text(re.compile("우리 글씨로 학습"))
    visitor.settle()
    wall.get_by_role("button", name="Something else").click()
    wall.get_by_role("button", name="End the room").click()
    expect(ours).to_have_count(0)
    expect(page.locator("[data-model='letter']")).not_to_have_value(re.compile("^class:"))
    visitor.settle()
