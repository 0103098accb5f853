"""What kind of answer a Trace is, and along what it came about."""

from __future__ import annotations

from seqdemo.page.html.wording import family
from seqdemo.trace import Panel, Trace

ROWS = 28
"""Rows of an image."""
_UNLIKE = {"listed": "dictionary", "words": "exact", "line": "lines", "path": "witnesses"}
"""Panels that only one kind of model has."""


def written(trace: Trace) -> Panel | None:
    """The panel with a row for each step in which the answer was written, if it was written in steps."""
    return next((panel for panel in trace.panels if panel.kind == "heatmap" and panel.along == "steps"), None)


def way(trace: Trace) -> str:
    """Which kind of model answered: its family of tasks, or another word where it is unlike the others.

    `channel`: no decoder wrote the word. `exact`, `lines`: nothing that was learned reasoned about word or row.
    `dictionary`: the same, with a list of words.
    `reasoner`: one stage was trained alone, on what a frozen reader reads.
    `witnesses`: a reader that looks at more than the image. `once`: the image was not read row by row.
    """
    if any(part.id == "reasoner" for part in trace.parts):
        return "reasoner"
    for panel, kind in _UNLIKE.items():
        if trace.panel(panel):
            return kind
    if any(panel.kind == "heatmap" and panel.along == "rows" and len(panel.rows) == 1 for panel in trace.panels):
        return "once"
    return "channel" if written(trace) and trace.panel("state") is None else family(trace.task)


def along(trace: Trace) -> str:
    """Along what one goes step by step: `letters`, the `steps` of a decoder, or `rows` of one image."""
    if written(trace):
        return "steps"
    return "rows" if family(trace.task) == "row" else "letters"


def last_row(belief: Panel, step: int) -> int:
    """The row, from 1, down to which was read after a step."""
    return ROWS * (step + 1) // len(belief.rows)
