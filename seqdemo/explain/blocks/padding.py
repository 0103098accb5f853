"""Padding and mini-batches: three sequences in one batch, packed, read over their padding, and alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_sequence

from seqdemo.explain.blocks.asked import Asked, matrix, numbers
from seqdemo.explain.common import letters_read, probabilities, seen
from seqdemo.explain.options import Options
from seqdemo.explain.word import reading_order, run
from seqdemo.handwriting.letter import Letter
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.frontend import glanced
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.trace import Block, LetterRead, Panel

LENGTHS: Mapping[str, tuple[int, ...]] = {"next": (2, 4, 6), "swap": (4, 6, 8)}
"""Of the sequences beside the page's own, as far as it does not have them."""
OTHERS = 2


@dataclass(frozen=True, eq=False)
class _Read:
    """What the layer is fed with for one sequence, in the order of its images."""

    given: Tensor
    letters: tuple[LetterRead, ...]


def padding(asked: Asked) -> Block:
    """The last states h of the layer: `packed`, `plain` (over zeros up to the longest), and `alone`."""
    own, family = len(asked.letters), asked.loaded.family
    counts = [count for count in LENGTHS[family] if count != own][:OTHERS]
    read = [_read(asked, letters) for letters in (asked.letters, *map(asked.sample, counts))]
    read.sort(key=lambda each: -len(each.letters))
    lengths = torch.tensor([len(each.letters) for each in read])
    layer = _layer(asked.loaded.model)
    batch = pad_sequence([each.given for each in read], batch_first=True)
    packed = pack_padded_sequence(batch, lengths, batch_first=True)
    names = tuple("".join(letter.read for letter in each.letters) for each in read)
    like = Panel("bars", "lengths", "lengths", names, ("letters",), lengths[:, None].float().numpy())
    alone = torch.cat([_last(layer, each.given[None]) for each in read])
    states = {"packed": _last(layer, packed), "plain": _last(layer, batch), "alone": alone}
    steps = tuple(str(step + 1) for step in range(int(lengths[0])))
    panels = (
        like,
        matrix("together", steps, ("sequences",), packed.batch_sizes[:, None].float()),
        *(numbers(name, like, state) for name, state in states.items()),
    )
    return Block("padding", asked.part, family, tuple(letter for each in read for letter in each.letters), panels)


def _layer(model: nn.Module) -> nn.RNNBase:
    return model.gru1.gru if isinstance(model, CnnGru) else cast(Seq2Seq, model).encoder.layers


def _last(layer: nn.RNNBase, given: Tensor | PackedSequence) -> Tensor:
    """h after the end, of the last of several layers, all directions side by side, shape (sequence, unit)."""
    state = layer(given)[1]
    hidden: Tensor = state[0] if isinstance(state, tuple) else state
    return hidden[-1 - layer.bidirectional :].transpose(0, 1).flatten(1)


def _read(asked: Asked, letters: Sequence[Letter]) -> _Read:
    model, options = asked.loaded.model, asked.options if letters is asked.letters else Options()
    if isinstance(model, CnnGru):
        ink, lengths = seen(letters), torch.tensor([len(letters)])
        frontend = glanced(model.cnn, ink.bright[None], lengths, ink.row_written)
        vision = model.recognise(frontend.given, frontend.glance, lengths)
        return _Read(frontend.given[0], letters_read(probabilities(vision[0]), ink.images, letters))
    way = run(cast(Seq2Seq, model), letters, options)
    order = reading_order(cast(Seq2Seq, model), len(letters))
    named = letters_read(probabilities(way.memory.vision[0]), way.images, letters)
    return _Read(cast(Seq2Seq, model).enter(way.frontend.given)[0][order], tuple(named[place] for place in order))
