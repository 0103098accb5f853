"""Reader of letters that a person brings: our own ink file, InkML or UNIPEN text, told apart by what is in them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from seqdemo.errors import FileInputError
from seqdemo.handwriting import ink_file, inkml, unipen_text
from seqdemo.handwriting.collection import Collection, Gathering, check_size

_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
"""Byte order marks, blanks, and the zeros of UTF-16."""


def read(data: bytes, path: Path | None = None, includes: Path | None = None) -> Collection:
    """The letters of a file and what was left out of it.

    Only UNIPEN text uses `path` and `includes`, to find the files that it includes; without them, nothing but `data` is
    read. Raises FileInputError, with one sentence that repeats nothing of the file, if it cannot be used.
    """
    check_size(data)
    first = data.lstrip(_MARKS)[:1]
    if first == b"{":
        return ink_file.read(data)
    if first == b"<":
        return inkml.read(data)
    return _unipen(data, path, includes)


def _unipen(data: bytes, path: Path | None, includes: Path | None) -> Collection:
    contents = unipen_text.read(data, path, includes)
    if not contents.statements:
        raise FileInputError("file_unknown", "The file is no ink file, no InkML and no UNIPEN text.")
    gathering = Gathering(dropped=contents.dropped)
    for one in contents.characters:
        gathering.take(one.label, one.writer, [stroke * np.array([1.0, -1.0]) for stroke in one.ink])
    return gathering.collection()
