"""Reader of EMNIST, scanned characters of 3,600 writers in MNIST's format (Cohen et al. 2017, arXiv:1702.05373).

The only module that imports torchvision.
"""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from torchvision.datasets import EMNIST

from seqdemo.errors import DataError
from seqdemo.files import write_atomically
from seqdemo.handwriting.inkset import Split
from seqdemo.handwriting.orientation import stands_upright
from seqdemo.handwriting.pen import PenModel
from seqdemo.letters import ALPHABET

NAMES: tuple[str, ...] = EMNIST.splits
"""The six ways in which EMNIST is cut: byclass, bymerge, balanced, letters, digits, mnist."""
ARCHIVE = "gzip.zip"
PLACES = ("EMNIST/raw", "EMNIST/raw/gzip", "", "gzip", "raw", "raw/gzip", "EMNIST", "EMNIST/gzip")
"""Where people have the files, in the folder that they name."""


class Scans(NamedTuple):
    """Images of characters, upright, light ink on black."""

    images: NDArray[np.uint8]
    """Shape (N, 28, 28)."""
    labels: list[str]
    """The character of each; `letters` has capitals for both cases."""


def load(data_dir: Path, name: str, split: Split, pen: PenModel, download: bool = True) -> Scans:
    """One split of one of EMNIST's six data sets, fetched (535 MB, with progress) unless its files are there.

    The files are looked for in PLACES, as .gz or unpacked, and as the archive in `data_dir/EMNIST/raw`. The published
    ones hold x before y; where the images look like the pen model's letters as they are, they are left so. Raises
    ValueError for an unknown name, DataError, which says what to do, if the files are neither there nor to be had, or
    are damaged.
    """
    if name not in NAMES:
        raise ValueError(f"expected one of {', '.join(NAMES)}, got {name!r}")
    try:
        _unpack(data_dir, name)
        whole = EMNIST(data_dir, name, train=split != "test", download=download)
        images, targets = whole.data.numpy(), whole.targets.numpy()
        held_out = _test_size(data_dir, name) if split != "test" else 0
    except (OSError, RuntimeError, ValueError, AssertionError, EOFError, IndexError, zlib.error) as error:
        raise DataError(_help(data_dir, name, error)) from error
    part = _part(split, len(images), held_out)
    characters = _characters(data_dir, name, whole.classes, targets, len(images))
    upright = images if stands_upright(images, characters, pen) else images.transpose(0, 2, 1)
    return Scans(np.ascontiguousarray(upright[part]), characters[part])


def _unpack(data_dir: Path, name: str) -> None:
    """Put the files where torchvision looks for them: unpacked, in one folder, under one spelling of their names."""
    for part in ("train", "test"):
        for kind, dimensions in (("images", 3), ("labels", 1)):
            wanted = f"emnist-{name}-{part}-{kind}-idx{dimensions}-ubyte"
            place = data_dir / "EMNIST" / "raw" / wanted
            source = None if place.exists() else _source(data_dir, wanted)
            if source is not None:
                content = source.read_bytes()
                write_atomically(place, gzip.decompress(content) if source.suffix == ".gz" else content)


def _source(data_dir: Path, wanted: str) -> Path | None:
    """A file of this name, packed or not, with a dot or a hyphen before `idx`."""
    names = [spelt + packed for spelt in (wanted, wanted.replace("-idx", ".idx")) for packed in ("", ".gz")]
    candidates = (data_dir / place / name for place in PLACES for name in names)
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _test_size(data_dir: Path, name: str) -> int:
    """Number of test images, from the header of their labels."""
    labels = data_dir / "EMNIST" / "raw" / f"emnist-{name}-test-labels-idx1-ubyte"
    with labels.open("rb") as file:
        return int.from_bytes(file.read(8)[4:], "big")


def _part(split: Split, count: int, held_out: int) -> slice:
    """Validation is the last part of the training images, as large as the test: the authors' advice."""
    first_held = max(0, count - held_out)
    return {"train": slice(first_held), "val": slice(first_held, None), "test": slice(None)}[split]


def _characters(data_dir: Path, name: str, classes: list[str], targets: NDArray[np.int64], images: int) -> list[str]:
    """The character of each label; `letters` counts from 1."""
    known = [None, *ALPHABET] if name == "letters" else classes
    named = [known[target] if 0 <= target < len(known) else None for target in targets]
    characters = [character for character in named if character is not None]
    if len(characters) != images:
        raise DataError(_help(data_dir, name, ValueError("the labels do not fit the images")))
    return characters


def _help(data_dir: Path, name: str, error: Exception) -> str:
    return (
        f"Cannot read EMNIST {name}: {error or 'the file is damaged'}. Connect to the internet, or fetch {EMNIST.url} "
        f"elsewhere and put it, or the four emnist-{name}-*.gz in it, into {data_dir / 'EMNIST' / 'raw'}; "
        f"if files are there already, they may be damaged: remove them first."
    )
