"""How fast the page is: python -m benchmarks.page_speed (needs Chromium).

Prints the time from pen-up to painted panels, from `python app.py` to the first page, until a slow phone can be used,
and how long the script of one step runs; beside a heat-map what the usual way costs on this machine in the same run.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from playwright.sync_api import Browser, sync_playwright

from seqdemo.letters import ALPHABET
from seqdemo.page.core.texts import ENGLISH
from seqdemo.page.html.heatmap import heatmap
from seqdemo.trace import LetterRead, Panel, Trace
from tests.conftest import chromium, running
from tests.visitor import DESKTOP, PHONE, Visitor

STROKES, SLOWDOWN = 40, 4
START_TARGET, STROKE_TARGET, PHONE_TARGET, SHIFT_TARGET, STEP_TARGET = 6.0, 100.0, 3.0, 0.1, 16.0

# Between pen-up and the second frame after the results changed: only then are they on the screen.
CLOCK = """() => {
  const root = document.querySelector('.sd'), results = document.querySelector('#results');
  window.times = [];
  root.addEventListener('pointerup', () => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => window.times.push(performance.now() - start)));
    });
    watch.observe(results, { childList: true });
  }, true);
}"""


def strokes(visitor: Visitor) -> list[float]:
    """Milliseconds from pen-up to painted panels, for each of STROKES strokes on a row of five letters."""
    page = visitor.page
    page.evaluate(CLOCK)
    for n in range(STROKES):
        place = page.locator("#pad svg").nth(n % 5).bounding_box()
        assert place is not None
        x, y, side = place["x"], place["y"], place["width"]
        page.mouse.move(x + 0.3 * side, y + 0.5 * side)
        page.mouse.down()
        page.mouse.move(x + 0.7 * side, y + (0.3 + 0.01 * n) * side, steps=6)
        page.mouse.up()
        page.wait_for_function(f"window.times.length === {n + 1}")
    times: list[float] = page.evaluate("window.times")
    return times[3:]


# Notes when the first answer is painted, and how far anything moved on its own until then (cumulative layout shift).
OPENING = """
window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((shift) => (window.moved += shift.value)))
  .observe({ type: 'layout-shift', buffered: true });
const watch = setInterval(() => {
  if (!document.querySelector('.sd[data-painted]')) return;
  window.usable = performance.now();
  clearInterval(watch);
}, 10);
"""

STEPS = """() => {
  const slider = document.querySelector('[data-slider]'), times = [];
  for (let at = 1; at <= Number(slider.max); at++) {
    const start = performance.now();
    slider.value = at;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    times.push(performance.now() - start);
  }
  return Math.max(...times);
}"""


def phone(browser: Browser, url: str) -> tuple[float, float]:
    """Seconds until a phone with a slow processor shows the first answer, and how far things moved; median of 3."""
    found = []
    for _ in range(3):
        context = browser.new_context(**PHONE)
        page = context.new_page()
        page.add_init_script(OPENING)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        page.goto(url)
        page.wait_for_function("window.usable")
        page.wait_for_timeout(1000)
        found.append(page.evaluate("[window.usable / 1000, window.moved]"))
        context.close()
    usable, moved = zip(*found, strict=True)
    return statistics.median(usable), max(moved)


def longest_step(visitor: Visitor, task: str, model: str) -> float:
    """Milliseconds of script in the longest of all steps."""
    visitor.choose(task, model)
    longest: float = visitor.page.evaluate(STEPS)
    return longest


def median_ms(work: Callable[[], object], rounds: int) -> float:
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def drawings() -> tuple[float, float]:
    """Milliseconds for one heat-map: as a table, and as a matplotlib PNG, which is what gr.Plot sends."""
    values = np.random.default_rng(0).dirichlet(np.full(26, 0.1), 5).astype(np.float32)
    panel = Panel("heatmap", "vision", "Vision", tuple("12345"), tuple(ALPHABET), values)
    letters = tuple(LetterRead("A", (("A", 1.0),), np.zeros((28, 28), np.uint8)) for _ in range(5))
    trace = Trace("a-model", "next-easy", "A", 1.0, letters, (panel,), family="next", kind="next")

    def picture() -> None:
        figure = Figure(figsize=(4, 6))
        axes = figure.subplots()
        axes.imshow(values.T, aspect="auto")
        axes.set_yticks(range(26), list(ALPHABET))
        figure.savefig(io.BytesIO(), format="png")

    return median_ms(lambda: heatmap(panel, trace, ENGLISH), 50), median_ms(picture, 10)


def main() -> None:
    begun = time.perf_counter()
    with running(Path(tempfile.mkdtemp()) / "log") as app, sync_playwright() as driver:
        served = time.perf_counter() - begun
        browser = chromium(driver)
        opening = time.perf_counter()
        visitor = Visitor(browser, app.url, **DESKTOP)
        first = time.perf_counter() - opening
        times = strokes(visitor)
        steps = {
            name: longest_step(visitor, *name) for name in (("swap-normal", "transformer"), ("row-47", "row-lstm-47"))
        }
        usable, moved = phone(browser, app.url)
        browser.close()
    table, picture = drawings()
    middle, slow = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"python app.py to an answering server:   {served:6.2f} s   (target {START_TARGET:.0f} s)")
    print(f"  and to the answered first page:       {served + first:6.2f} s")
    print(f"pen-up to painted panels, median of {len(times)}: {middle:6.1f} ms  (target {STROKE_TARGET:.0f} ms)")
    print(f"  95th percentile:                      {slow:6.1f} ms")
    print(f"a phone, {SLOWDOWN} times slower, is usable after: {usable:6.2f} s   (target {PHONE_TARGET:.0f} s)")
    print(f"  and things moved on their own by:     {moved:6.2f}     (target {SHIFT_TARGET})")
    for (_, model), longest in steps.items():
        print(f"{f'longest script of a step, {model}:':39} {longest:6.1f} ms  (target {STEP_TARGET:.0f} ms)")
    print(f"one heat-map as a table:                {table:6.2f} ms")
    print(f"  as a matplotlib PNG:                  {picture:6.2f} ms  ({picture / table:.0f} times as long)")


if __name__ == "__main__":
    main()
