"""One character at a glance: the line that readers of rows are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.models.kind import Kind
from seqdemo.models.outputs import Character
from seqdemo.models.vision import on_dark_paper


@dataclass(frozen=True)
class CharacterCnnConfig:
    """Sizes of a `CharacterCnn`."""

    answers: int
    width: int
    """Filters of the first convolution; the second has twice as many."""
    hidden: int
    dropout: float


class CharacterCnn(nn.Module):
    """Two convolutions and two affine layers (after LeCun et al. 1998) over the whole image at once.

    For a visitor: nothing here has an order, and nothing needs to be remembered.
    """

    kind: ClassVar[Kind] = Kind("once", Character, {"cnn": ("first", "second", "affine", "name")})

    def __init__(self, config: CharacterCnnConfig) -> None:
        super().__init__()
        self.config = config
        self.first = nn.Conv2d(1, config.width, 3, padding=1)
        self.second = nn.Conv2d(config.width, 2 * config.width, 3, padding=1)
        self.affine = nn.Linear(2 * config.width * 49, config.hidden)
        self.dropout = nn.Dropout(config.dropout)
        self.name = nn.Linear(config.hidden, config.answers)

    def forward(self, images: Float[Tensor, "image 28 28"]) -> Character:
        """Images with 0 black and 1 white; its one belief is the answer."""
        maps = on_dark_paper(images)[:, None].contiguous(memory_format=torch.channels_last)
        for convolution in (self.first, self.second):
            maps = F.max_pool2d(F.relu(convolution(maps)), 2)
        features = F.relu(self.affine(maps.flatten(1)))
        beliefs = F.log_softmax(self.name(self.dropout(features)).float(), dim=-1)
        return Character(beliefs[:, None])
