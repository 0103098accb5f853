"""The page on a projector: every leaf has a name, is whole on the screen and can be read from the back of the room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import Visits
from playwright.sync_api import Page, expect
from visitor import DESKTOP

from tests.test_page_layout import FAULTS

SCREENS = (("en-GB", 1920, 1080), ("ko-KR", 1280, 720), ("en-GB", 1024, 768))
SHOWN = (
    ("next-normal", "cnn-gru-normal", "abcdefghijklmn"),
    ("next-normal", "cnn-gru-report-normal", "cegik"),
    ("next-normal", "exact-line", "cegik"),
    ("swap-normal", "seq2seq-bahdanau", "accomplishment"),
    ("swap-normal", "transformer", "mountain"),
    ("swap-normal", "swap-dictionary", "mountain"),
    ("row-47", "row-lstm-47", "k"),
    ("row-47", "row-cnn-47", "k"),
)
"""Between them they have every kind of panel."""
CHANGED = (
    ("next-normal", "cnn-gru-normal", "cegik", "#panel-vision"),
    ("swap-normal", "seq2seq-bahdanau", "accomplishment", "#panel-attention"),
    ("swap-normal", "transformer", "mountain", "#panel-attention"),
)
"""Models whose readings or attention can be set by hand, in the table of that panel."""
OVER = """() => {
  const root = document.querySelector('.sd');
  return [root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth];
}"""
"""How far a leaf goes beyond the screen, down and to the right."""


def test_the_projector_shows_the_main_panels_together_and_the_others_one_at_a_time(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    panels = page.locator(".desk:visible, #results section.panel:visible")
    page.get_by_role("button", name="Projector").focus()
    page.keyboard.press("Enter")
    expect(panels).to_have_count(1)
    expect(page.locator(".leaf output")).to_contain_text("Letters")
    expect(page.locator("#why")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(panels).to_have_count(3)  # the main ones, side by side
    tops = {page.locator(f"#panel-{name}").bounding_box()["y"] for name in ("vision", "reasoning", "step")}
    assert len(tops) == 1
    page.keyboard.press("PageDown")
    expect(panels).to_have_count(1)
    visitor.page.keyboard.press("Escape")
    expect(page.locator(".leaf")).to_be_hidden()
    assert panels.count() > 5


@pytest.mark.parametrize(("task", "text"), [("next-normal", "CEGIK"), ("swap-normal", "mountain")])
def test_on_the_first_projector_leaf_boxes_and_answer_are_whole_and_large(visit: Visits, task: str, text: str) -> None:
    visitor = visit(**{**DESKTOP, "viewport": {"width": 1920, "height": 1080}})
    page = visitor.page
    visitor.choose(task)
    visitor.type(text)
    page.locator("[data-project]").first.click()
    places = page.locator("#pad .box, #tile").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.top, box.right, box.bottom, box.left])"
    )
    pager = page.locator(".leaf").bounding_box()
    assert pager is not None
    assert min(place[0] for place in places) >= 0
    assert max(place[1] for place in places) <= 1920
    assert max(place[2] for place in places) <= pager["y"]
    assert max(place[2] for place in places) - min(place[0] for place in places) > 1080 / 3
    assert page.locator(".sd .asks, .sd > header, .sd .ways").evaluate_all(
        "all => all.every(each => !each.checkVisibility())"
    )


@pytest.mark.parametrize(("locale", "width", "height"), SCREENS)
def test_every_leaf_has_its_name_and_is_whole_on_the_screen(
    visit: Visits, locale: str, width: int, height: int
) -> None:
    visitor = visit(locale=locale, viewport={"width": width, "height": height})
    page = visitor.page
    found = []
    for task, model, text in SHOWN:
        visitor.choose(task, model)
        visitor.type(text)
        page.locator("[data-project]").first.click()
        for told in _leaves(page):
            assert page.locator(f'.sd [aria-label="{told.partition(" · ")[2]}"]:visible').count(), (model, told)
            found += [(model, told, fault) for fault in _faults(page)]
        page.keyboard.press("Escape")
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize(("locale", "width", "height"), SCREENS)
def test_every_leaf_leaves_room_for_what_was_changed_by_hand(
    visit: Visits, locale: str, width: int, height: int
) -> None:
    visitor = visit(locale=locale, viewport={"width": width, "height": height})
    page = visitor.page
    found = []
    for task, model, text, cell in CHANGED:
        visitor.choose(task, model)
        visitor.type(text)
        for column in (0, 1, 3):
            page.locator(f"{cell} tbody tr:nth-child(4) td[data-p]").nth(column).click()
            visitor.settle()
        page.locator("[data-project]").first.click()
        found += [(model, told, fault) for told in _leaves(page) for fault in _faults(page)]
        page.keyboard.press("Escape")
        page.locator('[data-back="all"]').click()
        visitor.settle()
    assert not found, "\n".join(map(str, found))


def test_a_lesson_and_the_editor_of_a_letter_can_be_scrolled_to_their_beginning(visit: Visits) -> None:
    visitor = visit(viewport={"width": 1280, "height": 720})
    page = visitor.page
    top = "part => (document.querySelector('.sd').scrollTo(0, 0), part.getBoundingClientRect().top)"
    page.locator("[data-project]").first.click()
    page.locator('[data-box="edit"]').first.click()
    expect(page.locator("#editor")).to_be_visible()
    assert page.locator(".desk").evaluate(top) >= 0
    page.keyboard.press("Escape")
    page.locator('.tasks [data-show="lessons"]').click()
    page.locator('#lessons [data-lesson="2"]').click()
    expect(page.locator("#lesson h2")).to_be_focused()
    page.locator("[data-project]").first.click()
    assert page.locator("#lesson").evaluate(top) >= 0


def _faults(page: Page) -> list[str]:
    """What is wrong with the leaf that is shown."""
    return page.evaluate(FAULTS) + [f"{by} pixels beyond the screen" for by in page.evaluate(OVER) if by]


def _leaves(page: Page) -> Iterator[str]:
    """What the pager says of each leaf, while it is shown."""
    onward = page.locator('[data-leaf="1"]')
    yield page.locator(".leaf output").inner_text()
    while onward.is_enabled():
        onward.click()
        yield page.locator(".leaf output").inner_text()
