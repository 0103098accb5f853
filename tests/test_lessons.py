"""What the lessons say is true of the shipped models, and their tasks can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from seqdemo.errors import InputError
from seqdemo.explain import Options, explain
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import Strokes
from seqdemo.page.answer import handler as answering
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import COMPLAINTS, TEXTS
from seqdemo.page.lessons import handler as teaching
from seqdemo.page.lessons import table as lessons
from seqdemo.page.lessons.card import card
from seqdemo.page.lessons.lesson import Lesson, evidence, fits, wild
from seqdemo.page.write import handler as writing
from seqdemo.sequences.samples import sample
from tests import shipped

NAMES = [lesson.name for lesson in lessons.LESSONS]
EACH = pytest.mark.parametrize("lesson", lessons.LESSONS, ids=NAMES)
UPPER: Mapping[str, Any] = MappingProxyType({"case": "upper"})
DONE = {
    "sees": ("cnn-gru-normal", "next-normal", 31, wild(length=4, case="mixed")),
    "believes": ("cnn-gru-normal", "next-normal", 1, {"length": 4, "step": -3}),
    "blame": ("cnn-gru-normal", "next-normal", 73, wild(length=4, case="mixed")),
    "two": ("cnn-gru-normal", "next-normal", 249, wild(length=2, case="mixed")),
    "bottleneck": ("seq2seq", "swap-normal", 4, {**UPPER, "length": 7}),
    "reversed": ("seq2seq-peeky", "swap-normal", 8, {**UPPER, "length": 8}),
    "crossing": ("seq2seq-bahdanau", "swap-normal", 1, {**UPPER, "length": 6, "swap": 2}),
    "longer": ("seq2seq-aligned", "swap-challenge", 1, {**UPPER, "word": "MATHEMATICAL"}),
    "rows": ("row-best-47", "row-47", 1, {"character": "E"}),
    "doubt": ("reader", "letter", 266, wild(length=1)),
}
"""For every lesson a sample that does its task; row by row, with every second row covered."""
EVERY_SECOND = tuple(range(0, 24, 2))


@pytest.fixture(scope="module")
def resources() -> Resources:
    return shipped.resources()


@EACH
def test_a_lesson_says_what_the_shipped_models_do(lesson: Lesson, resources: Resources) -> None:
    found = evidence(lesson, resources)
    true = [place for place, claim in enumerate(lesson.options) if claim(found)]
    advice = f"find other seeds: PYTHONPATH=. python tests/lesson_seeds.py {lesson.name}"
    assert true == [lesson.right], advice
    assert lesson.needs(found), advice
    assert fits(lesson, found)


@EACH
def test_the_example_does_not_do_the_task_already(lesson: Lesson, resources: Resources) -> None:
    assert not any(map(lesson.tried, evidence(lesson, resources).traces))


@pytest.mark.parametrize("name", NAMES)
def test_the_task_can_be_done(name: str, resources: Resources) -> None:
    model, task, seed, options = DONE[name]
    letters = sample(task, seed, options, resources.pen).letters
    covered = EVERY_SECOND if task == "row-47" else ()
    assert name in lessons.fulfilled(explain(resources.models[model], letters, Options(covered=covered)))


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


def test_measured_shares_come_from_the_checkpoints(resources: Resources) -> None:
    metrics = {**resources.models["seq2seq-bahdanau"].metrics}
    metrics["by_length"] = {**metrics["by_length"], "14": {"accuracy": 0.123}}
    models = {**resources.models, "seq2seq-bahdanau": replace(resources.models["seq2seq-bahdanau"], metrics=metrics)}
    number = NAMES.index("longer") + 1
    html = teaching.shown(replace(resources, models=models), {"lesson": number, "lang": "en"})["html"]
    assert "12\u00a0% of 14" in html
    assert "--share:0.1230" in html


def test_a_lesson_without_its_models_or_figures_is_not_offered(resources: Resources) -> None:
    assert list(lessons.offered(resources)) == list(range(1, 11))
    fewer = {name: loaded for name, loaded in resources.models.items() if not name.startswith(("seq2seq", "row"))}
    unmeasured = {**fewer, "reader": replace(fewer["reader"], metrics={})}
    assert list(lessons.offered(replace(resources, models=fewer))) == [1, 2, 3, 4, 10]
    assert list(lessons.offered(replace(resources, models=unmeasured))) == [1, 2, 3, 4]
    assert lessons.offered(replace(resources, models={})) == {}
    reply = teaching.shown(replace(resources, models=fewer), {"lesson": 4})
    assert 'data-lesson="10"' in reply["html"]


def test_models_that_were_trained_again_are_not_passed_off_as_those_of_the_lesson(resources: Resources) -> None:
    swapped = {**resources.models, "seq2seq": resources.models["seq2seq-aligned"]}
    lesson = next(each for each in lessons.LESSONS if each.name == "bottleneck")
    other = replace(resources, models=swapped)
    taught = teaching.taught(5, lesson, evidence(lesson, other), other, "en")
    assert not taught.fits
    assert TEXTS["en"]["lesson.unfit"] in card(taught, [5], TEXTS["en"])


@pytest.mark.parametrize("wrong", [None, 0, 11, 1.0, True, "1", [1]])
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
    assert "believes" in lessons.fulfilled(trace)
    assert lessons.fulfilled(replace(trace, panels=(replace(trace.panels[0], overruled=(0,)),))) == []


def test_any_answer_can_be_held_against_the_tasks(resources: Resources) -> None:
    dot = Letter(Strokes.from_json([[[0.5, 0.5], [0.6, 0.6]]]))
    for loaded in resources.models.values():
        count = 1 if loaded.family == "row" else 2
        for letters in ([dot] * count, [replace(dot, label="7")] * count, [replace(dot, label="k")] * count):
            assert set(lessons.fulfilled(explain(loaded, letters))) <= set(NAMES)
