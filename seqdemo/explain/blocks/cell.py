"""A recurrent cell at work: what goes in at each step, its gates, and the states that it hands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import cast

import torch
from torch import Tensor, nn

from seqdemo.explain.blocks.asked import Asked, matrix, numbers
from seqdemo.explain.common import letters_read, overruled, positions, probabilities, seen
from seqdemo.explain.row import beliefs_of, read_of, shown
from seqdemo.explain.word import reading_order, run
from seqdemo.handwriting import raster
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.frontend import glanced
from seqdemo.models.gates import States, gates, walked
from seqdemo.models.outputs import CharacterByRows, Memory
from seqdemo.models.recurrent import CELLS
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.models.symbols import NAMES, SYMBOLS
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.trace import Block, LetterRead, Panel

KINDS: Mapping[object, str] = {layer: name for name, layer in CELLS.items()}


@dataclass(frozen=True, eq=False)
class _Work:
    """What one layer is fed with, and what is said of its states."""

    layer: nn.RNNBase
    given: Tensor
    said: Panel
    letters: tuple[LetterRead, ...]
    first: States = ()
    """h, or h and c, before the first step; none: zeros."""
    fed: tuple[str, ...] = ()
    """The symbol that is read at each step, where one is."""
    number: int = 1
    """Of the layer, from below."""


def cell(asked: Asked) -> Block:
    """Gates and states at every step of a part's layer: the last of a reader of rows, else the first, forwards."""
    work = _WORKS[type(asked.loaded.model)](asked)
    states = walked(work.layer, work.given, work.first)
    found = gates(work.layer, work.given, states, work.first)
    zero = torch.zeros(work.layer.hidden_size)
    firsts = dict(zip(("hidden", "cell"), work.first or (zero, zero), strict=False))
    before = {
        f"{name}_before": torch.cat([firsts[name][None], values[:-1]])
        for name, values in found.items()
        if name in firsts
    }
    panels = (
        numbers(name, work.said, values) for name, values in {"input_vector": work.given, **before, **found}.items()
    )
    fed = () if not work.fed else (replace(work.said, id="fed", rows=work.fed),)
    said = replace(work.said, id="said")
    layers = max(work.number, work.layer.num_layers)
    stack = torch.tensor([[work.number], [layers], [1 + work.layer.bidirectional]])
    place = matrix("stack", ("layer", "layers", "ways"), ("count",), stack)
    return Block("cell", asked.part, KINDS[type(work.layer)], work.letters, (said, *fed, place, *panels))


def _of_rows(asked: Asked) -> _Work:
    model, task = cast(RowRnn, asked.loaded.model), TASKS[asked.loaded.task]
    assert isinstance(task, RowTask)
    image = shown(raster.images(asked.letters), asked.letters[0], asked.options.covered)
    output: CharacterByRows = model(torch.from_numpy(image).float() / 255)
    beliefs = probabilities(output.beliefs[0])
    read = read_of(beliefs[-1], task, image[0], asked.letters[0])
    return _Work(
        cast(nn.RNNBase, model.layers[-1]),
        output.below[0],
        beliefs_of(beliefs, task),
        (read,),
        number=len(model.layers),
    )


def _of_letters(asked: Asked) -> _Work:
    model, ink = cast(CnnGru, asked.loaded.model), seen(asked.letters)
    lengths = torch.tensor([len(asked.letters)])
    frontend = glanced(model.cnn, ink.bright[None], lengths, ink.row_written)
    read = overruled(model.recognise(frontend.given, frontend.glance, lengths), asked.options.read)
    letters = letters_read(probabilities(read[0]), ink.images, asked.letters)
    if asked.part == "gru1":
        return _Work(model.gru1.gru, frontend.given[0], positions("vision", "vision", probabilities(read[0])), letters)
    reasoning = positions("reasoning", "reasoning", probabilities(model.reason(read, lengths)[0]))
    return _Work(model.gru2.gru, model.handed(read)[0], reasoning, letters)


def _of_words(asked: Asked) -> _Work:
    model = cast(Seq2Seq, asked.loaded.model)
    way = run(model, asked.letters, asked.options)
    vision = probabilities(way.memory.vision[0])
    letters = letters_read(vision, way.images, asked.letters)
    if asked.part == "encoder":
        order = reading_order(model, len(letters))
        said = positions("vision", "vision", vision[order])
        said = replace(said, rows=tuple(str(place + 1) for place in order))
        return _Work(model.encoder.layers, model.enter(way.frontend.given)[0][order], said, letters)
    rows = tuple(NAMES[symbol] for symbol in way.written)
    said = Panel(
        "heatmap", "symbols", "symbols", rows, NAMES[:SYMBOLS], probabilities(way.decoded.symbols[0]), along="steps"
    )
    fed = tuple(NAMES[symbol] for symbol in way.fed[0].tolist())
    first = tuple(each[0, : model.decoder.hidden_size] for each in way.memory.last)
    return _Work(
        model.decoder, decoder_input(model, way.memory, way.fed, way.decoded.attention), said, letters, first, fed
    )


def decoder_input(model: Seq2Seq, memory: Memory, fed: Tensor, attention: Tensor | None) -> Tensor:
    """What the decoder's cell reads at each step, shape (step, feature): the symbol, and what its variant adds."""
    symbols: Tensor = model.embed(fed)[0]
    if model.config.context in ("concat", "last"):
        return torch.cat([symbols, memory.last[0].expand(len(symbols), -1)], dim=-1)
    if model.config.context in ("aligned", "bahdanau"):
        assert attention is not None
        return torch.cat([symbols, attention[0, 0] @ memory.read[0]], dim=-1)
    return symbols


_WORKS: Mapping[type, Callable[[Asked], _Work]] = {RowRnn: _of_rows, CnnGru: _of_letters, Seq2Seq: _of_words}
