"""How far back a reader remembers: how much its answer depends on each row of the image."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor, nn

from seqdemo.models.outputs import Character


def recall(model: nn.Module, images: Float[Tensor, "image 28 28"]) -> Float[Tensor, "image 28"]:
    """The share of each row in the gradient of the answer's log-probability, by its length; each image's add up to 1.

    Where it vanishes, changing a row would change nothing any more (Bengio et al. 1994). Images with 0 black and 1
    white; each image's share is its own, because a model in evaluation mode mixes none.
    """
    with torch.inference_mode(False), torch.enable_grad():
        shown = images.clone().requires_grad_()
        output: Character = model(shown)
        (slopes,) = torch.autograd.grad(output.answer.max(dim=-1).values.sum(), shown)
        sizes: Tensor = slopes.norm(dim=-1)
    return sizes / sizes.sum(dim=-1, keepdim=True).clamp(min=1e-30)
