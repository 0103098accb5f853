"""Swapped words on the page, in a real browser, against the real app."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import App, Visits
from gradio_client import Client
from playwright.sync_api import Page, expect
from visitor import DESKTOP, PHONE, Visitor

from tests.tiers import core

NORMAL, CHALLENGE = "swap-normal", "swap-challenge"
ATTENTION = "seq2seq-bahdanau"
LONGEST = "understandings"
SLIDER, PLACE, CHIPS = "[data-slider]", ".playing output", ".chips button"


@pytest.fixture(scope="module")
def client(app: App) -> Iterator[Client]:
    opened = Client(app.url, verbose=False)
    yield opened
    opened.close()


def asked(page: Page) -> list[str]:
    """The page's requests to the server from now on, as they come."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url) if "component_server" in request.url else None)
    return requests


def crosses(trace: dict[str, Any]) -> bool:
    """Whether the attention at the two swapped letters is strongest on each other's image."""
    (attention,) = [panel for panel in trace["panels"] if panel["id"] == "attention"]
    first, second = trace["swapped"]
    looks = [row.index(max(row)) for row in attention["values"]]
    return (looks[first], looks[second]) == (second, first)


def solved(client: Client) -> tuple[int, str]:
    """Seed and word of a sample that the attention model gets right, and looks where its letters are."""
    for seed in range(40):
        drawn = json.loads(client.predict(NORMAL, seed, '{"length": 7}', api_name="/sample"))
        letters = json.dumps(drawn["letters"])
        trace = json.loads(client.predict(letters, ATTENTION, "{}", api_name="/explain"))
        if trace["answer"] == drawn["target"] and len(trace["swapped"]) == 2 and crosses(trace):
            return seed, drawn["target"]
    pytest.fail("no sample of 40 was solved")


@core
def test_the_attention_crosses_where_two_letters_were_swapped(visit: Visits, client: Client) -> None:
    seed, word = solved(client)
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.page.get_by_text("Options", exact=True).click()
    visitor.page.locator(f'[data-of="{NORMAL}"] [data-option="length"]').select_option("7")
    visitor.page.locator("#seed").fill(str(seed))
    visitor.page.locator("#seed").press("Enter")
    expect(visitor.page.locator(".verdict.right")).to_contain_text(word)
    visitor.settle()
    outlined = visitor.page.locator("#panel-attention td.crossed")
    assert outlined.count() == 2
    assert ["best" in str(cell.get_attribute("class")) for cell in outlined.all()] == [True, True]
    pair = visitor.page.locator("#panel-attention thead .pair")
    first, second = (int(text) for text in pair.all_inner_texts())
    rows = [cell.evaluate("cell => cell.parentNode.sectionRowIndex") for cell in outlined.all()]
    columns = [cell.evaluate("cell => cell.cellIndex") for cell in outlined.all()]
    assert (rows, columns) == ([first - 1, second - 1], [second, first])
    expect(visitor.page.locator("#panel-letters .pair")).to_have_count(2)
    expect(visitor.page.locator(".correction td[colspan]")).to_have_count(1)


def test_the_steps_are_walked_with_the_keys_and_without_a_request(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("batons")
    page, requests = visitor.page, asked(visitor.page)
    count = page.locator(CHIPS).count()
    page.locator(SLIDER).focus()
    page.keyboard.press("Home")
    expect(page.locator(PLACE)).to_have_text(f"1 of {count}")
    page.keyboard.press("ArrowRight")
    expect(page.locator(PLACE)).to_have_text(f"2 of {count}")
    expect(page.locator("[data-view]:visible")).to_have_attribute("data-view", "1")
    for panel in ("attention", "alignment"):
        expect(page.locator(f"#panel-{panel} tbody:not([hidden]) tr.now")).to_have_attribute("data-step", "1")
    assert page.locator("#panel-reasoning thead .now").evaluate("cell => cell.cellIndex") == 2
    assert (page.locator(SLIDER).get_attribute("aria-valuetext") or "").startswith(f"2 of {count}. Input ")
    weights = page.locator(".looked-at li").evaluate_all("all => all.map(li => li.style.getPropertyValue('--weight'))")
    assert sum(map(float, weights)) == pytest.approx(1, abs=0.02)
    page.keyboard.press("End")
    expect(page.locator(PLACE)).to_have_text(f"{count} of {count}")
    page.keyboard.press("ArrowRight")
    expect(page.locator(PLACE)).to_have_text(f"{count} of {count}")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(PLACE)).to_have_text(f"{count - 1} of {count}")
    assert requests == []


def test_the_space_key_plays_the_steps_and_stops_them(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("batons")
    page = visitor.page
    play = page.get_by_role("button", name="Play", exact=True)
    visitor.stop_the_clock()
    page.locator(SLIDER).focus()
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    page.clock.run_for(1500)
    expect(play).to_have_attribute("aria-pressed", "true")
    expect(page.locator(PLACE)).to_have_text(f"2 of {page.locator(CHIPS).count()}")
    page.keyboard.press("Space")
    expect(play).to_have_attribute("aria-pressed", "false")
    stopped = page.locator(PLACE).inner_text()
    page.clock.run_for(5000)
    assert page.locator(PLACE).inner_text() == stopped


def test_the_steps_are_walked_by_touch_and_stay_in_sight(visit: Visits) -> None:
    visitor = visit(**PHONE)
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("batons")
    page = visitor.page
    count = page.locator(CHIPS).count()
    page.locator(CHIPS).nth(1).tap()
    expect(page.locator(PLACE)).to_have_text(f"2 of {count}")
    bounds = page.locator(SLIDER).bounding_box()
    assert bounds is not None
    page.touchscreen.tap(bounds["x"] + bounds["width"] - 12, bounds["y"] + bounds["height"] / 2)
    expect(page.locator(PLACE)).to_have_text(f"{count} of {count}")
    row = page.locator("#panel-attention tbody:not([hidden]) tr").first
    row.scroll_into_view_if_needed()
    row.locator("td").first.tap()
    expect(page.locator(PLACE)).to_have_text(f"1 of {count}")
    expect(page.locator(PLACE)).to_be_in_viewport()
    visitor.settle()  # the cell was forced, and what it changes is answered
    page.get_by_role("button", name="Play", exact=True).tap()
    expect(page.locator(PLACE)).to_have_text(f"2 of {count}")


def test_nothing_moves_smoothly_for_those_who_asked_for_less_motion(visit: Visits) -> None:
    visitor = visit(**{**DESKTOP, "reduced_motion": "reduce"})
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("batons")
    page = visitor.page
    page.locator(CHIPS).nth(1).click()
    moving = "all => all.flatMap(each => each.getAnimations({ subtree: true })).length"
    assert page.locator(".looked-at").evaluate_all(moving) == 0
    expect(page.locator("[data-view]:visible")).to_have_attribute("data-view", "1")


def test_a_new_answer_keeps_the_step_that_was_looked_at(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("batons")
    visitor.page.locator(CHIPS).nth(1).click()
    visitor.beam("4")
    expect(visitor.page.locator("#panel-beam")).to_be_visible()
    expect(visitor.page.locator("[data-view]:visible")).to_have_attribute("data-view", "1")


@pytest.mark.parametrize("locale", ["en-GB", "ko-KR"])
def test_fourteen_boxes_fit_on_a_small_phone_and_can_be_drawn_in(visit: Visits, locale: str) -> None:
    visitor = visit(**{**PHONE, "locale": locale})
    visitor.choose(NORMAL, ATTENTION)
    visitor.options()
    visitor.page.locator("#swap").uncheck()
    visitor.options(shown=False)
    visitor.type(LONGEST)
    width = "document.documentElement.scrollWidth"
    assert visitor.page.evaluate(width) == 360
    sides = visitor.page.locator("#pad svg").evaluate_all("all => all.map(svg => svg.getBoundingClientRect())")
    assert all(side["right"] <= 340 and side["width"] >= 60 for side in sides)
    assert visitor.page.locator(".desk").evaluate("desk => desk.scrollWidth <= desk.clientWidth")
    expect(
        visitor.page.get_by_role("button", name="One box more" if locale == "en-GB" else "칸 하나 늘리기")
    ).to_be_disabled()
    before = visitor.strokes()[13]
    visitor.draw("X", 13, "touch")
    visitor.settle()
    assert visitor.strokes()[13] == before + 2
    assert visitor.page.evaluate(width) == 360


def test_a_beam_search_ranks_four_words_and_a_greedy_one_none(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("batons")
    expect(visitor.page.locator("#panel-beam")).to_have_count(0)
    visitor.beam("4")
    rows = visitor.page.locator("#panel-beam tbody tr")
    expect(rows).to_have_count(4)
    visitor.settle()
    assert rows.first.locator("th").inner_text() == visitor.answer()
    shares = [float(text.replace("−", "-")) for text in visitor.page.locator("#panel-beam td.number").all_inner_texts()]
    assert shares == sorted(shares, reverse=True)
    visitor.beam("1")
    expect(visitor.page.locator("#panel-beam")).to_have_count(0)


def test_a_head_of_a_layer_is_chosen_without_a_request(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, "transformer")
    visitor.type("batons")
    page, requests = visitor.page, asked(visitor.page)
    shown = page.locator("#panel-attention tbody:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("data-panel", "attention")
    page.get_by_label("Layer and head").select_option(label="layer 1, head 2")
    expect(shown).to_have_attribute("data-panel", "attention-1-2")
    weights = page.locator(".looked-at li").evaluate_all("all => all.map(li => li.style.getPropertyValue('--weight'))")
    shares = json.loads(shown.get_attribute("data-shares") or "")[0]
    assert [float(weight) for weight in weights] == shares
    page.locator("#panel-attention table").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#tip")).to_contain_text("%")
    assert requests == []


def test_two_letters_of_a_typed_word_are_swapped_unless_that_is_switched_off(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("planet")
    assert visitor.written() != "planet"
    assert sorted(visitor.written()) == sorted("planet")
    assert visitor.written()[0] + visitor.written()[-1] == "pt"
    visitor.options()
    visitor.page.get_by_label("Swap two letters inside").uncheck()
    visitor.options(shown=False)
    visitor.type("planet")
    # As many boxes were filled before, so their number does not say that the new letters have come.
    fields = "[...document.querySelectorAll('#pad .written')]"
    visitor.page.wait_for_function(f"() => {fields}.map((field) => field.value).join('') === 'planet'")


@pytest.mark.parametrize("text", ["cat", "boot"], ids=["short", "alike"])
def test_a_word_that_cannot_be_swapped_is_written_as_it_is_and_that_is_said(visit: Visits, text: str) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.type(text)
    assert visitor.written() == text
    expect(visitor.page.locator("#trouble")).to_contain_text("nothing was swapped")


def test_a_sample_of_one_s_own_word_swaps_the_pair_that_was_chosen(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.page.get_by_text("Options", exact=True).click()
    options = visitor.page.locator(f'[data-of="{NORMAL}"]')
    options.get_by_label("Case").select_option("upper")
    options.get_by_label("Swapped pair").select_option("3")
    options.get_by_label("Word").fill("planet")
    options.get_by_label("Word").press("Enter")
    expect(visitor.page.locator("#pad .filled")).to_have_count(6)
    visitor.settle()
    assert visitor.written() == "PLNAET"
    options.get_by_label("Word").fill("c4t")
    options.get_by_label("Word").press("Enter")
    expect(visitor.page.locator("#trouble")).to_contain_text("4 to 14 letters")
    assert visitor.written() == "PLNAET"


def test_a_letter_keeps_the_colour_of_its_ink(visit: Visits, client: Client) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    # Half of the inks are white, so by chance alone a short word may have no other.
    drawn = (json.loads(client.predict(NORMAL, seed, "{}", api_name="/sample")) for seed in range(40))
    seed = next(each["seed"] for each in drawn if any(letter["ink"] != "#ffffff" for letter in each["letters"]))
    visitor.page.get_by_text("Options", exact=True).click()
    visitor.page.locator("#seed").fill(str(seed))
    visitor.page.locator("#seed").press("Enter")
    visitor.page.wait_for_function("() => [...document.querySelectorAll('#pad svg')].some((svg) => svg.style.color)")
    visitor.settle()
    inks = visitor.page.locator("#pad svg").evaluate_all("all => all.map(svg => svg.style.color)")
    coloured = [n for n, ink in enumerate(inks) if ink]
    assert coloured
    visitor.draw("X", coloured[0])
    visitor.settle()
    assert visitor.page.locator("#pad svg").nth(coloured[0]).evaluate("svg => svg.style.color") == inks[coloured[0]]


def test_the_model_stays_when_the_words_get_longer(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.choose(CHALLENGE)
    expect(visitor.page.locator(f'[data-model="{CHALLENGE}"]')).to_have_value(ATTENTION)
    visitor.click("Another example")
    expect(visitor.page.locator("#panel-letters .strip > li").nth(8)).to_be_visible()
    visitor.settle()
    expect(visitor.page.locator("#why")).to_contain_text("longer than any word in training")


def test_one_letter_is_enough_for_a_word_but_not_for_a_row(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, ATTENTION)
    visitor.type("a")
    assert len(visitor.strokes()) == 1
    expect(visitor.page.locator("#why")).to_contain_text("Fewer than four letters")
    visitor.choose("next-easy")
    assert len(visitor.strokes()) == 2
    expect(visitor.page.locator(".empty")).to_contain_text("at least two")


def test_the_word_s_page_speaks_korean_and_the_switch_keeps_its_settings(visit: Visits) -> None:
    visitor = visit()
    visitor.choose(NORMAL, "transformer")
    visitor.options()
    visitor.page.locator("#swap").uncheck()
    visitor.options(shown=False)
    visitor.type("batons")
    visitor.beam("4")
    expect(visitor.page.locator("#panel-beam")).to_be_visible()
    visitor.click("한국어")
    expect(visitor.page.locator("#panel-attention h2")).to_have_text("어텐션: 디코더가 보는 곳")
    expect(visitor.page.locator("#panel-beam h2")).to_have_text("빔 서치: 후보 단어")
    expect(visitor.page.locator("#swap")).not_to_be_checked()
    expect(visitor.page.locator("#beam")).to_have_value("4")
    visitor.page.locator(CHIPS).nth(0).click()
    expect(visitor.page.locator(".says:visible")).to_contain_text("입력: 시작")


def test_words_of_every_kind_of_model_are_drawn_without_trouble(visit: Visits) -> None:
    visitor: Visitor = visit()
    visitor.choose(NORMAL)
    visitor.type("batons")
    menu = visitor.page.locator(f'[data-model="{NORMAL}"]')
    for name in menu.locator("option").evaluate_all("all => all.map(option => option.value)"):
        menu.select_option(name)
        visitor.settle()
        expect(visitor.page.locator("#trouble")).to_be_empty()
        expect(visitor.page.locator("#panel-steps")).to_be_visible()
