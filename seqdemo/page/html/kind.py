"""Along what an answer came about: letters, the steps of a decoder, or the rows of one image."""

from __future__ import annotations

from seqdemo.trace import Panel, Trace

ROWS = 28
"""Rows of an image."""


def written(trace: Trace) -> Panel | None:
    """The panel with a row for each step in which the answer was written, if it was written in steps."""
    return next((panel for panel in trace.panels if panel.kind == "heatmap" and panel.along == "steps"), None)


def along(trace: Trace) -> str:
    """Along what one goes step by step: `letters`, the `steps` of a decoder, or `rows` of one image."""
    if written(trace):
        return "steps"
    return "rows" if trace.family == "row" else "letters"


def last_row(belief: Panel, step: int) -> int:
    """The row, from 1, down to which was read after a step."""
    return ROWS * (step + 1) // len(belief.rows)
