"""Everything that the page shows of one Trace."""

from __future__ import annotations

from collections.abc import Callable

from seqdemo.render.bars import bars
from seqdemo.render.flow import flow
from seqdemo.render.heatmap import heatmap, legend
from seqdemo.render.markup import Content, Html, el, join
from seqdemo.render.strip import strip
from seqdemo.render.verdict import verdict
from seqdemo.render.wording import Words, of_task, percent
from seqdemo.trace import Panel, Trace

DRAWN: dict[str, Callable[[Panel, Trace, Words], Html]] = {
    "heatmap": lambda panel, trace, words: heatmap(panel, trace.letters, words),
    "bars": lambda panel, trace, words: bars(panel, words),
}
"""How each kind of panel is drawn; a kind that is not here is left out."""

UNSURE = 0.5
"""A letter whose likeliest reading is less probable than this is called hard to read."""


def tile(trace: Trace, words: Words) -> Html:
    """The answer as the last box of the row."""
    share = words["answer.sure"].format(percent=percent(trace.confidence))
    return join(el("b", trace.answer, class_="long" if len(trace.answer) > 2 else None), el("span", share))


def results(trace: Trace, words: Words) -> Html:
    """Diagram, answer, images, heat-maps and bars, in the order in which the model works."""
    words = of_task(words, trace.task)
    maps = [section(panel, trace, words) for panel in trace.panels if panel.kind == "heatmap"]
    others = [section(panel, trace, words) for panel in trace.panels if panel.kind in DRAWN and panel.kind != "heatmap"]
    letters = _framed("letters", words["panel.letters.title"], words, strip(trace, words))
    return join(
        flow(trace, trace.task, words),
        el("div", _answer(trace, words), *others, class_="grid first"),
        el("div", letters, class_="grid"),
        el("div", *maps, class_="grid maps"),
        legend(words) if maps else None,
    )


def empty(sentence: str, hint: str, task: str, words: Words) -> Html:
    """What stands there before there is something to show."""
    words = of_task(words, task)
    boxes = (el("span", letter) for letter in ("A", "C", "E"))
    sketch = el("div", *boxes, el("span", "?", class_="asked"), class_="sketch", aria_hidden="true")
    advice = el("div", sketch, el("p", sentence), el("p", hint, class_="quiet"), class_="empty")
    return join(flow(None, task, words), advice)


def section(panel: Panel, trace: Trace, words: Words) -> Html:
    """One panel with its title, its help and, where positions are faded, why."""
    note = el("p", words["faded.why"], class_="note") if panel.faded else None
    title = words.get(f"panel.{panel.id}.title", panel.title)
    return _framed(panel.id, title, words, note, DRAWN[panel.kind](panel, trace, words))


def _framed(id: str, title: str, words: Words, *content: Content) -> Html:
    told = words.get(f"panel.{id}.help")
    about = el("summary", "?", aria_label=words["help.about"].format(title=title))
    heading = el(
        "div", el("h2", title), el("details", about, el("p", told), class_="help") if told else None, class_="heading"
    )
    return el("section", heading, *content, id=f"panel-{id}", class_=f"panel {id}", aria_label=title)


def _answer(trace: Trace, words: Words) -> Html:
    big = el("p", trace.answer, class_="big long" if len(trace.answer) > 2 else "big")
    facts = el("dl", *_fact(words["answer.confidence"], percent(trace.confidence)), *_believed(trace, words))
    return _framed(
        "answer",
        words["panel.answer.title"],
        words,
        el("div", big, facts, class_="said"),
        verdict(trace, words),
        _doubt(trace, words),
    )


def _doubt(trace: Trace, words: Words) -> Html | None:
    """Which letters the model could hardly read, and what to do about it."""
    unsure = [str(n) for n, letter in enumerate(trace.letters, 1) if letter.top[0][1] < UNSURE]
    return el("p", words["doubt"].format(positions=", ".join(unsure)), class_="note doubt") if unsure else None


def _believed(trace: Trace, words: Words) -> tuple[Html, ...]:
    panel = trace.panel("step")
    if panel is None:
        return ()
    best = int(panel.values[:, 0].argmax())
    believed = panel.rows[best].replace("-", "−")
    return _fact(words["answer.step"], f"{believed} ({percent(float(panel.values[best, 0]))})")


def _fact(label: str, value: str) -> tuple[Html, Html]:
    return el("dt", label), el("dd", value)
