"""From a model and letters to a `Trace`: the only place where tensors become arrays."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

import torch

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.explain.channel import explain_channel
from seqdemo.explain.exact_swap import explain_swap
from seqdemo.explain.line import explain_line
from seqdemo.explain.line_reasoner import explain_line_reasoner
from seqdemo.explain.next_letter import explain_next
from seqdemo.explain.options import Options
from seqdemo.explain.reading import explain_reading
from seqdemo.explain.row import explain_row, look_back
from seqdemo.explain.word import explain_word
from seqdemo.handwriting.letter import MAX_LETTERS, Letter
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
from seqdemo.trace import Panel, Trace

__all__ = ["Options", "beside", "explain"]


@torch.inference_mode()
def explain(loaded: Loaded, letters: Sequence[Letter], options: Options = Options()) -> Trace:  # noqa: B008 (frozen)
    """Run one model on letters and keep everything worth seeing; raises InputError if they are too few or too many."""
    begun = time.perf_counter()
    kind = type(loaded.model)
    _check_count(len(letters), 2 if kind in (CnnGru, ExactLine, LineReasoner) else 1, kind in (RowRnn, CharacterCnn))
    options.check(len(letters))
    return _EXPLAINERS[kind](loaded, letters, options, begun)


def beside(
    models: Iterable[Loaded],
    letters: Sequence[Letter],
    options: Options = Options(),  # noqa: B008 (frozen)
) -> tuple[tuple[Loaded, Panel], ...]:
    """Panels that say most next to each other: how far back every reader of rows remembers the same character.

    Only for models that read in steps; those are explained one by one, and one letter at a time.
    """
    readers = [loaded for loaded in models if isinstance(loaded.model, RowRnn)]
    return tuple((loaded, look_back(loaded, letters[0], options)) for loaded in readers)


def _check_count(count: int, least: int, alone: bool) -> None:
    if count == 0:
        raise InputError("no_letters", "There are no letters yet: draw, type or sample some.")
    if count < least:
        raise InputError("too_few_letters", "One letter says nothing about what follows: at least two are needed.")
    if alone and count > 1:
        raise InputError("one_character", "Row by row one character is read at a time: send exactly one.")
    if count > MAX_LETTERS:
        raise InputError("too_many_letters", f"At most {MAX_LETTERS} letters can be read at once.")


_EXPLAINERS: dict[type, Callable[[Loaded, Sequence[Letter], Options, float], Trace]] = {
    Reader: explain_reading,
    PenReader: explain_reading,
    CnnGru: explain_next,
    ExactLine: explain_line,
    LineReasoner: explain_line_reasoner,
    Seq2Seq: explain_word,
    Transformer: explain_word,
    Channel: explain_channel,
    ExactSwap: explain_swap,
    SwapDictionary: explain_swap,
    RowRnn: explain_row,
    CharacterCnn: explain_row,
}
