"""`Desk`: what the handlers work with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seqdemo.checkpoints import Loaded, Shelf
from seqdemo.errors import CheckpointError, InputError
from seqdemo.files import read_json
from seqdemo.handwriting.pen import PenModel
from seqdemo.sequences.samples import TASKS, Sample, sample
from seqdemo.ui import incoming


@dataclass(frozen=True, eq=False)
class Desk:
    """The models, the pen and why any of them is missing."""

    models: Mapping[str, Loaded]
    refused: Mapping[str, str]
    """Name -> reason, of every checkpoint that was left out."""
    _pen: PenModel | None
    studies: tuple[Any, ...] = ()
    """What the files of studies hold, not yet checked."""

    @classmethod
    def open(cls, folder: Path) -> Desk:
        """Everything in a folder of checkpoints; what is damaged or missing is left out, never fatal."""
        shelf = Shelf.open(folder)
        studies, unread = _studies(folder)
        refused = {**shelf.refused, **unread}
        try:
            return cls(shelf.models, refused, PenModel.load(folder / "pen"), studies)
        except CheckpointError as error:
            return cls(shelf.models, {**refused, "pen": str(error)}, None, studies)

    @property
    def pen(self) -> PenModel:
        if self._pen is None:
            raise InputError("no_pen", "The pen model could not be loaded, so letters can be drawn but not written.")
        return self._pen

    def model(self, name: Any) -> Loaded:
        """The model of a name; the sentence for an unknown one lists the valid ones."""
        if not self.models:
            raise InputError("no_models", "No model could be loaded; the page lists the reasons.")
        return self.models[incoming.name(name, self.models, "model")]

    def of_task(self, task: str) -> tuple[Loaded, ...]:
        """The variants that serve one task, in the menu's order."""
        return tuple(loaded for loaded in self.models.values() if loaded.task == _trained_as(task))

    def fitting(self, count: int) -> tuple[Loaded, ...]:
        """Every model that serves a task with rows of so many letters."""
        trained = {_trained_as(name) for name, task in TASKS.items() if task.shortest <= count <= task.longest}
        found = [loaded for loaded in self.models.values() if loaded.task in trained]
        if not found:
            raise InputError("no_fit", "No model has a task with so many letters; name the models to compare.")
        return tuple(found)

    def sample(self, task: Any, seed: Any, options: Any) -> Sample:
        """A sample, after its arguments have been checked."""
        chosen = incoming.name(task, TASKS, "task")
        return sample(chosen, incoming.seed(seed), incoming.mapping(options, "options"), self.pen)


def _studies(folder: Path) -> tuple[tuple[Any, ...], dict[str, str]]:
    """What every readable file of a study holds, and why the others were left out."""
    found, unread = [], {}
    for path in sorted((folder / "studies").glob("*.json")):
        try:
            found.append(read_json(path))
        except (OSError, ValueError):
            unread[f"studies/{path.name}"] = "the file cannot be read"
    return tuple(found), unread


def _trained_as(task: str) -> str:
    """The task that a task's models were trained on, by name."""
    return getattr(TASKS[task], "trained_as", task)
