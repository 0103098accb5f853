"""Letters that people bring: ink files, InkML and UNIPEN text are read, whole or with a sentence on what is wrong."""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqdemo.errors import FileInputError
from seqdemo.handwriting import collection, ink_file, ink_reader, inkml
from seqdemo.handwriting.collection import MAX_BYTES, MAX_LETTERS, Collection, InkSample
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.strokes import MAX_POINTS, MAX_STROKES, Strokes
from seqdemo.letters import ALPHABET, CHARACTERS
from seqdemo.page.core.texts import COMPLAINTS
from tests.tiers import exhaustive, sampled

PEN = PenModel.load(Path(__file__).parents[1] / "checkpoints" / "pen")
HEADER = '{"format": "seqdemo-ink", "version": 1}'


def letters(text: str, seed: int = 0, writer: str = "anna") -> list[InkSample]:
    return [InkSample(one.strokes, one.label, writer) for one in PEN.write(text, seed)]


def ink_bytes(samples: list[InkSample]) -> bytes:
    return ink_file.written(samples)


def inkml_bytes(samples: list[InkSample]) -> bytes:
    """The same letters as InkML, in hundredths of the box."""
    groups = []
    for one in samples:
        rows = [", ".join(f"{x * 100:g} {y * 100:g}" for x, y in stroke) for stroke in one.strokes.strokes]
        traces = "".join(f"<trace>{row}</trace>" for row in rows)
        groups.append(f'<traceGroup><annotation type="truth">{one.label}</annotation>{traces}</traceGroup>')
    head = (
        '<?xml version="1.0"?>\n<ink xmlns="http://www.w3.org/2003/InkML"><annotation type="writer">anna</annotation>'
    )
    form = '<traceFormat><channel name="X" type="decimal"/><channel name="Y" type="decimal"/></traceFormat>'
    return "\n".join([head, form, *groups, "</ink>\n"]).encode()


def unipen_bytes(samples: list[InkSample]) -> bytes:
    """The same letters as UNIPEN text, y up."""
    lines, at = [".VERSION 1.0", ".COORD X Y", ".HIERARCHY CHARACTER", ".WRITER_ID anna"], 0
    for one in samples:
        count = len(one.strokes.strokes)
        lines.append(f'.SEGMENT CHARACTER {at}-{at + count - 1} ? "{one.label}"')
        at += count
        for stroke in one.strokes.strokes:
            lines += [".PEN_DOWN", *(f"{x * 1000:.1f} {1000 - y * 1000:.1f}" for x, y in stroke)]
    return "\n".join([*lines, ""]).encode()


FORMATS: dict[str, Callable[[list[InkSample]], bytes]] = {
    "ink": ink_bytes,
    "inkml": inkml_bytes,
    "unipen": unipen_bytes,
}


def as_lists(found: Collection) -> list[object]:
    return [(one.label, one.writer, [stroke.tolist() for stroke in one.strokes.strokes]) for one in found.samples]


def refused(data: bytes) -> FileInputError:
    with pytest.raises(FileInputError) as caught:
        ink_reader.read(data)
    return caught.value


def test_twenty_six_letters_are_the_same_strokes_after_save_and_open() -> None:
    samples = letters(ALPHABET)
    found = ink_reader.read(ink_file.written(samples))
    assert as_lists(found) == as_lists(Collection(tuple(samples), {}))
    assert ink_file.written(found.samples) == ink_file.written(samples)


share = st.floats(0, 1)
strokes = st.lists(st.lists(st.tuples(share, share), min_size=1, max_size=5), min_size=1, max_size=4)
name = st.text(st.characters(categories=("L", "N", "P")), max_size=64)


@given(st.lists(st.tuples(strokes, st.none() | st.sampled_from(CHARACTERS), name), max_size=4))
@settings(deadline=None, max_examples=60)
def test_any_ink_comes_back_to_the_last_bit(
    value: list[tuple[list[list[tuple[float, float]]], str | None, str]],
) -> None:
    samples = [
        InkSample(Strokes(tuple(np.array(stroke) for stroke in ink)), label, writer) for ink, label, writer in value
    ]
    assert as_lists(ink_reader.read(ink_file.written(samples))) == as_lists(Collection(tuple(samples), {}))


@pytest.mark.parametrize("format", FORMATS)
def test_all_formats_bring_the_same_letters(format: str) -> None:
    samples = letters("AbC7")
    found = ink_reader.read(FORMATS[format](samples))
    assert [(one.label, one.writer) for one in found.samples] == [(one.label, "anna") for one in samples]
    for one, was in zip(found.samples, samples, strict=True):
        np.testing.assert_allclose(
            np.concatenate(one.strokes.strokes), np.concatenate(was.strokes.in_unit_box().strokes), atol=2e-3
        )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_other_encodings_of_unicode_are_read(format: str, encoding: str) -> None:
    if format == "inkml" and encoding in ("utf-16-le", "utf-16-be"):
        encoding = "utf-16"  # XML in UTF-16 must begin with its mark
    text = FORMATS[format](letters("Xy")).decode()
    assert [one.label for one in ink_reader.read(text.encode(encoding)).samples] == ["X", "y"]


DOT = "[[[0.5, 0.5]]]"
FAULTS = {
    "ink_header": ["{}", '{"format": "other", "version": 1}', "{}\n" + HEADER],
    "ink_version": [HEADER.replace("1}", "2}"), HEADER.replace("1}", "true}"), HEADER.replace("1}", '"1"}')],
    "ink_json": [
        "{",
        HEADER + '\n{"strokes": [[[0, 0]',
        HEADER + '\n{"strokes": [[[NaN, 0]]]}',
        HEADER + "\n" + "[" * 9999,
    ],
    "bad_letter": [HEADER + "\n[]", HEADER + "\n{}", HEADER + "\n3"],
    "bad_label": [f'{HEADER}\n{{"strokes": {DOT}, "label": {label}}}' for label in ('"AB"', '""', "1", '"é"', "[]")],
    "bad_writer": [f'{HEADER}\n{{"strokes": {DOT}, "writer": {writer}}}' for writer in (f'"{"x" * 65}"', "1", '"\\n"')],
    "ink_range": [f'{HEADER}\n{{"strokes": [[[{x}, 0.5]]]}}' for x in ("1.01", "-0.01", "1e300", "9" * 300)],
    "bad_number": [f'{HEADER}\n{{"strokes": [[[{x}, 0.5]]]}}' for x in ("1e999", "9" * 400)],
    "bad_stroke": [
        f'{HEADER}\n{{"strokes": {strokes}}}' for strokes in ("[[]]", "[[[1]]]", '[[["a", 1]]]', "[[[true, 1]]]")
    ],
    "bad_strokes": [f'{HEADER}\n{{"strokes": {{}}}}'],
    "empty_letter": [f'{HEADER}\n{{"strokes": []}}'],
    "too_many_strokes": [f'{HEADER}\n{{"strokes": {[[[0, 0]]] * (MAX_STROKES + 1)}}}'],
    "too_many_points": [f'{HEADER}\n{{"strokes": {[[[0, 0]] * (MAX_POINTS + 1)]}}}'],
    "ink_line": [HEADER + "\n" + " " * ink_file.MAX_LINE + "{}"],
    "file_unknown": ["", "hello", "PK\x03\x04", ".VERSION 1.0\n"],
    "inkml_xml": [
        "<ink>",
        "<ink><trace>1 1</ink>",
        '<?xml version="1.0" encoding="rot13"?><ink/>',
        "<",
        "<ink>\0</ink>",
    ],
    "inkml_dtd": ['<!DOCTYPE ink [<!ENTITY a "b">]><ink>&a;</ink>', '<!DOCTYPE ink SYSTEM "file:///etc/passwd"><ink/>'],
    "inkml_root": ["<svg/>", "<html></html>"],
    "inkml_channels": ['<ink><traceFormat><channel name="X"/></traceFormat><trace>1 1</trace></ink>'],
    "inkml_trace": [
        f"<ink><trace>{text}</trace></ink>" for text in ("1", "a b", "1 1, 2", "1e999 1", "1e30 1", "'1 '", "NaN 1")
    ],
    "inkml_elements": ["<ink>" + "<traceGroup>" * 100],
    "unipen_order": [".PEN_DOWN\n1 2\n"],
    "unipen_include": [".INCLUDE /etc/passwd\n", ".INCLUDE \0\n", ".INCLUDE ../x\n", ".INCLUDE " + "x" * 9999],
}


@pytest.mark.parametrize("key", FAULTS)
def test_a_fault_gets_its_sentence(key: str) -> None:
    for text in FAULTS[key]:
        assert refused(text.encode()).key == key, text[:80]


def test_the_line_of_a_fault_is_told() -> None:
    lines = ink_file.written(letters("ABC")).decode().splitlines()
    lines[2] = lines[2].replace("[[[0.", "[[[7.", 1)
    fault = refused("\n".join(lines).encode())
    assert (fault.line, str(fault)) == (3, "Line 3: Every coordinate must lie between 0 and 1.")


def test_what_cannot_be_opened_is_not_written() -> None:
    outside = InkSample(Strokes((np.array([[0.0, 1.5]]),)), "A")
    with pytest.raises(FileInputError, match="between 0 and 1"):
        ink_file.written([outside])
    dot = InkSample(Strokes((np.array([[0.0, 1.0]]),)), "A")
    with pytest.raises(FileInputError, match="20,000 letters"):
        ink_file.written([dot] * (MAX_LETTERS + 1))
    assert len(ink_reader.read(ink_file.written([dot] * MAX_LETTERS)).samples) == MAX_LETTERS


SMALL = InkSample(Strokes((np.array([[0.0, 1.0], [1.0, 0.0]]),)), "A", "anna")


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_has_at_most_so_many_bytes_letters_points_and_strokes(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = FORMATS[format]([SMALL] * 10)
    assert refused(data + b" " * (MAX_BYTES + 1 - len(data))).key == "file_too_large"
    for limit, key in (("LETTERS", "letters"), ("FILE_POINTS", "points"), ("FILE_STROKES", "strokes")):
        with monkeypatch.context() as patch:
            patch.setattr(collection, f"MAX_{limit}", 20 if key == "points" else 10)
            assert len(ink_reader.read(data).samples) == 10
            patch.setattr(collection, f"MAX_{limit}", 19 if key == "points" else 9)
            assert refused(data).key == f"file_too_many_{key}"


@pytest.mark.parametrize("format", ["inkml", "unipen"])
def test_letters_beyond_the_limits_and_labels_that_are_none_are_counted(format: str) -> None:
    long = InkSample(Strokes((np.linspace((0, 0), (1, 1), MAX_POINTS),)), "B")
    odd = [InkSample(SMALL.strokes, label) for label in ("ab", "é", " ")]
    data = FORMATS[format]([SMALL, long, *odd])
    point = {"inkml": b"0 0, ", "unipen": b"\n0.0 1000.0"}[format]
    data = data.replace(point, point * 2, 1)  # the long one has one point too many
    found = ink_reader.read(data)
    assert [one.label for one in found.samples] == ["A"]
    assert found.dropped == {"too_large": 1, "several_characters": 1, "other_character": 1, "no_label": 1}
    assert "1 without a label" in collection.listed(found.dropped)


def test_inkml_differences_views_and_orientation() -> None:
    text = """<ink><traceFormat>
      <channel name="T"/><channel name="Y" orientation="-ve"/><channel name="X"/></traceFormat>
    <trace xml:id="t">0 10 0,1'-5'5,2-5 5, 3 "1"1, * * *</trace><trace type="penUp">0 0 0</trace>
    <traceGroup><annotation type="truth">formula</annotation>
      <traceGroup><annotation type="Label"> v </annotation><traceView traceDataRef="#t"/></traceGroup></traceGroup>
    <traceGroup><trace>0 1 1</trace></traceGroup></ink>"""
    found = ink_reader.read(text.encode())
    y, x = np.array([10, 5, 0, -4, -4]), np.array([0, 5, 10, 16, 16])
    (one,) = found.samples
    expected = (np.stack([x, -y], axis=1) - [8, -3]) / 16 + 0.5
    np.testing.assert_allclose(one.strokes.strokes[0], expected, atol=1e-4)
    assert one.label == "v"
    assert found.dropped == {"no_label": 1}


PEN_DATA = ".PEN_DOWN\n0 0\n10 10\n.PEN_UP\n.PEN_DOWN\n5 0\n5 10\n"
LOOSE = {
    "single quotes": ".COORD X Y\n" + PEN_DATA + ".SEGMENT CHARACTER 0-1 ? 'A'",
    "no quotes": ".COORD X Y\n" + PEN_DATA + ".SEGMENT CHARACTER 0-1 OK A",
    "no quality": ".COORD X Y\n" + PEN_DATA + '.SEGMENT CHARACTER 0-1 "A"',
    "neither quotes nor quality": ".COORD X Y\n" + PEN_DATA + ".SEGMENT CHARACTER 0-1 A",
    "another word for the quality": ".COORD X Y\n" + PEN_DATA + '.SEGMENT CHARACTER 0-1 fine "A"',
    "no place, before its strokes": '.COORD X Y\n.SEGMENT CHARACTER ? ? "A"\n' + PEN_DATA,
    "only a label, before its strokes": '.COORD X Y\n.SEGMENT CHARACTER "A"\n' + PEN_DATA,
    "small keywords": (".COORD X Y\n" + PEN_DATA + '.SEGMENT CHARACTER 0-1 ? "A"').lower().replace('"a"', '"A"'),
    "indented": (".COORD X Y\n" + PEN_DATA + '.SEGMENT CHARACTER 0-1 ? "A"').replace(".", "  ."),
    "in an indented comment": "  .COMMENT .COORD Z\n     .COORD Z\n  .COORD X Y\n"
    + PEN_DATA
    + '\t.SEGMENT CHARACTER 0-1 ? "A"',
    "Ctrl-Z": ".COORD X Y\n" + PEN_DATA + '.SEGMENT CHARACTER 0-1 ? "A"\n\x1a\x00\x00 rubbish',
    "DOS lines": (".COORD X Y\n" + PEN_DATA + '.SEGMENT CHARACTER 0-1 ? "A"\n').replace("\n", "\r\n"),
    "rows shorter than declared": ".COORD X Y T P\n" + PEN_DATA + '.SEGMENT CHARACTER 0-1 ? "A"',
    "some rows shorter": ".COORD X Y T\n.PEN_DOWN\n0 0 1\n10 10\n.PEN_DOWN\n5 0\n5 10 4\n.SEGMENT CHARACTER 0-1 ? A",
    "numbers without a zero": ".COORD X Y\n.PEN_DOWN\n.0 .0\n10 10\n.PEN_DOWN\n5 .0\n5 10\n.SEGMENT CHARACTER 0-1 ? A",
}


@pytest.mark.parametrize("how", LOOSE)
def test_unipen_as_people_write_it_is_read(how: str) -> None:
    found = ink_reader.read(LOOSE[how].encode())
    assert as_lists(found) == [("A", "", [[[0.0, 1.0], [1.0, 0.0]], [[0.5, 1.0], [0.5, 0.0]]])]
    assert not found.dropped


DROPPED = {
    "no_label": [".SEGMENT CHARACTER", ".SEGMENT CHARACTER 0-1", ".SEGMENT CHARACTER 0 OK", ".SEGMENT CHARACTER 0 ? ?"],
    "no_place": ['.SEGMENT CHARACTER ? ? "a"', '.SEGMENT CHARACTER "a"'],
    "illegible": ['.SEGMENT CHARACTER 0 bad "a"'],
    "several_characters": ['.SEGMENT CHARACTER 0 ? "ab"', ".SEGMENT CHARACTER 0 ? 'ab'"],
    "other_character": ['.SEGMENT CHARACTER 0 ? "+"'],
    "no_ink": ['.SEGMENT CHARACTER 2 ? "a"'],
    "too_large": [f'.SEGMENT CHARACTER {",".join("0" * 99)} ? "a"'],
    "other_level": ['.SEGMENT WORD 0-1 ? "a"', ".SEGMENT"],
}


@pytest.mark.parametrize("reason", DROPPED)
def test_what_unipen_drops_is_counted_with_its_reason(reason: str) -> None:
    ink = ".COORD X Y\n.PEN_DOWN\n1 2\n3 4\n.PEN_DOWN\n5 6\n.PEN_UP\n7 8\n"
    for segment in DROPPED[reason]:
        found = ink_reader.read((ink + segment + "\n").encode())
        assert (found.samples, found.dropped) == ((), {reason: 1}), segment


def test_strokes_that_may_be_of_either_of_two_letters_are_of_none() -> None:
    found = ink_reader.read(b'.COORD X Y\n.SEGMENT CHARACTER "a"\n.SEGMENT CHARACTER "b"\n.PEN_DOWN\n1 2\n3 4\n')
    assert (found.samples, found.dropped) == ((), {"no_place": 2})


VALUES = [
    "NaN",
    "Infinity",
    "-1",
    "1e999",
    "9" * 500,
    "null",
    "true",
    '""',
    "[]",
    "{}",
    "'",
    '"',
    "\x1a",
    "*",
    "?",
    "\\",
]


def damaged(data: bytes, rng: random.Random) -> bytes:
    """One kind of damage, at a place chosen by chance."""
    at, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    numbers = list(re.finditer(rb"-?\d+\.?\d*", data))
    one = rng.choice(numbers)
    match rng.randrange(9):
        case 0:
            return data[:at]
        case 1:
            flipped = bytearray(data)
            for _ in range(rng.randrange(1, 20)):
                flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            return bytes(flipped)
        case 2:
            return data[:at] + data[end:]
        case 3:
            return data[: one.start()] + rng.choice(VALUES).encode() + data[one.end() :]
        case 4:
            return (
                data[:at] + rng.choice([b"[", b"<a>", b"{", b".PEN_DOWN\n", b"<traceGroup>", b"("]) * 2000 + data[at:]
            )
        case 5:
            return data.decode().encode(rng.choice(["utf-16", "utf-7", "cp037", "utf-32"]))
        case 6:
            return data[:at] + rng.randbytes(rng.randrange(1, 200)) + data[at:]
        case 7:
            lines = data.split(b"\n")
            rng.shuffle(lines)
            return b"\n".join(lines)
        case _:
            return data[at:end] + data[:at]


@exhaustive
@pytest.mark.parametrize("format", FORMATS)
def test_a_thousand_damaged_files_get_a_sentence_each_or_still_hold_letters(format: str) -> None:
    """Whatever opens is a collection within the limits; the rest is one sentence that repeats nothing of the file."""
    whole = FORMATS[format](letters("SecretQ", writer="zzyzx"))
    rng, faults, started = random.Random(16), [], time.process_time()
    for _ in range(1000):
        try:
            found = ink_reader.read(damaged(whole, rng))
        except FileInputError as error:
            faults.append(error)
        else:
            assert all(np.isfinite(np.concatenate(one.strokes.strokes)).all() for one in found.samples)
            assert all(
                stroke.min() >= 0 and stroke.max() <= 1 for one in found.samples for stroke in one.strokes.strokes
            )
            assert {one.label for one in found.samples} <= {*CHARACTERS, None}
            ink_file.written(found.samples)
    assert len(faults) > 300
    assert {fault.key for fault in faults} <= set(COMPLAINTS)
    for sentence in map(str, faults):
        assert re.fullmatch(r"(Line \d+: )?[^\n]{10,120}\.", sentence)
        assert "zzyzx" not in sentence
    assert time.process_time() - started < 60


BOMBS = {
    "letters that all name one stroke": b".COORD X Y\n.PEN_DOWN\n"
    + b"1 2\n" * 3990
    + b'.SEGMENT CHARACTER 0 "a"\n' * 9000,
    "keywords": b".A\n" * 4_000_000,
    "elements": b"<ink>" + b"<a/>" * 3_000_000,
    "traces": b"<ink>" + b"<trace>1 1</trace>" * 800_000,
    "points of a trace": b"<ink><trace>" + b"1 1," * 3_000_000 + b"</trace></ink>",
    "digits": b"<ink><trace>" + b"9" * 15_000_000 + b" 1</trace></ink>",
    "blank lines": HEADER.encode() + b"\n" * 15_000_000,
    "nesting": HEADER.encode() + b"\n" + b"[" * 15_000_000,
    "an open label": b'.SEGMENT CHARACTER "' + b'\\" ' * 5_000_000,
}


@pytest.mark.parametrize("what", sampled(BOMBS, "keywords"))
def test_a_file_made_to_be_slow_is_not(what: str) -> None:
    started = time.process_time()
    with suppress(FileInputError):
        ink_reader.read(BOMBS[what])
    assert time.process_time() - started < 10


def test_the_readers_say_how_their_files_end_and_what_they_limit() -> None:
    """The guide to the format and the code name the same things."""
    guide = (Path(__file__).parents[1] / "docs" / "ink.md").read_text()
    facts = [ink_file.FORMAT, ink_file.SUFFIX, f"{MAX_LETTERS:,} letters", f"{MAX_BYTES // 1_000_000} MB",
             f"{MAX_STROKES} strokes", f"{MAX_POINTS:,} points", f"{collection.MAX_FILE_POINTS:,} points",
             f"{collection.MAX_FILE_STROKES:,} strokes"]  # fmt: skip
    assert [fact for fact in facts if fact not in guide] == []
    example = [json.loads(line) for line in guide.splitlines() if line.startswith("{")]
    assert len(ink_reader.read("\n".join(map(json.dumps, example)).encode()).samples) == 2
    assert set(re.findall(r"`(\w+)`", guide)) >= inkml.LABELS
