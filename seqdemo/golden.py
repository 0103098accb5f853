"""A fixed input and what a model makes of it on the CPU; a loaded checkpoint must still give the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, cast

import torch
from safetensors.torch import load as load_tensors
from torch import Tensor, nn

from seqdemo.files import read_bytes
from seqdemo.handwriting import raster
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.trajectory import trajectories
from seqdemo.models.context import FREE
from seqdemo.models.frontend import reading_of
from seqdemo.models.kind import kind_of
from seqdemo.models.outputs import Character, Corrected, Decoded, NextLetter, Reading
from seqdemo.models.pen_reader import PenReader
from seqdemo.models.protocols import Corrector, EncoderDecoder
from seqdemo.models.symbols import START

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
    if not issubclass(kind_of(model).output, Reading | Character):
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
    return kind_of(model).entry(_OUTPUTS)(model, inputs["images"].float() / 255, inputs)


def _reading(model: nn.Module, images: Tensor, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    vision = reading_of(model, images, inputs.get("trajectories")).vision
    assert vision is not None
    return {"vision": vision}


def _character(model: nn.Module, images: Tensor, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {"vision": model(images).beliefs}


def _next_letter(model: nn.Module, images: Tensor, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    output = model(images, inputs["lengths"], inputs.get("trajectories"))
    return {"vision": output.vision, "reasoning": output.reasoning}


def _corrected(model: nn.Module, images: Tensor, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    corrector = cast(Corrector, model)
    glance = corrector.see(_coloured(images), inputs["lengths"], inputs.get("trajectories")).glance
    assert glance is not None
    return {"vision": glance, "reasoning": corrector.correct(glance[:1]).posterior}


def _decoded(model: nn.Module, images: Tensor, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    writer = cast(EncoderDecoder, model)
    memory = writer.encode(writer.see(_coloured(images), inputs["lengths"]).given, inputs["lengths"])
    fed = torch.tensor([[START, 0, 1], [START, 2, 3]])
    return {"vision": memory.vision, "reasoning": writer.decode(memory, fed, writer.begin(memory), FREE).symbols}


def _coloured(images: Tensor) -> Tensor:
    return images[..., None].expand(-1, -1, -1, -1, 3)


_OUTPUTS: Mapping[type, Callable[[nn.Module, Tensor, Mapping[str, Tensor]], dict[str, Tensor]]] = {
    Reading: _reading,
    Character: _character,
    NextLetter: _next_letter,
    Corrected: _corrected,
    Decoded: _decoded,
}
