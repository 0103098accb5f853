"""The training loop: seeded by step, resumable to the bit, keeping the best by validation.

On a GPU nothing that a step does outside its model waits for it: no shape depends on what is drawn, and no number is
read out.
"""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import get_ema_multi_avg_fn
from tqdm import tqdm

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.catalog import Recipe, Variant
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.models.transformer import Transformer
from seqdemo.training import state
from seqdemo.training.data import Letters
from seqdemo.training.metrics import validate
from seqdemo.training.objectives import OBJECTIVES, Loss, spelling_out, words_of_step
from seqdemo.training.precision import quick
from seqdemo.training.recorded import RecordedStep
from seqdemo.training.run import Run

CHECKS = 20
"""How often a run is validated and saved."""
OF_SINGLE_LETTERS = ("reading", "strokes")
"""Objectives of models without recurrent layers."""
PATIENCE = 5
"""A run ends early after so many checks without a rise."""


class Interrupted(Exception):
    """The run was stopped by Ctrl-C after saving its state."""


def train(
    variant: Variant, run: Run, letters: Letters, bank: GlyphBank, seed: int, place: Path, checks: int | None = None
) -> Run:
    """Train to the end, saving the state at `place` at every check and on Ctrl-C (then raises Interrupted).

    Steps learn from `bank`: the training letters, or what a frozen reader made of them. There are CHECKS checks unless
    another number is given.
    """
    recipe = variant.recipe
    apart = math.ceil(recipe.steps / (checks or CHECKS))
    with _stop_on_request() as stopped, _progress(variant, run) as bar:
        begun = time.perf_counter()
        while run.step < recipe.steps and not stalled(recipe, run):
            loss = make_step(variant, run, bank, seed)
            due = run.step % apart == 0 or run.step == recipe.steps
            if due:
                _check(variant, run, letters, seed)
            if due or stopped:
                begun, before = time.perf_counter(), begun  # by now a GPU has done what it was asked to do
                run.seconds += begun - before
                state.save(place, run)
            if stopped:
                raise Interrupted
            if bar.update():
                bar.set_postfix(_shown(loss), refresh=False)
    return run


def stalled(recipe: Recipe, run: Run) -> bool:
    """Whether validation has not risen for PATIENCE checks at a constant rate.

    One cycle rises most while its rate falls, and passes are a recipe's own: such runs go to their end.
    """
    return not recipe.one_cycle and recipe.epochs is None and run.since_best >= PATIENCE


def ended(recipe: Recipe, run: Run) -> str:
    """When and why a run ended, as a card says it."""
    if run.step < recipe.steps:
        return f"before its {recipe.steps:,} steps were made: validation had not risen for {PATIENCE} checks"
    return "when all its steps were made"


def make_step(variant: Variant, run: Run, bank: GlyphBank, seed: int) -> Loss:
    """One update, a pure function of the run's state and its step number."""
    recipe = variant.recipe
    torch.manual_seed(seed * 1_000_003 + run.step)  # dropout
    run.model.train()
    if recipe.start:
        run.model.get_submodule("cnn").eval()
    _set_rate(run.optimizer, learning_rate(recipe, run.step))
    if recipe.objective == "writing" and bank.images.is_cuda and bank.images.ndim == 2:
        model = cast(Seq2Seq | Transformer, run.model)
        run.recorded = run.recorded or RecordedStep(
            lambda words: _learn(recipe, run, lambda: spelling_out(model, words))
        )
        loss = run.recorded(words_of_step(variant, bank, training_seed(seed), run.step))
    else:
        objective = OBJECTIVES[recipe.objective]
        loss = _learn(recipe, run, lambda: objective(variant, run.model, bank, training_seed(seed), run.step))
    _log(run, recipe.steps, {"loss": loss.value, **loss.stages})
    run.step += 1
    return loss


def _set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    for group in optimizer.param_groups:
        if isinstance(group["lr"], Tensor):  # on a GPU, where a recorded step reads it
            group["lr"].fill_(rate)
        else:
            group["lr"] = rate


def _learn(recipe: Recipe, run: Run, loss_of: Callable[[], Loss]) -> Loss:
    """Move the weights, and their average, against the gradient of a loss."""
    with quick(next(run.model.parameters()).device, recipe.objective not in OF_SINGLE_LETTERS):
        loss = loss_of()
    run.optimizer.zero_grad()
    loss.value.backward()
    if recipe.clip is not None:
        nn.utils.clip_grad_norm_(run.model.parameters(), recipe.clip)
    run.optimizer.step()
    if run.average is not None:
        _average(run.average, run.model, recipe.ema_decay)
    return loss


@torch.no_grad()
def _average(average: nn.Module, model: nn.Module, decay: float) -> None:
    """Move a running average towards the weights (torch's own `AveragedModel` reads a number out at every step)."""
    pairs = list(zip(average.state_dict().values(), model.state_dict().values(), strict=True))
    means, tensors = zip(*(pair for pair in pairs if pair[0].is_floating_point()), strict=True)
    get_ema_multi_avg_fn(decay)(means, tensors, None)
    for count, counted in pairs:
        if not count.is_floating_point():
            count.copy_(counted)


def training_seed(seed: int) -> int:
    """The seed of the samples that training draws, never that of the samples that are measured on."""
    return seed + 1


def _log(run: Run, steps: int, measured: dict[str, Tensor]) -> None:
    for name, value in measured.items():
        if name not in run.logged:
            run.logged[name] = torch.zeros(steps, device=value.device)
        run.logged[name][run.step] = value.detach()


def learning_rate(recipe: Recipe, step: int) -> float:
    """One cycle (Smith 2018): up in a straight line for a tenth of the steps, then down along a cosine; or constant."""
    if not recipe.one_cycle:
        return recipe.learning_rate
    rise = recipe.steps / 10
    fall = (step - rise) / (recipe.steps - rise)
    return recipe.learning_rate * ((step + 1) / rise if step < rise else (1 + math.cos(math.pi * fall)) / 2)


def _check(variant: Variant, run: Run, letters: Letters, seed: int) -> None:
    """Note what the steps since the last check measured, on average, and what validation says now."""
    judged = run.judged.eval()
    with quick(letters.val.images.device, variant.recipe.objective not in OF_SINGLE_LETTERS):
        measured = validate(variant, judged, letters, training_seed(seed))
    since = slice(run.checked, run.step)
    means = {name: round(run.logged[name][since].mean().item(), 5) for name in sorted(run.logged)}
    run.history.append({"step": run.step, **means, **measured})
    if measured["score"] >= run.best_score:
        run.best_score = measured["score"]
        run.best = {name: tensor.detach().cpu().clone() for name, tensor in judged.state_dict().items()}


def _shown(loss: Loss) -> dict[str, str]:
    shares = {"vision": loss.vision, "reasoning": loss.reasoning}
    told = {name: f"{share.item():.1%}" for name, share in shares.items() if share is not None}
    return {"loss": f"{loss.value.item():.3f}", **told}


def _progress(variant: Variant, run: Run) -> tqdm[Any]:
    """Drawn once a second: what it shows must be waited for."""
    steps = variant.recipe.steps
    return tqdm(desc=variant.name, total=steps, initial=run.step, unit="step", dynamic_ncols=True, mininterval=1)


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
