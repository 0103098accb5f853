"""Prepared comparisons: pairs of recipes that differ in one decision, each trained once with twenty seeds.

`python -m seqdemo.workshop.comparisons` makes the runs that the file lacks. It writes the file after every run, so
it may be stopped and started again.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import torch

from seqdemo.errors import UnreadableError
from seqdemo.files import read_json, write_json
from seqdemo.workshop import readings
from seqdemo.workshop.protocol import Ended, Message
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.training import Training

FILE = "workshop/comparisons.json"
"""Beside the checkpoints."""
COMMAND = "python -m seqdemo.workshop.comparisons"
SEEDS = tuple(range(1, 21))
MOST_OFTEN = 0.95
"""So many pairs of seeds lie within the difference that is called usual."""
_POLITE = 10
"""Priority at least, as `nice` counts it."""

Accuracies = Mapping[str, Mapping[int, float]]
"""Right answers on the test writers, by recipe without its seed and by seed."""


@dataclass(frozen=True)
class Comparison:
    """A decision that can be made in two ways."""

    name: str
    one: WorkshopRecipe
    other: WorkshopRecipe


@dataclass(frozen=True)
class Count:
    """How a comparison came out with the seeds that both recipes were trained with."""

    one: tuple[float, ...]
    other: tuple[float, ...]
    """Right answers, seed by seed."""

    @property
    def seeds(self) -> int:
        return len(self.one)

    @property
    def other_better(self) -> int:
        """With so many seeds."""
        return sum(b > a for a, b in zip(self.one, self.other, strict=True))


def _pair(name: str, one: str, other: str) -> Comparison:
    return Comparison(name, WorkshopRecipe.from_link(one), WorkshopRecipe.from_link(other))


_NEXT, _ROWS = "next,batch=64,steps=500", "rows,hidden=32,steps=500"
_WORDS = "words,cell=gru,hidden=96,context=none,bidirectional=false,learning_rate=0.01,batch=64,steps=500"

COMPARISONS: Mapping[str, Comparison] = {
    each.name: each
    for each in (
        _pair("loss", f"{_NEXT},loss=squared", _NEXT),
        _pair("link", f"{_NEXT},link=one-hot", _NEXT),
        _pair("hidden", f"{_NEXT},hidden=16", f"{_NEXT},hidden=128"),
        _pair("reverse", _WORDS, f"{_WORDS},reverse=true"),
        _pair("cell", f"{_ROWS},cell=rnn", _ROWS),
    )
}
"""By name; short runs, so that a visitor can repeat each within a minute."""


def load(folder: Path) -> Accuracies:
    """What the file beside the checkpoints of a folder holds; nothing if there is none or it is damaged."""
    try:
        told = read_json(folder / FILE)["accuracy"]
        return {link: {int(seed): _share(share) for seed, share in found.items()} for link, found in told.items()}
    except (OSError, UnreadableError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _share(value: object) -> float:
    if not isinstance(value, float) or not 0 <= value <= 1:
        raise ValueError("expected a share of right answers from 0 to 1")
    return value


def counted(comparison: Comparison, known: Accuracies) -> Count | None:
    """How a comparison came out; None while no seed is known of both."""
    one, other = (known.get(recipe.seedless, {}) for recipe in (comparison.one, comparison.other))
    seeds = sorted(one.keys() & other.keys())
    return Count(tuple(one[n] for n in seeds), tuple(other[n] for n in seeds)) if seeds else None


def between_seeds(recipes: Sequence[WorkshopRecipe], known: Accuracies) -> float | None:
    """By how much two runs of one recipe differ at most, in 95 of 100 pairs of seeds.

    Of that of the recipes (of one task) whose seeds differ most; where they are not known, of any recipe of the task.
    None while fewer than two seeds of such a recipe are known.
    """
    seeds = {link: list(shares.values()) for link, shares in known.items() if len(shares) > 1}
    own = [_usual(seeds[recipe.seedless]) for recipe in recipes if recipe.seedless in seeds]
    return max(own or [_usual(shares) for link, shares in seeds.items() if link.split(",")[0] == recipes[0].task],
               default=None)  # fmt: skip


def _usual(shares: Sequence[float]) -> float:
    apart = sorted(abs(a - b) for a, b in combinations(shares, 2))
    return apart[math.ceil(MOST_OFTEN * len(apart)) - 1]


def missing(known: Accuracies) -> Iterator[WorkshopRecipe]:
    """The runs that are still to be made, seed after seed."""
    recipes = {recipe.seedless: recipe for each in COMPARISONS.values() for recipe in (each.one, each.other)}
    for seed in SEEDS:
        yield from (recipe.with_seed(seed) for link, recipe in recipes.items() if seed not in known.get(link, {}))


def accuracy(recipe: WorkshopRecipe, known: Readings) -> float:
    """Right answers of a run on the test writers."""
    said: list[Message] = []
    Training(recipe, known, said.append, limit=math.inf, looks=False).go(lambda _: None)
    assert isinstance(said[-1], Ended)
    return said[-1].accuracy or 0.0  # a loss that is no number any more has no answers


def main(folder: Path) -> None:
    """Make what is missing in a folder of checkpoints."""
    os.nice(max(0, _POLITE - os.nice(0)))
    torch.set_num_threads(1)
    letters, found = readings.load(folder), {link: dict(shares) for link, shares in load(folder).items()}
    for recipe in missing(found):
        found.setdefault(recipe.seedless, {})[recipe.seed] = accuracy(recipe, letters)
        write_json(folder / FILE, {"command": COMMAND, "date": f"{datetime.now(UTC):%Y-%m-%d}",
                                   "seeds": len(SEEDS), "accuracy": found})  # fmt: skip


if __name__ == "__main__":
    main(Path(__file__).parents[2] / "checkpoints")
