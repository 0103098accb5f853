"""Accuracies of readers of one character on writers that training never saw, and what they mistake for what."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from jaxtyping import Int
from torch import Tensor, nn

from seqdemo.handwriting import raster
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.pen import WILD, PenModel, Style
from seqdemo.letters import CHARACTERS, MERGED, index_of
from seqdemo.models.outputs import Character
from seqdemo.models.saliency import saliency
from seqdemo.sequences.rows import RowTask
from seqdemo.training.data import Letters

CHUNK = 500
LOOKED_BACK = 1000
"""Test characters over which the look back is averaged."""
CONFUSIONS = 12
"""So many of the most frequent confusions get an example."""
TRIES = 300
"""So many letters the pen writes in search of one that is confused in the same way."""


def validate(task: RowTask, model: nn.Module, letters: Letters) -> dict[str, float]:
    """Accuracy on the validation writers."""
    right = _share(confusion(task, model, letters.val), task)
    return {"vision": right, "score": right}


def measure(task: RowTask, model: nn.Module, letters: Letters, pen: PenModel) -> dict[str, Any]:
    """On the test writers' characters written on their own (`accuracy`) and on all of them.

    `confusion`: how many of each of the 47 classes got each answer, of those written on their own. `recall`: mean
    share of each row in the gradient of the answer. `examples`: letters of the pen model that are mistaken as
    people's are, most frequent confusion first; `seed` is None where the pen wrote none.
    """
    alone = confusion(task, model, letters.test)
    every = alone if letters.test_all is letters.test else confusion(task, model, letters.test_all)
    return {
        "accuracy": _share(alone, task),
        "reading": {"own_standing": _share(alone, task), "all": _share(every, task)},
        "confusion": alone.tolist(),
        "recall": [round(share, 8) for share in _looked_back(model, letters.test).tolist()],
        "examples": _examples(task, model, alone, pen),
    }


@torch.inference_mode()
def confusion(task: RowTask, model: nn.Module, bank: GlyphBank) -> Int[np.ndarray, "47 answer"]:
    """How many images of each class (row) got each answer (column)."""
    counts = np.zeros((len(MERGED), len(task.answers)), np.int64)
    for images, labels in zip(torch.split(bank.images, CHUNK), torch.split(bank.labels, CHUNK), strict=True):
        np.add.at(counts, (labels.cpu().numpy(), _answers(model, images).cpu().numpy()), 1)
    return counts


def _answers(model: nn.Module, images: Tensor) -> Int[Tensor, "image"]:
    """From images of 0..255."""
    output: Character = model(images.float() / 255)
    return output.answer.argmax(-1)


def _share(counts: Int[np.ndarray, "47 answer"], task: RowTask) -> float:
    """Right answers among all images, each counted once, however they were batched."""
    return float(counts[np.arange(len(MERGED)), task.answer_of].sum() / counts.sum())


def _looked_back(model: nn.Module, bank: GlyphBank) -> Tensor:
    """Mean over characters spread through all classes, of those whose answer depends on any row."""
    chosen = torch.linspace(0, len(bank) - 1, min(LOOKED_BACK, len(bank))).long().to(bank.images.device)
    parts = [saliency(model, images.float() / 255) for images in torch.split(bank.images[chosen], CHUNK)]
    shares = torch.cat(parts)
    return shares.sum(dim=0) / shares.sum().clamp(min=1e-30)


@torch.inference_mode()
def _examples(
    task: RowTask, model: nn.Module, counts: Int[np.ndarray, "47 answer"], pen: PenModel
) -> list[dict[str, Any]]:
    """The most frequent confusions, each with a character and a seed for which the pen model shows it."""
    wrong = counts.copy()
    wrong[np.arange(len(MERGED)), task.answer_of] = 0
    order = np.argsort(-wrong, axis=None, kind="stable")[:CONFUSIONS]
    pairs = [divmod(int(place), counts.shape[1]) for place in order if wrong.flat[place]]
    return [
        {
            "meant": MERGED[meant],
            "read": task.answers[read],
            "count": int(counts[meant, read]),
            "of": int(counts[meant].sum()),
            **_mistaken(model, meant, read, pen),
        }
        for meant, read in pairs
    ]


def _mistaken(model: nn.Module, meant: int, read: int, pen: PenModel) -> dict[str, Any]:
    """The letter of a class, in the pen's wild hand, that gets this answer most surely, and how to write it again."""
    forms = [character for character in CHARACTERS if index_of(character, MERGED) == meant]
    tried = [(form, seed) for form in forms for seed in range(TRIES // len(forms))]
    written = [pen.write(form, seed, Style(temperature=WILD))[0] for form, seed in tried]
    images = torch.from_numpy(raster.images(written)).to(next(model.parameters()).device)
    output: Character = model(images.float() / 255)
    sure = torch.where(output.answer.argmax(-1) == read, output.answer[:, read], -torch.inf)
    best = int(sure.argmax())
    form, seed = tried[best]
    return {"character": form, "seed": seed if sure[best].isfinite() else None}
