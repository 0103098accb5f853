"""The numbers of an InkML trace (section 3.2.1 of the Recommendation): values as they are, or as differences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from seqdemo.errors import FileInputError
from seqdemo.handwriting.collection import FARTHEST
from seqdemo.handwriting.strokes import Points

_VALUE = re.compile(r"([!'\"]?)\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?|[*?TF]|#[0-9A-Fa-f]{1,8})\s*")
"""A qualifier and a value."""
_PLAIN = re.compile(r"[\d\s.,eE+-]*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")


@dataclass
class Channels:
    """The channels of a trace format in their order; by default X, Y."""

    names: list[str] = field(default_factory=list)
    signs: dict[str, int] = field(default_factory=dict)
    """-1 for a channel that runs to the left, or up."""

    def add(self, name: str, orientation: str) -> None:
        self.names.append(name)
        self.signs[name] = -1 if orientation == "-ve" else 1

    def places(self) -> tuple[int, int]:
        """Where X and Y stand; raises FileInputError if there is none of them."""
        names = self.names or ["X", "Y"]
        if not {"X", "Y"} <= set(names):
            raise FileInputError("inkml_channels", "A trace format of InkML must have the channels X and Y.")
        return names.index("X"), names.index("Y")


@dataclass
class _Channel:
    """The state of one channel along a trace."""

    qualifier: str = "!"
    value: float = 0.0
    velocity: float = 0.0

    def step(self, qualifier: str, text: str) -> float:
        """The value that a text stands for; `'` is a first difference, `"` a second one, until another is said."""
        if text in "*?":  # as before, or not known
            return self.value
        self.qualifier, before = qualifier or self.qualifier, self.value
        number = _number(text)
        if self.qualifier == "!":
            self.value = number
        else:
            self.velocity = number if self.qualifier == "'" else self.velocity + number
            self.value += self.velocity
        if self.qualifier == "!":
            self.velocity = self.value - before
        return self.value


def points(text: str, channels: Channels) -> Points:
    """The X and Y of a trace, y down, shape (points, 2); raises FileInputError if they are not all numbers."""
    places = channels.places()
    parts = [part for part in text.split(",") if part.strip()]
    rows = _plain(parts, places) if _PLAIN.fullmatch(text) else _differences(parts, places)
    found = np.array(rows, dtype=np.float64).reshape(-1, 2)
    if not (np.abs(found) <= FARTHEST).all():  # NaN is in no range
        raise _fault()
    return found * [channels.signs.get("X", 1), channels.signs.get("Y", 1)]


def _plain(parts: list[str], places: tuple[int, int]) -> list[list[str]]:
    """Points without qualifiers, as nearly all are."""
    x, y = places
    rows = [_NUMBER.findall(part) for part in parts]
    if any(len(row) <= max(places) for row in rows):
        raise _fault()
    return [[row[x], row[y]] for row in rows]


def _differences(parts: list[str], places: tuple[int, int]) -> list[list[float]]:
    """Points some of whose values build on those before them."""
    states = _Channel(), _Channel()
    rows = [_values(part.strip(), 1 + max(places)) for part in parts]
    return [[state.step(*row[at]) for state, at in zip(states, places, strict=True)] for row in rows]


def _values(point: str, count: int) -> list[tuple[str, str]]:
    """The first so many values of a point, each with its qualifier."""
    values: list[tuple[str, str]] = []
    at = 0
    while len(values) < count:
        found = _VALUE.match(point, at)
        if found is None:
            raise _fault()
        values.append((found[1], found[2]))
        at = found.end()
    return values


def _number(text: str) -> float:
    if text in "TF":
        return float(text == "T")
    return float(int(text[1:], 16) if text.startswith("#") else text)


def _fault() -> FileInputError:
    return FileInputError("inkml_trace", "Each point of a trace must have numbers for X and Y, below a billion.")
