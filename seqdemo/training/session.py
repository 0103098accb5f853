"""What `train.py` was asked for, and what variants that are trained one after the other share."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import torch

from seqdemo import checkpoints
from seqdemo.checkpoints import Loaded
from seqdemo.errors import CheckpointError, DataError
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.pen import PenModel
from seqdemo.letters import ALPHABET, MERGED
from seqdemo.models.catalog import Variant
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.training import data
from seqdemo.training.features import precomputed

BY_FEATURES = ("two-stage", "writing")
"""Objectives that need only what a frozen reader made of each letter."""
Made = TypeVar("Made")


@dataclass(frozen=True)
class RunOptions:
    """What `train.py` was asked for."""

    device: torch.device
    source: str
    data_dir: Path | None
    seed: int
    resume: bool
    checkpoints: Path
    runs: Path
    replace: bool = False
    """Checkpoints of other letters may be written over."""


@dataclass(frozen=True, eq=False)
class Session:
    """The last letters, and the last reader's features of them, kept until others are asked for."""

    options: RunOptions
    _kept: dict[str, tuple[Hashable, Any]] = field(default_factory=dict)

    def with_seed(self, seed: int) -> Session:
        """The same with another seed; what is kept is shared."""
        return replace(self, options=replace(self.options, seed=seed))

    @property
    def pen(self) -> PenModel:
        return PenModel.load(self.options.checkpoints / "pen")

    def letters(self, variant: Variant) -> data.Letters:
        """The letters that a variant's task asks for, with digits among them where it does."""
        classes = MERGED if isinstance(TASKS[variant.task], RowTask) else ALPHABET
        options, pen = self.options, self.options.checkpoints / "pen"
        return self._once(
            "letters", classes, lambda: data.load(options.source, options.data_dir, pen, options.device, classes)
        )

    def reader(self, variant: Variant) -> Loaded | None:
        """The reader that a variant takes over, on the device; raises DataError if it is not there."""
        return self._loaded(variant, variant.recipe.start)

    def earlier(self, variant: Variant) -> Loaded | None:
        """The model from whose weights a variant's training goes on, likewise."""
        return self._loaded(variant, variant.recipe.goes_on_from)

    def _loaded(self, variant: Variant, name: str | None) -> Loaded | None:
        if name is None:
            return None
        try:
            found = checkpoints.load(self.options.checkpoints / name)
        except CheckpointError as error:
            raise DataError(f"{variant.name} starts from {name}: train that first ({error}).") from error
        found.model.to(self.options.device)
        return found

    def bank(self, variant: Variant, reader: Loaded | None) -> GlyphBank:
        """What a variant's steps learn from: training letters, or the frozen reader's features of them."""
        letters, recipe = self.letters(variant), variant.recipe
        if reader is None or recipe.objective not in BY_FEATURES:
            return letters.train
        key = (reader.sha256, recipe.augment, self.options.seed)
        return self._once(
            "features", key, lambda: precomputed(reader.model, letters.train, recipe.augment, self.options.seed)
        )

    def _once(self, what: str, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made last under this name, or a new one in its place."""
        if what not in self._kept or self._kept[what][0] != key:
            self._kept.pop(what, None)  # first, so that both never need memory at once
            self._kept[what] = key, make()
        made: Made = self._kept[what][1]
        return made
