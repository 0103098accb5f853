"""The diagram that is always on the page: images, the stages of the model, the answer, and what each says just now."""

from __future__ import annotations

from seqdemo.render.markup import Html, el
from seqdemo.render.steps import way
from seqdemo.render.wording import Words, family, symbol
from seqdemo.trace import Panel, Trace

Stages = tuple[tuple[str, str], ...]
"""Each stage and the panel that shows its output, where a model has one."""

USUAL: Stages = (("cnn", "glance"), ("gru1", "vision"), ("gru2", "reasoning"))
STAGES: dict[str, Stages] = {
    "letter": (("cnn", "vision"),),
    "swap": (("cnn", "glance"), ("encoder", "vision"), ("decoder", "reasoning")),
    "channel": (("cnn", "vision"), ("channel", "reasoning")),
    "exact": (("reader", "vision"), ("exact", "reasoning")),
    "lines": (("reader", "vision"), ("exact", "reasoning")),
    "witnesses": (("image_alone", "image"), ("path", "path"), ("both", "vision")),
    "row": (("rows", "vision"),),
    "once": (("cnn", "vision"),),
}
"""The stages of models that work in another way."""
_SPACED = 6
"""So many letters stand apart from each other; more would not fit on a line."""


def flow(trace: Trace | None, task: str, words: Words) -> Html:
    """The stops on the way; with a Trace, each carries its letters and leads to its panel."""
    kind = way(trace) if trace else family(task)
    stages = (_stop(stage, panel, trace, words) for stage, panel in STAGES.get(kind, USUAL))
    first = "vision" if family(task) == "row" else "letters"
    letters = el("li", _inside(words, "image", first if trace else None, None))
    said = (symbol(trace.answer, words) or words["answer.nothing"]) if trace else None
    return el("ol", letters, *stages, el("li", _inside(words, "answer", None, said), class_="answer"), class_="flow",
              aria_label=words["flow.label"])  # fmt: skip


def _stop(stage: str, id: str, trace: Trace | None, words: Words) -> Html:
    """A stage that names no letters itself says that it only hands on what it saw."""
    panel = trace.panel(id) if trace else None
    if trace and panel is None:
        return el("li", _inside(words, stage, None, words["flow.silent"]), class_="silent")
    return el("li", _inside(words, stage, id if panel else None, _said(panel, words)))


def _inside(words: Words, stage: str, panel: str | None, said: str | None) -> Html:
    content = (el("b", words[f"flow.{stage}"]), el("span", words[f"flow.{stage}.role"]), el("em", said or "\u00a0"))
    return el("a", *content, href=f"#panel-{panel}") if panel else el("div", *content)


def _said(panel: Panel | None, words: Words) -> str | None:
    """The strongest letter of each row, or of the marked rows alone where there are any; of steps, what was written."""
    if panel is None:
        return None
    if panel.along == "steps":
        said = [name for name in panel.rows if len(name) == 1]
    else:
        best = panel.values.argmax(axis=1)
        said = [symbol(panel.columns[best[row]], words) for row in panel.marked or range(len(panel.rows))]
    return (" " if len(said) <= _SPACED else "").join(said)
