"""Image readers: CNNs that turn one 28x28 image into features, or into a letter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Literal

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.kind import Kind
from seqdemo.models.outputs import Reading


class ResidualBlock(nn.Module):
    """Two convolutions around which the input is added (He et al. 2016, y = F(x) + x).

    Over squares of 3x3 pixels of an image, or over five points of a trajectory.
    """

    def __init__(self, channels_in: int, channels_out: int, over: Literal["pixels", "points"] = "pixels") -> None:
        super().__init__()
        convolution, norm, size = (nn.Conv2d, nn.BatchNorm2d, 3) if over == "pixels" else (nn.Conv1d, nn.BatchNorm1d, 5)
        self.first = convolution(channels_in, channels_out, size, padding=size // 2, bias=False)
        self.first_norm = norm(channels_out)
        self.second = convolution(channels_out, channels_out, size, padding=size // 2, bias=False)
        self.second_norm = norm(channels_out)
        same = channels_in == channels_out
        self.shortcut = nn.Identity() if same else convolution(channels_in, channels_out, 1, bias=False)

    def forward(self, x: Float[Tensor, "image channels *place"]) -> Float[Tensor, "image out *place"]:
        inner = F.relu(self.first_norm(self.first(x)))
        return F.relu(self.second_norm(self.second(inner)) + self.shortcut(x))


def residual_tower(first: int, *stages: tuple[int, ...]) -> nn.Sequential:
    """A 3x3 convolution to `first` channels, then stages of residual blocks; the image halves before each stage."""
    layers: list[nn.Module] = [nn.Conv2d(1, first, 3, padding=1, bias=False), nn.BatchNorm2d(first), nn.ReLU()]
    channels = first
    for stage in stages:
        layers.append(nn.MaxPool2d(2))
        for width in stage:
            layers.append(ResidualBlock(channels, width))
            channels = width
    return nn.Sequential(*layers)


class ReportCnn(nn.Module):
    """The report's image reader: 3x3 convolutions, max-pooling, more filters as the image shrinks.

    It describes a letter without naming it: naming is left to GRU1.
    """

    def __init__(self, width: int, features: int) -> None:
        super().__init__()
        self.tower = residual_tower(width, (width,), (2 * width,), (4 * width,))
        self.project = nn.Linear(4 * width * 9, features)

    def forward(self, images: Float[Tensor, "image 28 28"]) -> Reading:
        """Images with 0 black and 1 white."""
        maps = self.tower(images[:, None].contiguous(memory_format=torch.channels_last))
        return Reading(F.relu(self.project(maps.flatten(1))), None)


@dataclass(frozen=True)
class ReaderConfig:
    """Sizes of a `Reader`."""

    width: int
    """Filters of the first residual block; the two others have twice as many."""
    features: int
    dropout: float


class Reader(nn.Module):
    """Names the letter in each image on its own: a residual CNN (He et al. 2016) with a linear softmax layer.

    Light paper is turned dark first, so that one set of filters serves both.
    For a visitor: it looks at one letter at a time and knows nothing of the others.
    """

    kind: ClassVar[Kind] = Kind("letter", Reading, {"cnn": ("tower", "project", "name")})

    def __init__(self, config: ReaderConfig) -> None:
        super().__init__()
        width = config.width
        self.tower = residual_tower(width // 2, (width,), (2 * width, 2 * width), ())
        self.project = nn.Linear(2 * width * 9, config.features)
        self.dropout = nn.Dropout(config.dropout)
        self.name = nn.Linear(config.features, len(ALPHABET))

    def forward(self, images: Float[Tensor, "image 28 28"]) -> Reading:
        """Images with 0 black and 1 white."""
        dark = on_dark_paper(images)[:, None].contiguous(memory_format=torch.channels_last)
        maps = self.dropout(self.tower(dark).flatten(1))
        features = F.relu(self.project(maps))
        return Reading(features, F.log_softmax(self.name(self.dropout(features)).float(), dim=-1))


def on_dark_paper(images: Float[Tensor, "image 28 28"]) -> Float[Tensor, "image 28 28"]:
    """Images whose edge is light, inverted; the others as they are."""
    edge = torch.cat([images[:, 0], images[:, -1], images[:, :, 0], images[:, :, -1]], dim=1)
    return torch.where(edge.mean(dim=1)[:, None, None] > 0.5, 1 - images, images)


def one_channel(images: Float[Tensor, "image 28 28 3"]) -> Float[Tensor, "image 28 28"]:
    """Colour images as grey ones: channels summed, then stretched from 0 (darkest) to 1 (brightest pixel)."""
    summed = images.sum(dim=-1)
    low, high = summed.amin(dim=(1, 2), keepdim=True), summed.amax(dim=(1, 2), keepdim=True)
    return (summed - low) / (high - low).clamp(min=1e-3)


def padded(
    rows: Float[Tensor, "image feature"], real: Bool[Tensor, "batch letter"]
) -> Float[Tensor, "batch letter feature"]:
    """Rows of real letters put back into their places; zeros on padding."""
    places = rows.new_zeros(*real.shape, rows.shape[-1])
    places[real] = rows
    return places


class PlainCnn(nn.Module):
    """The swapped-word report's image reader: three convolutions and three affine layers to an embedding.

    Like `ReportCnn` it describes a letter without naming it.
    """

    def __init__(self, width: int, features: int) -> None:
        super().__init__()
        convolutions: list[nn.Module] = []
        for before, after in ((1, width), (width, 2 * width), (2 * width, 2 * width)):
            convolutions += [nn.Conv2d(before, after, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        sizes = (2 * width * 9, 8 * width, 4 * width)
        affine = [layer for size, to in pairwise(sizes) for layer in (nn.Linear(size, to), nn.ReLU())]
        self.layers = nn.Sequential(*convolutions, nn.Flatten(), *affine, nn.Linear(sizes[-1], features))
        for layer in self.layers:
            # The usual start shrinks a letter from layer to layer: after 2,000 steps it still told none apart.
            if isinstance(layer, nn.Conv2d | nn.Linear):
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")

    def forward(self, images: Float[Tensor, "image 28 28"]) -> Reading:
        """Images with 0 black and 1 white."""
        return Reading(self.layers(images[:, None].contiguous(memory_format=torch.channels_last)), None)
