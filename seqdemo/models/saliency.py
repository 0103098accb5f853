"""How far back a reader remembers: how much its answer depends on each row of the image."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor, nn

from seqdemo.models.outputs import Character


def saliency(model: nn.Module, images: Float[Tensor, "image 28 28"]) -> Float[Tensor, "image 28"]:
    """The share of each row in the gradient of the answer's log-odds, by its length; each image's add up to 1.

    All are 0 where the gradient is: a network whose units are all silent answers the same whatever it sees.

    Where it vanishes, changing a row would change nothing any more (Bengio et al. 1994). Images with 0 black and 1
    white; each image's share is its own, because a model in evaluation mode mixes none.
    """
    with torch.inference_mode(False), torch.enable_grad():
        shown = images.clone().requires_grad_()
        # cuDNN's layers can only be followed back in training mode.
        with torch.backends.cudnn.flags(enabled=False):
            output: Character = model(shown)
        best = output.answer.max(dim=-1, keepdim=True)
        # Against the others together, since the slope of a probability near 1 is lost in rounding.
        others = output.answer.scatter(1, best.indices, -torch.inf).logsumexp(dim=-1, keepdim=True)
        (slopes,) = torch.autograd.grad((best.values - others).sum(), shown)
        sizes: Tensor = slopes.norm(dim=-1)
    return sizes / sizes.sum(dim=-1, keepdim=True).clamp(min=1e-30)
