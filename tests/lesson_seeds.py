"""Which seeds do for a lesson: `PYTHONPATH=. python tests/lesson_seeds.py blame` prints a few.

For when models were trained again and what a lesson says of its example is no longer true.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from seqdemo.page.core.resources import Resources
from seqdemo.page.lessons.lesson import Lesson, Scene, evidence, fits
from seqdemo.page.lessons.table import LESSONS

WANTED, MOST = 5, 5000


def seeds(lesson: Lesson, resources: Resources) -> Iterator[int]:
    """Seeds below MOST with which all that the lesson says is true, its scenes all having the same one."""
    for seed in range(MOST):
        tried = replace(
            lesson, scenes=_seeded(lesson.scenes, seed), measured=lesson.measured and _seeded(lesson.measured, seed)
        )
        found = evidence(tried, resources)
        if fits(tried, found) and all(map(tried.task.lacks, found.traces)):
            yield seed


def _seeded(scenes: tuple[Scene, ...], seed: int) -> tuple[Scene, ...]:
    return tuple(replace(scene, seed=seed) for scene in scenes)


if __name__ == "__main__":
    store = Resources.open(Path(__file__).parents[1] / "checkpoints")
    for name in sys.argv[1:]:
        lesson = next(each for each in LESSONS if each.name == name)
        print(name, *islice(seeds(lesson, store), WANTED))
