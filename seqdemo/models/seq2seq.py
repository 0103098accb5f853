"""Recurrent encoder-decoders: images of a word in, the right word out, one symbol a step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from seqdemo.letters import ALPHABET
from seqdemo.models.context import FREE, Bahdanau, Forced, Luong, aligned, overruled
from seqdemo.models.outputs import Decoded, Memory, Sight
from seqdemo.models.sight import Kind, entrance, look, new_cnn
from seqdemo.models.symbols import START, SYMBOLS

_CELLS: dict[str, Callable[..., nn.RNNBase]] = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
_ATTENTIONS: dict[str, Callable[[int, int], nn.Module]] = {"bahdanau": Bahdanau, "luong": Luong}


@dataclass(frozen=True)
class Seq2SeqConfig:
    """Sizes of a `Seq2Seq`, and the decisions by which its variants differ."""

    cnn: Kind
    width: int
    """Filters of the CNN's first stage."""
    features: int
    embedding: int
    """Numbers that stand for a letter, at the encoder's entrance and where the decoder reads its own symbols."""
    cell: Literal["rnn", "lstm", "gru"]
    hidden: int
    """Hidden size of the decoder, and of the encoder over all its directions."""
    layers: int
    """Of the encoder; the decoder has one."""
    bidirectional: bool
    reverse: bool
    """The encoder reads the word from its end (Sutskever et al. 2014)."""
    bridge: bool
    """A fully connected layer between the encoder's last state and the decoder's first."""
    context: Literal["none", "last", "aligned", "bahdanau", "luong"]
    """What the decoder is given at every step: nothing, the context vector ("peeky"), the i-th output, or attention."""
    dropout: float


class Seq2Seq(nn.Module):
    """Encoder -> context vector -> decoder (Sutskever et al. 2014; Cho et al. 2014), and where the decoder may look.

    h_j = RNN(x_j, h_{j-1}); s_0 = h_T; s_i = RNN([y_{i-1}; c_i], s_{i-1}); p(y_i) = softmax(W [s_i; c_i]).
    For a visitor: one network reads the whole word, then another one writes it.
    """

    def __init__(self, config: Seq2SeqConfig) -> None:
        super().__init__()
        self.config = config
        hidden, context = config.hidden, 0 if config.context == "none" else config.hidden
        cell = _CELLS[config.cell]
        self.cnn = new_cnn(config.cnn, config.width, config.features)
        self.enter = entrance(config.cnn, config.features, config.embedding)
        self.dropout = nn.Dropout(config.dropout)
        self.encoder = cell(
            config.embedding, hidden // (1 + config.bidirectional), config.layers, batch_first=True,
            bidirectional=config.bidirectional, dropout=config.dropout if config.layers > 1 else 0.0,
        )  # fmt: skip
        self.probe = nn.Linear(hidden, len(ALPHABET))
        states = 2 if config.cell == "lstm" else 1
        self.bridge = nn.ModuleList(nn.Linear(hidden, hidden) for _ in range(states * config.bridge))
        self.embed = nn.Embedding(START + 1, config.embedding)
        fed = config.embedding + (0 if config.context == "luong" else context)
        self.decoder = cell(fed, hidden, batch_first=True)
        self.attention = _ATTENTIONS[config.context](hidden, hidden) if config.context in _ATTENTIONS else None
        self.combine = nn.Linear(hidden + context, hidden) if context else nn.Identity()
        self.write = nn.Linear(hidden, SYMBOLS)

    def see(self, images: Float[Tensor, "batch letter 28 28 3"], lengths: Int[Tensor, "batch"]) -> Sight:
        """What the CNN makes of images with 0 black and 1 white, padded at the end to any length."""
        return look(self.cnn, images, lengths)

    def encode(self, given: Float[Tensor, "batch letter feature"], lengths: Int[Tensor, "batch"]) -> Memory:
        """Read the word once, with the probe's guess at each letter; the probe teaches the encoder nothing."""
        real = torch.arange(given.shape[1], device=given.device) < lengths[:, None]
        x = self.dropout(self.enter(given))
        packed = pack_padded_sequence(
            _turned(x, lengths) if self.config.reverse else x, lengths.cpu(), batch_first=True, enforce_sorted=False
        )
        outputs, last = self.encoder(packed)
        read = pad_packed_sequence(outputs, batch_first=True, total_length=given.shape[1])[0]
        in_order = _turned(read, lengths) if self.config.reverse else read
        vision = F.log_softmax(self.probe(in_order.detach()).float(), dim=-1)
        return Memory(read, real, self._handed_over(last), vision)

    def _handed_over(self, last: Tensor | tuple[Tensor, Tensor]) -> tuple[Tensor, ...]:
        """The decoder's first state: the last layer's states of both directions side by side, wider, not deeper."""
        ways = 2 if self.config.bidirectional else 1
        states = last if isinstance(last, tuple) else (last,)
        joined = [torch.cat(list(state[-ways:]), dim=-1) for state in states]
        if not self.config.bridge:
            return tuple(joined)
        return tuple(torch.tanh(layer(state)) for layer, state in zip(self.bridge, joined, strict=True))

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
        seen = hidden if contexts is None else torch.tanh(self.combine(torch.cat([hidden, contexts], dim=-1)))
        symbols = F.log_softmax(self.write(self.dropout(seen)).float(), dim=-1)
        maps = None if weights is None else weights[:, None]
        return Decoded(symbols, maps, hidden, (carry[0] + fed.shape[1], *state))

    def _at_once(
        self, x: Float[Tensor, "batch step embedding"], memory: Memory, carry: tuple[Tensor, ...], forced: Forced
    ) -> _Steps:
        """All steps in one call, where no step's look depends on the step before."""
        first = int(carry[0][0])
        contexts, weights = self._known_contexts(memory, first, x.shape[1], forced)
        hidden, state = self._run(x if contexts is None else torch.cat([x, contexts], dim=-1), carry[1:])
        if self.attention is not None:
            weights = overruled(self.attention(hidden, memory.read, memory.real), first, forced)
            contexts = weights.to(memory.read.dtype) @ memory.read
        return hidden, contexts, weights, state

    def _known_contexts(
        self, memory: Memory, first: int, steps: int, forced: Forced
    ) -> tuple[Tensor | None, Tensor | None]:
        if self.config.context == "last":
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
        state, steps = carry[1:], []
        for step in range(x.shape[1]):
            free = self.attention(state[0][:, None], memory.read, memory.real)
            look = overruled(free, int(carry[0][0]) + step, forced)
            context = look.to(memory.read.dtype) @ memory.read
            hidden, state = self._run(torch.cat([x[:, step : step + 1], context.to(x.dtype)], dim=-1), state)
            steps.append((hidden, context, look))
        hiddens, contexts, weights = (torch.cat(parts, dim=1) for parts in zip(*steps, strict=True))
        return hiddens, contexts, weights, state

    def _run(
        self, x: Float[Tensor, "batch step fed"], state: tuple[Tensor, ...]
    ) -> tuple[Float[Tensor, "batch step unit"], tuple[Tensor, ...]]:
        """The decoder's cell over some steps, with its state as (batch, unit) tensors."""
        layered = tuple(each[None].contiguous() for each in state)
        hidden, after = self.decoder(x, layered if self.config.cell == "lstm" else layered[0])
        return hidden, tuple(each[0] for each in (after if isinstance(after, tuple) else (after,)))


_Steps = tuple[Tensor, Tensor | None, Tensor | None, tuple[Tensor, ...]]
"""Hidden states, contexts and weights of all steps, and the state after the last."""


def _turned(x: Float[Tensor, "batch letter size"], lengths: Int[Tensor, "batch"]) -> Float[Tensor, "batch letter size"]:
    """Each row's letters from the last to the first; padding stays where it is."""
    place = torch.arange(x.shape[1], device=x.device)
    back = torch.where(place < lengths[:, None], lengths[:, None] - 1 - place, place)
    return x.gather(1, back[..., None].expand_as(x))
