"""Checkpoint folders: weights as safetensors, everything else as JSON; what is not understood is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from huggingface_hub import snapshot_download
from huggingface_hub.errors import HfHubHTTPError
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from seqdemo.errors import CheckpointError
from seqdemo.files import json_bytes, read_json
from seqdemo.models.catalog import BY_NAME, VARIANTS, Variant

FORMAT = 1
MAX_BYTES = 10_000_000
"""Largest weights file that is loaded: the Hub takes larger ones only through LFS."""
WEIGHTS, CONFIG, METRICS = "model.safetensors", "config.json", "metrics.json"
_KEYS = {"format_version", "variant", "task", "config", "data", "seed", "versions", "sha256"}


@dataclass(frozen=True, eq=False)
class Loaded:
    """A model that is ready to answer, and what is known about it."""

    variant: Variant
    model: nn.Module
    metrics: Mapping[str, Any]

    @property
    def name(self) -> str:
        return self.variant.name

    @property
    def task(self) -> str:
        return self.variant.task

    @property
    def title(self) -> str:
        return self.variant.title

    @property
    def title_ko(self) -> str:
        return self.variant.title_ko

    @property
    def summary(self) -> str:
        return self.variant.summary

    @property
    def summary_ko(self) -> str:
        return self.variant.summary_ko

    @property
    def accuracy(self) -> float | None:
        """Share of right answers on the test writers, 0..1; None if it was not measured."""
        value = self.metrics.get("accuracy")
        return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else None


def stored(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Tensors as they are kept: filters and matrices in half precision, vectors and counters as they are."""
    return {
        name: (tensor.half() if tensor.is_floating_point() and tensor.ndim > 1 else tensor).detach().cpu().contiguous()
        for name, tensor in tensors.items()
    }


def files(variant: Variant, weights: Mapping[str, Tensor], data: str, seed: int) -> dict[str, bytes]:
    """Weights and config of one variant, as what goes into its folder by file name."""
    raw = save_tensors(stored(weights))
    config = {
        "format_version": FORMAT,
        "variant": variant.name,
        "task": variant.task,
        "config": asdict(variant.config),
        "data": data,
        "seed": seed,
        "versions": {package: version(package) for package in ("torch", "numpy", "safetensors")},
        "sha256": hashlib.sha256(raw).hexdigest(),
    }
    return {WEIGHTS: raw, CONFIG: json_bytes(config)}


def load(folder: Path) -> Loaded:
    """The model in a folder, in evaluation mode on the CPU; raises CheckpointError with one line of reason."""
    try:
        config = read_json(folder / CONFIG)
        variant = _variant(config)
        weights = load_tensors(_checked_bytes(folder / WEIGHTS, config["sha256"]))
        metrics = read_json(folder / METRICS) if (folder / METRICS).exists() else {}
    except FileNotFoundError as error:
        raise CheckpointError(f"{Path(error.filename).name} is missing") from error
    except (OSError, SafetensorError, ValueError) as error:
        reason = str(error) if isinstance(error, CheckpointError) else "the folder cannot be read"
        raise CheckpointError(reason) from error
    if not isinstance(metrics, dict):
        raise CheckpointError("metrics.json is not an object")
    return Loaded(variant, filled(variant, weights), metrics)


def from_pretrained(place: str) -> Loaded:
    """The model in a local folder, or in a repository of the Hugging Face Hub; raises CheckpointError."""
    folder = Path(place)
    if not folder.is_dir():
        try:
            folder = Path(snapshot_download(place, allow_patterns=[WEIGHTS, CONFIG, METRICS]))
        except (HfHubHTTPError, OSError, ValueError) as error:
            raise CheckpointError("it is no folder, and the Hub has no such repository or did not answer") from error
    return load(folder)


def _variant(config: Any) -> Variant:
    """The catalog's row that a config describes, provided that they agree in everything."""
    if not isinstance(config, dict) or set(config) != _KEYS:
        raise CheckpointError(f"config.json must have exactly the keys {', '.join(sorted(_KEYS))}")
    if config["format_version"] != FORMAT:
        raise CheckpointError(f"expected format version {FORMAT}")
    variant = BY_NAME.get(config["variant"]) if isinstance(config["variant"], str) else None
    if variant is None:
        raise CheckpointError(f"expected one of the variants {', '.join(BY_NAME)}")
    if config["config"] != asdict(variant.config) or config["task"] != variant.task:
        raise CheckpointError("its sizes or task are not those of the catalog; train it again")
    return variant


def _checked_bytes(path: Path, sha256: str) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise CheckpointError(f"{path.name} is larger than {MAX_BYTES:,} bytes")
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise CheckpointError(f"{path.name} is damaged: its checksum is not the one in config.json")
    return raw


def filled(variant: Variant, weights: Mapping[str, Tensor]) -> nn.Module:
    """The variant's model with these weights, in evaluation mode; raises CheckpointError if they do not fit."""
    model = variant.build()
    expected = model.state_dict()
    if set(weights) != set(expected):
        raise CheckpointError("its weights have other names than the model's")
    for name, tensor in weights.items():
        if tensor.shape != expected[name].shape:
            raise CheckpointError(f"{name}: expected shape {tuple(expected[name].shape)}, got {tuple(tensor.shape)}")
        if not torch.isfinite(tensor).all():
            raise CheckpointError(f"{name} holds numbers that are not finite")
    model.load_state_dict({name: tensor.to(expected[name].dtype) for name, tensor in weights.items()})
    return model.eval()


@dataclass(frozen=True, eq=False)
class Shelf:
    """All checkpoints of a folder: those that work, in the catalog's order, and why the others do not."""

    models: Mapping[str, Loaded]
    refused: Mapping[str, str]

    @classmethod
    def open(cls, folder: Path) -> Shelf:
        """Load every variant of the catalog; one that fails is left out with its reason."""
        models, refused = {}, {}
        for variant in VARIANTS:
            try:
                models[variant.name] = load(folder / variant.name)
            except CheckpointError as error:
                refused[variant.name] = str(error)
        return cls(models, refused)
