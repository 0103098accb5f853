"""A letter carries its ink, its label and how it is to be inked, and refuses what it cannot be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from seqdemo.errors import InputError
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import CHARACTERS

DOT = [[[0.5, 0.5]]]

MALFORMED = {
    "bad_letter": [None, [], "secret", 3, {}, {"label": "A"}],
    "bad_strokes": [{"strokes": "secret"}],
    "empty_letter": [{"strokes": []}],
    "bad_label": [{"strokes": DOT, "label": label} for label in ("", "AB", "é", "?", 7, ["A"], " ")],
    "bad_background": [{"strokes": DOT, "background": paper} for paper in ("secret", None, 3, ["black"], {})],
    "bad_ink": [
        {"strokes": DOT, "ink": ink} for ink in ("secret", "#fff", "#ffffff0", "#FFFFFF", "#000000", "#3f3f3f", None, 7)
    ],
    "bad_thickness": [
        {"strokes": DOT, "thickness": value}
        for value in (0, 0.39, 2.51, -1, float("nan"), float("inf"), "secret", None, True, [1], 10**400)
    ],
    **{
        f"bad_{name}": [
            {"strokes": DOT, name: value}
            for value in (most, least, float("nan"), float("-inf"), "secret", None, True, [1])
        ]
        for name, least, most in (("turn", -91, 90.1), ("blur", -0.01, 3.01), ("noise", -0.01, 0.61))
    },
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in MALFORMED.items() for value in values])
def test_malformed_letters_get_one_plain_sentence_that_does_not_repeat_them(key: str, value: Any) -> None:
    with pytest.raises(InputError) as caught:
        Letter.from_json(value)
    assert caught.value.key == key
    assert "secret" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_only_the_strokes_are_needed() -> None:
    letter = Letter.from_json({"strokes": DOT})
    assert (letter.label, letter.background, letter.thickness) == (None, "black", 1.0)


def test_every_character_that_the_pen_model_writes_can_be_a_label() -> None:
    for label in CHARACTERS:
        assert Letter.from_json({"strokes": DOT, "label": label}).label == label


@pytest.mark.parametrize("thickness", [0.4, 1, 2.5])
@pytest.mark.parametrize("background", ["black", "white"])
def test_a_letter_comes_back_from_json_as_it_went(background: str, thickness: float) -> None:
    value = {
        "strokes": [[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [[0.7, 0.8]]],
        "label": "q",
        "background": background,
        "thickness": thickness,
        "ink": "#ffcc66",
    }
    assert json.loads(json.dumps(Letter.from_json(value).to_json())) == value


def test_what_is_usual_leaves_no_trace_and_what_is_not_comes_back() -> None:
    assert Letter.from_json({"strokes": DOT}).to_json().keys() == {"strokes", "label", "background", "thickness", "ink"}
    turned = Letter.from_json({"strokes": DOT, "turn": -90, "blur": 1.5, "noise": 0.6})
    assert turned.to_json() == {**Letter.from_json({"strokes": DOT}).to_json(), "turn": -90, "blur": 1.5, "noise": 0.6}
