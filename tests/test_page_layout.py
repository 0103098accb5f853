"""Nothing overlaps, nothing is cut off, no table is torn, nothing stands outside the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import Visits
from visitor import DESKTOP, Visitor

SIZES = ((1440, 900), (1920, 1080), (390, 844), (844, 390), (360, 740))

FAULTS = """() => {
  const found = [], wide = document.documentElement.clientWidth;
  const place = (part) => `${part.closest('[id]')?.id ?? ''} ${part.tagName}.${part.className}`;
  const name = (part) => `${place(part)} ${part.textContent.trim().slice(0, 24)}`;
  const root = document.querySelector('.sd');
  const over = document.documentElement.scrollWidth - wide;
  if (over > 0) found.push(`the page is ${over} too wide`);
  const scrolls = (part) => part.closest('.scroll, .ways, .wide, .unseen, dialog, [aria-hidden="true"]');
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.textContent.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.parentElement;
    if (part.closest('select, option, svg, .bars i, .heat i') || scrolls(part)) continue;
    if (getComputedStyle(part).clipPath !== 'none') continue; // for screen readers alone
    if (!part.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    if (box.left < -1 || box.right > wide + 1) found.push(`outside: ${name(part)}`);
    const holder = part.closest('button, h2, th, td, p, summary, output, label, .tile');
    const style = holder && getComputedStyle(holder);
    const wider = holder ? holder.scrollWidth - holder.clientWidth - 2 : 0;
    const more = holder ? Math.max(wider, holder.scrollHeight - holder.clientHeight - 4) : 0;
    if (holder && style.overflow !== 'visible' && more > 0)
      found.push(`cut off: ${name(holder)}`);
    if (!part.closest('.sticky, .stage, .controls, .answers, .names, .belief, .signed'))
      for (const line of range.getClientRects()) texts.push({ part, box: line });
  }
  texts.sort((a, b) => a.box.top - b.box.top);
  texts.forEach((one, n) => {
    for (let m = n + 1; m < texts.length && texts[m].box.top < one.box.bottom - 3; m++) {
      const other = texts[m];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      const apart = one.part === other.part || one.part.contains(other.part) || other.part.contains(one.part);
      if (!apart && across > 3 && down > 0.35 * Math.min(one.box.height, other.box.height))
        found.push(`overlap: ${name(one.part)} / ${name(other.part)}`);
    }
  });
  for (const table of root.querySelectorAll('table:not(.scroll table)')) {
    if (!table.checkVisibility()) continue;
    for (const row of table.rows) {
      const cells = [...row.cells].filter((cell) => cell.rowSpan === 1 && cell.getClientRects().length);
      const tops = new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().top)));
      const lefts = cells.map((cell) => cell.getBoundingClientRect().left);
      const torn = tops.size > 2 || lefts.some((left, n) => n && left < lefts[n - 1]);
      if (torn) found.push(`torn: ${name(table)}`);
    }
  }
  return [...new Set(found)].slice(0, 8);
}"""


def states(visitor: Visitor) -> Iterator[str]:
    """Every task, view and lesson; and letters that are few, many, edited, forced and compared."""
    page = visitor.page
    for name in page.locator("[data-task]").evaluate_all("all => all.map(each => each.dataset.task)"):
        visitor.choose(name)
        yield name
    visitor.choose("swap-normal")
    page.locator('[data-model="swap-normal"]').select_option(index=_attention(visitor))
    visitor.type("planets")
    page.locator("#panel-attention tbody tr:nth-child(3) td[data-p]").nth(1).click()
    visitor.settle()
    yield "forced"
    for text in ("abcdefghijklmn", "ab"):
        visitor.choose("next-normal")
        visitor.type(text)
        yield f"{len(text)} letters"
    page.locator('[data-box="edit"]').first.click()
    page.locator("#editor").wait_for()
    visitor.settle()
    yield "edited"
    for mode in ("all", "two", "one"):
        page.locator(f'[data-mode="{mode}"]').click()
        visitor.settle()
        yield f"mode {mode}"
    for view in ("scoreboard", "lessons"):
        page.locator(f'.tasks [data-show="{view}"]').click()
        page.locator(f'[data-page="{view}"]').locator("td, li").first.wait_for()
        yield view
    for n in range(page.locator("[data-lesson]").count()):
        page.locator('.tasks [data-show="lessons"]').click()
        page.locator("[data-lesson]").nth(n).click()
        page.locator("#lesson h2").wait_for()
        visitor.settle()
        yield f"lesson {n + 1}"


def _attention(visitor: Visitor) -> int:
    names = visitor.page.locator('[data-model="swap-normal"] option').evaluate_all("all => all.map(o => o.value)")
    return next(n for n, name in enumerate(names) if "bahdanau" in name or "attention" in name)


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_in_every_state_and_size_all_can_be_read(visit: Visits, locale: str) -> None:
    visitor = visit(**{**DESKTOP, "locale": locale})
    found = []
    for state in states(visitor):
        for width, height in SIZES:
            visitor.page.set_viewport_size({"width": width, "height": height})
            found += [(state, width, fault) for fault in visitor.page.evaluate(FAULTS)]
        visitor.page.set_viewport_size({"width": 1440, "height": 900})
    assert found == []


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_the_first_screen_holds_the_answer_why_the_diagram_and_the_main_panels(visit: Visits, locale: str) -> None:
    visitor = visit(**{**DESKTOP, "locale": locale, "viewport": {"width": 1440, "height": 900}})
    below = "sel => Math.max(...[...document.querySelectorAll(sel)].map(each => each.getBoundingClientRect().bottom))"
    assert visitor.page.evaluate(below, "#why, .flow, .leading > .panel") <= 900
    visitor.choose("swap-normal")
    visitor.type("mountain")
    assert visitor.page.evaluate(below, "#why, .flow, .leading > .panel") <= 900
    visitor.choose("row-47")
    assert visitor.page.evaluate(below, "#why, .flow, .board") <= 900


def test_a_phone_shows_boxes_answer_why_and_the_diagram_at_once(visit: Visits) -> None:
    phone = {**DESKTOP, "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = visit(**phone).page
    below = "sel => Math.max(...[...document.querySelectorAll(sel)].map(each => each.getBoundingClientRect().bottom))"
    assert page.evaluate(below, "#pad, #tile, #why, .flow") <= 844
    lessons = page.locator('.tasks [data-show="lessons"]').bounding_box()
    assert lessons is not None
    assert lessons["x"] >= 0
    assert lessons["x"] + lessons["width"] <= 390


def test_on_the_first_projector_leaf_boxes_and_answer_are_whole_and_large(visit: Visits) -> None:
    page = visit(**{**DESKTOP, "viewport": {"width": 1920, "height": 1080}}).page
    page.locator("[data-project]").first.click()
    places = page.locator("#pad .box, #tile").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.top, box.right, box.bottom, box.left])"
    )
    assert min(place[0] for place in places) >= 0
    assert max(place[1] for place in places) <= 1920
    assert max(place[2] for place in places) <= page.locator(".leaf").bounding_box()["y"]  # type: ignore[index]
    assert max(place[2] for place in places) - min(place[0] for place in places) > 1080 / 3
    assert page.locator(".sd .asks, .sd > header, .sd .ways").evaluate_all(
        "all => all.every(each => !each.checkVisibility())"
    )
