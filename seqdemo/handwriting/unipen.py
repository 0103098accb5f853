"""Reader of UNIPEN, isolated characters written with a pen (Guyon et al. 1994; train_r01_v07, CC BY 4.0)."""

from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from seqdemo.errors import DataError
from seqdemo.handwriting.inkset import InkSet
from seqdemo.handwriting.unipen_text import load_release

PACKED = "unipen_chars.npz"
"""The name of the packed file: the arrays of the categories 1a to 1d, without pickles."""

FRAGMENTED = "ibm"
"""A contributor whose samples are often single strokes of a character; left out."""


def found(data_dir: Path) -> bool:
    """Whether a folder holds the packed file or the release."""
    return (data_dir / PACKED).is_file() or all((data_dir / part).is_dir() for part in ("include", "data"))


def load(data_dir: Path) -> InkSet:
    """UNIPEN from a folder that holds either the packed file or the release itself; raises DataError."""
    if not found(data_dir):
        raise DataError(
            f"No UNIPEN data in {data_dir}: expected {PACKED} or the folders data and include of the release."
        )
    if (data_dir / PACKED).is_file():
        return load_packed(data_dir / PACKED)
    return load_release(data_dir, leave_out=FRAGMENTED)


def load_packed(path: Path) -> InkSet:
    """All samples of the packed file but the fragmented ones; raises DataError if it cannot be read."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            points = arrays["points"] * np.array([1, -1], dtype=np.int32)  # UNIPEN's y points up
            everything = InkSet(
                points,
                arrays["stroke_off"],
                arrays["sample_off"],
                arrays["label"],
                arrays["split"],
                arrays["in_context"],
                arrays["writer"],
            )
            return _without(everything, arrays["contrib"] == FRAGMENTED)
    except (OSError, KeyError, ValueError, EOFError, BadZipFile, zlib.error) as error:
        raise DataError(f"Cannot read the UNIPEN file {path}: {error}.") from error


def _without(ink: InkSet, dropped: NDArray[np.bool_]) -> InkSet:
    kept = np.flatnonzero(~dropped)
    strokes = np.concatenate([np.arange(ink.sample_offsets[n], ink.sample_offsets[n + 1]) for n in kept])
    points = np.concatenate([np.arange(ink.stroke_offsets[s], ink.stroke_offsets[s + 1]) for s in strokes])
    return InkSet(
        ink.points[points],
        np.cumsum(np.r_[0, np.diff(ink.stroke_offsets)[strokes]], dtype=np.int32),
        np.cumsum(np.r_[0, np.diff(ink.sample_offsets)[kept]], dtype=np.int32),
        ink.labels[kept],
        ink.splits[kept],
        ink.in_context[kept],
        ink.writers[kept],
    )
