"""Checkpoint folders: weights as safetensors, everything else as JSON; what is not understood is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields
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
from seqdemo.models.catalog import BY_NAME, VARIANTS, Config, Variant
from seqdemo.models.swap_dictionary import SwapDictionaryConfig

FORMAT = 2
MAX_BYTES = 10_000_000
"""Largest weights file that is loaded: the Hub takes larger ones only through LFS."""
LEVELS = 127
"""Steps of a row's scale from 0 to its largest number."""
SCALE = ".scale"
WEIGHTS, CONFIG, METRICS, HISTORY = "model.safetensors", "config.json", "metrics.json", "history.jsonl"
_KEYS = {"format_version", "variant", "task", "config", "data", "seed", "versions", "sha256"}


@dataclass(frozen=True, eq=False)
class Loaded:
    """A model that is ready to answer, and what is known about it."""

    variant: Variant
    model: nn.Module
    metrics: Mapping[str, Any]
    history: tuple[Mapping[str, float], ...] = ()
    """How training went: step, loss and accuracies on validation writers at every check."""
    size: int | None = None
    """Bytes of the weights on disk."""
    sha256: str = ""
    """Of the weights: figures that were measured elsewhere are this model's only if they name it."""

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
    def exact(self) -> bool:
        """Whether it reasons without a mistake about what its eyes tell it: the limit of what is learned.

        A dictionary is none: it knows the answers by heart.
        """
        knows_words = isinstance(self.variant.config, SwapDictionaryConfig)
        return self.variant.recipe.objective == "exact" and not knows_words

    @property
    def accuracy(self) -> float | None:
        """Share of right answers on the test writers, 0..1; None if it was not measured."""
        value = self.metrics.get("accuracy")
        return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else None

    def accuracy_at(self, task: str) -> float | None:
        """The same at a task; figures of one that it was not trained for stand under that task's last name."""
        value = self.accuracy if self.task == task else self.metrics.get(task.partition("-")[2])
        return value if isinstance(value, float) else None


def stored(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Tensors as they are kept: filters and matrices in 8 bits, vectors and counters as they are.

    Floats of shape (rows, …) become int8 of that shape, and beside them, as `NAME.scale`, float32 of shape (rows,): a
    row is its int8 times its scale, off by at most half of it. What was stored and `restored` is stored alike again.
    """
    kept = {}
    for name, tensor in tensors.items():
        tensor = tensor.detach().cpu().contiguous()
        if tensor.is_floating_point() and tensor.ndim > 1:
            tensor, kept[name + SCALE] = _packed(tensor.float())
        kept[name] = tensor
    return kept


def restored(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Tensors that were `stored`, in float32 where they are kept in 8 bits."""
    scales = {name + SCALE for name in tensors} & set(tensors)
    return {
        name: tensor * _along(tensors[name + SCALE], tensor) if name + SCALE in scales else tensor
        for name, tensor in tensors.items()
        if name not in scales
    }


def _packed(tensor: Tensor) -> tuple[Tensor, Tensor]:
    """A float32 tensor (rows, …) as int8 of that shape and scales (rows,), not finite where the row is not."""
    scale = tensor.flatten(1).abs().amax(1) / LEVELS
    # A row of zeros, or of numbers so small that their scale would lose its digits, is kept as zeros.
    scale[scale < torch.finfo(scale.dtype).tiny] = 1
    return (tensor / _along(scale, tensor)).round().to(torch.int8), scale


def _along(scale: Tensor, tensor: Tensor) -> Tensor:
    """Scales (rows,) in the shape in which they multiply a tensor (rows, …)."""
    return scale.view(-1, *[1] * (tensor.ndim - 1))


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
        raw = _checked_bytes(folder / WEIGHTS, config["sha256"])
        weights = load_tensors(raw)
        metrics = read_json(folder / METRICS) if (folder / METRICS).exists() else {}
    except FileNotFoundError as error:
        raise CheckpointError(f"{Path(error.filename).name} is missing") from error
    except (OSError, SafetensorError, ValueError) as error:
        reason = str(error) if isinstance(error, CheckpointError) else "the folder cannot be read"
        raise CheckpointError(reason) from error
    if not isinstance(metrics, dict):
        raise CheckpointError("metrics.json is not an object")
    return Loaded(variant, filled(variant, weights), metrics, _history(folder / HISTORY), len(raw), config["sha256"])


def _history(path: Path) -> tuple[Mapping[str, float], ...]:
    """The rows of a history; none if there is no such file. Raises CheckpointError for anything but rows of numbers."""
    if not path.exists():
        return ()
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return tuple({str(name): float(value) for name, value in row.items()} for row in rows)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise CheckpointError(f"{path.name} does not hold rows of numbers") from error


def from_pretrained(place: str) -> Loaded:
    """The model in a local folder, or in a repository of the Hugging Face Hub; raises CheckpointError."""
    folder = Path(place)
    if not folder.is_dir():
        try:
            folder = Path(snapshot_download(place, allow_patterns=[WEIGHTS, CONFIG, METRICS, HISTORY]))
        except (HfHubHTTPError, OSError, ValueError) as error:
            raise CheckpointError("it is no folder, and the Hub has no such repository or did not answer") from error
    return load(folder)


def _variant(config: Any) -> Variant:
    """The catalog's row that a config describes, provided that they agree in everything."""
    if not isinstance(config, dict) or set(config) != _KEYS:
        raise CheckpointError(f"config.json must have exactly the keys {', '.join(sorted(_KEYS))}")
    if config["format_version"] != FORMAT:
        raise CheckpointError(f"expected format version {FORMAT}; train it again")
    variant = BY_NAME.get(config["variant"]) if isinstance(config["variant"], str) else None
    if variant is None:
        raise CheckpointError(f"expected one of the variants {', '.join(BY_NAME)}")
    if _completed(config["config"], variant.config) != asdict(variant.config) or config["task"] != variant.task:
        raise CheckpointError("its sizes or task are not those of the catalog; train it again")
    return variant


def _completed(sizes: Any, config: Config) -> Any:
    """Stored sizes with those that came later: a size that has a default had that value before it had a name."""
    later = {field.name: field.default for field in fields(config) if field.default is not MISSING}
    return {**later, **sizes} if isinstance(sizes, dict) else sizes


def _checked_bytes(path: Path, sha256: str) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise CheckpointError(f"{path.name} is larger than {MAX_BYTES:,} bytes")
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise CheckpointError(f"{path.name} is damaged: its checksum is not the one in config.json")
    return raw


def filled(variant: Variant, weights: Mapping[str, Tensor]) -> nn.Module:
    """The variant's model with `stored` weights, in evaluation mode; raises CheckpointError if they do not fit."""
    model = variant.build()
    _check_forms(weights, stored(model.state_dict()))
    tensors = restored(weights)
    for name, tensor in tensors.items():
        if not torch.isfinite(tensor).all():
            raise CheckpointError(f"{name} holds numbers that are not finite")
    for name in weights.keys() - tensors.keys():
        if not (weights[name] > 0).all():
            raise CheckpointError(f"{name} holds numbers that are not positive")
    model.load_state_dict(tensors)
    return model.eval()


def _check_forms(weights: Mapping[str, Tensor], expected: Mapping[str, Tensor]) -> None:
    if set(weights) != set(expected):
        raise CheckpointError("its weights have other names than the model's")
    for name, tensor in weights.items():
        if _form(tensor) != _form(expected[name]):
            raise CheckpointError(f"{name}: expected {_form(expected[name])}, got {_form(tensor)}")


def _form(tensor: Tensor) -> str:
    """Type and shape, such as `int8 of shape (26, 192)`."""
    return f"{str(tensor.dtype).removeprefix('torch.')} of shape {tuple(tensor.shape)}"


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
