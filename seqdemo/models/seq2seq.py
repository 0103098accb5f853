"""Recurrent encoder-decoders: images of a word in, the right word out, one symbol a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from seqdemo.letters import ALPHABET
from seqdemo.models.context import FREE, Bahdanau, Forced, Luong, aligned, overruled
from seqdemo.models.frontend import Frontend, entrance, given_size, look, new_cnn
from seqdemo.models.kind import Kind
from seqdemo.models.outputs import Decoded, FrontendOutput, Memory
from seqdemo.models.recurrent import CELLS, Cell, Recurrent, stepped
from seqdemo.models.symbols import START, SYMBOLS

_ATTENTIONS: dict[str, type[Bahdanau] | type[Luong]] = {"bahdanau": Bahdanau, "luong": Luong}


@dataclass(frozen=True)
class Seq2SeqConfig:
    """Sizes of a `Seq2Seq`, and the decisions by which its variants differ."""

    cnn: Frontend
    width: int
    """Filters of the CNN's first stage."""
    features: int
    embedding: int
    """Numbers that stand for a letter, at the encoder's entrance and where the decoder reads its own symbols."""
    cell: Cell
    hidden: int
    """Hidden size of each direction of the encoder; the decoder's layer is as wide as all directions together."""
    layers: int
    """Of the encoder."""
    bidirectional: bool
    reverse: bool
    """The encoder reads the word from its end (Sutskever et al. 2014)."""
    bridge: bool
    """A fully connected layer between the encoder's last state and the decoder's first."""
    context: Literal["none", "concat", "last", "aligned", "bahdanau", "luong"]
    """What each step of the decoder is given beside its own last symbol.

    Nothing; the context vector at its input, or at its input and before it writes ("peeky"); the i-th output of the
    encoder; or what attention gathers.
    """
    dropout: float
    deep: bool = False
    """Each direction of the encoder starts a layer of the decoder, instead of both one layer twice as wide."""
    one_hot: bool = False
    """Letters are one-hot vectors or the CNN's own features, and are not embedded."""
    reads_padding: bool = False
    """The encoder reads padding as if it were letters."""


class Seq2Seq(nn.Module):
    """Encoder -> context vector -> decoder (Sutskever et al. 2014; Cho et al. 2014), and where the decoder may look.

    h_j = RNN(x_j, h_{j-1}); s_0 = h_T; s_i = RNN([y_{i-1}; c_i], s_{i-1}); p(y_i) = softmax(W [s_i; c_i]).
    For a visitor: one network reads the whole word, then another one writes it.
    """

    kind: ClassVar[Kind] = Kind(
        "swap",
        Decoded,
        {
            "cnn": ("cnn",),
            "encoder": ("enter", "encoder", "probe", "bridge"),
            "decoder": ("embed", "decoder", "attention", "combine", "write"),
        },
    )

    def __init__(self, config: Seq2SeqConfig) -> None:
        super().__init__()
        self.config = config
        self.cnn = new_cnn(config.cnn, config.width, config.features)
        self.enter, self.embed = _entrances(config)
        self.dropout = nn.Dropout(config.dropout)
        entering = given_size(config.cnn, config.features) if config.one_hot else config.embedding
        dropout = config.dropout if config.layers > 1 else 0.0
        self.encoder = Recurrent(config.cell, entering, config.hidden, config.layers, config.bidirectional, dropout)
        read = self.encoder.size
        hidden = config.hidden if config.deep else read
        self.probe = nn.Linear(read, len(ALPHABET))
        states = 2 if config.cell == "lstm" else 1
        self.bridge = nn.ModuleList(nn.Linear(read, read) for _ in range(states * config.bridge))
        fed = self.embed.embedding_dim + (0 if config.context in ("none", "luong") else read)
        self.decoder = CELLS[config.cell](fed, hidden, read // hidden, batch_first=True)
        self.attention = _ATTENTIONS[config.context](hidden, read) if config.context in _ATTENTIONS else None
        looks = config.context not in ("none", "concat")
        self.combine = nn.Linear(hidden + read, hidden) if looks else None
        self.write = nn.Linear(hidden, SYMBOLS)

    @property
    def reads_backwards(self) -> bool:
        """Whether the encoder reads from the last letter to the first."""
        return self.config.reverse

    @property
    def heads(self) -> int:
        """So many maps of attention there are in a layer, where there are any."""
        return 1

    def see(self, images: Float[Tensor, "batch letter 28 28 3"], lengths: Int[Tensor, "batch"]) -> FrontendOutput:
        """What the CNN makes of images with 0 black and 1 white, padded at the end to any length."""
        return look(self.cnn, images, lengths)

    def encode(self, given: Float[Tensor, "batch letter feature"], lengths: Int[Tensor, "batch"]) -> Memory:
        """Read the word once, with the probe's guess at each letter; the probe teaches the encoder nothing."""
        real = torch.arange(given.shape[1], device=given.device) < lengths[:, None]
        x = self.dropout(self.enter(given))
        ends = torch.full_like(lengths, x.shape[1]) if self.config.reads_padding else lengths
        read, last = self.encoder(_turned(x, lengths) if self.config.reverse else x, ends)
        in_order = _turned(read, lengths) if self.config.reverse else read
        vision = F.log_softmax(self.probe(in_order.detach()).float(), dim=-1)
        return Memory(read, real, self._bridged(last), vision)

    def _bridged(self, last: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        """The decoder's first states. Only h lies between -1 and 1, so only h is squashed; an LSTM's c is not."""
        if not self.config.bridge:
            return last
        hidden, *cell = (layer(state) for layer, state in zip(self.bridge, last, strict=True))
        return torch.tanh(hidden), *cell

    def begin(self, memory: Memory) -> tuple[Tensor, ...]:
        """What `decode` needs before the first step: the step's number and the state."""
        return (torch.zeros(len(memory.real), dtype=torch.long, device=memory.real.device), *memory.last)

    def decode(
        self, memory: Memory, fed: Int[Tensor, "batch step"], carry: tuple[Tensor, ...], forced: Forced = FREE
    ) -> Decoded:
        """Steps in which the symbols `fed` are read back one by one, going on from `carry`.

        Steps that are `forced` look where they are told, in variants that look at single outputs of the encoder.
        """
        x = self.dropout(self.embed(fed))
        way = self._step_by_step if self.config.context == "bahdanau" else self._at_once
        hidden, contexts, weights, state = way(x, memory, carry, forced)
        seen = hidden
        if self.combine is not None and contexts is not None:
            seen = torch.tanh(self.combine(torch.cat([hidden, contexts], dim=-1)))
        symbols = F.log_softmax(self.write(self.dropout(seen)).float(), dim=-1)
        maps = None if weights is None else weights[:, None]
        return Decoded(symbols, maps, hidden, (carry[0] + fed.shape[1], *state))

    def _at_once(
        self, x: Float[Tensor, "batch step embedding"], memory: Memory, carry: tuple[Tensor, ...], forced: Forced
    ) -> _Steps:
        """All steps in one call, where no step's look depends on the step before."""
        first = carry[0][0]
        contexts, weights = self._known_contexts(memory, first, x.shape[1], forced)
        hidden, state = self._run(x if contexts is None else torch.cat([x, contexts], dim=-1), carry[1:])
        if self.attention is not None:
            keys = self.attention.keys(memory.read)
            weights = overruled(self.attention(hidden, keys, memory.real), first, forced)
            contexts = weights.to(memory.read.dtype) @ memory.read
        return hidden, contexts, weights, state

    def _known_contexts(
        self, memory: Memory, first: Int[Tensor, ""], steps: int, forced: Forced
    ) -> tuple[Tensor | None, Tensor | None]:
        if self.config.context in ("concat", "last"):
            return memory.last[0][:, None].expand(-1, steps, -1), None
        if self.config.context == "aligned":
            weights = overruled(aligned(memory.real, first, steps), first, forced)
            return weights.to(memory.read.dtype) @ memory.read, weights
        return None, None

    def _step_by_step(
        self, x: Float[Tensor, "batch step embedding"], memory: Memory, carry: tuple[Tensor, ...], forced: Forced
    ) -> _Steps:
        """Each step looks where the state before it points."""
        assert self.attention is not None
        keys = self.attention.keys(memory.read)
        first, state, steps = carry[0][0], carry[1:], []
        for step in range(x.shape[1]):
            look = overruled(self.attention(state[0][:, None], keys, memory.real), first + step, forced)
            context = look.to(memory.read.dtype) @ memory.read
            state = stepped(self.decoder, torch.cat([x[:, step], context[:, 0].to(x.dtype)], dim=-1), state)
            steps.append((state[0][:, None], context, look))
        hiddens, contexts, weights = (torch.cat(parts, dim=1) for parts in zip(*steps, strict=True))
        return hiddens, contexts, weights, state

    def _run(
        self, x: Float[Tensor, "batch step fed"], state: tuple[Float[Tensor, "batch states"], ...]
    ) -> tuple[Float[Tensor, "batch step unit"], tuple[Float[Tensor, "batch states"], ...]]:
        """The decoder over some steps; the states of its layers stand side by side."""
        layers = self.decoder.num_layers
        layered = tuple(each.unflatten(1, (layers, -1)).transpose(0, 1).contiguous() for each in state)
        hidden, after = self.decoder(x, layered if self.config.cell == "lstm" else layered[0])
        states = after if isinstance(after, tuple) else (after,)
        return hidden, tuple(each.transpose(0, 1).flatten(1) for each in states)


_Steps = tuple[Tensor, Tensor | None, Tensor | None, tuple[Tensor, ...]]
"""Hidden states, contexts and weights of all steps, and the state after the last."""


def _entrances(config: Seq2SeqConfig) -> tuple[nn.Module, nn.Embedding]:
    """From what the CNN says to what the encoder reads, and from a symbol to what the decoder reads."""
    if config.one_hot:
        return nn.Identity(), nn.Embedding.from_pretrained(torch.eye(START + 1))
    return entrance(config.cnn, config.features, config.embedding), nn.Embedding(START + 1, config.embedding)


def _turned(x: Float[Tensor, "batch letter size"], lengths: Int[Tensor, "batch"]) -> Float[Tensor, "batch letter size"]:
    """Each row's letters from the last to the first; padding stays where it is."""
    place = torch.arange(x.shape[1], device=x.device)
    back = torch.where(place < lengths[:, None], lengths[:, None] - 1 - place, place)
    return x.gather(1, back[..., None].expand_as(x))
