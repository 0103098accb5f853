"""Nothing overlaps, nothing is cut off, no table is torn, nothing stands outside the window."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from conftest import Visits
from playwright.sync_api import expect
from visitor import DESKTOP, PHONE, Visitor

from seqdemo.models.symbols import LIMIT
from tests.tiers import core

SIZES = ((1440, 900), (390, 844), (1920, 1080), (844, 390), (360, 740))
FAULTS = """() => {
  const found = [], wide = document.documentElement.clientWidth, root = document.querySelector('.sd');
  const name = (part) => `${part.closest('[id]')?.id ?? ''} ${part.tagName}.${part.className} ` +
    part.textContent.trim().slice(0, 24);
  const over = document.documentElement.scrollWidth - wide;
  if (over > 0) found.push(`the page is ${over} pixels too wide`);
  const heard = 'select, option, svg, .playing > b, .correction th span';
  const shown = new Map(); // of each part, whether it can be seen
  const seen = (part) => shown.get(part) ?? shown.set(part, part.checkVisibility({ visibilityProperty: true,
    opacityProperty: true }) && getComputedStyle(part).clipPath === 'none' && !part.closest(heard)).get(part);
  // What rolls may be wider than the window.
  const rolls = (part) => part.closest('.scroll, .wide, .replies, [data-projector] .taken, dialog:not([open])');
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.parentElement;
    if (!node.textContent.trim() || !seen(part)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
    const number = /^[−+]?[\\d.,]+ ?%?$/.test(node.textContent.trim());
    if (number && lines.size > 1) found.push(`a broken number: ${name(part)}`);
    const words = node.textContent.trim().split(/[\\s/·–-]+/), breaks = /[가-힣]|\\S{25}/.test(node.textContent);
    if (!breaks && lines.size > words.length) found.push(`a broken word: ${name(part)}`);
    if (rolls(part)) continue;
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      if (box.left < -1 || box.right > wide + 1) found.push(`outside: ${name(part)}`);
      texts.push({ part, box });
    }
  }
  for (const part of root.querySelectorAll('button, h2, h3, th, td, p, summary, output, label, .tile, li > *')) {
    if (!seen(part) || rolls(part) || getComputedStyle(part).overflowX === 'visible') continue;
    const wide = part.scrollWidth - part.clientWidth > 2, high = part.scrollHeight - part.clientHeight > 4;
    if (part.textContent && (wide || high)) found.push(`cut off: ${name(part)}`);
  }
  for (const word of root.querySelectorAll('.flow em')) {
    const letters = [...word.children].filter(seen), lines = new Set(letters.map((letter) => letter.offsetTop));
    if (letters.length <= 8 && lines.size > 1) found.push(`a broken word: ${name(word)}`);
  }
  const pen = document.createElement('canvas').getContext('2d');
  for (const field of root.querySelectorAll('input[placeholder]')) {
    if (!seen(field) || field.value) continue;
    const look = getComputedStyle(field);
    pen.font = look.font;
    const room = field.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
    if (pen.measureText(field.placeholder).width > room + 1) found.push(`cut off: the hint ${field.placeholder}`);
  }
  // What lies above the rest on purpose covers it: what stays in frontend, an open menu, a dialog.
  const layer = new Map();
  const above = (part) => layer.get(part) ?? layer.set(part, part === root ? null :
    ['sticky', 'fixed'].includes(getComputedStyle(part).position) || part.matches('.options, .files, .help p, dialog')
      ? part : above(part.parentElement)).get(part);
  texts.sort((a, b) => a.box.top - b.box.top);
  texts.forEach((one, n) => {
    for (let m = n + 1; m < texts.length && texts[m].box.top < one.box.bottom - 3; m++) {
      const other = texts[m];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > 2 && down > 0.4 * Math.min(one.box.height, other.box.height) && one.part !== other.part &&
        above(one.part) === above(other.part)) found.push(`overlap: ${name(one.part)} / ${name(other.part)}`);
    }
  });
  for (const table of root.querySelectorAll('table')) {
    if (!seen(table)) continue;
    const rows = [...table.rows].filter((row) => row.getClientRects().length);
    const torn = rows.some((row) => {
      const boxes = [...row.cells].filter((cell) => cell.rowSpan === 1).map((cell) => cell.getBoundingClientRect());
      return boxes.some((box, n) => n && (Math.abs(box.top - boxes[0].top) > 2 || box.left < boxes[n - 1].left));
    });
    const counts = new Set(rows.map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
    if (torn || (counts.size > 1 && !table.querySelector('[rowspan]'))) found.push(`torn: ${name(table)}`);
  }
  return [...new Set(found)].slice(0, 8);
}"""

OVER = ".sd details:is(.help, .drop)"
"""What opens something that lies over the page."""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Charts lay themselves out anew once their size has changed."""
TIP = """() => {
  const term = document.activeElement.closest('.term'), wide = document.documentElement.clientWidth;
  if (!term) return [];
  const tip = getComputedStyle(term, '::after');
  const from = tip.position === 'fixed' ? 0 : term.getBoundingClientRect().left;
  const left = from + parseFloat(tip.left);
  const around = tip.boxSizing === 'border-box' ? 0 : parseFloat(tip.paddingLeft) + parseFloat(tip.paddingRight);
  const right = left + parseFloat(tip.width) + around;
  return left < -1 || right > wide + 1 ? [`outside: the tip of ${term.textContent}`] : [];
}"""
"""A tip is drawn by the style sheet alone, so no text of it is found."""


def states(visitor: Visitor) -> Iterator[str]:
    """Every task, view and lesson; and letters that are few, many, edited, forced and compared."""
    yield from _tasks(visitor)
    yield from _words(visitor)
    yield from _letters(visitor)
    yield from _opened(visitor)
    yield from _learned(visitor)
    yield from _views(visitor)
    yield from _workshop(visitor)
    yield from _lessons(visitor)
    yield from _rooms(visitor)


def _tasks(visitor: Visitor) -> Iterator[str]:
    page = visitor.page
    for name in page.locator("[data-task]").evaluate_all("all => all.map(each => each.dataset.task)"):
        visitor.choose(name)
        page.locator('[data-do="another"]').click()
        visitor.settle()
        yield name


def _words(visitor: Visitor) -> Iterator[str]:
    page = visitor.page
    visitor.choose("swap-normal", "seq2seq-bahdanau")
    visitor.type("planets")
    page.locator("#panel-attention tbody tr:nth-child(3) td[data-p]").nth(1).click()
    visitor.settle()
    yield "forced attention"
    page.locator('[data-mode="all"]').click()
    visitor.settle()
    page.locator("#variants .unanswered").first.wait_for(state="detached")
    yield "all models"
    page.locator('[data-mode="one"]').click()


def _letters(visitor: Visitor) -> Iterator[str]:
    page = visitor.page
    visitor.choose("next-normal")
    for text in ("ab", "abcdefghijklmn"):
        visitor.type(text)
        yield f"{len(text)} letters"
    visitor.choose("next-normal", "exact-line")
    yield "exact"
    visitor.choose("next-normal", "cnn-gru-normal")
    page.locator("#panel-vision td[data-p]").nth(30).click()
    visitor.settle()
    page.locator('[data-box="edit"]').first.click()
    page.locator("#editor .tipping li").first.wait_for()
    yield "edited and forced"
    page.locator('[data-box="edit"]').first.click()
    page.locator('[data-mode="two"]').click()
    page.locator('[data-two="keep"]').click()
    visitor.settle()
    yield "two inputs"
    page.locator('[data-mode="one"]').click()


def _opened(visitor: Visitor) -> Iterator[str]:
    """What opens over the page: menus, help and tips, one at a time; the dialog in which the page is passed on."""
    page = visitor.page
    for task in ("next-normal", "swap-normal", "row-47"):
        visitor.choose(task)
        for over in page.locator(OVER).all():
            over.evaluate("details => details.open = true")
            yield f"{task}: {over.inner_text()[:30]}"
            over.evaluate("details => details.open = false")
        for term in page.locator(".sd .term").all():
            term.evaluate("term => term.focus()")
            yield f"{task}: the tip of {term.text_content()}"
    page.locator("[data-pass]").first.click()
    page.locator("#share details").evaluate_all("all => all.forEach((details) => (details.open = true))")
    yield "share"
    page.locator("#share [data-close]").first.click()


def _workshop(visitor: Visitor) -> Iterator[str]:
    page = visitor.page
    page.locator('.tasks [data-show="workshop"]').click()
    page.locator("#workshop [data-learn]").first.wait_for()
    for n in range(page.locator("#workshop [data-learn]").count()):
        page.locator("#workshop [data-learn]").nth(n).click()
        expect(page.locator("#workshop [data-learn]").nth(n)).to_have_attribute("aria-pressed", "true")
        page.locator("#workshop details.more").evaluate_all("all => all.forEach(details => (details.open = true))")
        visitor.settle()
        yield f"workshop {n + 1}"


def _learned(visitor: Visitor) -> Iterator[str]:
    """Charts in which each shipped model has been chosen once."""
    page = visitor.page
    page.locator("#learned > summary").click()
    for task in page.locator("[data-task]").evaluate_all("all => all.map(each => each.dataset.task)"):
        visitor.choose(task)
        for model in page.locator(f'[data-model="{task}"] option').evaluate_all("all => all.map(each => each.value)"):
            visitor.choose(task, model)
            expect(page.locator("#learned[aria-busy]")).to_have_count(0)
            yield f"what was learned: {model}"
    page.locator("#learned > summary").click()


def _views(visitor: Visitor) -> Iterator[str]:
    page = visitor.page
    page.locator(".flow [data-part]").last.click()
    page.locator("#learned summary").first.click()
    page.locator("#learned .plot").first.wait_for()
    visitor.settle()
    yield "inside and learned"
    page.locator('.tasks [data-show="scoreboard"]').click()
    page.locator("#board-scores table").wait_for()
    yield "scoreboard"
    page.locator('.tasks [data-show="lessons"]').click()
    yield "lessons"


def _lessons(visitor: Visitor) -> Iterator[str]:
    page = visitor.page
    for n in range(page.locator("[data-lesson]").count()):
        page.locator('.tasks [data-show="lessons"]').click()
        page.locator("[data-lesson]").nth(n).click()
        page.locator("#lesson [data-reveal]").wait_for()
        visitor.settle()
        page.locator("#lesson input[type=radio]").first.check()
        page.locator("#lesson [data-reveal]").click()
        page.locator("#lesson .told").wait_for()
        visitor.settle()
        yield f"lesson {n + 1}"


ACTIVITIES = (
    (("lesson", "split", "tell"), ".reveal"),
    (("alphabet", "mistakes", "train"), "#chart-room-curve"),
    (("compare",), ".bets"),
)
"""What a teacher presses in a room, one after the other, and what shows at the end."""


def _rooms(visitor: Visitor) -> Iterator[str]:
    """The wall of a room with simulated phones, at each of its activities."""
    page = visitor.page
    for name in ('.tasks [data-show="lessons"]', '[data-show="teachers"]', '[data-room="open"]'):
        page.locator(name).click()
    page.locator('#room [data-lead*="simulate"]').click()
    expect(page.locator("#room .people li")).to_have_count(8)
    yield "room"
    for orders, shown in ACTIVITIES:
        for order in orders:
            page.locator(f'#room [data-lead*="{order}"]').first.click()
            page.locator('#room [data-lead*="leave"]').wait_for()
            yield f"room: {order}"
        expect(page.locator(f"#room {shown}").first).to_be_visible()
        yield f"room: {shown}"
        page.locator('#room [data-lead*="leave"]').click()
        page.locator("#room .offers").wait_for()


@pytest.mark.parametrize(("locale", "at_once"), [("en-GB", 2), ("ko-KR", 1)])
def test_in_every_state_all_can_be_read(visit: Visits, locale: str, at_once: int) -> None:
    """The sizes take turns, so that another sample of states and sizes is seen in each language."""
    visitor = visit(**{**DESKTOP, "locale": locale})
    found = []
    for n, state in enumerate(states(visitor)):
        for turn in range(at_once):
            width, height = SIZES[(n * at_once + turn) % len(SIZES)]
            visitor.page.set_viewport_size({"width": width, "height": height})
            visitor.page.evaluate(DRAWN)
            faults = visitor.page.evaluate(FAULTS) + visitor.page.evaluate(TIP)
            found += [(state, width, fault) for fault in faults]
    assert not found, "\n".join(map(str, found))


FULL = "document.querySelectorAll('#panel-vision tbody td').forEach((cell) => { cell.innerHTML = '<b>100</b>'; })"


def test_numbers_of_fourteen_columns_never_overlap(visit: Visits) -> None:
    """Whatever the model says of a letter: here every cell of the map has the widest number."""
    visitor = visit(**DESKTOP)
    visitor.choose("swap-normal", "seq2seq-luong")
    visitor.type("abcdefghijklmn")
    visitor.page.evaluate(FULL)
    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.page.evaluate(DRAWN)
        assert visitor.page.evaluate(FAULTS) == [], width


BELOW = "sel => Math.max(...[...document.querySelectorAll(sel)].map(each => each.getBoundingClientRect().bottom))"
"""Where the lowest of some parts ends."""


LONGEST = """(rows) => document.querySelectorAll('.leading .matrix').forEach((table) => {
  table.closest('[style*="--steps"]').style.setProperty('--steps', rows);
  const body = table.tBodies[0];
  while (body.rows.length < rows) body.append(body.rows[0].cloneNode(true));
})"""
"""As if the decoder had written that many symbols."""


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_the_first_screen_holds_all_that_a_decoder_may_write(visit: Visits, locale: str) -> None:
    visitor = visit(**{**DESKTOP, "locale": locale, "viewport": {"width": 1440, "height": 900}})
    visitor.choose("swap-normal", "seq2seq-bahdanau")
    visitor.type("accomplishment")
    visitor.page.evaluate(LONGEST, LIMIT)
    assert visitor.page.evaluate(BELOW, ".leading table") <= 900
    visitor.page.evaluate(DRAWN)
    assert visitor.page.evaluate(FAULTS) == []


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_the_first_screen_holds_the_answer_why_the_diagram_and_the_main_panels(visit: Visits, locale: str) -> None:
    visitor = visit(**{**DESKTOP, "locale": locale, "viewport": {"width": 1440, "height": 900}})
    assert visitor.page.evaluate(BELOW, "#why, .flow, .leading > .panel") <= 900
    for task, text in (("next-easy", "acegikmo"), ("next-normal", "helloabc"), ("next-normal", "abcdefghijklmn")):
        visitor.choose(task)
        visitor.type(text)
        assert visitor.page.evaluate(BELOW, "#why, .flow, .leading > .panel") <= 900, text
    for model, text in (("seq2seq", "mountain"), ("transformer", "mountain"), ("seq2seq-bahdanau", "accomplishment")):
        visitor.choose("swap-normal", model)
        visitor.type(text)
        assert visitor.page.evaluate(BELOW, "#why, .flow, .leading table") <= 900, (model, text)
    visitor.choose("row-47")
    assert visitor.page.evaluate(BELOW, "#why, .flow, #panel-vision .board") <= 900


RENAMED = """(text) => document.querySelectorAll('#pad .written').forEach((field, n) => {
  field.value = text[n];
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
})"""
"""Other letters are said to be meant."""
WORST = (
    ("next-easy", "cnn-gru-report-easy", "acegikmo", "bdfhjlnp", ".leading > .panel"),
    ("next-easy", "cnn-gru-easy", "abcdefghijklmn", "bcdefghijklmno", ".leading > .panel"),
    ("next-normal", "cnn-gru-report-normal", "acegikmo", "bdfhjlnp", ".leading > .panel"),
    ("swap-normal", "transformer", "accomplishment", "mountainmounta", ".leading table"),
    ("letter", None, "abcdefghijklmn", "bcdefghijklmno", ".leading table"),
)
"""Letters of which much is to be said: others were meant, they are more than in training, on paper that it had not."""


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_the_first_screen_holds_them_whatever_is_said_of_an_answer(visit: Visits, locale: str) -> None:
    visitor = visit(**{**DESKTOP, "locale": locale, "viewport": {"width": 1440, "height": 900}})
    page = visitor.page
    for task, model, text, meant, panels in WORST:
        visitor.choose(task, model)
        visitor.type(text)
        page.locator('[data-box="paper"]').evaluate_all("all => all.forEach((paper) => paper.click())")
        page.locator('[data-box="clear"]').nth(1).click()
        for _ in range(2):
            visitor.draw("X", 1)
        page.evaluate(RENAMED, meant)
        visitor.settle()
        page.evaluate(DRAWN)
        assert page.locator("#why :is(.note, .verdict)").count() > (task != "letter"), "little is said of the letters"
        assert page.evaluate(BELOW, f"#why, .flow, {panels}") <= 900, (task, model)


CUT = """(menu) => {
  const style = getComputedStyle(menu), pen = document.createElement('canvas').getContext('2d');
  [pen.font, pen.letterSpacing] = [style.font, style.letterSpacing.replace('normal', '0px')];
  const room = menu.getBoundingClientRect().width - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return [...menu.options].map((option) => option.text).filter((text) => pen.measureText(text).width > room + 1);
}"""
"""The names of models for which a closed menu has no room."""


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_a_models_name_and_figure_are_whole(visit: Visits, locale: str) -> None:
    visitor = visit(**{**PHONE, "locale": locale})
    page = visitor.page
    for task in page.locator("[data-task]").evaluate_all("all => all.map(each => each.dataset.task)"):
        visitor.choose(task)
        menu = page.locator(f'[data-model="{task}"]')
        longest = max(menu.locator("option").all_text_contents(), key=len)
        menu.select_option(label=longest)
        for width, height in SIZES[:4]:
            page.set_viewport_size({"width": width, "height": height})
            assert longest not in menu.evaluate(CUT), (task, width)


@core
def test_a_phone_shows_boxes_answer_why_and_the_diagram_at_once(visit: Visits) -> None:
    visitor = visit(**{**PHONE, "viewport": {"width": 390, "height": 844}})
    page = visitor.page
    assert page.evaluate(BELOW, "#pad .box, #tile, #why, .flow") <= 844
    # A wrong answer to nine letters or more is explained in more lines than fit.
    short = (("next-normal", None, "abcd"), ("next-normal", None, "abcdef"), ("row-47", None, "b"))
    for task, model, text in (
        *short,
        ("swap-normal", "swap-best", "earth"),
        ("swap-challenge", "swap-best", "handlebars"),
    ):
        visitor.choose(task, model)
        visitor.type(text)
        assert page.evaluate(BELOW, "#pad .box, #tile, #why, .flow") <= 844, text
    for name in ('.tasks [data-show="lessons"]', *(f'[data-do="{each}"]' for each in ("another", "undo", "replay"))):
        box = page.locator(name).bounding_box()
        assert box is not None
        assert (box["x"] >= 0, box["x"] + box["width"] <= 390) == (True, True), name
        assert min(box["width"], box["height"]) >= 44, name


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_on_a_small_phone_the_tools_stand_on_one_line(visit: Visits, locale: str) -> None:
    page = visit(**{**PHONE, "locale": locale}).page
    heights = page.locator(".ways .tools").evaluate(
        "all => [all.offsetHeight, all.querySelector('.stepper').offsetHeight]"
    )
    assert heights[0] == heights[1]


def test_on_a_phone_a_tap_beside_the_menu_tells_what_the_model_is_above_the_lower_edge(visit: Visits) -> None:
    page = visit(**{**PHONE, "viewport": {"width": 390, "height": 844}}).page
    mark = page.locator(".models .help summary").bounding_box()
    assert mark is not None
    x, y = mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2
    hit = "([x, y]) => document.elementFromPoint(x, y).closest('.models .help summary') !== null"
    assert all(page.evaluate(hit, [x + across, y + down]) for across in (-21, 0, 21) for down in (-21, 0, 21))
    page.touchscreen.tap(x + 20, y + 20)
    told = page.locator("#summary").bounding_box()
    assert told is not None
    assert (told["x"] >= 0, told["x"] + told["width"] <= 390, told["height"] < 200) == (True, True, True)
    assert 844 - 20 <= told["y"] + told["height"] <= 844


def test_on_a_phone_the_tour_shows_nothing_below_what_stays_in_sight(visit: Visits) -> None:
    visitor = visit(**{**PHONE, "reduced_motion": "reduce"})
    visitor.page.locator("[data-tour]").click()
    hidden = """() => {
      const spot = document.querySelector('.tour .spot').getBoundingClientRect();
      const bar = document.querySelector('.controls').getBoundingClientRect();
      return bar.top <= 0 && spot.top + 6 < bar.bottom && spot.bottom > bar.bottom + 12;
    }"""
    while visitor.page.locator(".tour").count():
        assert not visitor.page.evaluate(hidden), visitor.page.locator(".tour h2").inner_text()
        visitor.page.locator(".tour [data-on]").click()


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_the_smallest_phone_tablets_and_the_largest_screen_show_every_task_whole(visit: Visits, locale: str) -> None:
    visitor = visit(**{**PHONE, "viewport": {"width": 768, "height": 1024}, "locale": locale})
    page = visitor.page
    found = []
    for task, text in (("next-normal", "cegik"), ("swap-normal", "letter"), ("row-47", "k"), ("letter", "k")):
        visitor.choose(task)
        visitor.type(text)
        for width, height in ((320, 568), (600, 960), (768, 1024), (820, 1180), (1024, 768), (2560, 1440)):
            page.set_viewport_size({"width": width, "height": height})
            found += [(task, width, fault) for fault in page.evaluate(FAULTS)]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_a_phone_on_its_side_shows_boxes_answer_why_and_tools_at_once(visit: Visits, locale: str) -> None:
    visitor = visit(**{**PHONE, "viewport": {"width": 844, "height": 390}, "locale": locale})
    page = visitor.page
    for task in ("next-easy", "swap-normal"):
        visitor.choose(task)
        for width, height in ((844, 390), (740, 360), (667, 375), (640, 360)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(FAULTS) == [], (task, width)
            if task == "next-easy" and width > 700:
                assert page.evaluate(BELOW, "#pad .box, #tile, #why, .ways") <= height, width
            small = page.locator("header button, .ways button").evaluate_all(
                "all => all.filter((each) => each.checkVisibility())"
                ".filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 44).map((each) => each.textContent)"
            )
            assert small == [], (task, width)


def test_on_a_phone_on_its_side_little_stays_in_sight(visit: Visits) -> None:
    page = visit(**{**PHONE, "viewport": {"width": 844, "height": 390}}).page
    page.evaluate("scrollTo(0, 900)")
    sticky = """() => [...document.querySelectorAll('.sd *')]
      .filter((each) => ['sticky', 'fixed'].includes(getComputedStyle(each).position) && each.checkVisibility())
      .map((each) => each.getBoundingClientRect()).filter((box) => box.top >= -1 && box.top < 40)
      .reduce((sum, box) => sum + box.height, 0)"""
    assert page.evaluate(sticky) <= 0.3 * 390


def test_a_page_is_printed_with_its_address_and_a_worksheet_without_its_answer(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    said = page.locator("#say").inner_text()
    assert len(_pages(visitor)) == 2
    assert said.startswith("The answer is")
    assert said in page.locator("#printed").inner_text()
    assert page.url.split("#")[0] in page.locator("#printed").inner_text()
    page.emulate_media(media="null")
    page.locator('.tasks [data-show="lessons"]').click()
    page.locator("[data-lesson]").nth(1).click()
    page.locator("#lesson [data-reveal]").wait_for()
    visitor.settle()
    assert len(_pages(visitor)) == 1
    assert page.locator("#lesson legend").is_visible()
    assert not page.locator("#results").is_visible()
    assert not page.locator("#why").is_visible()
    assert "The answer is" not in page.locator("#printed").inner_text()
    page.emulate_media(media="null")


def _pages(visitor: Visitor) -> list[bytes]:
    """The pages on which it is printed."""
    printed = visitor.page.pdf(format="A4", print_background=True)
    visitor.page.emulate_media(media="print")
    return re.findall(rb"/Type\s*/Page\b", printed)
