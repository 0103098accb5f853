"""An InkSet gives back the ink that it was made of."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seqdemo.handwriting.inkset import InkSet

whole = st.integers(-10_000, 10_000)
stroke = st.lists(st.tuples(whole, whole), min_size=1, max_size=5)
inks = st.lists(st.lists(stroke, min_size=1, max_size=3), min_size=1, max_size=7)


def inkset(value: list[Any]) -> InkSet:
    arrays = [[np.array(one, dtype=np.int32) for one in ink] for ink in value]
    count = len(value)
    return InkSet.from_strokes(
        arrays,
        list("abcdefg"[:count]),
        ["train", "val", "test"] * 2 + ["train"] if count == 7 else ["train"] * count,
        [n % 2 == 1 for n in range(count)],
    )


@given(inks)
@settings(deadline=None)
def test_ink_comes_back_in_order_and_in_the_unit_box(value: list[Any]) -> None:
    ink = inkset(value)
    assert len(ink) == len(value)
    for n, strokes in enumerate(value):
        back = ink.strokes(n)
        assert [len(one) for one in back.strokes] == [len(one) for one in strokes]
        points = np.concatenate([np.array(one, dtype=float) for one in strokes])
        side = max(np.ptp(points, axis=0).max(), 1)
        middle = (points.max(axis=0) + points.min(axis=0)) / 2
        np.testing.assert_allclose(np.concatenate(back.strokes), (points - middle) / side + 0.5, atol=1e-9)


def test_samples_are_found_by_split_character_and_context() -> None:
    ink = inkset([[[(0, 0)]]] * 7)
    assert ink.where("train", "abcdefg").tolist() == [0, 3, 6]
    assert ink.where("train", "dg").tolist() == [3, 6]
    assert ink.where("train", "dg", in_context=True).tolist() == [3]
    assert ink.where("train", "dg", in_context=False).tolist() == [6]
    assert ink.where("test", "x").tolist() == []
