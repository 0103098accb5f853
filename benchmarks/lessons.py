"""What holds on average of what lessons teach: `python benchmarks/lessons.py FOLDER [LESSON …]` writes lessons.json.

Every input is written with letters of UNIPEN's test writers, in words that training never saw. `rows` takes two
minutes, all lessons about an hour on one thread. Lessons that are not named keep what the file has of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file, Python looks for modules beside it only

from seqdemo.files import write_json
from seqdemo.handwriting import unipen
from seqdemo.handwriting.inkset import InkSet
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import Style
from seqdemo.letters import CHARACTERS
from seqdemo.page.core.resources import AVERAGES, BENCHMARK_FORMAT, Resources
from seqdemo.page.lessons.lesson import Lesson, Measures, Scene, answered
from seqdemo.page.lessons.table import LESSONS
from seqdemo.trace import Trace

CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"
INPUTS, MOST = 1000, 20
"""Inputs that each question is asked of, and how many times as many are drawn at most to find them."""


@dataclass(frozen=True, eq=False)
class TestWriters:
    """Writes like the pen model, with letters that test writers wrote on their own."""

    ink: InkSet
    places: dict[str, np.ndarray]

    @classmethod
    def of(cls, folder: Path) -> TestWriters:
        ink = unipen.load(folder)
        return cls(ink, {character: ink.where("test", character, in_context=False) for character in CHARACTERS})

    def write(self, text: str, seed: int, style: Style | None = None) -> list[Letter]:
        """A letter depends on seed, place and character alone: a longer text begins like a shorter one."""
        return [self._letter(character, seed, at) for at, character in enumerate(text)]

    def _letter(self, character: str, seed: int, at: int) -> Letter:
        found = self.places[character]
        place = np.random.default_rng([seed, at, ord(character)]).integers(len(found))
        return Letter(self.ink.strokes(int(found[place])), character)


def averaged(lesson: Lesson, resources: Resources, hand: TestWriters, seed: int, inputs: int) -> dict[str, Any]:
    """Means over inputs that the lesson's question is about, and for what share of them its right option holds."""
    found: list[Measures] = []
    asked = 0
    while len(found) < inputs and asked < MOST * inputs:
        measures = _measured(lesson, lesson.inputs(seed + asked), resources, hand)
        asked += 1
        if measures is not None:
            found.append(measures)
    return {
        "date": date.today().isoformat(),
        "seed": seed,
        "asked": asked,
        "inputs": len(found),
        "held": round(float(np.mean([lesson.holds(each) for each in found])), 4),
        "means": {name: round(mean, 4) for name, mean in _means(found)},
    }


def _measured(lesson: Lesson, scenes: tuple[Scene, ...], resources: Resources, hand: TestWriters) -> Measures | None:
    @cache
    def ask(scene: int) -> Trace:
        return answered(scenes[scene], resources, hand, brief=True)

    return lesson.measure(ask)


def _means(found: list[Measures]) -> Iterator[tuple[str, float]]:
    """Of every number over the inputs that have it."""
    values = defaultdict(list)
    for measures in found:
        for name, value in measures.items():
            values[name].append(value)
    return ((name, float(np.mean(each))) for name, each in values.items())


def main(arguments: list[str]) -> None:
    """Measure the lessons that are named, or all."""
    names = [lesson.name for lesson in LESSONS]
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of UNIPEN's letters")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help=", ".join(names))
    parser.add_argument("--inputs", type=int, default=INPUTS, help="of each lesson")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--checkpoints", type=Path, default=CHECKPOINTS)
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(1)
    resources, hand = Resources.open(chosen.checkpoints), TestWriters.of(chosen.folder)
    path = chosen.checkpoints / AVERAGES
    for lesson in LESSONS:
        if lesson.studied or lesson.name not in (chosen.lessons or names):
            continue
        begun = time.monotonic()
        told = averaged(lesson, resources, hand, chosen.seed, chosen.inputs)
        kept = json.loads(path.read_text(encoding="utf-8"))["lessons"] if path.exists() else {}
        merged = {name: told if name == lesson.name else kept[name] for name in names if name in {*kept, lesson.name}}
        write_json(path, {"format": BENCHMARK_FORMAT, "data": "unipen", "lessons": merged})
        print(f"{lesson.name}: {told} in {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
