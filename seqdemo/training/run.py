"""What changes while a variant is trained, and how it begins."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import torch
from torch import Tensor, nn

from seqdemo.models.catalog import Variant
from seqdemo.sequences.batches import per_epoch
from seqdemo.training.data import Letters
from seqdemo.training.recorded import RecordedStep


@dataclass
class Run:
    """Everything that changes during training."""

    model: nn.Module
    average: nn.Module | None
    """The same model with the running average of its weights."""
    optimizer: torch.optim.Optimizer
    origin: dict[str, Any]
    """What must be the same when the run is resumed."""
    logged: dict[str, Tensor] = field(default_factory=dict)
    """What each step measured, by name, shape (steps,); 0 where the run has not come yet."""
    step: int = 0
    seconds: float = 0.0
    best: dict[str, Tensor] = field(default_factory=dict)
    best_score: float = -1.0
    history: list[dict[str, float]] = field(default_factory=list)
    recorded: RecordedStep | None = None
    """On a GPU, what its steps have in common; no part of its state."""

    @property
    def judged(self) -> nn.Module:
        """The weights that count: the running average where there is one."""
        return self.model if self.average is None else self.average

    @property
    def checked(self) -> int:
        """The step of the last check, 0 before the first."""
        return int(self.history[-1]["step"]) if self.history else 0

    @property
    def since_best(self) -> int:
        """How many checks have gone by since validation last rose."""
        scores = [row["score"] for row in self.history]
        return len(scores) - 1 - scores.index(max(scores)) if scores else 0


def planned(variant: Variant, letters: Letters) -> Variant:
    """The variant with as many steps as its passes through these letters take."""
    recipe = variant.recipe
    if recipe.epochs is None:
        return variant
    return replace(variant, recipe=replace(recipe, steps=recipe.epochs * per_epoch(letters.train, recipe.batch)))


def start(
    variant: Variant,
    reader: nn.Module | None,
    source: str,
    seed: int,
    device: torch.device,
    earlier: nn.Module | None = None,
) -> Run:
    """A fresh run; `reader` is taken over and left as it is, from the weights of `earlier` training goes on."""
    torch.manual_seed(seed)
    model = variant.build().to(device)
    if earlier is not None:
        model.load_state_dict(earlier.state_dict())
    if reader is not None:
        model.get_submodule("cnn").requires_grad_(False).load_state_dict(reader.state_dict())
    recipe = variant.recipe
    learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    groups = [{"params": learned}]  # in a group, since an exact reasoner learns nothing
    gpu = device.type == "cuda"
    rate = torch.tensor(recipe.learning_rate, device=device) if gpu else recipe.learning_rate
    optimizer = torch.optim.AdamW(groups, rate, weight_decay=recipe.weight_decay, fused=True, capturable=gpu)
    average = deepcopy(model) if recipe.ema_decay else None
    return Run(model, average, optimizer, origin(variant, source, seed))


def fingerprint(variant: Variant) -> str:
    """A short sha256 of a variant's sizes and recipe: figures are compared between seeds only where it is the same."""
    told = json.dumps([asdict(variant.config), asdict(variant.recipe)], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def origin(variant: Variant, source: str, seed: int) -> dict[str, Any]:
    """Everything that a run depends on, as JSON gives it back."""
    known: dict[str, Any] = json.loads(json.dumps({"seed": seed, "data": source, **asdict(variant)}))
    return known
