"""Everything that the page shows of one Trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seqdemo.page.answer.answer import changes_of_word
from seqdemo.page.answer.bars import bars, of_training
from seqdemo.page.answer.exact.lines import lines
from seqdemo.page.answer.flow import flow
from seqdemo.page.answer.steps import positions
from seqdemo.page.answer.steps.parts import opened
from seqdemo.page.answer.steps.steps import controls, views
from seqdemo.page.answer.strip import strip
from seqdemo.page.answer.words.matrix import matrices
from seqdemo.page.answer.words.ranking import ranking
from seqdemo.page.html.frame import framed
from seqdemo.page.html.heatmap import heatmap, legend
from seqdemo.page.html.kind import along, written
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.state import film
from seqdemo.page.html.wording import Words, worded
from seqdemo.page.rows import rows
from seqdemo.trace import Panel, Trace

MAIN: dict[str, tuple[str, ...]] = {
    "next": ("vision", "reasoning", "step"),
    "lines": ("vision", "reasoning", "step"),
    "witnesses": ("image", "path", "vision"),
    "letter": ("vision",),
}
"""The panels that stand first, side by side, by the kind of model."""
_OF_WORDS = ("attention", "alignment", "reasoning", "vision")
"""Of a word, the first two of these that a model has."""


def main_panels(trace: Trace) -> tuple[str, ...]:
    """The panels on the first screen, by their names."""
    names = _OF_WORDS if written(trace) else MAIN.get(trace.kind, MAIN["next"])
    found = tuple(name for name in names if trace.panel(name))
    return found[:2] if written(trace) else found


def results(trace: Trace, words: Words, inside: str | None = None, doors: Html | None = None) -> Html:
    """Diagram, the main panels side by side, and below them all that further panels have to say.

    `inside`: the part of the model that is open, by its name; `doors`: what leads on from it.
    """
    words = worded(words, trace.family, trace.kind)
    above = join(_stage(trace, words), opened(trace, inside, words, doors))
    if trace.family == "row":
        return join(above, rows.by_rows(trace, words))
    names = main_panels(trace)
    first = [section(_panel(trace, name), trace, words) for name in names]
    letters = framed("letters", words["panel.letters.title"], words, strip(trace, words))
    if len(first) == 1:
        first.append(letters)
    title = ", ".join(_title(_panel(trace, name), words) for name in names)
    main = el("div", *first, class_="leading", data_leading=" ".join(names), role="group", aria_label=title)
    below = [letters] if letters not in first else []
    colours = legend(words) if any(panel.kind == "heatmap" for panel in trace.panels) else None
    return join(above, el("div", main, colours, _below(trace, below, names, words), class_="writing"))


def _below(trace: Trace, letters: list[Html], first: Sequence[str], words: Words) -> Html:
    """The panels that stand below the first screen."""
    panel = written(trace)
    changed = framed("changed", words["panel.changed.title"], words, changes_of_word(trace, words)) if panel else None
    return join(
        *_row("pairwise", *([changed] if changed else []), *_others("ranking", trace, first, words)),
        *_row("pairwise", *_others("bars", trace, first, words)),
        *_row("one", _views(trace, words)),
        *_maps([*_others("heatmap", trace, first, words), *_others("matrix", trace, first, words)], letters),
        *_row("one", *_others("map", trace, first, words)),
        *_row("one", *_others("state", trace, first, words)),
    )


def _maps(maps: list[Html], letters: list[Html]) -> tuple[Html, ...]:
    """Several maps have a row of their own; one alone shares it with what the model sees."""
    if len(maps) == 1:
        return _row("pairwise", *maps, *letters)
    return (*_row("maps", *maps), *_row("one", *letters))


def _row(kind: str, *sections: Html) -> tuple[Html, ...]:
    """Panels beside each other, if there are any."""
    return (el("div", *sections, class_=f"grid {kind}"),) if sections else ()


def _views(trace: Trace, words: Words) -> Html:
    """What is looked at step by step: each step of a decoder, or what every stage says of one letter."""
    panel = written(trace)
    if panel is not None:
        return framed("steps", words["panel.steps.title"], words, views(panel, trace, words))
    words = worded(words, "letters")
    stages = [(part.id, found) for part in trace.parts if (found := trace.panel(part.shows)) is not None]
    return framed("steps", words["panel.steps.title"], words, positions.views(trace, stages, words))


def _panel(trace: Trace, name: str) -> Panel:
    panel = trace.panel(name)
    assert panel is not None
    return panel


def _stage(trace: Trace, words: Words) -> Html:
    """The picture of the model above the one control for its steps; both stay in sight."""
    panel = written(trace)
    if along(trace) == "rows":
        control = rows.controls(trace, words)
    else:
        control = controls(panel, words) if panel else positions.controls(trace, worded(words, "letters"))
    return el("div", flow(trace, trace.family, words), control, class_="stage")


def empty(sentence: str, hint: str) -> Html:
    """What stands beside the boxes before there is an answer."""
    return el("div", el("p", sentence, class_="reason"), el("p", hint, class_="quiet"), class_="empty")


def section(panel: Panel, trace: Trace, words: Words) -> Html:
    """One panel with its title, its help and, where positions are faded, why."""
    note = el("p", words["faded.why"], class_="note") if panel.faded else None
    return framed(panel.id, _title(panel, words), words, note, DRAWN[panel.kind](panel, trace, words))


def _title(panel: Panel, words: Words) -> str:
    return words.get(f"panel.{panel.id}.title", panel.title)


def _others(kind: str, trace: Trace, first: Sequence[str], words: Words) -> list[Html]:
    """The panels of a kind that do not stand first; of a group only one, which draws the others too."""
    leaders = [panel for panel in trace.panels if panel.kind == kind and _members(panel, trace)[0] is panel]
    return [section(panel, trace, words) for panel in leaders if panel.id not in first]


def _members(panel: Panel, trace: Trace) -> list[Panel]:
    """The panels that share a picture with this one, first the one that has the group's own name."""
    group = [each for each in trace.panels if each is panel or (panel.group and each.group == panel.group)]
    return sorted(group, key=lambda each: each.id != panel.group)


DRAWN: dict[str, Callable[[Panel, Trace, Words], Html]] = {
    "heatmap": heatmap,
    "bars": lambda panel, trace, words: bars(of_training(panel, trace.trained), words),
    "ranking": lambda panel, trace, words: ranking(panel, words),
    "matrix": lambda panel, trace, words: matrices(_members(panel, trace), trace, words),
    "map": lambda panel, trace, words: lines(_members(panel, trace), words),
    "state": lambda panel, trace, words: film(panel, words),
}
"""How each kind of panel is drawn."""
