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


def calibrate(model: PenReader, held_out: HeldOut) -> None:
    """Set how far each witness is trusted, with the other and alone, so that the letters are likeliest (Guo 2017).

    Each letter counts as much: then the validation writers' letters had a mean loss of 0.150 nats. With each writer
    counting as much it was 0.152, with a bias for each letter of the alphabet besides (Alexandari et al. 2020) 0.180.
    """
    model.get_buffer("trust").copy_(_fitted(torch.stack([held_out.image, held_out.path]), held_out.labels))
    model.get_buffer("trust_alone").copy_(_fitted(held_out.image[None], held_out.labels))


def _fitted(opinions: Float[Tensor, "witness letter 26"], labels: Int[Tensor, "letter"]) -> Float[Tensor, "witness"]:
    """The powers of the witnesses' probabilities whose product fits best to the letters."""
    powers = torch.ones(len(opinions), device=opinions.device, requires_grad=True)
    optimizer = torch.optim.LBFGS([powers], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        value = F.cross_entropy(torch.einsum("w,wnl->nl", powers, opinions), labels)
        value.backward()
        return value

    with torch.enable_grad():
        optimizer.step(loss)
    return powers.detach()


TEMPERATURES = torch.logspace(-1, 1, 41)
"""By which log-probabilities are divided, to find the best."""


def least_surprise(vision: Float[Tensor, "letter 26"], labels: Int[Tensor, "letter"]) -> float:
    """Mean negative log-likelihood of the letters at the best of TEMPERATURES, from log-probabilities."""
    return min(float(F.cross_entropy(vision / temperature, labels)) for temperature in TEMPERATURES.tolist())


RESAMPLED = 2000
"""How often writers are drawn again."""


def reliability(
    vision: Float[Tensor, "letter 26"], labels: Int[Tensor, "letter"], writers: Int[Tensor, "letter"] | None = None
) -> dict[str, Any]:
    """Expected calibration error (Naeini et al. 2015), with the bins that it sums over.

    `ece`: mean distance between how sure a reader is and how often it is right; each bin has its mean confidence, its
    share of right letters, its share of all letters and how many letters it holds. Where the writers are known, also
    `least` and `most`, the 95% interval of the share of right letters if as many writers are drawn from these again
    (bootstrap of clusters: a writer's letters are alike).
    """
    confidence, best = vision.exp().max(dim=1)
    right = (best == labels).float()
    place = (confidence * BINS).long().clamp(max=BINS - 1)
    sums = torch.zeros(3, BINS, device=vision.device).index_add(
        1, place, torch.stack([confidence, right, torch.ones_like(confidence)])
    )
    ends = {} if writers is None else _intervals(right, place, writers)
    bins = [
        {"confidence": sure / n, "right": good / n, "share": n / len(labels), "letters": int(n), **ends.get(number, {})}
        for number, (sure, good, n) in enumerate(sums.T.tolist())
        if n
    ]
    ece = sum(each["share"] * abs(each["confidence"] - each["right"]) for each in bins)
    return {"ece": round(ece, 5), "bins": [{name: round(x, 5) for name, x in each.items()} for each in bins]}


def _intervals(
    right: Float[Tensor, "letter"], place: Int[Tensor, "letter"], writers: Int[Tensor, "letter"]
) -> dict[int, dict[str, float]]:
    """The ends of each bin's interval; the bins that hold a letter."""
    _, writer = writers.cpu().unique(return_inverse=True)
    count = int(writer.max()) + 1
    cells = writer * BINS + place.cpu()
    good, every = (
        torch.zeros(count * BINS).index_add(0, cells, each).view(count, BINS)
        for each in (right.cpu(), torch.ones(len(cells)))
    )
    drawn = torch.randint(count, (RESAMPLED, count), generator=torch.Generator().manual_seed(0))
    shares = good[drawn].sum(dim=1) / every[drawn].sum(dim=1)  # nan where nobody that was drawn wrote such a letter
    ends = shares.nanquantile(torch.tensor([0.025, 0.975]), dim=0)
    return {
        number: {"least": float(ends[0, number]), "most": float(ends[1, number])}
        for number in every.sum(dim=0).nonzero()[:, 0].tolist()
    }
