"""Finished runs that are shipped, so that the workshop never opens empty.

`python -m seqdemo.workshop.examples` trains the usual recipe of every task anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import torch

from seqdemo.errors import CheckpointError
from seqdemo.files import write_atomically
from seqdemo.workshop import readings
from seqdemo.workshop.protocol import Message, Moment, line, message
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import TASKS, WorkshopRecipe
from seqdemo.workshop.run import Run
from seqdemo.workshop.training import Training

FOLDER = "workshop"
"""Beside the checkpoints; the name of each file is a task's."""
MAX_BYTES = 5_000_000


def load(folder: Path) -> Iterator[Run]:
    """The shipped runs that can be read; the page does without the others."""
    for task in TASKS:
        run = Run(WorkshopRecipe.of({"task": task}), set())
        try:
            for text in _lines(folder / FOLDER / f"{task}.jsonl"):
                run.take(message(text))
        except (OSError, ValueError):
            continue
        if run.ended is not None:
            yield run


def _lines(path: Path) -> list[str]:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.name} is larger than {MAX_BYTES:,} bytes")
    return path.read_text(encoding="utf-8").splitlines()


def made(recipe: WorkshopRecipe, known: Readings) -> str:
    """All that a run of a recipe says."""
    said: list[Message] = []
    Training(recipe, known, said.append).go(lambda _: None)
    return "".join(map(line, said))


def main(tasks: list[str]) -> None:
    """Write the runs of these tasks into the project's checkpoints."""
    torch.set_num_threads(1)
    folder = Path(__file__).parents[2] / "checkpoints"
    try:
        known = readings.load(folder)
    except CheckpointError as error:
        sys.exit(str(error))
    for task in tasks or list(TASKS):
        text = made(WorkshopRecipe.of({"task": task}), known)
        write_atomically(folder / FOLDER / f"{task}.jsonl", text.encode())
        print(task, *(each for each in map(message, text.splitlines()[-1:]) if not isinstance(each, Moment)))


if __name__ == "__main__":
    main(sys.argv[1:])
