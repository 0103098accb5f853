"""How fast all models of a task answer the same letters: python -m benchmarks.compare_speed (needs Chromium).

Prints the time from the click to the first painted card and to the last, beside the time that the same models take when
they are chosen one after the other.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import chromium, running
from tests.visitor import DESKTOP, Visitor

TASK, MODELS = "swap-normal", 12
TARGET = 400.0
ROUNDS, WARM = 12, 3

# Between the click and the second frame after cards changed: only then are they on the screen.
CLOCK = """(count) => {
  const list = document.querySelector('#variants'), start = performance.now();
  const painted = () => list.querySelectorAll('li:not(.unanswered)').length;
  const note = (name) => () => window[name] = performance.now() - start;
  const shown = (name) => requestAnimationFrame(() => requestAnimationFrame(note(name)));
  window.first = window.last = null;
  const watch = new MutationObserver(() => {
    if (window.begun === undefined && painted() > 0) shown('first', window.begun = true);
    if (painted() < Math.min(count, list.children.length)) return;
    watch.disconnect();
    shown('last');
  });
  delete window.begun;
  watch.observe(list, { childList: true, subtree: true, attributes: true });
  document.querySelector('[data-mode="all"]').click();
}"""


def together(visitor: Visitor) -> tuple[float, float]:
    """Milliseconds from the click to the first card and to the last of MODELS, for letters that are new."""
    page = visitor.page
    page.locator('[data-mode="one"]').click()
    before = page.locator(".sd").get_attribute("data-painted")
    visitor.click("Another one")
    page.wait_for_function(f"document.querySelector('.sd').dataset.painted !== '{before}'")
    visitor.settle()
    page.evaluate(CLOCK, MODELS)
    page.wait_for_function("window.last !== null")
    page.wait_for_function("document.querySelector('#agreement').textContent")
    first, last = page.evaluate("[window.first, window.last]")
    return first, last


# A model is chosen as soon as the answer of the one before is on the screen.
ONE_BY_ONE = """async ([task, count]) => {
  const root = document.querySelector('.sd'), menu = document.querySelector(`[data-model="${task}"]`);
  const names = [...menu.options].slice(0, count).map((each) => each.value);
  const frame = () => new Promise(requestAnimationFrame);
  const start = performance.now();
  for (const name of names) {
    const painted = new Promise((done) => root.addEventListener('painted', done, { once: true }));
    menu.value = name;
    menu.dispatchEvent(new Event('change', { bubbles: true }));
    await painted.then(frame).then(frame);
  }
  return performance.now() - start;
}"""


def one_by_one(visitor: Visitor) -> float:
    """Milliseconds until the same models have answered one after the other."""
    visitor.page.locator('[data-mode="one"]').click()
    taken: float = visitor.page.evaluate(ONE_BY_ONE, [TASK, MODELS])
    visitor.settle()
    return taken


def main() -> None:
    with running(Path(tempfile.mkdtemp()) / "log") as app, sync_playwright() as driver:
        browser = chromium(driver)
        visitor = Visitor(browser, app.url, **DESKTOP)
        visitor.page.set_default_timeout(60_000)
        visitor.choose(TASK)
        rounds = [(*together(visitor), one_by_one(visitor)) for _ in range(WARM + ROUNDS)][WARM:]
        browser.close()
    first, last, singly = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(f"click to the first card, median of {len(rounds)}:  {first:7.1f} ms")
    print(f"  to all of {MODELS} cards:                   {last:7.1f} ms  (target {TARGET:.0f} ms)")
    print(f"the same models one after the other:      {singly:7.1f} ms  ({singly / last:.1f} times as long)")


if __name__ == "__main__":
    main()
