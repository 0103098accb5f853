"""Is a reader right as often as it says? Its doubt is fitted to validation writers and measured on the test writers."""

from __future__ import annotations

from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn import functional as F

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.sight import reading_of

BINS = 15


def calibrate(model: PenReader, bank: GlyphBank) -> None:
    """Set how far each witness is trusted, with the other and alone, so that the letters are likeliest (Guo 2017)."""
    image, path = _witnesses(model, bank)
    model.get_buffer("trust").copy_(_fitted(torch.stack([image, path]), bank.labels))
    model.get_buffer("trust_alone").copy_(_fitted(image[None], bank.labels))


@torch.no_grad()
def _witnesses(model: PenReader, bank: GlyphBank) -> tuple[Tensor, Tensor]:
    readings = [reading_of(model, images, written) for images, written in bank.chunks()]
    image = torch.cat([reading.image for reading in readings if reading.image is not None])
    return image, torch.cat([reading.path for reading in readings if reading.path is not None])


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


def reliability(vision: Float[Tensor, "letter 26"], labels: Int[Tensor, "letter"]) -> dict[str, Any]:
    """Expected calibration error (Naeini et al. 2015), with the bins that it sums over.

    `ece`: mean distance between how sure a reader is and how often it is right; each bin has its mean confidence, its
    share of right letters and its share of all letters.
    """
    confidence, best = vision.exp().max(dim=1)
    table = torch.stack([confidence, (best == labels).float(), torch.ones_like(confidence)])
    place = (confidence * BINS).long().clamp(max=BINS - 1)
    sums = torch.zeros(3, BINS, device=vision.device).index_add(1, place, table)
    bins = [
        {"confidence": sure / count, "right": right / count, "share": count / len(labels)}
        for sure, right, count in sums.T.tolist()
        if count
    ]
    ece = sum(each["share"] * abs(each["confidence"] - each["right"]) for each in bins)
    return {"ece": round(ece, 5), "bins": [{name: round(x, 5) for name, x in each.items()} for each in bins]}
