"""What the page is told of the workshop, and the workshop in a real browser."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from conftest import Visits
from playwright.sync_api import Page, expect
from visitor import PHONE

from seqdemo.handwriting.pen import Style
from seqdemo.page.core.texts import COMPLAINTS, TEXTS
from seqdemo.page.html.figures import tenths
from seqdemo.page.shell import handler as opening
from seqdemo.page.workshop import handler
from seqdemo.page.workshop.parting import parting
from seqdemo.trace import Panel, Trace
from seqdemo.workshop import examples
from seqdemo.workshop.comparisons import COMPARISONS
from seqdemo.workshop.protocol import Begun, Ended, Point
from seqdemo.workshop.recipe import TASKS, WorkshopRecipe
from seqdemo.workshop.run import Run
from tests.shipped import resources
from tests.tiers import sampled

RESOURCES = resources()
WHO = {"visitor": "visitor-0001"}
SHIPPED = WorkshopRecipe.of({"task": "next"}).link


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


@pytest.mark.parametrize("link", sampled(examples.LINKS, examples.LINKS[0]))
def test_a_shipped_run_answers_letters_at_every_moment(link: str) -> None:
    task = WorkshopRecipe.from_link(link).task
    letters = row({"next": "CEGI", "words": "LETETR", "rows": "C"}[task])
    html = handler.answered(RESOURCES, {**WHO, "run": link, "letters": letters})["html"]
    assert html.count("data-moment=") == html.count("%") == 12, "each has an answer, and says how sure it is"


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("link", examples.LINKS)
def test_where_a_task_has_several_shipped_runs_each_is_one_press_away(link: str, code: str) -> None:
    html = handler.shown(RESOURCES, {**WHO, "recipe": link, "lang": code})["html"]
    task = WorkshopRecipe.from_link(link).task
    others = [each for each in examples.LINKS if WorkshopRecipe.from_link(each).task == task]
    assert (TEXTS[code]["bench.finished"] in html) == (len(others) > 1)
    if len(others) > 1:
        assert all(f'data-run="{each}"' in html for each in others)
        assert html.count('aria-pressed="true"') == 2, "the task, and the run"


@pytest.mark.parametrize("code", TEXTS)
def test_exactly_the_models_with_a_small_copy_say_how_good_it_is_and_lead_to_it(code: str) -> None:
    offers = opening.opened(RESOURCES, {"lang": code})["tasks"]
    small = {model["name"]: model["small"] for offer in offers.values() for model in offer["models"] if model["small"]}
    copies = {"cnn-gru-normal": "next", "seq2seq-aligned": "words", "seq2seq": "words,context=none",
              "seq2seq-bahdanau": "words,context=bahdanau", "row-lstm-2": "rows"}  # fmt: skip
    assert {name: each["run"] for name, each in small.items()} == {name: f"{at},seed=1" for name, at in copies.items()}
    for each in small.values():
        run = RESOURCES.workshop.run(each["run"])
        assert tenths(run.accuracy or 0.0) in each["said"]


def test_a_model_whose_small_copy_cannot_be_read_offers_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RESOURCES.workshop, "_shipped", {})
    offers = opening.opened(RESOURCES, {"lang": "en"})["tasks"]
    assert all(model["small"] is None for offer in offers.values() for model in offer["models"])


def test_a_run_stands_beside_the_shipped_model_of_its_kind() -> None:
    for link, title in (("words,context=none,seed=1", "Encoder-decoder, plain"), ("words,seed=1", "Aligned"),
                        ("words,context=bahdanau,seed=1", "Bahdanau attention")):  # fmt: skip
        outcome = handler.shown(RESOURCES, {**WHO, "recipe": link})["outcome"]
        assert f"The shipped model “{title}” answers" in outcome


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
        (handler.parted, {**WHO, "letters": row("CE"), "pins": [SHIPPED]}, "two_pins"),
        (handler.watched, {**WHO, "run": SHIPPED, "bet": {"said": "best", "against": SHIPPED}}, "unknown_bet"),
    ],
)
def test_what_cannot_be_done_is_said_in_both_languages(work: Any, asked: Any, key: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        work(RESOURCES, asked)
    assert caught.value.key == key  # type: ignore[attr-defined]
    assert key in COMPLAINTS


def test_a_run_that_learned_nothing_or_by_heart_says_so() -> None:
    words = TEXTS["en"]
    for accuracy, fitted, distinct, sentence in ((0.05, 0.05, 0, "bench.plateau"), (0.3, 0.99, 100, "bench.overfit"),
                                                 (0.9, 0.9, 0, None)):  # fmt: skip
        run = Run(WorkshopRecipe.of({"task": "next", "knobs": {"distinct": distinct}}), set())
        for said in (Begun(10, 0.04, 0.95), Point(7600, 20.0, 0.1, fitted, accuracy, {"2": accuracy}),
                     Ended("done", 7600, 21.0, accuracy, {"2": accuracy})):  # fmt: skip
            run.take(said)
        assert handler._warning(run, words) == (words[sentence] if sentence else "")


def finished(link: str, accuracy: float) -> Run:
    """A run of a few points, as if it had been trained."""
    run = Run(WorkshopRecipe.from_link(link), {WHO["visitor"]})
    for said in (Begun(10, 0.04, 0.95), Point(0, 0.0, None, None, 0.04, {}), Point(500, 9.0, 0.5, 0.8, accuracy, {}),
                 Ended("done", 500, 9.5, accuracy, {"2": accuracy})):  # fmt: skip
        run.take(said)
    return run


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[Run]:
    """Two runs of one visitor."""
    runs = [finished("next,loss=squared,seed=1", 0.6), finished("next,seed=3", 0.9)]
    monkeypatch.setattr(RESOURCES.workshop, "_runs", {run.key: run for run in runs})
    return runs


@pytest.mark.parametrize(("between", "bet", "sentences"), [
    (0.02, "better", ("Your bet was right: better.", "+30.0 percentage points", "matters more than the seed")),
    (0.02, "worse", ("Your bet: worse. It came out: better.",)),
    (0.4, "same", ("Your bet was right: no different.", "may be chance")),
])  # fmt: skip
def test_a_bet_is_settled_by_what_two_seeds_may_differ(
    trained: list[Run], monkeypatch: pytest.MonkeyPatch, between: float, bet: str, sentences: tuple[str, ...]
) -> None:
    monkeypatch.setattr(handler, "between_seeds", lambda *_: between)
    asked = {**WHO, "run": trained[1].key, "bet": {"said": bet, "against": trained[0].key}}
    outcome = handler.watched(RESOURCES, asked)["outcome"]
    for sentence in sentences:
        assert sentence in outcome
    assert "Loss: squared error → cross-entropy" in outcome


@pytest.mark.parametrize("against", ["rows,seed=1", "next,seed=77"])
def test_a_bet_against_a_run_of_another_task_or_a_gone_one_is_not_settled(trained: list[Run], against: str) -> None:
    asked = {**WHO, "run": trained[1].key, "bet": {"said": "better", "against": against}}
    outcome = handler.watched(RESOURCES, asked)["outcome"]
    assert "Your bet" not in outcome
    assert "percentage points compared with" in outcome, "the closest run takes its place"


def test_five_runs_are_overlaid_and_the_pinned_ones_among_them(trained: list[Run]) -> None:
    more = [finished(f"next,hidden=8,seed={seed}", 0.5) for seed in range(6)]
    RESOURCES.workshop._runs.update({run.key: run for run in more})
    outcome = handler.watched(RESOURCES, {**WHO, "run": more[-1].key, "pins": [trained[0].key]})["outcome"]
    assert outcome.count("data-twin=") == 5
    assert outcome.count('data-run="next,loss=squared,seed=1"') == 1
    assert "Loss: squared error → cross-entropy" in outcome


def test_a_comparison_says_how_often_it_came_out(monkeypatch: pytest.MonkeyPatch) -> None:
    loss = COMPARISONS["loss"]
    found = {loss.one.seedless: {1: 0.5, 2: 0.9}, loss.other.seedless: {1: 0.7, 2: 0.8, 3: 0.9}}
    monkeypatch.setattr(RESOURCES.workshop, "compared", found)
    html = handler.shown(RESOURCES, WHO)["html"]
    assert "2 seeds of 500 steps: 70.0% and 75.0% right on average. “cross-entropy” is better in 1 of 2." in html


def test_twins_part_at_the_first_step_that_names_something_else() -> None:
    columns = ("A", "B")

    def trace(*panels: Panel) -> Trace:
        return Trace("m", "next-normal", "A", 1.0, (), panels, family="next", kind="next")

    def panel(id: str, *rows: tuple[float, float]) -> Panel:
        return Panel("heatmap", id, id, tuple("123"[: len(rows)]), columns, np.array(rows, dtype=np.float32))

    vision, one = panel("vision", (1, 0), (1, 0)), panel("reasoning", (1, 0), (1, 0))
    assert parting(trace(vision, one), trace(vision, one)) is None
    found = parting(trace(vision, one), trace(vision, panel("reasoning", (1, 0), (0, 1))))
    assert found is not None
    guess, other_guess = panel("reasoning", (0.51, 0.49)), panel("reasoning", (0.49, 0.51))
    assert parting(trace(guess), trace(other_guess)) is None, "fresh weights name nothing"
    assert (found.panel.id, found.step, found.one, found.other) == ("reasoning", 1, "A", "B")


def test_a_shipped_run_is_a_model_of_the_menu_and_a_gone_one_is_left_out() -> None:
    models = handler.used(RESOURCES, {"runs": [SHIPPED, "next,seed=77"]})["models"]
    assert [each["run"] for each in models] == [SHIPPED]
    assert RESOURCES.model(models[0]["name"]).title == "Workshop: default recipe"


# In a browser


def opened(page: Page) -> None:
    page.locator('[data-show="workshop"]').click()
    expect(page.locator("#chart-bench-accuracy")).to_be_visible()
    expect(page.locator("#bench-moments [data-moment]")).to_have_count(12)


def test_a_visitor_goes_through_the_training_time_of_the_shipped_run(visit: Visits) -> None:
    page = visit().page
    opened(page)
    expect(page.locator("#results")).to_contain_text("Reasoner")
    page.locator('#bench-moments [data-moment="0"]').click()
    expect(page.locator('#bench-moments [data-moment="0"]')).to_have_attribute("aria-pressed", "true")
    first = page.locator('#bench-moments [data-moment="0"] b').inner_text()
    expect(page.locator("#tile b")).to_have_text(first)
    assert "recipe=" in page.url


def test_beside_a_model_the_way_leads_to_a_small_one_that_answers_the_visitors_letters(visit: Visits) -> None:
    visitor = visit()
    page = visitor.page
    visitor.choose("swap-normal", "seq2seq-bahdanau")
    before = page.evaluate("location.hash.match(/(from|letters)=[^&]*/)[0]")
    page.locator(".models .help summary").click()
    page.locator("[data-small]").click()
    expect(page.locator("#bench-moments [data-moment]")).to_have_count(12)
    expect(page.locator("#bench-time")).to_be_in_viewport()
    expect(page.locator('.finished [aria-pressed="true"]')).to_have_text("Bahdanau attention")
    assert page.evaluate("location.hash.match(/(from|letters)=[^&]*/)[0]") == before
    visitor.choose("swap-normal", "seq2seq-luong")
    expect(page.locator(".small-run")).to_be_hidden()


def test_on_a_phone_the_moment_that_answers_is_in_sight(visit: Visits) -> None:
    page = visit(**PHONE).page
    opened(page)
    moments = page.locator("#bench-moments [data-moment]")
    moments.last.scroll_into_view_if_needed()
    for place in (11, 0):
        page.locator("#bench-time").fill(str(place))
        expect(moments.nth(place)).to_be_in_viewport(ratio=1)


def test_whoever_leaves_the_workshop_is_answered_by_the_model_of_the_menu_again(visit: Visits) -> None:
    visitor = visit()
    opened(visitor.page)
    expect(visitor.page.locator("#results")).to_contain_text("Reasoner")
    visitor.choose("next-normal")  # the task to which the workshop has led
    expect(visitor.page.locator("#results .flow")).to_contain_text("GRU 2")


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


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_what_comes_of_a_run_is_in_sight_once_it_is_started(visit: Visits, size: tuple[int, int]) -> None:
    page = visit(viewport={"width": size[0], "height": size[1]}).page
    opened(page)
    page.locator('[data-knob="hidden"]').select_option("8")
    page.locator('[data-order="start"]').click()
    expect(page.locator("#bench-outcome .standing")).to_be_in_viewport()
    expect(page.locator("#chart-bench-accuracy")).to_be_in_viewport(ratio=0.5)
    page.locator('[data-order="stop"]').click()


def test_answers_of_another_run_go_as_soon_as_one_is_started(visit: Visits) -> None:
    page = visit().page
    opened(page)
    page.route("**/component_server", lambda route: None if "answer_moments" in (route.request.post_data or "")
               else route.continue_())  # fmt: skip
    page.locator('[data-knob="hidden"]').select_option("8")
    page.locator('[data-order="start"]').click()
    expect(page.locator("#bench-moments [data-moment]")).to_have_count(0)
    expect(page.locator("#bench-time")).to_be_visible()
    page.locator('[data-order="stop"]').click()


def test_a_run_is_used_as_a_model_and_stays_in_the_menu(visit: Visits) -> None:
    page = visit().page
    opened(page)
    page.locator("[data-use]").click()
    option = page.locator('[data-model="next-normal"] option[value^="run:"]')
    expect(option).to_have_count(1)
    page.reload()
    expect(option).to_have_count(1)


def test_a_link_for_a_class_leaves_one_decision_open(visit: Visits) -> None:
    page = visit().page
    opened(page)
    page.locator("[data-only]").select_option("loss")
    expect(page.locator('[data-knob="hidden"]')).to_be_disabled()
    page.reload()
    expect(page.locator('[data-knob="hidden"]')).to_be_disabled()
    expect(page.locator('[data-knob="loss"]')).to_be_enabled()


CUT = """selects => selects.filter(select => {
  const style = getComputedStyle(select), pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return [...select.options].some(({ text }) => pen.measureText(text).width > Math.ceil(room));
}).map(select => select.dataset.knob ?? "only")"""


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("task", TASKS)
def test_every_choice_of_a_knob_is_read_whole(visit: Visits, task: str, code: str) -> None:
    for size in ({"viewport": {"width": 1440, "height": 900}}, PHONE):
        page = visit(**{**size, "locale": code}).page
        opened(page)
        page.locator(f'[data-learn="{task}"]').click()
        page.locator(f'#bench-form[data-recipe="{task}"]').wait_for()
        page.evaluate("document.querySelectorAll('.bench .more').forEach((each) => each.open = true)")
        assert page.locator(".bench select").evaluate_all(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_workshop_fits_a_phone(visit: Visits) -> None:
    page = visit(**PHONE).page
    opened(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
