"""What an address is written in: any JSON value comes back, letters as short as they must be."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import pytest
from conftest import CHECKPOINTS, ROOT
from node import evaluated

from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.handwriting.strokes import resampled
from tests.tiers import exhaustive

PUBLISHED = "0ce41cd6f92cc23cf057a1df7e1b3876767d678665dd65af4e1d22b4fad967dc"
"""sha256 of index.mjs in lean-qr 2.7.4 from npm."""


def run(code: str, value: Any) -> Any:
    """The value of a JavaScript expression in which the codec is at hand and `value` is given."""
    return evaluated("seqdemo/page/js/codec.js", "codec", code, value)


def scribbles(count: int) -> list[dict[str, Any]]:
    """Letters as the pad holds them, with every kind of field, at all places of the box."""
    draw = np.random.default_rng(5)
    letters = []
    for _ in range(count):
        sizes = draw.integers(1, 30, draw.integers(1, 5))
        strokes = [(draw.integers(0, 1001, (size, 2)) / 1000).tolist() for size in sizes]
        letters.append(
            {
                "strokes": strokes,
                "label": str(draw.choice([*"aZ7", ""])) or None,
                "background": str(draw.choice(["black", "white"])),
                "thickness": float(draw.choice([1, 0.4, 2.5])),
                "ink": str(draw.choice(["#ffffff", "#ffcc66"])),
                "turn": float(draw.integers(-40, 40)),
                "blur": 0.25,
            }
        )
    return letters


def by_hand(text: str, seed: int) -> list[dict[str, Any]]:
    """Letters as a pen leaves them that is looked at 100 times a second, with the tremor of a hand."""
    draw = np.random.default_rng(seed)
    letters = []
    for letter in PenModel.load(CHECKPOINTS / "pen").write(text, seed, Style()):
        strokes = []
        for stroke in letter.strokes.strokes:
            length = float(np.hypot(*np.diff(stroke, axis=0).T).sum())
            points = resampled(stroke, max(2, int(length / 1.5 * 100)))
            strokes.append(np.round(np.clip(points + draw.normal(0, 0.001, points.shape), 0, 1), 3).tolist())
        letters.append({"strokes": strokes, "label": None, "background": "black", "thickness": 1})
    return letters


def test_hundreds_of_letters_come_back_as_they_were() -> None:
    letters = scribbles(300)
    assert run("codec.read(codec.write(value))", letters) == letters


@exhaustive
@pytest.mark.parametrize(
    "value",
    [
        None, True, False, 0, -3.5, 1e21, "", "plain-word", "3", "-1e5", "true", "null", "$5", "a,b", "(x)", "@(1)",
        "50% & more = #1", "한국어 😀", "'quoted' \"text\"", [], [1],
        [1, 2], ["task"], ["task", "model"], [[1], []], {},
        {"seed": 3, "options": {}}, {"a b": [{"c": None}, "d"], "": "", "7": {"deep": [[["x"]]]}},
        {"kept": [{"letters": scribbles(2), "model": "m"}, None]},
    ],
)  # fmt: skip
def test_any_json_value_comes_back_from_signs_that_an_address_may_hold(value: Any) -> None:
    written = run("codec.write(value)", value)
    assert set(written) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%(),:@$+")
    assert run("codec.read(value)", written) == value


def test_short_values_can_be_read() -> None:
    values = ["swap-normal", 3, ["task", "model"], {"text": "LTETER", "swap": True, "seed": 12}]
    written = run("value.map((each) => codec.write(each))", values)
    assert written == ["swap-normal", "3", "task,model", "(text:LTETER,swap:true,seed:12)"]


def test_ten_letters_drawn_by_hand_fit_into_an_address_and_look_the_same() -> None:
    lengths = []
    for seed, text in enumerate(("ABCDEFGHIJ", "QRSTUVWXYZ", "gkmnpqrsyz", "WMBGRSQKEH")):
        drawn = by_hand(text, seed)
        thinned = run("value.map((each) => ({ ...each, strokes: each.strokes.map(codec.thin) }))", drawn)
        lengths.append(len(run("codec.write(value)", thinned)))
        before, after = (raster.images([Letter.from_json(each) for each in row]) for row in (drawn, thinned))
        assert np.abs(before.astype(int) - after).mean() < 1.5  # of 255
    print(f"ten letters by hand: {lengths} characters")
    assert max(lengths) < 4000


@pytest.mark.parametrize("text", ["(", "(a", "(a:", "(a:1", "@(1", "1)", "(a:1)b", "@", "(strokes:A)", "(strokes:!)",
                                  "(strokes:AAAA.)", "(strokes:__________AA)", "%", "%E0%A4", "(" * 60_000,
                                  "(strokes:AAAA,thickness:wide)", "(strokes:AAAA,label:two)"])  # fmt: skip
def test_what_was_not_written_so_is_refused_as_a_whole(text: str) -> None:
    code = "(() => { try { codec.read(value); return 'read'; } catch { return 'refused'; } })()"
    assert run(code, text) == "refused"


def test_a_dot_and_a_straight_line_stay_what_they_are() -> None:
    line = [[0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.5, 0.5]]
    back = [[0.2, 0.2], [0.8, 0.2], [0.2, 0.2]]
    thinned = run("value.map(codec.thin)", [[[0.5, 0.5]], line, back])
    assert thinned == [[[0.5, 0.5]], [line[0], line[-1]], back]


def test_the_library_for_qr_codes_is_the_one_that_was_published() -> None:
    folder = ROOT / "seqdemo/page/js/vendor"
    assert hashlib.sha256((folder / "lean-qr.js").read_bytes()).hexdigest() == PUBLISHED
    assert "MIT" in (folder / "lean-qr.LICENSE").read_text(encoding="utf-8")
