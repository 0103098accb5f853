"""The diagram that is always on the page: images and the stages of the model, and what each says just now."""

from __future__ import annotations

from seqdemo.page.html.markup import Content, Html, el, join
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Panel, Trace

Stages = tuple[tuple[str, str], ...]
"""Each stage and the panel that shows its output, where a model has one."""

USUAL: Stages = (("cnn", "glance"), ("gru1", "vision"), ("gru2", "reasoning"))
STAGES: dict[str, Stages] = {
    "letter": (("cnn", "vision"),),
    "swap": (("cnn", "glance"), ("encoder", "vision"), ("decoder", "reasoning")),
    "channel": (("cnn", "vision"), ("channel", "reasoning")),
    "exact": (("reader", "vision"), ("exact", "reasoning")),
    "dictionary": (("reader", "vision"), ("dictionary", "reasoning")),
    "reasoner": (("reader", "vision"), ("reasoner", "reasoning")),
    "lines": (("reader", "vision"), ("exact", "reasoning")),
    "witnesses": (("image_alone", "image"), ("path", "path"), ("both", "vision")),
    "row": (("rows", "vision"),),
    "once": (("cnn", "vision"),),
}
"""The stages of models that work in another way."""
EACH_STEP: dict[str, tuple[str, ...]] = {
    "swap": ("decoder",), "channel": ("channel",), "exact": ("exact",), "dictionary": ("dictionary",),
}  # fmt: skip
"""The stages that are at work at every step, where the others have done their work before the first."""
_SPACED = 6
"""So many letters stand apart from each other; more would not fit on a line."""


def stages_of(trace: Trace) -> Stages:
    """The stages of the model that answered, with their panels."""
    return STAGES.get(trace.kind, USUAL)


def flow(trace: Trace | None, family: str, words: Words) -> Html:
    """The stops on the way in a family of tasks; with a Trace, each carries its letters and opens its part's inside."""
    kind = trace.kind if trace else family
    stages = STAGES.get(kind, USUAL)
    at_work = EACH_STEP.get(kind, tuple(stage for stage, _ in stages))
    stops = (_stop(n, stage, panel, stage in at_work, trace, words) for n, (stage, panel) in enumerate(stages))
    first = "vision" if family == "row" else "letters"
    letters = el("li", _inside(words, "image", f"#panel-{first}" if trace else None, None))
    return el("ol", letters, *stops, class_="flow", aria_label=words["flow.label"])


def _stop(number: int, stage: str, id: str, at_work: bool, trace: Trace | None, words: Words) -> Html:
    """A stage that names no letters itself says that it only hands on what it saw."""
    panel = trace.panel(id) if trace else None
    said = words["flow.silent"] if trace and panel is None else _said(panel, words)
    opens = trace is not None and any(part.id == stage for part in trace.parts)
    classes = " ".join(filter(None, ["silent" if trace and panel is None else "", "works" if at_work else ""]))
    return el("li", _inside(words, stage, f"#inside-{stage}" if opens else None, said), class_=classes or None,
              style=f"--turn:{number}")  # fmt: skip


def _inside(words: Words, stage: str, target: str | None, said: Content) -> Html:
    name, _, more = words[f"flow.{stage}"].partition(" · ")  # on a phone there is only room for the name
    title = el("b", name, el("i", f" · {more}") if more else None)
    content = (title, el("span", words[f"flow.{stage}.role"]), el("em", said or "\u00a0", data_tells=True))
    if target and target.startswith("#inside-"):
        return el("button", *content, type="button", data_part=stage, aria_expanded="false",
                  aria_controls=target.removeprefix("#"))  # fmt: skip
    return el("a", *content, href=target) if target else el("div", *content)


def _said(panel: Panel | None, words: Words) -> Html | None:
    """The strongest letter of each row; the script lights up the one of the present step."""
    if panel is None:
        return None
    if panel.along == "steps":
        said = [name for name in panel.rows if len(name) == 1]
    else:
        said = [symbol(panel.columns[best], words) for best in panel.values.argmax(axis=1)]
        said = said if panel.along == "letters" else said[-1:]
    space = " " if 1 < len(said) <= _SPACED else None
    return join(*(join(space if n else None, el("span", letter, data_said=n)) for n, letter in enumerate(said)))
