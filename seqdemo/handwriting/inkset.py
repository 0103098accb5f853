"""`InkSet`: many labelled characters as pen strokes, kept in flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from seqdemo.handwriting.strokes import Strokes

Split = Literal["train", "val", "test"]


def split_of(writer: str) -> Split:
    """The split of a writer, by checksum so that it never changes: 10% are val, 15% test."""
    percent = crc32(writer.encode()) % 100
    return "val" if percent < 10 else "test" if percent < 25 else "train"


@dataclass(frozen=True, eq=False)
class InkSet:
    """Labelled strokes of N characters; no writer is in two splits.

    `points` is (P, 2), x right and **y down**, in any unit; stroke s is
    `points[stroke_offsets[s]:stroke_offsets[s + 1]]` and sample n has the strokes
    `sample_offsets[n]` to `sample_offsets[n + 1] - 1`.
    """

    points: NDArray[np.int32]
    stroke_offsets: NDArray[np.int32]
    sample_offsets: NDArray[np.int32]
    labels: NDArray[np.str_]
    """The character of each sample, shape (N,)."""
    splits: NDArray[np.str_]
    """`train`, `val` or `test`, shape (N,)."""
    in_context: NDArray[np.bool_]
    """True where the character was cut out of a word or sentence, shape (N,)."""
    writers: NDArray[np.str_]
    """Who wrote each sample, shape (N,)."""

    def __len__(self) -> int:
        return len(self.labels)

    def strokes(self, sample: int) -> Strokes:
        """The ink of one sample, in the unit box."""
        first, last = self.sample_offsets[sample], self.sample_offsets[sample + 1]
        pairs = zip(self.stroke_offsets[first:last], self.stroke_offsets[first + 1 : last + 1], strict=True)
        return Strokes(tuple(self.points[a:b].astype(np.float64) for a, b in pairs)).in_unit_box()

    def where(self, split: Split, characters: str, *, in_context: bool | None = None) -> NDArray[np.intp]:
        """Sample numbers of one split whose label is among `characters`; `in_context` None takes both kinds."""
        chosen = (self.splits == split) & np.isin(self.labels, list(characters))
        if in_context is not None:
            chosen &= self.in_context == in_context
        return np.flatnonzero(chosen)

    @classmethod
    def from_strokes(
        cls,
        inks: Sequence[Sequence[NDArray[np.int32]]],
        labels: Sequence[str],
        splits: Sequence[str],
        in_context: Sequence[bool],
        writers: Sequence[str] | None = None,
    ) -> InkSet:
        """An InkSet from one list of (points, 2) arrays per sample; without `writers`, each is another writer's."""
        strokes = [stroke for ink in inks for stroke in ink]
        return cls(
            np.concatenate(strokes).astype(np.int32),
            np.cumsum([0, *map(len, strokes)], dtype=np.int32),
            np.cumsum([0, *map(len, inks)], dtype=np.int32),
            np.array(labels),
            np.array(splits),
            np.array(in_context, dtype=bool),
            np.array(range(len(labels)) if writers is None else writers).astype(str),
        )
