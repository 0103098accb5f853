"""From a variant's name to its checkpoint folder: data, training, figures, card."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from seqdemo import checkpoints
from seqdemo.errors import CheckpointError, DataError
from seqdemo.files import write_atomically, write_json
from seqdemo.handwriting import raster
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.models.catalog import BY_NAME, Variant
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.training import card, data, loop, metrics, pen, state
from seqdemo.training.eyes import looked_at

GOLDEN, HISTORY = "golden.safetensors", "history.jsonl"
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
    Nothing in the folder changes before training is over.
    """
    eyes = _eyes(variant, order.checkpoints)
    letters = data.load(order.source, order.data_dir, order.checkpoints / "pen", order.device)
    run = loop.start(variant, eyes, order.seed, order.device)
    banks = letters
    if eyes is not None:
        reader = run.model.get_submodule("cnn").eval()
        train = looked_at(reader, letters.train, variant.recipe.augment, order.seed)
        banks = replace(letters, train=train)
    place = order.runs / variant.name / "state.safetensors"
    if order.resume and place.exists():
        state.restore(place, run)
    loop.train(variant, run, banks, order.seed, place)
    folder = order.checkpoints / variant.name
    checkpoints.save(folder, variant, run.best, letters.source, order.seed)
    write_atomically(folder / HISTORY, "".join(json.dumps(row) + "\n" for row in run.history).encode())
    measured = evaluate(variant, order, letters, _training(run, variant, letters, order))
    place.unlink()
    return measured


def evaluate(
    variant: Variant, order: Order, letters: data.Letters | None = None, training: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Measure the stored weights on the test writers, write metrics, golden tensors and card, return the metrics."""
    folder = order.checkpoints / variant.name
    loaded = checkpoints.load(folder)
    letters = letters or data.load(order.source, order.data_dir, order.checkpoints / "pen", order.device)
    measured = {
        **metrics.measure(variant, loaded.model.to(order.device), letters),
        "test_data": letters.source,
        "parameters": sum(parameter.numel() for parameter in loaded.model.parameters()),
        "training": training or loaded.metrics.get("training", {}),
    }
    write_json(folder / checkpoints.METRICS, measured)
    write_atomically(
        folder / GOLDEN, save_tensors(golden(loaded.model.cpu(), PenModel.load(order.checkpoints / "pen")))
    )
    write_atomically(folder / "README.md", card.of(variant, measured).encode())
    return measured


@torch.inference_mode()
def golden(model: nn.Module, hand: PenModel) -> dict[str, Tensor]:
    """A fixed input and what the model makes of it on the CPU; a loaded checkpoint must still give the same."""
    images = torch.from_numpy(raster.images(hand.write("ACEGIXYZ", 0)))
    if isinstance(model, CnnGru):
        lengths = torch.tensor([5, 3])
        sequences = torch.zeros(2, 5, 28, 28, dtype=torch.uint8)
        sequences[0], sequences[1, :3] = images[:5], images[5:]
        output = model(sequences.float() / 255, lengths)
        return {"images": sequences, "lengths": lengths, "vision": output.vision, "reasoning": output.reasoning}
    return {"images": images, "vision": model(images.float() / 255).vision}


def _eyes(variant: Variant, folder: Path) -> dict[str, Tensor] | None:
    """The weights of the image reader that this variant starts from."""
    start = variant.recipe.start
    if start is None:
        return None
    try:
        return checkpoints.load(folder / start).model.state_dict()
    except CheckpointError as error:
        raise DataError(f"{variant.name} starts from {start}: train that first ({error}).") from error


def _training(run: loop.Run, variant: Variant, letters: data.Letters, order: Order) -> dict[str, Any]:
    return {
        "data": letters.source,
        "credit": letters.credit,
        "letters": len(letters.train),
        "seed": order.seed,
        "command": f"python train.py {variant.name} --data {letters.source} --seed {order.seed}",
        "date": datetime.now(UTC).date().isoformat(),
        "device": _device_name(order.device),
        "seconds": round(run.seconds),
        "steps": run.step,
        "start": variant.recipe.start,
    }


def _device_name(device: torch.device) -> str:
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{device.type}, {torch.get_num_threads()} threads"


def judge_pen(order: Order) -> float:
    """The share of its usual letters that the pen writes legibly, by the reader; noted in the pen's folder."""
    model = checkpoints.load(order.checkpoints / "reader").model.to(order.device)

    def read(images: NDArray[np.uint8]) -> NDArray[np.int64]:
        return metrics.read(model, torch.from_numpy(images).to(order.device)).cpu().numpy()

    folder = order.checkpoints / "pen"
    figures = pen.measure(PenModel.load(folder), read, WRITTEN, order.seed)
    pen.record(folder, figures)
    return float(figures["named_right"][str(Style().temperature)]["all"]) / 100


def needed(name: str) -> list[Variant]:
    """The variants that a name stands for (`all`: every one, readers first; `pen`: none); raises ValueError."""
    if name == "pen":
        return []
    if name == "all":
        return sorted(BY_NAME.values(), key=lambda variant: variant.recipe.start is not None)
    if name not in BY_NAME:
        raise ValueError(f"expected one of: {', '.join(BY_NAME)}, pen, all")
    return [BY_NAME[name]]
