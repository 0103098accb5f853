"""Where decisions are made: the task, its knobs, the seed, and the buttons of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words

ORDERS = ("pause", "go", "step", "stop")
"""What a run that has begun is told."""


@dataclass(frozen=True)
class Choice:
    """A value of a knob: as JSON, and as people read it."""

    value: str
    title: str
    chosen: bool
    usual: bool


@dataclass(frozen=True)
class KnobShown:
    """One decision with its values."""

    name: str
    choices: tuple[Choice, ...]
    source: str


def place(words: Words) -> Html:
    """Where it will stand: empty until the script asks for it."""
    trouble = el("p", class_="slip trouble", role="alert")
    heading, lead = el("h2", words["bench.title"]), el("p", words["bench.lead"], class_="quiet")
    return el("section", heading, lead, trouble, el("div", class_="body"), id="workshop", data_page="workshop",
              hidden=True, class_="learned bench")  # fmt: skip


@dataclass(frozen=True)
class Bench:
    """What is set."""

    tasks: tuple[str, ...]
    task: str
    knobs: tuple[KnobShown, ...]
    shown: int
    """So many of them show at first."""
    seed: int
    questions: Mapping[str, str]
    """Recipes of this task to try, by name."""


def bench(of: Bench, words: Words) -> Html:
    """The form on one side; on the other a place for what came out, and below it one for the moments."""
    note = el("p", words[f"bench.{of.task}.note"], class_="quiet about")
    parts = (_tasks(of.tasks, of.task, words), note, _questions(of.questions, words),
             *_knobs(of.knobs, of.shown, words), _seed(of.seed, words), _buttons(words))  # fmt: skip
    form = el("div", *parts, class_="part setting", id="bench-form", data_recipe=of.task)
    outcome = el("div", class_="outcomes", id="bench-outcome", aria_live="off")
    return join(el("div", form, outcome, class_="sides"), _time(words))


def _tasks(tasks: Sequence[str], task: str, words: Words) -> Html:
    buttons = (el("button", words[f"bench.{name}"], type="button", data_learn=name,
                  aria_pressed=str(name == task).lower()) for name in tasks)  # fmt: skip
    return el("div", *buttons, class_="segments", role="group", aria_label=words["bench.task"])


def _questions(questions: Mapping[str, str], words: Words) -> Html:
    """Buttons that set a recipe with one decision changed."""
    buttons = (el("button", words[f"bench.question.{name}"], type="button", data_run=link)
               for name, link in questions.items())  # fmt: skip
    return el("div", el("span", words["bench.questions"], class_="label"), *buttons, class_="questions")


def _knobs(knobs: Sequence[KnobShown], shown: int, words: Words) -> tuple[Html, Html]:
    first, rest = (el("div", *(_knob(knob, words) for knob in part), class_="knobs")
                   for part in (knobs[:shown], knobs[shown:]))  # fmt: skip
    return first, el("details", el("summary", words["bench.more"]), rest, class_="more")


def _knob(knob: KnobShown, words: Words) -> Html:
    options = (el("option", words["bench.usual"].format(value=each.title) if each.usual else each.title,
                  value=each.value, selected=each.chosen) for each in knob.choices)  # fmt: skip
    note = f"{words[f'bench.knob.{knob.name}.note']} ({knob.source})"
    title = el("span", words[f"bench.knob.{knob.name}"], class_="label")
    select = el("select", *options, data_knob=knob.name, aria_describedby=f"knob-{knob.name}")
    return el("div", el("label", title, select), el("p", note, class_="quiet", id=f"knob-{knob.name}"), class_="knob")


def _seed(seed: int, words: Words) -> Html:
    title = el("span", words["bench.seed"], class_="label")
    number = el("input", type="number", min=0, max=2**31 - 1, step=1, value=seed, id="bench-seed", required=True)
    dice = el("button", words["bench.dice"], type="button", data_dice=True)
    note = el("p", words["bench.seed.note"], class_="quiet")
    return el("div", el("label", title, number), dice, note, class_="seed")


def _buttons(words: Words) -> Html:
    start = el("button", words["bench.do.start"], type="button", data_order="start", class_="primary")
    orders = (el("button", words[f"bench.do.{name}"], type="button", data_order=name, disabled=True)
              for name in ORDERS)  # fmt: skip
    return el("div", start, *orders, el("p", class_="quiet line", role="status"), class_="starts")


def _time(words: Words) -> Html:
    """The slider of training time, which the script fills as moments come."""
    title = el("span", words["bench.time"], class_="label")
    slider = el("input", type="range", min=0, max=0, value=0, id="bench-time")
    note = el("p", words["bench.time.note"], class_="quiet")
    rewind = el("button", words["bench.rewind"], type="button", data_moment=0)
    return el("div", el("h3", words["bench.time"]), note, el("div", rewind, el("label", title, slider), class_="time"),
              el("div", class_="replies", id="bench-moments"), class_="part moments", hidden=True)  # fmt: skip
