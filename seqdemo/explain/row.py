"""One character read row by row, as a `Trace`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import TOP, Floats, Images, probabilities, trace_of
from seqdemo.explain.options import Options
from seqdemo.explain.parts import part
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.oddity import oddities
from seqdemo.models.gates import inside
from seqdemo.models.outputs import Character, CharacterByRows
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.saliency import saliency
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.trace import LetterRead, Panel, Part, Trace, Verdict


def explain_row(loaded: Loaded, letters: Sequence[Letter], options: Options) -> Trace:
    """What a reader of one character believes after each row, what its cells do, and which rows its answer rests on.

    Expects exactly one letter. A reader that sees the image at once believes once, and has no cells.
    """
    task = TASKS[loaded.task]
    assert isinstance(task, RowTask)
    letter = letters[0]
    image = shown(raster.images(letters), letter, options.covered)
    seen = torch.from_numpy(image).float() / 255
    output: Character = loaded.model(seen)
    beliefs = probabilities(output.beliefs[0])
    read = read_of(beliefs[-1], task, image[0], letter)
    believed = beliefs_of(beliefs, task)
    panels = (
        believed,
        *(_cells(cast(RowRnn, loaded.model), output) if isinstance(output, CharacterByRows) else ()),
        _recalled(loaded, seen),
    )
    return trace_of(loaded)(
        read.read,
        read.top[0][1],
        (read,),
        panels,
        verdict=_verdict(task, letter, read.read),
        notes=_notes(task, letter),
        covered=options.covered,
        parts=(_part(loaded.model, output, believed),),
    )


def _part(model: nn.Module, output: Character, believed: Panel) -> Part:
    """The one part that there is: what it keeps in mind after each row, or what it answers to all of them at once."""
    if isinstance(output, CharacterByRows):
        return part(model, "rows", "vision", (raster.SIZE, raster.SIZE), output.states[-1][0], believed)
    return part(model, "cnn", "vision", (raster.SIZE, raster.SIZE), output.beliefs[0].exp(), believed)


def shown(images: Images, letter: Letter, covered: Sequence[int]) -> Images:
    """The image with the covered rows as empty as its paper."""
    shown = images.copy()
    shown[:, list(covered)] = 255 if letter.background == "white" else 0
    return shown


def read_of(belief: Floats, task: RowTask, image: Images, letter: Letter) -> LetterRead:
    best = np.argsort(-belief, kind="stable")[:TOP]
    top = tuple((task.answers[n], float(belief[n])) for n in best)
    return LetterRead(top[0][0], top, image, letter.label, letter.ink)


def beliefs_of(beliefs: Floats, task: RowTask) -> Panel:
    last = len(beliefs) - 1
    return Panel("heatmap", "vision", "What it believes after each row", step_names(len(beliefs)), task.answers,
                 beliefs, marked=(last,), along="rows")  # fmt: skip


def step_names(steps: int) -> tuple[str, ...]:
    """Which rows of the image, from 1, are read in each step: `1`, `2`, … or `1-2`, `3-4`, …"""
    strip = raster.SIZE // steps
    return tuple(f"{n}" if strip == 1 else f"{n}-{n + strip - 1}" for n in range(1, raster.SIZE + 1, strip))


_TITLES = {
    "input": "Input gate",
    "forget": "Forget gate",
    "output": "Output gate",
    "reset": "Reset gate",
    "update": "Update gate",
    "cell": "Cell",
    "hidden": "Hidden state",
}


def _cells(model: RowRnn, output: CharacterByRows) -> tuple[Panel, ...]:
    """Gates and states of the last layer, the units in the order in which they are most excited."""
    found = {name: np.asarray(values.float().numpy()) for name, values in inside(model, output).items()}
    kept = found.get("cell", found["hidden"])
    order = np.argsort(np.abs(kept).argmax(axis=0), kind="stable")
    units = tuple(str(unit + 1) for unit in order)
    return tuple(
        Panel("state", name, _TITLES[name], step_names(len(values)), units, values[:, order], along="rows")
        for name, values in found.items()
    )


def look_back(loaded: Loaded, letter: Letter, options: Options) -> Panel:
    """The panel `recall` of a letter alone, to be laid beside those of other models."""
    image = shown(raster.images([letter]), letter, options.covered)
    return _recalled(loaded, torch.from_numpy(image).float() / 255)


def _recalled(loaded: Loaded, seen: Tensor) -> Panel:
    """The share of each row in the gradient of the answer, for one image (1, 28, 28) with 0 black and 1 white."""
    shares = saliency(loaded.model, seen)[0].float().numpy()
    return Panel("bars", "recall", "How much the answer depends on each row", step_names(raster.SIZE), ("share",),
                 shares[:, None], along="rows")  # fmt: skip


def _verdict(task: RowTask, letter: Letter, answer: str) -> Verdict | None:
    """Right or wrong, where it is known what was meant; there is only one stage to blame."""
    if letter.label is None:
        return None
    target = task.right(letter.label)
    return Verdict(letter.label, target, answer == target, "none" if answer == target else "vision", None, None)


def _notes(task: RowTask, letter: Letter) -> tuple[str, ...]:
    label = letter.label or ""
    merged = label not in task.answers and label.upper() in task.answers
    odd = () if letter.strokes is None else oddities(letter.strokes)
    return (*odd, *(("merged",) if merged else ()))
