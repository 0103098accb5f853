"""How the workshop trains: what runs say, learn and answer; nothing here takes more than a few steps."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import torch

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.workshop import figures, moments, protocol, readings, training
from seqdemo.workshop.protocol import Begun, Ended, Message, Moment, Point
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import TASKS, WorkshopRecipe
from seqdemo.workshop.run import Run
from tests.tiers import exhaustive, sampled
from tests.tiny_runs import SMALL, tiny


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs in this process are looked at seldom, on few samples."""
    monkeypatch.setattr(figures, "CHECKED", 40)
    monkeypatch.setattr(figures, "TESTED", 40)
    monkeypatch.setattr(training, "POINTS", 4)


def bank(classes: int, rows: torch.Tensor, labels: torch.Tensor) -> GlyphBank:
    counts = torch.bincount(labels, minlength=classes).cumsum(0)
    return GlyphBank(rows, labels, torch.cat([torch.zeros(1, dtype=torch.long), counts]), writers=labels)


@pytest.fixture(scope="module")
def known() -> Readings:
    """Letters that are read without a doubt, and images on which digits are lighter than letters."""
    letters, characters = torch.arange(26).repeat_interleave(4), torch.arange(47).repeat_interleave(4)
    sure = ((torch.nn.functional.one_hot(letters, 26).float() - 1) * 8).log_softmax(-1)
    images = torch.full((len(characters), 28, 28), 60, dtype=torch.uint8)
    images[characters < 10] = 120
    of_letters, of_characters = bank(26, sure, letters), bank(47, images, characters)
    splits = readings.SPLITS
    return Readings(dict.fromkeys(splits, of_letters), dict.fromkeys(splits, of_letters),
                    dict.fromkeys(splits, of_characters))  # fmt: skip


def ran(recipe: WorkshopRecipe, known: Readings, orders: list[Any] | None = None) -> list[Message]:
    said: list[Message] = []
    waiting = list(orders or [])
    training.Training(recipe, known, said.append).go(lambda _: waiting.pop(0) if waiting else None)
    return said


def points(said: list[Message]) -> list[Any]:
    return [(each.step, each.loss, each.accuracy) for each in said if isinstance(each, Point)]


@pytest.mark.parametrize("task", sampled(TASKS, "next"))
def test_a_run_says_how_it_goes_and_ends_with_test_figures(task: str, known: Readings) -> None:
    said = ran(tiny(task), known)
    assert isinstance(said[0], Begun)
    assert isinstance(said[-1], Ended)
    assert (said[-1].why, said[-1].step) == ("done", 200)
    steps = [each.step for each in said if isinstance(each, Point)]
    assert steps[0] == 0
    assert steps[-1] == 200
    assert steps == sorted(set(steps))
    assert {each.step for each in said if isinstance(each, Moment)} == set(training.moments(200))
    first, last = points(said)[1], points(said)[-1]
    assert last[1] < first[1], "it learns"


@exhaustive
@pytest.mark.parametrize("task", TASKS)
def test_the_same_recipe_and_seed_give_the_same_numbers(task: str, known: Readings) -> None:
    one, again, other = (ran(tiny(task, seed), known, ["step", "go"]) for seed in (5, 5, 6))
    assert points(one) == points(again)
    assert points(one) != points(other)
    weights = [each.weights for each in one if isinstance(each, Moment)]
    assert weights == [each.weights for each in again if isinstance(each, Moment)]


@exhaustive
def test_looking_and_pausing_change_nothing_of_what_is_learned(known: Readings) -> None:
    plain, paused = ran(tiny("next"), known), ran(tiny("next"), known, [None, "pause", "step", "step", "go"])
    assert [each for each in paused if isinstance(each, Moment)] == [each for each in plain if isinstance(each, Moment)]


def test_a_run_stops_within_one_step(known: Readings) -> None:
    said = ran(tiny("next"), known, [None, None, "stop"])
    assert said[-1] == Ended("stopped", 2, said[-1].seconds, None, {})  # type: ignore[union-attr]


def test_one_step_is_one_step(known: Readings) -> None:
    said = ran(tiny("next", steps=7_600), known, ["pause", "step", "step", "stop"])
    assert isinstance(said[-1], Ended)
    assert said[-1].step == 2


def test_a_loss_that_is_no_number_ends_the_run(known: Readings, monkeypatch: pytest.MonkeyPatch) -> None:
    real = training.loop.make_step

    def broken(*arguments: Any) -> Any:
        loss = real(*arguments)
        loss.value.data.fill_(math.nan)
        return loss

    monkeypatch.setattr(training.loop, "make_step", broken)
    said = ran(tiny("next"), known)
    assert isinstance(said[-1], Ended)
    assert (said[-1].why, said[-1].step) == ("diverged", 1)


def test_a_run_ends_at_its_limit_of_processor_time(known: Readings) -> None:
    said: list[Message] = []
    training.Training(tiny("next"), known, said.append, limit=0.0).go(lambda _: None)
    assert isinstance(said[-1], Ended)
    assert (said[-1].why, said[-1].step) == ("limit", 1)
    assert isinstance(said[-2], Moment)


def test_moments_are_a_dozen_from_none_to_all_steps() -> None:
    for steps in (200, 2_000, 7_600):
        found = sorted(training.moments(steps))
        assert len(found) == training.MOMENTS
        assert (found[0], found[-1]) == (0, steps)
        ratios = [b / a for a, b in pairwise(found[1:])]
        assert max(ratios) / min(ratios) < 1.3


def test_messages_come_through_as_they_were_said(known: Readings) -> None:
    for said in ran(tiny("rows"), known):
        again = protocol.message(protocol.line(said))
        assert again == said


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"say": "Point"}', '{"say": "Run"}', '{"say": "Begun", "x": 1}'])
def test_what_is_no_message_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (any sentence will do)
        protocol.message(text)


@exhaustive
def test_a_run_that_is_not_looked_at_learns_the_same(known: Readings) -> None:
    looked, quiet = ran(tiny("next"), known), []
    training.Training(tiny("next"), known, quiet.append, looks=False).go(lambda _: None)
    assert isinstance(looked[-1], Ended)
    assert quiet[-1] == replace(looked[-1], seconds=quiet[-1].seconds)


@exhaustive
def test_own_words_are_learned(known: Readings) -> None:
    words = ["apple", "plums", "grapes", "banana", "orange", "lemon"]
    ended = ran(WorkshopRecipe.of({"task": "words", "knobs": SMALL, "words": words}), known)[-1]
    assert isinstance(ended, Ended)
    assert set(ended.by_length) == {"5", "6"}


@exhaustive
def test_a_run_answers_as_it_was_at_each_moment(known: Readings) -> None:
    from tests.shipped import resources

    for task in TASKS:
        run = Run(tiny(task), set())
        for said in ran(run.recipe, known):
            run.take(said)
        for number, moment in enumerate(run.moments):
            loaded = moments.as_it_was(run, moment, moments.name(run.key, number), resources().models)
            assert loaded.task == TASKS[task].asked_as
            assert not loaded.model.training


def test_chance_and_exact_reasoning_are_where_they_belong(known: Readings) -> None:
    assert figures.exact(known.strokes["val"], "val", 200).accuracy > 0.9
    assert figures.chance(TASKS["rows"], known.characters["val"]) == pytest.approx(37 / 47)


@exhaustive
def test_a_run_that_is_hardly_looked_at_learns_the_same_and_says_less(
    known: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "FEW", 2)
    brief: list[Message] = []
    training.Training(tiny("next"), known, brief.append, looks=False).go(lambda _: None)
    whole = ran(tiny("next"), known)
    assert [each for each in brief if isinstance(each, Moment)] == [whole[-2]], "its last weights, of all snapshots"
    assert isinstance(brief[-1], Ended)
    assert isinstance(whole[-1], Ended)
    assert brief[-1].accuracy == whole[-1].accuracy
    assert [each.step for each in brief if isinstance(each, Point)] == [0, 71, 200]
