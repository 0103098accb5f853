"""What each recipe makes small: one training step's loss, with the accuracies for the progress bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import torch
from jaxtyping import Bool, Float, Int, Shaped
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.letters import ALPHABET
from seqdemo.models.catalog import Variant
from seqdemo.models.character_cnn import CharacterCnn
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.exact_line import following, lapsed
from seqdemo.models.letter_model import training_windows
from seqdemo.models.line_reasoner import LineReasoner
from seqdemo.models.log_probs import certain
from seqdemo.models.noisy_channel import NoisyChannel
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.models.symbols import END, START
from seqdemo.models.transformer import Transformer
from seqdemo.models.vision import Reader
from seqdemo.sequences.arithmetic import ArithmeticTask
from seqdemo.sequences.batches import (
    Batch,
    WordBatch,
    epoch_batch,
    features_batch,
    next_letter_batch,
    reading_batch,
    word_batch,
    writing_batch,
)
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS, trained_on
from seqdemo.sequences.words import SWAP_WITH_RARE, WordTask
from seqdemo.training.spelling import given

TEACHER_FORCED = 0.1
"""Share of the sequences for which GRU2 is told the true letters, so that it also learns the plain rule."""

SUBSTITUTED = 0.03
"""Share of the letters in whose place another stands, so that one sure misreading does not outvote the rest."""


LAPSE_RATE = 0.05
"""Share of the letters that exact reasoning takes to be anything: those replaced, and some that the reader misread."""


@dataclass(frozen=True, eq=False)
class Loss:
    """One step's loss and how it went, as tensors on the device (reading them out would wait for it)."""

    value: Float[Tensor, ""]
    vision: Float[Tensor, ""] | None
    """Share of letters read right; None where none was read."""
    reasoning: Float[Tensor, ""] | None
    """Share of answers that were right; None where nothing was asked for."""
    stages: Mapping[str, Float[Tensor, ""]] = field(default_factory=dict)
    """Loss and accuracy of each of two stages, as the report names them."""


def reading(variant: Variant, model: Reader, bank: GlyphBank, seed: int, step: int) -> Loss:
    """Cross entropy against labels smoothed by 0.1 (Szegedy et al. 2016)."""
    recipe = variant.recipe
    images, labels = reading_batch(bank, seed, step, recipe.batch, recipe.augment)
    return _named(model(images).vision, labels)


def strokes(variant: Variant, model: PenReader, bank: GlyphBank, seed: int, step: int) -> Loss:
    """The same for the way of the pen alone; the reader of images stays as it is."""
    recipe = variant.recipe
    trajectories, labels = writing_batch(bank, seed, step, recipe.batch, recipe.augment)
    return _named(model.path(trajectories).vision, labels)


def _named(vision: Float[Tensor, "image 26"], labels: Int[Tensor, "image"]) -> Loss:
    value = F.cross_entropy(vision, labels, label_smoothing=0.1)
    return Loss(value, _share(vision.argmax(-1) == labels), None)


def report(variant: Variant, model: CnnGru, bank: GlyphBank, seed: int, step: int) -> Loss:
    """The report's: squared errors of the probabilities, GRU1 against hard and GRU2 against smoothed labels.

    GRU2 is told the true letters (teacher forcing). The recipe may say otherwise of each.
    """
    recipe = variant.recipe
    batch = next_letter_batch(_task(variant), bank, "train", seed, _indices(variant, step), recipe.augment)
    _, vision = model.see(batch.images, batch.lengths)
    reasoning = model.reason(certain(batch.letters) if recipe.teacher_forcing else vision, batch.lengths)
    first = _mean(_OFF[recipe.loss](vision, _one_hot(batch.letters)).mean(dim=-1), batch.real)
    second = _following(variant, reasoning, batch)
    return _of_stages((first + second) / 2, (first, second), batch, vision, reasoning)


def reasoning(variant: Variant, model: LineReasoner, bank: GlyphBank, seed: int, step: int) -> Loss:
    """The report's loss of its second stage alone, on what a frozen reader read; the recipe may say otherwise."""
    batch = features_batch(_task(variant), bank, "train", seed, _indices(variant, step))
    vision = certain(batch.letters) if variant.recipe.teacher_forcing else batch.images
    reasoned = model.reason(vision, batch.lengths)
    value = _following(variant, reasoned, batch)
    return Loss(value, None, _share(_answers_of(reasoned, batch) == batch.answers))


def _following(variant: Variant, reasoning: Float[Tensor, "batch letter 26"], batch: Batch) -> Float[Tensor, ""]:
    """How far the letters after each position are off what followed, as the recipe measures it."""
    recipe = variant.recipe
    smooth = _one_hot(batch.following) * (1 - recipe.smoothing) + recipe.smoothing / len(ALPHABET)
    return _mean(_OFF[recipe.loss](reasoning, smooth).mean(dim=-1), batch.real)


def _answers_of(reasoning: Float[Tensor, "batch letter 26"], batch: Batch) -> Int[Tensor, "batch"]:
    return reasoning.argmax(-1).gather(1, batch.lengths[:, None] - 1)[:, 0]


def _squares(
    scores: Float[Tensor, "batch letter 26"], wanted: Float[Tensor, "batch letter 26"]
) -> Float[Tensor, "batch letter 26"]:
    return (scores.exp() - wanted) ** 2


def _surprise(
    scores: Float[Tensor, "batch letter 26"], wanted: Float[Tensor, "batch letter 26"]
) -> Float[Tensor, "batch letter 26"]:
    """What each letter adds to the cross entropy, 26 times: it is their sum, but their mean is taken."""
    return -wanted * scores * len(ALPHABET)


_OFF = {"squared": _squares, "cross-entropy": _surprise}


def two_stage(variant: Variant, model: CnnGru, bank: GlyphBank, seed: int, step: int) -> Loss:
    """Cross entropy of both stages, end to end through the log-probabilities that the first hands to the second.

    GRU2 is to say what exact reasoning makes of the same readings (distillation, Hinton et al. 2015), not what happened
    to follow: that is what it should answer on average, without the chance of the single row. The reader stays as it
    is, so the bank holds what it made of each letter (`features.precomputed`).
    """
    batch = features_batch(_task(variant), bank, "train", seed, _indices(variant, step))
    features, glance = _substituted(batch.images).tensor_split([-len(ALPHABET)], dim=-1)
    vision = model.recognise(features, glance, batch.lengths)
    told = (torch.arange(len(batch.lengths), device=vision.device) < TEACHER_FORCED * len(batch.lengths))[:, None, None]
    truth = certain(batch.letters)
    reasoning = model.reason(torch.where(told, truth, vision), batch.lengths)
    wanted = following(variant.task, lapsed(torch.where(told, truth, glance.float()), LAPSE_RATE)).exp()
    first = _surprisal(vision, torch.where(batch.real, batch.letters, _NOTHING))
    second = _mean(-(wanted * reasoning).sum(-1), batch.real)
    return _of_stages(first + second, (first, second), batch, vision, reasoning)


def writing(variant: Variant, model: Seq2Seq | Transformer, bank: GlyphBank, seed: int, step: int) -> Loss:
    """Cross entropy of every symbol, fed the right ones before it (teacher forcing), and of the probe's letters."""
    return spelling_out(model, words_of_step(variant, bank, seed, step))


def words_of_step(variant: Variant, bank: GlyphBank, seed: int, step: int) -> WordBatch:
    """The words that a step of `writing` learns from."""
    task = SWAP_WITH_RARE if variant.recipe.rare_words else trained_on(variant.task)
    assert isinstance(task, WordTask)
    return word_batch(task, bank, "train", seed, _indices(variant, step), variant.recipe.augment)


def spelling_out(model: Seq2Seq | Transformer, batch: WordBatch) -> Loss:
    """The loss of `writing` on these words. No shape in it depends on them, so that a GPU can record it."""
    if batch.images.ndim == 3:
        batch = replace(batch, images=_substituted(batch.images))
    memory = model.encode(given(model, batch), batch.lengths)
    fed, wanted = _lines(batch)
    symbols = model.decode(memory, fed, model.begin(memory)).symbols
    whole = ((symbols.argmax(-1) == wanted) | (wanted == _NOTHING)).all(dim=1)
    probe = _surprisal(memory.vision, torch.where(batch.real, batch.letters, _NOTHING))
    read = _mean(memory.vision.argmax(-1) == batch.letters, batch.real)
    return Loss(_surprisal(symbols, wanted) + probe, read, _share(whole))


def letters(variant: Variant, model: NoisyChannel, bank: GlyphBank, seed: int, step: int) -> Loss:
    """Cross entropy of the symbol after some letters of the training words; no image is read."""
    device = bank.labels.device
    windows = _windows(model.config.window + 1, model.config.rare_words, device)
    chance = torch.Generator(device).manual_seed(seed * 1_000_003 + step)
    chosen = windows[torch.randint(len(windows), (variant.recipe.batch,), generator=chance, device=device)]
    following = model.learned(chosen[:, :-1])
    value = F.nll_loss(following, chosen[:, -1])
    return Loss(value, None, _share(following.argmax(-1) == chosen[:, -1]))


@cache
def _windows(size: int, rare: bool, device: torch.device) -> Int[Tensor, "window symbol"]:
    """Every run of so many symbols in the training words."""
    return torch.from_numpy(training_windows(size, rare)).to(device)


def rows(variant: Variant, model: RowRnn | CharacterCnn, bank: GlyphBank, seed: int, step: int) -> Loss:
    """The report's: cross entropy of the answer after the last row."""
    images, right = _characters(variant, bank, seed, step)
    answer = model(images).answer
    return Loss(F.nll_loss(answer, right), _share(answer.argmax(-1) == right), None)


EARLY = 0.2
"""Weight of the mean loss over all steps beside that of the answer."""


def every_step(variant: Variant, model: RowRnn, bank: GlyphBank, seed: int, step: int) -> Loss:
    """Cross entropy of the answer against labels smoothed by 0.1, and of what is believed after every step."""
    images, right = _characters(variant, bank, seed, step)
    output = model(images)
    early = F.nll_loss(output.beliefs.flatten(0, 1), right.repeat_interleave(output.beliefs.shape[1]))
    value = F.cross_entropy(output.answer, right, label_smoothing=0.1) + EARLY * early
    return Loss(value, _share(output.answer.argmax(-1) == right), None)


def _characters(
    variant: Variant, bank: GlyphBank, seed: int, step: int
) -> tuple[Float[Tensor, "image 28 28"], Int[Tensor, "image"]]:
    """One batch of a pass, with the index of the right answer to each image."""
    task = TASKS[variant.task]
    assert isinstance(task, RowTask)
    images, labels = epoch_batch(bank, seed, step, variant.recipe.batch, variant.recipe.augment)
    return images, _answers(task, labels.device)[labels]


@cache
def _answers(task: RowTask, device: torch.device) -> Int[Tensor, "47"]:
    """Index of the right answer to each class."""
    return torch.tensor(task.answer_of, device=device)


_NOTHING = -1
"""Stands behind a word's end, where nothing is judged."""


def _lines(batch: WordBatch) -> tuple[Int[Tensor, "batch step"], Int[Tensor, "batch step"]]:
    """What a decoder is fed, a start and the word, and what it is to write, the word and an end."""
    fed = F.pad(batch.words, (1, 0), value=START)
    wanted = F.pad(torch.where(batch.real, batch.words, _NOTHING), (0, 1), value=_NOTHING)
    return fed, wanted.scatter(1, batch.lengths[:, None], END)


def _substituted(seen: Float[Tensor, "batch letter feature"]) -> Float[Tensor, "batch letter feature"]:
    """Some letters replaced by another word's."""
    chosen = torch.rand(seen.shape[:2], device=seen.device) < SUBSTITUTED
    return torch.where(chosen[..., None], seen.roll(1, dims=0), seen)


OBJECTIVES: dict[str, Callable[..., Loss]] = {
    "reading": reading,
    "strokes": strokes,
    "report": report,
    "two-stage": two_stage,
    "writing": writing,
    "letters": letters,
    "rows": rows,
    "every_step": every_step,
    "reasoning": reasoning,
}


def _task(variant: Variant) -> ArithmeticTask:
    task = TASKS[variant.task]
    assert isinstance(task, ArithmeticTask)
    return task


def _indices(variant: Variant, step: int) -> NDArray[np.int64]:
    recipe = variant.recipe
    indices = np.arange(step * recipe.batch, (step + 1) * recipe.batch)
    return indices if recipe.dataset_size is None else indices % recipe.dataset_size


def _of_stages(value: Tensor, losses: tuple[Tensor, Tensor], batch: Batch, vision: Tensor, reasoning: Tensor) -> Loss:
    following = reasoning.argmax(-1)
    stages = {
        "gru1_loss": losses[0],
        "gru2_loss": losses[1],
        "gru1_accuracy": _mean(vision.argmax(-1) == batch.letters, batch.real),
        "gru2_accuracy": _mean(following == batch.following, batch.real),
    }
    return Loss(value, stages["gru1_accuracy"], _share(_answers_of(reasoning, batch) == batch.answers), stages)


def _mean(values: Shaped[Tensor, "batch letter"], where: Bool[Tensor, "batch letter"]) -> Float[Tensor, ""]:
    """Over letters alone, not over padding."""
    return torch.where(where, values, 0).sum() / where.sum()


def _surprisal(scores: Float[Tensor, "batch letter symbol"], wanted: Int[Tensor, "batch letter"]) -> Float[Tensor, ""]:
    """Cross entropy from log-probabilities, where something is wanted."""
    return F.nll_loss(scores.flatten(0, 1), wanted.flatten(), ignore_index=_NOTHING)


def _one_hot(letters: Int[Tensor, "batch letter"]) -> Float[Tensor, "batch letter 26"]:
    # F.one_hot reads the largest number out, to see whether it fits.
    return (letters[..., None] == torch.arange(len(ALPHABET), device=letters.device)).float()


def _share(right: Tensor) -> Float[Tensor, ""]:
    return right.float().mean()
