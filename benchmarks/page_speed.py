"""How fast the page is: python -m benchmarks.page_speed [--beside CHECKOUT] (needs Chromium).

Prints the time from pen-up to painted panels, from `python app.py` to the first page, until a slow phone can be used,
how long the script of one step runs, and after a press how soon something shows and all is done; beside a heat-map what
the usual way costs on this machine. Another checkout takes turns with this one, so that a busy machine burdens both.
"""

from __future__ import annotations

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from playwright.sync_api import Browser, sync_playwright

from seqdemo.letters import ALPHABET
from seqdemo.page.core.texts import ENGLISH
from seqdemo.page.html.heatmap import heatmap
from seqdemo.trace import LetterRead, Panel, Trace
from tests.conftest import ROOT, chromium, running
from tests.visitor import DESKTOP, PATIENCE, PHONE, Visitor

STROKES, ROUNDS, SLOWDOWN = 40, 12, 4

# After a press: when something below the root has changed and when the last answer is there, each at the second frame,
# as only then it is on the screen. What hovers over a cell and a class that merely dims do not count.
CLOCK = """
window.pressed = (press, done = () => true) => {
  const root = document.querySelector('.sd'), before = root.dataset.painted, start = performance.now();
  const frames = () => new Promise((shown) =>
    requestAnimationFrame(() => requestAnimationFrame(() => shown(performance.now() - start))));
  const counts = ({ type, target, attributeName, oldValue }) => target !== root && target.id !== 'tip' &&
    (type !== 'attributes' || target.getAttribute(attributeName) !== oldValue);
  let first, last;
  return new Promise((ended) => {
    const watch = new MutationObserver((records) => {
      if (records.some(counts)) first ??= frames();
      if (last || root.dataset.painted === before || root.matches('.busy') || !done()) return;
      last = frames();
      watch.disconnect();
      Promise.all([first, last]).then(ended);
    });
    watch.observe(root, { subtree: true, childList: true, attributeOldValue: true, characterData: true });
    press();
  });
};
"""

Times = list[tuple[float, float]]
"""Milliseconds until something shows, and until all is done."""


def stroke(visitor: Visitor, n: int) -> tuple[float, float]:
    """One stroke in one of five boxes; counted from pen-up."""
    page = visitor.page
    place = page.locator("#pad svg").nth(n % 5).bounding_box()
    assert place is not None
    x, y, side = place["x"], place["y"], place["width"]
    page.mouse.move(x + 0.3 * side, y + 0.5 * side)
    page.mouse.down()
    page.mouse.move(x + 0.7 * side, y + (0.3 + 0.01 * n) * side, steps=6)
    page.evaluate("""() => { window.lifted = new Promise((ended) => document.querySelector('.sd').addEventListener(
      'pointerup', () => window.pressed(() => {}).then(ended), { once: true, capture: true })); }""")
    page.mouse.up()
    first, last = page.evaluate("window.lifted")
    return first, last


def press(visitor: Visitor, selector: str, n: int, done: str = "true") -> tuple[float, float]:
    """One press of the nth, counted around, of what a selector finds."""
    first, last = visitor.page.evaluate(
        f"""([selector, n]) => {{
      const every = [...document.querySelectorAll(selector)];
      return window.pressed(() => every[n % every.length].click(), () => {done});
    }}""",
        [selector, n],
    )
    return first, last


def cell(visitor: Visitor, n: int) -> tuple[float, float]:
    return press(visitor, "#panel-vision td[data-p]:not(.best)", 7 * n)


def attention(visitor: Visitor, n: int) -> tuple[float, float]:
    return press(visitor, "#panel-attention tbody:not([hidden]) td[data-p]", 3 * n)


def stage(visitor: Visitor, n: int) -> tuple[float, float]:
    """Another part each time; to close one asks nothing."""
    return press(visitor, ".flow [data-part][aria-expanded='false']", n)


def lesson(visitor: Visitor, n: int) -> tuple[float, float]:
    visitor.page.locator('[data-show="lessons"]').first.click()
    return press(visitor, "#lessons [data-lesson]", n, "document.querySelector('#lesson:not([hidden]) h2')")


PRESSES: dict[str, tuple[Callable[[Visitor, int], tuple[float, float]], str, str]] = {
    "pen-up": (stroke, "next-normal", "cnn-gru-normal"),
    "a vision cell": (cell, "next-normal", "cnn-gru-normal"),
    "an attention cell": (attention, "swap-normal", "seq2seq-bahdanau"),
    "opening a stage": (stage, "next-normal", "cnn-gru-normal"),
    "a lesson": (lesson, "next-normal", "cnn-gru-normal"),
}
"""What is pressed, and at which task and model."""

# Notes when the first answer is painted.
OPENING = """
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
  return times.sort((one, other) => one - other)[times.length >> 1];
}"""


def phone(browser: Browser, url: str) -> float:
    """Seconds until a phone with a slow processor shows the first answer."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.set_default_timeout(1000 * PATIENCE)
    page.add_init_script(OPENING)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(url)
    page.wait_for_function("window.usable")
    usable: float = page.evaluate("window.usable / 1000")
    context.close()
    return usable


def step(visitor: Visitor, task: str, model: str) -> float:
    """Milliseconds of script in a step, the median of all."""
    choose(visitor, task, model)
    times: float = visitor.page.evaluate(STEPS)
    return times


def choose(visitor: Visitor, task: str, model: str) -> None:
    """To a task and its usual letters, also in checkouts where each task has a button in the heading."""
    if visitor.page.locator(f'[data-go~="{task}"]').count():
        visitor.choose(task, model)
    else:
        visitor.page.locator(f'[data-task="{task}"]').first.click()
        visitor.page.locator(f'[data-model="{task}"]').select_option(model)
        visitor.settle()


def presses(visitors: list[Visitor]) -> dict[str, list[Times]]:
    """For each kind of press the times at each visitor, who take turns."""
    found = {}
    for name, (work, task, model) in PRESSES.items():
        times: list[Times] = [[] for _ in visitors]
        for visitor in visitors:
            choose(visitor, task, model)
        for n in range(STROKES if work is stroke else ROUNDS):
            for visitor, mine in zip(visitors, times, strict=True):
                mine.append(work(visitor, n))
        found[name] = [mine[2:] for mine in times]
    return found


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


def told(name: str, values: Sequence[float], unit: str) -> None:
    """One line: this checkout, and the other if there is one."""
    print(f"{name:44}" + "".join(f"{value:9.1f} {unit}" for value in values), flush=True)


def medians(times: Sequence[Times], at: int) -> list[float]:
    return [statistics.median(each[at] for each in mine) for mine in times]


def measured(browser: Browser, urls: Sequence[str]) -> None:
    """All that is measured in a browser."""
    visitors = [Visitor(browser, url, **DESKTOP) for url in urls]
    for visitor in visitors:
        visitor.page.evaluate(f"() => {{{CLOCK}}}")
    for task, model in (("swap-normal", "transformer"), ("row-47", "row-lstm-47")):
        told(f"script in a step, {model}", [step(visitor, task, model) for visitor in visitors], "ms")
    for name, times in presses(visitors).items():
        told(f"{name}: something shows after", medians(times, 0), "ms")
        told("  and all is done after", medians(times, 1), "ms")
    openings = [[phone(browser, url) for url in urls] for _ in range(3)]
    told(
        f"a phone, {SLOWDOWN} times slower, is usable after",
        [statistics.median(each) for each in zip(*openings, strict=True)],
        "s",
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--beside", type=Path, help="another checkout, measured in turns with this one")
    options.add_argument("--at", nargs="+", help="addresses where apps are served already")
    given = options.parse_args()
    with ExitStack() as stack, sync_playwright() as driver:
        urls = given.at or []
        for folder in [] if urls else filter(None, [ROOT, given.beside]):
            begun, log = time.perf_counter(), Path(tempfile.mkdtemp()) / "log"
            urls.append(stack.enter_context(running(log, folder=folder)).url)
            told(f"python app.py to an answering server, {folder.name}", [time.perf_counter() - begun], "s")
        measured(chromium(driver), urls)
    table, picture = drawings()
    told("one heat-map as a table, as a matplotlib PNG", [table, picture], "ms")


if __name__ == "__main__":
    main()
