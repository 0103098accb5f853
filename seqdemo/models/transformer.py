"""Transformer encoder-decoder with its attention written out, so that every weight can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.context import FREE, Forced, overruled
from seqdemo.models.frontend import Frontend, entrance, look, new_cnn
from seqdemo.models.kind import Kind
from seqdemo.models.outputs import Decoded, FrontendOutput, Memory
from seqdemo.models.symbols import START, SYMBOLS


@dataclass(frozen=True)
class TransformerConfig:
    """Sizes of a `Transformer`."""

    cnn: Frontend
    width: int
    features: int
    size: int
    """Of what is known about each letter."""
    heads: int
    layers: int
    """Of the encoder, and as many of the decoder."""
    inner: int
    """Hidden units of the feed-forward layers."""
    reach: int
    """Letters further apart than this all count as equally far."""
    dropout: float
    projected: bool = True
    """Self-attention has weights of its own; else letters look at each other just as they are."""
    residual: bool = True
    """What goes into an attention or a feed-forward layer is added to what comes out."""
    positions: bool = True
    """Attention depends on how far apart two letters are."""


class Attention(nn.Module):
    """softmax(Q K^T / sqrt(d) + b) V in several heads (Vaswani et al. 2017, section 3.2).

    Queries, keys and values are linear in what goes in; or what goes in itself, if they are not `projected`.

    b depends on how far apart two letters are, up to `reach` (Raffel et al. 2020, section 2.1), so that nothing is new
    about the ninth letter of a word if eight were the most in training.
    """

    def __init__(self, size: int, heads: int, reach: int, projected: bool, positions: bool) -> None:
        super().__init__()
        self.heads, self.reach = heads, reach
        self.query, self.key, self.value, self.join = (
            nn.Linear(size, size) if projected else nn.Identity() for _ in range(4)
        )
        self.near = nn.Embedding(2 * reach + 1, heads) if positions else None

    def forward(
        self,
        x: Float[Tensor, "batch step size"],
        memory: Float[Tensor, "batch letter size"],
        may: Bool[Tensor, "#batch #step letter"],
        forced: Forced,
    ) -> tuple[Float[Tensor, "batch step size"], Float[Tensor, "batch head step letter"]]:
        """What each step gathers from where it `may` look or is `forced` to, and the weights of every head."""
        query, key, value = self.split(self.query(x)), self.split(self.key(memory)), self.split(self.value(memory))
        scores = (query @ key.transpose(2, 3)).float() / query.shape[-1] ** 0.5
        scores = scores + self.nearness(x.shape[1], memory.shape[1])
        weights = overruled(scores.masked_fill(~may[:, None], -torch.inf).softmax(dim=-1), 0, forced)
        gathered = weights.to(value.dtype) @ value
        joined: Tensor = self.join(gathered.transpose(1, 2).flatten(2))
        return joined, weights

    def split(self, x: Float[Tensor, "batch letter size"]) -> Float[Tensor, "batch head letter part"]:
        """Each head's part of the queries, keys or values."""
        return x.view(*x.shape[:2], self.heads, -1).transpose(1, 2)

    def nearness(self, steps: int, letters: int) -> Float[Tensor, "head step letter"] | Literal[0]:
        """b: what each head adds to a score for how far apart a step and a letter are; 0 without positions."""
        if self.near is None:
            return 0
        device = self.near.weight.device
        apart = torch.arange(letters, device=device) - torch.arange(steps, device=device)[:, None]
        near: Tensor = self.near(apart.clamp(-self.reach, self.reach) + self.reach)
        return near.permute(2, 0, 1).float()


class Block(nn.Module):
    """Attentions and a feed-forward layer, each normalised before and added to what went in (Xiong et al. 2020)."""

    def __init__(self, config: TransformerConfig, looks: int) -> None:
        super().__init__()
        size = config.size
        self.residual = config.residual
        # The first one looks at its own letters, a second one at the encoder's.
        self.attentions = nn.ModuleList(
            Attention(size, config.heads, config.reach, config.projected or number > 0, config.positions)
            for number in range(looks)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(size) for _ in range(looks + 1))
        self.feed = nn.Sequential(nn.Linear(size, config.inner), nn.GELU(), nn.Linear(config.inner, size))
        self.dropout = nn.Dropout(config.dropout)

    def forward(
        self, x: Float[Tensor, "batch step size"], looks: list[tuple[Tensor | None, Tensor, Forced]]
    ) -> tuple[Float[Tensor, "batch step size"], list[Float[Tensor, "batch head step ..."]]]:
        """One look for each attention, at a memory or at itself (None), where it may or must, with its weights."""
        maps = []
        for attention, norm, (memory, may, forced) in zip(self.attentions, self.norms, looks, strict=False):
            normed = norm(x)
            gathered, weights = attention(normed, normed if memory is None else memory, may, forced)
            x = self._added(x, gathered)
            maps.append(weights)
        return self._added(x, self.feed(self.norms[-1](x))), maps

    def _added(
        self, x: Float[Tensor, "batch step size"], found: Float[Tensor, "batch step size"]
    ) -> Float[Tensor, "batch step size"]:
        dropped: Tensor = self.dropout(found)
        return x + dropped if self.residual else dropped


class Transformer(nn.Module):
    """Self-attention over the letters, then a decoder that looks at itself and at them (Vaswani et al. 2017).

    For a visitor: nothing is remembered from step to step; everything is looked up anew.
    """

    kind: ClassVar[Kind] = Kind(
        "swap",
        Decoded,
        {
            "cnn": ("cnn",),
            "encoder": ("enter", "encoder", "encoder_norm", "probe"),
            "decoder": ("embed", "decoder", "decoder_norm", "write"),
        },
    )

    def __init__(self, config: TransformerConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = new_cnn(config.cnn, config.width, config.features)
        self.enter = entrance(config.cnn, config.features, config.size)
        self.dropout = nn.Dropout(config.dropout)
        self.encoder = nn.ModuleList(Block(config, 1) for _ in range(config.layers))
        self.encoder_norm = nn.LayerNorm(config.size)
        self.probe = nn.Linear(config.size, len(ALPHABET))
        self.embed = nn.Embedding(START + 1, config.size)
        self.decoder = nn.ModuleList(Block(config, 2) for _ in range(config.layers))
        self.decoder_norm = nn.LayerNorm(config.size)
        self.write = nn.Linear(config.size, SYMBOLS)

    @property
    def reads_backwards(self) -> bool:
        """Whether the encoder reads from the last letter to the first: it reads all at once."""
        return False

    @property
    def heads(self) -> int:
        """So many maps of attention there are in a layer."""
        return self.config.heads

    def see(self, images: Float[Tensor, "batch letter 28 28 3"], lengths: Int[Tensor, "batch"]) -> FrontendOutput:
        """What the CNN makes of images with 0 black and 1 white, padded at the end to any length."""
        return look(self.cnn, images, lengths)

    def encode(self, given: Float[Tensor, "batch letter feature"], lengths: Int[Tensor, "batch"]) -> Memory:
        """Each letter after they looked at each other, with the guess of a probe that teaches the encoder nothing."""
        real = torch.arange(given.shape[1], device=given.device) < lengths[:, None]
        x, maps = self.dropout(self.enter(given)), []
        for block in self.encoder:
            x, weights = block(x, [(None, real[:, None], FREE)])
            maps += weights
        read = self.encoder_norm(x) * real[..., None]
        return Memory(read, real, (), F.log_softmax(self.probe(read.detach()).float(), dim=-1), torch.cat(maps, 1))

    def begin(self, memory: Memory) -> tuple[Tensor, ...]:
        """What `decode` needs before the first step: the symbols so far."""
        return (torch.empty(len(memory.real), 0, dtype=torch.long, device=memory.real.device),)

    def decode(
        self, memory: Memory, fed: Int[Tensor, "batch step"], carry: tuple[Tensor, ...], forced: Forced = FREE
    ) -> Decoded:
        """Steps in which the symbols `fed` are read back one by one, going on from `carry`.

        At steps that are `forced`, every head of every layer looks at the letters as it is told.
        """
        symbols = torch.cat([carry[0], fed], dim=1)
        steps = symbols.shape[1]
        past = torch.ones(steps, steps, dtype=torch.bool, device=fed.device).tril()[None]
        x, maps, first = self.dropout(self.embed(symbols)), [], carry[0].shape[1]
        for block in self.decoder:
            x, weights = block(x, [(None, past, FREE), (memory.read, memory.real[:, None], forced)])
            maps.append(weights)
        state = self.decoder_norm(x)[:, first:]
        written = F.log_softmax(self.write(state).float(), dim=-1)
        own, across = (torch.cat(each, 1)[:, :, first:] for each in zip(*maps, strict=True))
        return Decoded(written, across, state, (symbols,), own)
