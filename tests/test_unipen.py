"""UNIPEN is read from its packed file and from its own text format, upright and split by writer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from seqdemo.errors import DataError
from seqdemo.handwriting import unipen, unipen_text
from seqdemo.handwriting.inkset import InkSet, split_of
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.raster import image_of
from seqdemo.letters import CHARACTERS

REPOSITORY = Path(__file__).parent.parent

DOC = """.COMMENT   documentation, with a line that only looks like a keyword:
   .COORD nonsense
.DATA_SOURCE somewhere
.COORD X Y T
.HIERARCHY CHARACTER
.WRITER_ID   anna
.H_LINE 10 20
.X_POINTS_PER_INCH 100
.ALPHABET "a" "b"
  "c"
"""

INK = """.INCLUDE doc.doc
.PEN_DOWN
 0 10 1
 5 20 2
.PEN_UP
.PEN_DOWN
 10 0 3  11 1 4
 12 2 5
.PEN_UP
 20 2 6
 21 2 7
.DT 100
.PEN_DOWN 30 3 8
 31 4 9
 32 5 10
 33 6 11
 34 7 12
 35 8 13
"""

MAIN = r""".VERSION 1.0
.INCLUDE kai/data/ink.dat
.COMMENT characters
.SEGMENT CHARACTER 0-1 ? "a"
.SEGMENT CHARACTER 1:1-3:2 OK "\\"
.SEGMENT CHARACTER 3:4-3 ? "c"
.SEGMENT CHARACTER 0,3:0-3:1 GOOD "\""
.SEGMENT CHARACTER 3:2 ? "d"
.SEGMENT CHARACTER 2 ? "u"
.SEGMENT CHARACTER 0 BAD "x"
.SEGMENT CHARACTER ? OK "y"
.SEGMENT WORD 0-3 OK "acd"
.SEGMENT CHARACTER 0 OK "zz"
.SEGMENT CHARACTER
"""


def release(folder: Path, main: str = MAIN, ink: str = INK, doc: str = DOC) -> Path:
    """A release of one file of contributor `kai` and the two that it includes; returns that file."""
    paths = {"data/1c/kai/w1/a.dat": main, "include/kai/data/ink.dat": ink, "include/doc.doc": doc}
    for path, text in paths.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="latin-1")
    return folder / "data/1c/kai/w1/a.dat"


def read(folder: Path, **texts: str) -> list[unipen_text.Character]:
    return unipen.read_file(release(folder, **texts), folder / "include").characters


def test_segments_take_whole_components_and_parts_of_them_and_only_the_pen_down_ones(tmp_path: Path) -> None:
    found = {one.label: [stroke.tolist() for stroke in one.ink] for one in read(tmp_path)}
    last = [[x, x - 27] for x in range(30, 36)]
    assert found == {
        "a": [[[0, 10], [5, 20]], [[10, 0], [11, 1], [12, 2]]],
        "\\": [[[11, 1], [12, 2]], last[:3]],
        "c": [last[4:]],
        '"': [[[0, 10], [5, 20]], last[:2]],
        "d": [last[2:]],
    }


def test_the_writer_and_the_hierarchy_come_from_the_included_documentation(tmp_path: Path) -> None:
    assert {(one.writer, one.in_context) for one in read(tmp_path)} == {("anna", False)}
    in_words = DOC.replace(".HIERARCHY", ".HIERARCHY TEXT WORD")
    assert {one.in_context for one in read(tmp_path, doc=in_words)} == {True}


def test_the_order_of_the_coordinates_is_as_declared(tmp_path: Path) -> None:
    swapped = read(
        tmp_path,
        doc=DOC.replace("X Y T", "T P Y Z X"),
        ink=".INCLUDE doc.doc\n.PEN_DOWN\n1 2 3 4 5\n6 7 8 9 10\n",
        main='.INCLUDE kai/data/ink.dat\n.SEGMENT CHARACTER 0 ? "a"',
    )
    assert swapped[0].ink[0].tolist() == [[5, 3], [10, 8]]


def test_a_new_set_counts_its_components_from_zero(tmp_path: Path) -> None:
    sets = (
        '.COORD X Y\n.START_SET one\n.SEGMENT CHARACTER 0 ? "a"\n.PEN_DOWN\n1 2\n'
        '.START_SET two\n.SEGMENT CHARACTER 0 ? "b"\n.PEN_DOWN\n-3.5 +4e1\n'
    )
    found = [(one.label, one.ink[0].tolist()) for one in read(tmp_path, main=sets)]
    assert found == [("a", [[1, 2]]), ("b", [[-3.5, 40]])]


def test_the_inkset_has_y_down_and_the_writers_split(tmp_path: Path) -> None:
    release(tmp_path)
    ink = unipen.load(tmp_path)
    assert sorted(ink.labels) == ['"', "\\", "a", "c", "d"]
    assert ink.points[:2].tolist() == [[0, -10], [5, -20]]
    assert set(ink.splits) == {split_of("kai/anna")}
    assert not ink.in_context.any()


def test_where_no_writer_is_named_all_files_of_a_folder_are_in_one_split(tmp_path: Path) -> None:
    path = release(tmp_path, doc=DOC.replace(".WRITER_ID   anna\n", ""))
    for number in range(9):
        (path.parent / f"{number}.dat").write_text(path.read_text())
    assert set(unipen.load(tmp_path).splits) == {split_of("kai/w1")}


def test_a_faulty_file_is_left_out_and_reported_and_so_is_the_fragmented_contributor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = release(tmp_path)
    whole = len(unipen.load(tmp_path))
    (path.parent / "faulty.dat").write_text(".COORD X Y\n.PEN_DOWN\n1 2\n3\n")
    fragments = tmp_path / "data" / "1c" / unipen.FRAGMENTED / "a.dat"
    fragments.parent.mkdir()
    fragments.write_text(path.read_text())
    capsys.readouterr()
    assert len(unipen.load(tmp_path)) == whole
    assert "Left out: " in (told := capsys.readouterr().err)
    assert "faulty.dat: Line 4: A pen position needs 2 numbers." in told


def test_writers_are_split_by_checksum_a_tenth_for_validation_and_three_twentieths_for_test() -> None:
    splits = [split_of(f"writer {n}") for n in range(20_000)]
    assert splits.count("val") / 20_000 == pytest.approx(0.10, abs=0.01)
    assert splits.count("test") / 20_000 == pytest.approx(0.15, abs=0.01)
    assert split_of("writer 1") == splits[1]


FAULTS = {
    "a point lacks a number": ({"ink": INK.replace(" 5 20 2", " 5")}, "ink.dat: Line 4: .* needs 3 numbers"),
    "a word among the points": ({"ink": INK.replace("12 2 5", "12 x 5")}, "ink.dat: Line 8: .* must be a number"),
    "an endless point": ({"ink": INK.replace("12 2 5", "12 inf 5")}, "ink.dat: Line 6: .* finite"),
    "points before .COORD": ({"doc": ".COMMENT none"}, "ink.dat: Line 2: .* before .COORD"),
    "no Y": ({"doc": ".COORD X T"}, "doc.doc: Line 1: .* at least X and Y"),
    "a component too many": ({"main": MAIN.replace("0-1", "0-4")}, "a.dat: Line 4: .* its set does not have"),
    "a backward range": ({"main": MAIN.replace("0-1", "1-0")}, "a.dat: Line 4: .* its set does not have"),
    "a place that is none": ({"main": MAIN.replace("0-1", "0;1")}, "a.dat: Line 4: .* place must look like"),
    "a missing include": ({"main": MAIN.replace("ink.dat", "no.dat")}, "a.dat: Line 2: .* which is not here"),
    "an empty include": ({"main": MAIN.replace("kai/data/ink.dat", "")}, "a.dat: Line 2: .* which is not here"),
    "an include of itself": ({"ink": ".INCLUDE kai/data/ink.dat"}, "ink.dat: Line 1: .* at most 100 others"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported_with_its_file_and_line(tmp_path: Path, fault: str) -> None:
    texts, message = FAULTS[fault]
    with pytest.raises(DataError, match=message):
        read(tmp_path, **texts)


def test_a_missing_file_is_a_data_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"Cannot read .*no\.dat: No such file"):
        unipen.read_file(tmp_path / "no.dat", tmp_path)


def test_a_folder_without_unipen_says_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=f"expected {unipen.PACKED} or the folders"):
        unipen.load(tmp_path)


def test_a_release_without_characters_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "include").mkdir()
    with pytest.raises(DataError, match="No characters"):
        unipen.load(tmp_path)


def pack(path: Path, inks: Sequence[Sequence[NDArray[np.int32]]], labels: str, **columns: Sequence[object]) -> None:
    """Write a packed file; y points up in it."""
    ink = InkSet.from_strokes(inks, list(labels), ["train"] * len(labels), [False] * len(labels))
    arrays = {
        "points": ink.points,
        "stroke_off": ink.stroke_offsets,
        "sample_off": ink.sample_offsets,
        "label": ink.labels,
        "split": ink.splits,
        "in_context": ink.in_context,
        "contrib": np.array(["kai"] * len(labels)),
        "writer": np.array(["anna"] * len(labels)),
        **{name: np.array(column) for name, column in columns.items()},
    }
    np.savez(path, **arrays)


def stroke(*points: tuple[int, int]) -> NDArray[np.int32]:
    return np.array(points, dtype=np.int32)


def test_the_packed_file_is_turned_upright_and_loses_its_fragmented_contributor(tmp_path: Path) -> None:
    inks = [[stroke((0, 5), (1, 9))], [stroke((7, 7)), stroke((8, 8))], [stroke((2, 3)), stroke((4, 6), (5, 7))]]
    pack(tmp_path / unipen.PACKED, inks, "abc", contrib=["kai", unipen.FRAGMENTED, "kai"])
    ink = unipen.load(tmp_path)
    assert ink.labels.tolist() == ["a", "c"]
    assert ink.points.tolist() == [[0, -5], [1, -9], [2, -3], [4, -6], [5, -7]]
    assert ink.stroke_offsets.tolist() == [0, 2, 3, 5]
    assert ink.sample_offsets.tolist() == [0, 1, 3]


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 cut off"])
def test_a_damaged_packed_file_is_a_data_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / unipen.PACKED).write_bytes(content)
    with pytest.raises(DataError, match="Cannot read the UNIPEN file"):
        unipen.load(tmp_path)


def test_a_packed_file_that_lacks_an_array_is_a_data_error(tmp_path: Path) -> None:
    np.savez(tmp_path / unipen.PACKED, points=np.zeros((0, 2)))
    with pytest.raises(DataError, match="Cannot read the UNIPEN file"):
        unipen.load(tmp_path)


@pytest.fixture(scope="module")
def people() -> InkSet:
    """UNIPEN where SEQDEMO_DATA points to it, else as much of it as the pen model can stand in for."""
    if folder := os.environ.get("SEQDEMO_DATA"):
        return unipen.load(Path(folder))
    letters = PenModel.load(REPOSITORY / "checkpoints" / "pen").write(CHARACTERS * 15, 1)
    inks = [[np.rint(stroke * 1000).astype(np.int32) for stroke in letter.strokes.strokes] for letter in letters]
    splits = [("train", "val", "test")[n // len(CHARACTERS) % 3] for n in range(len(letters))]
    in_context = [n // len(CHARACTERS) % 5 == 0 for n in range(len(letters))]
    return InkSet.from_strokes(inks, [str(letter.label) for letter in letters], splits, in_context)


def test_every_letter_and_digit_is_in_every_split(people: InkSet) -> None:
    for split in ("train", "val", "test"):
        chosen = people.where(split, CHARACTERS, in_context=False)
        assert set(people.labels[chosen]) == set(CHARACTERS)
        assert set(people.splits[chosen]) == {split}


def test_letters_on_their_own_and_in_context_make_up_all_letters(people: InkSet) -> None:
    for split in ("train", "val", "test"):
        own, cut = (people.where(split, CHARACTERS, in_context=kind) for kind in (False, True))
        assert sorted([*own, *cut]) == people.where(split, CHARACTERS).tolist()


def test_letters_stand_upright(people: InkSet) -> None:
    """The lower half of an L is wider than its upper half, a T's and a 7's the other way round."""
    for character, sign in (("L", 1), ("T", -1), ("7", -1)):
        images = [image_of(people.strokes(int(n))) for n in people.where("test", character, in_context=False)[:40]]
        mean = np.mean(images, axis=0)
        assert sign * (mean[14:].sum() - mean[:14].sum()) > 0
