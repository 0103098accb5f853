"""Accuracies on letters and sequences that training never saw."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.pen import PenModel
from seqdemo.models import outputs
from seqdemo.models.catalog import Variant
from seqdemo.models.frontend import reading_of
from seqdemo.models.kind import kind_of
from seqdemo.models.log_probs import certain
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.protocols import Reasoner
from seqdemo.sequences.arithmetic import ArithmeticTask, next_letter
from seqdemo.sequences.batches import Batch, next_letter_batch
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.training import characters, spelling
from seqdemo.training.calibration import calibrated_loss, reliability
from seqdemo.training.data import Letters

SEED = 0
"""Of the sequences that are measured on; not the one that training draws from."""
CHUNK = 500
SEQUENCES = 10_000
CHECKED = 1000
"""Sequences on which a run is validated."""


def validate(variant: Variant, model: nn.Module, letters: Letters, learned: int = SEED + 1) -> dict[str, float]:
    """`vision` and, where there is one, `reasoning` on the validation writers; `score` decides what is kept.

    Of two stages also how many answers are right in validation and to sequences that training draws, whose seed
    is `learned`.
    """
    return kind_of(model).entry(_FIGURES).validate(variant, model, letters, learned)


def _validate_reader(variant: Variant, model: nn.Module, letters: Letters, learned: int) -> dict[str, float]:
    unclear = named(model, _as_clear_as_in_training(variant, letters.val))
    # Likelihood tells readers apart that name the same letters right. Until it is calibrated, after training, a reader
    # may be too sure, and is no worse for it.
    score = math.exp(-calibrated_loss(unclear, letters.val.labels))
    return {"vision": letter_accuracy(model, letters.val), "score": score}


def _validate_stages(variant: Variant, model: nn.Module, letters: Letters, learned: int) -> dict[str, float]:
    measured = sequence_accuracy(variant, model, letters.val, "val", CHECKED)
    vision, reasoning = measured["vision"], measured["accuracy"]
    fitted = sequence_accuracy(variant, model, letters.train, "train", CHECKED, learned)["accuracy"]
    shares = {"vision": vision, "reasoning": reasoning, "train_accuracy": fitted, "valid_accuracy": reasoning}
    # Where reasoning is still at chance, better vision is progress all the same.
    return {**shares, "score": reasoning + 0.01 * vision}


def _as_clear_as_in_training(variant: Variant, bank: GlyphBank) -> GlyphBank:
    """As many letters as in training blurred and under noise, else a reader would be kept that was not used to it."""
    chance = torch.Generator(bank.images.device).manual_seed(SEED)
    images = variant.recipe.augment.unclear(bank.images.float() / 255, chance)
    return replace(bank, images=(images * 255).round().to(bank.images.dtype))


def measure(variant: Variant, model: nn.Module, letters: Letters, pen: PenModel) -> dict[str, Any]:
    """Everything that the card states, on the test writers; `accuracy` is the headline, 0..1.

    `pen` writes the examples of what is mistaken for what.
    """
    return kind_of(model).entry(_FIGURES).measure(variant, model, letters, pen)


def _measure_reader(variant: Variant, model: nn.Module, letters: Letters, pen: PenModel) -> dict[str, Any]:
    alone = _alone(model, letters)
    calibrated = reliability(named(model, letters.test), letters.test.labels, letters.test.writers)
    return {"accuracy": alone["own_standing"], "reading": alone, "calibration": calibrated, **_by_image(model, letters)}


def _measure_stages(variant: Variant, model: nn.Module, letters: Letters, pen: PenModel) -> dict[str, Any]:
    measured = sequence_accuracy(variant, model, letters.test, "test", SEQUENCES)
    return {**measured, "reading": _alone(model, letters)}


@dataclass(frozen=True)
class _Figures:
    """How models of one output are judged while they are trained, and measured at the end."""

    validate: Callable[[Variant, nn.Module, Letters, int], dict[str, float]]
    measure: Callable[[Variant, nn.Module, Letters, PenModel], dict[str, Any]]


_OF_WORDS = _Figures(
    lambda variant, model, letters, learned: spelling.validate(model, letters),
    lambda variant, model, letters, pen: spelling.measure(model, letters),
)
_FIGURES: Mapping[type, _Figures] = {
    outputs.Reading: _Figures(_validate_reader, _measure_reader),
    outputs.NextLetter: _Figures(_validate_stages, _measure_stages),
    outputs.Decoded: _OF_WORDS,
    outputs.Corrected: _OF_WORDS,
    outputs.Character: _Figures(
        lambda variant, model, letters, learned: characters.validate(_row_task(variant), model, letters),
        lambda variant, model, letters, pen: characters.measure(_row_task(variant), model, letters, pen),
    ),
}


def _alone(model: nn.Module, letters: Letters) -> dict[str, float]:
    """Letters read right each on its own, of those that were written so and of all."""
    return {"own_standing": letter_accuracy(model, letters.test), "all": letter_accuracy(model, letters.test_all)}


def _by_image(model: nn.Module, letters: Letters) -> dict[str, float]:
    """The share read right from images alone, by a reader that looks at more."""
    if not isinstance(model, PenReader):
        return {}
    return {"image_alone": letter_accuracy(model, replace(letters.test, trajectories=None))}


def _row_task(variant: Variant) -> RowTask:
    task = TASKS[variant.task]
    assert isinstance(task, RowTask)
    return task


def letter_accuracy(model: nn.Module, bank: GlyphBank) -> float:
    """Share of letters that are read right, each on its own."""
    return float((named(model, bank).argmax(-1) == bank.labels).float().mean())


@torch.inference_mode()
def named(model: nn.Module, bank: GlyphBank) -> Float[Tensor, "glyph 26"]:
    """Log-probabilities of each letter of a bank, read on its own."""
    return torch.cat([_named(model, images, written) for images, written in bank.chunks()])


def _named(model: nn.Module, images: Tensor, written: Tensor | None) -> Tensor:
    if issubclass(kind_of(model).output, outputs.NextLetter):
        ones = torch.ones(len(images), dtype=torch.long, device=images.device)
        _, seen = cast(Reasoner, model).see(images[:, None], ones, None if written is None else written[:, None])
        return seen[:, 0]
    vision = reading_of(model, images, written).vision
    assert vision is not None
    return vision


@torch.inference_mode()
def sequence_accuracy(
    variant: Variant, model: nn.Module, bank: GlyphBank, split: str, sequences: int, seed: int = SEED
) -> dict[str, Any]:
    """Accuracy over `sequences` sequences of every length, and what each stage did, by length T.

    `accuracy` is the mean over the lengths. `glance` (where the model has one) and `vision`: letters read right by the
    CNN alone and in context; `reasoning_on_truth`: answers given the true letters; `rule_on_vision`: answers of the
    exact rule on the letters read.
    """
    task, reasoner = TASKS[variant.task], cast(Reasoner, model)
    assert isinstance(task, ArithmeticTask)
    parts = [
        _judged(reasoner, next_letter_batch(task, bank, split, seed, np.arange(at, min(at + CHUNK, sequences))))
        for at in range(0, sequences, CHUNK)
    ]
    table = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    lengths = table.pop("length")
    by_length = {
        str(n): {name: round(float(values[lengths == n].mean()), 5) for name, values in table.items()}
        for n in range(task.shortest, task.longest + 1)
    }
    means = {name: float(np.mean([row[name] for row in by_length.values()])) for name in table}
    return {**means, "sequences": sequences, "by_length": by_length}


def _judged(model: Reasoner, batch: Batch) -> dict[str, np.ndarray]:
    """One row for each sequence of the batch."""
    output = model(batch.images, batch.lengths, batch.trajectories)
    told = model.reason(certain(batch.letters), batch.lengths)
    rows, last = torch.arange(len(batch.lengths)), batch.lengths - 1
    read = output.vision.argmax(-1)
    rule = [next_letter(row[:n].tolist()) for row, n in zip(read.cpu(), batch.lengths.tolist(), strict=True)]
    return {
        "length": batch.lengths.cpu().numpy(),
        "accuracy": (output.reasoning[rows, last].argmax(-1) == batch.answers).float().cpu().numpy(),
        **({} if output.glance is None else {"glance": _right(output.glance, batch)}),
        "vision": _right(output.vision, batch),
        "reasoning_on_truth": (told[rows, last].argmax(-1) == batch.answers).float().cpu().numpy(),
        "rule_on_vision": np.array(rule, dtype=object) == batch.answers.cpu().numpy(),
    }


def _right(opinion: Tensor, batch: Batch) -> np.ndarray:
    """Share of its letters that each sequence got right, shape (batch,)."""
    right = ((opinion.argmax(-1) == batch.letters) & batch.real).sum(1) / batch.lengths
    return np.asarray(right.float().cpu().numpy())
