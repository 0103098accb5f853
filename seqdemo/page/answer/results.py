"""Everything that the page shows of one Trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seqdemo.page.answer.answer import answer
from seqdemo.page.answer.bars import bars
from seqdemo.page.answer.exact.lines import lines
from seqdemo.page.answer.flow import flow, stages_of
from seqdemo.page.answer.steps import positions
from seqdemo.page.answer.steps.parts import opened
from seqdemo.page.answer.steps.steps import controls, views
from seqdemo.page.answer.strip import strip
from seqdemo.page.answer.words.matrix import matrices
from seqdemo.page.answer.words.ranking import ranking
from seqdemo.page.html.frame import framed
from seqdemo.page.html.heatmap import heatmap, legend
from seqdemo.page.html.kind import along, way, written
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.state import film
from seqdemo.page.html.wording import Words, family, of_task
from seqdemo.page.rows import rows
from seqdemo.trace import Panel, Trace


def results(trace: Trace, words: Words, beside: Sequence[tuple[str, Panel]] = (), inside: str | None = None) -> Html:
    """Diagram, answer, images, and what each stage made of them.

    `beside`: for a character that is read row by row, the title and the panel `recall` of every model of its task.
    `inside`: the part of the model that is open, by its name.
    """
    words = of_task(of_task(words, trace.task), way(trace))
    said = framed("answer", words["panel.answer.title"], words, answer(trace, words))
    above = join(_stage(trace, words), opened(trace, inside, dict(stages_of(trace)).get(inside or ""), words))
    if family(trace.task) == "row":
        return join(above, el("div", said, class_="grid"), rows.by_rows(trace, words, beside))
    letters = framed("letters", words["panel.letters.title"], words, strip(trace, words))
    maps = _sections("heatmap", trace, words)
    found = _sections("map", trace, words)
    return join(
        above,
        el("div", said, *_sections("bars", trace, words), *_sections("ranking", trace, words), class_="grid first"),
        el("div", letters, class_="grid"),
        el("div", *found, class_="grid") if found else None,
        _in_steps(trace, maps, words) if written(trace) else _by_letter(trace, maps, words),
        legend(words) if maps else None,
    )


def _stage(trace: Trace, words: Words) -> Html:
    """The picture of the model above the one control for its steps; both stay in sight."""
    panel = written(trace)
    if along(trace) == "rows":
        control = rows.controls(trace, words)
    else:
        control = controls(panel, words) if panel else positions.controls(trace, of_task(words, "letters"))
    return el("div", flow(trace, trace.task, words), control, class_="stage")


def _by_letter(trace: Trace, maps: list[Html], words: Words) -> Html:
    """What every stage says of one letter, and the maps of all letters."""
    words = of_task(words, "letters")
    stages = [(stage, panel) for stage, name in stages_of(trace) if (panel := trace.panel(name)) is not None]
    views = framed("steps", words["panel.steps.title"], words, positions.views(trace, stages, words))
    return el("div", el("div", views, class_="grid"), el("div", *maps, class_="grid maps"), class_="writing")


def empty(sentence: str, hint: str, task: str, words: Words) -> Html:
    """What stands there before there is something to show."""
    words = of_task(words, task)
    boxes = (el("span", letter) for letter in words["empty.sketch"])
    sketch = el("div", *boxes, el("span", "?", class_="asked"), class_="sketch", aria_hidden="true")
    advice = el("div", sketch, el("p", sentence), el("p", hint, class_="quiet"), class_="empty")
    return join(flow(None, task, words), advice)


def section(panel: Panel, trace: Trace, words: Words) -> Html:
    """One panel with its title, its help and, where positions are faded, why."""
    note = el("p", words["faded.why"], class_="note") if panel.faded else None
    title = words.get(f"panel.{panel.id}.title", panel.title)
    return framed(panel.id, title, words, note, DRAWN[panel.kind](panel, trace, words))


def _sections(kind: str, trace: Trace, words: Words) -> list[Html]:
    """The panels of a kind; of a group only the first, which draws the others too."""
    leaders = [panel for panel in trace.panels if panel.kind == kind and _members(panel, trace)[0] is panel]
    return [section(panel, trace, words) for panel in leaders]


def _in_steps(trace: Trace, maps: list[Html], words: Words) -> Html:
    """What is looked at step by step, where the answer was written so."""
    panel = written(trace)
    assert panel is not None
    states = _sections("state", trace, words)
    return el(
        "div",
        el("div", framed("steps", words["panel.steps.title"], words, views(panel, trace, words)), class_="grid"),
        el("div", *_sections("matrix", trace, words), class_="grid matrices"),
        el("div", *maps, class_="grid maps"),
        el("div", *states, class_="grid") if states else None,
        class_="writing",
    )


def _members(panel: Panel, trace: Trace) -> list[Panel]:
    """The panels that share a picture with this one, first the one that has the group's own name."""
    group = [each for each in trace.panels if each is panel or (panel.group and each.group == panel.group)]
    return sorted(group, key=lambda each: each.id != panel.group)


DRAWN: dict[str, Callable[[Panel, Trace, Words], Html]] = {
    "heatmap": heatmap,
    "bars": lambda panel, trace, words: bars(panel, words),
    "ranking": lambda panel, trace, words: ranking(panel, words),
    "matrix": lambda panel, trace, words: matrices(_members(panel, trace), trace, words),
    "map": lambda panel, trace, words: lines(_members(panel, trace), words),
    "state": lambda panel, trace, words: film(panel, words),
}
"""How each kind of panel is drawn."""
