"""The sections of the studies: what was changed one at a time, and what each change was worth."""

from __future__ import annotations

from seqdemo.page.html.charts.chart import Axis, Chart, Line, chart, swatch
from seqdemo.page.html.charts.scale import Scale, fitting, from_zero
from seqdemo.page.html.figures import count, decimal, duration, ten_to_the, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, device
from seqdemo.page.learned.studies.dots import dots
from seqdemo.page.learned.studies.study import BASE, Group, Outcome, Study

_FIGURES = ("accuracy", "vision", "reasoning_on_truth")


def section(study: Study, words: Words) -> Html:
    """One study: what was done, the pictures, and on what it was measured."""
    pictures = _losses(study, words) if study.judged_by == "loss" else _shares(study, words)
    return el("section", el("h3", study.title), _lead(study, words), *pictures, _source(study, words),
              class_="part study", id=f"study-{study.name}")  # fmt: skip


def _lead(study: Study, words: Words) -> Html:
    budget = words["study.budget"].format(steps=count(study.steps), batch=count(study.batch))
    kind = "one_seed" if study.seeds == 1 else study.judged_by
    told = [budget, words[f"study.{kind}"].format(n=study.seeds), words.get(f"study.{study.name}.note")]
    return el("p", " ".join(filter(None, told)), class_="quiet")


def _source(study: Study, words: Words) -> Html:
    letters = words.get(f"learned.tested.{study.tested}", study.tested)
    told = words["study.source"].format(
        sequences=count(study.sequences),
        letters=letters,
        time=duration(study.seconds, words),
        device=device(study.device, words),
        date=study.date,
    )
    return el("p", told, class_="quiet")


def _shares(study: Study, words: Words) -> list[Html]:
    drawn = [dots(study, figure, words) for figure in _FIGURES]
    return [el("div", *drawn, class_="dotted")]


def _losses(study: Study, words: Words) -> list[Html]:
    """One chart for each group, all over the same axes."""
    ends = [
        end
        for group in study.groups
        for each in group.outcomes
        for _, loss in each.losses
        for end in (loss.least, loss.most)
    ]
    scale = fitting(ends)
    return [el("div", *(chart(_loss(study, group, scale, words), words) for group in study.groups), class_="charts")]


def _loss(study: Study, group: Group, scale: Scale, words: Words) -> Chart:
    told = words["study.step"]
    x = Axis(words["study.steps"], from_zero([study.steps]), count, lambda step: told.format(n=count(step)))
    y = Axis(words["learned.loss.axis"], scale, ten_to_the if scale.by_ratio else decimal, decimal)
    looks = _looks(group)
    lines = tuple(_line(outcome, looks[outcome.name]) for outcome in group.outcomes)
    legend = _legend(group, looks, words)
    return Chart(f"study-{study.name}-{group.name}", group.title, "", x, y, lines, legend=legend)


def _looks(group: Group) -> dict[str, int]:
    """The recipe as it is looks the same in every chart."""
    return {name: n for n, name in enumerate([BASE, *(outcome.name for outcome in group.changed)])}


def _line(outcome: Outcome, look: int) -> Line:
    points = tuple((step, loss.mean) for step, loss in outcome.losses)
    return Line(outcome.name, outcome.title, look, points, spread=tuple((e.least, e.most) for _, e in outcome.losses))


def _legend(group: Group, looks: dict[str, int], words: Words) -> Html:
    """Which line is which value, where it ended and what it was worth."""
    return el("ul", *(_value(outcome, looks[outcome.name], words) for outcome in group.outcomes), class_="values")


def _value(outcome: Outcome, look: int, words: Words) -> Html:
    title = words["study.of_base"].format(title=outcome.title) if outcome.name == BASE else outcome.title
    told = [words["study.end"].format(loss=decimal(outcome.losses[-1][1].mean))]
    if "accuracy" in outcome.shares:
        told.append(words["study.right"].format(share=tenths(outcome.shares["accuracy"].mean)))
    return el("li", swatch(look), el("b", title), " ", el("span", " · ".join(told), class_="quiet"))
