"""A fixed input and what a model makes of it on the CPU; a loaded checkpoint must still give the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load as load_tensors
from torch import Tensor, nn

from seqdemo.files import read_bytes
from seqdemo.handwriting import raster
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.trajectory import trajectories
from seqdemo.models.channel import Channel
from seqdemo.models.character_cnn import CharacterCnn
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.exact_line import ExactLine
from seqdemo.models.exact_swap import ExactSwap
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.models.sight import reading_of
from seqdemo.models.swap_dictionary import SwapDictionary
from seqdemo.models.symbols import START
from seqdemo.models.transformer import Transformer
from seqdemo.models.vision import Reader

FILE = "golden.safetensors"
MAX_BYTES = 10_000_000
TOLERANCE: Final = 2e-3
"""By how much an output may differ on another machine."""
_INPUTS = {"images", "lengths", "trajectories"}


def complaint(model: nn.Module, file: Path) -> str | None:
    """What is wrong with a model's answer to the input in its folder; None if it still gives the outputs there."""
    try:
        kept = load_tensors(read_bytes(file, MAX_BYTES))
        given = outputs(model, kept)
    except Exception as error:
        return f"no answer ({type(error).__name__})"
    if given.keys() != kept.keys() - _INPUTS:
        return "other outputs than those of its golden file"
    off = [name for name in given if not torch.allclose(given[name], kept[name], atol=TOLERANCE)]
    return f"{', '.join(off)} differ from its golden file" if off else None


def of(model: nn.Module, pen: PenModel) -> dict[str, Tensor]:
    """Letters in the pen model's hand, alone or as two padded rows, with the model's outputs."""
    letters = pen.write("ACEGIXYZ", 0)
    inputs = {"images": torch.from_numpy(raster.images(letters))}
    if any(isinstance(part, PenReader) for part in model.modules()):
        inputs["trajectories"] = torch.from_numpy(trajectories(letters))
    if not isinstance(model, Reader | PenReader | RowRnn | CharacterCnn):
        inputs = {name: _in_rows(each) for name, each in inputs.items()} | {"lengths": torch.tensor([5, 3])}
    return {**inputs, **outputs(model, inputs)}


def _in_rows(letters: Tensor) -> Tensor:
    """Five letters above three, padded with zeros."""
    rows = letters.new_zeros(2, 5, *letters.shape[1:])
    rows[0], rows[1, :3] = letters[:5], letters[5:]
    return rows


@torch.inference_mode()
def outputs(model: nn.Module, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What the model makes of such inputs; an encoder-decoder is fed two letters."""
    images, written = inputs["images"].float() / 255, inputs.get("trajectories")
    if isinstance(model, Reader | PenReader):
        vision = reading_of(model, images, written).vision
        assert vision is not None
        return {"vision": vision}
    if isinstance(model, RowRnn | CharacterCnn):
        return {"vision": model(images).beliefs}
    lengths = inputs["lengths"]
    if isinstance(model, CnnGru | ExactLine):
        output = model(images, lengths, written)
        return {"vision": output.vision, "reasoning": output.reasoning}
    assert isinstance(model, Seq2Seq | Transformer | Channel | ExactSwap | SwapDictionary)
    coloured = images[..., None].expand(-1, -1, -1, -1, 3)
    if isinstance(model, Channel | ExactSwap | SwapDictionary):
        sight = model.see(coloured, lengths, written)
        assert sight.glance is not None
        return {"vision": sight.glance, "reasoning": model.correct(sight.glance[:1]).support}
    sight = model.see(coloured, lengths)
    memory = model.encode(sight.given, lengths)
    fed = torch.tensor([[START, 0, 1], [START, 2, 3]])
    return {"vision": memory.vision, "reasoning": model.decode(memory, fed, model.begin(memory)).symbols}
