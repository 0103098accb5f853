"""The exact reasoner for rows of letters: every line that there is, weighed by what was read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.outputs import NextLetter
from seqdemo.models.sight import glanced, new_reader
from seqdemo.models.vision import ReaderConfig
from seqdemo.sequences.arithmetic import EASY, NORMAL, ArithmeticTask

_TASKS = {task.name: task for task in (EASY, NORMAL)}


@dataclass(frozen=True)
class ExactLineConfig:
    """Which lines there are, and the reader."""

    task: str
    cnn: Literal["reader", "pen"]
    width: int
    features: int
    dropout: float
    misread: float
    """Share of the letters that may be anything, so that one sure misreading cannot outvote the rest."""


class ExactLine(nn.Module):
    """p(line | images) = prod_t p(letter_t | image_t) / sum over lines; p(answer) sums the lines that share it (Bayes).

    Nothing is learned. Of all models that read each letter on its own with this reader, and that trust its doubt, none
    can be right more often.
    For a visitor: it tries every start and every step, and keeps what fits to all images at once.
    """

    def __init__(self, config: ExactLineConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = new_reader(config.cnn, ReaderConfig(config.width, config.features, config.dropout))

    def forward(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> NextLetter:
        """Images with 0 black and 1 white, padded at the end to any length; trajectories where they are known."""
        _, vision = self.see(images, lengths, trajectories)
        return NextLetter(None, vision, self.reason(vision, lengths))

    def see(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> tuple[None, Float[Tensor, "batch letter 26"]]:
        """Log-probabilities of the letters, each on its own, with a little left for every letter."""
        glance = glanced(self.cnn, images, lengths, trajectories).glance
        assert glance is not None
        return None, doubted(glance, self.config.misread)

    def reason(
        self, vision: Float[Tensor, "batch letter 26"], lengths: Int[Tensor, "batch"]
    ) -> Float[Tensor, "batch letter 26"]:
        """Log-probabilities of the letter after each position, given all letters up to it; `lengths` change nothing."""
        return following(self.config.task, vision)


def doubted(vision: Float[Tensor, "*batch 26"], share: float) -> Float[Tensor, "*batch 26"]:
    """The same log-probabilities, if so many letters may be anything."""
    return ((1 - share) * vision.exp() + share / len(ALPHABET)).log()


def following(task: str, vision: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
    """Log-probabilities of the letter after each position, summed over all lines that fit to the letters up to it."""
    return torch.stack([_following(task, vision, seen) for seen in range(1, vision.shape[1] + 1)], dim=1)


def _following(task: str, vision: Tensor, seen: int) -> Float[Tensor, "batch 26"]:
    lines = lines_of(task, seen).to(vision.device)
    chances = posterior(task, vision, seen).exp()
    answers = chances.new_zeros(len(vision), len(ALPHABET))
    return answers.index_add(1, lines[:, 0] + lines[:, 1] * seen, chances).clamp(min=1e-12).log()


def posterior(task: str, vision: Float[Tensor, "batch letter 26"], seen: int) -> Float[Tensor, "batch line"]:
    """Log-probabilities of `lines_of` so many letters, from the first `seen` letters."""
    lines = lines_of(task, seen).to(vision.device)
    letters = lines[:, :1] + lines[:, 1:] * torch.arange(seen, device=vision.device)
    evidence = torch.stack([vision[:, at, letters[:, at]] for at in range(seen)]).sum(dim=0)
    return F.log_softmax(evidence, dim=-1)


@lru_cache(maxsize=64)
def lines_of(task: str, seen: int) -> Int[Tensor, "line 2"]:
    """Start and step of every line whose first `seen` letters, and the one that follows, lie in the alphabet."""
    chosen: ArithmeticTask = _TASKS[task]
    return torch.tensor([(line.start, line.step) for line in chosen.lines(seen)])
