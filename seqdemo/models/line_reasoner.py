"""A reasoner for rows of letters, trained by itself on what a frozen reader read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.frontend import named_alone, new_reader
from seqdemo.models.kind import Kind
from seqdemo.models.log_probs import certainty
from seqdemo.models.outputs import Remembered
from seqdemo.models.recurrent import Cell, Recurrent
from seqdemo.models.vision import ReaderConfig


@dataclass(frozen=True)
class LineReasonerConfig:
    """Sizes of a `LineReasoner`, and the decisions by which it is built."""

    cnn: Literal["reader", "pen"]
    width: int
    """Of the reader, as in `ReaderConfig`, and so are the next two."""
    features: int
    cnn_dropout: float
    cell: Cell
    hidden: int
    layers: int
    bidirectional: bool
    dropout: float
    """Before the answer, and between the layers."""
    link: Literal["one-hot", "soft"]
    """What is handed on of each letter: the most probable one alone, or the log-probabilities of all."""


class LineReasoner(nn.Module):
    """p(letter_{t+1} | readings 1..t) = softmax(W h_t), h_t = cell(reading_t, h_{t-1}): GRU 2 without GRU 1.

    Cells: RNN (Elman 1990), LSTM (Hochreiter and Schmidhuber 1997), GRU (Cho et al. 2014). The reader is frozen.
    For a visitor: it never sees an image, only what the reader said of it.
    """

    kind: ClassVar[Kind] = Kind("reasoner", Remembered, {"reader": ("cnn",), "reasoner": ("recurrent", "reasoning")})

    def __init__(self, config: LineReasonerConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = new_reader(config.cnn, ReaderConfig(config.width, config.features, config.cnn_dropout))
        between = config.dropout if config.layers > 1 else 0.0
        self.recurrent = Recurrent(
            config.cell, len(ALPHABET), config.hidden, config.layers, config.bidirectional, between
        )
        self.dropout = nn.Dropout(config.dropout)
        self.reasoning = nn.Linear(self.recurrent.size, len(ALPHABET))

    def forward(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> Remembered:
        """Images with 0 black and 1 white, padded at the end to any length; trajectories where they are known."""
        _, vision = self.see(images, lengths, trajectories)
        return Remembered(None, vision, self.reason(vision, lengths), self.remember(vision, lengths))

    def see(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> tuple[None, Float[Tensor, "batch letter 26"]]:
        """The reader's log-probabilities of the letters, each on its own."""
        return None, named_alone(self.cnn, images, lengths, trajectories)

    def remember(
        self, vision: Float[Tensor, "batch letter 26"], lengths: Int[Tensor, "batch"]
    ) -> Float[Tensor, "batch letter hidden"]:
        """The hidden state after each letter, from log-probabilities of the letters."""
        states: Tensor = self.recurrent(self.handed(vision), lengths)[0]
        return states

    def reason(
        self, vision: Float[Tensor, "batch letter 26"], lengths: Int[Tensor, "batch"]
    ) -> Float[Tensor, "batch letter 26"]:
        """Log-probabilities of the letter after each position, from log-probabilities of the letters themselves."""
        return F.log_softmax(self.reasoning(self.dropout(self.remember(vision, lengths))).float(), dim=-1)

    def handed(self, vision: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
        """What the recurrent layers are given of log-probabilities of the letters."""
        if self.config.link == "one-hot":
            return F.one_hot(vision.argmax(dim=-1), len(ALPHABET)).float()
        return certainty(vision)
