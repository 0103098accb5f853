"""Comparisons on the page, in a real browser, against the real app."""

from __future__ import annotations

import re

from conftest import Visits
from playwright.sync_api import Page, expect
from visitor import PHONE, Visitor

TASK = "swap-normal"
CARDS, ANSWERS, SUMMARY = "#variants > li", "#variants .answered > b", "#agreement"
LATE_COMPARISONS = """() => {
  AbortController.prototype.abort = () => {}; // what is silent for long would be broken off
  const fetched = window.fetch;
  Object.assign(window, { held: [], holding: true });
  window.fetch = async (url, options) => {
    const late = window.holding && String(options?.body).includes('"compare"');
    const reply = await fetched(url, options);
    if (!late) return reply;
    const text = await reply.text();
    await new Promise((come) => window.held.push(come));
    return new Response(text);
  };
}"""
"""Answers come to comparisons, but the page gets them only when they are let go."""


def compare_all(visitor: Visitor) -> Page:
    """All models of the task, once all have answered."""
    visitor.click("All models")
    expect(visitor.page.locator(SUMMARY)).not_to_be_empty()
    return visitor.page


def names(page: Page) -> list[str]:
    found: list[str] = page.locator(CARDS).evaluate_all("(cards) => cards.map((card) => card.dataset.name)")
    return found


def word(visitor: Visitor, text: str) -> None:
    """Letters as they are typed, none swapped."""
    visitor.options()
    visitor.page.locator("#swap").uncheck()
    visitor.options(shown=False)
    visitor.type(text)


def test_all_models_answer_are_ordered_and_lead_to_one_model(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(TASK)
    word(visitor, "plantes")
    page = compare_all(visitor)
    menu = page.locator(f'[data-model="{TASK}"] option').evaluate_all("all => all.map((each) => each.value)")
    assert names(page) == menu
    assert page.locator("#results").is_hidden()
    judged = page.locator("#variants .judged.right").count()
    assert f"{judged} of {len(menu)} are right" in page.locator(SUMMARY).inner_text()

    page.locator("#order").select_option("wrong")
    first = page.locator(CARDS).first
    assert first.locator(".judged.wrong").count() == (judged < len(menu))
    page.locator("#order").select_option("parameters")
    sizes = [
        int(text.replace(",", "")) for text in page.locator("#variants dl > div:nth-child(2) dd").all_inner_texts()
    ]
    assert sizes == sorted(sizes)

    page.locator(f"{CARDS} h3 button").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    chosen = names(page)[1]
    page.keyboard.press("Enter")
    expect(page.locator("#why")).to_be_visible()
    assert page.locator(f'[data-model="{TASK}"]').input_value() == chosen
    assert page.locator('[data-mode="one"]').get_attribute("aria-pressed") == "true"


def test_two_pinned_models_stand_side_by_side_with_their_difference(visit: Visits) -> None:
    visitor = visit(**{**PHONE, "locale": "ko-KR"})
    visitor.choose(TASK)
    visitor.page.locator('[data-mode="all"]').click()
    page = visitor.page
    expect(page.locator(SUMMARY)).not_to_be_empty()
    for model in ("seq2seq", "seq2seq-aligned", "transformer"):
        page.locator(f'[data-pin="{model}"]').check()
    expect(page.locator("[data-pin]:checked")).to_have_count(2)
    titles = page.locator("#pair-attention h3")
    expect(titles).to_have_count(2)
    aligned, transformer = titles.all_inner_texts()
    expect(page.locator("#pair-difference h2")).to_have_text(f"차이: {aligned} 빼기 {transformer}")
    page.locator("[data-difference]").select_option("attention")
    shown = page.locator("#pair-difference table:visible")
    expect(shown).to_have_count(1)
    assert shown.locator("td b").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("[data-unpin]").click()
    expect(page.locator("#pair-all > *")).to_have_count(0)


def test_an_answer_to_letters_that_have_changed_is_never_shown(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(TASK)
    word(visitor, "nwest")
    page = compare_all(visitor)
    page.evaluate(LATE_COMPARISONS)
    word(visitor, "plantes")
    page.wait_for_function("window.held.length > 0")
    page.evaluate("window.holding = false")
    word(visitor, "letetrs")
    expect(page.locator(ANSWERS)).to_have_text([re.compile("^LE")] * page.locator(CARDS).count())
    answers = page.locator(ANSWERS).all_inner_texts()
    page.evaluate("window.held.forEach((come) => come())")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.locator(ANSWERS).all_inner_texts() == answers
    assert not [answer for answer in answers if answer.startswith("PLA")]
    expect(page.locator("#variants .unanswered")).to_have_count(0)


def test_two_inputs_are_kept_swapped_and_forgotten(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.choose("next-normal")
    visitor.type("ceg")
    visitor.click("Two inputs")
    expect(page.locator("#panel-two")).to_contain_text("Keep the letters of the pad as A")
    visitor.click("Keep these letters as A")
    visitor.type("cei")
    expect(page.locator("#pair-letters .of-side")).to_have_count(2)
    expect(page.locator("#pair-difference .says:visible")).to_contain_text("image 3")
    assert page.locator("#pair-difference table:visible thead th").nth(2).locator("img").count() == 2
    visitor.click("Swap A and B")
    expect(page.locator("#pad .written").nth(2)).to_have_value("g")
    expect(page.locator("#pair-difference h2")).to_have_text("Difference: A minus B")
    visitor.click("Clear all")
    expect(page.locator("#why .empty")).to_be_visible()
    assert page.locator("#kept svg").count() == 3
    visitor.click("Swap A and B")
    visitor.settle()
    visitor.click("Forget A")
    expect(page.locator("#kept svg")).to_have_count(0)
    expect(page.locator("#pair-two > *")).to_have_count(0)
    assert page.locator('[data-two="swap"]').is_disabled()
