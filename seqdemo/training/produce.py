"""From a variant's name to its checkpoint folder: data, training, figures, card."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from seqdemo import checkpoints
from seqdemo.errors import CheckpointError, DataError
from seqdemo.files import json_bytes, write_together
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.letters import ALPHABET, MERGED
from seqdemo.models.catalog import BY_NAME, Variant
from seqdemo.models.pen_reader import PenReader
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.training import calibration, card, data, golden, loop, metrics, pen, state
from seqdemo.training.eyes import looked_at

BY_VIEWS = ("two-stage", "writing")
"""Objectives that need only what a reader saw of each letter."""
GOLDEN = "golden.safetensors"
WRITTEN = 200
"""Letters of each kind on which the pen model is judged."""


@dataclass(frozen=True)
class Order:
    """What `train.py` was asked for."""

    device: torch.device
    source: str
    data_dir: Path | None
    seed: int
    resume: bool
    checkpoints: Path
    runs: Path


def produce(variant: Variant, order: Order) -> dict[str, Any]:
    """Train one variant and write its folder; returns its metrics.

    Raises DataError, CheckpointError or OSError with a sentence on what to do, and loop.Interrupted on Ctrl-C.
    Nothing in the folder changes before everything that goes into it is on the disk.
    """
    eyes = None if variant.recipe.start is None else _eyes(variant.recipe.start, order)
    letters = written(variant, order)
    variant = loop.planned(variant, letters)
    run = loop.start(variant, eyes, letters.source, order.seed, order.device)
    banks = letters
    if eyes is not None and variant.recipe.objective in BY_VIEWS:
        banks = replace(letters, train=_looked_at(eyes, letters, variant.recipe.augment, order.seed))
    place = order.runs / variant.name / "state.safetensors"
    if order.resume and place.exists():
        state.restore(place, run)
    loop.train(variant, run, banks, order.seed, place)
    weights = _finished(variant, run, letters)
    model = checkpoints.filled(variant, checkpoints.stored(weights))
    measured = _measured(variant, model, letters, order, _training(run, variant, letters, order))
    files = {
        **checkpoints.files(variant, weights, letters.source, order.seed),
        checkpoints.HISTORY: "".join(json.dumps(row) + "\n" for row in run.history).encode(),
        **_described(variant, model, measured, order),
    }
    _write(variant, files, order)
    place.unlink(missing_ok=True)
    return measured


def _finished(variant: Variant, run: loop.Run, letters: data.Letters) -> dict[str, Tensor]:
    """The weights that are kept: the best of the run, a reader's doubt fitted; as they were where nothing is trained.

    The doubt is that of the weights as they are stored.
    """
    weights = run.best or run.judged.state_dict()
    model = checkpoints.filled(variant, checkpoints.stored(weights)).to(letters.val_all.images.device)
    if not isinstance(model, PenReader):
        return weights
    calibration.calibrate(model, letters.val_all)
    return {**weights, **{name: buffer for name, buffer in model.named_buffers() if name.startswith("trust")}}


def evaluate(variant: Variant, order: Order) -> dict[str, Any]:
    """Measure the stored weights on the test writers again and write figures and card anew; returns the metrics."""
    loaded = checkpoints.load(order.checkpoints / variant.name)
    letters = written(variant, order)
    measured = _measured(variant, loaded.model, letters, order, loaded.metrics.get("training", {}))
    _write(variant, _described(variant, loaded.model, measured, order), order)
    return measured


def _measured(
    variant: Variant, model: nn.Module, letters: data.Letters, order: Order, training: Mapping[str, Any]
) -> dict[str, Any]:
    """What metrics.json holds; leaves the model on the order's device."""
    return {
        **metrics.measure(variant, model.to(order.device), letters, PenModel.load(order.checkpoints / "pen")),
        "test_data": letters.source,
        "parameters": sum(parameter.numel() for parameter in model.parameters()),
        "training": training,
    }


def _described(variant: Variant, model: nn.Module, measured: Mapping[str, Any], order: Order) -> dict[str, bytes]:
    """Figures, golden tensors and card, by file name."""
    hand = PenModel.load(order.checkpoints / "pen")
    return {
        checkpoints.METRICS: json_bytes(measured),
        GOLDEN: save_tensors(golden.of(model.cpu(), hand)),
        "README.md": card.of(variant, measured).encode(),
    }


def _write(variant: Variant, files: Mapping[str, bytes], order: Order) -> None:
    write_together({order.checkpoints / variant.name / name: content for name, content in files.items()})


@lru_cache(maxsize=1)
def _eyes(start: str, order: Order) -> nn.Module:
    """The image reader that variants start from; the same object for all of them."""
    try:
        return checkpoints.load(order.checkpoints / start).model.to(order.device)
    except CheckpointError as error:
        raise DataError(f"This variant starts from {start}: train that first ({error}).") from error


def written(variant: Variant, order: Order) -> data.Letters:
    """The letters that a variant's task asks for, with digits among them where it does."""
    classes = MERGED if isinstance(TASKS[variant.task], RowTask) else ALPHABET
    return _letters(order.source, order.data_dir, order.checkpoints / "pen", order.device, classes)


_letters = lru_cache(maxsize=1)(data.load)
_looked_at = lru_cache(maxsize=1)(looked_at)
"""Variants that are trained one after the other share their letters and, from the same reader, its views of them."""


def _training(run: loop.Run, variant: Variant, letters: data.Letters, order: Order) -> dict[str, Any]:
    return {
        "data": letters.source,
        "credit": letters.credit,
        "letters": len(letters.train),
        "seed": order.seed,
        "command": f"python train.py {variant.name} --data {letters.source} --seed {order.seed}",
        "date": datetime.now(UTC).date().isoformat(),
        "device": device_name(order.device),
        "seconds": round(run.seconds),
        "steps": run.step,
        "start": variant.recipe.start,
    }


def device_name(device: torch.device) -> str:
    """The GPU, or how many threads of the CPU."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    threads = torch.get_num_threads()
    return f"{device.type}, {threads} thread{'s' if threads > 1 else ''}"


def judge_pen(order: Order) -> float:
    """The share of its usual letters that the pen writes legibly, by the reader; noted in the pen's folder."""
    model = checkpoints.load(order.checkpoints / "reader").model.to(order.device)

    def read(images: NDArray[np.uint8]) -> NDArray[np.int64]:
        vision: Tensor = model(torch.from_numpy(images).to(order.device).float() / 255).vision
        return vision.argmax(-1).cpu().numpy()

    folder = order.checkpoints / "pen"
    figures = pen.measure(PenModel.load(folder), read, WRITTEN, order.seed)
    pen.record(folder, figures)
    return float(figures["named_right"][str(Style().temperature)]["all"]) / 100


def needed(name: str) -> list[Variant]:
    """The variants that a name stands for (`all`: every one, readers first; `pen`: none); raises ValueError."""
    if name == "pen":
        return []
    if name == "all":
        return sorted(BY_NAME.values(), key=_stands_on)
    if name not in BY_NAME:
        raise ValueError(f"expected one of: {', '.join(BY_NAME)}, pen, all")
    return [BY_NAME[name]]


def _stands_on(variant: Variant) -> int:
    """How many variants must be trained before this one."""
    start = variant.recipe.start
    return 0 if start is None else 1 + _stands_on(BY_NAME[start])
