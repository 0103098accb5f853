"""Two characters in one box and scribbles are noticed, and people's characters are left in peace."""

import os
from pathlib import Path

import numpy as np
import pytest

from seqdemo.handwriting import unipen
from seqdemo.handwriting.oddity import oddities
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.strokes import Strokes
from seqdemo.letters import CHARACTERS


def ink(*strokes):
    return Strokes(tuple(np.array(stroke, dtype=float) for stroke in strokes))


LINE = [[0.1, 0.1], [0.1, 0.9]]


def moved(stroke, right):
    return [[x + right, y] for x, y in stroke]


def test_two_lines_side_by_side_are_a_pair_and_two_that_touch_are_not():
    assert oddities(ink(LINE, moved(LINE, 0.3))) == ("pair",)
    assert oddities(ink(moved(LINE, 0.3), LINE)) == ("pair",)
    assert oddities(ink(LINE, moved(LINE, 0.3), [[0.1, 0.5], [0.4, 0.5]])) == ()


def test_a_dot_beside_a_line_makes_no_pair():
    assert oddities(ink(LINE, [[0.5, 0.5], [0.52, 0.6]])) == ()


def test_a_single_dot_is_not_odd():
    assert oddities(ink([[0.5, 0.5]])) == ()


def test_a_line_to_and_fro_is_a_scribble():
    there_and_back = [[0.1 + 0.02 * (n % 40), 0.1 + 0.8 * (n % 2)] for n in range(12)]
    assert oddities(ink(there_and_back)) == ("scribble",)
    assert oddities(ink(there_and_back[:6])) == ()


@pytest.fixture(scope="module")
def people():
    """Every fourth validation character of UNIPEN where SEQDEMO_DATA points to it, else the pen model's."""
    if not (folder := os.environ.get("SEQDEMO_DATA")):
        pen = PenModel.load(Path(__file__).parents[1] / "checkpoints" / "pen")
        return [letter.strokes for seed in range(10) for letter in pen.write(CHARACTERS, seed)]
    everything = unipen.load(Path(folder))
    chosen = everything.where("val", CHARACTERS, in_context=False)
    return [everything.strokes(int(sample)) for sample in chosen[::4]]


def test_hardly_any_character_of_a_person_seems_odd(people):
    found = [oddities(strokes) for strokes in people]
    assert sum("pair" in each for each in found) / len(found) <= 0.01
    assert not any("scribble" in each for each in found)


def side_by_side(one, other, gap):
    """Both as high as the box, `gap` of their height apart."""
    first, second = (
        [(stroke - low) / max(high[1] - low[1], 0.3 * (high[0] - low[0]), 1e-6) for stroke in strokes.strokes]
        for strokes in (one, other)
        for low, high in [strokes.bounds()]
    )
    right = np.array([max(float(stroke[:, 0].max()) for stroke in first) + gap, 0])
    return Strokes((*first, *(stroke + right for stroke in second)))


def test_most_pairs_of_people_s_characters_are_noticed(people):
    gaps = np.random.default_rng(0).uniform(0.05, 0.4, len(people))
    pairs = [side_by_side(one, other, gap) for one, other, gap in zip(people, people[1:], gaps, strict=False)]
    assert np.mean(["pair" in oddities(pair) for pair in pairs]) >= 0.85
