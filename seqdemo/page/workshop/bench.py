"""Where decisions are made: the task, its knobs, the seed, and the buttons of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqdemo.page.html.figures import count, tenths
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words
from seqdemo.page.workshop.finished.finished import Offer, finished

ORDERS = ("pause", "go", "step", "stop")
"""What a run that has begun is told."""
BETS = ("better", "same", "worse")
"""How a run may come out beside another."""


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


@dataclass(frozen=True)
class Prepared:
    """A decision that was made in two ways with many seeds."""

    name: str
    links: tuple[str, str]
    titles: tuple[str, str]
    steps: int
    means: tuple[float, float] | None
    """Right answers; None where the runs were never made."""
    seeds: int
    often: int
    """With so many seeds the second was better."""


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
    offer: Offer
    prepared: tuple[Prepared, ...]
    """Comparisons of this task."""
    own: tuple[str, ...] | None
    """A visitor's own words; None where the task is made of none."""


def bench(of: Bench, words: Words) -> Html:
    """The form on one side; on the other a place for what came out, and below it one for the moments."""
    note = el("p", words[f"bench.{of.task}.note"], class_="quiet about")
    parts = (_tasks(of.tasks, of.task, words), note, finished(of.offer, words), _prepared(of.prepared, words),
             *_knobs(of.knobs, of.shown, words), _own(of.own, words), _seed(of.seed, words), _bet(words),
             _buttons(words), _only(of.knobs, words))  # fmt: skip
    form = el("div", *parts, class_="part setting", id="bench-form", data_recipe=of.task)
    outcome = el("div", class_="outcomes", id="bench-outcome", aria_live="off")
    return join(el("div", form, outcome, class_="sides"), _time(words))


def _tasks(tasks: Sequence[str], task: str, words: Words) -> Html:
    buttons = (el("button", words[f"bench.{name}"], type="button", data_learn=name,
                  aria_pressed=str(name == task).lower()) for name in tasks)  # fmt: skip
    return el("div", *buttons, class_="segments", role="group", aria_label=words["bench.task"])


def _prepared(prepared: Sequence[Prepared], words: Words) -> Html:
    """For each comparison its question, a button for each way, and how often the second came out better."""
    label = el("span", words["bench.questions"], class_="label")
    return el("div", label, *(_question(each, words) for each in prepared), class_="questions")


def _question(of: Prepared, words: Words) -> Html:
    buttons = (el("button", title, type="button", data_run=link)
               for link, title in zip(of.links, of.titles, strict=True))  # fmt: skip
    told = el("p", _often(of, words), class_="quiet") if of.means else None
    return el("div", el("p", words[f"bench.question.{of.name}"]), el("div", *buttons, class_="segments"), told,
              class_="decision")  # fmt: skip


def _often(of: Prepared, words: Words) -> str:
    assert of.means is not None
    one, other = map(tenths, of.means)
    return words["bench.often"].format(seeds=of.seeds, steps=count(of.steps), one=one, other=other,
                                       often=of.often, title=of.titles[1])  # fmt: skip


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


def _own(own: Sequence[str] | None, words: Words) -> Html | None:
    """A list of one's own words, a line each."""
    if own is None:
        return None
    field = el("textarea", "\n".join(own), rows=6, data_words=True, spellcheck="false", autocapitalize="characters",
               aria_label=words["bench.own"], placeholder=words["bench.own.placeholder"])  # fmt: skip
    note = el("p", words["bench.own.note"], class_="quiet")
    return el("details", el("summary", words["bench.own"]), note, field, class_="more", open=bool(own))


def _seed(seed: int, words: Words) -> Html:
    title = el("span", words["bench.seed"], class_="label")
    number = el("input", type="number", min=0, max=2**31 - 1, step=1, value=seed, id="bench-seed", required=True)
    dice = el("button", words["bench.dice"], type="button", data_dice=True)
    note = el("p", words["bench.seed.note"], class_="quiet")
    return el("div", el("label", title, number), dice, note, class_="seed")


def _bet(words: Words) -> Html:
    """What is expected, said before the start; the script says beside which run, and hides it where there is none."""
    choices = (el("button", words[f"bench.bet.{name}"], type="button", data_bet=name, aria_pressed="false")
               for name in BETS)  # fmt: skip
    against = el("p", class_="quiet against", data_told=words["bench.bet.against"])
    legend = el("legend", words["bench.bet"])
    return el("fieldset", legend, against, el("div", *choices, class_="segments"), class_="bet", hidden=True)


def _buttons(words: Words) -> Html:
    start = el("button", words["bench.do.start"], type="button", data_order="start", class_="primary")
    orders = (el("button", words[f"bench.do.{name}"], type="button", data_order=name, disabled=True)
              for name in ORDERS)  # fmt: skip
    return el("div", start, *orders, el("p", class_="quiet line", role="status"), class_="starts")


def _only(knobs: Sequence[KnobShown], words: Words) -> Html:
    """The one knob that a link for a class leaves open."""
    choices = (el("option", words[f"bench.knob.{knob.name}"], value=knob.name) for knob in knobs)
    select = el("select", el("option", words["bench.only.all"], value=""), *choices, data_only=True)
    note = el("p", words["bench.only.note"], class_="quiet")
    return el("div", el("label", el("span", words["bench.only"], class_="label"), select), note, class_="knob only")


def _time(words: Words) -> Html:
    """The slider of training time, which the script fills as moments come."""
    title = el("span", words["bench.time"], class_="unseen")
    slider = el("input", type="range", min=0, max=0, value=0, id="bench-time")
    note = el("p", words["bench.time.note"], class_="quiet")
    rewind = el("button", words["bench.rewind"], type="button", data_moment=0)
    parting = el("p", role="status", class_="parting")
    return el("div", el("h3", words["bench.time"]), note, el("div", rewind, el("label", title, slider), class_="time"),
              el("div", class_="replies", id="bench-moments"), parting, el("div", class_="abreast", id="pair-runs"),
              class_="part moments", hidden=True)  # fmt: skip
