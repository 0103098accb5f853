"""One character read row by row, from top to bottom, by recurrent layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.models.kind import Kind
from seqdemo.models.outputs import CharacterByRows
from seqdemo.models.recurrent import CELLS, Cell
from seqdemo.models.vision import on_dark_paper

ROWS = 28
"""Rows of an image, and pixels of a row."""


@dataclass(frozen=True)
class RowRnnConfig:
    """Sizes of a `RowRnn`, and the decisions by which its variants differ."""

    answers: int
    cell: Cell | Literal["jordan"]
    """A Jordan network has one layer."""
    hidden: int
    layers: int
    dropout: float
    """Before the answer."""
    strip: int = 1
    """Rows that are read in one step."""
    width: int = 0
    """Filters of the first convolution over the rows read so far; 0: the pixels themselves are read."""
    between: bool = True
    """The dropout acts between the layers too."""


class Strips(nn.Module):
    """Three convolutions that look across and up, but never down: a strip knows no row that is still to come."""

    def __init__(self, width: int, strip: int) -> None:
        super().__init__()
        sizes = ((1, width), (width, 2 * width), (2 * width, 2 * width))
        self.convolutions = nn.ModuleList(nn.Conv2d(a, b, 3, padding=(0, 1), bias=False) for a, b in sizes)
        self.norms = nn.ModuleList(nn.BatchNorm2d(b) for _, b in sizes)
        self.pools = ((strip, 2), (1, 2), (1, 1))
        self.size = 2 * width * ROWS // 4

    def forward(self, images: Float[Tensor, "image 28 28"]) -> Float[Tensor, "image step feature"]:
        maps = images[:, None].contiguous(memory_format=torch.channels_last)
        for convolution, norm, pool in zip(self.convolutions, self.norms, self.pools, strict=True):
            seen = convolution(F.pad(maps, (0, 0, 2, 0)))  # two rows above the first one, none below the last
            maps = F.max_pool2d(F.relu(norm(seen)), pool)
        return maps.permute(0, 2, 1, 3).flatten(2)


class Jordan(nn.Module):
    """h_t = tanh(W x_t + U y_{t-1} + b) with y the answer's probabilities: the output goes back (Jordan 1986).

    An Elman network hands on its hidden state instead.
    """

    def __init__(self, inputs: int, hidden: int, answers: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(inputs, hidden)
        self.back = nn.Linear(answers, hidden, bias=False)

    def forward(
        self, given: Float[Tensor, "image step feature"], score: Callable[[Tensor], Tensor]
    ) -> tuple[Float[Tensor, "image step unit"], Float[Tensor, "image step answer"]]:
        """States and scores of the answers after all steps; `score` makes the latter of a state (image, unit)."""
        states: list[Tensor] = []
        scores: list[Tensor] = []
        for entering in self.hidden(given).unbind(1):  # W x of all steps at once
            back = self.back(scores[-1].softmax(dim=-1)) if scores else 0
            states.append(torch.tanh(entering + back))
            scores.append(score(states[-1]))
        return torch.stack(states, dim=1), torch.stack(scores, dim=1)


class RowRnn(nn.Module):
    """p(character | rows 1..t) after every row t: h_t = cell(row_t, h_{t-1}), one linear softmax layer over h_t.

    Cells: RNN (Elman 1990), LSTM (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000), GRU
    (Cho et al. 2014), or a network whose answer goes back instead of its state (Jordan 1986). Many to one: the belief
    after the last row is the answer.
    For a visitor: it sees one line of pixels at a time and must remember the lines above.
    """

    kind: ClassVar[Kind] = Kind("row", CharacterByRows, {"rows": ("strips", "layers", "name")})

    def __init__(self, config: RowRnnConfig) -> None:
        super().__init__()
        self.config = config
        self.strips = Strips(config.width, config.strip) if config.width else None
        inputs = self.strips.size if self.strips else ROWS * config.strip
        self.layers = nn.ModuleList(_layers(config, inputs))
        self.dropout = nn.Dropout(config.dropout)
        self.name = nn.Linear(config.hidden, config.answers)

    def forward(self, images: Float[Tensor, "image 28 28"]) -> CharacterByRows:
        """Images with 0 black and 1 white; light paper is turned dark first."""
        given = self._given(on_dark_paper(images))
        if self.config.cell == "jordan":
            state, scores = self.layers[0](given, self._scores)
            return CharacterByRows(_beliefs(scores), given, (state,))
        states: list[Tensor] = []
        for layer in self.layers:
            states.append(layer(self._between(states[-1]) if states else given)[0])
        return CharacterByRows(_beliefs(self._scores(states[-1])), given, tuple(states))

    def _given(self, images: Float[Tensor, "image 28 28"]) -> Float[Tensor, "image step feature"]:
        """What the first layer reads at each step."""
        if self.strips is not None:
            features: Tensor = self.strips(images)
            return features
        return images.reshape(len(images), ROWS // self.config.strip, -1)

    def _between(self, state: Float[Tensor, "image step unit"]) -> Float[Tensor, "image step unit"]:
        dropped: Tensor = self.dropout(state) if self.config.between else state
        return dropped

    def _scores(self, state: Float[Tensor, "*step unit"]) -> Float[Tensor, "*step answer"]:
        scores: Tensor = self.name(self.dropout(state))
        return scores


def _beliefs(scores: Float[Tensor, "image step answer"]) -> Float[Tensor, "image step answer"]:
    return F.log_softmax(scores.float(), dim=-1)


def _layers(config: RowRnnConfig, inputs: int) -> list[nn.Module]:
    """Layer by layer, since a fused stack would keep the states between its layers to itself."""
    if config.cell == "jordan":
        return [Jordan(inputs, config.hidden, config.answers)]
    sizes = [inputs] + [config.hidden] * (config.layers - 1)
    return [CELLS[config.cell](size, config.hidden, batch_first=True) for size in sizes]
