"""Files are whole or untouched, whatever happens."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from seqdemo import files
from seqdemo.errors import UnreadableError

ROOT = Path(__file__).parents[1]
KILLED = """
import os, pathlib, sys
from seqdemo import files

one, two = (pathlib.Path(sys.argv[1], name) for name in ("one", "two"))

def save(content, last=None):
    steps = 0
    def step(*_):
        nonlocal steps
        steps += 1
        if steps == last:
            os.kill(os.getpid(), 9)
    sys.setprofile(step)
    files.write_together({one: content, two: content})
    sys.setprofile(None)
    return steps

old, new = b"old" * 9999, b"newer" * 9999
save(old)
steps = save(old)
for last in range(1, steps, steps // 60):
    writer = os.fork()
    if not writer:
        save(new, last)
    assert os.WIFSIGNALED(os.waitpid(writer, 0)[1])
    assert {one.read_bytes(), two.read_bytes()} <= {old, new}
    save(old)
    assert sorted(os.listdir(sys.argv[1])) == ["one", "two"]
"""
"""A save that is killed at 60 of its steps, which are all calls and returns of functions, Python's own among them."""


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


def test_what_killed_writers_left_is_swept_by_the_next_and_that_of_a_living_one_is_not(tmp_path: Path) -> None:
    writing = "import sys, pathlib, seqdemo.files as f\nf._fill = lambda *_: (print(flush=True), sys.stdin.read())\n"
    writing += "f.write_atomically(pathlib.Path(sys.argv[1]), b'')"
    command = [sys.executable, "-c", writing, str(tmp_path / "a.bin")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        files.write_atomically(tmp_path / "b.bin", b"b")
        assert len(os.listdir(tmp_path)) == 2
        writer.kill()
    assert len(os.listdir(tmp_path)) == 2
    files.write_atomically(tmp_path / "c.bin", b"c")
    assert sorted(os.listdir(tmp_path)) == ["b.bin", "c.bin"]


def test_a_save_that_is_killed_at_any_of_its_steps_leaves_whole_files_and_the_next_leaves_nothing_else(
    tmp_path: Path,
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_only_regular_files_are_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a")
    with pytest.raises((OSError, UnreadableError)):
        files.read_bytes(tmp_path / "a", 10)


def test_no_more_than_allowed_is_read_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("a")
    assert files.read_bytes(tmp_path / "link", 5) == b"12345"
    with pytest.raises(UnreadableError, match="a is larger than 4 bytes"):
        files.read_bytes(tmp_path / "a", 4)
