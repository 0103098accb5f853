"""The exact reasoner for rows of letters: every line that there is, weighed by what was read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.frontend import named_alone, new_reader
from seqdemo.models.kind import Kind
from seqdemo.models.outputs import LineFollowed
from seqdemo.models.vision import ReaderConfig
from seqdemo.sequences.arithmetic import EASY, NORMAL, ArithmeticTask

_TASKS: dict[str, ArithmeticTask] = {task.name: task for task in (EASY, NORMAL)}


@dataclass(frozen=True)
class ExactLineConfig:
    """Which lines there are, and the reader."""

    task: str
    cnn: Literal["reader", "pen"]
    width: int
    features: int
    dropout: float
    lapse_rate: float
    """Share of the letters that may be anything, so that one sure misreading cannot outvote the rest."""


class ExactLine(nn.Module):
    """p(line | images) = prod_t p(letter_t | image_t) / sum over lines; p(answer) sums the lines that share it (Bayes).

    Nothing is learned. Of all models that read each letter on its own with this reader, and that trust its
    probabilities, none can be right more often.
    For a visitor: it tries every start and every step, and keeps what fits to all images at once.
    """

    kind: ClassVar[Kind] = Kind("lines", LineFollowed, {"reader": ("cnn",), "exact": ()})

    def __init__(self, config: ExactLineConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = new_reader(config.cnn, ReaderConfig(config.width, config.features, config.dropout))

    def forward(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> LineFollowed:
        """Images with 0 black and 1 white, padded at the end to any length; trajectories where they are known."""
        _, vision = self.see(images, lengths, trajectories)
        lines = posterior(self.config.task, vision)
        return LineFollowed(None, vision, _following(self.config.task, lines), lines)

    def see(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> tuple[None, Float[Tensor, "batch letter 26"]]:
        """Log-probabilities of the letters, each on its own, with a little left for every letter."""
        return None, lapsed(named_alone(self.cnn, images, lengths, trajectories), self.config.lapse_rate)

    def reason(
        self, vision: Float[Tensor, "batch letter 26"], lengths: Int[Tensor, "batch"]
    ) -> Float[Tensor, "batch letter 26"]:
        """Log-probabilities of the letter after each position, given all letters up to it; `lengths` change nothing."""
        return following(self.config.task, vision)


def lapsed(vision: Float[Tensor, "*batch 26"], share: float) -> Float[Tensor, "*batch 26"]:
    """The same log-probabilities, if so many letters may be anything."""
    return ((1 - share) * vision.exp() + share / len(ALPHABET)).log()


def following(task: str, vision: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
    """Log-probabilities of the letter after each position, summed over all lines that fit to the letters up to it."""
    return _following(task, posterior(task, vision))


def _following(task: str, lines: Float[Tensor, "batch letter line"]) -> Float[Tensor, "batch letter 26"]:
    """The same from log-probabilities of the lines."""
    batch, letters, _ = lines.shape
    places = _places(task, letters).to(lines.device)
    answers = places[:, 1:].T.clamp(0, len(ALPHABET) - 1).expand_as(lines)
    summed = lines.new_zeros(batch, letters, len(ALPHABET)).scatter_add(2, answers, lines.exp())
    return summed.clamp(min=1e-12).log()


def posterior(task: str, vision: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter line"]:
    """Log-probabilities of every one of `lines_of`, by the letters up to each position; -inf once a line has ended."""
    places = _places(task, vision.shape[1]).to(vision.device).T
    inside = (places >= 0) & (places < len(ALPHABET))
    evidence = vision.gather(2, places[:-1].clamp(0, len(ALPHABET) - 1).expand(len(vision), -1, -1))
    return F.log_softmax(evidence.cumsum(dim=1).masked_fill(~inside[1:], -torch.inf), dim=-1)


@cache
def lines_of(task: str) -> Int[Tensor, "line 2"]:
    """Start and step of every line that has a second letter."""
    return torch.tensor([(line.start, line.step) for line in _TASKS[task].lines(1)])


@cache
def _places(task: str, letters: int) -> Int[Tensor, "line letter_plus_one"]:
    """Class indices along every line, one more than there are letters; outside the alphabet once it has ended."""
    return lines_of(task)[:, :1] + lines_of(task)[:, 1:] * torch.arange(letters + 1)
