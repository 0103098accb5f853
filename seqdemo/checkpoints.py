"""Checkpoint folders: weights as safetensors, everything else as JSON; what is not understood is refused.

A frozen reader is kept once, in a folder of its own: models that take it over name it and its sha256.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from seqdemo.errors import CheckpointError, UnreadableError
from seqdemo.files import MAX_JSON, json_bytes, parsed_json, read_bytes, read_json
from seqdemo.models.catalog import BY_NAME, VARIANTS, Config, Variant
from seqdemo.models.kind import Kind, kind_of
from seqdemo.models.outputs import Known
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.task import Family

FORMAT = 3
PLAIN = "plain-1"
"""The format of what is exported for others: all weights, those of a frozen reader too, as plain floats."""
MAX_BYTES = 10_000_000
"""Largest weights file that is loaded; plain ones may take four times as much."""
LEVELS = 127
"""Steps of a row's scale from 0 to its largest number."""
SCALE = ".scale"
WEIGHTS, CONFIG, METRICS, HISTORY = "model.safetensors", "config.json", "metrics.json", "history.jsonl"
SEEDS = "seed-*.json"
"""Figures of the same recipe with other seeds, a file each."""
SEED_FIGURES = ("accuracy", "challenge", "longer", "reasoning_on_truth")
"""What is compared between seeds, where a model has it."""
FROZEN = "cnn."
"""What a frozen reader's weights are called within a model that takes it over."""
_KEYS = {"format_version", "variant", "task", "config", "data", "seed", "versions", "sha256", "reader"}


@dataclass(frozen=True, eq=False)
class Loaded:
    """A model that is ready to answer, and what is known about it."""

    variant: Variant
    model: nn.Module
    metrics: Mapping[str, Any]
    history: tuple[Mapping[str, float], ...] = ()
    """How training went: step, loss and accuracies on validation writers at every check."""
    size: int | None = None
    """Bytes of the weights on disk, those of its frozen reader among them."""
    sha256: str = ""
    """Of the weights and the reader's: figures that were measured elsewhere are this model's only if they name it."""
    seeds: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    """Test figures (SEED_FIGURES) by seed, its own first: how far they differ is the spread."""

    @property
    def name(self) -> str:
        return self.variant.name

    @property
    def task(self) -> str:
        return self.variant.task

    @property
    def kind(self) -> Kind:
        return kind_of(self.model)

    @property
    def family(self) -> Family:
        return TASKS[self.task].family

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
        """Whether it reasons without a mistake about what its reader names: the limit of what is learned.

        A dictionary is none: it knows the answers by heart.
        """
        return self.variant.recipe.objective == "exact" and not issubclass(self.kind.output, Known)

    @property
    def accuracy(self) -> float | None:
        """Accuracy on the test writers, 0..1; None if it was not measured."""
        return _share(self.metrics.get("accuracy"))

    def accuracy_at(self, task: str) -> float | None:
        """The same at a task by its name, which may be one that it was not trained for."""
        return self.accuracy if self.task == task else _share(self.metrics.get(TASKS[task].figure))


def shipped() -> Path:
    """The folder of checkpoints: SEQDEMO_CHECKPOINTS, else inside the installed package, else beside a checkout's."""
    here = Path(__file__).parent
    named, packed = os.environ.get("SEQDEMO_CHECKPOINTS"), here / "shipped"
    return Path(named) if named else packed if packed.is_dir() else here.parent / "checkpoints"


def _share(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else None


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


def files(
    variant: Variant, weights: Mapping[str, Tensor], data: str, seed: int, reader: Loaded | None = None
) -> dict[str, bytes]:
    """Weights and config of one variant, as what goes into its folder by file name, without a frozen reader's."""
    own = {name: tensor for name, tensor in weights.items() if reader is None or not name.startswith(FROZEN)}
    raw = save_tensors(stored(own))
    config = {
        "format_version": FORMAT,
        "variant": variant.name,
        "task": variant.task,
        "config": asdict(variant.config),
        "data": data,
        "seed": seed,
        "versions": {package: version(package) for package in ("torch", "numpy", "safetensors")},
        "sha256": hashlib.sha256(raw).hexdigest(),
        "reader": reader and {"name": reader.name, "sha256": reader.sha256},
    }
    return {WEIGHTS: raw, CONFIG: json_bytes(config)}


def load(folder: Path, known: Mapping[str, Loaded] | None = None, name: str | None = None) -> Loaded:
    """The model in a folder, in evaluation mode on the CPU; raises CheckpointError with one line of reason.

    A frozen reader is taken from `known`, or from its own folder, which lies in this one or beside it. With a `name`,
    the folder must hold that variant.
    """
    try:
        return _loaded(folder, known or {}, name)
    except FileNotFoundError as error:
        raise CheckpointError(f"{Path(error.filename).name} is missing") from error
    except (CheckpointError, UnreadableError) as error:
        raise CheckpointError(str(error)) from error
    except Exception as error:  # whatever stands in a folder, the others are to be loaded
        raise CheckpointError("the folder cannot be read") from error


def _loaded(folder: Path, known: Mapping[str, Loaded], name: str | None) -> Loaded:
    config = read_json(folder / CONFIG)
    variant = _variant(config)
    if name is not None and variant.name != name:
        raise CheckpointError(f"the folder holds {variant.name}, not {name}")
    reader = _reader(config["reader"], variant, folder, known)
    plain = config["format_version"] == PLAIN
    raw = _checked_bytes(folder / WEIGHTS, config["sha256"], 4 * MAX_BYTES if plain else MAX_BYTES)
    weights = load_tensors(raw)
    metrics = read_json(folder / METRICS) if (folder / METRICS).exists() else {}
    if not isinstance(metrics, dict):
        raise CheckpointError("metrics.json is not an object")
    seeds = {config["seed"]: _figures(metrics), **_further_seeds(folder, metrics)}
    size, sha256 = len(raw), config["sha256"]
    if reader is not None:
        weights |= _frozen(reader, weights)
        size, sha256 = size + (reader.size or 0), _together(sha256, reader.sha256)
    model = (_filled_plainly if plain else filled)(variant, weights)
    return Loaded(variant, model, metrics, _history(folder / HISTORY), size, sha256, seeds)


def _reader(named: Any, variant: Variant, folder: Path, known: Mapping[str, Loaded]) -> Loaded | None:
    """The frozen reader that a config names, provided that it is still the one that was taken over."""
    if named is None:
        return None
    name = variant.recipe.start
    if not isinstance(named, dict) or set(named) != {"name", "sha256"} or named["name"] != name or name is None:
        raise CheckpointError("its reader is not that of the catalog; train it again")
    place = next((each for each in (folder / name, folder.parent / name) if each.is_dir()), None)
    if place is None:
        raise CheckpointError(f"it needs the reader {name}, whose folder is neither in this one nor beside it")
    try:
        reader = known.get(name) or load(place, known, name)
    except CheckpointError as error:
        raise CheckpointError(f"it needs the reader {name}, which cannot be loaded: {error}") from error
    if reader.sha256 != named["sha256"]:
        raise CheckpointError(f"it took over another {name} than the one that is here; train it again")
    return reader


def _frozen(reader: Loaded, own: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """A reader's `stored` weights by their names within a model."""
    if any(name.startswith(FROZEN) for name in own):
        raise CheckpointError("its weights hold a reader besides the one that it names")
    return {FROZEN + name: tensor for name, tensor in stored(reader.model.state_dict()).items()}


def _together(sha256: str, reader: str) -> str:
    """One sha256 for a model's own weights and its reader's."""
    return hashlib.sha256(f"{sha256} {reader}".encode()).hexdigest()


def _figures(metrics: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(metrics[name]) for name in SEED_FIGURES if isinstance(metrics.get(name), int | float)}


def _further_seeds(folder: Path, metrics: Mapping[str, Any]) -> dict[int, dict[str, float]]:
    """Figures of other seeds, provided that they come from the recipe of the metrics; raises CheckpointError."""
    recipe = metrics.get("training", {}).get("recipe")
    found = {}
    for path in sorted(folder.glob(SEEDS)):
        try:
            told = read_json(path)
            if told["recipe"] == recipe:
                found[int(told["seed"])] = _figures(told)
        except Exception as error:
            raise CheckpointError(f"{path.name} does not hold the figures of a seed") from error
    return dict(sorted(found.items()))


def _history(path: Path) -> tuple[Mapping[str, float], ...]:
    """The rows of a history; none if there is no such file. Raises CheckpointError for anything but rows of numbers."""
    if not path.exists():
        return ()
    try:
        rows = [parsed_json(line, path) for line in read_bytes(path, MAX_JSON).splitlines()]
        return tuple({str(name): float(value) for name, value in row.items()} for row in rows)
    except Exception as error:
        raise CheckpointError(f"{path.name} does not hold rows of numbers") from error


def _variant(config: Any) -> Variant:
    """The catalog's row that a config describes, provided that they agree in everything."""
    if not isinstance(config, dict) or set(config) != _KEYS:
        raise CheckpointError(f"config.json must have exactly the keys {', '.join(sorted(_KEYS))}")
    if config["format_version"] not in (FORMAT, PLAIN):
        raise CheckpointError(f"expected format version {FORMAT}; train it again")
    variant = BY_NAME.get(config["variant"]) if isinstance(config["variant"], str) else None
    if variant is None:
        raise CheckpointError("config.json names no variant; python train.py --help lists them")
    if _completed(config["config"], variant.config) != asdict(variant.config) or config["task"] != variant.task:
        raise CheckpointError("its sizes or task are not those of the catalog; train it again")
    return variant


def _completed(sizes: Any, config: Config) -> Any:
    """Stored sizes with those that came later: a size that has a default had that value before it had a name."""
    later = {field.name: field.default for field in fields(config) if field.default is not MISSING}
    return {**later, **sizes} if isinstance(sizes, dict) else sizes


def _checked_bytes(path: Path, sha256: str, most: int) -> bytes:
    raw = read_bytes(path, most)
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise CheckpointError(f"{path.name} is damaged: its checksum is not the one in config.json")
    return raw


def filled(variant: Variant, weights: Mapping[str, Tensor]) -> nn.Module:
    """The variant's model with `stored` weights, in evaluation mode; raises CheckpointError if they do not fit."""
    model = variant.build()
    _check_forms(weights, stored(model.state_dict()))
    tensors = restored(weights)
    _check_finite(tensors)
    for name in weights.keys() - tensors.keys():
        if not (weights[name] > 0).all():
            raise CheckpointError(f"{name} holds numbers that are not positive")
    model.load_state_dict(tensors)
    return _ready(model)


def _filled_plainly(variant: Variant, weights: Mapping[str, Tensor]) -> nn.Module:
    """The same from plain floats in single or half precision."""
    model = variant.build()
    tensors = {name: each.float() if each.is_floating_point() else each for name, each in weights.items()}
    _check_forms(tensors, model.state_dict())
    _check_finite(tensors)
    model.load_state_dict(tensors)
    return _ready(model)


def _ready(model: nn.Module) -> nn.Module:
    """To answer: filters lie in memory as the CNNs hold images, which else would be turned at every convolution."""
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # not in torch's own stubs
    return model.eval()


def _check_finite(tensors: Mapping[str, Tensor]) -> None:
    for name, tensor in tensors.items():
        if not torch.isfinite(tensor).all():
            raise CheckpointError(f"{name} holds numbers that are not finite")


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
class ModelStore:
    """All checkpoints of a folder: those that work, in the catalog's order, and why the others do not."""

    models: Mapping[str, Loaded]
    refused: Mapping[str, str]

    @classmethod
    def open(cls, folder: Path) -> ModelStore:
        """Load every variant of the catalog; one that fails is left out with its reason."""
        models: dict[str, Loaded] = {}
        refused = {}
        for variant in readers_first(VARIANTS):
            try:
                models[variant.name] = load(folder / variant.name, models, variant.name)
            except CheckpointError as error:
                refused[variant.name] = str(error)
        return cls({name: models[name] for name in BY_NAME if name in models}, refused)


def readers_first(variants: Iterable[Variant]) -> list[Variant]:
    """Variants in an order in which each comes after the reader that it stands on."""
    return sorted(variants, key=readers_before)


def readers_before(variant: Variant) -> int:
    """How many readers must be there before this variant."""
    start = variant.recipe.stands_on
    return 0 if start is None else 1 + readers_before(BY_NAME[start])
