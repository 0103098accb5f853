"""What the shipped readers read of UNIPEN's letters, and small images of characters: all that a run learns from.

`python -m seqdemo.workshop.readings` makes the file anew, from UNIPEN in the folder that SEQDEMO_DATA names.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
import torch
from jaxtyping import Float, Int, UInt8
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from seqdemo import checkpoints
from seqdemo.errors import CheckpointError
from seqdemo.files import write_atomically
from seqdemo.handwriting import raster, trajectory, unipen
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.inkset import InkSet, Split
from seqdemo.letters import ALPHABET, MERGED, index_of, members
from seqdemo.models.catalog import BY_NAME
from seqdemo.models.log_probs import FLOOR, certainty
from seqdemo.models.pen_reader import PenReader

FILE = "workshop/readings.safetensors"
"""Beside the checkpoints."""
MAX_BYTES = 8_000_000
READER = "reader-strokes"
"""Reads image and strokes; its image half is the reader of the encoder-decoders."""
SPLITS: tuple[Split, ...] = get_args(Split)
MOST: Mapping[Split, int] = {"train": 12_000, "val": 2_000, "test": 4_000}
"""So many letters of each split, and so many images, are kept at most."""
_LEVELS = 255
_SHADES = 15
_CHUNK = 500


@dataclass(frozen=True, eq=False)
class Readings:
    """Banks by split; no writer is in two of them."""

    strokes: Mapping[Split, GlyphBank]
    """Log-probabilities of letters by image and strokes."""
    image: Mapping[Split, GlyphBank]
    """Of the same letters by the image alone."""
    characters: Mapping[Split, GlyphBank]
    """Images of letters and digits, by the 47 classes."""


def load(folder: Path) -> Readings:
    """The readings beside the checkpoints of a folder; raises CheckpointError with one line of reason."""
    path = folder / FILE
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CheckpointError(f"{path.name} is larger than {MAX_BYTES:,} bytes")
        tensors = load_tensors(path.read_bytes())
        banks = {kind: {split: _bank(tensors, kind, split) for split in SPLITS} for kind in _KINDS}
    except FileNotFoundError as error:
        raise CheckpointError(f"{path.name} is missing") from error
    except (OSError, SafetensorError, KeyError, RuntimeError, ValueError, zlib.error) as error:
        raise CheckpointError(f"{path.name} cannot be read") from error
    return Readings(**banks)


def _bank(tensors: Mapping[str, Tensor], kind: str, split: Split) -> GlyphBank:
    kept = tensors[f"{kind}/{split}"]
    group = "characters" if kind == "characters" else "letters"
    labels = tensors[f"{group}/labels/{split}"].long()
    counts = torch.bincount(labels, minlength=len(MERGED if kind == "characters" else ALPHABET))
    offsets = torch.cat([torch.zeros(1, dtype=torch.long), counts.cumsum(0)])
    rows = _unpacked(kept, len(labels)) if kind == "characters" else (kept.float() / _LEVELS - 1) * -FLOOR
    return GlyphBank(rows, labels, offsets, writers=tensors[f"{group}/writers/{split}"])


_KINDS = ("strokes", "image", "characters")


def packed_readings(vision: Float[Tensor, "letter 26"]) -> UInt8[Tensor, "letter 26"]:
    """Log-probabilities in 8 bits each; what is below the floor is at it."""
    return (certainty(vision[None])[0] * _LEVELS).round().to(torch.uint8)


def packed_images(images: UInt8[Tensor, "image 28 28"]) -> UInt8[Tensor, "byte"]:
    """Images in 16 shades, two pixels a byte, deflated: most of them is black."""
    shades = (images.flatten().float() / _LEVELS * _SHADES).round().to(torch.uint8).view(-1, 2)
    return torch.frombuffer(bytearray(zlib.compress((shades[:, 0] * 16 + shades[:, 1]).numpy().tobytes(), 9)),
                            dtype=torch.uint8)  # fmt: skip


def _unpacked(kept: UInt8[Tensor, "byte"], count: int) -> UInt8[Tensor, "image 28 28"]:
    """Images that were packed; never more bytes than so many images have."""
    size = count * raster.SIZE**2 // 2
    raw = zlib.decompressobj().decompress(kept.numpy().tobytes(), size)
    pairs = torch.frombuffer(bytearray(raw), dtype=torch.uint8)
    shades = torch.stack([pairs // 16, pairs % 16], dim=1)
    return (shades * (_LEVELS // _SHADES)).view(count, raster.SIZE, raster.SIZE)


@torch.inference_mode()
def make(ink: InkSet, reader: PenReader) -> dict[str, Tensor]:
    """The tensors of the file. Training letters are distorted first: the reader misreads few of those that it knows."""
    tensors: dict[str, Tensor] = {}
    for split in SPLITS:
        letters = _sorted(ink, split, ALPHABET)
        image, strokes = _read(ink, letters.samples, reader, distorted=split == "train")
        tensors |= {f"image/{split}": packed_readings(image), f"strokes/{split}": packed_readings(strokes)}
        tensors |= letters.named("letters", split)
        characters = _sorted(ink, split, MERGED)
        drawn = raster_of(ink, characters.samples)
        tensors[f"characters/{split}"] = packed_images(drawn)
        tensors |= characters.named("characters", split)
    return tensors


@dataclass(frozen=True, eq=False)
class _Chosen:
    """Samples of a split, by class, with their labels and writers."""

    samples: Int[np.ndarray, "sample"]
    labels: Int[np.ndarray, "sample"]
    writers: Int[np.ndarray, "sample"]

    def named(self, group: str, split: Split) -> dict[str, Tensor]:
        return {f"{group}/labels/{split}": torch.from_numpy(self.labels).to(torch.uint8),
                f"{group}/writers/{split}": torch.from_numpy(self.writers).to(torch.int32)}  # fmt: skip


def _sorted(ink: InkSet, split: Split, classes: str) -> _Chosen:
    """Characters that were written on their own, a part of them if they are many."""
    found = ink.where(split, members(classes), in_context=False)
    chosen = np.random.default_rng(0).permutation(found)[: MOST[split]]
    labels = np.array([index_of(str(label), classes) for label in ink.labels[chosen]])
    order = np.argsort(labels, kind="stable")
    _, writers = np.unique(ink.writers, return_inverse=True)
    return _Chosen(chosen[order], labels[order], writers[chosen[order]])


def raster_of(ink: InkSet, samples: Int[np.ndarray, "sample"]) -> UInt8[Tensor, "sample 28 28"]:
    """Their images, as the models see them."""
    return torch.from_numpy(np.stack([raster.image_of(ink.strokes(int(n))) for n in samples]))


def _read(
    ink: InkSet, samples: Int[np.ndarray, "sample"], reader: PenReader, distorted: bool
) -> tuple[Float[Tensor, "sample 26"], Float[Tensor, "sample 26"]]:
    """What the reader says by the image alone, and by image and strokes."""
    augment, parts = BY_NAME["cnn-gru-normal"].recipe.augment, []
    for number, chunk in enumerate(np.array_split(samples, len(samples) // _CHUNK + 1)):
        images = raster_of(ink, chunk).float() / 255
        written = torch.from_numpy(trajectory.of_inks([ink.strokes(int(n)) for n in chunk])).float()
        if distorted:
            chance = torch.Generator().manual_seed(number)
            images, written = augment(images, chance), augment.distorted(written, chance)
        reading = reader(images, written)
        parts.append(torch.stack([reading.image, reading.vision]))
    image, strokes = torch.cat(parts, dim=1)
    return image, strokes


def reader_of(folder: Path) -> nn.Module:
    """The shipped reader; raises CheckpointError."""
    return checkpoints.load(folder / READER).model


def main() -> None:
    """Write the file into the project's checkpoints."""
    folder = Path(__file__).parents[2] / "checkpoints"
    reader = reader_of(folder)
    assert isinstance(reader, PenReader)
    tensors = make(unipen.load(Path(os.environ["SEQDEMO_DATA"])), reader)
    told_of = {"credit": "Read from UNIPEN train_r01_v07, International Unipen Foundation, CC BY 4.0."}
    write_atomically(folder / FILE, save_tensors(tensors, told_of))


if __name__ == "__main__":
    main()
