"""Two answers in full, side by side: two variants of the same letters, or one variant of two rows of letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from seqdemo.page.answer.answer import answer
from seqdemo.page.answer.bars import bars
from seqdemo.page.answer.exact.lines import lines
from seqdemo.page.answer.strip import strip
from seqdemo.page.answer.words.matrix import matrices
from seqdemo.page.compare.difference import Side, difference
from seqdemo.page.compare.small import belief
from seqdemo.page.html.frame import framed
from seqdemo.page.html.heatmap import heatmap, legend
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words, worded
from seqdemo.trace import Panel, Trace

Draw = Callable[[Trace, Words], Html]


def pair(one: Side, other: Side, words: Words) -> Html:
    """Answers, images and every panel that both have; below them, one minus the other."""
    sides = (one, other)
    own = worded(words, one.trace.family)
    shared = [panel for panel in one.trace.panels if _draws(panel) and other.trace.panel(panel.id)]
    shared.sort(key=lambda panel: list(_DRAWN).index(panel.kind))
    return join(
        _part("answer", words["panel.answer.title"], sides, words, answer),
        _part("letters", words["panel.letters.title"], sides, words, strip),
        *(_part(panel.id, _title(panel, sides, words), sides, words, _drawing(panel.id)) for panel in shared),
        legend(own) if any(panel.kind in ("heatmap", "matrix") for panel in shared) else None,
        difference(one, other, own),
    )


def _part(id: str, title: str, sides: Sequence[Side], words: Words, draw: Draw) -> Html:
    """One panel of both, each under the name of its side and in the words of its kind of model."""
    columns = (
        el("div", el("h3", side.title), draw(side.trace, _words(side, words)), class_="of-side") for side in sides
    )
    both = el("div", *columns, class_="facing", style=_scale(id, sides))
    return framed(id, title, worded(words, sides[0].trace.family), both, place="pair")


def _scale(id: str, sides: Sequence[Side]) -> str | None:
    """Bars along the rows of an image are all short: the longest of both sides takes the whole height."""
    panels = [panel for side in sides if (panel := side.trace.panel(id))]
    if not all(panel.kind == "bars" and panel.along == "rows" for panel in panels) or not panels:
        return None
    return f"--most:{max(float(panel.values.max()) for panel in panels):.3f}"


def _words(side: Side, words: Words) -> Words:
    return worded(words, side.trace.family, side.trace.kind)


def _title(panel: Panel, sides: Sequence[Side], words: Words) -> str:
    """What both call it, or what its family of tasks does."""
    titles = {_words(side, words).get(f"panel.{panel.id}.title", panel.title) for side in sides}
    own = worded(words, sides[0].trace.family)
    return titles.pop() if len(titles) == 1 else own.get(f"panel.{panel.id}.title", panel.title)


def _draws(panel: Panel) -> bool:
    """Of a group only the panel that leads it."""
    return panel.kind in _DRAWN and panel.group in ("", panel.id)


def _drawing(id: str) -> Draw:
    def draw(trace: Trace, words: Words) -> Html:
        panel = trace.panel(id)
        assert panel is not None
        note = el("p", words["faded.why"], class_="note") if panel.faded else None
        still = replace(panel, sets="")  # only in the answer of one model do cells change it
        return join(note, _DRAWN[panel.kind](still, trace, words))

    return draw


def _heatmap(panel: Panel, trace: Trace, words: Words) -> Html:
    return belief(panel, words) if panel.along == "rows" else heatmap(panel, trace, words)


_DRAWN: dict[str, Callable[[Panel, Trace, Words], Html]] = {
    "bars": lambda panel, trace, words: bars(panel, words),
    "matrix": lambda panel, trace, words: matrices([panel], trace, words),
    "heatmap": _heatmap,
    "map": lambda panel, trace, words: lines([panel], words),
}
"""How each kind of panel is drawn, in the order in which they stand."""
