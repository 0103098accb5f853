"""From a model and letters to a `Trace`: the only place where tensors become arrays."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import torch

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.explain.exact_swap import explain_swap
from seqdemo.explain.line import explain_line
from seqdemo.explain.line_reasoner import explain_line_reasoner
from seqdemo.explain.next_letter import explain_next
from seqdemo.explain.noisy_channel import explain_noisy_channel
from seqdemo.explain.options import Options
from seqdemo.explain.reading import explain_reading
from seqdemo.explain.row import explain_row, look_back
from seqdemo.explain.word import explain_word
from seqdemo.handwriting.letter import Letter
from seqdemo.models import outputs
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.task import Task
from seqdemo.trace import Panel, Trace

__all__ = ["Options", "beside", "check", "explain"]


@torch.inference_mode()
def explain(loaded: Loaded, letters: Sequence[Letter], options: Options = Options()) -> Trace:  # noqa: B008 (frozen)
    """Run one model on letters and keep everything worth seeing; raises InputError if they are too few or too many."""
    begun = time.perf_counter()
    check(loaded, letters, options)
    trace = loaded.kind.entry(_EXPLAINERS)(loaded, letters, options)
    return replace(trace, timing_ms=(time.perf_counter() - begun) * 1000)


def beside(
    models: Iterable[Loaded],
    letters: Sequence[Letter],
    options: Options = Options(),  # noqa: B008 (frozen)
) -> tuple[tuple[Loaded, Panel], ...]:
    """Panels that say most next to each other: how much the answer of every reader of rows depends on each row.

    Only for models that read in steps; those are explained one by one, and one letter at a time.
    """
    readers = [loaded for loaded in models if issubclass(loaded.kind.output, outputs.CharacterByRows)]
    return tuple((loaded, look_back(loaded, letters[0], options)) for loaded in readers)


def check(loaded: Loaded, letters: Sequence[Letter], options: Options) -> None:
    """That a model can answer so many letters, and all options concern them; raises InputError."""
    _check_count(len(letters), TASKS[loaded.task])
    options.check(len(letters))


def _check_count(count: int, task: Task) -> None:
    if count == 0:
        raise InputError("no_letters", "There are no letters yet: draw, type or sample some.")
    if count < task.fewest:
        raise InputError("too_few_letters", "One letter says nothing about what follows: at least two are needed.")
    if count > task.most == 1:
        raise InputError("one_character", "Row by row one character is read at a time: send exactly one.")
    if count > task.most:
        raise InputError("too_many_letters", f"At most {task.most} letters can be read at once.")


_EXPLAINERS: Mapping[type, Callable[[Loaded, Sequence[Letter], Options], Trace]] = {
    outputs.Reading: explain_reading,
    outputs.NextLetter: explain_next,
    outputs.LineFollowed: explain_line,
    outputs.Remembered: explain_line_reasoner,
    outputs.Decoded: explain_word,
    outputs.Corrected: explain_noisy_channel,
    outputs.Reasoned: explain_swap,
    outputs.Character: explain_row,
}
"""How each type of output, and what is derived from it, is explained."""
