"""An answer that comes late leaves everything where the visitor has it by then."""

from __future__ import annotations

import pytest
from conftest import Visits
from playwright.sync_api import expect
from visitor import Visitor

ASK = """() => {
  const root = document.querySelector('.sd'), menu = document.querySelector('[data-model]');
  return new Promise((painted) => {
    root.addEventListener('painted', () => requestAnimationFrame(painted), { once: true });
    menu.dispatchEvent(new Event('change', { bubbles: true }));
  });
}"""
"""Has the same question answered once more."""
REACHED = """() => [...document.querySelectorAll(
  ':is(#results, #why, #learned, #changes) :is(button, a[href], input, select, summary, [tabindex])')]
  .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.disabled)"""
"""What can have the focus, of all that an answer draws."""
PLACES = (
    ("next-normal", "cnn-gru-normal"),
    ("swap-normal", "seq2seq-bahdanau"),
    ("row-47", "row-lstm-47"),
)


def at(visitor: Visitor, task: str, model: str) -> None:
    visitor.choose(task, model)
    visitor.page.locator("#results .flow").wait_for()
    visitor.settle()


@pytest.mark.parametrize(("task", "model"), PLACES)
def test_whatever_has_the_focus_keeps_it(visit: Visits, task: str, model: str) -> None:
    visitor = visit()
    at(visitor, task, model)
    lost = visitor.page.evaluate(
        f"""async () => {{
      const ask = {ASK}, reached = {REACHED}, kinds = new Map(), lost = [];
      for (const part of reached()) kinds.set(part.tagName + part.className + Object.keys(part.dataset), part);
      for (const [kind, part] of kinds) {{
        part.focus({{ preventScroll: true }});
        await ask();
        if (document.activeElement !== part) lost.push(kind);
      }}
      return [kinds.size > 5, lost];
    }}"""
    )
    assert lost == [True, []]


@pytest.mark.parametrize(("task", "model"), PLACES)
def test_what_is_open_and_scrolled_stays(visit: Visits, task: str, model: str) -> None:
    visitor = visit(viewport={"width": 390, "height": 844})
    at(visitor, task, model)
    before, after = visitor.page.evaluate(
        f"""async () => {{
      const parts = () => [...document.querySelectorAll('#results *')];
      const scrolled = (part) => part.scrollWidth > part.clientWidth && getComputedStyle(part).overflowX === 'auto';
      const held = () => parts().flatMap((part) => [part.open ? 'open' : [], part.scrollLeft || []].flat());
      for (const part of parts()) {{
        if (part.matches('details')) part.open = true;
        else if (scrolled(part)) part.scrollLeft = 9;
      }}
      scrollTo(0, 700);
      const before = [...held(), scrollY];
      await ({ASK})();
      return [before, [...held(), scrollY]];
    }}"""
    )
    assert after == before
    assert "open" in before


def test_the_arrow_keys_go_on_from_their_cell(visit: Visits) -> None:
    visitor = visit()
    at(visitor, "next-normal", "cnn-gru-normal")
    table = visitor.page.locator("#panel-vision table")
    table.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        table.press(key)
    looked = (
        "[...document.querySelectorAll('td.looked')].map((cell) => [cell.cellIndex, cell.parentNode.sectionRowIndex])"
    )
    (place,) = visitor.page.evaluate(looked)
    visitor.page.evaluate(ASK)
    visitor.page.evaluate("scrollBy(0, 20)")
    assert visitor.page.evaluate(looked) == [place]
    assert visitor.page.locator("#tip").is_visible()
    table.press("ArrowRight")
    assert visitor.page.evaluate(looked) == [[place[0] + 1, place[1]]]
    visitor.page.locator("#pad .box [data-box='clear']").last.click()
    visitor.settle()
    table.focus()
    table.press("ArrowDown")
    assert len(visitor.page.evaluate(looked)) == 1


def test_a_player_goes_on(visit: Visits) -> None:
    visitor = visit()
    at(visitor, "swap-normal", "seq2seq-bahdanau")
    visitor.stop_the_clock()
    play, output = visitor.page.locator("[data-play]"), visitor.page.locator(".playing output")
    play.click()
    visitor.page.clock.run_for(1400)
    first = output.inner_text()
    visitor.page.locator('[data-do="another"]').click()
    visitor.page.clock.run_for(1)
    visitor.settle()
    expect(play).to_have_attribute("aria-pressed", "true")
    visitor.page.clock.run_for(1400)
    assert output.inner_text() != first
    visitor.page.clock.run_for(60_000)
    expect(play).to_have_attribute("aria-pressed", "false")


def test_another_language_keeps_focus_fields_and_what_is_open(visit: Visits) -> None:
    visitor = visit()
    visitor.options()
    visitor.page.locator("#seed").fill("77")
    visitor.page.locator("#text").fill("NO")
    visitor.page.locator('[data-lang="ko"]').press("Enter")
    expect(visitor.page.locator('[data-lang="en"]')).to_be_focused()
    visitor.settle()
    assert visitor.page.locator("#seed").input_value() == "77"
    assert visitor.page.locator("#seed").is_visible()
    assert visitor.page.locator("#text").input_value() == "NO"
