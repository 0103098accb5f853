"""A reader that sees more than the image: the way of the pen too, where it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.kind import Kind
from seqdemo.models.outputs import Reading
from seqdemo.models.vision import Reader, ReaderConfig, ResidualBlock

PATH_FEATURES = 128
"""Numbers that the trajectory reader describes a letter with."""
_CHANNELS = 64
"""Of the trajectory reader's first block; the last has twice as many."""


@dataclass(frozen=True)
class PenReaderConfig(ReaderConfig):
    """Sizes of a `PenReader`'s image reader; those of its trajectory reader are fixed."""


class PenReader(nn.Module):
    """p(letter) is proportional to p_image(letter)^a p_path(letter)^b: a product of experts (Hinton 2002).

    One expert is a `Reader` of the image, the other a CNN along the pen's trajectory; a and b are fitted to validation
    writers when both have been trained (temperature scaling, Guo et al. 2017, with a temperature each). Where only an
    image is known, it is p_image^c.
    For a visitor: the order and direction of the strokes tell letters apart that look alike.
    """

    kind: ClassVar[Kind] = Kind("witnesses", Reading, {"image_alone": ("cnn",), "path": ("path",), "both": ()})

    def __init__(self, config: ReaderConfig) -> None:
        super().__init__()
        self.cnn = Reader(config)
        self.path = TrajectoryCnn(_CHANNELS, PATH_FEATURES, config.dropout)
        self.register_buffer("trust", torch.ones(2))
        self.register_buffer("trust_alone", torch.ones(1))

    def forward(
        self, images: Float[Tensor, "image 28 28"], trajectories: Float[Tensor, "image 64 3"] | None = None
    ) -> Reading:
        """Images with 0 black and 1 white; trajectories as `handwriting.trajectory` makes them."""
        image: Reading = self.cnn(images)
        assert image.vision is not None
        if trajectories is None:
            silent = image.features.new_zeros(len(images), PATH_FEATURES)
            vision = F.log_softmax(self.get_buffer("trust_alone") * image.vision, dim=-1)
            return Reading(torch.cat([image.features, silent], dim=1), vision, image.vision)
        path: Reading = self.path(trajectories)
        assert path.vision is not None
        trust = self.get_buffer("trust")
        vision = F.log_softmax(trust[0] * image.vision + trust[1] * path.vision, dim=-1)
        return Reading(torch.cat([image.features, path.features], dim=1), vision, image.vision, path.vision)


class TrajectoryCnn(nn.Module):
    """Names the letter that a pen wrote: residual convolutions (He et al. 2016) along its points, no image."""

    def __init__(self, channels: int, features: int, dropout: float) -> None:
        super().__init__()
        between, last = 3 * channels // 2, 2 * channels
        self.layers = nn.Sequential(
            nn.Conv1d(_FACTS, channels, 5, padding=2, bias=False),
            nn.BatchNorm1d(channels),
            nn.ReLU(),
            nn.MaxPool1d(2),
            ResidualBlock(channels, channels, "points"),
            nn.MaxPool1d(2),
            ResidualBlock(channels, between, "points"),
            ResidualBlock(between, between, "points"),
            nn.MaxPool1d(2),
            ResidualBlock(between, last, "points"),
            nn.MaxPool1d(2),
        )
        self.project = nn.Linear(4 * last, features)
        self.dropout = nn.Dropout(dropout)
        self.name = nn.Linear(features, len(ALPHABET))

    def forward(self, trajectories: Float[Tensor, "image 64 3"]) -> Reading:
        """Position and size of the ink make no difference."""
        maps = self.dropout(self.layers(_facts(trajectories).transpose(1, 2)).flatten(1))
        features = F.relu(self.project(maps))
        return Reading(features, F.log_softmax(self.name(self.dropout(features)).float(), dim=-1))


_FACTS = 8


def _facts(trajectories: Float[Tensor, "image 64 3"]) -> Float[Tensor, "image 64 8"]:
    """Of each point: place, direction on paper, jump through the air, whether the pen was set down, and pace."""
    points, set_down = trajectories[..., :2], trajectories[..., 2:]
    low, high = points.amin(dim=1, keepdim=True), points.amax(dim=1, keepdim=True)
    side = (high - low).amax(dim=-1, keepdim=True).clamp(min=1e-3)
    places = 2 * (points - (low + high) / 2) / side
    moves = torch.diff(places, dim=1, prepend=places[:, :1])
    pace = moves.norm(dim=-1, keepdim=True)
    directions = moves / pace.clamp(min=1e-4) * (1 - set_down)
    return torch.cat([places, directions, 2 * moves * set_down, set_down, (5 * pace).clamp(max=2)], dim=-1)
