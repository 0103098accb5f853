"""What the page is told of the workshop, and the workshop in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Visits
from playwright.sync_api import Page, expect
from visitor import PHONE

from seqdemo.handwriting.pen import Style
from seqdemo.page.core.texts import COMPLAINTS, TEXTS
from seqdemo.page.workshop import handler
from seqdemo.workshop.recipe import TASKS, WorkshopRecipe
from seqdemo.workshop.run import Run
from tests.shipped import resources
from tests.tiers import core

RESOURCES = resources()
WHO = {"visitor": "visitor-0001"}
SHIPPED = WorkshopRecipe.of({"task": "next"}).link
TINY = {"task": "next", "knobs": {"hidden": 8, "batch": 16, "steps": 200}}


def row(text: str) -> list[Any]:
    return [letter.to_json() for letter in RESOURCES.pen.write(text, 3, Style())]


@pytest.fixture(autouse=True)
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(RESOURCES.workshop), "_hire", lambda self: None)


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("task", TASKS)
def test_every_task_has_its_bench_in_both_languages(task: str, code: str) -> None:
    reply = handler.shown(RESOURCES, {**WHO, "learn": task, "lang": code})
    assert reply["task"] == TASKS[task].asked_as
    for knob in TASKS[task].knobs:
        assert reply["html"].count(f'data-knob="{knob.name}"') == 1
        assert TEXTS[code][f"bench.knob.{knob.name}.note"] in reply["html"]
    assert reply["html"].count("selected") == len(TASKS[task].knobs)


def test_the_workshop_opens_with_curves_moments_and_the_shipped_model() -> None:
    reply = handler.shown(RESOURCES, WHO)
    assert reply["run"] == SHIPPED
    assert len(reply["moments"]) == 12
    for part in ("chart-bench-accuracy", "chart-bench-loss", "CNN-GRU-GRU", "Exact reasoning"):
        assert part in reply["outcome"]


def test_a_recipe_of_the_address_opens_its_bench() -> None:
    reply = handler.shown(RESOURCES, {**WHO, "recipe": "words,context=luong,seed=4"})
    assert reply["recipe"] == "words,context=luong,seed=4"
    assert 'value="4"' in reply["html"]


def test_a_run_that_has_not_changed_is_told_in_a_word() -> None:
    told = handler.shown(RESOURCES, WHO)
    assert handler.watched(RESOURCES, {**WHO, "run": SHIPPED, "mark": told["mark"]}) == {"same": True}


def test_the_pad_is_answered_at_each_moment_and_right_at_the_last() -> None:
    html = handler.answered(RESOURCES, {**WHO, "run": SHIPPED, "letters": row("CEGI")})["html"]
    assert html.count("data-moment=") == 12
    last = html.rpartition("data-moment=")[2]
    assert '<b class="right">K</b>' in last


def test_a_run_is_a_model_like_any_other() -> None:
    from seqdemo.page.answer import handler as answering

    reply = answering.answered(RESOURCES, {"letters": row("CEGI"), "model": f"run:{SHIPPED}@11"})
    assert reply["ok"]
    assert "Reasoner" in reply["results"]


@pytest.mark.parametrize(
    ("work", "asked", "key"),
    [
        (handler.shown, {}, "bad_visitor"),
        (handler.shown, {**WHO, "recipe": "??"}, "recipe_link"),
        (handler.shown, {**WHO, "learn": "chess"}, "recipe_task"),
        (handler.ordered, {**WHO, "order": "explode"}, "unknown_order"),
        (handler.ordered, {**WHO, "order": "start", "recipe": 5}, "recipe_form"),
        (handler.ordered, {**WHO, "order": "stop", "run": None}, "recipe_link"),
        (handler.watched, {**WHO, "run": "next,seed=77"}, "run_gone"),
        (handler.answered, {**WHO, "run": SHIPPED, "letters": []}, "no_letters"),
    ],
)
def test_what_cannot_be_done_is_said_in_both_languages(work: Any, asked: Any, key: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        work(RESOURCES, asked)
    assert caught.value.key == key  # type: ignore[attr-defined]
    assert key in COMPLAINTS


def test_a_run_that_learned_nothing_or_by_heart_says_so() -> None:
    from seqdemo.workshop.protocol import Begun, Ended, Point

    words = TEXTS["en"]
    for accuracy, fitted, distinct, sentence in ((0.05, 0.05, 0, "bench.plateau"), (0.3, 0.99, 100, "bench.overfit"),
                                                 (0.9, 0.9, 0, None)):  # fmt: skip
        run = Run(WorkshopRecipe.of({"task": "next", "knobs": {"distinct": distinct}}), set())
        for said in (Begun(10, 0.04, 0.95), Point(7600, 20.0, 0.1, fitted, accuracy, {"2": accuracy}),
                     Ended("done", 7600, 21.0, accuracy, {"2": accuracy})):  # fmt: skip
            run.take(said)
        assert handler._warning(run, words) == (words[sentence] if sentence else "")


# In a browser


def opened(page: Page) -> None:
    page.locator('[data-show="workshop"]').click()
    expect(page.locator("#chart-bench-accuracy")).to_be_visible()
    expect(page.locator("#bench-moments [data-moment]")).to_have_count(12)


@core
def test_a_visitor_goes_through_the_training_time_of_the_shipped_run(visit: Visits) -> None:
    page = visit().page
    opened(page)
    expect(page.locator("#results")).to_contain_text("Reasoner")
    page.locator('#bench-moments [data-moment="0"]').click()
    expect(page.locator('#bench-moments [data-moment="0"]')).to_have_attribute("aria-pressed", "true")
    first = page.locator('#bench-moments [data-moment="0"] b').inner_text()
    expect(page.locator("#tile b")).to_have_text(first)
    assert "recipe=" in page.url


def test_a_visitor_trains_a_small_model_and_finds_it_again(visit: Visits) -> None:
    page = visit().page
    opened(page)
    page.locator('[data-knob="hidden"]').select_option("8")
    page.locator(".bench .more summary").click()
    page.locator('[data-knob="steps"]').select_option("200")
    page.locator('[data-order="start"]').click()
    expect(page.locator("#bench-outcome .standing")).to_contain_text("Done after 200 steps")
    expect(page.locator("#bench-moments [data-moment]")).to_have_count(12)
    page.reload()
    expect(page.locator("#bench-outcome .standing")).to_contain_text("Done after 200 steps")


def test_the_workshop_fits_a_phone(visit: Visits) -> None:
    page = visit(**PHONE).page
    opened(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
