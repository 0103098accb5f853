"""The training loop: seeded by step, resumable to the bit, keeping the best by validation."""

from __future__ import annotations

import json
import math
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from tqdm import tqdm

from seqdemo.models.catalog import Recipe, Variant
from seqdemo.models.vision import Reader
from seqdemo.sequences.batches import per_epoch
from seqdemo.training import state
from seqdemo.training.data import Letters
from seqdemo.training.metrics import validate
from seqdemo.training.objectives import OBJECTIVES, Loss
from seqdemo.training.precision import quick

CHECKS = 20
"""How often a run is validated and saved."""


class Interrupted(Exception):
    """The run was stopped by Ctrl-C after saving its state."""


@dataclass
class Run:
    """Everything that changes during training."""

    model: nn.Module
    average: AveragedModel | None
    optimizer: torch.optim.Optimizer
    origin: dict[str, Any]
    """What must be the same when the run is resumed."""
    losses: Tensor
    """The loss of every step so far; 0 where the run has not come yet."""
    step: int = 0
    seconds: float = 0.0
    best: dict[str, Tensor] = field(default_factory=dict)
    best_score: float = -1.0
    history: list[dict[str, float]] = field(default_factory=list)

    @property
    def judged(self) -> nn.Module:
        """The weights that count: the running average where there is one."""
        return self.model if self.average is None else self.average.module


def planned(variant: Variant, letters: Letters) -> Variant:
    """The variant with as many steps as its passes through these letters take."""
    recipe = variant.recipe
    if recipe.epochs is None:
        return variant
    return replace(variant, recipe=replace(recipe, steps=recipe.epochs * per_epoch(letters.train, recipe.batch)))


def start(variant: Variant, eyes: nn.Module | None, source: str, seed: int, device: torch.device) -> Run:
    """A fresh run; `eyes` is the image reader that is taken over and left as it is, or that a reader goes on from."""
    torch.manual_seed(seed)
    model = variant.build().to(device)
    if eyes is not None and isinstance(model, Reader):
        model.load_state_dict(eyes.state_dict())
    elif eyes is not None:
        model.get_submodule("cnn").requires_grad_(False).load_state_dict(eyes.state_dict())
    recipe = variant.recipe
    learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    groups = [{"params": learned}]  # in a group, since an exact reasoner learns nothing
    optimizer = torch.optim.AdamW(groups, lr=recipe.learning_rate, weight_decay=recipe.weight_decay)
    average = None
    if recipe.average:
        average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(recipe.average), use_buffers=True)
    losses = torch.zeros(recipe.steps, device=device)
    return Run(model, average, optimizer, origin(variant, source, seed), losses)


def origin(variant: Variant, source: str, seed: int) -> dict[str, Any]:
    """Everything that a run depends on, as JSON gives it back."""
    known: dict[str, Any] = json.loads(json.dumps({"seed": seed, "data": source, **asdict(variant)}))
    return known


def train(variant: Variant, run: Run, letters: Letters, seed: int, place: Path, checks: int | None = None) -> Run:
    """Train to the end, saving the state at `place` at every check and on Ctrl-C (then raises Interrupted).

    There are CHECKS checks unless another number is given.
    """
    recipe = variant.recipe
    apart = math.ceil(recipe.steps / (checks or CHECKS))
    with _stop_on_request() as stopped, _progress(variant, run) as bar:
        while run.step < recipe.steps:
            begun = time.perf_counter()
            loss = _step(variant, run, letters, seed)
            due = run.step % apart == 0 or run.step == recipe.steps
            if due:
                _check(variant, run, letters, loss)
            run.seconds += time.perf_counter() - begun
            if due or stopped:
                state.save(place, run)
            if stopped:
                raise Interrupted
            bar.update()
            if run.step % 10 == 0:
                bar.set_postfix(_shown(loss))
    return run


def _step(variant: Variant, run: Run, letters: Letters, seed: int) -> Loss:
    """One update, a pure function of the run's state and its step number."""
    recipe, device = variant.recipe, letters.train.images.device
    torch.manual_seed(seed * 1_000_003 + run.step)  # dropout
    run.model.train()
    if recipe.start and not isinstance(run.model, Reader):
        run.model.get_submodule("cnn").eval()
    for group in run.optimizer.param_groups:
        group["lr"] = learning_rate(recipe, run.step)
    with quick(device):
        loss = OBJECTIVES[recipe.objective](variant, run.model, letters.train, seed + 1, run.step)
    run.optimizer.zero_grad()
    loss.value.backward()
    if recipe.clip is not None:
        nn.utils.clip_grad_norm_(run.model.parameters(), recipe.clip)
    run.optimizer.step()
    if run.average is not None:
        run.average.update_parameters(run.model)
    run.losses[run.step] = loss.value.detach()
    run.step += 1
    return loss


def learning_rate(recipe: Recipe, step: int) -> float:
    """One cycle (Smith 2018): up in a straight line for a tenth of the steps, then down along a cosine; or constant."""
    if not recipe.warm:
        return recipe.learning_rate
    rise = recipe.steps / 10
    fall = (step - rise) / (recipe.steps - rise)
    return recipe.learning_rate * ((step + 1) / rise if step < rise else (1 + math.cos(math.pi * fall)) / 2)


def _check(variant: Variant, run: Run, letters: Letters, loss: Loss) -> None:
    judged = run.judged.eval()
    with quick(letters.val.images.device):
        measured = validate(variant, judged, letters)
    run.history.append({"step": run.step, "loss": round(loss.value.item(), 5), **measured})
    if measured["score"] >= run.best_score:
        run.best_score = measured["score"]
        run.best = {name: tensor.detach().cpu().clone() for name, tensor in judged.state_dict().items()}


def _shown(loss: Loss) -> dict[str, str]:
    shares = {"vision": loss.vision, "reasoning": loss.reasoning}
    told = {name: f"{share.item():.1%}" for name, share in shares.items() if share is not None}
    return {"loss": f"{loss.value.item():.3f}", **told}


def _progress(variant: Variant, run: Run) -> tqdm[Any]:
    return tqdm(desc=variant.name, total=variant.recipe.steps, initial=run.step, unit="step", dynamic_ncols=True)


@contextmanager
def _stop_on_request() -> Iterator[list[int]]:
    """A list that Ctrl-C (or a polite kill) puts something into, so that a step is never cut in half."""
    asked: list[int] = []
    before = {number: signal.signal(number, lambda n, _: asked.append(n)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
