"""The last layer of the shipped reader, trained again on other letters with everything before it frozen.

A `PenReader` names a letter by softmax(a log p_image + b log p_path), where each p is a linear layer over features (192
of the image, 128 of the pen's way) and a softmax. What those softmaxes divide by is the same for all 26 letters and
falls out, so the reader's last layer is one linear layer over 320 features and a constant:

    logits = a (W_image f_image + c_image) + b (W_path f_path + c_path)
"""

from __future__ import annotations

import copy

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.pen_reader import PenReader

PENALTY = 100.0
"""Of the squared distance to the shipped layer, halved, against the summed loss of all letters.

Chosen on the letters of UNIPEN's 30 validation writers, one of each kind (722), each hand read by a layer fitted to the
other 29. Mean loss as shipped 0.157 nats; with 10, 30, 100, 300, 1000: 0.165, 0.157, 0.153, 0.153, 0.155
(`python benchmarks/hands.py val`).
"""
_NEAR = 1e-7
"""The loss is strongly convex, so at a gradient of the penalty times this no weight is further from the solution."""


def shipped(reader: PenReader) -> Float[Tensor, "feature 26"]:
    """The layer as it is in a reader, in float64; its last row is the constant."""
    trust = reader.get_buffer("trust").double()
    image, path = reader.cnn.name, reader.path.name
    weights = torch.cat([trust[0] * image.weight.double(), trust[1] * path.weight.double()], dim=1)
    constant = trust[0] * image.bias.double() + trust[1] * path.bias.double()
    return torch.cat([weights.T, constant[None]]).detach()


@torch.inference_mode()
def features(
    reader: PenReader, images: Float[Tensor, "letter 28 28"], ways: Float[Tensor, "letter 64 3"]
) -> Float[Tensor, "letter feature"]:
    """What the layer is given of letters, in float64; the last number is 1."""
    seen = reader(images, ways).features.double()
    return torch.cat([seen, seen.new_ones(len(seen), 1)], dim=1).clone()


def fitted(
    given: Float[Tensor, "letter feature"],
    labels: Int[Tensor, "letter"],
    start: Float[Tensor, "feature 26"],
    penalty: float = PENALTY,
) -> Float[Tensor, "feature 26"]:
    """The layer W with the least loss(W) + penalty/2 |W - start|^2, where loss is the summed cross-entropy.

    Multinomial logistic regression with a normal prior around the shipped layer (MAP), which has one solution; found by
    Newton's method, whose steps are solved by conjugate gradients (Nocedal and Wright 2006, algorithm 7.1).
    """
    truth, layer = F.one_hot(labels, len(ALPHABET)).to(given), start
    value, log_probs = _loss(layer, start, given, truth, penalty)
    while True:
        chances = log_probs.exp()
        slope = given.T @ (chances - truth) + penalty * (layer - start)
        if slope.norm() <= penalty * _NEAR:
            return layer
        step, share = _newton(slope, given, chances, penalty), 1.0
        falls = float((slope * step).sum())
        while True:
            tried = layer + share * step
            next_value, log_probs = _loss(tried, start, given, truth, penalty)
            if next_value <= value + 1e-4 * share * falls + 1e-9:  # Armijo's rule, as near as float64 tells apart
                break
            share /= 2
        layer, value = tried, next_value


def _loss(
    layer: Float[Tensor, "feature 26"],
    start: Float[Tensor, "feature 26"],
    given: Float[Tensor, "letter feature"],
    truth: Float[Tensor, "letter 26"],
    penalty: float,
) -> tuple[float, Float[Tensor, "letter 26"]]:
    log_probs = F.log_softmax(given @ layer, dim=1)
    return float(penalty / 2 * (layer - start).square().sum() - (log_probs * truth).sum()), log_probs


def _newton(
    slope: Float[Tensor, "feature 26"],
    given: Float[Tensor, "letter feature"],
    chances: Float[Tensor, "letter 26"],
    penalty: float,
) -> Float[Tensor, "feature 26"]:
    """The step that solves (curvature) step = -slope, the better the smaller the slope is."""
    step, rest = torch.zeros_like(slope), -slope
    toward, size = rest, rest.square().sum()
    enough = size * torch.clamp(size.sqrt(), max=0.01)
    while size > enough:
        spread = chances * (given @ toward)
        bent = given.T @ (spread - chances * spread.sum(dim=1, keepdim=True)) + penalty * toward
        share = size / (toward * bent).sum()
        step, rest, before = step + share * toward, rest - share * bent, size
        size = rest.square().sum()
        toward = rest + size / before * toward
    return step


def with_layer(reader: PenReader, layer: Float[Tensor, "feature 26"]) -> PenReader:
    """The reader with another last layer, and all else as it was; half of what changes in the constant goes to each
    of its two experts."""
    changed, trust = copy.deepcopy(reader), reader.get_buffer("trust").double()
    difference = layer - shipped(reader)
    image, path = changed.cnn.name, changed.path.name
    parts = difference[:-1].split([image.in_features, path.in_features])
    with torch.no_grad():
        for expert, part, share in zip((image, path), parts, trust, strict=True):
            expert.weight.add_(part.T / share)
            expert.bias.add_(difference[-1] / (2 * share))
    return changed
