"""Files are whole or untouched, whatever happens."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from seqdemo import files


def test_a_file_is_written_in_a_new_folder_and_readable_by_everyone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deeper" / "a.bin"
    files.write_atomically(path, b"abc")
    assert path.read_bytes() == b"abc"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_writing_again_replaces_the_whole_content(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    files.write_atomically(path, b"a long first content")
    files.write_atomically(path, b"short")
    assert path.read_bytes() == b"short"
    assert os.listdir(tmp_path) == ["a.bin"]


def test_a_full_disk_leaves_all_earlier_files_whole_and_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    files.write_together({one: b"1", two: b"2"})
    synced: list[int] = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.write_together({one: b"new 1", two: b"new 2"})
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
    assert sorted(os.listdir(tmp_path)) == ["one", "two"]


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        files.write_atomically(tmp_path / "file" / "a.bin", b"")


def test_json_comes_back_as_it_went(tmp_path: Path) -> None:
    value = {"name": "글자", "numbers": [1, 2.5, None, True]}
    files.write_json(tmp_path / "a.json", value)
    assert files.read_json(tmp_path / "a.json") == value


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_that_json_lacks_are_refused_and_the_file_stays(tmp_path: Path, number: float) -> None:
    files.write_json(tmp_path / "a.json", 1)
    with pytest.raises(ValueError, match="JSON compliant"):
        files.write_json(tmp_path / "a.json", number)
    assert files.read_json(tmp_path / "a.json") == 1
