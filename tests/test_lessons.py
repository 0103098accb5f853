"""What the lessons say is true of the shipped models, and their tasks can be done."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from conftest import CHECKPOINTS

from seqdemo.errors import InputError
from seqdemo.explain import Options, explain
from seqdemo.explain.blocks import offered
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import Strokes
from seqdemo.models.studies import STUDIES
from seqdemo.page.answer import handler as answering
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import COMPLAINTS, TEXTS
from seqdemo.page.lessons import handler as teaching
from seqdemo.page.lessons import table as lessons
from seqdemo.page.lessons.card import card
from seqdemo.page.lessons.lesson import Lesson, averages, evidence, fits, wild
from seqdemo.page.write import handler as writing
from seqdemo.sequences.samples import TASKS, sample
from tests import shipped
from tests.tiers import exhaustive

NAMES = [lesson.name for lesson in lessons.LESSONS]
EACH = pytest.mark.parametrize("lesson", lessons.LESSONS, ids=NAMES)
UPPER: Mapping[str, Any] = MappingProxyType({"case": "upper"})
DONE = {
    "sees": ("cnn-gru-normal", "next-normal", 31, wild(length=4, case="mixed")),
    "believes": ("cnn-gru-normal", "next-normal", 1, {"length": 4, "step": -3}),
    "blame": ("cnn-gru-normal", "next-normal", 73, wild(length=4, case="mixed")),
    "two": ("cnn-gru-normal", "next-normal", 249, wild(length=2, case="mixed")),
    "decision": ("cnn-gru-report-normal", "next-normal", 46, wild(length=3, case="mixed")),
    "bottleneck": ("seq2seq", "swap-normal", 4, {**UPPER, "length": 7}),
    "reversed": ("seq2seq-peeky", "swap-normal", 8, {**UPPER, "length": 8}),
    "crossing": ("seq2seq-bahdanau", "swap-normal", 1, {**UPPER, "length": 6, "swap": 2}),
    "attention": ("transformer", "swap-normal", 1, {**UPPER, "word": "LETTER"}),
    "longer": ("seq2seq-aligned", "swap-challenge", 1, {**UPPER, "word": "MATHEMATICAL"}),
    "dictionary": ("swap-dictionary", "swap-normal", 1, {**UPPER, "word": "MOZART"}),
    "rows": ("row-best-47", "row-47", 1, {"character": "E"}),
    "doubt": ("reader", "letter", 266, wild(length=1)),
    "training": ("seq2seq-aligned-report", "swap-normal", 1, {**UPPER, "length": 7}),
}
"""For every lesson a sample that does its task; row by row, with every second row covered."""
UNTRAINED = ("did-not-train", "did-not-train-transformer")
EVERY_SECOND = tuple(range(0, 24, 2))


@pytest.fixture(scope="module")
def resources() -> Resources:
    return shipped.resources()


@EACH
def test_a_lesson_says_what_the_shipped_models_do(lesson: Lesson, resources: Resources) -> None:
    found = evidence(lesson, resources)
    true = [place for place, claim in enumerate(lesson.options) if claim(found.measures)]
    advice = f"find other seeds: PYTHONPATH=. python tests/lesson_seeds.py {lesson.name}"
    assert true == [lesson.right], (advice, found.measures)
    assert lesson.needs(found), advice
    assert fits(lesson, found)


@EACH
def test_its_right_option_is_right_on_average(lesson: Lesson, resources: Resources) -> None:
    means = lesson.averages(resources).means
    true = [place for place, claim in enumerate(lesson.options) if claim(means)]
    assert true == [lesson.right], f"measure again: python benchmarks/lessons.py FOLDER {lesson.name}; {means}"


@EACH
def test_its_averages_say_how_they_were_measured(lesson: Lesson, resources: Resources) -> None:
    if lesson.studied:
        return
    found = averages(resources, lesson.name)
    assert 0 < found.inputs <= found.asked
    assert 0 < found.held <= 1
    assert found.date


@EACH
def test_the_example_does_not_do_the_task_already(lesson: Lesson, resources: Resources) -> None:
    assert all(map(lesson.task.lacks, evidence(lesson, resources).traces))


@pytest.mark.parametrize("name", NAMES)
def test_the_task_can_be_done_where_it_sets_the_page(name: str, resources: Resources) -> None:
    model, task, seed, options = DONE[name]
    lesson = lessons.LESSONS[NAMES.index(name)]
    letters = sample(task, seed, options, resources.pen).letters
    covered = EVERY_SECOND if task == "row-47" else ()
    assert lessons.lacking(explain(resources.models[model], letters, Options(covered=covered)))[name] == ""
    assert resources.models[lesson.task.values["model"]].family == TASKS[lesson.task.values["task"]].family
    assert lesson.task.values["boxes"] <= TASKS[lesson.task.values["task"]].most


def test_the_block_that_a_lesson_points_at_opens_from_the_model_on_the_page(resources: Resources) -> None:
    pointing = [lesson for lesson in lessons.LESSONS if lesson.block]
    assert [lesson.name for lesson in pointing] == ["attention"]
    for lesson in pointing:
        assert lesson.block is not None
        name, part = lesson.block
        assert all(name in offered(resources.models[scene.model], part) for scene in lesson.scenes)
        reply = teaching.shown(resources, {"lesson": NAMES.index(lesson.name) + 1, "lang": "en"})
        assert f'data-block="{name}" data-of-part="{part}"' in reply["html"]


@EACH
def test_why_a_task_is_not_done_yet_can_be_said(lesson: Lesson) -> None:
    names = [name for name, _ in lesson.task.wants]
    assert len(set(names)) == len(names)
    assert all(f"lesson.yet.{name}" in TEXTS["en"] for name in (*names, "by_hand"))


@EACH
def test_the_page_answers_the_example_as_the_lesson_says(lesson: Lesson, resources: Resources) -> None:
    for scene, trace in zip(lesson.scenes, evidence(lesson, resources).traces, strict=True):
        values = scene.values()
        letters = writing.sampled(resources, {"task": values["task"], **values["from"]})["letters"]
        reply = answering.answered(resources, {"letters": letters, "model": values["model"], "lang": "en"})
        assert reply["say"].startswith(f"The answer is {trace.answer}, ")


@EACH
@pytest.mark.parametrize("code", TEXTS)
def test_every_sentence_has_its_facts(lesson: Lesson, code: str, resources: Resources) -> None:
    taught = teaching.taught(1, lesson, evidence(lesson, resources), resources, code)
    assert taught.fits
    assert len(set(taught.options)) == len(lesson.options) >= 3
    assert len(taught.scenes) == (len(lesson.scenes) if len(lesson.scenes) > 1 else 0)
    assert "{" not in card(taught, [1], TEXTS[code])


def test_what_helps_a_model_that_does_not_train_is_what_the_studies_found(resources: Resources) -> None:
    lesson = lessons.LESSONS[NAMES.index("training")]
    files = [json.loads((CHECKPOINTS / "studies" / f"{name}.json").read_text()) for name in UNTRAINED]
    words = [{name: result["accuracy"]["mean"] for name, result in file["results"].items()} for file in files]
    found = evidence(lesson, resources)
    order = ("base", "warm-up", "clipping", "lower-rate", "pretrained")
    assert found.figures[:10] == tuple(each[name] for each in words for name in order)
    assert [max(each, key=each.__getitem__) for each in words] == [order[1 + lesson.right]] * 2
    rates = {change.name: f"{change.variant.recipe.learning_rate:g}" for change in STUDIES[UNTRAINED[0]].changes}
    for code in TEXTS:
        told = teaching.said(lesson, found, resources, code)
        assert f"{files[0]['sequences']:,}" in told["lesson.training.average"]
        assert rates["base"] in told["lesson.training.text"]
        assert rates["lower-rate"] in told["lesson.training.option.3"]


def test_measured_shares_come_from_the_checkpoints(resources: Resources) -> None:
    metrics = {**resources.models["seq2seq-bahdanau"].metrics}
    metrics["by_length"] = {**metrics["by_length"], "14": {"accuracy": 0.123}}
    models = {**resources.models, "seq2seq-bahdanau": replace(resources.models["seq2seq-bahdanau"], metrics=metrics)}
    number = NAMES.index("longer") + 1
    html = teaching.shown(replace(resources, models=models), {"lesson": number, "lang": "en"})["html"]
    assert re.search("12.{0,2}% and|12.{0,2}% of 14|and 12", html)
    assert "--share:0.1230" in html


def test_a_lesson_without_its_models_or_figures_is_not_offered(resources: Resources) -> None:
    assert list(lessons.offered(resources)) == list(range(1, len(NAMES) + 1))
    fewer = {
        name: loaded
        for name, loaded in resources.models.items()
        if not name.startswith(("seq2seq", "row", "transformer"))
    }
    letters = ["sees", "believes", "blame", "two", "decision"]
    names = [lesson.name for lesson in lessons.offered(replace(resources, models=fewer)).values()]
    assert names == [*letters, "dictionary", "doubt"]
    untold = lessons.offered(replace(resources, models=fewer, averages={}))
    assert [lesson.name for lesson in untold.values()] == ["decision"]
    assert lessons.offered(replace(resources, models={})) == {}
    reply = teaching.shown(replace(resources, models=fewer), {"lesson": NAMES.index("decision") + 1})
    assert f'data-lesson="{NAMES.index("dictionary") + 1}"' in reply["html"]


def test_models_that_were_trained_again_are_not_passed_off_as_those_of_the_lesson(resources: Resources) -> None:
    swapped = {**resources.models, "seq2seq": resources.models["seq2seq-aligned"]}
    lesson = next(each for each in lessons.LESSONS if each.name == "bottleneck")
    other = replace(resources, models=swapped)
    taught = teaching.taught(6, lesson, evidence(lesson, other), other, "en")
    assert not taught.fits
    assert TEXTS["en"]["lesson.unfit"] in card(taught, [6], TEXTS["en"])


@pytest.mark.parametrize("wrong", [None, 0, 99, 1.0, True, "1", [1]])
def test_a_lesson_that_does_not_exist_is_refused(wrong: Any, resources: Resources) -> None:
    with pytest.raises(InputError) as caught:
        teaching.shown(resources, {"lesson": wrong})
    assert caught.value.key in COMPLAINTS


def test_the_reveal_of_the_crossing_speaks_of_the_first_swapped_letter(resources: Resources) -> None:
    number = NAMES.index("crossing") + 1
    reply = teaching.shown(resources, {"lesson": number, "lang": "ko"})
    assert [reply["step"]] == [evidence(lessons.LESSONS[number - 1], resources).traces[0].swapped[0]]


def test_an_answer_that_was_set_by_hand_does_no_task(resources: Resources) -> None:
    model, task, seed, options = DONE["believes"]
    trace = explain(resources.models[model], sample(task, seed, options, resources.pen).letters)
    assert lessons.lacking(trace)["believes"] == ""
    by_hand = replace(trace, panels=(replace(trace.panels[0], overruled=(0,)),))
    assert set(lessons.lacking(by_hand).values()) == {"by_hand"}


@exhaustive
def test_any_answer_can_be_held_against_the_tasks(resources: Resources) -> None:
    dot = Letter(Strokes.from_json([[[0.5, 0.5], [0.6, 0.6]]]))
    for loaded in resources.models.values():
        count = 1 if loaded.family == "row" else 2
        for letters in ([dot] * count, [replace(dot, label="7")] * count, [replace(dot, label="k")] * count):
            assert list(lessons.lacking(explain(loaded, letters))) == NAMES
