"""How many go in and how many come out: one or many, at once or one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from seqdemo.explain import explain
from seqdemo.explain.blocks.asked import Asked
from seqdemo.trace import Block, Panel, Trace


def shapes(asked: Asked) -> Block:
    """The names of all `inputs` and `outputs` of this answer; `kind` is the family of its task."""
    trace = explain(asked.loaded, asked.letters, replace(asked.options, brief=True))
    inputs, outputs = _names(trace)
    panels = (_list("inputs", inputs), _list("outputs", outputs))
    return Block("shapes", asked.part, trace.family, trace.letters, panels)


def _names(trace: Trace) -> tuple[Sequence[str], Sequence[str]]:
    said = trace.panel("reasoning") or trace.panel("vision")
    assert said is not None
    if said.along == "rows":
        return said.rows, (trace.answer,)
    places = tuple(str(place + 1) for place in range(len(trace.letters)))
    return places, said.rows if said.along == "steps" else [said.columns[n] for n in said.values.argmax(axis=1)]


def _list(id: str, names: Sequence[str]) -> Panel:
    return Panel("bars", id, id, tuple(names), ("",), np.ones((len(names), 1), np.float32))
