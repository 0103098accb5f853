"""What a reading stage hands to a reasoning stage: log-probabilities of the letters, not names alone."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn import functional as F

from seqdemo.letters import ALPHABET

FLOOR = -8.0
"""Log-probabilities below this count as impossible, so that one wrong reading cannot outvote the rest."""


def certain(letters: Int[Tensor, "*letter"]) -> Float[Tensor, "*letter 26"]:
    """Log-probabilities that are certain: what a stage is told when it is given the true letters."""
    return (1 - F.one_hot(letters, len(ALPHABET)).float()) * FLOOR


def overruled(vision: Float[Tensor, "batch letter 26"], read: Mapping[int, int]) -> Float[Tensor, "batch letter 26"]:
    """The same log-probabilities, certain at the places (from 0) that are to be read as a class of letters."""
    if not read:
        return vision
    ruled = vision.clone()
    ruled[:, list(read)] = certain(torch.tensor([list(read.values())], device=vision.device)).to(vision)
    return ruled


def certainty(vision: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
    """The same log-probabilities between 0 (impossible) and 1 (sure), as a network likes its input."""
    return 1 - torch.clamp(vision, min=FLOOR) / FLOOR
