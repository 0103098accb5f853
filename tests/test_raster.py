"""The rasteriser keeps EMNIST's convention for whatever ink it is given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import MAX_POINTS, Strokes
from seqdemo.handwriting.trajectory import trajectories

FAINT = 100
"""What the blur may leave on the pixel beside the ink: less than half of full white."""
NUDGE = 80
"""What a pixel may change when a disc falls on the next of the fine pixels: some more than a quarter."""

share = st.floats(0, 1)
ink = st.lists(st.lists(st.tuples(share, share), min_size=1, max_size=7), min_size=1, max_size=4)


def strokes_of(*strokes: Any) -> Strokes:
    return Strokes(tuple(np.array(stroke, dtype=float) for stroke in strokes))


def extent(image: NDArray[np.uint8]) -> tuple[int, int]:
    """Width and height of what is clearly inked."""
    rows, columns = np.nonzero(image > 127)
    return int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1


RING = strokes_of([(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, 50)])
SEVEN = strokes_of([(0, 0), (0.6, 0), (0.2, 1)], [(0.1, 0.5), (0.5, 0.5)])


@given(ink)
@settings(max_examples=60, deadline=None)
def test_any_ink_is_inked_inside_a_border_of_two_pixels(value: Any) -> None:
    image = raster.image_of(strokes_of(*value))
    assert image.shape == (28, 28)
    assert image.dtype == np.uint8
    assert image.max() > 127
    inside = image.copy()
    inside[2:-2, 2:-2] = 0
    assert inside.max() <= FAINT
    inside[1:-1, 1:-1] = 0
    assert inside.max() <= 2


@pytest.mark.parametrize("strokes", [RING, SEVEN])
def test_the_longer_side_fills_the_square_inside_the_border(strokes: Strokes) -> None:
    assert max(extent(raster.image_of(strokes))) == 24


def test_the_ink_is_centred_on_its_extent() -> None:
    image = raster.image_of(RING).astype(float)
    rows, columns = np.mgrid[:28, :28]
    assert (image * columns).sum() / image.sum() == pytest.approx(13.5, abs=0.25)
    assert (image * rows).sum() / image.sum() == pytest.approx(13.5, abs=0.25)


@pytest.mark.parametrize(("wide", "high"), [(1, 3), (3, 1), (1, 2), (5, 7)])
def test_proportions_are_kept(wide: int, high: int) -> None:
    box = strokes_of([(0, 0), (wide, 0), (wide, high), (0, high), (0, 0)])
    got_wide, got_high = extent(raster.image_of(box))
    pen = raster.PEN
    assert (got_wide - pen) / (got_high - pen) == pytest.approx(wide / high, rel=0.12)


@pytest.mark.parametrize(("wide", "high"), [(1, 1000), (1000, 1), (0, 1), (1, 0)])
def test_very_tall_and_very_wide_ink_becomes_a_centred_line(wide: int, high: int) -> None:
    got = extent(raster.image_of(strokes_of([(0, 0), (wide, high)])))
    assert max(got) == 24
    assert min(got) in (2, 3)
    assert (got[1] > got[0]) == (high > wide)


@pytest.mark.parametrize(
    "dot", [[(0.2, 0.9)], [(0.2, 0.9)] * 3, [(0.5, 0.5), (0.505, 0.51)], [(0, 0)], [(1, 1), (0.995, 1)]]
)
def test_a_lone_dot_is_a_dot_in_the_middle(dot: Any) -> None:
    image = raster.image_of(strokes_of(dot))
    assert max(extent(image)) <= 3
    assert image[13:15, 13:15].min() > 127


def test_the_dot_of_an_i_is_drawn() -> None:
    image = raster.image_of(strokes_of([(0.5, 0.4), (0.5, 1)], [(0.5, 0)]))
    inked = image[:, 13] > 100
    assert inked[3]
    assert not inked[6:9].any()
    assert inked[20]


def test_a_scribble_of_as_many_points_as_are_allowed_is_drawn() -> None:
    points = np.random.default_rng(1).random((MAX_POINTS, 2))
    assert raster.image_of(Strokes((points,)))[4:-4, 4:-4].min() > 200


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(0.5, 200))
@settings(max_examples=30, deadline=None)
def test_place_and_size_of_the_ink_do_not_matter(right: float, down: float, scale: float) -> None:
    moved = Strokes(tuple(stroke * scale + [right, down] for stroke in SEVEN.strokes))
    difference = raster.image_of(moved).astype(int) - raster.image_of(SEVEN)
    assert abs(difference).max() <= NUDGE
    assert abs(difference).mean() < 4


@pytest.mark.parametrize("strokes", [RING, SEVEN])
def test_a_thicker_pen_leaves_more_ink(strokes: Strokes) -> None:
    sums = [int(raster.image_of(strokes, thickness).sum()) for thickness in (0.4, 0.7, 1.0, 1.6, 2.5)]
    assert sums == sorted(sums)
    assert sums[0] * 2 < sums[-1]


@pytest.mark.parametrize("thickness", [0.4, 1.0, 2.5])
def test_the_thickest_pen_keeps_the_border_too(thickness: float) -> None:
    assert max(extent(raster.image_of(RING, thickness))) == 24


def test_white_paper_is_black_paper_inverted() -> None:
    dark, light = raster.images([Letter(SEVEN), Letter(SEVEN, background="white")])
    np.testing.assert_array_equal(dark, 255 - light)


def test_many_letters_are_drawn_as_each_alone_in_its_own_thickness() -> None:
    letters = [Letter(SEVEN), Letter(RING, thickness=2.0), Letter(SEVEN, thickness=0.5)]
    together = raster.images(letters)
    assert together.shape == (3, 28, 28)
    for image, letter in zip(together, letters, strict=True):
        np.testing.assert_array_equal(image, raster.image_of(letter.strokes, letter.thickness))


def test_no_letters_are_no_images() -> None:
    assert raster.images([]).shape == (0, 28, 28)


def test_the_direction_of_a_stroke_does_not_matter() -> None:
    back = Strokes(tuple(stroke[::-1] for stroke in SEVEN.strokes))
    difference = raster.image_of(back).astype(int) - raster.image_of(SEVEN)
    assert abs(difference).max() <= NUDGE


def test_an_ink_tints_the_letter_and_leaves_the_paper_black():
    letter = Letter(strokes_of([(0.2, 0.1), (0.2, 0.9), (0.8, 0.9)]), ink="#ff8000")
    image = raster.images([letter])
    coloured_image = raster.coloured(image, [letter])[0]
    assert coloured_image.shape == (28, 28, 3)
    assert coloured_image.max(axis=(0, 1)).tolist() == [255, 128, 0]
    assert (coloured_image[..., 0] == image[0]).all()
    assert coloured_image[0, 0].tolist() == [0, 0, 0]


def test_on_white_paper_the_ink_is_the_complement():
    letter = Letter(strokes_of([(0.2, 0.1), (0.2, 0.9), (0.8, 0.9)]), background="white", ink="#ff8000")
    assert raster.coloured(raster.images([letter]), [letter])[0].min(axis=(0, 1)).tolist() == [0, 127, 255]
    assert raster.coloured(raster.images([]), []).shape == (0, 28, 28, 3)


def test_a_letter_with_nothing_changed_is_drawn_as_ever() -> None:
    plain, spelt_out = Letter(SEVEN), Letter(SEVEN, turn=0.0, blur=0.0, noise=0.0)
    for image in raster.images([plain, spelt_out]):
        np.testing.assert_array_equal(image, raster.image_of(SEVEN))
    assert plain.written is SEVEN


def test_a_turned_letter_is_drawn_as_if_it_had_been_written_so() -> None:
    upright, lying = raster.images([Letter(SEVEN), Letter(SEVEN, turn=90.0)])
    difference = np.rot90(upright, -1).astype(int) - lying  # a quarter clockwise
    assert abs(difference).max() <= NUDGE
    ways = trajectories([Letter(SEVEN), Letter(SEVEN, turn=90.0)])
    np.testing.assert_allclose(ways[1, :, 0], -ways[0, :, 1], atol=1e-6)


def test_blur_softens_and_noise_is_the_same_every_time() -> None:
    plain, soft, softer = raster.images([Letter(SEVEN, blur=value) for value in (0.0, 0.5, 2.0)]).astype(int)
    assert plain.max() > soft.max() > softer.max()
    assert soft.sum() == pytest.approx(plain.sum(), rel=0.03)
    first, again, weak = raster.images([Letter(SEVEN, noise=value) for value in (0.4, 0.4, 0.1)]).astype(int)
    np.testing.assert_array_equal(first, again)
    assert abs(first - plain).mean() > 2 * abs(weak - plain).mean() > 0


def test_white_paper_gets_noise_and_blur_too() -> None:
    dark, light = raster.images([Letter(SEVEN, blur=1.0), Letter(SEVEN, blur=1.0, background="white")])
    np.testing.assert_array_equal(dark, 255 - light)
    assert raster.images([Letter(SEVEN, noise=0.2, background="white")])[0, 0].min() < 255
