"""A folder of letters that people wrote, as ink files, InkML or UNIPEN text, to learn from."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from tqdm import tqdm

from seqdemo.errors import DataError, FileInputError
from seqdemo.handwriting import ink_reader
from seqdemo.handwriting.collection import MAX_BYTES, InkSample, listed
from seqdemo.handwriting.inkset import InkSet, Split
from seqdemo.letters import index_of, members

ENDINGS = (".jsonl", ".inkml", ".xml", ".dat", ".unp", "")
"""How names end, in capitals or not; files of other names are passed over."""
FEWEST: dict[Split, int] = {"train": 5, "val": 1, "test": 1}
"""So many samples of each class does each split need."""
SHARES: dict[Split, float] = {"val": 0.10, "test": 0.15}
"""Of the writers; the others train."""

_UNIT = 10_000
"""Whole steps to which the unit box is divided in an InkSet."""


@dataclass(frozen=True, eq=False)
class _Found:
    sample: InkSample
    writer: str
    """The name in the file, or the file's own where it names none."""


def load(folder: Path, classes: str) -> InkSet:
    """The letters of all files of a folder that have one of these classes, split by writer.

    What was left out is reported on standard error. Raises DataError, which says what is missing, if they are too few
    to learn from.
    """
    found, dropped = _read(folder)
    if dropped:
        print(f"Left out of {folder}: {listed(dropped)}.", file=sys.stderr)
    wanted = set(members(classes))
    kept = [each for each in found if each.sample.label in wanted]
    splits = split_by_writer({each.writer for each in kept})
    if not kept:
        raise DataError(f"No letters in {folder}: expected ink files (*.ink.jsonl), InkML or UNIPEN text.")
    ink = InkSet.from_strokes(
        [[np.rint(stroke * _UNIT).astype(np.int32) for stroke in each.sample.strokes.strokes] for each in kept],
        [str(each.sample.label) for each in kept],
        [splits[each.writer] for each in kept],
        [False] * len(kept),
        [each.writer for each in kept],
    )
    _check_enough(ink, classes, len(splits), folder)
    return ink


def split_by_writer(writers: Iterable[str]) -> dict[str, Split]:
    """The split of each writer: in the order of their checksums, so that no reader's figures depend on names.

    At least one of three or more writers is for validation and one for the test.
    """
    order = sorted(writers, key=lambda writer: (crc32(writer.encode()), writer))
    splits: dict[str, Split] = dict.fromkeys(order, "train")
    taken = 0
    for split, share in SHARES.items():
        count = max(1, round(share * len(order)))
        splits.update(dict.fromkeys(order[taken : taken + count], split))
        taken += count
    return splits


def _check_enough(ink: InkSet, classes: str, writers: int, folder: Path) -> None:
    lacks = [
        f"{split} lacks {', '.join(short)}"
        for split in ("train", "val", "test")
        if (short := _short(ink, split, classes))
    ]
    if lacks:
        raise DataError(
            f"Too few letters in {folder}: {len(ink):,} of {writers:,} writers. To train, each of {classes} is needed "
            f"{FEWEST['train']} times, and once from each of two other groups of writers, to validate and to test: "
            f"{'; '.join(lacks)}."
        )


def _short(ink: InkSet, split: Split, classes: str) -> list[str]:
    """Classes of which a split has fewer samples than it needs."""
    counts = Counter(index_of(str(label), classes) for label in ink.labels[ink.splits == split])
    return [each for number, each in enumerate(classes) if counts[number] < FEWEST[split]]


def _read(folder: Path) -> tuple[list[_Found], Counter[str]]:
    found: list[_Found] = []
    dropped: Counter[str] = Counter()
    for path in tqdm(list(_files(folder)), desc="Ink", unit="file", leave=False):
        try:
            collection = ink_reader.read(_bytes(path), path, folder / "include")
        except FileInputError as error:
            tqdm.write(f"Left out: {path}: {error}", file=sys.stderr)
            continue
        except OSError as error:
            tqdm.write(f"Left out: {path} cannot be read ({error.strerror}).", file=sys.stderr)
            continue
        dropped.update(collection.dropped)
        dropped["no_label"] += sum(sample.label is None for sample in collection.samples)
        own = str(path.relative_to(folder))
        found += [_Found(sample, sample.writer or own) for sample in collection.samples]
    return found, +dropped


def _files(folder: Path) -> Iterator[Path]:
    """Files with the right endings, but those that others include, and hidden ones."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = parts[0] == "include" or any(part.startswith(".") for part in parts)
        if path.suffix.lower() in ENDINGS and not hidden and path.is_file():
            yield path


def _bytes(path: Path) -> bytes:
    """The file, or one byte more than is looked at."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
