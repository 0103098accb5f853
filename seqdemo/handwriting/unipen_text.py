"""Reader of the text format in which UNIPEN was released (UNIPEN 1.0 Format Definition, I. Guyon, AT&T Bell Labs 1994).

A file is a list of statements, each a keyword that starts with a dot and its arguments, which may run over several
lines. `.PEN_DOWN` and `.PEN_UP` are the components, numbered from 0; `.SEGMENT` says which components, or which points
of them, make up a character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from seqdemo.errors import FileInputError
from seqdemo.handwriting import unipen_segment
from seqdemo.handwriting.collection import FARTHEST, check_counts, decoded, unfit
from seqdemo.handwriting.strokes import MAX_STROKES
from seqdemo.handwriting.unipen_segment import Segment

CONTEXTS = {"DOCUMENT", "TEXT", "PARAGRAPH", "LINE", "SENTENCE", "WORD", "FORMULA"}
"""Characters of files that know of any of these were cut out of running writing."""

MAX_INCLUDES = 100
MAX_STATEMENTS = 300_000
MAX_COMPONENT = 1_000_000
"""Characters of the text of a component."""
_MOST_PARTS = 2 * MAX_STROKES
"""A character of more components, pen up and pen down, is none."""

_USED = {"INCLUDE", "COORD", "HIERARCHY", "WRITER_ID", "START_SET", "PEN_DOWN", "PEN_UP", "SEGMENT"}
_INDENTED = _USED | {"COMMENT"}
"""Keywords that count with blanks before them too."""
_KEYWORD = re.compile(r"^([ \t]*)\.([A-Za-z]\w*)(?!\S)", re.MULTILINE)
_RANGE = re.compile(r"(\d{1,9})(?::(\d{1,9}))?(?:-(\d{1,9})(?::(\d{1,9}))?)?")

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


@dataclass(frozen=True)
class Contents:
    """What a file holds."""

    characters: list[Character]
    dropped: Counter[str]
    """How many segments were left out, by the keys of `collection.REASONS`."""
    statements: int
    """How many statements were understood; none in a file that is no UNIPEN."""


def read(data: bytes, path: Path | None = None, includes: Path | None = None) -> Contents:
    """The labelled characters of one file and of the files that it includes.

    Included files are looked for in `includes` and beside `path`; without these, there are none. Raises FileInputError,
    whose `path` is the file at fault, where the format is broken.
    """
    state = _State()
    for statement in _Files(includes).statements(_Source(decoded(data, otherwise="latin-1"), path)):
        state.take(statement)
    return state.finished()


@dataclass(frozen=True)
class _Source:
    text: str
    path: Path | None


@dataclass(frozen=True)
class _Statement:
    keyword: str
    """In capitals, without its dot."""
    at: int
    """Where its arguments begin."""
    text: str
    """The arguments."""
    source: _Source

    def fault(self, key: str, sentence: str, offset: int = 0) -> UnipenFault:
        line = 1 + self.source.text.count("\n", 0, self.at + offset)
        return UnipenFault(key, sentence, line, self.source.path)


class UnipenFault(FileInputError):
    """The format is broken; `path` is the file, which may be an included one."""

    def __init__(self, key: str, sentence: str, line: int, path: Path | None) -> None:
        super().__init__(key, sentence, line)
        self.path = path


@dataclass
class _Files:
    """Finds included files, and ends when they include each other without end."""

    includes: Path | None
    opened: int = 0

    def statements(self, source: _Source) -> Iterator[_Statement]:
        """The statements of a file, those of included files in their places."""
        for statement in _parted(source):
            if statement.keyword == "INCLUDE":
                yield from self.statements(self._included(statement))
            else:
                yield statement

    def _included(self, statement: _Statement) -> _Source:
        self.opened += 1
        if self.opened > MAX_INCLUDES:
            raise statement.fault("unipen_includes", f"A file can include at most {MAX_INCLUDES} others.")
        homes = [self.includes, statement.source.path and statement.source.path.parent]
        for home in filter(None, homes):
            found = _within(home, statement.text.strip())
            if found is not None:
                return _Source(decoded(found.read_bytes(), otherwise="latin-1"), found)
        raise statement.fault("unipen_include", "The file includes another file, which is not here.")


def _within(home: Path, name: str) -> Path | None:
    """A file of a folder by its name; None if there is none, or if it lies outside."""
    try:
        place = home / name
        return place if place.is_file() and place.resolve().is_relative_to(home.resolve()) else None
    except (OSError, ValueError):
        return None


def _parted(source: _Source) -> Iterator[_Statement]:
    """The statements that matter to reading; the others are documentation."""
    text = source.text
    keyword, at, indent = "", 0, 0
    for number, found in enumerate(_KEYWORD.finditer(text)):
        if number > MAX_STATEMENTS:
            raise FileInputError("unipen_statements", f"A file can hold at most {MAX_STATEMENTS:,} statements.")
        if not _starts(found, keyword, indent):
            continue
        if keyword in _USED:
            yield _Statement(keyword, at, text[at : found.start()], source)
        keyword, at, indent = found[2].upper(), found.end(), len(found[1])
    if keyword in _USED:
        yield _Statement(keyword, at, text[at:], source)


def _starts(found: re.Match[str], keyword: str, indent: int) -> bool:
    """Whether a word with a dot is a keyword: in the first column always, indented not deeper within a comment."""
    deeper = len(found[1])
    within_text = keyword and keyword not in _USED and deeper > indent
    return not deeper or (found[2].upper() in _INDENTED and not within_text)


@dataclass
class _State:
    """What the statements so far have declared; components and segments are those of the current set."""

    axes: list[str] = field(default_factory=list)
    writer: str = ""
    in_context: bool = False
    components: list[tuple[bool, NDArray[np.float64]]] = field(default_factory=list)
    """Whether the pen was down, and the points, shape (points, 2)."""
    segments: list[tuple[_Statement, Segment, int]] = field(default_factory=list)
    """Those of characters, each with the number of components before it."""
    done: list[Character] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    counted: int = 0
    points: int = 0
    strokes: int = 0

    def take(self, statement: _Statement) -> None:
        """Do what one statement says."""
        self.statements += 1
        words = statement.text.split(maxsplit=100)
        match statement.keyword:
            case "COORD":
                self.axes = _axes(statement, [word.upper() for word in words])
            case "HIERARCHY":
                self.in_context = bool(CONTEXTS & {word.upper() for word in words})
            case "WRITER_ID":
                self.writer = " ".join(words)
            case "START_SET":
                self._close_set()
            case "PEN_DOWN" | "PEN_UP":
                self._add_component(statement)
            case "SEGMENT":
                self._add_segment(statement)

    def finished(self) -> Contents:
        self._close_set()
        return Contents(self.done, self.dropped, self.statements)

    def _add_component(self, statement: _Statement) -> None:
        if not statement.text.strip():
            return  # by the definition, components without points are not counted
        if not self.axes:
            raise statement.fault("unipen_order", "Pen positions come before .COORD, which says what they are.")
        points = _points(statement, self.axes)
        self.points += len(points)
        self.strokes += 1
        check_counts(0, self.points, self.strokes)
        self.components.append((statement.keyword == "PEN_DOWN", points))

    def _add_segment(self, statement: _Statement) -> None:
        segment = unipen_segment.parse(statement.text)
        if segment.level not in ("CHARACTER", "CHAR"):
            self.dropped["other_level"] += 1
            return
        self.counted += 1
        check_counts(self.counted)
        self.segments.append((statement, segment, len(self.components)))

    def _close_set(self) -> None:
        for number, (statement, segment, _) in enumerate(self.segments):
            reason = _unfit(segment) or self._take(statement, segment, number)
            if reason:
                self.dropped[reason] += 1
        self.components, self.segments = [], []

    def _take(self, statement: _Statement, segment: Segment, number: int) -> str | None:
        """Add the character of a segment, or say why not."""
        place = segment.place or self._following(number)
        if place is None:
            return "no_place"
        parts = place.split(",", _MOST_PARTS)
        if len(parts) > _MOST_PARTS:
            return "too_large"
        ranges = [self._range(statement, part) for part in parts]
        if sum(last - first for first, _, last, _ in ranges) + len(ranges) > _MOST_PARTS:
            return "too_large"
        ink = [stroke for each in ranges for stroke in self._strokes(*each)]
        if not ink:
            return "no_ink"
        self.done.append(Character(str(segment.label).strip(), self.writer, self.in_context, ink))
        return None

    def _following(self, number: int) -> str | None:
        """The place of a segment that names none: the components up to the next one.

        None where there are none, or where they may as well be those of the segment before it.
        """
        first = self.segments[number][2]
        after = self.segments[number + 1][2] if number + 1 < len(self.segments) else len(self.components)
        before = self.segments[number - 1] if number else None
        shared = before is not None and before[1].place is None and before[2] == first
        return None if shared or after == first else f"{first}-{after - 1}"

    def _range(self, statement: _Statement, part: str) -> tuple[int, int, int, int | None]:
        """A range `A[:M][-B[:N]]`: from point M of component A to point N of component B, as A, M, B, N + 1."""
        found = _RANGE.fullmatch(part)
        if found is None:
            raise statement.fault("unipen_place", "A segment's place must look like 3, 0-1 or 0:2-1:5.")
        first, last = int(found[1]), int(found[3] or found[1])
        if not first <= last < len(self.components):
            raise statement.fault("unipen_components", "A segment names strokes that its set does not have.")
        return first, int(found[2] or 0), last, None if found[4] is None else int(found[4]) + 1

    def _strokes(self, first: int, start: int, last: int, end: int | None) -> Ink:
        """The pen-down strokes of a range."""
        cut = [
            (down, points[start if n == first else 0 : end if n == last else None])
            for n, (down, points) in enumerate(self.components[first : last + 1], start=first)
        ]
        return [points for down, points in cut if down and len(points)]


def _unfit(segment: Segment) -> str | None:
    """Why a segment's character is left out, whatever its ink; other characters than ours are for others to judge."""
    if not segment.legible:
        return "illegible"
    reason = unfit(segment.label and segment.label.strip())
    return None if reason == "other_character" else reason


def _axes(statement: _Statement, words: list[str]) -> list[str]:
    if not {"X", "Y"} <= set(words):
        raise statement.fault("unipen_axes", ".COORD must name at least X and Y.")
    return words


def _points(statement: _Statement, axes: list[str]) -> NDArray[np.float64]:
    """X and Y of a component, shape (points, 2)."""
    if len(statement.text) > MAX_COMPONENT:
        raise statement.fault("unipen_long", "A stroke has more points than can be read.")
    places = [axes.index("X"), axes.index("Y")]
    rows = _rows(statement, len(axes), 1 + max(places))
    try:
        points = np.array([[row[place] for place in places] for row in rows], dtype=np.float64)
    except ValueError:
        raise statement.fault("unipen_number", "A pen position must be a number.", _culprit(statement)) from None
    if not (np.abs(points) <= FARTHEST).all():  # NaN is in no range
        raise statement.fault("unipen_finite", "A pen position must be a finite number below a billion.")
    return points


def _rows(statement: _Statement, width: int, needed: int) -> list[list[str]]:
    """The words of each point: as many as declared, however they are broken into lines, or a line each with fewer."""
    lines = [words for words in map(str.split, statement.text.split("\n")) if words]
    if any(len(line) % width for line in lines) and all(
        len(line) % width == 0 or needed <= len(line) < width for line in lines
    ):
        return [line[at : at + width] for line in lines for at in range(0, len(line), width)]
    words = [word for line in lines for word in line]
    if len(words) % width:
        raise statement.fault("unipen_row", f"A pen position needs {width} numbers.", _odd(statement, width))
    return [words[at : at + width] for at in range(0, len(words), width)]


def _odd(statement: _Statement, width: int) -> int:
    """Where the first line stands whose words do not make up whole points."""
    lines = re.finditer(r"[^\n]+", statement.text)
    return next(line.start() for line in lines if len(line[0].split()) % width)


def _culprit(statement: _Statement) -> int:
    """Where the first word stands that is no number."""
    for word in re.finditer(r"\S+", statement.text):
        try:
            float(word[0])
        except ValueError:
            return word.start()
    return 0
