"""The exact reasoner for rows of letters: every line that there is, weighed by what was read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.outputs import NextLetter, Reading
from seqdemo.models.vision import Reader, ReaderConfig, padded
from seqdemo.sequences.arithmetic import EASY, NORMAL, ArithmeticTask

_TASKS = {task.name: task for task in (EASY, NORMAL)}


@dataclass(frozen=True)
class ExactLineConfig:
    """Which lines there are, and the sizes of the reader."""

    task: str
    width: int
    features: int
    dropout: float


class ExactLine(nn.Module):
    """p(line | images) = prod_t p(letter_t | image_t) / sum over lines; p(answer) sums the lines that share it (Bayes).

    Nothing is learned but two numbers: how far the reader's doubt is to be trusted, and how often it is quite wrong.
    No model that sees each image on its own can do better with this reader.
    For a visitor: it tries every start and every step, and keeps what fits to all images at once.
    """

    def __init__(self, config: ExactLineConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = Reader(ReaderConfig(config.width, config.features, config.dropout))
        self.sharpness = nn.Parameter(torch.tensor(1.0))
        self.misread = nn.Parameter(torch.tensor(-4.0))
        """Logit of the share of letters that may be anything, however sure the reader is."""

    def forward(self, images: Float[Tensor, "batch letter 28 28"], lengths: Int[Tensor, "batch"]) -> NextLetter:
        """Images with 0 black and 1 white, padded at the end to any length."""
        _, vision = self.see(images, lengths)
        return NextLetter(None, vision, self.reason(vision, lengths))

    def see(
        self, images: Float[Tensor, "batch letter 28 28"], lengths: Int[Tensor, "batch"]
    ) -> tuple[None, Float[Tensor, "batch letter 26"]]:
        """Log-probabilities of the letters, each image on its own, with calibrated doubt."""
        real = torch.arange(images.shape[1], device=images.device) < lengths[:, None]
        alone: Reading = self.cnn(images[real])
        assert alone.vision is not None
        return None, padded(self.calibrated(alone.vision), real)

    def calibrated(self, glance: Float[Tensor, "*batch 26"]) -> Float[Tensor, "*batch 26"]:
        """The reader's log-probabilities, sharpened or softened, with a little left for every letter."""
        sharpened = F.log_softmax(glance * self.sharpness, dim=-1)
        anything = F.logsigmoid(self.misread) - log(len(ALPHABET))
        return torch.logaddexp(sharpened + F.logsigmoid(-self.misread), anything.expand_as(sharpened))

    def reason(
        self, vision: Float[Tensor, "batch letter 26"], lengths: Int[Tensor, "batch"]
    ) -> Float[Tensor, "batch letter 26"]:
        """Log-probabilities of the letter after each position, given all letters up to it; `lengths` change nothing."""
        after = [self._following(vision, seen) for seen in range(1, vision.shape[1] + 1)]
        return torch.stack(after, dim=1)

    def _following(self, vision: Tensor, seen: int) -> Float[Tensor, "batch 26"]:
        lines = lines_of(self.config.task, seen).to(vision.device)
        posterior = self.posterior(vision, seen).exp()
        answers = posterior.new_zeros(len(vision), len(ALPHABET))
        return answers.index_add(1, lines[:, 0] + lines[:, 1] * seen, posterior).clamp(min=1e-12).log()

    def posterior(self, vision: Float[Tensor, "batch letter 26"], seen: int) -> Float[Tensor, "batch line"]:
        """Log-probabilities of `lines_of` so many letters, from the first `seen` letters."""
        lines = lines_of(self.config.task, seen).to(vision.device)
        letters = lines[:, :1] + lines[:, 1:] * torch.arange(seen, device=vision.device)
        evidence = torch.stack([vision[:, at, letters[:, at]] for at in range(seen)]).sum(dim=0)
        return F.log_softmax(evidence, dim=-1)


@lru_cache(maxsize=64)
def lines_of(task: str, seen: int) -> Int[Tensor, "line 2"]:
    """Start and step of every line whose first `seen` letters, and the one that follows, lie in the alphabet."""
    chosen: ArithmeticTask = _TASKS[task]
    return torch.tensor([(line.start, line.step) for line in chosen.lines(seen)])
