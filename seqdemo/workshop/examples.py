"""Finished runs that are shipped, so that the workshop never opens empty and learning can be rewound without training.

`python -m seqdemo.workshop.examples` trains them anew, or those whose links are given.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from math import inf
from pathlib import Path

import torch

from seqdemo.errors import CheckpointError
from seqdemo.files import write_atomically
from seqdemo.workshop import readings
from seqdemo.workshop.packing import coarse, file_of, said_in
from seqdemo.workshop.protocol import Ended, Message
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.run import Run
from seqdemo.workshop.training import Training

LINKS = (
    "next,seed=1",
    "words,seed=1",
    "words,context=none,seed=1",
    "words,context=bahdanau,seed=1",
    "rows,seed=1",
)
"""Of their recipes; the usual one of each task comes first."""
FOLDER, SUFFIX = "workshop", ".safetensors.gz"
"""Beside the checkpoints; the name of each file is a recipe's link."""
MAX_BYTES = 3_000_000


def load(folder: Path) -> Iterator[Run]:
    """The shipped runs that can be read; the page does without the others."""
    for link in LINKS:
        run = Run(WorkshopRecipe.from_link(link), set())
        try:
            for said in said_in(_content(place(folder, link))):
                run.take(said)
        except (OSError, ValueError):
            continue
        if run.ended is not None:
            yield run


def place(folder: Path, link: str) -> Path:
    """Where the run of a recipe lies in a folder of checkpoints."""
    return folder / FOLDER / f"{link}{SUFFIX}"


def _content(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.name} is larger than {MAX_BYTES:,} bytes")
    return path.read_bytes()


def made(recipe: WorkshopRecipe, known: Readings) -> list[Message]:
    """All that a run of a recipe says, which is trained to its end however long that takes."""
    said: list[Message] = []
    Training(recipe, known, said.append, limit=inf).go(lambda _: None)
    return [coarse(each) for each in said]


def main(links: list[str]) -> None:
    """Write the runs of these recipes into the project's checkpoints."""
    torch.set_num_threads(1)
    folder = Path(__file__).parents[2] / "checkpoints"
    try:
        known = readings.load(folder)
    except CheckpointError as error:
        sys.exit(str(error))
    for link in links or LINKS:
        said = made(WorkshopRecipe.from_link(link), known)
        write_atomically(place(folder, link), file_of(said))
        print(link, *(each for each in said if isinstance(each, Ended)))


if __name__ == "__main__":
    main(sys.argv[1:])
