"""Where a decoder looks: the ways in which it may turn to single outputs of the encoder."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

Forced = Mapping[int, Float[Tensor, "letter"]]
"""Where a decoder must look, whatever it would look at: for some steps, from 0, weights in the encoder's order."""

FREE: Forced = {}
"""Nothing is forced."""


class Bahdanau(nn.Module):
    """Additive attention: score_ij = v . tanh(W s_{i-1} + U h_j) (Bahdanau et al. 2015, appendix A.1.2).

    For a visitor: before it writes a letter, the decoder asks which image it should look at.
    """

    def __init__(self, query: int, memory: int) -> None:
        super().__init__()
        self.of_query = nn.Linear(query, query // 2)
        self.of_memory = nn.Linear(memory, query // 2, bias=False)
        self.score = nn.Linear(query // 2, 1, bias=False)

    def keys(self, memory: Float[Tensor, "batch letter memory"]) -> Float[Tensor, "batch letter key"]:
        """U h_j, the same for every step."""
        keys: Tensor = self.of_memory(memory)
        return keys

    def forward(
        self,
        queries: Float[Tensor, "batch step query"],
        keys: Float[Tensor, "batch letter key"],
        real: Bool[Tensor, "batch letter"],
    ) -> Float[Tensor, "batch step letter"]:
        """Weights that sum to 1 over real letters and are 0 on padding."""
        together = self.of_query(queries)[:, :, None] + keys[:, None]
        return softmax_over(self.score(torch.tanh(together))[..., 0], real)


class Luong(nn.Module):
    """Multiplicative attention: score_ij = s_i . W h_j ("general", Luong et al. 2015, section 3.1).

    For a visitor: the decoder first makes up its mind, then looks at the images, and only then writes.
    """

    def __init__(self, query: int, memory: int) -> None:
        super().__init__()
        self.of_memory = nn.Linear(memory, query, bias=False)

    def keys(self, memory: Float[Tensor, "batch letter memory"]) -> Float[Tensor, "batch letter query"]:
        """W h_j, the same for every step."""
        keys: Tensor = self.of_memory(memory)
        return keys

    def forward(
        self,
        queries: Float[Tensor, "batch step query"],
        keys: Float[Tensor, "batch letter query"],
        real: Bool[Tensor, "batch letter"],
    ) -> Float[Tensor, "batch step letter"]:
        """Weights that sum to 1 over real letters and are 0 on padding."""
        return softmax_over(queries @ keys.transpose(1, 2), real)


def softmax_over(
    scores: Float[Tensor, "batch step letter"], real: Bool[Tensor, "batch letter"]
) -> Float[Tensor, "batch step letter"]:
    """Softmax over real letters alone."""
    return scores.float().masked_fill(~real[:, None], -torch.inf).softmax(dim=-1)


def aligned(
    real: Bool[Tensor, "batch letter"], first: Int[Tensor, ""], steps: int
) -> Float[Tensor, "batch step letter"]:
    """A fixed look: step i at letter i, and behind the last letter at nothing."""
    step = first + torch.arange(steps, device=real.device)
    letter = torch.arange(real.shape[1], device=real.device)
    return ((step[:, None] == letter) & real[:, None]).float()


def overruled(
    weights: Float[Tensor, "*batch step letter"], first: int | Int[Tensor, ""], forced: Forced
) -> Float[Tensor, "*batch step letter"]:
    """The weights of the steps from `first` on, with what is forced in the place of what was computed."""
    if not forced:
        return weights  # without asking for the step's number, which may still be on its way from a GPU
    ruled, start = weights.clone(), int(first)
    for step in forced:
        if 0 <= step - start < weights.shape[-2]:
            ruled[..., step - start, :] = forced[step].to(weights)
    return ruled
