"""Reading and writing small files so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_MODE = 0o644
"""Readable by everyone: a temporary file starts at 0600, which a server under another user could not read."""


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into `path` in one step; its folder is made if need be.

    Whatever happens, `path` holds either what it held before or all of `data`. Raises OSError (disk full, no
    permission) and then leaves no temporary file behind.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put several files in place, as `write_atomically` does one: none of them changes before all are on the disk."""
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            written[path] = Path(name)
            _fill(handle, data)
        for path, temporary in written.items():
            temporary.replace(path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)
    for folder in {path.parent for path in files}:
        _sync_folder(folder)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, _MODE)
        file.write(data)
        file.flush()
        os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_json(path: Path) -> Any:
    """The value in a JSON file; raises OSError, or ValueError if it is no JSON."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_json(path: Path, value: Any) -> None:
    """Write a value as indented JSON, atomically; raises ValueError for numbers that JSON lacks (NaN, infinity)."""
    write_atomically(path, json_bytes(value))


def json_bytes(value: Any) -> bytes:
    """What `write_json` puts into the file."""
    return (json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
