"""The front end of a model: images of letters become what its first recurrent or attention layer is given.

A frozen `Reader` names each letter, and its log-probabilities are all that the encoder learns. The report's CNN only
describes, and is trained with the rest.
"""

from __future__ import annotations

from typing import Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from seqdemo.letters import ALPHABET
from seqdemo.models.log_probs import certainty
from seqdemo.models.outputs import FrontendOutput, Reading
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.vision import PlainCnn, Reader, ReaderConfig, one_channel, padded

Frontend = Literal["report", "reader", "pen"]


def new_cnn(kind: Frontend, width: int, features: int) -> nn.Module:
    """An untrained CNN: `width` filters in its first stage, `features` numbers for each letter."""
    if kind == "report":
        return PlainCnn(width, features)
    return new_reader(kind, ReaderConfig(width, features, 0.0))


def new_reader(kind: Literal["reader", "pen"], config: ReaderConfig) -> nn.Module:
    """An untrained reader of images alone, or one that sees the way of the pen too."""
    return Reader(config) if kind == "reader" else PenReader(config)


def reading_of(
    cnn: nn.Module, images: Float[Tensor, "image 28 28"], trajectories: Float[Tensor, "image 64 3"] | None = None
) -> Reading:
    """What any front end makes of letters on their own; most do not look at the way of the pen."""
    reading: Reading = cnn(images, trajectories) if isinstance(cnn, PenReader) else cnn(images)
    return reading


def entrance(kind: Frontend, features: int, size: int) -> nn.Module:
    """From what a letter was called, or from how it was described, to `size` numbers for the encoder."""
    return nn.Linear(given_size(kind, features), size)


def given_size(kind: Frontend, features: int) -> int:
    """How many numbers the encoder is given of each letter: what describes it, or what it was called."""
    return features if kind == "report" else len(ALPHABET)


def look(
    cnn: nn.Module,
    images: Float[Tensor, "batch letter 28 28 3"],
    lengths: Int[Tensor, "batch"],
    trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
) -> FrontendOutput:
    """What the CNN makes of coloured images with 0 black and 1 white, padded at the end.

    Of letters that it names, the encoder is given the certainty of each name, else what describes them.
    """
    grey = one_channel(images.flatten(0, 1)).unflatten(0, images.shape[:2])
    seen = glanced(cnn, grey, lengths, trajectories)
    return seen if seen.glance is None else FrontendOutput(seen.glance, certainty(seen.glance))


def named_alone(
    cnn: nn.Module,
    images: Float[Tensor, "batch letter 28 28"],
    lengths: Int[Tensor, "batch"],
    trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
) -> Float[Tensor, "batch letter 26"]:
    """A reader's log-probabilities of letters in rows that are padded at the end, each letter on its own."""
    glance = glanced(cnn, images, lengths, trajectories).glance
    assert glance is not None
    return glance


def glanced(
    cnn: nn.Module,
    images: Float[Tensor, "batch letter 28 28"],
    lengths: Int[Tensor, "batch"],
    trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
) -> FrontendOutput:
    """The names and the features of letters in rows that are padded at the end; the CNN never sees the padding."""
    real = torch.arange(images.shape[1], device=images.device) < lengths[:, None]
    alone = reading_of(cnn, images[real], None if trajectories is None else trajectories[real])
    return FrontendOutput(None if alone.vision is None else padded(alone.vision, real), padded(alone.features, real))
