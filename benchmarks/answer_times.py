"""How much processor time one answer costs each variant, from strokes to Trace, as the page asks for it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from tqdm import trange

from seqdemo.checkpoints import Loaded
from seqdemo.explain import explain
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import PenModel
from seqdemo.sequences.samples import LETTER, sample

BESIDE = "reader"
"""The variant whose time for the same letters each is compared with."""
WARMING = 2
_TYPICAL: Mapping[str, tuple[str, dict[str, Any]]] = {
    "next-easy": ("next-easy", {"length": 5}),
    "next-normal": ("next-normal", {"length": 5}),
    "swap-normal": ("swap-challenge", {"length": 10}),
    "row-2": ("row-47", {"character": "A"}),
    "row-47": ("row-47", {"character": "A"}),
    LETTER.name: (LETTER.name, {"length": 1}),
}
"""Of each task a sample of usual length: its task and options."""


def answer_times(models: Mapping[str, Loaded], pen: PenModel, rounds: int) -> dict[str, Any]:
    """Milliseconds for one answer of each variant, the median over `rounds`, and the ratio to BESIDE's.

    All take turns in every round, each followed by BESIDE on the same letters: what else the machine does meets all.
    """
    letters = {name: _letters(loaded, pen) for name, loaded in models.items()}
    own: dict[str, list[float]] = {name: [] for name in models}
    beside: dict[str, list[float]] = {name: [] for name in models}
    for turn in trange(WARMING + rounds, desc="Timing answers", leave=False):
        for name, loaded in models.items():
            times = [milliseconds(partial(explain, each, letters[name])) for each in (loaded, models[BESIDE])]
            if turn >= WARMING:
                own[name].append(times[0])
                beside[name].append(times[1])
    rows = {name: _row(len(letters[name]), own[name], beside[name]) for name in models}
    return {"rounds": rounds, "beside": BESIDE, "variants": rows}


def _letters(loaded: Loaded, pen: PenModel) -> tuple[Letter, ...]:
    task, options = _TYPICAL[loaded.task]
    return sample(task, 0, options, pen).letters


def _row(letters: int, own: list[float], beside: list[float]) -> dict[str, Any]:
    ms, other = statistics.median(own), statistics.median(beside)
    return {"letters": letters, "ms": round(ms, 3), "beside_ms": round(other, 3), "ratio": round(ms / other, 3)}


def milliseconds(work: Callable[[], object]) -> float:
    """Processor time, all threads together, so that other work on the machine does not count."""
    begun = time.process_time()
    work()
    return 1000 * (time.process_time() - begun)
