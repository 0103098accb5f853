"""Is a reader right as often as it says? Its probabilities are fitted to writers held out of training, in turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn import functional as F

from seqdemo.models.pen_reader import PenReader

BINS = 15


@dataclass(frozen=True, eq=False)
class HeldOut:
    """What readers said of letters, none of which was written by anyone whom that reader had learned from."""

    image: Float[Tensor, "letter 26"]
    """Log-probabilities from the image alone."""
    path: Float[Tensor, "letter 26"]
    """Log-probabilities from the way of the pen alone."""
    labels: Int[Tensor, "letter"]
    writers: Int[Tensor, "letter"]


def calibrate(model: PenReader, held_out: HeldOut) -> None:
    """Set how far each witness is trusted, with the other and alone, so that the letters are likeliest (Guo 2017)."""
    model.get_buffer("trust").copy_(_fitted(torch.stack([held_out.image, held_out.path]), held_out))
    model.get_buffer("trust_alone").copy_(_fitted(held_out.image[None], held_out))


def _fitted(opinions: Float[Tensor, "witness letter 26"], held_out: HeldOut) -> Float[Tensor, "witness"]:
    """The powers of the witnesses' probabilities whose product fits best to the letters; each writer counts as much."""
    powers = torch.ones(len(opinions), device=opinions.device, requires_grad=True)
    optimizer = torch.optim.LBFGS([powers], max_iter=100, line_search_fn="strong_wolfe")
    _, place, letters = held_out.writers.unique(return_inverse=True, return_counts=True)
    weights = 1 / (letters[place] * len(letters))

    def loss() -> Tensor:
        optimizer.zero_grad()
        said = torch.einsum("w,wnl->nl", powers, opinions)
        value: Tensor = (weights * F.cross_entropy(said, held_out.labels, reduction="none")).sum()
        value.backward()
        return value

    with torch.enable_grad():
        optimizer.step(loss)
    return powers.detach()


def reliability(vision: Float[Tensor, "letter 26"], labels: Int[Tensor, "letter"]) -> dict[str, Any]:
    """Expected calibration error (Naeini et al. 2015), with the bins that it sums over.

    `ece`: mean distance between how sure a reader is and how often it is right; each bin has its mean confidence, its
    share of right letters, its share of all letters and how many letters it holds.
    """
    confidence, best = vision.exp().max(dim=1)
    table = torch.stack([confidence, (best == labels).float(), torch.ones_like(confidence)])
    place = (confidence * BINS).long().clamp(max=BINS - 1)
    sums = torch.zeros(3, BINS, device=vision.device).index_add(1, place, table)
    bins = [
        {"confidence": sure / n, "right": right / n, "share": n / len(labels), "letters": int(n)}
        for sure, right, n in sums.T.tolist()
        if n
    ]
    ece = sum(each["share"] * abs(each["confidence"] - each["right"]) for each in bins)
    return {"ece": round(ece, 5), "bins": [{name: round(x, 5) for name, x in each.items()} for each in bins]}
