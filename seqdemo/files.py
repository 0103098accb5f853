"""Reading and writing small files: a crash or a full disk never leaves half of one, and nothing holds up a reader."""

from __future__ import annotations

import fcntl
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from seqdemo.errors import UnreadableError

_MODE = 0o644
"""Readable by everyone: a temporary file starts at 0600, which a server under another user could not read."""
_PARTIAL = ".partial"
"""How temporary files end."""
MAX_JSON = 2_000_000
"""Bytes of the largest JSON file that is read."""
_LFS = b"version https://git-lfs.github.com/spec/"
_READING = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""A pipe without a writer opens at once, and a terminal takes hold of nothing."""


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into `path` in one step; its folder is made if need be.

    Whatever happens, `path` holds either what it held before or all of `data`. Raises OSError (disk full, no
    permission) and then leaves no temporary file behind.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put several files in place, as `write_atomically` does one: none of them changes before all are on the disk."""
    written: dict[Path, Path] = {}
    with ExitStack() as held:
        for folder in sorted({path.parent for path in files}):
            held.enter_context(_writing_in(folder))
        try:
            for path, data in files.items():
                handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PARTIAL)
                written[path] = Path(name)
                _fill(handle, data)
            for path, temporary in written.items():
                temporary.replace(path)
        finally:
            for temporary in written.values():
                temporary.unlink(missing_ok=True)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, _MODE)
        file.write(data)
        file.flush()
        os.fsync(handle)


@contextmanager
def _writing_in(folder: Path) -> Iterator[None]:
    """A folder, made if need be, without what killed writers left; at the end new names survive a power cut.

    Writers share a lock on the folder, which the system lets go of when a process ends however it ends. So whoever gets
    the lock alone knows that no temporary file has a writer any more.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # another writes there, or the file system knows no locks
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(folder.glob(f".*{_PARTIAL}"))
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_SH)
        yield
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def read_bytes(path: Path, most: int) -> bytes:
    """All of a regular file of at most so many bytes; raises OSError, or UnreadableError for anything else.

    A link is followed, as the Hub's cache consists of them, but not to a device or a pipe.
    """
    handle = os.open(path, _READING)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise UnreadableError(f"{_name(path)} is no regular file")
        content = file.read(most + 1)
    if len(content) > most:
        raise UnreadableError(f"{_name(path)} is larger than {most:,} bytes")
    if content.startswith(_LFS):
        raise UnreadableError(f"{_name(path)} is only the pointer to a Git LFS file; fetch it with: git lfs pull")
    return content


def _name(path: Path) -> str:
    """A file's name as text that can be sent, whatever bytes the file system has in it."""
    return path.name.encode("utf-8", "replace").decode()


def read_json(path: Path) -> Any:
    """The value in a JSON file; raises OSError, or UnreadableError if it is no JSON."""
    return parsed_json(read_bytes(path, MAX_JSON), path)


def parsed_json(content: bytes, path: Path) -> Any:
    """The value of a JSON text that stands in a file; raises UnreadableError."""
    try:
        text = content.decode("utf-8")
        value = json.loads(text, parse_constant=_no_number)
        if "\\ud" in text.lower():  # half of a pair of surrogates is no text that could be sent on
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{_name(path)} holds no JSON") from error
    return value


def _no_number(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")


def write_json(path: Path, value: Any) -> None:
    """Write a value as indented JSON, atomically; raises ValueError for numbers that JSON lacks (NaN, infinity)."""
    write_atomically(path, json_bytes(value))


def json_bytes(value: Any) -> bytes:
    """What `write_json` puts into the file."""
    return (json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
