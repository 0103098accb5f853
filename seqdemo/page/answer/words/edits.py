"""How the letters that were read became the word that was written: the fewest edits, a swap of neighbours being one.

That is the optimal string alignment of Damerau and Levenshtein.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal


@dataclass(frozen=True)
class Edit:
    """One letter, or the two of a swap, before and after."""

    kind: Literal["same", "swap", "change", "drop", "add"]
    place: int
    """Where the first of its letters stands among those that were read, from 0; for `add`, where it comes in."""
    read: str
    written: str

    @property
    def cost(self) -> int:
        return int(self.kind != "same")


def edits(read: str, written: str) -> tuple[Edit, ...]:
    """From the first letter to the last; of equally short ways, the one that keeps, then the one that swaps."""

    @cache
    def best(i: int, j: int) -> tuple[int, tuple[Edit, ...]]:
        ways = []
        for edit in _first(i, read[i:], written[j:]):
            cost, rest = best(i + len(edit.read), j + len(edit.written))
            ways.append((cost + edit.cost, (edit, *rest)))
        return min(ways, key=lambda way: way[0], default=(0, ()))

    return best(0, 0)[1]


def _first(place: int, read: str, written: str) -> Iterator[Edit]:
    """What may happen next, the most welcome first."""
    if read and written and read[0] == written[0]:
        yield Edit("same", place, read[0], written[0])
        return
    if len(read) > 1 and read[:2] == written[1::-1] and len(written) > 1:
        yield Edit("swap", place, read[:2], written[:2])
    if read and written:
        yield Edit("change", place, read[0], written[0])
    if read:
        yield Edit("drop", place, read[0], "")
    if written:
        yield Edit("add", place, "", written[0])
