"""The workshop's recipes, runs and their processes; nothing here takes more than a few steps of training."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import CHECKPOINTS
from safetensors.torch import save

from seqdemo.errors import CheckpointError, InputError
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.workshop import comparisons, examples, figures, moments, protocol, readings, runs, training
from seqdemo.workshop.comparisons import COMPARISONS
from seqdemo.workshop.protocol import Begun, Ended, Message, Moment, Point
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import TASKS, Knob, WorkshopRecipe
from seqdemo.workshop.run import OVER, Run
from seqdemo.workshop.runs import Workshop

PATIENCE = 240
"""Seconds to wait for a process on a busy machine."""
TINY: dict[str, dict[str, Any]] = {
    "next": {"hidden": 8, "steps": 200, "batch": 16},
    "words": {"hidden": 8, "steps": 200, "batch": 16},
    "rows": {"hidden": 8, "steps": 200, "batch": 16},
}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs in this process are looked at seldom, on few samples."""
    monkeypatch.setattr(figures, "CHECKED", 40)
    monkeypatch.setattr(figures, "TESTED", 40)
    monkeypatch.setattr(training, "POINTS", 4)


def tiny(task: str, seed: int = 1, **knobs: Any) -> WorkshopRecipe:
    return WorkshopRecipe.of({"task": task, "knobs": {**TINY[task], **knobs}, "seed": seed})


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


# Recipes


@pytest.mark.parametrize("task", TASKS)
def test_a_link_gives_the_same_recipe_back(task: str) -> None:
    for recipe in (WorkshopRecipe.of({"task": task}), tiny(task, 7)):
        assert WorkshopRecipe.from_link(recipe.link) == recipe


def test_a_link_names_only_what_is_changed() -> None:
    assert WorkshopRecipe.of({"task": "next"}).link == "next,seed=1"
    assert tiny("next", 3).link == "next,hidden=8,batch=16,steps=200,seed=3"


@pytest.mark.parametrize("task", TASKS)
def test_every_choice_of_every_knob_is_a_model_and_comes_back_from_its_link(task: str) -> None:
    for knob in TASKS[task].knobs:
        for choice in knob.choices:
            recipe = WorkshopRecipe.of({"task": task, "knobs": {knob.name: choice}})
            assert WorkshopRecipe.from_link(recipe.link).knobs[knob.name] == choice
            assert type(WorkshopRecipe.from_link(recipe.link).knobs[knob.name]) is type(choice)
            parameters = sum(each.numel() for name, each in recipe.variant().build().named_parameters()
                             if not name.startswith("cnn."))  # fmt: skip
            assert parameters < 1_000_000


WRONG = [
    (None, "recipe_form"),
    ([], "recipe_form"),
    ({"task": "next", "colour": 1}, "recipe_form"),
    ({}, "recipe_task"),
    ({"task": ["next"]}, "recipe_task"),
    ({"task": "next", "knobs": 3}, "recipe_knobs"),
    ({"task": "rows", "knobs": {"context": "luong"}}, "recipe_knobs"),
    ({"task": "next", "knobs": {"layers": 10_000}}, "knob_layers"),
    ({"task": "next", "knobs": {"hidden": 5_000_000}}, "knob_hidden"),
    ({"task": "next", "knobs": {"hidden": 64.5}}, "knob_hidden"),
    ({"task": "next", "knobs": {"hidden": True}}, "knob_hidden"),
    ({"task": "next", "knobs": {"learning_rate": math.nan}}, "knob_learning_rate"),
    ({"task": "next", "knobs": {"learning_rate": math.inf}}, "knob_learning_rate"),
    ({"task": "next", "knobs": {"learning_rate": "0.005"}}, "knob_learning_rate"),
    ({"task": "next", "knobs": {"bidirectional": 1}}, "knob_bidirectional"),
    ({"task": "next", "knobs": {"cell": {}}}, "knob_cell"),
    ({"task": "next", "seed": -1}, "recipe_seed"),
    ({"task": "next", "seed": 1.0}, "recipe_seed"),
]


@pytest.mark.parametrize(("value", "key"), WRONG)
def test_a_wrong_recipe_gets_one_sentence_that_does_not_repeat_it(value: Any, key: str) -> None:
    with pytest.raises(InputError) as caught:
        WorkshopRecipe.of(value)
    assert caught.value.key == key
    assert str(caught.value).endswith(".")
    assert "5000000" not in str(caught.value)


@pytest.mark.parametrize(
    "link", ["", "next", None, "next,hidden", "next,seed=x", "next,hidden=1e999", "x" * 999, "nope"]
)
def test_a_damaged_link_gets_a_sentence_or_the_usual_recipe(link: Any) -> None:
    if link == "next":
        assert WorkshopRecipe.from_link(link) == WorkshopRecipe.of({"task": "next"})
        return
    with pytest.raises(InputError):
        WorkshopRecipe.from_link(link)


OWN = ["apple", "plums", "grapes", "banana", "orange", "lemon"]


def test_own_words_stand_in_the_link_and_are_learned(known: Readings) -> None:
    recipe = WorkshopRecipe.of({"task": "words", "knobs": TINY["words"], "words": [*OWN, " Apple ", ""]})
    assert recipe.words == ("APPLE", "PLUMS", "GRAPES", "BANANA", "ORANGE", "LEMON")
    assert WorkshopRecipe.from_link(recipe.link) == recipe
    ended = ran(recipe, known)[-1]
    assert isinstance(ended, Ended)
    assert set(ended.by_length) == {"5", "6"}


@pytest.mark.parametrize(
    ("task", "words", "key"),
    [("next", OWN, "recipe_words"), ("words", "apple", "recipe_words"), ("words", [5], "recipe_words"),
     ("words", ["apple", "naïve"], "word_form"), ("words", ["cat"], "word_form"), ("words", ["a.b.c"], "word_form"),
     ("words", OWN[:3], "word_few"), ("words", [f"{a}{b}OOO" for a in "ABCDEFGHIJKLMNO" for b in "ABCDEFGHIJKLMN"],
                                      "word_many")],
)  # fmt: skip
def test_a_wrong_list_of_words_gets_a_sentence(task: str, words: Any, key: str) -> None:
    with pytest.raises(InputError) as caught:
        WorkshopRecipe.of({"task": task, "words": words})
    assert caught.value.key == key


# Comparisons


@pytest.mark.parametrize("name", COMPARISONS)
def test_a_comparison_changes_one_decision(name: str) -> None:
    one, other = COMPARISONS[name].one, COMPARISONS[name].other
    assert [knob for knob in one.knobs if one.knobs[knob] != other.knobs[knob]] == [name]
    assert (one.task, one.seed) == (other.task, other.seed)


def test_what_is_missing_of_the_comparisons_is_made_once_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(comparisons, "SEEDS", (1, 2))
    monkeypatch.setattr(comparisons.readings, "load", lambda _: None)
    monkeypatch.setattr(comparisons.os, "nice", lambda _: 19)

    def accuracy(recipe: WorkshopRecipe, _: Any) -> float:
        made.append(recipe.link)
        if len(made) == 12:
            raise KeyboardInterrupt
        return 0.5 + 0.01 * recipe.seed

    monkeypatch.setattr(comparisons, "accuracy", accuracy)
    with pytest.raises(KeyboardInterrupt):
        comparisons.main(tmp_path)
    comparisons.main(tmp_path)
    assert len(made) == 1 + len(set(made)), "only the run that was interrupted is made again"
    found = comparisons.load(tmp_path)
    assert not list(comparisons.missing(found))
    assert comparisons.between_seeds("next", found) == pytest.approx(0.01)
    count = comparisons.counted(COMPARISONS["loss"], found)
    assert count is not None
    assert (count.seeds, count.other_better) == (2, 0)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"accuracy": {"next": {"x": 1.0}}}', '{"accuracy": {"a": {"1": 2.0}}}']
)
def test_a_damaged_file_of_comparisons_counts_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "workshop").mkdir()
    (tmp_path / comparisons.FILE).write_text(text)
    assert comparisons.load(tmp_path) == {}


def test_a_run_that_is_not_looked_at_learns_the_same(known: Readings) -> None:
    looked, quiet = ran(tiny("next"), known), []
    training.Training(tiny("next"), known, quiet.append, looks=False).go(lambda _: None)
    assert isinstance(looked[-1], Ended)
    assert quiet[-1] == replace(looked[-1], seconds=quiet[-1].seconds)


# Training


@pytest.mark.parametrize("task", TASKS)
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


@pytest.mark.parametrize("task", TASKS)
def test_the_same_recipe_and_seed_give_the_same_numbers(task: str, known: Readings) -> None:
    one, again, other = (ran(tiny(task, seed), known, ["step", "go"]) for seed in (5, 5, 6))
    assert points(one) == points(again)
    assert points(one) != points(other)
    weights = [each.weights for each in one if isinstance(each, Moment)]
    assert weights == [each.weights for each in again if isinstance(each, Moment)]


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


# What is shipped


@pytest.fixture(scope="module")
def shipped() -> Readings:
    return readings.load(CHECKPOINTS)


def test_no_writer_is_in_two_splits(shipped: Readings) -> None:
    for banks in (shipped.strokes, shipped.characters):
        writers = [set(banks[split].writers.tolist()) for split in readings.SPLITS]  # type: ignore[union-attr]
        assert all(writers)
        assert sum(map(len, writers)) == len(set.union(*writers))


def test_readings_are_letters_read_mostly_right(shipped: Readings) -> None:
    for banks in (shipped.strokes, shipped.image):
        for split in readings.SPLITS:
            right = (banks[split].images.argmax(-1) == banks[split].labels).float().mean()
            assert 0.8 < right < 1


def test_images_and_readings_come_back_as_they_were_packed() -> None:
    images = (torch.arange(2 * 784) % 16 * 17).to(torch.uint8).view(2, 28, 28)
    assert torch.equal(readings._unpacked(readings.packed_images(images), 2), images)
    vision = torch.log_softmax(torch.randn(50, 26) * 4, -1).clamp(min=-8)
    again = (readings.packed_readings(vision).float() / 255 - 1) * 8
    assert (again - vision).abs().max() < 0.02


@pytest.mark.parametrize("raw", [None, b"", b"\0" * 100, save({"strokes/train": torch.zeros(1)})])
def test_readings_that_are_missing_or_damaged_give_a_reason(raw: bytes | None, tmp_path: Path) -> None:
    place = tmp_path / readings.FILE
    place.parent.mkdir()
    if raw is not None:
        place.write_bytes(raw)
    with pytest.raises(CheckpointError):
        readings.load(tmp_path)


@pytest.mark.parametrize("run", list(examples.load(CHECKPOINTS)), ids=lambda run: run.recipe.task)
def test_shipped_runs_are_finished_and_those_of_the_usual_recipe(run: Run) -> None:
    assert run.recipe == WorkshopRecipe.of({"task": run.recipe.task})
    assert run.ended is not None
    assert run.ended.why == "done"
    assert run.points[-1].step == run.moments[-1].step == run.recipe.knobs["steps"]


def test_the_workshop_opens_with_a_finished_run() -> None:
    assert "next" in [run.recipe.task for run in examples.load(CHECKPOINTS)]


def test_damaged_examples_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "workshop").mkdir()
    (tmp_path / "workshop/next.jsonl").write_text('{"say": "Point"')
    assert list(examples.load(tmp_path)) == []


# Processes


@pytest.fixture
def workshop() -> Any:
    made = Workshop(CHECKPOINTS, workers=1)
    yield made
    made.close()


def waited(run: Run, *states: str) -> Run:
    until = time.monotonic() + PATIENCE
    while run.state not in states:
        assert time.monotonic() < until, run.state
        time.sleep(0.02)
    return run


def test_runs_are_trained_one_after_the_other_and_shared(workshop: Workshop) -> None:
    first = workshop.start(tiny("next", 1), "visitor-one")
    second = workshop.start(tiny("next", 2), "visitor-two")
    assert workshop.place(second) == 1
    assert workshop.start(tiny("next", 2), "visitor-three") is second
    assert second.visitors == {"visitor-two", "visitor-three"}
    for run in (first, second):
        assert waited(run, *OVER).ended is not None
    assert workshop.start(tiny("next", 1), "visitor-four") is first, "answered from memory"
    assert workshop.of("visitor-four") == [first]


def test_a_run_is_paused_stepped_and_stopped_by_its_only_visitor(workshop: Workshop) -> None:
    run = waited(workshop.start(tiny("next", 3, steps=7_600), "visitor-one"), "running")
    workshop.order(run.key, "visitor-one", "pause")
    assert run.state == "paused"
    workshop.order(run.key, "visitor-one", "stop")
    assert run.state == "ended"
    assert run.ended is not None
    assert run.ended.why == "stopped"
    assert workshop.start(run.recipe, "visitor-one") is not run, "a stopped run can be started again"


def test_a_visitor_has_one_place_and_a_shared_run_goes_on_for_the_others(workshop: Workshop) -> None:
    shared = workshop.start(tiny("next", 4, steps=7_600), "visitor-one")
    workshop.start(shared.recipe, "visitor-two")
    with pytest.raises(InputError, match="Others"):
        workshop.order(shared.key, "visitor-one", "pause")
    workshop.start(tiny("next", 5), "visitor-one")
    assert shared.visitors == {"visitor-two"}
    assert shared.state not in OVER
    workshop.start(tiny("next", 6), "visitor-two")
    assert shared.state == "ended"


def test_a_process_that_dies_fails_its_run_and_the_next_one_is_trained(workshop: Workshop) -> None:
    first = workshop.start(tiny("next", 7, steps=7_600), "visitor-one")
    second = workshop.start(tiny("next", 8), "visitor-two")
    workshop._workers[0].kill()
    waited(first, "failed")
    assert waited(second, *OVER).state == "ended"


def test_runs_that_are_unknown_or_cannot_be_trained_give_a_sentence(workshop: Workshop, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone"):
        workshop.run("next,seed=99")
    with pytest.raises(InputError, match="missing"):
        Workshop(tmp_path).start(tiny("next"), "visitor-one")


class Deaf:
    """In the place of a process: it is told things and says nothing."""

    def __init__(self, *_: Any) -> None:
        self.run: Run | None = None
        self.told: list[str] = []

    def tell(self, text: str) -> None:
        self.told.append(text)


def test_thirty_visitors_with_ten_recipes_get_a_place_each_and_stop_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seqdemo.workshop.runs.Worker", Deaf)
    crowded = Workshop(CHECKPOINTS, workers=1)
    started = [crowded.start(tiny("next", 100 + n % 10), f"visitor-{n:02}") for n in range(30)]
    assert sorted({crowded.place(run) for run in started}) == list(range(10))
    before, wait = crowded.line()
    assert before == 10
    assert wait > 0
    begun = time.monotonic()
    for n, run in enumerate(started):
        crowded.order(run.key, f"visitor-{n:02}", "stop")
    assert time.monotonic() - begun < 30 * 0.2
    assert {run.state for run in started} == {"ended"}


def test_one_of_several_server_processes_trains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEQDEMO_PROCESSES", "2")
    with pytest.raises(InputError, match="several processes"):
        Workshop(CHECKPOINTS).start(tiny("next"), "visitor-one")


def test_the_line_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seqdemo.workshop.runs.Worker", Deaf)
    crowded = Workshop(CHECKPOINTS, workers=1)
    for n in range(runs.MOST_WAITING + 1):
        crowded.start(tiny("next", n), f"visitor-{n:02}")
    with pytest.raises(InputError, match="Too many"):
        crowded.start(tiny("next", 1_000), "visitor-late")


def test_old_runs_are_forgotten(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    old = workshop.start(tiny("next", 9), "visitor-one")
    workshop.order(old.key, "visitor-one", "stop")
    monkeypatch.setattr("seqdemo.workshop.runs.KEPT", -1.0)
    workshop.start(tiny("next", 10), "visitor-one")
    assert workshop.known(old.key) is None


# Answers


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


def test_a_knob_lists_its_choices() -> None:
    with pytest.raises(InputError, match=r"must be one of rnn, lstm, gru\."):
        Knob("cell", ("rnn", "lstm", "gru"), "gru", "").checked("tcn")
