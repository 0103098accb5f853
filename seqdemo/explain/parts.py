"""The parts of a model at work: shapes, sizes, and the numbers that each of them hands on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from torch import Tensor, nn

from seqdemo.models.channel import Channel
from seqdemo.models.character_cnn import CharacterCnn
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.exact_line import ExactLine
from seqdemo.models.exact_swap import ExactSwap
from seqdemo.models.line_reasoner import LineReasoner
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.models.swap_dictionary import SwapDictionary
from seqdemo.models.transformer import Transformer
from seqdemo.models.vision import Reader
from seqdemo.trace import Panel, Part

Modules = dict[str, tuple[str, ...]]

MODULES: dict[type, Modules] = {
    Reader: {"cnn": ("tower", "project", "name")},
    PenReader: {"image_alone": ("cnn",), "path": ("path",), "both": ()},
    CnnGru: {"cnn": ("cnn",), "gru1": ("gru1", "vision"), "gru2": ("gru2", "reasoning")},
    ExactLine: {"reader": ("cnn",), "exact": ()},
    LineReasoner: {"reader": ("cnn",), "reasoner": ("recurrent", "reasoning")},
    Seq2Seq: {
        "cnn": ("cnn",),
        "encoder": ("enter", "encoder", "probe", "bridge"),
        "decoder": ("embed", "decoder", "attention", "combine", "write"),
    },
    Transformer: {
        "cnn": ("cnn",),
        "encoder": ("enter", "encoder", "encoder_norm", "probe"),
        "decoder": ("embed", "decoder", "decoder_norm", "write"),
    },
    Channel: {"cnn": ("cnn",), "channel": ("learned", "counted")},
    ExactSwap: {"reader": ("cnn",), "exact": ()},
    SwapDictionary: {"reader": ("cnn",), "dictionary": ()},
    RowRnn: {"rows": ("strips", "layers", "name")},
    CharacterCnn: {"cnn": ("first", "second", "affine", "name")},
}
"""Which modules make up each part, in the order in which the parts work."""


def part(model: nn.Module, id: str, takes: Sequence[int], gives: Tensor, like: Panel) -> Part:
    """A part that gave out numbers of shape (row, unit), one row for each of another panel's."""
    values = np.asarray(gives.float().numpy(), dtype=np.float32)
    units = tuple(str(unit + 1) for unit in range(values.shape[1]))
    numbers = Panel("state", id, id, like.rows, units, values, along=like.along)
    return Part(id, tuple(takes), values.shape, _parameters(model, id), numbers)


def _parameters(model: nn.Module, id: str) -> int:
    """How many numbers training has set in a part."""
    names = MODULES[type(model)][id]
    modules = (module for name, module in model.named_children() if name in names)
    return sum(each.numel() for module in modules for each in module.parameters())
