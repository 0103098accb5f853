"""A folder of people's letters is learned from, split by writer; too few letters are named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import torch

import train
from seqdemo.errors import DataError
from seqdemo.handwriting import ink_file, ink_folder
from seqdemo.handwriting.collection import InkSample
from seqdemo.letters import ALPHABET
from seqdemo.training import data
from tests.test_ink import inkml_bytes, letters, unipen_bytes
from tests.test_training import place, prepare, small_world  # noqa: F401
from tests.tiers import exhaustive

WRITERS = [f"writer {n}" for n in range(8)]


def fill(folder: Path, writers: list[str], text: str = ALPHABET) -> None:
    """An ink file for each of these writers."""
    folder.mkdir(exist_ok=True)
    for seed, writer in enumerate(writers):
        (folder / f"{seed}.ink.jsonl").write_bytes(ink_file.written(letters(text, seed, writer)))


def test_no_writer_is_in_two_splits_and_each_split_has_one() -> None:
    for count in range(3, 60):
        splits = ink_folder.split_by_writer({f"writer {n}" for n in range(count)})
        held = Counter(splits.values())
        assert len(splits) == count
        assert min(held.values()) >= 1
        assert set(held) == {"train", "val", "test"}
        assert splits == ink_folder.split_by_writer({f"writer {n}" for n in reversed(range(count))})


def test_all_formats_in_a_folder_are_read_whatever_the_case_of_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(tmp_path, WRITERS[:5])
    (tmp_path / "six.INKML").write_bytes(inkml_bytes(letters(ALPHABET, 6)).replace(b"anna", b"kai"))
    (tmp_path / "sub").mkdir()
    for name in ("seven.DAT", "eight"):
        (tmp_path / "sub" / name).write_bytes(unipen_bytes(letters(ALPHABET, 7)).replace(b".WRITER_ID anna\n", b""))
    (tmp_path / "notes").write_text("buy milk")
    (tmp_path / "broken.ink.jsonl").write_text("{")
    (tmp_path / "unnamed.jsonl").write_bytes(ink_file.written([InkSample(letters("A")[0].strokes, None)]))
    ink = ink_folder.load(tmp_path, ALPHABET)
    assert len(ink) == 8 * 26
    told = capsys.readouterr().err
    for fact in ("notes: The file is no ink file", "broken.ink.jsonl: Line 1: ", "1 without a label"):
        assert fact in told


def test_included_files_are_found_in_the_folder_and_nowhere_else(tmp_path: Path) -> None:
    whole = unipen_bytes(letters(ALPHABET)).decode()
    segments = [line for line in whole.splitlines() if line.startswith(".SEGMENT")]
    (tmp_path / "include").mkdir()
    (tmp_path / "secret.dat").write_text(whole)
    folder = tmp_path / "letters"
    (folder / "include").mkdir(parents=True)
    (folder / "include" / "ink.dat").write_text(
        "\n".join(set_ for set_ in whole.splitlines() if ".SEGMENT" not in set_)
    )
    (folder / "a.dat").write_text("\n".join([".INCLUDE ink.dat", *segments]))
    (folder / "b.dat").write_text("\n".join([".INCLUDE ../secret.dat", *segments]))
    with pytest.raises(DataError, match="26 of 1 writers"):
        ink_folder.load(folder, ALPHABET)


def test_letters_that_are_too_few_are_named(tmp_path: Path) -> None:
    fill(tmp_path, WRITERS[:2])
    with pytest.raises(DataError, match=r"52 of 2 writers.*train lacks A, B, .*, Z\."):
        ink_folder.load(tmp_path, ALPHABET)
    fill(tmp_path, WRITERS, ALPHABET.replace("Q", ""))
    with pytest.raises(DataError, match=r"200 of 8 writers.*train lacks Q; val lacks Q; test lacks Q"):
        ink_folder.load(tmp_path, ALPHABET)


def test_an_empty_folder_says_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"No letters in .*\.ink\.jsonl"):
        ink_folder.load(tmp_path, ALPHABET)


def test_small_letters_count_as_their_capitals(tmp_path: Path) -> None:
    fill(tmp_path, WRITERS, ALPHABET[:13] + ALPHABET[13:].lower())
    found = data.load("ink", tmp_path, Path(), torch.device("cpu"))
    assert [len(bank) for bank in (found.train, found.val, found.test)] == [6 * 26, 26, 26]


@exhaustive
def test_a_reader_of_strokes_learns_from_a_folder_of_ink(
    place: Path,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fill(tmp_path / "ink", WRITERS)
    prepare(place, "reader-strokes")
    folders = ["--checkpoints", str(place / "checkpoints"), "--runs", str(place / "runs"), "--device", "cpu"]
    assert train.main(["reader-strokes", "--data", "ink", "--data-dir", str(tmp_path / "ink"), *folders]) == 0
    assert "ink letters it never saw" in capsys.readouterr().out
    card = (place / "checkpoints" / "reader-strokes" / "README.md").read_text()
    assert "letters of one's own" in card


def test_the_command_says_when_letters_are_too_few(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path, WRITERS[:2])
    asked = ["reader", "--data", "ink", "--data-dir", str(tmp_path), "--device", "cpu", "--replace"]
    assert train.main(asked) == 2
    assert "Too few letters" in capsys.readouterr().err
