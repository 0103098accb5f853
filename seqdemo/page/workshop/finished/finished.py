"""Where shipped runs are opened: a button for each in the workshop, and one beside a model that has a small copy."""

from __future__ import annotations

from dataclasses import dataclass

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words


@dataclass(frozen=True)
class Finished:
    """A shipped run."""

    link: str
    title: str
    shows: bool


@dataclass(frozen=True)
class Offer:
    """The shipped runs of a task."""

    apart: tuple[str, ...]
    """The decisions in which they differ."""
    runs: tuple[Finished, ...]


def finished(of: Offer, words: Words) -> Html | None:
    """A button for each run of a task; nothing where the workshop opens with the only one."""
    if len(of.runs) < 2:
        return None
    buttons = (el("button", run.title, type="button", data_run=run.link, aria_pressed=str(run.shows).lower())
               for run in of.runs)  # fmt: skip
    label = " · ".join([words["bench.finished"], *of.apart])
    return el("div", el("span", label, class_="label"),
              el("div", *buttons, class_="segments", role="group", aria_label=label), class_="finished")  # fmt: skip


def small(words: Words) -> Html:
    """How good a small copy of the chosen model is, and the way to it; the script fills it in, or hides it."""
    watch = el("button", words["bench.small.watch"], type="button", data_small=True)
    return el("span", el("span"), watch, class_="small-run", hidden=True)
