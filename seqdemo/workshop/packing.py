"""A run that is over, as a small file: what it said, and how its weights changed from moment to moment."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor

from seqdemo.checkpoints import SCALE
from seqdemo.workshop.protocol import Message, Moment, line, message, packed, unpacked

MAX_BYTES = 6_000_000
"""Of what a file unpacks to."""
_SAID = "said"
"""What the lines are called among the tensors."""
_GZIP = 16 + zlib.MAX_WBITS


def file_of(said: Sequence[Message]) -> bytes:
    """The file of a run, the same for the same run; `said_in` gives every message back as it was.

    It is gzip around safetensors. Each tensor of the weights has a row for each moment: its difference from the moment
    before, as a whole number that wraps around. Differences are mostly small, so they take up less than weights do.
    """
    weights = [unpacked(each.weights) for each in said if isinstance(each, Moment)]
    lines = "".join(line(replace(each, weights="") if isinstance(each, Moment) else each) for each in said)
    tensors = {name: _differences([each[name] for each in weights]) for name in weights[0]}
    tensors[_SAID] = torch.frombuffer(bytearray(lines.encode()), dtype=torch.uint8)
    return gzip.compress(save_tensors(tensors), mtime=0)


def said_in(data: bytes) -> list[Message]:
    """What a run said, from its file; raises ValueError where it is damaged or too large."""
    try:
        tensors = load_tensors(_inflated(data))
        lines = bytes(tensors.pop(_SAID).tolist()).decode()
        weights = {name: _summed(tensor) for name, tensor in tensors.items()}
        return list(_filled(map(message, lines.splitlines()), weights))
    except (SafetensorError, zlib.error, LookupError, RuntimeError, TypeError) as error:
        raise ValueError(f"expected the file of a run: {error}") from error


def coarse(said: Message) -> Message:
    """A snapshot in 7 bits instead of 8, which takes up a fifth less; any other message as it is."""
    if not isinstance(said, Moment):
        return said
    weights = unpacked(said.weights)
    for name in [name for name in weights if name + SCALE in weights]:
        weights[name] = (weights[name].float() / 2).round().to(torch.int8)
        weights[name + SCALE] = weights[name + SCALE] * 2
    return replace(said, weights=packed(weights))


def _inflated(data: bytes) -> bytes:
    """What is packed in it, as far as that may be."""
    unpacker = zlib.decompressobj(_GZIP)
    content = unpacker.decompress(data, MAX_BYTES)
    if not unpacker.eof:
        raise ValueError(f"the file is cut off, or unpacks to more than {MAX_BYTES:,} bytes")
    return content


def _differences(tensors: Sequence[Tensor]) -> Tensor:
    """Of each tensor from the one before, the first from zero."""
    stacked = _whole(torch.stack(list(tensors)))
    return torch.diff(stacked, dim=0, prepend=torch.zeros_like(stacked[:1]))


def _summed(differences: Tensor) -> Tensor:
    """The tensors one below the other; those of 32 bits are floats."""
    stacked = differences.cumsum(0, dtype=differences.dtype)
    return stacked.view(torch.float32) if stacked.dtype == torch.int32 else stacked


def _whole(tensor: Tensor) -> Tensor:
    """The bits of a float as a whole number."""
    return tensor.view(torch.int32) if tensor.dtype == torch.float32 else tensor


def _filled(said: Iterator[Message], weights: Mapping[str, Tensor]) -> Iterator[Message]:
    """The messages, with its weights in each moment."""
    count = 0
    for each in said:
        if isinstance(each, Moment):
            each = replace(each, weights=packed({name: stacked[count] for name, stacked in weights.items()}))
            count += 1
        yield each
