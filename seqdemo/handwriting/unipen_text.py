"""Reader of the text format in which UNIPEN was released (UNIPEN 1.0 Format Definition, I. Guyon, AT&T Bell Labs 1994).

A file is a list of statements, each a keyword that starts with a dot in the first column and its arguments, which may
run over several lines. `.PEN_DOWN` and `.PEN_UP` are the components, numbered from 0; `.SEGMENT` says which components,
or which points of them, make up a character.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from seqdemo.errors import DataError
from seqdemo.handwriting.inkset import InkSet, Split

CATEGORIES = ("1a", "1b", "1c", "1d")
"""The folders of the release that hold isolated digits, capitals, small letters and symbols."""
CONTEXTS = {"DOCUMENT", "TEXT", "PARAGRAPH", "LINE", "SENTENCE", "WORD", "FORMULA"}
"""Characters of files that know of any of these were cut out of running writing."""

_DEEPEST = 8
_RANGE = re.compile(r"(\d+)(?::(\d+))?(?:-(\d+)(?::(\d+))?)?")
_SEGMENT = re.compile(r'(\S+)\s+(\S+)\s+(\S+)\s+"((?:[^"\\]|\\.)*)"', re.DOTALL)

Ink = list[NDArray[np.float64]]
"""The strokes of one character, each of shape (points, 2), y up as in the file."""


@dataclass(frozen=True)
class Character:
    """One labelled character of a file."""

    label: str
    writer: str
    """Empty where the file names none."""
    in_context: bool
    ink: Ink


def load_release(folder: Path, leave_out: str = "") -> InkSet:
    """All isolated characters of a release (a folder with `data` and `include`), split by writer.

    Where a file names no writer, all files of its folder count as one writer's. The contributor `leave_out` is left
    out, and so are files that do not follow the format: each is reported on standard error. Raises DataError if nothing
    remains.
    """
    files = sorted(path for category in CATEGORIES for path in (folder / "data" / category).rglob("*.dat"))
    found: list[tuple[Character, str]] = []
    for path in tqdm(files, desc="UNIPEN", unit="file"):
        home = path.parent.relative_to(folder / "data").parts[1:]
        if home[:1] != (leave_out,):
            found += [(one, _writer(one, home)) for one in _read_or_report(path, folder / "include")]
    if not found:
        raise DataError(f"No characters in {folder / 'data'}: expected .dat files in {', '.join(CATEGORIES)}.")
    return InkSet.from_strokes(
        [[_device_units(stroke) for stroke in one.ink] for one, _ in found],
        [one.label for one, _ in found],
        [split_of(writer) for _, writer in found],
        [one.in_context for one, _ in found],
        [writer for _, writer in found],
    )


def _writer(character: Character, home: tuple[str, ...]) -> str:
    """A name that no two contributors share; `home` is the folder within the category, contributor first."""
    return f"{home[0] if home else ''}/{character.writer}" if character.writer else "/".join(home)


def _read_or_report(path: Path, includes: Path) -> list[Character]:
    try:
        return read(path, includes)
    except DataError as error:
        tqdm.write(f"Left out: {error}", file=sys.stderr)
        return []


def split_of(writer: str) -> Split:
    """The split of a writer, by checksum so that it never changes: 10 % are val, 15 % test."""
    percent = crc32(writer.encode()) % 100
    return "val" if percent < 10 else "test" if percent < 25 else "train"


def read(path: Path, includes: Path) -> list[Character]:
    """The labelled characters of one file and the files that it includes; raises DataError.

    Left out are illegible ones (quality BAD), labels of several letters, and segments that do not say where they are.
    """
    state = _State()
    for statement in _statements(path, includes, 0):
        state.take(statement)
    return state.finished()


@dataclass(frozen=True)
class _Statement:
    keyword: str
    lines: list[tuple[int, str]]
    """Line numbers and texts of the arguments; the first is on the keyword's line."""
    path: Path

    @property
    def text(self) -> str:
        return "\n".join(line for _, line in self.lines)

    def error(self, what: str, line: int | None = None) -> DataError:
        return DataError(f"{self.path}, line {line or self.lines[0][0]}: {what}.")


def _statements(path: Path, includes: Path, depth: int) -> Iterator[_Statement]:
    """The statements of a file, those of included files in their places."""
    try:
        lines = path.read_text(encoding="latin-1").splitlines()
    except OSError as error:
        raise DataError(f"Cannot read {path}: {error.strerror}.") from error
    for statement in _parted(lines, path):
        if statement.keyword == ".INCLUDE":
            yield from _statements(_included(statement, includes, depth), includes, depth + 1)
        else:
            yield statement


def _parted(lines: list[str], path: Path) -> Iterator[_Statement]:
    current = _Statement("", [(1, "")], path)
    for number, line in enumerate(lines, start=1):
        if line.startswith("."):
            yield current
            keyword, _, rest = line.replace("\t", " ").partition(" ")
            current = _Statement(keyword, [(number, rest)], path)
        else:
            current.lines.append((number, line))
    yield current


def _included(statement: _Statement, includes: Path, depth: int) -> Path:
    name = statement.text.strip()
    places = [includes / name, statement.path.parent / name]
    found = next((place for place in places if name and place.is_file()), None)
    if found is None:
        raise statement.error("the included file is missing")
    if depth >= _DEEPEST:
        raise statement.error("files include each other too deeply")
    return found


@dataclass
class _State:
    """What the statements so far have declared; components and segments are those of the current set."""

    axes: list[str] = field(default_factory=list)
    writer: str = ""
    in_context: bool = False
    components: list[tuple[bool, NDArray[np.float64]]] = field(default_factory=list)
    """Whether the pen was down, and the points, shape (points, 2)."""
    segments: list[tuple[_Statement, str, str]] = field(default_factory=list)
    """Statement, delineation and label."""
    done: list[Character] = field(default_factory=list)

    def take(self, statement: _Statement) -> None:
        """Do what one statement says; unknown ones are documentation."""
        words = statement.text.split()
        match statement.keyword:
            case ".COORD":
                self.axes = _axes(statement, words)
            case ".HIERARCHY":
                self.in_context = bool(CONTEXTS & set(words))
            case ".WRITER_ID":
                self.writer = " ".join(words)
            case ".START_SET":
                self._close_set()
            case ".PEN_DOWN" | ".PEN_UP":
                self._add_component(statement)
            case ".SEGMENT":
                self._add_segment(statement)

    def finished(self) -> list[Character]:
        self._close_set()
        return self.done

    def _add_component(self, statement: _Statement) -> None:
        if not statement.text.strip():
            return  # by the definition, components without points are not counted
        if not self.axes:
            raise statement.error("pen positions come before .COORD")
        points = _points(statement, len(self.axes))
        places = [self.axes.index("X"), self.axes.index("Y")]
        self.components.append((statement.keyword == ".PEN_DOWN", points[:, places]))

    def _add_segment(self, statement: _Statement) -> None:
        found = _SEGMENT.match(statement.text.strip())
        if found is None or found[1] not in ("CHARACTER", "CHAR") or found[2] == "?" or found[3] == "BAD":
            return
        label = re.sub(r"\\(.)", r"\1", found[4])
        if len(label) == 1 and not label.isspace():
            self.segments.append((statement, found[2], label))

    def _close_set(self) -> None:
        for statement, where, label in self.segments:
            ink = [stroke for part in where.split(",") for stroke in self._part(statement, part)]
            if ink:
                self.done.append(Character(label, self.writer, self.in_context, ink))
        self.components, self.segments = [], []

    def _part(self, statement: _Statement, part: str) -> Ink:
        """The pen-down strokes of a range `A[:M][-B[:N]]`: components A to B from point M of A to point N of B."""
        found = _RANGE.fullmatch(part)
        if found is None:
            raise statement.error("a segment's place must look like 3, 0-1 or 0:2-1:5")
        first, last = int(found[1]), int(found[3] or found[1])
        if not first <= last < len(self.components):
            raise statement.error(f"the segment needs components {first} to {last}, the set has {len(self.components)}")
        start, end = int(found[2] or 0), None if found[4] is None else int(found[4]) + 1
        cut = [
            (down, points[start if n == first else 0 : end if n == last else None])
            for n, (down, points) in enumerate(self.components[first : last + 1], start=first)
        ]
        return [points for down, points in cut if down and len(points)]


def _axes(statement: _Statement, words: list[str]) -> list[str]:
    if not {"X", "Y"} <= set(words):
        raise statement.error(".COORD must name at least X and Y")
    return words


def _points(statement: _Statement, width: int) -> NDArray[np.float64]:
    """The numbers of a component, shape (points, width)."""
    try:
        values = np.array(statement.text.split(), dtype=np.float64)
    except ValueError:
        raise statement.error("a pen position must be a number", _culprit(statement)) from None
    if len(values) % width:
        odd = next(number for number, line in statement.lines if len(line.split()) % width)
        raise statement.error(f"a pen position needs {width} numbers", odd)
    if not np.isfinite(values).all():
        raise statement.error("a pen position must be a finite number")
    return values.reshape(-1, width)


def _culprit(statement: _Statement) -> int:
    """The line of the first word that is no number."""
    for number, line in statement.lines:
        for word in line.split():
            try:
                float(word)
            except ValueError:
                return number
    return statement.lines[0][0]


def _device_units(stroke: NDArray[np.float64]) -> NDArray[np.int32]:
    """Whole numbers with y down."""
    limit = np.iinfo(np.int32).max
    return np.clip(np.rint(stroke * [1, -1]), -limit, limit).astype(np.int32)
