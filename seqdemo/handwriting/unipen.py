"""Reader of UNIPEN, isolated characters written with a pen (Guyon et al. 1994; train_r01_v07, CC BY 4.0)."""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from seqdemo.errors import DataError, FileInputError
from seqdemo.handwriting import unipen_text
from seqdemo.handwriting.collection import listed
from seqdemo.handwriting.inkset import InkSet, split_of
from seqdemo.handwriting.unipen_text import Character, Contents, UnipenFault

PACKED = "unipen_chars.npz"
"""The name of the packed file: the arrays of the categories 1a to 1d, without pickles."""

FRAGMENTED = "ibm"
"""A contributor whose samples are often single strokes of a character; left out."""

CATEGORIES = ("1a", "1b", "1c", "1d")
"""The folders of the release that hold isolated digits, capitals, small letters and symbols."""


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


def load_release(folder: Path, leave_out: str = "") -> InkSet:
    """All isolated characters of a release (a folder with `data` and `include`), split by writer.

    Where a file names no writer, all files of its folder count as one writer's. The contributor `leave_out` is left
    out, and so are files that do not follow the format: each is reported on standard error, as is what else is left
    out. Raises DataError if nothing remains.
    """
    files = sorted(path for category in CATEGORIES for path in _files(folder / "data" / category))
    found: list[tuple[Character, str]] = []
    dropped: Counter[str] = Counter()
    for path in tqdm(files, desc="UNIPEN", unit="file"):
        home = path.parent.relative_to(folder / "data").parts[1:]
        if home[:1] != (leave_out,):
            contents = _read_or_report(path, folder / "include")
            found += [(one, _writer(one, home)) for one in contents.characters]
            dropped += contents.dropped
    if dropped:
        tqdm.write(f"Left out of UNIPEN: {listed(dropped)}.", file=sys.stderr)
    if not found:
        raise DataError(f"No characters in {folder / 'data'}: expected .dat files in {', '.join(CATEGORIES)}.")
    return InkSet.from_strokes(
        [[_device_units(stroke) for stroke in one.ink] for one, _ in found],
        [one.label for one, _ in found],
        [split_of(writer) for _, writer in found],
        [one.in_context for one, _ in found],
        [writer for _, writer in found],
    )


def _files(folder: Path) -> Iterator[Path]:
    """Files named .dat in capitals or not, or without an ending."""
    return (path for path in folder.rglob("*") if path.suffix.lower() in (".dat", "") and path.is_file())


def _writer(character: Character, home: tuple[str, ...]) -> str:
    """A name that no two contributors share; `home` is the folder within the category, contributor first."""
    return f"{home[0] if home else ''}/{character.writer}" if character.writer else "/".join(home)


def _read_or_report(path: Path, includes: Path) -> Contents:
    try:
        return read_file(path, includes)
    except DataError as error:
        tqdm.write(f"Left out: {error}", file=sys.stderr)
        return Contents([], Counter(), 0)


def read_file(path: Path, includes: Path) -> Contents:
    """The characters of a file of the text format; raises DataError, which names the file at fault and its line."""
    try:
        return unipen_text.read(path.read_bytes(), path, includes)
    except OSError as error:
        raise DataError(f"Cannot read {path}: {error.strerror}.") from error
    except UnipenFault as fault:
        raise DataError(f"{fault.path}: {fault}") from fault
    except FileInputError as error:
        raise DataError(f"{path}: {error}") from error


def _device_units(stroke: NDArray[np.float64]) -> NDArray[np.int32]:
    """Whole numbers with y down."""
    return np.rint(stroke * [1, -1]).astype(np.int32)
