"""The models that there are, and how one is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch

from seqdemo.checkpoints import METRICS, Loaded, shipped
from seqdemo.checkpoints import load as load_folder
from seqdemo.files import read_json
from seqdemo.handwriting.pen import PenModel
from seqdemo.hub import from_pretrained
from seqdemo.models.catalog import BY_NAME, VARIANTS, Variant
from seqdemo.page.core import validation
from seqdemo.page.core.recorded import share
from seqdemo.page.html.markup import el
from seqdemo.page.html.wording import percent

_HEADS = ("name", "task", "title", "accuracy")


@dataclass(frozen=True)
class Model:
    """One row of the table of models."""

    name: str
    """What `load` and `explain` know it by."""
    task: str
    title: str
    summary: str
    accuracy: float | None
    """Of its answers to letters of writers that training never saw, 0..1; None if it was not measured."""


class Models(tuple[Model, ...]):
    """Rows that print as a table."""

    __slots__ = ()

    def __str__(self) -> str:
        rows = [_HEADS, *map(_cells, self)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = el("tr", *(el("th", name, scope="col") for name in _HEADS))
        rows = (el("tr", *(el("td", cell) for cell in _cells(each))) for each in self)
        return el("table", el("thead", head), el("tbody", *rows))


def models(task: str | None = None) -> Models:
    """The models that are shipped, in the order of the page's menu; those of one task if it is named.

    Raises InputError for a task that no model has.
    """
    if task is not None:
        validation.name(task, dict.fromkeys(variant.task for variant in VARIANTS), "task")
    found = (variant for variant in VARIANTS if task in (None, variant.task))
    return Models(_model(variant) for variant in found if _folder(variant).is_dir())


@contextmanager
def one_thread() -> Iterator[None]:
    """Many threads at the few numbers of one answer only wait for each other: 6 s in place of 0.2 s were measured."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@one_thread()
def load(place: str | Path) -> Loaded:
    """A model, ready to answer: by its name in `models()`, from a folder, or from the Hugging Face Hub ("user/repo").

    Raises InputError for a name that there is not, CheckpointError for a folder or repository that does not hold a
    whole model of this version; only safetensors and JSON are read. Shipped models are opened once.
    """
    if str(place) in BY_NAME:
        return _opened(str(place))
    if "/" not in str(place) and not Path(place).is_dir():
        validation.name(str(place), BY_NAME, "model")
    return from_pretrained(str(place))


@cache
def pen() -> PenModel:
    """The shipped pen model, which writes letters stroke by stroke."""
    return PenModel.load(shipped() / "pen")


@cache
def _opened(name: str) -> Loaded:
    return load_folder(shipped() / name, name=name)


def _folder(variant: Variant) -> Path:
    return shipped() / variant.name


def _model(variant: Variant) -> Model:
    path = _folder(variant) / METRICS
    accuracy = share(read_json(path).get("accuracy")) if path.exists() else None
    return Model(variant.name, variant.task, variant.title, variant.summary, accuracy)


def _cells(model: Model) -> tuple[str, str, str, str]:
    accuracy = "" if model.accuracy is None else percent(model.accuracy)
    return model.name, model.task, model.title, accuracy
