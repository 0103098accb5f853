"""A noisy channel: a letter model proposes words, and what was read of each image speaks for or against them."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import ClassVar

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from seqdemo.letters import ALPHABET
from seqdemo.models.frontend import Frontend, look, new_cnn
from seqdemo.models.kind import Kind
from seqdemo.models.letter_model import CountedLetters, LearnedLetters
from seqdemo.models.outputs import Corrected, FrontendOutput
from seqdemo.models.symbols import END, START

_IMPOSSIBLE = -1e9
_BEFORE, _FIRST, _SECOND, _AFTER = range(4)
"""Where a word that is being written stands: before the swap, at its first or second letter, behind it."""
_MOVES = ((_BEFORE, _BEFORE, 0), (_BEFORE, _FIRST, 1), (_FIRST, _SECOND, -1), (_SECOND, _AFTER, 0), (_AFTER, _AFTER, 0))
"""From where to where, and how far from its own place the letter's image stands."""


@dataclass(frozen=True)
class NoisyChannelConfig:
    """Sizes of a `NoisyChannel`, and how it weighs its sources; the weights were chosen on validation words."""

    cnn: Frontend
    width: int
    features: int
    window: int
    """Letters that the learned letter model looks back."""
    embedding: int
    hidden: int
    dropout: float
    order: int
    """Letters of the counted n-grams, the last one included."""
    learned: float
    """Share of the learned letter model in the mixture with the counted one."""
    lapse_rate: float
    """Share of the letters that may be anything, however sure the reader is."""
    beam: int
    """Beginnings of words that are kept at every step."""
    rare_words: bool = False
    """Both letter models know the longer list of words too."""


class NoisyChannel(nn.Module):
    """argmax over words w and swaps of p(w) p(images | w, swap) (Shannon 1948; Brill and Moore 2000), by beam search.

    For a visitor: it knows which letters usually follow which, tries every place where two may have been swapped, and
    keeps the words that fit best to what was read.
    """

    kind: ClassVar[Kind] = Kind("channel", Corrected, {"cnn": ("cnn",), "channel": ("learned", "counted")})

    def __init__(self, config: NoisyChannelConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = new_cnn(config.cnn, config.width, config.features)
        self.learned = LearnedLetters(config.window, config.embedding, config.hidden, config.dropout)
        self.counted = CountedLetters(config.order, config.rare_words)

    def see(
        self,
        images: Float[Tensor, "batch letter 28 28 3"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> FrontendOutput:
        """What the reader makes of images with 0 black and 1 white, padded at the end to any length."""
        return look(self.cnn, images, lengths, trajectories)

    def following(self, context: Int[Tensor, "*batch window"]) -> Float[Tensor, "*batch symbol"]:
        """Log-probabilities of the symbol after the last letters, by the mixture of both letter models."""
        share = self.config.learned
        learned = self.learned(context) + log(share)
        return torch.logaddexp(learned, self.counted(context).log() + log(1 - share))

    def correct(self, glance: Float[Tensor, "batch letter 26"]) -> Corrected:
        """The likeliest words, best first, from log-probabilities of letters; all words of one length, no padding."""
        fits = self._fits(glance)
        batch, length, _ = fits.shape
        lines = _Lines.new(batch, self.config.window, fits.device)
        for place in range(length):
            lines = self._grown(lines, fits, place)
        ends = self.following(lines.context)[..., END]
        joint = (lines.scores + ends).softmax(dim=1)
        same = (lines.written[:, :, None] == lines.written[:, None]).all(dim=-1)
        posterior = (same.float() @ joint[..., None])[..., 0]
        order = posterior.argsort(dim=1, descending=True, stable=True)
        rows = torch.arange(batch, device=fits.device)[:, None]
        best = (lines.written, lines.images, joint, posterior)
        return Corrected(*(each[rows, order] for each in best))

    def answers(self, glance: Float[Tensor, "batch letter 26"]) -> Int[Tensor, "batch letter"]:
        """The likeliest words alone."""
        return self.correct(glance).words[:, 0]

    def _fits(self, glance: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
        """How well each letter fits to each image, as a logarithm."""
        return ((1 - self.config.lapse_rate) * glance.exp() + self.config.lapse_rate / len(ALPHABET)).log()

    def _grown(self, lines: _Lines, fits: Float[Tensor, "batch letter 26"], place: int) -> _Lines:
        """Every line goes on with every letter in every way; the likeliest are kept."""
        following = self.following(lines.context)[..., : len(ALPHABET)]
        ways = [self._way(lines, following, fits, place, move) for move in _MOVES]
        scores, chosen = torch.stack(ways, dim=2).flatten(1).topk(min(self.config.beam, 5 * 26 * lines.width), dim=1)
        letter, way = chosen % len(ALPHABET), chosen // len(ALPHABET) % len(_MOVES)
        moves = torch.tensor(_MOVES, device=fits.device)[way]
        line = chosen // (len(ALPHABET) * len(_MOVES))
        return lines.chosen(line, letter, moves[..., 1], place + moves[..., 2], scores)

    @staticmethod
    def _way(
        lines: _Lines, following: Tensor, fits: Tensor, place: int, move: tuple[int, int, int]
    ) -> Float[Tensor, "batch line 26"]:
        """The lines' scores with each letter, if they move like this; a swap stays inside the word."""
        before, after, aside = move
        if not _allowed(after, place, fits.shape[1]):
            return torch.full_like(following, _IMPOSSIBLE)
        grown = lines.scores[..., None] + following + fits[:, None, place + aside]
        return torch.where((lines.stage == before)[..., None], grown, _IMPOSSIBLE)


def _allowed(stage: int, place: int, length: int) -> bool:
    """Whether the letter at a place of the word may be at this stage: one swap, neither first nor last letter in it."""
    if length <= 3:
        return stage == _BEFORE
    first, last = {
        _BEFORE: (0, length - 4),
        _FIRST: (1, length - 3),
        _SECOND: (2, length - 2),
        _AFTER: (3, length - 1),
    }[stage]
    return first <= place <= last


@dataclass(frozen=True, eq=False)
class _Lines:
    """Beginnings of words, several for each sample."""

    written: Int[Tensor, "batch line step"]
    images: Int[Tensor, "batch line step"]
    """Which image each letter was taken from."""
    context: Int[Tensor, "batch line window"]
    stage: Int[Tensor, "batch line"]
    scores: Float[Tensor, "batch line"]

    @classmethod
    def new(cls, batch: int, window: int, device: torch.device) -> _Lines:
        """One empty line for each sample."""
        empty = torch.empty(batch, 1, 0, dtype=torch.long, device=device)
        zeros = torch.zeros(batch, 1, dtype=torch.long, device=device)
        return cls(empty, empty, torch.full((batch, 1, window), START, device=device), zeros, zeros.float())

    @property
    def width(self) -> int:
        return self.scores.shape[1]

    def chosen(self, line: Tensor, letter: Tensor, stage: Tensor, image: Tensor, scores: Tensor) -> _Lines:
        """Some of the lines, each longer by one letter."""
        rows = torch.arange(len(line), device=line.device)[:, None]
        written = torch.cat([self.written[rows, line], letter[..., None]], dim=-1)
        images = torch.cat([self.images[rows, line], image[..., None]], dim=-1)
        context = torch.cat([self.context[rows, line][..., 1:], letter[..., None]], dim=-1)
        return _Lines(written, images, context, stage, scores)
