"""The way of the pen: always as many points, in the order of writing."""

import numpy as np
import pytest

from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import MAX_STROKES, Strokes
from seqdemo.handwriting.trajectory import POINTS, of_inks, trajectories

DOWN = np.array([[0.2, 0.1], [0.2, 0.9]])
ACROSS = np.array([[0.1, 0.5], [0.3, 0.5]])


def test_points_lie_along_the_strokes_in_the_order_of_writing():
    (way,) = of_inks([Strokes((DOWN, ACROSS))])
    assert way.shape == (POINTS, 3)
    (second,) = np.flatnonzero(way[1:, 2]) + 1
    assert way[0, 2] == 1
    # The first stroke is four times as long as the second.
    assert second == pytest.approx(0.8 * POINTS, abs=2)
    assert np.allclose(way[:second, 1], np.linspace(-1, 1, second), atol=1e-6)
    assert np.all(np.diff(way[second:, 0]) > 0)
    assert np.allclose(way[second:, 1], 0, atol=1e-6)


def test_the_longer_side_fills_the_square_wherever_and_however_large_the_letter_is():
    first = of_inks([Strokes((DOWN, ACROSS))])
    moved = of_inks([Strokes((DOWN * 3 + 7, ACROSS * 3 + 7))])
    assert np.allclose(first, moved, atol=1e-6)
    assert (first[0, :, 1].min(), first[0, :, 1].max()) == pytest.approx((-1, 1))


def test_writing_it_the_other_way_round_is_another_way():
    assert not np.allclose(of_inks([Strokes((DOWN, ACROSS))]), of_inks([Strokes((ACROSS, DOWN))]))
    assert not np.allclose(of_inks([Strokes((DOWN,))]), of_inks([Strokes((DOWN[::-1],))]))


@pytest.mark.parametrize("strokes", [
    (np.array([[0.5, 0.5]]),), (np.array([[0.5, 0.5]]), DOWN), (DOWN,) * MAX_STROKES, (np.full((9, 2), 0.3),),
], ids=["dot", "dot and stroke", "as many strokes as there may be", "a pen that did not move"])  # fmt: skip
def test_whatever_was_written_has_finite_points(strokes):
    (way,) = of_inks([Strokes(strokes)])
    assert way.shape == (POINTS, 3)
    assert np.isfinite(way).all()
    assert np.abs(way[:, :2]).max() <= 1 + 1e-6
    assert way[:, 2].sum() == min(len(strokes), POINTS // 2)


def test_paper_and_thickness_play_no_part_and_no_letters_are_no_ways():
    ink = Strokes((DOWN,))
    assert np.array_equal(trajectories([Letter(ink)]), trajectories([Letter(ink, None, "white", 2.0, "#ffcc66")]))
    assert trajectories([]).shape == (0, POINTS, 3)
