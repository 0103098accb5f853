"""The program that a recipe is shown as runs, and is the recipe's own model and loss."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from conftest import CHECKPOINTS

from seqdemo.models.log_probs import certain, certainty
from seqdemo.sequences.batches import epoch_batch, features_batch, word_batch
from seqdemo.sequences.rows import ROW_2
from seqdemo.sequences.samples import TASKS as SAMPLED
from seqdemo.sequences.words import SWAP_SHORT
from seqdemo.training import objectives
from seqdemo.workshop import readings
from seqdemo.workshop.code import as_code
from seqdemo.workshop.figures import bank_of
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.training import Training

RECIPES = [
    "next,batch=16",
    "next,batch=16,loss=squared,link=one-hot,smoothing=0.1,cell=rnn,layers=2",
    "next,batch=16,bidirectional=true,teacher_forcing=true,cell=lstm",
    "rows,batch=16",
    "rows,batch=16,cell=gru,layers=2",
    *(f"words,batch=16,hidden=8,context={context}" for context in ("none", "last", "aligned", "bahdanau", "luong")),
    "words,batch=16,hidden=8,cell=gru,reverse=true,context=bahdanau,bidirectional=false",
    "words,batch=16,hidden=8,cell=rnn,reverse=true,context=last,layers=2",
]


@pytest.fixture(scope="module")
def known() -> Readings:
    return readings.load(CHECKPOINTS)


def batch_of(recipe: WorkshopRecipe, known: Readings, step: int) -> tuple[torch.Tensor, ...]:
    """What `batch(step)` of the program gives, as its comment says; the generator stands where training's does."""
    bank, seed, size = bank_of(recipe.of_task, known, "train"), recipe.seed + 1, int(recipe.knobs["batch"])
    torch.manual_seed(recipe.seed * 1_000_003 + step)
    if recipe.task == "rows":
        images, labels = epoch_batch(bank, seed, step, size, recipe.variant().recipe.augment)
        return images, torch.tensor(ROW_2.answer_of)[labels]
    indices = np.arange(step * size, (step + 1) * size)
    if recipe.task == "next":
        batch = features_batch(SAMPLED["next-normal"], bank, "train", seed, indices)  # type: ignore[arg-type]
        told = certain(batch.letters) if recipe.knobs["teacher_forcing"] else batch.images
        return certainty(told), batch.lengths, batch.following, batch.real
    words = word_batch(SWAP_SHORT, bank, "train", seed, indices, recipe.variant().recipe.augment)
    given = certainty(objectives._substituted(words.images))
    return given, words.lengths, words.letters, *objectives._lines(words)


@pytest.mark.parametrize("link", RECIPES)
def test_the_program_has_the_recipes_parameters_and_its_first_loss(link: str, known: Readings) -> None:
    recipe = WorkshopRecipe.from_link(link)
    training = Training(recipe, known, lambda _: None, looks=False)
    own = training._run.model
    program, _, loop = as_code(recipe).partition("for step in range(steps):")
    assert loop
    space: dict[str, Any] = {}
    exec(program, space)
    shapes = [each.shape for each in space["model"].parameters()]
    assert shapes == [each.shape for each in own.parameters()]
    with torch.no_grad():
        for mine, theirs in zip(space["model"].parameters(), own.parameters(), strict=True):
            mine.copy_(theirs)
    loss = space["loss_of"](space["model"], *batch_of(recipe, known, 0))
    training._advance()
    assert loss.item() == pytest.approx(training._losses[0], rel=1e-4)


@pytest.mark.parametrize("task", ["next", "rows", "words"])
def test_the_program_learns(task: str, known: Readings) -> None:
    recipe = WorkshopRecipe.from_link(f"{task},hidden=8,batch=16,steps=200")
    losses: list[float] = []
    code = as_code(recipe).replace("Model(), 200\n", "Model(), 40\n")
    code = code.replace("    loss.backward()\n", "    loss.backward()\n    losses.append(loss.item())\n")
    exec(code, {"batch": lambda step: batch_of(recipe, known, step), "losses": losses})
    assert len(losses) == 40
    assert np.mean(losses[-10:]) < np.mean(losses[:10])
