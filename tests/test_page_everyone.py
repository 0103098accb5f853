"""The page for everyone: assistive technology, both languages, narrow screens, nothing that jumps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Visits
from playwright.sync_api import Page, expect
from visitor import DESKTOP, PHONE, Visitor

# What Korean pages call by its own name, too; "letter" is the word that they propose to type.
NAMES = re.compile(
    r"^letter$|English|seqdemo|hidden_dim|num_layers|embedding_dim|dropout|cross entropy|macOS|Tesseract|Ocrad|SymSpell"
)

STRINGS = """() => {
  const root = document.querySelector('.sd'), found = [];
  const seen = (part) => !part.closest('[translate="no"]') && part.checkVisibility({ checkVisibilityCSS: true });
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.textContent.trim() && seen(node.parentElement)) found.push(node.textContent.trim());
  for (const part of root.querySelectorAll('[aria-label], [title], [placeholder], [alt], [aria-valuetext]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'])
      if (seen(part) && part.getAttribute(name)) found.push(part.getAttribute(name));
  return [...new Set(found)];
}"""

FADED_IN = """() => Promise.allSettled(document.getAnimations()
  .filter((each) => each.effect.getComputedTiming().endTime < Infinity).map((each) => each.finished))"""


def tabs(visitor: Visitor) -> Iterator[str]:
    """Every task with what was learned of it, and every page beside them, each settled."""
    page = visitor.page
    for name in [each.get_attribute("data-task") for each in page.locator("[data-task]").all()]:
        visitor.choose(str(name))
        if page.locator("#learned").get_attribute("open") is None:
            page.locator("#learned > summary").click()
        expect(page.locator("#learned .body > *").first).to_be_visible()
        expect(page.locator("#learned[aria-busy]")).to_have_count(0)
        yield str(name)
    for name in [each.get_attribute("data-show") for each in page.locator("[data-show]").all()]:
        button = page.locator(f'[data-show="{name}"]')
        if not button.is_visible():
            page.locator('.tasks [data-show="lessons"]').click()  # which leads there
        button.click()
        if name == "room":  # open to phones alone, until a teacher has opened one
            page.locator('.tasks [data-show="lessons"]').click()
            page.locator('[data-show="teachers"]').click()
            page.locator('[data-room="open"]').click()
        expect(page.locator(f'[data-page="{name}"] :is(td, li, svg):visible').first).to_be_visible()
        visitor.settle()
        expect(page.locator(".sd.stale")).to_have_count(0)
        yield str(name)


def broken_rules(page: Page) -> list[Any]:
    """What axe finds, up to three places a rule."""
    page.evaluate(FADED_IN)
    found = Axe().run(page).response["violations"]
    return [(rule["id"], node["target"], node["failureSummary"]) for rule in found for node in rule["nodes"][:3]]


def untranslated(page: Page) -> list[str]:
    """Visible strings of a Korean page that hold words but none in Korean."""
    strings = page.evaluate(STRINGS)
    assert len(strings) > 30
    foreign = [each for each in strings if not re.search("[가-힣]", each)]
    return [each for each in foreign if re.search("[a-z]{3,}", NAMES.sub("", each))]


@pytest.mark.parametrize(("locale", "theme"), [("en-GB", "light"), ("ko-KR", "dark")])
def test_axe_finds_nothing_on_any_tab_in_either_theme_and_no_string_is_untranslated(
    visit: Visits, locale: str, theme: str
) -> None:
    visitor = visit(**{**DESKTOP, "locale": locale, "color_scheme": theme})
    page = visitor.page
    dark = page.locator("body.dark")
    expect(dark).to_have_count(int(theme == "dark"))
    for tab in tabs(visitor):
        themes = set()
        for _ in range(2):
            themes.add(dark.count())
            assert broken_rules(page) == [], (tab, "dark" if dark.count() else "light")
            page.locator("[data-theme]").dispatch_event("click")
        assert themes == {0, 1}
        assert locale == "en-GB" or untranslated(page) == [], tab


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_on_a_narrow_phone_nothing_scrolls_sideways(visit: Visits, locale: str) -> None:
    visitor = visit(**{**PHONE, "locale": locale})
    for tab in tabs(visitor):
        assert visitor.page.evaluate("document.documentElement.scrollWidth") == 360, tab


def test_nothing_jumps_while_the_page_opens_on_a_slow_phone(visit: Visits) -> None:
    visitor = visit(**PHONE)
    page = visitor.page
    visitor.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((shift) => "
        "(window.moved += shift.value))).observe({ type: 'layout-shift', buffered: true });"
    )
    page.reload()
    page.wait_for_selector(".sd[data-painted]")
    page.wait_for_timeout(500)
    assert page.evaluate("window.moved") < 0.1


def test_the_theme_is_chosen_once_and_stays(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    expect(page.locator("body.dark")).to_have_count(0)
    visitor.click("Dark page")
    expect(page.locator("body.dark")).to_have_count(1)
    page.reload()
    page.wait_for_selector(".sd[data-painted]")
    expect(page.locator("body.dark")).to_have_count(1)
    expect(page.get_by_role("button", name="Dark page")).to_have_attribute("aria-pressed", "true")
