"""Lessons: the list of them, and the card of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent


@dataclass(frozen=True)
class Taught:
    """All that the card of a lesson says, with every fact in its place."""

    number: int
    title: str
    text: str
    question: str
    options: tuple[str, ...]
    right: int
    """The place of the right option."""
    reveal: str
    average: str
    """What holds over many inputs."""
    task: str
    scenes: tuple[str, ...]
    """What the buttons are called that put each scene on the page; one alone needs none."""
    measured: tuple[tuple[str, float], ...]
    """What was measured, with the share."""
    covers: bool
    """Whether a part of the page is covered until the reveal."""
    fits: bool
    """Whether the sentences are true of the models that are loaded."""
    block: tuple[str, str] | None
    """The building block that shows more of it, and its part of the model."""


def place() -> Html:
    """Where the open lesson will stand."""
    return el("section", id="lesson", class_="card lesson", aria_labelledby="lesson-title", hidden=True)


def listed(numbers: Sequence[tuple[int, str]], words: Words, beside: Html, *after: Html) -> Html:
    """The list of lessons, what stands beside its title and below it; the script ticks what was done."""
    cards = (_listed(number, name, words) for number, name in numbers)
    again = el("button", words["lesson.again"], type="button", data_again=True, title=words["lesson.again.told"])
    aside = el("button", words["teachers.title"], type="button", data_show="teachers", aria_pressed="false")
    heading = el("div", el("h2", words["lesson.all"]), beside, aside, again, class_="heading")
    return el("section", heading, el("p", words["lesson.lead"], class_="quiet"),
              el("p", class_="slip trouble", role="alert"), el("ol", *cards, class_="lessons"), *after, id="lessons",
              data_page="lessons", hidden=True)  # fmt: skip


def _listed(number: int, name: str, words: Words) -> Html:
    ticks = (el("span", words[f"lesson.{kind}"], class_=f"tick {kind}", hidden=True) for kind in ("seen", "tried"))
    button = el(
        "button",
        el("span", number, class_="number"),
        el("b", words[f"lesson.{name}.title"]),
        el("span", words[f"lesson.{name}.about"], class_="about"),
        el("span", *ticks, class_="ticks"),
        type="button",
        data_lesson=number,
        data_name=name,
    )
    return el("li", button)


def card(lesson: Taught, numbers: Sequence[int], words: Words) -> Html:
    """One lesson; what follows the question is hidden until the script reveals it."""
    body = el(
        "div",
        el("p", explained(lesson.text, words), class_="text"),
        None if lesson.fits else el("p", words["lesson.unfit"], class_="note beware"),
        _question(lesson, words),
        el("div", role="status", aria_live="polite", class_="outcome"),
        _told(lesson, words),
        class_="body",
        id="lesson-body",
    )
    return join(_heading(lesson, numbers, words), body, _ways(lesson, numbers, words))


def _heading(lesson: Taught, numbers: Sequence[int], words: Words) -> Html:
    at = words["lesson.at"].format(n=lesson.number, count=max(numbers))
    dots = (el("i", class_="here" if number == lesson.number else None, data_dot=number) for number in numbers)
    progress = el("p", el("span", at), el("span", *dots, class_="dots", aria_hidden="true"), class_="progress")
    fold = el("button", "–", type="button", data_fold=True, aria_expanded="true", aria_controls="lesson-body",
              aria_label=words["lesson.fold"], title=words["lesson.fold"])  # fmt: skip
    close = el(
        "button", "×", type="button", data_leave=True, aria_label=words["lesson.close"], title=words["lesson.close"]
    )
    title = el("h2", explained(lesson.title, words), id="lesson-title", tabindex=-1)
    return el("div", el("div", progress, title), el("div", fold, close, class_="corner"), class_="top-of-lesson")


def _question(lesson: Taught, words: Words) -> Html:
    options = (
        el(
            "label",
            el("input", type="radio", name_="guess", value=n),
            el("span", text),
            class_="option",
            data_right=n == lesson.right,
        )
        for n, text in enumerate(lesson.options)
    )
    reveal = el("button", words["lesson.reveal"], type="button", class_="primary", data_reveal=True, disabled=True)
    covered = el("span", words["lesson.covered"], class_="quiet covered") if lesson.covers else None
    asked = el("fieldset", el("legend", explained(lesson.question, words)), *options)
    return el("div", asked, el("div", reveal, covered, class_="asking"), class_="asked")


def _told(lesson: Taught, words: Words) -> Html:
    """What happened; the script moves the first of it into the live region, so that it is read out."""
    show = el("button", words["lesson.show"], type="button", class_="primary", data_look=True)
    return el(
        "div",
        el(
            "template",
            el("p", class_="guess"),
            el("p", explained(lesson.reveal, words), class_="reveal"),
            el("p", explained(lesson.average, words), class_="average"),
        ),
        el("div", _scenes(lesson, words), show, _block(lesson, words), class_="next-look"),
        _measured(lesson, words),
        _task(lesson, words),
        class_="told",
        hidden=True,
    )


def _block(lesson: Taught, words: Words) -> Html | None:
    if lesson.block is None:
        return None
    name, part = lesson.block
    told = words["lesson.block"].format(block=words[f"block.{name}"])
    return el("button", told, type="button", data_block=name, data_of_part=part, aria_haspopup="dialog")


def _scenes(lesson: Taught, words: Words) -> Html | None:
    if len(lesson.scenes) < 2:
        return None
    buttons = (
        el("button", name, type="button", data_scene=n, aria_pressed="false") for n, name in enumerate(lesson.scenes)
    )
    label = words["lesson.scenes"]
    return el(
        "div",
        el("span", label, class_="label"),
        el("div", *buttons, class_="segments", role="group", aria_label=label),
        class_="scenes",
    )


def _measured(lesson: Taught, words: Words) -> Html:
    rows = (
        el(
            "li",
            el("span", explained(name, words)),
            el("span", class_="bar", style=f"--share:{share:.4f}"),
            el("b", percent(share)),
        )
        for name, share in lesson.measured
    )
    return el("div", el("p", words["lesson.measured"], class_="label"), el("ul", *rows, class_="shares"))


def _task(lesson: Taught, words: Words) -> Html:
    done = el("span", words["lesson.task.done"], class_="done", hidden=True)
    ready = el("button", words["lesson.task.set"], type="button", data_prepare=True)
    lacks = el("p", role="status", class_="lacks quiet", data_lacks=True)
    return el(
        "div",
        el("h3", words["lesson.task"], " ", done),
        el("p", explained(lesson.task, words)),
        ready,
        lacks,
        class_="try",
    )


def _ways(lesson: Taught, numbers: Sequence[int], words: Words) -> Html:
    """To the lesson before and after this one, and to the list."""
    before = [number for number in numbers if number < lesson.number]
    later = [number for number in numbers if number > lesson.number]
    back = el("button", words["lesson.previous"], type="button", data_lesson=before[-1]) if before else None
    on = el("button", words["lesson.next"], type="button", data_lesson=later[0]) if later else None
    every = el("button", words["lesson.list"], type="button", data_show="lessons")
    return el("div", back, every, on, class_="onward")
