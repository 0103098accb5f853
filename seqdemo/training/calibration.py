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
    """Set how far each witness is trusted, with the other and alone, so that the letters are likeliest (Guo 2017).

    Each writer counts as much.
    """
    _, writer, letters = held_out.writers.unique(return_inverse=True, return_counts=True)
    weights = 1 / (letters[writer] * len(letters))
    both = torch.stack([held_out.image, held_out.path])
    model.get_buffer("trust").copy_(_fitted(both, held_out.labels, weights))
    model.get_buffer("trust_alone").copy_(_fitted(held_out.image[None], held_out.labels, weights))


def calibrated_loss(vision: Float[Tensor, "letter 26"], labels: Int[Tensor, "letter"]) -> float:
    """Mean cross entropy of the letters, in nats, at the temperature that suits these log-probabilities best."""
    power = _fitted(vision[None], labels, torch.full_like(vision[:, 0], 1 / len(labels)))
    return float(F.cross_entropy(power * vision, labels))


def _fitted(
    opinions: Float[Tensor, "witness letter 26"], labels: Int[Tensor, "letter"], weights: Float[Tensor, "letter"]
) -> Float[Tensor, "witness"]:
    """The powers of the witnesses' probabilities whose product fits best to the letters."""
    powers = torch.ones(len(opinions), device=opinions.device, requires_grad=True)
    optimizer = torch.optim.LBFGS([powers], max_iter=100, line_search_fn="strong_wolfe")
    opinions = opinions.clone()  # what was made in inference mode takes no part in a gradient

    def loss() -> Tensor:
        optimizer.zero_grad()
        said = (powers[:, None, None] * opinions).sum(dim=0)
        value: Tensor = (weights * F.cross_entropy(said, labels, reduction="none")).sum()
        value.backward()
        return value

    with torch.enable_grad():
        optimizer.step(loss)
    return powers.detach()


RESAMPLED = 2000
"""How often as many writers are drawn from the writers."""


def reliability(
    vision: Float[Tensor, "letter 26"], labels: Int[Tensor, "letter"], writers: Int[Tensor, "letter"] | None = None
) -> dict[str, Any]:
    """Expected calibration error (Naeini et al. 2015), with the bins that it sums over.

    `ece`: mean distance between how sure a reader is and how often it is right; each bin has its mean confidence, its
    share of right letters, its share of all letters and how many letters it holds. Where the writers are known, also
    `least` and `most`: the 95% interval of the share of right letters over writers (cluster bootstrap, Efron and
    Tibshirani 1993), 0 to 1 where all letters are one writer's.
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
    """The ends of the interval of each bin that holds a letter, by the bin's number."""
    names, writer = writers.cpu().unique(return_inverse=True)
    cells = writer * BINS + place.cpu()
    good, every = (
        torch.zeros(len(names) * BINS).index_add(0, cells, each).view(-1, BINS)
        for each in (right.cpu(), torch.ones(len(cells)))
    )
    drawn = torch.randint(len(names), (RESAMPLED, len(names)), generator=torch.Generator().manual_seed(0))
    shares = good[drawn].sum(dim=1) / every[drawn].sum(dim=1)  # nan where nobody that was drawn wrote such a letter
    least, most = shares.nanquantile(torch.tensor([0.025, 0.975]), dim=0).tolist()
    found = {}
    for number, known in enumerate((every > 0).sum(dim=0).tolist()):
        if known:
            found[number] = {"least": least[number], "most": most[number]} if known > 1 else {"least": 0.0, "most": 1.0}
    return found
