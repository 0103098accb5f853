"""`Collection`: the letters of a file that a person brings, whatever its format, and what was left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from seqdemo.errors import FileInputError
from seqdemo.handwriting.strokes import MAX_POINTS, MAX_STROKES, Points, Strokes
from seqdemo.letters import CHARACTERS

MAX_BYTES = 16_000_000
MAX_LETTERS = 20_000
MAX_FILE_POINTS = 2_000_000
"""Of all letters of a file, even where one stroke is named by many letters: so that time and memory are bounded."""
MAX_FILE_STROKES = 100_000
MAX_NAME = 64
"""Characters of a writer's name."""
FARTHEST = 1e9
"""No pen goes farther, in any unit; beyond, boxes could overflow."""

_DIGITS = 4
"""Decimals of letters that were scaled to the unit box: a ten thousandth of it."""

REASONS: Final[dict[str, str]] = {
    "illegible": "marked as illegible",
    "no_label": "without a label",
    "several_characters": "labelled with several characters",
    "other_character": "labelled with another character than A-Z, a-z and 0-9",
    "no_place": "that do not say which strokes are theirs",
    "no_ink": "without ink",
    "too_large": f"of more than {MAX_STROKES} strokes or {MAX_POINTS:,} points",
    "other_level": "words, lines or other groups of characters",
}
"""Why something was left out, by key."""


@dataclass(frozen=True, eq=False)
class InkSample:
    """One letter of a file: its strokes in the unit box, y down."""

    strokes: Strokes
    label: str | None
    """One of CHARACTERS, or None where nobody said what was meant."""
    writer: str = ""
    """Empty where the file names none."""


@dataclass(frozen=True, eq=False)
class Collection:
    """What a file holds."""

    samples: tuple[InkSample, ...]
    dropped: Mapping[str, int]
    """How many were left out, by the keys of REASONS."""


def listed(dropped: Mapping[str, int]) -> str:
    """`3 without a label, 1 without ink`: the most frequent reason first."""
    return ", ".join(f"{count:,} {REASONS[key]}" for key, count in Counter(dropped).most_common())


def check_size(data: bytes) -> None:
    """Raise FileInputError for more bytes than are looked at."""
    if len(data) > MAX_BYTES:
        raise FileInputError("file_too_large", f"A file of letters can have at most {MAX_BYTES // 1_000_000} MB.")


def decoded(data: bytes, *, otherwise: str | None = None) -> str:
    """The text of a file in UTF-8 or UTF-16 with `\\n` for line ends, up to a Ctrl-Z, which ended a file under DOS.

    Where it is neither, the encoding `otherwise`; without one FileInputError is raised.
    """
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError:
        if otherwise is None:
            raise FileInputError("file_encoding", "The file must be text in UTF-8.") from None
        text = data.decode(otherwise)
    return text.partition("\x1a")[0].replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    """UTF-16 is known by its mark, or by the zero beside its first letter."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if 0 in data[:2]:
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    return "utf-8-sig"


def name(text: str) -> str:
    """A writer's name as it is kept: on one line, without control characters, cut at MAX_NAME."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())[:MAX_NAME]


@dataclass
class Gathering:
    """A collection that is being read from a format with units and labels of its own."""

    samples: list[InkSample] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    _points: int = 0

    def take(self, label: str | None, writer: str, ink: Sequence[Points]) -> None:
        """Add a letter, y down in any unit, or count why not; raises FileInputError beyond a file's limits."""
        reason = unfit(label) or _unfit_ink(ink)
        if reason:
            self.dropped[reason] += 1
            return
        self._points += sum(map(len, ink))
        check_counts(len(self.samples) + 1, self._points)
        box = Strokes(tuple(ink)).in_unit_box()
        strokes = Strokes(tuple(np.round(stroke, _DIGITS) for stroke in box.strokes))
        self.samples.append(InkSample(strokes, label, name(writer)))

    def collection(self) -> Collection:
        return Collection(tuple(self.samples), dict(self.dropped))


def check_counts(letters: int, points: int = 0, strokes: int = 0) -> None:
    """Raise FileInputError if a file holds more letters, points or strokes than it may."""
    if letters > MAX_LETTERS:
        raise FileInputError("file_too_many_letters", f"A file can hold at most {MAX_LETTERS:,} letters.")
    if points > MAX_FILE_POINTS:
        raise FileInputError("file_too_many_points", f"A file can hold at most {MAX_FILE_POINTS:,} points.")
    if strokes > MAX_FILE_STROKES:
        raise FileInputError("file_too_many_strokes", f"A file can hold at most {MAX_FILE_STROKES:,} strokes.")


def unfit(label: str | None) -> str | None:
    """The reason why a label is none that can be learned or read, or None."""
    if not label:
        return "no_label"
    if len(label) > 1:
        return "several_characters"
    return None if label in CHARACTERS else "other_character"


def _unfit_ink(ink: Sequence[Points]) -> str | None:
    if not ink:
        return "no_ink"
    return "too_large" if len(ink) > MAX_STROKES or sum(map(len, ink)) > MAX_POINTS else None
