"""EMNIST's six data sets are read from files in its own format, upright, with characters for labels."""

from __future__ import annotations

import gzip
import hashlib
import struct
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from torchvision.datasets import EMNIST

from seqdemo.errors import DataError
from seqdemo.handwriting import emnist
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.raster import images as images_of
from seqdemo.letters import CHARACTERS
from tests.tiers import exhaustive, sampled

TRAIN, TEST = 7, 3
PEN = PenModel.load(Path(__file__).parents[1] / "checkpoints" / "pen")
MERGED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt"
CLASSES = {
    "byclass": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "bymerge": MERGED,
    "balanced": MERGED,
    "letters": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digits": "0123456789",
    "mnist": "0123456789",
}


def idx(array: NDArray[np.uint8]) -> bytes:
    """An array in the IDX format: two zeros, kind 8 (unsigned byte), dimensions, sizes, bytes."""
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


def images(count: int, seed: int) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (count, 28, 28), dtype=np.uint8)


def targets(name: str, count: int) -> NDArray[np.uint8]:
    """The first and last class and some between, counted from 1 in `letters`."""
    first = 1 if name == "letters" else 0
    return (np.linspace(0, len(CLASSES[name]) - 1, count).astype(np.uint8)) + np.uint8(first)


def contents(name: str) -> dict[str, bytes]:
    """The four files of one data set; the images lie transposed in them."""
    files: dict[str, bytes] = {}
    for part, count, seed in (("train", TRAIN, 1), ("test", TEST, 2)):
        files[f"emnist-{name}-{part}-images-idx3-ubyte"] = idx(images(count, seed).transpose(0, 2, 1).copy())
        files[f"emnist-{name}-{part}-labels-idx1-ubyte"] = idx(targets(name, count))
    return files


def raw(folder: Path) -> Path:
    path = folder / "EMNIST" / "raw"
    path.mkdir(parents=True)
    return path


def unpacked(folder: Path, name: str) -> None:
    path = raw(folder)
    for file, content in contents(name).items():
        (path / file).write_bytes(content)


def gzipped(folder: Path, name: str) -> None:
    path = raw(folder)
    for file, content in contents(name).items():
        (path / f"{file}.gz").write_bytes(gzip.compress(content))


def archived(folder: Path, name: str) -> str:
    """The archive as it is published, holding a folder `gzip`; returns its MD5."""
    path = raw(folder) / emnist.ARCHIVE
    with zipfile.ZipFile(path, "w") as archive:
        for file, content in contents(name).items():
            archive.writestr(f"gzip/{file}.gz", gzip.compress(content))
    return hashlib.md5(path.read_bytes()).hexdigest()


def offline(*args: Any, **kwargs: Any) -> Any:
    raise urllib.error.URLError("no network")


@pytest.mark.parametrize("name", emnist.NAMES)
@pytest.mark.parametrize("place", [unpacked, gzipped])
def test_files_put_there_by_hand_are_read_upright_without_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: Any
) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", offline)
    place(tmp_path, name)
    got = emnist.load(tmp_path, name, "test", PEN)
    np.testing.assert_array_equal(got.images, images(TEST, 2))
    assert got.images.dtype == np.uint8
    assert got.labels == [CLASSES[name][0], CLASSES[name][(len(CLASSES[name]) - 1) // 2], CLASSES[name][-1]]


def spread(folder: Path, place: str, dotted: bool, packed: bool) -> None:
    """The files of `letters` where and how people have them."""
    for file, content in contents("letters").items():
        named = file.replace("-idx", ".idx") if dotted else file
        path = folder / place / (f"{named}.gz" if packed else named)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(content) if packed else content)


@exhaustive
@pytest.mark.parametrize("place", emnist.PLACES)
@pytest.mark.parametrize("dotted", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_files_are_found_where_people_have_them_before_a_download_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, dotted: bool, packed: bool
) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", offline)
    spread(tmp_path, place, dotted, packed)
    np.testing.assert_array_equal(emnist.load(tmp_path, "letters", "test", PEN).images, images(TEST, 2))


@pytest.mark.parametrize("name", sampled(["byclass", "letters", "digits"], "digits"))
@pytest.mark.parametrize("transposed", [False, True])
def test_images_that_stand_upright_in_the_file_are_left_so(tmp_path: Path, name: str, transposed: bool) -> None:
    classes = CLASSES[name]
    known = [character for character in CHARACTERS if {character, character.upper()} & set(classes)]
    letters = PEN.write("".join(known) * 3, 7)
    drawn = images_of(letters)
    first = 1 if name == "letters" else 0
    numbers = [
        first + classes.index(str(one.label) if str(one.label) in classes else str(one.label).upper())
        for one in letters
    ]
    unpacked(tmp_path, name)
    path = tmp_path / "EMNIST" / "raw"
    held = drawn.transpose(0, 2, 1).copy() if transposed else drawn
    (path / f"emnist-{name}-test-images-idx3-ubyte").write_bytes(idx(held))
    (path / f"emnist-{name}-test-labels-idx1-ubyte").write_bytes(idx(np.array(numbers, dtype=np.uint8)))
    np.testing.assert_array_equal(emnist.load(tmp_path, name, "test", PEN, download=False).images, drawn)


@pytest.mark.parametrize("name", emnist.NAMES)
def test_the_published_archive_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", offline)
    monkeypatch.setattr(EMNIST, "md5", archived(tmp_path, name))
    assert len(emnist.load(tmp_path, name, "test", PEN).labels) == TEST


def test_all_six_data_sets_are_known() -> None:
    assert set(emnist.NAMES) == set(CLASSES)


@pytest.mark.parametrize("name", emnist.NAMES)
def test_validation_is_the_last_part_of_training_and_as_large_as_the_test(tmp_path: Path, name: str) -> None:
    unpacked(tmp_path, name)
    train, val = (emnist.load(tmp_path, name, split, PEN, download=False) for split in ("train", "val"))
    np.testing.assert_array_equal(np.concatenate([train.images, val.images]), images(TRAIN, 1))
    assert len(val.images) == TEST
    assert [*train.labels, *val.labels][0] == CLASSES[name][0]
    assert [*train.labels, *val.labels][-1] == CLASSES[name][-1]


def test_offline_the_message_says_where_to_put_which_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", offline)
    with pytest.raises(DataError) as caught:
        emnist.load(tmp_path, "letters", "train", PEN)
    for part in (EMNIST.url, "emnist-letters-*.gz", str(tmp_path / "EMNIST" / "raw"), "internet"):
        assert part in str(caught.value)


def test_without_files_and_without_download_it_is_a_data_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="Cannot read EMNIST digits"):
        emnist.load(tmp_path, "digits", "val", PEN, download=False)


def test_an_unknown_name_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="byclass, bymerge, balanced, letters, digits, mnist"):
        emnist.load(tmp_path, "numbers", "train", PEN)


DAMAGE = {
    "cut off": ("test-images-idx3", lambda content: content[:-5]),
    "empty": ("test-images-idx3", lambda content: b""),
    "no IDX file": ("test-labels-idx1", lambda content: b"\x01\x02\x03\x04 something else"),
    "a label too few": ("test-labels-idx1", lambda content: idx(targets("letters", TEST - 1))),
    "a label out of range": ("test-labels-idx1", lambda content: content[:-1] + b"\x1b"),
    "a label zero": ("test-labels-idx1", lambda content: content[:-1] + b"\x00"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_a_data_error(tmp_path: Path, damage: str) -> None:
    unpacked(tmp_path, "letters")
    part, spoil = DAMAGE[damage]
    path = tmp_path / "EMNIST" / "raw" / f"emnist-letters-{part}-ubyte"
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(DataError, match="may be damaged"):
        emnist.load(tmp_path, "letters", "test", PEN, download=False)


def test_a_damaged_gz_is_a_data_error(tmp_path: Path) -> None:
    gzipped(tmp_path, "letters")
    path = tmp_path / "EMNIST" / "raw" / "emnist-letters-test-images-idx3-ubyte.gz"
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(DataError, match="may be damaged"):
        emnist.load(tmp_path, "letters", "test", PEN, download=False)
    gzipped(tmp_path / "again", "letters")
    path.write_bytes((tmp_path / "again" / path.relative_to(tmp_path)).read_bytes())
    assert len(emnist.load(tmp_path, "letters", "test", PEN, download=False).labels) == TEST
