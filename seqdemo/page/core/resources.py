"""`Resources`: what the handlers work with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seqdemo.checkpoints import Loaded, ModelStore
from seqdemo.errors import CheckpointError, InputError, UnreadableError
from seqdemo.files import read_json
from seqdemo.handwriting.pen import PenModel
from seqdemo.page.core import recipes, validation
from seqdemo.room import class_reader
from seqdemo.room.rooms import Rooms
from seqdemo.sequences.samples import TASKS, Sample, sample
from seqdemo.workshop import moments
from seqdemo.workshop.runs import Workshop

BENCHMARK, BENCHMARK_FORMAT = "scoreboard.json", 1
AVERAGES = "lessons.json"


@dataclass(frozen=True, eq=False)
class Resources:
    """The models, the pen and why any of them is missing."""

    models: Mapping[str, Loaded]
    refused: Mapping[str, str]
    """Name -> reason, of every checkpoint that was left out."""
    _pen: PenModel | None
    studies: tuple[Any, ...] = ()
    """What the files of studies hold, not yet checked."""
    benchmark: Mapping[str, Any] = field(default_factory=dict)
    """What was measured of the models beside their cards, as it stands in the file; empty without one."""
    _workshop: Workshop | None = None
    averages: Mapping[str, Any] = field(default_factory=dict)
    """What `benchmarks/lessons.py` found, by lesson, as it stands in the file; empty without one."""
    rooms: Rooms = field(default_factory=Rooms)
    """What classes do together."""

    @classmethod
    def open(cls, folder: Path) -> Resources:
        """Everything in a folder of checkpoints; what is damaged or missing is left out, never fatal."""
        store = ModelStore.open(folder)
        studies, refused = _studies(folder)
        benchmark, pen, averages = {}, None, {}
        try:
            benchmark = _benchmark(folder / BENCHMARK)
        except CheckpointError as error:
            refused[BENCHMARK] = str(error)
        try:
            averages = _benchmark(folder / AVERAGES)
        except CheckpointError as error:
            refused[AVERAGES] = str(error)
        try:
            pen = PenModel.load(folder / "pen")
        except CheckpointError as error:
            refused["pen"] = str(error)
        lessons = averages.get("lessons", {})
        return cls(store.models, {**store.refused, **refused}, pen, studies, benchmark, Workshop(folder), lessons)

    @property
    def pen(self) -> PenModel:
        if self._pen is None:
            raise InputError("no_pen", "The pen model could not be loaded, so letters can be drawn but not written.")
        return self._pen

    @property
    def workshop(self) -> Workshop:
        if self._workshop is None:
            raise InputError("no_workshop", "Nothing can be trained here.")
        return self._workshop

    def model(self, name: Any) -> Loaded:
        """The model of a name; the sentence for an unknown one lists the valid ones."""
        if not self.models:
            raise InputError("no_models", "No model could be loaded; the page lists the reasons.")
        if isinstance(name, str) and name.startswith(moments.PREFIX):
            loaded, recipe = moments.loaded(self.workshop, name, self.models)
            return recipes.named(loaded, recipe)
        if isinstance(name, str) and name.startswith(class_reader.PREFIX):
            return recipes.of_class(class_reader.loaded(self.rooms, name, self.models))
        return self.models[validation.name(name, self.models, "model")]

    def of_task(self, task: str) -> tuple[Loaded, ...]:
        """The variants that serve one task, in the menu's order."""
        return tuple(loaded for loaded in self.models.values() if loaded.task == TASKS[task].trained_as)

    def fitting(self, count: int) -> tuple[Loaded, ...]:
        """Every model that serves a task with rows of so many letters."""
        trained = {task.trained_as for task in TASKS.values() if task.shortest <= count <= task.longest}
        found = [loaded for loaded in self.models.values() if loaded.task in trained]
        if not found:
            raise InputError("no_fit", "No model has a task with so many letters; name the models to compare.")
        return tuple(found)

    def sample(self, task: Any, seed: Any, options: Any) -> Sample:
        """A sample, after its arguments have been checked."""
        chosen = validation.name(task, TASKS, "task")
        return sample(chosen, validation.seed(seed), validation.mapping(options, "options"), self.pen)


def _studies(folder: Path) -> tuple[tuple[Any, ...], dict[str, str]]:
    """What every readable file of a study holds, and why the others were left out."""
    found, unread = [], {}
    for path in sorted((folder / "studies").glob("*.json")):
        try:
            found.append(read_json(path))
        except (OSError, ValueError) as error:
            name = path.name.encode("utf-8", "replace").decode()
            unread[f"studies/{name}"] = str(error) if isinstance(error, UnreadableError) else "the file cannot be read"
    return tuple(found), unread


def _benchmark(path: Path) -> dict[str, Any]:
    """What the benchmark wrote; nothing if it never ran. Raises CheckpointError."""
    if not path.exists():
        return {}
    try:
        found = read_json(path)
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("format") != BENCHMARK_FORMAT:
        raise CheckpointError("it is not what the benchmark writes; run it again")
    return found
