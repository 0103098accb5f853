"""What a command will train, in which order and for how long, and whether all that it needs is there."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from seqdemo import checkpoints
from seqdemo.checkpoints import readers_before
from seqdemo.errors import CheckpointError, DataError
from seqdemo.files import read_json
from seqdemo.handwriting.pen import PenModel
from seqdemo.models.catalog import Variant
from seqdemo.training import data
from seqdemo.training.run import fingerprint
from seqdemo.training.session import RunOptions


@dataclass(frozen=True)
class Job:
    """One variant with one seed."""

    variant: Variant
    seed: int
    seconds: float | None
    """How long it should take, by the card of an earlier run; None if there is none."""
    done: bool
    """It has been trained with this recipe, seed and source already."""

    @property
    def state(self) -> str:
        return "done" if self.done else "left"


def seeds(variants: Iterable[Variant], wanted: Iterable[int], options: RunOptions, cards: Path) -> list[Job]:
    """A job for each variant and each further seed; raises DataError, or ValueError for the seed of the weights."""
    jobs = []
    for variant, seed in product(variants, wanted):
        folder, run = options.checkpoints / variant.name, metrics_of(options.checkpoints / variant.name)
        trained = run.get("training", {})
        if trained.get("recipe") != fingerprint(variant):
            raise DataError(f"{variant.name} has not been trained with this recipe: train it first.")
        if trained["data"] != data.source_of(options.source, options.data_dir):
            raise DataError(f"{variant.name} was trained on letters of {trained['data']}: its seeds need them too.")
        if seed == trained["seed"]:
            raise ValueError(f"{variant.name} was trained with seed {seed}: expected others")
        found = held(folder / f"seed-{seed}.json")
        done = options.resume and found.get("recipe") == fingerprint(variant)
        jobs.append(Job(variant, seed, _seconds(variant, cards), done))
    return jobs


def planned(variants: Iterable[Variant], options: RunOptions, cards: Path) -> list[Job]:
    """A job for each variant: readers before what starts from them, and of the others the shortest first.

    With `resume`, what was trained already counts as done. `cards`: checkpoints from whose metrics times are estimated.
    """
    jobs = [
        Job(variant, options.seed, _seconds(variant, cards), options.resume and _done(variant, options))
        for variant in variants
    ]
    return sorted(jobs, key=lambda job: (readers_before(job.variant), job.seconds or 0))


def told(jobs: Sequence[Job]) -> str:
    """The plan as lines: what is done, what is left and how long that should take in all."""
    rows = [f"  {job.variant.name:24}seed {job.seed:<4}{_minutes(job.seconds):>12}  {job.state}" for job in jobs]
    left = [job for job in jobs if not job.done]
    whole = _minutes(sum(job.seconds or 0 for job in left))
    return "\n".join([*rows, f"{len(left)} of {len(jobs)} are left, about {whole.strip()} by their cards."])


def _minutes(seconds: float | None) -> str:
    return "not known" if seconds is None else f"{seconds / 60:,.0f} min"


def _seconds(variant: Variant, cards: Path) -> float | None:
    """As long as last time, for as many steps as now."""
    run = metrics_of(cards / variant.name).get("training", {})
    steps = variant.recipe.steps
    if "seconds" not in run:
        return None
    return float(run["seconds"]) * (steps / run["steps"] if steps and run.get("steps") else 1)


def _done(variant: Variant, options: RunOptions) -> bool:
    run = metrics_of(options.checkpoints / variant.name).get("training", {})
    asked = (fingerprint(variant), options.seed, data.source_of(options.source, options.data_dir))
    if (run.get("recipe"), run.get("seed"), run.get("data")) != asked:
        return False
    try:
        checkpoints.load(options.checkpoints / variant.name)
    except CheckpointError:  # its reader was trained again
        return False
    return True


def metrics_of(folder: Path) -> Mapping[str, Any]:
    """The figures of a folder; none if there are none."""
    return held(folder / checkpoints.METRICS)


def held(path: Path) -> Mapping[str, Any]:
    """The object in a JSON file; an empty one if there is none."""
    try:
        found = read_json(path)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def share(jobs: Sequence[Job], rank: int, ranks: int) -> list[Job]:
    """What one of several processes trains; raises ValueError where one would have to wait for another."""
    left = [job for job in jobs if not job.done]
    waiting = {job.variant.recipe.stands_on for job in left} & {job.variant.name for job in left}
    if ranks > 1 and waiting:
        names = " and ".join(sorted(map(str, waiting)))
        raise ValueError(f"others start from {names}: train that in one process first, and these with --resume")
    return left[rank::ranks]


def check(jobs: Sequence[Job], options: RunOptions, pen_comes: bool = False) -> None:
    """Raise DataError or OSError, before the first step, if anything is missing that the last one would need."""
    data.check(options.source, options.data_dir)
    for folder in (options.checkpoints, options.runs):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    if not pen_comes:
        _check_pen(options.checkpoints / "pen")
    made: set[str] = set()
    for job in jobs:
        start = job.variant.recipe.stands_on
        if start is not None and start not in made:
            _check_reader(job.variant.name, options.checkpoints / start)
        made.add(job.variant.name)


def _check_pen(folder: Path) -> None:
    try:
        PenModel.load(folder)
    except CheckpointError as error:
        raise DataError(f"{folder} is needed: copy the shipped one there, or train it first ({error})") from error


def _check_reader(name: str, folder: Path) -> None:
    try:
        checkpoints.load(folder)
    except CheckpointError as error:
        raise DataError(f"{name} starts from {folder.name}: train that first ({error}).") from error


def guard(card: Mapping[str, Any], key: str, what: str, options: RunOptions) -> None:
    """Raise DataError rather than write over figures (`card`, of `what`) of other letters, unless that is asked for."""
    source, stated = data.source_of(options.source, options.data_dir), card.get(key)
    if stated in (None, source) or options.replace:
        return
    raise DataError(
        f"{what} stands on letters of {stated}, and would be replaced by what comes of letters of {source}. Name their "
        "folder with --data-dir, write elsewhere with --checkpoints, or say --replace."
    )
