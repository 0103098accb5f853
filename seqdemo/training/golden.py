"""A fixed input and what a model makes of it on the CPU; a loaded checkpoint must still give the same."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from seqdemo.handwriting import raster
from seqdemo.handwriting.pen import PenModel
from seqdemo.models.channel import Channel
from seqdemo.models.character_cnn import CharacterCnn
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.exact_line import ExactLine
from seqdemo.models.row_rnn import RowRnn
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.models.symbols import START
from seqdemo.models.transformer import Transformer
from seqdemo.models.vision import Reader


def of(model: nn.Module, hand: PenModel) -> dict[str, Tensor]:
    """Letters in the pen model's hand, alone or as two padded rows, with the model's outputs."""
    images = torch.from_numpy(raster.images(hand.write("ACEGIXYZ", 0)))
    if isinstance(model, Reader | RowRnn | CharacterCnn):
        return {"images": images, **outputs(model, {"images": images})}
    rows = torch.zeros(2, 5, 28, 28, dtype=torch.uint8)
    rows[0], rows[1, :3] = images[:5], images[5:]
    inputs = {"images": rows, "lengths": torch.tensor([5, 3])}
    return {**inputs, **outputs(model, inputs)}


@torch.inference_mode()
def outputs(model: nn.Module, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What the model makes of such inputs; an encoder-decoder is fed two letters."""
    images = inputs["images"].float() / 255
    if isinstance(model, Reader):
        return {"vision": model(images).vision}
    if isinstance(model, RowRnn | CharacterCnn):
        return {"vision": model(images).beliefs}
    lengths = inputs["lengths"]
    if isinstance(model, CnnGru | ExactLine):
        output = model(images, lengths)
        return {"vision": output.vision, "reasoning": output.reasoning}
    assert isinstance(model, Seq2Seq | Transformer | Channel)
    sight = model.see(images[..., None].expand(-1, -1, -1, -1, 3), lengths)
    if isinstance(model, Channel):
        assert sight.glance is not None
        return {"vision": sight.glance, "reasoning": model.correct(sight.glance[:1]).support}
    memory = model.encode(sight.given, lengths)
    fed = torch.tensor([[START, 0, 1], [START, 2, 3]])
    return {"vision": memory.vision, "reasoning": model.decode(memory, fed, model.begin(memory)).symbols}
