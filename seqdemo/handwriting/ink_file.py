"""The project's own ink file: letters with their strokes, as JSON lines.

The first line names the format and its version, each line after it is a letter:

    {"format": "seqdemo-ink", "version": 1}
    {"label": "A", "strokes": [[[0.1, 0.9], [0.5, 0.1]], [[0.3, 0.6], [0.7, 0.6]]], "writer": "anna"}

`label` is one of A-Z, a-z and 0-9, or null where nobody said; `strokes` are lists of [x, y], x to the right and y down,
each from 0 to 1, in the order of writing; `writer` is a name of at most 64 characters and may be left out. Keys beyond
these are passed over. The text is UTF-8, the name ends in `.ink.jsonl`; limits are those of `collection`.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from typing import Any, NoReturn

from seqdemo.errors import FileInputError, InputError
from seqdemo.handwriting.collection import (
    MAX_NAME,
    Collection,
    InkSample,
    check_counts,
    check_size,
    decoded,
    unfit,
)
from seqdemo.handwriting.strokes import Strokes

FORMAT, VERSION = "seqdemo-ink", 1
SUFFIX = ".ink.jsonl"

MAX_LINE = 200_000
"""Characters: 4,000 points with all the digits that a number can have fit."""


def written(samples: Iterable[InkSample]) -> bytes:
    """The ink file of these letters, from which `read` brings back the same numbers.

    Raises FileInputError for more letters than `read` takes, or coordinates outside 0..1.
    """
    lines = [json.dumps({"format": FORMAT, "version": VERSION})]
    lines += [_line(sample, number) for number, sample in enumerate(samples, start=2)]
    check_counts(len(lines) - 1)
    data = ("\n".join(lines) + "\n").encode()
    check_size(data)
    return data


def _line(sample: InkSample, number: int) -> str:
    _check_range(sample.strokes, number)
    strokes = [stroke.tolist() for stroke in sample.strokes.strokes]
    return json.dumps({"label": sample.label, "strokes": strokes, "writer": sample.writer}, ensure_ascii=False)


def read(data: bytes) -> Collection:
    """The letters of an ink file; raises FileInputError, with one sentence, for the first thing that is wrong."""
    check_size(data)
    samples: list[InkSample] = []
    points = strokes = 0
    lines = enumerate(io.StringIO(decoded(data)), start=1)
    _check_header(next(lines, (1, ""))[1])
    for number, line in lines:
        if line.strip():
            samples.append(_sample(line, number))
            points += sum(map(len, samples[-1].strokes.strokes))
            strokes += len(samples[-1].strokes.strokes)
            check_counts(len(samples), points, strokes)
    return Collection(tuple(samples), {})


def _check_header(line: str) -> None:
    header = _parsed(line, 1)
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise FileInputError("ink_header", f"The first line must name the format {FORMAT} and its version.", 1)
    if type(header.get("version")) is not int or header["version"] != VERSION:
        raise FileInputError("ink_version", f"Only version {VERSION} of the ink file can be read here.", 1)


def _sample(line: str, number: int) -> InkSample:
    value = _parsed(line, number)
    try:
        return _checked(value, number)
    except FileInputError:
        raise
    except InputError as error:
        raise FileInputError(error.key, str(error), number) from None


def _checked(value: Any, number: int) -> InkSample:
    if not isinstance(value, dict) or "strokes" not in value:
        raise InputError("bad_letter", "Each letter must be an object with a list of strokes.")
    label, writer = value.get("label"), value.get("writer", "")
    if label is not None and (not isinstance(label, str) or unfit(label)):
        raise InputError("bad_label", "A label must be one of A-Z, a-z or 0-9.")
    if not isinstance(writer, str) or len(writer) > MAX_NAME or (writer and not writer.isprintable()):
        raise InputError("bad_writer", f"A writer must be a name of at most {MAX_NAME} characters.")
    strokes = Strokes.unclipped(value["strokes"])
    _check_range(strokes, number)
    return InkSample(strokes, label, writer)


def _check_range(strokes: Strokes, number: int) -> None:
    low, high = strokes.bounds()
    if low.min() < 0 or high.max() > 1:
        raise FileInputError("ink_range", "Every coordinate must lie between 0 and 1.", number)


def _parsed(line: str, number: int) -> Any:
    if len(line) > MAX_LINE:
        raise FileInputError("ink_line", f"A line can have at most {MAX_LINE:,} characters.", number)
    try:
        return json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise FileInputError(
            "ink_json", "Each line must be one JSON object; the file may be cut off.", number
        ) from None


def _refuse(_: str) -> NoReturn:
    raise ValueError("not JSON")  # NaN and Infinity are no JSON, though Python would read them
