"""The diagram that is always on the page: image -> CNN -> GRU1 -> GRU2 -> answer, and what each stage says just now."""

from __future__ import annotations

from seqdemo.render.markup import Html, el
from seqdemo.render.wording import Words
from seqdemo.trace import Panel, Trace

Stages = tuple[tuple[str, str], ...]
"""Each stage and the panel that shows its output, where a model has one."""

USUAL: Stages = (("cnn", "glance"), ("gru1", "vision"), ("gru2", "reasoning"))
STAGES: dict[str, Stages] = {"letter": (("cnn", "vision"),)}
"""The stages of tasks whose models work in another way."""


def flow(trace: Trace | None, task: str, words: Words) -> Html:
    """The stops on the way; with a Trace, each carries its letters and leads to its panel."""
    stages = (_stop(stage, trace.panel(panel) if trace else None, words) for stage, panel in STAGES.get(task, USUAL))
    letters = el("li", _inside(words, "image", "letters" if trace else None, None))
    answer = el("li", _inside(words, "answer", None, trace.answer if trace else None), class_="answer")
    return el("ol", letters, *stages, answer, class_="flow", aria_label=words["flow.label"])


def _stop(stage: str, panel: Panel | None, words: Words) -> Html:
    return el("li", _inside(words, stage, panel.id if panel else None, _said(panel)))


def _inside(words: Words, stage: str, panel: str | None, said: str | None) -> Html:
    content = (el("b", words[f"flow.{stage}"]), el("span", words[f"flow.{stage}.role"]), el("em", said or "\u00a0"))
    return el("a", *content, href=f"#panel-{panel}") if panel else el("div", *content)


def _said(panel: Panel | None) -> str | None:
    """The strongest letter of each row, or of the marked rows alone where there are such."""
    if panel is None:
        return None
    best = panel.values.argmax(axis=1)
    return " ".join(panel.columns[best[row]] for row in panel.marked or range(len(panel.rows)))
