"""The process in which runs are trained: `python -m seqdemo.workshop.worker FOLDER`, one run after the other.

It has one thread and, once it is ready, the lowest priority. It reads recipes and orders line by
line, and ends with its input.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import torch

from seqdemo.errors import CheckpointError
from seqdemo.workshop import readings
from seqdemo.workshop.protocol import BRIEF, ORDERS, Message, Order, line
from seqdemo.workshop.recipe import TASKS, WorkshopRecipe
from seqdemo.workshop.training import Training

LOWEST = 19
"""Priority, as `nice` counts it."""
IDLE = 900.0
"""Seconds without a recipe after which the process ends."""


class Orders:
    """What comes in line by line, read by a thread of its own so that a step never waits for it."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[str] = SimpleQueue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for text in sys.stdin:
            self._waiting.put(text.strip())
        os._exit(0)  # whoever started this process is gone

    def recipe(self) -> tuple[WorkshopRecipe, bool]:
        """The next recipe, and whether its run is looked at; orders to one that has ended already are too late."""
        try:
            while (text := self._waiting.get(timeout=IDLE)) in ORDERS:
                pass
        except Empty:
            sys.exit()  # a new process is started when one is needed
        link, *brief = text.split(" ")
        return WorkshopRecipe.from_link(link), brief != [BRIEF]

    def next(self, wait: bool) -> Order | None:
        """The next order to the run, if there is one."""
        try:
            text = self._waiting.get(block=wait)
        except Empty:
            return None
        return next((order for order in ORDERS if order == text), None)


def say(message: Message) -> None:
    sys.stdout.write(line(message))
    sys.stdout.flush()


def main(folder: Path) -> None:
    torch.set_num_threads(1)
    try:
        known = readings.load(folder)
    except CheckpointError as error:
        sys.exit(str(error))
    orders = Orders()
    for task in TASKS:  # what is made once in a process takes seconds, so not when a recipe is there
        Training(WorkshopRecipe.of({"task": task}), known, lambda _: None).go(lambda _: "stop")
    os.nice(LOWEST)
    while True:
        recipe, looks = orders.recipe()
        Training(recipe, known, say, looks=looks).go(orders.next)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
