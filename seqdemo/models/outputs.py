"""What a forward pass returns: every quantity that is worth seeing, named and shaped."""

from __future__ import annotations

from dataclasses import dataclass

from jaxtyping import Float
from torch import Tensor


@dataclass(frozen=True, eq=False)
class Reading:
    """What an image reader makes of letters on their own."""

    features: Float[Tensor, "image feature"]
    vision: Float[Tensor, "image 26"] | None
    """Log-probabilities of the letters; None from a reader that only describes."""


@dataclass(frozen=True, eq=False)
class NextLetter:
    """The three opinions of a two-stage model, as log-probabilities; padding holds arbitrary numbers."""

    glance: Float[Tensor, "batch letter 26"] | None
    """What the CNN alone reads; None where the CNN has no opinion of its own."""
    vision: Float[Tensor, "batch letter 26"]
    """What GRU1 reads, knowing the letters around (bidirectional) or before (causal)."""
    reasoning: Float[Tensor, "batch letter 26"]
    """What GRU2 expects after each letter; at the last one it is the answer."""
