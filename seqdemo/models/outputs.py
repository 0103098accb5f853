"""What a forward pass returns: every quantity that is worth seeing, named and shaped."""

from __future__ import annotations

from dataclasses import dataclass

from jaxtyping import Bool, Float, Int, Shaped
from torch import Tensor


@dataclass(frozen=True, eq=False)
class Reading:
    """What an image reader makes of letters on their own."""

    features: Float[Tensor, "image feature"]
    vision: Float[Tensor, "image 26"] | None
    """Log-probabilities of the letters; None from a reader that only describes."""
    image: Float[Tensor, "image 26"] | None = None
    """What the image alone says, as log-probabilities, where there is another witness."""
    path: Float[Tensor, "image 26"] | None = None
    """What the way of the pen alone says; None where it is not known or not looked at."""


@dataclass(frozen=True, eq=False)
class NextLetter:
    """The three opinions of a two-stage model, as log-probabilities; padding holds arbitrary numbers."""

    glance: Float[Tensor, "batch letter 26"] | None
    """What the CNN alone reads; None where the CNN has no opinion of its own."""
    vision: Float[Tensor, "batch letter 26"]
    """What GRU1 reads, knowing the letters around (bidirectional) or before (causal)."""
    reasoning: Float[Tensor, "batch letter 26"]
    """What GRU2 expects after each letter; at the last one it is the answer."""


@dataclass(frozen=True, eq=False)
class LineFollowed(NextLetter):
    """The same by exact reasoning about lines of letters."""

    lines: Float[Tensor, "batch letter line"]
    """Log-probabilities of every line that there is, by the letters up to each one; -inf once a line has ended."""


@dataclass(frozen=True, eq=False)
class Remembered(NextLetter):
    """The same by a reasoner that was trained alone."""

    states: Float[Tensor, "batch letter unit"]
    """The last layer's hidden state after each letter."""


@dataclass(frozen=True, eq=False)
class FrontendOutput:
    """What a front end makes of the letters, each on its own; padding holds arbitrary numbers."""

    glance: Float[Tensor, "batch letter 26"] | None
    """Log-probabilities of the letters; None from a CNN that describes without naming."""
    given: Float[Tensor, "batch letter feature"]
    """What the encoder is given."""


@dataclass(frozen=True, eq=False)
class Memory:
    """What an encoder leaves to the decoder. `read` stands in the order in which the encoder read the images."""

    read: Float[Tensor, "batch letter memory"]
    real: Bool[Tensor, "batch letter"]
    """True where there is a letter, False on padding."""
    last: tuple[Float[Tensor, "batch unit"], ...]
    """The context vector: what the encoder keeps in mind at its end; empty for a Transformer."""
    vision: Float[Tensor, "batch letter 26"]
    """Log-probabilities of the letters, told from `read` by a linear probe, in the order of the images."""
    attention: Float[Tensor, "batch map letter letter"] | None = None
    """Where each letter looks among the letters, one map for each layer and head; None without self-attention."""


@dataclass(frozen=True, eq=False)
class Decoded:
    """The steps of a decoder, whether it was told what to write (teacher forcing) or wrote by itself."""

    symbols: Float[Tensor, "batch step symbol"]
    """Log-probabilities of the 26 letters and the end."""
    attention: Float[Tensor, "batch map step letter"] | None
    """Where each step looks, in the encoder's order; one map, or one for each layer and head of a Transformer."""
    state: Float[Tensor, "batch step unit"]
    """What the decoder keeps in mind after each step."""
    carry: tuple[Shaped[Tensor, "batch ..."], ...]
    """What it needs to go on after the last step."""
    self_attention: Float[Tensor, "batch map step past"] | None = None
    """Where each step looks among the symbols so far, one map for each layer and head; None without self-attention."""


@dataclass(frozen=True, eq=False)
class Corrected:
    """Words that fit best to what was read, best first. The same word may stand there with several swaps."""

    words: Int[Tensor, "batch line letter"]
    images: Int[Tensor, "batch line letter"]
    """Which image each letter was taken from."""
    joint: Float[Tensor, "batch line"]
    """Probability of each word with its swap, among those that are left."""
    posterior: Float[Tensor, "batch line"]
    """Probability of each word, with whatever swap."""


@dataclass(frozen=True, eq=False)
class Reasoned(Corrected):
    """The same by exact reasoning; `joint` and `posterior` are among all words that there could be."""

    spelling: Float[Tensor, "batch line"]
    """Logarithm of what the letter model says of each word."""
    reading: Float[Tensor, "batch line"]
    """Logarithm of how well its letters fit to the images they were taken from."""
    swaps: Float[Tensor, "batch letter"]
    """Probability that the letters at a place and at the next one were swapped."""
    letters: Float[Tensor, "batch letter 26"]
    """Probability of each letter at each place of the word, over all words and swaps."""


@dataclass(frozen=True, eq=False)
class Known(Reasoned):
    """The same by a dictionary; `spelling` is the logarithm of each word's probability before anything was read."""

    listed: Bool[Tensor, "batch line"]
    """Whether each word is in the dictionary."""
    in_list: Float[Tensor, "batch"]
    """Probability that the word is in it."""


@dataclass(frozen=True, eq=False)
class Character:
    """What a reader of one character believes after each step; the belief after the last one is its answer."""

    beliefs: Float[Tensor, "image step answer"]
    """Log-probabilities; one step where the whole image is seen at once."""

    @property
    def answer(self) -> Float[Tensor, "image answer"]:
        """Log-probabilities when everything has been read."""
        return self.beliefs[:, -1]


@dataclass(frozen=True, eq=False)
class CharacterByRows(Character):
    """The same of a reader that takes the image row by row."""

    given: Float[Tensor, "image step feature"]
    """What the first recurrent layer reads at each step."""
    states: tuple[Float[Tensor, "image step unit"], ...]
    """What each recurrent layer keeps in mind after each step, the last layer's last."""

    @property
    def below(self) -> Float[Tensor, "image step feature"]:
        """What the last recurrent layer reads at each step."""
        return self.states[-2] if len(self.states) > 1 else self.given
