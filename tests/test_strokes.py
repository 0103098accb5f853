"""Strokes take what a pen can draw, refuse the rest with one sentence, and keep their shape when scaled."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from seqdemo.errors import InputError
from seqdemo.handwriting.strokes import MAX_POINTS, MAX_STROKES, Strokes, resampled

share = st.floats(0, 1)
ink = st.lists(st.lists(st.lists(share, min_size=2, max_size=2), min_size=1, max_size=7), min_size=1, max_size=5)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=20,
)

MALFORMED = {
    "bad_strokes": [None, 7, "secret", {}, True, {"strokes": []}],
    "empty_letter": [[]],
    "bad_stroke": [
        [[]],
        ["secret"],
        [None],
        [[1, 2]],
        [[[1]]],
        [[[1, 2, 3]]],
        [[["1", "2"]]],
        [[[True, False]]],
        [[[0.5, None]]],
        [[[[0.5], [0.5]]]],
        [[[0.5, 0.5]], {}],
        [[{"x": 1, "y": 2}]],
    ],
    "bad_number": [
        [[[float("nan"), 0.5]]],
        [[[0.5, float("inf")]]],
        [[[0.5, -float("inf")]]],
        [[[10**400, 0.5]]],
        json.loads("[[[1e999, 0]]]"),
    ],
    "too_many_strokes": [[[[0.5, 0.5]]] * (MAX_STROKES + 1)],
    "too_many_points": [[[[0.5, 0.5]] * (MAX_POINTS + 1)], [[[0.5, 0.5]] * 150] * 30],
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in MALFORMED.items() for value in values])
def test_malformed_strokes_get_one_plain_sentence_that_does_not_repeat_them(key: str, value: Any) -> None:
    with pytest.raises(InputError) as caught:
        Strokes.from_json(value)
    sentence = str(caught.value)
    assert caught.value.key == key
    assert sentence.endswith(".")
    assert sentence.count(".") == 1
    assert "secret" not in sentence
    assert "\n" not in sentence


def refused_or_read(value: Any) -> str | Strokes:
    """The strokes, or the sentence of why there are none."""
    try:
        return Strokes.from_json(value)
    except InputError as error:
        return str(error)


@given(anything)
@settings(deadline=None)
def test_whatever_json_comes_in_is_either_strokes_or_an_input_error(value: Any) -> None:
    found = refused_or_read(value)
    if isinstance(found, str):
        assert found.endswith(".")
    else:
        assert all(stroke.min() >= 0 and stroke.max() <= 1 for stroke in found.strokes)


@given(ink)
@settings(deadline=None)
def test_json_round_trip_moves_no_point_by_more_than_the_rounding(value: list[Any]) -> None:
    there = Strokes.from_json(value)
    back = Strokes.from_json(json.loads(json.dumps(there.to_json())))
    assert len(there.strokes) == len(back.strokes)
    for before, after in zip(there.strokes, back.strokes, strict=True):
        np.testing.assert_allclose(before, after, atol=0.0005001)


def test_as_many_strokes_and_points_as_allowed_are_taken() -> None:
    most = [[[0.25, 0.75]] * (MAX_POINTS // MAX_STROKES)] * MAX_STROKES
    assert len(Strokes.from_json(most).strokes) == MAX_STROKES


@pytest.mark.parametrize("point", [[120, 80], [0.5, -0.5], [-0.01, 0.5], [0.5, 1.01], [0.5, 1e300]])
def test_pixels_and_y_upwards_are_refused_with_the_form_that_is_taken(point: list[float]) -> None:
    with pytest.raises(InputError, match="0 to 1 of the letter's box, x right and y down"):
        Strokes.from_json([[[0.2, 0.2], point]])


def test_what_lies_outside_by_rounding_alone_is_on_the_edge() -> None:
    (stroke,) = Strokes.from_json([[[-1e-9, 0.5], [0.5, 1 + 1e-9]]]).strokes
    assert stroke.tolist() == [[0, 0.5], [0.5, 1]]


@given(ink, st.floats(-50, 50), st.floats(-50, 50), st.floats(0.1, 50))
@settings(deadline=None)
def test_the_unit_box_forgets_place_and_size(value: list[Any], right: float, down: float, scale: float) -> None:
    strokes = Strokes.from_json(value)
    low, high = strokes.bounds()
    if 0 < (high - low).max() < 1e-3:
        reject()  # smaller than any pen, and lost in the rounding of a far-away place
    moved = Strokes(tuple(stroke * scale + [right, down] for stroke in strokes.strokes))
    for here, there in zip(strokes.in_unit_box().strokes, moved.in_unit_box().strokes, strict=True):
        np.testing.assert_allclose(here, there, atol=1e-8)


@given(ink)
@settings(deadline=None)
def test_in_the_unit_box_the_longer_side_is_one_and_the_middle_in_the_middle(value: list[Any]) -> None:
    strokes = Strokes.from_json(value)
    before_low, before_high = strokes.bounds()
    low, high = strokes.in_unit_box().bounds()
    np.testing.assert_allclose((low + high) / 2, 0.5, atol=1e-9)
    if (before_high - before_low).max() > 1e-9:
        assert (high - low).max() == pytest.approx(1)


def test_a_lone_dot_stays_a_dot() -> None:
    (stroke,) = Strokes.from_json([[[0.1, 0.9]]]).in_unit_box().strokes
    assert stroke.tolist() == [[0.5, 0.5]]


def test_ink_of_the_smallest_size_that_numbers_have_is_a_dot() -> None:
    (stroke,) = Strokes.from_json([[[0, 0], [5e-324, 0]]]).in_unit_box().strokes
    np.testing.assert_allclose(stroke, 0.5)


@given(st.lists(st.lists(share, min_size=2, max_size=2), min_size=1, max_size=9), st.integers(2, 33))
@settings(deadline=None)
def test_resampling_keeps_both_ends_and_the_count(stroke: list[Any], count: int) -> None:
    points = np.array(stroke, dtype=float)
    dense = resampled(points, count)
    assert dense.shape == (count, 2)
    np.testing.assert_allclose(dense[0], points[0])
    if np.hypot(*np.diff(points, axis=0).T).sum() > 1e-12:
        np.testing.assert_allclose(dense[-1], points[-1], atol=1e-9)


def test_resampled_points_lie_at_equal_distances_along_the_stroke() -> None:
    corner = np.array([[0, 0], [0.1, 0], [3, 0], [3, 4]], dtype=float)
    np.testing.assert_allclose(resampled(corner, 8), [[n, 0] for n in range(4)] + [[3, n] for n in range(1, 5)])


def test_resampling_a_dot_repeats_it() -> None:
    assert resampled(np.array([[0.3, 0.4]]), 5).tolist() == [[0.3, 0.4]] * 5
