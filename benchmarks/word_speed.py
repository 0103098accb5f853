"""How long one explanation of a ten-letter word takes, for every variant: `python -m benchmarks.word_speed`.

Strokes to Trace, in one process with one thread, as the app runs. Each time is also given as a ratio to what the
two-stage model `cnn-gru-normal` needs for the same ten letters in the same run.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch

from seqdemo.checkpoints import ModelStore
from seqdemo.explain import Options, explain
from seqdemo.handwriting.pen import PenModel
from seqdemo.sequences.samples import sample

CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"
WORD = {"word": "TOMATOSEED", "swap": 4}
RUNS = 30


def milliseconds(work: Callable[[], object]) -> float:
    """Median over RUNS, after three runs to warm up."""
    times = []
    for run in range(RUNS + 3):
        begun = time.perf_counter()
        work()
        if run >= 3:
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print one row for each variant."""
    torch.set_num_threads(1)
    models = ModelStore.open(CHECKPOINTS).models
    letters = sample("swap-challenge", 0, WORD, PenModel.load(CHECKPOINTS / "pen")).letters
    base = milliseconds(partial(explain, models["cnn-gru-normal"], letters))
    print(f"cnn-gru-normal, {len(letters)} letters: {base:.1f} ms\n")
    print(f"{'variant':26}{'greedy':>10}{'ratio':>8}{'beam 4':>10}{'ratio':>8}")
    for name, loaded in models.items():
        if loaded.task == "swap-normal":
            greedy, beam = (milliseconds(partial(explain, loaded, letters, Options(n))) for n in (1, 4))
            print(f"{name:26}{greedy:7.1f} ms{greedy / base:8.1f}{beam:7.1f} ms{beam / base:8.1f}")


if __name__ == "__main__":
    main()
